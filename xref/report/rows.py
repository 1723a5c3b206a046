"""Claims, documents and alignments as rows under fixed columns."""

from collections.abc import Iterable, Iterator, Mapping

from claims.registry import BY_NAME
from evidence import Source
from evidence.records import Claim
from xref.check import Check
from xref.report.prose import day, reading
from xref.table import deciding, ranked, reason

CLAIM = (
    "id",
    "source",
    "document",
    "path",
    "published",
    "kind",
    "start",
    "end",
    "text",
    "reading",
)
SOURCE = ("source", "published", "title", "path", "document", *BY_NAME)
CHECKED = ("alignment", "topic", "verdict", "sources", "independent", "reason", *CLAIM)


def claim_row(claim: Claim) -> tuple[object, ...]:
    """A claim under `CLAIM`; `reading` is how it was understood, in words."""
    document = claim.document
    return (
        claim.id,
        document.source,
        document.id,
        document.path,
        day(document),
        claim.kind,
        claim.start,
        claim.end,
        claim.text,
        reading(claim),
    )


def checked_rows(check: Check) -> Iterator[tuple[object, ...]]:
    """Every claim with the alignment it stands in, under `CHECKED`; the disputed come first."""
    for alignment in ranked(check.alignments):
        reasons = "; ".join(reason(comparison) for comparison in deciding(alignment))
        about = (
            alignment.id,
            alignment.topic,
            str(alignment.verdict),
            alignment.sources,
            alignment.independent,
            reasons,
        )
        yield from ((*about, *claim_row(claim)) for claim in alignment.claims)


def source_rows(
    sources: Iterable[Source], counts: Mapping[str, Mapping[str, int]]
) -> Iterator[tuple[object, ...]]:
    """Every document under `SOURCE`; `counts` is by document id and kind."""
    for source in sources:
        for document in source.documents:
            kinds = counts.get(document.id, {})
            known = (source.name, day(document), document.title, document.path, document.id)
            yield (*known, *(kinds.get(kind, 0) for kind in BY_NAME))
