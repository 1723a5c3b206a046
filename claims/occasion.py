"""Occasions of speech: "In a speech in Osk, Reyes said …" tells that Reyes gave one."""

from typing import TYPE_CHECKING

from claims.clause import case_of, is_finite, is_passive, is_time, modal, negated, subject
from claims.deontic import RULING
from claims.phrase import child, children, noun_phrase, sentence, words
from claims.verbs import lemma
from claims.words import REPORTING_VERBS

if TYPE_CHECKING:
    from spacy.tokens import Token

_OCCASIONS = frozenset({"speech", "address", "lecture", "sermon", "interview", "talk"})
_CASES = frozenset({"in", "during"})
_SPEAKING = REPORTING_VERBS.keys() | RULING.keys() | {"call", "appeal"}
_FURTHER = frozenset({"another", "others", "one"})


def occasion(verb: "Token") -> "Token | None":
    """The head of the phrase for the speech in which somebody does what `verb` says.

    "One of the speeches" and, in a sentence after that, "another" are occasions too.
    """
    if lemma(verb) not in _SPEAKING or is_passive(verb) or negated(verb) or not is_finite(verb):
        return None
    who = subject(verb)
    if who is None or modal(verb) is not None or who.ent_type_ not in ("PER", "ORG"):
        return None
    found = (t for t in _adjuncts(verb) if case_of(t) in _CASES and named(t) is not None)
    return next(found, None)


def named(noun: "Token") -> str | None:
    """The occasion in words, without when and where it was; None where `noun` is none."""
    if lemma(noun) in _OCCASIONS and noun.tag_ == "NN":
        known = [t for t in children(noun, "nmod") if is_time(t) or t.ent_type_ == "LOC"]
        own = noun_phrase(noun, coordinated=False, participles=False, without=known)
        return words(own)
    several = child(noun, "nmod")
    if noun.lower_ in _FURTHER and several is not None and lemma(several) in _OCCASIONS:
        return words(noun_phrase(noun))
    if noun.lower_ == "another" and several is None:
        before = _spoken_of(noun)
        return f"another of {before}" if before is not None else None
    return None


def _adjuncts(verb: "Token") -> list["Token"]:
    """The adjuncts of a verb, and those that the parse hung on whom it is said to."""
    direct = children(verb, "obl")
    return [*direct, *(t for goal in children(verb, "obj", "iobj") for t in children(goal, "nmod"))]


def _spoken_of(pronoun: "Token") -> str | None:
    """What "another" is one of: "the speeches" of the sentence before."""
    start = sentence(pronoun)[0]
    if not start:
        return None
    doc = pronoun.doc
    for token in reversed(doc[sentence(doc[start - 1])[0] : start]):
        if lemma(token) in _OCCASIONS and token.tag_ == "NNS" and case_of(token) == "of":
            return words(noun_phrase(token, coordinated=False, participles=False))
    return None
