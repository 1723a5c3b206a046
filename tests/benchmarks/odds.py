"""The weights of `xref.odds`, fitted again: a logistic regression over pairs of figures.

    python -m tests.benchmarks.odds --data PATH

PATH holds events/ecbplus-topics-1-35.zip, raw/ and quotes/. Pairs that were judged by reading
(tests/quality/pairs.json) count most; then figures that stand in mentions which the corpus ties to
one thing, or to two; then figures of two events. Pairs that differ have a table of their own, which
is fitted on judged pairs alone, also of other articles (figure_pairs.json). Of ECB+ only topics of
even number are fitted on: the others are scored. Prints the tables, and how well the traits tell
the judged pairs of the others apart. A quarter of an hour.
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

from claims import extract
from claims.training.ecbplus import ARCHIVE, Article, articles
from claims.training.logistic import Table, fit, told
from claims.training.marked_policies import texts
from evidence.records import Claim, Document, digest
from xref.blocking import candidates
from xref.odds import Traits, weigh
from xref.pairing import Pairing
from xref.relation import Relation
from xref.stories import Stories

PAIRS = Path(__file__).parent.parent / "quality" / "pairs.json"
# How much a pair counts: judged, tied by the corpus, or of two events.
JUDGED, TIED, APART = 1.0, 0.2, 0.07
# So many of each sort are taken from one set of articles.
MOST = 40
# Strength of the pull towards zero.
PULL, PULL_APART = 0.5, 1.0
JUDGED_TOO = Path(__file__).with_name("figure_pairs.json")
DIFFERENT = frozenset({Relation.CONFLICTS, Relation.UPDATES, Relation.UNCLEAR})


@dataclass(frozen=True)
class Example:
    """The traits of a pair, whether it is of one thing, and how much it counts.

    `differs` where the traits are those of figures that differ.
    """

    topic: int
    traits: Traits
    same: bool
    weight: float
    differs: bool = False


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
            yield from _differing(pairing, first, second, topic, same=same)
    if topic % 2 == 0:
        yield from _of_places(pairing, topic, "ecb")
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


def _differing(
    pairing: Pairing, first: int, second: int, topic: int, *, same: bool
) -> Iterator[Example]:
    """A pair that differs, if nothing shows that it is of two things."""
    if not pairing.link(first, second).barred and pairing.relation(first, second) in DIFFERENT:
        yield Example(topic, pairing.differing(first, second), same, JUDGED, differs=True)


def _of_places(pairing: Pairing, topic: int, corpus: str) -> Iterator[Example]:
    """The pairs that were judged by the characters of their articles."""
    places: dict[str, list[int]] = defaultdict(list)
    for place, claim in enumerate(pairing.claims):
        places[claim.document.source].append(place)
    for pair in json.loads(JUDGED_TOO.read_text("utf-8")):
        found = [
            next((n for n in places[source] if _meet(pairing.claims[n], start, end)), None)
            for source, start, end in (pair["left"], pair["right"])
        ]
        first, second = found
        if pair["corpus"] == corpus and first is not None and second is not None:
            yield from _differing(pairing, first, second, topic, same=pair["relation"] != "none")


def _meet(claim: Claim, start: int, end: int) -> bool:
    return claim.start < end and start < claim.end


def of_news(data: Path) -> Iterator[Example]:
    """The judged pairs of other articles: topic 0, so that they are fitted on."""
    known = {id: text for (corpus, id), text in texts(data).items() if corpus != "vitaminc"}
    pairs = json.loads(JUDGED_TOO.read_text("utf-8"))
    for corpus in ("raw", "news"):
        own = [one for one in pairs if one["corpus"] == corpus]
        ids = {side[0] for one in own for side in (one["left"], one["right"])}
        documents = [
            Document(id=digest(corpus, id), source=id, text=known[id]) for id in sorted(ids)
        ]
        claims: list[Claim] = []
        for document, found in extract(documents):
            for claim in found:
                claim.document = document
            claims += [claim for claim in found if claim.kind == "quantity"]
        yield from _of_places(Pairing(claims, Stories(claims)), 0, corpus)


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


def scored(found: Sequence[Example], weights: Table) -> tuple[float, float]:
    """Precision and recall at even odds on judged pairs."""
    judged = [one for one in found if one.weight == JUDGED]
    says = [weigh(one.traits, weights) > 0 for one in judged]
    right = sum(said and one.same for said, one in zip(says, judged, strict=True))
    return 100 * right / max(1, sum(says)), 100 * right / max(1, sum(one.same for one in judged))


def fitted(found: Sequence[Example], pull: float) -> str:
    """The table of weights of the topics of even number, and how it does on the others."""
    names = sorted({name for one in found for name in one.traits})
    own, others = ([one for one in found if one.topic % 2 == part] for part in (0, 1))
    weights = fit(
        [one.traits for one in own],
        [one.same for one in own],
        names,
        pull=pull,
        weight=[one.weight for one in own],
    )
    precision, recall = scored(others, weights)
    return (
        f"{told(weights)}{len(own):,} pairs; judged pairs of the others: "
        f"P {precision:.1f} R {recall:.1f}\n"
    )


def main() -> None:
    """Fit and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    data = parser.parse_args().data
    found = list(examples(data))
    print(fitted([one for one in found if not one.differs], PULL))
    print(fitted([one for one in (*found, *of_news(data)) if one.differs], PULL_APART))


if __name__ == "__main__":
    main()
