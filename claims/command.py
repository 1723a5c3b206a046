"""Orders given in somebody's own words: "Round up everyone who …", "If they run, shoot them"."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import TYPE_CHECKING

from claims.action import action
from claims.condition import limit_phrases
from claims.deontic import COERCIVE, RULING, Modality
from claims.participant import is_generic
from claims.phrase import Phrase, child, is_mark, phrase
from claims.rule import Rule
from claims.verbs import lemma

if TYPE_CHECKING:
    from spacy.tokens import Token

    from claims.kind import Reading
    from claims.quotation import Quotation

_PERSISTING = frozenset({"keep", "stick", "continue", "start", "begin"})


def commands(
    heads: Iterable["Token"], quotations: "Sequence[Reading[Quotation]]"
) -> Iterator[Rule]:
    """Orders in somebody's quoted words: "Round up everyone who …"."""
    # Quotations may lie in one another, so that not their ends rise but the furthest end so far.
    ends = list(accumulate((one.end for one in quotations), max))
    for head in heads:
        at = bisect_right(ends, head.idx)
        inside = quotations[at] if at < len(quotations) else None
        if inside is None or inside.start > head.idx or inside.value.form == "indirect":
            continue
        top = head.head if head.tag_ == "VBG" else head
        yield Rule(
            Modality.MUST,
            head,
            top,
            addressee=_told(head, inside.start),
            action=_commanded(top),
            conditions=tuple(limit_phrases(head)),
            speaker=inside.value.speaker,
        )


def _commanded(head: "Token") -> Phrase | None:
    """The command in the words of the text, with an object that the parse gave to another verb."""
    what, goal = action(head), _goal(head)
    if what is None or goal is None or goal.head == head or goal.head.i > head.i:
        return what
    return phrase(list(head.doc[head.i : goal.right_edge.i + 1]))


def _goal(head: "Token") -> "Token | None":
    """The object of a command; right behind the verb if the parse has none."""
    own = child(head, "obj")
    last = child(head, "compound:prt") or head
    if own is not None or last.i + 1 >= len(head.doc):
        return own
    following = last.nbor()
    return following if following.dep_ == "obj" and following.head.i < head.i else None


def _told(head: "Token", start: int) -> "Token | None":
    """Whom the words before a quotation say it orders: "who ordered local officials to: …"."""
    before = [t for t in head.doc[max(head.i - 300, 0) : head.i] if t.idx < start][-40:]
    for token in reversed(before):
        if token.is_sent_start and token.idx + 200 < start:
            break
        if RULING.get(lemma(token)) is Modality.MUST and token.pos_ == "VERB":
            return child(token, "obj", "iobj")
    return None


def is_command(head: "Token") -> bool:
    """Whether a verb commands some act of force: bare, without a subject of its own."""
    if head.tag_ == "VBG" and lemma(head.head) in _PERSISTING and lemma(head) in COERCIVE:
        # "keep arresting them"
        return head.head.tag_ == "VB" and _is_bare(head.head) and child(head, "obj") is not None
    if head.tag_ != "VB" or lemma(head) not in COERCIVE or not _is_bare(head):
        return False
    if head.dep_ == "conj" and lemma(head.head) in COERCIVE and _is_bare(head.head):
        return False
    target = _goal(head)
    if target is None or (target.pos_ == "PRON" and not is_generic(target) and not _named(target)):
        return False
    # "offensive … round up everyone": an omission hides that a new sentence begins.
    if head.dep_ == "xcomp" and head.i and is_mark(head.doc[head.i - 1]):
        return True
    return head.dep_ in ("root", "parataxis", "ccomp", "list") or (
        head.dep_ in ("conj", "advcl") and _is_bare(head.head)
    )


def _is_bare(head: "Token") -> bool:
    return child(head, "nsubj", "nsubj:pass", "aux", "mark", "cop") is None


def _named(target: "Token") -> bool:
    return target.lower_ in ("them", "him", "her")
