"""`python -m claims.training.accounts`: train what tells whether two clauses are of one thing.

`accounts.json` beside this file has pairs of accounts of one invented event, and pairs of stretches
of the two with what they are to one another (see tests/quality/MARKING.md). It begins from the
network that relates sentences (`claims.relating`).
"""

import argparse
import json
import random
import sys
from collections.abc import Iterator, Sequence
from enum import IntEnum
from itertools import product
from pathlib import Path
from typing import Any

import torch
from tokenizers import Tokenizer
from torch.nn import functional

from claims.encoding import Words
from claims.model_files import FOLDER
from claims.pair_encoding import pair_row
from claims.relating import FILE, LABELS
from claims.training.relations import Encoded, Settings, export, learnt, renewed
from claims.training.reopened import reopened

WRITTEN = Path(__file__).with_name("accounts.json")
SETTINGS = Settings(passes=4, rate=1e-4, warm=50, kept=0.995)
# Pairs of two things that are kept for each of one.
OTHERS = 4.0
Accounts = dict[str, Any]


class Label(IntEnum):
    """What two clauses are to one another."""

    OTHER = 0
    BOTH = 1  # of one thing, and both can be true
    NOT_BOTH = 2
    NEWER = 3  # of one thing at two times


_LABELS = {
    "none": Label.OTHER,
    "agrees": Label.BOTH,
    "compatible": Label.BOTH,
    "conflicts": Label.NOT_BOTH,
    "updates": Label.NEWER,
}
Pair = tuple[str, str, Label]


def pairs(told: Accounts, chance: random.Random) -> Iterator[Pair]:
    """The marked pairs of two accounts, and some pairs of stretches of two things."""
    known = {(one["left"], one["right"]): _LABELS[one["relation"]] for one in told["pairs"]}
    kinds = {side: {one[side]: one["kind"] for one in told["pairs"]} for side in ("left", "right")}
    others = [
        (left, right)
        for left, right in product(sorted(kinds["left"]), sorted(kinds["right"]))
        if (left, right) not in known and kinds["left"][left] == kinds["right"][right]
    ]
    yield from ((left, right, label) for (left, right), label in known.items())
    for left, right in chance.sample(others, min(len(others), round(OTHERS * len(known)))):
        yield left, right, Label.OTHER


def encoded(found: Sequence[Pair], words: Words, chance: random.Random) -> list[Encoded]:
    """The pairs as rows, in either order, with their labels."""
    rows = []
    for left, right, label in found:
        first, second = chance.sample((left, right), 2)
        rows.append((pair_row(first, second, words), int(label)))
    return rows


def main(arguments: list[str]) -> None:
    """Train and export."""
    parser = argparse.ArgumentParser(prog="python -m claims.training.accounts")
    parser.add_argument("--out", type=Path, required=True, help="the file to write")
    out = parser.parse_args(arguments).out
    words = Words(Tokenizer.from_file(str(FOLDER / "tokenizer.json")))
    told = json.loads(WRITTEN.read_text("utf-8"))
    torch.manual_seed(SETTINGS.seed)
    chance = random.Random(SETTINGS.seed)
    passes = [
        encoded([pair for one in told for pair in pairs(one, chance)], words, chance)
        for _ in range(SETTINGS.passes)
    ]
    source = renewed(reopened(FOLDER / FILE, len(LABELS)), len(Label))
    network = learnt(source, passes, SETTINGS, functional.cross_entropy, chance)
    export(network, out)


if __name__ == "__main__":
    main(sys.argv[1:])
