"""Finding the noun that a number counts, and the words that describe it.

The parse has the first word. Where its head is no noun near the number, the run of adjectives and
nouns that follows has the second.
"""

from collections.abc import Sequence
from itertools import takewhile
from typing import TYPE_CHECKING

from claims.phrase import child
from claims.words import word_set

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_STEPS = word_set("day days week weeks month months year years decade decades century centuries")
_HOURS = frozenset({"hour", "minute", "second", "night"})
_BEFORE = frozenset({"earlier", "before", "previously", "ago"})
NOUNS = frozenset({"NOUN", "PROPN"})
_WITHIN = NOUNS | {"ADJ"}
_JOINING = frozenset({"VBN", "VBG", "HYPH", "PRP$", "RB", "JJ", "POS"})
_CLIMBED = frozenset({"nummod", "compound", "amod", "flat", "det", "nmod:poss"})
_EDGES = frozenset({"det", "case", "cc", "advmod", "punct", "nummod", "cop", "mark"})
# How many words may stand between a number and its noun: "12 newly elected council members".
_REACH = 6

_DESCRIBING = frozenset({"amod", "compound", "flat", "nmod", "nmod:unmarked", "nmod:desc",
                         "nmod:poss", "acl", "fixed", "goeswith", "compound:prt"})  # fmt: skip
# Other prepositions say where, when or with whom rather than what.
_COUNTING = frozenset(
    {"of", "on", "about", "for", "against", "with", "into", "to", "by", "between", "without"}
)
# Participles that work as prepositions, or begin a remark rather than say which are meant.
_RELATING = word_set(
    "owing according following including regarding concerning pertaining relating resulting"
    " totaling totalling involving pending being amounting ranging depending lasting"
)
_ASIDES = frozenset({"acl:relcl", "appos", "parataxis", "advcl", "discourse"})


def sentence_of(token: "Token") -> "Span":
    """The sentence of `token`; unlike spaCy's own, without a look at the whole document."""
    doc, start, end = token.doc, token.i, token.i + 1
    while start > 0 and not doc[start].is_sent_start:
        start -= 1
    while end < len(doc) and not doc[end].is_sent_start:
        end += 1
    return doc[start:end]


def noun_of(number: "Span") -> "Token | None":
    """The noun right of a number that the number counts."""
    following = number.doc[number.end] if number.end < len(number.doc) else None
    # "40 an hour", "six two days earlier": another phrase begins.
    if following is None or following.text == "," or _is_rate(number) or time_before(number):
        return None
    # "26 the night before"
    if following.lower_ in ("the", "that", "this") and following.head.i > number.end:
        return None
    noun = _parsed(number) or first_noun(number.doc, number.end)
    if noun is None:
        return None
    # "Two doctors' approval" counts doctors; "dozens' approval" does not count dozens.
    for token in number.doc[number.end + 1 : noun.i]:
        if token.tag_ == "POS" and token.nbor(-1).pos_ in NOUNS:
            return token.nbor(-1)
    return noun


def _is_rate(number: "Span") -> bool:
    """Whether the words behind a number say how often: "40 a day", "12 per week"."""
    behind = [token.lower_ for token in number.doc[number.end : number.end + 2]]
    return len(behind) == 2 and behind[0] in ("a", "an", "per") and behind[1] in _STEPS | _HOURS


def time_before(number: "Span") -> "Span | None":
    """The words "a day earlier", "two weeks before", "the night before" right behind a number."""
    behind = number.doc[number.end : number.end + 3]
    if len(behind) < 3 or behind[2].lower_ not in _BEFORE:
        return None
    first, step = behind[0].lower_, behind[1].lower_
    if first == "the":
        return behind if step in _STEPS | {"night"} else None
    counted = first in ("a", "one") or behind[0].like_num
    return behind if counted and step in _STEPS else None


def _parsed(number: "Span") -> "Token | None":
    head = number.root
    if head.dep_ not in _CLIMBED | {"nmod", "advmod", "nmod:unmarked"} or head.head.i < number.end:
        return None
    head = head.head
    for _ in range(4):
        if head.dep_ not in _CLIMBED or head.head.i <= head.i:
            break
        head = head.head
    if head.i > number.end + _REACH or head.pos_ not in NOUNS or not head.text[:1].isalpha():
        return None
    between = number.doc[number.end : head.i]
    return None if any(_divides(token) for token in between) else head


def _divides(token: "Token") -> bool:
    finite = token.pos_ in ("VERB", "AUX") and token.tag_ not in ("VBN", "VBD", "VBG", "JJ")
    return finite or token.text in {";", ":", "—", "–", "(", ")"} or token.pos_ in ("SCONJ", "ADP")


