"""How each kind of claim is compared: one line a kind."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from xref import policy, quantity, quotation, statement
from xref.relation import Finding


@dataclass(frozen=True, slots=True)
class Comparator:
    """What comparison must know of a kind; its functions see values only, never records.

    `keys` blocks: values that share none are never compared. `alike` says from 0 to 1 how likely
    two values are about the same thing; `compare` says what they then mean for one another.
    `certain` is how alike two values must be to be aligned whatever surrounds them.
    """

    keys: Callable[[Any], frozenset[str]]
    alike: Callable[[Any, Any], float]
    compare: Callable[[Any, Any], Finding]
    certain: float = 2.0


COMPARATORS: dict[str, Comparator] = {
    "quantity": Comparator(quantity.keys, quantity.alike, quantity.compare),
    # The same long run of words in quotation marks is one remark, whatever the story.
    "quotation": Comparator(quotation.keys, quotation.alike, quotation.compare, certain=0.9),
    "policy": Comparator(policy.keys, policy.alike, policy.compare),
    "statement": Comparator(statement.keys, statement.alike, statement.compare),
}

# Kinds of which a claim of one may tell what one of another tells: a rule, and what it has done.
CLAUSES = frozenset({"policy", "statement"})


def laid_with(kind: str) -> str:
    """What the claims of a kind are laid side by side with: their own kind, or all clauses."""
    return "clause" if kind in CLAUSES else kind
