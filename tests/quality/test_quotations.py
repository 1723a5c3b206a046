"""How many of the quotations that people marked in news are found: floors that only ever rise.

The corpora are not part of the tree; `XREF_DATA` says where they are.
"""

import json
import os
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.markup import parsed
from tests.quality.marked import attributions, characters, is_said, nearest

if TYPE_CHECKING:
    from claims.kind import Reading
    from claims.quotation import Quotation

ROOT = Path(__file__).parent.parent.parent
DATA = Path(os.environ.get("XREF_DATA", ROOT.parent / "shared" / "data"))
POLNEAR = DATA / "quotes" / "polnear-dev"
GUM = DATA / "quotes" / "gum-attribution-dev.jsonl"
GUM_TREES = DATA / "syntax" / "gum-dev.conllu"
# Conversations and court records report in ways that articles do not.
GENRES = ("news", "bio", "interview", "textbook", "academic")
PRECISION_FLOOR = 0.90
RECALL_FLOOR = 0.75
SPEAKER_FLOOR = 0.94
# Of what people marked as said, by how it is given: the share that is found.
FORM_FLOORS = {"direct": 0.93, "mixed": 0.79, "indirect": 0.65}
# Of what is found, by the kind of voice it is given to: the share that people marked, and the share
# of these where both name the same words as the source.
KIND_FLOORS = {
    "person": (0.92, 0.96),
    "organisation": (0.86, 0.91),
    "document": (0.79, 0.79),
    "unnamed": (0.87, 0.89),
}
GUM_FLOOR = 0.65


@dataclass
class Tally:
    """How readings and marks agree, over all documents."""

    marked: Counter[str] = field(default_factory=Counter)
    matched: Counter[str] = field(default_factory=Counter)
    read: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    voices: Counter[str] = field(default_factory=Counter)
    same_voice: Counter[str] = field(default_factory=Counter)

    def add(self, path: Path) -> None:
        """Count the readings of one document."""
        from claims.quotation import read

        text = path.with_suffix(".txt").read_text(encoding="utf-8")
        marked = list(attributions(path))
        contents = [characters(one.content) for one in marked]
        found = set()
        for reading in read(parsed(text)):
            kind = str(reading.value.speaker_kind)
            self.read[kind] += 1
            index = nearest(_part(reading, "content"), contents)
            if index is None:
                continue
            found.add(index)
            self.right[kind] += 1
            voice = _part(reading, "speaker")
            if marked[index].source and voice:
                self.voices[kind] += 1
                self.same_voice[kind] += bool(voice & characters(marked[index].source))
        for index, one in enumerate(marked):
            if one.is_said:
                self.marked[one.form] += 1
                self.matched[one.form] += index in found


def _part(reading: "Reading[Quotation]", role: str) -> set[int]:
    return characters([(part.start, part.end) for part in reading.parts if part.role == role])


@pytest.fixture(scope="module")
def tally() -> Tally:
    total = Tally()
    for path in sorted(POLNEAR.glob("*.ann")):
        total.add(path)
    return total


needs_polnear = pytest.mark.skipif(not POLNEAR.is_dir(), reason=f"the corpus is not at {POLNEAR}")


@needs_polnear
def test_quotations_of_political_news(tally: Tally) -> None:
    assert tally.right.total() / tally.read.total() >= PRECISION_FLOOR, tally
    assert tally.matched.total() / tally.marked.total() >= RECALL_FLOOR, tally
    assert tally.same_voice.total() / tally.voices.total() >= SPEAKER_FLOOR, tally


@needs_polnear
@pytest.mark.parametrize("form", FORM_FLOORS)
def test_each_form_is_found(form: str, tally: Tally) -> None:
    assert tally.matched[form] / tally.marked[form] >= FORM_FLOORS[form], tally


@needs_polnear
@pytest.mark.parametrize("kind", KIND_FLOORS)
def test_each_kind_of_voice_is_right(kind: str, tally: Tally) -> None:
    right, same_voice = KIND_FLOORS[kind]
    assert tally.right[kind] / tally.read[kind] >= right, tally
    assert tally.same_voice[kind] / tally.voices[kind] >= same_voice, tally


@pytest.mark.skipif(
    not GUM.is_file() or not GUM_TREES.is_file(), reason=f"the corpus is not at {GUM}"
)
def test_attributions_of_many_genres_are_found() -> None:
    rows = [json.loads(line) for line in GUM.read_text(encoding="utf-8").splitlines()]
    wanted = [row for row in rows if row["doc"].split("_")[1] in GENRES and _is_asked_for(row)]
    said = {name: _contents(text) for name, text in texts(GUM_TREES)}
    found = [row for row in wanted if _bare(row["first_content_edu"]) in said[row["doc"]]]
    assert len(found) / len(wanted) >= GUM_FLOOR, f"{len(found)} of {len(wanted)}"


def texts(path: Path) -> Iterator[tuple[str, str]]:
    """The name and the running text of each document of a treebank."""
    for part in path.read_text(encoding="utf-8").split("# newdoc id = ")[1:]:
        pieces = re.findall(r"^# (newpar)\b(?!_)|^# text = (.*)$", part, re.MULTILINE)
        lines = ["\n\n" if newpar else sentence + " " for newpar, sentence in pieces]
        yield part.split("\n", 1)[0], "".join(lines).strip()


def _is_asked_for(row: dict[str, str]) -> bool:
    narrator = row["source"].lower() in ("i", "we", "you", "")
    return is_said(row["cue"]) and not narrator


def _contents(text: str) -> str:
    from claims.quotation import read

    return "|".join(_bare(reading.value.content) for reading in read(parsed(text)))


def _bare(words: str) -> str:
    return re.sub(r"\W", "", words.lower().removeprefix("that "))
