"""Direct quotations, side by side with textacy: what is found, what is wrong, and how fast.

    pip install textacy
    python -m tests.benchmarks.quotes --data PATH

PATH holds quotes/polnear-dev. Both get the same parsed documents and one thread. A direct quotation
is one that a person marked, with a source, and that opens and closes with a quote mark. It is found
where half of the words are the same; the speaker is right where it touches the marked source. What
is said to be direct and is no attribution that a person marked is wrong.
"""

import argparse
import os
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

# Before numpy is imported: its library reads these once.
for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[name] = "1"

from claims.mentions import Mentions  # noqa: E402
from claims.parsed import Parsed  # noqa: E402
from claims.quotation import Form, read  # noqa: E402
from claims.reader import load  # noqa: E402
from tests.quality.marked import Marked, attributions, characters, nearest  # noqa: E402

if TYPE_CHECKING:
    from spacy.tokens import Doc


@dataclass(frozen=True)
class Quote:
    """A direct quotation: the places of its words and of its speaker."""

    content: set[int]
    speaker: set[int]


def ours(doc: "Doc") -> Iterator[Quote]:
    """The direct quotations with a speaker that this package reads."""
    for reading in read(Parsed(doc, Mentions(doc))):
        parts = {role: set[int]() for role in ("content", "speaker")}
        for part in reading.parts:
            if part.role in parts:
                parts[part.role] |= characters([(part.start, part.end)])
        if reading.value.form is Form.DIRECT and reading.value.speaker:
            yield Quote(parts["content"], parts["speaker"])


def theirs(doc: "Doc") -> Iterator[Quote]:
    """The quotations that textacy finds; none where it gives a document up."""
    from textacy.extract.triples import direct_quotations

    try:
        found = list(direct_quotations(doc))
    except ValueError:
        return
    for speaker, _, content in found:
        words = [(token.idx, token.idx + len(token)) for token in speaker]
        yield Quote(characters([(content.start_char, content.end_char)]), characters(words))


def main() -> None:
    """Read the documents once, then time and score each way of finding quotations."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    folder = parser.parse_args().data / "quotes" / "polnear-dev"
    paths = sorted(folder.glob("*.ann"))
    nlp = load(threads=1)
    begun = time.perf_counter()
    docs = [nlp(path.with_suffix(".txt").read_text(encoding="utf-8")) for path in paths]
    spent = time.perf_counter() - begun
    words = sum(not token.is_space for doc in docs for token in doc)
    print(f"parsing, common to both: {words:,} words, {words / spent:,.0f} words/s")
    marked = [list(attributions(path)) for path in paths]
    for title, finder in (("xref", ours), ("textacy", theirs)):
        print(f"{title}: {_row(finder, docs, marked, words)}")


def _row(
    finder: Callable[["Doc"], Iterator[Quote]],
    docs: list["Doc"],
    marked: list[list[Marked]],
    words: int,
) -> str:
    begun = time.perf_counter()
    found = [list(finder(doc)) for doc in docs]
    spent = time.perf_counter() - begun
    wanted = met = right = 0
    for quotes, known in zip(found, marked, strict=True):
        contents = [characters(one.content) for one in known]
        matches = {nearest(quote.content, contents): quote for quote in quotes}
        right += sum(nearest(quote.content, contents) is not None for quote in quotes)
        direct = [i for i, one in enumerate(known) if one.form == "direct" and one.source]
        wanted += len(direct)
        met += sum(
            i in matches and bool(matches[i].speaker & characters(known[i].source)) for i in direct
        )
    said = sum(map(len, found))
    return (
        f"{met} of {wanted} found with their speaker ({met / wanted:.1%}), "
        f"{said - right} of {said} wrong ({(said - right) / max(said, 1):.1%}), "
        f"{words / spent:,.0f} words/s after parsing"
    )


if __name__ == "__main__":
    main()
