"""The exact words of two quotations laid side by side."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from rapidfuzz.distance import Indel, Levenshtein

from xref.words import STOP, stem

ELLIPSIS = re.compile(r"\[\s*(?:\.{2,}|…)\s*\]|\(\s*(?:\.{3}|…)\s*\)|\.{3,}|\. \. \.|…")
BRACKETED = re.compile(r"\[[^\]]*\]")
WORD = re.compile(r"\w+(?:['’]\w+)*")
# An editor's insertion or omission: words may stand there or be left out without alteration.
GAP = "…"
CONTRACTIONS = {"n't": " not", "'re": " are", "'ve": " have", "'ll": " will", "'m": " am"}


@lru_cache(maxsize=50_000)
def pieces(text: str) -> tuple[tuple[str, ...], ...]:
    """The stretches of unbroken words between ellipses and brackets.

    >>> pieces("[Prepare for a] smashing offensive…round up everyone.")
    (('smashing', 'offensive'), ('round', 'up', 'everyone'))
    """
    plain = BRACKETED.sub(GAP, ELLIPSIS.sub(GAP, text)).lower().replace("’", "'")
    for short, long in CONTRACTIONS.items():
        plain = plain.replace(short, long)
    found = (tuple(WORD.findall(piece)) for piece in plain.split(GAP))
    return tuple(piece for piece in found if piece)


def wording(text: str) -> tuple[str, ...]:
    """All the words in order, with a mark wherever something was left out or put in."""
    laid: list[str] = []
    for piece in pieces(text):
        laid.extend([GAP, *piece] if laid else piece)
    return tuple(laid)


@lru_cache(maxsize=50_000)
def plain(text: str) -> tuple[str, ...]:
    """All the words in order, without marks."""
    return tuple(word for piece in pieces(text) for word in piece)


@lru_cache(maxsize=50_000)
def meaty(text: str) -> tuple[str, ...]:
    """The content words in order."""
    return tuple(stem(word) for word in plain(text) if word not in STOP)


@lru_cache(maxsize=50_000)
def held(short: str, long: str) -> bool:
    """Whether every piece of the shorter text stands in the longer, in order.

    >>> held("round up … destroy them", "We must round up all of them and destroy them.")
    True
    """
    rest = f" {' '.join(plain(long))} "
    for piece in pieces(short):
        _, found, rest = rest.partition(f" {' '.join(piece)} ")
        if not found:
            return False
        rest = f" {rest}"
    return bool(pieces(short))


@dataclass(frozen=True, slots=True)
class Overlap:
    """Where two wordings run side by side: words in common, and words changed in between.

    `size` counts the words of the common region; `changed` those that no ellipsis excuses.
    """

    same: int
    changed: tuple[tuple[str, str], ...]
    size: int

    @property
    def share(self) -> float:
        """How much of the region is word for word the same."""
        return self.same / self.size if self.size else 0.0


@dataclass(frozen=True, slots=True)
class Block:
    """A run of `size` equal words, at `left` in one wording and at `right` in the other."""

    left: int
    right: int
    size: int


@lru_cache(maxsize=20_000)
def overlap(left: str, right: str) -> Overlap:
    """Lay two texts side by side, without the ends where only one of them has words."""
    first, second = wording(left), wording(right)
    # Repeated words can be paired in several ways that are equally good; which of them is found
    # hangs on the order, so there is only one order.
    if first > second:
        turned = overlap(right, left)
        return replace(turned, changed=tuple((b, a) for a, b in turned.changed))
    blocks = _without_strays(_equal_runs(first, second))
    same = sum(block.size for block in blocks)
    changed: list[tuple[str, str]] = []
    for block, after in pairwise(blocks):
        before = first[block.left + block.size : after.left]
        instead = second[block.right + block.size : after.right]
        if GAP not in before and GAP not in instead and not _spelled_alike(before, instead):
            changed.append((" ".join(before), " ".join(instead)))
    size = same + sum(max(len(a.split()), len(b.split())) for a, b in changed)
    return Overlap(same, tuple(changed), size)


def _equal_runs(first: tuple[str, ...], second: tuple[str, ...]) -> list[Block]:
    codes = Indel.opcodes(first, second)
    return [
        Block(code.src_start, code.dest_start, code.src_end - code.src_start)
        for code in codes
        if code.tag == "equal"
    ]


def _without_strays(blocks: list[Block]) -> list[Block]:
    """Drop single words at either end that match only by chance, far from the rest."""
    while len(blocks) > 1 and _stray(blocks[0], blocks[0], blocks[1]):
        blocks = blocks[1:]
    while len(blocks) > 1 and _stray(blocks[-1], blocks[-2], blocks[-1]):
        blocks = blocks[:-1]
    return blocks


def _stray(end: Block, first: Block, second: Block) -> bool:
    distance = max(second.left - first.left - first.size, second.right - first.right - first.size)
    return end.size <= 2 and distance > end.size


def _spelled_alike(before: tuple[str, ...], after: tuple[str, ...]) -> bool:
    """One word in two spellings, or with and without a hyphen."""
    # "It's" is "it is"; that it may also be "it has" alters nothing either.
    first, second = ("".join(words).replace("'s", "is") for words in (before, after))
    if first == second:
        return True
    if first.isdigit() or second.isdigit() or not first or not second:
        return False
    longer = max(len(first), len(second))
    changes = Levenshtein.distance(first, second)
    return longer >= 5 and first[0] == second[0] and changes * 5 <= longer
