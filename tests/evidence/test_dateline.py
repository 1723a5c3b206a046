"""The day of publication told by a line above the first sentence."""

from datetime import date
from pathlib import Path

import pytest

from evidence import read
from evidence.dateline import day

TOLD = date(2024, 3, 12)


@pytest.mark.parametrize(
    "text",
    [
        "Rain floods Velm\n12 March 2024\n\nThe river rose.",
        "Rain floods Velm\n\nTuesday, 12 March 2024, 14:30 GMT\n\nThe river rose.",
        "Rain floods Velm\nBy Ada Reed\nPublished: March 12th, 2024\nThe river rose.",
        "2024-03-12\nThe river rose.",
        "VELM, 12 March 2024 — The river rose.",
        "PORT VELM, March 12, 2024 (Wire) - The river rose.",
    ],
)
def test_a_line_above_the_first_sentence_tells_the_day(text: str) -> None:
    assert day(text) == TOLD


@pytest.mark.parametrize(
    "text",
    [
        "The river rose.",
        "On 12 March 2024 the river rose.",
        "12 March\nThe river rose.",
        "31 February 2024\nThe river rose.",
        "Ada Reed\n\nAda Reed (12 March 2024 – 1 May 2090) was a mayor.",
        "Velm\n\n" + "The river rose again. " * 60 + "\n12 March 2024\n",
    ],
)
def test_other_dates_are_the_storys_own(text: str) -> None:
    assert day(text) is None


def test_front_matter_comes_first(tmp_path: Path) -> None:
    path = tmp_path / "herald.txt"
    path.write_text("---\npublished: 2024-03-13\n---\nVelm\n12 March 2024\n\nIt rained.\n")
    found = read(path)
    assert found.published == date(2024, 3, 13)
    path.write_text("Velm\n12 March 2024\n\nIt rained.\n")
    found = read(path)
    assert found.published == TOLD
    assert found.text.startswith("Velm\n12 March 2024")
