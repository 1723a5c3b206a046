"""`python -m claims.training.relations --data PATH`: train the pair head, export and score it."""

import argparse
import copy
import csv
import json
import random
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import cast

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional

from claims.counterpart import Counterpart, Run
from claims.encoding import Shape, Words
from claims.model_files import FOLDER
from claims.pair_encoding import PairRow, pair_row
from claims.relating import FILE, LABELS, Relater
from claims.training.contrast import Pair, contrasts
from claims.training.export import Rows, fuse, quantise
from claims.training.network import base_encoder, open_encoder
from claims.training.steps import Steps, in_halves

COLUMNS = ("pieces", "shapes", "counterparts", "runs", "side")
_NUMBER = {
    "SUPPORTS": 0, "REFUTES": 1, "NOT ENOUGH INFO": 2,
    "entailment": 0, "contradiction": 1, "neutral": 2,
}  # fmt: skip


@dataclass(frozen=True)
class Settings:
    """What a training run is made with."""

    passes: int = 5
    # Whether the easier sets are mixed into the first pass.
    easier: bool = True
    # Passes that come before pairs with a changed word are mixed in.
    plain: int = 3
    rate: float = 1.5e-4
    head_rate: float = 1e-3
    # Steps until the rate has risen.
    warm: int = 150
    pieces: int = 3000
    seed: int = 0
    # How much of the running average of the weights is kept at each step.
    kept: float = 0.998


class PairNetwork(nn.Module):
    """An encoder over both sentences, told of each word what the other sentence has for it.

    Inputs are `[B, L]` as in `PairRow`, with a mask; output `[B, labels]`, by default scores of
    `LABELS`.
    """

    def __init__(self, base: Path, labels: int = len(LABELS)) -> None:
        """Start from the encoder in the folder `base`."""
        super().__init__()
        self.encoder = open_encoder(base)
        self.word: nn.Module = self.encoder.embeddings.word_embeddings
        # Words that training never shows must keep what they mean beside those that it does.
        self.word.requires_grad_(False)
        width = self.encoder.config.hidden_size
        self.shape = nn.Embedding(len(Shape), width)
        self.counterpart = nn.Embedding(len(Counterpart), width)
        self.run = nn.Embedding(len(Run), width)
        nn.init.zeros_(self.shape.weight)
        nn.init.normal_(self.counterpart.weight, std=0.02)
        nn.init.normal_(self.run.weight, std=0.02)
        self.mix = nn.Linear(3 * width, width)
        self.out = nn.Linear(width, labels)
        self.drop = nn.Dropout(0.1)

    def forward(
        self,
        pieces: Tensor,
        shapes: Tensor,
        counterparts: Tensor,
        runs: Tensor,
        side: Tensor,
        mask: Tensor,
    ) -> Tensor:
        """Score a batch of pairs."""
        embedded = self.word(pieces) + self.counterpart(counterparts)
        embedded = embedded + self.shape(shapes) + self.run(runs)
        hidden = self.encoder(
            inputs_embeds=embedded, token_type_ids=side, attention_mask=mask
        ).last_hidden_state
        second = (side * mask)[..., None].to(hidden.dtype)
        first = ((1 - side) * mask)[..., None].to(hidden.dtype)
        means = [(hidden * part).sum(1) / part.sum(1) for part in (first, second)]
        read = torch.cat([hidden[:, 0], *means], -1)
        scores: Tensor = self.out(self.drop(functional.gelu(self.mix(self.drop(read)))))
        return scores


def vitaminc(path: Path) -> list[Pair]:
    """Claims against evidence, as VitaminC and FEVER-Symmetric have them."""
    with path.open(encoding="utf-8") as lines:
        return [
            Pair(one["claim"], one["evidence"], _NUMBER[one["label"]])
            for one in map(json.loads, lines)
        ]


def easier(folder: Path) -> list[Pair]:
    """Breaking-NLI and MED: one changed word, and what follows from more, fewer, all and none."""
    with (folder / "breaking-nli.jsonl").open(encoding="utf-8") as lines:
        pairs = [
            Pair(one["sentence1"], one["sentence2"], _NUMBER[one["gold_label"]])
            for one in map(json.loads, lines)
        ]
    with (folder / "med.tsv").open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            if row["gold_label"] in _NUMBER:
                label = _NUMBER[row["gold_label"]]
                pairs.append(Pair(row["sentence2"], row["sentence1"], label))
    return pairs


Encoded = tuple[PairRow, int]


def encoded(pairs: Sequence[Pair], words: Words) -> list[Encoded]:
    """The pairs as rows with their labels."""
    return [(pair_row(pair.claim, pair.evidence, words), pair.label) for pair in pairs]


def batches(rows: Sequence[Encoded], pieces: int, chance: random.Random) -> list[list[Encoded]]:
    """Rows of like length together, each batch of about so many pieces, in random order."""
    found: list[list[Encoded]] = []
    longest = 0
    ordered = sorted((len(row.pieces) + chance.random() * 6, n) for n, (row, _) in enumerate(rows))
    for _, number in ordered:
        length = len(rows[number][0].pieces)
        if not found or (len(found[-1]) + 1) * max(longest, length) > pieces:
            found.append([])
            longest = 0
        found[-1].append(rows[number])
        longest = max(longest, length)
    chance.shuffle(found)
    return found


