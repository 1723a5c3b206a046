"""What two claims of two articles mean for one another, on pairs that were judged by reading.

pairs.json holds places only. `drawn` says how a pair was found: by words and figures that two
sentences share, by figures that differ, or because the program had tied the two together (these
last say how right it is, and nothing of what it misses). Part "a" was mended on; "b" is scored.
"""

import json
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest

from claims import extract, liken
from claims.training.ecbplus import ARCHIVE, Article, articles
from evidence.records import Claim
from tests.quality.matching import DATA
from xref.check import check
from xref.read_pairs import likened
from xref.relation import Relation

pytestmark = pytest.mark.skipif(
    not (DATA / ARCHIVE).exists(), reason=f"{DATA / ARCHIVE} is not here"
)

MARKS = Path(__file__).parent / "pairs.json"
NONE = "none"
# Where several claims stand in a marked stretch, the one that says most decides.
_TELLING = ("conflicts", "updates", "agrees", "compatible", "unclear")


@dataclass
class Score:
    """How many pairs were judged so, called so, and both."""

    marked: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)

    def precision(self, relation: str) -> float:
        """Of the pairs called so, how many are: percent."""
        return 100 * self.right[relation] / max(1, self.found[relation])

    def recall(self, relation: str) -> float:
        """Of the pairs that are so, how many are called so: percent."""
        return 100 * self.right[relation] / max(1, self.marked[relation])

    def f1(self, relation: str) -> float:
        """F1 in percent."""
        return 200 * self.right[relation] / max(1, self.found[relation] + self.marked[relation])


@lru_cache(maxsize=1)
def called() -> list[tuple[dict[str, Any], str]]:
    """Every judged pair with what the program says of it."""
    sets: dict[tuple[int, str], dict[str, Article]] = defaultdict(dict)
    for article in articles(DATA):
        sets[article.topic, article.part][article.document.source] = article
    pairs: dict[tuple[int, str], list[dict[str, Any]]] = defaultdict(list)
    for pair in json.loads(MARKS.read_text("utf-8")):
        pairs[pair["topic"], pair["part"]].append(pair)
    return [one for key in sorted(pairs) for one in _of_set(sets[key], pairs[key])]


def _of_set(
    told: dict[str, Article], pairs: list[dict[str, Any]]
) -> list[tuple[dict[str, Any], str]]:
    claims: dict[str, list[Claim]] = {}
    for document, found in extract(article.document for article in told.values()):
        claims[document.source] = found
        for claim in found:
            claim.document = document
    every = [claim for found in claims.values() for claim in found]
    given = [article.document for article in told.values()]
    result = check(given, every, reads=likened(every, liken))
    relations = {
        frozenset((one.left.id, one.right.id)): str(one.finding.relation)
        for alignment in result.alignments
        for one in alignment.comparisons
    }
    together = {
        claim.id: number
        for number, alignment in enumerate(result.alignments)
        for claim in alignment.claims
    }
    return [(pair, _relation(pair, told, claims, relations, together)) for pair in pairs]


def _relation(
    pair: dict[str, Any],
    told: dict[str, Article],
    claims: dict[str, list[Claim]],
    relations: dict[frozenset[str], str],
    together: dict[str, int],
) -> str:
    left, right = (
        _within(told[source], claims[source], first, last, pair["kind"])
        for source, first, last in (pair["left"], pair["right"])
    )
    found = {
        relations.get(frozenset((one.id, other.id)), str(Relation.AGREES))
        for one in left
        for other in right
        if together[one.id] == together[other.id]
    }
    return next((relation for relation in _TELLING if relation in found), NONE)


def _within(article: Article, claims: list[Claim], first: int, last: int, kind: str) -> list[Claim]:
    start, end = article.tokens[first][0], article.tokens[last][1]
    return [one for one in claims if one.kind == kind and one.start < end and start < one.end]


def scored(part: str, *, kind: str | None = None, drawn: str | None = None) -> Score:
    """The score of one part; topics of odd number are part "b"."""
    score = Score()
    for pair, relation in called():
        if (pair["topic"] % 2 == 1) is not (part == "b"):
            continue
        if kind not in (None, pair["kind"]) or (drawn == "blind" and pair["drawn"] == "program"):
            continue
        score.marked[pair["relation"]] += 1
        score.found[relation] += 1
        score.right[relation] += relation == pair["relation"]
    return score


def aligned(part: str) -> tuple[float, float]:
    """Precision and recall of the pairs found to be about one thing, of those drawn blindly."""
    found = marked = both = 0
    for pair, relation in called():
        if (pair["topic"] % 2 == 1) is (part == "b") and pair["drawn"] != "program":
            found += relation != NONE
            marked += pair["relation"] != NONE
            both += NONE not in (relation, pair["relation"])
    return 100 * both / max(1, found), 100 * both / max(1, marked)


def told(part: str) -> str:
    """The scores of a part, for people."""
    lines = []
    for kind in (None, "quantity", "quotation", "statement"):
        score = scored(part, kind=kind)
        figures = (
            f"{one} P {score.precision(one):.1f} R {score.recall(one):.1f} ({score.marked[one]})"
            for one in (*_TELLING, NONE)
        )
        lines.append(f"{part} {kind or 'all'}: {', '.join(figures)}")
    precision, recall = aligned(part)
    return "\n".join([*lines, f"{part} about one thing: P {precision:.1f} R {recall:.1f}"])


@pytest.mark.parametrize(
    ("part", "agrees", "compatible", "precision", "recall"),
    [("a", 80, 50, 94, 52), ("b", 81, 72, 92, 68)],
)
def test_pairs_of_claims(
    part: str, agrees: float, compatible: float, precision: float, recall: float
) -> None:
    print(told(part))  # noqa: T201  # seen with pytest -s
    drawn = scored(part, drawn="blind")
    assert drawn.f1("agrees") >= agrees
    assert scored(part).f1("compatible") >= compatible
    found = aligned(part)
    assert found[0] >= precision
    assert found[1] >= recall


@pytest.mark.parametrize("part", ["a", "b"])
def test_different_things_are_no_dispute(part: str) -> None:
    traps = [
        relation
        for pair, relation in called()
        if (pair["topic"] % 2 == 1) is (part == "b") and pair["relation"] == NONE
    ]
    assert traps.count("conflicts") <= 0.02 * len(traps)
