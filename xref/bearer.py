"""Whose figure it is: votes, seats, points and shares are won by somebody, in some contest."""

import re

from claims.quantity import Bound, Quantity
from evidence.records import Claim
from xref.counted import AGE, OFTEN, counted
from xref.interval import middle
from xref.names import Same, same_name
from xref.words import listed, stem

# What is won or lost in an election or a match.
WON = frozenset(
    stem(word)
    for word in listed("vote voter ballot delegate seat point goal run wicket try medal set game")
)
SHARE_OF = re.compile(r"\b(?:votes?|voters?|delegates?|seats?|ballots?)\b")
SCORE = re.compile(
    r"(?<![\d.,])(\d{1,3})(?:\s*[–-]\s*|\s+(?:points?|goals?|runs?)\s+to\s+)(\d{1,3})\b(?![.,]\d)"
)
REACH = 24


def is_won(claim: Claim, value: Quantity) -> bool:
    """Whether the figure is a share or a number of what contestants win."""
    thing = counted(value)
    if thing.head in WON or thing.more & WON:
        return True
    end = int((claim.context or {}).get("end", claim.end))
    after = claim.document.text[claim.end : min(end, claim.end + REACH)]
    return thing.dimension.startswith("rate:") and bool(SHARE_OF.search(after))


def bearer(claim: Claim) -> str | None:
    """The name told last before the figure in its sentence."""
    context = claim.context or {}
    start = max(0, int(context.get("start", claim.start)))
    before = claim.document.text[start : claim.start]
    found = [(before.rfind(str(name)), str(name)) for name in context.get("names") or ()]
    told = [one for one in found if one[0] >= 0]
    return max(told)[1] if told else None


def score(claim: Claim, value: Quantity) -> tuple[str, ...] | None:
    """Both numbers of the result that a figure is one half of: 22 in "lost 32–22"."""
    thing = counted(value)
    if value.bound is Bound.RANGE or (thing.head and thing.head not in WON):
        return None
    text = claim.document.text
    start = max(0, claim.start - REACH)
    for match in SCORE.finditer(text, start, claim.end + REACH):
        meets = match.start() < claim.end and match.end() > claim.start
        if meets and (match.start() < claim.start or match.end() > claim.end):
            return tuple(sorted(match.groups()))
    return None


def borne_apart(left: Claim, right: Claim, values: tuple[Quantity, Quantity]) -> bool:
    """Whether two such figures are of different contestants, or of different results."""
    first, second = values
    scores = score(left, first), score(right, second)
    if scores[0] != scores[1]:
        return True
    if not (is_won(left, first) and is_won(right, second)):
        return False
    mine, theirs = bearer(left), bearer(right)
    if middle(first) != middle(second) or first.bound is not second.bound:
        return same_name(mine, theirs) is not Same.YES
    large = (middle(first) or 0) >= 10
    return not large and same_name(mine, theirs) is Same.NO


def is_bare(value: Quantity) -> bool:
    """Whether nothing is said of what is counted beyond one noun."""
    thing = counted(value)
    lasting = thing.dimension in ("time", "months") and len(thing.more) < 2
    if thing.head == OFTEN or (lasting and value.counted != AGE):
        # Who did it so often, whose deal lasts so long, is told by the sentence alone.
        return True
    return not (thing.fate or thing.more or thing.people or value.scope.group)
