"""What shows that two figures are of two things."""

import pytest

from tests.xref.making import amount, article, told
from xref.quantity import compare
from xref.stories import Stories
from xref.two_things import are_apart


@pytest.mark.parametrize(
    ("country", "other", "apart"),
    [
        # What a country counts is many times what one event costs; near it, the place is named.
        (5900, 18, True),
        (48, 67, False),
    ],
)
def test_a_count_for_a_country_is_far_larger(country: int, other: int, apart: bool) -> None:
    values = (
        amount(f"{country} people", "people killed", place="Togo"),
        amount(f"{other} people", "people killed"),
    )
    claims = [
        told(article(source, f"It killed {value.low} people."), f"{value.low} people", value)
        for source, value in zip(("ash", "birch"), values, strict=True)
    ]
    stories = Stories(claims)
    both = claims[0], claims[1]
    own = stories.of(claims[0]), stories.of(claims[1])
    assert are_apart(both, own, values, compare(*values)) is apart
