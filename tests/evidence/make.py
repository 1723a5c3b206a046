"""Documents and claims made by hand."""

from typing import Any

from evidence import Claim, Document, Span
from evidence.records import claim_id, digest


def document(
    text: str = "Rain fell on the town.", source: str = "Gazette", **more: Any
) -> Document:
    """A document made by hand."""
    return Document(id=digest(source, text), source=source, text=text, **more)


def claim(of: Document, start: int, end: int, kind: str = "statement", **value: Any) -> Claim:
    """A claim over `[start, end)` of a document, with one part of the same extent."""
    text = of.text[start:end]
    id = claim_id(of.id, kind, start, end, value)
    return Claim(
        id=id,
        document_id=of.id,
        kind=kind,
        start=start,
        end=end,
        text=text,
        value=value,
        spans=[Span(claim_id=id, role="whole", start=start, end=end, text=text)],
    )
