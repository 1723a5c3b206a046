"""Found stretches matched with marked ones, one to one, by how much they overlap."""

import json
import os
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from evidence.records import digest

ROOT = Path(__file__).parent.parent.parent
DATA = Path(os.environ.get("XREF_DATA", ROOT.parent / "shared" / "data"))
ARTICLES = DATA / "raw" / "raw_open.jsonl"
# Of the shorter of two stretches.
ENOUGH = 0.5

Place = tuple[int, int]


@dataclass(frozen=True)
class Article:
    """A raw article: its text as it would be stored, and its day."""

    text: str
    published: date | None


def articles(path: Path = ARTICLES) -> dict[str, Article]:
    """The raw articles of `path` by the digest of their id."""
    found = {}
    with path.open(encoding="utf-8") as lines:
        for one in map(json.loads, lines):
            text = unicodedata.normalize("NFC", one["text"].replace("\r\n", "\n"))
            day = date.fromisoformat(one["date"]) if one["date"] else None
            found[digest(one["id"])] = Article(text, day)
    return found


def common(one: Place, other: Place) -> int:
    """How many characters two stretches share."""
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


def meets(one: Place, other: Place) -> bool:
    """Whether half of the shorter stretch lies in the other."""
    shorter = min(one[1] - one[0], other[1] - other[0])
    return common(one, other) >= ENOUGH * max(1, shorter)


def pairs(found: Sequence[Place], marked: Sequence[Place]) -> list[tuple[int, int]]:
    """Which found stretch is which marked one, the likest first, each at most once."""
    ranked = sorted(
        (
            (-common(one, other) / (max(one[1], other[1]) - min(one[0], other[0])), i, j)
            for i, one in enumerate(found)
            for j, other in enumerate(marked)
            if meets(one, other)
        ),
    )
    taken: list[tuple[int, int]] = []
    for _, i, j in ranked:
        if all(i != left and j != right for left, right in taken):
            taken.append((i, j))
    return taken


def f1(right: int, found: int, marked: int) -> float:
    """F1 of counts."""
    return 2 * right / max(1, found + marked)


def marked(
    file: str, part: str, read: Callable[[Article], Sequence[Any]]
) -> Iterator[tuple[list[Any], dict[str, Any], str]]:
    """Every sentence of one part of a file of marks: what `read` finds that begins in it, the
    marks of the sentence, and the text that both lie in.

    A document of our own wording brings its text; of others there are only places in the articles.
    """
    documents = json.loads(Path(__file__).with_name(file).read_text("utf-8"))
    own = [document for document in documents if document["part"] == part]
    known = {} if all("text" in document for document in own) else articles()
    for document in own:
        text = document.get("text")
        article = known[document["id"]] if text is None else Article(text, None)
        found = read(article)
        for sentence in document["sentences"]:
            start, end = sentence["start"], sentence["end"]
            yield [one for one in found if start <= one.start < end], sentence, article.text
