"""How surely two policies, or two statements, are of one thing that a network has read."""

from functools import cached_property

from claims.logistic import Traits, probability, weigh
from claims.told import SHORT
from claims.word_vectors import nearness
from evidence.records import Claim, Relating
from xref.link import Link
from xref.relation import Finding, Relation
from xref.rivals import Rivals
from xref.side_by_side import SideBySide
from xref.two_things import dated_apart
from xref.weights import CLAUSES
from xref.words import senses

# How probable it must be that two clauses are of one thing, by what they then are to one another.
LIKELY = {
    Relation.AGREES: 0.45,
    Relation.COMPATIBLE: 0.6,
    Relation.UPDATES: 0.5,
    Relation.UNCLEAR: 0.5,
    Relation.CONFLICTS: 0.5,
}
# And that one which is so short that it is read with the words around it is of what another tells.
LIKELY_SHORT = 0.7
# No reading is surer than these log-odds.
CLEAR = 6.0


class ClausePairs:
    """Pairs of the policies or statements that are laid side by side; each is weighed once."""

    def __init__(self, laid: SideBySide) -> None:
        """Weigh pairs of `laid`, all of whose claims are clauses."""
        self._laid = laid
        self._odds: dict[tuple[int, int], float] = {}

    def link(self, first: int, second: int, finding: Finding) -> Link:
        """How sure it is that two clauses, which were read, are of one thing."""
        short = any(len(claim.text.split()) < SHORT for claim in self._laid.pair(first, second))
        needed = max(LIKELY[finding.relation], LIKELY_SHORT if short else 0.0)
        return Link(self.likely(first, second) - needed)

    def likely(self, first: int, second: int) -> float:
        """How probable it is that two clauses are of one thing."""
        rivals = self._rivals.set_back(*self._laid.pair(first, second))
        return probability(self._own_odds(first, second) - rivals)

    def traits(self, first: int, second: int) -> Traits:
        """What tells whether two clauses are of one thing."""
        read = self._laid.read(first, second)
        if not isinstance(read, Relating):
            return {}
        left, right = self._laid.pair(first, second)
        mine, theirs = _words(left), _words(right)
        return {
            "nothing in common": not mine & theirs,
            "words near": max(0.0, nearness(left.text, right.text)),
            "one is short": min(len(left.text.split()), len(right.text.split())) < SHORT,
            "read as one thing": max(-CLEAR, min(CLEAR, read.odds)) / CLEAR,
            "fields alike": self._laid.alike(first, second),
            "sentences alike": self._laid.alike_told(first, second),
            "other days named": dated_apart(left, right),
            "policies": left.kind == right.kind == "policy",
            "of two kinds": left.kind != right.kind,
        }

    def _own_odds(self, first: int, second: int) -> float:
        """The log-odds that two clauses are of one thing, whatever others there are."""
        pair = (min(first, second), max(first, second))
        if pair not in self._odds:
            self._odds[pair] = weigh(self.traits(*pair), CLAUSES)
        return self._odds[pair]

    @cached_property
    def _rivals(self) -> Rivals:
        """The pairs that were read: of all others it is clear that they are of two things."""
        pairs = self._laid.reads_of(Relating)
        return Rivals((*self._laid.pair(*pair), self._own_odds(*pair)) for pair in pairs)


def _words(claim: Claim) -> frozenset[str]:
    """What the words of a claim mean, without its numbers."""
    return frozenset(word for word in senses(claim.text) if not word[0].isdigit())
