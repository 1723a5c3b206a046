"""The exact words of two quotations laid side by side."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise

from rapidfuzz.distance import Indel

from xref.spelling import spelled_alike, written_out
from xref.words import STOP, listed, stem

ELLIPSIS = re.compile(r"\[\s*(?:\.{2,}|…)\s*\]|\(\s*(?:\.{3}|…)\s*\)|\.{3,}|\. \. \.|…")
# Nobody speaks in brackets: what stands in them is the editor's, of whatever shape they are.
BRACKETED = re.compile(r"\[[^\]]*\]|\([^()]{1,60}\)")
WORD = re.compile(r"\w+(?:['’]\w+)*")
# An editor's insertion or omission: words may stand there or be left out without alteration.
GAP = "…"


@lru_cache(maxsize=50_000)
def pieces(text: str) -> tuple[tuple[str, ...], ...]:
    """The stretches of unbroken words between ellipses and brackets.

    >>> pieces("[Prepare for a] smashing offensive…round up everyone.")
    (('smashing', 'offensive'), ('round', 'up', 'everyone'))
    """
    plain = written_out(BRACKETED.sub(GAP, ELLIPSIS.sub(GAP, text)))
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


class Match(StrEnum):
    """How the words of one quotation stand to those of another."""

    VERBATIM = "verbatim"
    TRUNCATED = "truncated"
    ALTERED = "altered"
    UNLIKE = "unlike"


@dataclass(frozen=True, slots=True)
class Laid:
    """Two wordings laid side by side, word for word.

    `changed` are words here against words there, where no ellipsis excuses the change. `missing`
    are runs of words that only the other wording has, `extra` runs that it lacks.
    """

    match: Match
    changed: tuple[tuple[str, str], ...] = ()
    missing: tuple[str, ...] = ()
    extra: tuple[str, ...] = ()

    def turned(self) -> "Laid":
        """The same from the other side."""
        swapped = tuple((there, here) for here, there in self.changed)
        return Laid(self.match, swapped, self.extra, self.missing)


# Two excerpts of one remark have this much of the shorter in common; this much of what runs side
# by side must be the same.
IN_COMMON = 0.4
ONE_REMARK = 0.7
FEWEST = 5
FEWEST_TELLING = 2
NAMED = re.compile(r"(?<=[\w,;] )[A-Z][\w’'-]+")
# Words that say how something is told and hardly what: with or without them it is the same.
SLIGHT = listed(
    """
    a an the and that which who this these those there so just also then well very really
    be am is are was were been being have has had do does did it its s
    """
)
# Two sentences of a quotation that have this much in common are one sentence, changed.
ONE_SENTENCE = 0.6
SENTENCE = re.compile(r"(?<=[.!?])[”\"’']*\s+(?=[“\"‘'`A-Z])")


def is_one_remark(first: str, second: str) -> bool:
    """Whether the words run side by side for long enough, and for much of the shorter text.

    A long name in both is not yet the same remark.
    """
    telling = _telling(first) & _telling(second) - _named(first) - _named(second)
    if len(telling) < FEWEST_TELLING:
        return False
    enough = max(FEWEST, min(len(plain(first)), len(plain(second))) * IN_COMMON)
    # Most pairs end here, before their differences are read one by one.
    if _in_common(*sorted((wording(first), wording(second)))) < enough:
        return False
    common = overlap(first, second)
    return common.same >= enough and common.share >= ONE_REMARK


def is_slight(was: str, now: str) -> bool:
    """Whether a change inside the marks leaves what is said as it was.

    >>> is_slight("", "has"), is_slight("progresses", "progressed"), is_slight("is", "is not")
    (True, True, False)
    >>> is_slight("to", "from"), is_slight("nobody", "everybody"), is_slight("must", "may")
    (False, False, False)
    """
    mine, theirs = ([word for word in plain(side) if word not in SLIGHT] for side in (was, now))
    return [stem(word) for word in mine] == [stem(word) for word in theirs]


def _in_common(first: tuple[str, ...], second: tuple[str, ...]) -> int:
    return sum(block.size for block in _without_strays(_equal_runs(first, second)))


@lru_cache(maxsize=50_000)
def _telling(text: str) -> frozenset[str]:
    return frozenset(plain(text)) - STOP


@lru_cache(maxsize=50_000)
def _named(text: str) -> frozenset[str]:
    return frozenset(word.lower() for word in NAMED.findall(text))


@lru_cache(maxsize=20_000)
def lay(here: str, there: str) -> Laid:
    """Say word for word how one text quotes what another quotes.

    >>> lay("the boat sank", "The boat sank."), lay("the boat", "the boat sank").missing
    (Laid(match=<Match.VERBATIM: 'verbatim'>, changed=(), missing=(), extra=()), ('sank',))
    """
    first, second = wording(here), wording(there)
    if first > second:
        return lay(there, here).turned()
    if plain(here) == plain(there):
        return Laid(Match.VERBATIM)
    if not (is_one_remark(here, there) or held(here, there) or held(there, here)):
        return Laid(Match.UNLIKE)
    whole = _whole_sentences(here, there)
    if whole is not None:
        return whole
    changed: list[tuple[str, str]] = []
    missing: list[str] = []
    extra: list[str] = []
    for ours, theirs, inner in _between(first, second):
        cut = not inner or GAP in ours or GAP in theirs
        mine, other = (" ".join(word for word in side if word != GAP) for side in (ours, theirs))
        if spelled_alike(mine, other):
            continue
        if not cut:
            changed.append((mine, other))
            continue
        extra += [mine] if mine else []
        missing += [other] if other else []
    match = Match.ALTERED if changed else Match.TRUNCATED
    if not (changed or missing or extra):
        match = Match.VERBATIM
    return Laid(match, tuple(changed), tuple(missing), tuple(extra))


def _whole_sentences(here: str, there: str) -> Laid | None:
    """Where both quote some sentences alike, and beside them others that have nothing in common."""
    ours, theirs = (
        [sentence for sentence in map(plain, SENTENCE.split(text)) if sentence]
        for text in (here, there)
    )
    common = {sentence for sentence in ours if sentence in theirs and len(sentence) >= FEWEST}
    extra, missing = ([s for s in side if s not in common] for side in (ours, theirs))
    near = any(
        Indel.normalized_similarity(one, other) >= ONE_SENTENCE
        for one in extra
        for other in missing
    )
    if not common or near:
        return None
    left, right = (tuple(" ".join(sentence) for sentence in side) for side in (missing, extra))
    return Laid(Match.TRUNCATED if left or right else Match.VERBATIM, (), left, right)


def _between(
    first: tuple[str, ...], second: tuple[str, ...]
) -> Iterator[tuple[tuple[str, ...], tuple[str, ...], bool]]:
    """The words before, between and behind equal runs, and whether they stand between two."""
    blocks = _without_strays(_equal_runs(first, second))
    ends = [Block(0, 0, 0), *blocks, Block(len(first), len(second), 0)]
    for position, (block, after) in enumerate(pairwise(ends)):
        ours = first[block.left + block.size : after.left]
        theirs = second[block.right + block.size : after.right]
        if ours or theirs:
            yield ours, theirs, 0 < position < len(blocks)


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
        was, now = " ".join(before), " ".join(instead)
        if GAP not in before and GAP not in instead and not spelled_alike(was, now):
            changed.append((was, now))
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
