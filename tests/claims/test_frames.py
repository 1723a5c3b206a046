import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.frame_encoding import FAR, Tie, distances, ties
from claims.frames import ROLES, Finder, _stretches, finder
from claims.policy import read
from claims.standing import exceptions, since, until
from claims.word_vectors import nearness
from tests.markup import parsed


@given(st.lists(st.integers(0, 12), min_size=1, max_size=12), st.data())
def test_any_heads_make_one_anchor_and_a_tie_for_each_word(heads, data):
    anchor = data.draw(st.integers(0, len(heads) - 1))
    found = ties(anchor, heads)
    assert len(found) == len(heads)
    assert [place for place, tie in enumerate(found) if tie == Tie.ANCHOR] == [anchor]
    assert distances(anchor, len(heads))[anchor] == FAR


@given(st.lists(st.integers(0, len(ROLES) - 1), max_size=20))
def test_stretches_cover_each_labelled_word_once(numbers):
    found = [
        (part, place) for part, start, end in _stretches(numbers) for place in range(start, end + 1)
    ]
    told = [
        (ROLES[number].partition("-")[2], place) for place, number in enumerate(numbers) if number
    ]
    assert sorted(found, key=lambda one: one[1]) == told


def test_a_sentence_without_a_word_of_rules_is_not_asked():
    (sent,) = parsed("The ferry left at noon.").doc.sents
    assert finder()(sent, 0.0) == []


def test_a_frame_has_its_parts_where_they_stand():
    doc = parsed("The harbour office forbade fishing boats to leave port until Sunday.").doc
    (frame,) = Finder()(next(iter(doc.sents)), 0.5)
    told = {part: doc[start:end].text for part, start, end in frame.parts}
    assert frame.modality == "must_not"
    assert frame.probability > 0.9
    assert doc[frame.anchor].text == "leave"
    assert told["issuer"] == "The harbour office"
    assert told["addressee"] == "fishing boats"
    assert told["condition"] == "until Sunday"


def test_when_a_rule_holds_is_read_off_its_conditions():
    assert since(("since the war",), None) == "the war"
    assert since(("from the square",), None) is None
    assert until(("by the river", "until 3 May 2021"), None) == "2021-05-03"
    assert exceptions(("except for nurses", "in town")) == ("except for nurses",)


@pytest.mark.parametrize(
    ("one", "other", "far"),
    [
        ("attending the mosque", "attending religious services", "wearing a beard"),
        ("drinking wine", "consuming alcohol", "parking a car"),
    ],
)
def test_words_that_mean_alike_are_near(one, other, far):
    assert nearness(one, other) > nearness(one, far)
    assert nearness(one, one) == pytest.approx(1.0, abs=1e-5)
    assert nearness(one, "") == 0.0


@pytest.mark.parametrize(
    ("sentence", "modality"),
    [
        ("Vets in Norland are not obliged to put down a healthy animal.", "may"),
        ("Pregnant women and veterans would not have to meet the fitness test.", "may"),
        ("The agency ordered disciplinary action against three inspectors.", "penalty"),
    ],
)
def test_who_need_not_may_and_what_is_suffered_is_no_duty(sentence: str, modality: str) -> None:
    found = [reading.value for reading in read(parsed(sentence))]
    assert [str(policy.modality) for policy in found] == [modality]
