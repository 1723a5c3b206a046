"""Rules that a noun names: "a ban on …", "“shoot to kill” orders", "lifted the curfew"."""

from typing import TYPE_CHECKING

from claims.action import action, acts
from claims.clause import (
    SUBJECTS,
    agent,
    case_of,
    is_finite,
    is_passive,
    modal,
    negated,
    subject,
    undergoer,
)
from claims.condition import limit_phrases, undated_limits
from claims.deontic import (
    ENDING,
    ISSUING,
    LIMITING_CASES,
    ORDERABLE,
    RULING,
    RULING_NOUNS,
    TELLING_NOUNS,
    Modality,
)
from claims.instrument import end_of, ends_it, is_lifted, maker, standing, told_of
from claims.phrase import (
    CLOSING,
    OPENING,
    Phrase,
    child,
    children,
    noun_phrase,
    phrase,
    sentence,
    subtree,
    trimmed,
)
from claims.rule import Rule, addresses, can_obey, is_body, is_real, reported_issuer
from claims.verbs import lemma

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_BANS = frozenset({"ban", "prohibition", "moratorium", "embargo"})
# What they forbid is said in their own words: "sanctions against Iran", "restrictions on travel".
_MEASURES = frozenset({"sanction", "restriction"})
# Words in front of a ban that say how long or how wide it is, not what it forbids.
_HOW = frozenset({"lifetime", "year", "month", "week", "day", "blanket", "court", "emergency"})


def noun_rule(head: "Token") -> Rule | None:
    """ "a ban on exports", "orders to fire", "guards given “shoot to kill” orders", "a curfew"."""
    modality = RULING_NOUNS.get(lemma(head))
    if modality is None or head.pos_ != "NOUN" or head.dep_ in ("compound", "fixed"):
        return None
    # "in order to", "out of order"
    if case_of(head) in ("in", "out of", "by", "until", "without", "per"):
        return None
    if case_of(head) == "under" and _quoted_before(head) is None:
        return None
    # "The order requires everyone to leave" is told by its verb.
    if head.dep_ in SUBJECTS and lemma(head.head) in RULING and head.head.pos_ == "VERB":
        return None
    end = end_of(head)
    verb = end or _issuing_verb(head) or standing(head) or told_of(head) or _verb_before_quote(head)
    # "the ban on …" points back at a rule that was told before.
    det = child(head, "det")
    if verb is None and det is not None and det.lower_ in ("the", "this", "that", "these"):
        return None
    if det is not None and det.lower_ == "no":
        return None
    return _named(head, modality, head, verb, end)


def lifting_rule(head: "Token") -> Rule | None:
    """ "Reyes lifted it on Monday", of a rule named before."""
    noun = ends_it(head)
    return _named(noun, RULING_NOUNS[lemma(noun)], head, head, head) if noun is not None else None


def _named(
    noun: "Token", modality: Modality, cue: "Token", verb: "Token | None", end: "Token | None"
) -> Rule | None:
    """The rule that `noun` names; `verb` tells how it came about, `end` how it ended."""
    what = _content(noun, verb)
    denied = verb is not None and end is None and negated(verb)
    if denied and verb is not None and lemma(verb) not in ENDING:
        return None
    # Sanctions that are only spoken of are none yet.
    if lemma(noun) in _MEASURES and verb is None:
        return None
    # A deadline that was missed was set all the same.
    real = lemma(noun) == "deadline" or is_real(verb if verb is not None else noun)
    if what is None or not real:
        return None
    lifted = end is not None and is_lifted(end)
    if end is not None:
        # An order that is only eased, or to be lifted some day, is neither in force nor gone.
        if modality is Modality.MAY or (modality is Modality.MUST and not lifted):
            return None
        modality = Modality.MAY
    return Rule(
        modality,
        cue,
        verb if verb is not None else noun,
        _maker(noun, verb),
        _receiver(noun, verb),
        what,
        (
            *_beside(noun),
            *(undated_limits(verb) if verb is not None else ()),
            *(limit for act in _acts(noun) for limit in limit_phrases(act)),
        ),
        ended=lifted,
        named=_names(noun, what),
    )


