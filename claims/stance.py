"""How a cue gives somebody's words: plainly, with weight, with doubt, as an order or a belief."""

from enum import StrEnum
from typing import TYPE_CHECKING

from claims.verbs import lemma
from claims.words import ATTITUDE_VERBS, REPORTING_VERBS, Stance, word_set

if TYPE_CHECKING:
    from spacy.tokens import Token


class CueStance(StrEnum):
    """What a cue says about how the words were given, and how far the writer vouches for them."""

    REPORTS = "reports"
    ASSERTS = "asserts"
    DOUBTS = "doubts"
    DENIES = "denies"
    ORDERS = "orders"
    ASKS = "asks"
    ATTITUDE = "attitude"


_BY_STANCE = {
    Stance.NEUTRAL: CueStance.REPORTS,
    Stance.FACT: CueStance.ASSERTS,
    Stance.DOUBT: CueStance.DOUBTS,
    Stance.DENIAL: CueStance.DENIES,
    Stance.DIRECTIVE: CueStance.ORDERS,
}
# Where a cue says more than the stance that its verb has for statements.
_OWN = {
    CueStance.ASSERTS: """
        affirm argue assert certify contend declare emphasise emphasize insist maintain proclaim
        reaffirm reiterate stress swear
        """,
    CueStance.DOUBTS: "speculate",
    CueStance.DENIES: "disavow reject",
    CueStance.ORDERS: "ban exhort forbid implore require urge",
    CueStance.ASKS: "appeal ask beg enquire inquire plead query question request wonder",
}
_STANCES = {verb: _BY_STANCE[stance] for verb, stance in REPORTING_VERBS.items()} | {
    verb: stance for stance, verbs in _OWN.items() for verb in word_set(verbs)
}
_ATTITUDES = ATTITUDE_VERBS - word_set(" ".join(_OWN.values()))
# Nouns that stand for a belief or a wish where a cue is no verb: "in her view", "his hope".
_ATTITUDE_NOUNS = word_set("belief conviction desire doubt fear hope opinion view wish")
# With somebody and "to …" these no longer say that something is so, but that it is to be done.
_TELLING = word_set("advise caution notify remind signal tell warn")
_CALLING = frozenset({"for", "on", "upon"})


def stance(*cue: "Token") -> CueStance:
    """The stance of a cue, from the first of its words that has one.

    "Called for calm" orders, "called it a disgrace" reports; "told them to leave" orders, "told
    them that it was late" reports.
    """
    found = (_of_word(word) for word in cue)
    return next((one for one in found if one is not None), CueStance.REPORTS)


def _of_word(word: "Token") -> CueStance | None:
    verb = lemma(word)
    if word.pos_ in ("NOUN", "PROPN"):
        return CueStance.ATTITUDE if verb in _ATTITUDE_NOUNS else None
    if verb == "call":
        return CueStance.ORDERS if _calls_for(word) else CueStance.REPORTS
    if verb in _TELLING and tells_to(word) is not None:
        return CueStance.ORDERS
    if verb in _ATTITUDES:
        return CueStance.ATTITUDE
    return _STANCES.get(verb)


def tells_to(cue: "Token") -> "Token | None":
    """The verb of what somebody is told to do: "told residents to leave", "warned them not to"."""
    for clause in cue.children:
        if clause.dep_ not in ("xcomp", "ccomp", "advcl") or clause.i < cue.i:
            continue
        marks = {c.lower_: c for c in clause.children if c.dep_ == "mark"}
        mark = None if "for" in marks else marks.get("to")
        told = [c for c in (*cue.children, *clause.children) if c.dep_ in _TOLD]
        if mark is not None and any(cue.i < one.i < mark.i for one in told):
            return clause
    return None


_TOLD = frozenset({"obj", "iobj", "nsubj"})


def _calls_for(verb: "Token") -> bool:
    following = verb.doc[verb.i + 1] if verb.i + 1 < len(verb.doc) else None
    return following is not None and following.lower_ in _CALLING
