"""Which of two claims is the newer, and whether a difference is only news of a later day."""

import re
from datetime import date
from decimal import Decimal

from claims.kind import Value
from claims.policy import Modality, Policy
from claims.quantity import Bound, Quantity
from claims.statement import Statement
from evidence.records import Claim
from xref import ages
from xref.counted import Extent, extent
from xref.interval import gap, middle
from xref.numerals import figures
from xref.policy import stage
from xref.relation import Code, Finding, Relation
from xref.running import grows, running, toll_update
from xref.words import PERIODS, listed, senses, shared

# A rising count is told as rising; what it says is newer than what it does not exceed.
RISING = listed("rise climb increase jump grow soar swell mount")
# A rule that is told as changed was once as the other document has it.
CHANGED = listed(
    "lift ease extend relax tighten replace amend revoke scrap repeal reverse suspend loosen "
    "reinstate widen abolish withdraw rescind overturn"
)
AS_TOLD = frozenset({Code.EXACT, Code.PARAPHRASE, Code.DENIAL})
# A clause is denied by another only if they share this much of the shorter.
SAME_CLAUSE = 0.8
PRONOUNS = listed("he she they it we i")
# "Dozens" is any number of them.
VAGUE = re.compile(r"\b(?:dozens|scores|hundreds|thousands|tens|millions)\b", re.IGNORECASE)
# A number that a clause opens with, behind the words that bound it.
LED = re.compile(
    r"(?:(?:at least|more than|about|around|some|nearly|almost|up to|over|only|another|the)\s)*"
    r"(one|\d[\d,.]*)\s+[a-z]",
    re.IGNORECASE,
)
SHORT_OF = re.compile(r"\b(?:nearly|almost|just under|close to|less than|under)\b", re.IGNORECASE)
# A count is so far beyond another that its "at least" was meant as a count of its own.
OVERTAKEN = Decimal("0.3")
OPEN_TO_TIME = frozenset({Code.UNKNOWN_TIME, Code.BOUNDS, Code.NUMERIC, Code.SUBSET})
SAME_COUNT = frozenset({Extent.SAME, Extent.UNKNOWN, Extent.LEFT_PART, Extent.RIGHT_PART})


def updated(left: Claim, right: Claim, values: tuple[Value, Value], finding: Finding) -> Finding:
    """The finding, or an update where the documents' days explain the difference."""
    first, second = values
    if isinstance(first, Quantity) and isinstance(second, Quantity):
        if finding.code not in OPEN_TO_TIME or extent(first, second) not in SAME_COUNT:
            return finding
        if not running(first, second):
            return ages.dated(left, right, (first, second)) or finding
        if finding.code is Code.BOUNDS and _is_overtaken(left, right, first, second):
            return toll_update(first, second)
        newer = _newer(left, right)
        if newer is None:
            newer = _told_as_rising(left, right, first, second)
        grown = newer is not None and grows(first, second, newer_left=newer is left)
        return toll_update(first, second) if grown else finding
    if finding.code is Code.WHO_SAID and (_by_pronoun(left) or _by_pronoun(right)):
        reason = f"{finding.reason}; but one of the texts only says “he”, “she” or “they”"
        return Finding(Relation.UNCLEAR, Code.UNKNOWN_SCOPE, reason)
    if finding.code in AS_TOLD and isinstance(first, Statement):
        return _as_told(left, right, finding)
    if finding.code is Code.DATE and isinstance(first, Statement) and isinstance(second, Statement):
        if _since(left, second) or _since(right, first):
            reason = f"{finding.reason}: the later may be news to the earlier document"
            return Finding(Relation.UNCLEAR, Code.UNKNOWN_TIME, reason)
        return finding
    if isinstance(first, Policy) and finding.code is Code.POLICY_UPDATE:
        newer = _newer(left, right)
        if newer is None or not isinstance(second, Policy):
            return finding
        later, earlier = (first, second) if newer is left else (second, first)
        if reached(later) >= reached(earlier):
            return finding
        if reached(later) == 0:
            reason = "made before the other document, which only proposes it: perhaps another"
            return Finding(Relation.UNCLEAR, Code.UNKNOWN_TIME, reason)
        reason = "lifted before the other document, which may tell of the time before or after"
        return Finding(Relation.UNCLEAR, Code.UNKNOWN_TIME, reason)
    if isinstance(first, Policy) and finding.relation is Relation.CONFLICTS:
        newer = _newer(left, right)
        if newer is not None and CHANGED & set(newer.context.get("lemmas") or ()):
            reason = f"the later document reports a change: {finding.reason}"
            return Finding(Relation.UPDATES, Code.POLICY_UPDATE, reason)
    return finding


