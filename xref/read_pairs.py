"""The words of compared policies and statements, read by the pair head and stored.

That is done when documents are added, so that checking loads no model; see `xref.informed`.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

from evidence import Claim, Document, Store
from evidence.records import Relating
from xref.check import Check
from xref.likeness import of_document, same_story
from xref.stored import check_stored

KINDS = ("policy", "statement")

Relate = Callable[[Iterable[tuple[str, str]]], list[dict[str, float]]]


def read_pairs(
    store: Store,
    relate: Relate,
    added: Collection[str],
    *,
    progress: Callable[[int, int], None] = lambda done, of: None,
) -> int:
    """Read every pair of such claims that a check would compare and one of which was `added`.

    `added` are the ids of documents; what is read is stored. How many were read; pairs that were
    read before are not read again. `progress` is told how many of how many are done.
    """
    known = store.relatings()
    near = _near(store.documents(), added)
    pairs = [
        pair
        for kind in KINDS
        for pair in _unread(check_stored(store, documents=near, kind=kind), known)
        if not {claim.document_id for claim in pair}.isdisjoint(added)
    ]
    found = []
    for number, (left, right) in enumerate(pairs, 1):
        found.append(_relating(left, right, relate))
        progress(number, len(pairs))
    if found:
        store.relate(found)
    return len(found)


def _near(documents: Sequence[Document], added: Collection[str]) -> set[str]:
    """The documents that may tell the story of one that was added, and these themselves."""
    profiles = {document.id: of_document(document) for document in documents}
    new = [profiles[id] for id in sorted(added) if id in profiles]
    return {
        id
        for id, profile in profiles.items()
        if id in added or any(same_story(profile, one) > 0 for one in new)
    }


def _unread(found: Check, known: Mapping[frozenset[str], Relating]) -> list[tuple[Claim, Claim]]:
    return [
        (one.left, one.right)
        for alignment in found.alignments
        for one in alignment.comparisons
        if frozenset((one.left.id, one.right.id)) not in known
    ]


def _relating(left: Claim, right: Claim, relate: Relate) -> Relating:
    """The lesser of both ways: what only one does to the other is not sure."""
    first, second = sorted((left, right), key=lambda claim: claim.id)
    words = first.text, second.text
    ways: Sequence[dict[str, float]] = relate([words, words[::-1]])
    supports, refutes = (
        round(min(way[name] for way in ways), 4) for name in ("supports", "refutes")
    )
    return Relating(left=first.id, right=second.id, supports=supports, refutes=refutes)
