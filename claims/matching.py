"""Whether two clauses are of one thing, and can then both be true, as they are told: `match`."""

from enum import IntEnum
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from claims.model_files import FOLDER, open_session, open_words, run_row
from claims.pair_encoding import pair_row

FILE = "matching.onnx"
# Word pieces that are read of each side.
PIECES = 80


class Answer(IntEnum):
    """What two clauses are to one another."""

    OTHER = 0  # of two things
    AGREES = 1
    COMPATIBLE = 2
    CONFLICTS = 3
    UPDATES = 4


class Matching(NamedTuple):
    """How sure it is that two clauses are of one thing (log-odds), and what they are to one another
    if so: probabilities that sum to one.
    """

    odds: float
    agrees: float
    compatible: float
    conflicts: float
    updates: float


class Matcher:
    """The network, opened; pairs are read one at a time, so that none changes another's."""

    def __init__(self, file: Path = FOLDER / FILE) -> None:
        """Open the network in `file`; a pair takes one core, so many are read at once."""
        self._session = open_session(file, threads=1)
        self._words = open_words(FOLDER)

    def __call__(self, left: str, right: str) -> Matching:
        """What two clauses are to one another; the order is of no matter."""
        first, second = sorted((left, right))
        row = pair_row(first, second, self._words, most=(PIECES, PIECES))
        return _matching(run_row(self._session, row).astype(np.float64))


def match(left: str, right: str) -> Matching:
    """What two clauses are to one another, as the shipped network reads them."""
    return _shared()(left, right)


@lru_cache(maxsize=1)
def _shared() -> Matcher:
    return Matcher()


def _matching(scores: NDArray[np.float64]) -> Matching:
    told = scores[Answer.AGREES :]
    same = np.logaddexp.reduce(told)
    return Matching(float(same - scores[Answer.OTHER]), *np.exp(told - same).tolist())
