"""Policies compared: the same rule, more or less of it, or its opposite."""

import re
from dataclasses import dataclass
from functools import lru_cache

from claims.dates import WEEKDAYS
from claims.policy import Modality, Policy, Status
from xref.condition import likeness
from xref.names import Same, same_name
from xref.numerals import figures
from xref.orders import names_place, order, same_order
from xref.realm import realms
from xref.relation import Code, Finding, Relation
from xref.say import clip
from xref.words import MONTHS, content, listed, sense, senses, shared

# Two conditions that share this much of their words name one thing ("a beard", "long beards").
ONE_CONDITION = 0.5
# Two actions that share this much are one action told in two ways.
ONE_ACTION = 0.5
# Words that every condition may have and that distinguish none.
BLAND = frozenset(
    sense(word)
    for word in listed(
        """
        wear have see show do take make get go use be become person people man woman anyone resident
        citizen member public place frequently immediately typically often any other without
        permission long certain follow include
        """
    )
)
# Who lives or stands somewhere is told by where that is.
LIVING = frozenset(
    sense(word)
    for word in listed("live reside dwell stand lie locate situate home building property")
)
# To break a rule, in the words that report it; which rule is said elsewhere.
DEFYING = frozenset(
    sense(word)
    for word in listed("refuse fail disobey ignore defy flout violate breach break remain stay")
)
DEFIED = frozenset(
    sense(word)
    for word in listed(
        "comply obey leave order rule ban curfew law instruction evacuation lockdown"
    )
)
DEFIANCE = "disobey"
# "In the town": which one is said elsewhere.
THAT_PLACE = re.compile(
    r"(?:in|across|throughout|around|within)\s+(?:the|this|that|their|its)\s+(?:whole\s+|entire\s+)?"
    r"(?:town|city|village|area|region|province|state|country|capital|district|county|zone)",
    re.I,
)
DAYS = frozenset(sense(day) for day in WEEKDAYS)
DEMANDED_OR_ALLOWED = frozenset({Modality.MUST, Modality.MAY})
DENIED = "denied"
# Whom a rule binds when it binds everybody.
ANYBODY = frozenset(
    sense(word)
    for word in listed("people resident citizen anyone everyone anybody individual inhabitant")
)


@dataclass(frozen=True, slots=True)
class Terms:
    """A policy in comparable words: what happens or is to be done, and on which conditions.

    `told` has the conditions in the words of the text.
    """

    deed: frozenset[str]
    conditions: tuple[frozenset[str], ...]
    numbers: frozenset[str]
    told: tuple[str, ...] = ()


@lru_cache(maxsize=20_000)
def terms(policy: Policy) -> Terms:
    """The policy's words, without those that distinguish nothing."""
    deed = policy.penalty if policy.modality is Modality.PENALTY else policy.action
    known = order(policy)
    conditions = [
        (told, found)
        for told in policy.conditions
        # Where an order holds is a matter of which order it is.
        if not (known and names_place(told, known.places)) and (found := _condition(told))
    ]
    if policy.modality is Modality.PENALTY and policy.action and policy.penalty:
        conditions += [(policy.action, found)] if (found := meant(policy.action) - BLAND) else []
    # "Anyone under 18" is a limit as well.
    said = " ".join(
        filter(None, (policy.addressee, policy.action, policy.penalty, *policy.conditions))
    )
    numbers = _numbers(frozenset(content(figures(said))))
    deed_words = meant(deed or policy.action or policy.penalty) - BLAND
    if known is not None:
        # By what it is called, so that "leave home" and "evacuate" are one.
        deed_words = known.names
    # Which order is defied is not in the words that say so.
    names = tuple("" if DEFIANCE in found else told for told, found in conditions)
    return Terms(deed_words, tuple(found for _, found in conditions), numbers, names)