def stacked(batch: Sequence[Encoded]) -> tuple[list[Tensor], Tensor]:
    """The columns of a batch and its mask, `[B, L]`, and the labels `[B]`."""
    size = max(len(row.pieces) for row, _ in batch)
    columns = np.zeros((len(COLUMNS) + 1, len(batch), size), np.int64)
    for place, (row, _) in enumerate(batch):
        for column, name in enumerate(COLUMNS):
            columns[column, place, : len(row.pieces)] = getattr(row, name)
        columns[-1, place, : len(row.pieces)] = 1
    return list(torch.from_numpy(columns)), torch.tensor([label for _, label in batch])


def train(data: Path, words: Words, settings: Settings) -> PairNetwork:
    """Train on VitaminC, with the easier sets in the first pass and contrasts in the last ones.

    Returns the running average of the weights.
    """
    torch.manual_seed(settings.seed)
    chance = random.Random(settings.seed)
    network = PairNetwork(base_encoder())
    passes = _passes(data, words, settings, chance)
    return learnt(network, passes, settings, functional.cross_entropy, chance)


def learnt(
    network: PairNetwork,
    passes: Iterable[Sequence[Encoded]],
    settings: Settings,
    loss: Callable[[Tensor, Tensor], Tensor],
    chance: random.Random,
) -> PairNetwork:
    """Train a network on the rows of each pass; the running average of its weights.

    `loss` is what scores `[B, labels]` cost, given the labels `[B]`.
    """
    steps = [batch for rows in passes for batch in batches(rows, settings.pieces, chance)]
    run = Steps(
        [network],
        network.encoder,
        rate=settings.rate,
        head_rate=settings.head_rate,
        count=len(steps),
        warm=settings.warm,
        kept=settings.kept,
    )

    def cost(batch: Sequence[Encoded]) -> Tensor:
        columns, labels = stacked(batch)
        with in_halves():
            scores = network(*columns)
        return loss(scores.float(), labels)

    (averaged,) = run.learn(steps, cost)
    return cast(PairNetwork, averaged)


def _passes(
    data: Path, words: Words, settings: Settings, chance: random.Random
) -> Iterator[list[Encoded]]:
    pairs = vitaminc(data / "vitaminc-train.jsonl")
    rows = encoded(pairs, words)
    for number in range(settings.passes):
        if number == 0 and settings.easier:
            yield rows + encoded(easier(data), words)
        elif number < settings.plain:
            yield rows
        else:
            yield rows + encoded(list(contrasts(pairs, chance)), words)


class _Head(nn.Module):
    """The network as it is run: one pair at a time, so no padding and no mask."""

    def __init__(self, network: PairNetwork) -> None:
        super().__init__()
        self.network = network.eval()
        network.word = Rows(network.encoder.embeddings.word_embeddings.weight.detach())

    def forward(self, *columns: Tensor) -> Tensor:
        scores: Tensor = self.network(*columns, torch.ones_like(columns[0]))
        return scores


def renewed(source: PairNetwork, labels: int) -> PairNetwork:
    """A network like `source`, with a new last layer for so many labels."""
    network = PairNetwork(base_encoder(), labels)
    inner = {name: held for name, held in source.state_dict().items() if name[:4] != "out."}
    network.load_state_dict(inner, strict=False)
    return network


def export(network: PairNetwork, path: Path) -> None:
    """Write a network over pairs to `path`, in int8."""
    with tempfile.TemporaryDirectory() as temporary:
        exact, fused = Path(temporary) / "exact.onnx", Path(temporary) / "fused.onnx"
        pieces = torch.tensor([[101, 2040, 102, 2056, 102]])
        side = torch.tensor([[0, 0, 0, 1, 1]])
        ones = torch.ones_like(pieces)
        torch.onnx.export(
            _Head(copy.deepcopy(network)),
            (pieces, ones, ones, ones, side),
            str(exact),
            input_names=list(COLUMNS),
            output_names=["scores"],
            dynamic_axes={name: {1: "pieces"} for name in COLUMNS},
            opset_version=17,
            dynamo=False,
        )
        fuse(exact, fused)
        quantise(fused, path)


def accuracy(relater: Relater, pairs: Sequence[Pair], labels: Sequence[str] = LABELS) -> float:
    """How many pairs get the right one of `labels`: percent."""
    right = 0
    for pair in pairs:
        found = relater(pair.claim, pair.evidence)
        right += LABELS[pair.label] == max(labels, key=found.__getitem__)
    return 100 * right / len(pairs)


def dev_scores(folder: Path, data: Path) -> dict[str, float]:
    """Accuracy on VitaminC dev, and on FEVER-Symmetric dev, which has no third label."""
    relater = Relater(folder)
    return {
        "vitaminc-dev": accuracy(relater, vitaminc(data / "vitaminc-dev.jsonl")),
        "fever-symmetric-dev": accuracy(
            relater, vitaminc(data / "fever-symmetric-dev.jsonl"), LABELS[:2]
        ),
    }


def main(arguments: list[str]) -> None:
    """Train, export and score."""
    parser = argparse.ArgumentParser(prog="python -m claims.training.relations")
    parser.add_argument("--data", type=Path, required=True, help="the folder with the corpora")
    parser.add_argument("--out", type=Path, default=FOLDER, help="where relation.onnx goes")
    parser.add_argument("--score-only", action="store_true", help="score what lies in --out")
    options = parser.parse_args(arguments)
    relations = options.data / "relations"
    if not options.score_only:
        words = Words(Tokenizer.from_file(str(FOLDER / "tokenizer.json")))
        export(train(relations, words, Settings()), options.out / FILE)
    for name, score in dev_scores(options.out, relations).items():
        sys.stdout.write(f"{name}: {score:.1f}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
