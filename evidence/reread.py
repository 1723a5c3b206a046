"""What becomes of a claim when another reader reads its document again."""

from collections import defaultdict
from collections.abc import Iterable

from evidence.records import Claim

# Two readers may cut the same claim a little differently; half of the words must be the same.
_SAME = 0.5


def successors(before: Iterable[Claim], after: Iterable[Claim]) -> dict[str, str]:
    """For each claim id that is gone, the id of the claim that stands for the same words now.

    The successor has the same kind and the most characters in common, at least half of both
    together; between equals, the most members of the value. A claim without one is left out.
    """
    by_kind: dict[str, list[Claim]] = defaultdict(list)
    for claim in after:
        by_kind[claim.kind].append(claim)
    kept = {claim.id for claims in by_kind.values() for claim in claims}
    found: dict[str, str] = {}
    for claim in before:
        if claim.id not in kept and by_kind[claim.kind]:
            best = max(by_kind[claim.kind], key=lambda other: (*_likeness(claim, other), other.id))
            if _likeness(claim, best)[0] >= _SAME:
                found[claim.id] = best.id
    return found


def _likeness(left: Claim, right: Claim) -> tuple[float, int]:
    shared = min(left.end, right.end) - max(left.start, right.start)
    joined = max(left.end, right.end) - min(left.start, right.start)
    same = sum(right.value.get(key) == member for key, member in left.value.items())
    return max(shared, 0) / max(joined, 1), same
