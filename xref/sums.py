"""Totals that a document itself breaks down, and whether the parts add up."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from claims.quantity import Bound, Quantity
from claims.registry import value
from evidence.records import Claim
from xref.counted import ANYONE, PEOPLE, counted
from xref.say import number

# "Of these, 96 …": what follows breaks down what came before.
OPENING = re.compile(
    r"\b(?:of|among)\s+(?:these|those|them|which|whom|that\s+(?:total|number|figure)|the(?=\s+\d))\b",
    re.I,
)
TAKEN_UP = re.compile(r"\b[Oo]f\s+(?:these|those|the)\s+(\d[\d,.]*\d|\d)\b")
# "In all, 403 pages": what came before adds up to this.
CLOSING = re.compile(
    r"\b(?:in\s+(?:all|total)|altogether|for\s+a\s+total|a\s+total\s+of|combined|adding\s+up\s+to"
    r"|bring(?:s|ing)\s+the\s+(?:total|toll|number)|total(?=\s*:))\b",
    re.I,
)
# "44 pages … the rest": the parts are meant to be all there is.
REMAINDER = re.compile(r"\bthe\s+(?:rest|remaining|remainder|other|others|balance)\b", re.I)
# "The rest were blank": left without a figure of its own.
UNCOUNTED = re.compile(
    r"\bthe\s+(?:rest|remainder|others|balance)\b(?!\s+(?:of\s+the\b|in\b|,|:)?\s*\(?\d)", re.I
)
# A breakdown that misses its total by no more than this is a slip, not a selection.
SLIP = Decimal("0.1")
FEWEST = 3
# Without a word for it, so many figures of several sentences seldom add up by chance.
ENOUGH = 4
# A breakdown takes no more sentences than this.
LONGEST = 5
# More figures together are a table or a list without sentences, and would take for ever to try.
MOST = 60
# How far rounding may take each share of a column from its total.
ROUNDING = Decimal("0.5")
# Sentences that stand next to each other have no more than this between them.
NEXT = 3


@dataclass(frozen=True, slots=True)
class Sum:
    """A total and the parts that a document says it is made of, all claims of that document.

    `remainder` is what "the rest" comes to, where the document gives no figure for it.
    """

    document: str
    total: Claim
    parts: tuple[Claim, ...]
    holds: bool
    remainder: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """A claimed amount in its sentence."""

    claim: Claim
    amount: Decimal
    quantity: Quantity
    sentence: tuple[int, int]

    @property
    def text(self) -> str:
        """The sentence."""
        return self.claim.document.text[slice(*self.sentence)]


def sums(claims: Iterable[Claim]) -> tuple[Sum, ...]:
    """The totals with parts in each document; one for each total and at most one for each part."""
    by_document: dict[str, list[Figure]] = defaultdict(list)
    for claim in claims:
        figure = _figure(claim)
        if figure is not None:
            by_document[claim.document_id].append(figure)
    found: list[Sum] = []
    for _, figures in sorted(by_document.items()):
        figures.sort(key=lambda figure: (figure.claim.start, figure.claim.end, figure.claim.id))
        found.extend(_in_document(figures))
    return tuple(found)


def _figure(claim: Claim) -> Figure | None:
    if claim.kind != "quantity":
        return None
    quantity = value(claim)
    if not isinstance(quantity, Quantity) or quantity.low is None or quantity.low <= 0:
        return None
    if quantity.low != quantity.high or quantity.bound not in (Bound.EXACT, Bound.ABOUT):
        return None
    context = claim.context or {}
    sentence = (int(context.get("start", claim.start)), int(context.get("end", claim.end)))
    return Figure(claim, quantity.low, quantity, sentence)


def _in_document(figures: Sequence[Figure]) -> Iterator[Sum]:
    """Try each sentence as a breakdown of a figure near it."""
    used: set[str] = set()
    for found in _in_tables(figures):
        used |= {found.total.id, *(part.id for part in found.parts)}
        yield found
    sentences: dict[tuple[int, int], list[Figure]] = defaultdict(list)
    for figure in figures:
        sentences[figure.sentence].append(figure)
    ordered = sorted(sentences)
    for place, sentence in enumerate(ordered):
        if len(sentences[sentence]) > MOST:
            continue
        nearby = ordered[max(0, place - 1) : place + 2]
        around = [figure for near in nearby for figure in sentences[near][:MOST]]
        totals = {figure.claim.id: figure for figure in (*around, *_told_again(figures, sentence))}
        for total in sorted(totals.values(), key=lambda one: (-one.amount, one.claim.start)):
            parts = _parts(total, sentences[sentence])
            holds = _holds(total, parts, sentence)
            names = {total.claim.id, *(part.claim.id for part in parts)}
            if used & names:
                continue
            left = None if holds is not None else _left_over(total, parts, sentence)
            if holds is not None or left is not None:
                used |= names
                fits = bool(holds) if left is None else left > 0
                yield _sum(total, parts, holds=fits, remainder=left)
    yield from _over_sentences(ordered, sentences, used)


def _in_tables(figures: Sequence[Figure]) -> Iterator[Sum]:
    """Each column of a table with the row that sums it up."""
    columns: dict[str, list[Figure]] = defaultdict(list)
    last = 0
    for figure in figures:
        text, start = figure.claim.document.text, figure.claim.start
        line = text.rfind("\n", 0, start) + 1
        if text[line : line + 1] != "|":
            continue
        if any(row.strip()[:1] not in ("", "|") for row in text[last:line].split("\n")):
            # Another table begins.
            columns.clear()
        last = line
        column = columns[figure.quantity.counted or ""]
        if figure.quantity.scope.group is not None:
            column.append(figure)
        elif len(column) > 1:
            # What is of no group in a column of groups is their total.
            yield _column(figure, column)
            column.clear()


def _column(total: Figure, parts: Sequence[Figure]) -> Sum:
    amount = sum((part.amount for part in parts), Decimal(0))
    # Shares are rounded each by itself.
    exact = total.quantity.unit != "percent"
    holds = abs(amount - total.amount) <= (0 if exact else ROUNDING * len(parts))
    return _sum(total, parts, holds=holds)


def _over_sentences(
    ordered: Sequence[tuple[int, int]],
    sentences: Mapping[tuple[int, int], Sequence[Figure]],
    used: set[str],
) -> Iterator[Sum]:
    """Try each run of sentences as the breakdown of a figure in the one before or behind it."""
    for place in range(len(ordered)):
        for length in range(2, LONGEST + 1):
            run = ordered[place : place + length]
            if len(run) < length or any(b[0] - a[1] > NEXT for a, b in pairwise(run)):
                break
            around = [*ordered[max(0, place - 1) : place], *ordered[place + length :][:1]]
            totals = [figure for near in (*around, run[0]) for figure in sentences[near]]
            figures = [figure for sentence in run for figure in sentences[sentence]]
            if len(figures) > MOST:
                break
            for total in totals:
                parts = _parts(total, figures)
                names = {total.claim.id, *(part.claim.id for part in parts)}
                if not used & names and _spread_out(total, parts, run):
                    used |= names
                    yield _sum(total, parts, holds=True)


def _spread_out(total: Figure, parts: Sequence[Figure], run: Sequence[tuple[int, int]]) -> bool:
    """Whether the figures of a run of sentences add up to the total, and surely are its parts."""
    told = {part.sentence for part in parts}
    if len(parts) < FEWEST or {run[0], run[-1]} - told - {total.sentence}:
        return False
    if sum((part.amount for part in parts), Decimal(0)) != total.amount:
        return False
    if any(part.claim.start < total.claim.start for part in parts) and any(
        part.claim.start > total.claim.start for part in parts
    ):
        return False
    text = total.claim.document.text[run[0][0] : max(run[-1][1], total.claim.start)]
    cued = any(cue.search(text) for cue in (OPENING, REMAINDER, CLOSING))
    return cued or len(parts) >= ENOUGH


def _sum(
    total: Figure, parts: Sequence[Figure], *, holds: bool, remainder: Decimal | None = None
) -> Sum:
    claims = tuple(part.claim for part in parts)
    return Sum(total.claim.document_id, total.claim, claims, holds, remainder)


def _told_again(figures: Sequence[Figure], sentence: tuple[int, int]) -> list[Figure]:
    """Earlier figures that the sentence takes up: "Of these 403 pages, …"."""
    text = figures[0].claim.document.text[slice(*sentence)]
    taken_up = set(TAKEN_UP.findall(text))
    if not taken_up:
        return []
    return [
        figure
        for figure in figures
        if figure.sentence[0] < sentence[0]
        and taken_up & {number(figure.amount), f"{figure.amount.normalize():f}"}
    ]


def _parts(total: Figure, figures: Sequence[Figure]) -> list[Figure]:
    """The figures of a sentence that can be parts of the total: smaller, and of the same unit."""
    return [
        figure
        for figure in figures
        if figure.claim.id != total.claim.id
        and figure.amount < total.amount
        and _same_unit(total.quantity, figure.quantity)
    ]


def _same_unit(total: Quantity, part: Quantity) -> bool:
    whole, piece = counted(total), counted(part)
    if whole.dimension == piece.dimension:
        return True
    if not part.unit:
        return True
    return whole.head in ANYONE and (piece.head in PEOPLE or piece.fate is not None)


def _holds(total: Figure, parts: Sequence[Figure], sentence: tuple[int, int]) -> bool | None:
    """Whether the parts add up; None where they are not said to be the parts of this total."""
    if len(parts) < 2:
        return None
    amount = sum((part.amount for part in parts), Decimal(0))
    adds_up = amount == total.amount
    text = parts[0].text
    cued = _cued(total, parts, sentence, text)
    if adds_up:
        listed = len(parts) >= FEWEST or _people(total, parts)
        return True if cued or listed else None
    exhaustive = len(parts) >= FEWEST and abs(amount - total.amount) <= total.amount * SLIP
    opened = OPENING.search(text) is not None or _introduced(total, parts, text, sentence)
    told = cued and opened and not REMAINDER.search(text)
    if told and exhaustive and all(part.quantity.bound is Bound.EXACT for part in parts):
        return False if total.quantity.bound is Bound.EXACT else None
    return None


def _left_over(total: Figure, parts: Sequence[Figure], sentence: tuple[int, int]) -> Decimal | None:
    """What "the rest" comes to: below zero where the parts are already more than the total."""
    if not parts or total.claim.start > parts[0].claim.start:
        return None
    exact = all(one.quantity.bound is Bound.EXACT for one in (total, *parts))
    text = total.claim.document.text[parts[-1].claim.end : parts[0].sentence[1]]
    if not exact or not UNCOUNTED.search(text) or not _cued(total, parts, sentence, parts[0].text):
        return None
    left = total.amount - sum((part.amount for part in parts), Decimal(0))
    return left or None


def _cued(total: Figure, parts: Sequence[Figure], sentence: tuple[int, int], text: str) -> bool:
    """Whether words say that the total is made of the parts."""
    start = sentence[0]
    if total.claim.start < parts[0].claim.start:
        if _introduced(total, parts, text, sentence):
            return True
        return OPENING.search(text[: parts[0].claim.start - start + 1]) is not None
    since = max(parts[-1].claim.end, total.sentence[0])
    return CLOSING.search(total.claim.document.text[since : total.claim.end]) is not None


def _introduced(
    total: Figure, parts: Sequence[Figure], text: str, sentence: tuple[int, int]
) -> bool:
    """Whether a colon after the total leads to the parts: "61 people: 34 with …, 19 with …"."""
    if total.sentence != sentence or total.claim.start > parts[0].claim.start:
        return False
    start = sentence[0]
    return text[: parts[0].claim.start - start].rstrip().endswith(":")


def _people(total: Figure, parts: Sequence[Figure]) -> bool:
    """Whether one whole of people is broken down into different groups: 12 men and 7 women."""
    heads = {counted(part.quantity).head for part in parts}
    return counted(total.quantity).head in PEOPLE and len(heads) == len(parts) >= 2
