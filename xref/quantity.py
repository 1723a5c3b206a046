"""Quantities compared: what two figures for the same thing mean for one another."""

import re
from decimal import Decimal

from claims.quantity import Bound, Quantity
from xref import ages
from xref.counted import AGE, BODIES, SOME, Extent, counted, extent, is_some
from xref.interval import gap, interval, is_rounding, leeway, middle, same_amount
from xref.relation import Code, Finding, Relation
from xref.running import grows, running, toll_update
from xref.say import figure
from xref.scope import apart, scopes_meet
from xref.times import SameTime, is_iso, same_time
from xref.units import measure
from xref.words import content, jaccard

# An unhedged figure this near another, which is a rounding of it, is the same figure.
ROUNDED = Decimal("0.02")
# An "about" is contradicted by what is so many times further away than it leaves open.
ROUGH = 2
# Up to here a rounder figure says the same with less precision.
COARSE = Decimal("0.05")
# Of these a figure of two digits is rounded too: 58 metres are 60.
SIZES = frozenset({"length", "mass", "area", "volume", "speed"})
# Converted units are rounded twice, once in each unit.
CONVERTED = Decimal("0.04")
# A part is rarely this much of its whole: figures so near are meant for the same thing.
NEAR = Decimal("0.8")
# A bare "two men" may be any two men.
BARE = 0.6
# Figures further apart than NEAR are seldom meant for the same count, whatever their bounds allow.
FAR = 0.6
OTHERS = re.compile(r"\b(?:other|another)\b", re.I)
POLL = re.compile(r"\b(?:poll|survey|census|study)\b", re.I)
# The width of the bins, in parts of the amount, that near amounts of a measure share.
BIN = 0.05
# Of these the first reports of an event seldom have all.
HARM = frozenset({"dead", "injured", "missing", "displaced", "infected", "trapped", "rescued"})
PART = frozenset({Extent.LEFT_PART, Extent.RIGHT_PART})
OPEN = frozenset({Bound.AT_LEAST, Bound.MORE_THAN, Bound.AT_MOST, Bound.LESS_THAN})


def keys(value: Quantity) -> frozenset[str]:
    """What is counted, word by word, and the figure itself with its unit."""
    thing = counted(value)
    dimension = thing.dimension.partition(":")[0]
    found = {f"{dimension}:{word}" for word in thing.more}
    if thing.head:
        found.add(f"{dimension}:{thing.head}")
    if thing.fate:
        found.add(f"fate:{thing.fate}")
    amount = middle(value)
    if amount is not None:
        found.add(f"{dimension}={amount:.2e}")
        if amount > 0 and not thing.head:
            # Amounts that convert into one another only nearly: in one of two bins that overlap.
            step = round(float(amount.ln()) / BIN)
            found |= {f"{dimension}~{step}", f"{dimension}~{step + 1}"}
    return frozenset(found)


def of_two_things(left: Quantity, right: Quantity) -> bool:
    """Whether unit, limits, or what became of those counted show that the two differ."""
    aged = AGE in (left.counted, right.counted)
    if aged and (not ages.may_be_one(left, right) or ages.are_of_two_years(left, right)):
        return True
    first, second = measure(left.unit).dimension, measure(right.unit).dimension
    money = first.startswith("money:") and second.startswith("money:")
    if not money and "count" not in (first[:5], second[:5]) and first != second:
        return True
    if (first[:5] == "count") != (second[:5] == "count"):
        return True
    # Whose age it is was asked already: "the actor" may be he.
    if not aged and not scopes_meet(left, right):
        return True
    if _is_rest(left) != _is_rest(right) and middle(left) != middle(right):
        return True
    fates = {counted(left).fate, counted(right).fate} - {None}
    return (
        len(fates) > 1 or counted(left).mark != counted(right).mark or _part_is_whole(left, right)
    )


