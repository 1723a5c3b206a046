"""Pairs of claims that would meet in a check, read by networks and stored.

That is done when documents are added, so that checking loads no model. Of policies and statements
it is read what their words do to one another (`xref.informed`); of figures, whether the words
around them tell of one thing (`xref.odds`).
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from claims.kind import WORTH
from claims.parallel import in_parallel
from claims.place import Place
from evidence import Claim, Document, Store
from evidence.records import Read, Relating, SameThing
from xref.check import Check
from xref.likeness import of_document, same_story
from xref.pairing import Pairing
from xref.stored import check_stored
from xref.stories import Stories

KINDS = ("policy", "statement")
FIGURES = "quantity"
# Of each figure so many pairs are read at most.
PARTNERS = 6


# The log-odds that two numbers are of one thing, and that it changes with time.
Liken = Callable[[Place, Place], tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Readers:
    """What reads pairs: `claims.relate` and `claims.liken`."""

    relate: Callable[[Iterable[tuple[str, str]]], list[dict[str, float]]]
    liken: Liken


def read_pairs(
    store: Store,
    readers: Readers,
    added: Collection[str],
    *,
    progress: Callable[[int, int], None] = lambda done, of: None,
) -> int:
    """Read every pair of claims that a check would ask about and one of which was `added`.

    `added` are the ids of documents; what is read is stored. How many were read; pairs that were
    read before are not read again. `progress` is told how many of how many are done.
    """
    known = store.reads()
    near = _near(store.documents(), added)
    met = [
        pair for kind in KINDS for pair in _compared(check_stored(store, documents=near, kind=kind))
    ]
    met += figures(store.claims(documents=near, worth=WORTH))
    pairs = [
        pair
        for pair in met
        if not {claim.document_id for claim in pair}.isdisjoint(added)
        and frozenset(claim.id for claim in pair) not in known
    ]
    found: list[Read] = []
    for read in in_parallel(lambda pair: _read(*pair, readers), pairs):
        found.append(read)
        progress(len(found), len(pairs))
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


def figures(claims: Iterable[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """The pairs of figures of which a check would ask whether they are of one thing."""
    ordered = sorted(claims, key=lambda one: (one.document_id, one.start, one.end, one.id))
    own = [claim for claim in ordered if claim.kind == FIGURES]
    yield from most_in_doubt(Pairing(own, Stories(ordered)))


def most_in_doubt(pairing: Pairing) -> Iterator[tuple[Claim, Claim]]:
    """Of the pairs of figures that are in doubt, up to `PARTNERS` of each figure, or a few more."""
    asked: dict[int, int] = {}
    for first, second in pairing.in_doubt():
        # The likeliest come first: of a figure that many reports have, some pairs tell enough.
        if min(asked.get(first, 0), asked.get(second, 0)) < PARTNERS:
            asked[first], asked[second] = asked.get(first, 0) + 1, asked.get(second, 0) + 1
            yield pairing.claims[first], pairing.claims[second]


def likened(claims: Iterable[Claim], liken: Liken) -> dict[frozenset[str], Read]:
    """What those pairs of figures are read to be, by their ids."""
    reads = in_parallel(lambda pair: likened_pair(*pair, liken), figures(claims))
    return {frozenset((read.left, read.right)): read for read in reads}


def _compared(found: Check) -> Iterator[tuple[Claim, Claim]]:
    for alignment in found.alignments:
        for one in alignment.comparisons:
            yield one.left, one.right


def _read(left: Claim, right: Claim, readers: Readers) -> Read:
    """What a pair was read to be."""
    first, second = sorted((left, right), key=lambda claim: claim.id)
    if first.kind == FIGURES:
        return likened_pair(first, second, readers.liken)
    # The lesser of both ways: what only one does to the other is not sure.
    words = first.text, second.text
    ways: Sequence[dict[str, float]] = readers.relate([words, words[::-1]])
    supports, refutes = (
        round(min(way[name] for way in ways), 4) for name in ("supports", "refutes")
    )
    return Relating(left=first.id, right=second.id, supports=supports, refutes=refutes)


def likened_pair(left: Claim, right: Claim, liken: Liken) -> SameThing:
    """What two figures are read to be."""
    first, second = sorted((left, right), key=lambda claim: claim.id)
    odds, running = liken(place(first), place(second))
    return SameThing(left=first.id, right=second.id, odds=round(odds, 4), running=round(running, 4))


def place(claim: Claim) -> Place:
    """Where the number of a figure stands."""
    number = next((span for span in claim.spans if span.role == "number"), claim)
    return Place(claim.document.text, number.start, number.end)
