"""The words that name somebody: a noun with its title, its name and what narrows it."""

from typing import TYPE_CHECKING

from claims.words import word_set

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_LEFT = word_set("det det:predet amod compound nmod:poss nummod flat nmod:desc nmod")
_RIGHT = word_set("flat compound nmod fixed goeswith nmod:desc nummod appos")
_NARROWING = word_set("of for at in from to with on about against by")
_ASIDES = word_set("acl:relcl appos acl parataxis advcl")
_MARKS = frozenset({",", "(", "—", "–", ";", ":"})


def phrase(head: "Token") -> "Span":
    """Title, name and "of the ministry", but nothing that commas set off and no date."""
    doc = head.doc
    start, end = head.i, head.i + 1
    left = [child for child in head.children if child.i < head.i and child.dep_ in _LEFT]
    for child in reversed(left):
        between = doc[child.right_edge.i + 1 : start]
        if any(token.text not in "-–/" for token in between):
            break
        start = child.left_edge.i
    for child in [child for child in head.children if child.i > head.i]:
        if child.left_edge.i != end or not _narrows(child):
            break
        end = _before_aside(child)
    return doc[start:end]


def _narrows(child: "Token") -> bool:
    tensed = any(token.tag_ in ("VBD", "VBZ", "VBP", "MD") for token in child.subtree)
    if child.dep_ not in _RIGHT or child.left_edge.is_punct or tensed:
        return False
    cases = [case.lower_ for case in child.children if case.dep_ == "case"]
    dated = child.ent_type_ in ("DATE", "TIME")
    return not dated and (not cases or cases[0] in _NARROWING)


def _before_aside(child: "Token") -> int:
    """Where the words of a modifier end: before its own relative clause or apposition."""
    asides = [
        token.left_edge.i for token in child.subtree if token.dep_ in _ASIDES and token.i > child.i
    ]
    marks = [token.i for token in child.subtree if token.text in _MARKS]
    return int(min([*asides, *marks, child.right_edge.i + 1]))
