"""A part that names its whole: "five of the 23"."""

import re

from claims.numerals import simple
from claims.quantity import Quantity
from evidence.records import Claim
from xref.interval import middle

OF = re.compile(r"\bof\s+(?:(?:the|those|these|its|their|all)\s+)*", re.IGNORECASE)
# Characters that a number may take.
REACH = 30


def names_whole(part: Claim, whole: Quantity) -> bool:
    """Whether the words of a figure say that it is part of so many as the other figure has."""
    for match in OF.finditer(part.text):
        number = next(simple(part.text[match.end() : match.end() + REACH]), None)
        if number is not None and number.start == 0 and number.low == middle(whole):
            return True
    return False
