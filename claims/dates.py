"""Reading a written date into an ISO date, month or year."""

import re
from calendar import monthrange
from collections.abc import Sequence
from datetime import MAXYEAR, MINYEAR, date, timedelta

from claims.written_dates import written

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip

_WEEKDAY = {short: day for day, name in enumerate(WEEKDAYS) for short in (name, name[:3])}
_WEEKDAY |= {"tues": 1, "weds": 2, "thur": 3, "thurs": 3}
_MONTH = {short: month for month, name in enumerate(MONTHS, 1) for short in (name, name[:3])}
_MONTH |= {"sept": 9}

# Words that leave the date as it is: "late on Monday evening", "in early May".
_LIGHT = frozenset({
    "on", "in", "at", "of", "the", "a", "early", "late", "mid", "morning", "afternoon",
    "evening", "night", "noon", "midnight", "day", "local", "time", "dated", "during",
    "earlier", "later", "middle", "beginning", "start", "end", "month", "year", "just",
    "this",
})  # fmt: skip
_DAYS = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}
_STEPS = {"this": 0, "current": 0, "last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1}
_SMALL = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
}  # fmt: skip

_CLOCK = re.compile(
    r"\b\d{1,2}(?:[:.]\d{2})?\s*(?:[ap]\.?m\b\.?)|\b\d{1,2}:\d{2}\b|\bo'clock\b"
    r"|\b\d{3,4}\s*(?:hours\s*)?(?:gmt|utc|local time|hrs)\b"
    r"|\b(?:gmt|utc|[ecmp]?[sd]t|bst|cest|cet)\b",
    re.IGNORECASE,
)
_ISO = re.compile(r"\d{4}-\d{2}(?:-\d{2})?")
_DAY = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?")
_AGO = re.compile(r"(\w+) (day|week|month|year)s? (?:ago|earlier|before)")
_WORD = re.compile(r"[\w/.-]*\w")


def resolve(words: str, published: date | None, *, ahead: bool = False) -> str | None:
    """The ISO date, month or year that `words` name, or None where they leave it open.

    Relative words count from the day of publication: "Monday" is the last Monday up to it, or
    with `ahead` the first one from it on. Spans of time ("since 2019", "2011 to 2016") and
    words that are not understood are declined, never guessed at.

    >>> resolve("on 24 May 2022", None), resolve("in late May 2022", None), resolve("2019", None)
    ('2022-05-24', '2022-05', '2019')
    >>> friday = date(2022, 5, 27)
    >>> resolve("Tuesday evening", friday), resolve("next Tuesday", friday)
    ('2022-05-24', '2022-05-31')
    >>> resolve("yesterday", friday), resolve("last month", friday), resolve("in June", friday)
    ('2022-05-26', '2022-04', '2021-06')
    >>> resolve("three days ago", friday), resolve("May 3", friday)
    ('2022-05-24', '2022-05-03')
    >>> resolve("since 2019", friday), resolve("Tuesday", None), resolve("the 1990s", friday)
    (None, None, None)
    """
    plain = _CLOCK.sub(" ", words.lower().replace("’", "'").replace("'s", ""))
    tokens = _WORD.findall(plain)
    if published and (ago := _AGO.fullmatch(" ".join(tokens))):
        return _ago(ago[1], ago[2], published)
    if published and (near := _near(tokens, published)):
        return near
    tokens = [part for token in tokens for part in _parts(token) if part not in _LIGHT]
    return _calendar(tokens, published, ahead) or written(_bare(plain), published)


def _bare(words: str) -> str:
    """Without the preposition before, which does not change the day."""
    return re.sub(r"^(?:on|by|dated) ", "", " ".join(words.split()).strip(" ,."))


def _parts(token: str) -> list[str]:
    """A token as it is; "mid-2019" falls into its words."""
    return token.split("-") if token.startswith("mid") else [token]