def alike(left: Quantity, right: Quantity) -> float:
    """How likely the two count the same thing within the same limits, from 0 (never) to 1."""
    if of_two_things(left, right):
        return 0.0
    first = measure(left.unit).dimension
    fates = (counted(left).fate, counted(right).fate)
    likeness = _LIKENESS[extent(left, right)]
    first_more, second_more = counted(left).more, counted(right).more
    if None in fates and fates[0] != fates[1]:
        likeness /= 2
    elif None not in fates and likeness and extent(left, right) is not Extent.OVERLAP:
        likeness = max(likeness, 0.7)
    if not likeness:
        return 0.0
    if extent(left, right) is Extent.UNKNOWN and _told_alike(left, right, digits=1):
        likeness = max(likeness, 0.5)
    # A share of nothing that is named may be of anything.
    if first.startswith("rate:") and not (first_more and second_more):
        likeness /= 2
    if not (fates[0] or first_more or second_more):
        likeness = min(likeness, BARE)
    if _far_apart(left, right) and extent(left, right) not in PART:
        likeness *= FAR
    telling = 0.2 if _told_alike(left, right) else 0.0
    return min(1.0, likeness + telling + 0.2 * jaccard(first_more, second_more))


_LIKENESS = {
    Extent.SAME: 0.9,
    Extent.LEFT_PART: 0.6,
    Extent.RIGHT_PART: 0.6,
    Extent.OVERLAP: 0.3,
    Extent.UNKNOWN: 0.35,
    Extent.OTHER: 0.0,
}


def _is_rest(quantity: Quantity) -> bool:
    """Whether what is counted is what is left beside some told before: "two other rifles"."""
    return bool(OTHERS.search(quantity.counted or ""))


def _far_apart(left: Quantity, right: Quantity) -> bool:
    first, second = middle(left), middle(right)
    return first is not None and second is not None and gap(first, second) > NEAR


def _part_is_whole(left: Quantity, right: Quantity) -> bool:
    """Whether the figures are for two parts, or one figure for some and for all."""
    how = extent(left, right)
    first, second = counted(left).more, counted(right).more
    if how is Extent.OVERLAP and not first & second:
        return bool((first | second) & (SOME | BODIES))
    if how not in PART or middle(left) != middle(right):
        return False
    part = counted(left if how is Extent.LEFT_PART else right).more
    return bool({counted(left).fate, counted(right).fate} - {None}) and "body" in part


def _told_alike(left: Quantity, right: Quantity, digits: int = 3) -> bool:
    """Whether the amounts meet by more than chance: enough digits, or two units that convert."""
    first, second = middle(left), middle(right)
    if first is None or second is None:
        return False
    if measure(left.unit).factor != measure(right.unit).factor:
        return gap(first, second) <= ROUNDED
    return first == second and len(first.normalize().as_tuple().digits) >= digits


def compare(left: Quantity, right: Quantity) -> Finding:
    """Decide whether two figures for the same thing can both be true.

    An ordered list of levels: the first that applies decides, and conflict comes last.
    """
    for level in (
        _unit,
        _scope,
        _amount,
        _rounding,
        _toll,
        ages.compared,
        _bounds,
        _part,
        _unknown,
    ):
        finding = level(left, right)
        if finding is not None:
            return finding
    return Finding(
        Relation.CONFLICTS,
        Code.NUMERIC,
        f"{figure(left)} against {figure(right)}: not both can be true",
    )


def _unit(left: Quantity, right: Quantity) -> Finding | None:
    """Amounts in units that cannot be laid on one scale."""
    first, second = measure(left.unit).dimension, measure(right.unit).dimension
    if first.startswith("money:") and second.startswith("money:") and first != second:
        reason = f"{figure(left)} and {figure(right)}: currencies are not converted"
        return Finding(Relation.COMPATIBLE, Code.CURRENCY, reason)
    both_counted = first.startswith("count:") and second.startswith("count:")
    if first == second or (both_counted and extent(left, right) is not Extent.OTHER):
        return None
    reason = f"{figure(left)} and {figure(right)} are not in the same unit"
    return Finding(Relation.UNCLEAR, Code.UNKNOWN_UNIT, reason)


