"""The weights of `xref.odds`, fitted again: a logistic regression over pairs of figures.

    python -m tests.benchmarks.odds --data PATH

PATH holds events/ecbplus-topics-1-35.zip. Pairs that were judged by reading
(tests/quality/pairs.json) count most; then figures that stand in mentions which the corpus ties to
one thing, or to two; then figures of two events. Only topics of even number are fitted on: the
others are scored. Prints the table, and how well the traits tell the judged pairs of the others
apart.
"""

import argparse
import json
import random
import zipfile
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
from numpy.typing import NDArray

from claims import extract
from claims.training.ecbplus import ARCHIVE, Article, articles
from evidence.records import Claim
from xref.blocking import candidates
from xref.odds import Traits
from xref.pairing import Pairing
from xref.stories import Stories

PAIRS = Path(__file__).parent.parent / "quality" / "pairs.json"
# How much a pair counts: judged, tied by the corpus, or of two events.
JUDGED, TIED, APART = 1.0, 0.2, 0.07
# So many of each sort are taken from one set of articles.
MOST = 40
# Strength of the pull towards zero.
PULL = 0.5


@dataclass(frozen=True)
class Example:
    """The traits of a pair, whether it is of one thing, and how much it counts."""

    topic: int
    traits: Traits
    same: bool
    weight: float


def examples(data: Path) -> Iterator[Example]:
    """The pairs of every set of articles, and of the two sets of each topic."""
    told: dict[int, list[Article]] = defaultdict(list)
    for article in articles(data):
        told[article.topic].append(article)
    judged: dict[int, list[dict[str, object]]] = defaultdict(list)
    for pair in json.loads(PAIRS.read_text("utf-8")):
        if pair["kind"] == "quantity":
            judged[pair["topic"]].append(pair)
    with zipfile.ZipFile(data / ARCHIVE) as archive:
        for topic, own in sorted(told.items()):
            chains = {one.document.id: _chains(archive.read(one.document.path), one) for one in own}
            yield from _of_topic(topic, own, judged[topic], chains)


def _of_topic(
    topic: int,
    own: Sequence[Article],
    judged: Sequence[dict[str, object]],
    chains: dict[str, list[tuple[int, int, str]]],
) -> Iterator[Example]:
    chance = random.Random(topic)
    parts = {one.document.id: one.part for one in own}
    claims: list[Claim] = []
    for document, found in extract(one.document for one in own):
        for claim in found:
            claim.document = document
        claims += [claim for claim in found if claim.kind == "quantity"]
    claims.sort(key=lambda one: (one.document_id, one.start, one.end, one.id))
    pairing = Pairing(claims, Stories(claims))
    by_name = {one.document.source: one for one in own}
    for pair in judged:
        places = [
            _at(claims, by_name[str(side[0])], side) for side in (pair["left"], pair["right"])
        ]  # type: ignore[index]
        if None not in places:
            first, second = (int(place or 0) for place in places)
            same = pair["relation"] != "none"
            yield Example(topic, pairing.traits(first, second), same, JUDGED)
    tied = [_chain(claim, chains[claim.document_id]) for claim in claims]
    of_two: dict[bool, list[tuple[int, int]]] = {True: [], False: []}
    for first, second in combinations(range(len(claims)), 2):
        together = parts[claims[first].document_id] == parts[claims[second].document_id]
        other = claims[first].document_id != claims[second].document_id
        if tied[first] and tied[second] and together and other:
            of_two[tied[first] == tied[second]].append((first, second))
    for same, found_pairs in of_two.items():
        for first, second in chance.sample(found_pairs, min(MOST, len(found_pairs))):
            yield Example(topic, pairing.traits(first, second), same, TIED)
    across = [
        (first, second)
        for first, second in candidates(pairing.keys(), pairing.order)
        if parts[claims[first].document_id] != parts[claims[second].document_id]
    ]
    for first, second in chance.sample(across, min(MOST, len(across))):
        yield Example(topic, pairing.traits(first, second), False, APART)


def _at(claims: Sequence[Claim], article: Article, side: Sequence[object]) -> int | None:
    """The figure that stands in a judged stretch."""
    _, first, last = side
    start, end = article.tokens[int(str(first))][0], article.tokens[int(str(last))][1]
    for place, claim in enumerate(claims):
        if claim.document_id == article.document.id and claim.start < end and start < claim.end:
            return place
    return None


def _chains(xml: bytes, article: Article) -> list[tuple[int, int, str]]:
    """Each mention that is tied across documents: where it stands, and the name of its chain."""
    root = ElementTree.fromstring(xml)
    chain: dict[str, str] = {}
    for relation in root.iterfind("Relations/CROSS_DOC_COREF"):
        for source in relation.iter("source"):
            chain[str(source.get("m_id"))] = str(relation.get("note"))
    found = []
    for mark in root.iterfind("Markables/*"):
        places = [article.tokens[int(one.get("t_id", 0))] for one in mark.iter("token_anchor")]
        if places and str(mark.get("m_id")) in chain:
            found.append((places[0][0], places[-1][1], chain[str(mark.get("m_id"))]))
    return found


def _chain(claim: Claim, mentions: Sequence[tuple[int, int, str]]) -> str | None:
    """The chain of the shortest mention that holds a figure's number."""
    number = next((span for span in claim.spans if span.role == "number"), None)
    start, end = (number.start, number.end) if number else (claim.start, claim.end)
    holding = [one for one in mentions if one[0] <= start and end <= one[1]]
    return min(holding, key=lambda one: one[1] - one[0])[2] if holding else None


def fit(found: Sequence[Example], names: Sequence[str]) -> NDArray[np.float64]:
    """The weights of "always" and of `names`, by Newton's steps."""
    rows, same, weight = _matrix(found, names)
    weights = np.zeros(rows.shape[1])
    pull = np.full(rows.shape[1], PULL)
    pull[0] = 0.0
    for _ in range(30):
        sure = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (weight * (same - sure)) - pull * weights
        bend = (rows * (weight * sure * (1 - sure))[:, None]).T @ rows + np.diag(pull + 1e-9)
        weights = weights + np.linalg.solve(bend, slope)
    return weights


def _matrix(
    found: Sequence[Example], names: Sequence[str]
) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
    rows = [[1.0, *(float(one.traits.get(name, 0)) for name in names)] for one in found]
    same = np.array([float(one.same) for one in found])
    return np.array(rows), same, np.array([one.weight for one in found])


def scored(
    found: Sequence[Example], names: Sequence[str], weights: NDArray[np.float64]
) -> tuple[float, float]:
    """Precision and recall at even odds on judged pairs."""
    rows, same, _ = _matrix([one for one in found if one.weight == JUDGED], names)
    says = rows @ weights > 0
    right = float((says & (same > 0)).sum())
    return 100 * right / max(1.0, float(says.sum())), 100 * right / max(1.0, float(same.sum()))


def main() -> None:
    """Fit and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    found = list(examples(parser.parse_args().data))
    names = sorted({name for one in found for name in one.traits})
    fitted, others = ([one for one in found if one.topic % 2 == part] for part in (0, 1))
    weights = fit(fitted, names)
    table = dict(zip(["always", *names], weights, strict=True))
    for name, value in sorted(table.items(), key=lambda one: (one[0] != "always", -abs(one[1]))):
        print(f'    "{name}": {value:.2f},')
    precision, recall = scored(others, names, weights)
    print(f"{len(fitted):,} pairs fitted; judged pairs of others: P {precision:.1f} R {recall:.1f}")


if __name__ == "__main__":
    main()
