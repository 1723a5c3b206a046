import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from xref.wording import GAP, Overlap, overlap, plain, wording

EXAMPLES = [
    ("the boat sank at dawn", "The boat sank at dawn.", Overlap(5, (), 5)),
    (
        "we saw the boat sink at dawn",
        "we saw the ferry sink at dawn",
        Overlap(6, (("boat", "ferry"),), 7),
    ),
    ("we saw it sink at dawn", "we saw sink at dawn", Overlap(5, (("it", ""),), 6)),
    # what an editor left out or put in is no change
    ("we saw the boat sink at dawn", "we saw … sink at dawn", Overlap(5, (), 5)),
    # one word matched by chance, far from the rest
    ("boat after boat left the harbour that night", "the harbour that night", Overlap(4, (), 4)),
    ("nothing", "in common", Overlap(0, (), 0)),
]


@pytest.mark.parametrize(("left", "right", "laid"), EXAMPLES)
def test_two_wordings(left: str, right: str, laid: Overlap) -> None:
    assert overlap(left, right) == laid


FEW = ("river", "boat", "rise", "the", "…", "organise", "organize", "[it]", "it's", "12")
WORDS = st.lists(st.sampled_from(FEW), max_size=18).map(" ".join)


@given(WORDS, WORDS)
@example("river river boat river boat river", "river boat river river river boat river")
def test_the_order_only_turns_the_changes_round(left: str, right: str) -> None:
    one, other = overlap(left, right), overlap(right, left)
    assert (one.same, one.size) == (other.same, other.size)
    assert one.changed == tuple((after, before) for before, after in other.changed)


@given(WORDS, WORDS)
def test_what_is_laid_side_by_side_stands_in_both(left: str, right: str) -> None:
    found = overlap(left, right)
    assert found.same <= found.size
    assert found.same <= min(len(wording(left)), len(wording(right)))
    for before, after in found.changed:
        assert before != after
        assert GAP not in before + after
        assert before in " ".join(plain(left))
        assert after in " ".join(plain(right))


@given(WORDS)
def test_a_wording_runs_beside_itself_unchanged(text: str) -> None:
    laid = wording(text)
    assert overlap(text, text) == Overlap(len(laid), (), len(laid))
