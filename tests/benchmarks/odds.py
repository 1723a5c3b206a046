"""The tables of `xref.weights`, fitted again: logistic regressions over pairs of figures.

    python -m tests.benchmarks.odds --data PATH

PATH holds events/ecbplus-topics-1-35.zip, raw/ and quotes/. There are four tables: of figures that
can both be true and of figures that differ, each without and with what `claims.liken` says as
traits. Pairs that were judged by reading count most (tests/quality/pairs.json, and
claims/training/figure_pairs.json), then figures of reports of our own wording that it has not
learnt from (reports.json beside this file), then figures that the corpus ties to one thing, or to
two, and figures of two events. Of ECB+ only topics of even number are fitted on: the others are
scored. Prints the tables, and how well the traits tell the judged pairs of the others apart. Half
an hour.
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

from claims import extract, liken
from claims.logistic import Traits, weigh
from claims.parallel import in_parallel
from claims.training.coreferring import Mention, mentions
from claims.training.ecbplus import ARCHIVE, Article, articles
from claims.training.logistic import Table, fit, told
from claims.training.marked_policies import texts
from claims.training.reports import figures as marked_figures
from claims.training.reports import judgements, read
from evidence.records import Claim, Document, Read, digest
from tests.quality.test_reports import documents, figure_at
from xref.pairing import Pairing
from xref.read_pairs import likened_pair
from xref.stories import Stories

REPORTS = Path(__file__).with_name("reports.json")
PAIRS = Path(__file__).parent.parent / "quality" / "pairs.json"
# How much a pair counts: judged, in reports of our own wording, tied by the corpus, of two events.
JUDGED, WRITTEN, TIED, APART = 1.0, 0.3, 0.2, 0.07
# So many of each sort are taken from one set of articles.
MOST = 40
# Strength of the pull towards zero.
PULL = 1.0
SORTS = ((False, False), (True, False), (False, True), (True, True))


@dataclass(frozen=True)
class Labelled:
    """Two claims by their places in a pairing, whether of one thing, and how much it counts."""

    first: int
    second: int
    same: bool
    weight: float


@dataclass(frozen=True)
class Example:
    """The traits of a pair, with its label.

    `differs` where they are those of figures that differ; `read` where the network was asked.
    """

    fitted: bool
    traits: Traits
    same: bool
    weight: float
    differs: bool
    read: bool


def examples(
    claims: Sequence[Claim],
    own: Sequence[Labelled],
    stories: Stories,
    *,
    fitted: bool = True,
) -> Iterator[Example]:
    """The examples of pairs of `claims`: without what the network says, and with it."""
    plain = Pairing(claims, stories)
    known = [one for one in own if not plain.link(one.first, one.second).barred]
    yield from _examples(plain, known, fitted=fitted, read=False)
    asked = [(claims[one.first], claims[one.second]) for one in known]
    read = in_parallel(lambda pair: likened_pair(*pair, liken), asked)
    reads: dict[frozenset[str], Read] = {frozenset((one.left, one.right)): one for one in read}
    yield from _examples(Pairing(claims, stories, reads), known, fitted=fitted, read=True)


def _examples(
    pairing: Pairing, own: Sequence[Labelled], *, fitted: bool, read: bool
) -> Iterator[Example]:
    for one in own:
        figures = pairing.figures
        differs = figures.differ(one.first, one.second)
        traits = (figures.differing if differs else figures.traits)(one.first, one.second)
        yield Example(fitted, traits, one.same, one.weight, differs, read)


def of_corpus(data: Path) -> Iterator[Example]:
    """The pairs of every set of articles of ECB+, and of the two sets of each topic."""
    told: dict[int, list[Article]] = defaultdict(list)
    for article in articles(data):
        told[article.topic].append(article)
    judged: dict[int, list[dict[str, object]]] = defaultdict(list)
    for pair in json.loads(PAIRS.read_text("utf-8")):
        if pair["kind"] == "quantity":
            judged[pair["topic"]].append(pair)
    with zipfile.ZipFile(data / ARCHIVE) as archive:
        for topic, own in sorted(told.items()):
            chains = {
                one.document.id: list(mentions(archive.read(one.document.path), one)) for one in own
            }
            claims, stories = _figures([one.document for one in own])
            labelled = list(_of_topic(topic, own, claims, stories, judged[topic], chains))
            if topic % 2 == 0:
                labelled += _of_places(claims, "ecb")
            yield from examples(claims, labelled, stories, fitted=topic % 2 == 0)


def _figures(documents: Sequence[Document]) -> tuple[list[Claim], Stories]:
    """The figures of some documents, in order, and what each document speaks of."""
    every: list[Claim] = []
    for document, found in extract(documents):
        for claim in found:
            claim.document = document
        every += found
    every.sort(key=lambda one: (one.document_id, one.start, one.end, one.id))
    return [claim for claim in every if claim.kind == "quantity"], Stories(every)


def _of_topic(
    topic: int,
    own: Sequence[Article],
    claims: Sequence[Claim],
    stories: Stories,
    judged: Sequence[dict[str, object]],
    chains: dict[str, list[Mention]],
) -> Iterator[Labelled]:
    chance = random.Random(topic)
    parts = {one.document.id: one.part for one in own}
    by_name = {one.document.source: one for one in own}
    for pair in judged:
        sides = [pair["left"], pair["right"]]
        places = [_at(claims, by_name[str(side[0])], side) for side in sides]  # type: ignore[index]
        if None not in places:
            first, second = (int(place or 0) for place in places)
            yield Labelled(first, second, pair["relation"] != "none", JUDGED)
    tied = [_chain(claim, chains[claim.document_id]) for claim in claims]
    of_two: dict[bool, list[tuple[int, int]]] = {True: [], False: []}
    for first, second in combinations(range(len(claims)), 2):
        together = parts[claims[first].document_id] == parts[claims[second].document_id]
        other = claims[first].document_id != claims[second].document_id
        if tied[first] and tied[second] and together and other:
            of_two[tied[first] == tied[second]].append((first, second))
    for same, found_pairs in of_two.items():
        for first, second in chance.sample(found_pairs, min(MOST, len(found_pairs))):
            yield Labelled(first, second, same, TIED)
    across = [
        (first, second)
        for first, second in Pairing(claims, stories).candidates()
        if parts[claims[first].document_id] != parts[claims[second].document_id]
    ]
    for first, second in chance.sample(across, min(MOST, len(across))):
        yield Labelled(first, second, False, APART)


def _of_places(claims: Sequence[Claim], corpus: str) -> Iterator[Labelled]:
    """The pairs that were judged by the characters of their articles."""
    places: dict[str, list[int]] = defaultdict(list)
    for place, claim in enumerate(claims):
        places[claim.document.source].append(place)
    for pair in judgements():
        first, second = (
            next((n for n in places[source] if _meet(claims[n], start, end)), None)
            for source, start, end in (pair["left"], pair["right"])
        )
        if pair["corpus"] == corpus and first is not None and second is not None:
            yield Labelled(first, second, pair["relation"] != "none", JUDGED)


def _meet(claim: Claim, start: int, end: int) -> bool:
    return claim.start < end and start < claim.end


def of_news(data: Path) -> Iterator[Example]:
    """The judged pairs of other articles."""
    known = {id: text for (corpus, id), text in texts(data).items() if corpus != "vitaminc"}
    for corpus in ("raw", "news"):
        own = [one for one in judgements() if one["corpus"] == corpus]
        ids = {side[0] for one in own for side in (one["left"], one["right"])}
        given = [Document(id=digest(corpus, id), source=id, text=known[id]) for id in sorted(ids)]
        claims, stories = _figures(given)
        yield from examples(claims, list(_of_places(claims, corpus)), stories)


def of_reports() -> Iterator[Example]:
    """The pairs of reports of our own wording that a check would weigh."""
    for number, event in enumerate(read(REPORTS)):
        own = documents(event, str(number))
        claims, stories = _figures(list(own.values()))
        thing: dict[int, str] = {}
        for letter, report in event["reports"].items():
            mine = [claim for claim in claims if claim.document_id == own[letter].id]
            for figure in marked_figures(report["text"]):
                claim = figure_at(mine, figure)
                if claim is not None:
                    thing.setdefault(claims.index(claim), figure.thing)
        labelled = [
            Labelled(first, second, thing[first] == thing[second], WRITTEN)
            for first, second in Pairing(claims, stories).candidates()
            if first in thing
            and second in thing
            and claims[first].document_id != claims[second].document_id
        ]
        yield from examples(claims, labelled, stories)


def _at(claims: Sequence[Claim], article: Article, side: Sequence[object]) -> int | None:
    """The figure that stands in a judged stretch."""
    _, first, last = side
    start, end = article.tokens[int(str(first))][0], article.tokens[int(str(last))][1]
    for place, claim in enumerate(claims):
        if claim.document_id == article.document.id and claim.start < end and start < claim.end:
            return place
    return None


def _chain(claim: Claim, marked: Sequence[Mention]) -> str | None:
    """The chain of the shortest mention that holds a figure's number."""
    number = next((span for span in claim.spans if span.role == "number"), None)
    start, end = (number.start, number.end) if number else (claim.start, claim.end)
    holding = [one for one in marked if one.chain and one.start <= start and end <= one.end]
    return min(holding, key=lambda one: one.end - one.start).chain if holding else None


