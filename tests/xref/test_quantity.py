from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.quantity import Bound, Quantity, Scope
from tests.xref.making import amount
from xref.quantity import alike, compare, keys
from xref.relation import Code, Relation

PAGES = "pages of internal documents"
EXAMPLES = [
    # the same value
    (amount("403 page", PAGES), amount("403 page", PAGES), "agrees", "exact"),
    (amount("at least 11 people", "people"), amount("at least 11 people"), "agrees", "exact"),
    (amount("403 page", PAGES), amount("about 400 page", PAGES), "agrees", "rounding"),
    (amount("24 ton", "acid"), amount("24 tonne", "acid"), "agrees", "unit-conversion"),
    (amount("13 mile", None), amount("13 nautical mile", None), "agrees", "unit-conversion"),
    (amount("58 metre", None), amount("60 metre", None), "agrees", "rounding"),
    (amount("403 page", PAGES), amount("400 page", PAGES), "agrees", "rounding"),
    (amount("about 95 people", "people"), amount("about 100 people"), "agrees", "rounding"),
    (amount("about 250 people"), amount("270 people"), "agrees", "rounding"),
    (amount("50 percent", "voters"), amount("50 percent", "voters"), "agrees", "exact"),
    # "the actor" may be he
    (
        amount("40 year", "age", group="Hugh Marlow"),
        amount("40 year", "age", group="actor"),
        "agrees",
        "exact",
    ),
    (amount("33.3333 percent", "voters"), amount("33 percent", "voters"), "agrees", "fraction"),
    (amount("100 mile", "road"), amount("161 kilometre", "road"), "agrees", "unit-conversion"),
    (amount("2 tonne", "rice"), amount("2000 kilogram", "rice"), "agrees", "unit-conversion"),
    (amount("35 celsius", "heat"), amount("95 fahrenheit", "heat"), "agrees", "unit-conversion"),
    (amount("90 minute", "delay"), amount("1.5 hour", "delay"), "agrees", "unit-conversion"),
    (
        amount("27 year", "age", group="Jose Orme"),
        amount("29 year", "age", group="Orme"),
        "unclear",
        "unknown-time",
    ),
    (
        amount("27 year", "age", group="Jose Orme"),
        amount("43 year", "age", group="Orme"),
        "conflicts",
        "numeric",
    ),
    # years that passed explain the years of age
    (
        amount("91 year", "age", group="Mark Orme", time="2005"),
        amount("95 year", "age", group="Mark Orme"),
        "updates",
        "toll-update",
    ),
    (
        amount("91 year", "age", group="Mark Orme", time="2005"),
        amount("95 year", "age", group="Mark Orme", time="2009-03"),
        "updates",
        "toll-update",
    ),
    (
        amount("83 percent", "Greeks", said_by="opinion poll"),
        amount("68 percent", "Greeks", said_by="opinion poll for the Courier"),
        "unclear",
        "unknown-scope",
    ),
    # both can be true
    (amount("more than 1000000 people"), amount("1500000 people"), "compatible", "bounds"),
    (amount("7000 prisoner"), amount("more than 7000 prisoner"), "compatible", "bounds"),
    (amount("120 mile"), amount("at most 193 kilometre"), "compatible", "bounds"),
    (
        amount("60 year", "age", group="Mary Orme", time="1967"),
        amount("61 year", "age", group="Mary Orme"),
        "unclear",
        "unknown-time",
    ),
    (amount("20–30 page", PAGES), amount("25 page", PAGES), "compatible", "bounds"),
    (amount("36 woman"), amount("95 people"), "compatible", "subset"),
    (amount("96 page", "pages of speeches"), amount("403 page", "pages"), "compatible", "subset"),
    (amount("1040 page", PAGES), amount("1000 page", PAGES), "compatible", "precision"),
    (amount("7 degree", "warming"), amount("7.3 degree", "warming"), "compatible", "precision"),
    (amount("about 100 page", PAGES), amount("120 page", PAGES), "compatible", "precision"),
    (amount("about 22 dollar", "fee"), amount("23 dollar", "fee"), "compatible", "precision"),
    (amount("3 dollar", "fee"), amount("5 euro", "fee"), "compatible", "currency"),
    (amount("5 page", place="Lima"), amount("9 page", place="Cusco"), "compatible", "scope"),
    (amount("5 page", time="2019"), amount("9 page", time="2021"), "compatible", "scope"),
    # the same running figure at two times
    (
        amount("5 people", "people killed", time="2020-01-02"),
        amount("11 people", "people killed", time="2020-01-03"),
        "updates",
        "toll-update",
    ),
    # not both can be true
    (amount("more than 7000 prisoner"), amount("5000 prisoner"), "conflicts", "numeric"),
    (amount("403 page", PAGES), amount("440 page", PAGES), "conflicts", "numeric"),
    # who gives three digits means them, for all their "about"
    (amount("about 102 dollar", "loot"), amount("108 dollar", "loot"), "conflicts", "numeric"),
    (amount("403 page", PAGES), amount("397 page", "pages"), "conflicts", "numeric"),
    (amount("about 400 page", PAGES), amount("600 page", PAGES), "conflicts", "numeric"),
    (amount("12 percent", "voters"), amount("19 percent", "voters"), "conflicts", "numeric"),
    # a whole cannot be smaller than its part
    (
        amount("7000 prisoner", "Uyghur prisoners"),
        amount("5000 prisoner", "prisoners"),
        "conflicts",
        "numeric",
    ),
    # it cannot be settled
    (amount("5 page", place="Lima"), amount("9 page"), "unclear", "unknown-scope"),
    (amount("5 page", time="2019"), amount("9 page"), "unclear", "unknown-time"),
    # the first reports of an event seldom have all who came to harm
    (
        amount("5 people", "people killed"),
        amount("11 people", "people killed"),
        "updates",
        "toll-update",
    ),
    (amount("5 woman"), amount("9 man"), "unclear", "unknown-unit"),
    # those who came to harm are some of the people
    (amount("5 victim"), amount("9 people"), "compatible", "subset"),
    (amount("9 people"), amount("5 victim"), "compatible", "subset"),
    (amount("9 victim"), amount("5 people"), "unclear", "unknown-scope"),
    (amount("5 individual"), amount("5 people"), "agrees", "exact"),
    (amount("5 page"), amount("9 "), "unclear", "unknown-unit"),
    (amount("12 percent"), amount("19 percent"), "unclear", "unknown-scope"),
    (
        amount("120 page", "pages of speeches"),
        amount("161 page", "pages of reports"),
        "unclear",
        "unknown-scope",
    ),
]


