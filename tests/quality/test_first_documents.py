"""The two reports that the tool was first made for: what they share is found, and nothing else.

They are other people's, and lie beside the data folder; without them this is skipped.
"""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from cli import app
from tests.quality.matching import DATA

REPORTS = DATA.parent / "seeds"
# Words of one report, words of the other, and what the second is to the first.
SHARED = [
    ("could be detained", "arrested and confined", "compatible policy-conditions"),
    ("Chen Quanguo", "Chen Quanguo", "agrees paraphrase"),
]


@pytest.mark.skipif(not REPORTS.is_dir(), reason=f"no reports at {REPORTS}; set XREF_DATA")
def test_what_the_two_reports_share_is_found(tmp_path: Path) -> None:
    database = str(tmp_path / "xref.db")
    result = CliRunner().invoke(app, ["check", str(REPORTS), "-d", database, "-f", "json"])
    assert result.exit_code == 0, result.stderr
    found = json.loads(result.stdout)
    text = {claim["id"]: claim["text"] for claim in found["claims"]}
    said = [
        (text[one["left"]], text[one["right"]], f"{one['relation']} {one['code']}")
        for alignment in found["alignments"]
        for one in alignment["comparisons"]
    ]
    assert len(said) == len(SHARED)
    for words, other, relation in SHARED:
        assert any(
            relation == told and {words in left, other in right} == {True}
            for pair in said
            for left, right, told in (pair, (pair[1], pair[0], pair[2]))
        )
