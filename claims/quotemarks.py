"""Quoted stretches of a text, from its characters alone: no parser is needed or trusted here.

Marks are read twice. Double marks (“ ” " „ « » `` '') may run over several paragraphs and may
lack an end; single marks (‘ ’ ') are only believed in pairs within a paragraph, because most of
them are apostrophes. Quotes inside quotes belong to the outer one.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

Range = tuple[int, int]

_BREAK = re.compile(r"\n[ \t\r\f\v]*(?:\n\s*)?")
# A line that ends like this, or is this long, ends its paragraph; shorter ones may be wrapped.
_FINAL = re.compile(r"[.!?:…”\"’'»)\]]\s*$")
_LONG_LINE = 100

_DOUBLE = re.compile(r"[“”„‟«»\"]|``|''")
_OPENING = frozenset("“„‟«") | {"``"}
_CLOSING = frozenset("”»")
_INDENTED = re.compile(r"(?:>[ >]*|\t| {4,})(?=\S)")

_SINGLE_OPEN = re.compile(r"(?<![\w.,;:!?'’‘)\]])[‘'](?=[\w\[“\"…(£$€])")
_SINGLE_CLOSE = re.compile(r"(?<=[^\s(\[])[’'](?![\w’'])")
_ELISION = re.compile(
    r"['’‘](?:em|tis|twas|til|till|cause|bout|round|n|cos|\d\ds?)\b", re.IGNORECASE
)
# “the workers' union”, “goin' home”: more likely an apostrophe than an end.
_APOSTROPHE = re.compile(r"(?:s|in)[’'](?= [\w(])")
_FEET = re.compile(r"\d['’]\d+$")
# No height has more characters than this before its inches' mark.
_HEIGHT = 12
_SENTENCE_END = re.compile(r"[.!?,…](?=\s)")
_BEFORE_OPENING = frozenset("([{—–-/‘'“\"")
_AFTER_CLOSING = frozenset(".,;:!?)]}—–-…'’”/*")


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words between quote marks: one stretch for each paragraph, the marks left out.

    `start` and `end` take the marks in. `opened` and `closed` say whether both marks are there.
    `block` means that nothing else stands in its paragraphs.
    """

    start: int
    end: int
    stretches: tuple[Range, ...]
    opened: bool = True
    closed: bool = True
    block: bool = False


def paragraphs(text: str) -> list[Range]:
    """The paragraphs of `text`, without the white space around them.

    A blank line ends a paragraph; a single line end does where the line does not look wrapped.
    """
    found: list[Range] = []
    start = line = 0
    for match in _BREAK.finditer(text):
        blank = match.group().count("\n") > 1
        long = match.start() - line > _LONG_LINE
        if blank or long or _FINAL.search(text, line, match.start()):
            _append_stripped(found, text, start, match.start())
            start = match.end()
        line = match.end()
    _append_stripped(found, text, start, len(text))
    return found


# Several readers of one document ask, one after another.
@lru_cache(maxsize=1)
def quoted(text: str) -> tuple[Quoted, ...]:
    """Every quoted stretch of `text` that lies in no other, in order.

    >>> [found.stretches for found in quoted("“It’s over,” she said.")]
    [((1, 11),)]
    >>> quoted("The workers' union paid for a 6'2\\" door.")
    ()
    """
    blocks = paragraphs(text)
    doubles = _Doubles(text, blocks).found
    singles = list(_singles(text, blocks, doubles))
    outermost = _outermost(sorted([*doubles, *singles], key=lambda one: (one.start, -one.end)))
    return tuple(_with_block(text, blocks, one) for one in outermost)


def paragraph_at(blocks: list[Range], offset: int) -> int:
    """The index of the paragraph that `offset` lies in, or of the last one before it."""
    return max(0, bisect_right(blocks, offset, key=lambda block: block[0]) - 1)


