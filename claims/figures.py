"""Figures: a number with its unit and its bound, as far as the words around it tell.

What a figure counts needs a parse, and is for `claims.counted`.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from claims import bounds, numbers, scales, scores, units
from claims.bounds import Bound, Hedge
from claims.not_figures import spans
from claims.numbers import Form, Number
from claims.units import Dimension, Unit


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with what stands around it; `[start, end)` is bound, number and unit.

    `counted` is given where the words leave no choice: the "age" of "a 34-year-old".
    """

    number: Number
    start: int
    end: int
    low: Decimal
    high: Decimal
    bound: Bound
    unit: Unit | None = None
    hedge: Hedge | None = None
    counted: str | None = None


_CHANGE = re.compile(
    r"\b(?:r[io]se|risen|rising|grow|grew|grown|growing|increas\w+|climb\w*|jump\w*|soar\w*|surg\w+"
    r"|f[ae]ll|fallen|falling|drop\w*|declin\w+|decreas\w+|shr[aiu]nk\w*|cut|reduc\w+|lower\w*"
    r"|rais\w+|chang\w+|went|gone|go|goes|up|down|expand\w+|swell\w*|doubl\w+|plung\w+|slump\w*"
    r"|revis\w+|upgrad\w+|downgrad\w+|extend\w*|mov\w+|push\w*|dip\w*|tumbl\w+|slid\w*)\b"
    r"[^.;:]{0,70}$",
    re.IGNORECASE,
)
# "Rose 12 to 388": the change, and what it led to.
_MOVED = re.compile(
    r"\b(?:rose|fell|gained|lost|added|advanced|climbed|dropped|jumped|slid|slipped|shed|tumbled|plunged"
    r"|plummeted|soared|surged|eased|declined|increased|decreased|dipped|edged|grew|shrank|sank|rallied"
    r"|rising|falling|gaining|losing|adding|climbing|dropping|(?<!to\s)\b(?:up|down|off|higher|lower))"
    r"(?:\s(?:up|down|higher|lower|off))?(?:\s(?:an?|another|about|nearly|almost|some))?\s$",
    re.IGNORECASE,
)
_MINUTES = re.compile(r"m\b")
# "to -$5 million"; a dash that opens a line opens an item of a list.
_MINUS = re.compile(r"(?<=[ (])[-−]$")
_HALF_OF = re.compile(r"\s(?:of|the|its|their|his|her|our|all|that|those|these)\b", re.IGNORECASE)
_PART_UNIT = re.compile(r"[\s-](?:of\s)?(?:an?\s)?(?=\w)", re.IGNORECASE)
# "An hour and a half", where the article is the number.
_AND_PART = re.compile(r"\s+and\s+an?\s+(?P<part>half|quarter)\b", re.IGNORECASE)
_ONE_AND_PART = re.compile(
    r"\ban?(?=\s+(?:second|minute|hour|day|week|month|year|decade|century|mile|kilomet(?:re|er)"
    r"|met(?:re|er)|ton|tonne|litre|liter|gallon|acre|hectare)\s+and\s+an?\s+(?:half|quarter)\b)",
    re.IGNORECASE,
)
_PART_OF_ONE = {"half": Decimal("0.5"), "quarter": Decimal("0.25")}
_JOINTS = re.compile(r"\s?[-–]\s?|\s+(?:to|or|and)\s+", re.IGNORECASE)
_OPENING = re.compile(r"\b(between|from)\s+$", re.IGNORECASE)
_OR_MORE = re.compile(r"\s(?:or|and)\s(?:more|less|so|fewer|a\shalf)")
_YEAR = re.compile(r"(?:1[0-9]|20)\d\d")


