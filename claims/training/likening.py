"""`python -m claims.training.likening --data PATH`: train what tells whether figures are of one
thing, and export it.

It begins from a network that relates sentences (VitaminC), and learns from reports of our own
wording; see `claims.training.reports`. Pairs that were judged in real articles are left to
`tests.benchmarks.odds`, which finds by them what the network's word is worth.
"""

import argparse
import random
import sys
from collections.abc import Sequence
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional

from claims.encoding import Words
from claims.likening import FILE, PIECES, window
from claims.model_files import FOLDER
from claims.pair_encoding import pair_row
from claims.training import relations
from claims.training.relations import Encoded, Settings, export, learnt, renewed
from claims.training.reopened import reopened
from claims.training.reports import ANSWERS, Label, Pair, pairs, read

# What it begins from, and how it then learns from the reports.
BEGIN = Settings(passes=2, easier=False)
REPORTS = Settings(passes=2, rate=1e-4, warm=50)


def encoded(found: Sequence[Pair], words: Words, chance: random.Random) -> list[Encoded]:
    """The pairs as rows, in either order, with their labels."""
    rows = []
    for pair in found:
        sides = [window(pair.left), window(pair.right)]
        chance.shuffle(sides)
        first, second = sides
        rows.append((pair_row(first, second, words, most=(PIECES, PIECES)), int(pair.label)))
    return rows


def loss(scores: Tensor, labels: Tensor) -> Tensor:
    """What scores cost; where only "of one thing" is known, either of its answers is right."""
    sure = functional.log_softmax(scores, -1)
    same = torch.logsumexp(sure[:, Label.FIXED :], -1, keepdim=True)
    return functional.nll_loss(torch.cat([sure, same], -1), labels)


def main(arguments: list[str]) -> None:
    """Train and export."""
    parser = argparse.ArgumentParser(prog="python -m claims.training.likening")
    parser.add_argument("--data", type=Path, required=True, help="the folder with the corpora")
    parser.add_argument("--out", type=Path, default=FOLDER, help=f"where {FILE} goes")
    parser.add_argument("--begin", type=Path, help=f"a {FILE} to learn on from")
    options = parser.parse_args(arguments)
    words = Words(Tokenizer.from_file(str(FOLDER / "tokenizer.json")))
    if options.begin:
        source = reopened(options.begin, len(ANSWERS))
    else:
        source = renewed(relations.train(options.data / "relations", words, BEGIN), len(ANSWERS))
    torch.manual_seed(REPORTS.seed)
    chance = random.Random(REPORTS.seed)
    passes = [encoded(list(pairs(read(), chance)), words, chance) for _ in range(REPORTS.passes)]
    network = learnt(source, passes, REPORTS, loss, chance)
    export(network, options.out / FILE)


if __name__ == "__main__":
    main(sys.argv[1:])
