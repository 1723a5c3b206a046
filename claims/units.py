"""Units of measure and money beside a number, and nouns in the singular."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from claims.unit_words import (
    CASED,
    CLOSED,
    CODES,
    DOLLARS,
    MONEY,
    NOT_BEFORE,
    PER,
    SHARES,
    SIGNS,
    TIMES,
    sizes,
)  # fmt: skip
from claims.words import word_set


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


_TABLES = (
    (Dimension.SHARE, SHARES),
    (Dimension.TIME, TIMES),
    (Dimension.MONEY, MONEY),
    (Dimension.SIZE, sizes()),
    (Dimension.TIMES, {"times": "times", "fold": "times", "x": "times"}),
)


def _written() -> dict[str, tuple[str, Dimension]]:
    written: dict[str, tuple[str, Dimension]] = {}
    for dimension, table in _TABLES:
        for surface, name in table.items():
            written.setdefault(surface, (name, dimension))
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
_COUNTRIES = (
    r"u\.?s\.?|australian|canadian|british|swiss|french|belgian|dutch|turkish|chinese|japanese"
    r"|mexican|finnish|swedish|norwegian|danish|(?-i:New Zealand|Hong Kong|[A-Z][a-z]+)"
)
_AFTER = re.compile(
    rf"(?P<gap>\s?|-|\s-\s)(?:(?P<code>(?-i:{_any_of(CODES)}))(?![\w$])"
    rf"|(?:(?P<country>{_COUNTRIES})\s)?(?P<unit>{_any_of(_WRITTEN)})(?![\w²³]))",
    re.IGNORECASE,
)
_PER = re.compile(
    rf"(?:\s?/\s?|\sper\s|\s(?:a|an|each|every)\s)(?P<per>{_any_of(PER)})(?![\w/])", re.IGNORECASE
)
# "Series A $5 million": one letter must stand close.
_DOLLAR = (
    rf"(?P<whose>(?:{_any_of(key for key in DOLLARS if len(key) > 1)})(?=\s?\$)"
    rf"|(?:{_any_of(key for key in DOLLARS if len(key) == 1)})(?=\$))\s?\$"
)
_BEFORE = re.compile(
    rf"(?<![A-Za-z])(?:{_DOLLAR}|(?P<code>{_any_of(CODES.keys() - NOT_BEFORE)})"
    rf"|(?P<unit>{_any_of(SIGNS)})|(?P<naira>N)(?!\s))\s?$"
)
_DEMONYM = {"u.s.": "", "us": "", "u.s": "", "japanese": "", "chinese": "", "british": ""}

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

# No plurals; "rabbis", "Iraqis" and "taxis" are.
_IN_IS = word_set(
    "analysis axis basis crisis thesis hypothesis emphasis oasis tennis debris chassis diagnosis"
    " synthesis paralysis sepsis arthritis hepatitis bronchitis meningitis iris pelvis"
    " penis genesis nemesis prognosis psychosis neurosis cannabis marquis trellis metropolis"
)


def after(text: str, at: int) -> Unit | None:
    """The unit that follows the number ending at `at`, closed up, spaced or hyphenated.

    >>> after("about 5km away", 7).name, after("5 per cent", 1).name, after("5 pages", 1)
    ('kilometre', 'percent', None)
    >>> after("3 Australian dollars", 1).name, after("3 US dollars", 1).name
    ('australian dollar', 'dollar')
    >>> after("5 barrels a day", 1).name, after("5 km/h", 1).name, after("3 EUR", 1).name
    ('barrel per day', 'kilometre per hour', 'euro')
    """
    match = _AFTER.match(text, at)
    if match is None:
        return None
    if match["code"]:
        return Unit(CODES[match["code"]], Dimension.MONEY, match.start("code"), match.end())
    unit = _written_out(match)
    return None if unit is None else _rate(unit, text)


def _written_out(match: re.Match[str]) -> Unit | None:
    written = match["unit"]
    name, dimension = _WRITTEN[written.lower()]
    start = match.start("unit")
    if match["country"]:
        if dimension is not Dimension.MONEY:
            return None
        country = match["country"].lower()
        name, start = f"{_DEMONYM.get(country, country)} {name}".strip(), match.start("country")
    if written.lower() in CASED and written not in (written.lower(), "L"):
        return None
    if (written.lower() in CLOSED and match["gap"]) or (written == "$" and _opens(match)):
        return None
    return Unit(name, dimension, start, match.end())


def _opens(match: re.Match[str]) -> bool:
    """Whether a sign belongs to the amount that follows: "10 $30 tickets"."""
    return match.string[match.end() :].lstrip()[:1].isdigit()


def _rate(unit: Unit, text: str) -> Unit:
    """ "Kilometres" as "kilometres per hour" where that follows; a price stays money."""
    match = _PER.match(text, unit.end) if unit.dimension is Dimension.SIZE else None
    if match is None or " per " in unit.name:
        return unit
    return replace(unit, name=f"{unit.name} per {PER[match['per'].lower()]}", end=match.end())


def named(word: str) -> tuple[str, Dimension] | None:
    """The normal name and dimension of a unit written out as one word: "Kilometers"."""
    return _WRITTEN.get(word.lower()) if len(word) > 2 else None


def before(text: str, at: int) -> Unit | None:
    """The currency sign or code that stands before the number beginning at `at`.

    >>> before("cost $5", 6).name, before("A$ 5", 3).name, before("USD 5", 4).name
    ('dollar', 'australian dollar', 'dollar')
    """
    match = _BEFORE.search(text, max(0, at - 8), at)
    if match is None:
        return None
    if match["whose"]:
        name = DOLLARS[match["whose"]]
    elif match["naira"]:
        name = "naira"
    else:
        name = CODES[match["code"]] if match["code"] else SIGNS[match["unit"]]
    return Unit(name, Dimension.MONEY, match.start(), match.start() + len(match[0].rstrip()))


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
    if len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us")):
        return word
    if word.endswith("is") and word in _IN_IS:
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "xes", "sses", "zzes")):
        return word[:-2]
    return word[:-1]
