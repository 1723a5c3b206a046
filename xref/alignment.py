"""Claims about the same thing, with everything that was found about them."""

from dataclasses import dataclass

from evidence.records import Claim, digest
from xref.relation import Comparison
from xref.verdict import Verdict


def alignment_id(claims: tuple[Claim, ...]) -> str:
    """An id that the same claims always get, in whatever order they come."""
    return digest(*sorted(claim.id for claim in claims))


@dataclass(frozen=True, slots=True)
class Alignment:
    """Claims about the same thing, in the order of their documents and their text.

    A claim that nothing matches stands in an alignment of its own. `comparisons` holds one entry
    for each pair of claims of different documents; `sources` counts the outlets, `independent`
    the voices left when copies and relays are counted with what they repeat.
    """

    id: str
    kind: str
    topic: str
    verdict: Verdict
    claims: tuple[Claim, ...]
    sources: int
    independent: int
    comparisons: tuple[Comparison, ...] = ()
