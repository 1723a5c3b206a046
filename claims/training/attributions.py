"""PolNeAR: who said what in political news, as BIO labels on the words of running text."""

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Token

from claims.tokenizer import adapt
from claims.training.corpora import ROLES, Article, Sentence

_SPAN = re.compile(r"T\d+\t(Source|Cue|Content) ([\d ;]+)\t")
_END = re.compile(r"[.?!…]+")
_CLOSING = frozenset({'"', "'", "”", "’", ")", "]", "''"})


def polnear(folder: Path) -> Iterator[Article]:
    """Read the articles of a folder of texts with stand-off annotation (brat)."""
    nlp = spacy.blank("en")
    adapt(nlp)
    for path in sorted(folder.glob("*.ann")):
        text = path.with_suffix(".txt").read_text("utf-8")
        roles = _roles(path.read_text("utf-8"), len(text))
        article = list(_sentences(nlp, text, roles))
        if article:
            yield article


def _roles(annotation: str, size: int) -> list[str]:
    """The label of each character: "B-" where a span begins, and again after each gap in it."""
    labels = ["O"] * size
    for line in annotation.splitlines():
        if match := _SPAN.match(line):
            role = match[1].lower()
            for piece in match[2].split(";"):
                start, end = map(int, piece.split())
                labels[start:end] = [f"I-{role}"] * (min(end, size) - start)
                labels[start] = f"B-{role}"
    return labels


def _sentences(nlp: Language, text: str, roles: list[str]) -> Iterator[Sentence]:
    for match in re.finditer(r"[^\n]+", text):
        tokens = [token for token in nlp(match.group()) if not token.is_space]
        labels = _labels([roles[_extent(match.start(), token)] for token in tokens])
        starts = [0, *_starts(tokens), len(tokens)] if tokens else []
        for number, (start, end) in enumerate(pairwise(starts)):
            yield Sentence(
                words=[token.text for token in tokens[start:end]],
                spaced=[bool(token.whitespace_) for token in tokens[start:end]],
                opens_paragraph=number == 0,
                quotes=labels[start:end],
            )


def _extent(offset: int, token: Token) -> slice:
    return slice(offset + token.idx, offset + token.idx + len(token))


def _starts(tokens: list[Token]) -> Iterator[int]:
    """Where sentences begin after the first: after a stop and what closes with it."""
    for i in range(1, len(tokens)):
        last = i - 1
        while last and tokens[last].text in _CLOSING:
            last -= 1
        follows = tokens[i].text not in _CLOSING and not tokens[i].text[0].islower()
        if _END.fullmatch(tokens[last].text) and follows:
            yield i


def _labels(words: list[list[str]]) -> list[str]:
    """One label a word of a paragraph, from those of its characters; spans end with paragraphs."""
    labels: list[str] = []
    before = "O"
    for characters in words:
        label = next((label for label in characters if label != "O"), "O")
        if label[2:] in ROLES and (label[0] == "B" or before[2:] != label[2:]):
            label = f"B-{label[2:]}"
        labels.append(label)
        before = label
    return labels
