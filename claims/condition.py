"""What triggers or limits a rule, one phrase each."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from claims.clause import auxiliaries, case_of, is_perfect, is_time, is_verbal
from claims.deontic import (
    BOUND_TO_PLACE,
    CONFINEMENT,
    ENDING,
    LAWS,
    LIMITING_CASES,
    LIMITING_MARKS,
    PLANS,
)
from claims.phrase import Phrase, child, children, listed, phrase, subtree, trimmed
from claims.predicate import LENGTHS
from claims.triggers import NOT_PART, if_members
from claims.verbs import lemma

if TYPE_CHECKING:
    from spacy.tokens import Token

# "in fact", "at once", and how a rule was told or why it was made: "in a ruling", "in a bid to".
_IDIOMS = listed(
    """
    fact general particular reality order addition turn once development attempt bid effort move
    protest reaction response retaliation ruling decision verdict vote statement speech interview
    letter message report
    """
)
_LASTING = frozenset({"until", "till", "within", "without", "except", "unless", "since", "as of"})
# With these a date tells when a rule holds, and not on which day it was told.
_DATED = frozenset({"from", "between", "by"})
_STARTING = frozenset({"starting", "beginning", "effective"})
_TOLD_WHEN = frozenset({"after", "before", "when", "once"})
_PAIRED = frozenset({"between"})
_CLOCK = frozenset({"a.m.", "p.m.", "am", "pm", "o'clock", "o’clock"})
_TIMES_OF_DAY = listed("noon midday midnight dawn dusk nightfall sunset sunrise daybreak")
_ENDS = frozenset({"to", "until", "till"})


def limits(verb: "Token") -> list["Token"]:
    """The adjuncts that limit when and where a rule holds."""
    return [part for part in verb.children if _is_limit(verb, part)]


def _is_limit(verb: "Token", part: "Token") -> bool:
    if part.dep_ == "advcl":
        mark = _mark(part)
        if mark is not None and mark.lower_ == "since":
            # "Have been barred since …" tells when, "since he is ill, he must …" tells why.
            return is_perfect(verb)
        return _starts(part) or (mark is not None and mark.lower_ in LIMITING_MARKS)
    case = case_of(part)
    # "Be on the streets between 9 p.m. and 5 a.m.": a time is no part of a place.
    timed = part.dep_ == "nmod" and child(verb, "cop") is not None and _says_when(part)
    if part.dep_ not in ("obl", "obl:unmarked") and not timed:
        return False
    if case in ("since", "as of") or _starts(part):
        # "Since May the city has lifted two bans" tells when it did.
        return lemma(verb) not in ENDING
    if _says_when(part):
        return case in (*LIMITING_CASES, *_DATED, "for", "of")
    # "sent to a camp", "fire on anyone": what is done, not where.
    if lemma(part) in CONFINEMENT or part.pos_ == "PRON" or part.ent_type_ == "PER":
        return False
    if lemma(verb) in BOUND_TO_PLACE and case in ("in", "on", "at", "under"):
        return False
    return case in LIMITING_CASES and lemma(part) not in _IDIOMS


def _mark(part: "Token") -> "Token | None":
    """What ties a clause to another; the parse may take "when" for an adverb of its verb."""
    asked = (t for t in children(part, "advmod") if t.tag_ == "WRB" and t.i == part.left_edge.i)
    return child(part, "mark") or next(asked, None)


def _starts(part: "Token") -> bool:
    """Whether a phrase says from when a rule holds: "effective Monday", "starting in May"."""
    if part.lower_ in _STARTING:
        return any(_says_when(t) for t in part.children)
    return is_time(part) and any(t.lower_ in _STARTING for t in part.children)


def _says_when(part: "Token") -> bool:
    """Whether a phrase is a date or a time of day, named as one or with "a.m." behind it."""
    if is_time(part) or part.lower_ in _TIMES_OF_DAY:
        return True
    return part.i + 1 < len(part.doc) and part.nbor().lower_ in _CLOCK


def limit_phrases(verb: "Token") -> list[Phrase]:
    """`limits` as phrases: one for each member of a coordination, with its preposition."""
    return _limit_phrases(limits(verb))


def lasting_limits(verb: "Token") -> list[Phrase]:
    """The limits beside a verb of ordering; when and where it was ordered limits nothing."""
    return _limit_phrases([t for t in limits(verb) if _lasts(verb, t)])


def _lasts(verb: "Token", part: "Token") -> bool:
    if part.dep_ != "advcl" or _starts(part):
        due = case_of(part) == "by" and _says_when(part)
        return case_of(part) in _LASTING or due or _starts(part)
    # "Ordered them home after the court had ruled" tells when, and limits nothing.
    mark = _mark(part)
    told = mark is not None and mark.lower_ in _TOLD_WHEN
    return not (told and verb.tag_ in ("VBD", "VBN"))


def undated_limits(verb: "Token") -> list[Phrase]:
    """The limits of a banned or ordered thing: where it is, but not the day it was told."""
    lasting = _LASTING | _DATED
    held = [t for t in children(verb, "obl") if case_of(t) == "for" and lemma(t) in LENGTHS]
    parts = [
        t for t in limits(verb) if t.ent_type_ != "DATE" or case_of(t) in lasting or _starts(t)
    ]
    kept = {t.i: t for t in (*held, *parts) if not _follows(verb, t)}
    return _limit_phrases([kept[i] for i in sorted(kept)])


def _follows(verb: "Token", part: "Token") -> bool:
    """Whether a phrase tells what the rule came after: "lifted the curfew after the clash"."""
    mark = _mark(part)
    case = case_of(part) if mark is None else mark.lower_
    now = any(t.tag_ in ("VBZ", "VBP", "MD") for t in auxiliaries(verb))
    return case in ("after", "following") and verb.tag_ in ("VBD", "VBN") and not now


def _limit_phrases(parts: Sequence["Token"]) -> list[Phrase]:
    found: list[Phrase | None] = []
    pairs = {part.i: until for part in parts if (until := _until(part)) is not None}
    pairs |= {part.i: day for part in parts if (day := _day_of(part, parts)) is not None}
    second = {until.i for until in pairs.values()}
    for part in parts:
        if part.i in pairs:
            found.append(phrase(trimmed([*subtree(part), *subtree(pairs[part.i])])))
        if part.i in pairs or part.i in second:
            continue
        if part.dep_ == "advcl":
            mark = _mark(part)
            marks = [mark] if mark is not None and mark.lower_ in ("if", "when") else []
            listed = if_members(marks[0]) if marks else []
            found.extend(listed or [phrase(trimmed(subtree(part, marks)))])
        elif not _names_rule(part):
            found.extend(_limit_members(part))
    return [made for made in found if made is not None]


def _names_rule(part: "Token") -> bool:
    """Whether a phrase names the rule itself: "under the decree", "under an agreement"."""
    under = case_of(part) == "under" and (lemma(part) in PLANS or part.lower_ == "terms")
    return lemma(part) in LAWS or under


def _until(part: "Token") -> "Token | None":
    """The second half of "from 9 p.m. to 5 a.m.", which the parse may hang beside the first."""
    if not _says_when(part) or case_of(part) != "from":
        return None
    near = (*children(part, "nmod", "obl"), *children(part.head, "obl", "nmod"))
    later = (t for t in near if _says_when(t) and case_of(t) in _ENDS)
    return next((t for t in later if 0 <= t.left_edge.i - part.right_edge.i <= 1), None)


def _day_of(part: "Token", parts: Sequence["Token"]) -> "Token | None":
    """The day right behind a time of day: "from 7 a.m. on Sunday" is one limit."""
    last = part.right_edge.i
    if not _says_when(part) or not any(t.lower_ in _CLOCK for t in part.doc[part.i : last + 1]):
        return None
    return next((t for t in parts if is_time(t) and t.left_edge.i == last + 1), None)


def _limit_members(part: "Token") -> list[Phrase | None]:
    case = _case_words(part)
    group = [part, *(t for t in children(part, "conj") if not is_verbal(t))]
    if case_of(part) in _PAIRED:
        # "Between 9 p.m. and 5 a.m." is one stretch of time.
        return [phrase(trimmed(subtree(part)))]
    found = []
    for member in group:
        without = [t for t in member.children if t.dep_ in NOT_PART or t.dep_ == "case"]
        own = trimmed(subtree(member, without))
        words = sorted([*(_case_words(member) or case), *own], key=lambda t: t.i)
        found.append(phrase(words))
    return found


def _case_words(part: "Token") -> list["Token"]:
    """All words of a preposition: "as of", "because of"."""
    return [t for case in children(part, "case") for t in (case, *children(case, "fixed"))]


def reasons(verb: "Token") -> list["Token"]:
    """What a punishment is for: "jailed for insulting the king", "fined if they …"."""
    return [part for part in verb.children if _is_reason(part)]


def _is_reason(part: "Token") -> bool:
    if part.dep_ == "obl":
        return case_of(part) == "for" and not _is_length(part)
    mark = child(part, "mark")
    return part.dep_ == "advcl" and mark is not None and mark.lower_ in ("for", "if", "when")


def _is_length(part: "Token") -> bool:
    return part.ent_type_ in ("DATE", "TIME") or lemma(part) in LENGTHS
