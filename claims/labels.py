"""Voices named beside a quote by layout alone: signatures, labels, entries of a live report."""

import re
from typing import TYPE_CHECKING

from claims import subject
from claims.page import Page
from claims.quotemarks import Quoted, paragraph_at

if TYPE_CHECKING:
    from spacy.tokens import Token

DASHES = frozenset({"—", "–", "--", "-", "―"})
_TIME = re.compile(r"\d{1,2}[:.h]\d\d(?:\s?[ap]\.?m\b\.?)?[ \t]*(?:[—–-]|\|)?\s*")
# "From the mayor: …", "A statement by the board: …", "In the words of Reed: …"
_GIVEN_BY = frozenset({"from", "by", "of"})
_BEFORE_GIVER = frozenset({"a", "in", "message", "statement", "the", "word", "words"})
_LONGEST_LABEL = 9
_LONGEST_SIGNATURE = 15


def signed(page: Page, quote: Quoted) -> "Token | None":
    """Who signs a quote, behind it or on the next line: “…” — Ada Lovell, minister."""
    line = page.text.find("\n", quote.end, page.block(quote)[1])
    end = line if line >= 0 else page.block(quote)[1]
    most = _LONGEST_SIGNATURE + 1
    words = page.first_tokens(quote.end, end, most)
    if not words and line < 0:
        place = paragraph_at(page.blocks, quote.end - 1) + 1
        words = page.first_tokens(*page.blocks[place], most) if place < len(page.blocks) else []
    bracketed = len(words) > 1 and words[0].text == "(" and words[-1].text.startswith(")")
    marked = bool(words) and (words[0].text in DASHES or bracketed)
    if not 2 <= len(words) <= _LONGEST_SIGNATURE or not marked:
        return None
    if _has_verb(words) or not words[1].text[:1].isupper():
        return None
    return _named(words[1:])


def labelled(page: Page, quote: Quoted, words: list["Token"]) -> "Token | None":
    """The voice of a label that has its paragraph's beginning to itself: Mayor Lovell: “…”"""
    start = page.block(quote)[0]
    if not words or words[0].idx != start:
        return None
    time = _TIME.match(page.text, start)
    words = [word for word in words if time is None or word.idx >= time.end()]
    if not 0 < len(words) <= _LONGEST_LABEL or _has_verb(words):
        return None
    opening = words[0].lower_
    for place, word in enumerate(words[:4]):
        if word.lower_ in _GIVEN_BY and (place == 0 or opening in _BEFORE_GIVER):
            head = _named(words[place + 1 :])
            return head if head is not None and subject.can_speak(head) else None
    return _named(words) if words[0].text[:1].isupper() else None


def dated(page: Page, quote: Quoted, words: list["Token"]) -> "Token | None":
    """The voice of an entry whose quote stands on its own line: 14:05 — Ada Lovell, minister"""
    alone = page.text[max(quote.start - 4, 0) : quote.start].rstrip(" \t").endswith("\n")
    timed = _TIME.match(page.text, page.block(quote)[0])
    return labelled(page, quote, words) if alone and timed else None


def heading(words: list["Token"]) -> "Token | None":
    """Who leads to a quote in words without a verb: "The union, in a letter"."""
    short = 0 < len(words) <= _LONGEST_LABEL and not _has_verb(words)
    head = _named(words) if short else None
    return head if head is not None and subject.can_speak(head) else None


def _named(words: list["Token"]) -> "Token | None":
    """The head of the name before a comma or a bracket."""
    comma = next((i for i, word in enumerate(words) if word.text in (",", "(")), len(words))
    name = words[:comma]
    return name[0].doc[name[0].i : name[-1].i + 1].root if name else None


def _has_verb(words: list["Token"]) -> bool:
    return any(word.pos_ in ("VERB", "AUX") for word in words)
