import pytest

from claims.quantity import Quantity
from evidence.records import Document
from tests.xref.making import amount, article, told
from xref.relation import Code, Comparison, Finding, Relation
from xref.verdict import Verdict, judge

A, B, C = (article(name, f"Text of {name}: 5 boats.") for name in ("ash", "birch", "cedar"))
ALONE = {A.id: "a", B.id: "b", C.id: "c"}
ONE_VOICE = {A.id: "a", B.id: "a", C.id: "a"}
BOATS: Quantity = amount("5 boat")


def comparison(relation: Relation) -> Comparison:
    left, right = told(A, "5 boats", BOATS), told(B, "5 boats", BOATS)
    return Comparison(left, right, Finding(relation, Code.EXACT, ""))


@pytest.mark.parametrize(
    ("relations", "voices", "verdict"),
    [
        ([], ALONE, Verdict.SINGLE_SOURCE),
        ([Relation.AGREES], ALONE, Verdict.CORROBORATED),
        ([Relation.COMPATIBLE], ALONE, Verdict.CORROBORATED),
        ([Relation.UPDATES], ALONE, Verdict.CORROBORATED),
        ([Relation.UNCLEAR], ALONE, Verdict.UNCLEAR),
        ([Relation.UNCLEAR, Relation.AGREES], ALONE, Verdict.CORROBORATED),
        ([Relation.AGREES, Relation.AGREES, Relation.CONFLICTS], ALONE, Verdict.DISPUTED),
        ([Relation.AGREES], ONE_VOICE, Verdict.SINGLE_SOURCE),
        ([Relation.UNCLEAR], ONE_VOICE, Verdict.SINGLE_SOURCE),
        ([Relation.CONFLICTS], ONE_VOICE, Verdict.DISPUTED),
    ],
)
def test_what_findings_come_to(
    relations: list[Relation], voices: dict[str, str], verdict: Verdict
) -> None:
    assert judge(map(comparison, relations), voices) is verdict


@pytest.mark.parametrize(
    ("pairs", "needed", "verdict"),
    [
        ([(A, B)], 3, Verdict.UNCLEAR),
        ([(A, B), (B, C)], 3, Verdict.CORROBORATED),
        ([(A, B), (B, C)], 4, Verdict.UNCLEAR),
    ],
)
def test_more_voices_can_be_asked_for(
    pairs: list[tuple[Document, Document]], needed: int, verdict: Verdict
) -> None:
    found = [
        Comparison(
            told(one, "5 boats", BOATS),
            told(other, "5 boats", BOATS),
            Finding(Relation.AGREES, Code.EXACT, ""),
        )
        for one, other in pairs
    ]
    assert judge(found, ALONE, needed=needed) is verdict
