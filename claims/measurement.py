"""From a parsed document to its quantities: figures, what they count, and what is said twice."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import TYPE_CHECKING

from claims import counted, figures
from claims.bounds import Bound
from claims.counted_noun import sentence_of
from claims.figures import Figure
from claims.going_on import Told, bare
from claims.kind import Part
from claims.measured import Counted, Earlier
from claims.not_counted import is_none
from claims.phrase import extent
from claims.scope import Limits, Scope

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

    from claims.parsed import Parsed


# What tells measurements of one value apart: the words for what is counted, time and place.
_About = tuple[frozenset[str], str | None, str | None]
# Smaller figures are so common that the same one twice may well count different things.
_DISTINCT = 20


@dataclass(frozen=True, slots=True)
class Measurement:
    """A quantity as it stands in the text: its value, its evidence and its parts."""

    start: int
    end: int
    low: Decimal
    high: Decimal
    bound: Bound
    unit: str
    counted: str | None
    outcome: str | None
    scope: Scope
    parts: tuple[Part, ...]
    lemmas: frozenset[str] = field(default=frozenset())
    refers: bool = False


def measurements(parsed: "Parsed") -> Iterator[Measurement]:
    """The quantities of a document in text order, each with its later mentions as parts."""
    limits = Limits(parsed)
    kept: list[Measurement] = []
    mentions: dict[int, list[Part]] = {}
    alike: dict[tuple[Decimal, Decimal, str, Bound], dict[_About, int]] = {}
    for measurement in _all(parsed.doc, parsed.text, limits):
        value = (measurement.low, measurement.high, measurement.unit, measurement.bound)
        # Of those that say the same of it, the first can stand for all.
        known = alike.setdefault(value, {})
        index = next((one for one in known.values() if _same(kept[one], measurement)), None)
        if index is None:
            known.setdefault(_about(measurement), len(kept))
            kept.append(measurement)
        else:
            mention = Part("mention", measurement.start, measurement.end)
            mentions.setdefault(index, []).append(mention)
    for index, measurement in enumerate(kept):
        yield replace(measurement, parts=(*measurement.parts, *mentions.get(index, ())))


def _about(measurement: Measurement) -> _About:
    return measurement.lemmas, measurement.scope.time, measurement.scope.place


def _all(doc: "Doc", text: str, limits: Limits) -> Iterator[Measurement]:
    sentence, before, last = -1, list[Counted](), None
    told = list[Told]()
    for figure in figures.find(text):
        number = doc.char_span(figure.number.start, _counting_end(figure), alignment_mode="expand")
        if number is None or not len(number):
            continue
        if sentence_of(number[0]).start != sentence:
            sentence, before, last = sentence_of(number[0]).start, [], None
        what = counted.count(figure, number, before, last) or bare(figure, number, told)
        if what is None or is_none(figure, number, what):
            continue
        if what.phrase != "age":
            told.append(Told(figure.high, what, number.start))
        if what.says_what and what.phrase != "age":
            before.append(what)
        last = Earlier(_after(doc, max(figure.end, what.end or 0), number), what)
        yield _measurement(figure, number, what, limits)


def _after(doc: "Doc", end: int, number: "Span") -> int:
    """The number of the token behind a figure that ends at a character."""
    at = number.end
    while at < len(doc) and doc[at].idx < end:
        at += 1
    return at


def _counting_end(figure: Figure) -> int:
    """Where the number ends with a bound right behind it: "three or more sailors"."""
    hedge, end = figure.hedge, figure.number.end
    return hedge.end if hedge and end <= hedge.start <= end + 1 else end


def _measurement(figure: Figure, number: "Span", what: Counted, limits: Limits) -> Measurement:
    end = max(figure.end, what.end or 0)
    found = limits.of(number, what.head, end, age=what.phrase == "age")
    parts = [Part("number", figure.number.start, figure.number.end)]
    if figure.hedge:
        parts.append(Part("bound", figure.hedge.start, figure.hedge.end))
    if figure.unit and figure.unit.end > figure.unit.start:
        parts.append(Part("unit", figure.unit.start, figure.unit.end))
    if what.tokens:
        parts.append(Part("counted", *extent(what.tokens)))
    parts.extend(limit.part for limit in found.values())
    scope = Scope(**{name: limit.value for name, limit in found.items()})
    return Measurement(
        figure.start, end, figure.low, figure.high, figure.bound, what.unit, what.phrase,
        what.outcome, scope, tuple(parts), _lemmas(what), _refers(number),
    )  # fmt: skip


def _lemmas(what: Counted) -> frozenset[str]:
    words = {
        token.lemma_.lower()
        for token in what.tokens
        if token.pos_ in ("NOUN", "PROPN", "ADJ", "VERB")
    }
    return frozenset(words | ({what.outcome} if what.outcome else set()))


def _refers(number: "Span") -> bool:
    """Whether the figure points back: "these 403 pages", "the 12 men"."""
    before = number.doc[number.start - 1] if number.start else None
    return before is not None and before.lower_ in ("these", "those", "the", "all")


def _same(earlier: Measurement, later: Measurement) -> bool:
    """Whether two of one value and unit say one thing: place, time and what is counted agree."""
    if earlier.counted == later.counted == "age" and earlier.scope.group:
        return earlier.scope.group == later.scope.group
    for one, other in (
        (earlier.scope.time, later.scope.time),
        (earlier.scope.place, later.scope.place),
    ):
        if one and other and one != other:
            return False
    return _alike(earlier.lemmas, later.lemmas, later)


def _alike(left: frozenset[str], right: frozenset[str], later: Measurement) -> bool:
    if left == right:
        return bool(left) and (later.refers or len(left) > 1 or later.low >= _DISTINCT)
    # "The 403 leaked pages" can only be those that were counted; "the two men" may be others.
    if later.refers and (right <= left or later.low >= _DISTINCT):
        return True
    shared = left & right
    return len(shared) >= 2 and 2 * len(shared) > min(len(left), len(right))
