"""Rules that a noun names: who made them, and whether they are said to hold or to have ended."""

from typing import TYPE_CHECKING

from claims.clause import (
    SUBJECTS,
    agent,
    auxiliaries,
    case_of,
    is_finite,
    is_passive,
    modal,
    negated,
    subject,
)
from claims.deontic import (
    ENDING,
    IN_FORCE,
    LAWS,
    LIFTING,
    MAKING,
    OVER,
    RULING_NOUNS,
    RUNNING_OUT,
    STAYING,
    Modality,
)
from claims.phrase import child, children, sentence
from claims.rule import is_body
from claims.verbs import lemma

if TYPE_CHECKING:
    from spacy.tokens import Token

_BINDING = frozenset({Modality.MUST, Modality.MUST_NOT})


def is_instrument(noun: "Token") -> bool:
    """Whether a noun names a rule: a law, a decree, an order."""
    return noun.pos_ == "NOUN" and (lemma(noun) in LAWS or lemma(noun) in RULING_NOUNS)


def maker(noun: "Token") -> "Token | None":
    """Who made the rule: "Reyes's order", "an order which Reyes signed", "issued by the city"."""
    found = [*children(noun, "nmod:poss")]
    for part in children(noun, "acl:relcl", "acl"):
        if lemma(part) in MAKING:
            who = agent(part) if is_passive(part) else child(part, *SUBJECTS)
            found += [who] if who is not None else []
    found += [t for t in children(noun, "nmod") if case_of(t) in ("by", "from")]
    verb = noun.head
    if noun.dep_ in ("obj", "nsubj:pass") and lemma(verb) in MAKING and not negated(verb):
        # "Parliament passed a law allowing …"
        who = agent(verb) if is_passive(verb) else subject(verb)
        found += [who] if who is not None else []
    return next((who for who in found if who.tag_ not in ("WDT", "WP") and is_body(who)), None)


def maker_above(head: "Token") -> "Token | None":
    """The maker of the rule that a clause is told under: "Under an order which Reyes signed, …"."""
    for part in children(head, "obl"):
        if case_of(part) in ("under", "by", "according to") and is_instrument(part):
            return maker(part)
    return None


def told_of(noun: "Token") -> "Token | None":
    """The verb of a relative clause that says how the rule came about: "that Reyes imposed"."""
    parts = children(noun, "acl:relcl", "acl")
    return next((t for t in parts if lemma(t) in MAKING and t.tag_ in ("VBD", "VBN")), None)


def end_of(noun: "Token") -> "Token | None":
    """The head of the clause that says that the rule has ended, however it says so."""
    head = noun.head
    if head == noun:
        return None
    if noun.dep_ in ("obj", "nsubj:pass") and lemma(head) in ENDING and head.pos_ == "VERB":
        return None if negated(head) else head
    if noun.dep_ not in SUBJECTS or modal(head) is not None:
        return None
    if child(head, "cop") is not None and head.lower_ in OVER:
        return None if negated(head) else head
    if lemma(head) in RUNNING_OUT and child(head, "obj") is None and _is_past(head):
        return None if negated(head) else head
    return head if _in_force(head) is not None and negated(head) else None


def is_lifted(end: "Token") -> bool:
    """Whether the rule is gone, and not only eased, or to be lifted some day."""
    lifted = lemma(end) in LIFTING | RUNNING_OUT or end.pos_ != "VERB" or _in_force(end) is not None
    return lifted and modal(end) is None and (is_finite(end) or end.tag_ == "VBG")


def standing(noun: "Token") -> "Token | None":
    """The head of the clause that says that the rule holds: "stays in force", "takes effect"."""
    head = noun.head
    if head == noun or noun.dep_ not in SUBJECTS or negated(head):
        return None
    if modal(head) in (None, "will") and _takes_effect(head):
        return head
    if modal(head) is not None:
        return None
    # What was in force until some day may be so no longer.
    past = any(t.tag_ == "VBD" for t in (head, *auxiliaries(head)))
    return head if _in_force(head) is not None and not past else None


def _takes_effect(head: "Token") -> bool:
    """ "Takes effect", "comes into force"."""
    if lemma(head) == "take":
        return any(t.lower_ == "effect" for t in children(head, "obj"))
    entering = lemma(head) in ("come", "go", "enter")
    return entering and any(
        t.lower_ in IN_FORCE and case_of(t) == "into" for t in children(head, "obl")
    )


def _in_force(head: "Token") -> "Token | None":
    """The "force" of "is in force", "stays in force"; None where a clause tells something else."""
    if head.lower_ in IN_FORCE and case_of(head) == "in" and child(head, "cop") is not None:
        return head
    if lemma(head) not in STAYING:
        return None
    parts = children(head, "obl", "xcomp")
    return next((t for t in parts if t.lower_ in IN_FORCE and case_of(t) == "in"), None)


def _is_past(head: "Token") -> bool:
    helped = any(t.tag_ in ("VBZ", "VBP", "VBD") for t in auxiliaries(head))
    # A tagger may take "expired" for a present tense.
    return helped or head.tag_ == "VBD" or head.lower_.endswith("ed")


def meant_by(pronoun: "Token") -> "Token | None":
    """The rule that "it" takes up: the last one named here or in the sentence before."""
    start = sentence(pronoun)[0]
    first = sentence(pronoun.doc[start - 1])[0] if start else 0
    for token in reversed(pronoun.doc[first : pronoun.i]):
        if token.tag_ == "NN" and RULING_NOUNS.get(lemma(token)) in _BINDING:
            return token if case_of(token) != "in" else None
    return None


def ends_it(head: "Token") -> "Token | None":
    """The rule that a clause ends without naming it: "Reyes lifted it", "it was lifted"."""
    if lemma(head) not in LIFTING or head.pos_ != "VERB" or negated(head):
        return None
    whom = subject(head) if is_passive(head) else child(head, "obj")
    return meant_by(whom) if whom is not None and whom.lower_ == "it" else None
