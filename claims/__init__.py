"""What kind of statement a text makes, and what it asserts.

`load` and `extract` need spaCy and the model, and import them when first asked for; `relate`,
`liken` and `match` need the model alone; `value` reads a stored claim back without either.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from claims.likening import liken
    from claims.matching import match
    from claims.pipeline import extract
    from claims.reader import load
    from claims.registry import value
    from claims.relating import relate

__all__ = ["extract", "liken", "load", "match", "relate", "value"]


def __getattr__(name: str) -> Any:
    """Import what is asked for, so that reading commands never pay for spaCy."""
    match name:
        case "extract":
            from claims.pipeline import extract

            return extract
        case "liken":
            from claims.likening import liken

            return liken
        case "load":
            from claims.reader import load

            return load
        case "match":
            from claims.matching import match

            return match
        case "relate":
            from claims.relating import relate

            return relate
        case "value":
            from claims.registry import value

            return value
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
