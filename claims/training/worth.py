"""`python -m claims.training.worth --data PATH`: fit the weights of `claims.worth`, and print them.

`statements.json` beside this file marks what a reader found worth checking in news articles, by
their characters; see `claims.training.marked_policies` for how it names the articles.
"""

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from claims.logistic import Traits
from claims.mentions import Mentions
from claims.parsed import Parsed
from claims.reader import load
from claims.statement import weighed
from claims.training.logistic import fit, told
from claims.training.marked_policies import texts

MARKS = Path(__file__).with_name("statements.json")
# Strength of the pull towards zero.
PULL = 1.0
# Traits rarer than this tell nothing certain.
RARE = 8


@dataclass(frozen=True)
class Example:
    """A clause's traits, and whether a reader marked it."""

    traits: Traits
    marked: bool


def examples(data: Path) -> Iterator[Example]:
    """The clauses of the marked articles; those of which a reader was not sure are left out."""
    nlp, known = load(), texts(data)
    for document in json.loads(MARKS.read_text("utf-8")):
        doc = nlp(known[document["corpus"], document["id"]])
        found = list(weighed(Parsed(doc, Mentions(doc), None)))
        for sentence in document["sentences"]:
            own = [one for one in found if sentence["start"] <= one[0].start < sentence["end"]]
            yield from _matched(own, sentence["statements"])


def _matched(
    found: Sequence[tuple[Any, Traits]], marks: Sequence[dict[str, Any]]
) -> Iterator[Example]:
    """Each clause with the mark that is most like it, each mark once."""
    ranked = sorted(
        (-share, i, j)
        for i, (reading, _) in enumerate(found)
        for j, mark in enumerate(marks)
        if (share := _share(reading, mark)) > 0
    )
    taken: dict[int, int] = {}
    for _, i, j in ranked:
        if i not in taken and j not in taken.values():
            taken[i] = j
    for i, (_, traits) in enumerate(found):
        mark = marks[taken[i]] if i in taken else None
        if mark is None or (mark["sure"] and not mark["said"]):
            yield Example(traits, mark is not None)


def _share(reading: Any, mark: dict[str, Any]) -> float:
    """The common part of both stretches together, if it is half of the shorter."""
    common = min(reading.end, mark["end"]) - max(reading.start, mark["start"])
    shorter = min(reading.end - reading.start, mark["end"] - mark["start"])
    longest = max(reading.end, mark["end"]) - min(reading.start, mark["start"])
    return common / longest if common >= 0.5 * shorter else 0.0


def main(arguments: list[str]) -> None:
    """Fit and print."""
    parser = argparse.ArgumentParser(prog="python -m claims.training.worth")
    parser.add_argument("--data", type=Path, required=True, help="the folder with the corpora")
    found = list(examples(parser.parse_args(arguments).data))
    every = sorted({name for one in found for name in one.traits})
    names = [name for name in every if sum(bool(one.traits.get(name)) for one in found) >= RARE]
    rows, marks = [one.traits for one in found], [one.marked for one in found]
    sys.stdout.write(told(fit(rows, marks, names, pull=PULL)))
    marked = sum(one.marked for one in found)
    sys.stderr.write(f"{len(found):,} clauses, {marked:,} of them marked\n")


if __name__ == "__main__":
    main(sys.argv[1:])
