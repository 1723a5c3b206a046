"""How alike two documents and two sentences are, by the words they share.

Plain counting, on purpose: no weights that depend on which other documents are at hand, so a
document added later changes nothing between two that were there before.
"""

from math import log1p, sqrt
from typing import TYPE_CHECKING

from claims.logistic import probability, weigh
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
# Names tell stories apart: on pairs of articles about one event, other events of the same kind,
# and anything else, three times the weight of a common word separated them best.
NAME, NUMBER, COMMON = 3.0, 1.5, 1.0


# Numbers of so many digits and marks are seldom in two texts by chance.
TELLING = 3
MANY = 4
# A logistic regression on pairs of documents about one event, about two of one kind, and about
# others (`python -m tests.benchmarks.stories` fits and prints it).
STORY = {
    "always": -2.61,
    "alike": 19.42,
    "names in common": -5.69,
    "numbers in common": 4.10,
    "few names": 2.34,
    "no name in common": -2.10,
}
# Two documents that both name people and places, and none in common, tell of one event only if they
# are so much alike.
FEW_NAMES, STRANGERS = 2, 0.25
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
            word for word, weight in weights.items() if weight == NUMBER and len(word) >= TELLING
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
    """The words of a document's title and text; names are those written with a capital."""
    common: set[str] = set()
    names: set[str] = set()
    numbers: set[str] = set()
    for match in WORD.finditer(f"{document.title}\n{document.text}"):
        word = match.group()
        if word[0].isdigit():
            numbers.add(word)
        elif word.lower() not in STOP:
            named = word[0].isupper() and word.lower() not in CALENDAR
            (names if named else common).add(stem(word))
    weights = dict.fromkeys(common, COMMON) | dict.fromkeys(names - common, NAME)
    return Profile(weights | dict.fromkeys(numbers, NUMBER))


def of_sentence(claim: "Claim") -> Profile:
    """The words and names of the sentence that a claim stands in."""
    context = claim.context or {}
    weights = {stem(str(lemma)): COMMON for lemma in context.get("lemmas") or ()}
    for name in (*(context.get("names") or ()), *(context.get("places") or ())):
        for match in WORD.finditer(str(name)):
            if match.group().lower() not in STOP:
                weights[stem(match.group())] = NAME
    return Profile(weights)
