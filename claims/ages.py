"""Ages without a unit, and whose they are: "Smith, 34, said", "a man of 47", "over 65"."""

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from claims.counted_noun import NOUNS, is_plural
from claims.figures import Figure
from claims.measured import Counted
from claims.phrase import child
from claims.subject import SUBJECTS
from claims.verbs import lemma as lemma_of
from claims.words import ROLE_NOUNS, word_set

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_OLDEST = 116
# How many heads may stand between an age and the person: "a 34-year-old former mayor, Ana Ruiz".
_CLIMB = 5
_CLAUSES = frozenset({"root", "ROOT", "ccomp", "advcl", "conj", "parataxis"})
_LIKELY = 12
_PERSONS = frozenset({"he", "she", "i"})
_ANYBODY = word_set("people person man woman child nobody anyone anybody everyone those")
_OLDER = frozenset({"older", "younger", "over", "under", "above", "below", "than", "aged"})
# "The youngest of them, 17, was freed"; how far before the age the word may stand.
_FIRSTBORN, _REACH = frozenset({"youngest", "oldest", "eldest"}), 4
# With these right before it, a number says how many of them there are.
_COUNTING = frozenset({"of", "the", "these", "those", "all", "their", "his", "her", "its"})
_AT_AGE = frozenset({"die", "kill", "marry", "retire", "drown", "murder"})
# What ends in such letters is a person, unless it is one of the things below.
_PERSONAL = re.compile(r"(?:ist|ian|man|woman|er|or|ard)$")
# Persons by no role.
_OTHER_PERSONS = word_set(
    "shepherd goatherd toddler infant baby youngster lad lass lady gentleman maid cook nephew niece"
    " uncle aunt cousin grandson granddaughter pupil teen adult recruit conscript cadet"
)
_IMPERSONAL = word_set(
    """
    number order layer tower paper quarter border corner cluster chapter letter power water matter
    offer tender factor error meter liter member sector floor door theater barrier computer
    container river winter summer shower monitor mirror motor reactor vector color odor tremor
    answer counter master register shelter cover boulder human helicopter newspaper other another
    father mother standard card board guard yard award center
    """
)
_AGE_FOLLOWS = frozenset(
    [",", ".", ")", ";", "\n", *"and of from was is has who said when then now".split()]  # noqa: SIM905
)


def age_beside(figure: Figure, number: "Span") -> Counted | None:
    """ "John Smith, 34, said", "Smith (34)", "she is 34": the age of a person."""
    following = number.doc[number.end].lower_ if number.end < len(number.doc) else "."
    plain = figure.hedge is None and figure.low == figure.high and 0 < figure.low < _OLDEST
    if figure.hedge is not None and figure.unit is None and _of_people_aged(figure, number):
        return Counted("year", "age")
    if not plain or not number.start:
        return None
    told = _of_person(number, figure.low) or _at_age(number) or _firstborn(number, figure.low)
    if following in _AGE_FOLLOWS and not told:
        apposed = _apposed(number, following, figure.low)
        told = apposed or _said_to_be(number, figure.low) or _among_ages(number)
    return Counted("year", "age") if told else None


def _of_person(number: "Span", age: Decimal) -> bool:
    """ "A man of 47", "a pump operator of 52": one person, and nothing behind the number."""
    doc, of = number.doc, number.start - 1
    if of < 2 or doc[of].lower_ != "of" or _has_noun(number):
        return False
    noun = doc[of - 1]
    if noun.pos_ not in NOUNS or is_plural(noun) or noun.lower_ in _IMPERSONAL:
        return False
    det = child(noun, "det")
    alone = det is None or det.lower_ in ("a", "an", "another")
    known = noun.lower_ in ROLE_NOUNS | _OTHER_PERSONS and age > 2
    return alone and (known or (bool(_PERSONAL.search(noun.lower_)) and age >= _LIKELY))


def _of_people_aged(figure: Figure, number: "Span") -> bool:
    """ "Workers older than 50", "children under five", "nobody over 65"."""
    if not 0 < figure.low < _OLDEST or _has_noun(number) or not number.start:
        return False
    first = number.doc.char_span(figure.start, figure.end, alignment_mode="expand")
    bound = (first or number).text.lower().split()
    before = number.doc[first.start - 1] if first is not None and first.start else None
    if bound[0] in ("older", "younger") or (before and before.lower_ in ("older", "younger")):
        return True
    if bound[0] not in ("over", "under", "above", "below") or before is None:
        return False
    noun = before.lemma_.lower()
    return noun in ROLE_NOUNS | _OTHER_PERSONS | _ANYBODY


