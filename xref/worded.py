"""What two clauses of one thing mean for one another by their words, where the fields do not tell.

"Traffic is shut out of Mill Street" and "the street is closed to cars" share neither verb nor
addressee. A network has read both (`claims.matching`); what the fields do tell limits its word.
"""

import re

from claims.kind import Value
from claims.policy import Policy
from claims.statement import Statement
from evidence.records import Relating
from xref.names import Same, is_name, same_name
from xref.numerals import counts
from xref.policy import DENIED, opposite
from xref.relation import By, Code, Finding, Relation
from xref.say import clip
from xref.times import SameTime, same_time
from xref.words import listed, senses, stem, words


def _stems(told: str) -> frozenset[str]:
    return frozenset(stem(word) for word in listed(told))


# How probable each must be, given that both are of one thing.
CAN_BOTH, NEWER, DISPUTE = 0.5, 0.6, 0.98
# So alike by their fields two statements must be to contradict one another.
SEEN = 0.5
# What is so short may be anything: "the talks began".
LEAST_WORDS = 5
# Opposites that are read as one must be read as nothing else.
ALL_BUT_SURE = 0.95
# The network knows such words for kin, and not always for opposites.
FREEING = _stems("allow permit authorise authorize clear entitle legalise legalize")
BINDING = _stems("ban bar forbid prohibit outlaw")
LIFTING = _stems("lift lifted scrap revoke repeal rescind expire")
CHANGING = LIFTING | _stems("end ease suspend reopen extend until unless only")
DENYING = re.compile(
    r"\b(?:not|no|never|nor|neither|none|nobody|nothing|without|cannot)\b|n['’]t\b", re.IGNORECASE
)

_Clause = tuple[str, Value]


def worded(left: _Clause, right: _Clause, read: Relating, *, alike: float = 0.0) -> Finding:
    """What two clauses, words and values, mean for one another if they are of one thing.

    `alike` is how likely that is by their fields. Statements that share none are never said to
    contradict one another: of 40 in news of which the network was sure, hardly one did.
    """
    one, other = left[1], right[1]
    both = read.agrees + read.compatible
    if _is_denied_outside(*left) != _is_denied_outside(*right):
        # Who denies it stands outside of the words that were read.
        return _open("one denies it, it seems")
    if both >= CAN_BOTH and _is_over(*left) != _is_over(*right):
        return _found(Relation.UPDATES, Code.POLICY_UPDATE, "in force in one, over in the other")
    if both >= CAN_BOTH:
        return _limited(left, right) or _both(one, other, read)
    if read.updates >= NEWER:
        return _found(Relation.UPDATES, Code.POLICY_UPDATE, "one tells of a later day")
    ruled = isinstance(one, Policy) and isinstance(other, Policy)
    told = _share(left[0], right[0]) and all(
        len(text.split()) >= LEAST_WORDS for text, _ in (left, right)
    )
    seen = told and (ruled or alike >= SEEN) and not _hedged(one, other)
    if read.conflicts >= DISPUTE and seen:
        reason = f"“{clip(left[0], 60)}” against “{clip(right[0], 60)}”: not both can be true"
        return _found(Relation.CONFLICTS, _dispute(one, other), reason)
    return _open("told of one thing, it seems; whether both can be true is open")


def counted_apart(left: str, right: str) -> bool:
    """Whether both clauses tell numbers of something, and none that is the other's."""
    first, second = counts(left), counts(right)
    return bool(first and second) and not first & second


def _share(left: str, right: str) -> bool:
    """Whether two clauses have any word in common that is no number."""
    return any(not word[0].isdigit() for word in senses(left) & senses(right))


def _limited(left: _Clause, right: _Clause) -> Finding | None:
    """What two clauses that are told alike are for all that: other figures, or opposites."""
    first, second = counts(left[0]), counts(right[0])
    if counted_apart(left[0], right[0]):
        one, other = (", ".join(map(str, sorted(own))) for own in (first, second))
        return _open(f"told alike, but {one} against {other}")
    if _frees(left[0]) * _frees(right[0]) < 0:
        if not any(isinstance(value, Policy) for _, value in (left, right)):
            return _open("told alike, but allowed in one and forbidden in the other")
        reason = f"“{clip(left[0], 60)}” against “{clip(right[0], 60)}”: allowed in one only"
        return _found(Relation.CONFLICTS, Code.POLICY_POLARITY, reason)
    return None


