"""The sample documents keep the word of their README: what was planted is found, and no more.

Each document is called by the mark that `seeds/README.md` gives it, each claim by words that its
evidence holds.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from cli import app

SEEDS = Path(__file__).parent.parent / "seeds"
FILES = {
    "H": "xinjiang-1",
    "M": "xinjiang-2",
    **{str(number): f"brenholt-{number}" for number in range(1, 9)},
}
# One claim, another claim, and what the second is to the first.
PLANTED = [
    ("1", "12 people", "3", "Twelve people", "agrees exact"),
    ("1", "12 people", "4", "17 people", "updates toll-update"),
    ("4", "17 people", "5", "Seventeen people", "agrees exact"),
    ("5", "Seventeen people", "8", "twenty-three people", "updates toll-update"),
    ("7", "23", "8", "twenty-three people", "agrees exact"),
    ("7", "Five of the 23 people", "8", "twenty-three people", "compatible subset"),
    ("1", "403 people", "4", "Four hundred and three people", "agrees exact"),
    ("1", "403 people", "5", "About 400 people", "agrees rounding"),
    ("1", "eight kilometres", "3", "8 km", "agrees exact"),
    ("3", "8 km", "5", "five miles", "agrees unit-conversion"),
    ("1", "3.2 metres", "5", "10.5 feet", "agrees unit-conversion"),
    ("1", "1,240 homes", "4", "More than 1,200 homes", "compatible bounds"),
    ("4", "25 percent", "8", "One in four", "agrees exact"),
    ("7", "61 injured people", "8", "Sixty-one injured people", "agrees exact"),
    ("3", "2.5 million crowns", "5", "$110,000", "compatible currency"),
    ("1", "212 people", "3", "187 people", "conflicts numeric"),
    ("1", "212 people", "6", "187 people", "conflicts numeric"),
    ("3", "187 people", "6", "187 people", "agrees exact"),
    ("1", "two kilometres", "5", "five kilometres", "conflicts numeric"),
    ("1", "two kilometres", "3", "2 km", "agrees exact"),
    ("1", "500 crowns", "3", "500 crowns", "agrees exact"),
    ("5", "1,240 homes", "4", "More than 1,200 homes", "compatible bounds"),
    ("1", "403 people", "7", "403 people", "agrees exact"),
    ("3", "inspected on 9 November", "4", "inspected on 3 June", "conflicts date"),
    ("3", "The water came up", "8", "The water came up", "compatible quote-truncated"),
    ("5", "The water came up", "8", "The water came up", "compatible quote-unattributed"),
    (
        "4",
        "until the engineers tell us",
        "1",
        "the engineers tell us",
        "compatible quote-truncated",
    ),
    ("1", "the engineers tell us", "5", "the soldiers tell us", "conflicts quote-altered"),
    ("3", "We asked for money", "7", "We asked for money", "conflicts who-said"),
    ("1", "the search would go on", "3", "keep looking for survivors", "agrees paraphrase"),
    ("1", "ordered everyone living", "3", "must be out of them", "agrees policy-same"),
    ("1", "ordered everyone living", "5", "within five kilometres", "conflicts policy-conditions"),
    ("1", "ordered everyone living", "7", "lifted the evacuation", "updates policy-update"),
    ("3", "nobody may be on the streets", "4", "nobody may be on", "agrees policy-same"),
    ("4", "curfew that Voss imposed", "8", "curfew is over", "updates policy-update"),
    ("4", "drinking tap water", "7", "must not drink tap", "compatible policy-conditions"),
    ("H", "detained at once", "M", "arrested and locked up", "compatible policy-conditions"),
    (
        "1",
        "spillway gate at the Brenholt Dam failed",
        "5",
        "spillway gate broke",
        "agrees paraphrase",
    ),
    ("4", "received a written warning", "8", "it had received a written", "conflicts denial"),
    ("H", "Chen Quanguo", "M", "gave one of the speeches", "agrees paraphrase"),
]
# Which documents take part in each planted conflict: of figures, the campsite and how far the order
# to leave home reaches.
CONFLICTS = {
    "numeric": [set("12346"), set("1235")],
    "date": [set("3467")],
    "quote-altered": [set("1245")],
    "who-said": [set("367")],
    "policy-conditions": [set("1235")],
    "denial": [set("48")],
}
SUMS = {
    ("H", "403 pages", True),
    ("1", "403 people", True),
    ("2", "403 people", True),
    ("5", "1,240 homes", True),
    ("7", "61 injured people", False),
}


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    database = tmp_path_factory.mktemp("seeds") / "xref.db"
    result = CliRunner().invoke(app, ["check", str(SEEDS), "-d", str(database), "-f", "json"])
    assert result.exit_code == 1, result.stderr
    record: dict[str, Any] = json.loads(result.stdout)
    return record


def mark(claim: dict[str, Any]) -> str:
    name = Path(claim["document"]["path"]).name
    return next(mark for mark, start in FILES.items() if name.startswith(start))


def comparisons(found: dict[str, Any]) -> Iterator[tuple[dict[str, Any], dict[str, Any], str]]:
    """Both claims of each comparison, either way round, and the relation with its code."""
    claims = {claim["id"]: claim for claim in found["claims"]}
    for alignment in found["alignments"]:
        for one in alignment["comparisons"]:
            left, right = claims[one["left"]], claims[one["right"]]
            said = f"{one['relation']} {one['code']}"
            yield left, right, said
            yield right, left, said


@pytest.mark.parametrize(("first", "words", "second", "other", "relation"), PLANTED)
def test_what_was_planted_is_found(
    first: str, words: str, second: str, other: str, relation: str, found: dict[str, Any]
) -> None:
    told = {
        said
        for left, right, said in comparisons(found)
        if (mark(left), mark(right)) == (first, second)
        and words in left["text"]
        and other in right["text"]
    }
    assert relation in told


def test_nothing_else_conflicts(found: dict[str, Any]) -> None:
    for left, right, said in comparisons(found):
        relation, code = said.split()
        if relation == "conflicts":
            ends = {mark(left), mark(right)}
            assert any(ends <= planted for planted in CONFLICTS.get(code, [])), (left, right)


def test_sums_hold_or_do_not(found: dict[str, Any]) -> None:
    claims = {claim["id"]: claim for claim in found["claims"]}
    told = {
        (mark(c), c["text"], one["holds"]) for one in found["sums"] for c in [claims[one["total"]]]
    }
    assert told == SUMS


def test_one_voice(found: dict[str, Any]) -> None:
    marks = {
        one["id"]: next(m for m, start in FILES.items() if Path(one["path"]).name.startswith(start))
        for one in found["documents"]
    }
    assert [sorted(marks[each] for each in pair) for pair in found["copies"]] == [["1", "2"]]
    assert [[marks[each] for each in pair] for pair in found["relays"]] == [["6", "3"]]