def _condition(told: str) -> frozenset[str]:
    """What a condition says that can tell it from others; nothing for "in the town"."""
    if THAT_PLACE.fullmatch(told):
        return frozenset()
    found = meant(told) - BLAND
    if found & DEFYING and found <= DEFYING | DEFIED:
        return frozenset({DEFIANCE})
    return found - LIVING or found


def meant(phrase: str | None) -> frozenset[str]:
    """The senses of a phrase, its numbers in figures."""
    return senses(figures(phrase or ""))


def keys(value: Policy) -> frozenset[str]:
    """Each word of the deed with each word of the conditions, and pairs of the deed's words."""
    found = terms(value)
    deed = sorted(word for word in found.deed if not word[0].isdigit())
    conditions = sorted(frozenset().union(*found.conditions))
    keyed = {f"{word}|{condition}" for word in deed for condition in conditions}
    keyed |= {f"{a}+{b}" for i, a in enumerate(deed) for b in deed[i + 1 :]}
    known = order(value)
    # An order is looked for by its name, a deed of one word by that word.
    keyed |= {f"order:{name}" for name in known.names} if known is not None else set()
    keyed |= {f"deed:{word}" for word in deed if len(deed) == 1 and not _punishes(value)}
    return frozenset(keyed or {f"deed:{word}" for word in deed})


def alike(left: Policy, right: Policy) -> float:
    """How likely the two are one rule or rules on the same conduct, from 0 (never) to 1."""
    first, second = terms(left), terms(right)
    if _punishes(left) != _punishes(right):
        return 0.0
    if order(left) is not None and order(right) is not None:
        return _orders_alike(left, right)
    deed = shared(first.deed, second.deed)
    if deed < ONE_ACTION or _addressees_differ(left, right) or _of_two_countries(left, right):
        return 0.0
    if first.conditions and second.conditions:
        matched = len(matches(first, second)) / min(len(first.conditions), len(second.conditions))
        if not matched:
            return 0.0
        return 0.4 + 0.2 * deed + 0.4 * min(1.0, matched + 0.25)
    # Without conditions a penalty is too common a word to tie two rules together.
    if _punishes(left):
        return 0.3
    if len(first.deed & second.deed) >= 2:
        return 0.3 + 0.6 * deed
    return 0.6 if same_name(left.issuer, right.issuer) is Same.YES else 0.3


def _orders_alike(left: Policy, right: Policy) -> float:
    """One town has one curfew at a time; whose it is and on what conditions makes it surer."""
    if not same_order(left, right) or _addressees_differ(left, right):
        return 0.0
    likeness = 0.7
    match same_name(left.issuer, right.issuer):
        case Same.YES:
            likeness += 0.2
        case Same.NO:
            likeness -= 0.3
    first, second = terms(left), terms(right)
    if first.conditions and second.conditions and _binds(left) == _binds(right):
        likeness += 0.1 if matches(first, second) else -0.2
    return min(likeness, 1.0)


def _of_two_countries(left: Policy, right: Policy) -> bool:
    """Whether two countries made the two rules: what both forbid is still forbidden twice."""
    first, second = ({name for _, name in realms(one.issuer or "")} for one in (left, right))
    return bool(first) and bool(second) and not first & second


def stage(policy: Policy) -> int:
    """How far a rule has come: 0 proposed, 1 adopted or in force, 2 ended."""
    if policy.ended or policy.status in (Status.REPEALED, Status.STRUCK_DOWN):
        return 2
    return 0 if policy.status is Status.PROPOSED else 1


def _binds(policy: Policy) -> bool:
    found = order(policy)
    return found is not None and found.binding


def _punishes(policy: Policy) -> bool:
    return policy.modality is Modality.PENALTY


