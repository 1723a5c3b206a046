"""A part that names its whole."""

from decimal import Decimal

import pytest

from claims.quantity import Quantity
from evidence.records import Claim
from xref.part_of import names_whole


@pytest.mark.parametrize(
    ("text", "whole", "named"),
    [
        ("Five of the 23 people", 23, True),
        ("five of twenty-three", 23, True),
        ("two of all those 1,200", 1200, True),
        ("Five of the 23 people", 24, False),
        ("five of the last 23 people", 23, False),
        ("23 people", 23, False),
        ("most of the money", 23, False),
    ],
)
def test_the_whole_is_named_by_its_amount(text: str, whole: int, named: bool) -> None:
    part = Claim(id="a", document_id="d", kind="quantity", start=0, end=len(text), text=text)
    assert names_whole(part, Quantity(Decimal(whole), Decimal(whole), "people")) is named
