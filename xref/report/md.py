"""The comparison table in Markdown, to be pasted into notes or a pull request."""

import re
from collections.abc import Iterator

from evidence.records import Document
from xref.check import Check
from xref.report import prose
from xref.table import table

_SPECIAL = re.compile(r"([\\`*_\[\]<>|~$#])")
_ENTITY = re.compile(r"&(?=#?\w+;)")


def text(check: Check) -> str:
    """A page with the summary, the comparison table, and the documents that it rests on."""
    return "\n".join(_lines(check)) + "\n"


def escaped(cell: str) -> str:
    """Text that Markdown shows as it is, on one line.

    >>> print(escaped("a | b\\n[sic]"))
    a \\| b \\[sic\\]
    """
    flat = " ".join(prose.visible(cell).split())
    return _ENTITY.sub("&amp;", _SPECIAL.sub(r"\\\1", flat))


def _lines(check: Check) -> Iterator[str]:
    yield "# Cross-check"
    yield ""
    yield escaped(prose.summary(check))
    for note in prose.notes(check):
        yield f"- {escaped(note)}"
    yield ""
    laid_out = table(check)
    yield _row(laid_out.columns)
    yield _row("---" for _ in laid_out.columns)
    for cells in laid_out.cells():
        yield _row(escaped(cell) for cell in cells)
    yield ""
    yield "## Documents"
    yield ""
    for document in check.documents:
        yield f"- {_document(document)}"


def _row(cells: Iterator[str] | tuple[str, ...]) -> str:
    return f"| {' | '.join(cells)} |"


def _document(document: Document) -> str:
    known = [document.source, document.title, prose.day(document), document.path or document.url]
    return ", ".join(escaped(one) for one in known if one) + f" (`{document.id}`)"
