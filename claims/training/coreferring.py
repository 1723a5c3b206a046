"""Statements of news whose actions people have tied across articles: of one event, or of another.

ECB+ has for each topic articles on two events of one kind, and ties the mentions of one action.
"""

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from xml.etree import ElementTree

from claims.pipeline import extract
from claims.training.ecbplus import ARCHIVE, Article, articles
from evidence.records import Claim


@dataclass(frozen=True)
class Mention:
    """A marked stretch `[start, end)`: its class, and its chain across articles, or ""."""

    name: str
    start: int
    end: int
    chain: str

    @property
    def is_action(self) -> bool:
        """Whether an action is mentioned, done or not done."""
        return self.name.startswith(("ACTION", "NEG_ACTION"))


@dataclass(frozen=True)
class Tied:
    """Two statements of articles on one topic: whether an action of both is one, and whether the
    articles are on one event.
    """

    left: Claim
    right: Claim
    same: bool
    one_event: bool


def tied(data: Path, *, odd: bool = True) -> list[Tied]:
    """Every two statements of different articles of a topic, of its odd or even topics."""
    chosen = {one.document.path: one for one in articles(data) if one.topic % 2 == odd}
    by_topic: dict[int, list[tuple[Article, list[_Told]]]] = {}
    with zipfile.ZipFile(data / ARCHIVE) as archive:
        for document, claims in extract(one.document for one in chosen.values()):
            article = chosen[document.path]
            marked = mentions(archive.read(document.path), article)
            actions = [one for one in marked if one.is_action]
            own = [_told(claim, actions) for claim in claims if claim.kind == "statement"]
            for claim in claims:
                claim.document = document
            by_topic.setdefault(article.topic, []).append((article, [one for one in own if one]))
    return [
        Tied(one, other, bool(mine & theirs), first.part == second.part)
        for _, own in sorted(by_topic.items())
        for (first, left), (second, right) in combinations(own, 2)
        if first.document.text != second.document.text
        for one, mine in left
        for other, theirs in right
    ]


# A statement, and the chains of the actions that it tells.
_Told = tuple[Claim, frozenset[str]]


def _told(claim: Claim, actions: list[Mention]) -> _Told | None:
    """A statement whose predicate is a marked action."""
    predicate = [(span.start, span.end) for span in claim.spans if span.role == "predicate"]
    chains = [
        one.chain
        for one in actions
        if any(one.start < last and first < one.end for first, last in predicate)
    ]
    return (claim, frozenset(chains) - {""}) if chains else None


def mentions(xml: bytes, article: Article) -> Iterator[Mention]:
    """Every marked mention of an article."""
    root = ElementTree.fromstring(xml)
    chain = {
        str(source.get("m_id")): str(relation.get("note"))
        for relation in root.iterfind("Relations/CROSS_DOC_COREF")
        for source in relation.iter("source")
    }
    for mark in root.iterfind("Markables/*"):
        places = [article.tokens[int(one.get("t_id", 0))] for one in mark.iter("token_anchor")]
        if places:
            start, end = places[0][0], places[-1][1]
            yield Mention(mark.tag, start, end, chain.get(str(mark.get("m_id")), ""))
