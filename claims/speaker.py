"""Whose voice a phrase stands for: by name where the document gives one, and of which kind."""

from enum import StrEnum
from typing import TYPE_CHECKING

from claims.naming import described, phrase
from claims.subject import SUBJECTS, VOICES
from claims.words import (
    DOCUMENT_NOUNS,
    ORGANISATION_NOUNS,
    ROLE_NOUNS,
    UNNAMED_NOUNS,
    word_set,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

    from claims.mentions import Mention, Mentions


class SpeakerKind(StrEnum):
    """What kind of voice is quoted, as newsroom sourcing rules tell them apart."""

    PERSON = "person"
    ORGANISATION = "organisation"
    DOCUMENT = "document"
    UNNAMED = "unnamed"
    NONE = "none"


_NARRATORS = word_set("i we you one there this that what me us these those which nobody none noone")
_OFFICES = word_set(
    """
    ambassador archbishop bishop chairman chairperson chairwoman chancellor commissioner coroner
    dictator emperor governor judge king magistrate mayor minister pope premier president prince
    princess queen secretary sheriff sultan
    """
)


def who(head: "Token", mentions: "Mentions") -> tuple[str, SpeakerKind]:
    """The name and the kind of the voice at `head`; a coordination is one voice."""
    voices = [mentions.resolve(phrase(one)) for one in _voices(head)]
    if not voices[0].label and not voices[0].definite and voices[0].noun in ROLE_NOUNS:
        # "party leader and prime minister Anna Reed" is one person.
        voices = [voice for voice in voices if voice.label == "PER"] or voices
    names = list(dict.fromkeys(voice.name for voice in voices))
    kinds = [kind(voice) for voice in voices]
    if len(names) == 1 and kinds[0] is SpeakerKind.UNNAMED:
        names = [mentions.resolve(described(head)).name]
    joined = ", ".join(names[:-1]) + " and " + names[-1] if len(names) > 1 else names[0]
    return joined, kinds[0]


def _voices(head: "Token") -> list["Token"]:
    # "producers Craig Reed and Neil Moss"
    named = [child for child in head.children if child.dep_ == "appos" and child.pos_ == "PROPN"]
    joined = named[0] if named and head.tag_ == "NNS" else head
    others = [
        child
        for child in joined.children
        if child.dep_ == "conj"
        and (child.pos_ == "PROPN" or child.lemma_.lower() in VOICES)
        and not any(c.dep_ in SUBJECTS or c.dep_ == "cop" for c in child.children)
        and not any(token.is_quote for token in head.doc[head.i : child.i])
    ]
    return [joined if others else head, *others]


def kind(mention: "Mention") -> SpeakerKind:
    """What kind of voice a mention is, by its name's label or else by its noun."""
    if mention.label == "PER":
        return SpeakerKind.PERSON
    if mention.label:
        return SpeakerKind.ORGANISATION
    noun = mention.noun
    if noun in ("he", "him", "she", "her", ""):
        return SpeakerKind.PERSON
    if noun in UNNAMED_NOUNS:
        return SpeakerKind.UNNAMED
    if noun in _OFFICES and mention.definite and not mention.plural:
        return SpeakerKind.PERSON
    if noun in DOCUMENT_NOUNS:
        return SpeakerKind.DOCUMENT
    if noun in ORGANISATION_NOUNS:
        return SpeakerKind.ORGANISATION
    return SpeakerKind.UNNAMED


def is_voice(head: "Token", mentions: "Mentions") -> bool:
    """Whether `head` can speak, write or be read: a name, a person, a body or a document."""
    if head.pos_ in ("PROPN", "X") or head.lower_ in ("he", "she", "they", "it"):
        return True
    noun = head.lemma_.lower()
    return noun in VOICES or bool(mentions.resolve(phrase(head)).label)


def is_narrator(head: "Token") -> bool:
    """Whether the writer, the reader or nobody is meant: "I", "you", "there", "no official"."""
    nobody = any(child.dep_ == "det" and child.lower_ == "no" for child in head.children)
    return nobody or head.lower_ in _NARRATORS
