"""The check as linked data: claims, comparisons and alignments as W3C Web Annotations.

The model is that of https://www.w3.org/TR/annotation-model/. What it has no word for stands in
`CONTEXT`; a claim's value is one JSON literal there, as its keys are those of the JSON output.
"""

import json
from collections.abc import Iterator
from types import MappingProxyType
from typing import Any

from evidence.anchor import selector
from evidence.records import Claim, Document, digest
from xref.alignment import Alignment
from xref.check import Check
from xref.relation import Comparison
from xref.report.prose import day, reading, summary

_TERMS = (
    *("kind", "topic", "verdict", "sources", "independent"),
    *("relation", "code", "judged", "judgedBy", "judgedAt", "path"),
)
CONTEXT: tuple[str, MappingProxyType[str, Any]] = (
    "http://www.w3.org/ns/anno.jsonld",
    MappingProxyType(
        {
            # JSON literals came with this version; an older reader must stop, not guess.
            "@version": 1.1,
            "xref": "https://xref.example/ns#",
            **{term: f"xref:{term}" for term in _TERMS},
            "assertion": {"@id": "xref:assertion", "@type": "@json"},
            "documents": {"@id": "xref:document", "@container": "@set"},
        }
    ),
)


def text(check: Check) -> str:
    """The check as a JSON-LD text."""
    return json.dumps(record(check), ensure_ascii=False, indent=2) + "\n"


def record(check: Check) -> dict[str, Any]:
    """One annotation collection, with all of it on its first page."""
    items = list(_annotations(check))
    parts = (*(one.id for one in check.documents), *(one.id for one in check.alignments))
    name = f"urn:xref:check:{digest(*parts)}"
    return {
        "@context": [CONTEXT[0], dict(CONTEXT[1])],
        "id": name,
        "type": "AnnotationCollection",
        "label": f"Cross-check: {summary(check)}",
        "generator": {"type": "Software", "name": "xref"},
        "documents": [_document(document) for document in check.documents],
        "total": len(items),
        "first": {
            "id": f"{name}:1",
            "type": "AnnotationPage",
            "partOf": name,
            "startIndex": 0,
            "items": items,
        },
    }


def _annotations(check: Check) -> Iterator[dict[str, Any]]:
    for alignment in check.alignments:
        yield from map(_claim, alignment.claims)
        yield from map(_comparison, alignment.comparisons)
        yield _alignment(alignment)


def _document(document: Document) -> dict[str, Any]:
    known = {
        "dc:publisher": document.source,
        "dc:title": document.title,
        "dcterms:issued": day(document),
        "schema:url": document.url,
        "path": document.path,
    }
    # What is not known is left out: an empty title would be one.
    return {
        "id": _document_name(document.id),
        "type": "Text",
        **{key: said for key, said in known.items() if said},
    }


def _claim(claim: Claim) -> dict[str, Any]:
    """What the words of a document claim: the target says which words, the body how read."""
    return {
        "id": _claim_name(claim),
        "type": "Annotation",
        "motivation": "describing",
        "body": [
            {"type": "xref:Claim", "kind": claim.kind, "assertion": claim.value},
            _words(reading(claim)),
        ],
        "target": {
            "type": "SpecificResource",
            "source": _document_name(claim.document_id),
            "selector": selector(claim.document, claim.start, claim.end),
        },
    }


def _comparison(comparison: Comparison) -> dict[str, Any]:
    """Two claims of different documents; the relation is that of the target to the claim linked."""
    finding = comparison.finding
    left, right = _claim_name(comparison.left), _claim_name(comparison.right)
    found = {
        "relation": str(finding.relation),
        "code": None if finding.code is None else str(finding.code),
        "judged": comparison.judged,
        "judgedBy": comparison.judged_by or None,
        "judgedAt": comparison.judged_at or None,
    }
    return {
        "id": f"urn:xref:comparison:{comparison.left.id}:{comparison.right.id}",
        "type": "Annotation",
        "motivation": "linking",
        "body": [
            {"type": "SpecificResource", "purpose": "linking", "source": right},
            _words(finding.reason),
        ],
        "target": left,
        **{key: said for key, said in found.items() if said is not None},
    }


def _alignment(alignment: Alignment) -> dict[str, Any]:
    """The verdict on all claims about one thing."""
    return {
        "id": f"urn:xref:alignment:{alignment.id}",
        "type": "Annotation",
        "motivation": "assessing",
        "body": {
            "type": "xref:Alignment",
            "kind": alignment.kind,
            "topic": alignment.topic,
            "verdict": str(alignment.verdict),
            "sources": alignment.sources,
            "independent": alignment.independent,
        },
        "target": [_claim_name(claim) for claim in alignment.claims],
    }


def _words(said: str) -> dict[str, str]:
    """What any reader of annotations can show."""
    return {
        "type": "TextualBody",
        "purpose": "describing",
        "value": said,
        "format": "text/plain",
        "language": "en",
    }


def _claim_name(claim: Claim) -> str:
    return f"urn:xref:claim:{claim.id}"


def _document_name(document_id: str) -> str:
    return f"urn:xref:document:{document_id}"
