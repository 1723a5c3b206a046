"""Rules that a modal verb makes: "must", "shall", "may not", "will have to"."""

from typing import TYPE_CHECKING

from claims.clause import (
    auxiliaries,
    case_of,
    is_finite,
    is_passive,
    modal,
    negated,
    subject,
    target,
)
from claims.condition import limit_phrases
from claims.deontic import AT_WILL, REQUIRABLE, STATES, Modality
from claims.instrument import maker_above
from claims.participant import is_generic, is_person
from claims.phrase import child, children, noun_phrase, phrase, subtree
from claims.rule import Rule, addresses, can_obey, is_body, is_guess, reported_issuer, ruled
from claims.ruled_things import is_law
from claims.verbs import lemma

if TYPE_CHECKING:
    from spacy.tokens import Token

# "Thousands may return", "some may leave": how many will, not who is let.
_VAGUE = frozenset({"hundred", "thousand", "dozen", "million", "score", "none", "nobody"})
_SOME = frozenset({"some", "many", "most", "few", "several", "more", "fewer", "no"})
# What "must be" so in the eyes of whoever speaks, and no rule.
_WISHED = frozenset(
    {
        "regard",
        "view",
        "see",
        "note",
        "remember",
        "say",
        "resolve",
        "solve",
        "address",
        "find",
        "do",
    }
)
# What a court or a government does when it says that somebody cannot.
_RULING = frozenset({"rule", "decide", "order", "decree"})
_EVERY = frozenset({"all", "every", "any", "each"})
_ANYBODY = frozenset({"people", "everyone", "everybody", "anyone", "anybody", "residents"})


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
    guesses = modality is not Modality.MAY and lemma(head) in STATES
    # "Bars must have a separate area"
    guesses &= not (lemma(head) == "have" and is_generic(who) and child(head, "obj") is not None)
    if not copular and guesses and not is_passive(head):
        return None
    told = limit_phrases(head) or reported_issuer(head) or child(head, "obl", "obl:agent")
    if is_passive(head) and lemma(head) in _WISHED:
        return None
    regulated = (is_passive(head) and bool(told)) or _is_by_law(head)
    regulated |= modality is Modality.MUST_NOT and _barred(who)
    # "The yard must shrink, officials said": whoever can say so rules over it.
    regulated |= modality is Modality.MUST and who.pos_ == "NOUN" and _is_imposed(head)
    if not (can_obey(who) or copular or regulated):
        return None
    maker = maker_above(head) or reported_issuer(head)
    who = _warned(head, who)
    return ruled(modality, cue, head, head, who, maker)


def possible_rule(head: "Token") -> Rule | None:
    """ "Relatives may bring food": a permission, if it is no chance; "may not" forbids."""
    cue = next((t for t in auxiliaries(head) if t.tag_ == "MD" and t.head == head), None)
    who = subject(head)
    if cue is None or cue.lower_ != "may" or who is None or is_guess(head):
        return None
    if not addresses(who) or not can_obey(who) or not is_generic(who) or lemma(head) in STATES:
        return None
    if lemma(who) in _VAGUE or any(t.lower_ in _SOME - {"no"} for t in who.children):
        return None
    modality = Modality.MUST_NOT if negated(head) or _barred(who) else Modality.MAY
    return ruled(modality, cue, head, head, who, reported_issuer(head))


def _barred(who: "Token") -> bool:
    """Whether nobody is meant: "no vehicles may enter"."""
    det = child(who, "det")
    return det is not None and det.lower_ == "no"


def _is_by_law(head: "Token") -> bool:
    """ "Factories must have sprinklers under the new law."""
    return any(case_of(t) == "under" and is_law(t) for t in children(head, "obl"))


def _is_imposed(head: "Token") -> bool:
    """Whether a body says that something must be so, of what is done and not of what is."""
    return reported_issuer(head) is not None and lemma(head) not in STATES | _WISHED


def _warned(head: "Token", who: "Token") -> "Token":
    """The clerics of "warned clerics that they must …"."""
    goal = target(head.head) if head.dep_ == "ccomp" else None
    return goal if who.lower_ == "they" and goal is not None and goal.pos_ == "NOUN" else who


