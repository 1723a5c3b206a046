"""Phrases of a dependency tree as words: trimmed, split at coordinations, shared parts given back.

Nothing here knows what a phrase means; `claims.clause` does.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token


def listed(text: str) -> frozenset[str]:
    """The words of a list that is written as prose.

    >>> sorted(listed("in on at"))
    ['at', 'in', 'on']
    """
    return frozenset(text.split())


OPENING = frozenset("“‘\"'([{«") | {"``"}
CLOSING = frozenset("”’\"')]}»") | {"''"}
_HYPHENS = frozenset("-–/")

# What belongs to a noun's own phrase; the rest of its subtree says something more about it.
_OWN = listed("""
    det det:predet amod compound compound:prt nummod nmod nmod:poss nmod:unmarked nmod:desc flat
    fixed goeswith conj cc cc:preconj acl
    """)
# What interrupts a phrase at any depth.
_ASIDES = frozenset(
    {"acl:relcl", "appos", "parataxis", "discourse", "reparandum", "vocative", "list", "dep"}
)
CLAUSAL = frozenset({"ccomp", "advcl", "advcl:relcl", "acl", "acl:relcl", "csubj", "parataxis"})


def children(head: "Token", *labels: str) -> list["Token"]:
    """The children of `head` whose relation is one of `labels`, in text order."""
    return [child for child in head.children if child.dep_ in labels]


def child(head: "Token", *labels: str) -> "Token | None":
    """The first of `children`, if any."""
    return next(iter(children(head, *labels)), None)


def sentence(token: "Token") -> tuple[int, int]:
    """The half-open range of token numbers of the sentence around `token`.

    `token.sent` looks through the whole document first, which a long one cannot afford.
    """
    doc, start, end = token.doc, token.i, token.i + 1
    while start > 0 and not doc[start].is_sent_start:
        start -= 1
    while end < len(doc) and not doc[end].is_sent_start:
        end += 1
    return start, end


def subtree(head: "Token", without: Iterable["Token"] = ()) -> list["Token"]:
    """The tokens under `head` in text order, leaving out whatever stands under `without`."""
    left_out = {token.i for token in without}
    found, pending = [], [head]
    while pending:
        token = pending.pop()
        if token.i not in left_out:
            found.append(token)
            pending.extend(token.children)
    return sorted(found, key=lambda token: token.i)


def noun_phrase(
    head: "Token",
    *,
    coordinated: bool = True,
    participles: bool = True,
    without: Sequence["Token"] = (),
) -> list["Token"]:
    """The words of a noun's phrase without preposition, apposition and relative clauses.

    `coordinated` keeps "and …", `participles` keeps "wearing …" and "to …".
    """
    found = [head]
    cop = child(head, "cop")
    front = cop.i if cop is not None and cop.i < head.i else 0
    for part in head.children:
        if not _owns(head, part) or (not coordinated and part.dep_ in ("conj", "cc")):
            continue
        if part in without or (not participles and part.dep_ == "acl"):
            continue
        found.extend(t for t in _inner(part) if t.i >= front)
    return trimmed([*found, *_marks_between(found)])


def is_late(part: "Token") -> bool:
    """Whether `part` can only follow what it hangs on."""
    return part.dep_ in ("acl", "acl:relcl", "conj", "appos")


def _owns(head: "Token", part: "Token") -> bool:
    if part.dep_ == "advmod":
        # "nearly 400 people", "most responsible": to the left, and not an adverb of the clause.
        return part.i < head.i and head.pos_ in ("ADJ", "ADV", "NUM", "DET")
    if part.dep_ in ("obl", "obl:unmarked", "advcl", "xcomp", "ccomp"):
        return part.i > head.i and head.pos_ == "ADJ" and part.dep_ != "advcl"
    # A parser's slip: what follows its noun in English is put in front of it.
    if part.i < head.i and (is_late(part) or (part.dep_ == "nmod" and child(part, "case"))):
        return False
    # "a man, identified only as Ivan" names the man without it.
    if part.dep_ == "acl" and part.left_edge.i and head.doc[part.left_edge.i - 1].text == ",":
        return False
    if part.dep_ in ("conj", "acl") and child(part, "nsubj", "nsubj:pass", "cop") is not None:
        return False
    return part.dep_ in _OWN and (part.dep_ != "conj" or part.pos_ != "VERB" or head.pos_ == "VERB")


def _inner(head: "Token") -> list["Token"]:
    found = [head]
    for part in head.children:
        if part.dep_ not in _ASIDES:
            found.extend(_inner(part))
    return found


def _marks_between(tokens: Sequence["Token"]) -> list["Token"]:
    """Punctuation that stands between two of `tokens`, whatever it hangs on."""
    if not tokens:
        return []
    places = {token.i for token in tokens}
    doc = tokens[0].doc
    return [
        doc[i]
        for i in range(min(places), max(places))
        if i not in places and is_mark(doc[i]) and {i - 1, i + 1} <= places
    ]


def is_mark(token: "Token") -> bool:
    """Whether `token` is punctuation or white space rather than a word."""
    return token.is_space or token.pos_ == "PUNCT" or not any(c.isalnum() for c in token.text)


def trimmed(tokens: Iterable["Token"]) -> list["Token"]:
    """`tokens` in order and once each, without stray punctuation and joining words at the edges.

    A mark stays only where it has a neighbour on both sides; a quote mark only with its partner.
    """
    kept = sorted({token.i: token for token in tokens}.values(), key=lambda token: token.i)
    while True:
        places = {token.i for token in kept}
        fewer = [
            token
            for token in kept
            if not is_mark(token)
            or token.text in "%$£€¥#"
            or ({token.i - 1, token.i + 1} <= places and not token.is_space)
        ]
        while fewer and (fewer[0].dep_ in ("cc", "cc:preconj") or is_comma(fewer[0])):
            fewer = fewer[1:]
        while fewer and fewer[-1].dep_ in ("cc", "cc:preconj"):
            fewer = fewer[:-1]
        if len(fewer) == len(kept):
            return fewer
        kept = fewer


def is_comma(token: "Token") -> bool:
    """Whether `token` is a mark that separates clauses or members."""
    return token.text in {",", ";", ":", "—", "–", "…", "...", ".", "--"}


def words(tokens: Sequence["Token"]) -> str:
    """The words as the text has them, white space made single, lone quote marks removed.

    Where tokens between were left out, one space takes their place.
    """
    pieces: list[str] = []
    for position, token in enumerate(tokens):
        gap = position > 0 and tokens[position - 1].i + 1 != token.i
        glued = position > 0 and not gap and not tokens[position - 1].whitespace_
        pieces.append(token.text if glued or not pieces else f" {token.text}")
    return unquoted(" ".join("".join(pieces).split()))


def unquoted(text: str) -> str:
    """`text` without quote marks that have no partner in it.

    >>> unquoted("shoot to kill” orders"), unquoted("“shoot to kill” orders")
    ('shoot to kill orders', '“shoot to kill” orders')
    """
    for opening, closing in ("“”", "()", "[]", "«»"):
        if text.count(opening) != text.count(closing):
            text = text.replace(opening, "").replace(closing, "")
    if text.count('"') % 2:
        text = text.replace('"', "")
    return text.strip(" ,;:")


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words of a text and the half-open range they come from."""

    words: str
    start: int
    end: int


def phrase(tokens: Sequence["Token"]) -> Phrase | None:
    """`tokens` as a phrase, or None where no word is left of them.

    Shared words from elsewhere in the sentence may stand in front; the range starts at the first
    token after the widest gap, so that it covers the phrase's own words.
    """
    if not any(c.isalnum() for c in words(tokens)):
        return None
    own = list(tokens)
    for position in range(len(own) - 1, 0, -1):
        if own[position].i - own[position - 1].i > 2 or own[position].i < own[position - 1].i:
            own = own[position:]
            break
    return Phrase(words(tokens), *extent(own))


def extent(tokens: Sequence["Token"]) -> tuple[int, int]:
    """The half-open character range from the first of `tokens` to the last."""
    last = tokens[-1]
    return tokens[0].idx, last.idx + len(last.text)


def with_quote_marks(text: str, start: int, end: int) -> tuple[int, int]:
    """The range with the partner of a quote mark in it, where that stands right outside."""
    inside = text[start:end]
    if inside.count("”") > inside.count("“") and text[start - 1 : start] == "“":
        return start - 1, end
    if inside.count("“") > inside.count("”") and text[end : end + 1] == "”":
        return start, end + 1
    return start, end
