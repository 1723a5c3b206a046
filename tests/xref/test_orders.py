"""Orders that go by a name: told as a noun, as what to do, and as ended."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.policy import Modality, Policy
from tests.xref.making import article, rule, told
from xref.align import align
from xref.orders import order, same_order, told_twice
from xref.policy import alike, compare, keys
from xref.relation import Code, Relation


def ended(action: str, *conditions: str, issuer: str | None = None) -> Policy:
    """A rule that is told as lifted."""
    return Policy(issuer, Modality.MAY, None, action, conditions, ended=True)


EVACUATIONS = [
    rule("must", "leave their houses", "by noon", addressee="villagers"),
    rule("must", "be out of them", "by noon", addressee="villagers"),
    rule("must", "vacate the building", "by noon", addressee="tenants"),
    rule("must", "evacuate", "by noon", addressee="everyone"),
    rule("must", "the evacuation of the village", "by noon", addressee=None),
]
CURFEWS = [
    rule("must", "a night curfew", addressee=None),
    rule("must_not", "be on the streets of the port", addressee="nobody"),
    rule("must_not", "leave their homes", addressee="residents"),
    rule("must", "stay indoors", addressee="residents"),
]
OTHERS = [
    rule("must", "leave the country"),
    rule("must", "leave the ball to others"),
    rule("must_not", "be late"),
    rule("must", "stay calm"),
    rule("may", "go fishing"),
    Policy(None, Modality.PENALTY, "anyone", None, (), "fined"),
]


@pytest.mark.parametrize("policy", EVACUATIONS)
@pytest.mark.parametrize("other", EVACUATIONS)
def test_an_evacuation_is_one_order_in_any_words(policy: Policy, other: Policy) -> None:
    assert same_order(policy, other)
    assert keys(policy) & keys(other)
    assert compare(policy, other).relation in (Relation.AGREES, Relation.COMPATIBLE)


@pytest.mark.parametrize("policy", CURFEWS)
@pytest.mark.parametrize("other", CURFEWS)
def test_a_curfew_demands_what_it_forbids(policy: Policy, other: Policy) -> None:
    assert told_twice(policy, other)
    assert compare(policy, other).code is not Code.POLICY_POLARITY


@pytest.mark.parametrize("policy", OTHERS)
def test_other_rules_are_no_named_order(policy: Policy) -> None:
    assert order(policy) is None


@pytest.mark.parametrize(
    ("binding", "free"),
    [
        (EVACUATIONS[0], ended("evacuation", issuer="the council")),
        (EVACUATIONS[3], rule("may", "return to their homes", addressee="everyone")),
        (CURFEWS[0], ended("The curfew")),
        (CURFEWS[1], rule("may", "be on the streets of the port", "at any hour")),
        (rule("must_not", "fishing"), ended("fishing", issuer="the council")),
        (rule("must", "boil water"), ended("boil water")),
    ],
)
def test_the_end_of_an_order_updates_it(binding: Policy, free: Policy) -> None:
    for finding in (compare(binding, free), compare(free, binding)):
        assert (finding.relation, finding.code) == (Relation.UPDATES, Code.POLICY_UPDATE)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (rule("must", "a curfew", "in old Harn"), rule("must", "a curfew", "in port Velm")),
        (CURFEWS[0], EVACUATIONS[0]),
        (rule("must", "a lockdown"), rule("must", "a curfew")),
    ],
)
def test_orders_of_two_towns_or_two_names_are_not_one(left: Policy, right: Policy) -> None:
    assert alike(left, right) == 0.0


def test_other_hours_of_one_curfew_contradict() -> None:
    left = rule("must_not", "be on the streets", "between 9 p.m. and 5 a.m.", addressee="nobody")
    right = rule("must", "a curfew", "between 10 p.m. and 4 a.m.", addressee=None)
    assert compare(left, right).relation in (Relation.CONFLICTS, Relation.UNCLEAR)


FINED = [("stays behind", False), ("refuses to leave", True), ("ignores the order", True)]


@pytest.mark.parametrize(("condition", "same"), FINED)
def test_whoever_defies_an_order_does_one_thing(condition: str, same: bool) -> None:
    left = Policy(None, Modality.PENALTY, "anyone", None, ("stays",), "fined 90")
    right = Policy(None, Modality.PENALTY, "those", None, (condition,), "a fine of 90")
    assert (compare(left, right).relation is Relation.AGREES) is same


WORDS = st.sampled_from(
    [
        *("a curfew", "the lockdown", "evacuation", "leave home", "be out of them", "return home"),
        *("stay indoors", "be on the streets of Osk", "fishing", "boil water", "", "leave"),
    ]
)
POLICIES = st.builds(
    Policy,
    issuer=st.sampled_from([None, "the council", "Mayor Ruiz", "Governor Beck"]),
    modality=st.sampled_from(Modality),
    addressee=st.sampled_from([None, "everyone", "people", "Drivers"]),
    action=st.none() | WORDS,
    conditions=st.lists(
        st.sampled_from(["in Osk", "in the town", "by 6 p.m.", "by 9 p.m. on Monday"]), max_size=3
    ).map(tuple),
    penalty=st.none() | WORDS,
    ended=st.booleans(),
)


@given(POLICIES, POLICIES)
def test_neither_likeness_nor_finding_depends_on_order(left: Policy, right: Policy) -> None:
    one, other = compare(left, right), compare(right, left)
    assert (one.relation, one.code) == (other.relation, other.code)
    assert alike(left, right) == pytest.approx(alike(right, left))
    assert same_order(left, right) == same_order(right, left)


@given(POLICIES)
def test_a_policy_agrees_with_itself(policy: Policy) -> None:
    assert compare(policy, policy).relation is not Relation.UPDATES
    assert compare(policy, policy).relation is not Relation.CONFLICTS


EARLY = article(
    "gazette",
    "Mayor Ada Ruiz imposed a curfew in Velm after the flood on Monday. Nobody may be on the "
    "streets of Velm after ten.",
    date(2020, 3, 2),
    title="Flood in Velm",
)
LATE = article(
    "herald",
    "Mayor Ada Ruiz lifted the curfew in Velm after the flood on Friday.",
    date(2020, 3, 6),
    title="Flood in Velm",
)


def _story(late: date | None, early: date | None) -> list[tuple[str, str, str]]:
    first = EARLY.model_copy(update={"published": early})
    last = LATE.model_copy(update={"published": late})
    claims = [
        told(first, "imposed a curfew in Velm", rule("must", "a curfew", "in Velm", issuer="Ruiz")),
        told(first, "Nobody may be on the streets of Velm", rule("must_not", "be on the streets")),
        told(last, "lifted the curfew in Velm", ended("the curfew", "in Velm", issuer="Ruiz")),
    ]
    return [
        (one.left.document.source, one.right.document.source, str(one.finding.relation))
        for alignment in align(claims)
        for one in alignment.comparisons
    ]


def test_a_lifted_curfew_is_news_to_all_that_is_told_of_it() -> None:
    found = _story(late=date(2020, 3, 6), early=date(2020, 3, 2))
    assert found == [("herald", "gazette", "updates")] * 2


def test_without_dates_the_end_is_still_the_newer() -> None:
    assert set(_story(late=None, early=None)) == {("herald", "gazette", "updates")}


def test_an_order_told_later_than_its_end_may_be_a_new_one() -> None:
    found = _story(late=date(2020, 3, 2), early=date(2020, 3, 6))
    assert all(relation != "updates" for _, _, relation in found)
