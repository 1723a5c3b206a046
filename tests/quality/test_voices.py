"""Which documents copy another, and which only pass on what another reported.

`voices.json` holds 112 sets of two to four short documents of our own wording, with the pairs that
are copies (whole, cut, or with words changed) and relays, and as many traps: one event told twice,
one press conference, an outlet that is a party to the news, contradicted, or not in the set. Who
wrote them (language models, from written definitions) had not seen the program. Part "a" was read
to mend it; of part "b" the relays that were missed were read once, the rest only scored.
"""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from evidence import Document
from evidence.records import digest
from xref.copies import copies
from xref.relays import relays

SETS = Path(__file__).with_name("voices.json")
FLOORS = {
    "a": {"copies": (1.0, 0.96), "relays": (0.93, 0.91)},
    "b": {"copies": (1.0, 1.0), "relays": (0.90, 0.90)},
}

Pairs = set[tuple[int, int]]


def together(pairs: Pairs, size: int) -> Pairs:
    """All pairs of documents that are tied by pairs: copies of a copy are copies."""
    group = list(range(size))
    for one, other in pairs:
        kept, gone = group[one], group[other]
        group = [kept if each == gone else each for each in group]
    return {(a, b) for a in range(size) for b in range(a + 1, size) if group[a] == group[b]}


def found(documents: list[dict[str, Any]]) -> dict[str, Pairs]:
    """What the program says of one set, by the places of its documents."""
    read = [
        Document(id=digest(one["source"], one["text"]), source=one["source"], text=one["text"])
        for one in documents
    ]
    place = {one.id: number for number, one in enumerate(read)}
    copied = together({(place[a], place[b]) for a, b in copies(read)}, len(read))
    relayed = {(place[a], place[b]) for a, b in relays(read)}
    return {
        "copies": copied,
        "relays": {pair for pair in relayed if (min(pair), max(pair)) not in copied},
    }


@pytest.mark.parametrize("part", ["a", "b"])
def test_copies_and_relays_are_seen(part: str) -> None:
    counts: Counter[str] = Counter()
    for one in json.loads(SETS.read_text("utf-8")):
        if one["part"] != part:
            continue
        told = found(one["documents"])
        marked = {name: {(a, b) for a, b in one[name]} for name in told}
        marked["copies"] = together(marked["copies"], len(one["documents"]))
        for name, pairs in told.items():
            counts[f"{name} found"] += len(pairs)
            counts[f"{name} marked"] += len(marked[name])
            counts[f"{name} both"] += len(pairs & marked[name])
    for name, floors in FLOORS[part].items():
        both = counts[f"{name} both"]
        scores = both / counts[f"{name} found"], both / counts[f"{name} marked"]
        print(part, name, f"P {scores[0]:.3f} R {scores[1]:.3f}", dict(counts))  # noqa: T201
        assert scores[0] >= floors[0]
        assert scores[1] >= floors[1]
