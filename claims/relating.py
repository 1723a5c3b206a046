"""Whether one sentence supports another, refutes it, or does neither: `relate`."""

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from claims.model_files import FOLDER, open_session, open_words, run_row
from claims.pair_encoding import pair_row

LABELS = ("supports", "refutes", "neither")
FILE = "relation.onnx"


class Relater:
    """The pair head, opened; pairs are read one at a time, so that none changes another's."""

    def __init__(self, folder: Path = FOLDER) -> None:
        """Open the model in `folder`; a pair takes one core, so many are read at once."""
        self._session = open_session(folder / FILE, threads=1)
        self._words = open_words(folder)

    def __call__(self, claim: str, evidence: str) -> dict[str, float]:
        """The probability of each of `LABELS` for what `evidence` does to `claim`."""
        row = pair_row(claim, evidence, self._words)
        scores = run_row(self._session, row)
        return dict(zip(LABELS, _softmax(scores).tolist(), strict=True))


def relate(pairs: Iterable[tuple[str, str]]) -> list[dict[str, float]]:
    """What each second sentence does to the first: probabilities that sum to one.

    Pairs are (claim, evidence); answers come in the order of the pairs.
    """
    relater = _shared()
    return [relater(claim, evidence) for claim, evidence in pairs]


@lru_cache(maxsize=1)
def _shared() -> Relater:
    return Relater()


def _softmax(scores: NDArray[np.float32]) -> NDArray[np.float64]:
    raised: NDArray[np.float64] = np.exp(scores.astype(np.float64) - float(scores.max()))
    return raised / float(raised.sum())
