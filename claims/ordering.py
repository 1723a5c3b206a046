"""Rules that a verb or an adjective makes: modals, orders, bans, permissions, requirements."""

from typing import TYPE_CHECKING

from claims.clause import (
    SUBJECTS,
    agent,
    auxiliaries,
    case_of,
    is_finite,
    is_passive,
    is_time,
    is_verbal,
    modal,
    subject,
    target,
    undergoer,
)
from claims.condition import limit_phrases, undated_limits
from claims.deontic import (
    ACTIVE_ONLY,
    ACTS,
    BODIED,
    LAWS,
    MADE,
    ORDERABLE,
    PLANS,
    REQUIRABLE,
    RULING,
    RULING_ADJECTIVES,
    RULING_THINGS,
    Modality,
)
from claims.instrument import is_instrument, maker
from claims.participant import is_generic, is_person
from claims.phrase import child, children, noun_phrase, phrase, subtree
from claims.predicate import LENGTHS
from claims.rule import (
    Rule,
    addresses,
    can_obey,
    flipped,
    is_body,
    is_guess,
    is_real,
    issuer,
    reported_issuer,
    ruled,
)
from claims.triggers import triggers_on
from claims.verbs import lemma
from claims.words import ORGANISATION_NOUNS

if TYPE_CHECKING:
    from spacy.tokens import Token


_AWAY = frozenset({"back", "home", "out", "away"})
_DEEDS = ("tion", "sion", "ment", "ance", "ence", "ure", "ing")
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
    who = _ruler(head)
    told = who is not None and (_is_law(who) or (is_body(who) and _is_told_of(head)))
    if (modal(head) == "would" and not told) or (who is not None and not addresses(who)):
        return None
    goal = target(head)
    if (needed := _needed(head, who, goal)) is not None:
        return needed
    power = who is not None and (is_body(who) or _is_law(who) or _is_kept_from(head, who))
    if lemma(head) in BODIED and not power:
        return None
    inner = _complement(head)
    if modality is Modality.MAY and not (who is None or _has_power(who) or _in_law(head)):
        return None
    by = issuer(head) or (maker(who) if who is not None and is_instrument(who) else None)
    by = by or (who if who is not None and _is_law(who) else None)
    if suspended := _left_so(head):
        return Rule(modality, head, head, by, None, phrase(suspended)) if is_real(head) else None
    if goal is not None and _is_act(goal) and not is_generic(goal):
        # "Ordered the sale of the yard to pay its debts": nobody is told to pay.
        return _thing(head, modality, goal, by)
    if inner is not None and (goal is None or addresses(goal)):
        if _is_about_noun(head, inner) or (goal is None and lemma(head) == "tell"):
            return None
        return ruled(modality, head, head, inner, goal or _for_whom(inner), by)
    return _thing(head, modality, undergoer(head), by)


def _ruler(head: "Token") -> "Token | None":
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
    return above if _is_law(above) else who


def _is_kept_from(head: "Token", who: "Token") -> bool:
    """ "It barred him from voting", "it requires cafes to keep records": whoever "it" is."""
    inner, goal = _complement(head), target(head)
    if who.lower_ != "it" or inner is None or goal is None:
        return False
    return lemma(head) == "bar" or (lemma(head) == "require" and can_obey(goal))


def _is_told_of(head: "Token") -> bool:
    """Whether the clause, or the one it continues, is what somebody said."""
    return head.dep_ == "ccomp" or (head.dep_ == "conj" and head.head.dep_ == "ccomp")


def _needed(head: "Token", who: "Token | None", goal: "Token | None") -> Rule | None:
    """ "Public demonstrations require police permission": whatever they are, on one condition."""
    if lemma(head) != "require" or who is None or goal is None:
        return None
    if is_body(who) or lemma(goal) not in REQUIRABLE or not is_real(head) or not is_finite(head):
        return None
    what, when = phrase(noun_phrase(goal)), phrase(noun_phrase(who))
    if what is None or when is None:
        return None
    return Rule(Modality.MUST, head, head, None, None, what, (when,), named=True)


