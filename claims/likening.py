"""Whether two figures are of one thing, as the words around them tell: `liken`.

The network never sees the two numbers, only what stands around them: so that figures which differ
are as likely to be of one thing as figures that agree.
"""

from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from claims.model_files import FOLDER, open_session, open_words, run_row
from claims.pair_encoding import ASKED, pair_row
from claims.place import Place

FILE = "likening.onnx"
# Characters before and behind a number that are read.
BEFORE, AFTER = 180, 100
# Word pieces that are read of each side.
PIECES = 80
PARAGRAPH = "\n\n"


class Likening(NamedTuple):
    """How sure it is that two numbers are of one thing, and that it changes with time: log-odds."""

    odds: float
    running: float


def window(place: Place) -> str:
    """The words around a number, with a mark in its place.

    >>> window(Place("Rescuers found 12 people alive.", 15, 17)).replace(ASKED, "#")
    'Rescuers found # people alive.'
    """
    text = place.text
    first, last = max(0, place.start - BEFORE), min(len(text), place.end + AFTER)
    before, after = text[first : place.start], text[place.end : last]
    # Words that the reach cuts through, and other paragraphs than the number's, are left out.
    if first and not text[first - 1].isspace():
        before = before.partition(" ")[2]
    if last < len(text) and not text[last].isspace():
        after = after.rpartition(" ")[0]
    return before.rpartition(PARAGRAPH)[2] + ASKED + after.partition(PARAGRAPH)[0]


class Likener:
    """The network, opened; pairs are read one at a time, so that none changes another's."""

    def __init__(self, folder: Path = FOLDER) -> None:
        """Open the model in `folder`; a pair takes one core, so many are read at once."""
        self._session = open_session(folder / FILE, threads=1)
        self._words = open_words(folder)

    def __call__(self, left: Place, right: Place) -> Likening:
        """What the numbers at two places are to one another; the order is of no matter."""
        # Either order of the two would do; both, and their mean, tell hardly more.
        other, fixed, running = self._scores(*sorted((window(left), window(right))))
        return Likening(float(np.logaddexp(fixed, running) - other), float(running - fixed))

    def _scores(self, first: str, second: str) -> NDArray[np.float64]:
        row = pair_row(first, second, self._words, most=(PIECES, PIECES))
        return run_row(self._session, row).astype(np.float64)


def liken(left: Place, right: Place) -> Likening:
    """What the numbers at two places are to one another, as the shipped model reads it."""
    return _shared()(left, right)


@lru_cache(maxsize=1)
def _shared() -> Likener:
    return Likener()