def _has_noun(number: "Span") -> bool:
    following = number.doc[number.end] if number.end < len(number.doc) else None
    return following is not None and (following.pos_ in NOUNS or following.text in ("-", "per"))


def _at_age(number: "Span") -> bool:
    """ "A former sailor died at 83"."""
    doc, at, verb = number.doc, number.start - 1, number.root.head
    beside = doc[at].lower_ == "at" and number.root.dep_ in ("obl", "obl:unmarked")
    return beside and lemma_of(verb) in _AT_AGE and not _has_noun(number)


def _firstborn(number: "Span", age: Decimal) -> bool:
    """ "The youngest, 17, has been released"."""
    doc, at = number.doc, number.start - 1
    following = doc[number.end].lower_ if number.end < len(doc) else ""
    # "The oldest of the three", "one of them"
    if doc[at].lower_ in _COUNTING or following == "of" or _has_noun(number):
        return False
    return age > 0 and any(
        token.lower_ in _FIRSTBORN for token in doc[max(0, at - _REACH) : at + 1]
    )


def bearer(number: "Span") -> "Token | None":
    """Whose age a number is: a name beside it, the subject of "she is 34", else the noun that "a
    34-year-old driver" has.
    """
    doc, at = number.doc, number.start - 1
    at -= 0 < at < len(doc) and doc[at].lower_ in ("now", "aged", "then")
    if at > 0 and doc[at].text in (",", "(") and doc[at - 1].ent_type_ == "PER":
        return doc[at - 1]
    led = doc[at - 1].lower_ if at > 0 else ""
    if led not in ("", "age", "ages") and doc[at].lower_ == "of" and doc[at - 1].pos_ == "NOUN":
        # "A woman of 59", and not "at the age of 59"
        return doc[at - 1]
    older = number.start - 1
    while older > 0 and doc[older].lower_ in _OLDER:
        older -= 1
    if older < number.start - 1 and doc[older].pos_ == "NOUN":
        # "Workers older than 50"
        return doc[older]
    token = number.root
    for _ in range(_CLIMB):
        if token.ent_type_ == "PER":
            return token
        subject = child(token, *SUBJECTS) if child(token, "cop") is not None else None
        if subject is not None and subject.lower_ == "who" and token.dep_ == "acl:relcl":
            # "Helga Strand, who is 58"
            return token.head
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
    return named[0] if named else child(noun, *SUBJECTS)


def _among_ages(number: "Span") -> bool:
    """Whether the number stands in a list of ages: "two sons, ages 16 and 6"."""
    before = number.doc[number.start - 1]
    while before.i and (before.like_num or before.lower_ in (",", "and", "or")):
        before = before.nbor(-1)
    paired = number.doc[number.start - 1].lower_ == "and" and before.ent_type_ == "PER"
    return before.lower_ in ("ages", "aged") or (paired and number.doc[before.i + 1].text == ",")


def _apposed(number: "Span", following: str, age: Decimal) -> bool:
    """Whether the number stands between marks behind a person: "Smith, 34,", "Smith (34)"."""
    doc, at = number.doc, number.start - 1
    if doc[at].lower_ in ("himself", "herself"):
        return True
    at -= doc[at].lower_ in ("now", "then") and at > 0
    if at < 1 or doc[at].text not in (",", "("):
        return False
    named, enclosed = doc[at - 1], following in (",", ")")
    if named.ent_type_ == "PER":
        return True
    if not number.text.isdigit():
        return False
    # "Another brother, 22, was": no name, but two commas and a likely age.
    single = named.pos_ in NOUNS and not is_plural(named)
    return single and doc[at].text == "," and enclosed and age >= _LIKELY


def _said_to_be(number: "Span", age: Decimal) -> bool:
    """Whether the clause says it of a person: "she is 34", "he turned 90"."""
    verb = number.root if child(number.root, "cop") is not None else number.root.head
    if verb.i != number.root.i and verb.lower_ not in ("turned", "turns", "turning"):
        return False
    subject = child(verb, *SUBJECTS)
    person = subject is not None and (subject.ent_type_ == "PER" or subject.lower_ in _PERSONS)
    if subject is not None and subject.lower_ == "who":
        # "My nephew, who is nine"
        person = verb.dep_ == "acl:relcl" and not is_plural(verb.head)
        person = person and not any(part.lower_ in ("are", "were") for part in verb.children)
    # "He was one, she was two" are rarely ages.
    return person and age > 2
