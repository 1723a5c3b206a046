"""Members of a coordination, each with the parts that they share."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from claims.phrase import child, children, subtree, trimmed

if TYPE_CHECKING:
    from spacy.tokens import Token


def members(head: "Token") -> list["Token"]:
    """`head` and everything coordinated with it, in text order."""
    found = [head]
    for other in children(head, "conj"):
        found.extend(members(other))
    return sorted(found, key=lambda token: token.i)


def spread(head: "Token", tokens: Sequence["Token"]) -> list[list["Token"]]:
    """`tokens` once for each member of a coordination right below `head`.

    Shared parts go with each member: "wearing a beard or veil" is "wearing a beard" and "wearing
    a veil". Without a coordination there is one: `tokens`.
    """
    places = {token.i for token in tokens}
    for token in tokens:
        group = [member for member in members(token) if member.i in places]
        if token.head != head or token == head or token.dep_ == "conj" or len(group) < 2:
            continue
        own = [[t for t in _inner_member(member) if t.i in places] for member in group]
        all_own = {t.i for part in own for t in part}
        first, last = min(all_own), max(all_own)
        before = [t for t in tokens if t.i < first]
        after = [t for t in tokens if t.i > last]
        det = child(group[0], "det", "nmod:poss")
        return [
            [*before, *_with_determiner(part, member, det), *after]
            for member, part in zip(group, own, strict=True)
        ]
    return [list(tokens)]


def _inner_member(member: "Token") -> list["Token"]:
    without = [t for t in member.children if t.dep_ in ("conj", "cc", "cc:preconj", "punct")]
    # The preposition of the first member belongs to all of them.
    case = [t for t in member.children if t.dep_ == "case"]
    return trimmed(subtree(member, [*without, *case]))


def _with_determiner(part: list["Token"], member: "Token", det: "Token | None") -> list["Token"]:
    bare = child(member, "det", "nmod:poss", "nummod", "case") is None
    if det is None or det in part or not bare or member.tag_ != "NN":
        return part
    return [det, *part]
