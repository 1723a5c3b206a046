"""Which pair of figures of two reports is ahead of its rivals."""

from decimal import Decimal

import pytest

from claims import value
from claims.quantity import Quantity
from evidence.records import Claim, Document, SameThing
from xref.rivals import SAME_AMOUNT, UNREAD, Rivals


def figure(document: Document, amount: int) -> Claim:
    told = Quantity(low=Decimal(amount), high=Decimal(amount), unit="people")
    return Claim(
        id=f"{document.id}-{amount}",
        document_id=document.id,
        document=document,
        kind="quantity",
        start=amount,
        end=amount + 1,
        text=str(amount),
        value=told.to_json(),
    )


COURIER, GAZETTE, HERALD = (Document(id=name, source=name, text="") for name in "CGH")
DEAD, HURT = figure(COURIER, 12), figure(COURIER, 30)
FALLEN, WOUNDED = figure(GAZETTE, 15), figure(GAZETTE, 30)
ELSEWHERE = figure(HERALD, 15)
CLAIMS = [DEAD, HURT, FALLEN, WOUNDED, ELSEWHERE]


def rivals(odds: dict[tuple[int, int], float]) -> Rivals:
    reads = {}
    for (first, second), told in odds.items():
        left, right = sorted((CLAIMS[first].id, CLAIMS[second].id))
        pair = SameThing(left=left, right=right, odds=told, running=0.0)
        reads[frozenset((left, right))] = pair
    return Rivals(CLAIMS, [value(claim) for claim in CLAIMS], reads)


def test_a_pair_is_ahead_of_the_best_other_of_either_figure() -> None:
    told = rivals({(0, 2): 3.0, (0, 3): -1.0, (1, 2): 1.0})
    assert told.ahead(DEAD, FALLEN) == told.ahead(FALLEN, DEAD) == 2.0
    assert told.ahead(HURT, FALLEN) == -2.0


def test_the_same_amount_makes_a_rival_stronger() -> None:
    told = rivals({(1, 3): 0.0, (0, 3): 2.0})
    assert told.ahead(HURT, WOUNDED) == SAME_AMOUNT - 2.0
    assert told.ahead(DEAD, WOUNDED) == 2.0 - SAME_AMOUNT


def test_figures_of_a_third_report_are_no_rivals() -> None:
    told = rivals({(0, 2): 1.0, (0, 4): 5.0})
    assert told.ahead(DEAD, FALLEN) == 1.0 - UNREAD


def test_of_what_was_not_read_nothing_is_told() -> None:
    assert rivals({}).ahead(DEAD, FALLEN) is None


@pytest.mark.parametrize("odds", [-3.0, 0.0, 3.0])
def test_two_equal_rivals_are_both_level(odds: float) -> None:
    told = rivals({(0, 2): odds, (0, 3): odds})
    assert told.ahead(DEAD, FALLEN) == told.ahead(DEAD, WOUNDED) == 0.0
