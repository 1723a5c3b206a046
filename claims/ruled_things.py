"""Rules over a thing or an act that a noun names: "banned alcohol", "ordered an evacuation"."""

from typing import TYPE_CHECKING

from claims.clause import case_of, is_finite, is_passive, is_time, subject, target
from claims.condition import undated_limits
from claims.deontic import (
    ACTIVE_ONLY,
    ACTS,
    LAWS,
    NO_ACTS,
    ORDERABLE,
    PLANS,
    REQUIRABLE,
    RULING_THINGS,
    Modality,
)
from claims.phrase import child, children, noun_phrase, phrase, subtree
from claims.predicate import LENGTHS
from claims.rule import Rule, addresses, can_obey, is_body, is_real
from claims.triggers import triggers_on
from claims.verbs import lemma

if TYPE_CHECKING:
    from spacy.tokens import Token

_DEEDS = ("tion", "sion", "ment", "ance", "ence", "ure", "ing")


def thing_rule(
    head: "Token", modality: Modality, goal: "Token | None", maker: "Token | None"
) -> Rule | None:
    """A ban, order or requirement of a thing: "banned alcohol", "ordered an evacuation"."""
    if goal is None or lemma(head) not in RULING_THINGS or not addresses(goal):
        return None
    if modality is Modality.MUST and can_obey(goal):
        return None
    if lemma(head) in ("order", "command") and not is_act(goal):
        return None
    who = ruler(head)
    if lemma(head) in ACTIVE_ONLY and not _is_cut(head, goal, who):
        return None
    ordered = is_act(goal) or lemma(goal) in REQUIRABLE
    by_law = who is not None and is_law(who) and ordered
    if lemma(head) in ("require", "command") and not is_passive(head) and not by_law:
        return None
    # What a society or a person permits is a favour; what a law permits is a rule.
    lawful = who is not None and is_law(who) and not can_obey(goal)
    lawful &= is_act(goal) or goal.tag_ == "NNS"
    if modality is Modality.MAY and not is_passive(head) and not lawful:
        return None
    if not is_real(head):
        return None
    away = (t for t in children(head, "obl") if case_of(t) == "from" and not is_time(t))
    place = next(away, None)
    what = phrase(noun_phrase(goal))
    addressee = None
    if modality is Modality.MUST_NOT and place is not None and is_act(goal):
        # "banned poultry imports from Hungary"
        what = phrase([*noun_phrase(goal), *children(place, "case"), *noun_phrase(place)])
    elif modality is Modality.MUST_NOT and place is not None:
        # "banned journalists from the square"
        addressee, what = goal, phrase([*children(place, "case"), *noun_phrase(place)])
    elif modality is Modality.MUST_NOT and goal.ent_type_ == "PER":
        return None
    return Rule(
        modality,
        head,
        head,
        maker,
        addressee,
        what,
        (
            *(triggers_on(addressee, head) if addressee is not None else ()),
            *undated_limits(head),
        ),
        named=True,
    )


def _is_cut(head: "Token", goal: "Token", who: "Token | None") -> bool:
    """Whether a law limits what people do; "limited parking to two hours" forbids no parking."""
    capped = any(case_of(t) == "to" for t in children(head, "obl"))
    cut = is_act(goal) or (goal.tag_ == "NNS" and not can_obey(goal))
    return who is not None and is_law(who) and cut and not capped


def needed(head: "Token", who: "Token | None", goal: "Token | None") -> Rule | None:
    """ "Public demonstrations require police permission": whatever they are, on one condition."""
    if lemma(head) != "require" or who is None or goal is None:
        return None
    if (
        is_body(who)
        or is_law(who)
        or lemma(goal) not in REQUIRABLE
        or not is_real(head)
        or not is_finite(head)
    ):
        return None
    what, when = phrase(noun_phrase(goal)), phrase(noun_phrase(who))
    if what is None or when is None:
        return None
    return Rule(Modality.MUST, head, head, None, None, what, (when,), named=True)


def left_so(head: "Token") -> list["Token"]:
    """ "Ordered the tribunal suspended": what is to be done to what."""
    if lemma(head) != "order" or is_passive(head):
        return []
    goal = target(head)
    hung = children(goal, "acl") if goal is not None else []
    parts = [*children(head, "xcomp", "ccomp"), *hung]
    who = subject(head)
    # "He ordered the fish grilled."
    if who is not None and not is_body(who):
        return []
    part = next((t for t in parts if t.tag_ == "VBN" and t.i > head.i), None)
    if part is None or child(part, "obl:agent") is not None:
        return []
    return [t for t in subtree(head) if head.i < t.i <= part.i]


def is_act(noun: "Token") -> bool:
    """Whether a noun tells of something done: "the sale of arms", "amendments"."""
    if noun.pos_ != "NOUN" or can_obey(noun):
        return False
    held = next((t for t in children(noun, "nmod") if case_of(t) == "of"), None)
    if is_time(noun) or lemma(noun) in LENGTHS:
        # "Three days of mourning"
        return held is not None and is_act(held)
    name = lemma(noun)
    if name in NO_ACTS:
        return False
    return name in ORDERABLE | ACTS or (len(name) > 6 and name.endswith(_DEEDS))


def is_law(who: "Token") -> bool:
    """Whether a noun names what can set a rule, or propose one: a law, a plan, a deal."""
    return who.pos_ == "NOUN" and lemma(who) in LAWS | PLANS


def ruler(head: "Token") -> "Token | None":
    """Who or what sets the rule: the subject, or the law whose content the clause is."""
    who = subject(head)
    if who is not None and who.tag_ not in ("WDT", "WP"):
        return who
    above = head.head
    if head.dep_ == "advcl" and above.dep_ == "acl":
        # "A proposal aimed at restricting it"
        above = above.head
    elif head.dep_ not in ("acl", "acl:relcl"):
        return who
    return above if is_law(above) else who
