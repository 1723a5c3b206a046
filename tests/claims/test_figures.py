"""Figures with unit and bound, as their words alone tell them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.bounds import Bound
from claims.figures import find

ONE = [
    # two units for one amount
    ("5 feet 2 inches", "5.17", "foot", Bound.EXACT),
    ("two hours and 30 minutes", "2.5", "hour", Bound.EXACT),
    ("3 dollars 50 cents", "3.5", "dollar", Bound.EXACT),
    # numbers as they are grouped, scaled and shortened
    ("1 414 021 euros", "1414021", "euro", Bound.EXACT),
    ("three dozens", "36", None, Bound.EXACT),
    ("10 bn euros", "10000000000", "euro", Bound.EXACT),
    ("1.3 × 10^6 m", "1300000", "metre", Bound.EXACT),
    ("$1.2b", "1200000000", "dollar", Bound.EXACT),
    ("one out of every thousand", "0.1", "percent", Bound.EXACT),
    ("one hundred and three quarters", "100.75", None, Bound.EXACT),
    ("minus four", "-4", None, Bound.EXACT),
    # money by code and by country
    ("USD115", "115", "dollar", Bound.EXACT),
    ("115 GBP", "115", "pound", Bound.EXACT),
    ("C$ 5", "5", "canadian dollar", Bound.EXACT),
    ("500 Swiss francs", "500", "swiss franc", Bound.EXACT),
    ("1’414’021 francs", "1414021", "franc", Bound.EXACT),
    ("5ft 2in", "5.17", "foot", Bound.EXACT),
    ("1h 20m", "1.33", "hour", Bound.EXACT),
    # rates
    ("90 km/h", "90", "kilometre per hour", Bound.EXACT),
    ("4,000 barrels a day", "4000", "barrel per day", Bound.EXACT),
    ("98.6 degrees F", "98.6", "degree fahrenheit", Bound.EXACT),
    # bounds
    ("no fewer than 5 km", "5", "kilometre", Bound.AT_LEAST),
    ("a good 200 km", "200", "kilometre", Bound.AT_LEAST),
    ("less than or equal to 5 km", "5", "kilometre", Bound.AT_MOST),
    ("just shy of 5 km", "5", "kilometre", Bound.ABOUT),
]


@pytest.mark.parametrize(("text", "amount", "unit", "bound"), ONE)
def test_a_figure_is_read_whole(text: str, amount: str, unit: str | None, bound: Bound) -> None:
    (figure,) = find(text)
    assert (figure.low, figure.high) == (Decimal(amount), Decimal(amount))
    assert (figure.unit and figure.unit.name, figure.bound) == (unit, bound)
    assert (figure.start, figure.end) == (0, len(text))


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("between the ages of 14 and 18", "14", "18", "year"),
        ("from 30 cents to $25", "0.3", "25", "dollar"),
        ("$3-5m", "3000000", "5000000", "dollar"),
        ("more than 5 but fewer than 7 km", "5", "7", "kilometre"),
        ("$4 to $5 million", "4000000", "5000000", "dollar"),
    ],
)
def test_two_ends_make_a_range(text: str, low: str, high: str, unit: str) -> None:
    (figure,) = find(text)
    assert (figure.low, figure.high, figure.bound) == (Decimal(low), Decimal(high), Bound.RANGE)
    assert figure.unit is not None
    assert figure.unit.name == unit


@pytest.mark.parametrize(
    "text",
    [
        "Shares rose 6 pence to 388 pence.",
        "It fell $1.125 to $13.625.",
        "up 12 to 388",
        "It cost $25, 30 cents less than before.",
        "He got 10 years, 3 months of it suspended.",
        "He turned 60. 2 million people had fled.",
    ],
)
def test_two_figures_that_only_stand_together_stay_two(text: str) -> None:
    assert [figure.bound for figure in find(text)] == [Bound.EXACT, Bound.EXACT]


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("surpassing the 326 seats", Bound.EXACT),
        ("took over about a third of it", Bound.ABOUT),
        ("more than the 500 expected", Bound.MORE_THAN),
        ("far below their 52 goals", Bound.EXACT),
        ("topped the $5 billion mark", Bound.MORE_THAN),
        ("Sea levels rose 2 to 10 feet", Bound.RANGE),
    ],
)
def test_a_bound_belongs_to_its_own_number(text: str, bound: Bound) -> None:
    assert [figure.bound for figure in find(text)] == [bound]


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("code 07-31 0925", []),
        ("Boeing 737 800 jets", []),
        ("2 × 10⁻ m", [2, 10]),
        ("41 / 2 months", [41]),
        ("up 3. 9 percent", [3.9]),
    ],
)
def test_torn_and_coded_numbers_make_no_figures_of_their_own(
    text: str, amounts: list[float]
) -> None:
    assert [float(figure.low) for figure in find(text)] == amounts


# What figures are made of, so that texts of it are nearly all figures.
_PIECES = st.sampled_from(
    [
        "12",
        "1,200",
        "1.5",
        "2½",
        "3/4",
        "007",
        "1e-3",
        "×",
        "10^6",
        "five",
        "twenty",
        "-one",
        "hundred",
        "million",
        "bn",
        "dozens",
        "half",
        "a",
        "third",
        "of",
        "and",
        "to",
        "–",
        "-",
        "between",
        "from",
        "more",
        "than",
        "up",
        "about",
        "or",
        "so",
        "$",
        "US$",
        "USD",
        "EUR",
        "5m",
        "km/h",
        "feet",
        "inches",
        "hours",
        "minutes",
        "%",
        "percent",
        "per",
        "day",
        "aged",
        "years",
        "old",
        "twice",
        "one",
        "in",
        "every",
        "thousand",
        "(",
        ")",
        ",",
        ".",
        ":",
        "people",
    ]
)


@given(st.lists(_PIECES | st.text(max_size=4), max_size=14), st.sampled_from(["", " "]))
def test_whatever_is_written_figures_lie_in_order_within_the_text(
    pieces: list[str], gap: str
) -> None:
    text = gap.join(pieces)
    last = 0
    for figure in find(text):
        assert 0 <= figure.start <= figure.number.start < figure.number.end <= figure.end
        assert figure.end <= len(text)
        assert last <= figure.number.start
        assert figure.bound is Bound.RANGE or figure.low == figure.high
        last = figure.number.end


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("A $5 million grant", ["dollar"]),
        ("Series A $5 million round", ["dollar"]),
        ("A$5 million", ["australian dollar"]),
        ("COP27 was held", []),
        ("children between the ages of 6 and 23 months", ["month"]),
        ("3 yo-yos", [None]),
        ("5 × 10⁻ m", [None, None]),
    ],
)
def test_what_stands_near_a_number_is_not_always_its_unit(
    text: str, units: list[str | None]
) -> None:
    assert [figure.unit and figure.unit.name for figure in find(text)] == units


@pytest.mark.parametrize(
    ("text", "amount", "bound"),
    [
        ("must not exceed 30 km/h", 30, Bound.AT_MOST),
        ("exceeded 30 km/h", 30, Bound.MORE_THAN),
        ("about 5m people", 5_000_000, Bound.ABOUT),
    ],
)
def test_a_denied_bound_is_turned_round(text: str, amount: int, bound: Bound) -> None:
    assert [(figure.low, figure.bound) for figure in find(text)] == [(amount, bound)]
