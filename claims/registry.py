"""The kinds of claims, and how a stored claim is read back."""

from typing import TYPE_CHECKING

from claims import policy, quantity, quotation, statement
from claims.kind import Kind, Value

if TYPE_CHECKING:
    from evidence.records import Claim

# In the order in which they are listed for a person.
KINDS: tuple[Kind[Value], ...] = (quantity.KIND, quotation.KIND, policy.KIND, statement.KIND)

BY_NAME = {kind.name: kind for kind in KINDS}


def value(claim: "Claim") -> Value:
    """The value of a stored claim; KeyError for a kind that this version does not know."""
    return BY_NAME[claim.kind].from_json(claim.value)
