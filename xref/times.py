"""Whether two times of a claim can be the same: ISO dates, months or years, else words."""

import re
from enum import StrEnum

from claims.dates import MONTHS, WEEKDAYS

ISO = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")


# Words that name a day or month, of which each clause happens in one.
_NAMED = tuple(re.compile(rf"\b(?:{'|'.join(names)})\b", re.I) for names in (WEEKDAYS, MONTHS))


class SameTime(StrEnum):
    """How two times stand to one another."""

    SAME = "same"
    WITHIN = "within"
    DIFFERENT = "different"
    UNKNOWN = "unknown"


def is_iso(time: str | None) -> bool:
    """Whether the time was resolved to a date, month or year."""
    return time is not None and ISO.fullmatch(time) is not None


def same_time(left: str | None, right: str | None) -> SameTime:
    """Compare two times; a year holds all its days, and words equal only themselves.

    >>> str(same_time("2022-05", "2022-05-24")), str(same_time("2022-05-24", "2021"))
    ('within', 'different')
    >>> str(same_time("last week", "2022-05-24")), str(same_time(None, None))
    ('unknown', 'same')
    >>> str(same_time("Monday", "on Tuesday evening")), str(same_time("Monday", "on Monday"))
    ('different', 'unknown')
    """
    if left == right:
        return SameTime.SAME
    if left is None or right is None:
        return SameTime.UNKNOWN
    if is_iso(left) and is_iso(right):
        held = left.startswith(right) or right.startswith(left)
        return SameTime.WITHIN if held else SameTime.DIFFERENT
    if left.casefold() == right.casefold():
        return SameTime.SAME
    return SameTime.DIFFERENT if _named_apart(left, right) else SameTime.UNKNOWN


def _named_apart(left: str, right: str) -> bool:
    """Whether both name a day of the week, or a month, and not the same."""
    for names in _NAMED:
        first, second = (
            {name.lower() for name in names.findall(phrase)} for phrase in (left, right)
        )
        if first and second and not first & second:
            return True
    return False
