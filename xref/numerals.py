"""Small numbers written in words, so that "two kilometres" and "2 km" are one figure."""

from claims.number_words import SMALL, TENS
from xref.words import WORD

# "One" is more often a pronoun than a figure.
FIGURES = {word: str(amount) for word, amount in (SMALL | TENS).items() if amount > 1}


def figures(phrase: str) -> str:
    """The phrase with its small numbers in figures.

    >>> figures("within two kilometres, by 6 p.m.")
    'within 2 kilometres, by 6 p.m.'
    """
    return WORD.sub(lambda one: FIGURES.get(one.group().lower(), one.group()), phrase)
