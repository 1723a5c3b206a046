import random
from datetime import date

import pytest

from claims.kind import Value
from claims.quotation import Form
from evidence.records import Claim, Document, Judgement
from tests.xref.making import amount, article, event, penalty, quote, told
from xref.align import align
from xref.alignment import Alignment
from xref.relation import Code, Relation
from xref.verdict import Verdict

# One story by three outlets, and another story that looks like it.
GAZETTE = article(
    "gazette",
    "A flood in the Velm valley killed at least 11 people on Monday. The Orla river destroyed 40 "
    "houses in Velm. “Nobody should go back to the lower town tonight,” Mayor Ana Ruiz said. "
    "The army sent 300 soldiers to Velm. Looters in Velm could be jailed for entering empty homes.",
    date(2020, 3, 2),
)
HERALD = article(
    "herald",
    "The flood in the Velm valley has killed 24 people. The Orla river destroyed 40 houses in "
    "Velm. “Nobody should go back to the lower town,” said Ms Ruiz. The army sent 450 soldiers to "
    "Velm. Anyone who enters an empty house in Velm at night could be arrested.",
    date(2020, 3, 4),
)
QUAKE = article(
    "courier",
    "An earthquake near Tarsk killed 24 people on Sunday. The tremor destroyed 40 houses in the "
    "mountains. The government of Borduria sent 300 soldiers to Tarsk.",
    date(2020, 3, 4),
)
STORY: dict[str, tuple[Document, str, Value]] = {
    "11 dead": (GAZETTE, "at least 11 people", amount("at least 11 people", "people")),
    "24 dead": (HERALD, "24 people", amount("24 people", "people")),
    "40 houses": (GAZETTE, "40 houses", amount("40 house", "houses in Velm")),
    "40 too": (HERALD, "40 houses", amount("40 house", "houses in Velm")),
    "300": (GAZETTE, "300 soldiers", amount("300 soldier", "soldiers")),
    "450": (HERALD, "450 soldiers", amount("450 soldier", "soldiers")),
    "nobody": (
        GAZETTE,
        "Nobody should go back to the lower town tonight,",
        quote("Nobody should go back to the lower town tonight,", "Ana Ruiz"),
    ),
    "shorter": (
        HERALD,
        "Nobody should go back to the lower town,",
        quote("Nobody should go back to the lower town,", "Ruiz"),
    ),
    "looters": (
        GAZETTE,
        "Looters in Velm could be jailed",
        penalty("jailed", "entering empty houses", addressee="looters"),
    ),
    "anyone": (
        HERALD,
        "Anyone who enters an empty house in Velm at night could be arrested",
        penalty("arrested", "enters an empty house", "at night", addressee="anyone"),
    ),
    "flood": (GAZETTE, "The Orla river destroyed", event("The Orla river", "destroy", "40 houses")),
    "flood too": (
        HERALD,
        "The Orla river destroyed",
        event("Orla", "destroy", "40 houses in Velm"),
    ),
    "quake dead": (QUAKE, "24 people", amount("24 people", "people")),
    "quake houses": (QUAKE, "40 houses", amount("40 house", "houses in the mountains")),
    "quake 300": (QUAKE, "300 soldiers", amount("300 soldier", "soldiers")),
}


def claims(*names: str) -> list[Claim]:
    return [told(*STORY[name]) for name in names or STORY]


def named(alignment: Alignment) -> tuple[str, ...]:
    ids = {told(*parts).id: name for name, parts in STORY.items()}
    return tuple(sorted(ids[claim.id] for claim in alignment.claims))


def groups(stated: list[Claim]) -> set[tuple[str, ...]]:
    return {named(alignment) for alignment in align(stated)}


def test_one_story_is_aligned_and_another_is_left_alone() -> None:
    assert groups(claims()) == {
        ("11 dead", "24 dead"),
        ("40 houses", "40 too"),
        ("300", "450"),
        ("nobody", "shorter"),
        ("anyone", "looters"),
        ("flood", "flood too"),
        ("quake dead",),
        ("quake houses",),
        ("quake 300",),
    }


