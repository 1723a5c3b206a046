"""The names of one document: every place where one stands, and which of them are one name."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from claims.firstnames import MEN, WOMEN
from claims.offices import bare, roles
from claims.words import HONORIFICS, TITLES, word_set

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

LABELS = frozenset({"PER", "ORG", "LOC", "NORP"})
_PARTICLES = word_set("al bin da de del der di du el ibn la le van von")
_POSSESSIVE = frozenset({"'s", "’s", "'", "’"})


@dataclass(eq=False, slots=True)
class Name:
    """One person, body or place of the document, under the fullest form of its name."""

    words: tuple[str, ...]
    label: str
    text: str
    roles: dict[str, frozenset[str]] = field(default_factory=dict)
    genders: set[str] = field(default_factory=set)

    @property
    def gender(self) -> str | None:
        """ "male" or "female" where the document makes it clear."""
        return next(iter(self.genders)) if len(self.genders) == 1 else None


@dataclass(frozen=True, slots=True)
class Place:
    """Where a name stands: tokens `[start, end)` without titles, articles and possessives."""

    start: int
    end: int
    label: str
    words: tuple[str, ...]
    honorific: str | None
    roles: tuple[tuple[str, frozenset[str]], ...]


def places(doc: "Doc") -> list[Place]:
    """Every place where a name stands, in order: what the model found, and what follows a title."""
    found = [
        _place(doc, ent.start, ent.end, ent.label_) for ent in doc.ents if ent.label_ in LABELS
    ]
    taken = {i for place in found if place for i in range(place.start, place.end)}
    found += [_place(doc, *run, "PER") for run in _after_titles(doc, taken)]
    ordered: list[Place] = []
    for place in sorted((place for place in found if place), key=lambda place: place.start):
        if ordered and _torn(doc, ordered[-1], place):
            whole = _place(doc, ordered.pop().start, place.end, "PER")
            ordered.append(whole or place)
        elif not ordered or place.start >= ordered[-1].end:
            ordered.append(place)
    return list(_relabelled(ordered))


def _torn(doc: "Doc", left: Place, right: Place) -> bool:
    """Whether two neighbours are one name that model and parse both tore apart."""
    if left.end != right.start or right.label != "PER" or len(left.words) > 1:
        return False
    first, second = doc[left.start], doc[right.start]
    return first.dep_ == second.dep_ and first.head.i == second.head.i


def names(ordered: list[Place]) -> list[Name]:
    """The name for each of `ordered`, one object for all places that mean the same."""
    known: list[Name] = []
    index: dict[tuple[str, str], list[Name]] = {}
    found: dict[tuple[str, tuple[str, ...]], list[Name]] = {}
    forms = {(place.label, place.words): place for place in reversed(ordered)}
    longest_first = sorted(forms.values(), key=lambda place: (-len(place.words), place.start))
    for place in longest_first:
        same = [name for name in _alike(index, place) if _means(name, place)]
        if not same:
            name = Name(place.words, place.label, " ".join(place.words))
            known.append(name)
            same = [name]
            for word in _keys(name.words):
                index.setdefault((name.label, word), []).append(name)
        found[place.label, place.words] = same
    return _assigned(ordered, found)


def _assigned(
    ordered: list[Place], found: dict[tuple[str, tuple[str, ...]], list[Name]]
) -> list[Name]:
    """Settle places that fit several names by what was last spoken of, and note what they tell."""
    latest: dict[int, int] = {}
    assigned: list[Name] = []
    for position, place in enumerate(ordered):
        gender = HONORIFICS.get(place.honorific or "")
        fitting = found[place.label, place.words]
        able = [one for one in fitting if not (gender and one.gender and one.gender != gender)]
        name = max(able or fitting, key=lambda one: latest.get(id(one), -1))
        latest[id(name)] = position
        name.roles.update(place.roles)
        name.genders.update(_genders(place, gender))
        assigned.append(name)
    return assigned


def _genders(place: Place, gender: str | None) -> Iterator[str]:
    if gender:
        yield gender
    elif place.label == "PER" and len(place.words) > 1:
        first = place.words[0].lower()
        if first in MEN:
            yield "male"
        elif first in WOMEN:
            yield "female"


def _alike(index: dict[tuple[str, str], list[Name]], place: Place) -> list[Name]:
    near = [name for word in _keys(place.words) for name in index.get((place.label, word), ())]
    return list({id(name): name for name in near}.values())


def _keys(words: tuple[str, ...]) -> list[str]:
    initials = "".join(word[0] for word in words if word[:1].isupper())
    return list(dict.fromkeys([*(word.lower() for word in words), initials.lower()]))


def _means(name: Name, place: Place) -> bool:
    """Whether a shorter or equal form can stand for `name`.

    People go by a run of their names or by first and last; bodies by an abbreviation or by the
    beginning or the end of theirs; places and peoples by nothing shorter.
    """
    long, short = _lower(name.words), _lower(place.words)
    if long == short:
        return True
    if place.label == "PER":
        ends = len(short) == 2 and (long[0], long[-1]) == short
        return ends or long[-len(short) :] == short or long[: len(short)] == short
    if place.label == "ORG":
        abbreviated = len(long) > 1 and "".join(w[0] for w in name.words if w[0].isupper()) == (
            place.words[0].replace(".", "")
        )
        whole = len(short) > 1 and (long[-len(short) :] == short or long[: len(short)] == short)
        return (len(short) == 1 and abbreviated) or whole
    return False


def _lower(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(word.lower() for word in words)


def _acts_by_first_name(doc: "Doc", start: int, end: int) -> bool:
    """Whether what was read as a place does something and is named as a person is."""
    named = end - start > 1 and doc[start].lower_ in MEN | WOMEN
    return named and any(token.dep_ == "nsubj" for token in doc[start:end])


def _place(doc: "Doc", start: int, end: int, label: str) -> Place | None:
    while start < end and doc[start].lower_ in ("the", "a", "an"):
        start += 1
    while start < end and (doc[end - 1].text in _POSSESSIVE or doc[end - 1].is_space):
        end -= 1
    if label == "LOC" and _acts_by_first_name(doc, start, end):
        label = "PER"
    first = start
    if label == "PER":
        end = _past_hyphens(doc, end)
        while 0 < start < end and _continues_name(doc[start]):
            start -= 1
        first = start
        titles = [i for i in range(start, end - 1) if bare(doc[i]) in TITLES | HONORIFICS.keys()]
        if titles and bare(doc[end - 1]) not in ("jr", "sr", "ii", "iii"):
            start = titles[-1] + 1
    if label == "PER" and _is_titled_thing(doc, start, end):
        label = "ORG"
    words = _words(doc, start, end)
    if not words or (label == "PER" and not words[0][:1].isalpha()):
        return None
    honorific = _honorific(doc, first, start)
    offices = tuple(roles(doc, first, start, end)) if label == "PER" else ()
    return Place(start, end, label, words, honorific, offices)


def _is_titled_thing(doc: "Doc", start: int, end: int) -> bool:
    """Whether "the" stands right before a single name in the singular: "the Courier"."""
    article = start > 0 and doc[start - 1].lower_ == "the"
    single = end - start == 1 and doc[start].tag_ == "NNP"
    return article and single and (end >= len(doc) or doc[end].pos_ not in ("NOUN", "PROPN"))


def _continues_name(token: "Token") -> bool:
    """Whether the model left out the first name: by the parse it is the head of the family name."""
    before = token.nbor(-1)
    joined = token.dep_ == "flat" and token.head.i == before.i
    return joined and before.text.istitle() and not before.ent_type_ and bare(before) not in TITLES


def _past_hyphens(doc: "Doc", end: int) -> int:
    """The end of a name whose last part has a hyphen: "Khaled Al-Amin"."""
    if 0 < end < len(doc) and doc[end - 1].text == "-":
        end -= 1
    while end + 1 < len(doc) and doc[end].text == "-" and doc[end + 1].text[:1].isupper():
        if doc[end - 1].whitespace_ or doc[end].whitespace_:
            break
        end += 2
    return end


def _words(doc: "Doc", start: int, end: int) -> tuple[str, ...]:
    return tuple("".join(token.text_with_ws for token in doc[start:end]).split())


def _honorific(doc: "Doc", first: int, start: int) -> str | None:
    before = [doc[i] for i in range(max(0, first - 1), start)]
    return next((bare(token) for token in before if bare(token) in HONORIFICS), None)


def _after_titles(doc: "Doc", taken: set[int]) -> Iterator[tuple[int, int]]:
    """Capitalised words after "Mr" or "President" that the model did not find to be a name."""
    for token in doc:
        titled = token.text[:1].isupper() and bare(token) in TITLES | HONORIFICS.keys()
        if not titled or token.i in taken:
            continue
        end = token.i + 1
        while end < len(doc) and end not in taken and _name_like(doc[end]):
            end += 1
        while end > token.i + 1 and doc[end - 1].lower_ in _PARTICLES:
            end -= 1
        if end > token.i + 1 and end not in taken:
            yield token.i + 1, end


def _name_like(token: "Token") -> bool:
    if token.lower_ in _PARTICLES:
        return True
    capital = token.text[:1].isupper() and token.pos_ in ("PROPN", "") and token.is_alpha
    return capital and bare(token) not in TITLES


def _relabelled(ordered: list[Place]) -> Iterator[Place]:
    """The same words are the same kind of name throughout: what most places say, people first."""
    votes: dict[tuple[str, ...], Counter[str]] = {}
    surnames = {place.words[-1] for place in ordered if place.label == "PER"}
    for place in ordered:
        votes.setdefault(place.words, Counter())[place.label] += 1
    for place in ordered:
        counted = votes[place.words]
        best = max(sorted(counted), key=lambda label: (counted[label], label == "PER"))
        known = len(place.words) == 1 and place.words[0] in surnames and counted["PER"] > 0
        label = "PER" if known or place.honorific else best
        yield Place(place.start, place.end, label, place.words, place.honorific, place.roles)
