"""The rules that words and trees give, and those that the network sees, brought together."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from claims.assertion import is_question
from claims.clause import is_passive, is_perfect, modal
from claims.deontic import (
    ENDING,
    ISSUING,
    MADE,
    RULING,
    RULING_ADJECTIVES,
    RULING_NOUNS,
    SANCTIONS,
    Modality,
)
from claims.frame_parts import chosen, conditions, confirmed, given_back, head_of, parted, phrase_of
from claims.frames import ALONE, ASSERTIONS, SURE, Frame, finder
from claims.phrase import OPENING, Phrase, children, extent, listed, sentence
from claims.rule import Rule
from claims.verbs import lemma
from claims.wording import clause

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

# A frame is looked at from here on: it may confirm a rule that words and trees give.
HEARD = 0.03
# "Must" gives an opinion as often as an order: it must be at least so probable to be a rule.
DROP = 0.03
# And "may" tells of a chance more often than of a permission.
CHANCE = 0.04
# Words that say the modality: of 370 marked policies with one of them, it is theirs in 360.
_SAYING = MADE | {
    verb: RULING[verb]
    for verb in listed("allow require bar prohibit forbid legalize legalise outlaw mandate")
}
_NOT = re.compile(r"^(?:not|n['’]t|no|never|nobody|none)$")
_EXCUSING = frozenset({"exclude", "excuse", "exempt", "spare"})
# Words of which one stands in every clause that says a thing is ruled over.
_CUES = (
    RULING.keys() | RULING_NOUNS.keys() | MADE.keys() | RULING_ADJECTIVES.keys() | ENDING | ISSUING
    | _EXCUSING | SANCTIONS
    | listed(
        "exempt legal lawful allowed must may can shall cannot need suspend close shut halt stop"
        " end block deny refuse revoke freeze bar free permit licence license right rule decree"
        " visa without except unless only under against"
    )
)  # fmt: skip
# Who need not do a thing may leave it.
_UNBOUND = re.compile(
    r"(?:\bnot|n['’]t|\bno\slonger|\bnever)\s(?:be\s)?"
    r"(?:have\sto|need\sto|obliged|required|bound|compelled)\b|\bneed\snot\b|\bneedn['’]t\b",
    re.IGNORECASE,
)
_POWER = re.compile(
    r"\b(?:power|authority|right|permission|freedom|licen[cs]e)s?\sto\s", re.IGNORECASE
)
_NEVER = re.compile(
    r"(?:\b(?:not|no|never|nobody|none|only|neither|without)\b|n['’]t\b|cannot)", re.IGNORECASE
)
# "Journalists are exempt from the curfew".
_EXEMPT = re.compile(r"\b(?:exempt(?:ed)?|excused|spared|free)\s(?:\w+ly\s)?from\b", re.IGNORECASE)
_SUFFERED = re.compile(
    r"(?:an?\s|the\s)?(?:\w+\s)?"
    r"(?:disciplinary\s(?:action|measures|proceedings)|punishments?|penalties)\b",
    re.IGNORECASE,
)
_EASILY = re.compile(
    r"\bonly\s(?:ha(?:ve|s)|needs?)\sto\b|\b(?:ha(?:ve|s)|needs?)\sonly\sto\b", re.IGNORECASE
)
_COMING_UPON = frozenset({"find", "discover", "learn", "see"})
DENIED = ASSERTIONS[-1]
# Of the shorter of two clauses that tell one rule.
SHARED = 0.5


def joined(sent: "Span", rules: Sequence[Rule], possible: Sequence[Rule] = ()) -> list[Rule]:
    """The rules of a sentence: those given, with what the network adds, and those it alone sees.

    `possible` are rules only if the network hears of them too: "may" tells of chances as well.
    """
    frames = finder()(sent, HEARD)
    doc, taken = sent.doc, set[int]()
    found: list[tuple[int, Rule]] = []
    sure = any(frame.probability >= SURE for frame in frames)
    # What the network is sure of it tells by itself.
    heard = [rule for rule in possible if CHANCE <= _seen(_meant(rule, frames, doc)) < ALONE]
    for rule in (*rules, *heard):
        frame = _meant(rule, frames, doc)
        opinion = rule.cue.lower_ == "must" and not (_is_watchword(rule) or sure)
        if opinion and _seen(frame) < DROP:
            continue
        if frame is None:
            found.append((rule.evidence.i, rule))
            continue
        taken.add(frame.anchor)
        found.append((rule.evidence.i, _informed(rule, frame, doc)))
    for frame in frames:
        if frame.anchor not in taken and frame.probability >= ALONE:
            made = _rule(frame, doc)
            if made is not None and not any(_one(made, rule) for _, rule in found):
                found.append((frame.anchor, made))
    ordered = [rule for _, rule in sorted(found, key=lambda one: one[0])]
    kept = (_as_penalty(rule) for rule in ordered if not _is_easily_done(rule))
    return [_as_denied(_as_exempt(rule)) for rule in kept]


def _as_exempt(rule: Rule) -> Rule:
    """ "Journalists are exempt from the curfew": it does not hold for them."""
    start, _ = _clause(rule)
    led = rule.cue.doc.text[start : rule.cue.idx]
    return replace(rule, modality=Modality.MAY) if _EXEMPT.search(led) else rule


def _as_denied(rule: Rule) -> Rule:
    """ "No operator has been ordered to cut connections": there is no such order."""
    who = rule.addressee
    nobody = who is not None and any(t.lower_ == "no" for t in children(who, "det"))
    told = is_perfect(rule.evidence) or is_perfect(rule.evidence.head)
    if not nobody or not told or rule.modality is not Modality.MUST:
        return rule
    return replace(rule, assertion=DENIED)


def _seen(frame: Frame | None) -> float:
    return frame.probability if frame is not None else 0.0


def _is_easily_done(rule: Rule) -> bool:
    """ "Users only have to visit a page": nobody orders that."""
    head = rule.evidence
    led = head.doc[max(sentence(head)[0], head.i - 4) : head.i + 3].text
    return _EASILY.search(led) is not None


def _as_penalty(rule: Rule) -> Rule:
    """ "Ordered disciplinary action against them": what is ordered is what they suffer."""
    if rule.modality is not Modality.MUST or rule.action is None:
        return rule
    if _SUFFERED.match(rule.action.words) is None:
        return rule
    return replace(rule, modality=Modality.PENALTY, action=None, penalty=rule.action)


def _is_watchword(rule: Rule) -> bool:
    """ "The weapons of the state must be wielded without mercy", in somebody's own words."""
    first = sentence(rule.evidence)[0]
    quoted = rule.evidence.doc[first].text in OPENING
    return quoted and is_passive(rule.evidence) and bool(rule.conditions)


