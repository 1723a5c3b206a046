"""Quote marks told from characters alone. Braces mark the stretches that must be found."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.quotemarks import paragraphs, quoted

EXAMPLES = [
    # curly, straight, doubled
    "“{The bridge is shut,}” she said. “{Go home.}”",
    '"{The bridge is shut,}" she said. "{Go home.}"',
    "''{Perhaps,}'' the mayor said, ''{we can help.}''",
    "``{Perhaps,}'' the mayor said.",
    "«{The bridge is shut,}» she said.",
    # brackets and dashes around the marks
    "He called it a mess (“{a total mess}”)—“{for now}”—and left.",
    # British: single outside, double inside
    "‘{The workers’ union has “won”,}’ he said, ‘{and we go.}’",
    "'{We'll never go,}' said Ms Abara. '{Never.}'",
    "The '{experts}' met at the boys' club.",
    # quotes inside quotes belong to the outer one
    "“{She told us ‘go’ and we ‘went’,}” he said.",
    "\"{She told us 'go' and we went,}\" he said.",
    "He said “{the word “no” is a word}” and left.",
    # several paragraphs of one quote: each opens, the last closes
    "He said:\n\n“{First we ran.}\n\n“{Then we hid.}\n\n“{Then it was over.}”\n\nHe left.",
    # only the first opens
    "“{First we ran.}\n\nThen we hid.}” He left.".replace("ran.}\n\n", "ran.}\n\n{"),
    # a block whose opening mark is missing
    "She wrote to them:\n\n{Bring a lamp … and water.}”\n\nNobody came.",
    "The note said: {bring a lamp.}” Nobody came.",
    # a missing closing mark ends with its paragraph, or before the next opening mark
    "“{Nobody told us anything.}\n\nThe meeting went on.",
    "“{Nobody told us.} “{We knew nothing,}” he said.",
    # a straight mark right after a figure can still close
    'He was told "{to wait until 5}" and did.',
]
UNQUOTED = [
    "The workers' union paid James' rent in the '90s.",
    "'Twas the night; rock 'n' roll, get 'em, goin' home.",
    'A 6\'2" man carried a 15" screen and a 3/4" bolt.',
    "It’s the teachers’ and the nurses’ day.",
    "“”",
    '"" and " " and \'\'',
    "“   ”",
    "",
]


def _found(text: str) -> list[str]:
    return [text[start:end] for quote in quoted(text) for start, end in quote.stretches]


@pytest.mark.parametrize("marked", EXAMPLES)
def test_finds_exactly_the_marked_stretches(marked: str) -> None:
    text = re.sub(r"[{}]", "", marked)
    assert _found(text) == re.findall(r"\{([^{}]*)\}", marked)


@pytest.mark.parametrize("text", UNQUOTED)
def test_apostrophes_inches_and_empty_marks_are_no_quotes(text: str) -> None:
    assert _found(text) == []


def test_says_which_marks_are_missing() -> None:
    whole, unopened, unclosed = (
        quoted(text)[0] for text in ("“We go.”", "She wrote:\n\nWe go.”", "“We go.\n\nThey went.")
    )
    assert (whole.opened, whole.closed) == (True, True)
    assert (unopened.opened, unopened.closed) == (False, True)
    assert (unclosed.opened, unclosed.closed) == (True, False)


def test_a_block_is_a_quote_that_has_its_paragraphs_to_itself() -> None:
    text = "Intro.\n\n“We go.”\n\nHe said “we go” to her.\n\n“We go,” he said."
    assert [quote.block for quote in quoted(text)] == [True, False, False]


def test_paragraphs_end_at_blank_lines_and_at_lines_that_do_not_look_wrapped() -> None:
    text = "A line that is\nwrapped here.\nNext one.\n\n\n  Last “one”\n"
    assert [text[start:end] for start, end in paragraphs(text)] == [
        "A line that is\nwrapped here.",
        "Next one.",
        "Last “one”",
    ]


PIECES = st.sampled_from(
    [
        *"“”‘’\"'«»",
        "''",
        "``",
        " ",
        "\n",
        "\n\n",
        ":",
        ",",
        ".",
        "it’s ",
        "dogs' ",
        "We go",
        "5",
        "said ",
    ]
)


@given(st.lists(PIECES, max_size=40).map("".join))
def test_any_marks_give_ordered_stretches_within_the_text(text: str) -> None:
    last = 0
    for quote in quoted(text):
        assert last <= quote.start < quote.end <= len(text)
        last = quote.end
        position = quote.start
        for start, end in quote.stretches:
            assert position <= start < end <= quote.end
            assert text[start:end] == text[start:end].strip()
            position = end


@given(st.text(max_size=200))
def test_any_text_can_be_read(text: str) -> None:
    found = paragraphs(text)
    assert all(text[start:end].strip() for start, end in found)
    assert [words for start, end in found for words in text[start:end].split()] == text.split()
    assert len(quoted(text)) <= len(text)