@pytest.mark.parametrize(("left", "right", "relation", "code"), EXAMPLES)
def test_two_figures(left: Quantity, right: Quantity, relation: str, code: str) -> None:
    finding = compare(left, right)
    assert (finding.relation, finding.code) == (Relation(relation), Code(code)), finding.reason


NEVER_THE_SAME = [
    (amount("130 mile", "category 4 storm"), amount("119 mile", "category 2 storm")),
    (amount("48 year", "age", group="Ada Reed"), amount("35 year", "age", group="Tom Reed")),
    (amount("48 year", "age"), amount("35 year", "age")),
    (amount("48 year", "age", group="man"), amount("48 year", "age", group="woman")),
    (amount("11 times", "hitting"), amount("4 times", "filmed")),
    (amount("5 people", "people killed"), amount("5 people", "people injured")),
    (amount("7 percent", "voters"), amount("7 kilometre", "road")),
    (amount("5 page", "pages", place="Lima"), amount("5 page", "pages", place="Cusco")),
    (amount("5 page", "pages", time="2019"), amount("5 page", "pages", time="2021")),
    (amount("5 page"), amount("5 ship")),
    (amount("25 percent", "hour"), amount("25 percent", "homes")),
    (amount("5 body", "bodies"), amount("5 people", "people killed")),
    (amount("9 rifle", "assault rifles"), amount("2 rifle", "other rifles")),
    (
        amount("50 people", "people injured", group="miners"),
        amount("50 people", "people injured", group="tourists"),
    ),
]


