"""How long a check takes, and how much memory, as the documents grow in number.

    python -m tests.benchmarks.checking --data PATH [--documents 100 500 2000]

PATH holds raw/raw_open.jsonl. Of its articles every tenth is taken twice, as two outlets carry one
story; claims are extracted first, and only the check is timed.
"""

import argparse
import resource
import time
from dataclasses import dataclass
from pathlib import Path

from claims import extract
from evidence import Document
from evidence.records import Claim, digest
from tests.quality.matching import articles
from xref.check import check

# Every such article stands there a second time.
TWICE = 10
# One byte more or less says nothing of a machine's memory.
MEGABYTE = 1024


@dataclass(frozen=True)
class Read:
    """A document and its claims."""

    document: Document
    claims: list[Claim]


def read(path: Path, most: int) -> list[Read]:
    """So many documents with their claims, the doubled ones under another outlet's name."""
    documents: list[Document] = []
    for number, (key, article) in enumerate(articles(path).items()):
        documents.append(_document(f"outlet {number}", key, article.text))
        if number % TWICE == 0:
            documents.append(_document(f"other {number}", f"{key} again", article.text))
        if len(documents) >= most:
            break
    found = []
    for document, claims in extract(documents[:most]):
        for claim in claims:
            claim.document = document
        found.append(Read(document, claims))
    return found


def _document(source: str, key: str, text: str) -> Document:
    return Document(id=digest(source, text), source=source, path=f"{key}.txt", text=text)


def main() -> None:
    """Extract once, check each number of documents, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--documents", type=int, nargs="+", default=[100, 500, 2000])
    options = parser.parse_args()
    every = read(options.data / "raw" / "raw_open.jsonl", max(options.documents))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / MEGABYTE
    for count in options.documents:
        part = every[:count]
        claims = [claim for one in part for claim in one.claims]
        start = time.perf_counter()
        result = check([one.document for one in part], claims)
        seconds = time.perf_counter() - start
        together = sum(len(one.claims) > 1 for one in result.alignments)
        print(
            f"{count:,} documents, {len(claims):,} claims: {seconds:.1f} s, "
            f"{together:,} alignments of several claims, {len(result.copies):,} copies"
        )
    after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / MEGABYTE
    print(f"peak {after:,.0f} MB, of which {before:,.0f} MB for reading")


if __name__ == "__main__":
    main()
