"""What two clauses of one thing mean for one another, as their words were read."""

from dataclasses import replace

import pytest

from claims.kind import Value
from claims.policy import Modality, Policy
from claims.statement import Statement
from evidence.records import Relating
from xref.relation import By, Code, Relation
from xref.worded import worded

LEFT = Statement("the committee", "shut", "the mill in Arno")
SHUT = "the committee shut the mill in Arno"
CLOSED = "the closure of the Arno mill was decided"
BANNED = Policy(None, Modality.MUST_NOT, "lorries", "cross the bridge", (), None)
LORRIES = "lorries may not cross the bridge"
HEAVY = "the bridge is barred to heavy vehicles"


def read(relation: str, sure: float = 0.99) -> Relating:
    """A pair of one thing that is read to be so much."""
    told = dict.fromkeys(("agrees", "compatible", "conflicts", "updates"), (1 - sure) / 3)
    return Relating(left="a", right="b", supports=0, refutes=0, odds=4, **told | {relation: sure})


@pytest.mark.parametrize(
    ("left", "right", "told", "relation", "code"),
    [
        ((SHUT, LEFT), (CLOSED, LEFT), read("agrees"), "agrees", Code.PARAPHRASE),
        ((SHUT, LEFT), (CLOSED, LEFT), read("compatible"), "compatible", Code.PRECISION),
        ((LORRIES, BANNED), (HEAVY, BANNED), read("agrees"), "agrees", Code.POLICY_SAME),
        ((SHUT, LEFT), (CLOSED, LEFT), read("updates"), "updates", Code.POLICY_UPDATE),
        (
            (LORRIES, BANNED),
            (HEAVY, BANNED),
            read("conflicts"),
            "conflicts",
            Code.POLICY_CONDITIONS,
        ),
        # Statements must be seen to be of one event by their fields, too.
        ((SHUT, LEFT), (CLOSED, LEFT), read("conflicts"), "unclear", Code.UNKNOWN_SCOPE),
        # Not sure enough for a dispute, or too short.
        ((LORRIES, BANNED), (HEAVY, BANNED), read("conflicts", 0.7), "unclear", Code.UNKNOWN_SCOPE),
        (("no lorries", BANNED), (HEAVY, BANNED), read("conflicts"), "unclear", Code.UNKNOWN_SCOPE),
        # Figures that differ are no agreement, and words that are opposites a dispute.
        (
            ("more than 50 may not meet in the square", BANNED),
            ("crowds of over thirty are forbidden there", BANNED),
            read("agrees"),
            "unclear",
            Code.UNKNOWN_SCOPE,
        ),
        (
            ("the court cleared the firm to build", LEFT),
            ("the court barred the firm from building", BANNED),
            read("agrees"),
            "conflicts",
            Code.POLICY_POLARITY,
        ),
        (
            ("the court did not allow the firm to build", LEFT),
            ("the court barred the firm from building", LEFT),
            read("agrees"),
            "agrees",
            Code.PARAPHRASE,
        ),
    ],
)
def test_words_decide_where_fields_do_not(
    left: tuple[str, Value], right: tuple[str, Value], told: Relating, relation: str, code: Code
) -> None:
    found = worded(left, right, told)
    assert (found.relation, found.code, found.by) == (Relation(relation), code, By.WORDS)


@pytest.mark.parametrize(
    ("other", "code"),
    [
        (replace(LEFT, negated=True), Code.DENIAL),
        (replace(LEFT, date="2024-05-03"), Code.DATE),
        (replace(LEFT, place="Tolsk"), Code.PLACE),
    ],
)
def test_what_a_dispute_is_about_is_told_by_the_fields(other: Statement, code: Code) -> None:
    one = replace(LEFT, date="2024-05-02", place="Arno")
    text = "the committee did not shut the mill" if other.negated else CLOSED
    other = replace(other, date=other.date or one.date, place=other.place or one.place)
    found = worded((SHUT, one), (text, other), read("conflicts"), alike=1.0)
    assert (found.relation, found.code) == (Relation.CONFLICTS, code)


def test_one_forbids_what_the_other_allows() -> None:
    allowed = replace(BANNED, modality=Modality.MAY)
    pair = (LORRIES, BANNED), ("heavy vehicles may use the bridge", allowed)
    assert worded(*pair, read("conflicts")).code is Code.POLICY_POLARITY
    assert worded(*pair, read("agrees", 0.9)).relation is Relation.UNCLEAR


def test_a_rule_that_is_over_in_one_is_no_agreement() -> None:
    over = replace(BANNED, ended=True, modality=Modality.MAY)
    found = worded((LORRIES, BANNED), ("the ban on lorries is over", over), read("agrees"))
    assert found.relation is Relation.UPDATES


def test_what_is_denied_outside_the_words_that_were_read_stays_open() -> None:
    denied = replace(LEFT, negated=True)
    for told in ("agrees", "conflicts"):
        assert worded((SHUT, LEFT), (CLOSED, denied), read(told)).relation is Relation.UNCLEAR


def test_events_of_two_days_are_not_said_to_agree() -> None:
    one, other = (replace(LEFT, date=day) for day in ("2024-05-02", "2024-05-03"))
    found = worded((SHUT, one), (CLOSED, other), read("agrees"))
    assert (found.relation, found.code) == (Relation.UNCLEAR, Code.UNKNOWN_TIME)
