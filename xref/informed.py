"""A finding with what the pair head makes of the words of the two claims: evidence, not judge.

The fields of two claims decide; their words, read whole, make that surer or less sure.
"""

from dataclasses import replace

from claims.kind import Value
from claims.statement import Statement
from evidence.records import Read, Relating
from xref.relation import By, Code, Finding, Relation

# So sure it must be of a refutation to unsettle an agreement, or to settle a denial.
REFUTED = 0.9
# From here on it concurs.
CONCURS = 0.5


def informed(finding: Finding, values: tuple[Value, Value], read: Read | None) -> Finding:
    """The finding with what the words say of it; `By` tells which decided."""
    if not isinstance(read, Relating) or read.supports is None or read.refutes is None:
        return finding
    if finding.relation is Relation.AGREES and read.refutes >= REFUTED:
        reason = f"{finding.reason}, it seems; but read whole, one refutes the other"
        return Finding(Relation.UNCLEAR, Code.UNKNOWN_SCOPE, reason, By.WORDS)
    one, other = values
    denied = (
        isinstance(one, Statement) and isinstance(other, Statement) and one.negated != other.negated
    )
    unsettled = finding.relation is Relation.UNCLEAR and finding.code is Code.UNKNOWN_SCOPE
    if denied and unsettled and read.refutes >= REFUTED and not (_hedged(one) or _hedged(other)):
        reason = "one denies what the other tells, and read whole, each refutes the other"
        return Finding(Relation.CONFLICTS, Code.DENIAL, reason, By.WORDS)
    if _concurs(finding.relation, read):
        return replace(finding, by=By.BOTH)
    return finding


def _hedged(value: Value) -> bool:
    return isinstance(value, Statement) and value.hedged


def _concurs(relation: Relation, read: Relating) -> bool:
    match relation:
        case Relation.AGREES | Relation.COMPATIBLE:
            return (read.supports or 0.0) >= CONCURS
        case Relation.CONFLICTS:
            return (read.refutes or 0.0) >= CONCURS
    return False
