"""What the reader's marks add to what the rules find: the marks here are made by hand."""

import re

import pytest
from spacy.tokens import Span

from claims.marked import with_marked
from claims.page import Page
from claims.reach import Attribution
from tests.markup import parsed

MARK = re.compile(r"\[([scw]) ([^][]*)\]")
ROLES = {"s": "source", "c": "cue", "w": "content"}


def found(prose: str, *known: str) -> list[str]:
    """The words given to a voice, of marked prose and of attributions that are `known` already.

    The prose has `[s source]`, `[c cue]` and `[w words said]`.
    """
    text, places = "", []
    for piece in re.split(r"(\[[scw] [^][]*\])", prose):
        match = MARK.fullmatch(piece)
        words = match[2] if match else piece
        if match:
            places.append((len(text), len(text) + len(words), ROLES[match[1]]))
        text += words
    doc, mentions = (read := parsed(text)).doc, read.mentions
    spans = [doc.char_span(start, end, role) for start, end, role in places]
    doc.spans["quotations"] = [span for span in spans if isinstance(span, Span)]
    assert len(doc.spans["quotations"]) == len(places)
    start = [text.index(words) for words in known]
    rules = [
        Attribution(((at, at + len(words)),), (0, 1), None, False, True, at + len(words))
        for at, words in zip(start, known, strict=True)
    ]
    ranges = [one.stretches for one in with_marked(Page(doc), mentions, rules)]
    return [" … ".join(text[a:b] for a, b in stretches) for stretches in ranges]


def test_marks_are_added_where_nothing_was_found() -> None:
    prose = "[s Ana Lund] [c voiced the warning] [w that the bridge would not last]."
    assert found(prose) == ["the bridge would not last"]


def test_content_keeps_its_pieces() -> None:
    prose = "[w The bridge,] [s Ana Lund] [c said], [w would not last the winter]."
    assert found(prose) == ["The bridge … would not last the winter"]


@pytest.mark.parametrize("known", ["the bridge would not last", "would not last until"])
def test_what_was_found_stays_as_it_is(known: str) -> None:
    prose = "[s Ana Lund] [c said] [w that the bridge would not last] until May."
    assert found(prose, known) == [known]


@pytest.mark.parametrize(
    "prose",
    [
        # a topic, not words that were said
        "[s Ana Lund] [c spoke of] [w her many years on the bridge].",
        "[s Ana Lund] [c said] [w so].",
        # nobody said it
        "[s Ana Lund] never [c said] [w that the bridge would not last].",
        "[s We] [c said] [w that the bridge would not last].",
        # words in marks are for the rules
        "[s Ana Lund] [c said]: [w “Long Is the Road to the Sea”].",
        # another asked
        "[c Asked] [w whether the bridge was safe], [s Ana Lund] shook her head.",
        "[s An official] [c asked] [w not to be named because it was not public].",
        # a thought
        "[s Ana Lund] [c fears] [w that the bridge will not last].",
        "It was [c reported] [w that the bridge would not last].",
    ],
)
def test_what_is_no_quotation_is_left_out(prose: str) -> None:
    assert found(prose) == []