_LOWER, _UPPER = (Bound.MORE_THAN, Bound.AT_LEAST), (Bound.LESS_THAN, Bound.AT_MOST)
_ENCLOSING = re.compile(r",?\s(?:but|and)\s", re.IGNORECASE)
_AND = re.compile(r"\s(?:and\s)?|,\sand\s|", re.IGNORECASE)
# "$25 and 30 cents less", "10 years and 3 months of it": the second part is another matter.
_APART = re.compile(r"\s(?:more|less|up|down|off|suspended|of\s(?:it|them|which))\b", re.IGNORECASE)
_SPREAD = re.compile(r"\s?(?:±|\+/?[-−])\s?")
_INCHES = re.compile(r"\s?in\b\.?(?=[,;.)]|\s*$|\s(?:tall|long|wide|high|deep)\b)")
# How many of the smaller unit make one of the larger.
_PARTS = {
    ("dollar", "cent"): 100, ("pound", "penny"): 100, ("euro", "cent"): 100, ("foot", "inch"): 12,
    ("hour", "minute"): 60, ("minute", "second"): 60, ("year", "month"): 12, ("day", "hour"): 24,
    ("week", "day"): 7, ("year", "week"): 52, ("year", "day"): 365, ("month", "day"): 30,
    ("day", "minute"): 1440, ("hour", "second"): 3600, ("pound", "ounce"): 16,
    ("metre", "centimetre"): 100,
}  # fmt: skip


def find(text: str) -> Iterator[Figure]:
    """Every number of `text` that may be a quantity, in order.

    >>> found = next(find("It cost more than $4.5bn in all."))
    >>> found.low, found.bound.value, found.unit.name, (found.start, found.end)
    (Decimal('4500000000'), 'more_than', 'dollar', (8, 24))
    >>> found = next(find("between 10% and 15% of voters"))
    >>> (found.low, found.high), found.bound.value, found.unit.name
    ((Decimal('10'), Decimal('15')), 'range', 'percent')
    >>> [figure.low for figure in find("In May 2022, at 9 p.m., in Room 101, two thirds of them")]
    [Decimal('66.67')]
    """
    barred = sorted(spans(text))
    figures = [
        figure
        for number in _numbers(text)
        for single in _unfolded(number, text)
        if not _within(single, barred) and (figure := _figure(single, text)) is not None
    ]
    yield from _joined(list(_apart(figures)), text)


def _apart(figures: Sequence[Figure]) -> Iterator[Figure]:
    """Without those that lie in the one before: the "a half" of "a mile and a half of road"."""
    end = 0
    for figure in figures:
        if figure.number.start >= end:
            yield figure
        end = max(end, figure.end if figure.unit else 0)


def _numbers(text: str) -> Iterator[Number]:
    """The numbers of `text`, and the articles of "an hour and a half"."""
    one = Decimal(1)
    articles = [Number(*match.span(), one, one) for match in _ONE_AND_PART.finditer(text)]
    yield from sorted([*numbers.find(text), *articles], key=lambda number: number.start)


def _within(number: Number, barred: Sequence[tuple[int, int]]) -> bool:
    """Whether `barred`, in text order, has a stretch that meets `number`."""
    # Stretches may overlap a little, so the last few that begin before the number are looked at.
    index = bisect_left(barred, (number.end, 0))
    return any(number.start < end for _, end in barred[max(0, index - 4) : index])


def _unfolded(number: Number, text: str) -> Sequence[Number]:
    """A range as one number; the two sides of a score, and of a change, as two."""
    if number.ends is None:
        return (number,)
    left, right = number.ends
    if _YEAR.fullmatch(text[left.start : left.end]) and _YEAR.fullmatch(
        text[right.start : right.end]
    ):
        return (number,) if units.after(text, right.end) else ()
    # "Rose 2 to 10 feet" is a range; "rose 12 to 388" is none.
    bare = units.after(text, right.end) is None and number.high > 4 * number.low
    if bare and _MOVED.search(text, max(0, left.start - 40), left.start):
        return number.ends
    changed = number.start < left.start and text[number.start].lower() == "f"
    if changed and _CHANGE.search(text, max(0, number.start - 80), number.start):
        return number.ends
    if number.form is Form.PAIR and (number.low >= number.high or scores.is_score(number, text)):
        return number.ends
    return (number,)


