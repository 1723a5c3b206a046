"""Rules that punish: who suffers what, and for doing what."""

from typing import TYPE_CHECKING

from claims.action import penalty
from claims.clause import (
    SUBJECTS,
    agent,
    auxiliaries,
    case_of,
    is_finite,
    is_passive,
    is_perfect,
    modal,
    negated,
    own_tokens,
    subject,
)
from claims.condition import limit_phrases, limits, reasons
from claims.coordination import members
from claims.deontic import CONFINEMENT, HABITS, MOVING, PENALTIES, SANCTIONS, Modality
from claims.participant import is_generic, is_person
from claims.phrase import Phrase, child, children, noun_phrase, phrase, sentence, subtree
from claims.rule import Rule, addresses, is_body, is_guess, is_real, reported_issuer
from claims.triggers import if_triggers, listed_triggers, lost_if, triggers, triggers_on
from claims.verbs import lemma

if TYPE_CHECKING:
    from spacy.tokens import Token

_OFFENCES = frozenset({"charge", "count", "crime", "felony", "offence", "offense", "violation"})
_RULE_MODALS = frozenset({"can", "could", "may", "will", "would", "shall", "must"})


def sanction_rule(head: "Token") -> Rule | None:
    """ "anyone who … could be detained", "residents … are typically arrested"."""
    if not is_sanction(head) or not is_passive(head) or not is_finite(head) or negated(head):
        return None
    if head.dep_ == "conj" and is_sanction(head.head):
        return None
    who = subject(head)
    if who is None or head.head == who or child(head, *SUBJECTS) is None or _is_caught(head):
        who = _lost_addressee(head) or who
    if who is None or not addresses(who) or is_guess(head) or is_perfect(head):
        return None
    generic = is_generic(who)
    if is_person(who) or not generic or not _is_ruled(head, who) or not is_real(head):
        return None
    return _penalty(head, who, penalty(head), head)


def _is_caught(head: "Token") -> bool:
    """Whether the parse put the main clause into the relative clause before it."""
    for _ in range(6):
        if head.dep_ == "acl:relcl" and head.head.dep_ == "root":
            return child(head, "nsubj", "nsubj:pass") is not None
        if head.head == head or head.dep_ not in ("ccomp", "conj", "advcl", "xcomp"):
            return False
        head = head.head
    return False


def _lost_addressee(head: "Token") -> "Token | None":
    """The noun in "Xs who …, … or … could be jailed" where the list broke the parse."""
    for i in range(_front(head) - 1, sentence(head)[0], -1):
        who, noun = head.doc[i], head.doc[i - 1]
        named = noun.tag_ in ("NNS", "NNPS", "NN") or noun.lower_ == "those"
        if who.tag_ == "WP" and who.lower_ == "who" and named:
            return noun
    return None


def _lost_triggers(who: "Token", head: "Token") -> list[Phrase]:
    region = list(head.doc[who.i + 1 : _front(head)])
    return listed_triggers(region) if region and region[0].tag_ in ("WP", "VBG") else []


def _front(head: "Token") -> int:
    return min((t.i for t in auxiliaries(head)), default=head.i)


def _is_ruled(head: "Token", who: "Token") -> bool:
    """Whether the clause tells of a rule rather than of one event."""
    if modal(head) in _RULE_MODALS:
        return True
    if any(t.lower_ in HABITS and t.lower_ != "immediately" for t in own_tokens(head)):
        return True
    present = any(t.tag_ in ("VBZ", "VBP") for t in children(head, "aux:pass", "aux"))
    return present and bool(triggers_on(who, head) or reasons(head))


def is_sanction(head: "Token") -> bool:
    """Whether a verb punishes: "jailed", "sent to a camp"."""
    if head.pos_ != "VERB":
        return False
    if lemma(head) in SANCTIONS:
        return True
    return lemma(head) in MOVING and any(
        lemma(t) in CONFINEMENT for part in children(head, "obl") for t in members(part)
    )


def suffering_rule(head: "Token") -> Rule | None:
    """ "bad behaviour could see their relatives sent to camps"."""
    if lemma(head) not in ("see", "get", "have", "leave") or modal(head) not in _RULE_MODALS:
        return None
    inner = next(
        (t for t in children(head, "xcomp", "ccomp", "obj", "advcl") if is_sanction(t)), None
    )
    target = child(head, "obj")
    if inner is None and target is not None:
        inner = next((t for t in children(target, "acl", "xcomp") if is_sanction(t)), None)
    if inner is None:
        return None
    subjects = children(inner, *SUBJECTS)
    # A parser may give both nouns to the second verb.
    cause = subject(head) or next((t for t in subjects if t.i < head.i), None)
    if cause is None or not addresses(cause) or not is_real(head):
        return None
    who = next((t for t in subjects if t.i > head.i), target)
    reason = phrase(noun_phrase(cause))
    conditions = (reason,) if reason is not None else ()
    what = penalty(inner)
    return Rule(Modality.PENALTY, inner, head, None, who, None, conditions, what)


