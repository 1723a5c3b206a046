"""Counts that change while an event unfolds: which they are, and how they change."""

from claims.quantity import Quantity
from xref.counted import counted
from xref.interval import middle
from xref.relation import Code, Finding, Relation
from xref.say import figure
from xref.tolls import RUNNING, SHRINKING


def toll_update(left: Quantity, right: Quantity) -> Finding:
    """The finding for one running count at two times."""
    reason = f"{figure(left)} and {figure(right)}: the same count at two times"
    return Finding(Relation.UPDATES, Code.TOLL_UPDATE, reason)


def running(left: Quantity, right: Quantity) -> bool:
    """Whether both are counts that change while an event unfolds."""
    first, second = counted(left).fate, counted(right).fate
    # What was added on one day is not what was added on another.
    marked = counted(left).mark | counted(right).mark
    return first == second and first in RUNNING and not marked


def grows(left: Quantity, right: Quantity, *, newer_left: bool) -> bool:
    """Whether the newer of two running counts changed the way such counts do."""
    first, second = middle(left), middle(right)
    if first is None or second is None or first == second:
        return False
    if counted(left).fate in SHRINKING:
        return True
    return (first > second) == newer_left
