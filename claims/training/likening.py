"""`python -m claims.training.likening --data PATH`: train what tells whether figures are of one
thing, export and score it.

It begins from a network that relates sentences (VitaminC), and learns from reports of our own
wording; see `claims.training.reports`. Pairs that were judged in real articles are left to
`tests.benchmarks.odds`, which finds by them what the network's word is worth.
"""

import argparse
import random
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import cast

import torch
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional

from claims.encoding import Words
from claims.likening import FILE, PIECES, window
from claims.model_files import FOLDER
from claims.pair_encoding import pair_row
from claims.training import relations
from claims.training.network import base_encoder
from claims.training.relations import Encoded, PairNetwork, batches, export, stacked
from claims.training.reports import Label, Pair, pairs, read
from claims.training.steps import Steps


@dataclass(frozen=True)
class Settings:
    """What a training run is made with; `warm` passes over VitaminC come first."""

    warm: int = 2
    passes: int = 3
    rate: float = 1e-4
    head_rate: float = 1e-3
    pieces: int = 3000
    seed: int = 0
    kept: float = 0.998


def encoded(found: Sequence[Pair], words: Words, chance: random.Random) -> list[Encoded]:
    """The pairs as rows, in either order, with their labels."""
    rows = []
    for pair in found:
        sides = [window(pair.left), window(pair.right)]
        chance.shuffle(sides)
        first, second = sides
        rows.append((pair_row(first, second, words, most=(PIECES, PIECES)), int(pair.label)))
    return rows


def begun(data: Path, words: Words, settings: Settings) -> PairNetwork:
    """A network that relates sentences, with a new last layer for the three answers."""
    told = relations.Settings(passes=settings.warm, seed=settings.seed, easier=False)
    source = relations.train(data / "relations", words, told)
    return renewed(source.state_dict())


def renewed(weights: dict[str, torch.Tensor]) -> PairNetwork:
    """The weights of a network that relates sentences, but for its last layer."""
    network = PairNetwork(base_encoder(), 3)
    inner = {name: value for name, value in weights.items() if not name.startswith("out.")}
    network.load_state_dict(inner, strict=False)
    return network


def train(
    network: PairNetwork, found: Sequence[Sequence[Pair]], words: Words, settings: Settings
) -> PairNetwork:
    """Train on the pairs of each pass; the running average of the weights."""
    torch.manual_seed(settings.seed)
    chance = random.Random(settings.seed)
    steps = [
        batch
        for one in found
        for batch in batches(encoded(one, words, chance), settings.pieces, chance)
    ]
    run = Steps(
        [network],
        network.encoder,
        rate=settings.rate,
        head_rate=settings.head_rate,
        count=len(steps),
        warm=50,
        kept=settings.kept,
    )
    (averaged,) = run.learn(steps, lambda batch: loss_of(network, batch))
    return cast(PairNetwork, averaged)


def loss_of(network: PairNetwork, batch: Sequence[Encoded]) -> Tensor:
    """What a batch costs; where only "of one thing" is known, either of its answers is right."""
    columns, labels = stacked(batch)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        scores = network(*columns)
    sure = functional.log_softmax(scores.float(), -1)
    same = torch.logsumexp(sure[:, Label.FIXED :], -1, keepdim=True)
    return functional.nll_loss(torch.cat([sure, same], -1), labels)


def main(arguments: list[str]) -> None:
    """Train and export."""
    parser = argparse.ArgumentParser(prog="python -m claims.training.likening")
    parser.add_argument("--data", type=Path, required=True, help="the folder with the corpora")
    parser.add_argument("--out", type=Path, default=FOLDER, help=f"where {FILE} goes")
    options = parser.parse_args(arguments)
    words = Words(Tokenizer.from_file(str(FOLDER / "tokenizer.json")))
    settings = Settings()
    chance = random.Random(settings.seed)
    passes = [list(pairs(read(), chance)) for _ in range(settings.passes)]
    network = train(begun(options.data, words, settings), passes, words, settings)
    export(network, options.out / FILE)


if __name__ == "__main__":
    main(sys.argv[1:])
