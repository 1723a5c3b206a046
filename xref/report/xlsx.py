"""The check as a workbook: the comparison, the claims it rests on, and where they were read."""

import io
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from types import MappingProxyType
from typing import TYPE_CHECKING

from claims.quantity import Bound, Quantity
from claims.quotation import Quotation
from claims.registry import BY_NAME, value
from evidence.errors import InputError
from evidence.records import Claim, Document
from xref.check import Check
from xref.report import prose
from xref.report.csv import FORMULA
from xref.table import AFTER, BEFORE, Table, table
from xref.verdict import Verdict

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

CLAIMS = (
    *("id", "source", "path", "published", "kind", "text", "start", "end"),
    *("speaker", "bound", "amount", "unit"),
)
SOURCES = ("source", "published", "title", "path", "url", "document", *BY_NAME)

# What a sheet and a cell hold at most (Excel specifications and limits).
ROWS = 1_048_576
COLUMNS = 16_384
CELL = 32_767
# A spreadsheet keeps so many digits of a number, and makes zeros of the rest.
DIGITS = 15

# In characters: a sentence is read on a few lines, and an id needs no more room than it takes.
WIDTH = 12
WIDTHS: Mapping[str, int] = MappingProxyType(
    {"topic": 36, "reason": 44, "claims": 18, "text": 64, "title": 44, "path": 36, "url": 36}
    | {"source": 22, "id": 18, "document": 18, "speaker": 22, "verdict": 14}
)
WORDS = 32

# Background and letters, as spreadsheets themselves colour good, bad and neutral.
COLOURS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        Verdict.DISPUTED: ("#FFC7CE", "#9C0006"),
        Verdict.CORROBORATED: ("#C6EFCE", "#006100"),
        Verdict.UNCLEAR: ("#FFEB9C", "#7F4F00"),
        Verdict.SINGLE_SOURCE: ("#DDEBF7", "#1F4E79"),
    }
)
# The day of writing would make each file another one.
WRITTEN = datetime(2000, 1, 1)

# XML cannot hold these, not even as a reference.
_NO_CHARACTER = dict.fromkeys([*range(0xD800, 0xE000), 0xFFFE, 0xFFFF], 0xFFFD)

Cell = str | int | float


@dataclass(frozen=True, slots=True)
class _Formats:
    """How a cell looks; `guarded` is for words that would be run once a person edits them."""

    header: "Format"
    words: "Format"
    guarded: "Format"
    verdicts: Mapping[str, "Format"]

    def of(self, column: str, cell: Cell) -> "Format":
        """The look of a cell under `column`."""
        if column == "verdict":
            return self.verdicts.get(str(cell), self.words)
        starts = isinstance(cell, str) and cell.startswith(FORMULA)
        return self.guarded if starts else self.words


def book(check: Check) -> bytes:
    """The bytes of a workbook; the same check always makes the same."""
    # Half of what the rest of a command takes to load, and only this format needs it.
    from xlsxwriter import Workbook

    laid_out = table(check)
    written = io.BytesIO()
    with Workbook(written, {"in_memory": True}) as workbook:
        workbook.set_properties({"title": "Cross-check", "created": WRITTEN})
        formats = _formats(workbook)
        comparison = workbook.add_worksheet("Comparison")
        _fill(comparison, laid_out.columns, laid_out.cells(), formats, _widths(laid_out))
        _fill(workbook.add_worksheet("Claims"), CLAIMS, _claims(check), formats)
        _fill(workbook.add_worksheet("Sources"), SOURCES, _sources(check), formats)
    return written.getvalue()


def cell_text(words: str) -> str:
    """Words as a cell can hold them: controls shown, and no longer than a spreadsheet reads.

    >>> cell_text("a\\x1b[2J")
    'a␛[2J'
    """
    shown = prose.visible(words).translate(_NO_CHARACTER)
    # A spreadsheet counts as UTF-16 does: an emoji is two.
    coded = shown.encode("utf-16-le")
    if len(coded) > 2 * CELL:
        shown = coded[: 2 * (CELL - 1)].decode("utf-16-le", "ignore") + "…"
    # The writer takes what looks like its own marked-up runs for XML; so it no longer does.
    return f"{shown} " if shown.startswith("<r>") and shown.endswith("</r>") else shown


