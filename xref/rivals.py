"""Of two reports, each figure or clause of one has at most one of its own in the other.

So a pair of claims is the less likely to be of one thing, the likelier another pair of either is.
The odds are those of belief propagation on the matching of the two reports' claims, one step of
it: more steps change next to nothing (Bayati, Shah and Sharma, 2008).
"""

from collections import defaultdict
from collections.abc import Iterable
from math import exp, log1p

from evidence.records import Claim

# No pair is surer than these log-odds.
SUREST = 30.0
# Claims that share so much of the longer one are two readings of one clause.
TWINS = 0.3

# A claim, and the report that its partner stands in.
_Side = tuple[str, str]


class Rivals:
    """How likely pairs of claims are, by either claim and the other's report."""

    def __init__(self, pairs: Iterable[tuple[Claim, Claim, float]]) -> None:
        """Take the pairs of claims that may be of one thing, each with its own log-odds."""
        self._odds: dict[_Side, dict[str, tuple[Claim, float]]] = defaultdict(dict)
        for left, right, odds in pairs:
            told = exp(min(odds, SUREST))
            self._odds[left.id, right.document_id][right.id] = right, told
            self._odds[right.id, left.document_id][left.id] = left, told

    def set_back(self, left: Claim, right: Claim) -> float:
        """What the others of either claim take from the log-odds of a pair; none are negative."""
        return self._others(left, right) + self._others(right, left)

    def _others(self, own: Claim, partner: Claim) -> float:
        told = self._odds.get((own.id, partner.document_id), {})
        return log1p(sum(odds for _, (one, odds) in sorted(told.items()) if _apart(one, partner)))


def _apart(one: Claim, other: Claim) -> bool:
    """Whether two claims of one document are two: a clause may make two, of two kinds."""
    common = min(one.end, other.end) - max(one.start, other.start)
    return common < TWINS * max(one.end - one.start, other.end - other.start)
