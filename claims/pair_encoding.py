"""Two sentences laid out as one row for the network that relates them."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from claims.counterpart import Counterpart, Run, Side, sides
from claims.encoding import Ints, Shape, Words

# Word pieces that are read of a claim and of its evidence: what lies beyond seldom decides.
MOST = (64, 110)
# Stands for a number that is asked about and not told: the vocabulary's [MASK].
ASKED = "\ue000"


@dataclass(frozen=True, slots=True)
class PairRow:
    """[CLS] claim [SEP] evidence [SEP]; all arrays are one-dimensional, one member a piece.

    `side` is 0 up to the first [SEP] and 1 behind it.
    """

    pieces: Ints
    shapes: Ints
    counterparts: Ints
    runs: Ints
    side: Ints


def pair_row(claim: str, evidence: str, words: Words, *, most: tuple[int, int] = MOST) -> PairRow:
    """Lay out a claim and what may speak for or against it; of each side `most` pieces."""
    first, second = sides(claim, evidence)
    columns = [(words.start, Shape.SPECIAL, Counterpart.SPECIAL, Run.NO, 0)]
    for number, side in enumerate((first, second)):
        columns += _columns(side, number, most[number], words)
        columns.append((words.stop, Shape.SPECIAL, Counterpart.SPECIAL, Run.NO, number))
    return PairRow(*np.array(columns, np.int64).T)


def _columns(
    side: Side, number: int, most: int, words: Words
) -> Sequence[tuple[int, Shape, Counterpart, Run, int]]:
    columns: list[tuple[int, Shape, Counterpart, Run, int]] = []
    for text, counterpart, run in zip(side.words, side.counterparts, side.runs, strict=True):
        word = words("[MASK]" if text == ASKED else text)
        if len(columns) + len(word.pieces) > most:
            break
        columns += [(piece, Shape(word.shape), counterpart, run, number) for piece in word.pieces]
    return columns