def first_noun(doc: "Doc", at: int) -> "Token | None":
    """The last noun of the run of adjectives and nouns that begins at `at`; of "kind of scarf" the
    second.
    """
    found = _first_noun(doc, at)
    vague = found is not None and found.lower_ in _VAGUE and found.i + 2 < len(doc)
    if found is not None and vague and doc[found.i + 1].lower_ == "of":
        return _first_noun(doc, found.i + 2) or found
    return found


def _first_noun(doc: "Doc", at: int) -> "Token | None":
    found: Token | None = None
    after_owner = False
    # "178 of 369 punches": the parse may hang the second number on the first.
    while at < len(doc) and (
        doc[at].pos_ == "NUM" or (doc[at].dep_ == "det" and doc[at].pos_ == "DET")
    ):
        at += 1
    for token in doc[at:]:
        if found is not None and (token.tag_ == "POS" or (token.pos_ == "NUM" and after_owner)):
            after_owner = True
            continue
        hyphened = token.tag_ == "HYPH" or (token.i > at and token.nbor(-1).tag_ == "HYPH")
        joining = hyphened or (found is None and token.tag_ in _JOINING)
        if token.is_space or (token.pos_ not in _WITHIN and not joining):
            break
        if found is not None and (token.ent_type_ in ("DATE", "TIME") or _apart(found, token)):
            break
        if token.pos_ in NOUNS:
            found = token
    return found


_VAGUE = frozenset({"kind", "sort", "lot"})


def _apart(noun: "Token", following: "Token") -> bool:
    """Whether a noun after a common noun in the plural begins a phrase of its own."""
    return is_plural(noun) and noun.pos_ == "NOUN" and following.dep_ != "compound"


def is_plural(noun: "Token") -> bool:
    """Whether the tagger reads a noun as plural."""
    return noun.tag_ in ("NNS", "NNPS")


def phrase(head: "Token") -> "list[Token]":
    """The tokens that say what is counted: the noun with what describes it, without numbers,
    articles, place and time, and remarks on the side.
    """
    kept = [head]
    for part in head.children:
        if _describes(part, head):
            kept.extend(_whole(part))
    return trimmed(kept, head)


def _describes(part: "Token", head: "Token") -> bool:
    if part.i < head.i and (part.like_num or part.pos_ == "SYM"):
        return False
    if part.dep_ not in _DESCRIBING or part.ent_type_ in ("DATE", "TIME") or part.pos_ == "NUM":
        return False
    if part.i < head.i:
        # "A 52-week high"
        counted = any(inner.pos_ == "NUM" for inner in part.children)
        return part.tag_ != "PRP$" and part.dep_ != "nmod:poss" and not counted
    if part.dep_ in ("compound", "amod", "nmod:desc"):
        return part.lower_ == "outstanding"
    if part.dep_ == "acl":
        return part.tag_ in ("VBN", "VBG") and part.i <= head.i + 2 and part.lower_ not in _RELATING
    if any(inner.pos_ == "NUM" and inner.i < part.i for inner in part.children):
        # "A high of 16 dollars"
        return False
    case = child(part, "case")
    return part.dep_ not in ("nmod", "nmod:unmarked") or (
        case is not None and case.lower_ in _COUNTING
    )


def _numbers(part: "Token") -> bool:
    """Whether a conjunct brings a number of its own: "7 men and 12 women"."""
    if part.pos_ == "NUM" and part.i < part.head.i:
        return True
    return part.dep_ == "conj" and any(inner.pos_ == "NUM" for inner in part.subtree)


def _whole(head: "Token") -> "list[Token]":
    """A modifier with everything that belongs to it, but for remarks on the side."""
    kept = [head]
    for part in head.children:
        aside = part.dep_ in _ASIDES or (part.dep_ == "acl" and part.head.i > part.head.head.i)
        if not aside and part.ent_type_ != "DATE" and not _numbers(part):
            kept.extend(_whole(part))
    return kept


def trimmed(tokens: "Sequence[Token]", head: "Token") -> "list[Token]":
    """`tokens` around `head` up to the first wide gap, without marks and articles at the edges."""
    ordered = sorted({token.i: token for token in tokens}.values(), key=lambda token: token.i)
    left = _unbroken([token for token in reversed(ordered) if token.i <= head.i])
    right = _unbroken([token for token in ordered if token.i >= head.i])
    right = list(takewhile(lambda token: token.text not in _STOPS, right))
    kept = [*reversed(left), *right[1:]]
    while kept[-1].i > head.i and (kept[-1].is_punct or kept[-1].dep_ in _EDGES):
        kept.pop()
    while kept[0].i < head.i and (kept[0].is_punct or kept[0].dep_ in _EDGES):
        kept.pop(0)
    return kept


# Behind them something else is said.
_STOPS = frozenset({":", ";", "(", "—", "–", "--", "..."})


def _unbroken(tokens: "Sequence[Token]") -> "list[Token]":
    kept = list(tokens[:1])
    for token in tokens[1:]:
        if abs(token.i - kept[-1].i) > 2 or token.is_space:
            break
        kept.append(token)
    return kept
