"""Figures in tables: rows between bars under a row of headings, as in Markdown and web pages.

A cell counts what its column's heading says, for what its row is named after; a row of totals is
named after nothing.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claims import figures, units
from claims.figures import Figure
from claims.units import Dimension

_ROW = re.compile(r"^[ \t]*\|.*\|[ \t]*$", re.MULTILINE)
_RULE = re.compile(r"[ \t]*\|(?:\s*:?-{2,}:?\s*\|)+[ \t]*")
_TOTAL = re.compile(r"(?:grand |sub-?)?totals?\b|(?:sum|all|overall|together)\W*$", re.IGNORECASE)
# "Votes cast", "deaths in May": what is counted stands before.
_FOLLOWING = re.compile(r"\s(?:of|in|by|per|for|from|since|until|as)\s.*$", re.IGNORECASE)
_NUMBER_OF = re.compile(r"^(?:number|no\.?|count)\s+of\s+", re.IGNORECASE)
# What such columns hold names or orders its row, and counts nothing.
_NAMING = re.compile(
    r"(?:year|date|day|month|time|rank|place|position|no|nr|number|id|code|phone|page|seat|round|#)"
    r"s?\.?$",
    re.IGNORECASE,
)
_PERCENT = re.compile(r"%|\b(?:per ?cent|percentage|share)\b", re.IGNORECASE)
_BRACKETED = re.compile(r"\s*\([^)]*\)\s*$")
_YEAR = re.compile(r"(?:1[89]|20)\d\d")


@dataclass(frozen=True, slots=True)
class Cell:
    """The words of one cell at `[start, end)`."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class CountedCell:
    """A figure in a table: what its column counts, in which unit, and what its row is named after.

    `row` is empty in a row of totals.
    """

    figure: Figure
    start: int
    end: int
    unit: str
    heading: Cell
    row: Cell | None


def counted_cells(text: str) -> Iterator[CountedCell]:
    """Every cell of every table that holds one figure and nothing else.

    >>> table = "| Town | Votes |\\n|---|---|\\n| Lima | 120 |\\n| Total | 120 |"
    >>> [(c.figure.low, c.unit, c.row and c.row.text) for c in counted_cells(table)]
    [(Decimal('120'), 'vote', 'Lima'), (Decimal('120'), 'vote', None)]
    """
    heading: Sequence[Cell] = ()
    rows: list[Sequence[Cell]] = []
    last = 0
    for line in _ROW.finditer(text):
        if text[last : line.start()].strip():
            # Other text ends a table.
            yield from _of_table(heading, rows)
            heading, rows = (), []
        last = line.end()
        if _RULE.fullmatch(line.group()):
            heading, rows = (rows[-1] if rows else ()), []
        else:
            rows.append(_cells(line))
    yield from _of_table(heading, rows)


def _cells(line: re.Match[str]) -> list[Cell]:
    found = []
    for part in re.finditer(r"[^|]+", line.group().strip()):
        start = line.group().find("|") + line.start() + part.start()
        words = part.group()
        start += len(words) - len(words.lstrip())
        found.append(Cell(words.strip(), start, start + len(words.strip())))
    return found


def _of_table(heading: Sequence[Cell], rows: Sequence[Sequence[Cell]]) -> Iterator[CountedCell]:
    for row in rows if heading else ():
        name = row[0] if row and not _TOTAL.match(row[0].text) else None
        for head, cell in list(zip(heading, row, strict=False))[1:]:
            if not _NAMING.search(head.text) and head.text and not _YEAR.fullmatch(cell.text):
                yield from _counted(head, cell, name)


def _counted(head: Cell, cell: Cell, name: Cell | None) -> Iterator[CountedCell]:
    """The figure that fills a cell, which no other cell can change."""
    found = list(figures.find(cell.text))
    if len(found) != 1 or (found[0].start, found[0].end) != (0, len(cell.text)):
        return
    figure = found[0]
    unit = figure.unit.name if figure.unit is not None else _unit(head)
    yield CountedCell(figure, cell.start, cell.end, unit, head, name)


def _unit(head: Cell) -> str:
    """The unit that a heading names, or its noun: "Share (%)", "Length in km", "Votes cast"."""
    if _PERCENT.search(head.text):
        return "percent"
    inside = re.search(r"\((?:in )?([^)]+)\)|\bin (\w+)$", head.text)
    named = inside and units.named(inside[1] or inside[2])
    if named and named[1] is not Dimension.SHARE:
        return named[0]
    words = _FOLLOWING.sub("", _NUMBER_OF.sub("", _BRACKETED.sub("", head.text))).split()
    plural = (word for word in words if units.singular(word) != word.lower())
    return units.singular(next(plural, words[-1] if words else head.text))
