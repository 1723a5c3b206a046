"""Pairs of accounts of one invented event, and what the clauses of the two are to one another.

`accounts.json` beside this file has the accounts, in our own wording, and pairs of stretches of the
two with what they are to one another (see tests/quality/MARKING.md). The clauses that the reader
itself makes of them are pairs too: as they are marked where they lie in marked stretches.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Any

from claims.matching import Answer
from claims.pipeline import extract
from claims.place import Place
from claims.told import clause, told
from claims.word_vectors import nearness
from evidence.records import Claim, Document, digest

WRITTEN = Path(__file__).with_name("accounts.json")
CLAUSES = frozenset({"policy", "statement"})
ANSWERS = {
    "none": Answer.OTHER,
    "agrees": Answer.AGREES,
    "compatible": Answer.COMPATIBLE,
    "conflicts": Answer.CONFLICTS,
    "updates": Answer.UPDATES,
}
# Of each clause so many of the other account that are told most alike, and are not marked as one
# thing with it, may be pairs of two things.
NEAREST = 5
Accounts = dict[str, Any]


@dataclass(frozen=True)
class Pair:
    """Two clauses as they are read, and what they are to one another."""

    left: str
    right: str
    answer: int


@dataclass(frozen=True)
class Met:
    """What two accounts have: pairs that are marked, and of two things those marked stretches that
    are not (`apart`); and for each clause that the reader makes, those it is not marked with: the
    likest (`near`), and the others (`far`).
    """

    marked: list[Pair]
    apart: list[Pair]
    near: list[list[Pair]]
    far: list[list[Pair]]


def read(path: Path = WRITTEN) -> list[Met]:
    """What every two accounts of a file have."""
    given: list[Accounts] = json.loads(path.read_text("utf-8"))
    documents = [
        Document(id=digest(f"{number}{side}"), text=one[side]["text"], title=one[side]["title"])
        for number, one in enumerate(given)
        for side in "AB"
    ]
    own = []
    for document, claims in extract(documents):
        for claim in claims:
            claim.document = document
        own.append([claim for claim in claims if claim.kind in CLAUSES])
    return [_met(one, own[2 * number], own[2 * number + 1]) for number, one in enumerate(given)]


def _met(accounts: Accounts, left: Sequence[Claim], right: Sequence[Claim]) -> Met:
    marked = _marks(accounts)
    pairs = [_stretches(accounts, *both, answer) for both, answer in marked.items()]
    sides = (
        sorted({one[side] for one in accounts["pairs"] if one["kind"] != "quotation"})
        for side in ("left", "right")
    )
    apart = [
        _stretches(accounts, *both, Answer.OTHER) for both in product(*sides) if both not in marked
    ]
    answers = known(accounts, left, right)
    found = Met(pairs, apart, [], [])
    for one in left:
        others = []
        for other in right:
            answer = answers.get((one.id, other.id))
            if answer is None:
                others.append(other)
            else:
                pairs.append(Pair(clause(one), clause(other), answer))
        others.sort(key=lambda other: (-nearness(one.text, other.text), other.id))
        unmarked = [Pair(clause(one), clause(other), Answer.OTHER) for other in others]
        found.near.append(unmarked[:NEAREST])
        found.far.append(unmarked[NEAREST:])
    return found


def _stretches(accounts: Accounts, left: str, right: str, answer: Answer) -> Pair:
    return Pair(
        _stretch(accounts["A"]["text"], left), _stretch(accounts["B"]["text"], right), answer
    )


def _stretch(text: str, words: str) -> str:
    start = text.index(words)
    return told(Place(text, start, start + len(words)))


def _marks(accounts: Accounts) -> dict[tuple[str, str], Answer]:
    return {(one["left"], one["right"]): ANSWERS[one["relation"]] for one in accounts["pairs"]}


def known(
    accounts: Accounts, left: Sequence[Claim], right: Sequence[Claim]
) -> dict[tuple[str, str], Answer]:
    """What clauses of the reader, by their ids, are marked as; one thing before two."""
    found: dict[tuple[str, str], Answer] = {}
    for (first, second), answer in _marks(accounts).items():
        mine = within(left, accounts["A"]["text"], first)
        theirs = within(right, accounts["B"]["text"], second)
        for one, other in product(mine, theirs):
            if not found.get((one.id, other.id)):
                found[one.id, other.id] = answer
    return found


def within(claims: Sequence[Claim], text: str, words: str) -> list[Claim]:
    """The claims that share half of the shorter of the two with a stretch of the text."""
    start = text.index(words)
    end = start + len(words)
    return [
        one
        for one in claims
        if 2 * (min(one.end, end) - max(one.start, start)) >= min(one.end - one.start, end - start)
    ]
