"""One word written in two ways: "eleventh" and "11th", "fibre" and "fiber", "they're"."""

import re
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from xref.numerals import FIGURES

_ORDINALS = """
    first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth
    fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth
    """
_FIGURES = {
    **FIGURES,
    "one": "1",
    **{word: f"{number}th" for number, word in enumerate(_ORDINALS.split(), 1)},
}
_ORDINAL_FIGURE = re.compile(r"\b(\d+)(?:st|nd|rd|th)\b")
# British endings and the American ones for them.
_BRITISH = (
    (re.compile(r"(?<=[a-z]{2})our(?=s|ed|ing|able|ite|ful|\b)"), "or"),
    (re.compile(r"(?<=[a-z][tb])re(?=s?\b)"), "er"),
    (re.compile(r"(?<=[a-z]{3})is(?=(?:e[sd]?|ing|ations?)\b)"), "iz"),
    (re.compile(r"(?<=[a-z]{2})yse(?=[sd]?\b)"), "yze"),
    (re.compile(r"(?<=[a-z]{2})ence(?=s?\b)"), "ense"),
    (re.compile(r"(?<=[a-z][aeiou])ll(?=(?:ed|ing|ers?)\b)"), "l"),
    (re.compile(r"\bprogramme(?=s?\b)"), "program"),
)
_CONTRACTIONS = (
    (re.compile(r"\b(ca)n't\b"), "can not"),
    (re.compile(r"\bwon't\b"), "will not"),
    (re.compile(r"\bcannot\b"), "can not"),
    (re.compile(r"n't\b"), " not"),
    (re.compile(r"'re\b"), " are"),
    (re.compile(r"'ve\b"), " have"),
    (re.compile(r"'ll\b"), " will"),
    (re.compile(r"'m\b"), " am"),
)
_APART = re.compile(r"(?<=\w)' (?=(?:[smtd]|re|ve|ll)\b)")
_WHOLE_HOUR = re.compile(r"\b(\d{1,2}): ?00(?= ?[ap]\. ?m\b| ?[ap]m\b)")


def written_out(text: str) -> str:
    """Text in lower case with its contractions in full and whole hours as such.

    >>> written_out("They can’t go before 6:00 p.m., I’ m told.")
    'they can not go before 6 p.m., i am told.'
    """
    text = _APART.sub("'", text.lower().replace("’", "'"))
    for pattern, full in _CONTRACTIONS:
        text = pattern.sub(full, text)
    return _WHOLE_HOUR.sub(r"\1", text)


@lru_cache(maxsize=20_000)
def spelled_alike(first: str, second: str) -> bool:
    """Whether two runs of words in lower case are the same in another spelling.

    >>> spelled_alike("eleventh hour", "11th-hour"), spelled_alike("fibre", "fiber")
    (True, True)
    >>> spelled_alike("engineers", "soldiers"), spelled_alike("one", "first")
    (False, False)
    """
    first, second = _plainest(first), _plainest(second)
    if first == second:
        return True
    if first.isdigit() or second.isdigit() or not first or not second:
        return False
    longer = max(len(first), len(second))
    changes = Levenshtein.distance(first, second)
    return longer >= 5 and first[0] == second[0] and changes * 5 <= longer


@lru_cache(maxsize=50_000)
def _plainest(run: str) -> str:
    # "It's" is "it is"; that it may also be "it has" alters nothing either.
    run = " ".join(_FIGURES.get(word, word) for word in run.replace("'s", "is").split())
    for british, american in _BRITISH:
        run = british.sub(american, run)
    return re.sub(r"[\s-]", "", _ORDINAL_FIGURE.sub(r"\1th", run))
