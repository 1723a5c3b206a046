"""What shows that two claims that read alike are of two things: place, bearer, day, direction."""

import re

from claims.kind import Value
from claims.quantity import Quantity
from claims.statement import Statement
from evidence.records import Claim
from xref.bearer import borne_apart, is_won
from xref.interval import middle
from xref.realm import WORLD, realms
from xref.relation import Finding, Relation
from xref.running import running
from xref.stories import Story
from xref.times import SameTime, is_iso, same_time
from xref.units import measure
from xref.words import FALLING, RISING, listed, sense, stem, words

# What is measured at a moment, and is another after so many days.
MOMENTARY = frozenset({"speed", "temperature", "count:magnitud"})
ONE_MOMENT = 2
# A country's count is so many times one event's, or more.
FAR_LARGER = 3
# "Rose by 5%" and "fell by 5%" are no agreement.
REACH = 30
MARGIN = re.compile(r"\bmargin of (?:sampling )?error\b|\b(?:sampling|error) margin\b", re.I)
EACH = re.compile(
    r"\s(?:an?|per|each|every)\s(second|minute|hour|day|night|week|month|quarter|year|season|game"
    r"|episode|person|head|barrel|share|vote)\b",
    re.I,
)
# What players do many times a game: two figures are seldom of one player in one game.
PLAYED = frozenset(
    f"count:{stem(word)}"
    for word in listed(
        """
        shot rbi rebound catch assist carry strikeout homer inning touchdown completion reception
        sack steal turnover foul corner
        """
    )
)


def are_apart(
    claims: tuple[Claim, Claim],
    stories: tuple[Story, Story],
    values: tuple[Value, Value],
    finding: Finding,
) -> bool:
    """Whether place, bearer, day or direction show that the two are about different things."""
    left, right = claims
    mine, theirs = values
    if isinstance(mine, Quantity) and isinstance(theirs, Quantity):
        if borne_apart(left, right, (mine, theirs)):
            return True
        if running(mine, theirs) and _of_a_country(mine, theirs):
            return True
        agrees = finding.relation is Relation.AGREES
        paid = measure(mine.unit).dimension.startswith("money:") and not agrees
        if _turned(left) * _turned(right) < 0 or _paid_apart(left, right, paid=paid):
            return True
        if not agrees and all(_is_margin(claim) for claim in claims):
            return True
        if not agrees and _of_two_moments(left, right, (mine, theirs)):
            return True
        won = is_won(left, mine) or is_won(right, theirs)
        return won and not agrees and stories[0].titled(stories[1])
    return isinstance(mine, Statement) and _other_realm(left, right)


def _is_margin(claim: Claim) -> bool:
    """Whether a figure is how far a poll may be wrong, which is each poll's own."""
    start, end = max(0, claim.start - 2 * REACH), claim.end + REACH
    return bool(MARGIN.search(claim.document.text[start:end]))


def _turned(claim: Claim) -> int:
    """Whether a figure tells of a rise (1) or a fall (-1), as the words right before it say."""
    start = int((claim.context or {}).get("start", claim.start))
    before = claim.document.text[max(0, start, claim.start - REACH) : claim.start]
    near = {sense(word) for word in words(before.removesuffix("by "))[-1:]}
    return bool(near & RISING) - bool(near & FALLING)


def _paid_apart(left: Claim, right: Claim, *, paid: bool) -> bool:
    """Whether one is so much an hour, and the other so much a day, or `paid` for the whole."""
    steps = [EACH.match(claim.document.text, claim.end) for claim in (left, right)]
    if not all(steps):
        return any(steps) and paid
    return len({step[1].lower() for step in steps if step}) > 1


def _of_two_moments(left: Claim, right: Claim, values: tuple[Quantity, Quantity]) -> bool:
    """Whether two storms, two quakes or games are told of, as far as days and units tell."""
    if all(measure(value.unit).dimension in PLAYED for value in values):
        return True
    first, second = left.document.published, right.document.published
    if first is None or second is None or abs((first - second).days) <= ONE_MOMENT:
        return False
    return all(measure(value.unit).dimension in MOMENTARY for value in values)


def _of_a_country(left: Quantity, right: Quantity) -> bool:
    """Whether just one of two counts is for a whole country, or the world: it is far larger.

    "A blast in Togo killed 48" tells where it was, and is no count of the country's dead.
    """
    if not (left.scope.place is None or right.scope.place is None):
        return False
    wide = [bool(value.scope.place) and _is_wide(str(value.scope.place)) for value in (left, right)]
    if wide[0] == wide[1]:
        return False
    whole, other = (left, right) if wide[0] else (right, left)
    return (middle(whole) or 0) > FAR_LARGER * (middle(other) or 0)


def _is_wide(place: str) -> bool:
    return place == WORLD or bool(realms(place))


def _other_realm(left: Claim, right: Claim) -> bool:
    """Whether one tells of the whole world and the other of a country."""
    first, second = ({name for _, name in realms(claim.text)} for claim in (left, right))
    return bool(first and second) and not first & second and WORLD in first | second


def dated_apart(left: Claim, right: Claim) -> bool:
    """Whether both sentences name days, and none of one is a day of the other."""
    first = [date for date in map(str, (left.context or {}).get("dates") or ()) if is_iso(date)]
    second = [date for date in map(str, (right.context or {}).get("dates") or ()) if is_iso(date)]
    return (
        bool(first)
        and bool(second)
        and all(same_time(one, other) is SameTime.DIFFERENT for one in first for other in second)
    )
