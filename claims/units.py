"""Units of measure and money, as they are written and under their normal names.

A normal name is singular, lower case and spelt as in Britain: "kilometre", "percent", "dollar".
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Dimension(StrEnum):
    """What a unit measures."""

    SHARE = "share"
    MONEY = "money"
    TIME = "time"
    TIMES = "times"
    SIZE = "size"


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit found at `[start, end)`."""

    name: str
    dimension: Dimension
    start: int
    end: int


_PREFIXES = {
    "US$": "dollar", "U.S.$": "dollar", "$": "dollar", "£": "pound", "€": "euro", "¥": "yen",
    "₹": "rupee", "₽": "rouble", "₩": "won", "₪": "shekel", "₺": "lira", "₦": "naira", "₱": "peso",
    "฿": "baht", "₫": "dong", "₴": "hryvnia", "¢": "cent",
    "A$": "australian dollar", "AU$": "australian dollar", "AUD": "australian dollar",
    "C$": "canadian dollar", "CA$": "canadian dollar", "CAD": "canadian dollar",
    "CAN$": "canadian dollar", "NZ$": "new zealand dollar", "NZD": "new zealand dollar",
    "HK$": "hong kong dollar", "S$": "singapore dollar", "NT$": "taiwan dollar", "R$": "real",
    "USD": "dollar", "EUR": "euro", "GBP": "pound", "JPY": "yen", "INR": "rupee", "CNY": "yuan",
    "RMB": "yuan", "CHF": "swiss franc", "Rs": "rupee", "Rs.": "rupee", "Rp": "rupiah",
}  # fmt: skip
_CURRENCIES = {
    "dollars": "dollar", "euros": "euro", "pounds sterling": "pound", "rupees": "rupee",
    "roubles": "rouble", "rubles": "rouble", "pesos": "peso", "francs": "franc", "yen": "yen",
    "yuan": "yuan", "renminbi": "yuan", "won": "won", "rand": "rand", "krona": "krona",
    "crowns": "crown", "kronor": "krona",
    "krone": "krone", "kroner": "krone", "shekels": "shekel", "liras": "lira",
    "lira": "lira", "reais": "real", "dinars": "dinar", "riyals": "riyal", "rials": "rial",
    "dirhams": "dirham", "baht": "baht", "ringgit": "ringgit", "naira": "naira", "taka": "taka",
    "shillings": "shilling", "rupiah": "rupiah", "hryvnias": "hryvnia", "hryvnia": "hryvnia",
    "zloty": "zloty", "forints": "forint", "bucks": "dollar", "cents": "cent", "pence": "penny",
    "quid": "pound", "pounds": "pound", "bitcoins": "bitcoin", "dong": "dong",
    "€": "euro", "lari": "lari", "guilders": "guilder", "afghanis": "afghani", "drams": "dram",
}  # fmt: skip
_SIZES = {
    "kilometres": "kilometre", "kilometers": "kilometre", "km": "kilometre", "kms": "kilometre",
    "metres": "metre", "meters": "metre", "m": "metre", "centimetres": "centimetre",
    "centimeters": "centimetre", "cm": "centimetre", "millimetres": "millimetre",
    "millimeters": "millimetre", "mm": "millimetre", "nm": "nanometre", "nanometers": "nanometre",
    "nanometres": "nanometre", "micrometers": "micrometre", "miles": "mile", "mi": "mile",
    "yards": "yard", "yd": "yard", "feet": "foot", "foot": "foot", "ft": "foot", "inches": "inch",
    "inch": "inch", "nautical miles": "nautical mile", "light years": "light-year",
    "light-years": "light-year", "astronomical units": "astronomical unit",
    "square kilometres": "square kilometre", "square kilometers": "square kilometre",
    "sq km": "square kilometre", "km²": "square kilometre", "km2": "square kilometre",
    "km^2": "square kilometre", "m^2": "square metre", "m^3": "cubic metre",
    "square miles": "square mile", "sq mi": "square mile", "sq miles": "square mile",
    "square metres": "square metre", "square meters": "square metre", "sq m": "square metre",
    "m²": "square metre", "m2": "square metre", "square feet": "square foot",
    "square foot": "square foot", "sq ft": "square foot", "acres": "acre", "hectares": "hectare",
    "ha": "hectare", "cubic metres": "cubic metre", "cubic meters": "cubic metre",
    "m³": "cubic metre", "m3": "cubic metre", "cubic feet": "cubic foot", "litres": "litre",
    "liters": "litre", "millilitres": "millilitre", "milliliters": "millilitre", "ml": "millilitre",
    "gallons": "gallon", "barrels": "barrel", "tonnes": "tonne", "metric tons": "tonne",
    "metric tonnes": "tonne", "tons": "ton", "kilotons": "kiloton", "megatons": "megaton",
    "kilograms": "kilogram", "kilogrammes": "kilogram", "kilos": "kilogram", "kg": "kilogram",
    "kgs": "kilogram", "grams": "gram", "grammes": "gram", "g": "gram", "milligrams": "milligram",
    "mg": "milligram", "lbs": "pound", "lb": "pound", "ounces": "ounce", "oz": "ounce",
    "miles per hour": "mile per hour", "miles an hour": "mile per hour", "mph": "mile per hour",
    "kilometres per hour": "kilometre per hour", "kilometers per hour": "kilometre per hour",
    "kilometres an hour": "kilometre per hour", "kilometers an hour": "kilometre per hour",
    "km/h": "kilometre per hour", "kmh": "kilometre per hour", "kph": "kilometre per hour",
    "km/hr": "kilometre per hour", "knots": "knot", "degrees celsius": "degree celsius",
    "degrees centigrade": "degree celsius", "°c": "degree celsius", "° c": "degree celsius",
    "℃": "degree celsius", "degrees fahrenheit": "degree fahrenheit", "°f": "degree fahrenheit",
    "° f": "degree fahrenheit", "degrees": "degree", "°": "degree",
    "celsius": "degree celsius", "deg c": "degree celsius", "fahrenheit": "degree fahrenheit",
    "deg f": "degree fahrenheit", "t": "tonne", "kilowatts": "kilowatt",
    "kw": "kilowatt", "megawatts": "megawatt", "mw": "megawatt", "gigawatts": "gigawatt",
    "gw": "gigawatt", "kilowatt hours": "kilowatt-hour", "kilowatt-hours": "kilowatt-hour",
    "kwh": "kilowatt-hour", "mwh": "megawatt-hour", "gwh": "gigawatt-hour",
    "twh": "terawatt-hour", "watts": "watt", "volts": "volt", "hz": "hertz", "khz": "kilohertz",
    "mhz": "megahertz", "ghz": "gigahertz", "bytes": "byte", "kilobytes": "kilobyte",
    "kb": "kilobyte", "megabytes": "megabyte", "mb": "megabyte", "gigabytes": "gigabyte",
    "gb": "gigabyte", "terabytes": "terabyte", "tb": "terabyte", "horsepower": "horsepower",
    "calories": "calorie", "ppm": "part per million", "parts per million": "part per million",
    "decibels": "decibel", "db": "decibel",
}  # fmt: skip
_TIMES = {
    "seconds": "second", "secs": "second", "sec": "second", "minutes": "minute", "mins": "minute",
    "min": "minute", "hours": "hour", "hrs": "hour", "hr": "hour", "days": "day", "nights": "night",
    "weeks": "week", "fortnights": "fortnight", "months": "month", "years": "year", "yrs": "year",
    "decades": "decade", "centuries": "century", "century": "century",
}  # fmt: skip
_SHARES = {
    "%": "percent", "percent": "percent", "per cent": "percent", "pct": "percent",
    "percentage points": "percentage point", "percentage point": "percentage point",
    "% points": "percentage point", "percent points": "percentage point",
    "basis points": "basis point", "basis point": "basis point",
}  # fmt: skip
_TABLES = (
    (Dimension.SHARE, _SHARES),
    (Dimension.TIME, _TIMES),
    (Dimension.MONEY, _CURRENCIES),
    (Dimension.SIZE, _SIZES),
    (Dimension.TIMES, {"times": "times", "fold": "times", "x": "times"}),
)
# Abbreviations that mean something else in the other case ("5 M", "10 G", "In 5 MI").
_CASED = {"m", "g", "t", "mi", "ha", "ft", "x", "min", "sec"}
# Written closed up only: "5x" is a multiple, "5 x" a product.
_CLOSED = {"x"}


