"""What a figure with a unit is a share, a price or a measure of."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims import units
from claims.counted_noun import NOUNS, first_noun, phrase, trimmed
from claims.figures import Figure
from claims.phrase import child, words
from claims.quantity_words import MEASURING
from claims.units import Dimension

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:outer")
# A limit of time or distance measures nothing: "within two miles of the river".
_AROUND = frozenset({"within", "after", "before", "until"})
_BEFORE_NOUN = ("nummod", "compound", "amod", "nmod:unmarked", "nmod:desc", "nmod:poss")


@dataclass(frozen=True, slots=True)
class Counted:
    """What is counted: the unit, the phrase and its tokens, and the noun that the evidence ends
    with, if it stands behind the number.

    `outcome` is what became of those counted, `head` the noun that place and time belong to.
    """

    unit: str
    phrase: str | None = None
    tokens: "Sequence[Token]" = ()
    end: int | None = None
    head: "Token | None" = None
    outcome: str | None = None


def measured(figure: Figure, number: "Span") -> Counted | None:
    """The unit, and what is measured in it where the clause says so."""
    if figure.unit is None:
        return None
    if figure.counted:
        return Counted(figure.unit.name, figure.counted)
    span = number.doc.char_span(figure.number.start, figure.end, alignment_mode="expand") or number
    whole = number.doc.char_span(figure.start, figure.end, alignment_mode="expand") or span
    within = span.start > 0 and span.doc[span.start - 1].lower_ in _AROUND
    head = None if within else _complement(span) or _container(whole)
    if head is None and figure.unit.dimension is not Dimension.TIMES:
        head = subject_measured(span.root)
    if head is None and figure.unit.dimension is Dimension.TIMES:
        done = _done(span.root)
        return Counted(figure.unit.name, done.lower_ if done else None, [done] if done else ())
    if head is None or head.pos_ not in NOUNS or _is_measure(head):
        return Counted(figure.unit.name)
    if whole.start <= head.i < whole.end:
        return Counted(figure.unit.name)
    outside = [token for token in phrase(head) if not whole.start <= token.i < whole.end]
    tokens = trimmed(outside, head)
    return Counted(figure.unit.name, words(tokens) or None, tokens, head=head)


def _done(times: "Token") -> "Token | None":
    """What was done so many times: "arrested four times"."""
    verb = times.head
    beside = times.dep_ in ("obl", "obl:unmarked", "advmod", "obl:npmod", "obl:tmod", "nummod")
    return verb if beside and verb.pos_ == "VERB" else None


def _is_measure(noun: "Token") -> bool:
    return noun.ent_type_ in ("DATE", "TIME") or units.named(noun.text) is not None


def _complement(span: "Span") -> "Token | None":
    """The noun after "of": "30% of voters", "half the houses", "3 km of road"."""
    doc, at = span.doc, span.end
    if at < len(doc) and doc[at].lower_ == "of":
        return first_noun(doc, at + 1)
    if span.text.lower().endswith("half") and at < len(doc) and doc[at].lower_ in ("the", "its"):
        return first_noun(doc, at)
    return None


def _container(span: "Span") -> "Token | None":
    """The noun that a measure describes: "a fine of $500", "a $500 fine", "a 3% rise in prices"."""
    root, at = span.root, span.start - 1
    if at > 0 and span.doc[at].lower_ == "of" and span.doc[at - 1].pos_ in NOUNS:
        return span.doc[at - 1]
    if root.dep_ == "nmod" and root.head.i < span.start:
        case = child(root, "case")
        return root.head if case is not None and case.lower_ == "of" else None
    if root.dep_ in _BEFORE_NOUN and span.end <= root.head.i <= span.end + 5:
        return root.head
    return None


def subject_measured(root: "Token") -> "Token | None":
    """The thing measured by the clause: "the bridge cost $3 million", "turnout was 71%"."""
    if child(root, "cop") is not None:
        return child(root, *_SUBJECTS)
    if any(part.lower_ in _AROUND for part in root.children if part.dep_ == "case"):
        return None
    governs = root.dep_ in ("obj", "obl", "xcomp", "advmod", "obl:unmarked", "nmod", "dep")
    if not governs or root.head.lower_ not in MEASURING:
        return None
    return child(root.head, *_SUBJECTS)
