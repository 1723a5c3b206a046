"""What one sentence does to another, by the pair head."""

import subprocess
import sys

import pytest

from claims import relate

# claim, evidence, what the evidence does
PAIRS = [
    ("More than 40 people died.", "The flood killed 57 people.", "supports"),
    ("More than 40 people died.", "The flood killed 31 people.", "refutes"),
    ("The film made under $5 million.", "The film grossed $4.2 million worldwide.", "supports"),
    ("The film made under $5 million.", "The film grossed $7.9 million worldwide.", "refutes"),
    ("Ada Moss was born in 1961.", "Ada Moss, born in 1961, is an engineer.", "supports"),
    ("Ada Moss was born in 1961.", "Ada Moss, born in 1965, is an engineer.", "refutes"),
    ("The dam is in Peru.", "The band released its second album in May.", "neither"),
]


@pytest.mark.parametrize(("claim", "evidence", "label"), PAIRS)
def test_plain_pairs(claim: str, evidence: str, label: str) -> None:
    (found,) = relate([(claim, evidence)])
    assert max(found, key=found.__getitem__) == label


def test_probabilities_sum_to_one_and_do_not_depend_on_their_neighbours() -> None:
    pairs = [(claim, evidence) for claim, evidence, _ in PAIRS]
    together = relate(pairs)
    assert [relate([pair])[0] for pair in pairs] == together
    assert all(sum(found.values()) == pytest.approx(1) for found in together)


@pytest.mark.parametrize("pair", [("", ""), ("\n", "🙂" * 50), ("word " * 900, "x" * 5000)])
def test_no_text_is_refused(pair: tuple[str, str]) -> None:
    assert set(relate([pair])[0]) == {"supports", "refutes", "neither"}


def test_relating_needs_no_spacy() -> None:
    told = (
        "import sys; from claims import relate; relate([('a', 'b')]); print('spacy' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_every_machine_reads_the_same() -> None:
    # Where the products of bytes overflow, as they may without VNNI, it is 0.656.
    claim = "At least 12 miners were killed in the blast."
    (found,) = relate([(claim, "The blast killed more than 15 miners.")])
    assert found["supports"] == pytest.approx(0.715, abs=0.02)
