"""Reports of our own wording, three of each event, whose figures are numbered by what they count.

`figures.json` beside this file holds those that `claims.training.likening` learns from. A figure is
marked `[[number|words]]`; two figures of one event with the same number count or measure the same.
`figure_pairs.json` has pairs of figures of articles in the data folder that were judged by reading:
characters only, never text; the articles are those of `claims.training.marked_policies.texts`.
"""

import json
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from itertools import combinations, product
from pathlib import Path
from typing import Any

from claims.numerals import simple
from claims.place import Place

WRITTEN = Path(__file__).with_name("figures.json")
JUDGED = Path(__file__).with_name("figure_pairs.json")
MARK = re.compile(r"\[\[(\w+)\|([^\[\]]+)\]\]")
# Pairs of two things that are kept for each of one: of the same sort of figure, and of two sorts.
LIKE, UNLIKE = 3.0, 0.5
_SORTS = {
    "money": re.compile(
        r"[$£€¥]|dollar|euro|pound|yen|cents?\b|rupee|franc|peso|crown|krona", re.IGNORECASE
    ),
    "share": re.compile(r"per\s?cent|%|percentage|third|quarter|half|one in", re.IGNORECASE),
    "time": re.compile(r"year|month|week|day|hour|minute|second|decade|night|aged", re.IGNORECASE),
    "size": re.compile(
        r"\b(?:k?m|kilomet\w+|met(?:re|er)s?|miles?|feet|foot|acres?|hectares?|ton\w*|kg|kilo\w*"
        r"|litres?|gallons?|degrees?|mph|kph)\b",
        re.IGNORECASE,
    ),
}


@dataclass(frozen=True)
class Figure:
    """A marked figure: where its number stands, and what it is of."""

    place: Place
    thing: str
    sort: str


# One event: `reports` by their letters, each with `text`; `relations` has for each two figures of
# one thing its number, the letters of both reports, and what they are to one another.
Reports = dict[str, Any]
# A pair: `corpus`, `left` and `right` (an article's id, and where a figure stands in it), its
# `relation`, and whether it is `sure`.
Judged = dict[str, Any]


class Label(IntEnum):
    """What two numbers are to one another; the first three are what the network answers."""

    OTHER = 0
    FIXED = 1  # of one thing, and not both could be true
    RUNNING = 2  # of one thing at two times
    SAME = 3  # of one thing, and nothing tells whether it changes


ANSWERS = (Label.OTHER, Label.FIXED, Label.RUNNING)
_LABELS = {"conflicts": Label.FIXED, "updates": Label.RUNNING}


@dataclass(frozen=True)
class Pair:
    """Two numbers of two reports, and what they are to one another."""

    left: Place
    right: Place
    label: Label


def figures(marked: str) -> list[Figure]:
    """The figures of a report whose figures are marked `[[thing|words]]`."""
    text, found, taken = text_of(marked), [], 0
    for match in MARK.finditer(marked):
        place = _place(text, match.start() - taken, match[2])
        found.append(Figure(place, match[1], _sort(match[2])))
        taken += len(match[0]) - len(match[2])
    return found


def text_of(marked: str) -> str:
    """A report without its marks."""
    return MARK.sub(lambda match: match[2], marked)


def _place(text: str, start: int, words: str) -> Place:
    """The first number of a figure, or its first word: "twice", "a dozen"."""
    number = next(simple(words), None)
    if number is not None:
        return Place(text, start + number.start, start + number.end)
    return Place(text, start, start + len(words.split()[0]))


def _sort(words: str) -> str:
    return next((name for name, pattern in _SORTS.items() if pattern.search(words)), "count")


def pairs(sets: Sequence[Reports], chance: random.Random) -> Iterator[Pair]:
    """The pairs of every set: all that are of one thing, and some that are not."""
    for one in sets:
        told = {name: figures(report["text"]) for name, report in one["reports"].items()}
        relation = {(thing, *sorted(ends)): said for thing, *ends, said in one["relations"]}
        same, like, unlike = [], [], []
        for left, right in combinations(sorted(told), 2):
            for mine, theirs in product(told[left], told[right]):
                if mine.thing == theirs.thing:
                    label = _LABELS.get(relation[mine.thing, left, right], Label.SAME)
                    same.append(Pair(mine.place, theirs.place, label))
                    continue
                pair = Pair(mine.place, theirs.place, Label.OTHER)
                (like if mine.sort == theirs.sort else unlike).append(pair)
        yield from same
        for others, share in ((like, LIKE), (unlike, UNLIKE)):
            yield from chance.sample(others, min(len(others), round(share * len(same))))


def read(path: Path = WRITTEN) -> list[Reports]:
    """The sets of reports of our own wording."""
    found: list[Reports] = json.loads(path.read_text("utf-8"))
    return found


def judgements() -> list[Judged]:
    """The pairs of figures of articles that were judged by reading."""
    found: list[Judged] = json.loads(JUDGED.read_text("utf-8"))
    return found
