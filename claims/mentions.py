"""Who is meant: names, titles and pronouns of a document resolved to one name."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from claims import quotemarks
from claims.genders import HE, SHE, heed
from claims.name_places import Place, places
from claims.names import Name, names
from claims.naming import phrase
from claims.offices import bare
from claims.words import (
    DOCUMENT_NOUNS,
    FEMALE_ROLES,
    HONORIFICS,
    MALE_ROLES,
    ORGANISATION_NOUNS,
    ROLE_NOUNS,
    TITLES,
    UNNAMED_NOUNS,
)

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_THEY = frozenset({"they", "them", "their", "themselves"})
_IT = frozenset({"it", "its", "itself"})
PRONOUNS = HE | SHE | _THEY | _IT
_SUBJECT = frozenset({"nsubj", "nsubj:pass"})
_ARTICLES = frozenset({"the", "a", "an"})
# How many sentences back a pronoun may look for what it stands for; those of its own quote do
# not count, up to a limit.
_MEMORY = 4
_LONGEST_MEMORY = 40


@dataclass(frozen=True, slots=True)
class Mention:
    """What a phrase stands for: the fullest name the document gives, or the phrase's own words.

    `label` is PER, ORG, LOC or NORP for a name, "" where no name could be found; then `noun` is
    the lemma of the phrase's head, `plural` and `definite` ("the", "his") how it stands. `role`
    is the office that the document gives a person, "" if it gives none.
    """

    name: str
    label: str = ""
    noun: str = ""
    plural: bool = False
    definite: bool = False
    role: str = ""


_NOBODY = frozenset({"no", "neither"})


class Mentions:
    """The people, bodies and places of one document, and which phrase means which."""

    def __init__(self, doc: "Doc") -> None:
        """Collect the names of `doc` and tie their shorter forms to the fullest."""
        self._doc = doc
        self._places = places(doc)
        self._names = names(self._places)
        heed(doc, self._places, self._names)
        self._starts = [place.start for place in self._places]

    def resolve(self, words: "Span | Token") -> Mention:
        """The fullest name for the noun phrase or pronoun at `words`, else the words."""
        span = self._doc[words.i : words.i + 1] if hasattr(words, "i") else words
        if len(span) == 0:
            return Mention("")
        return self._resolve(span, span.root, follow=True)

    def _resolve(self, span: "Span", head: "Token", *, follow: bool) -> Mention:
        if len(span) == 1 and head.lower_ in PRONOUNS:
            antecedent = self._antecedent(head) if follow else None
            if antecedent is None:
                return Mention(head.lower_, noun=head.lower_, plural=head.lower_ in _THEY)
            return self._resolve(phrase(antecedent), antecedent, follow=False)
        name = self._named(span, head) or self._by_role(span, head) or self._by_noun(span, head)
        if name is not None:
            return Mention(name.text, name.label, role=name.role)
        return _own_words(self._fuller(span, head), head)

    def _at(self, token: "Token") -> int | None:
        """The index of the name that `token` is part of."""
        index = bisect_right(self._starts, token.i) - 1
        inside = index >= 0 and token.i < self._places[index].end
        return index if inside else None

    def _named(self, span: "Span", head: "Token") -> Name | None:
        """The name that is the phrase's head, or stands right beside it: "President Xi"."""
        index = self._at(head)
        if index is None and head.dep_ == "appos":
            index = self._at(head.head)
            index = index if index is not None and self._places[index].label == "PER" else None
        if index is None:
            index = self._titled(span)
        if index is not None:
            return self._names[index]
        for child in head.children:
            index = self._at(child)
            if index is None or not span.start <= child.i < span.end:
                continue
            place = self._places[index]
            beside = child.dep_ in ("flat", "appos", "nmod:desc")
            adjacent = place.start == head.i + 1 and child.dep_ in ("compound", "nmod", "dep")
            if place.label == "PER" and (beside or adjacent):
                return self._names[index]
        return None

    def _titled(self, span: "Span") -> int | None:
        """The name that nothing but titles precede: "Mrs. Reed", whatever the parse made of it."""
        index = self._at(span[-1])
        if index is None or self._places[index].label != "PER":
            return None
        before = self._doc[span.start : max(self._places[index].start, span.start)]
        titles = TITLES | HONORIFICS.keys()
        return index if all(bare(token) in titles for token in before) else None

    def _by_role(self, span: "Span", head: "Token") -> Name | None:
        """The one person who holds the office: "the health minister"."""
        role = head.lemma_.lower()
        if role not in ROLE_NOUNS or _plural(head) or not _definite(span, head):
            return None
        holders = self._people_by_role.get(role, [])
        narrowing = {
            token.lower_
            for token in span
            if token.i != head.i and token.pos_ in ("NOUN", "PROPN", "ADJ")
        }
        fitting = [one for one in holders if narrowing <= one.roles[role]]
        return fitting[0] if len(fitting) == 1 else None

    @cached_property
    def _people_by_role(self) -> dict[str, list[Name]]:
        found: dict[str, list[Name]] = {}
        for name in dict.fromkeys(self._names):
            for role in name.roles:
                found.setdefault(role, []).append(name)
        return found

    def _by_noun(self, span: "Span", head: "Token") -> Name | None:
        """The one body whose name ends in the noun: "the commission"."""
        noun = head.lower_
        if noun not in ORGANISATION_NOUNS or not _definite(span, head):
            return None
        if any(token.pos_ in ("NOUN", "PROPN", "ADJ") for token in span if token.i != head.i):
            return None
        fitting = self._bodies_by_noun.get(noun, [])
        return fitting[0] if len(fitting) == 1 else None

    @cached_property
    def _bodies_by_noun(self) -> dict[str, list[Name]]:
        found: dict[str, list[Name]] = {}
        for name in dict.fromkeys(self._names):
            if name.label == "ORG" and len(name.words) > 1:
                for noun in {name.words[0].lower(), name.words[-1].lower()}:
                    found.setdefault(noun, []).append(name)
        return found

    def _fuller(self, span: "Span", head: "Token") -> "Span":
        """The phrase that told which one is meant: "the papers" are the "leaked papers" above."""
        noun = head.lemma_.lower()
        if noun not in DOCUMENT_NOUNS or not _definite(span, head) or len(span) > 2:
            return span
        told = self._documents_told.get((noun, head.tag_), [])
        index = bisect_left(told, head.i) - 1
        left = _described(self._doc[told[index]]) if index >= 0 else []
        return self._doc[left[0].left_edge.i : told[index] + 1] if left else span

    @cached_property
    def _documents_told(self) -> dict[tuple[str, str], list[int]]:
        """Where nouns of documents stand that do not only point back ("the papers")."""
        found: dict[tuple[str, str], list[int]] = {}
        for token in self._doc:
            noun = token.lemma_.lower()
            if noun in DOCUMENT_NOUNS and token.pos_ == "NOUN":
                pointing = any(child.dep_ in ("det", "nmod:poss") for child in token.children)
                if not pointing or _described(token):
                    found.setdefault((noun, token.tag_), []).append(token.i)
        return found

    def _antecedent(self, pronoun: "Token") -> "Token | None":
        """The head of what `pronoun` stands for: a subject before it, nearest sentence first.

        Within a sentence the main clause's subject comes first. Two that fit equally well leave
        it unclear.
        """
        quoted_at, actor = self._quote_of(pronoun), _actor(pronoun)
        index = bisect_right(self._sentence_starts, pronoun.i) - 1
        first, sought = max(0, index - _LONGEST_MEMORY), 0
        while index >= first and sought <= _MEMORY:
            start, end = self._bounds(index)
            heads = [
                token
                for token in self._doc[start : min(end, pronoun.i)]
                if self._fits(token, pronoun)
                and self._quote_of(token) in (None, quoted_at)
                and (actor is None or self._identity(token) != self._identity(actor))
            ]
            if heads:
                return self._foremost(heads)
            index -= 1
            sought += self._quote_of(self._doc[start]) is None
        return None

    def _foremost(self, heads: list["Token"]) -> "Token | None":
        subjects = [head for head in heads if _role_of(head) in _SUBJECT]
        if subjects:
            main = [s for s in subjects if _clause(s).dep_ in ("ROOT", "root", "parataxis", "conj")]
            return (main or subjects)[-1]
        different = {self._identity(head) for head in heads}
        return heads[-1] if len(different) == 1 else None

    def _identity(self, head: "Token") -> int:
        index = self._at(head)
        return head.i if index is None else -1 - id(self._names[index])

    def _fits(self, token: "Token", pronoun: "Token") -> bool:
        """Whether `token` is the head of a phrase that `pronoun` can stand for."""
        beside = token.dep_ == "appos" and self._at(token) is None
        # "No prisoner loses visits, he said": nobody is meant.
        beside = beside or any(t.lower_ in _NOBODY and t.dep_ == "det" for t in token.children)
        if beside or token.dep_ in ("compound", "flat", "det", "amod") or not token.is_alpha:
            return False
        kind, noun = pronoun.lower_, token.lemma_.lower()
        index = self._at(token)
        if index is not None and _is_head(token, self._places[index]):
            name = self._names[index]
            if kind in HE | SHE:
                other = "female" if kind in HE else "male"
                return name.label == "PER" and name.gender != other
            if kind in _IT:
                return name.label in ("ORG", "LOC") and _role_of(token) in _SUBJECT
            return name.label in ("ORG", "NORP") and _role_of(token) in _SUBJECT
        if index is not None or token.pos_ != "NOUN" or _role_of(token) not in _SUBJECT:
            return False
        if kind in HE | SHE:
            other_roles = FEMALE_ROLES if kind in HE else MALE_ROLES
            return noun in ROLE_NOUNS - other_roles and not _plural(token)
        if kind in _IT:
            return noun in ORGANISATION_NOUNS | DOCUMENT_NOUNS and not _plural(token)
        return _plural(token) and noun in ROLE_NOUNS | UNNAMED_NOUNS | ORGANISATION_NOUNS

    def _quote_of(self, token: "Token") -> int | None:
        """The start of the quotation that `token` lies in."""
        index = bisect_right(self._quotes, token.idx, key=lambda quote: quote[0]) - 1
        inside = index >= 0 and token.idx < self._quotes[index][1]
        return self._quotes[index][0] if inside else None

    @cached_property
    def _quotes(self) -> list[tuple[int, int]]:
        return [(one.start, one.end) for one in quotemarks.quoted(self._doc.text)]

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [token.i for token in self._doc if token.is_sent_start or token.i == 0]

    def _bounds(self, index: int) -> tuple[int, int]:
        following = [*self._sentence_starts[index + 1 : index + 2], len(self._doc)]
        return self._sentence_starts[index], following[0]


