"""Whether two figures can hold within the same limits of place, group and time."""

from claims.quantity import Quantity
from xref.names import Same, same_name
from xref.realm import realms
from xref.running import running
from xref.times import SameTime, same_time
from xref.words import content, shared


def scopes_meet(left: Quantity, right: Quantity) -> bool:
    """Whether nothing said about place, group or time sets the two apart."""
    if apart(left.scope.place, right.scope.place) or apart(left.scope.group, right.scope.group):
        return False
    different = same_time(left.scope.time, right.scope.time) is SameTime.DIFFERENT
    return not different or running(left, right)


def apart(first: str | None, second: str | None) -> bool:
    """Whether both are said, and have no word or name in common."""
    if not first or not second or same_name(first, second) is Same.YES:
        return False
    mine, theirs = ({name for _, name in realms(phrase)} for phrase in (first, second))
    if mine and theirs:
        return not mine & theirs
    return shared(content(first), content(second)) == 0.0
