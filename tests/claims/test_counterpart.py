"""What a network is told of each word of two sentences."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.counterpart import Counterpart, Run, sides

# claim, evidence, a word of the claim, what the evidence has for it
SEEN = [
    ("More than 40 died.", "At least 43 people died.", "40", Counterpart.ALLOWED_BESIDE),
    ("More than 40 died.", "At least 33 people died.", "40", Counterpart.ALLOWED_BESIDE),
    ("More than 40 died.", "Only 33 people died.", "40", Counterpart.REFUSED_BESIDE),
    ("Exactly 40 died.", "Later 40 people died.", "40", Counterpart.EQUAL_BESIDE),
    ("More than 40 died.", "Later 40 people died.", "40", Counterpart.EDGE_BESIDE),
    ("It has 40 rooms.", "Its 40 cooks are known.", "40", Counterpart.EQUAL),
    ("It sold 1.2 million.", "In all 1,200,000 were sold.", "1.2", Counterpart.EQUAL_BESIDE),
    ("Forty died.", "There were 43 who died.", "Forty", Counterpart.LESS_BESIDE),
    ("Some 40 died.", "There were 4,000 who died.", "40", Counterpart.FIGURE_FAR),
    ("Some 40 died.", "Nobody died.", "40", Counterpart.FIGURE_ALONE),
    ("It opened before 2010.", "It opened in 2012.", "2010", Counterpart.YEAR_REFUSED),
    ("It opened before 2010.", "It opened in 2009.", "2010", Counterpart.YEAR_ALLOWED),
    ("It opened in 2010.", "It opened in 2010.", "2010", Counterpart.YEAR_SAME),
    ("It opened in 2010.", "It opened in 2012.", "2010", Counterpart.YEAR_OTHER),
    ("It opened in 2010.", "It has opened.", "2010", Counterpart.YEAR_ALONE),
    ("It opened in May.", "It opened in June.", "May", Counterpart.OTHER_MONTH),
    ("It is not open.", "It is open.", "not", Counterpart.NOT_ALONE),
    ("It is not open.", "It never opened.", "not", Counterpart.NOT_TOO),
    ("The director left.", "She directed it.", "director", Counterpart.KIN),
    ("They met Ada Moss.", "They met her.", "Ada", Counterpart.NAME),
    ("They met Ada Moss.", "Ada Moss came.", "Ada", Counterpart.SAME),
    ("The dam holds.", "A dam broke.", "holds", Counterpart.NONE),
]


@pytest.mark.parametrize(("claim", "evidence", "word", "counterpart"), SEEN)
def test_a_word_and_its_counterpart(
    claim: str, evidence: str, word: str, counterpart: Counterpart
) -> None:
    left, _ = sides(claim, evidence)
    assert left.counterparts[left.words.index(word)] is counterpart


def test_words_shared_in_one_order_are_a_run() -> None:
    left, _ = sides("the old mill fell", "an old mill stands where one fell")
    assert left.runs == [Run.NO, Run.AFTER, Run.BEFORE, Run.ALONE]


@given(st.text(max_size=80), st.text(max_size=80))
def test_any_two_texts_are_seen_whole(one: str, other: str) -> None:
    for side in sides(one, other):
        assert len(side.words) == len(side.counterparts) == len(side.runs)
