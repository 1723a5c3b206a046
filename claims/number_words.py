"""The words and figures that numbers are written with, and cutting a text into them."""

import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from claims.unit_words import CODES, NOT_BEFORE

SMALL = {
    word: Decimal(value)
    for value, word in enumerate(
        ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
         "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
         "nineteen")
    )
}  # fmt: skip
TENS = {
    word: Decimal(value)
    for value, word in zip(
        range(20, 100, 10),
        ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"),
        strict=True,
    )
}
MAGNITUDES = {
    "dozen": Decimal(12),
    "hundred": Decimal(100),
    "thousand": Decimal(10**3),
    "lakh": Decimal(10**5),
    "million": Decimal(10**6),
    "crore": Decimal(10**7),
    "billion": Decimal(10**9),
    "trillion": Decimal(10**12),
}
# Letters written right after a figure. A bare "m" is a metre unless money stands before it.
SUFFIXES = {
    "k": Decimal(10**3),
    "mn": Decimal(10**6),
    "mln": Decimal(10**6),
    "mil": Decimal(10**6),
    "bn": Decimal(10**9),
    "bln": Decimal(10**9),
    "tln": Decimal(10**12),
    "tn": Decimal(10**12),
    "trn": Decimal(10**12),
}
# Those that may also stand apart: "10 bn".
APART = {word: SUFFIXES[word] for word in ("mn", "mln", "bn", "bln", "tln", "tn", "trn")}
MONEY_SUFFIXES = {"m": Decimal(10**6), "b": Decimal(10**9), "t": Decimal(10**12)}
# The lowest reading of a vague plural: two of its word.
PLURALS = {"tens": Decimal(20), "scores": Decimal(40), "lakhs": Decimal(2 * 10**5)} | {
    f"{word}s": 2 * MAGNITUDES[word]
    for word in ("dozen", "hundred", "thousand", "million", "billion", "trillion", "crore")
}
DENOMINATORS = {"half": Decimal(2), "halves": Decimal(2)} | {
    word + ending: Decimal(value)
    for ending in ("", "s")
    for word, value in (
        ("third", 3), ("quarter", 4), ("fourth", 4), ("fifth", 5), ("sixth", 6), ("seventh", 7),
        ("eighth", 8), ("ninth", 9), ("tenth", 10), ("twelfth", 12), ("fifteenth", 15),
        ("sixteenth", 16), ("twentieth", 20), ("thirtieth", 30), ("fiftieth", 50),
        ("hundredth", 100), ("thousandth", 1000), ("millionth", 10**6),
    )
}  # fmt: skip
MULTIPLES = {"twice": Decimal(2), "thrice": Decimal(3)} | {
    f"{word}fold": value for word, value in (SMALL | TENS).items() if value > 1
}
# What makes an ordinal of the number before it: "twenty-first", "two hundredth".
UNIT_ORDINALS = frozenset({
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
})  # fmt: skip
LARGE_ORDINALS = frozenset({"hundredth", "thousandth", "millionth", "billionth"})
GLYPHS = {
    "½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75"), "⅓": Decimal("0.3333"),
    "⅔": Decimal("0.6667"), "⅕": Decimal("0.2"), "⅙": Decimal("0.1667"), "⅛": Decimal("0.125"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Lexeme:
    """A word, hyphen or figure at `[start, end)`; `literal` is the value of a figure."""

    word: str
    start: int
    end: int
    literal: Decimal | None = None


_DIGITS = (
    r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?"
    r"|\d{1,3}(?:[’']\d{3})+(?![\d’'])"
    r"|\d{1,3}(?:[\u00a0\u202f\u2009]\d{3})+(?:\.\d+)?|\d{1,3}(?:\ \d{3})*\ 000(?!\d)"
    # "1 414 021"; "1 200 people", where nothing before the one can be a number of its own.
    r"|\d{1,3}(?:\ \d{3}){2,}(?![\d,.]\d|\d)|(?<=[a-z]\ )\d{1,3}\ \d{3}(?=\ [a-z]|\s?[%€])"
    # "3. 9 percent": scanned or taken apart.
    r"|(?<!\d)\d\.\ \d{1,2}(?=\ (?:per\ ?cent|%))|\d+(?:\.\d+)?|(?<!\d)\.\d+"
)
# "1.3 × 10^6", "5.5x10-3", "1.3e6"
_POWER = (
    r"(?:\s?[x×]\s?10(?:\^[-−+]?\d{1,2}|[-−]\d{1,2}|⁻?[⁰¹²³⁴-⁹]{1,2})|(?<=\.\d)e\d{1,2}|(?<=\.\d\d)e\d{1,2}"
    r"|e[-+−]\d{1,2})(?![\w.^])"
)
# What a tokenizer has taken apart: "31, 000 people", "$2. 6 million", "a 6. 7 - magnitude quake".
_TORN = (
    r"(?<![\d.,] )(?<!\d)\d{1,3}(?:, ?\d{3})+(?![\d,])(?:\. \d{1,2}(?!\d))?"
    r"|(?<![\d,.] )(?<!\d)\d{1,3}\. \d{1,2}(?= ?(?:- ?)?(?:[mbtr]{1,2}illion|per ?cent|%|magnitude"
    r"|strength|degree|quake|[mb]n\b|km|kilomet|mile|feet|foot|met(?:er|re)s?\b))"
)
# The mark of such a text: hyphens stand apart.
_IS_TORN = re.compile(
    r"\d - [a-z]+ - [a-z]|\d\. \d{1,2} - [a-z]|[$£€]\d{1,3}, \d{3}(?!\d)"
    r"|(?<![\d,.] )\b\d{1,3}, 000(?!\d)"
    r"|[a-z] - (?:year|[a-z]+ - |[a-z]+ed\b|based|old|million|level|time|day|month)"
)


def _token(digits: str) -> re.Pattern[str]:
    top = r"(?P<top>\d{1,2})[/⁄](?P<bottom>\d{1,2})(?![\d/])"
    sign = r"(?:(?<![^\s(])(?<!\d\s)[-−])?"
    return re.compile(
        rf"(?P<mixed>(?:(?P<whole>\d+)[ -]?)?(?:{top}|(?P<glyph>[{''.join(GLYPHS)}])))"
        rf"|(?P<figure>{sign}(?:{digits}))(?:(?P<power>{_POWER})|(?P<suffix>[a-zA-Z]+))?"
        r"|(?P<word>[a-z]+)|(?P<other>[^\S ]|\S)",
        re.IGNORECASE,
    )


_TOKEN, _TORN_TOKEN = _token(_DIGITS), _token(f"{_TORN}|{_DIGITS}")
_HYPHENATED = re.compile(r"-and-an?-(?:half|quarter|third)\b", re.IGNORECASE)
# Before a figure: inside a word, a name such as F-16, a tag, a path, a version or a clock time.
_INSIDE = re.compile(r"(?:[^\W\d]|[^\W\d_][-–’']|[@#_’'+]|\w[./:\\]|\d,|\d /\ )$")
# "5m people": no metres.
_MANY = re.compile(
    r" (?:people|users|viewers|customers|refugees|voters|jobs|homes|households|children|women|men"
    r"|workers|migrants|residents|passengers|visitors|subscribers|members|doses|tonnes|tons|barrels"
    r"|cars|vehicles|patients|cases|votes|followers|views|copies|tests|hectares|acres|litres|euros"
    r"|dollars|pounds|tourists|students|pupils|adults|families|accounts|downloads|hits|vaccinations"
    r"|units|shares|records|devices|phones|trees|animals|birds|pupils|taxpayers|claims|euros)\b"
)
_ALONE = re.compile(r"\d{1,3} \d{3}")
_COMMON = re.compile(r"(?<![A-Za-z])[a-z]+ $|^$")
# "USD115"
_CODED = re.compile(rf"(?<![A-Za-z])(?:{'|'.join(CODES.keys() - NOT_BEFORE)})$")
# "N5 million", "N65,000": naira, as Nigerian papers write it. "N95" is a mask.
_NAIRA = re.compile(r"(?<![A-Za-z])N(?=[\d.]+\s?(?:[mb]n\b|[mb]illion|trillion)|\d{1,3},\d{3})")
# After a figure: a longer number, a clock time, a path or a version.
_CONTINUED = re.compile(r"[:/.,]\d|[@_]\w|\d")
# "$3-5m" is millions at both ends.
_MONEY = re.compile(
    r"(?:[$£€¥₹₽₩₪₺]|\b(?:usd|eur|gbp|rs\.?))\s?(?:\d[\d.]*(?:\s?[-–]\s?|\s(?:to|and|or)\s))?$",
    re.IGNORECASE,
)
_DENOMINATORS = {2, 3, 4, 5, 6, 8, 10, 16, 20, 32, 40}


def lexemes(text: str) -> list[Lexeme]:
    """Cut `text` into words and figures; figures that are part of something else lose theirs.

    >>> [(found.word, found.literal) for found in lexemes("$3m 2½")]
    [('$', None), ('3m', Decimal('3000000')), ('2½', Decimal('2.5'))]
    >>> [found.literal for found in lexemes("F-16 10:30 9/11 21st 007")]
    [None, None, None, None, None, None, None, None]
    """
    # "Two-and-a-half" is read as "two and a half".
    loose = _HYPHENATED.sub(lambda match: match[0].replace("-", " "), text)
    token = _TORN_TOKEN if _IS_TORN.search(loose) else _TOKEN
    return [_lexeme(loose, match) for match in token.finditer(loose)]


def _lexeme(text: str, match: re.Match[str]) -> Lexeme:
    start, end = match.span()
    word = "-" if match[0] in "‐‑" else match[0].lower()
    if match["word"] or match["other"]:
        return Lexeme(word, start, end)
    joined = text[max(0, start - 4) : start].lower() == "-to-"
    inside = _INSIDE.search(text, max(0, start - 4), start)
    coded = _CODED.search(text, max(0, start - 5), start) or _NAIRA.match(text, max(0, start - 1))
    if inside and not joined and not coded:
        return Lexeme(word, start, end)
    literal, end = _mixed(match) if match["mixed"] else _figure(text, match)
    if _ALONE.fullmatch(match[0]) and not _COMMON.search(text, max(0, start - 30), start):
        # "A Boeing 737 800", where "some 1 200 people" are 1,200.
        literal = None
    if literal is not None and _CONTINUED.match(text, end):
        literal = None
    return Lexeme(word, start, end if literal is not None else match.end(), literal)


def _mixed(match: re.Match[str]) -> tuple[Decimal | None, int]:
    """ "2 1/2", "3/4", "2½"; what cannot be a fraction (9/11, 24/7) is no number."""
    if match["glyph"]:
        part = GLYPHS[match["glyph"]]
    else:
        top, bottom = Decimal(match["top"]), Decimal(match["bottom"])
        if not 0 < top < bottom or bottom not in _DENOMINATORS or match["bottom"][0] == "0":
            return None, match.end()
        part = (top / bottom).quantize(Decimal("0.0001"))
    return Decimal(match["whole"] or 0) + part, match.end()


def _figure(text: str, match: re.Match[str]) -> tuple[Decimal | None, int]:
    digits = re.sub(r"[,\s’']", "", match["figure"]).replace("−", "-")
    suffix, end = (match["suffix"] or ""), match.end("figure")
    # "007" and long rows of digits are identifiers.
    bare = digits.lstrip("-").split(".")[0]
    longest = 24 if "," in match["figure"] else 12
    if (len(bare) > 1 and bare[0] == "0") or len(bare) > longest:
        return None, end
    try:
        value = Decimal(digits)
    except InvalidOperation:
        return None, end
    money = _MONEY.search(text, max(0, match.start() - 16), match.start())
    sizes = SUFFIXES | (MONEY_SUFFIXES if money else {})
    if match["power"]:
        return value * Decimal(10) ** _exponent(match["power"]), match.end()
    # "1.2b"; a whole number before a "b" is a section or a flat.
    if suffix.lower() == "b" and "." in digits:
        return value * 10**9, match.end()
    size = Decimal(10**6) if suffix in ("M", "MM") else sizes.get(suffix.lower())
    if suffix == "m" and size is None and _MANY.match(text, match.end()):
        size = Decimal(10**6)
    if size is not None:
        return value * size, match.end()
    if suffix.lower() in ("st", "nd", "rd", "th", "s"):
        return None, end
    return value, end


def _exponent(power: str) -> int:
    digits = re.sub(r"^\s?(?:[x×]\s?10\^?|[eE])", "", power).replace("−", "-").replace("⁻", "-")
    return int(digits.translate(str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")))
