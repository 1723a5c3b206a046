"""Attributions as people marked them, and how far two readings of one text agree."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from claims.words import CLAUSE_VERBS, REPORTING_VERBS

# Marked and found agree where they share this much of what both cover.
ENOUGH = 0.5

Ranges = list[tuple[int, int]]
_OPENING, _CLOSING = "\"“‘'", "\"”’'"


@dataclass(frozen=True)
class Marked:
    """One attribution as a person marked it; places are characters of its text."""

    content: Ranges
    source: Ranges
    cue: str
    form: str

    @property
    def is_said(self) -> bool:
        """Whether somebody is said to speak or write, rather than to think, want or show."""
        return bool(self.source) and is_said(self.cue)


def attributions(path: Path) -> Iterator[Marked]:
    """The attributions of one brat file; spans may have several pieces."""
    text = path.with_suffix(".txt").read_text(encoding="utf-8")
    spans: dict[str, tuple[Ranges, str]] = {}
    lines = path.read_text(encoding="utf-8").splitlines()
    for line in lines:
        if match := re.match(r"(T\d+)\t\S+ ([\d ;]+)\t(.*)", line):
            pieces = [piece.split() for piece in match[2].split(";")]
            spans[match[1]] = ([(int(start), int(end)) for start, end in pieces], match[3])
    for line in lines:
        if line.startswith("E"):
            pairs = [part.split(":") for part in line.split("\t")[1].split()]
            roles: dict[str, list[str]] = {}
            for role, name in pairs:
                roles.setdefault(re.sub(r"\d+$", "", role), []).append(name)
            content = sorted(piece for name in roles.get("Content", []) for piece in spans[name][0])
            source = sorted(piece for name in roles.get("Source", []) for piece in spans[name][0])
            cue = " ".join(spans[name][1] for name in roles.get("Cue", []))
            yield Marked(content, source, cue, _form(text, content))


def _form(text: str, content: Ranges) -> str:
    """Direct where every piece opens and closes with a mark, mixed where there are marks inside."""
    pieces = [text[start:end].strip(" ,.\n") for start, end in content]
    if pieces and all(piece[:1] in _OPENING and piece[-1:] in _CLOSING for piece in pieces):
        return "direct"
    return "mixed" if any(mark in piece for piece in pieces for mark in '"“”') else "indirect"


def characters(ranges: Ranges) -> set[int]:
    """Every place that the ranges cover."""
    return {offset for start, end in ranges for offset in range(start, end)}


def overlap(left: set[int], right: set[int]) -> float:
    """The Jaccard index."""
    return len(left & right) / max(len(left | right), 1)


def nearest(own: set[int], contents: list[set[int]]) -> int | None:
    """Which of `contents` is `own`, if any is."""
    overlaps = [overlap(own, content) for content in contents]
    index = max(range(len(contents)), key=lambda i: overlaps[i], default=-1)
    return index if index >= 0 and overlaps[index] >= ENOUGH else None


def is_said(cue: str) -> bool:
    """Whether a cue speaks or writes, rather than thinks, wants or shows."""
    words = {word.strip(",.:") for word in cue.lower().split()}
    return "according" in words or bool(words & _spoken_forms())


@cache
def _spoken_forms() -> frozenset[str]:
    forms = {"said", "told", "wrote", "spoke", "swore", "read", "put"}
    for verb in CLAUSE_VERBS | REPORTING_VERBS.keys():
        stem = verb.removesuffix("e")
        tail = verb.removesuffix("y")
        forms |= {verb, verb + "s", stem + "ed", stem + "ing", verb + "es", tail + "ied"}
    return frozenset(forms)