def _frees(text: str) -> int:
    """Whether a clause tells that something is allowed (1) or forbidden (-1); 0 if neither is sure.

    Of a ban that is lifted, either may be told as it was or as it is.
    """
    own = {stem(word) for word in words(text)}
    if own & CHANGING:
        return 0
    told = bool(own & FREEING) - bool(own & BINDING)
    return -told if DENYING.search(text) else told


def _both(one: Value, other: Value, read: Relating) -> Finding:
    ruled = isinstance(one, Policy)
    if _are_opposite(one, other) and read.agrees + read.compatible < ALL_BUT_SURE:
        return _open("told of one thing, it seems, and each the opposite of the other")
    if (days := _other_days(one, other)) is not None:
        return _found(Relation.UNCLEAR, Code.UNKNOWN_TIME, f"the same event, it seems, but {days}")
    if read.agrees >= read.compatible and not _hedged(one, other):
        code = Code.POLICY_SAME if ruled else Code.PARAPHRASE
        return _found(Relation.AGREES, code, "the same in other words")
    code = Code.POLICY_CONDITIONS if ruled else Code.PRECISION
    return _found(Relation.COMPATIBLE, code, "the same in other words; one says more")


def _dispute(one: Value, other: Value) -> Code:
    """What the two differ in, as far as their fields show."""
    if isinstance(one, Policy) and isinstance(other, Policy):
        polar = opposite(one.modality, other.modality)
        return Code.POLICY_POLARITY if polar else Code.POLICY_CONDITIONS
    if not (isinstance(one, Statement) and isinstance(other, Statement)):
        return Code.REFUTED
    if one.negated != other.negated:
        return Code.DENIAL
    if _other_days(one, other) is not None:
        return Code.DATE
    if one.place and other.place and same_name(one.place, other.place) is Same.NO:
        return Code.PLACE
    who = (one.subject, other.subject)
    named = all(is_name(name) for name in who) and same_name(*who) is Same.NO
    return Code.PARTICIPANT if named else Code.REFUTED


def _other_days(one: Value, other: Value) -> str | None:
    """The days of two statements, in words, if they are not the same."""
    if not (isinstance(one, Statement) and isinstance(other, Statement)):
        return None
    apart = same_time(one.date, other.date) is SameTime.DIFFERENT
    return f"{one.date} against {other.date}" if apart else None


def _are_opposite(one: Value, other: Value) -> bool:
    if isinstance(one, Policy) and isinstance(other, Policy):
        return opposite(one.modality, other.modality)
    if isinstance(one, Statement) and isinstance(other, Statement):
        return one.negated != other.negated
    return False


def _is_over(text: str, value: Value) -> bool:
    """Whether a clause tells of a rule that is lifted or has run out."""
    if isinstance(value, Policy) and value.ended:
        return True
    return bool({stem(word) for word in words(text)} & LIFTING)


def _is_denied_outside(text: str, value: Value) -> bool:
    """Whether a clause is denied, and its own words do not say so."""
    denied = (isinstance(value, Statement) and value.negated) or (
        isinstance(value, Policy) and value.assertion == DENIED
    )
    return denied and DENYING.search(text) is None


def _hedged(one: Value, other: Value) -> bool:
    """Whether just one of two statements says that it may be so."""
    hedges = [isinstance(value, Statement) and value.hedged for value in (one, other)]
    return hedges[0] != hedges[1]


def _open(reason: str) -> Finding:
    return _found(Relation.UNCLEAR, Code.UNKNOWN_SCOPE, reason)


def _found(relation: Relation, code: Code, reason: str) -> Finding:
    return Finding(relation, code, reason, By.WORDS)
