"""Two ages compared: whether they may be of one person, and what years that passed explain."""

import re
from datetime import date
from decimal import Decimal

from claims.quantity import Quantity
from evidence.records import Claim
from xref.counted import AGE
from xref.names import Same, is_name, same_name
from xref.relation import Code, Finding, Relation
from xref.say import figure, number
from xref.times import SameTime, same_time
from xref.words import listed, sense, words

YEAR = re.compile(r"(\d{4})(?:-|$)")
# So many years two ages of one person may lie apart, where it is not known when each was told.
BIRTHDAYS = 2
# In a year.
DAYS = 365.25
MALE, FEMALE = (
    frozenset(sense(word) for word in listed(told))
    for told in ("man boy father son brother husband", "woman girl mother daughter sister wife")
)


def may_be_one(left: Quantity, right: Quantity) -> bool:
    """Whether two ages may be of one person: by name, or nearly the same age where one has none."""
    if left.counted != right.counted:
        return False
    names = left.scope.group, right.scope.group
    if all(is_name(name) for name in names):
        return same_name(*names) is Same.YES
    sexes = {sense(word) for name in names for word in words(name or "")}
    ages = (left.low or Decimal(0)) - (right.low or Decimal(0))
    near = left.unit == right.unit and abs(ages) <= BIRTHDAYS
    return near and not (sexes & MALE and sexes & FEMALE)


def is_aged(quantity: Quantity) -> bool:
    """Whether this is the age of somebody who is not named."""
    return quantity.counted == AGE and not is_name(quantity.scope.group)


def compared(left: Quantity, right: Quantity) -> Finding | None:
    """Two ages of one person, which a birthday or two between two reports would explain."""
    first, second = left.low, right.low
    if left.counted != AGE or left.unit != right.unit or first is None or second is None:
        return None
    times = left.scope.time, right.scope.time
    if _has_aged(left, right) or _has_aged(right, left):
        who = left.scope.group or "the person"
        reason = f"{who} was {number(first)} in one, {number(second)} in the other: years apart"
        return Finding(Relation.UPDATES, Code.TOLL_UPDATE, reason)
    dated = bool(times[0]) != bool(times[1])
    if left.unit != "year" or (abs(first - second) > BIRTHDAYS and not dated):
        return None
    if first == second or (all(times) and same_time(*times) is SameTime.SAME):
        return None
    reason = (
        f"{left.scope.group or 'the person'} is {number(first)} in one, {number(second)} in the "
        "other: perhaps at another time"
    )
    return Finding(Relation.UNCLEAR, Code.UNKNOWN_TIME, reason)


def dated(left: Claim, right: Claim, values: tuple[Quantity, Quantity]) -> Finding | None:
    """The finding on two ages of one person whose documents are dated, or None.

    As many years between the documents explain the difference; no years contradict it.
    """
    first, second = left.document.published, right.document.published
    one, other = values
    if one.counted != AGE or not (isinstance(first, date) and isinstance(second, date)):
        return None
    passed = (first - second).days / DAYS
    older = float((one.low or Decimal(0)) - (other.low or Decimal(0)))
    if abs(passed) >= 1 and abs(passed - older) <= 1:
        reason = f"{figure(one)} and {figure(other)}: as many years lie between the two documents"
        return Finding(Relation.UPDATES, Code.TOLL_UPDATE, reason)
    if abs(passed) < 1 < abs(older) and not (one.scope.time or other.scope.time):
        reason = f"{figure(one)} against {figure(other)}: not both can be true"
        return Finding(Relation.CONFLICTS, Code.NUMERIC, reason)
    return None


def are_of_two_years(left: Quantity, right: Quantity) -> bool:
    """Whether each age has its own year, and both fit: "91 in 2005", "92 in 2006" are two facts."""
    told = YEAR.match(left.scope.time or "") and YEAR.match(right.scope.time or "")
    return bool(told) and (_has_aged(left, right) or _has_aged(right, left))


def _has_aged(then: Quantity, now: Quantity) -> bool:
    """Whether an age of a year that is told fits an older one of a later year, or of no year."""
    if then.unit != "year" or now.unit != "year" or then.low is None or now.low is None:
        return False
    years = YEAR.match(then.scope.time or ""), YEAR.match(now.scope.time or "")
    if years[0] is None or now.low <= then.low:
        return False
    if years[1] is None:
        # Where just one year is told, a year or two may as well be a mistake.
        return not now.scope.time and now.low - then.low > BIRTHDAYS
    return abs(int(years[1][1]) - int(years[0][1]) - (now.low - then.low)) <= 1
