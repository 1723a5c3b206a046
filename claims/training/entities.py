"""Names out of GUM's entity layer, cut to what the name corpora call a name.

A mention there is a whole noun phrase, nested in others. Its name is the run of proper nouns at its
head; proper nouns that no mention of a known kind explains stay unknown and are masked.
"""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from claims.training.corpora import (
    PERSONAL_TITLE,
    Allowed,
    Article,
    or_place,
    other_than,
    sentence_id,
)

# "(8-place-…" opens, "8)" closes, "(8-place-…)" does both.
_EDGE = re.compile(r"\((\d+)-([a-z]+)-[^()]*(\))?|(\d+)\)")
_KINDS = {"person": "PER", "organization": "ORG", "place": "LOC"}
_PROPER = frozenset({"NNP", "NNPS"})
# What may join the proper nouns of one name: "Bank of the West", "Guinea-Bissau".
_LINKS = frozenset({"of", "the", "for", "and", "&", "-", "de", "la"})

# The kinds that the name corpora leave out are names of something else, or none.
_NONE = other_than({"PER", "ORG", "LOC"})

Mention = tuple[int, int, str]


def add_entities(articles: Sequence[Article], path: Path) -> None:
    """Put the names in the entity layer of the CoNLL-U file at `path` on its sentences."""
    columns: dict[str, list[str]] = {}
    for block in path.read_text("utf-8").split("\n\n"):
        lines = block.split("\n")
        rows = [line.split("\t") for line in lines if line[:1].isdigit()]
        columns[sentence_id(lines)] = [row[9] for row in rows if row[0].isdigit()]
    for sentence in (sentence for article in articles for sentence in article):
        if sentence.syntax is not None:
            misc = columns[sentence.id]
            sentence.names = names(sentence.words, sentence.syntax.xpos, misc)


def names(words: Sequence[str], tags: Sequence[str], misc: Sequence[str]) -> list[Allowed]:
    """The allowed name labels of a sentence, a set for each word."""
    labels: list[Allowed] = [None if tag in _PROPER else _NONE for tag in tags]
    taken = [False] * len(words)
    # The widest first: "University of Portsmouth", not the town in it.
    for start, end, kind in sorted(_mentions(misc), key=lambda m: (m[0] - m[1], m)):
        run = _run(words, tags, start, end)
        if run is None or any(taken[slice(*run)]):
            continue
        first, last = run
        taken[first:last] = [True] * (last - first)
        # "Americans", "Muslims": people, but no person's name.
        name = _KINDS.get(kind) if tags[last - 1] != "NNPS" or kind != "person" else None
        if name is None:
            labels[first:last] = [_NONE] * (last - first)
        elif not PERSONAL_TITLE.match(words[first]):
            labels[first] = or_place(frozenset({f"B-{name}"}))
            inside = or_place(frozenset({f"I-{name}"}))
            labels[first + 1 : last] = [inside] * (last - first - 1)
    return labels


def _mentions(misc: Sequence[str]) -> Iterator[Mention]:
    """The mentions of a sentence; one that runs on beyond it is dropped."""
    opened: list[tuple[str, str, int]] = []
    for place, column in enumerate(misc):
        layer = next((part for part in column.split("|") if part.startswith("Entity=")), "")
        for number, kind, ends, closed in _EDGE.findall(layer):
            if number and ends:
                yield place, place + 1, kind
            elif number:
                opened.append((number, kind, place))
            else:
                match = next((m for m in reversed(opened) if m[0] == closed), None)
                if match is not None:
                    opened.remove(match)
                    yield match[2], place + 1, match[1]


def _run(words: Sequence[str], tags: Sequence[str], start: int, end: int) -> tuple[int, int] | None:
    """The first run of proper nouns in `[start, end)` if nothing but a determiner precedes it."""
    while start < end and tags[start] in {"DT", "PRP$", "JJ"}:
        start += 1
    last = start
    for place in range(start, end):
        if tags[place] in _PROPER:
            last = place + 1
        elif words[place].lower() not in _LINKS:
            break
    return (start, last) if last > start and tags[start] in _PROPER else None
