"""Votes, seats and points belong to somebody, and a score is a pair."""

import pytest

from tests.xref.making import amount, article, told
from xref.bearer import borne_apart, score


@pytest.mark.parametrize(
    ("left", "right", "apart"),
    [
        ("On Monday Ruiz won 31 seats.", "On Monday Okafor won 31 seats.", False),
        ("On Monday Ruiz won 7 seats.", "On Monday Okafor won 7 seats.", True),
        ("On Monday Ruiz won 31 seats.", "On Monday Okafor won 44 seats.", True),
        ("On Monday Ruiz won 31 seats.", "By then Ruiz had 33 seats.", False),
    ],
)
def test_figures_of_contestants(left: str, right: str, apart: bool) -> None:
    claims, values = [], []
    for name, text in (("Gazette", left), ("Herald", right)):
        figure = next(word for word in text.split() if word.isdigit())
        value = amount(f"{figure} seat", "seats")
        values.append(value)
        claims.append(told(article(name, text), f"{figure} seats", value))
    assert borne_apart(claims[0], claims[1], (values[0], values[1])) is apart


@pytest.mark.parametrize(
    ("sentence", "figure", "expected"),
    [
        ("Rovers lost 32–22 at home.", "22", ("22", "32")),
        ("A 22 points to 10 win followed.", "22 points", ("10", "22")),
        ("It lasts from 22 to 30 days.", "22", None),
        ("They rose from 22 to 30 points.", "30 points", None),
        ("They made 22 points.", "22 points", None),
    ],
)
def test_a_score_is_a_pair(sentence: str, figure: str, expected: tuple[str, ...] | None) -> None:
    value = amount("22 point", "points")
    assert score(told(article("Gazette", sentence), figure, value), value) == expected
