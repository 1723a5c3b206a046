"""What the clause says became of those who are counted: killed, injured, arrested …"""

from typing import TYPE_CHECKING

from claims.phrase import child
from claims.quantity_words import MEASURING, OUTCOMES, TOLLS

if TYPE_CHECKING:
    from spacy.tokens import Token

_STATES = frozenset({"dead", "missing", "homeless"})
_BETWEEN = frozenset(
    {
        "more",
        "others",
        "people",
        "were",
        "was",
        "are",
        "been",
        "have",
        "had",
        "has",
        "of",
        "them",
        "whom",
    }
)
_DYING = frozenset({"die", "dies", "died", "dying", "drown", "drowned", "perish", "perished"})


def outcome_of(token: "Token") -> str | None:
    """The outcome that the parse ties to the noun or number `token`, under its one word."""
    after = _described(token)
    if after is not None:
        return after
    following = _following(token)
    if following is not None:
        return following
    head, role = token.head, token.dep_
    if role in ("obl", "obj") and head.lower_ in MEASURING:
        subject = child(head, "nsubj")
        toll = subject is not None and subject.lower_ in TOLLS
        return TOLLS[subject.lower_] if subject is not None and toll else OUTCOMES.get(head.lower_)
    if role == "conj" and head.i != token.i:
        return outcome_of(head) if head.pos_ in ("NOUN", "PROPN", "NUM") else None
    if role == "nsubj:pass":
        # "39 are confirmed dead"
        return OUTCOMES.get(head.lower_) or _left(head, token)
    if role == "obj":
        left = _left(head, token)
        # "Tried to release 12" does not say that they were.
        return left or (None if head.tag_ == "VB" else OUTCOMES.get(head.lower_))
    if role == "nsubj":
        outcome = OUTCOMES.get(head.lower_)
        suffered = head.lower_ in _DYING or head.lower_ in _STATES or _passive(head)
        return outcome if suffered else None
    return None


def _described(token: "Token") -> str | None:
    """ "12 people killed in the blast", "30 others missing"."""
    for part in token.children:
        if part.i > token.i and part.dep_ in ("acl", "amod") and part.tag_ in ("VBN", "JJ", "VBD"):
            return OUTCOMES.get(part.lower_)
    return None


def _following(token: "Token") -> str | None:
    """ "Twelve more were badly injured": the words right behind, whatever the parse says."""
    for following in token.doc[token.i + 1 : token.i + 6]:
        if following.lower_ in OUTCOMES and following.tag_ in ("VBN", "VBD", "JJ"):
            passive = following.nbor(-1).tag_.startswith(("VB", "RB")) or following.lower_ in _DYING
            return OUTCOMES[following.lower_] if passive else None
        if following.lower_ not in _BETWEEN and following.tag_ != "RB":
            return None
    return None


def _left(verb: "Token", token: "Token") -> str | None:
    """ "Left 12 dead", "left 30 others missing": the complement says what became of them."""
    for part in verb.children:
        if part.dep_ in ("xcomp", "amod", "ccomp") and part.i > token.i:
            outcome = OUTCOMES.get(part.lower_)
            if outcome in _STATES or part.tag_ in ("VBN", "JJ"):
                return outcome
    return None


def _passive(verb: "Token") -> bool:
    """Whether a participle stands without an object, as in the headline "12 killed in blast"."""
    return verb.tag_ in ("VBN", "JJ", "VBD") and not any(
        part.dep_ == "obj" for part in verb.children
    )
