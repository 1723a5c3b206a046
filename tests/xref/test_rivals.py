"""How the other figures of two reports set a pair back."""

from math import log

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.records import Claim, Document
from xref.rivals import Rivals


def figure(document: Document, amount: int) -> Claim:
    return Claim(
        id=f"{document.id}-{amount}",
        document_id=document.id,
        document=document,
        kind="quantity",
        start=amount,
        end=amount + 1,
        text=str(amount),
        value={},
    )


COURIER, GAZETTE, HERALD = (Document(id=name, source=name, text="") for name in "CGH")
DEAD, HURT = figure(COURIER, 12), figure(COURIER, 30)
FALLEN, WOUNDED = figure(GAZETTE, 15), figure(GAZETTE, 31)
ELSEWHERE = figure(HERALD, 15)


def test_alone_it_is_not_set_back() -> None:
    assert Rivals([(DEAD, FALLEN, 3.0)]).set_back(DEAD, FALLEN) == 0.0


def test_an_even_rival_leaves_half() -> None:
    told = Rivals([(DEAD, FALLEN, 2.0), (DEAD, WOUNDED, 0.0)])
    assert told.set_back(DEAD, FALLEN) == told.set_back(FALLEN, DEAD) == pytest.approx(log(2))


def test_rivals_of_either_figure_set_back() -> None:
    told = Rivals([(DEAD, FALLEN, 0.0), (DEAD, WOUNDED, 0.0), (HURT, FALLEN, 0.0)])
    assert told.set_back(DEAD, FALLEN) == pytest.approx(2 * log(2))
    assert told.set_back(HURT, WOUNDED) == pytest.approx(2 * log(2))


def test_figures_of_a_third_report_are_no_rivals() -> None:
    told = Rivals([(DEAD, FALLEN, 1.0), (DEAD, ELSEWHERE, 9.0)])
    assert told.set_back(DEAD, FALLEN) == 0.0


@given(st.floats(-40, 40), st.floats(-40, 40), st.floats(0, 5))
def test_the_likelier_a_rival_the_more_it_sets_back(own: float, rival: float, more: float) -> None:
    less, greater = (
        Rivals([(DEAD, FALLEN, own), (DEAD, WOUNDED, odds)]).set_back(DEAD, FALLEN)
        for odds in (rival, rival + more)
    )
    assert 0 <= less <= greater
