"""All claims of one kind laid side by side: what each says, and what two say by their fields."""

from collections.abc import Mapping, Sequence

from claims.kind import Value
from evidence.records import Claim, Read
from xref import likeness
from xref.comparators import COMPARATORS
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
        self.comparator = COMPARATORS[claims[0].kind] if claims else None
        self.values: list[Value] = [in_context(claim) for claim in claims]
        self.sentences = [likeness.of_sentence(claim) for claim in claims]
        self._denied = [one.kind == "quantity" and is_denied(one) for one in claims]
        self._found: dict[tuple[int, int], Finding] = {}

    def pair(self, first: int, second: int) -> tuple[Claim, Claim]:
        """The two claims."""
        return self.claims[first], self.claims[second]

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
        if self.comparator is None:
            return Finding(Relation.UNCLEAR, Code.UNKNOWN_SCOPE, "not comparable")
        if (first, second) not in self._found:
            values = self.completed(first, second)
            finding = self.comparator.compare(*values)
            found = updated(*self.pair(first, second), values, finding)
            self._found[first, second] = denied(found, self._denied[first], self._denied[second])
        return self._found[first, second]

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
