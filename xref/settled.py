"""What two figures mean for one another that are told of one thing, whatever words they count by.

The fields leave open whether four people arrested and nine suspects held are one count; where all
that is known of the pair tells that they are (see `xref.odds`), the amounts decide.
"""

from dataclasses import replace

from claims.kind import Value
from claims.quantity import Quantity
from xref.counted import AGE, OFTEN
from xref.quantity import compare
from xref.relation import CAN_BOTH, By, Code, Finding, Relation
from xref.say import figure
from xref.units import measure
from xref.words import stem

# How probable it must be that two figures are of one thing before amounts that allow each other
# say so, and before amounts that do not.
ONE_THING, IN_DISPUTE = 0.62, 0.57
# Where each counts by a noun of its own, children and grandsons, it must be surer.
OTHER_NOUNS = 0.75
# Log-odds from which on it is a thing that does not change, and one that does.
STAYS, RUNS = 0.5, 1.0
# Units that are told like counts, and count no things.
NO_THINGS = frozenset({OFTEN, stem("magnitude")})
OPEN = frozenset({Code.UNKNOWN_SCOPE, Code.UNKNOWN_UNIT, Code.UNKNOWN_TIME, Code.NUMERIC})


def settled(
    finding: Finding, values: tuple[Value, Value], likely: float, running: float
) -> Finding:
    """The finding on two figures, settled where it is open whether they are of one thing.

    `likely` is how probable that is; `running` the log-odds that it is a thing which changes.
    """
    one, other = values
    if not (isinstance(one, Quantity) and isinstance(other, Quantity)):
        return finding
    least = min(ONE_THING, IN_DISPUTE)
    if finding.code not in OPEN or likely < least or not _on_one_scale(one, other):
        return finding
    told = compare(one, replace(other, counted=one.counted, unit=_unit(one, other)))
    if told.relation in CAN_BOTH:
        return replace(told, by=By.WORDS) if likely >= ONE_THING else finding
    if likely < IN_DISPUTE:
        return finding
    if running >= RUNS:
        reason = f"{figure(one)} and {figure(other)}, of one thing that changes: told at two times"
        return Finding(Relation.UPDATES, Code.TOLL_UPDATE, reason, By.WORDS)
    # A count that runs may be of two days: only what surely does not change is a contradiction.
    known = finding.relation is Relation.CONFLICTS or one.counted == AGE
    doubtful = finding.code is Code.UNKNOWN_UNIT and likely < OTHER_NOUNS
    if known or doubtful or running > -STAYS:
        return finding
    reason = f"{figure(one)} against {figure(other)}, of one thing as it is told: not both are true"
    return Finding(Relation.CONFLICTS, Code.NUMERIC, reason, By.WORDS)


def _on_one_scale(one: Quantity, other: Quantity) -> bool:
    """Whether both count, or both measure in units that convert."""
    first, second = measure(one.unit).dimension, measure(other.unit).dimension
    return first == second or (_counts(one) and _counts(other))


def _counts(value: Quantity) -> bool:
    """Whether things are counted; how often or how strong a shock was is no number of things."""
    return measure(value.unit).dimension.startswith("count") and stem(value.unit) not in NO_THINGS


def _unit(one: Quantity, other: Quantity) -> str:
    """The other's unit, or what the one counts: two counts read as of one thing count the same."""
    return one.unit if _counts(one) and _counts(other) else other.unit
