"""Units that measure the same thing, and what one is worth in another.

What units of measure are worth is pint's knowledge; which words are units, and what money, shares
and calendars are, is said here. Amounts in two currencies never convert.
"""

from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from claims.unit_words import CODES, DOLLARS, MONEY, SIGNS, TIMES, sizes
from xref.words import listed, stem

if TYPE_CHECKING:
    from pint import UnitRegistry

# A month is no fixed number of days: its kin convert among themselves only.
_MONTHS = {"month": 1, "year": 12, "decade": 120, "century": 1200, "millennium": 12_000}
# Where pint knows a unit under another name; a barrel is one of oil.
_NAMES = {
    "barrel": "oil_barrel", "nautical mile": "nautical_mile", "kilo": "kilogram",
    "astronomical unit": "astronomical_unit", "long ton": "long_ton", "part per million": "ppm",
    "pound per square inch": "psi", "revolution per minute": "rpm", "fluid ounce": "fluid_ounce",
}  # fmt: skip
# Dimensions that other files ask for by name.
_DIMENSIONS = {
    "[length]": "length", "[mass]": "mass", "[time]": "time", "[length] / [time]": "speed",
    "[length] ** 2": "area", "[length] ** 3": "volume",
}  # fmt: skip
# Too many things by one name, or none that converts.
_NO_MEASURE = frozenset(
    {"night", "degree", "league", "stone", "cup", "pixel", "megapixel", "bar", "decibel"}
)

TEMPERATURE = {
    "celsius": "celsius",
    "degree celsius": "celsius",
    "°c": "celsius",
    "fahrenheit": "fahrenheit",
    "degree fahrenheit": "fahrenheit",
    "°f": "fahrenheit",
}

# By the last word: "swiss franc" is a franc.
CURRENCIES = frozenset(
    name.split()[-1] for table in (MONEY, SIGNS, DOLLARS, CODES) for name in table.values()
) | listed("renminbi ruble usd eur gbp jpy cny inr rub chf sek nok dkk aud cad nzd $ € £ ¥")

RATES = frozenset({"percent", "percentage point", "per cent", "%"})


@dataclass(frozen=True, slots=True)
class Measure:
    """A unit's dimension, and how to bring an amount in it to the dimension's first unit.

    A counted noun is a dimension of its own ("count:page"), an unread unit has dimension "".
    """

    dimension: str
    factor: Decimal = Decimal(1)
    offset: Decimal = Decimal(0)

    def base(self, amount: Decimal) -> Decimal:
        """The amount in the dimension's first unit."""
        return amount * self.factor + self.offset


@lru_cache(maxsize=10_000)
def measure(unit: str) -> Measure:
    """What the unit measures.

    >>> measure("mile").dimension, measure("US dollar").dimension, measure("prisoner").dimension
    ('length', 'money:us dollar', 'count:prisoner')
    >>> measure("litre per second").base(Decimal(1000)).normalize()
    Decimal('1')
    """
    name = " ".join(unit.lower().split())
    singular = " ".join([stem_unit(word) for word in name.split()])
    if not name:
        return Measure("")
    if name in RATES:
        return Measure("rate:percentage point" if "point" in name else "rate:percent")
    for spelled in (name, f"{singular}s"):
        if spelled in TEMPERATURE:
            return _temperature(TEMPERATURE[spelled])
    if name.split()[-1] in CURRENCIES or singular.split()[-1] in CURRENCIES:
        return Measure(f"money:{singular}")
    for candidate in (name, singular):
        if found := _physical(candidate):
            return found
    return Measure(f"count:{stem(name.split()[-1])}")


def _physical(name: str) -> Measure | None:
    if name in _MONTHS:
        return Measure("months", Decimal(_MONTHS[name]))
    written = sizes().get(name) or sizes().get(f"{name}s") or TIMES.get(name)
    rated = " per " in name and all(part in _known() for part in name.split(" per "))
    known = name if rated or name in _known() else written
    if known is None or known in _NO_MEASURE:
        return None
    return _worth(known)


@cache
def _known() -> frozenset[str]:
    return frozenset(sizes().values()) | frozenset(TIMES.values()) | frozenset(_NAMES)


def _worth(name: str) -> Measure | None:
    """A unit of measure as pint knows it, in the base units of its dimension."""
    parts = [_NAMES.get(part, part) for part in name.split(" per ")]
    whole = (_NAMES.get(name) or " / ".join(parts)).replace("-", "_")
    try:
        quantity = _registry().Quantity(1, whole).to_base_units()
    except Exception:
        # Not a unit to pint: its parser raises whatever the words make it stumble over.
        return None
    dimension = str(quantity.dimensionality)
    if dimension == "dimensionless":
        dimension = "data" if name.endswith(("byte", "bit")) else f"ratio:{name}"
    return Measure(_DIMENSIONS.get(dimension, dimension), Decimal(f"{quantity.magnitude:.10g}"))


@cache
def _registry() -> "UnitRegistry[float]":
    # Half of a second that most checks can do without.
    from pint import UnitRegistry

    return UnitRegistry()


def stem_unit(word: str) -> str:
    """The singular of a unit word; unlike a stem it stays a word."""
    return {"feet": "foot", "inches": "inch"}.get(word) or (
        word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word
    )


def _temperature(scale: str) -> Measure:
    if scale == "celsius":
        return Measure("temperature")
    factor = Decimal(5) / Decimal(9)
    return Measure("temperature", factor, Decimal(-32) * factor)
