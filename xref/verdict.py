"""What the findings about one thing come to."""

from collections.abc import Iterable, Mapping
from enum import StrEnum

from xref.relation import Comparison, Relation


class Verdict(StrEnum):
    """How well one alignment is supported."""

    CORROBORATED = "corroborated"
    DISPUTED = "disputed"
    SINGLE_SOURCE = "single-source"
    UNCLEAR = "unclear"


SUPPORTING = frozenset({Relation.AGREES, Relation.COMPATIBLE, Relation.UPDATES})


def judge(comparisons: Iterable[Comparison], voices: Mapping[str, str]) -> Verdict:
    """One conflict outweighs any number of agreements; agreement within one voice is none.

    `voices` says for each document id whose voice it is.
    """
    across = False
    supported = False
    for comparison in comparisons:
        relation = comparison.finding.relation
        if relation is Relation.CONFLICTS:
            return Verdict.DISPUTED
        left, right = comparison.left.document_id, comparison.right.document_id
        if voices.get(left, left) != voices.get(right, right):
            across = True
            supported = supported or relation in SUPPORTING
    if supported:
        return Verdict.CORROBORATED
    return Verdict.UNCLEAR if across else Verdict.SINGLE_SOURCE
