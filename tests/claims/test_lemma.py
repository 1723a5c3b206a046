import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.lemma import apply, script


@pytest.mark.parametrize(
    ("form", "lemma", "steps"),
    [
        ("houses", "house", "l|1|"),
        ("Houses", "house", "l|1|"),
        ("told", "tell", "=|tell"),
        ("went", "go", "=|go"),
        ("NATO", "NATO", "k|0|"),
        ("BROWN", "Brown", "t|0|"),
        ("n't", "not", "=|not"),
    ],
)
def test_the_shortest_script(form, lemma, steps):
    assert script(form, lemma) == steps


@given(st.text(min_size=1), st.text(min_size=1))
def test_a_script_makes_the_lemma_it_was_made_for(form, lemma):
    assert apply(form, script(form, lemma)) == lemma


@given(st.text(min_size=1), st.sampled_from(["l|3|y", "k|9|", "t|0|x", "=|be", "u|1|"]))
def test_any_script_gives_any_word_some_lemma(form, steps):
    assert apply(form, steps)
