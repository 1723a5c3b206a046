"""What the network reads, mended where it makes shapes that English hardly has.

"Any resident wearing a veil, or owning a drum, is fined" and "people who were seen with drums, or
praying, could be fined" are long before their verb comes, and parsers take the first verb for it.
"""

import re
from typing import TYPE_CHECKING

from spacy.tokens import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

_CLAUSES = ("csubj", "csubj:pass")
_SUBJECTS = ("nsubj", "nsubj:pass")
_RELATIVE = ("WP", "WDT")
_HALVES = frozenset({"a.m.", "p.m.", "a.m", "p.m", "am", "pm"})
_CLOCK = re.compile(r"(?:[01]?\d|2[0-4])(?:[:.][0-5]\d)?")


def mend(doc: "Doc") -> None:
    """Change heads, labels and times of `doc` in place; every sentence stays one tree."""
    times = [Span(doc, start, start + 2, "TIME") for start in _clock_times(doc)]
    if times:
        doc.set_ents(times, default="unmodified")
    for token in doc:
        if token.dep_ in _CLAUSES and token.tag_ == "VBG":
            _mend_gerund(token)
        elif token.tag_ in _RELATIVE and token.dep_ in _SUBJECTS:
            _mend_relative(token)
        elif token.dep_ == "obl" and token.ent_type_ == "PER":
            _mend_maker(token)
        elif token.dep_ in ("nmod", "appos", "dep") and token.ent_type_ == "PER":
            _mend_titled(token)
        elif token.ent_type_ == "TIME" and token.dep_ == "nmod" and token.head.dep_ == "obl":
            # "On Monday from 8 p.m. to 6 a.m.": when it began and when it ends are of one verb.
            token.head, token.dep_ = token.head.head, "obl"


def _clock_times(doc: "Doc") -> "Iterator[int]":
    """Where "8 p.m." stands and is no part of a name or a longer time."""
    for token in doc[:-1] if len(doc) > 1 else ():
        after = token.nbor()
        named = token.ent_type_ or after.ent_type_
        if not named and after.lower_ in _HALVES and _CLOCK.fullmatch(token.text):
            yield token.i


def _mend_maker(name: "Token") -> None:
    """ "They hold the speeches by Ada Novak": whose they are, not who holds them."""
    verb, first = name.head, name.left_edge
    by = next((t for t in name.lefts if t.dep_ == "case"), None)
    thing = first.nbor(-1) if first.i > verb.sent.start else None
    if by is None or by.lower_ != "by" or thing is None or verb.tag_ == "VBN":
        return
    if thing.head == verb and thing.dep_ == "obj" and thing.pos_ == "NOUN":
        name.head, name.dep_ = thing, "nmod"


def _mend_titled(name: "Token") -> None:
    """ "Written by Minister of Trade Ada Novak": name and title are one person."""
    if name.left_edge != name or name.i == name.sent.start:
        return
    title = name.nbor(-1)
    while title.dep_ in ("nmod", "flat", "compound") and title.head.i < title.i:
        title = title.head
    if title.dep_ != "obl:agent" or title.tag_ != "NNP" or title.ent_type_ == "PER":
        return
    if title == name.head or name.is_ancestor(title):
        return
    for case in [t for t in title.lefts if t.dep_ == "case"]:
        case.head = name
    name.head, name.dep_ = title.head, title.dep_
    title.head, title.dep_ = name, "nmod:desc"


def _mend_gerund(verb: "Token") -> None:
    """ "Any resident wearing …" is somebody, not something that is done."""
    noun = _noun_before(verb, verb)
    if noun is None or verb.head == verb:
        return
    noun.head, noun.dep_ = verb.head, f"n{verb.dep_[1:]}"
    verb.head, verb.dep_ = noun, "acl"


def _mend_relative(pronoun: "Token") -> None:
    """A clause has no subject beside its "who": the noun in front belongs to a verb behind."""
    inner = pronoun.head
    before = pronoun.nbor(-1) if pronoun.i > inner.sent.start else inner
    relative = inner.dep_ == "acl:relcl" and inner.head != inner
    if relative and before.dep_ == "obj" and before.head == inner:
        # "Arrest everyone who runs": nobody has an object before their own "who".
        before.head, inner.head = inner.head, before
        return
    noun = _noun_before(pronoun, inner)
    outer = next((t for t in inner.rights if t.dep_ == "conj" and _is_finite(t)), None)
    if noun is None or outer is None or outer.head != inner:
        return
    marks = [t for t in inner.lefts if t.dep_ == "mark" and t.i < noun.i]
    above = inner.head if inner.head != inner else outer
    for listed in [t for t in outer.lefts if t.dep_ in _SUBJECTS and t.tag_ == "VBG"]:
        listed.head, listed.dep_ = inner, "conj"
    outer.head, outer.dep_ = above, "ccomp" if marks else inner.dep_
    governing = marks[0].nbor(-1) if marks and marks[0].i > inner.sent.start else None
    if governing is not None and governing.pos_ == "VERB" and not _is_over(inner, governing):
        outer.head = governing
    for mark in marks:
        mark.head = outer
    passive = any(t.dep_ == "aux:pass" for t in outer.children)
    noun.head, noun.dep_ = outer, "nsubj:pass" if passive else "nsubj"
    inner.head, inner.dep_ = noun, "acl:relcl"


def _is_over(verb: "Token", other: "Token") -> bool:
    return verb == other or verb.is_ancestor(other)


def _noun_before(place: "Token", verb: "Token") -> "Token | None":
    """The subject of `verb` right before `place`."""
    before = place.nbor(-1) if place.i > verb.sent.start else None
    if before is None or before.head != verb or before.dep_ not in _SUBJECTS:
        return None
    return before if before.pos_ in ("NOUN", "PROPN", "PRON") and before.tag_ != "PRP" else None


def _is_finite(verb: "Token") -> bool:
    return any(t.tag_ in ("MD", "VBZ", "VBP", "VBD") for t in (verb, *verb.lefts))
