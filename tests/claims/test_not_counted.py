"""Numbers in names, citations, slogans and rates, and counts told for another day."""

from datetime import date

import pytest

from claims.quantity import KIND
from tests.markup import check

NONE = [
    "The case was brought under 17 U.S. Code § 1201.",
    "She cited 42 U.S.C. § 1983 and 29 CFR 1910.",
    "They follow the “two tracks, one goal” plan.",
    'Since then the city has lived under the "one river, two banks" model.',
    "It is the principle of “three seas, one wind”.",
    "He lives at 325 Elm.",
]
COUNTED = [
    "<quantity amount=17 unit=citizen>17 U.S. citizens</quantity> left.",
    "The sheriff found “<quantity amount=12 unit=body>12 bodies</quantity>” there.",
    "He spoke of “<quantity amount=3 unit=bomb>three bombs</quantity>” at the station.",
    "<quantity amount=30 unit=engineer>30 Google engineers</quantity> quit.",
    "<quantity amount=20 unit=taliban>20 Taliban</quantity> were killed.",
]
BEFORE = [
    "The toll rose to <quantity amount=17 unit=people>17</quantity>, up from <quantity amount=12 "
    "unit=people outcome=dead time=2020-03-04>12</quantity> a day earlier.",
    "The firm employs <quantity amount=300 unit=people>300 people</quantity>, down from <quantity "
    "amount=450 unit=people time=2019>450</quantity> a year earlier.",
    "<quantity amount=9 unit=people time=2020-03-02>Nine people</quantity> died on Monday at 6 "
    "p.m.",
]


@pytest.mark.parametrize("marked", [*NONE, *COUNTED, *BEFORE])
def test_reads_exactly_the_marked_quantities(marked: str) -> None:
    assert check(KIND, marked, date(2020, 3, 5)) == []


def test_a_figure_fills_what_its_clause_opens_with() -> None:
    marked = (
        "Minutes of the meetings that the board held in spring take up <quantity amount=40 "
        "unit=page counted='Minutes of the meetings'>40 pages</quantity>, and letters from members "
        "fill <quantity amount=12 unit=page counted=letters>12 pages</quantity>."
    )
    assert check(KIND, marked) == []
