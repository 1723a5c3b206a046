"""From words to what the encoder reads: word pieces, and the case and space it would not see.

The base vocabulary is lower-cased and knows no white space. Each word's shape and the gap before
it are therefore given to the encoder beside the pieces, in training and in reading alike.
"""

import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from tokenizers import Tokenizer

Ints = NDArray[np.int64]

# Rows of the tables of whole words, of beginnings and of endings (see `affixes`).
WORDS, BEGINNINGS, ENDINGS = 16384, 4096, 4096

# A word of more pieces than this is a link or a key; its middle says nothing about its role.
MAX_PIECES = 8


# How the Penn Treebank, and tools that follow it, write what opens and closes.
_BRACKETS = {"-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]"}
_QUOTES = {"``": "“", "''": "”"}


class Gap(IntEnum):
    """What stands between a word and the one before it."""

    SPECIAL = 0
    GLUED = 1
    SPACE = 2
    LINE = 3
    PARAGRAPH = 4
    INSIDE = 5


class Shape(IntEnum):
    """The case and make of a word."""

    SPECIAL = 0
    LOWER = 1
    TITLE = 2
    UPPER = 3
    LETTER = 4
    MIXED = 5
    NUMBER = 6
    FIGURE = 7
    CODE = 8
    ABBREVIATION = 9
    SYMBOL = 10
    LOWER_POINT = 11


def shape(word: str) -> Shape:
    """The shape of `word`.

    >>> [shape(w).name for w in ("said", "Xi", "NATO", "A", "McKay", "403", "7,000", "K12")]
    ['LOWER', 'TITLE', 'UPPER', 'LETTER', 'MIXED', 'NUMBER', 'FIGURE', 'CODE']
    >>> [shape(w).name for w in ("U.S.", "Mr.", "p.m.", "—")]
    ['ABBREVIATION', 'TITLE', 'LOWER_POINT', 'SYMBOL']
    """
    if word.isdigit():
        return Shape.NUMBER
    if any(c.isdigit() for c in word):
        return Shape.CODE if any(c.isalpha() for c in word) else Shape.FIGURE
    if not any(c.isalpha() for c in word):
        return Shape.SYMBOL
    if word.islower():
        return Shape.LOWER_POINT if "." in word else Shape.LOWER
    if word.isupper():
        if "." in word:
            return Shape.ABBREVIATION
        return Shape.LETTER if len(word) == 1 else Shape.UPPER
    return Shape.TITLE if word.istitle() else Shape.MIXED


def written(words: Sequence[str]) -> list[str]:
    """The words of a text as an article has them, where a treebank has written marks its own way.

    Two apostrophes close what two grave accents open; where nothing does, they are what the writer
    used on both sides.

    >>> written(["``", "No", "''", "-LRB-", "sic"]), written(["''", "No", "''"])
    (['“', 'No', '”', '(', 'sic'], ["''", 'No', "''"])
    """
    marks = _BRACKETS | (_QUOTES if "``" in words else {})
    return [marks.get(word, word) for word in words]


def gap(space: str) -> Gap:
    """The gap that the white space `space` makes."""
    match space.count("\n"):
        case 0:
            return Gap.SPACE if space else Gap.GLUED
        case 1:
            return Gap.LINE
        case _:
            return Gap.PARAGRAPH


def affixes(word: str) -> tuple[int, int, int]:
    """Rows for the whole word, its first and its last three letters, in lower case.

    >>> affixes("Running")[2] == affixes("jogging")[2] == affixes("RINGING")[2]
    True
    """
    lower = word.lower()
    return (
        zlib.crc32(lower.encode()) % WORDS,
        zlib.crc32(lower[:3].encode()) % BEGINNINGS,
        zlib.crc32(lower[-3:].encode()) % ENDINGS,
    )


@dataclass(frozen=True, slots=True)
class Word:
    """All that the network is told of one word; `pieces` has 1 to `MAX_PIECES` members."""

    pieces: tuple[int, ...]
    shape: int
    affixes: tuple[int, int, int]


