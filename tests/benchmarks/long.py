"""What a long document costs: one paragraph of so many words, stage by stage, and the memory.

    python -m tests.benchmarks.long --data PATH [--words 3000 12000 50000 200000]

PATH holds raw/raw_open.jsonl, whose texts are joined by spaces. Every stage should grow as the
words do. "claims" is all that comes after the parse, once more from the beginning.
"""

import argparse
import json
import resource
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from itertools import islice
from pathlib import Path

from claims.mentions import Mentions
from claims.parsed import Parsed
from claims.pipeline import claims_of, pipeline
from claims.registry import KINDS
from evidence import Document, Store

WORDS = (3_000, 12_000, 50_000, 200_000)
PUBLISHED = date(2020, 1, 1)
STAGES = ("parse", "names", "voices", *(kind.name for kind in KINDS), "claims", "store")


def paragraph(data: Path, words: int) -> str:
    """The first `words` words of the raw corpus as one paragraph."""
    lines = (data / "raw" / "raw_open.jsonl").read_text("utf-8").strip().split("\n")
    running = (word for line in lines for word in json.loads(line)["text"].split())
    return " ".join(islice(running, words))


class Stages:
    """Seconds of processor time by stage: what else the machine does is left out."""

    def __init__(self) -> None:
        """Begin without any."""
        self.spent: dict[str, float] = {}

    @contextmanager
    def timed(self, name: str) -> Iterator[None]:
        """Note how long the block takes."""
        begun = time.process_time()
        yield
        self.spent[name] = time.process_time() - begun


def measure(text: str, folder: Path) -> dict[str, float]:
    """Read, extract and store one document; the seconds of each stage."""
    document = Document(id=str(len(text)), source="long", text=text, published=PUBLISHED)
    nlp, stages = pipeline(), Stages()
    with stages.timed("parse"):
        doc = nlp(text)
    with stages.timed("names"):
        mentions = Mentions(doc)
    parsed = Parsed(doc, mentions, PUBLISHED)
    with stages.timed("voices"):
        len(parsed.attributions)
    for kind in KINDS:
        with stages.timed(kind.name):
            list(kind.read(parsed))
    with stages.timed("claims"):
        claims = claims_of(document, doc)
    with stages.timed("store"), Store(folder / f"{len(text)}.db") as store:
        store.add(document, claims)
    return stages.spent


def main() -> None:
    """Print a line for each length; lengths rise, so each peak is that length's own."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--words", type=int, nargs="+", default=WORDS)
    options = parser.parse_args()
    pipeline()("The model is loaded before anything is timed.")
    print("   words " + " ".join(f"{name:>9}" for name in STAGES) + "   peak MB")
    with tempfile.TemporaryDirectory() as folder:
        for words in sorted(options.words):
            spent = measure(paragraph(options.data, words), Path(folder))
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            row = " ".join(f"{spent[name]:9.2f}" for name in STAGES)
            print(f"{words:8,} {row} {peak:9,.0f}", flush=True)


if __name__ == "__main__":
    main()
