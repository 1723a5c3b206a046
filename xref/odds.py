"""How surely two figures are about the same thing: named traits of the pair, weighed together.

Each trait is 0 or 1, or a share; what each weighs is in `xref.weights`.
"""

from decimal import Decimal

from claims.logistic import Traits
from claims.quantity import Bound, Quantity
from evidence.records import Claim, Read, SameThing
from xref.counted import AGE, PEOPLE, Counted, counted
from xref.interval import gap, interval, middle, same_amount
from xref.relation import Code
from xref.units import measure
from xref.words import jaccard, sense, senses

# Characters on each side of a figure that tell what it is of.
REACH = 45
NEAR, FAR = Decimal("0.05"), Decimal("0.8")
# From three digits on, two figures are seldom the same by chance; up to three things, often.
RARE_DIGITS, FEW = 3, 3

COMMON = 2
# Reports begin with what the event's figures are; so many characters are their beginning.
LEAD = 600
SMALL = 10
# Units of time, of fixed and of calendar length.
SPANS = frozenset({"time", "months"})

# No reading is surer than these log-odds.
CLEAR = 6.0


def beside(claim: Claim) -> frozenset[str]:
    """What the words around a figure mean, within its sentence."""
    context, text = claim.context or {}, claim.document.text
    start = max(int(context.get("start", claim.start)), claim.start - REACH, 0)
    end = min(int(context.get("end", claim.end)), claim.end + REACH)
    return senses(text[start : claim.start]) | senses(text[claim.end : max(end, claim.end)])


def told_alike(left: Claim, right: Claim) -> float:
    """How far the words right around two figures are the same, from 0 to 1: "served … in prison".

    One word in common is nothing yet.
    """
    first, second = beside(left), beside(right)
    common = len(first & second)
    return common / min(len(first), len(second)) if common >= COMMON else 0.0


def of_difference(
    claims: tuple[Claim, Claim], values: tuple[Quantity, Quantity], code: Code | None, alike: float
) -> Traits:
    """What tells whether two figures that differ are of one thing; see `xref.quantity.alike`."""
    left, right = values
    amounts = middle(left), middle(right)
    return {
        "counted alike": alike,
        "told alike": told_alike(*claims),
        "both lead": all(claim.start < LEAD for claim in claims),
        "both small": all(amount is not None and abs(amount) <= SMALL for amount in amounts),
        "both ages": left.counted == right.counted == AGE,
        "time span": measure(left.unit).dimension in SPANS,
        "one place": left.scope.place is not None and left.scope.place == right.scope.place,
        "one speaker": left.scope.said_by is not None and left.scope.said_by == right.scope.said_by,
        "a toll": code is Code.TOLL_UPDATE,
        "unit unsettled": code is Code.UNKNOWN_UNIT,
        "scope unsettled": code is Code.UNKNOWN_SCOPE,
        "time unsettled": code is Code.UNKNOWN_TIME,
    }


def of_values(left: Quantity, right: Quantity) -> Traits:
    """What the two values tell."""
    first, second = counted(left), counted(right)
    return {
        **_amounts(left, right),
        **_nouns(first, second),
        "same fate": first.fate is not None and first.fate == second.fate,
        "one has a fate": (first.fate is None) != (second.fate is None),
    }


def _amounts(left: Quantity, right: Quantity) -> Traits:
    first, second = middle(left), middle(right)
    if first is None or second is None:
        return {}
    distance = gap(first, second)
    converted = measure(left.unit).factor != measure(right.unit).factor and distance <= NEAR
    same = same_amount(left, right) or converted
    # "About 400" and 403.
    rough = Bound.ABOUT in (left.bound, right.bound) and distance <= NEAR
    alike = same or first == second or (rough and interval(left).overlaps(interval(right)))
    return {
        "same amount": same,
        "same but the bound": alike and not same,
        "nearly the same amount": not alike and distance <= NEAR,
        "both bounds allow": not alike and interval(left).overlaps(interval(right)),
        "far apart": distance > FAR,
        "distance": float(min(distance, Decimal(1))),
        # What converts from one unit to another does not do so by chance either.
        "same long figure": converted or (alike and _digits(first) >= RARE_DIGITS),
        "same small figure": alike and abs(first) <= FEW,
    }


def _digits(amount: Decimal) -> int:
    return len(amount.normalize().as_tuple().digits)


def _nouns(first: Counted, second: Counted) -> Traits:
    both = bool(first.head and second.head)
    same = both and (first.head == second.head or sense(first.head) == sense(second.head))
    people = both and not same and first.head in PEOPLE and second.head in PEOPLE
    within = (
        both and not (same or people) and (first.head in second.more or second.head in first.more)
    )
    counts = first.dimension.startswith("count") and second.dimension.startswith("count")
    told = bool(first.more and second.more)
    return {
        "same unit": first.dimension == second.dimension and not counts,
        "same noun": same,
        "both people": people,
        "noun of one within the other": within,
        "another noun": both and not (same or people or within),
        "said of both": jaccard(first.more, second.more),
        "nothing said of both": told and not first.more & second.more,
        "one says more": bool(first.more) != bool(second.more),
    }


def of_claims(left: Claim, right: Claim) -> Traits:
    """What the words around the two tell."""
    return {"words beside in common": bool(beside(left) & beside(right))}


def of_reading(read: Read | None) -> Traits:
    """What the words around the two tell, read whole by a network that does not see the numbers."""
    if not isinstance(read, SameThing):
        return {}
    return {"read as one thing": max(-CLEAR, min(CLEAR, read.odds)) / CLEAR}
