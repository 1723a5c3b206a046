"""Values in a few words, for reasons and topics."""

from decimal import Decimal

from claims.quantity import Bound, Quantity
from xref.units import CURRENCIES

_BEFORE = {
    Bound.EXACT: "",
    Bound.RANGE: "",
    Bound.ABOUT: "about ",
    Bound.AT_LEAST: "at least ",
    Bound.MORE_THAN: "more than ",
    Bound.AT_MOST: "at most ",
    Bound.LESS_THAN: "less than ",
}
_PLURALS = {
    "man": "men",
    "woman": "women",
    "child": "children",
    "person": "people",
    "foot": "feet",
    "people": "people",
    "percent": "percent",
    "times": "times",
    "celsius": "celsius",
    "fahrenheit": "fahrenheit",
    "staff": "staff",
    "police": "police",
    "hertz": "hertz",
}
# Of which smaller unit how many make one, so that a part of one is told in whole numbers.
_SMALLER = {
    "hour": ("minute", 60),
    "minute": ("second", 60),
    "day": ("hour", 24),
    "year": ("month", 12),
}


def number(amount: Decimal) -> str:
    """The number as a reporter writes it.

    >>> number(Decimal(1500000)), number(Decimal("7.30")), number(Decimal(7000))
    ('1.5 million', '7.3', '7,000')
    """
    for size, name in ((10**12, "trillion"), (10**9, "billion"), (10**6, "million")):
        if abs(amount) >= size and (amount * 100 / size) % 1 == 0:
            return f"{_plain(amount / size)} {name}"
    return _plain(amount)


def _plain(amount: Decimal) -> str:
    if amount == amount.to_integral_value():
        return f"{int(amount):,}"
    return f"{round(amount, 2).normalize():,f}"


def figure(quantity: Quantity) -> str:
    """The figure with its bound and unit.

    >>> figure(Quantity(Decimal(7000), Decimal(7000), "prisoner", Bound.MORE_THAN))
    'more than 7,000 prisoners'
    >>> figure(Quantity(Decimal("0.25"), Decimal("0.25"), "hour", Bound.ABOUT))
    'about 15 minutes'
    """
    low, high = quantity.low, quantity.high
    if quantity.bound is Bound.RANGE and low is not None and high is not None:
        return f"{number(low)} to {number(high)} {plural(quantity.unit)}".strip()
    amount = low if low is not None else high
    if amount is None:
        return plural(quantity.unit) or "an open figure"
    amount, unit = _whole(amount, quantity.unit)
    return f"{_BEFORE[quantity.bound]}{number(amount)} {plural(unit, amount)}".strip()


def _whole(amount: Decimal, unit: str) -> tuple[Decimal, str]:
    """A quarter of an hour as 15 minutes."""
    smaller, size = _SMALLER.get(unit, (unit, 1))
    parts = amount * size
    if 0 < abs(amount) < 1 and parts == parts.to_integral_value():
        return parts, smaller
    return amount, unit


def plural(unit: str, amount: Decimal | int | None = None) -> str:
    """The plural of a unit or another noun; with an `amount` of 1 the singular.

    >>> plural("page"), plural("person"), plural("church"), plural("mile per hour")
    ('pages', 'people', 'churches', 'miles per hour')
    >>> plural("boss"), plural("gas")
    ('bosses', 'gas')
    """
    if amount == 1:
        return "person" if unit == "people" else unit
    measured, per, rate = unit.partition(" per ")
    if per:
        return f"{plural(measured)} per {rate}"
    head, _, last = unit.rpartition(" ")
    lead = f"{head} " if head else ""
    if not last or last in _PLURALS:
        return lead + _PLURALS.get(last, "")
    if last in CURRENCIES and last in {"yen", "yuan", "won", "rand", "baht", "renminbi"}:
        return unit
    if (last[-1] == "s" and not last.endswith("ss")) or not last.isalpha() or last.isupper():
        return unit
    if last.endswith("y") and last[-2:-1] not in "aeiou":
        return f"{lead}{last[:-1]}ies"
    return lead + last + ("es" if last.endswith(("ch", "sh", "x", "z", "ss")) else "s")


def clip(text: str, limit: int = 60) -> str:
    """The text on one line, cut at a word.

    >>> clip("one two three four", 10)
    'one two …'
    """
    line = " ".join(text.split())
    if len(line) <= limit:
        return line
    return line[: limit - 1].rsplit(" ", 1)[0] + " …"