def _written() -> dict[str, tuple[str, Dimension]]:
    written = {}
    for dimension, table in _TABLES:
        for surface, name in table.items():
            written[surface] = (name, dimension)
            # The singular of a word in the plural: "one kilometre", "a 10-mile run".
            if surface.endswith("s") and len(surface) > 3 and surface != "times":
                written.setdefault(_stripped(surface), (name, dimension))
    return written


def _stripped(plural: str) -> str:
    """The singular of a unit's written plural, which may end in a phrase ("miles per hour")."""
    return "century" if plural == "centuries" else plural[:-1]


def _any_of(surfaces: Iterable[str]) -> str:
    """A pattern for any of `surfaces`, the longest that fits."""
    return "|".join(re.escape(surface) for surface in sorted(surfaces, key=len, reverse=True))


_WRITTEN = _written()
_AFTER = re.compile(
    r"(?P<gap>\s?|-|\s-\s)(?:(?P<country>u\.?s\.?|(?-i:New Zealand|Hong Kong|[A-Z][a-z]+))\s)?"
    rf"(?P<unit>{_any_of(_WRITTEN)})(?![\w²³/])",
    re.IGNORECASE,
)
_BEFORE = re.compile(rf"(?<![A-Za-z])(?P<unit>{_any_of(_PREFIXES)})\s?$")

