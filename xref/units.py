"""Units that measure the same thing, and what one is worth in another."""

from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from xref.words import listed, stem

# Dimension → unit → how many of the dimension's first unit it makes.
FACTORS: dict[str, dict[str, str]] = {
    "length": {
        "metre": "1",
        "meter": "1",
        "m": "1",
        "kilometre": "1000",
        "kilometer": "1000",
        "km": "1000",
        "centimetre": "0.01",
        "centimeter": "0.01",
        "cm": "0.01",
        "millimetre": "0.001",
        "millimeter": "0.001",
        "mm": "0.001",
        "mile": "1609.344",
        "yard": "0.9144",
        "foot": "0.3048",
        "ft": "0.3048",
        "inch": "0.0254",
        "nautical mile": "1852",
    },
    "mass": {
        "kilogram": "1",
        "kilogramme": "1",
        "kilo": "1",
        "kg": "1",
        "gram": "0.001",
        "gramme": "0.001",
        "g": "0.001",
        "tonne": "1000",
        "metric ton": "1000",
        "ton": "907.18474",
        "pound of weight": "0.45359237",
        "lb": "0.45359237",
        "ounce": "0.028349523",
        "stone": "6.35029318",
    },
    "time": {
        "second": "1",
        "minute": "60",
        "hour": "3600",
        "day": "86400",
        "week": "604800",
        "fortnight": "1209600",
    },
    "months": {"month": "1", "year": "12", "decade": "120", "century": "1200"},
    "area": {
        "square metre": "1",
        "square meter": "1",
        "square kilometre": "1000000",
        "square kilometer": "1000000",
        "hectare": "10000",
        "acre": "4046.8564224",
        "square mile": "2589988.110336",
        "square foot": "0.09290304",
    },
    "volume": {
        "litre": "1",
        "liter": "1",
        "millilitre": "0.001",
        "cubic metre": "1000",
        "cubic meter": "1000",
        "gallon": "3.785411784",
        "barrel": "158.987294928",
    },
    "speed": {
        "kilometre per hour": "1",
        "kilometer per hour": "1",
        "km/h": "1",
        "kph": "1",
        "mile per hour": "1.609344",
        "mph": "1.609344",
        "knot": "1.852",
        "metre per second": "3.6",
    },
    "power": {"watt": "1", "kilowatt": "1000", "megawatt": "1000000", "gigawatt": "1000000000"},
}

TEMPERATURE = {
    "celsius": "celsius",
    "degree celsius": "celsius",
    "°c": "celsius",
    "fahrenheit": "fahrenheit",
    "degree fahrenheit": "fahrenheit",
    "°f": "fahrenheit",
}

CURRENCIES = listed(
    """
    dollar euro pound yen yuan renminbi rupee ruble rouble franc krona krone lira peso real rand
    won crown dinar dirham riyal rial shekel zloty forint koruna baht ringgit rupiah naira cedi
    shilling cent usd eur gbp jpy cny inr rub chf sek nok dkk aud cad nzd $ € £ ¥
    """
)

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
    for dimension, factors in FACTORS.items():
        for candidate in (name, singular):
            if candidate in factors:
                return Measure(dimension, Decimal(factors[candidate]))
    return Measure(f"count:{stem(name.split()[-1])}")


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
