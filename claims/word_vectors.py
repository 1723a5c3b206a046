"""What words mean, as vectors: by them "the mosque" is near "religious services".

A table of 24,000 words, so that comparing two phrases opens no network.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

FILE = Path(__file__).parent / "model" / "words.npz"
WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")

Floats = NDArray[np.float32]


def nearness(one: str, other: str) -> float:
    """The cosine of two phrases, the mean of their words; 0 where none of one is known.

    >>> nearness("attending the mosque", "religious services") > nearness("the mosque", "a fine")
    True
    """
    first, second = _vector(one), _vector(other)
    if first is None or second is None:
        return 0.0
    return float(first @ second)


def common_words() -> Iterable[str]:
    """The words of the table, the most frequent first."""
    return _table()[0].keys()


def is_common(word: str) -> bool:
    """Whether a word, in lower case, is in the table: what texts are full of."""
    return word in _table()[0]


@lru_cache(maxsize=20_000)
def _vector(phrase: str) -> Floats | None:
    places, rows = _table()
    known = [places[word] for word in WORD.findall(phrase.lower()) if word in places]
    total = rows[known].sum(0)
    length = float(np.sqrt(total @ total))
    return total / np.float32(length) if known and length else None


@lru_cache(maxsize=1)
def _table() -> tuple[dict[str, int], Floats]:
    with np.load(FILE) as kept:
        words = bytes(kept["words"]).decode().split("\n")
        rows = kept["rows"].astype(np.float32) * kept["scale"].astype(np.float32)[:, None]
    return {word: place for place, word in enumerate(words)}, rows
