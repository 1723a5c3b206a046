"""The parts of a frame as phrases: what limits a rule, what is done, who is meant."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from claims.frames import Frame
from claims.phrase import Phrase, phrase, trimmed
from claims.verbs import lemma

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

# What ties a noun to a noun, seldom a limit to a rule: "imports from Hungary".
_OF_NOUNS = frozenset({"of", "from", "against", "between", "about"})
# Why a rule was made limits nothing.
_PURPOSE = re.compile(r"in\sorder\sto\b|so\sas\sto\b", re.IGNORECASE)
_NOBODY = frozenset({"the", "a", "an", "mr.", "mrs.", "ms.", "its", "their", "no"})
_TELLING = frozenset({"NOUN", "PROPN", "VERB", "NUM", "ADJ"})


def parted(
    deed: Phrase | None, seen: Sequence[Phrase], doc: "Doc"
) -> tuple[Phrase | None, list[Phrase]]:
    """What is to be done without the conditions that end it, and the conditions outside of it.

    "Cast ballots for weeks" is an act and how long; "a two-week curfew" says already how long.
    """
    kept: list[Phrase] = []
    for one in sorted(seen, key=lambda part: -part.end):
        if deed is not None and _meet(deed, one):
            if _is_of_noun(deed, one, doc):
                continue
            begun = doc.char_span(deed.start, one.start, alignment_mode="contract")
            made = phrase(trimmed(begun)) if begun is not None and one.end >= deed.end else None
            if made is None:
                continue
            deed = made
        kept.append(one)
    return deed, kept[::-1]


def _is_of_noun(deed: Phrase, one: Phrase, doc: "Doc") -> bool:
    """Whether a seeming condition says of a noun in the action which is meant: "exile in Mali"."""
    span = doc.char_span(one.start, one.end, alignment_mode="contract")
    inside = doc.char_span(deed.start, deed.end, alignment_mode="contract")
    if span is None or inside is None or span.root.dep_ != "nmod":
        return False
    noun = span.root.head
    return inside.start <= noun.i < inside.end and (
        noun != inside.root or (span[0].lower_ in _OF_NOUNS)
    )


def chosen(told: Sequence[Phrase], seen: Sequence[Phrase]) -> tuple[Phrase, ...]:
    """The conditions that words and trees give, if several, else those that the network sees."""
    if len(told) > 1 or not seen:
        return tuple(told)
    # Of one condition that both have, the words of the tree.
    return tuple(next((own for own in told if _meet(own, one)), one) for one in seen)


def _meet(one: Phrase, other: Phrase) -> bool:
    return one.start < other.end and other.start < one.end


def conditions(frame: Frame, doc: "Doc") -> tuple[Phrase, ...]:
    """What limits the rule, exceptions too, without what only says why it was made."""
    places: list[tuple[int, int]] = []
    for start, end in sorted(frame.of("condition") + frame.of("exception")):
        if places and places[-1][1] == start:
            # "Who" and "breaks the curfew": what nothing parts is one.
            start = places.pop()[0]
        places.append((start, end))
    parts = (_unframed(list(doc[slice(*place)])) for place in places)
    # "Instead" and "therefore" limit nothing.
    told = [part for part in parts if any(t.pos_ in _TELLING for t in part)]
    made = (phrase(part) for part in told if not _is_reason(part, frame, doc))
    return tuple(one for one in made if one is not None)


def _is_reason(tokens: Sequence["Token"], frame: Frame, doc: "Doc") -> bool:
    """Whether a phrase tells why: "in order to …", "sanctions … for its nuclear program"."""
    if _PURPOSE.match(doc[tokens[0].i : tokens[-1].i + 1].text):
        return True
    clause = doc[frame.clause[0] : frame.clause[1]]
    return tokens[0].lower_ in ("for", "over") and any(lemma(t) == "sanction" for t in clause)


def _unframed(tokens: list["Token"]) -> list["Token"]:
    """A condition without the "who" or "if" that ties it to the rest."""
    tied = tokens[0].tag_ in ("WP", "WDT") or tokens[0].lower_ in ("if", "when")
    return trimmed(tokens[1:] if tied else tokens)


def phrase_of(frame: Frame, part: str, doc: "Doc") -> Phrase | None:
    """The longest stretch that is this part of the frame."""
    places = frame.of(part)
    if not places:
        return None
    start, end = max(places, key=lambda place: (place[1] - place[0], -place[0]))
    return phrase(trimmed(doc[start:end]))


def head_of(frame: Frame, part: str, doc: "Doc") -> "Token | None":
    """The word of a part that the others hang on."""
    places = frame.of(part)
    if not places:
        return None
    start, end = max(places, key=lambda place: (place[1] - place[0], -place[0]))
    tops = (t for t in doc[start:end] if not start <= t.head.i < end or t.head == t)
    named = (t for t in tops if t.pos_ in ("NOUN", "PROPN", "PRON", "DET", "ADJ"))
    # An article or a title alone is a slip; "those" and "the poor" are somebody.
    return next((t for t in named if t.lower_ not in _NOBODY), None)