@pytest.mark.parametrize(
    ("pair", "relation", "code", "verdict"),
    [
        (("11 dead", "24 dead"), Relation.UPDATES, Code.TOLL_UPDATE, Verdict.CORROBORATED),
        (("40 houses", "40 too"), Relation.AGREES, Code.EXACT, Verdict.CORROBORATED),
        (("300", "450"), Relation.CONFLICTS, Code.NUMERIC, Verdict.DISPUTED),
        (("nobody", "shorter"), Relation.COMPATIBLE, Code.QUOTE_TRUNCATED, Verdict.CORROBORATED),
        (("looters", "anyone"), Relation.COMPATIBLE, Code.POLICY_CONDITIONS, Verdict.CORROBORATED),
        (("flood", "flood too"), Relation.AGREES, Code.PARAPHRASE, Verdict.CORROBORATED),
    ],
)
def test_what_the_pairs_of_a_story_mean(
    pair: tuple[str, str], relation: Relation, code: Code, verdict: Verdict
) -> None:
    (alignment,) = align(claims(*pair))
    (comparison,) = alignment.comparisons
    assert (comparison.finding.relation, comparison.finding.code) == (relation, code)
    assert alignment.verdict is verdict
    assert (alignment.sources, alignment.independent) == (2, 2)


def test_the_newer_of_two_tolls_stands_left() -> None:
    for stated in (claims("11 dead", "24 dead"), claims("24 dead", "11 dead")):
        (alignment,) = align(stated)
        assert alignment.comparisons[0].left.document.published == date(2020, 3, 4)


def test_every_claim_stands_in_exactly_one_alignment() -> None:
    stated = claims()
    found = [claim.id for alignment in align(stated) for claim in alignment.claims]
    assert sorted(found) == sorted(claim.id for claim in stated)


def test_the_order_of_the_claims_changes_nothing() -> None:
    expected = [(one.id, one.topic, one.verdict) for one in align(claims())]
    for seed in range(5):
        stated = claims()
        random.Random(seed).shuffle(stated)
        assert [(one.id, one.topic, one.verdict) for one in align(stated)] == expected


def test_the_same_said_twice_in_one_document_is_one_alignment_without_comparison() -> None:
    twice = article("gazette", "The army sent 300 soldiers to Velm. Later 300 soldiers left Velm.")
    value = amount("300 soldier", "soldiers of the army")
    stated = [told(twice, "300 soldiers", value, nth) for nth in (0, 1)]
    (alignment,) = align(stated)
    assert len(alignment.claims) == 2
    assert alignment.comparisons == ()
    assert alignment.verdict is Verdict.SINGLE_SOURCE


def test_different_figures_of_one_document_are_never_in_one_alignment() -> None:
    twice = article("gazette", "The army sent 300 soldiers to Velm and 500 soldiers to Orla.")
    stated = [told(twice, f"{n} soldiers", amount(f"{n} soldier", "soldiers")) for n in (300, 500)]
    for alignment in align([*stated, *claims("450")]):
        assert len({claim.document_id for claim in alignment.claims}) == len(alignment.claims)


def judgement(left: str, right: str, relation: str) -> Judgement:
    one, other = (told(*STORY[name]).id for name in (left, right))
    return Judgement(left=one, right=other, relation=relation)


def test_a_person_overrides_a_relation() -> None:
    decided = [judgement("450", "300", "compatible")]
    (alignment,) = align(claims("300", "450"), judgements=decided)
    (comparison,) = alignment.comparisons
    assert comparison.judged
    assert comparison.finding.relation is Relation.COMPATIBLE
    assert alignment.verdict is Verdict.CORROBORATED


def test_a_person_brings_together_and_keeps_apart() -> None:
    decided = [judgement("300", "450", "unrelated"), judgement("450", "quake 300", "conflicts")]
    found = {
        named(one): one for one in align(claims("300", "450", "quake 300"), judgements=decided)
    }
    assert set(found) == {("300",), ("450", "quake 300")}
    assert found["450", "quake 300"].verdict is Verdict.DISPUTED


