import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.layout import paragraphs

WORDS = st.lists(
    st.sampled_from(["rain", "fell", "on", "the", "town", "and", "mayor", "said", "so"]), min_size=1
)


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("The mayor of the town\nsaid it rained.", "The mayor of the town said it rained."),
        ("Rain fell.\n\nSnow fell.", "Rain fell.\n\nSnow fell."),
        (
            "Rain fell for three whole days on the town.\nIt stopped.\nThe mayor of the town, Ines "
            "Calloway, spoke at noon.",
            "Rain fell for three whole days on the town.\n\nIt stopped.\n\nThe mayor of the town, "
            "Ines Calloway, spoke at noon.",
        ),
        (
            "A heading\nThe mayor of the town said that rain fell,\nand that it had "
            "stopped by noon on Friday.",
            "A heading\n\nThe mayor of the town said that rain fell, and that it had "
            "stopped by noon on Friday.",
        ),
        ("The long-term plan is a long-\nterm one.", "The long-term plan is a long-term one."),
        ("The rain was unbeliev-\nable then.", "The rain was unbelievable then."),
        (
            "The rains of 2019-\n2021 were long.",
            "The rains of 2019-2021 were long.",
        ),
        ("", ""),
    ],
)
def test_lines_become_paragraphs(page: str, expected: str) -> None:
    assert paragraphs([page]) == expected


def test_running_heads_and_page_numbers_are_no_text() -> None:
    pages = [
        f"Harbour report {n}\nRain fell on day {n} of the long wet week.\nPage {n} of 3"
        for n in (1, 2, 3)
    ]
    assert paragraphs(pages).split(". ") == [
        "Rain fell on day 1 of the long wet week",
        "Rain fell on day 2 of the long wet week",
        "Rain fell on day 3 of the long wet week.",
    ]


@given(st.lists(WORDS, max_size=6))
def test_no_word_is_lost_or_made(lines: list[list[str]]) -> None:
    page = "\n".join(" ".join(words) for words in lines)
    assert paragraphs([page]).split() == page.split()
