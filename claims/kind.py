"""What every kind of claim must provide."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar

if TYPE_CHECKING:
    from claims.parsed import Parsed


class Value(Protocol):
    """What a claim asserts, normalised: a frozen dataclass that JSON can hold."""

    def to_json(self) -> dict[str, Any]:
        """The dict of the public JSON."""
        ...


# From here on a claim is listed and compared; what is less worth checking is kept for whoever asks.
WORTH = 0.6

V = TypeVar("V", bound=Value, covariant=True)


@dataclass(frozen=True, slots=True)
class Part:
    """A named stretch of characters inside or near a claim's evidence: `[start, end)`."""

    role: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Reading(Generic[V]):
    """One claim found in a text: its value, its evidence `[start, end)`, and its parts.

    `worth` says how worth checking it is, from 0 to 1.
    """

    value: V
    start: int
    end: int
    parts: tuple[Part, ...] = ()
    worth: float = 1.0


@dataclass(frozen=True, slots=True)
class Kind(Generic[V]):
    """A kind of claim: its name, how to read it from a parsed text, and back from JSON.

    `read` declines by yielding nothing; it never raises on any text.
    """

    name: str
    read: Callable[["Parsed"], Iterator[Reading[V]]]
    from_json: Callable[[Mapping[str, Any]], V]
