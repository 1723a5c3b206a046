"""How well a network tells clauses of one thing from others, on accounts of one event.

    python -m tests.benchmarks.clauses FILE

FILE was written by `python -m claims.training.accounts --out FILE`. Asked are all pairs of marked
stretches of one kind in the two accounts (tests/quality/accounts.json), policies and statements.
Prints, for each part, the area under the curve, how many pairs of one thing are found at 90 and
95 % precision, and of those whether both can be true, not both, or one is newer.
"""

import json
import sys
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from claims.model_files import FOLDER, open_session, open_words, run_row
from claims.pair_encoding import pair_row
from tests.quality.test_accounts import MARKS

KINDS = ("policy", "statement")
# The network's answers, as in `claims.training.accounts.Label`.
ANSWERS = {"none": 0, "agrees": 1, "compatible": 1, "conflicts": 2, "updates": 3}
NAMES = ("of two things", "both can be true", "not both", "one is newer")
Floats = NDArray[np.float64]


def pairs(told: dict[str, Any]) -> Iterator[tuple[str, str, int]]:
    """Every pair of marked stretches of one kind, with what they are to one another."""
    marked = [one for one in told["pairs"] if one["kind"] in KINDS]
    known = {(one["left"], one["right"]): ANSWERS[one["relation"]] for one in marked}
    left, right = ({one[side]: one["kind"] for one in marked} for side in ("left", "right"))
    for one, other in product(sorted(left), sorted(right)):
        if left[one] == right[other] or (one, other) in known:
            yield one, other, known.get((one, other), 0)


def read(file: Path, found: list[tuple[str, str, int]]) -> Floats:
    """The probabilities of the answers for each pair, `[P, 4]`: the mean of both orders."""
    session, words = open_session(file, threads=2), open_words(FOLDER)
    rows = []
    for one, other, _ in found:
        ways = [
            run_row(session, pair_row(*pair, words)).astype(np.float64)
            for pair in ((one, other), (other, one))
        ]
        sure = np.exp(np.mean([way - np.logaddexp.reduce(way) for way in ways], axis=0))
        rows.append(sure / sure.sum())
    return np.array(rows)


def area(scores: Floats, true: NDArray[np.bool_]) -> float:
    """The area under the curve: how often what is true scores higher than what is not."""
    ranks = np.argsort(np.argsort(scores)) + 1
    of = int(true.sum())
    return float((ranks[true].sum() - of * (of + 1) / 2) / (of * (len(true) - of)))


def found_at(scores: Floats, true: NDArray[np.bool_], precision: float) -> float:
    """The greatest share of what is true that is found at this precision."""
    right = np.cumsum(true[np.argsort(-scores)])
    enough = right / np.arange(1, len(true) + 1) >= precision
    return float(right[enough].max() / true.sum()) if enough.any() else 0.0


def main() -> None:
    """Read and print."""
    accounts = json.loads(MARKS.read_text("utf-8"))
    for part in "ab":
        found = [pair for one in accounts if one["part"] == part for pair in pairs(one)]
        sure = read(Path(sys.argv[1]), found)
        label = np.array([one for _, _, one in found])
        true, scores = label > 0, 1 - sure[:, 0]
        told = ", ".join(f"{found_at(scores, true, p):.1%} at {p:.0%}" for p in (0.9, 0.95))
        print(f"{part}: {true.sum()} of {len(true)} of one thing: {area(scores, true):.3f}; {told}")
        says = 1 + sure[true, 1:].argmax(1)
        for answer in (1, 2, 3):
            right = int(((says == answer) & (label[true] == answer)).sum())
            print(
                f"  {NAMES[answer]}: precision {right / max(1, (says == answer).sum()):.1%},"
                f" recall {right / (label == answer).sum():.1%}"
            )


if __name__ == "__main__":
    main()
