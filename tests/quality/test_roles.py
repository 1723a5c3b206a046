"""How well source, cue and content are found word by word: floors that only ever rise.

The measure is the exact-span rule of the CofeNet paper on its own sentences, as the model's card
has it: `claims.training.score_roles`. The corpus is not part of the tree; `XREF_DATA` says where
it is. GUM's genres are others than those that roles were learnt from.
"""

import os
from pathlib import Path

import pytest

from claims.training.score_gum import gum_role_scores
from claims.training.score_roles import role_scores

ROOT = Path(__file__).parent.parent.parent
DATA = Path(os.environ.get("XREF_DATA", ROOT.parent / "shared" / "data"))
POLNEAR = DATA / "quotes" / "polnear-dev.jsonl"

GUM = DATA / "quotes" / "gum-attribution-dev.jsonl"

# A little below what was measured, so that another processor's rounding does not fail them.
FLOORS = {
    "source": {"f1": 82.0, "overlap f1": 83.7},
    "cue": {"f1": 75.0, "overlap f1": 78.8},
    "content": {"f1": 68.7, "overlap f1": 79.5},
}
GUM_FLOORS = {
    "source": {"f1": 54.0, "overlap f1": 72.0},
    "cue": {"f1": 33.5, "overlap f1": 44.0},
    "content": {"recall": 61.5},
}


@pytest.mark.skipif(not POLNEAR.is_file(), reason=f"the corpus is not at {POLNEAR}")
def test_roles_in_political_news(nlp):
    assert _below(role_scores(nlp, POLNEAR), FLOORS) == {}


@pytest.mark.skipif(not GUM.is_file(), reason=f"the corpus is not at {GUM}")
def test_roles_in_many_genres(nlp):
    assert _below(gum_role_scores(nlp, DATA), GUM_FLOORS) == {}


def _below(scores, floors):
    return {
        (role, name): scores[role][name]
        for role, rates in floors.items()
        for name, floor in rates.items()
        if scores[role][name] < floor
    }
