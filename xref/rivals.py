"""Of two reports, each figure of one has at most one of its own in the other.

So a pair of figures is the less likely to be of one thing, the likelier another pair of either is.
The odds are those of belief propagation on the matching of the two reports' figures, one step of
it: more steps change next to nothing (Bayati, Shah and Sharma, 2008).
"""

from collections import defaultdict
from collections.abc import Iterable
from math import exp, log1p

from evidence.records import Claim

# No pair is surer than these log-odds.
SUREST = 30.0

# A figure, and the report that its partner stands in.
_Side = tuple[str, str]


class Rivals:
    """How likely pairs of figures are, by either figure and the other's report."""

    def __init__(self, pairs: Iterable[tuple[Claim, Claim, float]]) -> None:
        """Take the pairs of figures that may be of one thing, each with its own log-odds."""
        self._odds: dict[_Side, dict[str, float]] = defaultdict(dict)
        for left, right, odds in pairs:
            told = exp(min(odds, SUREST))
            self._odds[left.id, right.document_id][right.id] = told
            self._odds[right.id, left.document_id][left.id] = told

    def set_back(self, left: Claim, right: Claim) -> float:
        """What the others of either figure take from the log-odds of a pair; none are negative."""
        return self._others(left, right) + self._others(right, left)

    def _others(self, figure: Claim, partner: Claim) -> float:
        told = self._odds.get((figure.id, partner.document_id), {})
        return log1p(sum(odds for other, odds in sorted(told.items()) if other != partner.id))
