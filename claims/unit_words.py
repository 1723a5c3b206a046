"""Units of measure and money as they are written, each beside its normal name.

A normal name is singular, lower case and spelt as in Britain: "kilometre", "percent", "dollar".
"""

from collections.abc import Iterator
from functools import cache

# Signs and codes that stand before the number.
SIGNS = {
    "$": "dollar", "£": "pound", "€": "euro", "¥": "yen", "₹": "rupee", "₽": "rouble", "₩": "won",
    "₪": "shekel", "₺": "lira", "₦": "naira", "₱": "peso", "฿": "baht", "₫": "dong",
    "₴": "hryvnia", "¢": "cent", "₡": "colón", "₾": "lari", "₭": "kip", "₵": "cedi", "₲": "guaraní",
    "₸": "tenge", "₿": "bitcoin", "₨": "rupee", "Rs": "rupee", "Rs.": "rupee", "Rp": "rupiah",
    "RM": "ringgit", "KSh": "kenyan shilling", "Ksh": "kenyan shilling", "Sh": "shilling",
    "R$": "real", "Tk": "taka", "JD": "dinar", "KD": "dinar", "BD": "dinar", "RO": "rial",
    "Dh": "dirham", "Dhs": "dirham", "FCFA": "franc", "Lm": "lira",
}  # fmt: skip
# Whose dollar it is, written closed up or apart: "US$", "HK $".
DOLLARS = {
    "US": "dollar", "U.S.": "dollar", "U.S": "dollar", "USD": "dollar",
    "A": "australian dollar", "AU": "australian dollar", "AUD": "australian dollar",
    "C": "canadian dollar", "CA": "canadian dollar", "CAN": "canadian dollar",
    "Can": "canadian dollar", "CAD": "canadian dollar", "CDN": "canadian dollar",
    "NZ": "new zealand dollar", "NZD": "new zealand dollar", "HK": "hong kong dollar",
    "HKD": "hong kong dollar", "S": "singapore dollar", "SGD": "singapore dollar",
    "NT": "taiwan dollar", "MX": "mexican peso", "Mex": "mexican peso", "MXN": "mexican peso",
    "J": "jamaican dollar", "TT": "trinidad dollar", "Z": "zimbabwean dollar",
}  # fmt: skip
CODES = {
    "USD": "dollar", "EUR": "euro", "GBP": "pound", "JPY": "yen", "CNY": "yuan", "RMB": "yuan",
    "INR": "rupee", "CHF": "swiss franc", "AUD": "australian dollar", "CAD": "canadian dollar",
    "NZD": "new zealand dollar", "HKD": "hong kong dollar", "SGD": "singapore dollar",
    "TWD": "taiwan dollar", "SEK": "swedish krona", "NOK": "norwegian krone",
    "DKK": "danish krone", "ISK": "icelandic krona", "PLN": "zloty", "CZK": "czech koruna",
    "HUF": "forint", "RUB": "rouble", "UAH": "hryvnia", "TRY": "turkish lira", "ILS": "shekel",
    "ZAR": "rand", "NGN": "naira", "KES": "kenyan shilling", "GHS": "cedi", "EGP": "egyptian pound",
    "AED": "dirham", "SAR": "riyal", "KRW": "won", "THB": "baht", "MYR": "ringgit",
    "IDR": "rupiah", "PHP": "philippine peso", "VND": "dong", "PKR": "pakistani rupee",
    "BDT": "taka", "BRL": "real", "MXN": "mexican peso", "ARS": "argentine peso",
    "JOD": "dinar", "KWD": "dinar", "BHD": "dinar", "OMR": "rial", "QAR": "riyal", "XOF": "franc",
    "XAF": "franc", "LKR": "rupee", "NPR": "rupee", "UGX": "shilling", "TZS": "shilling",
    "CLP": "chilean peso", "COP": "colombian peso", "BTC": "bitcoin",
}  # fmt: skip
# In front of a number these are other things: COP28, "PHP 8", "TRY 3 times".
NOT_BEFORE = frozenset({"COP", "TRY", "PHP"})
# Money by its words; the singular is the plural without its last letter.
MONEY = {
    "dollars": "dollar", "euros": "euro", "pounds": "pound", "pounds sterling": "pound",
    "quid": "pound", "bucks": "dollar", "cents": "cent", "pence": "penny", "penny": "penny",
    "pennies": "penny", "yen": "yen", "yuan": "yuan", "renminbi": "yuan", "won": "won",
    "rupees": "rupee", "roubles": "rouble", "rubles": "rouble", "pesos": "peso", "francs": "franc",
    "rand": "rand", "rands": "rand", "krona": "krona", "kronas": "krona", "kronor": "krona",
    "crowns": "crown", "krone": "krone", "kroner": "krone", "korunas": "koruna",
    "shekels": "shekel", "liras": "lira", "lire": "lira", "reais": "real", "dinars": "dinar",
    "riyals": "riyal", "rials": "rial", "dirhams": "dirham", "baht": "baht", "ringgit": "ringgit",
    "naira": "naira", "taka": "taka", "shillings": "shilling", "rupiah": "rupiah",
    "hryvnias": "hryvnia", "zlotys": "zloty", "zloties": "zloty", "forints": "forint",
    "bitcoins": "bitcoin", "dong": "dong", "lari": "lari", "guilders": "guilder",
    "afghanis": "afghani", "drams": "dram", "pesetas": "peseta", "escudos": "escudo",
    "drachmas": "drachma", "markkas": "markka", "deutschmarks": "deutschmark",
    "deutsche marks": "deutschmark", "leva": "lev", "lev": "lev", "lei": "leu", "leu": "leu",
    "lek": "lek", "leks": "lek", "lats": "lat", "litas": "litas", "kina": "kina", "kinas": "kina",
    "manats": "manat", "manat": "manat", "somoni": "somoni", "riels": "riel", "kip": "kip",
    "leones": "leone", "gourdes": "gourde", "lempiras": "lempira", "quetzals": "quetzal",
    "denars": "denar", "pula": "pula", "vatu": "vatu", "dalasis": "dalasi", "meticais": "metical",
    "cfa francs": "franc", "tugriks": "tugrik", "rufiyaa": "rufiyaa", "cedis": "cedi",
    "birr": "birr", "kwacha": "kwacha",
    "tenge": "tenge", "colóns": "colón", "colones": "colón", "bolivars": "bolivar",
    "kyat": "kyat", "ngultrum": "ngultrum", "€": "euro", "£": "pound", "$": "dollar",
    "¢": "cent", "₡": "colón", "₾": "lari", "₭": "kip", "zł": "zloty", "元": "yuan", "円": "yen",
    "usd": "dollar", "eur": "euro", "gbp": "pound", "rmb": "yuan", "btc": "bitcoin",
}  # fmt: skip
TIMES = {
    "nanoseconds": "nanosecond", "microseconds": "microsecond", "milliseconds": "millisecond",
    "seconds": "second", "secs": "second", "sec": "second", "minutes": "minute", "mins": "minute",
    "min": "minute", "hours": "hour", "hrs": "hour", "hr": "hour", "days": "day", "nights": "night",
    "weeks": "week", "wks": "week", "fortnights": "fortnight", "months": "month", "years": "year",
    "yrs": "year", "yr": "year", "decades": "decade", "centuries": "century", "century": "century",
    "millennia": "millennium", "millenniums": "millennium", "ms": "millisecond", "h": "hour",
}  # fmt: skip
SHARES = {
    "%": "percent", "percent": "percent", "per cent": "percent", "pct": "percent",
    "percents": "percent", "percentage": "percent", "per centum": "percent",
    "percentage points": "percentage point", "percentage point": "percentage point",
    "% points": "percentage point", "percent points": "percentage point",
    "per cent points": "percentage point", "basis points": "basis point",
    "basis point": "basis point",
}  # fmt: skip
_PREFIXES = (
    "nano",
    "micro",
    "milli",
    "centi",
    "deci",
    "kilo",
    "mega",
    "giga",
    "tera",
    "peta",
    "exa",
)
# The words that take a metric prefix; which prefixes occur in print is left to the writers.
_METRIC = {
    "metre": ("metre", "meter"), "gram": ("gram", "gramme"), "litre": ("litre", "liter"),
    "watt": ("watt",), "volt": ("volt",), "ampere": ("ampere", "amp"), "joule": ("joule",),
    "byte": ("byte",), "bit": ("bit",), "pascal": ("pascal",), "newton": ("newton",),
    "calorie": ("calorie",), "ton": ("ton",), "tonne": ("tonne",), "bar": ("bar",),
    "sievert": ("sievert",), "becquerel": ("becquerel",), "watt-hour": ("watt-hour", "watt hour"),
}  # fmt: skip
_LENGTHS = {
    "metre": ("metres", "meters"), "kilometre": ("kilometres", "kilometers", "km", "kms"),
    "centimetre": ("centimetres", "centimeters", "cm"),
    "millimetre": ("millimetres", "millimeters", "mm"), "mile": ("miles", "mi"),
    "foot": ("feet", "foot", "ft"), "inch": ("inches", "inch"), "yard": ("yards", "yd"),
}  # fmt: skip
_SIZES = {
    "km": "kilometre", "kms": "kilometre", "m": "metre", "cm": "centimetre", "mm": "millimetre",
    "nm": "nanometre", "microns": "micrometre", "miles": "mile", "mi": "mile", "yards": "yard",
    "yd": "yard", "yds": "yard", "feet": "foot", "foot": "foot", "ft": "foot", "inches": "inch",
    "inch": "inch", "in": "inch", "nautical miles": "nautical mile", "light years": "light-year",
    "light-years": "light-year", "astronomical units": "astronomical unit", "parsecs": "parsec",
    "fathoms": "fathom", "furlongs": "furlong", "leagues": "league",
    "acres": "acre", "hectares": "hectare", "ha": "hectare", "cc": "cubic centimetre",
    "l": "litre", "ml": "millilitre", "cl": "centilitre", "gallons": "gallon", "gal": "gallon",
    "pints": "pint", "quarts": "quart", "fluid ounces": "fluid ounce", "barrels": "barrel",
    "bbl": "barrel", "bushels": "bushel", "cups": "cup", "tablespoons": "tablespoon",
    "tbsp": "tablespoon", "teaspoons": "teaspoon", "tsp": "teaspoon", "acre-feet": "acre-foot",
    "metric tons": "tonne", "metric tonnes": "tonne", "short tons": "ton", "long tons": "long ton",
    "t": "tonne", "kilos": "kilogram", "kg": "kilogram", "kgs": "kilogram", "g": "gram",
    "mg": "milligram", "mcg": "microgram", "µg": "microgram", "μg": "microgram", "lbs": "pound",
    "lb": "pound", "ounces": "ounce", "oz": "ounce", "carats": "carat", "karats": "carat",
    "stone": "stone", "mph": "mile per hour", "kmh": "kilometre per hour",
    "km/h": "kilometre per hour",
    "km/hr": "kilometre per hour", "kph": "kilometre per hour", "kmph": "kilometre per hour",
    "m/s": "metre per second", "km/s": "kilometre per second", "mpg": "mile per gallon",
    "knots": "knot", "rpm": "revolution per minute", "bpd": "barrel per day",
    "g/l": "gram per litre",
    "b/d": "barrel per day", "mbps": "megabit per second", "gbps": "gigabit per second",
    "degrees": "degree", "degree": "degree", "°": "degree", "deg": "degree", "℃": "degree celsius",
    "celsius": "degree celsius", "celcius": "degree celsius", "centigrade": "degree celsius",
    "fahrenheit": "degree fahrenheit", "farenheit": "degree fahrenheit", "kelvin": "kelvin",
    "kelvins": "kelvin", "kw": "kilowatt", "mw": "megawatt", "gw": "gigawatt",
    "wh": "watt-hour", "kwh": "kilowatt-hour", "mwh": "megawatt-hour", "gwh": "gigawatt-hour",
    "twh": "terawatt-hour",
    "kv": "kilovolt", "hz": "hertz", "khz": "kilohertz", "mhz": "megahertz", "ghz": "gigahertz",
    "hertz": "hertz", "kilohertz": "kilohertz", "megahertz": "megahertz", "gigahertz": "gigahertz",
    "kb": "kilobyte", "mb": "megabyte", "gb": "gigabyte", "tb": "terabyte",
    "horsepower": "horsepower",
    "hp": "horsepower", "bhp": "horsepower", "kcal": "kilocalorie", "hpa": "hectopascal",
    "hectopascals": "hectopascal", "kpa": "kilopascal", "mpa": "megapascal",
    "psi": "pound per square inch",
    "msv": "millisievert", "ppm": "part per million", "parts per million": "part per million",
    "ppb": "part per billion", "parts per billion": "part per billion", "decibels": "decibel",
    "db": "decibel", "ohms": "ohm", "megapixels": "megapixel", "pixels": "pixel", "mp": "megapixel",
}  # fmt: skip
# Abbreviations that mean something else in the other case ("5 M", "10 G", "In 5 MI").
CASED = frozenset(
    {"m", "g", "t", "l", "mi", "ha", "ft", "x", "min", "sec", "ms", "cl", "mp", "gal", "in", "h"}
)
# Written closed up only: "5x" is a multiple, "5 x" a product; "5 mp" are members of parliament.
CLOSED = frozenset({"x", "l", "ms", "mp", "nm", "in", "h"})
# What a rate can be per, beside units of time: "kilometres per hour", "people per square mile".
PER = {
    "h": "hour", "hr": "hour", "s": "second", "sec": "second", "min": "minute", "second": "second",
    "minute": "minute", "hour": "hour", "day": "day", "week": "week", "month": "month",
    "year": "year", "annum": "year", "gallon": "gallon", "litre": "litre", "liter": "litre",
    "l": "litre", "kilogram": "kilogram", "kg": "kilogram", "gram": "gram", "gramme": "gram",
    "mile": "mile", "kilometre": "kilometre", "kilometer": "kilometre", "km": "kilometre",
    "metre": "metre", "meter": "metre", "hectare": "hectare", "acre": "acre", "tonne": "tonne",
    "ton": "ton", "millisecond": "millisecond", "ms": "millisecond",
    "square kilometre": "square kilometre", "square kilometer": "square kilometre",
    "square mile": "square mile", "square metre": "square metre", "square meter": "square metre",
    "square inch": "square inch", "cm³": "cubic centimetre", "cm3": "cubic centimetre",
    "m³": "cubic metre", "m3": "cubic metre", "m²": "square metre", "m2": "square metre",
    "cubic metre": "cubic metre", "cubic meter": "cubic metre",
    "100 kilometres": "100 kilometres", "100 kilometers": "100 kilometres",
    "100 km": "100 kilometres",
}  # fmt: skip


