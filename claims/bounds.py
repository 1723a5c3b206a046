"""Bounds: what the words around a number do to it ("more than", "or so", "topped")."""

import re
from dataclasses import dataclass
from enum import StrEnum


class Bound(StrEnum):
    """What a hedge does to a figure (after CQE)."""

    EXACT = "exact"
    ABOUT = "about"
    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    AT_MOST = "at_most"
    LESS_THAN = "less_than"
    RANGE = "range"


@dataclass(frozen=True, slots=True)
class Hedge:
    """Words at `[start, end)` that bound the number beside them."""

    bound: Bound
    start: int
    end: int


# Written before the number; the longest that fits wins, so "no more than" is not "more than".
_BEFORE = {
    Bound.ABOUT: (
        "about", "around", "roughly", "approximately", "approx", "approx.", "circa", "ca.", "some",
        "nearly", "almost", "close to", "just under", "just over", "just short of", "just shy of",
        "near",
        "barely",
        "nearing",
        "an estimated", "estimated", "estimated at", "approaching", "more or less",
        "in the region of",
        "in the neighbourhood of", "in the neighborhood of", "somewhere around", "on the order of",
        "of the order of", "something like", "not far from", "practically", "virtually", "~", "≈",
        "slightly over", "slightly under", "slightly more than", "slightly less than",
        "a little over", "a little under", "a little more than", "a little less than",
        "just above", "just below",
    ),
    Bound.AT_LEAST: (
        "at least", "no fewer than", "no less than", "not less than", "not fewer than",
        "a minimum of", "minimum of", "at a minimum", "at the very least", "≥", "as few as",
        "as little as", "starting at", "as low as", "as young as", "greater than or equal to",
        "more than or equal to", "equal to or more than", "equal to or greater than", ">=",
        "at a low of", "a good",
    ),
    Bound.MORE_THAN: (
        "more than", "over", "well over", "well above", "above", "exceeding", "exceeded", "exceeds",
        "exceed", "in excess of", "upwards of", "upward of", "greater than", "higher than",
        "larger than", "bigger than", "longer than", "older than", "better than", "beyond",
        "topping", "topped", "tops", "surpassing", "surpassed", "surpasses", "surpass", "north of",
        "far more than",
        "much more than", "many more than", "well more than", "significantly more than", ">",
        "passed the", "crossed", "taller than", "faster than", "heavier than",
    ),
    Bound.AT_MOST: (
        "not exceed", "never exceed", "cannot exceed", "not be above", "not be over",
        "not be more than", "not more than", "not over", "not above",
        "up to", "as many as", "as much as", "no more than", "not more than", "at most",
        "at the most", "a maximum of", "maximum of", "not exceeding", "a maximum", "≤", "capped at",
        "limited to", "as high as", "as long as", "no larger than", "no longer than", "as old as",
        "as far as", "as tall as", "as large as", "no older than", "no higher than",
        "less than or equal to", "equal to or less than", "fewer than or equal to", "<=",
    ),
    Bound.LESS_THAN: (
        "fewer than", "less than", "below", "under", "well under", "well below", "lower than",
        "smaller than", "short of", "shorter than", "younger than", "far less than",
        "far fewer than", "much less than", "<", "not even", "south of", "shy of",
    ),
}  # fmt: skip
# Written after the number or its noun.
_AFTER = {
    Bound.AT_LEAST: (
        "or more", "or higher", "or above", "or over", "or older", "or greater", "or longer",
        "and above", "and over", "and older", "and up", "at least", "-plus", "- plus", " plus", "+",
        "or better", "at a minimum",
    ),
    Bound.AT_MOST: (
        "or less", "or fewer", "or lower", "or under", "or below", "or younger", "or shorter",
        "at most", "at the most", "and under", "maximum", "max", "tops",
    ),
    Bound.ABOUT: (
        "or so", "-odd", " odd", "or thereabouts", "approximately", "give or take", "-ish",
    ),
    Bound.MORE_THAN: ("and counting",),
}  # fmt: skip
# May stand between a bound and its number: "more than the 500", "up to a staggering 5".
_BETWEEN = r"(?:\s+(?P<joint>the|a|an|its|their|another|about|some))?\s*"
# "Surpassing the 326 seats that it needed" tells two figures: the 326 are exact.
_PLACING = frozenset({
    "over", "above", "below", "under", "beyond", "well over", "well above", "well under",
    "well below",
    "surpassing", "surpassed", "surpasses", "surpass", "exceeding", "exceeded", "exceeds", "exceed",
    "topping", "topped", "tops", "crossed", "near", "short of",
})  # fmt: skip
# "Topped the $5 billion mark": only the mark is named.
_MARK = re.compile(r"(?:[\s-]\w+){0,2}[\s-](?:mark|level|barrier|milestone|threshold)\b")
_POINTING = frozenset({"the", "its", "their"})


def _pattern(table: dict[Bound, tuple[str, ...]], form: str) -> re.Pattern[str]:
    surfaces = sorted((words for group in table.values() for words in group), key=len, reverse=True)
    any_of = "|".join(re.escape(words).replace(r"\ ", r"\s+") for words in surfaces)
    return re.compile(form.format(any_of), re.IGNORECASE)


def _by_words(table: dict[Bound, tuple[str, ...]]) -> dict[str, Bound]:
    return {words.strip(): bound for bound, group in table.items() for words in group}


_BEFORE_WORDS, _AFTER_WORDS = _by_words(_BEFORE), _by_words(_AFTER)
_BEFORE_PATTERN = _pattern(_BEFORE, r"(?<![\w-])(?P<words>{})(?<![\s])" + _BETWEEN + "$")
_AFTER_PATTERN = _pattern(_AFTER, r"\s*(?P<words>{})(?![\w])")
# "40 at least." closes with the bound; "in one week, at least three" opens the next figure.
_CLOSES = re.compile(r"\s*(?:[.,;:)]|$)")
_EITHER = frozenset({"at least", "at most", "at the most", "approximately", "plus", "max", "tops"})


def before(text: str, at: int, end: int | None = None) -> Hedge | None:
    """The bound whose words end where a number (or its currency sign) begins; `end` is where the
    number ends with its unit.

    >>> before("no more than 500", 13).bound.value, before("more than 500", 10).bound.value
    ('at_most', 'more_than')
    >>> before("only 500", 5)
    """
    window = max(0, at - 40)
    # A window may cut a word in two; its first word is never needed.
    found = None
    for match in _BEFORE_PATTERN.finditer(text[window:at]):
        found = match
    if found is None:
        return None
    words, joint = " ".join(found["words"].lower().split()), (found["joint"] or "").lower()
    if words in _PLACING and joint in _POINTING and not _MARK.match(text, end or at):
        return None
    if words in _PLACING and joint in ("about", "some"):
        # "Took over about a third"
        return Hedge(Bound.ABOUT, window + found.start("joint"), window + found.end("joint"))
    bound = _BEFORE_WORDS[words]
    return Hedge(bound, window + found.start("words"), window + found.end("words"))


def after(text: str, at: int) -> Hedge | None:
    """The bound that follows a number, or its unit or noun, ending at `at`.

    >>> after("500 or more people", 3).bound.value, after("40 or so", 2).bound.value
    ('at_least', 'about')
    """
    match = _AFTER_PATTERN.match(text, at)
    if match is None:
        return None
    words = match["words"].lower().strip()
    if words in _EITHER and not _CLOSES.match(text, match.end()):
        return None
    return Hedge(_AFTER_WORDS[" ".join(words.split())], match.start("words"), match.end("words"))
