"""The offices that stand beside a name: "Mayor Reed", "Anna Reed, a judge"."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from claims.words import ROLE_NOUNS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

# How far from a name its office may begin: "Minister of Public Security Zhao Kezhi".
_REACH = 7
# No office is longer than this many words.
_LONGEST = 12
_IN_TITLE = frozenset({"ADJ", "NOUN", "PROPN"})


def beside(doc: "Doc", first: int, start: int, end: int) -> "Iterator[list[Token]]":
    """Runs of words beside a name that may tell its office: before it, set off, in apposition."""
    left = max(0, first - _REACH)
    run: list[Token] = list(doc[first:start])
    for i in range(first - 1, left - 1, -1):
        token = doc[i]
        inside = token.pos_ in ("NOUN", "PROPN", "ADJ") or token.lower_ in ("of", "for", "-")
        if not inside or (i == first - 1 and token.pos_ == "ADP"):
            break
        run.insert(0, token)
    yield run
    yield _set_off(doc, first - 1, -1)
    yield _set_off(doc, end, 1)
    head = doc[start:end].root
    nouns = [child for child in head.children if child.dep_ == "appos"]
    if head.dep_ == "appos" or (head.dep_ in ("nsubj", "flat") and _has_copula(head.head)):
        nouns.append(head.head)
    for noun in nouns:
        if noun.lemma_.lower() in ROLE_NOUNS:
            yield [token for token in noun.subtree if token.i <= noun.i or _narrows(token, noun)]


def roles(run: list["Token"]) -> Iterator[tuple[str, frozenset[str]]]:
    """The offices in a run of words, each with the words that narrow it."""
    words = frozenset(token.lower_ for token in run if token.pos_ in ("NOUN", "PROPN", "ADJ"))
    for token in run:
        if bare(token) in ROLE_NOUNS:
            yield bare(token), words - {token.lower_}


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


def title(runs: "list[list[Token]]") -> str:
    """The longest office in `runs` as the text has it: "mayor of Osk", without an article."""
    found = [_title(sorted(run, key=lambda token: token.i)) for run in runs]
    return max(found, key=len, default="")


def _title(run: "list[Token]") -> str:
    """The words around the first office of a run, up to a comma, a name or another clause."""
    place = next((i for i, token in enumerate(run) if bare(token) in ROLE_NOUNS), None)
    if place is None:
        return ""
    doc, inside = run[0].doc, {token.i for token in run}
    first = last = run[place].i
    while first - 1 in inside and doc[first - 1].pos_ in _IN_TITLE:
        first -= 1
    end = max(run[-1].i, min(run[place].right_edge.i, last + _LONGEST))
    while last < end and _goes_on(doc[last + 1]):
        last += 1
    while last > first and doc[last].pos_ not in _IN_TITLE:
        last -= 1
    return " ".join(doc[first : last + 1].text.split())


def _goes_on(token: "Token") -> bool:
    if token.is_space or token.ent_type_ == "PER" or token.pos_ in ("AUX", "PRON", "SCONJ", "VERB"):
        return False
    return not token.is_punct or token.text == "-"


def bare(token: "Token") -> str:
    """The word in lower case without the full stop of an abbreviation: "Lt." is "lt"."""
    return token.lower_.rstrip(".")
