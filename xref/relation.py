"""How two claims about the same thing stand to one another, and why."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from evidence.records import Claim


class Relation(StrEnum):
    """What one claim means for another about the same thing (after FEVER, NLI and CST)."""

    AGREES = "agrees"
    COMPATIBLE = "compatible"
    UPDATES = "updates"
    CONFLICTS = "conflicts"
    UNCLEAR = "unclear"


# What is so of two claims that can both be true.
CAN_BOTH = frozenset({Relation.AGREES, Relation.COMPATIBLE})


class Code(StrEnum):
    """Why a relation holds: a closed list, so that programs can count and filter by it."""

    EXACT = "exact"
    PARAPHRASE = "paraphrase"
    ROUNDING = "rounding"
    FRACTION = "fraction"
    UNIT_CONVERSION = "unit-conversion"
    POLICY_SAME = "policy-same"
    BOUNDS = "bounds"
    SUBSET = "subset"
    SCOPE = "scope"
    PRECISION = "precision"
    CURRENCY = "currency"
    QUOTE_TRUNCATED = "quote-truncated"
    QUOTE_UNATTRIBUTED = "quote-unattributed"
    POLICY_CONDITIONS = "policy-conditions"
    TOLL_UPDATE = "toll-update"
    POLICY_UPDATE = "policy-update"
    NUMERIC = "numeric"
    DATE = "date"
    PLACE = "place"
    PARTICIPANT = "participant"
    WHO_SAID = "who-said"
    QUOTE_ALTERED = "quote-altered"
    POLICY_POLARITY = "policy-polarity"
    DENIAL = "denial"
    REFUTED = "refuted"
    UNKNOWN_SCOPE = "unknown-scope"
    UNKNOWN_TIME = "unknown-time"
    UNKNOWN_UNIT = "unknown-unit"


class By(StrEnum):
    """What decided a finding: the fields of the two claims, their words read whole, or both."""

    FIELDS = "fields"
    WORDS = "words"
    BOTH = "fields and words"


@dataclass(frozen=True, slots=True)
class Finding:
    """A relation, its reason code, and the reason in words for a reader.

    `code` is None only where a person decided the relation and no code says why.
    """

    relation: Relation
    code: Code | None
    reason: str
    by: By = By.FIELDS


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two claims of different documents and what was found; where it updates, `left` is newer.

    `judged_by` and `judged_at` are as in `Judgement`.
    """

    left: "Claim"
    right: "Claim"
    finding: Finding
    judged: bool = False
    judged_by: str = ""
    judged_at: str = ""
