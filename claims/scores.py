"""Scores and votes: two numbers joined by a dash, each a quantity of its own."""

import re

from claims import units
from claims.numbers import Number
from claims.units import Dimension, Unit

_SCORED = re.compile(
    r"\b(?:vot\w+|w[io]n|winning|los[te]\w*|losing|beat\w*|defeat\w*|scor\w+|victor\w+|dr[ae]w\w*|lead\w*"
    r"|led|trail\w*|margin|tied?|decision|majority|rul\w+|pass\w+|approv\w+|by|ahead|record)\b[^.;]{0,30}$",
    re.IGNORECASE,
)
_SCORES = re.compile(
    r"\s(?:vote|victory|win|defeat|loss|draw|lead|decision|majority|margin|ruling|record|scoreline"
    r"|triumph|advantage|game|run|series|final|start|split|tie|with\s\w+\sabstentions?|in\sfavou?r|against)\b",
    re.IGNORECASE,
)
_VOTED = re.compile(
    r"\b(?:vot|majorit|ballot|rul|senat|parliament|council|house|abst|bills?\b|court|jur)"
)
_GOALS = re.compile(
    r"\b(?:goal|football|soccer|striker|midfielder|penalt|fifa|uefa|premier league)"
)
_PLURAL = re.compile(r"\s(?:[a-z]+\s)?[a-z]+s\b")


def is_score(pair: Number, text: str) -> bool:
    """Whether the words around "19–11" say that it is a score rather than a range."""
    if _SCORES.match(text, pair.end):
        return True
    counted = units.after(text, pair.end) or _PLURAL.match(text, pair.end)
    return not counted and _SCORED.search(text, max(0, pair.start - 45), pair.start) is not None


def is_side(number: Number, text: str) -> bool:
    """Whether the number is one side of a score: closed up to another number by a dash."""
    before = text[max(0, number.start - 4) : number.start]
    after = text[number.end : number.end + 4]
    return bool(re.search(r"\d\s?[-–]\s?$", before) or re.match(r"\s?[-–]\s?\d", after))


def unit(number: Number, text: str) -> Unit:
    """What one side of a score counts: votes, goals or points."""
    window = text[max(0, number.start - 70) : number.end + 50].lower()
    name = "vote" if _VOTED.search(window) else "goal" if _GOALS.search(window) else "point"
    return Unit(name, Dimension.SIZE, number.end, number.end)
