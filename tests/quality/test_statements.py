"""Statements in whole news articles: which are found, as far as they are told by default.

`statements.json` holds characters, verbs and digests of document ids, never the text; the articles
are in `raw/raw_open.jsonl` of the data folder, and `XREF_DATA` says where that is. Every sentence
of 18 articles was marked twice from written rules, by language models that saw neither the reader
nor its output: what only one of them marked, and what stands only in somebody's words, is neither
right nor wrong. Part "a" was then used for mending the reader, part "b" only for measuring it, like
part "d", of 15 other articles (three of them marked twice, the rest once). Part "w" is of 32 short
documents of our own wording (`written.json`), marked once and only scored.
"""

from collections import Counter
from typing import Any

import pytest

from claims.kind import WORTH, Reading
from claims.statement import Statement, read
from tests.markup import parsed
from tests.quality.matching import ARTICLES, DATA, Article, f1, marked, meets, pairs

# Documents of our own wording, with their text.
FILES = {"w": "written.json"}
# A little below what was measured; they may only be raised.
FLOORS = {
    "a": {"precision": 0.95, "recall": 0.82, "f1": 0.88, "negated": 0.98},
    "b": {"precision": 0.89, "recall": 0.85, "f1": 0.87, "negated": 0.98},
    "d": {"precision": 0.92, "recall": 0.81, "f1": 0.86, "negated": 0.98},
    "w": {"precision": 0.61, "recall": 0.83, "f1": 0.71, "negated": 0.99},
}


def readings(article: Article) -> list[Reading[Statement]]:
    """What is read in a whole article."""
    found = read(parsed(article.text, article.published))
    return [one for one in found if one.worth >= WORTH]


def score(part: str) -> tuple[dict[str, float], list[str]]:
    """Precision, recall and F1; of those found, how many are rightly negated or not."""
    counts: Counter[str] = Counter()
    notes: list[str] = []
    for found, sentence, text in marked(FILES.get(part, "statements.json"), part, readings):
        _tally(counts, notes, found, sentence["statements"], text)
    both = counts["found"]
    return {
        "precision": both / max(1, counts["read"]),
        "recall": both / max(1, counts["sure"]),
        "f1": f1(both, counts["read"], counts["sure"]),
        "negated": counts["negated"] / max(1, both),
    }, [f"{dict(counts)}", *notes]


def _tally(
    counts: Counter[str],
    notes: list[str],
    found: list[Reading[Statement]],
    marks: list[dict[str, Any]],
    text: str,
) -> None:
    places = [(one.start, one.end) for one in found]
    matched = dict(pairs(places, [(mark["start"], mark["end"]) for mark in marks]))
    sure = [mark["sure"] and not mark["said"] for mark in marks]
    counts["sure"] += sum(sure)
    for i, one in enumerate(found):
        if i in matched:
            mark = marks[matched[i]]
            counts["read"] += sure[matched[i]]
            counts["found"] += sure[matched[i]]
            right = one.value.negated in mark.get("negated", [one.value.negated])
            counts["negated"] += sure[matched[i]] and right
            continue
        spare = any(
            not sure[j] and meets(places[i], (mark["start"], mark["end"]))
            for j, mark in enumerate(marks)
        )
        counts["read"] += not spare
        if not spare:
            notes.append(f"too much: {text[one.start : one.end]!r}")
    for j, mark in enumerate(marks):
        if sure[j] and j not in matched.values():
            notes.append(f"missed: {text[mark['start'] : mark['end']]!r}")


@pytest.mark.parametrize("part", ["a", "b", "d", "w"])
def test_the_statements_of_news_are_read(part: str) -> None:
    """Every score keeps above its floor."""
    if part not in FILES and not ARTICLES.exists():
        pytest.skip(f"no corpora at {DATA}; set XREF_DATA")
    scores, notes = score(part)
    for name, value in scores.items():
        print(part, name, f"{value:.3f}")  # noqa: T201
    low = [name for name, value in scores.items() if value < FLOORS[part][name]]
    assert not low, "\n".join([str(low), *notes])