def test_a_retold_quotation_is_aligned_with_its_words() -> None:
    paper = article(
        "herald",
        "Velm mayor Ruiz said nobody should go back to the lower town after the flood in the Velm "
        "valley, where the Orla river destroyed houses.",
    )
    retold = quote("nobody should go back to the lower town", "Ruiz", Form.INDIRECT)
    stated = [*claims("nobody"), told(paper, "nobody should go back to the lower town", retold)]
    (alignment,) = align(stated)
    assert alignment.comparisons[0].finding.code is Code.PARAPHRASE


def test_topics_are_said_in_words() -> None:
    topics = {named(one): one.topic for one in align(claims())}
    assert topics["40 houses", "40 too"] == "houses in Velm"
    assert topics["nobody", "shorter"].startswith("Ana Ruiz: “Nobody should go")


def test_ages_are_compared_for_one_person_only() -> None:
    one = article("gazette", "In Velm the flood of the Orla took Ana Ruiz, 43, on Monday.")
    other = article("herald", "The flood of the Orla took 34-year-old Ana Ruiz on Monday in Velm.")
    third = article("courier", "“The Orla flood took all,” said Tom Beck, 61, in Velm on Monday.")
    stated = [
        told(one, "43", amount("43 year", "age", group="Ana Ruiz")),
        told(other, "34-year-old", amount("34 year", "age", group="Ana Ruiz")),
        told(third, "61", amount("61 year", "age", group="Tom Beck")),
    ]
    found = {frozenset(claim.text for claim in one.claims): one.verdict for one in align(stated)}
    assert found == {
        frozenset({"43", "34-year-old"}): Verdict.DISPUTED,
        frozenset({"61"}): Verdict.SINGLE_SOURCE,
    }


def test_another_days_storm_is_no_contradiction() -> None:
    winds = "The Orla storm over Velm had sustained winds of "
    first = article("gazette", f"{winds}120 miles per hour.", date(2019, 9, 1))
    second = article("herald", f"{winds}75 miles per hour.", date(2019, 9, 16))
    stated = [
        told(first, "120 miles per hour", amount("120 mile per hour", "sustained winds")),
        told(second, "75 miles per hour", amount("75 mile per hour", "sustained winds")),
    ]
    assert all(len(one.claims) == 1 for one in align(stated))
    second.published = date(2019, 9, 2)
    assert [one.verdict for one in align(stated)] == [Verdict.DISPUTED]


def test_a_document_that_has_both_figures_says_which_is_which() -> None:
    text = "In Velm the Orla boxers threw punches: Reke landed 178 punches"
    both = article("gazette", f"{text}, Beck threw 207 punches.")
    other = article("herald", f"{text} on Monday.")
    stated = [
        told(both, "178 punches", amount("178 punch", "punches")),
        told(both, "207 punches", amount("207 punch", "punches")),
        told(other, "178 punches", amount("178 punch", "punches")),
    ]
    found = {frozenset(claim.text for claim in one.claims): one.verdict for one in align(stated)}
    assert found == {
        frozenset({"178 punches"}): Verdict.CORROBORATED,
        frozenset({"207 punches"}): Verdict.SINGLE_SOURCE,
    }


def test_a_bare_figure_is_told_by_the_words_after_it() -> None:
    paper = article("gazette", "When it came, 212 people were staying at the camp, police said.")
    (alignment,) = align([told(paper, "212 people", amount("212 people", "people"))])
    assert alignment.topic == "people were staying at the camp"


