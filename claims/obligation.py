"""Rules that a modal verb makes: "must", "shall", "may not", "will have to"."""

from typing import TYPE_CHECKING

from claims.clause import auxiliaries, is_finite, is_passive, modal, negated, subject
from claims.condition import limit_phrases
from claims.deontic import STATES, Modality
from claims.participant import is_generic, is_person
from claims.phrase import child
from claims.rule import Rule, addresses, can_obey, is_body, is_guess, reported_issuer, ruled
from claims.verbs import lemma

if TYPE_CHECKING:
    from spacy.tokens import Token


def modal_rule(head: "Token") -> Rule | None:
    """ "drivers must …", "visitors shall not …", "members may only …", "firms will have to …"."""
    cue = next((t for t in auxiliaries(head) if t.tag_ == "MD" and t.head == head), None)
    if cue is None:
        return _have_to(head)
    who = subject(head)
    modality = _modal_force(head, who)
    if modality is None or who is None or not addresses(who) or is_guess(head):
        return None
    copular = child(head, "cop") is not None
    if copular and not is_generic(who):
        return None
    if not copular and lemma(head) in STATES and not is_passive(head):
        return None
    regulated = is_passive(head) and bool(limit_phrases(head) or reported_issuer(head))
    if not (can_obey(who) or copular or regulated):
        return None
    return ruled(modality, cue, head, head, who, reported_issuer(head))


def _modal_force(head: "Token", who: "Token | None") -> Modality | None:
    verb = modal(head)
    if verb in ("must", "shall"):
        return Modality.MUST_NOT if negated(head) else Modality.MUST
    if verb == "may" and who is not None:
        det = child(who, "det")
        if negated(head):
            placed = child(head, "cop") is None or child(head, "case") is not None
            generic = is_generic(who) and (placed or is_passive(head))
            return Modality.MUST_NOT if generic and not is_guess(head) else None
        only = any(t.lower_ == "only" for t in (*head.children, *who.children))
        if only or (det is not None and det.lower_ == "any"):
            return Modality.MAY
    return None


def _have_to(head: "Token") -> Rule | None:
    inner = child(head, "xcomp")
    if lemma(head) != "have" or inner is None or inner.tag_ != "VB" or head.tag_ == "VBD":
        return None
    who = subject(head)
    if who is None or not addresses(who) or negated(head) or lemma(inner) in STATES:
        return None
    if modal(head) not in (None, "will") or not (is_generic(who) or is_body(who)):
        return None
    if not is_finite(head) or is_person(who) or who.pos_ == "PRON":
        return None
    return ruled(Modality.MUST, head, head, inner, who, reported_issuer(head))
