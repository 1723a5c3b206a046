"""Talks told from their layout: in each example the words of the answers stand in braces."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.quotemarks import paragraphs, quoted
from claims.turns import turns, with_turns

EXAMPLES = [
    "Q: Why?\nA: {Because.}\nQ: Since when?\nA: {Since May.}",
    "REED: {We go.}\n\nHOLM: {We stay.}\n\nREED: {Then go alone.}",
    "**Q:** Why?\n\n**A:** {Because.}\n\n{It had to be.}\n\n**Q:** And now?\n\n**A:** {We go.}",
    # answers without a label, and the writer's words after the last one
    "((WN)) Why?\n\n{Because.}\n\n((WN)) And now?\n\n{We go.}\n\nThe trial opens on Monday.",
    # the name of the outlet asks, whoever it is
    "Courier: Why?\n\nAnna Reed: {Because.}\n\nCourier: And now?\n\nReed: {We go.}",
    "__Why did you go?__\n\n{I had to.}\n\n__And now?__\n\n{We stay.}",
    # what is set apart to catch the eye is no part of an answer
    "Q: Why?\n\nA: {Because we must.}\n\n“We must.” — Anna Reed\n\nQ: And now?\n\nA: {We go.}",
]
NONE = [
    "Note: the road is shut.",
    "Photo: Anna Reed\n\nWords.\n\nPhoto: Tom Holm\n\nWords.",
    "Reed: 40\nHolm: 31\nReed: 12\nHolm: 60",
    "**What happened?**\n\nThe wall fell.\n\n**Who was hurt?**\n\nNobody was hurt.",
    "Is it over? Nobody knows.",
    "",
]


def _answers(text: str) -> list[str]:
    return [
        text[start:end]
        for turn in turns(text, paragraphs(text))
        if not turn.asks
        for start, end in turn.stretches
    ]


@pytest.mark.parametrize("marked", EXAMPLES)
def test_finds_exactly_the_answers(marked: str) -> None:
    text = re.sub(r"[{}]", "", marked)
    assert _answers(text) == re.findall(r"\{([^{}]*)\}", marked)


@pytest.mark.parametrize("text", NONE)
def test_labels_and_headings_are_no_talk(text: str) -> None:
    assert turns(text, paragraphs(text)) == []


def test_an_answer_says_where_its_name_stands() -> None:
    text = "Q: Why?\nAnna Reed: Because.\nQ: And now?\nAnna Reed: We go."
    named = [turn.label for turn in turns(text, paragraphs(text)) if not turn.asks]
    assert [text[slice(*label)] for label in named if label] == ["Anna Reed", "Anna Reed"]


PIECES = st.sampled_from(
    [
        "Q: ",
        "A. ",
        "**Q:** ",
        "**Why?**",
        "((WN)) ",
        "Anna Reed: ",
        "REED (mayor): ",
        "14:05 Reed: ",
        "We go. ",
        "I had to? ",
        "“We go.” ",
        "“",
        "” — Anna",
        "12 ",
        "\n",
        "\n\n",
        " ",
    ]
)


@given(st.lists(PIECES, max_size=30).map("".join))
def test_any_layout_gives_ordered_stretches_that_no_quote_crosses(text: str) -> None:
    blocks = paragraphs(text)
    quotes, answers = with_turns(text, blocks, quoted(text))
    last = 0
    for quote in quotes:
        assert last <= quote.start < quote.end <= len(text)
        last = quote.end
        assert all(quote.start <= a < b <= quote.end for a, b in quote.stretches)
    assert answers.keys() <= {quote.start for quote in quotes}
    for turn in turns(text, blocks):
        assert turn.stretches
        assert all(text[start:end].strip() for start, end in turn.stretches)
