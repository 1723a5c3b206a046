"""Statements compared: the same event told again, denied, or told with other particulars."""

import re
from dataclasses import dataclass
from functools import lru_cache

from claims.statement import Statement
from xref.names import Same, is_name, parts, same_name
from xref.places import is_wide
from xref.relation import Code, Finding, Relation
from xref.times import SameTime, is_iso, same_time
from xref.words import listed, sense, senses, shared, stem, words

# Verbs that only carry an event named by a noun: "deliver a speech", "hold talks".
LIGHT = frozenset(
    sense(word)
    for word in listed("be have do make give take hold deliver carry conduct include contain get")
)
# Nouns that are events of their own, so that "a speech by X" is "X delivered a speech".
EVENTS = frozenset(
    sense(word)
    for word in listed(
        """
        speech address attack bombing strike raid trial verdict election vote visit meeting summit
        talks protest march ceremony interview investigation inquiry report resignation agreement
        merger explosion earthquake flood fire crash search rescue ceasefire treaty
        """
    )
)
# What happens to one participant only once; told with two dates, one of them is wrong.
ONCE = frozenset(
    sense(word)
    for word in listed(
        """
        die bear resign found elect appoint sink crash explode open close assassinate marry retire
        inaugurate collapse acquire dissolve drown abdicate erupt derail sentence
        """
    )
)
# What only one participant can do.
ALONE = frozenset(sense(word) for word in listed("win found invent discover assassinate succeed"))
# "Last inspected", "first elected": told with two dates, one of them is wrong or out of date.
LAST = frozenset({"last", "first"})
# What breaks by itself, in the words that tell it of a dam, a rope or a bank.
BREAKING = frozenset(
    sense(word) for word in listed("break burst collapse crack crumble fail rupture snap buckle")
)
BROKEN = sense("break")
# Verbs of more than one word, each as the one word for it.
PHRASES = {
    "give way": "break",
    "cave in": "collapse",
    "fall apart": "break",
    "break down": "break",
    "pass away": "die",
    "step down": "resign",
    "blow up": "explode",
    "go off": "explode",
    "set fire to": "burn",
    "take part in": "attend",
}
# What joins a verb to what follows it tells no event: "have to concede", "appoint to a post".
JOINING = listed("to of in on at for from with by as into himself herself itself themselves")
# Of what follows them nothing need have been done.
UNDONE = frozenset(
    sense(word)
    for word in listed(
        """
        refuse decline threaten promise try attempt offer plan want intend hope vow seek
        consider prepare pledge propose
        """
    )
)
# A participant that only one of the two names may still be the same.
UNNAMED = 0.5
# Who did it is told by one side only: the words around must carry the rest.
HALF_TOLD = 0.55


@dataclass(frozen=True, slots=True)
class Core:
    """A statement in comparable words; a light verb gives way to the event it carries.

    `all` holds every participant's words together, `figures` the numbers among them.
    """

    predicate: frozenset[str]
    subject: frozenset[str]
    object: frozenset[str]

    all: frozenset[str]
    figures: frozenset[str]


@lru_cache(maxsize=50_000)
def core(statement: Statement) -> Core:
    """The statement's words as comparison sees them."""
    told = PHRASES.get(statement.predicate, statement.predicate)
    verbs = [word for word in told.split() if word not in JOINING]
    predicate = frozenset(sense(word) for word in verbs or told.split())
    if statement.object is None and predicate <= BREAKING:
        predicate |= {BROKEN}
    subject, thing = senses(statement.subject), senses(statement.object)
    heads = _event(statement.object) | _event(statement.subject)
    events = heads or (subject | thing) & EVENTS
    if predicate <= LIGHT and events:
        return _core(events, subject - events, thing - events)
    return _core(predicate - LIGHT or predicate, subject, thing)


def _event(phrase: str | None) -> frozenset[str]:
    """The event that a phrase names by its head: a "resignation speech" is a speech."""
    before = re.split(r" (?:of|on|in|at|by|for|to|with|about|against|from) ", phrase or "")
    named = [sense(word) for word in words(before[0])] if len(before) else []
    return frozenset(named[-1:]) & EVENTS


def _core(predicate: frozenset[str], subject: frozenset[str], thing: frozenset[str]) -> Core:
    whole = subject | thing
    return Core(predicate, subject, thing, whole, frozenset(w for w in whole if w[0].isdigit()))


