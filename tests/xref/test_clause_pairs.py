"""Policies and statements that were read: brought together, whatever words and kind they are of."""

from dataclasses import replace
from pathlib import Path

import pytest

from claims.kind import Value
from claims.policy import Modality
from evidence import Store
from evidence.records import Claim, Relating
from tests.xref.making import article, event, rule, told
from xref.check import Check, check
from xref.relation import By, Relation
from xref.stored import check_stored
from xref.verdict import Verdict

STORY = "Tolsk bridge on the Issa was shut by mayor Ada Moss after Karel Brandt's lorry fell. "
LORRIES = "lorries over seven tonnes may not use the Tolsk bridge until spring"
SHUT = "the mayor has shut the Tolsk bridge to heavy vehicles until spring"
OTHER = "Karel Brandt drove a lorry of eggs into the Issa on Monday night"
POLICY = rule("must_not", "use the Tolsk bridge", addressee="lorries")
EVENT = event("the mayor", "shut", "the Tolsk bridge")
FALL = event("Karel Brandt", "drive", "a lorry of eggs")


def of(text: str, value: Value, source: str, *others: str) -> list[Claim]:
    """A document of the story with a claim of each text; the others are falls into the river."""
    document = article(source, f"{STORY}{'. '.join((text, *others))}.")
    return [told(document, words, value if words == text else FALL) for words in (text, *others)]


def read(one: Claim, other: Claim, odds: float, **found: float) -> Relating:
    left, right = sorted((one.id, other.id))
    none = dict.fromkeys(("agrees", "compatible", "conflicts", "updates"), 0.0)
    return Relating(left=left, right=right, odds=odds, **none | found)


def checked(claims: list[Claim], *reads: Relating) -> Check:
    documents = {claim.document_id: claim.document for claim in claims}
    by_pair = {frozenset((one.left, one.right)): one for one in reads}
    return check(documents.values(), claims, reads=by_pair)


def test_a_rule_and_what_it_has_done_are_one_thing_once_read() -> None:
    left, right = of(LORRIES, POLICY, "Gazette"), of(SHUT, EVENT, "Courier")
    assert all(len(one.claims) == 1 for one in checked([*left, *right]).alignments)
    (found,) = checked([*left, *right], read(left[0], right[0], 4.0, agrees=1.0)).alignments
    assert (found.kind, found.verdict) == ("policy", Verdict.CORROBORATED)
    assert found.comparisons[0].finding.by is By.WORDS


@pytest.mark.parametrize(
    ("found", "relation"),
    [
        ({"agrees": 0.9}, "agrees"),
        ({"conflicts": 0.99}, "unclear"),
        ({"updates": 0.9}, "updates"),
    ],
)
def test_the_words_say_what_both_are_to_one_another(found: dict[str, float], relation: str) -> None:
    left, right = of(LORRIES, POLICY, "Gazette"), of(SHUT, EVENT, "Courier")
    (one,) = checked([*left, *right], read(left[0], right[0], 6.0, **found)).alignments
    assert one.comparisons[0].finding.relation is Relation(relation)


def test_what_is_likelier_of_another_thing_is_left_to_it() -> None:
    left, right = of(LORRIES, POLICY, "Gazette"), of(SHUT, EVENT, "Courier", OTHER)
    found = checked(
        [*left, *right],
        read(left[0], right[0], 5.0, agrees=1.0),
        read(left[0], right[1], 1.0, agrees=1.0),
    )
    together = [one for one in found.alignments if len(one.claims) > 1]
    assert [{claim.text for claim in one.claims} for one in together] == [{LORRIES, SHUT}]


def test_statements_of_other_numbers_are_left_to_their_figures() -> None:
    texts = "the flood in Tolsk has killed 12 people", "in Tolsk 17 people died in the flood"
    value = event("the flood", "kill", "people")
    left = of(texts[0], value, "Gazette")
    right = of(texts[1], replace(value, predicate="die"), "Courier")
    found = checked([*left, *right], read(left[0], right[0], 6.0, agrees=1.0)).alignments
    assert all(len(one.claims) == 1 for one in found)


def test_a_kind_shows_what_is_of_it_with_whatever_it_meets(tmp_path: Path) -> None:
    left, right = of(LORRIES, POLICY, "Gazette"), of(SHUT, EVENT, "Courier")
    with Store(tmp_path / "kinds.db") as store:
        for claims in (left, right):
            document = claims[0].document
            store.add(document, claims)
        store.relate([read(left[0], right[0], 5.0, agrees=1.0)])
        (found,) = check_stored(store, kind="policy").alignments
        assert len(found.claims) == 2
        assert check_stored(store, kind="statement").alignments == ()


def test_a_rule_that_the_network_never_met_is_compared_by_its_fields() -> None:
    other = replace(POLICY, modality=Modality.MAY)
    left, right = of(LORRIES, POLICY, "Gazette"), of(LORRIES.replace("not ", ""), other, "Courier")
    relations = {
        one.finding.relation
        for alignment in checked([*left, *right]).alignments
        for one in alignment.comparisons
    }
    assert relations <= {Relation.CONFLICTS, Relation.UNCLEAR}
