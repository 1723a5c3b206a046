"""Rules that an adjective makes: "it is illegal to …", "masks are mandatory", "made it a crime"."""

from dataclasses import replace
from typing import TYPE_CHECKING

from claims.clause import auxiliaries, modal, negated, subject
from claims.condition import limit_phrases, undated_limits
from claims.deontic import MADE, RULING_ADJECTIVES, Modality
from claims.infinitive import for_whom, has_to, is_tied_by
from claims.phrase import child, children, noun_phrase, phrase
from claims.rule import (
    Rule,
    addresses,
    flipped,
    is_guess,
    is_real,
    issuer,
    reported_issuer,
    ruled,
)
from claims.ruled_things import is_law, ruler
from claims.verbs import lemma

if TYPE_CHECKING:
    from spacy.tokens import Token


def made_rule(head: "Token") -> Rule | None:
    """ "A bill making it a crime to …", "the law made it illegal to …"."""
    if lemma(head) != "make" or head.pos_ != "VERB" or negated(head) or not is_real(head):
        return None
    what = next((t for t in children(head, "xcomp", "obj", "obl") if lemma(t) in MADE), None)
    if what is None:
        return None
    parts = (*head.children, *what.children)
    inner = next((t for t in parts if t.i > what.i and t.tag_ == "VB" and has_to(t)), None)
    if inner is None:
        return None
    law = ruler(head)
    by = issuer(head) or (law if law is not None and is_law(law) else None)
    return ruled(MADE[lemma(what)], what, head, inner, for_whom(inner), by)


def adjective_rule(head: "Token") -> Rule | None:
    """ "it is illegal to …", "masks are mandatory in shops"."""
    modality = _force(head)
    if modality is None or child(head, "cop") is None or not is_real(head) or is_guess(head):
        return None
    if modal(head) not in (None, "will"):
        return None
    modality = flipped(modality, head)
    parts = children(head, "csubj", "xcomp", "ccomp", "advcl", "acl")
    inner = next((t for t in parts if t.tag_ == "VB" or _is_kept(t)), None)
    if modality is None:
        return None
    if inner is not None and inner.dep_ == "advcl" and inner.tag_ == "VBG":
        # "He is forbidden from writing": the tagger reads an adjective.
        by = reported_issuer(head)
        return ruled(modality, head, head, inner, subject(head), by)
    if inner is not None:
        rule = ruled(modality, head, head, inner, for_whom(inner), reported_issuer(head))
        where = tuple(undated_limits(head))
        return replace(rule, conditions=(*where, *rule.conditions)) if rule else None
    who = child(head, "nsubj")
    if who is None or not addresses(who) or who.pos_ == "PRON":
        return None
    # "the decision was unlawful" is a verdict on one thing.
    det = child(who, "det", "nmod:poss")
    if any(t.tag_ == "VBD" for t in auxiliaries(head)) or (det is not None and det.lower_ != "all"):
        return None
    what = phrase(noun_phrase(who))
    limits = tuple(limit_phrases(head))
    return Rule(modality, head, head, reported_issuer(head), None, what, limits, named=True)


def _force(head: "Token") -> Modality | None:
    """The force of "illegal", of "forbidden", and of "an offence" that it is to do something."""
    if head.pos_ == "NOUN":
        deed = any(t.tag_ == "VB" and has_to(t) for t in head.children if t.i > head.i)
        cop = child(head, "cop")
        past = cop is not None and cop.tag_ == "VBD"
        # "It was a crime to forget" is a sigh as often as a law.
        return None if past or not deed or children(head, "amod") else MADE.get(lemma(head))
    return RULING_ADJECTIVES.get(lemma(head)) or RULING_ADJECTIVES.get(head.lower_)


def _is_kept(part: "Token") -> bool:
    """ "from writing", "interfering is forbidden"."""
    return part.tag_ == "VBG" and (part.dep_ == "csubj" or is_tied_by(part, "from"))