def keys(value: Statement) -> frozenset[str]:
    """What happened, with each name or head of a participant."""
    found = core(value)
    told = {stem(part) for name in (value.subject, value.object) for part in _named(name)}
    participants = told or found.all
    return frozenset(f"{what}|{who}" for what in found.predicate for who in participants)


def _named(phrase: str | None) -> tuple[str, ...]:
    return parts(phrase) if phrase and is_name(phrase) else ()


def alike(left: Statement, right: Statement) -> float:
    """How likely the two tell of one event, from 0 (never) to 1."""
    first, second = core(left), core(right)
    if not (first.predicate & second.predicate) - LAST or _times_apart(left, right):
        return 0.0
    # "Refused to resign" and "resigned", "threatened to bomb" and "bombed" are two things.
    if (first.predicate ^ second.predicate) & (LAST | UNDONE):
        return 0.0
    # Where figures differ, the quantities say what that means.
    if _figures_differ(first, second):
        return 0.0
    if _carried(left) or _carried(right):
        return 0.75 if shared(first.all, second.all) >= 0.5 and _share_name(left, right) else 0.0
    subject, thing = _same_role(left.subject, right.subject), _same_role(left.object, right.object)
    # The passive turns participants round: "X was sued by Y", "Y sued X".
    crossed = min(_same_role(left.subject, right.object), _same_role(left.object, right.subject))
    if crossed == 1.0 and min(subject, thing) < 1.0:
        return 0.0
    if ALONE & first.predicate & second.predicate and thing >= 0.8 and left.object:
        return 0.8
    if subject < 0.5 or thing < 0.5:
        return 0.0
    if (left.subject is None) != (right.subject is None):
        return HALF_TOLD if thing >= 0.8 and left.hedged == right.hedged else 0.0
    named = 0.1 if _share_name(left, right) else 0.0
    bare = 0.25 if left.object is None or right.object is None else 0.0
    return min(1.0, 0.2 + 0.4 * subject + 0.4 * thing + named - bare)


def compare(left: Statement, right: Statement) -> Finding:
    """Decide whether two statements of one event can both be true."""
    subject, thing = _same_role(left.subject, right.subject), _same_role(left.object, right.object)
    full = subject >= 0.8 and thing >= 0.8 and (left.object is None) == (right.object is None)
    if left.negated != right.negated:
        return _denial(left, right, full=full and _predicates_equal(left, right))
    if _figures_differ(core(left), core(right)):
        reason = "the same event perhaps, told with other figures"
        return Finding(Relation.UNCLEAR, Code.UNKNOWN_SCOPE, reason)
    if not (_carried(left) or _carried(right)):
        finding = _participants(left, right, subject, thing)
        finding = finding or _particulars(left, right, full=full)
        if finding is not None:
            return finding
    if left.hedged != right.hedged:
        reason = "only one vouches for it; the other says that it may be so"
        return Finding(Relation.COMPATIBLE, Code.PRECISION, reason)
    if core(left) == core(right) and left.predicate == right.predicate:
        return Finding(Relation.AGREES, Code.EXACT, "both tell the same")
    return Finding(Relation.AGREES, Code.PARAPHRASE, "the same in other words")


def _figures_differ(first: Core, second: Core) -> bool:
    return bool(first.figures) and bool(second.figures) and first.figures != second.figures


def _denial(left: Statement, right: Statement, *, full: bool) -> Finding:
    told, denied = (right, left) if left.negated else (left, right)
    reason = "one denies what the other tells"
    times = same_time(left.date, right.date)
    if full and not told.hedged and not denied.hedged and times is not SameTime.DIFFERENT:
        if times is SameTime.UNKNOWN:
            return Finding(Relation.UNCLEAR, Code.UNKNOWN_TIME, f"{reason}; at a time not known")
        return Finding(Relation.CONFLICTS, Code.DENIAL, reason)
    reason = f"{reason}, but perhaps of something else"
    return Finding(Relation.UNCLEAR, Code.UNKNOWN_SCOPE, reason)


def _participants(
    left: Statement, right: Statement, subject: float, thing: float
) -> Finding | None:
    """Two who cannot both have done what only one can do."""
    alone = ALONE & core(left).predicate & core(right).predicate
    if subject >= 0.5 and thing >= 0.5:
        return None
    named = is_name(left.subject) and is_name(right.subject)
    if alone and named and thing >= 0.8 and len(core(left).object & core(right).object) >= 2:
        reason = f"{left.subject} against {right.subject}: only one can have done it"
        return Finding(Relation.CONFLICTS, Code.PARTICIPANT, reason)
    reason = "the same event perhaps, but not with the same participants"
    return Finding(Relation.UNCLEAR, Code.UNKNOWN_SCOPE, reason)


