"""How sure it is that two claims are about the same thing, above or below what is needed."""

from dataclasses import dataclass

from evidence.records import Claim
from xref.relation import Code, Finding, Relation
from xref.two_things import dated_apart

# How sure one must be that two claims are about the same thing before saying so: a false conflict
# costs a reader's trust more than a missed one, a false agreement less than either.
NEEDED = {
    Relation.AGREES: 0.55,
    Relation.COMPATIBLE: 0.6,
    Relation.UPDATES: 0.7,
    Relation.UNCLEAR: 0.7,
    Relation.CONFLICTS: 0.7,
}
OTHER_DATE = 0.15
TOLD_OF_TWO_DAYS = frozenset({Code.DATE, Code.POLICY_UPDATE})


@dataclass(frozen=True, slots=True)
class Link:
    """How far a pair is above (or below) what is needed to call it the same thing."""

    margin: float
    barred: bool = False


BARRED = Link(-1.0, barred=True)
BESIDE = Link(-0.01)
# Nothing says that the two are the same, and nothing that they are not.
LACKING = Link(-0.15)


def set_back(left: Claim, right: Claim, finding: Finding) -> float:
    """What is told of two days may well be one thing that changed, or of which one is wrong."""
    apart = finding.code not in TOLD_OF_TWO_DAYS and dated_apart(left, right)
    return OTHER_DATE if apart else 0.0
