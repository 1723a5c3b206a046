"""Where something stands in a text."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch `[start, end)` of a text, in characters."""

    text: str
    start: int
    end: int
