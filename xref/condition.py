"""Whether two conditions of rules name one thing: by words, spelling, or what they mean."""

from rapidfuzz import fuzz

from claims.dates import WEEKDAYS
from claims.word_vectors import nearness
from xref.numerals import figures
from xref.words import MONTHS, listed, sense, senses, shared, words

# From here on the words of two conditions mean the same: "attending the mosque", "religious
# services". Kinds of one thing ("a veil", "a beard") stay below.
NEAR = 0.65
SPELLED = 0.9
# Sharing so much of their words they are one anyhow.
ALIKE = 0.5
# "After midnight" and "before noon": what begins otherwise is another limit.
TURNING = listed(
    "before after until till from since within without outside inside with except unless during"
)
DENYING = listed("not no never without")
DAYS = frozenset(sense(day) for day in WEEKDAYS)


def likeness(one: str, other: str, first: frozenset[str], second: frozenset[str]) -> float:
    """How alike two conditions are, from 0 to 1; `first` and `second` are what they mean.

    >>> a, b = "attending the mosque", "religious services"
    >>> likeness(a, b, frozenset({"attend", "pray"}), frozenset({"pray"}))
    1.0
    """
    common = shared(first, second)
    spelled = fuzz.token_set_ratio(" ".join(sorted(first)), " ".join(sorted(second))) / 100
    # Spelling alone ties variants of one word, never two words that look alike.
    alike = max(common, spelled if spelled >= SPELLED else 0.0)
    if alike >= ALIKE or _turned(one, other):
        return alike
    near = nearness(one, other)
    return near if near >= NEAR else 0.0


def _turned(one: str, other: str) -> bool:
    """Whether figures, days or a word such as "before" keep two conditions apart."""
    return any(part(one) != part(other) for part in (_opening, _denied, _named))


def _opening(told: str) -> str | None:
    first = words(told)[:1]
    return first[0] if first and first[0] in TURNING else None


def _denied(told: str) -> bool:
    return bool(DENYING & set(words(told)))


def _named(told: str) -> frozenset[str]:
    """The figures, the days and the months of a condition."""
    meant = senses(figures(told))
    return frozenset(word for word in meant if word[0].isdigit() or word in MONTHS | DAYS)
