import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.anchor import find, selector
from tests.evidence.make import document

TEXT = (
    "The mayor said rain fell for three days. The clerk said rain fell for three days. "
    "On Friday the mayor of Port Ellery said that 12 people had left their homes on the quay.\n"
)


def quoted(words: str, nth: int = 0) -> tuple[int, int]:
    """Where `words` stand in the text, the nth time."""
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return start, start + len(words)


def test_selectors_are_those_of_web_annotation() -> None:
    start, end = quoted("12 people")
    made = selector(document(TEXT), start, end)
    assert json.loads(json.dumps(made)) == [
        {"type": "TextPositionSelector", "start": start, "end": end},
        {
            "type": "TextQuoteSelector",
            "exact": "12 people",
            "prefix": " mayor of Port Ellery said that ",
            "suffix": " had left their homes on the qua",
        },
    ]


@pytest.mark.parametrize(("start", "end"), [(5, 5), (6, 5), (-1, 4), (0, len(TEXT) + 1)])
def test_nothing_selects_what_is_no_span(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="is no span of a text"):
        selector(document(TEXT), start, end)


@given(st.text(min_size=1), st.data())
def test_every_span_of_an_unchanged_text_is_found(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    assert find(text, selector(document(text), start, end)) == (start, end)


@pytest.mark.parametrize(
    ("words", "nth", "edited", "expected"),
    [
        ("rain fell", 1, "Breaking: " + TEXT, "rain fell"),
        (
            "rain fell",
            1,
            TEXT.replace("The mayor said rain fell for three days. ", ""),
            "rain fell",
        ),
        ("12 people had left their homes", 0, TEXT.upper(), "12 PEOPLE HAD LEFT THEIR HOMES"),
        (
            "12 people had left their homes",
            0,
            TEXT.replace("12 people", "some 14 people").replace("left", "by now left"),
            "people had by now left their homes",
        ),
        ("The clerk said rain fell", 0, TEXT.replace("clerk said", "clerk’s aide said"), None),
    ],
)
def test_a_span_is_found_again_in_an_edited_text(
    words: str, nth: int, edited: str, expected: str | None
) -> None:
    found = find(edited, selector(document(TEXT), *quoted(words, nth)))
    if expected is None:
        assert found is not None
        assert edited[found[0] : found[1]].startswith("The clerk’s aide said")
    else:
        assert found is not None
        assert edited[found[0] : found[1]] == expected


def test_surroundings_tell_one_from_another() -> None:
    start, end = quoted("rain fell", 1)
    found = find("Breaking news. " * 9 + TEXT, selector(document(TEXT), start, end))
    assert found == (start + 135, end + 135)


def test_what_is_gone_is_not_found() -> None:
    start, end = quoted("12 people had left their homes")
    chosen = selector(document(TEXT), start, end)
    assert find("Snow fell on the hills, and nobody was hurt.", chosen) is None
    assert find("", chosen) is None
    assert find(TEXT, []) is None
    assert find(TEXT, [{"type": "TextPositionSelector", "start": 0, "end": 3}]) is None
