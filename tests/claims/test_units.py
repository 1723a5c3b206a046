"""Units by their many spellings, all under one name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims import units
from claims.figures import find
from claims.units import Dimension


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("5 km", "kilometre"),
        ("5km", "kilometre"),
        ("5 kilometers", "kilometre"),
        ("5-kilometre", "kilometre"),
        ("5 sq km", "square kilometre"),
        ("5 square miles", "square mile"),
        ("5 miles per hour", "mile per hour"),
        ("5 mph", "mile per hour"),
        ("5 metric tons", "tonne"),
        ("5 °C", "degree celsius"),
        ("5 degrees Fahrenheit", "degree fahrenheit"),
        ("5%", "percent"),
        ("5 per cent", "percent"),
        ("5 percentage points", "percentage point"),
        ("5 hours", "hour"),
        ("5 dollars", "dollar"),
        ("5 US dollars", "dollar"),
        ("5 Canadian dollars", "canadian dollar"),
        ("5 pounds sterling", "pound"),
        ("5 cents", "cent"),
        ("$5", "dollar"),
        ("US$5", "dollar"),
        ("A$5", "australian dollar"),
        ("€5", "euro"),
        ("£5", "pound"),
        ("Rs 5", "rupee"),
        ("5 times", "times"),
        ("5x", "times"),
    ],
)
def test_a_unit_has_one_name(text: str, name: str) -> None:
    (figure,) = find(text)
    assert figure.unit is not None
    assert figure.unit.name == name
    assert (figure.start, figure.end) == (0, len(text))


@pytest.mark.parametrize("text", ["5 kings", "5 minutiae", "5 pages", "5 yearlings", "5 M", "5"])
def test_other_words_are_no_units(text: str) -> None:
    assert units.after(text, 1) is None


@pytest.mark.parametrize(
    ("plural", "name"),
    [
        ("people", "people"),
        ("persons", "people"),
        ("men", "man"),
        ("policewomen", "policewoman"),
        ("children", "child"),
        ("deaths", "death"),
        ("Parties", "party"),
        ("churches", "church"),
        ("crises", "crisis"),
        ("buses", "bus"),
        ("species", "species"),
        ("Democrats", "democrat"),
        ("glass", "glass"),
    ],
)
def test_a_counted_noun_is_named_in_the_singular(plural: str, name: str) -> None:
    assert units.singular(plural) == name


@given(st.text(), st.integers(0, 40))
def test_a_unit_lies_behind_the_number_and_within_the_text(text: str, at: int) -> None:
    unit = units.after(text, at)
    if unit is not None:
        assert at <= unit.start < unit.end <= len(text)
        assert unit.dimension in Dimension
