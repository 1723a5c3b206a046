"""Ages that stand beside a name without a unit: "John Smith, 34, said", "she is 34"."""

from decimal import Decimal
from typing import TYPE_CHECKING

from claims.counted_noun import NOUNS, is_plural
from claims.figures import Figure
from claims.measured import Counted
from claims.phrase import child

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_OLDEST = 116
# How many heads may stand between an age and the person: "a 34-year-old former mayor, Ana Ruiz".
_CLIMB = 5
_CLAUSES = frozenset({"root", "ROOT", "ccomp", "advcl", "conj", "parataxis"})
_LIKELY = 12
_PERSONS = frozenset({"he", "she", "i"})
_SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:outer")
_AGE_FOLLOWS = frozenset(
    {",", ".", ")", ";", "and", "of", "from", "was", "is", "has", "who", "said", "\n"}
)


def age_beside(figure: Figure, number: "Span") -> Counted | None:
    """ "John Smith, 34, said", "Smith (34)", "she is 34": the age of a person."""
    following = number.doc[number.end].lower_ if number.end < len(number.doc) else "."
    plain = figure.hedge is None and figure.low == figure.high and 0 < figure.low < _OLDEST
    if not plain or not number.start or following not in _AGE_FOLLOWS:
        return None
    apposed = number.text.isdigit() and _apposed(number, following, int(figure.low))
    told = apposed or _said_to_be(number, figure.low) or _among_ages(number)
    return Counted("year", "age") if told else None


def bearer(number: "Span") -> "Token | None":
    """Whose age a number is: a name beside it, the subject of "she is 34", else the noun that "a
    34-year-old driver" has.
    """
    doc, at = number.doc, number.start - 1
    at -= 0 < at < len(doc) and doc[at].lower_ in ("now", "aged", "then")
    if at > 0 and doc[at].text in (",", "(") and doc[at - 1].ent_type_ == "PER":
        return doc[at - 1]
    token = number.root
    for _ in range(_CLIMB):
        if token.ent_type_ == "PER":
            return token
        subject = child(token, *_SUBJECTS) if child(token, "cop") is not None else None
        if subject is not None:
            return subject
        if token.head.i == token.i or token.dep_ in _CLAUSES:
            return None
        token = token.head
        if token.pos_ == "NOUN" and token.lemma_ not in ("year", "month", "week", "day", "age"):
            # "A 16-year-old boy"; "the death of the 16-year-old" is no death of 16.
            beside = number.end < token.i <= number.end + _CLIMB
            return _named_by(token) or (token if beside else None)
    return None


def _named_by(noun: "Token") -> "Token | None":
    """The person whom "the 34-year-old former mayor" describes, and not her daughter."""
    named = [t for t in noun.children if t.ent_type_ == "PER" and t.dep_ in ("appos", "flat")]
    if noun.dep_ in ("appos", "nmod:desc") and noun.head.ent_type_ == "PER":
        named.append(noun.head)
    return named[0] if named else child(noun, *_SUBJECTS)


def _among_ages(number: "Span") -> bool:
    """Whether the number stands in a list of ages: "two sons, ages 16 and 6"."""
    before = number.doc[number.start - 1]
    while before.i and (before.like_num or before.lower_ in (",", "and", "or")):
        before = before.nbor(-1)
    return before.lower_ in ("ages", "aged")


def _apposed(number: "Span", following: str, age: int) -> bool:
    """Whether the number stands between marks behind a person: "Smith, 34,", "Smith (34)"."""
    doc, at = number.doc, number.start - 1
    at -= doc[at].lower_ == "now" and at > 0
    if at < 1 or doc[at].text not in (",", "("):
        return False
    named, enclosed = doc[at - 1], following in (",", ")")
    if named.ent_type_ == "PER":
        return True
    # "Another brother, 22, was": no name, but two commas and a likely age.
    single = named.pos_ in NOUNS and not is_plural(named)
    return single and doc[at].text == "," and enclosed and age >= _LIKELY


def _said_to_be(number: "Span", age: Decimal) -> bool:
    """Whether the clause says it of a person: "she is 34", "he turned 90"."""
    verb = number.root if child(number.root, "cop") is not None else number.root.head
    if verb.i != number.root.i and verb.lower_ not in ("turned", "turns", "turning"):
        return False
    subject = child(verb, *_SUBJECTS)
    person = subject is not None and (subject.ent_type_ == "PER" or subject.lower_ in _PERSONS)
    # "He was one, she was two" are rarely ages.
    return person and age > 2