def _formats(workbook: "Workbook") -> _Formats:
    plain = {"text_wrap": True, "valign": "top"}
    verdicts = {
        verdict: workbook.add_format({**plain, "bg_color": ground, "font_color": letters})
        for verdict, (ground, letters) in COLOURS.items()
    }
    return _Formats(
        header=workbook.add_format({**plain, "bold": True}),
        words=workbook.add_format(plain),
        guarded=workbook.add_format({**plain, "quote_prefix": True}),
        verdicts=verdicts,
    )


def _fill(
    sheet: "Worksheet",
    columns: Sequence[str],
    rows: Iterable[Sequence[Cell]],
    formats: _Formats,
    widths: Mapping[int, int] = MappingProxyType({}),
) -> None:
    """A header that stays in sight, then `rows`; the first column stays, too."""
    if len(columns) > COLUMNS:
        raise InputError(f"{len(columns):,} columns are too many for a spreadsheet: write .csv")
    for place, column in enumerate(columns):
        sheet.set_column(place, place, widths.get(place, WIDTHS.get(column, WIDTH)))
        sheet.write_string(0, place, cell_text(column), formats.header)
    last = 0
    for last, row in enumerate(rows, start=1):
        if last >= ROWS:
            raise InputError(f"more than {ROWS - 1:,} rows for a spreadsheet: write .csv or .json")
        for place, (column, cell) in enumerate(zip(columns, row, strict=True)):
            _put(sheet, last, place, cell, formats.of(column, cell))
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, last, len(columns) - 1)


def _put(sheet: "Worksheet", row: int, place: int, cell: Cell, look: "Format") -> None:
    """A number as one; words as words, whatever they begin with."""
    if isinstance(cell, str):
        if cell:
            sheet.write_string(row, place, cell_text(cell), look)
    else:
        sheet.write_number(row, place, cell, look)


def _widths(laid_out: Table) -> dict[int, int]:
    """A source's words get one width, whatever the source is called."""
    columns = laid_out.columns
    return dict.fromkeys(range(len(BEFORE), len(columns) - len(AFTER)), WORDS)


def _claims(check: Check) -> Iterator[tuple[Cell, ...]]:
    """Every claim under `CLAIMS`, in the order of the documents and of their text."""
    place = {document.id: number for number, document in enumerate(check.documents)}
    stated = [claim for alignment in check.alignments for claim in alignment.claims]
    for claim in sorted(stated, key=lambda one: (place[one.document_id], one.start, one.id)):
        document = claim.document
        known = (claim.id, document.source, document.path, prose.day(document), claim.kind)
        yield (*known, claim.text, claim.start, claim.end, *_said(claim))


def _said(claim: Claim) -> tuple[str, str, Cell, str]:
    """The speaker of a quotation; bound, amount and unit of a quantity."""
    match said := value(claim):
        case Quotation():
            return said.speaker or "", "", "", ""
        case Quantity():
            return "", str(said.bound), _amount(said), said.unit
    return "", "", "", ""


def _amount(quantity: Quantity) -> Cell:
    """A number to reckon with, where it is one and a spreadsheet keeps it whole."""
    low, high = quantity.low, quantity.high
    one = high if low is None else low
    if one is None or quantity.bound is Bound.RANGE or not _kept(one):
        return prose.amount(quantity)
    return int(one) if one == one.to_integral_value() else float(one)


def _kept(number: Decimal) -> bool:
    return len(number.normalize().as_tuple().digits) <= DIGITS and abs(number.adjusted()) < 300


def _sources(check: Check) -> Iterator[tuple[Cell, ...]]:
    """Every document under `SOURCES`, with how many claims of each kind it makes."""
    made = Counter(
        (claim.document_id, claim.kind)
        for alignment in check.alignments
        for claim in alignment.claims
    )
    for document in check.documents:
        yield (*_document(document), *(made[document.id, kind] for kind in BY_NAME))


def _document(document: Document) -> tuple[str, ...]:
    known = (document.source, prose.day(document), document.title, document.path, document.url)
    return (*known, document.id)