def _acts(noun: "Token") -> list["Token"]:
    """The verbs of "an order that they be seized and kept"."""
    told = next((t for t in children(noun, "acl") if t.tag_ in ("VB", "VBN")), None)
    due = _due(noun) if lemma(noun) == "deadline" else told
    return acts(due) if due is not None and child(due, "mark") is not None else []


def _names(noun: "Token", what: Phrase) -> bool:
    """Whether a rule's content is a thing: "exports", "the curfew"; not "shoot to kill"."""
    span = noun.doc.char_span(what.start, what.end, alignment_mode="expand")
    if span is None or (span.start and span.doc[span.start - 1].text in OPENING):
        return False
    return span[0].pos_ not in ("VERB", "AUX", "ADV", "PART")


def _issuing_verb(head: "Token") -> "Token | None":
    verb = head.head
    if head.dep_ not in ("obj", "nsubj:pass", "iobj", "obl", "xcomp") or verb.pos_ != "VERB":
        return None
    return verb if lemma(verb) in ISSUING or lemma(verb) in ENDING else None


def _quoted_before(head: "Token") -> "Span | None":
    """The words in quote marks right before the noun: “shoot to kill” orders."""
    doc, last = head.doc, head.i - 1
    if last < 0 or doc[last].text not in CLOSING:
        return None
    for start in range(last - 1, max(sentence(head)[0], last - 10) - 1, -1):
        if doc[start].text in OPENING:
            return doc[start + 1 : last] if start < last - 1 else None
    return None


def _verb_before_quote(head: "Token") -> "Token | None":
    quoted = _quoted_before(head)
    if quoted is None or quoted.start < 2:
        return None
    verb = head.doc[quoted.start - 2]
    return verb if verb.pos_ == "VERB" and lemma(verb) in ISSUING else None


def _content(head: "Token", verb: "Token | None") -> Phrase | None:
    """What the noun orders or forbids, in the words beside it."""
    name_of_ban = lemma(head) in _BANS
    for part in children(head, "acl"):
        mark = child(part, "mark")
        if part.tag_ == "VBG" and name_of_ban and mark is not None and mark.lower_ == "on":
            # "A ban on exploding fireworks"
            return action(part)
        if part.tag_ == "VB":
            return action(part)
        mark = child(part, "mark")
        if mark is not None and mark.lower_ == "that" and modal(part) not in ("can", "could"):
            return action(part)
    if lemma(head) == "deadline" and (due := _due(head)) is not None:
        return action(due)
    name = lemma(head)
    aims = [t for t in children(head, "nmod") if case_of(t) in ("on", "against")]
    if name in _MEASURES and head.tag_ == "NNS":
        return phrase(noun_phrase(head)) if aims else _aimed(head, verb)
    if name in _MEASURES:
        return None
    if name == "deadline":
        due = next((t for t in children(head, "nmod") if case_of(t) == "for"), None)
        return phrase(noun_phrase(due)) if due is not None and due.pos_ == "NOUN" else None
    described = child(head, "det", "amod", "compound", "nmod:poss") is not None
    if name in TELLING_NOUNS and (verb is not None or (name == "curfew" and described)):
        return phrase(noun_phrase(head, without=_limiting(head)))
    for part in children(head, "nmod"):
        if case_of(part) in ("on", "against", "of") and name in _BANS:
            return phrase(noun_phrase(part))
    if name in _BANS and verb is not None:
        return _named_ban(head)
    if lemma(head) == "order":
        return _named_order(head)
    return None


def _aimed(head: "Token", verb: "Token | None") -> Phrase | None:
    """ "Extended sanctions on the military government": the parse may hang "on" on the verb."""
    if verb is None:
        return None
    behind = (t for t in children(verb, "obl") if case_of(t) in ("on", "against"))
    aim = next((t for t in behind if t.left_edge.i == head.i + 1), None)
    return phrase([*noun_phrase(head), *children(aim, "case"), *noun_phrase(aim)]) if aim else None


def _due(head: "Token") -> "Token | None":
    """What is to be done by a deadline: "a deadline set by the mayor for all to leave"."""
    parts = [
        *children(head, "acl", "advcl"),
        *(t for p in children(head, "acl") for t in p.children),
    ]
    return next((t for t in parts if t.tag_ == "VB" and child(t, "mark") is not None), None)


