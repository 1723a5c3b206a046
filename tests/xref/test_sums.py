import pytest

from tests.xref.making import amount, article, told
from xref.sums import sums

# text, each figure as (words, value), the total's words, the parts' words, whether they add up
FOUND = [
    (
        "The clerk read 90 letters. Of these 90 letters, 40 letters praised the plan, 35 letters "
        "rejected it and 15 letters were unsigned.",
        ["90 letters", "40 letters", "35 letters", "15 letters"],
        True,
    ),
    (
        "The clerk read 90 letters. Of these, 40 letters praised the plan, 35 letters rejected it "
        "and 18 letters were unsigned.",
        ["90 letters", "40 letters", "35 letters", "18 letters"],
        False,
    ),
    ("The crash hurt 19 people: 12 men and 7 women.", ["19 people", "12 men", "7 women"], True),
    (
        "They sold 12 boats in May and 30 boats in June, in all 42 boats.",
        ["42 boats", "12 boats", "30 boats"],
        True,
    ),
    (
        "The fleet has 42 boats. It keeps 12 boats in Lima, 20 boats in Ilo and 10 boats in Paita.",
        ["42 boats", "12 boats", "20 boats", "10 boats"],
        True,
    ),
    # parts over several sentences, the last of them what remains
    (
        "The clerk read 90 letters. Friends sent 20 letters and firms 25 letters. Schools wrote 30 "
        "letters. The remaining 15 letters were unsigned.",
        ["90 letters", "20 letters", "25 letters", "30 letters", "15 letters"],
        True,
    ),
    (
        "Lima took 12 boats. Ilo took 20 boats. Paita took 10 boats. In all they took 42 boats.",
        ["42 boats", "12 boats", "20 boats", "10 boats"],
        True,
    ),
]


# text, figures, and what the rest comes to
LEFT = [
    (
        "Of the 90 letters, 40 letters praised the plan and the rest were unsigned.",
        ["90 letters", "40 letters"],
        50,
    ),
    (
        "They sorted 90 letters: 40 letters for, 35 letters against, the others blank.",
        ["90 letters", "40 letters", "35 letters"],
        15,
    ),
    (
        "Of the 90 letters, 60 letters were signed, 35 letters typed and the rest lost.",
        ["90 letters", "60 letters", "35 letters"],
        -5,
    ),
]


def claims(text: str, words: list[str]):
    document = article("gazette", text)
    singular = {
        "letters": "letter",
        "people": "people",
        "men": "man",
        "women": "woman",
        "boats": "boat",
        "fish": "fish",
    }
    for phrase in words:
        number, _, noun = phrase.partition(" ")
        yield told(document, phrase, amount(f"{number} {singular[noun]}", noun))


@pytest.mark.parametrize(("text", "words", "holds"), FOUND)
def test_a_total_and_its_parts(text: str, words: list[str], holds: bool) -> None:
    (found,) = sums(claims(text, words))
    assert found.total.text == words[0]
    assert sorted(part.text for part in found.parts) == sorted(words[1:])
    assert found.holds is holds


@pytest.mark.parametrize(("last", "holds"), [("42", True), ("43", False)])
def test_a_column_and_its_row_of_totals(last: str, holds: bool) -> None:
    text = f"| Town | Boats |\n|---|---|\n| Lima | 12 |\n\n| Ilo | 30 |\n| Total | {last} |\n"
    document = article("gazette", text)
    cells = [
        told(document, "12", amount("12 boat", "Boats", group="Lima")),
        told(document, "30", amount("30 boat", "Boats", group="Ilo")),
        told(document, last, amount(f"{last} boat", "Boats")),
    ]
    (found,) = sums(cells)
    assert (found.total.text, found.holds) == (last, holds)
    assert [part.text for part in found.parts] == ["12", "30"]


@pytest.mark.parametrize(("text", "words", "left"), LEFT)
def test_what_the_rest_comes_to(text: str, words: list[str], left: int) -> None:
    (found,) = sums(claims(text, words))
    assert [part.text for part in found.parts] == words[1:]
    assert (found.remainder, found.holds) == (left, left > 0)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        # "the rest" of another thing
        (
            "Of the 90 letters, 40 letters praised the plan. The rest of the day was quiet.",
            ["90 letters", "40 letters"],
        ),
        # a selection is no breakdown
        (
            "The clerk read 90 letters. Of these, 12 letters were unsigned and 9 letters late.",
            ["90 letters", "12 letters", "9 letters"],
        ),
        # figures of another thing
        ("They saw 42 boats, 12 men and 30 women.", ["42 boats", "12 men", "30 women"]),
        # no word says that three figures of three sentences are parts
        (
            "The fleet has 42 boats. Ilo has 12 boats. Lima has 20 boats. Paita sold 10 boats.",
            ["42 boats", "12 boats", "20 boats", "10 boats"],
        ),
        # nor are they where another figure stands among them
        (
            "The clerk read 90 letters. Friends sent 20 letters. Schools wrote 55 letters, firms 4 "
            "letters. The remaining 15 letters were unsigned.",
            ["90 letters", "20 letters", "55 letters", "4 letters", "15 letters"],
        ),
        # two figures near each other that happen to add up
        (
            "The fleet has 42 boats. Ilo has 12 boats. Some day 30 boats may sail.",
            ["42 boats", "12 boats", "30 boats"],
        ),
    ],
)
def test_what_is_no_breakdown(text: str, words: list[str]) -> None:
    assert sums(claims(text, words)) == ()


def test_each_document_adds_up_on_its_own() -> None:
    text, words, _ = FOUND[2]
    other = article("herald", "They counted 12 men and 7 women.")
    apart = [told(other, "12 men", amount("12 man")), told(other, "7 women", amount("7 woman"))]
    assert len(sums([*claims(text, words), *apart])) == 1


def test_a_colon_leads_to_the_parts_of_a_total() -> None:
    text = (
        "Nurses saw 61 people: 34 people with burns, 19 people with cuts and 6 people with colds."
    )
    paper = article("gazette", text)
    stated = [told(paper, f"{n} people", amount(f"{n} people", "people")) for n in (61, 34, 19, 6)]
    (found,) = sums(stated)
    assert not found.holds
    assert len(found.parts) == 3
