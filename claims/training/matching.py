"""`python -m claims.training.matching --data PATH`: train what tells if clauses are of one thing.

It begins from the network that relates sentences (`claims.relating`), and learns from accounts of
our own wording (`claims.training.accounts`) and from actions that people have tied across articles
(`claims.training.coreferring`).
"""

import argparse
import random
import sys
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional

from claims.encoding import Words
from claims.matching import FILE, PIECES, Answer
from claims.model_files import FOLDER
from claims.pair_encoding import PairRow, pair_row
from claims.relating import FILE as RELATING
from claims.relating import LABELS
from claims.told import clause
from claims.training.accounts import Met, Pair, read
from claims.training.coreferring import Tied, tied
from claims.training.relations import (
    Encoded,
    PairNetwork,
    Settings,
    export,
    learnt,
    renewed,
    stacked,
)
from claims.training.reopened import reopened
from claims.training.steps import in_halves
from claims.word_vectors import nearness

T = TypeVar("T")
SETTINGS = Settings(passes=4, rate=1e-4, warm=50, kept=0.995)
# Two that are of one event, and that is all that is known of them.
ONE_EVENT = len(Answer)
# Pairs of two things: for each marked pair so many of marked stretches, and for each clause so many
# of those nearest to it and of the others.
APART, NEAR, FAR = 1.5, 2, 1
# Of news so many pairs of one event are learnt each pass, and as many of another event, from the
# fifth that are told most alike.
TIED, LIKEST, AMONG = 300, 0.2, 20
# Clauses so far apart are of two things though their articles are on one event.
DISTANT = 0.35
AT_ONCE = 64


class Chooser:
    """What each pass is learnt from, in another choice and order."""

    def __init__(self, words: Words, seed: int) -> None:
        """Draw with `seed`."""
        self._words, self._chance = words, random.Random(seed)

    def of_accounts(self, met: Iterable[Met], *, marked_alone: bool = False) -> list[Encoded]:
        """Pairs of accounts: those marked, and some of two things."""
        found: list[Pair] = []
        for one in met:
            found += one.marked + self._some(one.apart, round(APART * len(one.marked)))
            if not marked_alone:
                found += [pair for near in one.near for pair in self._some(near, NEAR)]
                found += [pair for far in one.far for pair in self._some(far, FAR)]
        return [self._encoded(pair.left, pair.right, pair.answer) for pair in found]

    def of_news(self, known: Sequence[Tied]) -> list[Encoded]:
        """Pairs of news: of one event, of another that is told alike, and of one that is not."""
        same = self._some([one for one in known if one.same and _differ(one)], TIED)
        others = self._some([one for one in known if not one.one_event], AMONG * TIED)
        others.sort(key=lambda one: -_near(one))
        others = self._some(others[: round(LIKEST * len(others))], TIED)
        apart = [one for one in known if one.one_event and not one.same and _near(one) < DISTANT]
        return [
            self._encoded(clause(one.left), clause(one.right), answer)
            for own, answer in (
                (same, ONE_EVENT),
                (others, Answer.OTHER),
                (self._some(apart, TIED // 2), Answer.OTHER),
            )
            for one in own
        ]

    def _some(self, given: Sequence[T], count: int) -> list[T]:
        return self._chance.sample(given, min(count, len(given)))

    def _encoded(self, left: str, right: str, answer: int) -> Encoded:
        first, second = self._chance.sample((left, right), 2)
        return row(first, second, self._words), answer


def row(left: str, right: str, words: Words) -> PairRow:
    """Two clauses as the network has them."""
    return pair_row(left, right, words, most=(PIECES, PIECES))


def _near(one: Tied) -> float:
    return nearness(one.left.text, one.right.text)


def _differ(one: Tied) -> bool:
    return one.left.text != one.right.text


def loss(scores: Tensor, labels: Tensor) -> Tensor:
    """What scores cost; two of one event can nearly always both be true, in one way or another."""
    sure = functional.log_softmax(scores, -1)
    both = torch.logsumexp(sure[:, Answer.AGREES : Answer.CONFLICTS], -1, keepdim=True)
    return functional.nll_loss(torch.cat([sure, both], -1), labels)


def odds(network: PairNetwork, rows: Sequence[PairRow]) -> NDArray[np.float64]:
    """The log-odds of each pair's being of one thing, `[P]`."""
    found = np.zeros(len(rows))
    order = sorted(range(len(rows)), key=lambda place: len(rows[place].pieces))
    for start in range(0, len(order), AT_ONCE):
        places = order[start : start + AT_ONCE]
        columns, _ = stacked([(rows[place], 0) for place in places])
        with torch.no_grad(), in_halves():
            scores = network(*columns).float()
        same = torch.logsumexp(scores[:, Answer.AGREES :], -1) - scores[:, Answer.OTHER]
        found[places] = same.numpy()
    return found


def without_doubtful(met: Sequence[Met], network: PairNetwork, words: Words) -> list[Met]:
    """The accounts without what is unmarked and yet taken for one thing: marks are not complete."""
    pairs = [pair for one in met for near in one.near for pair in near]
    rows = [row(*sorted((pair.left, pair.right)), words) for pair in pairs]
    doubtful = {id(pair) for pair, sure in zip(pairs, odds(network, rows), strict=True) if sure > 0}
    return [
        replace(one, near=[[p for p in near if id(p) not in doubtful] for near in one.near])
        for one in met
    ]


def train(data: Path, words: Words) -> PairNetwork:
    """Learn from the marks alone, leave out what they lack by that network, and learn from all."""
    met, news = read(), tied(data)
    chooser = Chooser(words, SETTINGS.seed)
    first = _learnt([chooser.of_accounts(met, marked_alone=True) + chooser.of_news(news)])
    met = without_doubtful(met, first.eval(), words)
    return _learnt(
        [chooser.of_accounts(met) + chooser.of_news(news) for _ in range(SETTINGS.passes)]
    )


def _learnt(passes: Sequence[list[Encoded]]) -> PairNetwork:
    torch.manual_seed(SETTINGS.seed)
    source = renewed(reopened(FOLDER / RELATING, len(LABELS)), len(Answer))
    return learnt(source, passes, SETTINGS, loss, random.Random(SETTINGS.seed))


def main(arguments: list[str]) -> None:
    """Train and export."""
    parser = argparse.ArgumentParser(prog="python -m claims.training.matching")
    parser.add_argument("--data", type=Path, required=True, help="the folder with the corpora")
    parser.add_argument("--out", type=Path, default=FOLDER, help=f"where {FILE} goes")
    options = parser.parse_args(arguments)
    words = Words(Tokenizer.from_file(str(FOLDER / "tokenizer.json")))
    export(train(options.data, words), options.out / FILE)


if __name__ == "__main__":
    main(sys.argv[1:])
