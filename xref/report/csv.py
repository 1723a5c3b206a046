"""Comma-separated text that is safe to open in a spreadsheet."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from xref.check import Check
from xref.table import table

# A spreadsheet runs a cell that begins with one of these as a formula (OWASP, CSV injection).
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def text(check: Check) -> str:
    """The comparison table of `check`, with its header even where nothing was found."""
    laid_out = table(check)
    return "".join(lines(laid_out.columns, laid_out.cells()))


def lines(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> Iterator[str]:
    """A header and rows as CSV, one at a time, with `\\n` line ends."""
    line = io.StringIO()
    # The writer quotes a cell for the characters of its own line end: a bare \r must be, too.
    writer = csv.writer(line, lineterminator="\r\n")
    for row in chain([columns], rows):
        writer.writerow([guarded(cell) for cell in row])
        yield line.getvalue().removesuffix("\r\n") + "\n"
        line.seek(0)
        line.truncate()


def guarded(cell: object) -> object:
    """A cell of words that a spreadsheet would run gets a leading apostrophe; numbers are kept.

    >>> guarded("=1+1")
    "'=1+1"
    >>> guarded(-5)
    -5
    """
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA) else cell
