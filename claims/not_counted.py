"""Numbers that are no quantities, by the parse: years, names, and "one" that counts nothing."""

from typing import TYPE_CHECKING

from claims.bounds import Bound
from claims.counted_noun import sentence_of
from claims.figures import Figure
from claims.measured import Counted
from claims.numbers import YEAR, Form
from claims.quantity_words import ONE_OF
from claims.units import Dimension

if TYPE_CHECKING:
    from spacy.tokens import Span

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
_OPENING = frozenset({"“", '"', "‘", "``"})
_CLOSING = frozenset({"”", '"', "’", "''"})
# Quoted words with more in them tell something, rather than name it.
_LONGEST = 7
_MOTTOES = frozenset(
    [
        "principle",
        "policy",
        "formula",
        "doctrine",
        "slogan",
        "motto",
        "framework",
        "model",
        "theory",
        "concept",
        "system",
    ]
)
# Nobody's name begins with such a figure: "100 billion USD", "3,000 National Guard".
_LARGE = 2500
_NAMES = frozenset({"ORG", "PER", "LOC", "NORP"})
# Said of a team or group as such, not counted: "the two", "all three".
_MEASURED = frozenset({Dimension.SHARE, Dimension.MONEY, Dimension.SIZE, Dimension.TIMES})


_OCCASIONS = frozenset({"time", "one", "year", "season", "edition", "date", "election", "event"})


def is_none(figure: Figure, number: "Span", what: Counted) -> bool:
    """Whether a number with a noun is a year, part of a name, or an article after all."""
    return (
        _is_year(figure, number, what)
        or _is_named(figure, number)
        or _opens_name(figure, number, what)
        or _is_motto(number)
        or _is_article(figure, number, what)
    )


def _is_year(figure: Figure, number: "Span", what: Counted) -> bool:
    text = number.text[: figure.number.end - figure.number.start]
    if not YEAR.fullmatch(text) or (
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
        # "The last time was 2015."
        if what.unit in _OCCASIONS and text >= "1900":
            return True
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


def _opens_name(figure: Figure, number: "Span", what: Counted) -> bool:
    """Whether what follows is one thing's name: "17 U.S. Code", "325 E. Dahlia Ave."."""
    head = what.head
    if figure.unit is not None or figure.low >= _LARGE or head is None or head.i < number.end:
        return False
    # "20 Taliban were killed"
    if what.outcome is not None:
        return False
    if head.tag_ != "NNP" or head.ent_type_ == "NORP" or head.text.endswith("s"):
        return False
    between = number.doc[number.end : head.i]
    return not any(token.text in ("-", "‑") or token.lower_ == "of" for token in between)


def _is_motto(number: "Span") -> bool:
    """Whether the number stands in a slogan that names something: the “two tracks, one goal” plan.

    Such a name is short, stands between quote marks, has no verb, and a noun stands beside it.
    """
    doc, first, last = number.doc, number.start, number.end
    while first > 0 and number.start - first < _LONGEST and doc[first - 1].text not in _OPENING:
        first -= 1
    while last < len(doc) and last - number.end < _LONGEST and doc[last].text not in _CLOSING:
        last += 1
    marked = first > 0 and last < len(doc) and doc[first - 1].text in _OPENING
    if not marked or doc[last].text not in _CLOSING or last - first > _LONGEST:
        return False
    inside = doc[first:last]
    if any(token.pos_ in ("VERB", "AUX") or token.is_space for token in inside):
        return False
    after = doc[last + 1] if last + 1 < len(doc) else doc[last]
    if after.tag_ in ("NN", "NNS") and doc[last].whitespace_:
        return True
    named = doc[first - 3] if first > 2 and doc[first - 2].lower_ == "of" else None
    return named is not None and named.lower_ in _MOTTOES


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
    if figure.bound is Bound.ABOUT and figure.unit is None and _is_rate_of_one(what):
        return True
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


def _is_rate_of_one(what: Counted) -> bool:
    """ "You get about one hole per star": no count of holes."""
    head = what.head
    behind = head.nbor(1).lower_ if head is not None and head.i + 1 < len(head.doc) else ""
    return behind in ("per", "each", "every")


def _is_day(number: "Span") -> bool:
    return (
        number.doc[number.end].lower_ in ("day", "night", "minute", "second")
        and number.doc[number.start - 1].lower_
        not in ("for", "within", "in", "lasted", "of", "than", "least")
        if number.start and number.end < len(number.doc)
        else False
    )
