"""How each word of one sentence stands to another sentence, for the network to begin from.

A small network reads two sentences well but counts badly, and does not see at once which words
the two share; so it is told of every word whether the other sentence has it, and of every figure
how it stands to the figures there. The weights of `relate` have learnt this as it is: whoever
changes what a word is told trains them again.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import IntEnum

from claims import bounds
from claims.bounds import Bound
from claims.dates import MONTHS
from claims.numerals import Form, Number, simple
from claims.words import word_set


class Counterpart(IntEnum):
    """What the other sentence has for a word."""

    SPECIAL = 0
    NONE = 1
    SAME = 2
    KIN = 3  # a word that begins alike: "directed" for "director"
    GRAMMAR = 4
    MARK = 5
    NAME = 6  # a capitalised word that the other sentence lacks
    NOT_TOO = 7
    NOT_ALONE = 8
    MONTH = 9
    OTHER_MONTH = 10
    FIGURE_ALONE = 11
    FIGURE_FAR = 12  # only figures of another size stand there
    # The pairs below: beside other words, and beside a word that the two share.
    EQUAL = 13
    EQUAL_BESIDE = 14
    EDGE = 15  # the same figure, but one of the two is "more than" it
    EDGE_BESIDE = 16
    ALLOWED = 17  # another figure, within the bounds of one of the two
    ALLOWED_BESIDE = 18
    REFUSED = 19
    REFUSED_BESIDE = 20
    MORE = 21
    MORE_BESIDE = 22
    LESS = 23
    LESS_BESIDE = 24
    YEAR_ALONE = 25
    YEAR_SAME = 26
    YEAR_EDGE = 27
    YEAR_ALLOWED = 28
    YEAR_REFUSED = 29
    YEAR_OTHER = 30


class Run(IntEnum):
    """Whether the words beside a shared word are shared in the same order."""

    NO = 0
    ALONE = 1
    BEFORE = 2
    AFTER = 3
    BOTH = 4


@dataclass(frozen=True, slots=True)
class Side:
    """The words of one sentence; the lists have one member a word."""

    words: list[str]
    counterparts: list[Counterpart]
    runs: list[Run]


_WORD = re.compile(r"\d[\d,.]*\d|\d|[^\W\d_]+(?:['’][^\W\d_]+)?|[^\w\s]|_")
_NOT = word_set(
    "not no never n't neither nor none without nobody nothing cannot failed fails refused "
    "denied unable"
)
_GRAMMAR = word_set(
    "a an the of in on at to for from by with as and or but is are was were be been being has have "
    "had do does did it its he she his her they their them this that these those which who whom "
    "whose will would can could may might shall should 's there then than so such also into about "
    "after before over under up down out"
)
_YEAR = re.compile(r"1\d{3}|20\d{2}")
_DATED = {
    "before": Bound.LESS_THAN,
    "until": Bound.LESS_THAN,
    "prior to": Bound.LESS_THAN,
    "earlier than": Bound.LESS_THAN,
    "after": Bound.MORE_THAN,
    "since": Bound.MORE_THAN,
    "later than": Bound.MORE_THAN,
}
_DATED_BEFORE = re.compile(rf"\b({'|'.join(_DATED)})\s+(?:\w+\s+(?:\d\d?\s*,?\s+)?)?$")
# Words on each side of a figure that say what it is of.
_NEAR = 4
# "About" leaves a tenth open; figures ten times as large are of something else.
_ROUGH, _FAR = Decimal("0.1"), 10
# Of the longer word, and at least so many letters, two words of one make share their beginning.
_KIN, _LEAST = 0.65, 4


@dataclass(frozen=True, slots=True)
class _Figure:
    low: Decimal
    bound: Bound
    is_year: bool
    around: frozenset[str]


def sides(claim: str, evidence: str) -> tuple[Side, Side]:
    """The two sentences, each seen from the other.

    >>> left, right = sides("More than 40 died.", "At least 43 people died.")
    >>> [one.name for one in left.counterparts]
    ['NONE', 'GRAMMAR', 'ALLOWED_BESIDE', 'SAME', 'MARK']
    """
    first, second = _Sentence(claim), _Sentence(evidence)
    return first.beside(second), second.beside(first)


class _Sentence:
    """A sentence cut into words, with its figures read."""

    def __init__(self, text: str) -> None:
        matches = list(_WORD.finditer(text))
        self.words = [match.group() for match in matches]
        self.lower = [word.lower().replace("’", "'") for word in self.words]
        self.known = set(self.lower)
        self.pairs = set(zip(self.lower, self.lower[1:], strict=False))
        self.beginnings: dict[str, list[str]] = {}
        for word in sorted(self.known):
            self.beginnings.setdefault(word[:_LEAST], []).append(word)
        self.figures: dict[int, _Figure] = {}
        starts = [match.start() for match in matches]
        for number in _numbers(text):
            places = [
                place for place, start in enumerate(starts) if number.start <= start < number.end
            ]
            if places:
                figure = self._figure(text, number, places)
                self.figures |= dict.fromkeys(places, figure)

    def _figure(self, text: str, number: Number, places: Sequence[int]) -> _Figure:
        around = self.lower[max(0, places[0] - _NEAR) : places[0]]
        around += self.lower[places[-1] + 1 : places[-1] + 1 + _NEAR]
        is_year = _YEAR.fullmatch(text[number.start : number.end]) is not None
        low = number.low * 100 if number.form is Form.FRACTION else number.low
        return _Figure(
            low, _bound(text, number, is_year), is_year, frozenset(filter(_tells, around))
        )

    def beside(self, other: "_Sentence") -> Side:
        """Each word as it stands to the other sentence."""
        counterparts = [self._counterpart(place, other) for place in range(len(self.words))]
        return Side(self.words, counterparts, list(self._runs(other)))

    def _counterpart(self, place: int, other: "_Sentence") -> Counterpart:
        word, written = self.lower[place], self.words[place]
        if (figure := self.figures.get(place)) is not None:
            return _against(figure, set(other.figures.values()))
        if word in MONTHS and (word != "may" or written == "May"):
            if word in other.known:
                return Counterpart.MONTH
            return Counterpart.OTHER_MONTH if other.known & set(MONTHS) else Counterpart.NONE
        if word in _NOT or word.endswith("n't"):
            return Counterpart.NOT_TOO if other.known & _NOT else Counterpart.NOT_ALONE
        if not written[0].isalnum():
            return Counterpart.MARK
        if word in _GRAMMAR:
            return Counterpart.GRAMMAR
        if word in other.known:
            return Counterpart.SAME
        if any(_kin(word, one) for one in other.beginnings.get(word[:_LEAST], ())):
            return Counterpart.KIN
        return Counterpart.NAME if written[0].isupper() and place else Counterpart.NONE

    def _runs(self, other: "_Sentence") -> Iterator[Run]:
        for place, word in enumerate(self.lower):
            if word not in other.known or not self.words[place][0].isalnum():
                yield Run.NO
                continue
            before = place > 0 and (self.lower[place - 1], word) in other.pairs
            after = (word, *self.lower[place + 1 : place + 2]) in other.pairs
            yield _RUNS[before, after]


_RUNS = {
    (False, False): Run.ALONE,
    (True, False): Run.BEFORE,
    (False, True): Run.AFTER,
    (True, True): Run.BOTH,
}


def _numbers(text: str) -> Iterator[Number]:
    """The numbers of a text; a year too, which no quantity is; "one" is a pronoun."""
    for number in simple(text):
        if text[number.start : number.end].lower() != "one":
            yield number


def _bound(text: str, number: Number, is_year: bool) -> Bound:
    if is_year:
        dated = _DATED_BEFORE.search(text[max(0, number.start - 40) : number.start].lower())
        return _DATED[dated.group(1)] if dated else Bound.EXACT
    start = number.start
    while start and text[start - 1] in "$£€¥ ":
        start -= 1
    hedge = bounds.before(text, start, number.end) or bounds.after(text, number.end)
    return hedge.bound if hedge else Bound.EXACT


def _tells(word: str) -> bool:
    return word[0].isalpha() and word not in _GRAMMAR and len(word) > 1


def _kin(word: str, other: str) -> bool:
    longer = max(len(word), len(other))
    if min(len(word), len(other)) < _LEAST:
        return False
    same = next(
        (n for n, (a, b) in enumerate(zip(word, other, strict=False)) if a != b),
        min(len(word), len(other)),
    )
    return same >= max(_LEAST, _KIN * longer)


def _against(figure: _Figure, others: set[_Figure]) -> Counterpart:
    """How a figure stands to those of the other sentence, the likest of them first."""
    others = {other for other in others if other.is_year == figure.is_year}
    if figure.is_year:
        return _year(figure, others)
    if not others:
        return Counterpart.FIGURE_ALONE
    near = [other for other in others if _is_near(figure.low, other.low)]
    if not near:
        return Counterpart.FIGURE_FAR
    beside = [other for other in near if other.around & figure.around]
    step = 1 if beside else 0
    return Counterpart(_relation(figure, beside or near) + step)


def _relation(figure: _Figure, others: Sequence[_Figure]) -> Counterpart:
    if equal := [other for other in others if other.low == figure.low]:
        return Counterpart.EQUAL if _one_bound(figure, equal) else Counterpart.EDGE
    if any(_allows(figure, other.low) or _allows(other, figure.low) for other in others):
        return Counterpart.ALLOWED
    if any({figure.bound, other.bound} - {Bound.EXACT} for other in others):
        return Counterpart.REFUSED
    return Counterpart.MORE if all(figure.low > one.low for one in others) else Counterpart.LESS


def _year(figure: _Figure, others: set[_Figure]) -> Counterpart:
    if not others:
        return Counterpart.YEAR_ALONE
    if equal := [other for other in others if other.low == figure.low]:
        return Counterpart.YEAR_SAME if _one_bound(figure, equal) else Counterpart.YEAR_EDGE
    if any(_allows(figure, other.low) or _allows(other, figure.low) for other in others):
        return Counterpart.YEAR_ALLOWED
    bound = any({figure.bound, other.bound} - {Bound.EXACT} for other in others)
    return Counterpart.YEAR_REFUSED if bound else Counterpart.YEAR_OTHER


def _one_bound(figure: _Figure, others: Sequence[_Figure]) -> bool:
    """Whether one of the others says of its value just what the figure says of it."""
    rough = {Bound.EXACT, Bound.ABOUT}
    return any(one.bound == figure.bound or {one.bound, figure.bound} <= rough for one in others)


def _allows(figure: _Figure, value: Decimal) -> bool:
    """Whether what is said of a figure leaves room for another value."""
    match figure.bound:
        case Bound.AT_LEAST | Bound.MORE_THAN:
            return value >= figure.low
        case Bound.AT_MOST | Bound.LESS_THAN:
            return value <= figure.low
        case Bound.ABOUT:
            return abs(value - figure.low) <= _ROUGH * abs(figure.low)
    return value == figure.low


def _is_near(one: Decimal, other: Decimal) -> bool:
    small, large = sorted((abs(one), abs(other)))
    return one == other or (small > 0 and large / small < _FAR)