def _limiting(head: "Token") -> list["Token"]:
    """What says where or when a curfew holds, in its own phrase: "a curfew in the capital"."""
    if lemma(head) not in TELLING_NOUNS:
        return []
    cases = (*LIMITING_CASES, "from", "between", "for")
    return [t for t in children(head, "nmod") if case_of(t) in cases]


def _beside(head: "Token") -> list[Phrase]:
    limits = [trimmed(subtree(t)) for t in _limiting(head)]
    if lemma(head) == "deadline":
        # "A January 13 deadline"
        dated = [t for t in head.lefts if t.ent_type_ == "DATE"]
        limits += [sorted({*(i for t in dated for i in subtree(t))}, key=lambda t: t.i)]
    return [made for tokens in limits if tokens and (made := phrase(tokens)) is not None]


def _named_ban(head: "Token") -> Phrase | None:
    """What stands in front of "ban": "the fishing ban", "a travel ban"."""
    parts = [t for t in children(head, "compound") if t.pos_ in ("NOUN", "VERB")]
    if any(lemma(t) in _HOW or t.ent_type_ for t in parts):
        return None
    return phrase(parts) if parts and parts[-1].i == head.i - 1 else None


def _named_order(head: "Token") -> Phrase | None:
    """The words in front of "orders" that say what is ordered: in quote marks, or a known act."""
    quoted = _quoted_before(head)
    if quoted is not None:
        return phrase(list(quoted))
    doc = head.doc
    parts = children(head, "compound", "amod")
    if any(lemma(t) in ORDERABLE for t in parts):
        return phrase([t for t in parts if lemma(t) in ORDERABLE])
    first, start = sentence(head)[0], head.i
    while start > first and (doc[start - 1].text == "-" or doc[start - 2].text == "-"):
        start -= 1
    # "Stay-at-home": the first word has no hyphen before it.
    start -= start > first and doc[start].text == "-"
    hyphenated = list(doc[start : head.i])
    return phrase(hyphenated) if len(hyphenated) > 3 else None


def _maker(head: "Token", verb: "Token | None") -> "Token | None":
    if verb is None or verb == told_of(head) or verb == standing(head):
        return maker(head)
    owner = child(head, "nmod:poss")
    if owner is not None and is_body(owner):
        return owner
    who = agent(verb) if is_passive(verb) else subject(verb)
    if who == head or lemma(verb) in ("receive", "face", "have", "meet", "miss"):
        return maker(head)
    if who is not None and is_body(who):
        return who
    return reported_issuer(verb) if is_finite(verb) else None


def _receiver(head: "Token", verb: "Token | None") -> "Token | None":
    if lemma(head) == "deadline":
        due = _due(head)
        who = child(due, *SUBJECTS) if due is not None else None
        missed = verb is not None and lemma(verb) in ("meet", "miss", "face", "have")
        return who or (subject(verb) if verb is not None and missed else None)
    told = next(iter(_acts(head)), None)
    if told is not None and (who := child(told, *SUBJECTS)) is not None and addresses(who):
        return who
    if verb is None:
        return _under_orders(head)
    if lemma(verb) in ("receive", "face", "have"):
        return subject(verb)
    for part in children(verb, "obl"):
        if case_of(part) == "to" and can_obey(part):
            return part
    if lemma(verb) == "give":
        who = child(verb, "iobj") or (undergoer(verb) if is_passive(verb) else None)
        who = who if who is not None and who != head else _noun_before(verb)
        return who if who is not None and addresses(who) else None
    return None


def _under_orders(head: "Token") -> "Token | None":
    """Whoever is "under “shoot to kill” orders"."""
    quoted = _quoted_before(head)
    if quoted is None or quoted.start < 2 or head.doc[quoted.start - 2].lower_ != "under":
        return None
    for top in (head, head.head):
        who = subject(top) if child(top, "cop") is not None else None
        if who is not None and addresses(who):
            return who
    return None


def _noun_before(verb: "Token") -> "Token | None":
    """The noun right in front of a participle: "with guards in the tower given …"."""
    if not verb.i or verb.tag_ != "VBN":
        return None
    noun = verb.doc[verb.i - 1]
    while noun.head != noun and noun.head.i < verb.i and noun.dep_ in ("nmod", "flat", "conj"):
        noun = noun.head
    return noun if noun.pos_ in ("NOUN", "PROPN") else None
