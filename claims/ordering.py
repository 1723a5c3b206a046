"""Rules that a verb makes: orders, bans, permissions, requirements."""

from typing import TYPE_CHECKING

from claims.clause import (
    SUBJECTS,
    agent,
    auxiliaries,
    case_of,
    is_finite,
    is_passive,
    is_time,
    modal,
    subject,
    target,
    undergoer,
)
from claims.condition import undated_limits
from claims.deontic import ACTIVE_ONLY, BODIED, REQUIRABLE, RULING, Modality
from claims.infinitive import complement, for_whom
from claims.instrument import is_instrument, maker
from claims.participant import is_generic, is_person
from claims.phrase import Phrase, child, children, noun_phrase, phrase, subtree
from claims.rule import (
    Rule,
    addresses,
    can_obey,
    flipped,
    is_body,
    is_real,
    issuer,
    reported_issuer,
    ruled,
)
from claims.ruled_things import is_act, is_law, left_so, needed, ruler, thing_rule
from claims.verbs import lemma
from claims.words import ORGANISATION_NOUNS

if TYPE_CHECKING:
    from spacy.tokens import Token


_AWAY = frozenset({"back", "home", "out", "away"})
# What they decide, others must or may do: "approved changes to allow …".
_DECIDING = frozenset(
    {"approve", "pass", "adopt", "sign", "amend", "change", "agree", "vote", "decide", "plan",
     "announce", "rule", "reform", "relax", "loosen", "extend"}
)  # fmt: skip


def verb_rule(head: "Token") -> Rule | None:
    """ "ordered them to leave", "was barred from voting", "banned alcohol", "laws banning …"."""
    modality = RULING.get(lemma(head))
    if modality is None or head.pos_ != "VERB" or head.dep_ in ("amod", "compound"):
        return None
    modality = flipped(modality, head)
    if modality is None or modal(head) in ("could", "can", "may", "must"):
        return None
    if is_passive(head):
        return None if lemma(head) in ACTIVE_ONLY else _passive(head, modality)
    who = ruler(head)
    told = who is not None and (is_law(who) or (is_body(who) and _is_told_of(head)))
    if (modal(head) == "would" and not told) or (who is not None and not addresses(who)):
        return None
    goal = target(head)
    if (on_condition := needed(head, who, goal)) is not None:
        return on_condition
    power = who is not None and (is_body(who) or is_law(who) or _is_kept_from(head, who))
    if lemma(head) in BODIED and not power:
        return None
    inner = complement(head)
    if modality is Modality.MAY and not (who is None or _has_power(who) or _is_decided(head)):
        return None
    by = issuer(head)
    if by is None and who is not None and (is_instrument(who) or is_law(who)):
        by = maker(who) or (who if is_law(who) else None)
    if suspended := left_so(head):
        return Rule(modality, head, head, by, None, phrase(suspended)) if is_real(head) else None
    if goal is not None and is_act(goal) and not is_generic(goal):
        # "Ordered the sale of the yard to pay its debts": nobody is told to pay.
        return thing_rule(head, modality, goal, by)
    if inner is not None and (goal is None or addresses(goal)):
        if _is_about_noun(head, inner) or (goal is None and lemma(head) == "tell"):
            return None
        return ruled(modality, head, head, inner, goal or for_whom(inner), by)
    return thing_rule(head, modality, undergoer(head), by)


def _is_kept_from(head: "Token", who: "Token") -> bool:
    """ "It barred him from voting", "it requires cafes to keep records": whoever "it" is."""
    inner, goal = complement(head), target(head)
    if who.lower_ != "it" or inner is None or goal is None:
        return False
    return lemma(head) == "bar" or (lemma(head) == "require" and can_obey(goal))


def _is_told_of(head: "Token") -> bool:
    """Whether the clause, or the one it continues, is what somebody said."""
    return head.dep_ == "ccomp" or (head.dep_ == "conj" and head.head.dep_ == "ccomp")


def _is_decided(head: "Token") -> bool:
    """Whether a clause tells what somebody decided: "they agreed to allow him to run"."""
    return head.dep_ in ("advcl", "xcomp") and lemma(head.head) in _DECIDING


def _is_about_noun(head: "Token", inner: "Token") -> bool:
    """Whether what is to be done stands outside the clause: "the care they made her receive"."""
    who = child(head, *SUBJECTS)
    gapped = head.dep_ == "acl:relcl" and (who is None or who.tag_ not in ("WDT", "WP"))
    return gapped and not any(t.dep_ in ("obj", "ccomp", "xcomp") for t in inner.children)


def _has_power(who: "Token") -> bool:
    """Whether a permission by `who` is a rule and not a favour between two people."""
    noun = lemma(who)
    return who.ent_type_ in ("ORG", "LOC") or noun in ORGANISATION_NOUNS or is_law(who)


def _sent(
    head: "Token",
    modality: Modality,
    who: "Token",
    what: Phrase | None,
    maker: "Token | None",
) -> Rule | None:
    """ "Fans were banned from the ground until May", "envoys were ordered home"."""
    if not is_real(head):
        return None
    limits = tuple(undated_limits(head))
    return Rule(modality, head, head, maker, who, what, limits, named=True)


def _passive(head: "Token", modality: Modality) -> Rule | None:
    who = subject(head)
    if who is None or not addresses(who):
        return None
    inner = complement(head)
    by = agent(head)
    maker = by if by is not None and is_body(by) else reported_issuer(head)
    if inner is not None:
        if is_person(who) and (modality is Modality.MAY or lemma(head) == "tell"):
            return None
        # "the officers were allowed to go home": a favour once done, not a rule.
        past = any(t.tag_ == "VBD" for t in auxiliaries(head))
        if modality is Modality.MAY and past and not is_generic(who):
            return None
        if lemma(head) == "require" and not can_obey(who):
            return None
        return ruled(modality, head, head, inner, who, maker)
    away = next((t for t in children(head, "obl") if case_of(t) == "from"), None)
    if modality is Modality.MUST_NOT and away is not None and not is_time(away):
        what = phrase([*children(away, "case"), *noun_phrase(away)])
        return _sent(head, modality, who, what, maker)
    back = next((t for t in children(head, "advmod") if t.lower_ in _AWAY), None)
    if modality is Modality.MUST and back is not None and lemma(head) == "order":
        whither = (t for t in children(head, "obl") if case_of(t) == "to" and not is_time(t))
        aim = next(whither, back)
        parts = {t.i: t for t in (*subtree(back), *subtree(aim)) if t.i >= back.i}
        what = phrase([parts[i] for i in sorted(parts)])
        return _sent(head, modality, who, what, maker)
    if is_person(who) or who.pos_ == "PRON" or who.ent_type_ == "PER":
        return None
    # "The most yards allowed per game"
    if head.dep_ == "acl" and modality is not Modality.MUST_NOT:
        return None
    if lemma(head) == "require" and (lemma(who) not in REQUIRABLE or not is_finite(head)):
        return None
    return thing_rule(head, modality, who, maker)
