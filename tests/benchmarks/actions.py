"""How many of the actions that people have marked in news are told by some statement.

    python -m tests.benchmarks.actions --data PATH

PATH holds events/ecbplus-topics-1-35.zip. For each class of action of ECB+: how many are marked,
how many lie in a statement's clause, and how many are its predicate or lie in its object.
"""

import argparse
import zipfile
from collections import Counter
from pathlib import Path

from claims import extract
from claims.training.coreferring import mentions
from claims.training.ecbplus import ARCHIVE, articles
from evidence.records import Claim

# Part of a clause that tells what happened, rather than to whom, where or when.
_TELLING = frozenset({"predicate", "object"})


def meets(start: int, end: int, claims: list[Claim]) -> bool:
    """Whether the stretch lies in the clause of some claim."""
    return any(claim.start < end and start < claim.end for claim in claims)


def tells(start: int, end: int, claims: list[Claim]) -> bool:
    """Whether the stretch is part of what some claim says happened."""
    return any(
        span.role in _TELLING and span.start < end and start < span.end
        for claim in claims
        for span in claim.spans
    )


def main() -> None:
    """Count and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    data = parser.parse_args().data
    marked: Counter[str] = Counter()
    within: Counter[str] = Counter()
    told: Counter[str] = Counter()
    by_path = {article.document.path: article for article in articles(data)}
    with zipfile.ZipFile(data / ARCHIVE) as archive:
        for document, claims in extract(one.document for one in by_path.values()):
            stated = [claim for claim in claims if claim.kind == "statement"]
            for one in mentions(archive.read(document.path), by_path[document.path]):
                for kind in (one.name, "all") if one.is_action else ():
                    marked[kind] += 1
                    within[kind] += meets(one.start, one.end, stated)
                    told[kind] += tells(one.start, one.end, stated)
    for name, count in marked.most_common():
        print(
            f"{name}: {count:,} marked, {100 * within[name] / count:.1f} % in a statement, "
            f"{100 * told[name] / count:.1f} % told by one"
        )


if __name__ == "__main__":
    main()