def _modal_force(head: "Token", who: "Token | None") -> Modality | None:
    verb = modal(head)
    if verb in ("must", "shall"):
        barred = negated(head) or (who is not None and _barred(who))
        return Modality.MUST_NOT if barred else Modality.MUST
    if verb == "can" and negated(head) and head.dep_ == "ccomp":
        # "The court ruled that the city cannot evict tenants."
        return Modality.MUST_NOT if lemma(head.head) in _RULING else None
    done = is_passive(head) and who is not None and can_obey(who)
    if verb == "may" and who is not None and _barred(who) and not (child(head, "cop") or done):
        return Modality.MUST_NOT if not is_guess(head) and lemma(head) not in STATES else None
    if verb == "may" and who is not None:
        det = child(who, "det")
        if negated(head):
            placed = child(head, "cop") is None or child(head, "case") is not None
            generic = is_generic(who) and (placed or is_passive(head))
            return Modality.MUST_NOT if generic and not is_guess(head) else None
        only = any(t.lower_ == "only" for t in (*head.children, *who.children))
        if only or (det is not None and det.lower_ == "any") or _is_let(head, who):
            return Modality.MAY
    return None


def _is_let(head: "Token", who: "Token") -> bool:
    """Whether "may" lets people do what they like, from some time on, and does not guess."""
    if not is_generic(who) or lemma(who) in _VAGUE or is_guess(head):
        return False
    det = child(who, "det", "amod", "nummod")
    if det is not None and det.lower_ in _SOME:
        return False
    if child(head, "cop") is not None:
        free = case_of(head) in ("on", "in", "at") and who.lower_ in _ANYBODY
    else:
        free = lemma(head) in AT_WILL and not is_passive(head)
    return free and any(_sets_free(t) for t in subtree(head) if t.i > head.i)


def _sets_free(part: "Token") -> bool:
    """Whether a time says from when, until when or how often one may: "from Friday"."""
    if part.ent_type_ in ("DATE", "TIME"):
        return case_of(part) in ("from", "until", "till", "between", "after", "before")
    return lemma(part) in ("time", "hour", "day") and case_of(part) == "at" and _is_any(part)


def _is_any(part: "Token") -> bool:
    det = child(part, "det")
    return det is not None and det.lower_ in ("any", "all")


def _needed(head: "Token") -> Rule | None:
    """ "All travellers need a test to enter"."""
    who, thing = subject(head), child(head, "obj")
    if head.tag_ not in ("VBP", "VBZ") or who is None or thing is None or negated(head):
        return None
    det, last = child(who, "det"), thing.doc[thing.right_edge.i]
    deed = next((t for t in (*thing.children, *head.children) if _is_aim(t, thing)), None)
    if det is None or det.lower_ not in _EVERY or not can_obey(who) or deed is None:
        return None
    if lemma(thing) not in REQUIRABLE:
        return None
    what = [t for t in noun_phrase(thing) if t.i < deed.left_edge.i]
    aim = [t for t in subtree(deed) if t.i <= max(last.i, deed.right_edge.i)]
    conditions = tuple(filter(None, [phrase(aim)]))
    return Rule(
        Modality.MUST, head, head, reported_issuer(head), who, phrase(what), conditions, named=True
    )


def _is_aim(token: "Token", thing: "Token") -> bool:
    return token.tag_ == "VB" and token.i > thing.i and child(token, "mark") is not None


def _have_to(head: "Token") -> Rule | None:
    if lemma(head) == "need":
        return _needed(head)
    inner = child(head, "xcomp")
    between = head.doc[head.i : inner.i] if inner is not None else ()
    if any(t.lower_ == "only" for t in between):
        # "They have only to visit a page": so little is enough.
        return None
    past = head.tag_ == "VBD" or is_guess(head)
    if lemma(head) != "have" or inner is None or inner.tag_ != "VB" or past:
        return None
    who = subject(head)
    if who is None or not addresses(who) or negated(head) or lemma(inner) in STATES:
        return None
    if modal(head) not in (None, "will") or not (is_generic(who) or is_body(who)):
        return None
    if not is_finite(head) or is_person(who) or who.pos_ == "PRON":
        return None
    return ruled(Modality.MUST, head, head, inner, who, reported_issuer(head))
