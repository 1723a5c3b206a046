"""Whether two quantities count or measure the same thing."""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from claims.quantity import Quantity
from xref.names import is_name, parts
from xref.tolls import fate, fate_of_word
from xref.units import measure
from xref.words import listed, sense, senses, stem, words

PEOPLE = frozenset(
    stem(word)
    for word in listed(
        """
        people person individual human victim casualty life civilian resident villager inhabitant
        citizen
        local man woman child boy girl baby infant teenager adult youth student pupil teacher
        worker employee staff miner soldier officer policeman passenger crew pilot driver
        tourist visitor foreigner protester demonstrator marcher prisoner detainee inmate
        refugee migrant patient doctor nurse journalist fan spectator guest worshipper believer
        member fighter militant rebel rescuer firefighter toddler survivor muslim christian jew
        """
    )
)

# Words for people that leave open which: everybody, and everybody who came to harm.
EVERYBODY = frozenset(stem(word) for word in listed("people person individual human"))
HARMED = frozenset(stem(word) for word in listed("victim casualty life"))
ANYONE = EVERYBODY | HARMED

# Of people in general these are a part by age, sex or office, however a report words the whole.
SOME = frozenset(
    stem(word)
    for word in listed(
        """
        man woman child boy girl baby infant toddler teenager adult soldier officer policeman
        firefighter foreigner crew staff teacher student pupil
        """
    )
)


BODIES = frozenset(stem(word) for word in listed("body corpse remains"))

AGE = "age"
# Marks of a count that is no total so far: what came in addition, what is only expected.
ADDED, FORESEEN = "additional", "expected"
MARKS = frozenset(sense(word) for word in (ADDED, FORESEEN, "new", "daily"))
MORE_OF_THEM = re.compile(r"\b(?:more|another|new)\b.*\b(?:deaths?|cases?|infections?)\b", re.I)
_SAID_ANYWAY = frozenset({stem("people"), stem("toll")})
# What counts how often something was done.
OFTEN = stem("times")


class Extent(StrEnum):
    """How much of one counted thing the other is."""

    SAME = "same"
    LEFT_PART = "left is part of right"
    RIGHT_PART = "right is part of left"
    OVERLAP = "some words shared"
    OTHER = "different things"
    UNKNOWN = "not said"


@dataclass(frozen=True, slots=True)
class Counted:
    """What a quantity counts: the head noun, what else is said of it, and what became of it.

    `numbered` are the numbers in its name: "a category 4 hurricane".
    """

    dimension: str
    head: str
    more: frozenset[str]
    fate: str | None
    mark: frozenset[str] = frozenset()
    numbered: frozenset[str] = frozenset()

    @property
    def people(self) -> bool:
        """Whether these are people, as far as the head noun tells."""
        return self.head in PEOPLE


def what(quantity: Quantity) -> str:
    """What is counted and what became of them, in words: "people injured", "dead"."""
    phrase, outcome = quantity.counted or "", quantity.outcome or ""
    ends = fate_of_word(outcome) or outcome
    told = any((fate_of_word(word) or word) == ends for word in words(phrase))
    return phrase if told else f"{phrase} {outcome}".strip()


@lru_cache(maxsize=50_000)
def counted(quantity: Quantity) -> Counted:
    """What the quantity counts; deaths are read as people who died."""
    dimension, said = measure(quantity.unit).dimension, what(quantity)
    head = dimension.removeprefix("count:") if dimension.startswith("count:") else ""
    # The noun itself decides: "deaths linked to infections" are deaths.
    told = fate_of_word(head) if head else None
    told = told or fate(f"{said} {quantity.unit}")
    found = head in BODIES
    if head and fate_of_word(head):
        head, dimension = stem("people"), "count:people"
    skip = {head, sense(head), stem(quantity.unit), sense(quantity.unit), *_SAID_ANYWAY}
    described = {sense(w) for w in words(said) if told and fate_of_word(w)}
    # Bodies found are some of the dead, seldom all of them.
    more = (senses(said) - skip - described) | ({"body"} if found else set())
    if quantity.counted == AGE:
        # Everybody has one: two ages are of one thing only where their bearer is.
        bearer = quantity.scope.group
        more = frozenset(parts(bearer)[-1:]) if bearer and is_name(bearer) else frozenset()
    numbers = {word for word in more if word[0].isdigit()}
    mark = more & MARKS if told else frozenset()
    if told and MORE_OF_THEM.search(said):
        mark |= {sense(ADDED)}
    return Counted(
        dimension, head, frozenset(more - numbers - mark), told, frozenset(mark), frozenset(numbers)
    )


def extent(left: Quantity, right: Quantity) -> Extent:
    """How the two counted things stand to one another, by their words alone."""
    first, second = counted(left), counted(right)
    if first.fate != second.fate and first.fate and second.fate:
        return Extent.OTHER
    if first.numbered and second.numbered and not first.numbered & second.numbered:
        return Extent.OTHER
    heads = _heads(first, second)
    if heads is not Extent.SAME:
        return heads
    if first.more == second.more:
        return Extent.SAME if first.head or first.more else Extent.UNKNOWN
    if not first.head and not (first.more and second.more):
        return Extent.UNKNOWN
    if first.more > second.more:
        return Extent.LEFT_PART
    if second.more > first.more:
        return Extent.RIGHT_PART
    shared = first.more & second.more
    # How often something was done: two deeds are two things.
    return Extent.OVERLAP if shared or first.head not in {"", OFTEN} else Extent.OTHER


def _heads(first: Counted, second: Counted) -> Extent:
    if first.head == second.head or sense(first.head) == sense(second.head):
        return Extent.SAME
    if not first.head or not second.head:
        return Extent.UNKNOWN
    wider = _width(second.head) - _width(first.head)
    if wider > 0 and (first.people or first.fate):
        return Extent.LEFT_PART
    if wider < 0 and (second.people or second.fate):
        return Extent.RIGHT_PART
    if not wider and _width(first.head):
        return Extent.SAME
    # The head of one may be a modifier of the other: "7,000 Uyghurs" and "7,000 Uyghur prisoners".
    if first.head in second.more or second.head in first.more:
        return Extent.OVERLAP
    return Extent.OTHER


def _width(head: str) -> int:
    """How many people a noun may mean: 2 for any at all, 0 for people of one kind or no people."""
    return 2 if head in EVERYBODY else int(head in HARMED)


def is_some(quantity: Quantity) -> bool:
    """Whether only some people are counted: the women, the children, the soldiers."""
    found = counted(quantity)
    return found.head in SOME or bool(found.more & SOME)