class Words:
    """Encodes words, and remembers them."""

    def __init__(self, tokenizer: "Tokenizer") -> None:
        """Wrap a WordPiece `tokenizer` with the tokens [CLS], [SEP] and [UNK]."""
        self._tokenizer = tokenizer
        self._known: dict[str, Word] = {}
        self.start, self.stop, self._unknown = (
            _number(tokenizer, token) for token in ("[CLS]", "[SEP]", "[UNK]")
        )

    def __call__(self, text: str) -> Word:
        """Encode the word written as `text`."""
        word = self._known.get(text)
        if word is None:
            word = Word(self._cut(text), int(shape(text)), affixes(text))
            # An open vocabulary (links, figures) must not grow without end on a long run.
            if len(self._known) < 200_000:
                self._known[text] = word
        return word

    def _cut(self, word: str) -> tuple[int, ...]:
        ids = self._tokenizer.encode(word[:200], add_special_tokens=False).ids or [self._unknown]
        if len(ids) > MAX_PIECES:
            ids = [*ids[: MAX_PIECES - 1], ids[-1]]
        return tuple(ids)


def _number(tokenizer: "Tokenizer", token: str) -> int:
    number = tokenizer.token_to_id(token)
    if number is None:
        raise ValueError(f"the vocabulary has no {token}")
    return number


@dataclass(frozen=True, slots=True)
class Window:
    """Consecutive words as one row for the encoder; all arrays are one-dimensional.

    `pieces`, `shapes`, `gaps` have one member a piece (with [CLS] and [SEP]); `first`, `last` (the
    places of its outer pieces) and `affixes` `[N, 3]` have one a word.
    """

    pieces: Ints
    shapes: Ints
    gaps: Ints
    first: Ints
    last: Ints
    affixes: Ints


def window(words: Sequence[Word], gaps: Sequence[int], *, start: int, stop: int) -> Window:
    """Lay words out as one row between the tokens `start` and `stop`."""
    lengths = np.array([len(word.pieces) for word in words], np.int64)
    last = np.cumsum(lengths)
    first = last - lengths + 1
    size = int(lengths.sum()) + 2
    ids = np.empty(size, np.int64)
    ids[0], ids[-1] = start, stop
    ids[1:-1] = [piece for word in words for piece in word.pieces]
    shape_row = np.zeros(size, np.int64)
    shape_row[1:-1] = np.repeat([word.shape for word in words], lengths)
    gap_row = np.full(size, int(Gap.INSIDE), np.int64)
    gap_row[[0, -1]] = int(Gap.SPECIAL)
    gap_row[first] = gaps
    ends = np.array([word.affixes for word in words], np.int64)
    return Window(ids, shape_row, gap_row, first, last, ends)


def stack(windows: Sequence[Window]) -> dict[str, Ints]:
    """Pad to one batch: pieces, shapes, gaps, mask `[B, L]`; first, last `[B, N]`, affixes."""
    size = max(len(w.pieces) for w in windows)
    words = max(len(w.first) for w in windows)
    batch = {
        name: np.zeros((len(windows), size), np.int64)
        for name in ("pieces", "shapes", "gaps", "mask")
    }
    batch |= {name: np.zeros((len(windows), words), np.int64) for name in ("first", "last")}
    batch["affixes"] = np.zeros((len(windows), words, 3), np.int64)
    for row, w in enumerate(windows):
        batch["pieces"][row, : len(w.pieces)] = w.pieces
        batch["shapes"][row, : len(w.pieces)] = w.shapes
        batch["gaps"][row, : len(w.pieces)] = w.gaps
        batch["mask"][row, : len(w.pieces)] = 1
        batch["first"][row, : len(w.first)] = w.first
        batch["last"][row, : len(w.last)] = w.last
        batch["affixes"][row, : len(w.affixes)] = w.affixes
    return batch
