"""How surely two claims are about the same thing, and what they then mean for one another."""

import json
from collections.abc import Iterator, Mapping, Sequence

from claims.kind import Value
from claims.policy import Policy
from claims.quantity import Quantity
from claims.statement import Statement
from evidence.records import Claim, Read, Relating, SameThing
from xref.blocking import candidates
from xref.clause_pairs import ClausePairs
from xref.comparators import COMPARATORS
from xref.figure_pairs import SAME_SENTENCE, SURE_STORY, FigurePairs
from xref.informed import informed
from xref.link import BARRED, BESIDE, LACKING, NEEDED, Link, set_back
from xref.nearest import nearest
from xref.orders import told_twice
from xref.quantity import of_two_things
from xref.relation import By, Code, Comparison, Finding, Relation
from xref.running import running
from xref.settled import settled
from xref.side_by_side import SideBySide
from xref.stories import ONE_EVENT, Stories
from xref.two_things import are_apart
from xref.update import newer_first
from xref.worded import counted_apart, worded

TOLD_AGAIN = 0.95
TOLD_ALIKE = 0.75
# From here on the fields of two clauses show what they are to one another.
BY_FIELDS = 0.5
# Two clauses must be so probably of one thing before their words say what they are to one another.
TOLD_OF_ONE = 0.3
NOT_TOLD = Finding(
    Relation.UNCLEAR, Code.UNKNOWN_SCOPE, "each may be of one thing with others here", By.WORDS
)
LEAST_NEEDED = min(NEEDED.values())
UNSETTLED = frozenset({Relation.CONFLICTS, Relation.UNCLEAR})
# What is found of two claims of one document that are one claim made twice.
ONE_ASSERTION = frozenset({Code.EXACT, Code.POLICY_SAME})
OF_ONE_COUNT = frozenset({Code.TOLL_UPDATE, Code.SUBSET})
QUOTED_AGAIN = frozenset({Code.QUOTE_TRUNCATED, Code.QUOTE_UNATTRIBUTED})


