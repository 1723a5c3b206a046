"""The words that say that something was said: which verbs are cues, and whose they can be."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims import subject
from claims.quotemarks import Range
from claims.verbs import lemma
from claims.words import EVIDENCE_VERBS, REPORTING_VERBS, word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

# Verbs that give a phrase as somebody's words: "described it as “a long way off”".
PHRASING = word_set(
    """
    accuse argue blame blast boast brand call characterise characterize cite commend complain
    condemn criticise criticize decry demand denounce depict deride describe dismiss dub express
    hail insist label lament laud mention note pledge praise promise refer reject report say slam
    speak state stress talk threaten urge vow warn
    """
)
SPEECH = REPORTING_VERBS.keys() | PHRASING
_PLAIN = word_set("answer ask chant cry reply respond say shout whisper yell")
_QUIET = word_set("demonstrate establish find prove reason show sum teach verify")


@dataclass(frozen=True, slots=True)
class Cue:
    """The cue's token, where there is one, and the head of the phrase that speaks."""

    token: "Token | None"
    speaker: "Token | None"


def speaks(verb: "Token", verbs: Collection[str] = REPORTING_VERBS) -> bool:
    """Whether `verb` is one of `verbs` and introduces words rather than proof."""
    if lemma(verb) == "go" and verbs is REPORTING_VERBS:
        return any(child.lower_ == "on" for child in verb.children)
    return lemma(verb) in verbs and lemma(verb) not in _QUIET


def hearable(verb: "Token", head: "Token") -> bool:
    """Anything may "say"; only people, bodies and documents "suggest" or "reveal" in words."""
    return lemma(verb) not in EVIDENCE_VERBS or subject.can_speak(head)


def top(noun: "Token") -> "Token":
    """The head of the noun's own phrase."""
    while noun.dep_ in ("compound", "flat", "nmod:desc", "amod") and noun.head.pos_ in (
        "NOUN",
        "PROPN",
    ):
        noun = noun.head
    return noun


def is_plain(cue: Cue) -> bool:
    """Whether even one word after this cue is what was said: he answered “no”."""
    return cue.token is not None and lemma(cue.token) in _PLAIN


def extent(token: "Token") -> Range:
    """The character range of a cue, with the verb's particle or "to" if it has one."""
    particles = [child for child in token.children if child.dep_ == "compound:prt"]
    if token.lower_ == "according" and token.i + 1 < len(token.doc):
        particles = [token.nbor()]
    end = max([token, *particles], key=lambda one: one.i)
    end = end if end.i - token.i <= 1 else token
    return token.idx, end.idx + len(end)
