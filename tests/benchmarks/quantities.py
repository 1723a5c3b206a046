"""Quantities in news, side by side with quantulum3 and Recognizers-Text: how right, and how fast.

    pip install quantulum3 recognizers-text-suite
    python -m tests.benchmarks.quantities --data PATH

PATH holds raw/raw_open.jsonl. All get the sentences of `tests/quality/news_quantities.json` and one
thread; one that is not installed is left out. A value is right where a figure that overlaps the
marked one has the same amount; a unit is scored only where the mark has a unit of measure or of
money, as the others know no nouns; a bound where it is the same.
"""

import argparse
import importlib
import json
import os
import time
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

# Before numpy is imported: its library reads these once.
for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[name] = "1"

from claims.mentions import Mentions  # noqa: E402
from claims.parsed import Parsed  # noqa: E402
from claims.quantity import read  # noqa: E402
from claims.reader import load  # noqa: E402
from claims.units import named  # noqa: E402
from tests.quality.matching import articles  # noqa: E402

MARKS = Path(__file__).parent.parent / "quality" / "news_quantities.json"
# Their names of a unit → ours; only the last word counts.
SAME = {"percentage": "percent", "sterling": "pound", "ton": "tonne", "cents": "cent"}


@dataclass(frozen=True)
class Found:
    """A figure of a sentence: its place, ends, unit and bound."""

    start: int
    end: int
    low: float
    high: float
    unit: str
    bound: str = "exact"


@dataclass(frozen=True)
class Sentence:
    """A sentence and what is marked in it, in places of its own."""

    text: str
    marks: tuple[dict[str, Any], ...]


def sentences(data: Path) -> list[Sentence]:
    """The marked sentences, in the order of the marks."""
    known = articles(data / "raw" / "raw_open.jsonl")
    found = []
    for document in json.loads(MARKS.read_text("utf-8")):
        text = known[document["id"]].text
        for one in document["sentences"]:
            at = one["start"]
            moved = [
                mark | {"start": mark["start"] - at, "end": mark["end"] - at}
                for mark in one["quantities"]
            ]
            found.append(Sentence(text[at : one["end"]], tuple(moved)))
    return found


def ours() -> Callable[[str], list[Found]]:
    """This package, with the reader it needs."""
    nlp = load(threads=1)

    def find(text: str) -> list[Found]:
        doc = nlp(text)
        figures = []
        for reading in read(Parsed(doc, Mentions(doc))):
            value = reading.value
            if value.low is None or value.high is None:
                continue
            figures.append(
                Found(
                    reading.start, reading.end, float(value.low), float(value.high), value.unit,
                    str(value.bound),
                )
            )  # fmt: skip
        return figures

    return find


def quantulum() -> Callable[[str], list[Found]]:
    """quantulum3, without its optional classifier."""
    parser = importlib.import_module("quantulum3.parser")
    # Its trained files need one version of scikit-learn, which may be there for other reasons.
    importlib.import_module("quantulum3.classifier").USE_CLF = False

    def find(text: str) -> list[Found]:
        figures = []
        for one in parser.parse(text):
            spread = one.uncertainty or 0
            name = one.unit.name if one.unit.name != "dimensionless" else ""
            low, high = one.value - spread, one.value + spread
            figures.append(Found(*one.span, low, high, name))
        return figures

    return find


def recognizers() -> Callable[[str], list[Found]]:
    """Recognizers-Text: numbers, ranges, percentages, money, ages, dimensions, temperatures."""
    number = importlib.import_module("recognizers_number")
    unit = importlib.import_module("recognizers_number_with_unit")
    calls = [
        unit.recognize_currency, unit.recognize_age, unit.recognize_dimension,
        unit.recognize_temperature, number.recognize_percentage, number.recognize_number,
    ]  # fmt: skip

    def find(text: str) -> list[Found]:
        figures: list[Found] = []
        for call in calls:
            for one in call(text, "en-us"):
                taken = any(f.start <= one.end and f.end > one.start for f in figures)
                value = _number((one.resolution or {}).get("value"))
                if value is not None and not taken:
                    name = str(one.resolution.get("unit") or "").lower()
                    name = "percent" if "percent" in one.type_name else name
                    figures.append(Found(one.start, one.end + 1, value, value, name))
        return figures

    return find