def _particulars(left: Statement, right: Statement, *, full: bool) -> Finding | None:
    """Another date or place for one event, or one given by one side only."""
    once = bool((ONCE | LAST) & core(left).predicate & core(right).predicate)
    if same_time(left.date, right.date) is SameTime.DIFFERENT:
        reason = f"{left.date} against {right.date}"
        if full and once and _one_bearer(left, right) and not (left.hedged or right.hedged):
            return Finding(Relation.CONFLICTS, Code.DATE, reason)
        return Finding(Relation.UNCLEAR, Code.UNKNOWN_TIME, f"{reason}, perhaps twice")
    if left.place and right.place and same_name(left.place, right.place) is Same.NO:
        reason = f"{left.place} against {right.place}"
        towns = not (is_wide(left.place) or is_wide(right.place))
        if towns and full and once and _share_name(left, right):
            return Finding(Relation.CONFLICTS, Code.PLACE, reason)
        # A town and its country are two names of one place, and no map is at hand.
        return Finding(Relation.UNCLEAR, Code.UNKNOWN_SCOPE, f"{reason}, perhaps one in the other")
    if (left.date is None) != (right.date is None) or bool(left.place) != bool(right.place):
        detail = left.date or right.date if left.date != right.date else left.place or right.place
        reason = f"only one says: {detail}"
        return Finding(Relation.COMPATIBLE, Code.PRECISION, reason)
    return None


def _times_apart(left: Statement, right: Statement) -> bool:
    """Different times are different events, unless it can only have happened once."""
    if same_time(left.date, right.date) is not SameTime.DIFFERENT:
        return False
    common = core(left).predicate & core(right).predicate
    if LAST & common:
        return not _one_bearer(left, right)
    once = ONCE & common
    return not (once and _share_name(left, right) and _near(left.date, right.date))


def _near(first: str | None, second: str | None) -> bool:
    """The same year, or the same day of another year: what a slip makes of a date."""
    if not first or not second:
        return False
    if not is_iso(first) and not is_iso(second):
        # Two days of a week, or two months, that the documents leave at that.
        return True
    if not (is_iso(first) and is_iso(second)):
        return False
    return first[:4] == second[:4] or (len(first) == len(second) == 10 and first[4:] == second[4:])


def _same_role(left: str | None, right: str | None) -> float:
    """How well two participants match: 1 the same, 0 someone else."""
    if left is None and right is None:
        return 1.0
    if left is None or right is None:
        return UNNAMED
    match same_name(left, right):
        case Same.YES:
            return 1.0
        case Same.NO:
            # Long phrases hold more than one name; with none in common they name another.
            if not _names_in(left) & _names_in(right):
                return 0.0
            return shared(senses(left), senses(right)) * 0.9
        case Same.UNKNOWN:
            return shared(senses(left), senses(right))


def _names_in(phrase: str) -> frozenset[str]:
    """The words of a phrase that are written as names, and the initials of several."""
    named = [word for word in re.findall(r"[^\W\d_][\w’'.-]*", phrase) if word[0].isupper()]
    initials = "".join(word[0].lower() for word in named)
    return frozenset(stem(word) for word in named) | ({initials} if len(named) > 1 else set())


def _carried(statement: Statement) -> bool:
    predicate = frozenset(sense(word) for word in statement.predicate.split())
    return predicate <= LIGHT and not predicate & core(statement).predicate


def _share_name(left: Statement, right: Statement) -> bool:
    """Whether one name takes part in both."""
    return any(
        is_name(one) and is_name(other) and _overlap(one, other)
        for one in (left.subject, left.object)
        for other in (right.subject, right.object)
    )


def _one_bearer(left: Statement, right: Statement) -> bool:
    """Whether it befell one participant: of one name, or told as "the dam" in both."""
    if _share_name(left, right):
        return True
    if not LAST & core(left).predicate & core(right).predicate:
        return False
    whom = [(left.object, right.object), (left.subject, right.subject)]
    return all(_same_role(one, other) >= 0.8 for one, other in whom)


def _overlap(one: str | None, other: str | None) -> bool:
    common = set(parts(one or "")) & set(parts(other or ""))
    return len(common) > 1 or (bool(common) and same_name(one, other) is Same.YES)


def _predicates_equal(left: Statement, right: Statement) -> bool:
    return core(left).predicate == core(right).predicate
