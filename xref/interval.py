"""The amounts that a hedged figure allows, as an interval on the number line."""

from dataclasses import dataclass
from decimal import Decimal

from claims.quantity import Bound, Quantity
from xref.units import measure

# "About 500" is still true of 450 and of 550; reporters round to the first digit. "About 22" is no
# 24: whoever gives a second digit means it, but for a five ("about 250").
ABOUT, PRECISE = Decimal("0.10"), Decimal("0.02")

# Who writes "tons" may well mean tonnes, and at sea miles are nautical.
LOOSELY_ONE = ({"ton", "tonne"}, {"mile", "nautical mile"})


@dataclass(frozen=True, slots=True)
class Interval:
    """From `low` to `high`, either open (None); an excluded end is not itself allowed."""

    low: Decimal | None
    high: Decimal | None
    without_low: bool = False
    without_high: bool = False

    def overlaps(self, other: "Interval") -> bool:
        """Whether one amount lies in both."""
        return not (self.below(other) or other.below(self))

    def below(self, other: "Interval") -> bool:
        """Whether every amount of this one is smaller than every amount of the other."""
        if self.high is None or other.low is None:
            return False
        excluded = self.without_high or other.without_low
        return self.high < other.low or (excluded and self.high == other.low)


def interval(quantity: Quantity) -> Interval:
    """The amounts that the figure allows, in the first unit of what it measures.

    >>> from claims.quantity import Bound, Quantity
    >>> interval(Quantity(Decimal(2), Decimal(2), "kilometre", Bound.MORE_THAN)).low
    Decimal('2000')
    """
    low, high = base(quantity)
    match quantity.bound:
        case Bound.ABOUT:
            return Interval(_apart(low, -leeway(quantity.low)), _apart(high, leeway(quantity.high)))
        case Bound.AT_LEAST:
            return Interval(low, None)
        case Bound.MORE_THAN:
            return Interval(low, None, without_low=True)
        case Bound.AT_MOST:
            return Interval(None, high)
        case Bound.LESS_THAN:
            return Interval(None, high, without_high=True)
        case Bound.EXACT | Bound.RANGE:
            return Interval(low, high)


def same_amount(left: Quantity, right: Quantity) -> bool:
    """Whether two figures allow the very same amounts, "24 tons" being 24 tonnes as well."""
    if interval(left) == interval(right):
        return True
    written = (left.low, left.high, left.bound) == (right.low, right.high, right.bound)
    return written and {left.unit, right.unit} in LOOSELY_ONE


def leeway(written: Decimal | None) -> Decimal:
    """How much a rough figure leaves open on either side, as a part of it: its digits decide.

    >>> leeway(Decimal(300)), leeway(Decimal(250)), leeway(Decimal(108))
    (Decimal('0.10'), Decimal('0.10'), Decimal('0.02'))
    """
    if not written:
        return ABOUT
    digits = abs(written).normalize().as_tuple().digits
    if len(digits) == 1:
        return ABOUT
    figure = Decimal(int("".join(map(str, digits))))
    step = Decimal(5) if digits[-1] == 5 else Decimal(1)
    return min(ABOUT, max(PRECISE, step / 2 / figure))


def base(quantity: Quantity) -> tuple[Decimal | None, Decimal | None]:
    """The written amounts in the first unit of what is measured, without what the bound adds."""
    unit = measure(quantity.unit)
    low = None if quantity.low is None else unit.base(quantity.low)
    high = None if quantity.high is None else unit.base(quantity.high)
    return low, high


def middle(quantity: Quantity) -> Decimal | None:
    """One number to order and to weigh a figure by, or None where both ends are open."""
    low, high = base(quantity)
    if low is None or high is None:
        return low if high is None else high
    return (low + high) / 2


def gap(left: Decimal, right: Decimal) -> Decimal:
    """How far apart two amounts are, as a part of the larger."""
    larger = max(abs(left), abs(right))
    return abs(left - right) / larger if larger else Decimal(0)


def is_rounding(coarse: Decimal, fine: Decimal) -> bool:
    """Whether `coarse` is what is left of `fine` when its last digits are rounded away.

    >>> is_rounding(Decimal(400), Decimal(403)), is_rounding(Decimal(403), Decimal(400))
    (True, False)
    >>> is_rounding(Decimal("1.5"), Decimal("1.54")), is_rounding(Decimal(405), Decimal(403))
    (True, False)
    """
    if coarse == fine or not coarse or not fine:
        return False
    last = _last_place(coarse)
    return last > _last_place(fine) and abs(fine - coarse) * 2 <= Decimal(10) ** last


def _last_place(amount: Decimal) -> int:
    exponent = amount.normalize().as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0


def _apart(amount: Decimal | None, part: Decimal) -> Decimal | None:
    return None if amount is None else amount + abs(amount) * part