_IRREGULAR = {
    "people": "people", "persons": "people", "person": "people", "men": "man", "women": "woman",
    "children": "child", "policemen": "policeman", "policewomen": "policewoman", "feet": "foot",
    "servicemen": "serviceman", "teeth": "tooth", "mice": "mouse", "geese": "goose", "oxen": "ox",
    "lives": "life", "knives": "knife", "wives": "wife", "wolves": "wolf", "thieves": "thief",
    "leaves": "leaf", "halves": "half", "shelves": "shelf", "calves": "calf", "buses": "bus",
    "viruses": "virus", "gases": "gas", "crises": "crisis", "bases": "base", "analyses": "analysis",
    "criteria": "criterion", "phenomena": "phenomenon", "movies": "movie", "cookies": "cookie",
    "ties": "tie", "species": "species", "series": "series", "means": "means", "news": "news",
    "headquarters": "headquarters", "heroes": "hero", "potatoes": "potato", "tomatoes": "tomato",
    "echoes": "echo", "cargoes": "cargo", "torpedoes": "torpedo", "vetoes": "veto",
    "mosquitoes": "mosquito", "volcanoes": "volcano", "campuses": "campus", "bonuses": "bonus",
    "statuses": "status", "censuses": "census", "zombies": "zombie", "calories": "calorie",
    "selfies": "selfie", "rookies": "rookie", "indices": "index", "matrices": "matrix",
}  # fmt: skip


def after(text: str, at: int) -> Unit | None:
    """The unit that follows the number ending at `at`, closed up, spaced or hyphenated.

    >>> after("about 5km away", 7).name, after("5 per cent", 1).name, after("5 pages", 1)
    ('kilometre', 'percent', None)
    >>> after("3 Australian dollars", 1).name, after("3 US dollars", 1).name
    ('australian dollar', 'dollar')
    """
    match = _AFTER.match(text, at)
    if match is None:
        return None
    written = match["unit"]
    name, dimension = _WRITTEN[written.lower()]
    if match["country"]:
        if dimension is not Dimension.MONEY:
            return None
        country = match["country"].lower().replace(".", "")
        name = name if country == "us" else f"{country} {name}"
    if written.lower() in _CASED and written != written.lower():
        return None
    if written.lower() in _CLOSED and match["gap"]:
        return None
    return Unit(
        name, dimension, match.start("country" if match["country"] else "unit"), match.end()
    )


def named(word: str) -> tuple[str, Dimension] | None:
    """The normal name and dimension of a unit written out as one word: "Kilometers"."""
    return _WRITTEN.get(word.lower()) if len(word) > 2 else None


def before(text: str, at: int) -> Unit | None:
    """The currency sign or code that stands before the number beginning at `at`.

    >>> before("cost $5", 6).name, before("A$ 5", 3).name, before("USD 5", 4).name
    ('dollar', 'australian dollar', 'dollar')
    """
    match = _BEFORE.search(text, max(0, at - 7), at)
    if match is None:
        return None
    return Unit(_PREFIXES[match["unit"]], Dimension.MONEY, match.start(), match.end("unit"))


def singular(noun: str) -> str:
    """The normal name of a counted noun: lower case and singular.

    >>> [singular(noun) for noun in ("Women", "cities", "boxes", "persons", "glass", "horses")]
    ['woman', 'city', 'box', 'people', 'glass', 'horse']
    """
    word = noun.lower()
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    for ending, normal in (("men", "man"), ("women", "woman"), ("wives", "wife")):
        if word.endswith(ending) and len(word) > len(ending) + 2 and not word.endswith("specimen"):
            return word[: -len(ending)] + normal
    if len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "xes", "sses", "zzes")):
        return word[:-2]
    return word[:-1]
