"""Words as the treebanks cut them: each example says where with a bar."""

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from claims.tokenizer import adapt

EXAMPLES = [
    "anti-war| |marchers| |with| |well|-|known| |names",
    "What|!!!| |No|?!",
    "minutes.pdf|)|(|See| |page| |4|)",
    "(|a|)|(|b|)",
    "[|2|]|–|[|5|]",
    "its| |colo(u)r",
    "the| |end|(|Later| |more|)",
    "a| |citizen|,|21",
    "Price|:|40",
    "1,200| |men| |and/or| |12:30| |3,5".replace("and/or", "and|/|or"),
    "I| |wan|na| |go",
    "the| |$$$| |and| |$|20",
    "1914|–|1918",
    "smith| |et| |al.",
    "``|No|,|''| |he| |said",
]


NLP = spacy.blank("en")
adapt(NLP)


@pytest.mark.parametrize("marked", EXAMPLES)
def test_cuts_where_the_treebanks_do(marked: str) -> None:
    expected = [piece for piece in marked.split("|") if piece.strip()]
    assert [token.text for token in NLP(marked.replace("|", ""))] == expected


@given(st.text(st.sampled_from("ab A1.,:()[]<>\"'/-–$!?\n"), max_size=40))
def test_no_character_is_lost(text: str) -> None:
    assert NLP(text).text == text
