"""The offices that stand beside a name: "Mayor Reed", "Anna Reed, a judge"."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from claims.words import ROLE_NOUNS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

# How far from a name its office may begin: "Minister of Public Security Zhao Kezhi".
_REACH = 7


def roles(doc: "Doc", first: int, start: int, end: int) -> Iterator[tuple[str, frozenset[str]]]:
    """The offices that stand beside a name, each with the words that narrow it."""
    left = max(0, first - _REACH)
    run: list[Token] = list(doc[first:start])
    for i in range(first - 1, left - 1, -1):
        token = doc[i]
        inside = token.pos_ in ("NOUN", "PROPN", "ADJ") or token.lower_ in ("of", "for", "-")
        if not inside or (i == first - 1 and token.pos_ == "ADP"):
            break
        run.insert(0, token)
    yield from _offices(run)
    yield from _offices(_set_off(doc, first - 1, -1))
    yield from _offices(_set_off(doc, end, 1))
    head = doc[start:end].root
    beside = [child for child in head.children if child.dep_ == "appos"]
    if head.dep_ == "appos" or (head.dep_ in ("nsubj", "flat") and _has_copula(head.head)):
        beside.append(head.head)
    for noun in beside:
        if noun.lemma_.lower() in ROLE_NOUNS:
            yield from _offices([t for t in noun.subtree if t.i <= noun.i or _narrows(t, noun)])


def _set_off(doc: "Doc", comma: int, step: int) -> list["Token"]:
    """The nouns that a comma sets off from a name: "the mayor, Tom Reed,"."""
    found: list[Token] = []
    if not 0 <= comma < len(doc) or doc[comma].text != ",":
        return found
    i = comma + step
    while 0 <= i < len(doc) and len(found) < _REACH:
        if doc[i].pos_ not in ("NOUN", "PROPN", "ADJ", "DET") or doc[i].ent_type_ == "PER":
            break
        found.append(doc[i])
        i += step
    return found


def _has_copula(token: "Token") -> bool:
    return any(child.dep_ == "cop" for child in token.children)


def _narrows(token: "Token", noun: "Token") -> bool:
    return token.dep_ in ("nmod", "compound", "flat") and token.i < noun.i + _REACH


def _offices(run: list["Token"]) -> Iterator[tuple[str, frozenset[str]]]:
    words = frozenset(token.lower_ for token in run if token.pos_ in ("NOUN", "PROPN", "ADJ"))
    for token in run:
        if bare(token) in ROLE_NOUNS:
            yield bare(token), words - {token.lower_}


def bare(token: "Token") -> str:
    """The word in lower case without the full stop of an abbreviation: "Lt." is "lt"."""
    return token.lower_.rstrip(".")
