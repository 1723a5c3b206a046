"""The weights of `xref.weights.CLAUSES`, fitted again: whether two clauses are of one thing.

    python -m tests.benchmarks.clauses

Fitted on part "a" of the pairs of accounts in tests/quality/accounts.json, on the pairs of policies
and statements that are read when documents are added; pairs of which nothing is marked count as of
two things. Prints the table and, for either part, how many of the pairs that are at least so
probable are of one thing, how many of those that are of one thing are among them, and what the
pairs at even odds are then called.
"""

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from claims import extract, liken, match, relate
from claims.logistic import Traits
from claims.matching import Answer
from claims.training.accounts import known
from claims.training.logistic import fit, told
from evidence import Store
from evidence.records import Relating
from tests.quality.test_accounts import MARKS, document
from xref.comparators import CLAUSES
from xref.pairing import Pairing
from xref.read_pairs import Readers, read_pairs
from xref.stories import Stories

PULL = 1.0
OTHER = Answer.OTHER.name.lower()
SURE = (0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)


@dataclass(frozen=True)
class Example:
    """A pair that was read: its traits, how probable it is, and what it is marked and called."""

    part: str
    traits: Traits
    likely: float
    marked: str
    called: str


def examples(told: dict[str, Any], name: str, folder: Path) -> Iterator[Example]:
    """The pairs of two accounts that are read when both are added."""
    own = [document(told[side], f"{name}{side}") for side in "AB"]
    with Store(folder / f"{name}.db") as store:
        for given, found in extract(own):
            store.add(given, found)
        read_pairs(store, Readers(relate, liken, match), {one.id for one in own})
        claims, reads = list(store.claims()), store.reads()
    claims.sort(key=lambda one: (one.document_id, one.start, one.end, one.id))
    clauses = [claim for claim in claims if claim.kind in CLAUSES]
    pairing = Pairing(clauses, Stories(claims), reads)
    sides = ([one for one in clauses if one.document_id == side.id] for side in own)
    marks = {frozenset(ids): answer for ids, answer in known(told, *sides).items()}
    place = {claim.id: number for number, claim in enumerate(clauses)}
    for read in reads.values():
        if isinstance(read, Relating):
            pair = place[read.left], place[read.right]
            yield Example(
                told["part"],
                pairing.clauses.traits(*pair),
                pairing.clauses.likely(*pair),
                marks.get(frozenset((read.left, read.right)), Answer.OTHER).name.lower(),
                str(pairing.relation(*pair)),
            )


def scored(found: list[Example]) -> Iterator[str]:
    """How the pairs of one part do at each probability, and what those at even odds are called."""
    same = sum(one.marked != OTHER for one in found)
    yield f"{len(found)} read, {same} of them of one thing"
    for sure in SURE:
        own = [one for one in found if one.likely >= sure]
        right = sum(one.marked != OTHER for one in own)
        share = 100 * right / max(1, len(own))
        yield f"  {sure}: precision {share:.1f}, recall {100 * right / same:.1f}"
    called = Counter((one.called, one.marked) for one in found if one.likely >= 0.5)
    for (name, marked), count in sorted(called.items()):
        yield f"  called {name}, marked {marked}: {count}"


def main() -> None:
    """Fit and print."""
    accounts = json.loads(MARKS.read_text("utf-8"))
    with TemporaryDirectory() as folder:
        every = [
            example
            for number, one in enumerate(accounts)
            for example in examples(one, str(number), Path(folder))
        ]
    own = [one for one in every if one.part == "a"]
    names = sorted({name for one in own for name in one.traits})
    weights = fit(
        [one.traits for one in own], [one.marked != OTHER for one in own], names, pull=PULL
    )
    print(told(weights))
    for part in "ab":
        print(part, *scored([one for one in every if one.part == part]), sep="\n")


if __name__ == "__main__":
    main()