@cache
def sizes() -> dict[str, str]:
    """Every unit of measure as written → its normal name."""
    table = dict(_metric()) | dict(_areas()) | _SIZES
    for scale, letter in (("celsius", "c"), ("fahrenheit", "f")):
        written = (scale, letter, *(("centigrade", "celcius") if letter == "c" else ("farenheit",)))
        for word in written:
            for degree in ("degrees ", "degree ", "deg ", "deg. ", "° ", "°"):
                table[degree + word] = f"degree {scale}"
    return table


def _metric() -> Iterator[tuple[str, str]]:
    for name, spellings in _METRIC.items():
        for prefix in ("", *_PREFIXES):
            for spelling in spellings:
                yield f"{prefix}{spelling}s", f"{prefix}{name}"


def _areas() -> Iterator[tuple[str, str]]:
    for name, spellings in _LENGTHS.items():
        for spelling in spellings:
            yield f"square {spelling}", f"square {name}"
            yield f"sq {spelling}", f"square {name}"
            yield f"sq. {spelling}", f"square {name}"
            yield f"cubic {spelling}", f"cubic {name}"
            yield f"cu {spelling}", f"cubic {name}"
    for short, name in (("km", "kilometre"), ("m", "metre"), ("cm", "centimetre"), ("ft", "foot")):
        for mark in ("²", "2", "^2"):
            yield short + mark, f"square {name}"
        for mark in ("³", "3", "^3"):
            yield short + mark, f"cubic {name}"
    for short in ("sq m", "sq. m"):
        yield short, "square metre"
