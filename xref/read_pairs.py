"""Pairs of claims that would meet in a check, read by networks and stored.

That is done when documents are added, so that checking loads no model. Of figures it is read
whether the words around them tell of one thing (`xref.odds`), of policies and statements the same
(`xref.clause_pairs`), and what their words do to one another (`xref.worded`, `xref.informed`).
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from claims.kind import WORTH
from claims.parallel import in_parallel
from claims.place import Place
from claims.told import clause
from evidence import Claim, Document, Store
from evidence.records import Read, Relating, SameThing
from xref import likeness
from xref.align import align
from xref.comparators import CLAUSES
from xref.likeness import of_document, same_story
from xref.nearest import nearest_clauses
from xref.pairing import Pairing
from xref.stories import Stories

FIGURES = "quantity"
# Of each figure, and of each clause, so many pairs are read at most.
PARTNERS, CLAUSE_PARTNERS = 6, 10
# Log-odds of being of one thing below which nothing is kept of two clauses.
KEPT = -3.0

Pair = tuple[Claim, Claim]
# The log-odds that two numbers are of one thing, and that it changes with time.
Liken = Callable[[Place, Place], tuple[float, float]]
# The log-odds that two clauses are of one thing; and how probable it is, if they are, that they
# agree, are compatible, conflict, or that one is newer.
Match = Callable[[str, str], tuple[float, float, float, float, float]]


@dataclass(frozen=True, slots=True)
class Readers:
    """What reads pairs: `claims.relate`, `claims.liken` and `claims.match`."""

    relate: Callable[[Iterable[tuple[str, str]]], list[dict[str, float]]]
    liken: Liken
    match: Match


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
    near = _near(store.documents(), added)
    claims = list(store.claims(documents=near, worth=WORTH))
    known = store.reads()
    likely = [
        pair
        for pair in (*figures(claims), *clauses(claims))
        if _is_new(pair, added) and _key(pair) not in known
    ]
    _keep(store, (lambda pair: _read(*pair, readers)), likely, progress)
    # What has found together now was not all among the nearest, and its words decide as well.
    known = store.reads()
    own = [claim for claim in claims if claim.kind in CLAUSES]
    found = align(own, judgements=store.judgements(), reads=known)
    met = [
        pair
        for alignment in found
        for one in alignment.comparisons
        if _is_new(pair := (one.left, one.right), added) and not _is_related(known.get(_key(pair)))
    ]
    _keep(store, (lambda pair: _related(pair, known.get(_key(pair)), readers)), met, progress)
    return len({_key(pair) for pair in (*likely, *met)})


def _keep(
    store: Store,
    read: Callable[[Pair], Read | None],
    pairs: Sequence[Pair],
    progress: Callable[[int, int], None],
) -> None:
    """Read pairs, and store what is to be kept of them."""
    found: list[Read] = []
    for number, one in enumerate(in_parallel(read, pairs), 1):
        if one is not None:
            found.append(one)
        progress(number, len(pairs))
    if found:
        store.relate(found)


def _is_new(pair: Pair, added: Collection[str]) -> bool:
    return any(claim.document_id in added for claim in pair)


def _key(pair: Pair) -> frozenset[str]:
    return frozenset(claim.id for claim in pair)


def _is_related(read: Read | None) -> bool:
    return isinstance(read, Relating) and read.supports is not None


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
    # Of a figure that many reports have, some pairs tell enough.
    for first, second in _limited(pairing.in_doubt(), PARTNERS):
        yield pairing.claims[first], pairing.claims[second]


def clauses(claims: Iterable[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """The pairs of policies and statements that are told most alike in two reports."""
    ordered = sorted(claims, key=lambda one: (one.document_id, one.start, one.end, one.id))
    own = [claim for claim in ordered if claim.kind in CLAUSES]
    sentences = [likeness.of_sentence(claim) for claim in own]
    pairs = nearest_clauses(own, sentences, Stories(ordered))
    yield from ((own[first], own[second]) for first, second in _limited(pairs, CLAUSE_PARTNERS))


def _limited(pairs: Iterable[tuple[int, int]], most: int) -> Iterator[tuple[int, int]]:
    """Those pairs of which one side has not yet had so many; the likeliest come first."""
    asked: dict[int, int] = {}
    for first, second in pairs:
        if min(asked.get(first, 0), asked.get(second, 0)) < most:
            asked[first], asked[second] = asked.get(first, 0) + 1, asked.get(second, 0) + 1
            yield first, second


def likened(claims: Iterable[Claim], liken: Liken) -> dict[frozenset[str], Read]:
    """What those pairs of figures are read to be, by their ids."""
    reads = in_parallel(lambda pair: likened_pair(*pair, liken), figures(claims))
    return {frozenset((read.left, read.right)): read for read in reads}


def _read(left: Claim, right: Claim, readers: Readers) -> Read | None:
    """What a pair was read to be; None for clauses that are hardly of one thing."""
    if left.kind == FIGURES:
        return likened_pair(left, right, readers.liken)
    found = _matched((left, right), readers)
    return found if found.odds >= KEPT else None


def _matched(pair: Pair, readers: Readers) -> Relating:
    """Whether two clauses are of one thing, and what they are then to one another."""
    first, second = sorted(pair, key=lambda claim: claim.id)
    found = readers.match(clause(first), clause(second))
    odds, agrees, compatible, conflicts, updates = (round(one, 4) for one in found)
    return Relating(
        left=first.id,
        right=second.id,
        odds=odds,
        agrees=agrees,
        compatible=compatible,
        conflicts=conflicts,
        updates=updates,
    )


def _related(pair: Pair, known: Read | None, readers: Readers) -> Relating:
    """What is `known` of two clauses that meet, with what the words of both do to one another."""
    read = known if isinstance(known, Relating) else _matched(pair, readers)
    words = tuple(claim.text for claim in sorted(pair, key=lambda claim: claim.id))
    # The lesser of both ways: what only one does to the other is not sure.
    ways = readers.relate([(words[0], words[1]), (words[1], words[0])])
    supports, refutes = (
        round(min(way[name] for way in ways), 4) for name in ("supports", "refutes")
    )
    return Relating(**read.model_dump() | {"supports": supports, "refutes": refutes})


def likened_pair(left: Claim, right: Claim, liken: Liken) -> SameThing:
    """What two figures are read to be."""
    first, second = sorted((left, right), key=lambda claim: claim.id)
    odds, running = liken(place(first), place(second))
    return SameThing(left=first.id, right=second.id, odds=round(odds, 4), running=round(running, 4))


def place(claim: Claim) -> Place:
    """Where the number of a figure stands."""
    number = next((span for span in claim.spans if span.role == "number"), claim)
    return Place(claim.document.text, number.start, number.end)
