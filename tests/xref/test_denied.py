"""A figure that a document tells only to deny it corroborates nothing."""

import pytest

from tests.xref.making import amount, article, told
from xref.align import align
from xref.denied import denied, is_denied
from xref.relation import Code, Finding, Relation
from xref.verdict import Verdict

AGREES = Finding(Relation.AGREES, Code.EXACT, "both say 23 people")
OTHER = Finding(Relation.CONFLICTS, Code.NUMERIC, "23 against 4")
TOLD = told(article("herald", "At least 23 people were killed."), "23 people", amount("23 people"))


@pytest.mark.parametrize(
    ("text", "is_so"),
    [
        ("Rumours of 23 dead are false, the ministry said.", True),
        ("It is not true that 23 people were killed.", True),
        ("The ministry denied that 23 people were killed.", True),
        ("There is no truth in the claim that 23 were killed.", True),
        ("The ministry said that 23 people were killed.", False),
        ("He denied the charge. The fire killed 23 people.", False),
        ("He denied the theft of 23 crowns.", False),
        ("Reports of 23 dead reached the capital at noon.", False),
    ],
)
def test_what_is_denied(text: str, is_so: bool) -> None:
    assert is_denied(told(article("gazette", text), "23", amount("23 people"))) is is_so


def test_a_denial_is_at_odds_with_what_it_denies() -> None:
    assert denied(AGREES, True, False).code is Code.DENIAL
    assert denied(OTHER, False, True).relation is Relation.UNCLEAR
    assert denied(AGREES, False, False) is AGREES
    assert denied(AGREES, True, True) is AGREES


def test_two_reports_of_which_one_denies_are_no_agreement() -> None:
    text = "It is not true that 23 people were killed."
    other = told(article("gazette", text), "23 people", amount("23 people"))
    assert all(one.verdict is not Verdict.CORROBORATED for one in align([TOLD, other]))