def _number(words: str | None) -> float | None:
    try:
        return float(Decimal((words or "").rstrip("%")))
    except InvalidOperation:
        return None


def _same_unit(mark: str, name: str) -> bool:
    last = name.lower().replace("meter", "metre").split()[-1:] or [""]
    return mark == name or mark.split()[-1] in (last[0], SAME.get(last[0]))


def _is_measure(unit: str) -> bool:
    return bool(unit) and (named(unit) is not None or named(unit.split()[-1]) is not None)


def score(read_all: Iterable[list[Found]], marked: list[Sentence]) -> dict[str, float]:
    """F1 of value, of value and bound; the share of units right where one is marked."""
    counts: Counter[str] = Counter()
    for figures, sentence in zip(read_all, marked, strict=True):
        left = list(figures)
        counts["read"] += len(left)
        counts["marked"] += len(sentence.marks)
        for mark in sentence.marks:
            ends = mark["amount"] if isinstance(mark["amount"], list) else [mark["amount"]] * 2
            counts["units"] += _is_measure(mark["unit"])
            beside = [f for f in left if f.start < mark["end"] and f.end > mark["start"]]
            best = next((f for f in beside if _same(f, ends)), None)
            if best is None:
                continue
            left.remove(best)
            counts["value"] += 1
            counts["bound"] += best.bound == mark["bound"]
            counts["unit"] += _is_measure(mark["unit"]) and _same_unit(mark["unit"], best.unit)
    both = counts["read"] + counts["marked"]
    return {
        "value": 2 * counts["value"] / both,
        "value + bound": 2 * counts["bound"] / both,
        "unit, where there is one": counts["unit"] / counts["units"],
    }


def _same(found: Found, ends: list[float]) -> bool:
    return all(
        abs(own - end) <= 0.005 + 1e-9 * abs(end)
        for own, end in zip((found.low, found.high), ends, strict=True)
    )


def added(data: Path) -> str:
    """What reading quantities adds to the time of the reader, on whole articles."""
    with (data / "raw" / "raw_open.jsonl").open(encoding="utf-8") as lines:
        texts = [one["text"] for one in map(json.loads, lines) if one["source"] == "wikinews"]
    nlp = load(threads=1)
    parsing = reading = 0.0
    words = 0
    for text in texts:
        begun = time.perf_counter()
        doc = nlp(text)
        mentions = Mentions(doc)
        known = time.perf_counter()
        list(read(Parsed(doc, mentions)))
        parsing += known - begun
        reading += time.perf_counter() - known
        words += sum(not token.is_space for token in doc)
    return f"{words:,} words: quantities add {reading / parsing:.1%} to the reader's time"


def main() -> None:
    """Score and time each on the same sentences."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    data = parser.parse_args().data
    marked = sentences(data)
    words = sum(len(one.text.split()) for one in marked)
    print(f"{len(marked)} sentences, {words:,} words")
    for title, make in (
        ("xref, parsing too", ours), ("quantulum3", quantulum), ("Recognizers-Text", recognizers),
    ):  # fmt: skip
        try:
            find = make()
        except ImportError:
            print(f"{title}: not installed")
            continue
        find(marked[0].text)
        begun = time.perf_counter()
        read_all = [find(one.text) for one in marked]
        spent = time.perf_counter() - begun
        row = ", ".join(f"{what} {share:.1%}" for what, share in score(read_all, marked).items())
        print(f"{title}: {row}; {words / spent:,.0f} words/s")
    print(added(data))


if __name__ == "__main__":
    main()
