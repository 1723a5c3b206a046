"""How many of the quotations that people marked in news are found: floors that only ever rise.

The corpora are not part of the tree; `XREF_DATA` says where they are.
"""

import json
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from claims.words import CLAUSE_VERBS, REPORTING_VERBS
from tests.markup import parsed

ROOT = Path(__file__).parent.parent.parent
DATA = Path(os.environ.get("XREF_DATA", ROOT.parent / "shared" / "data"))
POLNEAR = DATA / "quotes" / "polnear-dev"
GUM = DATA / "quotes" / "gum-attribution-dev.jsonl"
GUM_TREES = DATA / "syntax" / "gum-dev.conllu"
# Conversations and court records report in ways that articles do not.
GENRES = ("news", "bio", "interview", "textbook", "academic")
# Marked and found agree where they share this much of what both cover.
ENOUGH = 0.5
PRECISION_FLOOR = 0.87
RECALL_FLOOR = 0.60
SPEAKER_FLOOR = 0.94
GUM_FLOOR = 0.65

Ranges = list[tuple[int, int]]


@dataclass(frozen=True)
class Marked:
    """One attribution as a person marked it."""

    content: Ranges
    source: Ranges
    cue: str


@dataclass(frozen=True)
class Score:
    """How readings and marks agree, over all documents."""

    marked: int = 0
    matched: int = 0
    read: int = 0
    right: int = 0
    speakers: int = 0
    same_speaker: int = 0

    def __add__(self, other: "Score") -> "Score":
        pairs = zip(self.__dict__.values(), other.__dict__.values(), strict=True)
        return Score(*(left + right for left, right in pairs))

    @property
    def precision(self) -> float:
        return self.right / max(self.read, 1)

    @property
    def recall(self) -> float:
        return self.matched / max(self.marked, 1)

    @property
    def speaker(self) -> float:
        return self.same_speaker / max(self.speakers, 1)


def attributions(path: Path) -> Iterator[Marked]:
    """The attributions of one brat file; spans may have several pieces."""
    spans: dict[str, tuple[Ranges, str]] = {}
    lines = path.read_text(encoding="utf-8").splitlines()
    for line in lines:
        if match := re.match(r"(T\d+)\t\S+ ([\d ;]+)\t(.*)", line):
            pieces = [piece.split() for piece in match[2].split(";")]
            spans[match[1]] = ([(int(start), int(end)) for start, end in pieces], match[3])
    for line in lines:
        if line.startswith("E"):
            pairs = [part.split(":") for part in line.split("\t")[1].split()]
            roles: dict[str, list[str]] = {}
            for role, name in pairs:
                roles.setdefault(re.sub(r"\d+$", "", role), []).append(name)
            content = [piece for name in roles.get("Content", []) for piece in spans[name][0]]
            source = [piece for name in roles.get("Source", []) for piece in spans[name][0]]
            cue = " ".join(spans[name][1] for name in roles.get("Cue", []))
            yield Marked(sorted(content), sorted(source), cue)


def characters(ranges: Ranges) -> set[int]:
    return {offset for start, end in ranges for offset in range(start, end)}


def overlap(left: set[int], right: set[int]) -> float:
    return len(left & right) / max(len(left | right), 1)


def is_said(cue: str) -> bool:
    """Whether a cue speaks or writes, rather than thinks, wants or shows."""
    words = {word.strip(",.:") for word in cue.lower().split()}
    return "according" in words or bool(words & _spoken_forms())


def _spoken_forms() -> set[str]:
    forms = {"said", "told", "wrote", "spoke", "swore", "read", "put"}
    for verb in CLAUSE_VERBS | REPORTING_VERBS.keys():
        stem = verb.removesuffix("e")
        tail = verb.removesuffix("y")
        forms |= {verb, verb + "s", stem + "ed", stem + "ing", verb + "es", tail + "ied"}
    return forms


def score(path: Path) -> Score:
    text = path.with_suffix(".txt").read_text(encoding="utf-8")
    from claims.quotation import read

    readings = list(read(parsed(text)))
    marked = list(attributions(path))
    contents = [characters(one.content) for one in marked]
    spoken = [bool(one.source) and is_said(one.cue) for one in marked]
    total = Score()
    best: dict[int, float] = {}
    for reading in readings:
        pieces = [(part.start, part.end) for part in reading.parts if part.role == "content"]
        own = characters(pieces)
        overlaps = [overlap(own, content) for content in contents]
        index = max(range(len(marked)), key=lambda i: overlaps[i], default=-1)
        agrees = index >= 0 and overlaps[index] >= ENOUGH
        total += Score(read=1, right=int(agrees))
        if not agrees:
            continue
        best[index] = overlaps[index]
        speaker = [(part.start, part.end) for part in reading.parts if part.role == "speaker"]
        if marked[index].source and speaker:
            same = bool(characters(speaker) & characters(marked[index].source))
            total += Score(speakers=1, same_speaker=int(same))
    wanted = [index for index, said in enumerate(spoken) if said]
    return total + Score(marked=len(wanted), matched=sum(index in best for index in wanted))


@pytest.mark.skipif(not POLNEAR.is_dir(), reason=f"the corpus is not at {POLNEAR}")
def test_quotations_of_political_news() -> None:
    total = sum((score(path) for path in sorted(POLNEAR.glob("*.ann"))), Score())
    assert total.precision >= PRECISION_FLOOR, total
    assert total.recall >= RECALL_FLOOR, total
    assert total.speaker >= SPEAKER_FLOOR, total


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