class Pairing:
    """Claims of one kind, or all clauses, ready to be compared; every pair is weighed once.

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
        self.order = [_order(claim) for claim in claims]
        self._laid = SideBySide(claims, stories, reads or {})
        self.figures = FigurePairs(self._laid)
        self.clauses = ClausePairs(self._laid)
        self._links: dict[tuple[int, int], Link] = {}
        self._findings: dict[tuple[int, int], Finding] = {}

    def candidates(self) -> Iterator[tuple[int, int]]:
        """Pairs of claims that are worth comparing, each once."""
        laid, seen = self._laid, set()
        for pair in candidates(laid.keys(), self.order):
            seen.add(pair)
            yield pair
        if all(isinstance(value, Quantity) for value in laid.values):
            near = set(nearest(self.claims, laid.values, laid.sentences, laid.stories))
        else:
            near = set(laid.reads_of(Relating))
        yield from sorted(near - seen)

    def in_doubt(self) -> list[tuple[int, int]]:
        """The pairs of figures whose words need to be read, the likeliest first."""
        return self.figures.in_doubt(
            (first, second)
            for first, second in self.candidates()
            if self.claims[first].document_id != self.claims[second].document_id
            and not self.link(first, second).barred
        )

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
        return self._find(*pair).relation

    def compare(self, first: int, second: int) -> Comparison:
        """What the two mean for one another, the newer first where one updates the other."""
        left, right = self.claims[first], self.claims[second]
        finding = self._find(first, second)
        if finding.relation is Relation.UPDATES:
            values = self._laid.completed(first, second)
            if not newer_first(left, right, values):
                return Comparison(right, left, self._find(second, first))
        return Comparison(left, right, finding)

    def _weigh(self, first: int, second: int) -> Link:
        link = self._by_fields(first, second)
        if link.barred or not isinstance(self._laid.read(first, second), Relating):
            return link
        return max(link, self._by_words(first, second), key=lambda one: one.margin)

    def _by_fields(self, first: int, second: int) -> Link:
        left, right = self.claims[first], self.claims[second]
        comparator = self._laid.comparator(first, second)
        repeated = left.document_id == right.document_id
        story = 1.0 if repeated else self._laid.story(first, second)
        if comparator is None:
            return LACKING if story and not repeated else BARRED
        # Only words that are certain by themselves are looked for across stories.
        if not story and comparator.certain > 1:
            return LACKING
        values = self._laid.completed(first, second)
        if _of_two_things(values):
            return BARRED
        alike = self._laid.alike(first, second)
        if not alike and not _are_figures(values):
            return LACKING if story and not repeated and _are_clauses(values) else BARRED
        # What falls short in the best of sentences need not be compared.
        short = 0.5 * alike + 0.25 + 0.25 * story - LEAST_NEEDED
        weighed = alike >= comparator.certain or repeated or _are_figures(values)
        if short < 0 and not weighed:
            return Link(short)
        finding = self._find(first, second)
        if repeated:
            return _repeated(alike, finding, values)
        unsettled = finding.relation in UNSETTLED and not _is_toll(values)
        if unsettled and self.figures.told_both(first, second):
            return BARRED
        sentence = self._laid.alike_told(first, second)
        stories = self._laid.stories.of(left), self._laid.stories.of(right)
        if are_apart((left, right), stories, values, finding):
            return BARRED
        # A sentence told again nearly word for word is the same wherever the story is set.
        again = finding.relation is Relation.AGREES and sentence >= (
            TOLD_ALIKE if finding.code is Code.EXACT else TOLD_AGAIN
        )
        if not again and self._elsewhere(left, right):
            return BARRED
        needed = NEEDED[finding.relation]
        if alike >= comparator.certain:
            return Link(alike - needed)
        if not story:
            return LACKING
        # Every day somewhere somebody is killed: a toll needs its event.
        newer = finding.relation is Relation.UPDATES
        if story < (SURE_STORY if newer else ONE_EVENT) and _is_toll(values):
            return LACKING
        if _are_figures(values):
            return self.figures.link(first, second, finding, (alike, sentence, story))
        told = min(1.0, sentence / SAME_SENTENCE) + min(1.0, story / SURE_STORY)
        total = 0.5 * alike + 0.25 * told
        return Link(total - set_back(left, right, finding) - needed)

    def _by_words(self, first: int, second: int) -> Link:
        """How sure it is of two policies or statements that were read."""
        claims = left, right = self._laid.pair(first, second)
        finding, values = self._find(first, second), self._laid.completed(first, second)
        if not all(isinstance(value, Policy) for value in values) and counted_apart(
            left.text, right.text
        ):
            # What it means that figures differ, the figures themselves say.
            return BARRED
        stories = self._laid.stories.of(left), self._laid.stories.of(right)
        if are_apart(claims, stories, values, finding):
            return BARRED
        if self._elsewhere(left, right) and self._laid.alike_told(first, second) < TOLD_AGAIN:
            return BARRED
        return self.clauses.link(first, second, finding)

    def _elsewhere(self, left: Claim, right: Claim) -> bool:
        """Whether the documents' stories are set in different places."""
        stories = self._laid.stories
        certain = COMPARATORS[left.kind].certain <= 1
        return not certain and stories.of(left).elsewhere(stories.of(right))

    def _find(self, first: int, second: int) -> Finding:
        if (first, second) not in self._findings:
            found = self._laid.by_fields(first, second)
            values, read = self._laid.completed(first, second), self._laid.read(first, second)
            if isinstance(read, SameThing):
                likely = self.figures.likely(first, second)
                self._findings[first, second] = settled(found, values, likely, read.running)
            else:
                self._findings[first, second] = self._find_clauses(first, second, found, read)
        return self._findings[first, second]

    def _find_clauses(self, first: int, second: int, found: Finding, read: Read | None) -> Finding:
        """What two clauses are to one another: by their fields, or by their words as read.

        Words decide where the fields are of two things, or leave it open.
        """
        values = self._laid.completed(first, second)
        if not isinstance(read, Relating):
            return found
        alike = self._laid.alike(first, second)
        one, other = (claim.text for claim in self._laid.pair(first, second))
        by_words = worded((one, values[0]), (other, values[1]), read, alike=alike)
        if self.clauses.likely(first, second) < TOLD_OF_ONE:
            by_words = NOT_TOLD
        if not alike or (alike < BY_FIELDS and read.odds > 0):
            return by_words
        is_open = found.relation is Relation.UNCLEAR and by_words.relation is not Relation.UNCLEAR
        if is_open and read.odds > 0 and not counted_apart(one, other):
            return by_words
        return informed(found, values, read)


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


def _are_clauses(values: tuple[Value, Value]) -> bool:
    return all(isinstance(value, Policy | Statement) for value in values)


def _of_two_things(values: tuple[Value, Value]) -> bool:
    first, second = values
    if not (isinstance(first, Quantity) and isinstance(second, Quantity)):
        return False
    return of_two_things(first, second)


def _is_toll(values: tuple[Value, Value]) -> bool:
    first, second = values
    return isinstance(first, Quantity) and isinstance(second, Quantity) and running(first, second)
