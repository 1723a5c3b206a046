"""What was said, by whom it was published, and where exactly in the text it stands."""

from evidence.errors import InputError
from evidence.read import read, read_all
from evidence.records import Claim, Document, Judgement, Span
from evidence.store import Source, Store

__all__ = [
    "Claim",
    "Document",
    "InputError",
    "Judgement",
    "Source",
    "Span",
    "Store",
    "read",
    "read_all",
]
