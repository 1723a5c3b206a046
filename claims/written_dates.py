"""Dates in figures and by their distance, normalised by dateparser.

The library reads much that is no date in running text ("the second", "4.22") and settles what
nobody can ("03/04/2020"); so it is asked only where the words have the make of a date that says
one thing alone.
"""

import re
from datetime import date, datetime, time
from functools import lru_cache

_COUNT = r"(?:\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_SPAN = rf"{_COUNT} (?:day|week|month|year)s?"
_NUMERIC = re.compile(r"(\d{1,4})\s?([-/.])\s?(\d{1,2})(?:\s?\2\s?(\d{4}|\d{1,2}))?")
_YEAR_LAST = re.compile(r"(\d{1,2})\s?[-/]\s?(\d{4})")
_RELATIVE = re.compile(
    r"the day (?:before yesterday|after tomorrow)"
    rf"|{_SPAN}(?:,? (?:and )?{_SPAN}){{0,2}} (?:ago|from now)|in {_SPAN}"
    r"|(?:the )?\d{1,2}(?:st|nd|rd|th) of (?:this|next|last) month"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day,? the \d{1,2}(?:st|nd|rd|th)"
)
# Days, months and years: how much of an ISO date each period tells.
_TOLD = {"day": 10, "week": 10, "month": 7, "year": 4}


def written(words: str, published: date | None) -> str | None:
    """The ISO date, month or year that the lower-case `words` name, or None.

    >>> written("21/04/2016", None), written("2016/11", None), written("11/2016", None)
    ('2016-04-21', '2016-11', '2016-11')
    >>> written("03/04/2020", None), written("1-2", None), written("4.22", None)
    (None, None, None)
    >>> friday = date(2022, 5, 27)
    >>> written("the day before yesterday", friday), written("in 3 weeks", friday)
    ('2022-05-25', '2022-06-17')
    >>> written("1 month and 2 days ago", friday), written("wednesday the 25th", friday)
    ('2022-04-25', '2022-05-25')
    """
    if _is_settled(words):
        return _parsed(words, published or date(2000, 1, 1))
    if published and _RELATIVE.fullmatch(words):
        return _parsed(words, published)
    return None


def _is_settled(words: str) -> bool:
    """Whether figures alone can be read in one order only, with the year in full."""
    if _YEAR_LAST.fullmatch(words):
        return True
    if (found := _NUMERIC.fullmatch(words)) is None:
        return False
    first, mark, second, third = found.groups()
    if len(first) == 4:
        return mark != "." or third is not None
    if third is None or len(third) != 4:
        return False
    return first == second or (int(first) > 12) != (int(second) > 12)


@lru_cache(maxsize=4096)
def _parsed(words: str, published: date) -> str | None:
    # Costs a tenth of a second: only texts with such dates should pay for it.
    from dateparser.date import DateDataParser

    parser = DateDataParser(
        languages=["en"],
        settings={
            "RELATIVE_BASE": datetime.combine(published, time(12)),
            "PREFER_DATES_FROM": "past",
        },
    )
    try:
        found = parser.get_date_data(words)
    except (ValueError, OverflowError):
        return None
    if found.date_obj is None or found.period not in _TOLD:
        return None
    return str(found.date_obj.date().isoformat()[: _TOLD[found.period]])
