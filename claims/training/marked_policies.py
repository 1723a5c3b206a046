"""Sentences in which policies were marked by reading, as the network is trained on them.

`policies.json` beside this file holds characters of articles in the data folder, never their text:
`corpus` "raw" is raw/raw_open.jsonl (`id` is a digest of the article's own), "polnear" a file of
quotes/polnear-train, "ecb" an article of ECB+, "vitaminc" the evidence of a pair of
relations/vitaminc-train.jsonl. `written.json` holds news of our own wording with its marks.
"""

import json
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claims.reader import load
from claims.training.ecbplus import articles
from evidence.records import digest

if TYPE_CHECKING:
    from spacy.tokens import Token

MARKS = Path(__file__).with_name("policies.json")
WRITTEN = Path(__file__).with_name("written.json")

Place = Sequence[int]


@dataclass(frozen=True)
class Marked:
    """A policy of a sentence; every number is the place of a word in it.

    `parts` has each stretch that is marked, by its role; `sure` is false where careful readers
    could differ on whether this is a policy at all.
    """

    anchor: int
    modality: str
    clause: tuple[int, ...]
    parts: tuple[tuple[str, tuple[int, ...]], ...]
    status: str
    assertion: str
    sure: bool


@dataclass(frozen=True)
class Sentence:
    """The words of a marked sentence, their tags, dependency labels and heads, and its marks."""

    words: tuple[str, ...]
    tags: tuple[str, ...]
    labels: tuple[str, ...]
    heads: tuple[int, ...]
    marks: tuple[Marked, ...]


def sentences(data: Path) -> list[Sentence]:
    """Every marked sentence, parsed in its article."""
    nlp = load()
    known = texts(data)
    marked = json.loads(MARKS.read_text("utf-8"))
    given = [(known[one["corpus"], one["id"]], one["sentences"]) for one in marked]
    given += [(one["text"], one["sentences"]) for one in json.loads(WRITTEN.read_text("utf-8"))]
    found = []
    for text, own in given:
        tokens = [token for token in nlp(text) if not token.is_space]
        for sentence in own:
            held = [token for token in tokens if _within(token, sentence)]
            if held:
                found.append(_sentence(held, sentence["policies"]))
    return found


def _within(token: "Token", stretch: dict[str, Any]) -> bool:
    return bool(
        token.idx < int(stretch["end"]) and token.idx + len(token.text) > int(stretch["start"])
    )


def texts(data: Path) -> dict[tuple[str, str], str]:
    """Every article of the data folder that marks may lie in, by corpus and id."""
    found = {}
    with (data / "raw" / "raw_open.jsonl").open(encoding="utf-8") as lines:
        for one in map(json.loads, lines):
            text = unicodedata.normalize("NFC", one["text"].replace("\r\n", "\n"))
            found["raw", digest(one["id"])] = text
    for path in sorted((data / "quotes" / "polnear-train").rglob("*.txt")):
        found["polnear", path.name] = path.read_text(encoding="utf-8")
    for article in articles(data):
        found["ecb", article.document.source] = article.document.text
    with (data / "relations" / "vitaminc-train.jsonl").open(encoding="utf-8") as lines:
        for one in map(json.loads, lines):
            found["vitaminc", one["unique_id"]] = one["evidence"]
    return found


def _sentence(tokens: "Sequence[Token]", policies: Sequence[dict[str, Any]]) -> Sentence:
    places = {token.i: place for place, token in enumerate(tokens)}
    heads = tuple(places.get(token.head.i, place) for place, token in enumerate(tokens))
    ends = [(token.idx, token.idx + len(token.text)) for token in tokens]
    marks = [_marked(policy, ends, heads) for policy in policies]
    return Sentence(
        tuple(token.text for token in tokens),
        tuple(token.tag_ for token in tokens),
        tuple(token.dep_ for token in tokens),
        heads,
        tuple(mark for mark in marks if mark is not None),
    )


def _marked(
    policy: dict[str, Any], ends: Sequence[tuple[int, int]], heads: Sequence[int]
) -> Marked | None:
    def places(stretch: Place | None) -> tuple[int, ...]:
        if not stretch:
            return ()
        return tuple(
            place
            for place, (start, end) in enumerate(ends)
            if start < stretch[1] and end > stretch[0]
        )

    clause = places((policy["start"], policy["end"]))
    deed = places(policy["action"]) or places(policy["penalty"]) or clause
    if not deed:
        return None
    told = [
        *(("condition", places(one)) for one in policy["conditions"]),
        *(("exception", places(one)) for one in policy["exceptions"]),
        *(
            ("penalty", places(one))
            for one in [policy["penalty"]]
            if policy["modality"] == "penalty"
        ),
        *((role, places(policy[role])) for role in ("action", "issuer", "addressee", "penalty")),
    ]
    return Marked(
        _top(deed, heads),
        policy["modality"],
        clause,
        tuple((role, held) for role, held in told if held),
        policy["status"],
        policy["assertion"],
        policy["sure"],
    )


def _top(places: Sequence[int], heads: Sequence[int]) -> int:
    """The first word of a stretch whose head stands outside of it."""
    held = set(places)
    tops = (place for place in places if heads[place] not in held or heads[place] == place)
    return next(tops, places[0])
