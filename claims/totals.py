"""Totals: a number that the clause gives as the size of something it names elsewhere."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from claims import units
from claims.clause import case_of
from claims.counted_noun import NOUNS, phrase
from claims.measured import Counted, subject_measured
from claims.outcome import outcome_of
from claims.phrase import child, words
from claims.quantity_words import CROWDS, GETTING, HUMAN, OUTCOMES, SETTING, TOLLS, TOTALS
from claims.verbs import lemma as lemma_of

if TYPE_CHECKING:
    from spacy.tokens import Token


def total(root: "Token") -> Counted | None:
    """ "The number of dead stood at 41", "the toll rose to 41", "a population of 9,000"."""
    named = root.head if root.dep_ == "nmod" and _lemma(root.head) in TOTALS | CROWDS else None
    brought = child(root.head, "obj") if root.dep_ == "obl" else None
    if brought is not None and _lemma(brought) in TOTALS and root.i > brought.i:
        named = brought
    head = named or set_at(root)
    if head is None and (child(root, "cop") is not None or root.head.lower_ not in GETTING):
        head = subject_measured(root)
    if head is None or head.pos_ not in NOUNS:
        return None
    lemma, tokens = _lemma(head), phrase(head)
    if lemma in TOLLS or lemma in CROWDS:
        outcome = TOLLS.get(lemma)
        return Counted("people", words(tokens), tokens, None, head, outcome)
    of = next((part for part in head.children if part.dep_ == "nmod" and part.i > head.i), None)
    if of == root:
        # "A total of 39 are confirmed dead"
        outcome = outcome_of(head)
        return Counted("people", outcome=outcome) if outcome in HUMAN else None
    if lemma in TOTALS and of is not None:
        outcome = OUTCOMES.get(of.lower_)
        unit = "people" if outcome in HUMAN else units.singular(of.text)
        held = phrase(of)
        return Counted(unit, words(held), held, None, of, outcome)
    kind = child(head, "compound")
    if lemma in TOTALS and kind is not None and kind.pos_ == "NOUN":
        return Counted(units.singular(kind.text), words(tokens), tokens, None, head)
    if lemma in TOTALS or named or head.ent_type_ in ("PER", "ORG", "LOC"):
        return None
    return Counted(units.singular(head.text), words(tokens), tokens, None, head)


def set_at(number: "Token") -> "Token | None":
    """The total of "put the number of people who … at 41", however far behind its number stands."""
    return next((noun for noun in put_at(number) if _lemma(noun) in {*TOTALS, *TOLLS}), None)


def put_at(number: "Token") -> "Iterator[Token]":
    """The nouns that may be put at a number, the nearest verb's first: "put the crowd at 400".

    A parse may hang the number on a clause in between: "who were there when it began at 41".
    """
    place = number.head if number.dep_ == "nummod" else number
    if case_of(place) not in ("at", "at between"):
        return
    for above in place.ancestors:
        noun = above if above.dep_ == "obj" else child(above, "obj")
        if noun is not None and noun.i < number.i and lemma_of(noun.head) in SETTING:
            yield noun


def _lemma(noun: "Token") -> str:
    return units.singular(noun.text)
