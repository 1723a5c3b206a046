"""Figures of three reports of one event, each of our own wording: which are brought together, and
what they are then said to mean for one another.

`reports.json` numbers every figure by what it counts; a pair of figures with one number has a
relation, every other pair is of two things. The reports were written for this, by language models
that saw neither the program nor its output; nothing was trained or mended on them.
"""

import json
from collections import Counter
from datetime import date
from functools import lru_cache
from itertools import combinations, product
from pathlib import Path
from typing import Any

from claims import extract, liken
from claims.training.reports import Figure, Reports, figures, text_of
from evidence.records import Claim, Document, digest
from tests.quality.matching import f1
from xref.check import check
from xref.read_pairs import likened
from xref.relation import Relation

MARKS = Path(__file__).with_name("reports.json")
NONE = "none"
RELATIONS = ("agrees", "compatible", "updates", "conflicts")
# A little below what was measured; they may only be raised.
FLOORS = {
    "one thing precision": 94.0,
    "one thing recall": 40.0,
    "agrees precision": 95.0,
    "agrees f1": 75.0,
    "conflicts precision": 80.0,
    "conflicts recall": 18.0,
    "updates recall": 11.0,
}


def documents(told: Reports, name: str) -> dict[str, Document]:
    """The reports of one event, by their letters."""
    return {
        letter: Document(
            id=digest(name, letter),
            source=f"{report['outlet']} {letter}",
            text=text_of(report["text"]),
            published=date.fromisoformat(report["published"]) if report["published"] else None,
        )
        for letter, report in sorted(told["reports"].items())
    }


def called(told: Reports, name: str) -> list[tuple[str, str]]:
    """For every pair of figures of two reports, the relation it has and the one it is given."""
    own = documents(told, name)
    found: dict[str, list[Claim]] = {}
    for document, claims in extract(own.values()):
        found[document.id] = claims
        for claim in claims:
            claim.document = document
    every = [claim for claims in found.values() for claim in claims]
    result = check(list(own.values()), every, reads=likened(every, liken))
    together = {one.id: n for n, group in enumerate(result.alignments) for one in group.claims}
    said = {
        frozenset((one.left.id, one.right.id)): str(one.finding.relation)
        for group in result.alignments
        for one in group.comparisons
    }
    marked = {letter: figures(report["text"]) for letter, report in told["reports"].items()}
    relation = {(thing, *sorted(ends)): one for thing, *ends, one in told["relations"]}

    def given(left: Claim | None, right: Claim | None) -> str:
        if left is None or right is None or together[left.id] != together[right.id]:
            return NONE
        return said.get(frozenset((left.id, right.id)), str(Relation.AGREES))

    return [
        (
            relation[mine.thing, one, other] if mine.thing == theirs.thing else NONE,
            given(figure_at(found[own[one].id], mine), figure_at(found[own[other].id], theirs)),
        )
        for one, other in combinations(sorted(marked), 2)
        for mine, theirs in product(marked[one], marked[other])
    ]


def figure_at(claims: list[Claim], figure: Figure) -> Claim | None:
    """The claim that a marked figure was read as."""
    place = figure.place
    return next(
        (
            one
            for one in claims
            if one.kind == "quantity" and one.start < place.end and place.start < one.end
        ),
        None,
    )


@lru_cache(maxsize=1)
def scores() -> dict[str, float]:
    """Precision, recall and F1 of being about one thing, and of each relation, in percent."""
    sets: list[dict[str, Any]] = json.loads(MARKS.read_text("utf-8"))
    return scored([one for n, told in enumerate(sets) for one in called(told, str(n))])


def scored(pairs: list[tuple[str, str]]) -> dict[str, float]:
    """The scores of pairs of a relation that two figures have and one that they are given."""
    counts = Counter(pairs)
    found: dict[str, float] = {}
    for name in ("one thing", *RELATIONS):
        own = [one for one in RELATIONS if name in (one, "one thing")]
        given = own if name != "one thing" else [*own, str(Relation.UNCLEAR)]
        right = sum(n for (has, says), n in counts.items() if has in own and says in given)
        marked = sum(n for (has, _), n in counts.items() if has in own)
        read = sum(n for (_, says), n in counts.items() if says in given)
        found |= {
            f"{name} precision": 100 * right / max(1, read),
            f"{name} recall": 100 * right / max(1, marked),
            f"{name} f1": 100 * f1(right, read, marked),
        }
    traps = sum(n for (has, _), n in counts.items() if has == NONE)
    return found | {"traps": 100 * counts[NONE, "conflicts"] / max(1, traps)}


def test_figures_of_three_reports() -> None:
    """Every score keeps above its floor; at most two of a hundred pairs of two things dispute."""
    for name, value in scores().items():
        print(name, f"{value:.1f}")  # noqa: T201
    low = {name: scores()[name] for name, least in FLOORS.items() if scores()[name] < least}
    assert not low
    assert scores()["traps"] <= 2