def _scope(left: Quantity, right: Quantity) -> Finding | None:
    """Figures that hold for different places, groups or times."""
    aged = AGE in (left.counted, right.counted)
    for name, first, second in (
        ("place", left.scope.place, right.scope.place),
        ("group", left.scope.group, right.scope.group),
    ):
        if not aged and apart(first, second):
            reason = f"{figure(left)} for {first}, {figure(right)} for {second}: another {name}"
            return Finding(Relation.COMPATIBLE, Code.SCOPE, reason)
    if (
        not aged
        and same_time(left.scope.time, right.scope.time) is SameTime.DIFFERENT
        and not running(left, right)
    ):
        reason = f"{figure(left)} in {left.scope.time}, {figure(right)} in {right.scope.time}"
        return Finding(Relation.COMPATIBLE, Code.SCOPE, reason)
    return None


def _amount(left: Quantity, right: Quantity) -> Finding | None:
    """The very same amount, in one unit or in two."""
    if same_amount(left, right):
        if measure(left.unit).factor != measure(right.unit).factor:
            reason = f"{figure(left)} is {figure(right)}"
            return Finding(Relation.AGREES, Code.UNIT_CONVERSION, reason)
        return Finding(Relation.AGREES, Code.EXACT, f"both say {figure(left)}")
    if Bound.RANGE in (left.bound, right.bound) or not _meet(left, right):
        return None
    if {left.bound, right.bound} & OPEN:
        reason = f"{figure(left)} and {figure(right)} differ only in the bound"
        return Finding(Relation.COMPATIBLE, Code.BOUNDS, reason)
    return Finding(Relation.AGREES, Code.ROUNDING, f"{figure(left)} and {figure(right)}")


def _meet(left: Quantity, right: Quantity) -> bool:
    """Whether the amounts are one but for their bounds: "120 mph", "up to 193 km/h"."""
    first, second = middle(left), middle(right)
    if first is None or second is None:
        return False
    bounded = {left.bound, right.bound} & OPEN
    converted = measure(left.unit).factor != measure(right.unit).factor
    return first == second or bool(bounded and converted and gap(first, second) <= ROUNDED)


def _rounding(left: Quantity, right: Quantity) -> Finding | None:
    """Nearly the same amount: rounded, converted, or given as a fraction."""
    first, second = middle(left), middle(right)
    if first is None or second is None or {left.bound, right.bound} & OPEN:
        return None
    apart = gap(first, second)
    words = f"{figure(left)} and {figure(right)}"
    if Bound.RANGE in (left.bound, right.bound):
        return None
    if measure(left.unit) != measure(right.unit) and measure(left.unit).dimension[:5] != "count":
        near = apart <= CONVERTED
        return Finding(Relation.AGREES, Code.UNIT_CONVERSION, f"{words} convert") if near else None
    if measure(left.unit).dimension == "rate:percent" and _is_fraction(first, second):
        return Finding(Relation.AGREES, Code.FRACTION, f"{words} are the same share")
    if Bound.ABOUT in (left.bound, right.bound):
        if interval(left).overlaps(interval(right)):
            return Finding(Relation.AGREES, Code.ROUNDING, f"{words}: rounded")
        rough = max(leeway(one.low) for one in (left, right) if one.bound is Bound.ABOUT)
        if apart > ROUGH * rough or running(left, right):
            return None
        return Finding(Relation.COMPATIBLE, Code.PRECISION, f"{words}: one is only rough")
    if not (is_rounding(first, second) or is_rounding(second, first)):
        return None
    # Nobody rounds 48 to 50 without a hedge; from three digits on, everybody rounds.
    if apart <= ROUNDED and max(first, second) >= 100:
        return Finding(Relation.AGREES, Code.ROUNDING, f"{words}: rounded")
    if apart <= COARSE and measure(left.unit).dimension in SIZES:
        return Finding(Relation.AGREES, Code.ROUNDING, f"{words}: rounded")
    if apart <= COARSE and (max(first, second) >= 100 or first % 1 or second % 1):
        reason = f"{words}: one is more precise"
        return Finding(Relation.COMPATIBLE, Code.PRECISION, reason)
    return None