class _Doubles:
    """One pass over the double marks; what is open is carried from paragraph to paragraph."""

    def __init__(self, text: str, blocks: list[Range]) -> None:
        self.found: list[Quoted] = []
        self._text = text
        self._blocks = blocks
        self._marks = [list(_marks(text, block)) for block in blocks]
        self._open: tuple[int, list[Range], int] | None = None
        self._depth = 0
        for index in range(len(blocks)):
            self._paragraph(index)

    def _paragraph(self, index: int) -> None:
        start, end = self._blocks[index]
        marks = self._marks[index]
        if self._open:
            # A new paragraph of the same quote may repeat the opening mark, or not.
            first, stretches, _ = self._open
            repeated = bool(marks) and marks[0].start() == start
            self._open = (first, stretches, marks.pop(0).end() if repeated else start)
        for position, mark in enumerate(marks):
            if self._opens(mark):
                self._begin(mark, marks[position + 1 : position + 3])
            else:
                self._finish(index, mark, marks[position - 1] if position else None)
        if self._open:
            first, stretches, begun = self._open
            stretches.append((begun, end))
            self._open = (first, stretches, end)
            if not self._continues(index):
                self._emit(first, end, stretches, closed=False)

    def _begin(self, mark: re.Match[str], later: list[re.Match[str]]) -> None:
        """Open a quote at `mark`; `later` are the two marks after it."""
        if self._open is None:
            self._open = (mark.start(), [], mark.end())
            return
        nested = len(later) == 2 and not any(self._opens(one) for one in later)
        if nested:
            self._depth += 1
            return
        # The mark that should have ended the open quote is missing: it ends with its sentence.
        first, stretches, begun = self._open
        stop = _sentence_end(self._text, begun, mark.start())
        if stop is not None:
            self._emit(first, stop, [*stretches, (begun, stop)], closed=False)
        self._open = (mark.start(), [], mark.end())

    def _finish(self, index: int, mark: re.Match[str], earlier: re.Match[str] | None) -> None:
        if self._depth:
            self._depth -= 1
            return
        if self._open:
            first, stretches, begun = self._open
            self._emit(first, mark.end(), [*stretches, (begun, mark.start())])
            return
        begun_at = self._missing_start(index, mark, earlier)
        if begun_at is not None:
            self._emit(begun_at, mark.end(), [(begun_at, mark.start())], opened=False)

    def _missing_start(
        self, index: int, mark: re.Match[str], earlier: re.Match[str] | None
    ) -> int | None:
        """Where a quote began whose opening mark is missing, if that can be told."""
        start, end = self._blocks[index]
        told = mark.group() in _CLOSING and self._text[mark.start() - 1] in ",?!"
        if not earlier and (told or self._introduced(index) or mark.end() >= end):
            return start
        after = earlier.end() if earlier else start
        colon = self._text.rfind(": ", after, mark.start())
        return colon + 2 if colon >= 0 else None

    def _introduced(self, index: int) -> bool:
        return index > 0 and self._text[self._blocks[index - 1][1] - 1] == ":"

    def _opens(self, mark: re.Match[str]) -> bool:
        glyph = mark.group()
        left = self._text[mark.start() - 1 : mark.start()]
        right = self._text[mark.end() : mark.end() + 1]
        can_open = (not left or left.isspace() or left in _BEFORE_OPENING) and not (
            not right or right.isspace()
        )
        can_close = bool(left.strip()) and (not right or right.isspace() or right in _AFTER_CLOSING)
        if glyph in _OPENING:
            return not (self._open and can_close and not can_open)
        if glyph in _CLOSING:
            return not self._open and can_open and not can_close
        return can_open if can_open != can_close else self._open is None

    def _continues(self, index: int) -> bool:
        """Whether the quote that is open at the end of a paragraph goes on in the next."""
        if index + 1 == len(self._blocks):
            return False
        marks = self._marks[index + 1]
        if not marks:
            return False
        if marks[0].start() == self._blocks[index + 1][0]:
            return True
        return marks[0].group() not in _OPENING and not self._fresh(marks[0])

    def _fresh(self, mark: re.Match[str]) -> bool:
        left = self._text[mark.start() - 1 : mark.start()]
        return left.isspace() or left in _BEFORE_OPENING

    def _emit(
        self,
        start: int,
        end: int,
        stretches: list[Range],
        *,
        opened: bool = True,
        closed: bool = True,
    ) -> None:
        self._open, self._depth = None, 0
        kept: list[Range] = []
        for stretch in stretches:
            _append_stripped(kept, self._text, *stretch)
        if kept:
            self.found.append(Quoted(start, end, tuple(kept), opened, closed))


def _marks(text: str, block: Range) -> Iterator[re.Match[str]]:
    """The double marks of a paragraph that are no inches (6'2\", a 15\" screen)."""
    expecting = True
    for mark in _DOUBLE.finditer(text, *block):
        if mark.group() == '"':
            digit = text[mark.start() - 1 : mark.start()].isdigit()
            near = max(block[0], mark.start() - _HEIGHT)
            if _FEET.search(text, near, mark.start()) or (digit and expecting):
                continue
        expecting = not expecting
        yield mark


def _singles(text: str, blocks: list[Range], doubles: list[Quoted]) -> Iterator[Quoted]:
    """Stretches between single marks outside all double ones."""
    starts = [one.start for one in doubles]

    def outside(offset: int) -> bool:
        index = bisect_right(starts, offset) - 1
        return index < 0 or doubles[index].end <= offset

    for start, end in blocks:
        opens = [
            mark.start()
            for mark in _SINGLE_OPEN.finditer(text, start, end)
            if outside(mark.start()) and not _ELISION.match(text, mark.start())
        ]
        closes = [
            mark.start()
            for mark in _SINGLE_CLOSE.finditer(text, start, end)
            if outside(mark.start())
        ]
        yield from _pairs(text, opens, closes, end)


def _pairs(text: str, opens: list[int], closes: list[int], end: int) -> Iterator[Quoted]:
    free = -1
    for begin, following in pairwise([*opens, end]):
        if begin < free:
            continue
        able = closes[bisect_right(closes, begin + 1) : bisect_left(closes, following)]
        if not able:
            continue
        sure = (
            close
            for close in able
            if not _APOSTROPHE.match(text, close - 1)
            and not _APOSTROPHE.match(text, max(close - 2, 0))
        )
        close = next(sure, able[0])
        free = close + 1
        yield Quoted(begin, free, ((begin + 1, close),))


def _outermost(ordered: list[Quoted]) -> Iterator[Quoted]:
    end = -1
    for one in ordered:
        if one.start >= end:
            end = one.end
            yield one


def _with_block(text: str, blocks: list[Range], one: Quoted) -> Quoted:
    first = blocks[paragraph_at(blocks, one.start)]
    last = blocks[paragraph_at(blocks, one.end - 1)]
    alone = first[0] == one.start and not text[one.end : last[1]].strip(" .,;…")
    return Quoted(one.start, one.end, one.stretches, one.opened, one.closed, alone)


def _sentence_end(text: str, start: int, end: int) -> int | None:
    mark = _SENTENCE_END.search(text, start, end)
    return mark.end() if mark else None


def _append_stripped(ranges: list[Range], text: str, start: int, end: int) -> None:
    """Add `[start, end)` without the white space at its ends, unless nothing is left."""
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    end = start + len(words.strip())
    if start < end:
        ranges.append((start, end))
