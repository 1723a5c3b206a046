"""Of two reports, each figure of one has at most one of its own in the other: how far ahead of its
rivals a pair of figures is.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from claims.kind import Value
from claims.quantity import Quantity
from evidence.records import Claim, Read, SameThing
from xref.interval import middle

# Log-odds that the same amount is worth between rivals.
SAME_AMOUNT = 3.0
# How strong the best rival is taken to be where no other pair was in doubt.
UNREAD = -4.0

# A figure, and the report that its partner stands in.
_Side = tuple[str, str]


class Rivals:
    """How strong pairs of figures are that were read, by either figure and the other's report."""

    def __init__(
        self, claims: Sequence[Claim], values: Sequence[Value], reads: Mapping[frozenset[str], Read]
    ) -> None:
        """Take the pairs of `claims` that were read; `values` are the claims' own."""
        place = {claim.id: number for number, claim in enumerate(claims)}
        self._strength: dict[frozenset[str], float] = {}
        self._told: dict[_Side, list[float]] = defaultdict(list)
        for pair, read in reads.items():
            if not isinstance(read, SameThing) or not (read.left in place and read.right in place):
                continue
            left, right = place[read.left], place[read.right]
            strength = read.odds
            if _same_amount(values[left], values[right]):
                strength += SAME_AMOUNT
            self._strength[pair] = strength
            for side in _sides(claims[left], claims[right]):
                self._told[side].append(strength)
        for strengths in self._told.values():
            strengths.sort(reverse=True)

    def ahead(self, left: Claim, right: Claim) -> float | None:
        """By how much the pair is likelier than any other of either figure: log-odds.

        Less than 0 if another is likelier; None where it was not read.
        """
        own = self._strength.get(frozenset((left.id, right.id)))
        if own is None:
            return None
        return min(own - _best_other(self._told[side], own) for side in _sides(left, right))


def _sides(left: Claim, right: Claim) -> tuple[_Side, _Side]:
    return (left.id, right.document_id), (right.id, left.document_id)


def _best_other(strengths: Sequence[float], own: float) -> float:
    """The strongest of the others; `strengths` has the strongest first."""
    if own < strengths[0]:
        return strengths[0]
    return strengths[1] if len(strengths) > 1 else UNREAD


def _same_amount(left: Value, right: Value) -> bool:
    if not (isinstance(left, Quantity) and isinstance(right, Quantity)):
        return False
    amount = middle(left)
    return amount is not None and amount == middle(right)