def _by_pronoun(claim: Claim) -> bool:
    """Whether the text gives its words to a pronoun, which may be read as the wrong one."""
    said = [span.text.lower() for span in claim.spans if span.role == "speaker"]
    return bool(said) and all(text in PRONOUNS for text in said)


def reached(policy: Policy) -> int:
    """How far a rule has come: 0 proposed, 1 told as one that holds, 2 ended."""
    return 2 if policy.modality is Modality.MAY and stage(policy) else stage(policy)


def _as_told(left: Claim, right: Claim, finding: Finding) -> Finding:
    """What holds of two cores holds of two clauses only if the rest of them does not differ."""
    one, other = (senses(figures(claim.text)) for claim in (left, right))
    led = _counted(left.text), _counted(right.text)
    numbers = [
        {word for word in (*told, opens) if word[:1].isdigit()}
        for told, opens in zip((one, other), led, strict=True)
    ]
    nested = numbers[0] <= numbers[1] or numbers[1] <= numbers[0]
    timed = one & PERIODS and other & PERIODS and not one & other & PERIODS
    denied = finding.code is Code.DENIAL
    if nested and not timed and (not denied or shared(one, other) >= SAME_CLAUSE):
        return finding
    if denied or timed:
        reason = "the same event perhaps, but told with other particulars"
        return Finding(Relation.UNCLEAR, Code.UNKNOWN_SCOPE, reason)
    if all(led) and led[0] != led[1]:
        reason = "perhaps the same event, but told of other numbers"
        return Finding(Relation.UNCLEAR, Code.UNKNOWN_SCOPE, reason)
    # Whether figures that differ contradict each other is for the quantities to say.
    reason = "the same event, each with particulars of its own"
    return Finding(Relation.COMPATIBLE, Code.PRECISION, reason)


def _counted(text: str) -> str:
    """The number that a clause opens with: "One soldier was killed", "at least 23 people died"."""
    match = LED.match(figures(text))
    return ("1" if match[1].lower() == "one" else match[1]) if match else ""


def _since(claim: Claim, other: Statement) -> bool:
    """Whether the other tells of a day after the claim's document was published."""
    published = claim.document.published
    return isinstance(published, date) and (other.date or "") > published.isoformat()


def newer_first(left: Claim, right: Claim, values: tuple[Value, Value]) -> bool:
    """Whether `left` is the newer of two claims of which one updates the other."""
    newer = _newer(left, right)
    if newer is not None:
        return newer is left
    first, second = values
    if isinstance(first, Quantity) and isinstance(second, Quantity):
        times = (first.scope.time or "", second.scope.time or "")
        if times[0] != times[1]:
            return times[0] > times[1]
        return (middle(first) or 0) >= (middle(second) or 0)
    # The end of a rule is news to a document that has it in force, its making to one that has it
    # proposed.
    if isinstance(first, Policy) and isinstance(second, Policy):
        return reached(first) >= reached(second)
    return True


def _newer(left: Claim, right: Claim) -> Claim | None:
    """The claim of the document published on a later day; None where that is not known."""
    first, second = left.document.published, right.document.published
    if not isinstance(first, date) or not isinstance(second, date) or first == second:
        return None
    return left if first > second else right


def _is_overtaken(left: Claim, right: Claim, first: Quantity, second: Quantity) -> bool:
    """Whether one count is far beyond the other's "at least", or the round figure is passed.

    "Nearly 70" and "more than 70" are of two days, though both may be true of 70.
    """
    one, other = middle(first), middle(second)
    if one is None or other is None or VAGUE.search(left.text) or VAGUE.search(right.text):
        return False
    if one != other:
        return gap(one, other) >= OVERTAKEN
    return bool(SHORT_OF.search(left.text)) != bool(SHORT_OF.search(right.text)) and any(
        value.bound in (Bound.MORE_THAN, Bound.AT_LEAST) for value in (first, second)
    )


def _told_as_rising(left: Claim, right: Claim, first: Quantity, second: Quantity) -> Claim | None:
    """The larger of two figures, if its own sentence says that the count rose."""
    small, large = middle(first), middle(second)
    if small is None or large is None or small == large:
        return None
    higher = left if small > large else right
    return higher if RISING & set(higher.context.get("lemmas") or ()) else None
