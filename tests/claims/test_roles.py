"""Who belongs to whom among the spans that the reader marks."""

import re

import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc, Span

from claims.role_spans import spans
from claims.roles import attributions

VOCAB = spacy.blank("en").vocab
SPAN = re.compile(r"\[(s|c|w) ([^]]*)\]|(\|)|(\S+)")
ROLES = {"s": "source", "c": "cue", "w": "content"}


def marked(prose: str) -> Doc:
    """A text with `[s source]`, `[c cue]` and `[w words said]`; `|` ends a sentence."""
    words: list[str] = []
    starts: list[bool] = []
    found: list[tuple[int, int, str]] = []
    opens = True
    for role, inside, end, word in SPAN.findall(prose):
        if end:
            opens = True
            continue
        first = len(words)
        for part in inside.split() if role else [word]:
            if part == "|":
                opens = True
                continue
            words.append(part)
            starts.append(opens)
            opens = False
        if role:
            found.append((first, len(words), ROLES[role]))
    doc = Doc(VOCAB, words=words, sent_starts=starts)
    doc.spans["quotations"] = [Span(doc, *extent) for extent in found]
    return doc


def read(prose: str) -> list[tuple[str, str | None, list[str]]]:
    return [
        (found.cue.text, found.source and found.source.text, [c.text for c in found.contents])
        for found in attributions(marked(prose))
    ]


def test_a_cue_has_the_source_and_the_content_beside_it():
    prose = "[s Ana Lund] [c said] [w the bridge would close] ."
    assert read(prose) == [("said", "Ana Lund", ["the bridge would close"])]


def test_two_cues_in_a_sentence_share_nothing():
    prose = "[s Lund] [c said] [w it was safe] , but [s Beck] [c warned] [w it was not] ."
    assert read(prose) == [
        ("said", "Lund", ["it was safe"]),
        ("warned", "Beck", ["it was not"]),
    ]


def test_one_source_speaks_through_two_cues():
    prose = "[s Lund] [c said] [w it was safe] and [c added] [w that trains ran] ."
    assert [source for _, source, _ in read(prose)] == ["Lund", "Lund"]


def test_content_on_both_sides_of_its_cue():
    prose = "[w “ The road , ”] [s she] [c said] , [w “ is shut . ”]"
    assert read(prose) == [("said", "she", ["“ The road , ”", "“ is shut . ”"])]


def test_content_over_several_sentences_belongs_to_the_cue_at_its_end():
    prose = "[w “ The road is shut . | Nobody may pass , ”] [s the mayor] [c said] ."
    assert read(prose) == [("said", "the mayor", ["“ The road is shut . Nobody may pass , ”"])]


def test_content_that_goes_on_in_the_next_sentence_goes_on_with_its_cue():
    prose = "[s She] [c said] : [w “ The road is shut . ”] | [w “ Nobody may pass . ”]"
    assert read(prose) == [("said", "She", ["“ The road is shut . ”", "“ Nobody may pass . ”"])]


def test_words_in_between_end_what_goes_on():
    prose = "[s She] [c said] [w no] . | Rain fell . | [w “ Nobody may pass . ”]"
    assert read(prose) == [("said", "She", ["no"])]


def test_a_cue_without_a_source_has_none():
    assert read("It was [c reported] that [w nine ships sank] .") == [
        ("reported", None, ["nine ships sank"])
    ]


LABELS = st.lists(st.sampled_from(["O", "B-cue", "I-cue", "B-content", "I-content"]), max_size=12)


@given(LABELS)
def test_spans_cover_what_is_labelled_and_nothing_else(labels):
    # As decoding leaves them: nothing goes on that did not begin.
    kept: list[str] = []
    for label in labels:
        before = kept[-1] if kept else "O"
        kept.append("O" if label[0] == "I" and before[2:] != label[2:] else label)
    found = list(spans(kept))
    assert [i for s, e, _ in found for i in range(s, e)] == [
        i for i, label in enumerate(kept) if label != "O"
    ]
    assert all(kept[start] == f"B-{role}" for start, _, role in found)
