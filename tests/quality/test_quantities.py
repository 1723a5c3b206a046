"""How many of the quantities marked in news sentences are read, and how well.

`quantity.json` holds characters, values and document ids, never the text: the articles are in
`raw/raw_open.jsonl` of the data folder, and `XREF_DATA` says where that is. The marks began as the
reader's own output, corrected sentence by sentence against the guidelines, and the reader has since
been mended on these very sentences: a guard against getting worse, not a measure of new text.
"""

import json
import os
import unicodedata
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from claims.kind import Reading
from claims.quantity import Quantity, read
from evidence.records import digest
from tests.markup import parsed

ROOT = Path(__file__).parent.parent.parent
DATA = Path(os.environ.get("XREF_DATA", ROOT.parent / "shared" / "data"))
ARTICLES = DATA / "raw" / "raw_open.jsonl"
MARKS = json.loads(Path(__file__).with_name("quantity.json").read_text("utf-8"))
# A little below what was measured; they may only be raised.
FLOORS = {"value": 0.92, "unit": 0.92, "bound": 0.92, "evidence": 0.92, "counted": 0.90}

Found = tuple[int, int, Reading[Quantity]]


def found_in(article: dict[str, Any]) -> list[Found]:
    """The places of an article where quantities are read, later mentions among them."""
    text = unicodedata.normalize("NFC", article["text"].replace("\r\n", "\n"))
    readings = list(read(parsed(text, date.fromisoformat(article["date"]))))
    places = [(reading.start, reading.end, reading) for reading in readings]
    for reading in readings:
        mentions = (part for part in reading.parts if part.role == "mention")
        places.extend((part.start, part.end, reading) for part in mentions)
    return sorted(places, key=lambda place: place[:2])


def right(mark: dict[str, Any], place: Found) -> Iterator[str]:
    """In which respects a reading agrees with a mark that it overlaps."""
    start, end, reading = place
    value = reading.value.to_json()
    if value["amount"] != mark["amount"]:
        return
    yield "value"
    if value["unit"] == mark["unit"]:
        yield "unit"
    if value["bound"] == mark["bound"]:
        yield "bound"
    if (start, end) == (mark["start"], mark["end"]):
        yield "evidence"
    if mark["counted"] is None or (start, end) != (reading.start, reading.end):
        return
    yield "has counted"
    head, tail = mark["counted"]
    parts = (part for part in reading.parts if part.role == "counted")
    if any(part.start <= head and tail <= part.end for part in parts):
        yield "counted"


def score() -> tuple[Counter[str], list[str]]:
    """How often each respect is right, over all marked sentences, and the differences in words."""
    with ARTICLES.open(encoding="utf-8") as lines:
        articles = {
            digest(one["id"]): one for one in map(json.loads, lines) if one["source"] == "wikinews"
        }
    counts: Counter[str] = Counter()
    notes = []
    for document in MARKS:
        places = found_in(articles[document["id"]])
        for sentence in document["sentences"]:
            within = [one for one in places if sentence["start"] <= one[0] < sentence["end"]]
            counts["read"] += len(within)
            for mark in sentence["quantities"]:
                counts["marked"] += 1
                beside = [p for p in within if p[0] < mark["end"] and mark["start"] < p[1]]
                nearest = min(beside, key=lambda p: abs(p[0] - mark["start"]), default=None)
                agreed = list(right(mark, nearest)) if nearest else []
                counts.update(agreed)
                if {"value", "unit", "bound", "evidence"} - set(agreed):
                    notes.append(f"{document['id']} {mark} {agreed}")
            for place in within:
                if not any(
                    place[0] < mark["end"] and mark["start"] < place[1]
                    for mark in sentence["quantities"]
                ):
                    notes.append(f"{document['id']} too much at {place[:2]}")
    return counts, notes


def rates(counts: Counter[str]) -> dict[str, tuple[float, float, float]]:
    """Precision, recall and F1 of a right value, and of each further respect beside it."""
    table = {}
    for respect in ("value", "unit", "bound", "evidence"):
        precision = counts[respect] / max(1, counts["read"])
        recall = counts[respect] / max(1, counts["marked"])
        table[respect] = (precision, recall, 2 * precision * recall / ((precision + recall) or 1))
    counted = counts["counted"] / max(1, counts["has counted"])
    return table | {"counted": (counted, counted, counted)}


@pytest.mark.skipif(not ARTICLES.exists(), reason=f"no corpora at {DATA}; set XREF_DATA")
def test_the_quantities_of_news_are_read() -> None:
    """Precision and recall must both keep above the floor, in every respect."""
    counts, notes = score()
    for respect, (precision, recall, f1) in rates(counts).items():
        line = f"{respect}: P {precision:.3f} R {recall:.3f} F1 {f1:.3f}"
        print(line)  # noqa: T201
        assert min(precision, recall) >= FLOORS[respect], "\n".join([line, *notes])
