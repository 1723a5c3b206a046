"""Every place in a document where a name stands, and what it is a name of."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from claims.firstnames import MEN, WOMEN
from claims.offices import bare, beside, roles, title
from claims.words import HONORIFICS, ORGANISATION_NOUNS, ROLE_NOUNS, TITLES, word_set

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

# No shorter form of a name has more words, and no name behind a title.
LONGEST_FORM = 20
LABELS = frozenset({"PER", "ORG", "LOC", "NORP"})
_PARTICLES = word_set("al bin da de del der di du el ibn la le van von")
# What people do, where it stands before two names or more and is hardly a name itself.
_TRADES = ROLE_NOUNS - word_set(
    "baker bishop boy dean hunter judge king major marshal page pope prince rider son star"
)
# Bodies that are no places as well.
_BODIES = ORGANISATION_NOUNS - word_set(
    """
    center centre church city college country county district division hospital house military
    municipality parish party prefecture province region republic school state town village
    """
)
_POSSESSIVE = frozenset({"'s", "’s", "'", "’"})


@dataclass(frozen=True, slots=True)
class Place:
    """Where a name stands: tokens `[start, end)` without titles, articles and possessives."""

    start: int
    end: int
    label: str
    words: tuple[str, ...]
    honorific: str | None
    roles: tuple[tuple[str, frozenset[str]], ...]
    role: str = ""


def places(doc: "Doc") -> list[Place]:
    """Every place where a name stands, in order: what the model found, and what follows a title."""
    found = [
        _place(doc, ent.start, ent.end, ent.label_) for ent in doc.ents if ent.label_ in LABELS
    ]
    taken = {i for place in found if place for i in range(place.start, place.end)}
    found += [_place(doc, *run, "PER") for run in _after_titles(doc, taken)]
    known = [place for place in found if place]
    known += _overlooked(doc, known)
    ordered: list[Place] = []
    for place in sorted(known, key=lambda place: place.start):
        if ordered and _torn(doc, ordered[-1], place):
            whole = _place(doc, ordered.pop().start, place.end, "PER")
            ordered.append(whole or place)
        elif not ordered or place.start >= ordered[-1].end:
            ordered.append(place)
    return list(_relabelled(ordered))


def _overlooked(doc: "Doc", known: list[Place]) -> Iterator[Place]:
    """Where the family name of a person stands alone and the model took it for no name."""
    taken = {i for place in known for i in range(place.start, place.end)}
    surnames = {p.words[-1] for p in known if p.label == "PER" and len(p.words) > 1}
    for token in doc:
        if token.text in surnames and token.i not in taken and token.tag_ == "NNP":
            alone = not any(
                near.tag_ in ("NNP", "NNPS") and not near.is_space
                for near in doc[max(0, token.i - 1) : token.i + 2]
                if near.i != token.i
            )
            place = _place(doc, token.i, token.i + 1, "PER") if alone else None
            if place is not None:
                yield place


def _torn(doc: "Doc", left: Place, right: Place) -> bool:
    """Whether two neighbours are one name that model and parse both tore apart."""
    if left.end != right.start or right.label != "PER" or len(left.words) > 1:
        return False
    first, second = doc[left.start], doc[right.start]
    return first.dep_ == second.dep_ and first.head.i == second.head.i


def _acts_by_first_name(doc: "Doc", start: int, end: int) -> bool:
    """Whether what was read as a place does something and is named as a person is."""
    named = end - start > 1 and doc[start].lower_ in MEN | WOMEN
    return named and any(token.dep_ == "nsubj" for token in doc[start:end])


def _has_police(doc: "Doc", start: int, end: int) -> bool:
    """Whether one word names a town by its police: "Troy police Lt. Gerry Reed"."""
    return end - start == 1 and end < len(doc) and doc[end].text == "police"


def _is_body(doc: "Doc", start: int, end: int) -> bool:
    """Whether a name goes on with the noun of a body: "Osk Harbour" before "Board"."""
    following = doc[end] if start < end < len(doc) else None
    if following is None or not following.text[:1].isupper() or following.ent_type_:
        return False
    return following.lower_ in _BODIES and doc[end - 1].head.i == following.i


def _place(doc: "Doc", start: int, end: int, label: str) -> Place | None:
    while start < end and doc[start].lower_ in ("the", "a", "an"):
        start += 1
    while start < end and (doc[end - 1].text in _POSSESSIVE or doc[end - 1].is_space):
        end -= 1
    if label == "ORG" and start < end < len(doc) and doc[end - 1].pos_ == "ADP":
        end += doc[end].text[:1].isupper()
    if label == "LOC" and _acts_by_first_name(doc, start, end):
        label = "PER"
    if label == "PER" and _has_police(doc, start, end):
        label = "LOC"
    if label in ("LOC", "ORG", "NORP") and _is_body(doc, start, end):
        end, label = end + 1, "ORG"
    first = start
    if label == "PER":
        end = _past_hyphens(doc, end)
        while 0 < start < end and _continues_name(doc[start]):
            start -= 1
        start += _in_office(doc, start, end)
        first = start
        titles = [i for i in range(start, end - 1) if bare(doc[i]) in TITLES | HONORIFICS.keys()]
        titles += [i for i in range(start, end - 2) if bare(doc[i]) in _TRADES]
        if titles and bare(doc[end - 1]) not in ("jr", "sr", "ii", "iii"):
            start = max(titles) + 1
    if label == "PER" and _is_titled_thing(doc, start, end):
        label = "ORG"
    words = _words(doc, start, end)
    if not words or (label == "PER" and not words[0][:1].isalpha()):
        return None
    honorific = _honorific(doc, first, start)
    runs = list(beside(doc, first, start, end)) if label == "PER" else []
    offices = tuple(office for run in runs for office in roles(run))
    return Place(start, end, label, words, honorific, offices, title(runs))


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


def _in_office(doc: "Doc", start: int, end: int) -> int:
    """How many first words belong to an office: "State" in "Secretary of State John Reed"."""
    office = start > 1 and doc[start - 1].lower_ == "of" and bare(doc[start - 2]) in TITLES
    return int(office and end - start > 2)


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
        last = min(len(doc), end + LONGEST_FORM)
        while end < last and end not in taken and _name_like(doc[end]):
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
    longer = [place for place in ordered if len(place.words) > 1 or place.honorific]
    surnames = {place.words[-1] for place in longer if place.label == "PER"}
    bodies = {place.words[-1] for place in longer if place.label == "ORG"} - surnames
    for place in ordered:
        votes.setdefault(place.words, Counter())[place.label] += 1
    for place in ordered:
        counted = votes[place.words]
        label = max(sorted(counted), key=lambda label: (counted[label], label == "PER"))
        single = place.words[0] if len(place.words) == 1 else ""
        if place.honorific or (single in surnames and counted["PER"] > 0):
            label = "PER"
        elif single in bodies and counted["ORG"] > 0:
            label = "ORG"
        yield replace(place, label=label)
