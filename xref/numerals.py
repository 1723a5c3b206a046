"""Small numbers written in words, so that "two kilometres" and "2 km" are one figure."""

import re
from decimal import Decimal
from functools import lru_cache

from claims.dates import MONTHS
from claims.number_words import SMALL, TENS
from claims.numerals import simple
from xref.words import WORD

# "One" is more often a pronoun than a figure.
FIGURES = {word: str(amount) for word, amount in (SMALL | TENS).items() if amount > 1}


def figures(phrase: str) -> str:
    """The phrase with its small numbers in figures.

    >>> figures("within two kilometres, by 6 p.m.")
    'within 2 kilometres, by 6 p.m.'
    """
    return WORD.sub(lambda one: FIGURES.get(one.group().lower(), one.group()), phrase)


# Days of months, years, and times of day count nothing.
_MONTH = "|".join(sorted((month.capitalize() for month in MONTHS), key=len, reverse=True))
_DATED = re.compile(
    rf"\b(?:\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?(?:{_MONTH})\b|(?:{_MONTH})\.?\s+\d{{1,2}}\b"
    r"|(?:1[89]|20)\d\d\b|\d{1,2}(?:[:.]\d\d)?\s*[AaPp]\.?[Mm]\b|\d{1,2}:\d\d)",
)


@lru_cache(maxsize=50_000)
def counts(phrase: str) -> frozenset[Decimal]:
    """The numbers of a phrase that are no date and no time of day; "one" is a pronoun.

    >>> sorted(map(str, counts("On 3 May thirty-two of the 40 left at 6 p.m.")))
    ['32', '40']
    """
    dates = [match.span() for match in _DATED.finditer(phrase)]
    return frozenset(
        number.low
        for number in simple(phrase)
        if number.low != 1
        and not any(start < number.end and number.start < end for start, end in dates)
    )
