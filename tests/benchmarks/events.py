"""What a cross-check of many stories calls disputed, for a person to judge.

    python -m tests.benchmarks.events --data PATH

PATH holds events/ecbplus-topics-1-35.zip: news of 33 topics, each two sets of articles about one
event each. Every set is checked by itself. Prints one comparison of each disputed alignment, with
the words of both sides, and how many alignments had which verdict.
"""

import argparse
import re
import zipfile
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

from claims import extract
from evidence import Document
from evidence.records import Claim, digest
from xref.check import Check, check
from xref.relation import Relation
from xref.verdict import Verdict

_FILE = re.compile(r"(\d+)_\d+(ecb|ecbplus)\.xml$")
# Where the corpus has put a space that no text has.
_TIGHT = (
    (re.compile(r" ([.,;:!?%)\]’”])"), r"\1"),
    (re.compile(r"([(\[$“]) "), r"\1"),
    (re.compile(r" ('s|n't|'re|'ve|'ll|'d|'m|')(?!\w)"), r"\1"),
)


def stories(data: Path) -> dict[tuple[int, str], list[Document]]:
    """The articles of each set, by topic and set."""
    found: dict[tuple[int, str], list[Document]] = defaultdict(list)
    with zipfile.ZipFile(data / "events" / "ecbplus-topics-1-35.zip") as archive:
        for name in sorted(archive.namelist()):
            if (match := _FILE.search(name)) is None:
                continue
            text, source = _text(archive.read(name)), Path(name).stem
            document = Document(id=digest(source, text), source=source, path=name, text=text)
            found[int(match[1]), match[2]].append(document)
    return found


def _text(xml: bytes) -> str:
    sentences: dict[int, list[str]] = defaultdict(list)
    for token in ElementTree.fromstring(xml).iter("token"):
        sentences[int(token.get("sentence", 0))].append(token.text or "")
    return "\n\n".join(_joined(words) for _, words in sorted(sentences.items()))


def _joined(words: list[str]) -> str:
    text, is_open = " ".join(words), False
    for pattern, instead in _TIGHT:
        text = pattern.sub(instead, text)
    parts = [part.strip() for part in text.split('"')]
    joined = parts[0]
    for part in parts[1:]:
        is_open = not is_open
        joined = f"{joined} “{part}" if is_open else f"{joined}” {part}"
    return joined.strip()


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
        result = check(documents, claims)
        articles += len(documents)
        verdicts.update(str(one.verdict) for one in result.alignments)
        for line in disputes(result):
            print(f"{topic} {part}\n{line}", flush=True)
    print(f"{articles} articles:", ", ".join(f"{n:,} {name}" for name, n in verdicts.most_common()))


if __name__ == "__main__":
    main()
