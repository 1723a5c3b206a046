"""A figure that a document tells only to deny it corroborates nothing."""

import pytest

from tests.xref.making import amount, article, told
from xref.denied import denied, is_denied
from xref.relation import Code, Finding, Relation

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
        ("Reports of 23 dead reached the capital at noon.", False),
    ],
)
def test_what_is_denied(text: str, is_so: bool) -> None:
    assert is_denied(told(article("gazette", text), "23", amount("23 people"))) is is_so


def test_a_denial_is_at_odds_with_what_it_denies() -> None:
    other = told(
        article("gazette", "Rumours of 23 dead are false, the ministry said."),
        "23 dead",
        amount("23 people"),
    )
    values = amount("23 people"), amount("23 people")
    assert denied(other, TOLD, values, AGREES).code is Code.DENIAL
    assert denied(other, TOLD, values, OTHER).relation is Relation.UNCLEAR
    assert denied(TOLD, TOLD, values, AGREES) is AGREES
