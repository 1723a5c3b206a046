"""`python -m claims.training.frames --data PATH`: train the finder of policies, and export it."""

import argparse
import random
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional

from claims.encoding import Ints, Words
from claims.frame_encoding import FrameRow, distances, frame_row, ties
from claims.frames import ASSERTIONS, MODALITIES, ROLES, SECOND_FILES, STATUSES, inventory
from claims.model_files import FOLDER
from claims.training.frame_network import COLUMNS, Anchors, Frames, export
from claims.training.marked_policies import Marked, Sentence, sentences
from claims.training.network import base_encoder
from claims.training.steps import Steps, in_halves

IGNORE = -100


@dataclass(frozen=True)
class Settings:
    """What a training run is made with."""

    passes: int = 6
    rate: float = 1e-4
    head_rate: float = 1e-3
    sentences: int = 32
    seed: int = 1
    # Runs of another order each, from the same beginning; what is kept are their mean weights.
    orders: tuple[int, ...] = (1, 78, 155)
    # How much of the running mean of the weights is kept at each step.
    kept: float = 0.99


@dataclass(frozen=True)
class Target:
    """One policy of a sentence as the network is to see it: its anchor is a word's place.

    `roles` numbers a BIO label for each word, `clause` says which words its clause holds.
    """

    anchor: int
    modality: int
    roles: Ints
    clause: Ints
    status: int
    assertion: int


@dataclass(frozen=True)
class Example:
    """A sentence with its policies; `unsure` are the places of which nothing is to be learnt."""

    row: FrameRow
    heads: tuple[int, ...]
    targets: tuple[Target, ...]
    unsure: tuple[int, ...] = field(default=())


def example(sentence: Sentence, words: Words, names: dict[str, list[str]]) -> Example:
    """A marked sentence with its targets."""
    row = frame_row(
        [words(text) for text in sentence.words],
        [_number(names["tags"], tag) for tag in sentence.tags],
        [_number(names["labels"], label) for label in sentence.labels],
        start=words.start,
        stop=words.stop,
    )
    sure = [mark for mark in sentence.marks if mark.sure]
    unsure = {place for mark in sentence.marks if not mark.sure for place in mark.clause}
    targets = [_target(mark, sentence) for mark in sure]
    anchors = {target.anchor for target in targets}
    return Example(row, sentence.heads, tuple(targets), tuple(sorted(unsure - anchors)))


def _number(names: Sequence[str], name: str) -> int:
    return names.index(name) if name in names else 0


def _target(mark: Marked, sentence: Sentence) -> Target:
    size = len(sentence.words)
    roles = np.zeros(size, np.int64)
    for role, places in mark.parts:
        for place in places:
            if not roles[place]:
                roles[place] = ROLES.index(f"{'B' if place == places[0] else 'I'}-{role}")
    clause = np.zeros(size, np.int64)
    clause[list(mark.clause)] = 1
    return Target(
        mark.anchor,
        MODALITIES.index(mark.modality),
        roles,
        clause,
        STATUSES.index(mark.status) if mark.status in STATUSES else IGNORE,
        ASSERTIONS.index(mark.assertion) if mark.assertion in ASSERTIONS else IGNORE,
    )


def stacked(batch: Sequence[Example]) -> tuple[list[Tensor], Tensor]:
    """The columns of a batch with the mask of its pieces, and the padding of its words."""
    pieces = max(len(one.row.pieces) for one in batch)
    words = max(len(one.row.first) for one in batch)
    columns = []
    for name in COLUMNS:
        column = np.zeros((len(batch), pieces if name in COLUMNS[:2] else words), np.int64)
        for place, one in enumerate(batch):
            own = getattr(one.row, name)
            column[place, : len(own)] = own
        columns.append(torch.from_numpy(column))
    mask = np.zeros((len(batch), pieces), np.int64)
    padding = np.ones((len(batch), words), np.float32)
    for place, one in enumerate(batch):
        mask[place, : len(one.row.pieces)] = 1
        padding[place, : len(one.row.first)] = 0
    return [*columns, torch.from_numpy(mask)], torch.from_numpy(padding)


def loss_of(anchors: Anchors, frames: Frames, batch: Sequence[Example]) -> Tensor:
    """What a batch costs: anchors a sentence, frames a policy."""
    columns, padding = stacked(batch)
    with in_halves():
        hidden, scores = anchors(*columns)
    wanted = torch.full(padding.shape, IGNORE)
    for place, one in enumerate(batch):
        wanted[place, : len(one.row.first)] = 0
        wanted[place, list(one.unsure)] = IGNORE
        for target in one.targets:
            wanted[place, target.anchor] = target.modality
    loss = functional.cross_entropy(
        scores.float().flatten(0, 1), wanted.flatten(), ignore_index=IGNORE, reduction="sum"
    ) / len(batch)
    told = [(place, target) for place, one in enumerate(batch) for target in one.targets]
    if not told:
        return loss
    return loss + _frame_loss(frames, batch, told, hidden.float(), padding)