@pytest.mark.parametrize(("left", "right"), NEVER_THE_SAME)
def test_figures_for_different_things_are_never_alike(left: Quantity, right: Quantity) -> None:
    assert alike(left, right) == 0.0


@pytest.mark.parametrize("unit", ["death", "fatality", "body", "people", "life", "casualty"])
def test_tolls_in_any_unit_can_be_compared(unit: str) -> None:
    left, right = amount(f"9 {unit}", f"{unit} killed"), amount("24 people", "people killed")
    assert keys(left) & keys(right)
    assert alike(left, right) >= 0.5
    assert compare(left, right).code is not Code.UNKNOWN_UNIT


def test_some_of_the_dead_told_in_different_words_are_hardly_alike() -> None:
    children = amount("5 people", "people killed children")
    assert alike(amount("5 body", "bodies"), children) < 0.5


def test_near_amounts_of_a_bare_measure_share_a_key() -> None:
    assert keys(amount("5 mile")) & keys(amount("8 kilometre"))
    assert alike(amount("5 mile"), amount("8 kilometre")) > alike(
        amount("5 mile"), amount("9 kilometre")
    )


def test_a_toll_by_any_name_counts_the_dead() -> None:
    deaths, killed = amount("24 death", "deaths"), amount("24 people", "people killed")
    assert keys(deaths) & keys(killed)
    assert alike(deaths, killed) > 0.6
    assert compare(deaths, killed).relation is Relation.AGREES


def test_the_same_thing_shares_a_key_in_two_units() -> None:
    assert keys(amount("100 mile", "road")) & keys(amount("161 kilometre", "road"))


def test_a_reason_names_both_figures() -> None:
    reason = compare(amount("more than 7000 prisoner"), amount("5000 prisoner")).reason
    assert "more than 7,000 prisoners" in reason
    assert "5,000 prisoners" in reason


WHOLE = st.integers(0, 3000).map(Decimal)
UNITS = st.sampled_from(
    [
        *("page", "people", "individual", "victim", "life", "woman", "death", "body"),
        *("kilometre", "mile", "percent", "dollar", ""),
    ]
)
SCOPES = st.builds(
    Scope,
    place=st.sampled_from([None, "Lima", "Cusco"]),
    time=st.sampled_from([None, "2020-01-02", "2020-01", "2021", "last week"]),
    group=st.sampled_from([None, "miners"]),
)


@st.composite
def quantities(draw: st.DrawFn) -> Quantity:
    low, high = sorted((draw(WHOLE), draw(WHOLE)))
    bound = draw(st.sampled_from(Bound))
    counted = st.sampled_from(
        [None, "pages", "people killed", "people injured", "pages of speeches"]
    )
    return Quantity(
        low, high if bound is Bound.RANGE else low, draw(UNITS), bound, draw(counted), draw(SCOPES)
    )


@given(quantities(), quantities())
def test_comparison_does_not_depend_on_order(left: Quantity, right: Quantity) -> None:
    one, other = compare(left, right), compare(right, left)
    assert (one.relation, one.code) == (other.relation, other.code)
    assert alike(left, right) == pytest.approx(alike(right, left))


@given(quantities())
def test_a_figure_agrees_with_itself(quantity: Quantity) -> None:
    assert compare(quantity, quantity).relation is Relation.AGREES


@given(quantities(), quantities())
def test_only_figures_of_one_scope_conflict(left: Quantity, right: Quantity) -> None:
    if compare(left, right).relation is Relation.CONFLICTS:
        assert left.scope.place == right.scope.place
        assert bool(left.scope.time) == bool(right.scope.time)
