"""How surely two claims are about the same thing, and what they then mean for one another."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from claims.kind import Value
from claims.logistic import Traits, probability, weigh
from claims.policy import Policy
from claims.quantity import Quantity
from evidence.records import Claim, Read, SameThing
from xref import likeness, odds
from xref.bearer import is_bare
from xref.blocking import candidates
from xref.comparators import COMPARATORS
from xref.context import filled, in_context
from xref.informed import informed
from xref.interval import gap, middle
from xref.nearest import nearest
from xref.orders import told_twice
from xref.part_of import names_whole
from xref.quantity import is_aged, of_two_things
from xref.relation import CAN_BOTH, Code, Comparison, Finding, Relation
from xref.rivals import Rivals
from xref.running import running
from xref.settled import IN_DISPUTE, settled
from xref.stories import ONE_EVENT, Stories
from xref.two_things import are_apart, dated_apart
from xref.update import newer_first, updated
from xref.weights import TABLES

SAME_SENTENCE = 0.5
TOLD_AGAIN = 0.95
TOLD_ALIKE = 0.75
# Bounds that figures so far apart allow each other mean nothing where the noun is bare.
FAR = Decimal("0.5")
# How sure one must be that two claims are about the same thing before saying so: a false conflict
# costs a reader's trust more than a missed one, a false agreement less than either.
NEEDED = {
    Relation.AGREES: 0.55,
    Relation.COMPATIBLE: 0.6,
    Relation.UPDATES: 0.7,
    Relation.UNCLEAR: 0.7,
    Relation.CONFLICTS: 0.7,
}
# How probable it must be that two figures which can both be true are of one thing.
LIKELY = {Relation.AGREES: 0.69, Relation.COMPATIBLE: 0.6}
# Amounts that allow each other do so more often by chance.
LIKELY_ROUGHLY: dict[Code | None, float] = {Code.BOUNDS: 0.75, Code.PRECISION: 0.75}
LIKELY_UNNAMED = 0.65
# And figures that differ, without contradicting each other.
DIFFERING = {Relation.UPDATES: 0.65, Relation.UNCLEAR: 0.9}
# Between these probabilities it is in doubt: of figures that differ, and of those that do not.
DOUBT = {False: (0.03, 1.0), True: (0.05, 0.95)}
# How alike sentences, or the words around two figures, must be for these to be in dispute.
TOLD_NEARLY = 0.6
# From here on they are at least not in the way of others of their groups that are.
TOLD_HARDLY = 0.3
# From here on weighed traits decide alone, which were learnt from articles about one event.
SURE_STORY = 0.7
LEAST_NEEDED = min(NEEDED.values())
OTHER_DATE = 0.15
# How alike a figure of the same document must be to what it is weighed against.
TWIN = 0.55
UNSETTLED = frozenset({Relation.CONFLICTS, Relation.UNCLEAR})
# What is found of two claims of one document that are one claim made twice.
ONE_ASSERTION = frozenset({Code.EXACT, Code.POLICY_SAME})
TOLD_OF_TWO_DAYS = frozenset({Code.DATE, Code.POLICY_UPDATE})
OF_ONE_COUNT = frozenset({Code.TOLL_UPDATE, Code.SUBSET})
QUOTED_AGAIN = frozenset({Code.QUOTE_TRUNCATED, Code.QUOTE_UNATTRIBUTED})


@dataclass(frozen=True, slots=True)
class Link:
    """How far a pair is above (or below) what is needed to call it the same thing."""

    margin: float
    barred: bool = False


# A document, and the ends and the unit of a figure.
Figure = tuple[str, Decimal | None, Decimal | None, str]
BARRED = Link(-1.0, barred=True)
BESIDE = Link(-0.01)
# Nothing says that the two are the same, and nothing that they are not.
LACKING = Link(-0.15)


class Pairing:
    """All claims of one kind, ready to be laid side by side; every pair is weighed once.

    `order` is what to sort the claims by so that the like stand together.
    """

    def __init__(
        self,
        claims: Sequence[Claim],
        stories: Stories,
        reads: Mapping[frozenset[str], Read] | None = None,
    ) -> None:
        """Read the claims' values and the words around them; `reads` as in `xref.check.check`."""
        self.claims = claims
        self._reads = reads or {}
        self._stories = stories
        self._comparator = COMPARATORS[claims[0].kind] if claims else None
        self._values = [in_context(claim) for claim in claims]
        self._sentences = [likeness.of_sentence(claim) for claim in claims]
        self.order = [_order(claim) for claim in claims]
        self._links: dict[tuple[int, int], Link] = {}
        self._of_fields: dict[tuple[int, int], Finding] = {}
        self._findings: dict[tuple[int, int], Finding] = {}
        self._likelihoods: dict[tuple[int, int], float] = {}

    def candidates(self) -> Iterator[tuple[int, int]]:
        """Pairs of claims that are worth comparing, each once."""
        if self._comparator is None:
            return
        keys = [self._comparator.keys(value) for value in self._values]
        seen = set()
        for pair in candidates(keys, self.order):
            seen.add(pair)
            yield pair
        if all(isinstance(value, Quantity) for value in self._values):
            near = nearest(self.claims, self._values, self._sentences, self._stories)
            yield from sorted(set(near) - seen)

    def link(self, first: int, second: int) -> Link:
        """How sure it is that the two are about the same thing."""
        pair = (min(first, second), max(first, second))
        if pair not in self._links:
            self._links[pair] = self._weigh(*pair)
        return self._links[pair]

    def bars(self, first: int, second: int) -> bool:
        """Whether two groups with these two in them cannot be one.

        So it is where the two are barred, or hardly alike and yet would dispute one another.
        """
        link = self.link(first, second)
        if link.barred or link.margin >= BESIDE.margin:
            return link.barred
        return self.relation(first, second) is Relation.CONFLICTS

    def relation(self, first: int, second: int) -> Relation:
        """What the two mean for one another, if they are of one thing."""
        pair = (min(first, second), max(first, second))
        return self._find(*pair, self._completed(*pair)).relation

    def compare(self, first: int, second: int) -> Comparison:
        """What the two mean for one another, the newer first where one updates the other."""
        left, right = self.claims[first], self.claims[second]
        values = self._completed(first, second)
        finding = self._find(first, second, values)
        if finding.relation is Relation.UPDATES and not newer_first(left, right, values):
            return Comparison(right, left, self._find(second, first, (values[1], values[0])))
        return Comparison(left, right, finding)

    def _weigh(self, first: int, second: int) -> Link:
        left, right = self.claims[first], self.claims[second]
        if self._comparator is None:
            return BARRED
        repeated = left.document_id == right.document_id
        story = 1.0 if repeated else self._stories.likeness(left, right)
        # Only words that are certain by themselves are looked for across stories.
        if not story and self._comparator.certain > 1:
            return LACKING
        values = self._completed(first, second)
        if _of_two_things(values):
            return BARRED
        alike = self._comparator.alike(*values)
        if not alike and not _are_figures(values):
            return BARRED
        # What falls short in the best of sentences need not be compared.
        short = 0.5 * alike + 0.25 + 0.25 * story - LEAST_NEEDED
        weighed = alike >= self._comparator.certain or repeated or _are_figures(values)
        if short < 0 and not weighed:
            return Link(short)
        finding = self._find(first, second, values)
        if repeated:
            return _repeated(alike, finding, values)
        unsettled = finding.relation in UNSETTLED and not _is_toll(values)
        if unsettled and self._told_both(first, second):
            return BARRED
        sentence = self._sentences[first].likeness(self._sentences[second])
        stories = self._stories.of(left), self._stories.of(right)
        if are_apart((left, right), stories, values, finding):
            return BARRED
        # A sentence told again nearly word for word is the same wherever the story is set.
        again = finding.relation is Relation.AGREES and sentence >= (
            TOLD_ALIKE if finding.code is Code.EXACT else TOLD_AGAIN
        )
        if not again and self._elsewhere(left, right):
            return BARRED
        needed = NEEDED[finding.relation]
        if alike >= self._comparator.certain:
            return Link(alike - needed)
        if not story:
            return LACKING
        # Every day somewhere somebody is killed: a toll needs its event.
        newer = finding.relation is Relation.UPDATES
        if story < (SURE_STORY if newer else ONE_EVENT) and _is_toll(values):
            return LACKING
        if _are_figures(values):
            return self._weigh_figures(first, second, finding, (alike, sentence, story))
        told = min(1.0, sentence / SAME_SENTENCE) + min(1.0, story / SURE_STORY)
        total = 0.5 * alike + 0.25 * told
        return Link(total - self._set_back(left, right, finding) - needed)

    def _weigh_figures(
        self, first: int, second: int, finding: Finding, told: tuple[float, float, float]
    ) -> Link:
        """How sure it is that two figures are of one thing.

        `told` is how alike what they count, their sentences and their documents' stories are.
        """
        alike, sentence, story = told
        left, right = self.claims[first], self.claims[second]
        values = self._completed(first, second)
        relation = finding.relation
        whole_named = story >= ONE_EVENT and _names_whole((left, right), values)
        if finding.code is Code.SUBSET and whole_named:
            return Link(1 - NEEDED[relation])
        read = self._read(left, right)
        if relation not in CAN_BOTH and read is None and _is_unnamed_age(values):
            return LACKING
        if relation in DIFFERING:
            return Link(self._likely(first, second) - DIFFERING[relation])
        near = sentence
        if relation is Relation.CONFLICTS:
            if isinstance(read, SameThing) and read.running < 0:
                margin = self._likely(first, second) - IN_DISPUTE
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
        if _is_unnamed_age(values):
            # The same age in one story is seldom another person's; in two it often is.
            if story < SURE_STORY:
                return LACKING
            likely = LIKELY_UNNAMED
        margin = 1.0
        if likely:
            margin = self._likely(first, second) - likely
            if story >= SURE_STORY:
                return Link(margin)
        total = 0.5 * alike + 0.25 * min(1.0, near / SAME_SENTENCE) + 0.25 * story
        total -= self._set_back(left, right, finding)
        return Link(min(margin, total - NEEDED[relation]))

    def _likely(self, first: int, second: int) -> float:
        """How probable it is that two figures are of one thing."""
        pair = (min(first, second), max(first, second))
        if pair not in self._likelihoods:
            differ = self.differ(*pair)
            traits = self.differing(*pair) if differ else self.traits(*pair)
            read = isinstance(self._read(self.claims[first], self.claims[second]), SameThing)
            self._likelihoods[pair] = probability(weigh(traits, TABLES[differ, read]))
        return self._likelihoods[pair]

    def differ(self, first: int, second: int) -> bool:
        """Whether the fields alone do not show that two figures can both be true."""
        pair = (min(first, second), max(first, second))
        return self._by_fields(*pair, self._completed(*pair)).relation not in CAN_BOTH

    def in_doubt(self) -> list[tuple[int, int]]:
        """The pairs of figures of two documents whose words need to be read, the likeliest first.

        So it is where the fields leave in doubt whether they are of one thing.
        """
        found = []
        for first, second in self.candidates():
            left, right = self.claims[first], self.claims[second]
            told = left.document_id != right.document_id and not self.link(first, second).barred
            if told and self._stories.likeness(left, right) >= ONE_EVENT:
                least, most = DOUBT[not self.differ(first, second)]
                likely = self._likely(first, second)
                if least <= likely <= most:
                    found.append((-round(likely, 9), first, second))
        return [(first, second) for _, first, second in sorted(found)]

    def _set_back(self, left: Claim, right: Claim, finding: Finding) -> float:
        """What is told of two days may well be one thing that changed, or of which one is wrong."""
        apart = finding.code not in TOLD_OF_TWO_DAYS and dated_apart(left, right)
        return OTHER_DATE if apart else 0.0

    def traits(self, first: int, second: int) -> Traits:
        """What tells whether two figures are of one thing; nothing for other kinds."""
        left, right = self.claims[first], self.claims[second]
        one, other = self._completed(first, second)
        if not (isinstance(one, Quantity) and isinstance(other, Quantity)):
            return {}
        return {
            **odds.of_values(one, other),
            **odds.of_claims(left, right),
            "one story": self._stories.likeness(left, right),
            "sentences alike": self._sentences[first].likeness(self._sentences[second]),
            "other days named": dated_apart(left, right),
            **odds.of_reading(self._read(left, right), self._rivals.ahead(left, right)),
        }

    def differing(self, first: int, second: int) -> Traits:
        """What tells whether two figures that differ are of one thing; nothing for other kinds."""
        one, other = self._completed(first, second)
        if self._comparator is None or not (
            isinstance(one, Quantity) and isinstance(other, Quantity)
        ):
            return {}
        code = self._by_fields(first, second, (one, other)).code
        alike = self._comparator.alike(one, other)
        claims = self.claims[first], self.claims[second]
        found = odds.of_difference(claims, (one, other), code, alike)
        return self.traits(first, second) | found

    def _told_both(self, first: int, second: int) -> bool:
        """Whether one document has both figures, each for a thing of its own.

        "178 of 369 punches, against 30 of 207": then another's 178 is not a false 207.
        """
        return self._has_twin(first, second) or self._has_twin(second, first)

    def _has_twin(self, one: int, other: int) -> bool:
        """Whether the document of `one` has the figure of `other` too, of what `other` counts."""
        value = self._values[other]
        if self._comparator is None or not isinstance(value, Quantity):
            return False
        alike = self._comparator.alike
        twins = self._same_figure.get(_figure(self.claims[one], value), ())
        return any(twin != one and alike(self._values[twin], value) >= TWIN for twin in twins)

    @cached_property
    def _rivals(self) -> Rivals:
        return Rivals(self.claims, self._values, self._reads)

    @cached_property
    def _same_figure(self) -> dict[Figure, list[int]]:
        """The quantities of each document by their figure and unit."""
        found: dict[Figure, list[int]] = {}
        for index, value in enumerate(self._values):
            if isinstance(value, Quantity):
                found.setdefault(_figure(self.claims[index], value), []).append(index)
        return found

    def _elsewhere(self, left: Claim, right: Claim) -> bool:
        """Whether the documents' stories are set in different places."""
        certain = self._comparator is not None and self._comparator.certain <= 1
        return not certain and self._stories.of(left).elsewhere(self._stories.of(right))

    def _completed(self, first: int, second: int) -> tuple[Value, Value]:
        """The two values, each completed with limits that its own document also speaks of."""
        left, right = self._values[first], self._values[second]
        one, other = self._stories.of(self.claims[first]), self._stories.of(self.claims[second])
        return (
            filled(left, right, one.words, one.dates, one.countries),
            filled(right, left, other.words, other.dates, other.countries),
        )

    def _find(self, first: int, second: int, values: tuple[Value, Value]) -> Finding:
        if (first, second) not in self._findings:
            found = self._by_fields(first, second, values)
            read = self._read(self.claims[first], self.claims[second])
            if isinstance(read, SameThing):
                likely = self._likely(first, second)
                self._findings[first, second] = settled(found, values, likely, read.running)
            else:
                self._findings[first, second] = informed(found, values, read)
        return self._findings[first, second]

    def _by_fields(self, first: int, second: int, values: tuple[Value, Value]) -> Finding:
        """The finding before it is asked what the words around both tell."""
        if self._comparator is None:
            return Finding(Relation.UNCLEAR, Code.UNKNOWN_SCOPE, "not comparable")
        if (first, second) not in self._of_fields:
            finding = self._comparator.compare(*values)
            left, right = self.claims[first], self.claims[second]
            self._of_fields[first, second] = updated(left, right, values, finding)
        return self._of_fields[first, second]

    def _read(self, left: Claim, right: Claim) -> Read | None:
        return self._reads.get(frozenset((left.id, right.id))) if self._reads else None


