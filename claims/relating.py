"""Whether one sentence supports another, refutes it, or does neither: `relate`."""

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime as ort
from numpy.typing import NDArray
from tokenizers import Tokenizer

from claims.encoding import Words
from claims.model_files import FOLDER
from claims.pair_encoding import pair_row

LABELS = ("supports", "refutes", "neither")
FILE = "relation.onnx"


class Relater:
    """The pair head, opened; pairs are read one at a time, so that none changes another's."""

    def __init__(self, folder: Path = FOLDER, *, threads: int = 0) -> None:
        """Open the model in `folder`; `threads` 0 uses every core."""
        options = ort.SessionOptions()
        options.intra_op_num_threads = threads
        options.log_severity_level = 3
        self._session: Any = ort.InferenceSession(
            str(folder / FILE), options, providers=["CPUExecutionProvider"]
        )
        self._words = Words(Tokenizer.from_file(str(folder / "tokenizer.json")))

    def __call__(self, claim: str, evidence: str) -> dict[str, float]:
        """The probability of each of `LABELS` for what `evidence` does to `claim`."""
        row = pair_row(claim, evidence, self._words)
        feed = {put.name: getattr(row, put.name)[None] for put in self._session.get_inputs()}
        (scores,) = self._session.run(None, feed)
        return dict(zip(LABELS, _softmax(scores[0]).tolist(), strict=True))


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
