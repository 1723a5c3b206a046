"""The whole cross-check: documents and claims in, one result out."""

import gc
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from evidence.records import Claim, Document, Judgement, Read
from xref.align import align
from xref.alignment import Alignment
from xref.copies import copies
from xref.independence import Voices
from xref.relation import Comparison
from xref.relays import relays
from xref.sums import Sum, sums
from xref.verdict import VOICES
from xref.wires import wires


@dataclass(frozen=True, slots=True)
class Check:
    """Everything `xref check` found.

    `copies` and `relays` are pairs of document ids: two documents with the same text; the
    document that only reports what another reported, and that other one. `wires` has each agency
    that several documents credit with their text, with their ids.
    """

    documents: tuple[Document, ...]
    copies: tuple[tuple[str, str], ...]
    relays: tuple[tuple[str, str], ...]
    wires: tuple[tuple[str, tuple[str, ...]], ...]
    sums: tuple[Sum, ...]
    alignments: tuple[Alignment, ...]


def check(
    documents: Iterable[Document],
    claims: Iterable[Claim],
    judgements: Iterable[Judgement] = (),
    reads: Mapping[frozenset[str], Read] | None = None,
    *,
    needed: int = VOICES,
) -> Check:
    """Cross-check the documents' claims. The order in which anything is given changes nothing.

    Every claim's document must be among `documents` and reachable as `claim.document`. `reads` has
    what the words of two claims do to one another, by their ids (see `xref.read_pairs`). A thing is
    corroborated when so many independent voices as are `needed` support it.
    """
    with _uncollected():
        return _check(documents, claims, judgements, reads or {}, needed)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without looking for cycles, of which a check makes none: a fifth of its time else."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def _check(
    documents: Iterable[Document],
    claims: Iterable[Claim],
    judgements: Iterable[Judgement],
    reads: Mapping[frozenset[str], Read],
    needed: int,
) -> Check:
    given = tuple(sorted(documents, key=lambda one: (one.source, one.path, one.id)))
    stated = list(claims)
    copied = copies(given)
    relayed = tuple(pair for pair in relays(given) if tuple(sorted(pair)) not in copied)
    credited = wires(given)
    shared = tuple(pair for _, ids in credited for pair in pairwise(ids))
    voices = Voices(given, (*copied, *relayed, *shared))
    place = {document.id: position for position, document in enumerate(given)}
    alignments = align(stated, judgements=judgements, voices=voices, reads=reads, needed=needed)
    return Check(
        documents=given,
        copies=copied,
        relays=relayed,
        wires=credited,
        sums=sums(stated),
        alignments=tuple(sorted(alignments, key=lambda one: _order(one, place))),
    )


def _order(alignment: Alignment, place: dict[str, int]) -> tuple[int, int, str, str]:
    """Alignments in the order of the text that first makes them."""
    first = min((place[claim.document_id], claim.start) for claim in alignment.claims)
    return (*first, alignment.kind, alignment.id)


def to_json(result: Check) -> dict[str, Any]:
    """The object that `xref check -f json` prints."""
    return {
        "documents": [
            {"id": document.id, "source": document.source, "path": document.path}
            for document in result.documents
        ],
        "copies": [list(pair) for pair in result.copies],
        "relays": [list(pair) for pair in result.relays],
        "wires": [[name, list(ids)] for name, ids in result.wires],
        "sums": [
            {
                "document": one.document,
                "total": one.total.id,
                "parts": [part.id for part in one.parts],
                "holds": one.holds,
                "remainder": None if one.remainder is None else float(one.remainder),
            }
            for one in result.sums
        ],
        "alignments": [_alignment(alignment) for alignment in result.alignments],
    }


def _alignment(alignment: Alignment) -> dict[str, Any]:
    return {
        "id": alignment.id,
        "kind": alignment.kind,
        "topic": alignment.topic,
        "verdict": str(alignment.verdict),
        "claims": [claim.id for claim in alignment.claims],
        "sources": alignment.sources,
        "independent": alignment.independent,
        "comparisons": [_comparison(comparison) for comparison in alignment.comparisons],
    }


def _comparison(comparison: Comparison) -> dict[str, Any]:
    finding = comparison.finding
    return {
        "left": comparison.left.id,
        "right": comparison.right.id,
        "relation": str(finding.relation),
        "code": None if finding.code is None else str(finding.code),
        "reason": finding.reason,
        "judged": comparison.judged,
        "decided_by": "a person" if comparison.judged else str(finding.by),
        **_judged(comparison),
    }


def _judged(comparison: Comparison) -> dict[str, str]:
    """Who decided it and when, where that is known."""
    told = {"judged_by": comparison.judged_by, "judged_at": comparison.judged_at}
    return {name: said for name, said in told.items() if said}