def _figure(number: Number, text: str) -> Figure | None:
    """A number with its unit and bound, or None where it is no number after all."""
    opening = units.before(text, number.start)
    unit = opening or _unit_after(number, text)
    lettered = re.match(r"[^\W\d]", text[number.end : number.end + 1])
    if unit is None and lettered and not scales.heat(number, text):
        return None
    if unit is None and scores.is_side(number, text):
        unit = scores.unit(number, text)
    low, high = number.low, number.high
    end = number.end if unit is None else max(number.end, unit.end)
    counted = None
    if number.form is Form.HALF and unit is None and not _is_share(number, text):
        return None
    if number.form in (Form.FRACTION, Form.HALF) and unit is None:
        low, high = _percent(low), _percent(high)
        unit = Unit("percent", Dimension.SHARE, number.end, number.end)
    elif number.form is Form.MULTIPLE:
        unit = Unit("times", Dimension.TIMES, number.end, number.end)
    elif age := scales.age(number, text):
        unit, counted, end = age, "age", max(age.end, number.end)
    elif measure := scales.magnitude(number, text) or (None if unit else scales.heat(number, text)):
        unit, end = measure, max(number.end, measure.end)
    start = opening.start if opening else number.start
    if opening and low == high and _MINUS.search(text, max(0, start - 2), start):
        low, high, start = -low, -high, start - 1
    figure = Figure(number, start, end, low, high, Bound.EXACT, unit, None, counted)
    return _bounded(_with_part(figure, text), text)


def _with_part(figure: Figure, text: str) -> Figure:
    """ "Two hours and a half", "an hour and a quarter" with their part added."""
    unit, number = figure.unit, figure.number
    measured = unit is not None and unit.dimension in (Dimension.TIME, Dimension.SIZE)
    match = _AND_PART.match(text, figure.end) if measured and not figure.counted else None
    if match is None or number.form is not Form.COUNT or unit is None or unit.end != figure.end:
        return figure
    part = _PART_OF_ONE[match["part"].lower()]
    low, high = figure.low + part, figure.high + part
    return replace(figure, low=low, high=high, end=match.end(), unit=replace(unit, end=match.end()))


def _unit_after(number: Number, text: str) -> Unit | None:
    if number.form in (Form.FRACTION, Form.HALF):
        gap = _PART_UNIT.match(text, number.end)
        found = units.after(text, gap.end()) if gap else None
        if found is None or found.dimension not in (Dimension.TIME, Dimension.SIZE):
            return None
        # "A day and a half in which …"
        near = found.start - number.end < 9 and text[found.start : found.end] != "in"
        return found if near else None
    found = units.after(text, number.end)
    if found or (gap := _OR_MORE.match(text, number.end)) is None:
        return found
    return units.after(text, gap.end())


def _is_share(half: Number, text: str) -> bool:
    return bool(_HALF_OF.match(text, half.end) or bounds.before(text, half.start))


def _percent(share: Decimal) -> Decimal:
    percent = (share * 100).quantize(Decimal("0.01")).normalize()
    return percent.quantize(Decimal(1)) if percent == percent.to_integral_value() else percent


def _bounded(figure: Figure, text: str) -> Figure:
    """The figure with the bound that its neighbours give it."""
    hedge = bounds.before(text, figure.start, figure.end)
    after = (
        None if hedge else (bounds.after(text, figure.number.end) or bounds.after(text, figure.end))
    )
    bound = Bound.EXACT
    if figure.number.form is Form.PLURAL:
        bound = Bound.AT_LEAST
    if figure.number.form in (Form.RANGE, Form.PAIR):
        bound = Bound.RANGE
    elif hedge or after:
        bound = (hedge or after).bound  # type: ignore[union-attr]
    # "Dozens or more" is still dozens; "about dozens" is not written.
    start = min(figure.start, hedge.start) if hedge else figure.start
    end = (
        max(figure.end, after.end)
        if after and after.start < figure.end + 12 and after.end <= figure.end
        else figure.end
    )
    return replace(figure, bound=bound, hedge=hedge or after, start=start, end=end)


def _joined(figures: Sequence[Figure], text: str) -> Iterator[Figure]:
    """Ranges whose two ends each have their unit ("5% to 7%", "more than 5 but fewer than 7"),
    and amounts told in two units ("5 feet 2 inches").
    """
    left: Figure | None = None
    for right in figures:
        joined = left and (
            _range(left, right, text)
            or _composed(left, right, text)
            or _give_or_take(left, right, text)
        )
        if left and not joined:
            yield left
        left = joined or right
    if left:
        yield left


