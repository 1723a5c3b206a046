"""A sentence laid out as one row for the network that finds policies in it."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

import numpy as np

from claims.encoding import Ints, Word

# Words on each side of an anchor whose distance is told apart; what lies beyond is far.
FAR = 20
# A broken parse must not send us round and round.
_DEEPEST = 40


class Tie(IntEnum):
    """How a word hangs together with the anchor of a frame in the dependency tree."""

    NONE = 0
    ANCHOR = 1
    CHILD = 2
    BELOW = 3
    ABOVE = 4
    BESIDE = 5


@dataclass(frozen=True, slots=True)
class FrameRow:
    """One sentence; `pieces` and `shapes` have one member a piece, the others one a word."""

    pieces: Ints
    shapes: Ints
    first: Ints
    last: Ints
    tags: Ints
    labels: Ints


def frame_row(
    words: Sequence[Word], tags: Sequence[int], labels: Sequence[int], *, start: int, stop: int
) -> FrameRow:
    """Lay out a sentence between the pieces `start` and `stop`; tags and labels by number."""
    lengths = np.array([len(word.pieces) for word in words], np.int64)
    last = np.cumsum(lengths)
    pieces = [start, *(piece for word in words for piece in word.pieces), stop]
    shapes = np.zeros(len(pieces), np.int64)
    shapes[1:-1] = np.repeat([int(word.shape) for word in words], lengths)
    return FrameRow(
        np.array(pieces, np.int64),
        shapes,
        last - lengths + 1,
        last,
        np.array(tags, np.int64),
        np.array(labels, np.int64),
    )


def distances(anchor: int, words: int) -> Ints:
    """How far each word stands behind the anchor, from 0 (far before it) to 2 * `FAR`."""
    return np.clip(np.arange(words) - anchor, -FAR, FAR) + FAR


def ties(anchor: int, heads: Sequence[int]) -> Ints:
    """The `Tie` of each word to the anchor; `heads` are places in the sentence, the root its own.

    >>> [Tie(tie).name for tie in ties(1, [1, 2, 2, 1])]
    ['CHILD', 'ANCHOR', 'ABOVE', 'CHILD']
    """
    above = _upwards(anchor, heads)
    return np.array([_tie(word, anchor, above, heads) for word in range(len(heads))], np.int64)


def _tie(word: int, anchor: int, above: Sequence[int], heads: Sequence[int]) -> Tie:
    if word == anchor:
        return Tie.ANCHOR
    if anchor in _upwards(word, heads):
        return Tie.CHILD if heads[word] == anchor else Tie.BELOW
    if word in above:
        return Tie.ABOVE
    return Tie.BESIDE if heads[word] in above else Tie.NONE


def _upwards(word: int, heads: Sequence[int]) -> list[int]:
    """`word` and all above it; a head outside of the sentence ends the way."""
    way = [word]
    while len(way) < _DEEPEST:
        above = heads[way[-1]]
        if not 0 <= above < len(heads) or above in way:
            break
        way.append(above)
    return way
