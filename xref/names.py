"""Whether two names can be the same person, body or place."""

import unicodedata
from enum import StrEnum
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from xref.words import STOP, WORD, listed, stem

TITLES = listed(
    """
    mr mrs ms miss mx dr prof professor sir dame lord lady rev reverend fr father pastor bishop
    archbishop cardinal imam rabbi sheikh king queen prince princess president vice prime
    minister premier chancellor secretary deputy governor mayor senator sen rep representative
    congressman congresswoman councillor ambassador judge justice chief general gen colonel col
    captain capt major maj lieutenant lt sergeant sgt officer detective inspector superintendent
    commissioner commander admiral coach captain director chairman chairwoman chair ceo
    spokesman spokeswoman spokesperson attorney prosecutor lawyer analyst official former party
    boss leader foreign interior defence defense finance security public late jr sr junior senior
    ii iii
    """
)


class Same(StrEnum):
    """Whether two names can mean one and the same."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


@lru_cache(maxsize=50_000)
def parts(name: str) -> tuple[str, ...]:
    """The words that make a name, without titles, articles and accents, lower case.

    >>> parts("President Xi Jinping"), parts("the U.N.")
    (('xi', 'jinping'), ('un',))
    """
    plain = unicodedata.normalize("NFKD", name.split(",")[0].replace(".", ""))
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    found = [match.group().lower().removesuffix("'s") for match in WORD.finditer(plain)]
    kept = [word for word in found if word not in TITLES and word not in STOP]
    return tuple(kept or [word for word in found if word not in STOP] or found)


@lru_cache(maxsize=50_000)
def is_name(phrase: str | None) -> bool:
    """Whether a phrase names someone or something, rather than describing them.

    >>> is_name("Mr. Wang"), is_name("a spokesman"), is_name("The president"), is_name(None)
    (True, False, False, False)
    """
    found = [match.group() for match in WORD.finditer(phrase or "")]
    return any(
        word[0].isupper() and word.lower() not in TITLES and word.lower() not in STOP
        for word in found
    )


@lru_cache(maxsize=100_000)
def same_name(left: str | None, right: str | None) -> Same:
    """Whether two phrases can name one and the same; unknown where either is no name.

    >>> str(same_name("Mr. Wang", "Wang Yongzhi")), str(same_name("Ana Silva", "Bo Silva"))
    ('yes', 'no')
    >>> str(same_name("police", "Ana Silva")), str(same_name("United Nations", "UN"))
    ('unknown', 'yes')
    """
    if not left or not right:
        return Same.UNKNOWN
    first, second = parts(left), parts(right)
    if first == second:
        return Same.YES
    if not (is_name(left) and is_name(right)):
        return Same.YES if _same_words(first, second) else Same.UNKNOWN
    if _covers(first, second) or _covers(second, first):
        return Same.YES
    return Same.YES if _initials(first, second) or _initials(second, first) else Same.NO


def _same_words(first: tuple[str, ...], second: tuple[str, ...]) -> bool:
    return sorted(map(stem, first)) == sorted(map(stem, second))


def _covers(longer: tuple[str, ...], shorter: tuple[str, ...]) -> bool:
    """Every word of the shorter name is one of the longer's, or its initial or a spelling of it."""
    if len(shorter) > len(longer):
        return False
    if len(shorter) == len(longer) > 1 and not _alike(longer[-1], shorter[-1]):
        return sorted(longer) == sorted(shorter)
    return all(any(_alike(word, other) for other in longer) for word in shorter)


def _alike(word: str, other: str) -> bool:
    if word == other:
        return True
    if 1 in (len(word), len(other)):
        return word[0] == other[0]
    # One letter in six may differ: transliterations do, different surnames rarely.
    return (
        min(len(word), len(other)) >= 6
        and word[0] == other[0]
        and Levenshtein.distance(word, other) * 6 <= max(len(word), len(other))
    )


def _initials(long: tuple[str, ...], short: tuple[str, ...]) -> bool:
    return len(short) == 1 and len(long) > 1 and short[0] == "".join(word[0] for word in long)