@pytest.mark.parametrize(
    ("text", "words", "value", "topic"),
    [
        (
            "Those who stay face a fine of 500 crowns.",
            "500 crowns",
            amount("500 crown", "crowns"),
            "fine",
        ),
        ("It fell to 25 percent of the votes.", "25 percent", amount("25 percent"), "share of"),
        ("It took half an hour and rained.", "half an hour", amount("0.5 hour"), "took … hours"),
        ("The flood killed 12 people there.", "12 people", amount("12 people", "people dead"), ""),
    ],
)
def test_figures_have_topics_in_the_words_around_them(
    text: str, words: str, value: Value, topic: str
) -> None:
    (alignment,) = align([told(article("gazette", text), words, value)])
    assert alignment.topic.startswith(topic or "people killed")


def test_a_topic_is_in_the_claims_own_words() -> None:
    paper = article("gazette", "Firemen say they have opened the gates of Velm.")
    value = event("Firemen", "open", "the gates of Velm")
    (alignment,) = align([told(paper, "they have opened the gates of Velm", value)])
    assert alignment.topic == "Firemen have opened the gates of Velm"


def test_tolls_of_unrelated_stories_are_kept_apart() -> None:
    bus = article("gazette", "A bus crash near Tarsk injured at least 50 people on Monday.")
    fire = article("herald", "A fire at a school in Orla injured 24 people on Monday night.")
    stated = [
        told(bus, "at least 50 people", amount("at least 50 people", "people injured")),
        told(fire, "24 people", amount("24 people", "people injured")),
    ]
    assert all(len(alignment.claims) == 1 for alignment in align(stated))


def test_a_part_of_the_dead_is_not_another_part() -> None:
    text = " were found in the mud of Velm after the Orla flood."
    one = article("gazette", f"Divers said that five bodies{text}")
    other = article("herald", "Five of the 23 people killed in the Velm flood were children.")
    stated = [
        told(one, "five bodies", amount("5 body", "bodies")),
        told(other, "Five of the 23 people", amount("5 people", "people killed")),
    ]
    assert all(len(alignment.claims) == 1 for alignment in align(stated))


def test_the_last_time_was_on_one_day_only() -> None:
    papers = [
        article(name, f"The Velm bridge over the Orla was last inspected on {day}.")
        for name, day in (("gazette", "2019-05-03"), ("herald", "2018-11-20"))
    ]
    stated = [
        told(
            paper,
            paper.text[:-1],
            event(None, "inspect", "The Velm bridge", date=paper.text[-11:-1]),
        )
        for paper in papers
    ]
    (alignment,) = align(stated)
    assert alignment.comparisons[0].finding.code is Code.DATE


def test_a_statement_under_a_denial_is_denied() -> None:
    one = article("gazette", "Norda denied on Monday that it had sold the Velm shipyard.")
    other = article("herald", "Norda had sold the Velm shipyard, a letter shows.")
    stated = [
        told(one, "it had sold the Velm shipyard", event("Norda", "sell", "the Velm shipyard")),
        told(
            other, "Norda had sold the Velm shipyard", event("Norda", "sell", "the Velm shipyard")
        ),
    ]
    (alignment,) = align(stated)
    assert alignment.comparisons[0].finding.code is Code.DENIAL
    assert alignment.verdict is Verdict.DISPUTED


def test_clauses_with_other_particulars_neither_agree_nor_deny() -> None:
    one = article("gazette", "Norda has not opened shops in five states of Borduria since 1984.")
    other = article("herald", "Norda has opened shops in Velm, Orla and Tarsk in Borduria.")
    stated = [
        told(one, one.text[:-1], event("Norda", "open", "shops", negated=True)),
        told(other, other.text[:-1], event("Norda", "open", "shops")),
    ]
    assert all(alignment.verdict is not Verdict.DISPUTED for alignment in align(stated))


def test_clauses_that_open_with_other_numbers_do_not_agree() -> None:
    one = article("gazette", "One soldier was killed at Penn Ford.")
    other = article("herald", "Nine soldiers were killed at Penn Ford.")
    stated = [
        told(one, one.text[:-1], event(None, "kill", "One soldier")),
        told(other, other.text[:-1], event(None, "kill", "Nine soldiers")),
    ]
    assert all(alignment.verdict is not Verdict.CORROBORATED for alignment in align(stated))
