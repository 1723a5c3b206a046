from datetime import date

import pytest
from hypothesis import given, settings

from claims import clause
from claims.circumstance import place, when
from claims.phrase import words
from claims.wording import clause as clause_words
from claims.wording import clause_extent
from tests.claims.trees import docs, tree

# Police arrested two men in Leeds on Monday.
ARREST = tree(
    "Police/police/NN/nsubj<2 arrested/arrest/VBD/root<0 two//CD/nummod<4 men/man/NNS/obj<2 "
    "in//IN/case<6 Leeds//NNP/obl<2/LOC on//IN/case<8 Monday//NNP/obl<2/DATE .//./punct<2"
)
# The guards who were told to leave did not shoot or run, the mayor said.
RELATIVE = tree(
    "The/the/DT/det<2 guards/guard/NNS/nsubj<10 who//WP/nsubj:pass<5 were/be/VBD/aux:pass<5 "
    "told/tell/VBN/acl:relcl<2 to//TO/mark<7 leave//VB/xcomp<5 did/do/VBD/aux<10 "
    "not//RB/advmod<10 shoot//VB/root<0 or//CC/cc<12 run//VB/conj<10 ,//,/punct<16 the//DT/det<15 "
    "mayor//NN/nsubj<16 said/say/VBD/parataxis<10 .//./punct<10"
)
# The report was written by Novak and leaked.
REPORT = tree(
    "The/the/DT/det<2 report//NN/nsubj:pass<4 was/be/VBD/aux:pass<4 written/write/VBN/root<0 "
    "by//IN/case<6 Novak//NNP/obl:agent<4/PER and//CC/cc<8 leaked/leak/VBN/conj<4 .//./punct<4"
)


def test_an_active_clause_has_a_doer_and_an_undergoer():
    verb = ARREST[1]
    assert clause.doer(verb) == ARREST[0]
    assert clause.undergoer(verb) == ARREST[3]
    assert not clause.is_passive(verb)


def test_a_passive_clause_turns_them_round():
    verb = REPORT[3]
    assert clause.doer(verb) == REPORT[5]
    assert clause.undergoer(verb) == REPORT[1]


def test_a_coordinated_verb_shares_subject_and_voice():
    verb = REPORT[7]
    assert clause.is_passive(verb)
    assert clause.undergoer(verb) == REPORT[1]
    assert clause.doer(verb) is None


def test_a_relative_pronoun_means_its_noun_and_an_infinitive_shares_it():
    assert clause.subject(RELATIVE[4]) == RELATIVE[1]
    assert clause.subject(RELATIVE[6]) == RELATIVE[1]


def test_a_negation_holds_for_what_is_coordinated_with_or():
    assert clause.negated(RELATIVE[9])
    assert clause.negated(RELATIVE[11])
    assert not clause.negated(ARREST[1])


def test_attribution_and_neighbours_are_no_part_of_a_clause():
    assert words(clause_words(RELATIVE[9])) == "The guards who were told to leave did not shoot"


def test_the_attribution_of_a_clause_is_found_behind_it():
    assert clause.governor(RELATIVE[9]) == RELATIVE[15]
    assert clause.governor(ARREST[1]) is None


def test_place_and_date_come_from_named_obliques():
    assert place(ARREST[1]) == ARREST[5]
    assert when(ARREST[1], date(2024, 5, 15)) == "2024-05-13"


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("by//IN/case<2 mail//NN/obl<3 sent/send/VBN/root<0 was/be/VBD/aux:pass<3", None),
        ("sent/send/VBN/root<0 was/be/VBD/aux:pass<1 by//IN/case<4 Novak//NNP/obl<1/PER", "Novak"),
        ("won/win/VBN/root<0 was/be/VBD/aux:pass<1 by//IN/case<5 nine//CD/nummod<5 "
         "votes/vote/NNS/obl<1", None),
    ],
)  # fmt: skip
def test_a_means_or_a_margin_is_no_agent(written, expected):
    doc = tree(written)
    verb = next(token for token in doc if token.dep_ == "root")
    found = clause.agent(verb)
    assert (found.text if found is not None else None) == expected


def test_a_second_subject_behind_its_verb_is_the_object():
    doc = tree(
        "Rules/rule/NNS/nsubj<2 tell//VBP/root<0 guards/guard/NNS/nsubj<2 to//TO/mark<5 "
        "leave//VB/xcomp<2"
    )
    assert clause.undergoer(doc[1]) == doc[2]
    assert clause.subject(doc[1]) == doc[0]


@settings(max_examples=2 * settings.default.max_examples)
@given(docs())
def test_no_tree_makes_it_fail_or_leave_the_text(doc):
    for token in doc:
        start, end = clause_extent(token)
        assert 0 <= start < end <= len(doc.text)
        for found in (clause.subject(token), clause.doer(token), clause.undergoer(token)):
            assert found is None or found.doc is doc
        assert clause.negated(token) in (True, False)
        when(token, None)
        place(token)
        clause.governor(token)
