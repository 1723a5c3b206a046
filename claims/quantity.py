"""Quantities: how much of what, how sure, and within which scope."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from claims.bounds import Bound
from claims.kind import Kind, Part, Reading
from claims.measurement import Measurement, measurements
from claims.scope import Scope
from claims.table_cells import CountedCell, counted_cells

if TYPE_CHECKING:
    from claims.parsed import Parsed

__all__ = ["KIND", "Bound", "Quantity", "Scope", "from_json", "read"]


@dataclass(frozen=True, slots=True)
class Quantity:
    """An amount of something, normalised so that two of them can be compared.

    `low` and `high` are the same number unless the figure is a range; either end may be open.
    `unit` is singular and lower case ("page", "dollar", "percent"), the counted noun's head where
    there is no unit; `counted` is the full noun phrase ("pages of internal documents") and
    `outcome` what became of those counted ("dead", "arrested"), under one word.
    """

    low: Decimal | None
    high: Decimal | None
    unit: str
    bound: Bound = Bound.EXACT
    counted: str | None = None
    scope: Scope = field(default_factory=Scope)
    outcome: str | None = None

    def to_json(self) -> dict[str, Any]:
        """The dict of the public JSON: `amount` is a number, or `[low, high]` for a range."""
        low, high = _number(self.low), _number(self.high)
        return {
            "amount": low if self.bound is not Bound.RANGE else [low, high],
            "bound": str(self.bound),
            "unit": self.unit,
            "counted": self.counted,
            "outcome": self.outcome,
            "scope": asdict(self.scope),
        }


def from_json(value: Mapping[str, Any]) -> Quantity:
    """Read a stored quantity back."""
    amount = value["amount"]
    low, high = amount if isinstance(amount, list) else (amount, amount)
    return Quantity(
        low=None if low is None else Decimal(str(low)),
        high=None if high is None else Decimal(str(high)),
        unit=value["unit"],
        bound=Bound(value["bound"]),
        counted=value["counted"],
        outcome=value.get("outcome"),
        scope=Scope(**value["scope"]),
    )


def read(parsed: "Parsed") -> Iterator[Reading[Quantity]]:
    """Every quantity of the document, in text order; one said twice is read once."""
    cells = list(counted_cells(parsed.text))
    starts = [cell.start for cell in cells]
    for measurement in measurements(parsed):
        index = bisect_left(starts, measurement.end) - 1
        if index < 0 or cells[index].end <= measurement.start:
            value = _value(measurement)
            yield Reading(value, measurement.start, measurement.end, measurement.parts)
    for cell in cells:
        yield _of_cell(cell)


def _of_cell(cell: CountedCell) -> Reading[Quantity]:
    """A table's figure, of the group that its row is named after."""
    row, heading = cell.row, cell.heading
    value = Quantity(
        low=cell.figure.low,
        high=cell.figure.high,
        unit=cell.unit,
        bound=cell.figure.bound,
        counted=heading.text,
        scope=Scope(group=row.text if row else None),
    )
    parts = [Part("number", cell.start, cell.end), Part("counted", heading.start, heading.end)]
    if row is not None:
        parts.append(Part("group", row.start, row.end))
    return Reading(value, cell.start, cell.end, tuple(parts))


def _value(measurement: Measurement) -> Quantity:
    return Quantity(
        low=measurement.low,
        high=measurement.high,
        unit=measurement.unit,
        bound=measurement.bound,
        counted=measurement.counted,
        outcome=measurement.outcome,
        scope=measurement.scope,
    )


def _number(amount: Decimal | None) -> int | float | None:
    if amount is None:
        return None
    return int(amount) if amount == amount.to_integral_value() else float(amount)


KIND = Kind(name="quantity", read=read, from_json=from_json)
