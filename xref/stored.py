"""Checking what a database holds, or some of it."""

from collections.abc import Collection
from dataclasses import replace

from rapidfuzz import fuzz, process

from claims.kind import WORTH
from evidence import InputError, Store
from xref.check import Check, check
from xref.comparators import CLAUSES
from xref.verdict import VOICES

# Names at least this alike (of 100) may be meant by one that is not there.
NEAR = 70
NAMED = 3


def check_stored(
    store: Store,
    *,
    documents: Collection[str] | None = None,
    sources: Collection[str] = (),
    kind: str | None = None,
    voices: int = VOICES,
) -> Check:
    """Check the documents with these ids, or all; only those of `sources`, if any are named.

    So many independent `voices` corroborate.
    """
    known_sources(store, sources)
    # A rule may be told as what it has done: both are laid side by side.
    kinds = CLAUSES if kind in CLAUSES else {kind}
    claims = [
        claim
        for one in sorted(kinds, key=str)
        for claim in store.claims(
            sources=sources or None, documents=documents, kind=one, worth=WORTH
        )
    ]
    chosen = [
        document
        for document in store.documents()
        if (documents is None or document.id in documents)
        and (not sources or document.source in sources)
    ]
    found = check(chosen, claims, store.judgements(), store.reads(), needed=voices)
    if kind is None:
        return found
    return replace(found, alignments=tuple(one for one in found.alignments if one.kind == kind))


def known_sources(store: Store, names: Collection[str]) -> None:
    """An InputError for a source that is not there, with those whose names come near it."""
    known = sorted({document.source for document in store.documents()})
    for name in sorted(set(names) - set(known)):
        near = process.extract(
            name, known, scorer=fuzz.WRatio, processor=str.casefold, limit=NAMED, score_cutoff=NEAR
        )
        if near:
            meant = " or ".join(f'"{source}"' for source, _, _ in near)
            raise InputError(f'no source "{name}": did you mean {meant}?')


def pairs(store: Store, alignment: str) -> list[tuple[str, str]]:
    """The claims, two and two, that the alignment whose id begins so holds against each other."""
    if alignment:
        found = [one for one in check_stored(store).alignments if one.id.startswith(alignment)]
        compared = [one for one in found if one.comparisons]
        if len(compared) == 1:
            return [(one.left.id, one.right.id) for one in compared[0].comparisons]
        if compared:
            raise InputError(f"more than one alignment's id begins with {alignment}: give more")
    raise InputError(
        f'no alignment "{alignment}" of several documents: xref check -f json shows the ids'
    )
