"""What somebody is told to do, kept from or allowed: the verb behind the verb of ruling."""

from typing import TYPE_CHECKING

from claims.clause import is_verbal, target
from claims.participant import is_generic
from claims.phrase import child, children
from claims.rule import can_obey
from claims.verbs import lemma

if TYPE_CHECKING:
    from spacy.tokens import Token


def complement(head: "Token") -> "Token | None":
    """The verb that says what to do: "from voting", "to leave", "that all shops close"."""
    behind = [t for t in head.children if t.i > head.i and is_verbal(t)]
    # First: "banned anyone wearing a veil from entering".
    kept_from = (t for t in behind if t.tag_ == "VBG" and is_tied_by(t, "from"))
    told = next((t for t in behind if _is_told(head, t)), None)
    return next(kept_from, None) or told or _astray(head)


def _astray(head: "Token") -> "Token | None":
    """The verb that the parse hung on what describes the addressee: "told all staying to go"."""
    goal = target(head)
    if goal is None or not (is_generic(goal) or can_obey(goal)):
        return None
    parts = [t for part in children(goal, "acl", "acl:relcl") for t in children(part, "advcl")]
    kept = (t for t in parts if t.tag_ == "VBG" and is_tied_by(t, "from"))
    return next((t for t in parts if t.tag_ == "VB" and has_to(t)), None) or next(kept, None)


def _is_told(head: "Token", part: "Token") -> bool:
    if part.dep_ == "xcomp":
        return part.tag_ in ("VB", "VBG") or has_to(part)
    # "Ordered all tunnels to be closed"
    passive = any(t.tag_ == "VB" for t in children(part, "aux:pass"))
    closed = part.tag_ == "VBN" and (has_to(part) or passive)
    if part.tag_ != "VB" and not closed:
        return False
    mark = child(part, "mark")
    if part.dep_ == "ccomp" and mark is not None:
        return lemma(head) != "tell" or mark.lower_ == "to"
    return mark is not None and mark.lower_ == "to" and _follows_object(head, mark)


def _follows_object(head: "Token", mark: "Token") -> bool:
    """Whether "to" stands right behind the object, so that the object is told to do it."""
    goal = target(head)
    if goal is None or goal.i > mark.i:
        return False
    # "Ordered the agency, which listens abroad, to begin"
    end = goal.right_edge.i + 1
    end += end < mark.i and goal.doc[end].text == ","
    return mark.i <= end


def is_tied_by(part: "Token", word: str) -> bool:
    """Whether `word` ties `part` to what it hangs on."""
    return any(t.lower_ == word for t in children(part, "case", "mark"))


def has_to(part: "Token") -> bool:
    """Whether "to" stands before a verb."""
    return any(t.tag_ == "TO" for t in children(part, "mark"))


def for_whom(inner: "Token") -> "Token | None":
    """Who is to do it, where its own clause says so: "for all shops to close"."""
    return child(inner, "nsubj", "nsubj:pass")
