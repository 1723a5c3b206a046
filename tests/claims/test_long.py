"""A long document must cost as much a word as a short one, in steps that are counted, not timed."""

import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
from spacy.tokens import Doc

import claims
from claims.figures import find
from claims.pipeline import claims_of
from claims.quotemarks import quoted
from evidence.records import Document

FOLDER = str(Path(claims.__file__).parent)
# One paragraph with all that looks around it: names, titles, pronouns, quotes, figures, rules.
PARAGRAPH = (
    "On Monday the port of Vell reported that 12 people had died and 30 were injured. "
    "“Nobody is in danger now,” said Ines Calloway, the harbour master. “We are safe.” She told "
    "reporters that two ships, she said, were lost. According to the leaked report, the ministry "
    "banned visitors from the pier. The report was right, Mr Tom Osk said: “It was ‘a mess’ and "
    "we knew it.” Drivers who enter must pay $40. He called it “an old, old story”. They left. "
)


def _steps(run: Callable[[], object]) -> int:
    """How many lines of this package's code `run` executes."""
    steps = 0

    def trace(frame: FrameType, event: str, _: object) -> Any:
        nonlocal steps
        if not frame.f_code.co_filename.startswith(FOLDER):
            return None
        steps += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        run()
    finally:
        sys.settrace(before)
    return steps


# Four times the text, and a little for rounding: the count is the same on every machine.
FOURFOLD = 4.05


def test_a_paragraph_four_times_as_long_takes_four_times_the_steps(nlp):
    parsed = nlp(PARAGRAPH)

    def steps(times: int) -> int:
        doc = Doc.from_docs([parsed] * times, ensure_whitespace=False)
        document = Document(id="long", source="long", text=doc.text)
        return _steps(lambda: claims_of(document, doc))

    # What is worked out once a process is no part of either.
    steps(1)
    short, long = steps(8), steps(32)
    assert long < FOURFOLD * short


MARKS = ["“It is over,” she said. ", "‘no’ ", "' ", "“ ", "” ", '" ', "“a\n\n", "6'2\" ", "“‘”"]


@pytest.mark.parametrize("words", MARKS)
def test_marks_four_times_as_many_take_four_times_the_steps(words):
    short, long = (_steps(lambda n=n: quoted(words * n)) for n in (200, 800))
    assert long < FOURFOLD * short


def test_what_has_no_white_space_for_pages_is_one_token(nlp):
    assert [len(nlp.tokenizer(mark * 20_000)) for mark in ('"', "(", "1,", "a", "=?")] == [1] * 5
    assert [token.text for token in nlp.tokenizer("“(" * 20 + "no” she said")][-4:] == [
        "no", "”", "she", "said",
    ]  # fmt: skip


def test_a_number_beyond_all_counting_costs_no_other_number():
    text = f"It cost 5 {'trillion ' * 20_000}euros, hundreds {'of thousands ' * 50}of men and $12."
    assert [figure.low for figure in find(text)] == [12]
    assert [figure.low for figure in find(f"{'1,234,567,' * 50}890 men, 40 ships")] == [40]
