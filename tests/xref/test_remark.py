"""One remark in two documents: the words laid side by side, and whose they are in each."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from claims.quotation import Form, Quotation, SpeakerKind
from tests.xref.making import quote
from xref.remark import Given, side_by_side
from xref.wording import GAP, Laid, Match, lay, plain, wording

BOATS = "We pulled eleven boats out of the ice before the tide came in"
LAID = [
    (BOATS, f"{BOATS.upper()}!", Laid(Match.VERBATIM)),
    # another spelling alters nothing
    ("we organise the watch on the ice", "We organize the watch on the ice.", Laid(Match.VERBATIM)),
    (
        "eleven boats out of the ice",
        BOATS,
        Laid(Match.TRUNCATED, (), ("we pulled", "before the tide came in"), ()),
    ),
    (
        "We pulled eleven boats … before the tide came in",
        BOATS,
        Laid(Match.TRUNCATED, (), ("out of the ice",), ()),
    ),
    (
        BOATS,
        BOATS.replace("eleven", "twelve"),
        Laid(Match.ALTERED, (("eleven", "twelve"),), (), ()),
    ),
    # changed, and cut as well
    (
        BOATS.replace("eleven", "twelve").removesuffix(" before the tide came in"),
        BOATS,
        Laid(Match.ALTERED, (("twelve", "eleven"),), ("before the tide came in",), ()),
    ),
    (BOATS, "Nobody has asked the skippers for their side of it", Laid(Match.UNLIKE)),
]
GIVEN = [
    (quote(BOATS, "Ana Ruiz"), quote(BOATS, "Ms Ruiz"), "verbatim"),
    (
        quote(BOATS, "Ana Ruiz"),
        quote(BOATS, "Tom Beck"),
        "verbatim, attributed to another speaker",
    ),
    (quote(BOATS), quote(BOATS, "Ana Ruiz"), "verbatim, unattributed here"),
    (quote(BOATS, "Ana Ruiz"), quote(BOATS), "verbatim, unattributed there"),
    (
        quote("eleven boats out of the ice", "an aide", kind=SpeakerKind.UNNAMED),
        quote(BOATS, "Ana Ruiz"),
        "truncated, unattributed here",
    ),
    (
        quote(BOATS.replace("eleven", "twelve"), "Tom Beck"),
        quote(BOATS, "Ana Ruiz"),
        "altered (“twelve” for “eleven”), attributed to another speaker",
    ),
    # only what stands inside the marks is laid side by side
    (
        quote("they had “pulled eleven boats out of the ice”", "Ana Ruiz", Form.MIXED),
        quote(BOATS, "Ana Ruiz"),
        "truncated",
    ),
]


@pytest.mark.parametrize(("here", "there", "laid"), LAID)
def test_words_side_by_side(here: str, there: str, laid: Laid) -> None:
    assert lay(here, there) == laid
    assert lay(there, here) == laid.turned()


@pytest.mark.parametrize(("here", "there", "said"), GIVEN)
def test_one_remark_in_two_documents(here: Quotation, there: Quotation, said: str) -> None:
    assert side_by_side(here, there).words() == said


FEW = ("river", "boat", "rise", "the", "…", "organise", "organize", "[it]", "it's", "12")
WORDS = st.lists(st.sampled_from(FEW), max_size=18).map(" ".join)


@given(WORDS, WORDS)
@example("river river boat river boat river", "river boat river river river boat river")
def test_the_order_only_turns_the_result_round(here: str, there: str) -> None:
    assert lay(here, there) == lay(there, here).turned()


@given(WORDS, WORDS)
def test_every_word_named_stands_in_its_text(here: str, there: str) -> None:
    laid = lay(here, there)
    ours, theirs = " ".join(plain(here)), " ".join(plain(there))
    for mine, other in laid.changed:
        assert mine != other
        assert mine in ours
        assert other in theirs
    assert all(word in theirs for run in laid.missing for word in run.split())
    assert all(word in ours for run in laid.extra for word in run.split())
    assert all(GAP not in run for run in (*laid.missing, *laid.extra))


@given(WORDS)
def test_a_text_is_verbatim_itself(text: str) -> None:
    assert lay(text, text) == Laid(Match.VERBATIM)


@given(WORDS, WORDS)
def test_only_altered_wordings_have_changed_words(here: str, there: str) -> None:
    laid = lay(here, there)
    assert bool(laid.changed) == (laid.match is Match.ALTERED)
    if laid.match is Match.TRUNCATED:
        assert laid.missing or laid.extra
    if laid.match is Match.VERBATIM and GAP not in wording(here) + wording(there):
        assert not laid.missing
        assert not laid.extra


SPEAKERS = st.sampled_from([None, "Ana Ruiz", "Tom Beck"])


@given(WORDS, SPEAKERS, SPEAKERS)
def test_who_is_named_here_is_nobody_there_the_other_way_round(
    words: str, one: str | None, other: str | None
) -> None:
    turned = {Given.HERE_NOBODY: Given.THERE_NOBODY, Given.THERE_NOBODY: Given.HERE_NOBODY}
    left, right = quote(words, one), quote(words, other)
    there = side_by_side(right, left).given
    assert side_by_side(left, right).given is turned.get(there, there)