def _is_fraction(first: Decimal, second: Decimal) -> bool:
    """33.33… and 33, 66.67 and 67: a third or two thirds, written out."""
    written = any(int(amount.normalize().as_tuple().exponent) < -2 for amount in (first, second))
    return written and abs(first - second) < 1


def _toll(left: Quantity, right: Quantity) -> Finding | None:
    """A running count at two times, or at a time that is not told."""
    if not running(left, right) or extent(left, right) not in (Extent.SAME, Extent.UNKNOWN):
        return None
    when, told = same_time(left.scope.time, right.scope.time), counted(left).fate
    if (
        when is SameTime.DIFFERENT
        and is_iso(left.scope.time)
        and is_iso(right.scope.time)
        and grows(left, right, newer_left=(left.scope.time or "") > (right.scope.time or ""))
    ):
        return toll_update(left, right)
    if interval(left).overlaps(interval(right)):
        return None
    if told in HARM and when is SameTime.SAME:
        reason = f"{figure(left)} and {figure(right)} {told}: one count, most likely at two times"
        return Finding(Relation.UPDATES, Code.TOLL_UPDATE, reason)
    reason = f"{figure(left)} and {figure(right)} {told}: a running count, and not dated alike"
    return Finding(Relation.UNCLEAR, Code.UNKNOWN_TIME, reason)


def _bounds(left: Quantity, right: Quantity) -> Finding | None:
    """Different figures, but an amount that both allow."""
    if not interval(left).overlaps(interval(right)):
        return None
    reason = f"{figure(left)} and {figure(right)} can both be true"
    return Finding(Relation.COMPATIBLE, Code.BOUNDS, reason)


def _part(left: Quantity, right: Quantity) -> Finding | None:
    """A figure for some of what the other counts."""
    how = extent(left, right)
    if how is Extent.LEFT_PART:
        part, whole = left, right
    elif how is Extent.RIGHT_PART:
        part, whole = right, left
    else:
        return None
    inner, outer = interval(part), interval(whole)
    if not inner.below(outer):
        return None
    small, large = middle(part), middle(whole)
    named = is_some(part) and not is_some(whole)
    if not named and small is not None and large is not None and small >= large * NEAR:
        return None
    reason = f"{figure(part)} can be part of {figure(whole)}"
    return Finding(Relation.COMPATIBLE, Code.SUBSET, reason)


def _unknown(left: Quantity, right: Quantity) -> Finding | None:
    """Different figures where it is not known that they are for the same thing."""
    words = f"{figure(left)} against {figure(right)}"
    if is_some(left) != is_some(right) or not _counts_the_same(left, right):
        reason = f"{words}, but perhaps not of the same"
        return Finding(Relation.UNCLEAR, Code.UNKNOWN_SCOPE, reason)
    polls = [value.scope.said_by or "" for value in (left, right)]
    if all(map(POLL.search, polls)) and content(polls[0]) != content(polls[1]):
        return Finding(Relation.UNCLEAR, Code.UNKNOWN_SCOPE, f"{words}, perhaps of two polls")
    for first, second in (
        (left.scope.place, right.scope.place),
        (left.scope.group, right.scope.group),
    ):
        if bool(first) != bool(second):
            reason = f"{words}, and only one says: {first or second}"
            return Finding(Relation.UNCLEAR, Code.UNKNOWN_SCOPE, reason)
    if same_time(left.scope.time, right.scope.time) is SameTime.UNKNOWN:
        reason = f"{words}, and it is not known to be the same time"
        return Finding(Relation.UNCLEAR, Code.UNKNOWN_TIME, reason)
    return None


def _counts_the_same(left: Quantity, right: Quantity) -> bool:
    how = extent(left, right)
    if how in (Extent.SAME, Extent.LEFT_PART, Extent.RIGHT_PART):
        return counted(left).head == counted(right).head or how is Extent.SAME
    first, second = counted(left), counted(right)
    return how is Extent.OVERLAP and jaccard(first.more, second.more) >= 0.5
