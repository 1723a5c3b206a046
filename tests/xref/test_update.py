"""What two documents' words and days make of a difference."""

from dataclasses import replace
from datetime import date

import pytest

from claims.quantity import Quantity
from evidence.records import Claim, Span
from tests.xref.making import amount, article, quote, told
from xref.quantity import compare
from xref.quotation import compare as compare_quotations
from xref.relation import Code, Finding, Relation
from xref.update import updated


def claim(source: str, words: str, value: Quantity) -> Claim:
    return told(article(source, f"The flood has killed {words} in the valley."), words, value)


def dead(figure: str) -> Quantity:
    return amount(f"{figure} people", "people killed")


@pytest.mark.parametrize(
    ("one", "other", "code"),
    [
        # far beyond what the other calls its least, or past the round figure it falls short of
        ("at least 3", "at least 10", Code.TOLL_UPDATE),
        ("at least 3", "10", Code.TOLL_UPDATE),
        ("nearly 70", "more than 70", Code.TOLL_UPDATE),
        # still within it
        ("at least 9", "10", Code.BOUNDS),
        ("dozens of", "80", Code.BOUNDS),
    ],
)
def test_a_count_that_left_the_other_behind(one: str, other: str, code: Code) -> None:
    values = [
        dead({"nearly 70": "about 70", "dozens of": "at least 24"}.get(said, said))
        for said in (one, other)
    ]
    left, right = (
        claim(source, f"{said} people", value)
        for source, said, value in zip(("ash", "birch"), (one, other), values, strict=True)
    )
    pair = values[0], values[1]
    assert updated(left, right, pair, compare(*pair)).code is code


@pytest.mark.parametrize(("said", "relation"), [("she", "unclear"), ("Ana Ruiz", "conflicts")])
def test_who_is_only_he_or_she_may_be_taken_for_another(said: str, relation: str) -> None:
    words = "The river will rise again tonight and nobody should return"
    values = quote(words, "Ana Ruiz"), quote(words, "Tom Beck")
    left, right = (
        told(article(source, f"{words}, it was said."), words, value)
        for source, value in zip(("ash", "birch"), values, strict=True)
    )
    left.spans = [Span(claim_id=left.id, role="speaker", start=0, end=3, text=said)]
    finding = updated(left, right, values, compare_quotations(*values))
    assert finding.relation is Relation(relation)


def test_a_count_without_a_figure_is_overtaken_by_none() -> None:
    value = replace(dead("3"), low=None, high=None)
    left, right = claim("ash", "many people", value), claim("birch", "10 people", dead("10"))
    pair = value, dead("10")
    finding = Finding(Relation.COMPATIBLE, Code.BOUNDS, "")
    assert updated(left, right, pair, finding) == finding


@pytest.mark.parametrize(
    ("years", "other", "relation"),
    [
        # Two reports of one week; a birthday; two years between the two documents.
        ((2023, 2023), 43, "conflicts"),
        ((2023, 2023), 42, "unclear"),
        ((2023, 2025), 43, "updates"),
        ((2023, 2029), 43, "unclear"),
    ],
)
def test_ages_are_held_against_the_days_of_both_documents(
    years: tuple[int, int], other: int, relation: str
) -> None:
    ages = [amount(f"{age} year", "age", group="Ana Ruiz") for age in (41, other)]
    claims = []
    for source, year, age in zip(("ash", "birch"), years, ages, strict=True):
        one = told(article(source, f"Ana Ruiz, {age.low}, spoke."), f"{age.low}", age)
        one.document.published = date(year, 3, 1)
        claims.append(one)
    pair = ages[0], ages[1]
    assert updated(claims[0], claims[1], pair, compare(*pair)).relation is Relation(relation)
