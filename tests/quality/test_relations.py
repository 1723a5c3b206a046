"""The pair head on sentences that it was not trained on; floors are never lowered."""

import json

import pytest

from claims import relate
from claims.relating import LABELS
from tests.quality.matching import DATA

FOLDER = DATA / "relations"
pytestmark = pytest.mark.skipif(not FOLDER.exists(), reason=f"{FOLDER} is not here")

NAMES = {"SUPPORTS": "supports", "REFUTES": "refutes", "NOT ENOUGH INFO": "neither"}


def accuracy(name: str, labels: tuple[str, ...] = LABELS) -> float:
    """How many pairs get the right one of `labels`: percent."""
    with (FOLDER / name).open(encoding="utf-8") as lines:
        pairs = list(map(json.loads, lines))
    found = relate((one["claim"], one["evidence"]) for one in pairs)
    told = [max(labels, key=one.__getitem__) for one in found]
    right = sum(NAMES[one["label"]] == label for one, label in zip(pairs, told, strict=True))
    return 100 * right / len(pairs)


def test_claims_about_changed_pages() -> None:
    assert accuracy("vitaminc-dev.jsonl") >= 79.3


def test_claims_and_evidence_changed_by_hand() -> None:
    # Every pair supports or refutes.
    assert accuracy("fever-symmetric-dev.jsonl", LABELS[:2]) >= 78.5
