"""A finding with what the pair head makes of the words of the two claims: evidence, not judge.

The fields of two claims decide; their words, read whole, make that surer or less sure.
"""

from dataclasses import replace

from claims.kind import Value
from claims.quantity import Quantity
from claims.statement import Statement
from evidence.records import Read, Relating, SameThing
from xref.quantity import compare
from xref.relation import CAN_BOTH, By, Code, Finding, Relation
from xref.say import figure
from xref.units import measure

# So sure it must be of a refutation to unsettle an agreement, or to settle a denial.
REFUTED = 0.9
# From here on it concurs.
CONCURS = 0.5
# Log-odds from which on two figures are read as of one thing, surely so, and as of one that stays.
ONE_THING, SURELY, STAYS = 0.0, 1.5, 0.5
OPEN = frozenset({Code.UNKNOWN_SCOPE, Code.UNKNOWN_UNIT, Code.NUMERIC})


def informed(finding: Finding, values: tuple[Value, Value], read: Read | None) -> Finding:
    """The finding with what the words say of it; `By` tells which decided."""
    if isinstance(read, SameThing):
        return _settled(finding, values, read)
    if read is None:
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


def _settled(finding: Finding, values: tuple[Value, Value], read: SameThing) -> Finding:
    """The finding on two figures, settled where the words around them tell of one thing.

    So it is where the fields leave open whether the two are of one thing.
    """
    one, other = values
    if not (isinstance(one, Quantity) and isinstance(other, Quantity)):
        return finding
    if finding.code not in OPEN or read.odds < ONE_THING or not _on_one_scale(one, other):
        return finding
    told = compare(one, replace(other, counted=one.counted, unit=_unit(one, other)))
    if told.relation in CAN_BOTH:
        return replace(told, by=By.WORDS)
    # A part and its whole read much alike, and a count that runs may be of two days: only what is
    # surely one thing, and surely none that changes, is a contradiction.
    if read.odds < SURELY or read.running > -STAYS or finding.relation is Relation.CONFLICTS:
        return finding
    reason = f"{figure(one)} against {figure(other)}, of one thing as it is told: not both are true"
    return Finding(Relation.CONFLICTS, Code.NUMERIC, reason, By.WORDS)


def _on_one_scale(one: Quantity, other: Quantity) -> bool:
    """Whether both count, or both measure in units that convert."""
    first, second = measure(one.unit).dimension, measure(other.unit).dimension
    return first == second or (_counts(one) and _counts(other))


def _counts(value: Quantity) -> bool:
    return measure(value.unit).dimension.startswith("count")


def _unit(one: Quantity, other: Quantity) -> str:
    """The other's unit, or what the one counts: two counts read as of one thing count the same."""
    return one.unit if _counts(one) and _counts(other) else other.unit


def _hedged(value: Value) -> bool:
    return isinstance(value, Statement) and value.hedged


def _concurs(relation: Relation, read: Relating) -> bool:
    match relation:
        case Relation.AGREES | Relation.COMPATIBLE:
            return read.supports >= CONCURS
        case Relation.CONFLICTS:
            return read.refutes >= CONCURS
    return False
