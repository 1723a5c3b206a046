"""Numbers as news writes them, and properties that hold for any of them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims import numbers
from claims.number_words import SMALL, TENS
from claims.numbers import Form, find, read

WRITTEN = [
    ("0", "0"),
    ("12", "12"),
    ("1,250", "1250"),
    ("12,345,678", "12345678"),
    ("12,34,567", "1234567"),
    ("40\u202f000", "40000"),
    ("40 000", "40000"),
    ("1.75", "1.75"),
    ("-4", "-4"),
    ("3.5 million", "3500000"),
    ("3.5m", None),
    ("$3.5m", None),
    ("7bn", "7000000000"),
    ("2 lakh", "200000"),
    ("three crore", "30000000"),
    ("a dozen", "12"),
    ("half a dozen", "6"),
    ("two dozen", "24"),
    ("a hundred", "100"),
    ("one hundred and one", "101"),
    ("nineteen", "19"),
    ("ninety-nine", "99"),
    ("two hundred thousand", "200000"),
    ("one million two hundred thousand and five", "1200005"),
    ("one and a half million", "1500000"),
    ("a million and a half", "1500000"),
    ("half a billion", "500000000"),
    ("a quarter of a million", "250000"),
    ("two and a half", "2.5"),
    ("two-and-a-half", "2.5"),
    ("2½", "2.5"),
    ("2 1/2", "2.5"),
    ("two point five", "2.5"),
    ("minus five", "-5"),
    ("two thirds", "0.6667"),
    ("three-quarters", "0.75"),
    ("one in ten", "0.1"),
    ("nine out of ten", "0.9"),
    ("hundreds", "200"),
    ("dozens", "24"),
    ("tens of thousands", "20000"),
    ("several hundred", "200"),
    ("twice", "2"),
    ("tenfold", "10"),
]

NO_NUMBER = [
    "21st", "the 1990s", "10:30", "9/11", "24/7", "007", "F-16", "COVID-19", "v1.2.3", "@user42",
    "#1", "192.168.0.1", "twenty-first", "a second", "a third man", "several", "many", "5th",
]  # fmt: skip


@pytest.mark.parametrize(("words", "value"), [row for row in WRITTEN if row[1]])
def test_a_number_is_read_as_it_is_meant(words: str, value: str) -> None:
    assert read(words) == Decimal(value)


@pytest.mark.parametrize("words", NO_NUMBER)
def test_what_only_looks_like_a_number_is_declined(words: str) -> None:
    assert list(find(words)) == []


def test_a_bare_m_is_a_million_only_with_money() -> None:
    assert [number.low for number in find("It cost $3m and ran 3m.")] == [Decimal(3_000_000), 3]


@pytest.mark.parametrize(
    ("text", "low", "high", "form"),
    [
        ("between 5 and 7", 5, 7, Form.RANGE),
        ("from two to three million", 2_000_000, 3_000_000, Form.RANGE),
        ("five or six", 5, 6, Form.RANGE),
        ("8-10", 8, 10, Form.PAIR),
        ("19–11", 19, 11, Form.PAIR),
        ("5-to-4", 5, 4, Form.PAIR),
    ],
)
def test_two_joined_numbers_are_one(text: str, low: int, high: int, form: Form) -> None:
    (number,) = find(text)
    assert (number.low, number.high, number.form) == (low, high, form)
    assert (number.start, number.end) == (0, len(text))


@pytest.mark.parametrize("text", ["killed two in 2019", "one in five months", "29 out of 41"])
def test_two_numbers_that_are_no_share_stay_two(text: str) -> None:
    assert all(number.form is not Form.FRACTION for number in find(text))


def spelt(value: int) -> str:
    """An English number word by word, as a copy desk would write it."""
    small = {int(number): word for word, number in SMALL.items()}
    tens = {int(number): word for word, number in TENS.items()}
    if value < 20:
        return small[value]
    if value < 100:
        rest = value % 10
        return tens[value - rest] + (f"-{small[rest]}" if rest else "")
    for size, word in (
        (10**9, "billion"),
        (10**6, "million"),
        (1000, "thousand"),
        (100, "hundred"),
    ):
        if value >= size:
            count, rest = divmod(value, size)
            joint = " and " if rest and rest < 100 else " "
            return f"{spelt(count)} {word}{joint}{spelt(rest) if rest else ''}".strip()
    raise AssertionError(value)


@given(st.integers(0, 10**12 - 1))
def test_words_figures_and_groups_of_digits_read_the_same(value: int) -> None:
    assert read(spelt(value)) == read(f"{value:,}") == read(str(value)) == value


@given(st.integers(1, 999), st.sampled_from(["thousand", "million", "billion", "trillion"]))
def test_a_magnitude_multiplies(value: int, word: str) -> None:
    assert read(f"{value} {word}") == value * read(f"one {word}")  # type: ignore[operator]


@given(st.text())
def test_any_text_is_read_in_order_and_within_its_bounds(text: str) -> None:
    end = 0
    for number in numbers.find(text):
        assert end <= number.start < number.end <= len(text)
        end = number.end