def _meant(rule: Rule, frames: Sequence[Frame], doc: "Doc") -> Frame | None:
    """The surest frame that tells of the rule's clause."""
    own = _clause(rule)
    near = [frame for frame in frames if _share(own, _place(frame.clause, doc)) >= SHARED]
    return max(near, key=lambda frame: frame.probability, default=None)


def _one(one: Rule, other: Rule) -> bool:
    return _share(_clause(one), _clause(other)) >= SHARED


def _clause(rule: Rule) -> tuple[int, int]:
    if rule.clause is not None:
        return rule.clause
    tokens = clause(rule.evidence)
    parts = [part for part in (rule.action, rule.penalty, *rule.conditions) if part is not None]
    places = [(part.start, part.end) for part in parts]
    places += [extent(tokens)] if tokens else []
    if not places:
        return rule.evidence.idx, rule.evidence.idx + len(rule.evidence.text)
    return min(start for start, _ in places), max(end for _, end in places)


def _place(tokens: tuple[int, int], doc: "Doc") -> tuple[int, int]:
    return extent(list(doc[slice(*tokens)]))


def _share(one: tuple[int, int], other: tuple[int, int]) -> float:
    common = min(one[1], other[1]) - max(one[0], other[0])
    return common / max(1, min(one[1] - one[0], other[1] - other[0]))


def _informed(rule: Rule, frame: Frame, doc: "Doc") -> Rule:
    """A rule with what the network sees of it beside what words and trees give.

    They cut long lists of conditions better, and it finds the single ones better.
    """
    named = rule.issuer is not None or rule.speaker is not None
    deed, seen = parted(rule.action, conditions(frame, doc), doc)
    seen = [one for one in seen if rule.penalty is None or not _holds(one, rule.penalty)]
    told, deed = given_back(rule.conditions, deed, frame, doc)
    if frame.probability >= SURE and modal(rule.evidence) is None:
        told = confirmed(told, seen, frame, doc)
    return replace(
        rule,
        issuer=rule.issuer if named else head_of(frame, "issuer", doc),
        action=deed,
        conditions=chosen(told, seen),
        status=frame.status,
        assertion=frame.assertion,
    )