def _left_so(head: "Token") -> list["Token"]:
    """ "Ordered the tribunal suspended": what is to be done to what."""
    if lemma(head) != "order" or is_passive(head):
        return []
    goal = target(head)
    hung = children(goal, "acl") if goal is not None else []
    parts = [*children(head, "xcomp", "ccomp"), *hung]
    part = next((t for t in parts if t.tag_ == "VBN" and t.i > head.i), None)
    if part is None or child(part, "obl:agent") is not None:
        return []
    return [t for t in subtree(head) if head.i < t.i <= part.i]


def _is_act(noun: "Token") -> bool:
    """Whether a noun tells of something done: "the sale of arms", "amendments"."""
    if noun.pos_ != "NOUN" or can_obey(noun):
        return False
    held = next((t for t in children(noun, "nmod") if case_of(t) == "of"), None)
    if is_time(noun) or lemma(noun) in LENGTHS:
        # "Three days of mourning"
        return held is not None and _is_act(held)
    name = lemma(noun)
    return name in ORDERABLE | ACTS or (len(name) > 6 and name.endswith(_DEEDS))


def _in_law(head: "Token") -> bool:
    """Whether a clause tells what a law or plan does: "an amendment allowing him to run"."""
    above = head.head
    if head.dep_ in ("acl", "acl:relcl"):
        return _is_law(above)
    return head.dep_ in ("advcl", "xcomp") and lemma(above) in _DECIDING


def _is_about_noun(head: "Token", inner: "Token") -> bool:
    """Whether what is to be done stands outside the clause: "the care they made her receive"."""
    who = child(head, *SUBJECTS)
    gapped = head.dep_ == "acl:relcl" and (who is None or who.tag_ not in ("WDT", "WP"))
    return gapped and not any(t.dep_ in ("obj", "ccomp", "xcomp") for t in inner.children)


def _has_power(who: "Token") -> bool:
    """Whether a permission by `who` is a rule and not a favour between two people."""
    noun = lemma(who)
    return who.ent_type_ in ("ORG", "LOC") or noun in ORGANISATION_NOUNS or _is_law(who)


def _passive(head: "Token", modality: Modality) -> Rule | None:
    who = subject(head)
    if who is None or not addresses(who):
        return None
    inner = _complement(head)
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
        return Rule(modality, head, head, maker, who, what, named=True) if is_real(head) else None
    back = next((t for t in children(head, "advmod") if t.lower_ in _AWAY), None)
    if modality is Modality.MUST and back is not None and lemma(head) == "order":
        what = phrase([t for t in subtree(back) if t.i >= back.i])
        return Rule(modality, head, head, maker, who, what, named=True) if is_real(head) else None
    if is_person(who) or who.pos_ == "PRON" or who.ent_type_ == "PER":
        return None
    # "The most yards allowed per game"
    if head.dep_ == "acl" and modality is not Modality.MUST_NOT:
        return None
    if lemma(head) == "require" and (lemma(who) not in REQUIRABLE or not is_finite(head)):
        return None
    return _thing(head, modality, who, maker)


def _complement(head: "Token") -> "Token | None":
    """The verb that says what to do: "from voting", "to leave", "that all shops close"."""
    behind = [t for t in head.children if t.i > head.i and is_verbal(t)]
    # First: "banned anyone wearing a veil from entering".
    kept_from = (t for t in behind if t.tag_ == "VBG" and _is_tied_by(t, "from"))
    told = next((t for t in behind if _is_told(head, t)), None)
    return next(kept_from, None) or told or _astray(head)


def _astray(head: "Token") -> "Token | None":
    """The verb that the parse hung on what describes the addressee: "told all staying to go"."""
    goal = target(head)
    if goal is None or not (is_generic(goal) or can_obey(goal)):
        return None
    parts = [t for part in children(goal, "acl", "acl:relcl") for t in children(part, "advcl")]
    return next((t for t in parts if t.tag_ == "VB" and _has_to(t)), None)


def _is_told(head: "Token", part: "Token") -> bool:
    if part.dep_ == "xcomp":
        return part.tag_ in ("VB", "VBG") or _has_to(part)
    # "Ordered all tunnels to be closed"
    passive = any(t.tag_ == "VB" for t in children(part, "aux:pass"))
    closed = part.tag_ == "VBN" and (_has_to(part) or passive)
    if part.tag_ != "VB" and not closed:
        return False
    mark = child(part, "mark")
    if part.dep_ == "ccomp" and mark is not None:
        return lemma(head) != "tell" or mark.lower_ == "to"
    return mark is not None and mark.lower_ == "to" and _follows_object(head, mark)


