"""A text of any length read window by window, each sentence whole in some window.

A window ends where a paragraph ends if it can. Where it cannot, the sentences at its end are read
again at the head of the next window, so nothing is cut and memory does not grow with the text.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from claims.encoding import Gap, Ints, window
from claims.model_files import Model

# Word pieces a window: longer ones cost more a word, shorter ones see less around it.
USUAL = 190
# The encoder has 512 places; [CLS] and [SEP] take two.
MOST = 500
# Where a window had to cut a paragraph, its last words were read without what follows them.
EDGE = 10


@dataclass(frozen=True, slots=True)
class Sentence:
    """Words `[start, end)` of the text, and the outputs of the network for exactly these.

    `scores["arc_head"]` and `scores["label_head"]` have the root as an additional first row.
    """

    start: int
    end: int
    scores: dict[str, NDArray[Any]]


def read(
    model: Model, words: Sequence[str], gaps: Sequence[int], starts: Sequence[bool] | None = None
) -> Iterator[Sentence]:
    """Cut `words` into sentences, in order; at the places `starts` where these are known."""
    encoded = [model.words(word) for word in words]
    ends = np.cumsum([len(word.pieces) for word in encoded])
    at, limit = 0, USUAL
    while at < len(words):
        stop, closed = _stop(at, limit, ends, gaps)
        row = window(
            encoded[at:stop], gaps[at:stop], start=model.words.start, stop=model.words.stop
        )
        scores = model.run(row)
        opens = _openings(scores["starts"], gaps[at:stop], starts and starts[at:stop])
        if not closed and limit == USUAL and not _kept(opens, stop - at):
            limit = MOST
            continue
        bounds = [*opens, stop - at] if closed else _cut(opens, stop - at, scores["starts"])
        for start, end in pairwise(bounds):
            yield Sentence(at + start, at + end, _part(scores, start, end))
        at, limit = at + bounds[-1], USUAL


def _stop(at: int, limit: int, ends: Ints, gaps: Sequence[int]) -> tuple[int, bool]:
    """Where a window that begins at word `at` stops, and whether a paragraph stops there too."""
    before = int(ends[at - 1]) if at else 0
    stop = max(at + 1, int(np.searchsorted(ends, before + limit, side="right")))
    if stop == len(ends):
        return stop, True
    # Half a window at least: a headline alone would be read without the text under it.
    least = int(np.searchsorted(ends, before + limit // 2, side="right"))
    for place in range(stop, max(at, least), -1):
        if gaps[place] == Gap.PARAGRAPH:
            return place, True
    return stop, False


def _openings(
    logits: NDArray[np.float32], gaps: Sequence[int], known: Sequence[bool] | None
) -> list[int]:
    if known is not None:
        opens = np.asarray(known, bool)
    else:
        opens = (logits > 0) | (np.asarray(gaps) == Gap.PARAGRAPH)
    opens[0] = True
    return [int(place) for place in np.flatnonzero(opens)]


def _kept(opens: list[int], size: int) -> list[int]:
    """The openings after the first that were read with enough words after them to be sure."""
    return [place for place in opens[1:] if place <= size - EDGE]


def _cut(opens: list[int], size: int, logits: NDArray[np.float32]) -> list[int]:
    """The sentences to keep of a window that cuts a paragraph: up to its last sure opening.

    A sentence longer than the encoder can see is cut where an end is likeliest.
    """
    kept = _kept(opens, size)
    if kept:
        return [0, *kept]
    return [0, size // 2 + int(logits[size // 2 :].argmax())]


def _part(scores: dict[str, NDArray[Any]], start: int, end: int) -> dict[str, NDArray[Any]]:
    """The rows of words `[start, end)`; outputs of heads keep the root before them."""
    part = {}
    for name, rows in scores.items():
        if name.endswith("_head"):
            part[name] = np.concatenate([rows[:1], rows[start + 1 : end + 1]])
        else:
            part[name] = rows[start:end]
    return part