def _holds(one: Phrase, other: Phrase) -> bool:
    """Whether a phrase holds all of another: "who could face prison" is no condition of prison."""
    return one.start <= other.start and other.end <= one.end


def _rule(frame: Frame, doc: "Doc") -> Rule | None:
    """A frame as a rule; None where it names nothing to do and nothing to suffer."""
    what, price = phrase_of(frame, "action", doc), phrase_of(frame, "penalty", doc)
    anchor = doc[frame.anchor]
    if (what is None and price is None) or _is_to_be_lifted(anchor, frame):
        return None
    if is_question(anchor) or _is_told(anchor, frame) or _is_cueless(anchor, frame):
        return None
    ended = frame.status == "repealed"
    return Rule(
        # What an ended rule ordered or forbade is free again.
        Modality.MAY if ended else _forced(frame, doc),
        anchor,
        anchor,
        head_of(frame, "issuer", doc),
        head_of(frame, "addressee", doc),
        what,
        conditions(frame, doc),
        price,
        ended=ended,
        named=anchor.pos_ in ("NOUN", "PROPN"),
        clause=_place(frame.clause, doc),
        status=frame.status,
        assertion=DENIED if _is_none(anchor) else frame.assertion,
    )


def _forced(frame: Frame, doc: "Doc") -> Modality:
    """The modality, where a word of the clause says it: "make it a felony to …"."""
    before = doc[frame.clause[0] : frame.anchor]
    if _is_freed(frame, doc):
        return Modality.MAY
    if any(_NOT.search(token.lower_) or lemma(token) in ENDING for token in before):
        return frame.modality
    told = [modality for token in before if (modality := _SAYING.get(lemma(token))) is not None]
    return told[-1] if told else frame.modality


def _is_freed(frame: Frame, doc: "Doc") -> bool:
    """Whether words say that nobody is bound: "need not", "excused from", "can … again"."""
    anchor = doc[frame.anchor]
    led = doc[frame.clause[0] : frame.anchor + 1].text
    if _UNBOUND.search(led) or (_POWER.search(led) and not _NEVER.search(led)):
        return True
    if lemma(anchor) in _EXCUSING and any(t.lower_ == "from" for t in doc[anchor.i : anchor.i + 2]):
        return True
    return frame.modality is Modality.MUST_NOT and _is_able(anchor, frame)


def _is_able(anchor: "Token", frame: Frame) -> bool:
    """Whether the clause says that somebody can, may or could, and no "not" or "only"."""
    if not any(t.lower_ in ("can", "may", "could") for t in children(anchor, "aux")):
        return False
    return _NEVER.search(anchor.doc[frame.clause[0] : anchor.i + 1].text) is None


def _is_to_be_lifted(anchor: "Token", frame: Frame) -> bool:
    """ "Plans to lift the curfew": neither in force for long nor gone."""
    object_of = anchor.dep_ in ("obj", "nsubj:pass") and lemma(anchor.head) in ENDING
    return object_of and frame.status != "repealed"


def _is_told(anchor: "Token", frame: Frame) -> bool:
    """Whether "may" and "were allowed" tell what might happen, or did once, rather than a rule.

    "Councillors can see the wish", of which the network says that they must, is no rule either, nor
    is what whoever speaks does.
    """
    if frame.modality is Modality.MUST and _is_able(anchor, frame):
        return True
    if any(t.lower_ == "i" for t in children(anchor, "nsubj")):
        return True
    if any(t.lower_ == "may" for t in children(anchor, "aux")):
        # "May return to find their homes gone".
        return any(lemma(t) in _COMING_UPON for t in children(anchor, "advcl", "xcomp"))
    above = anchor.head
    once = lemma(above) in ("allow", "permit") and any(
        t.lower_ in ("was", "were") for t in children(above, "aux:pass")
    )
    return once and not (frame.of("issuer") or frame.of("condition"))


def _is_cueless(anchor: "Token", frame: Frame) -> bool:
    """Whether a thing is named, and no word of the clause says that anybody rules over it.

    "This law protects citizens from lies" forbids no lies.
    """
    if anchor.pos_ not in ("NOUN", "PROPN"):
        return False
    words = {lemma(token) for token in anchor.doc[slice(*frame.clause)]}
    return words.isdisjoint(_CUES)


def _is_none(anchor: "Token") -> bool:
    """ "There is no requirement to …"."""
    noun = anchor.head
    return lemma(noun) in RULING_NOUNS and any(t.lower_ == "no" for t in children(noun, "det"))
