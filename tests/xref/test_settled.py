"""Figures that are told of one thing, whatever words they count by."""

from decimal import Decimal
from typing import Any

import pytest

from claims.quantity import Quantity
from xref.quantity import compare
from xref.relation import By, Relation
from xref.settled import settled


def figure(amount: int, unit: str, counted: str | None = None, **more: Any) -> Quantity:
    return Quantity(Decimal(amount), Decimal(amount), unit, counted=counted, **more)


@pytest.mark.parametrize(
    ("values", "likely", "running", "relation", "by"),
    [
        # Likelier of two things: as the fields have it.
        ((figure(3, "boat"), figure(2, "vessel")), 0.1, -2.0, "unclear", "fields"),
        # Surely of one thing that does not change; or perhaps of one that does.
        ((figure(3, "boat"), figure(2, "vessel")), 0.9, -2.0, "conflicts", "words"),
        ((figure(3, "boat"), figure(2, "vessel")), 0.9, 2.0, "updates", "words"),
        ((figure(3, "boat"), figure(2, "vessel")), 0.9, 0.0, "unclear", "fields"),
        ((figure(3, "boat"), figure(2, "vessel")), 0.5, -2.0, "unclear", "fields"),
        # The same, whatever they are called.
        ((figure(3, "boat"), figure(3, "vessel")), 0.7, -2.0, "agrees", "words"),
        ((figure(3, "boat"), figure(3, "vessel")), 0.6, -2.0, "unclear", "fields"),
        # Kilometres and votes lie on no one scale.
        ((figure(3, "kilometre"), figure(2, "vote")), 0.9, -2.0, "unclear", "fields"),
    ],
)
def test_the_amounts_decide_where_it_is_likely_one_thing(
    values: tuple[Quantity, Quantity], likely: float, running: float, relation: str, by: str
) -> None:
    found = settled(compare(*values), values, likely, running)
    assert (found.relation, found.by) == (Relation(relation), By(by))
