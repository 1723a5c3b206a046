"""The day of publication where the text itself tells it: a line above the first sentence."""

import re
from datetime import date

from evidence import front_matter
from evidence.errors import InputError

# So many lines, and characters of each, may stand above the first sentence.
_LINES, _LONGEST = 6, 160
_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_DAY = (
    rf"(?P<date>\d{{4}}-\d\d-\d\d|\d{{1,2}}(?:st|nd|rd|th)?\s{_MONTH},?\s\d{{4}}"
    rf"|{_MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?,?\s\d{{4}})"
)
_WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s)?"
_CLOCK = (
    r"(?:[,|·T]?\s?(?:at\s)?\d{1,2}[:.]\d\d(?::\d\d)?\s?(?:[ap]\.?m\.?)?"
    r"(?:\s?[A-Z]{1,4}|\s?[+-]\d\d:?\d\d)?)?"
)
# A line that is nothing but a day: "Tuesday, 12 March 2024, 14:30 GMT", "Posted: March 12, 2024".
_LINE = re.compile(
    rf"\W*(?:(?:first\s)?(?:published|posted|updated|dated?|issued)(?:\son)?:?\s)?{_WEEKDAY}{_DAY}{_CLOCK}\W*",
    re.IGNORECASE,
)
# "VELM, 12 March 2024 — The river rose".
_PLACED = re.compile(
    rf"[A-Z][\w.'’-]*(?:[\s,]+[A-Z][\w.'’-]*){{0,4}},?\s{_WEEKDAY}{_DAY}\s?(?:\([^)\n]{{1,40}}\)\s?)?[—–-]\s"
)


def day(text: str) -> date | None:
    """The day that a line above the first sentence of `text` tells, or None.

    >>> day("Rain floods Velm\\nTuesday, 12 March 2024\\n\\nThe river rose.")
    datetime.date(2024, 3, 12)
    >>> day("VELM, March 12, 2024 — The river rose."), day("In March 2024 the river rose.")
    (datetime.date(2024, 3, 12), None)
    """
    lines = [line.strip() for line in text[: _LINES * _LONGEST].split("\n")]
    for line in [one for one in lines if one][:_LINES]:
        match = _LINE.fullmatch(line) or _PLACED.match(line)
        found = _read(match["date"]) if match else None
        if found is not None:
            return found
    return None


def _read(written: str) -> date | None:
    plain = re.sub(r"(?<=\d)(?:st|nd|rd|th)\b|[.,]", "", written).replace("Sept ", "Sep ")
    if plain[0].isalpha():
        # "March 12, 2024", as front matter has it.
        plain = f"{plain[:-5]}, {plain[-4:]}"
    try:
        return front_matter.day(plain, "")
    except InputError:
        return None
