import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.statement import Statement
from tests.xref.making import event
from xref.relation import Code, Relation
from xref.statement import alike, compare, keys

EXAMPLES = [
    (event("Ana Ruiz", "resign"), event("Ana Ruiz", "resign"), "agrees", "exact"),
    (event("Mayor Ruiz", "quit"), event("Ana Ruiz", "resign"), "agrees", "paraphrase"),
    (
        event("Norda", "buy", "the Velm shipyard"),
        event("Norda", "acquire", "Velm shipyard", date="2021-03"),
        "compatible",
        "precision",
    ),
    (
        event("Norda", "buy", "the Velm shipyard"),
        event("Norda", "buy", "the Velm shipyard", negated=True),
        "conflicts",
        "denial",
    ),
    (
        event("Norda", "buy", "the Velm shipyard", hedged=True),
        event("Norda", "buy", "the Velm shipyard", negated=True),
        "unclear",
        "unknown-scope",
    ),
    (
        event("Ana Ruiz", "die", date="2020-05-03"),
        event("Ana Ruiz", "die", date="2020-05-04"),
        "conflicts",
        "date",
    ),
    (
        event("Ana Ruiz", "visit", "Lima", date="2020-05-03"),
        event("Ana Ruiz", "visit", "Lima", date="2020-05-04"),
        "unclear",
        "unknown-time",
    ),
    (
        event("Ana Ruiz", "die", place="Cusco"),
        event("Ana Ruiz", "die", place="Arequipa"),
        "conflicts",
        "place",
    ),
    (
        event("Ana Ruiz", "die", place="Cusco"),
        event("Ana Ruiz", "die", place="Peru"),
        "unclear",
        "unknown-scope",
    ),
    (
        event("Ana Ruiz", "win", "the Harbour Marathon title"),
        event("Tom Beck", "win", "the Harbour Marathon title"),
        "conflicts",
        "participant",
    ),
    (
        event("Ana Ruiz", "deliver", "one of the speeches"),
        event("the papers", "contain", "speeches by Ana Ruiz"),
        "agrees",
        "paraphrase",
    ),
    (
        event(None, "last inspect", "the bridge", date="2019-05-03"),
        event(None, "last inspect", "The Velm bridge", date="2018-11-20"),
        "conflicts",
        "date",
    ),
    (
        event("Norda", "buy", "the Velm shipyard"),
        event("Norda", "buy", "the Velm shipyard", hedged=True),
        "compatible",
        "precision",
    ),
]


@pytest.mark.parametrize(("left", "right", "relation", "code"), EXAMPLES)
def test_two_statements(left: Statement, right: Statement, relation: str, code: str) -> None:
    finding = compare(left, right)
    assert (finding.relation, finding.code) == (Relation(relation), Code(code)), finding.reason


@pytest.mark.parametrize(
    ("left", "right"),
    [(left, right) for left, right, *_, code in EXAMPLES if code != "unknown-time"],
)
def test_two_statements_of_one_event_are_alike(left: Statement, right: Statement) -> None:
    assert alike(left, right) > 0


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (event("Ana Ruiz", "visit", "Lima"), event("Tom Beck", "visit", "Lima")),
        (event("Norda", "sue", "Velm"), event("Velm", "sue", "Norda")),
        (event("Norda", "buy", "Velm"), event("Norda", "sell", "Velm")),
        (event("Beck", "run", "northern Velm"), event(None, "run", "Velm", hedged=True)),
        (event(None, "last inspect", "the bridge"), event(None, "last repair", "the bridge")),
        (event(None, "last inspect", "the bridge"), event(None, "inspect", "the bridge")),
        (
            event("Ana Ruiz", "visit", "Lima", date="2020"),
            event("Ana Ruiz", "visit", "Lima", date="2021"),
        ),
    ],
)
def test_different_events_are_never_alike(left: Statement, right: Statement) -> None:
    assert alike(left, right) == 0.0


def test_half_told_events_need_the_words_around_them() -> None:
    whole, half = event("Beck", "close", "Norda"), event(None, "close", "Norda")
    assert 0 < alike(whole, half) < alike(whole, whole)


def test_a_speech_by_any_verb_shares_a_key() -> None:
    left = event("Ana Ruiz", "deliver", "one of the speeches")
    right = event("the papers", "contain", "speeches by Ana Ruiz")
    assert keys(left) & keys(right)


PHRASES = st.sampled_from(["Ana Ruiz", "Ruiz", "Tom Beck", "the mayor", "the old bridge", "Lima"])
STATEMENTS = st.builds(
    Statement,
    subject=st.none() | PHRASES,
    predicate=st.sampled_from(["die", "win", "visit", "deliver", "hold", "acquire", "buy"]),
    object=st.none() | PHRASES,
    negated=st.booleans(),
    hedged=st.booleans(),
    date=st.sampled_from([None, "2020", "2020-05-03", "2021-05-03", "last week"]),
    place=st.sampled_from([None, "Lima", "Cusco", "Peru"]),
)


@given(STATEMENTS, STATEMENTS)
def test_comparison_does_not_depend_on_order(left: Statement, right: Statement) -> None:
    one, other = compare(left, right), compare(right, left)
    assert (one.relation, one.code) == (other.relation, other.code)
    assert alike(left, right) == pytest.approx(alike(right, left))


def test_a_preposition_in_common_is_no_event_in_common() -> None:
    left, right = event("Ana Ruiz", "have to concede"), event("Ana Ruiz", "appoint to", "Bo Okafor")
    assert alike(left, right) == 0.0


def test_objects_that_name_nothing_in_common_are_two_events() -> None:
    left = event("Ana Ruiz", "win", "the primary elections in Arda and Belmar")
    right = event("Ana Ruiz", "win", "the Corvo primary election")
    assert alike(left, right) == 0.0


@pytest.mark.parametrize(
    ("one", "other"),
    [("resign", "refuse to resign"), ("bomb", "threaten to bomb"), ("sell", "plan to sell")],
)
def test_what_was_only_meant_or_refused_is_no_deed(one: str, other: str) -> None:
    left = Statement("Ada Novak", one, "the mill")
    assert alike(left, Statement("Ada Novak", other, "the mill")) == 0.0
    assert alike(left, left) > 0.5
