"""What the findings about one thing come to."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from enum import StrEnum

from xref.relation import Comparison, Relation


class Verdict(StrEnum):
    """How well one alignment is supported."""

    CORROBORATED = "corroborated"
    DISPUTED = "disputed"
    SINGLE_SOURCE = "single-source"
    UNCLEAR = "unclear"


# Who is corroborated needs so many that do not rest on one another.
VOICES = 2
SUPPORTING = frozenset({Relation.AGREES, Relation.COMPATIBLE, Relation.UPDATES})


def judge(
    comparisons: Iterable[Comparison], voices: Mapping[str, str], *, needed: int = VOICES
) -> Verdict:
    """One conflict outweighs any number of agreements; agreement within one voice is none.

    `voices` says for each document id whose voice it is; `needed` of them must support one another.
    """
    across = False
    supported: dict[str, set[str]] = defaultdict(set)
    for comparison in comparisons:
        relation = comparison.finding.relation
        if relation is Relation.CONFLICTS:
            return Verdict.DISPUTED
        left, right = (
            voices.get(claim.document_id, claim.document_id)
            for claim in (comparison.left, comparison.right)
        )
        if left != right:
            across = True
            if relation in SUPPORTING:
                supported[left].add(right)
                supported[right].add(left)
    # Whoever supports one voice of a group is heard with it.
    if any(len(others) + 1 >= needed for others in supported.values()):
        return Verdict.CORROBORATED
    return Verdict.UNCLEAR if across else Verdict.SINGLE_SOURCE
