"""How surely two figures are of one thing: by all that is known of the pair, weighed together."""

from collections.abc import Iterable
from decimal import Decimal
from functools import cached_property

from claims.kind import Value
from claims.logistic import Traits, probability, weigh
from claims.quantity import Quantity
from evidence.records import Claim, SameThing
from xref import odds
from xref.ages import is_aged
from xref.bearer import is_bare
from xref.interval import gap, middle
from xref.link import BESIDE, LACKING, NEEDED, Link, set_back
from xref.part_of import names_whole
from xref.quantity import alike
from xref.relation import CAN_BOTH, Code, Finding, Relation
from xref.rivals import Rivals
from xref.settled import IN_DISPUTE
from xref.side_by_side import SideBySide
from xref.stories import ONE_EVENT
from xref.two_things import dated_apart
from xref.weights import TABLES

# Bounds that figures so far apart allow each other mean nothing where the noun is bare.
FAR = Decimal("0.5")
# How alike the sentences must be.
SAME_SENTENCE = 0.5
# How probable it must be that two figures which can both be true are of one thing.
LIKELY = {Relation.AGREES: 0.49, Relation.COMPATIBLE: 0.69}
# Amounts that allow each other do so more often by chance, and any two of two currencies do.
LIKELY_ROUGHLY: dict[Code | None, float] = {
    Code.BOUNDS: 0.8,
    Code.PRECISION: 0.77,
    Code.ROUNDING: 0.65,
    Code.CURRENCY: 0.55,
}
LIKELY_UNNAMED = 0.6
# Log-odds from which on the words around two amounts say clearly that they are of one thing.
CLEAR, LIKELY_CLEARLY = 3.0, 0.49
# And figures that differ, without contradicting each other.
DIFFERING = {Relation.UPDATES: 0.55, Relation.UNCLEAR: 0.92}
# From these probabilities on the words are read: of figures that differ, and of those that do not.
DOUBT = {False: 0.03, True: 0.05}
# How alike sentences, or the words around two figures, must be for these to be in dispute.
TOLD_NEARLY = 0.6
# From here on they are at least not in the way of others of their groups that are.
TOLD_HARDLY = 0.3
# "Two hours" is told of many things: the same short figure, of which the reading is so sure that it
# is of two, is not called one.
DOUBTED = -1.5
# From here on weighed traits decide alone, which were learnt from articles about one event.
SURE_STORY = 0.7
# What rivals take is too much by so much, measured by how many pairs are then of one thing.
ALLOWED = 0.8
# How alike a figure of the same document must be to what it is weighed against.
TWIN = 0.55

# A document, and the ends and the unit of a figure.
Figure = tuple[str, Decimal | None, Decimal | None, str]


