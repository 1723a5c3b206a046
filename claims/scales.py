"""Measures that only the words around a number give: an age, a magnitude, a temperature."""

import re

from claims import units
from claims.numbers import Form, Number
from claims.units import Dimension, Unit

_AGE = re.compile(
    r"(?:[\s-]|\s-\s)(?P<unit>year|month|week|day)s?(?:(?:[\s-]|\s-\s)olds?\b|\s(?:of\sage|old)\b)"
    r"|(?P<short>\s?y/?o\b(?!-))",
    re.IGNORECASE,
)
_AGED = re.compile(
    r"\b(?:aged?|ages|ages? of|aged? (?:between|from)|aged just)\s+(?:about\s+)?$", re.IGNORECASE
)
_MAGNITUDE_BEFORE = re.compile(r"\bmagnitude[\s-](?:of\s)?(?:an?\s)?(?:about\s)?$", re.IGNORECASE)
# "M 5.4", "(Mw 8.0 in our solution": letters that seismologists use, before a decimal.
_MOMENT = re.compile(r"(?<![A-Za-z])M(?:[wLsb]|ww)?\s?$")
_MAGNITUDE_AFTER = re.compile(
    r"(?:[\s-]|\s-\s)magnitude\b|\s(?:on|in)\sthe\s(?:\w+\s){1,3}scale\b", re.IGNORECASE
)
# "A 6.1 quake", "a 5.9-strength tremor": only the strength of one has a decimal.
_SHOCK = re.compile(
    r"(?:(?:-|\s|\s-\s)(?:strength|degree))?\s(?:earth)?(?:quake|tremor|temblor|shock|aftershock)\b",
    re.IGNORECASE,
)
# "45C": letters that say so only where the weather is spoken of.
_HEAT = re.compile(r"\s?°?(?P<scale>[CF])\b(?!\.\w)")
_WEATHER = re.compile(
    r"\b(?:temperatures?|degrees?|heat\w*|hot\w*|warm\w*|cold\w*|cool\w*|freez\w+|fevers?|thermomet\w+"
    r"|mercury|weather|celsius|fahrenheit)\b|\d\s?°?[CF]\s?[(/]-?\d+\s?°?[CF]\b",
    re.IGNORECASE,
)
_SCALES = {"C": "degree celsius", "F": "degree fahrenheit"}


def age(number: Number, text: str) -> Unit | None:
    """ "A 34-year-old", "aged 34", "between the ages of 5 and 9"."""
    if match := _AGE.match(text, number.end):
        name = "year" if match["short"] else match["unit"].lower()
        start = match.start("short" if match["short"] else "unit")
        return Unit(name, Dimension.TIME, start, match.end())
    if number.ends and "age" in text[number.start : number.ends[0].start].lower():
        told = units.after(text, number.end)
        timed = told is not None and told.dimension is Dimension.TIME
        return told if timed else Unit("year", Dimension.TIME, number.end, number.end)
    bare = units.after(text, number.end) is None or _AGE.match(text, number.end)
    if bare and number.high < 130 and _AGED.search(text, max(0, number.start - 20), number.start):
        return Unit("year", Dimension.TIME, number.end, number.end)
    return None


def magnitude(number: Number, text: str) -> Unit | None:
    """ "A magnitude 6.1 quake", "a 6.1 quake", "Mw 8.0"."""
    if number.high >= 11 or number.form is not Form.COUNT:
        return None
    if match := _MAGNITUDE_AFTER.match(text, number.end):
        closed = match[0].lower().endswith("magnitude")
        end = match.end() if closed else number.end
        return Unit("magnitude", Dimension.SIZE, number.end, end)
    decimal = number.low != number.low.to_integral_value()
    if decimal and _SHOCK.match(text, number.end):
        return Unit("magnitude", Dimension.SIZE, number.end, number.end)
    moment = decimal or text[number.start : number.end].endswith(".0")
    told = _MAGNITUDE_BEFORE.search(text, max(0, number.start - 24), number.start)
    if told or (moment and _MOMENT.search(text, max(0, number.start - 4), number.start)):
        return Unit("magnitude", Dimension.SIZE, number.end, number.end)
    return None


def heat(number: Number, text: str) -> Unit | None:
    """ "Temperatures of 45C (113F)"."""
    match = _HEAT.match(text, number.end) if number.high < 1000 else None
    if match is None or not _WEATHER.search(text[max(0, number.start - 80) : number.end + 40]):
        return None
    return Unit(_SCALES[match["scale"]], Dimension.SIZE, match.start("scale"), match.end())