def _described(noun: "Token") -> "list[Token]":
    """What stands before a noun and says which: "leaked papers", "police files"."""
    return [c for c in noun.children if c.dep_ in ("amod", "compound") and c.i < noun.i]


def _is_head(token: "Token", place: Place) -> bool:
    return not place.start <= token.head.i < place.end or token.head.i == token.i


def _role_of(token: "Token") -> str:
    """The relation of the phrase that `token` heads; a name beside its title has the title's."""
    beside = token.dep_ in ("appos", "flat", "conj") and token.head.i != token.i
    return str(token.head.dep_ if beside else token.dep_)


def _clause(subject: "Token") -> "Token":
    return subject.head.head if subject.dep_ in ("appos", "flat", "conj") else subject.head


def _actor(pronoun: "Token") -> "Token | None":
    """Who acts on `pronoun`, and so is somebody else: "her mother told her", unlike "herself"."""
    if pronoun.dep_ not in ("obj", "iobj", "obl") or pronoun.lower_.endswith(("self", "selves")):
        return None
    return next((t for t in pronoun.head.children if t.dep_ in _SUBJECT), None)


def _plural(token: "Token") -> bool:
    return token.tag_ in ("NNS", "NNPS")


def _definite(span: "Span", head: "Token") -> bool:
    """Whether the phrase says that it is known who is meant: "the mayor", or "Mayor" as a name."""
    articles = [token.lower_ for token in span if token.dep_ in ("det", "nmod:poss")]
    if not articles:
        return head.text[:1].isupper() and not head.is_sent_start
    return articles[0] in ("the", "this", "that", "these", "those") or articles[0] not in (
        *_ARTICLES,
        "some",
        "any",
        "no",
        "another",
        "every",
        "each",
        "one",
    )


def _own_words(span: "Span", head: "Token") -> Mention:
    words = list(_without_article(span))
    name = " ".join("".join(token.text_with_ws for token in words).split())
    capital = head.pos_ == "PROPN" and not _plural(head) and bare(head) not in ROLE_NOUNS
    lemma = head.lemma_.lower() or head.lower_
    return Mention(
        name or span.text,
        noun="" if capital and lemma not in ORGANISATION_NOUNS | DOCUMENT_NOUNS else lemma,
        plural=_plural(head),
        definite=_definite(span, head),
    )


def _without_article(span: "Span") -> Iterator["Token"]:
    skipping = True
    for token in span:
        skipping = skipping and (token.lower_ in _ARTICLES or token.is_space)
        if not skipping:
            yield token