def _near(tokens: Sequence[str], published: date) -> str | None:
    """Days and periods named by their distance: "yesterday", "last month", "next Tuesday"."""
    kept = [token for token in tokens if token not in _LIGHT - {"month", "year", "night", "this"}]
    match kept:
        case ["last", "night"]:
            return _shifted(published, -1)
        case ["this"]:
            return _shifted(published, 0)
        case [day] | [day, "night"] if day in _DAYS:
            return _shifted(published, _DAYS[day])
        case [step, "year"] if step in _STEPS:
            return _year(published.year + _STEPS[step])
        case [step, "month"] if step in _STEPS:
            return _month_on(published, _STEPS[step])
        case [("next" | "coming"), day] if day in _WEEKDAY:
            return _weekday(_WEEKDAY[day], published, True, other=1)
        case [("last" | "past" | "previous"), day] if day in _WEEKDAY:
            return _weekday(_WEEKDAY[day], published, False, other=1)
        case [("last" | "past" | "previous"), month] if month in _MONTH:
            return _month(_MONTH[month], published, False)
        case [("next" | "coming"), month] if month in _MONTH:
            return _month(_MONTH[month], published, True)
    return None


def _calendar(tokens: list[str], published: date | None, ahead: bool) -> str | None:
    """A date written with the names and numbers of the calendar, in any order."""
    if len(tokens) == 1 and _ISO.fullmatch(tokens[0]):
        return _checked(tokens[0])
    found: dict[str, int] = {}
    for token in tokens:
        kind, number = _classify(token)
        # A kind twice over is a span of time.
        if kind in found or kind == "unknown":
            return None
        found[kind] = number
    match found:
        case {"year": year, "month": month, "day": day}:
            return _checked(f"{year:04}-{month:02}-{day:02}")
        case {"year": year, "month": month}:
            return f"{year:04}-{month:02}"
        case {"year": year} if len(found) == 1:
            return _year(year)
        case {"month": month, "day": day} if published:
            return _day(month, day, published, ahead)
        case {"month": month} if published and "day" not in found:
            return _month(month, published, ahead)
        case {"weekday": weekday} if published and len(found) == 1:
            return _weekday(weekday, published, ahead)
    return None


def _classify(token: str) -> tuple[str, int]:
    name = token.rstrip(".")
    if name in _WEEKDAY:
        return "weekday", _WEEKDAY[name]
    if name in _MONTH:
        return "month", _MONTH[name]
    if (day := _DAY.fullmatch(token)) and 1 <= int(day[1]) <= 31:
        return "day", int(day[1])
    if re.fullmatch(r"1\d{3}|20\d{2}", token):
        return "year", int(token)
    return "unknown", 0


def _ago(count: str, step: str, published: date) -> str | None:
    number = int(count) if count.isdecimal() and len(count) < 5 else _SMALL.get(count)
    if number is None:
        return None
    match step:
        case "day" | "week":
            return _shifted(published, -number * (7 if step == "week" else 1))
        case "month":
            return _month_on(published, -number)
        case _:
            return _year(published.year - number)


def _year(number: int) -> str | None:
    return f"{number:04}" if MINYEAR <= number <= MAXYEAR else None


def _shifted(start: date, days: int) -> str | None:
    try:
        return (start + timedelta(days)).isoformat()
    except OverflowError:
        return None


def _month_on(start: date, months: int) -> str | None:
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    return _checked(f"{year:04}-{month + 1:02}")


def _weekday(weekday: int, start: date, ahead: bool, *, other: int = 0) -> str | None:
    """The nearest such day; with `other` at 1 it is not the day that is counted from."""
    way = 1 if ahead else -1
    days = ((weekday - start.weekday()) * way - other) % 7 + other
    return _shifted(start, days * way)


def _month(month: int, start: date, ahead: bool) -> str | None:
    late, soon = month > start.month and not ahead, month < start.month and ahead
    return _checked(f"{start.year - late + soon:04}-{month:02}")


def _day(month: int, day: int, published: date, ahead: bool) -> str | None:
    """The nearest such day; "on June 1" in an article of May 27 is most likely ahead of it."""
    years = range(published.year - (not ahead), published.year + 2)
    days = [
        date(year, month, day)
        for year in years
        if MINYEAR <= year <= MAXYEAR and day <= monthrange(year, month)[1]
    ]
    fitting = [on for on in days if on >= published or not ahead]
    if not fitting:
        return None
    return min(fitting, key=lambda on: abs((on - published).days)).isoformat()


def _checked(iso: str) -> str | None:
    try:
        date.fromisoformat(iso if len(iso) == 10 else f"{iso}-01")
    except ValueError:
        return None
    return iso
