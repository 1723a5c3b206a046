"""Numbers that are no quantities, by the parse: years, names, and "one" that counts nothing."""

import re
from typing import TYPE_CHECKING

from claims.bounds import Bound
from claims.counted_noun import sentence_of
from claims.figures import Figure
from claims.measured import Counted
from claims.numbers import Form
from claims.quantity_words import ONE_OF
from claims.units import Dimension

if TYPE_CHECKING:
    from spacy.tokens import Span

_YEAR = re.compile(r"1[5-9]\d\d|20\d\d")
_BEFORE_YEAR = frozenset(
    [
        "in",
        "since",
        "of",
        "by",
        "from",
        "until",
        "till",
        "before",
        "after",
        "during",
        "the",
        "to",
        "and",
        "between",
        "late",
        "early",
        "mid",
        "fiscal",
        "for",
        "year",
        "years",
        "'s",
        "’s",
        "circa",
        "around",
        "about",
        "spring",
        "summer",
        "autumn",
        "fall",
        "winter",
        "class",
        "through",
    ]
)
_NAMES = frozenset({"ORG", "PER", "LOC", "NORP"})
# Said of a team or group as such, not counted: "the two", "all three".
_MEASURED = frozenset({Dimension.SHARE, Dimension.MONEY, Dimension.SIZE, Dimension.TIMES})


def is_none(figure: Figure, number: "Span", what: Counted) -> bool:
    """Whether a number with a noun is a year, part of a name, or an article after all."""
    return (
        _is_year(figure, number, what)
        or _is_named(figure, number)
        or _is_article(figure, number, what)
    )


def _is_year(figure: Figure, number: "Span", what: Counted) -> bool:
    text = number.text[: figure.number.end - figure.number.start]
    if not _YEAR.fullmatch(text) or (
        figure.unit is not None and figure.unit.end > figure.number.end
    ):
        return False
    if figure.unit is not None and figure.start < figure.number.start and figure.hedge is None:
        return False
    before = number.doc[number.start - 1].lower_ if number.start else ""
    if figure.bound not in (Bound.EXACT, Bound.ABOUT) and figure.hedge is not None:
        return False
    # The subject of "the total is 1501" stands before it.
    if what.head is not None and what.head.i < number.start:
        return before in _BEFORE_YEAR - {"to", "and", "the", "about", "around"}
    counts = what.head is not None and what.head.tag_ == "NNS" and number.root.head == what.head
    if counts and text < "1900" and before not in _BEFORE_YEAR:
        return False
    if before in _BEFORE_YEAR or what.head is None or number.root.ent_type_ == "DATE":
        return True
    ended = text.endswith("0") or text < "1900"
    return what.head.tag_ not in ("NNS", "NNPS") or not ended


def _is_named(figure: Figure, number: "Span") -> bool:
    """Whether the number is part of a name: "Boeing 737", "Ocean's Eleven"."""
    first = number[0]
    token = number.root
    left = token.head
    if figure.unit is not None and figure.unit.dimension in _MEASURED:
        return False
    paired = figure.number.form is Form.PAIR and figure.hedge is None and number.start > 0
    if paired and first.nbor(-1).pos_ == "PROPN" and figure.unit is None:
        return True
    attached = token.dep_ in (
        "nummod",
        "flat",
        "compound",
        "nmod",
        "appos",
        "dep",
        "nmod:desc",
        "nmod:unmarked",
    )
    if attached and left.i == number.start - 1 and left.pos_ == "PROPN" and left.text[:1].isupper():
        return True
    written = (
        number.text[:1].isupper() and first.i != sentence_of(first).start and not _titled(number)
    )
    if written and number.text[:1].isalpha() and figure.hedge is None:
        return first.nbor(-1).text not in ("“", '"', ":", "\n", "(", "—", "–", "‘", "'")
    inside = first.ent_type_ in _NAMES and token.ent_type_ in _NAMES
    return inside and (first.ent_iob_ == "I" or token.tag_ in ("NNP", "NNPS") or _names_on(number))


def _names_on(number: "Span") -> bool:
    """Whether the name goes on behind the number with a capital: "7 News", "60 Minutes"."""
    if number.end >= len(number.doc):
        return False
    following = number.doc[number.end]
    return following.ent_iob_ == "I" and following.text[:1].isupper()


def _titled(number: "Span") -> bool:
    """Whether the sentence is a headline, where every word has a capital."""
    longer = [token for token in sentence_of(number[0]) if token.is_alpha and len(token) > 3]
    return sum(token.text[0].isupper() for token in longer) * 4 >= len(longer) * 3


def _is_article(figure: Figure, number: "Span", what: Counted) -> bool:
    """Whether "one" counts nothing a reporter would check: "one of the reasons", "the one"."""
    if number.text.lower() not in ("one", "1"):
        return False
    if figure.unit is not None or figure.hedge is not None or number.text == "1":
        return (
            figure.unit is not None and figure.unit.dimension is Dimension.TIME and _is_day(number)
        )
    if number.end < len(number.doc) and number.doc[number.end].lower_ == "of":
        return True
    before = number.doc[number.start - 1].lower_ if number.start else ""
    if before in ("the", "this", "that", "no", "any", "each", "every", "which", "another", "at"):
        return True
    if what.outcome is not None and what.head is not None and what.head.i >= number.end:
        return False
    return what.head is None or what.unit not in ONE_OF


def _is_day(number: "Span") -> bool:
    return (
        number.doc[number.end].lower_ in ("day", "night", "minute", "second")
        and number.doc[number.start - 1].lower_
        not in ("for", "within", "in", "lasted", "of", "than", "least")
        if number.start and number.end < len(number.doc)
        else False
    )
