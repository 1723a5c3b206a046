"""Reading numbers out of running text, those joined to a range or a share among them.

This file knows nothing of grammar beyond the number itself. What a number counts, and whether it
is a quantity at all rather than a year or a room, is for `claims.figures` and `claims.counted`.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from claims.number_words import MAGNITUDES, MONEY_SUFFIXES, SUFFIXES
from claims.numerals import Form, Number, rounded, simple

__all__ = ["YEAR", "Form", "Number", "find", "read", "scaled"]

_JOINT = re.compile(r"[-–—]|-?\s+(?:to|or)\s+|-(?:to|or)-", re.IGNORECASE)
_RATIO = re.compile(r"\s+(?:in(?:\s+every)?|out\s+of(?:\s+every)?|of\s+every)\s+", re.IGNORECASE)
_ROUND = {3, 4, 5, 10, 20, 50, 100, 1000, 10_000, 100_000, 1_000_000}
# A number so written is a year more often than an amount.
YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
# "One in five months" is a rhythm, not a share.
_PERIOD = re.compile(
    r"[\s-](?:second|minute|hour|day|night|week|month|year|season|game|match|attempt)|\s?%|\s+per",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\b(between|from)\s+(?:(?:the\s)?ages\s(?:of\s)?)?$", re.IGNORECASE)


def read(words: str) -> Decimal | None:
    """The value of `words` when they are one whole number and nothing else.

    >>> read("1,250"), read("1.2 million"), read("twenty-one"), read("a hundred and two")
    (Decimal('1250'), Decimal('1200000'), Decimal('21'), Decimal('102'))
    >>> read("two and a half million"), read("half a million"), read("a million and a half")
    (Decimal('2500000'), Decimal('500000'), Decimal('1500000'))
    >>> read("three dozen"), read("2 1/2"), read("4bn"), read("1,50,000"), read("3 lakh")
    (Decimal('36'), Decimal('2.5'), Decimal('4000000000'), Decimal('150000'), Decimal('300000'))
    >>> read("two thirds"), read("one in five"), read("dozens"), read("tens of thousands")
    (Decimal('0.6667'), Decimal('0.2'), Decimal('24'), Decimal('20000'))
    >>> read("several"), read("the 1990s"), read("10:30")
    (None, None, None)
    """
    for number in find(words):
        if (number.start, number.end) == (0, len(words)):
            return number.low
    return None


def find(text: str) -> Iterator[Number]:
    """Every number of `text`, in order; ranges and pairs are found whole.

    >>> [(n.low, n.high, str(n.form)) for n in find("between 5 and 7 of the 2 to 3 million")]
    [(Decimal('5'), Decimal('7'), 'range'), (Decimal('2000000'), Decimal('3000000'), 'range')]
    >>> [(n.low, n.high, str(n.form)) for n in find("by 19–11, on May 21st, at 10:30")]
    [(Decimal('19'), Decimal('11'), 'pair')]
    """
    numbers = list(simple(text))
    index = 0
    while index < len(numbers):
        left = numbers[index]
        right = numbers[index + 1] if index + 1 < len(numbers) else None
        joined = right and (_ratio(left, right, text) or _range(left, right, text))
        yield joined or left
        index += 2 if joined else 1


def _ratio(left: Number, right: Number, text: str) -> Number | None:
    """ "One in five", "nine out of ten": a share, unless the second number has its own unit."""
    between = text[left.end : right.start]
    if not _RATIO.fullmatch(between) or not 0 < left.low < right.low:
        return None
    if right.form is not Form.COUNT or left.form is not Form.COUNT:
        return None
    if right.low > 10 and right.low not in _ROUND:
        return None
    if re.fullmatch(r"\s+in\s+", between, re.IGNORECASE):
        usual = left.low == 1 or right.low in _ROUND
        if (
            not usual
            or _PERIOD.match(text, right.end)
            or YEAR.fullmatch(text[right.start : right.end])
        ):
            return None
    share = rounded(left.low / right.low)
    return Number(left.start, right.end, share, share, Form.FRACTION)


def _range(left: Number, right: Number, text: str) -> Number | None:
    if not (left.form is right.form is Form.COUNT):
        return None
    opening = _BETWEEN.search(text, max(0, left.start - 24), left.start)
    between = text[left.end : right.start]
    paired = opening and opening[1].lower() == "between" and re.fullmatch(r"\s+and\s+", between)
    if not paired and not _JOINT.fullmatch(between):
        return None
    low = scaled(left, right, text)
    start = opening.start() if opening else left.start
    word = bool(re.search(r"[a-z]", between))
    if not paired and "or" in between and not low.low < right.low <= low.low * 3:
        return None
    form = Form.RANGE if paired or (word and low.low < right.high) else Form.PAIR
    return Number(start, right.end, low.low, right.high, form, (low, right))


def scaled(left: Number, right: Number, text: str) -> Number:
    """The first end of "2 to 3 million", which shares the magnitude of the second."""
    last = re.search(r"[a-z]+$", text[right.start : right.end].lower())
    scale = last and (MAGNITUDES | SUFFIXES | MONEY_SUFFIXES).get(last[0])
    if not scale or left.low >= scale or left.low > right.low / scale:
        return left
    return replace(left, low=left.low * scale, high=left.high * scale)