def _figure(claim: Claim, value: Quantity) -> Figure:
    return claim.document_id, value.low, value.high, value.unit


def _order(claim: Claim) -> str:
    return json.dumps(claim.value, sort_keys=True, default=str)


def _repeated(alike: float, finding: Finding, values: tuple[Value, Value]) -> Link:
    """Within one document only the same assertion made twice belongs together."""
    same = finding.code in ONE_ASSERTION and alike >= 0.8
    first, second = values
    if isinstance(first, Policy) and isinstance(second, Policy):
        # "A curfew: nobody may be out after ten" tells of one order.
        fits = finding.relation in (Relation.AGREES, Relation.COMPATIBLE)
        same = same or (fits and told_twice(first, second))
    same = same or (finding.code in QUOTED_AGAIN and alike == 1.0)
    if same:
        return Link(1.0)
    if _are_figures(values) and finding.relation is Relation.COMPATIBLE:
        return BESIDE
    # "Up from 12 a day earlier", "five of the 23": not the same, but of one count. And what is said
    # in other words may be the same.
    return BESIDE if finding.code in OF_ONE_COUNT or finding.relation is Relation.AGREES else BARRED


def _are_figures(values: tuple[Value, Value]) -> bool:
    return all(isinstance(value, Quantity) for value in values)


def _is_unnamed_age(values: tuple[Value, Value]) -> bool:
    return any(isinstance(value, Quantity) and is_aged(value) for value in values)


def _of_two_things(values: tuple[Value, Value]) -> bool:
    first, second = values
    if not (isinstance(first, Quantity) and isinstance(second, Quantity)):
        return False
    return of_two_things(first, second)


def _is_toll(values: tuple[Value, Value]) -> bool:
    first, second = values
    return isinstance(first, Quantity) and isinstance(second, Quantity) and running(first, second)


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
