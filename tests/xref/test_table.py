"""The comparison table: who says what of the same thing, and in which order it is shown."""

from collections.abc import Callable
from dataclasses import replace

from evidence.records import Claim, Document
from xref.alignment import Alignment
from xref.check import Check
from xref.relation import Code, Finding, Relation
from xref.table import deciding, distinct, ranked, table
from xref.verdict import Verdict

Align = Callable[..., Alignment]

AGREES = Finding(Relation.AGREES, Code.EXACT, "both say so")
CONFLICTS = Finding(Relation.CONFLICTS, Code.NUMERIC, "212 against 250")
BOUNDS = Finding(Relation.COMPATIBLE, Code.BOUNDS, "more than 200 allows 212")


def test_columns_are_the_sources_in_alphabetical_order(by_hand: Check) -> None:
    columns = table(by_hand).columns
    assert columns == (
        *("topic", "kind", "verdict"),
        *("courier", "gazette", "herald"),
        *("reason", "claims"),
    )


def test_columns_are_there_without_any_row() -> None:
    empty = table(Check((), (), (), (), (), ()))
    assert empty.columns == ("topic", "kind", "verdict", "reason", "claims")
    assert list(empty.cells()) == []


def test_a_source_named_like_a_column_keeps_a_column_of_its_own(by_hand: Check) -> None:
    by_hand.documents[0].source = "reason"
    columns = table(by_hand).columns
    assert len(set(columns)) == len(columns)
    assert "reason (source)" in columns


def test_the_disputed_come_first_and_each_word_stands_under_its_source(
    by_hand: Check, claims: dict[str, Claim]
) -> None:
    rows = list(table(by_hand).cells())
    ids = " ".join(claims[name].id for name in ("212", "200", "250"))
    assert rows[0] == (
        *("about 212 passengers", "quantity", "disputed"),
        *("more than 200 passengers", "212 passengers", "250 passengers"),
        *("212 against 250", ids),
    )
    assert [row[2] for row in rows] == ["disputed", "corroborated", "single-source"]
    assert rows[2][3:6] == ("", "ordered small craft to stay ashore", "")


def test_several_words_of_one_source_are_joined_and_said_once(
    align: Align, documents: dict[str, Document], claims: dict[str, Claim]
) -> None:
    of_one = (claims["212"], claims["nine"], claims["212"])
    one = Check((documents["gazette"],), (), (), (), (), (align(Verdict.SINGLE_SOURCE, *of_one),))
    assert next(table(one).cells())[3] == "212 passengers / At least nine crew members"


def test_only_the_verdicts_own_reasons_are_given(by_hand: Check) -> None:
    disputed = ranked(by_hand.alignments)[0]
    assert [one.finding for one in deciding(disputed)] == [CONFLICTS]
    assert [one.finding for one in distinct(disputed)] == [CONFLICTS, BOUNDS]


def test_a_reason_is_given_once_and_a_persons_decision_says_so(
    align: Align, claims: dict[str, Claim]
) -> None:
    twice = align(Verdict.CORROBORATED, claims["212"], claims["250"], findings=(AGREES, AGREES))
    assert len(distinct(twice)) == 1
    judged = tuple(replace(one, judged=True) for one in twice.comparisons)
    rows = table(Check((), (), (), (), (), (replace(twice, comparisons=judged),))).rows
    assert rows[0].reasons == ("both say so (decided by a person)",)


def test_a_figure_inside_a_quotation_that_several_carry_comes_last(
    align: Align, claims: dict[str, Claim]
) -> None:
    calm = claims["calm"]
    within = Claim(
        id="within",
        document_id=calm.document_id,
        document=calm.document,
        kind="quantity",
        start=calm.start,
        end=calm.start + 4,
        text=calm.text[:4],
    )
    quoted = replace(align(Verdict.CORROBORATED, calm), sources=2)
    figure = replace(align(Verdict.CORROBORATED, within), sources=2, independent=5)
    assert ranked([figure, quoted]) == [quoted, figure]