def _range(left: Figure, right: Figure, text: str) -> Figure | None:
    if left.bound in _LOWER and right.bound in _UPPER:
        return _enclosed(left, right, text)
    left = _in_unit_of(right, left)
    if left.bound is not Bound.EXACT or right.bound is not Bound.EXACT or left.unit is None:
        return None
    same = right.unit is not None and right.unit.name == left.unit.name
    between = text[left.end : right.start]
    if not same or not _JOINTS.fullmatch(between) or left.counted != right.counted:
        return None
    opening = _OPENING.search(text, max(0, left.start - 12), left.start)
    word = opening[1].lower() if opening else ""
    if ("and" in between) != (word == "between") or left.low >= right.high:
        return None
    if "or" in between or (
        word == "from" and _CHANGE.search(text, max(0, left.start - 80), left.start)
    ):
        return None
    moved = not word and _MOVED.search(text, max(0, left.start - 40), left.start)
    if left.unit.dimension is Dimension.TIMES or moved:
        return None
    start = opening.start() if opening else left.start
    low = left.low
    if low == left.number.low:
        low = numbers.scaled(left.number, right.number, text).low
    number = Number(
        left.number.start, right.number.end, low, right.high, Form.RANGE,
        (left.number, right.number),
    )  # fmt: skip
    return Figure(number, start, right.end, low, right.high, Bound.RANGE, right.unit)


def _in_unit_of(right: Figure, left: Figure) -> Figure:
    """ "30 cents" as 0.3 dollars before "to $25"."""
    if left.unit is None or right.unit is None:
        return left
    size = _PARTS.get((right.unit.name, left.unit.name))
    if size is None or right.unit.dimension is not Dimension.MONEY:
        return left
    return replace(left, low=left.low / size, high=left.high / size, unit=right.unit)


def _give_or_take(left: Figure, right: Figure, text: str) -> Figure | None:
    """ "40.3 ± 0.1 days": about 40.3 days."""
    if not _SPREAD.fullmatch(text[left.number.end : right.number.start]):
        return None
    number = replace(left.number, end=right.number.end)
    end = max(right.end, right.number.end)
    return replace(left, number=number, end=end, bound=Bound.ABOUT, unit=right.unit or left.unit)


def _enclosed(left: Figure, right: Figure, text: str) -> Figure | None:
    """ "More than 5 but fewer than 7 people"."""
    named = [one.unit.name for one in (left, right) if one.unit]
    apart = len(set(named)) > 1 or (left.unit is not None and right.unit is None)
    if apart or left.low >= right.high or not _ENCLOSING.fullmatch(text[left.end : right.start]):
        return None
    number = Number(
        left.number.start, right.number.end, left.low, right.high, Form.RANGE,
        (left.number, right.number),
    )  # fmt: skip
    end = max(right.end, right.number.end)
    return Figure(number, left.start, end, left.low, right.high, Bound.RANGE, right.unit)


def _composed(left: Figure, right: Figure, text: str) -> Figure | None:
    """ "5 feet 2 inches", "two hours and 30 minutes", "3 dollars 50 cents"."""
    if _APART.match(text, right.end):
        return None
    if left.unit and left.unit.name == "foot" and (inches := _INCHES.match(text, right.end)):
        unit = Unit("inch", Dimension.SIZE, inches.start(), inches.end())
        right = replace(right, unit=right.unit or unit, end=max(right.end, inches.end()))
    if left.unit and left.unit.name == "hour" and _MINUTES.match(text, right.number.end):
        # "1h 20m"
        right = replace(right, unit=Unit("minute", Dimension.TIME, right.number.end, right.end))
    if left.unit is None or right.unit is None or left.low != left.high:
        return None
    size = _PARTS.get((left.unit.name, right.unit.name))
    if size is None or right.low != right.high or not 0 < right.low < size:
        return None
    # Of "2 hours 3 minutes and 59 seconds" the first two are one already.
    composed = left.unit.start < left.number.end and left.unit.dimension is not Dimension.MONEY
    whole = (composed or left.low == left.low.to_integral_value()) and right.bound is Bound.EXACT
    if not whole or not _AND.fullmatch(text[left.end : right.start]):
        return None
    amount = (left.low + right.low / size).quantize(Decimal("0.01")).normalize()
    number = replace(left.number, end=right.number.end)
    unit = replace(left.unit, end=right.unit.end)
    return replace(
        left, number=number, end=right.end, low=amount, high=amount, unit=unit,
        counted=left.counted or right.counted,
    )  # fmt: skip
