"""Bare numbers that go on counting what the figures before them counted.

"It was built for 280 inmates. This morning it held 620", "five of these were children", "a limit of
eleven", "against 19 a year before".
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING

from claims import units
from claims.clause import case_of
from claims.counted_noun import NOUNS, noun_of
from claims.elsewhere import before, elsewhere
from claims.figures import Figure
from claims.measured import Counted
from claims.numbers import YEAR, Form
from claims.phrase import child, sentence
from claims.quantity_words import LIMITS, PEOPLED, PRICING
from claims.subject import SUBJECTS
from claims.units import Dimension
from claims.verbs import lemma as lemma_of

if TYPE_CHECKING:
    from spacy.tokens import Span, Token


class Role(StrEnum):
    """How a bare number stands in its clause, as far as that tells what it counts."""

    SUBJECT = "subject"  # "five are still below"
    OBJECT = "object"  # "this morning it held 620"
    PEOPLE = "people"  # "the works employ 1,300"
    PRICE = "price"  # "a bag cost 72,000"
    AGAINST = "against"  # "against 19 a year before"
    MEASURE = "measure"  # "arrived after eleven": perhaps an hour


@dataclass(frozen=True, slots=True)
class Told:
    """What a figure before is of, how much of it there is at most, and its first token."""

    high: Decimal
    what: Counted
    at: int


_PRONOUN_SUBJECTS = frozenset(
    {"it", "that", "this", "which", "we", "they", "there", "number", "total", "toll", "figure"}
)
# A number right behind one of these is part of its name or date.
_NAMING = frozenset({"NNP", "NNPS", "SYM", "#"})
_AGAINST = frozenset(
    {"against", "out of", "of", "than", "below", "under", "above", "over", "for", "with", "among"}
)
# With these a bare number may be an hour: only a measure goes on behind them.
_HOURLY = frozenset({"after", "from", "at", "to", "within", "in"})
_PARTED = frozenset({"them", "these", "those", "us", "whom", "which"})
_MORE = frozenset({"more", "others"})
_ABOARD = frozenset({"aboard", "alive", "ashore", "unhurt"})
_FINITE = frozenset({"VBD", "VBP", "VBZ", "MD"})
_SPEAKING = frozenset({"speak", "talk"})
_DEFINITE = frozenset({"the", "all", "these"})
# How many figures before, and so many tokens away, a bare number may go on with.
_RECENT, _NEAR = 5, 80


def bare(figure: Figure, number: "Span", told: Sequence[Told]) -> Counted | None:
    """What a number without a unit or a noun of its own counts, or None where nothing tells it.

    `told` are the figures before it in its document.
    """
    if _is_other(figure, number):
        return None
    return elsewhere(number) or _limit(number, told) or _gone_on(figure, number, told)


def _is_other(figure: Figure, number: "Span") -> bool:
    """Whether the number is no count at all."""
    if figure.number.form not in (Form.COUNT, Form.PLURAL, Form.RANGE) or figure.unit is not None:
        return True
    return figure.hedge is None and YEAR.fullmatch(number.text) is not None


def _limit(number: "Span", told: Sequence[Told]) -> Counted | None:
    """ "Within the design limit of 900": so many of what was counted before."""
    of = before(number)
    if of is None or of.lower_ != "of" or of.i == 0:
        return None
    limited = units.singular(of.nbor(-1).text) in LIMITS
    return _last(_near(number, told)) if limited else None


def _near(number: "Span", told: Sequence[Told]) -> list[Told]:
    """The last figures of the sentence and of those right before it."""
    return [one for one in told[-_RECENT:] if number.start - one.at < _NEAR]


def _gone_on(figure: Figure, number: "Span", told: Sequence[Told]) -> Counted | None:
    """What was counted before, where the number stands as a subject, an object or in comparison."""
    near = _near(number, told)
    counts = [one for one in near if _dimension(one.what) is None]
    if _is_part(number):
        return _last(one for one in counts if one.high >= figure.low)
    role = _role(figure, number) if noun_of(number) is None and _stands_alone(number) else None
    if role is Role.PRICE:
        return _last(one for one in near if _dimension(one.what) is Dimension.MONEY)
    if role is None or not figure.low or figure.low != figure.low.to_integral_value():
        return None
    if role is Role.PEOPLE:
        return Counted("people")
    if role is Role.SUBJECT:
        return _subject(figure, number, counts, told)
    earlier = [one for one in near if one.at >= sentence(number.root)[0]]
    if role is Role.OBJECT:
        return _last(earlier or counts or near)
    dimension = _dimension(earlier[-1].what) if earlier else Dimension.SHARE
    fits = dimension is not Dimension.SHARE and (role is Role.AGAINST or dimension is not None)
    return _last(earlier) if fits else None


def _subject(
    figure: Figure, number: "Span", counts: Sequence[Told], told: Sequence[Told]
) -> Counted | None:
    """ "Thirty have answered"; "the four", of so many that were counted anywhere before."""
    if number.start and number.doc[number.start - 1].lower_ in _DEFINITE:
        # Those who were named before, rather than counted, are no count: "the two met".
        same = (one for one in told if one.high == figure.low and _dimension(one.what) is None)
        return _last(same)
    several = figure.low > 1 and figure.number.form is not Form.PLURAL
    found = _last(one for one in counts if one.high >= figure.low)
    return found or (Counted("people") if several else None)


def _last(told: Iterable[Told]) -> Counted | None:
    """What the last of some figures is of; a bare number has a noun and an outcome of its own."""
    found = list(told)
    return replace(found[-1].what, end=None, head=None, outcome=None) if found else None


def _is_part(number: "Span") -> bool:
    """ "14 of them pupils", "five of these"."""
    behind = [token.lower_ for token in number.doc[number.end : number.end + 2]]
    return len(behind) == 2 and behind[0] == "of" and behind[1] in _PARTED


def _dimension(what: Counted) -> Dimension | None:
    if what.phrase == "age":
        return Dimension.TIME
    named = units.named(what.unit.split(" per ")[0].split(" ")[-1])
    return named[1] if named else None


def _stands_alone(number: "Span") -> bool:
    """Whether no name, noun or sign right beside a number may own it."""
    doc = number.doc
    left = doc[number.start - 1] if number.start else None
    following = doc[number.end] if number.end < len(doc) else None
    if left is not None and (left.tag_ in _NAMING or left.pos_ in NOUNS):
        # "In the end 611 were recruited"
        return left.dep_ == "obl" and left.head == number.root.head
    if following is None:
        return True
    behind = doc[number.end + 1] if number.end + 1 < len(doc) else following
    # "15 mostly Sunni groups"
    described = following.pos_ == "ADV" and behind.pos_ in ("ADJ", "NOUN", "PROPN")
    joined = following.text in ("-", "/", "+", "=") or described
    return not (following.pos_ in NOUNS or following.tag_ in _NAMING or joined)


def _role(figure: Figure, number: "Span") -> Role | None:
    root = number.root
    following = number.doc[number.end] if number.end < len(number.doc) else root
    if following.lower_ in _MORE and root.head == following:
        root = following
    if following.lower_ in _ABOARD or _is_subject(figure, number, root):
        return Role.SUBJECT
    verb = root.head
    acted_on = root.dep_ == "obj" and verb.pos_ == "VERB" and verb.i < root.i
    if acted_on or _is_object(figure, number):
        name = lemma_of(verb)
        if name in PEOPLED:
            return Role.PEOPLE
        return None if name == "do" else Role.PRICE if name in PRICING else Role.OBJECT
    if root.dep_ in ("obl", "nmod") and verb.pos_ != "NUM":
        return _compared(root)
    subject = child(root, *SUBJECTS) if child(root, "cop") is not None else None
    return Role.OBJECT if subject is not None and subject.lower_ in _PRONOUN_SUBJECTS else None


def _compared(root: "Token") -> Role | None:
    """ "Against 19", "out of fourteen", "after eleven", "talks of 340"."""
    case = case_of(root)
    if case == "of" and lemma_of(root.head) in _SPEAKING:
        return Role.OBJECT
    return Role.AGAINST if case in _AGAINST else Role.MEASURE if case in _HOURLY else None


def _is_subject(figure: Figure, number: "Span", root: "Token") -> bool:
    """ "Five are still below", "there were fourteen", "all but 1,900 have gone back"."""
    if root.dep_ in SUBJECTS:
        return root.head.i > root.i or child(root.head, "expl") is not None
    led_by = [token.lower_ for token in number.doc[max(0, number.start - 2) : number.start]]
    # The parse may hang the number on its bound: "fewer than 60 are left".
    led = led_by == ["all", "but"] or figure.hedge is not None
    following = number.doc[number.end] if number.end < len(number.doc) else root
    return led and following.tag_ in _FINITE and following.i > root.i


def _is_object(figure: Figure, number: "Span") -> bool:
    """ "Sickened more than fifty", where the parse hangs the number on its bound."""
    if figure.hedge is None or number.root.dep_ != "obl":
        return False
    first = number.doc.char_span(figure.start, figure.end, alignment_mode="expand")
    verb = number.root.head
    return first is not None and first.start > 0 and number.doc[first.start - 1] == verb
