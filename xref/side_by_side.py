"""Claims of one kind, or all clauses, side by side: what each says, and two by their fields."""

from collections.abc import Iterator, Mapping, Sequence

from claims.kind import Value
from evidence.records import Claim, Read
from xref import likeness
from xref.comparators import COMPARATORS, Comparator
from xref.context import filled, in_context
from xref.denied import denied, is_denied
from xref.relation import Code, Finding, Relation
from xref.stories import Stories
from xref.update import updated


class SideBySide:
    """The claims with their values and sentences; a pair is named by two places among them."""

    def __init__(
        self, claims: Sequence[Claim], stories: Stories, reads: Mapping[frozenset[str], Read]
    ) -> None:
        """Read the claims' values and the words around them; `reads` as in `xref.check.check`."""
        self.claims = claims
        self.reads = reads
        self.stories = stories
        self.values: list[Value] = [in_context(claim) for claim in claims]
        self.sentences = [likeness.of_sentence(claim) for claim in claims]
        self._denied = [one.kind == "quantity" and is_denied(one) for one in claims]
        self._place = {claim.id: place for place, claim in enumerate(claims)}
        self._found: dict[tuple[int, int], Finding] = {}
        self._alike: dict[tuple[int, int], float] = {}

    def pair(self, first: int, second: int) -> tuple[Claim, Claim]:
        """The two claims."""
        return self.claims[first], self.claims[second]

    def comparator(self, first: int, second: int) -> Comparator | None:
        """How the two are compared by their fields; None where each is of another kind."""
        left, right = self.pair(first, second)
        return COMPARATORS[left.kind] if left.kind == right.kind else None

    def keys(self) -> list[frozenset[str]]:
        """The blocking keys of each claim, which are those of its own kind."""
        return [
            frozenset(f"{claim.kind}:{key}" for key in COMPARATORS[claim.kind].keys(value))
            for claim, value in zip(self.claims, self.values, strict=True)
        ]

    def completed(self, first: int, second: int) -> tuple[Value, Value]:
        """The two values, each completed with limits that its own document also speaks of."""
        left, right = self.values[first], self.values[second]
        one, other = (self.stories.of(claim) for claim in self.pair(first, second))
        return (
            filled(left, right, one.words, one.dates, one.countries),
            filled(right, left, other.words, other.dates, other.countries),
        )

    def by_fields(self, first: int, second: int) -> Finding:
        """The finding before it is asked what the words around both tell."""
        comparator = self.comparator(first, second)
        if comparator is None:
            reason = "a rule in one, what happened in the other"
            return Finding(Relation.UNCLEAR, Code.UNKNOWN_SCOPE, reason)
        if (first, second) not in self._found:
            values = self.completed(first, second)
            finding = comparator.compare(*values)
            found = updated(*self.pair(first, second), values, finding)
            self._found[first, second] = denied(found, self._denied[first], self._denied[second])
        return self._found[first, second]

    def alike(self, first: int, second: int) -> float:
        """How likely the two are about one thing by their fields, from 0 to 1."""
        comparator = self.comparator(first, second)
        if comparator is None:
            return 0.0
        if (first, second) not in self._alike:
            self._alike[first, second] = comparator.alike(*self.completed(first, second))
        return self._alike[first, second]

    def reads_of(self, sort: type[Read]) -> Iterator[tuple[int, int]]:
        """The pairs among the claims of which so much was read."""
        for one in self.reads.values():
            if isinstance(one, sort) and one.left in self._place and one.right in self._place:
                first, second = self._place[one.left], self._place[one.right]
                yield min(first, second), max(first, second)

    def read(self, first: int, second: int) -> Read | None:
        """What the network made of the two, if it was asked."""
        left, right = self.pair(first, second)
        return self.reads.get(frozenset((left.id, right.id))) if self.reads else None

    def story(self, first: int, second: int) -> float:
        """How likely the documents of the two tell one story."""
        return self.stories.likeness(*self.pair(first, second))

    def alike_told(self, first: int, second: int) -> float:
        """How alike the sentences of the two are."""
        return self.sentences[first].likeness(self.sentences[second])
