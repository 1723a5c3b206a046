"""Countries and the world as limits of a figure; where a story is set."""

import pytest

from tests.xref.making import amount, article, told
from xref.align import align
from xref.context import in_context
from xref.counted import counted
from xref.realm import realm, title_places


@pytest.mark.parametrize(
    ("sentence", "figure", "expected"),
    [
        ("Peru had the most cases; Chile told of 840 deaths.", "840 deaths", "Chile"),
        ("In all, 5,200 deaths were counted worldwide.", "5,200 deaths", "world"),
        ("There were 310 US deaths, fewer than in Italy.", "310 US deaths", "United States"),
        ("Brazil has 30% of global cases, 700 cases by its count.", "700 cases", "Brazil"),
        ("The town counted 12 deaths.", "12 deaths", None),
    ],
)
def test_the_country_of_a_figure(sentence: str, figure: str, expected: str | None) -> None:
    start = sentence.index(figure)
    assert realm(sentence, start, start + len(figure)) == expected


def test_a_title_sets_a_story_in_its_nearest_place() -> None:
    places = frozenset({"Arequipa", "Lima"})
    assert title_places("Bus falls near Arequipa, Peru", places) == frozenset({"arequipa"})
    assert title_places("Flood hits Peru", places) == frozenset({"peru"})


@pytest.mark.parametrize(
    ("sentence", "figure", "marked"),
    [
        ("The disease kills 90 people a day.", "90 people", True),
        ("The virus may cause 90 deaths by May.", "90 deaths", True),
        ("The toll may have reached 90 deaths.", "90 deaths", False),
        ("The fire killed 90 people.", "90 people", False),
    ],
)
def test_what_is_no_total_so_far(sentence: str, figure: str, marked: bool) -> None:
    document = article("Gazette", sentence)
    number, unit = figure.split()
    value = in_context(told(document, figure, amount(f"{number} {unit}", f"{unit} dead")))
    assert bool(counted(value).mark) is marked  # type: ignore[arg-type]


def test_tolls_of_two_countries_are_not_one_count() -> None:
    first = article("Gazette", "The new fever has caused 840 deaths in Chile since the spring.")
    second = article("Herald", "The new fever has caused 1,900 deaths in Peru since the spring.")
    claims = [
        told(first, "840 deaths", amount("840 death", "deaths")),
        told(second, "1,900 deaths", amount("1900 death", "deaths")),
    ]
    assert all(len(alignment.claims) == 1 for alignment in align(claims))