def compare(left: Policy, right: Policy) -> Finding:
    """Decide whether two rules on the same conduct are the same, fit together, or contradict."""
    first, second = terms(left), terms(right)
    pairs = matches(first, second)
    if shared(first.deed, second.deed) < ONE_ACTION:
        reason = f"“{_deed(left)}” and “{_deed(right)}” may be different rules"
        return Finding(Relation.UNCLEAR, Code.UNKNOWN_SCOPE, reason)
    all_matched = len(pairs) == len(first.conditions) == len(second.conditions)
    if (left.assertion == DENIED) != (right.assertion == DENIED):
        return _denial(left, right, same_conditions=all_matched)
    if same_order(left, right) or left.ended != right.ended:
        finding = _lifted(left, right)
        if finding is not None:
            return finding
    elif opposite(left.modality, right.modality):
        return _polarity(left, right, same_conditions=all_matched)
    if all_matched and first.numbers == second.numbers:
        moved = stage(left) != stage(right) and 0 in (stage(left), stage(right))
        return _moved_on(left) if moved else _same(left, right)
    disjoint = first.numbers and second.numbers and not first.numbers & second.numbers
    if disjoint or _other_limit(first, second, pairs):
        return _limits(left, right, first, second)
    reason = _conditions_reason(left, right, pairs)
    return Finding(Relation.COMPATIBLE, Code.POLICY_CONDITIONS, reason)


def matches(first: Terms, second: Terms) -> tuple[tuple[int, int], ...]:
    """Which condition of one is which of the other, best pairs first, each used once."""
    scored = sorted(
        (-alike, i, j)
        for i, one in enumerate(first.conditions)
        for j, other in enumerate(second.conditions)
        if (alike := likeness(first.told[i], second.told[j], one, other)) >= ONE_CONDITION
    )
    found: list[tuple[int, int]] = []
    for _, i, j in scored:
        if all(i != a and j != b for a, b in found):
            found.append((i, j))
    return tuple(sorted(found))


def _lifted(left: Policy, right: Policy) -> Finding | None:
    """One order, in force in one and ended in the other."""
    if same_order(left, right):
        ended = _binds(left) != _binds(right)
    else:
        bound = right if left.ended else left
        ended = bound.modality in (Modality.MUST, Modality.MUST_NOT)
    if not ended:
        return None
    held = left if left.modality is not Modality.MAY else right
    reason = f"in force in one, lifted in the other: {_deed(held)}"
    return Finding(Relation.UPDATES, Code.POLICY_UPDATE, reason)


def _moved_on(policy: Policy) -> Finding:
    """One rule, proposed in one and made in the other."""
    reason = f"proposed in one, made in the other: {_deed(policy)}"
    return Finding(Relation.UPDATES, Code.POLICY_UPDATE, reason)


def _denial(left: Policy, right: Policy, *, same_conditions: bool) -> Finding:
    """One tells of a rule that the other says is none."""
    reason = f"one tells of the rule, the other denies it: {_deed(left)}"
    issuers = same_name(left.issuer, right.issuer) is not Same.NO
    if same_conditions and issuers and _one_addressee(left, right):
        return Finding(Relation.CONFLICTS, Code.DENIAL, reason)
    reason = f"{reason}, but perhaps for others or on other conditions"
    return Finding(Relation.UNCLEAR, Code.UNKNOWN_SCOPE, reason)


def opposite(one: Modality, other: Modality) -> bool:
    """Whether one forbids what the other allows or demands."""
    return Modality.MUST_NOT in (one, other) and bool({one, other} & DEMANDED_OR_ALLOWED)


def _polarity(left: Policy, right: Policy, *, same_conditions: bool) -> Finding:
    """One forbids what the other allows or demands."""
    words = f"{_modal(left)} “{_deed(left)}” against {_modal(right)}"
    same_order = same_name(left.issuer, right.issuer) is not Same.NO
    if same_conditions and same_order and _one_addressee(left, right):
        return Finding(Relation.CONFLICTS, Code.POLICY_POLARITY, words)
    reason = f"{words}, but perhaps for others or on other conditions"
    return Finding(Relation.UNCLEAR, Code.UNKNOWN_SCOPE, reason)