class FigurePairs:
    """Pairs of the figures that are laid side by side; each is weighed once."""

    def __init__(self, laid: SideBySide) -> None:
        """Weigh pairs of `laid`, all of whose claims are figures."""
        self._laid = laid
        self._odds: dict[tuple[int, int], float] = {}
        self._likelihoods: dict[tuple[int, int], float] = {}

    def link(
        self, first: int, second: int, finding: Finding, told: tuple[float, float, float]
    ) -> Link:
        """How sure it is that two figures are of one thing.

        `told` is how alike what they count, their sentences and their documents' stories are.
        """
        counted, sentence, story = told
        left, right = self._laid.pair(first, second)
        values = self._laid.completed(first, second)
        relation = finding.relation
        whole_named = story >= ONE_EVENT and _names_whole((left, right), values)
        if finding.code is Code.SUBSET and whole_named:
            return Link(1 - NEEDED[relation])
        read = self._laid.read(first, second)
        if relation not in CAN_BOTH and read is None and _is_unnamed_age(values):
            return LACKING
        doubted = isinstance(read, SameThing) and read.odds < DOUBTED
        if finding.code is Code.EXACT and doubted and _is_short(values):
            return LACKING
        if relation in DIFFERING:
            return Link(self.likely(first, second) - DIFFERING[relation])
        near = sentence
        if relation is Relation.CONFLICTS:
            if isinstance(read, SameThing) and read.running < 0:
                margin = self.likely(first, second) - IN_DISPUTE
                if margin >= 0:
                    return Link(margin)
            # Most figures of one noun are of two things: only what is told alike, of one event,
            # contradicts each other.
            near = max(sentence, odds.told_alike(left, right))
            if story < SURE_STORY or near < TOLD_HARDLY:
                return LACKING
            if near < TOLD_NEARLY:
                return BESIDE
        elif sentence < SAME_SENTENCE and _by_chance(values, finding):
            return LACKING
        likely = LIKELY_ROUGHLY.get(finding.code, LIKELY.get(relation, 0.0))
        if finding.code is Code.CURRENCY and isinstance(read, SameThing) and read.odds >= CLEAR:
            # What amounts cannot tell, the words around them can.
            likely = LIKELY_CLEARLY
        if _is_unnamed_age(values):
            # The same age in one story is seldom another person's; in two it often is.
            if story < SURE_STORY:
                return LACKING
            likely = LIKELY_UNNAMED
        margin = 1.0
        if likely:
            margin = self.likely(first, second) - likely
            if story >= SURE_STORY:
                return Link(margin)
        total = 0.5 * counted + 0.25 * min(1.0, near / SAME_SENTENCE) + 0.25 * story
        total -= set_back(left, right, finding)
        return Link(min(margin, total - NEEDED[relation]))

    def likely(self, first: int, second: int) -> float:
        """How probable it is that two figures are of one thing."""
        pair = (min(first, second), max(first, second))
        if pair not in self._likelihoods:
            odds = self._own_odds(*pair) - self._rivals.set_back(*self._laid.pair(*pair))
            self._likelihoods[pair] = probability(odds + ALLOWED)
        return self._likelihoods[pair]

    def _own_odds(self, first: int, second: int) -> float:
        """The log-odds that two figures are of one thing, whatever others there are."""
        pair = (min(first, second), max(first, second))
        if pair not in self._odds:
            differ = self.differ(*pair)
            traits = self.differing(*pair) if differ else self.traits(*pair)
            read = isinstance(self._laid.read(first, second), SameThing)
            self._odds[pair] = weigh(traits, TABLES[differ, read])
        return self._odds[pair]

    def differ(self, first: int, second: int) -> bool:
        """Whether the fields alone do not show that two figures can both be true."""
        pair = (min(first, second), max(first, second))
        return self._laid.by_fields(*pair).relation not in CAN_BOTH

    def in_doubt(self, pairs: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
        """Those of `pairs` whose words need to be read, the likeliest first.

        So it is where the fields leave in doubt whether they are of one thing.
        """
        found = []
        for first, second in pairs:
            if self._laid.story(first, second) >= ONE_EVENT:
                likely = probability(self._own_odds(first, second))
                if likely >= DOUBT[not self.differ(first, second)]:
                    found.append((-round(likely, 9), first, second))
        return [(first, second) for _, first, second in sorted(found)]

    def traits(self, first: int, second: int) -> Traits:
        """What tells whether two figures are of one thing."""
        left, right = self._laid.pair(first, second)
        one, other = self._laid.completed(first, second)
        if not (isinstance(one, Quantity) and isinstance(other, Quantity)):
            return {}
        return {
            **odds.of_values(one, other),
            **odds.of_claims(left, right),
            "one story": self._laid.story(first, second),
            "sentences alike": self._laid.alike_told(first, second),
            "other days named": dated_apart(left, right),
            **odds.of_reading(self._laid.read(first, second)),
        }

    def differing(self, first: int, second: int) -> Traits:
        """What tells whether two figures that differ are of one thing."""
        one, other = self._laid.completed(first, second)
        if not (isinstance(one, Quantity) and isinstance(other, Quantity)):
            return {}
        code = self._laid.by_fields(first, second).code
        claims = self._laid.pair(first, second)
        found = odds.of_difference(claims, (one, other), code, alike(one, other))
        return self.traits(first, second) | found

    def told_both(self, first: int, second: int) -> bool:
        """Whether one document has both figures, each for a thing of its own.

        "178 of 369 punches, against 30 of 207": then another's 178 is not a false 207.
        """
        return self._has_twin(first, second) or self._has_twin(second, first)

    def _has_twin(self, one: int, other: int) -> bool:
        """Whether the document of `one` has the figure of `other` too, of what `other` counts."""
        values = self._laid.values
        value = values[other]
        if not isinstance(value, Quantity):
            return False
        twins = self._same_figure.get(_figure(self._laid.claims[one], value), ())
        return any(twin != one and _alike(values[twin], value) >= TWIN for twin in twins)

    @cached_property
    def _rivals(self) -> Rivals:
        """The pairs that were read: of all others it is clear that they are of two things."""
        pairs = self._laid.reads_of(SameThing)
        return Rivals((*self._laid.pair(*pair), self._own_odds(*pair)) for pair in pairs)

    @cached_property
    def _same_figure(self) -> dict[Figure, list[int]]:
        """The quantities of each document by their figure and unit."""
        found: dict[Figure, list[int]] = {}
        for index, value in enumerate(self._laid.values):
            if isinstance(value, Quantity):
                found.setdefault(_figure(self._laid.claims[index], value), []).append(index)
        return found


def _is_short(values: tuple[Value, Value]) -> bool:
    """Whether the figures have one digit that tells: 2, 30, 5,000."""
    amounts = [middle(value) for value in values if isinstance(value, Quantity)]
    return all(
        amount is not None and len(amount.normalize().as_tuple().digits) == 1 for amount in amounts
    )


def _figure(claim: Claim, value: Quantity) -> Figure:
    return claim.document_id, value.low, value.high, value.unit


def _alike(one: Value, other: Value) -> float:
    return alike(one, other) if isinstance(one, Quantity) and isinstance(other, Quantity) else 0.0


def _is_unnamed_age(values: tuple[Value, Value]) -> bool:
    return any(isinstance(value, Quantity) and is_aged(value) for value in values)


def _names_whole(claims: tuple[Claim, Claim], values: tuple[Value, Value]) -> bool:
    return any(
        isinstance(whole, Quantity) and names_whole(part, whole)
        for part, whole in zip(claims, reversed(values), strict=True)
    )


def _by_chance(values: tuple[Value, Value], finding: Finding) -> bool:
    """Whether so much would be found of any two figures for one bare noun."""
    first, second = values
    if not (isinstance(first, Quantity) and isinstance(second, Quantity)):
        return False
    if not (is_bare(first) or is_bare(second)):
        return False
    far = gap(middle(first) or Decimal(0), middle(second) or Decimal(0)) > FAR
    return finding.code is Code.BOUNDS and far
