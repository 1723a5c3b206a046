"""The whole check as one JSON object: the contract with other programs."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from evidence import Source
from evidence.records import Claim, Document
from xref.check import Check, to_json


def text(check: Check) -> str:
    """The check as a JSON text, with every claim that it speaks of."""
    return json.dumps(record(check), ensure_ascii=False, indent=2) + "\n"


def record(check: Check) -> dict[str, Any]:
    """The check as plain lists and dicts, with every claim that it names by its id."""
    return to_json(check) | {
        "documents": [document_record(document) for document in check.documents],
        "claims": [claim_record(one) for alignment in check.alignments for one in alignment.claims],
    }


def document_record(document: Document) -> dict[str, Any]:
    """What is known about a document beside its text."""
    return {
        "id": document.id,
        "source": document.source,
        "path": document.path,
        "title": document.title,
        "published": document.published.isoformat() if document.published else None,
        "url": document.url,
    }


def claim_record(claim: Claim) -> dict[str, Any]:
    """A claim with its value, its exact words and the document that they stand in."""
    return {
        "id": claim.id,
        "document": document_record(claim.document),
        "kind": claim.kind,
        "start": claim.start,
        "end": claim.end,
        "text": claim.text,
        "value": claim.value,
        "worth": claim.worth,
        "spans": [
            {"role": span.role, "start": span.start, "end": span.end, "text": span.text}
            for span in claim.spans
        ],
    }


def text_record(document: Document, claims: Iterable[Claim]) -> dict[str, Any]:
    """A document with its text, and its claims."""
    return document_record(document) | {
        "text": document.text,
        "claims": [claim_record(claim) for claim in claims],
    }


def source_record(source: Source, counts: Mapping[str, Mapping[str, int]]) -> dict[str, Any]:
    """A source with its documents; `counts` is by document id and kind."""
    return {
        "source": source.name,
        "claims": dict(source.claims),
        "documents": [
            document_record(document) | {"claims": dict(counts.get(document.id, {}))}
            for document in source.documents
        ],
    }