def _frame_loss(
    frames: Frames,
    batch: Sequence[Example],
    told: Sequence[tuple[int, Target]],
    hidden: Tensor,
    padding: Tensor,
) -> Tensor:
    rows = torch.tensor([place for place, _ in told])
    size = padding.size(1)
    tied = np.zeros((len(told), size), np.int64)
    roles = np.full((len(told), size), IGNORE, np.int64)
    clause = np.zeros((len(told), size), np.float32)
    for number, (place, target) in enumerate(told):
        words = len(target.roles)
        tied[number, :words] = ties(target.anchor, batch[place].heads)
        roles[number, :words] = target.roles
        clause[number, :words] = target.clause
    distance = np.stack([distances(target.anchor, size) for _, target in told])
    modality = torch.tensor([target.modality for _, target in told])
    found = frames(
        hidden[rows], torch.from_numpy(distance), torch.from_numpy(tied), modality, padding[rows]
    )
    present = 1 - padding[rows]
    inside = functional.binary_cross_entropy_with_logits(
        found[1], torch.from_numpy(clause), reduction="none"
    )
    loss = functional.cross_entropy(
        found[0].flatten(0, 1),
        torch.from_numpy(roles).flatten(),
        ignore_index=IGNORE,
        reduction="sum",
    )
    loss = (loss + (inside * present).sum()) / len(told) / 6
    for scores, numbers in (
        (found[2], [target.status for _, target in told]),
        (found[3], [target.assertion for _, target in told]),
    ):
        wanted = torch.tensor(numbers)
        if bool((wanted >= 0).any()):
            loss = loss + 0.3 * functional.cross_entropy(scores, wanted, ignore_index=IGNORE)
    return loss


def train(
    examples: Sequence[Example], names: dict[str, list[str]], settings: Settings
) -> tuple[Anchors, Frames]:
    """Both networks, trained together; the mean of one run for each of `settings.orders`."""
    runs = [_run(examples, names, settings, order) for order in settings.orders]
    anchors, frames = runs[0]
    for place, network in enumerate((anchors, frames)):
        states = [run[place].state_dict() for run in runs]
        network.load_state_dict({name: _mean([one[name] for one in states]) for name in states[0]})
    return anchors, frames


def _mean(tensors: Sequence[Tensor]) -> Tensor:
    if not tensors[0].is_floating_point():
        return tensors[0]
    return torch.stack(list(tensors)).mean(0)


def _run(
    examples: Sequence[Example], names: dict[str, list[str]], settings: Settings, order: int
) -> tuple[Anchors, Frames]:
    torch.manual_seed(settings.seed)
    chance = random.Random(order)
    base = base_encoder()
    anchors, frames = Anchors(base, len(names["tags"]), len(names["labels"])), Frames(base)
    steps = [
        batch for _ in range(settings.passes) for batch in _batches(examples, settings, chance)
    ]
    run = Steps(
        [anchors, frames],
        anchors.encoder,
        rate=settings.rate,
        head_rate=settings.head_rate,
        count=len(steps),
        warm=100,
        kept=settings.kept,
    )
    averaged = run.learn(steps, lambda batch: loss_of(anchors, frames, batch))
    return cast(Anchors, averaged[0]), cast(Frames, averaged[1])


def _batches(
    examples: Sequence[Example], settings: Settings, chance: random.Random
) -> Iterator[list[Example]]:
    """Sentences of like length together, in random order."""
    order = sorted((len(one.row.pieces) + chance.random() * 6, n) for n, one in enumerate(examples))
    found = [
        [examples[n] for _, n in order[start : start + settings.sentences]]
        for start in range(0, len(order), settings.sentences)
    ]
    chance.shuffle(found)
    yield from found


def main(arguments: list[str]) -> None:
    """Train and export."""
    parser = argparse.ArgumentParser(prog="python -m claims.training.frames")
    parser.add_argument("--data", type=Path, required=True, help="the folder with the corpora")
    parser.add_argument("--out", type=Path, default=FOLDER, help="where the files go")
    parser.add_argument("--passes", type=int, default=Settings.passes)
    options = parser.parse_args(arguments)
    words = Words(Tokenizer.from_file(str(FOLDER / "tokenizer.json")))
    marked = sentences(options.data)
    names = inventory(marked)
    settings = Settings(passes=options.passes)
    examples = [example(one, words, names) for one in marked]
    export(*train(examples, names, settings), names, options.out, SECOND_FILES)


if __name__ == "__main__":
    main(sys.argv[1:])