def _is_tied_by(part: "Token", word: str) -> bool:
    """Whether `word` ties `part` to what it hangs on."""
    return any(t.lower_ == word for t in children(part, "case", "mark"))


def _follows_object(head: "Token", mark: "Token") -> bool:
    """Whether "to" stands right behind the object, so that the object is told to do it."""
    goal = target(head)
    if goal is None or goal.i > mark.i:
        return False
    # "Ordered the agency, which listens abroad, to begin"
    end = goal.right_edge.i + 1
    end += end < mark.i and goal.doc[end].text == ","
    return mark.i <= end


def _has_to(part: "Token") -> bool:
    return any(t.tag_ == "TO" for t in children(part, "mark"))


def _thing(
    head: "Token", modality: Modality, goal: "Token | None", maker: "Token | None"
) -> Rule | None:
    """A ban, order or requirement of a thing: "banned alcohol", "ordered an evacuation"."""
    if goal is None or lemma(head) not in RULING_THINGS or not addresses(goal):
        return None
    if modality is Modality.MUST and can_obey(goal):
        return None
    if lemma(head) in ("order", "command") and not _is_act(goal):
        return None
    who = _ruler(head)
    by_law = who is not None and _is_law(who) and _is_act(goal)
    if lemma(head) in ("require", "command") and not is_passive(head) and not by_law:
        return None
    flights = goal.tag_ == "NNS" and who is not None and _is_law(who) and not can_obey(goal)
    if modality is Modality.MAY and not is_passive(head) and not (_is_act(goal) or flights):
        return None
    if not is_real(head):
        return None
    away = (t for t in children(head, "obl") if case_of(t) == "from" and not is_time(t))
    place = next(away, None)
    what = phrase(noun_phrase(goal))
    addressee = None
    if modality is Modality.MUST_NOT and place is not None and _is_act(goal):
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


def _is_law(who: "Token") -> bool:
    return who.pos_ == "NOUN" and lemma(who) in LAWS | PLANS


def made_rule(head: "Token") -> Rule | None:
    """ "A bill making it a crime to …", "the law made it illegal to …"."""
    if lemma(head) != "make" or head.pos_ != "VERB" or not is_real(head):
        return None
    what = next((t for t in children(head, "xcomp", "obj", "obl") if lemma(t) in MADE), None)
    if what is None:
        return None
    parts = (*head.children, *what.children)
    inner = next((t for t in parts if t.i > what.i and t.tag_ == "VB" and _has_to(t)), None)
    if inner is None:
        return None
    return ruled(MADE[lemma(what)], what, head, inner, _for_whom(inner), issuer(head))


def _is_kept(part: "Token") -> bool:
    """ "from writing", "interfering is forbidden"."""
    return part.tag_ == "VBG" and (part.dep_ == "csubj" or _is_tied_by(part, "from"))


def adjective_rule(head: "Token") -> Rule | None:
    """ "it is illegal to …", "masks are mandatory in shops"."""
    modality = RULING_ADJECTIVES.get(lemma(head))
    if modality is None or child(head, "cop") is None or not is_real(head) or is_guess(head):
        return None
    if modal(head) not in (None, "will"):
        return None
    modality = flipped(modality, head)
    parts = children(head, "csubj", "xcomp", "ccomp", "advcl")
    inner = next((t for t in parts if t.tag_ == "VB" or _is_kept(t)), None)
    if modality is None:
        return None
    if inner is not None and inner.dep_ == "advcl" and inner.tag_ == "VBG":
        # "He is forbidden from writing": the tagger reads an adjective.
        by = reported_issuer(head)
        return ruled(modality, head, head, inner, subject(head), by)
    if inner is not None:
        return ruled(modality, head, head, inner, _for_whom(inner), reported_issuer(head))
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


def _for_whom(inner: "Token") -> "Token | None":
    return child(inner, "nsubj", "nsubj:pass")
