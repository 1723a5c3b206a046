"""How alike two documents and two sentences are, by the words they share.

Plain counting, on purpose: no weights that depend on which other documents are at hand, so a
document added later changes nothing between two that were there before.
"""

import re
from functools import lru_cache
from math import log1p, sqrt
from typing import TYPE_CHECKING

from claims.logistic import probability, weigh
from claims.number_words import SMALL, TENS
from claims.word_vectors import common_words, is_common
from xref.words import STOP, WORD, listed, stem

if TYPE_CHECKING:
    from evidence.records import Claim, Document

# Written with a capital, but the name of no one thing.
CALENDAR = listed(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june
    july august september october november december mr mrs ms dr
    """
)
UNNAMED = CALENDAR | {*SMALL, *TENS, *listed("hundred thousand million billion nobody many some")}
# Names tell stories apart: on pairs of articles about one event, other events of the same kind,
# and anything else, such weights separated them best.
NAME, NUMBER = 3.5, 1.5
# In a sentence.
NAME_TOLD, WORD_TOLD = 3.0, 1.0


# Numbers of so many digits and marks are seldom in two texts by chance.
TELLING = 3
MANY = 4
# A logistic regression on pairs of documents about one event, about two of one kind, and about
# others (`python -m tests.benchmarks.stories` fits and prints it). "always" is set a little below
# what is fitted, -1.89: two events of one kind must not be taken for one.
STORY = {
    "always": -2.1,
    "alike": 22.83,
    "names in common": -7.64,
    "numbers in common": 4.22,
    "few names": 3.14,
    "no name in common": -2.59,
}
# What a word weighs by its place among all words, the most frequent first; the rest weigh most.
# Two fires share "people", "killed" and "homes"; one event shares what is rarer.
FREQUENT = ((300, 0.5), (2000, 1.0), (6000, 1.5), (15000, 2.0))
RARE = 2.5
# Two documents that both name people and places, and none in common, tell of one event only if they
# are so much alike.
FEW_NAMES, STRANGERS = 2, 0.16
# Where a sentence, a line or a quotation opens.
OPENING = re.compile(r"(?:^|[.!?:;]['\"”’)\]]*\s+|\n|[“\"‘'(\[—–•-]\s?)$")
OPENING_REACH = 4
# Less sure than this is nothing.
LEAST = 0.25


class Profile:
    """Weighted words of a text, ready to be compared with another's."""

    __slots__ = ("_norm", "names", "numbers", "weights")

    def __init__(self, weights: dict[str, float]) -> None:
        """Keep the weights and their length as a vector."""
        self.weights = weights
        self.names = frozenset(word for word, weight in weights.items() if weight == NAME)
        self.numbers = frozenset(
            word for word in weights if word[:1].isdigit() and len(word) >= TELLING
        )
        self._norm = sqrt(sum(weight * weight for weight in weights.values()))

    def likeness(self, other: "Profile") -> float:
        """The cosine of the two, from 0 (nothing in common) to 1."""
        if not self._norm or not other._norm:
            return 0.0
        mine, theirs = self.weights, other.weights
        if len(mine) > len(theirs):
            mine, theirs = theirs, mine
        # Weights are halves, so their products add up exactly in whatever order.
        common = sum(weight * theirs[word] for word, weight in mine.items() if word in theirs)
        return common / (self._norm * other._norm)


def same_story(left: Profile, right: Profile) -> float:
    """How likely two documents tell of one event, from 0 (surely not) to 1."""
    if not left.weights or not right.weights:
        return 0.0
    traits = compared(left, right)
    named = min(len(left.names), len(right.names)) >= FEW_NAMES
    if named and traits["no name in common"] and traits["alike"] < STRANGERS:
        return 0.0
    sure = probability(weigh(traits, STORY))
    return sure if sure >= LEAST else 0.0


def compared(left: Profile, right: Profile) -> dict[str, float]:
    """What tells whether two documents are of one event; each trait lies between 0 and 1."""
    fewer, named = min(len(left.names), len(right.names)), len(left.names & right.names)
    return {
        "alike": left.likeness(right),
        "few names": 1 / (1 + fewer),
        "names in common": log1p(named) / 4,
        "no name in common": float(not named),
        "numbers in common": min(len(left.numbers & right.numbers), MANY) / MANY,
    }


def of_document(document: "Document") -> Profile:
    """The words of a document's title and text.

    Names are written with a capital. One that only opens a sentence is none if it is a number, or
    a word that texts are full of.
    """
    text = f"{document.title}\n{document.text}"
    common: set[str] = set()
    names: set[str] = set()
    opening: set[str] = set()
    numbers: set[str] = set()
    for match in WORD.finditer(text):
        word = match.group()
        if word[0].isdigit():
            numbers.add(word)
        elif word.lower() not in STOP:
            known = common
            if word[0].isupper() and word.lower() not in UNNAMED:
                known = opening if _only_opens(match, text) else names
            known.add(stem(word))
    names -= common
    weights = {word: _weight(word) for word in common | opening} | dict.fromkeys(names, NAME)
    return Profile(weights | dict.fromkeys(numbers, NUMBER))


def _weight(stemmed: str) -> float:
    """What a word that is no name weighs: the less, the more frequent it is."""
    place = _places().get(stemmed)
    if place is None:
        return RARE
    return next((weight for below, weight in FREQUENT if place < below), RARE)


@lru_cache(maxsize=1)
def _places() -> dict[str, int]:
    places: dict[str, int] = {}
    for place, word in enumerate(common_words()):
        places.setdefault(stem(word), place)
    return places


def _only_opens(match: re.Match[str], text: str) -> bool:
    """Whether a word may have its capital only because something opens with it."""
    opens = OPENING.search(text, max(0, match.start() - OPENING_REACH), match.start())
    return opens is not None and is_common(match.group().lower())


def of_sentence(claim: "Claim") -> Profile:
    """The words and names of the sentence that a claim stands in."""
    context = claim.context or {}
    weights = {stem(str(lemma)): WORD_TOLD for lemma in context.get("lemmas") or ()}
    for name in (*(context.get("names") or ()), *(context.get("places") or ())):
        for match in WORD.finditer(str(name)):
            if match.group().lower() not in STOP:
                weights[stem(match.group())] = NAME_TOLD
    return Profile(weights)