def scored(found: Sequence[Example], weights: Table) -> tuple[float, float]:
    """Precision and recall at even odds."""
    says = [weigh(one.traits, weights) > 0 for one in found]
    right = sum(said and one.same for said, one in zip(says, found, strict=True))
    return 100 * right / max(1, sum(says)), 100 * right / max(1, sum(one.same for one in found))


def fitted(found: Sequence[Example]) -> str:
    """The table of weights, and how it does on judged pairs that it was not fitted on."""
    names = sorted({name for one in found for name in one.traits})
    own = [one for one in found if one.fitted]
    weights = fit(
        [one.traits for one in own],
        [one.same for one in own],
        names,
        pull=PULL,
        weight=[one.weight for one in own],
    )
    others = [one for one in found if not one.fitted and one.weight == JUDGED]
    precision, recall = scored(others, weights)
    return (
        f"{told(weights)}{len(own):,} pairs; {len(others):,} judged pairs of the others: "
        f"P {precision:.1f} R {recall:.1f}\n"
    )


def main() -> None:
    """Fit and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    data = parser.parse_args().data
    found = [*of_corpus(data), *of_news(data), *of_reports()]
    for differs, asked in SORTS:
        print(f"differ: {differs}, read: {asked}")
        print(fitted([one for one in found if (one.differs, one.read) == (differs, asked)]))


if __name__ == "__main__":
    main()
