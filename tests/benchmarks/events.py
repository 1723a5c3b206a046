"""What a cross-check of many stories calls disputed, for a person to judge.

    python -m tests.benchmarks.events --data PATH

PATH holds events/ecbplus-topics-1-35.zip: news of 33 topics, each two sets of articles about one
event each. Every set is checked by itself. Prints one comparison of each disputed alignment, with
the words of both sides, and how many alignments had which verdict. Policies and statements are
compared by their fields alone: their words are not read.
"""

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from claims import extract, liken
from claims.training.ecbplus import articles
from evidence import Document
from evidence.records import Claim
from xref.check import Check, check
from xref.read_pairs import likened
from xref.relation import Relation
from xref.verdict import Verdict


def stories(data: Path) -> dict[tuple[int, str], list[Document]]:
    """The articles of each set, by topic and set."""
    found: dict[tuple[int, str], list[Document]] = defaultdict(list)
    for article in articles(data):
        found[article.topic, article.part].append(article.document)
    return found


def disputes(result: Check) -> Iterator[str]:
    """The first conflict of each disputed alignment, in words."""
    for alignment in result.alignments:
        if alignment.verdict is Verdict.DISPUTED:
            first = next(
                one for one in alignment.comparisons if one.finding.relation is Relation.CONFLICTS
            )
            sides = (f"    {c.document.source}: {_sentence(c)}" for c in (first.left, first.right))
            yield "\n".join([f"  {alignment.kind}: {first.finding.reason}", *sides])


def _sentence(claim: Claim) -> str:
    context = claim.context or {}
    start, end = int(context.get("start", claim.start)), int(context.get("end", claim.end))
    return " ".join(claim.document.text[start : max(end, claim.end)].split())


def main() -> None:
    """Check each set and print what it disputes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    verdicts: Counter[str] = Counter()
    articles = 0
    for (topic, part), documents in sorted(stories(parser.parse_args().data).items()):
        claims = []
        for document, found in extract(documents):
            for claim in found:
                claim.document = document
            claims += found
        result = check(documents, claims, reads=likened(claims, liken))
        articles += len(documents)
        verdicts.update(str(one.verdict) for one in result.alignments)
        for line in disputes(result):
            print(f"{topic} {part}\n{line}", flush=True)
    print(f"{articles} articles:", ", ".join(f"{n:,} {name}" for name, n in verdicts.most_common()))


if __name__ == "__main__":
    main()
