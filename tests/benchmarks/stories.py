"""The weights of `xref.likeness.STORY`, fitted again: whether two documents tell of one event.

    python -m tests.benchmarks.stories --data PATH

PATH holds events/ecbplus-topics-1-35.zip. Fitted on ECB+ topics of even number, where each topic
has two events of one kind, and on the reports of our own wording that are trained on; scored on
topics of odd number, and on the reports that are only scored. Prints the table and, of pairs about
one event, about two of a kind and about others, how many are taken for one story.
"""

import argparse
import random
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from claims.training.ecbplus import articles
from claims.training.logistic import fit, told
from claims.training.reports import WRITTEN, Reports, read, text_of
from evidence.records import Document, digest
from tests.quality.test_reports import MARKS
from xref.likeness import Profile, compared, of_document, same_story

# How much a pair counts, by its sort.
WEIGHT = {"one event": 1.0, "of a kind": 1.0, "others": 1.0, "reports": 2.0, "other reports": 1.0}
ONE = ("one event", "reports")
# Of the pairs about different matters so many are taken.
SHARE, OTHERS = 0.03, 6000
SURE = (0.25, 0.4, 0.7)
PULL = 1.0


@dataclass(frozen=True)
class Pair:
    """Two documents: their sort, and whether they are fitted on."""

    sort: str
    fitted: bool
    left: Profile
    right: Profile


def of_articles(data: Path, chance: random.Random) -> Iterator[Pair]:
    """Pairs of ECB+ articles."""
    known = [(one.topic, one.part, of_document(one.document)) for one in articles(data)]
    for (topic, part, left), (other, its, right) in combinations(known, 2):
        if topic == other:
            yield Pair("one event" if part == its else "of a kind", topic % 2 == 0, left, right)
        elif chance.random() < SHARE:
            yield Pair("others", topic % 2 == other % 2 == 0, left, right)


def of_reports(path: Path, chance: random.Random, *, fitted: bool) -> Iterator[Pair]:
    """Pairs of reports of our own wording."""
    sets = [_profiles(one) for one in read(path)]
    for own in sets:
        yield from (Pair("reports", fitted, *pair) for pair in combinations(own, 2))
    for _ in range(OTHERS if fitted else OTHERS // 10):
        one, other = chance.sample(sets, 2)
        yield Pair("other reports", fitted, chance.choice(one), chance.choice(other))


def _profiles(told: Reports) -> list[Profile]:
    texts = [text_of(report["text"]) for _, report in sorted(told["reports"].items())]
    return [of_document(Document(id=digest(text), source="", text=text)) for text in texts]


def main() -> None:
    """Fit and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    data = parser.parse_args().data
    chance = random.Random(0)
    pairs = [*of_articles(data, chance), *of_reports(WRITTEN, chance, fitted=True)]
    pairs += of_reports(MARKS, chance, fitted=False)
    own = [one for one in pairs if one.fitted]
    traits = [compared(one.left, one.right) for one in own]
    true = [one.sort in ONE for one in own]
    weight = [WEIGHT[one.sort] for one in own]
    print(told(fit(traits, true, sorted(traits[0]), pull=PULL, weight=weight)))
    for sort in WEIGHT:
        sure = [
            same_story(one.left, one.right) for one in pairs if one.sort == sort and not one.fitted
        ]
        shares = (f"{100 * sum(s >= least for s in sure) / len(sure):.1f} %" for least in SURE)
        print(f"{sort}: {len(sure):,} pairs, of one story at {SURE}: {', '.join(shares)}")


if __name__ == "__main__":
    main()
