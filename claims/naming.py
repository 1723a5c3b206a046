"""The words that name somebody: a noun with its title, its name and what narrows it."""

from typing import TYPE_CHECKING

from claims.words import word_set

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_LEFT = word_set("det det:predet amod compound nmod:poss nummod flat nmod:desc nmod")
_RIGHT = word_set("flat compound nmod fixed goeswith nmod:desc nummod appos")
_NARROWING = word_set("of for at in from to with on about against by")
_ASIDES = word_set("acl:relcl appos acl parataxis advcl")
# "An official speaking on condition of anonymity" is no more than an official.
_ASKING = word_set("ask cite decline insist quote refuse request speak")
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


def described(head: "Token") -> "Span":
    """`phrase` with what narrows it behind: "a person familiar with the talks"."""
    words = phrase(head)
    end = words.end
    for child in head.children:
        participle = child.dep_ == "acl" and child.tag_ in ("VBN", "VBG")
        behind = participle or (child.dep_ == "amod" and child.i > head.i)
        asking = child.lemma_.lower() in _ASKING
        last = _before_aside(child)
        whole = child.left_edge.i == end and last > child.i + 1
        if whole and behind and not asking and not _is_clause(child):
            end = last
    return head.doc[words.start : end]


def _is_clause(child: "Token") -> bool:
    tensed = any(token.tag_ in ("VBD", "VBZ", "VBP", "MD") for token in child.subtree)
    return tensed or child.left_edge.is_punct


def _narrows(child: "Token") -> bool:
    tensed = any(token.tag_ in ("VBD", "VBZ", "VBP", "MD") for token in child.subtree)
    if child.dep_ not in _RIGHT or child.left_edge.is_punct or tensed:
        return False
    cases = [case.lower_ for case in child.children if case.dep_ == "case"]
    dated = child.ent_type_ in ("DATE", "TIME")
    return not dated and (not cases or cases[0] in _NARROWING)


def _before_aside(child: "Token") -> int:
    """Where the words of a modifier end: before its own relative clause or apposition, or where
    words of another phrase stand between its own.
    """
    inside = {token.i for token in child.subtree}
    asides = [
        token.left_edge.i for token in child.subtree if token.dep_ in _ASIDES and token.i > child.i
    ]
    marks = [token.i for token in child.subtree if token.text in _MARKS]
    first = child.left_edge.i
    gap = next((i for i in range(first, child.right_edge.i + 1) if i not in inside), None)
    ends = [*asides, *marks, *([gap] if gap is not None else []), child.right_edge.i + 1]
    return int(min(end for end in ends if end > first))
