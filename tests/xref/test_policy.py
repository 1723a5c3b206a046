from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.policy import Modality, Policy, Status
from tests.xref.making import penalty, rule
from xref.policy import alike, compare, keys
from xref.relation import Code, Relation

MOSQUE = ("frequently attending the mosque", "wearing a beard")
SERVICES = ("attending religious services", "wearing a beard")
PLAN = replace(rule("must", "register with the council"), status=Status.PROPOSED)
BEARDS = rule("must_not", "wear long beards in public")
EXAMPLES = [
    # What means the same is one condition, other days or another "before" never.
    (penalty("detained", *MOSQUE), penalty("jailed", *SERVICES), "agrees", "policy-same"),
    (
        rule("must_not", "sell alcohol to guests", "after midnight"),
        rule("must_not", "sell alcohol to guests", "before noon"),
        "compatible",
        "policy-conditions",
    ),
    (PLAN, replace(PLAN, status=Status.ADOPTED), "updates", "policy-update"),
    (
        replace(PLAN, status=Status.IN_FORCE),
        replace(PLAN, status=Status.ADOPTED),
        "agrees",
        "policy-same",
    ),
    (BEARDS, replace(BEARDS, assertion="denied"), "conflicts", "denial"),
    (
        BEARDS,
        replace(BEARDS, assertion="denied", conditions=("on match days",)),
        "unclear",
        "unknown-scope",
    ),
    (
        rule("must", "leave home", "within 2 km of the lake", "by 7 p.m.", issuer=None),
        rule("must", "leave home", "within 5 km of the lake", "by 7 p.m."),
        "conflicts",
        "policy-conditions",
    ),
    (
        penalty("fined", "parking on the quay"),
        penalty("fined", "parked on quays"),
        "agrees",
        "policy-same",
    ),
    (
        rule("must", "close at midnight"),
        rule("must", "close by midnight"),
        "agrees",
        "policy-same",
    ),
    (
        penalty("detained at once", "long beards", "praying in public", "learning the language"),
        penalty("arrested and jailed", "wearing a beard or a headscarf", "owning a prayer book"),
        "compatible",
        "policy-conditions",
    ),
    (
        rule("must_not", "sell alcohol to minors"),
        rule("must_not", "sell alcohol to minors", "on match days"),
        "compatible",
        "policy-conditions",
    ),
    (
        rule("must_not", "hold gatherings of more than 50 guests"),
        rule("must_not", "hold gatherings of more than 100 guests"),
        "conflicts",
        "policy-conditions",
    ),
    (
        rule("must_not", "hold gatherings of more than 50 guests", issuer=None),
        rule("must_not", "hold gatherings of more than 100 guests"),
        "unclear",
        "unknown-scope",
    ),
    (
        rule("may", "open on Sundays"),
        rule("must_not", "open on Sundays"),
        "conflicts",
        "policy-polarity",
    ),
    (
        rule("may", "open on Sundays", addressee="bakeries"),
        rule("must_not", "open on Sundays", addressee="bars"),
        "unclear",
        "unknown-scope",
    ),
    (
        rule("may", "open on Sundays", issuer="Mayor Ruiz"),
        rule("must_not", "open on Sundays", issuer="Governor Beck"),
        "unclear",
        "unknown-scope",
    ),
    (rule("must", "close at noon"), rule("must", "pay a levy"), "unclear", "unknown-scope"),
    (
        rule("must", "leave home by 7 p.m.", "living within two kilometres of the lake"),
        rule("must", "leave home by 7 p.m.", "living within 2 km of the lake"),
        "agrees",
        "policy-same",
    ),
    (
        rule("must", "leave home", "within two kilometres of the lake", "by 7 p.m."),
        rule("must", "leave home", "within five kilometres of the lake", "by 7 p.m."),
        "conflicts",
        "policy-conditions",
    ),
    (
        rule("must", "leave home", "living within two kilometres of the lake"),
        rule("must", "leave home", "living within five kilometres of the lake"),
        "conflicts",
        "policy-conditions",
    ),
]


@pytest.mark.parametrize(("left", "right", "relation", "code"), EXAMPLES)
def test_two_policies(left: Policy, right: Policy, relation: str, code: str) -> None:
    finding = compare(left, right)
    assert (finding.relation, finding.code) == (Relation(relation), Code(code)), finding.reason


def test_one_punishment_for_overlapping_conduct_is_alike() -> None:
    left = penalty("detained immediately", "seen with beards", "attending the mosque")
    right = penalty("confined in a camp", "attending religious services", addressee="any resident")
    assert keys(left) & keys(right)
    assert alike(left, right) >= 0.7


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (penalty("fined", "littering"), penalty("fined", "speeding")),
        (penalty("jailed"), rule("must", "close at noon")),
        (rule("must", "close at noon"), rule("must", "pay a levy")),
        (
            rule("must", "wear green vests", addressee="Drivers"),
            rule("must", "wear green vests", addressee="Porters"),
        ),
    ],
)
def test_different_rules_are_never_alike(left: Policy, right: Policy) -> None:
    assert alike(left, right) == 0.0


PHRASES = st.sampled_from(["open on Sundays", "sell more than 50 fish", "close at 10", "fined", ""])
POLICIES = st.builds(
    Policy,
    issuer=st.sampled_from([None, "the council", "Mayor Ruiz"]),
    modality=st.sampled_from(Modality),
    addressee=st.sampled_from([None, "shops", "Drivers"]),
    action=st.none() | PHRASES,
    conditions=st.lists(PHRASES, max_size=3).map(tuple),
    penalty=st.none() | PHRASES,
)


@given(POLICIES, POLICIES)
def test_comparison_does_not_depend_on_order(left: Policy, right: Policy) -> None:
    one, other = compare(left, right), compare(right, left)
    assert (one.relation, one.code) == (other.relation, other.code)
    assert alike(left, right) == pytest.approx(alike(right, left))


def test_two_countries_make_two_rules() -> None:
    one = rule("must_not", "sell single-use plastic bags", issuer="France")
    other = replace(one, issuer="The government of Kenya")
    assert alike(one, replace(one, issuer="the French parliament")) > 0
    assert alike(one, other) == 0