def _same(left: Policy, right: Policy) -> Finding:
    if left.modality is right.modality or same_order(left, right):
        return Finding(Relation.AGREES, Code.POLICY_SAME, f"the same rule: {_deed(left)}")
    if {left.modality, right.modality} == {Modality.MUST, Modality.MAY}:
        reason = f"“{_deed(left)}”: {_modal(left)} in one, {_modal(right)} in the other"
        return Finding(Relation.UNCLEAR, Code.UNKNOWN_SCOPE, reason)
    reason = f"on the same conduct: {_deed(left)}"
    return Finding(Relation.COMPATIBLE, Code.POLICY_CONDITIONS, reason)


def _other_limit(first: Terms, second: Terms, pairs: tuple[tuple[int, int], ...]) -> bool:
    """Whether one condition stands in both with another figure: "within 2", "within 5"."""
    for i, j in pairs:
        one, other = _numbers(first.conditions[i]), _numbers(second.conditions[j])
        if one and other and one != other:
            return True
    return False


def _numbers(words: frozenset[str]) -> frozenset[str]:
    """The figures among words, and the months, which tell one day from another as figures do."""
    return frozenset(word for word in words if word[0].isdigit() or word in MONTHS)


def _limits(left: Policy, right: Policy, first: Terms, second: Terms) -> Finding:
    """One rule, but with other figures in it: 50 people or 100, from 8 or from 10 o'clock."""
    mine, theirs = first.numbers - second.numbers, second.numbers - first.numbers
    told = f"{', '.join(sorted(mine))} against {', '.join(sorted(theirs))}"
    words = [frozenset().union(*found.conditions, found.deed) for found in (first, second)]
    apart = (words[0] ^ words[1]) - first.numbers - second.numbers
    if not (words[0] & DAYS and words[1] & DAYS):
        # That only one names the day sets no two orders apart.
        apart -= DAYS
    issuers = same_name(left.issuer, right.issuer)
    # An order is known by whose it is, or by another of its conditions told in figures.
    told_alike = {one for one in first.conditions if _numbers(one)} & set(second.conditions)
    one_order = _one_addressee(left, right) and (
        issuers is Same.YES or (issuers is Same.UNKNOWN and bool(told_alike))
    )
    if one_order and not apart:
        reason = f"one order, different limits: {told}"
        return Finding(Relation.CONFLICTS, Code.POLICY_CONDITIONS, reason)
    reason = f"different limits, {told}, perhaps of different orders"
    return Finding(Relation.UNCLEAR, Code.UNKNOWN_SCOPE, reason)


def _conditions_reason(left: Policy, right: Policy, pairs: tuple[tuple[int, int], ...]) -> str:
    if not pairs:
        return "the same rule; only one gives the conditions"
    common = [left.conditions[i] for i, _ in pairs if i < len(left.conditions)]
    shown = ", ".join(clip(condition, 40) for condition in common[:2]) or _deed(left)
    return f"both name {shown}; each gives conditions of its own"


def _addressees_differ(left: Policy, right: Policy) -> bool:
    if not left.addressee or not right.addressee:
        return False
    first, second = senses(left.addressee), senses(right.addressee)
    if (first | second) & ANYBODY or first & second:
        return False
    # Rules for two named groups are two rules; "detainees" and "Uyghurs" may be the same people.
    return (
        left.addressee[0].isupper()
        and right.addressee[0].isupper()
        and (same_name(left.addressee, right.addressee) is Same.NO)
    )


def _one_addressee(left: Policy, right: Policy) -> bool:
    if left.addressee is None or right.addressee is None:
        return left.addressee is right.addressee
    first, second = senses(left.addressee), senses(right.addressee)
    # Whom of them it binds is told by the conditions.
    return shared(first, second) >= 0.5 or (first <= ANYBODY and second <= ANYBODY)


def _deed(policy: Policy) -> str:
    if policy.modality is Modality.PENALTY:
        return clip(policy.penalty or policy.action or "", 50)
    return clip(policy.action or policy.penalty or "", 50)


def _modal(policy: Policy) -> str:
    return str(policy.modality).replace("_", " ")