def facing_rule(head: "Token") -> Rule | None:
    """ "drivers who … face a fine of $200", "theft is punishable by death"."""
    if lemma(head) == "punishable":
        return _punishable(head)
    if lemma(head) == "subject" and child(head, "cop") is not None:
        return _subject_to(head)
    if lemma(head) not in ("face", "risk", "carry") or head.pos_ != "VERB":
        return None
    target, who = child(head, "obj"), subject(head)
    bare = head.tag_ == "VB" and child(head, "mark", "aux") is None
    lost = None
    if child(head, *SUBJECTS) is None and (bare or head.dep_ == "acl:relcl"):
        # "Those who refuse face a fine": the verb hangs anywhere in the clause before it.
        lost = _lost_addressee(head)
        who = lost or who
    if target is None or who is None or not (bare or is_finite(head)) or head.tag_ == "VBD":
        return None
    if not _is_penalty(target) or not addresses(who) or is_guess(head):
        return None
    if lost is None and not is_real(head):
        return None
    price = phrase(noun_phrase(target))
    if lemma(head) == "carry":
        if any(t.ent_type_ == "PER" for t in subtree(who)):
            return None
        act = phrase(subtree(who) if who.pos_ == "VERB" else noun_phrase(who))
        # "An offence that carries a fine": which one it is, is told elsewhere.
        vague = lemma(who) in _OFFENCES and child(who, "nmod", "amod", "compound", "acl") is None
        conditions = (act,) if act is not None and not vague else ()
        return Rule(Modality.PENALTY, head, head, None, None, None, conditions, price)
    if is_person(who) or not is_generic(who) or negated(head):
        return None
    return _penalty(head, who, price, head)


def _subject_to(head: "Token") -> Rule | None:
    """ "Those who park here are subject to a fine"."""
    who = child(head, *SUBJECTS)
    price = next((t for t in children(head, "obl") if case_of(t) == "to"), None)
    if who is None or price is None or not _is_penalty(price) or negated(head):
        return None
    if not is_generic(who) or not addresses(who) or not is_real(head) or is_guess(head):
        return None
    return _penalty(head, who, phrase(noun_phrase(price)), head)


def _is_penalty(target: "Token") -> bool:
    group = [target, *children(target, "nmod", "compound", "amod", "conj")]
    return any(lemma(t) in PENALTIES for t in group)


def _punishable(head: "Token") -> Rule | None:
    act = child(head, *SUBJECTS)
    prices = children(head, "obl", "obl:agent")
    price = next((t for t in prices if case_of(t) in ("by", "with")), None)
    if act is None or price is None or not is_real(head):
        return None
    reason = phrase(noun_phrase(act))
    conditions = (reason,) if reason is not None else ()
    return Rule(
        Modality.PENALTY,
        head,
        head,
        reported_issuer(head),
        None,
        None,
        conditions,
        phrase(noun_phrase(price)),
    )


def _penalty(head: "Token", who: "Token", price: Phrase | None, evidence: "Token") -> Rule | None:
    if price is None:
        return None
    conditions = triggers_on(who, evidence) or _lost_triggers(who, evidence)
    taken = reasons(head)
    for part in taken:
        conditions += triggers(part) if part.tag_ == "VBG" or part.dep_ == "obl" else []
    finite = [t for t in limits(head) if t in taken and t.tag_ == "VBG"]
    conditions += [p for p in limit_phrases(head) if not _covers(finite, p)]
    conditions += [p for p in _further(head) if not _told(p, conditions)]
    conditions.sort(key=lambda made: made.start)
    by = agent(head) if is_passive(head) else None
    maker = by if by is not None and is_body(by) else reported_issuer(head)
    return Rule(Modality.PENALTY, head, evidence, maker, who, None, tuple(conditions), price)


def _further(head: "Token") -> list[Phrase]:
    """The rest of "if they …, do not …, or …" where the parse ties it to the punishment."""
    if not any(t.lower_ in ("if", "when") for part in limits(head) for t in children(part, "mark")):
        mark = lost_if(head)
        return if_triggers(mark) if mark is not None else []
    rest = [t for t in children(head, "conj") if t.tag_ in ("VB", "VBP") and t.i > head.i]
    return [p for t in rest if child(t, *SUBJECTS) is None for p in triggers(t)]


def _told(made: Phrase, others: list[Phrase]) -> bool:
    return any(other.start < made.end and made.start < other.end for other in others)


def _covers(parts: "list[Token]", made: Phrase) -> bool:
    return any(made.start <= part.idx < made.end for part in parts)
