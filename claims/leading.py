"""Cues before a quote: Ms Abara said: “…” · In Osk, she warned, “…” · calls for “…”"""

from collections.abc import Collection
from typing import TYPE_CHECKING

from claims import labels, speaker, subject
from claims.cues import PHRASING, SPEECH, Cue, hearable, speaks, top
from claims.page import Page
from claims.quotemarks import Quoted
from claims.verbs import lemma
from claims.words import DOCUMENT_NOUNS, ROLE_NOUNS, word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

    from claims.mentions import Mentions

_INTRODUCED_WITHIN = 12
# "The mayor's answer was short: …": what somebody says, as a noun.
_SPOKEN = word_set(
    """
    advice announcement answer apology assessment comment conclusion explanation letter message note
    plea post reaction remark reply response statement summary tweet verdict warning words
    """
)


def before(page: Page, quote: Quoted) -> Cue | None:
    """The cue in the sentence that leads to a quote."""
    words = page.before(quote)
    while words and (words[-1].is_quote or words[-1].text in labels.DASHES):
        words = words[:-1]
    mark = words[-1].text if words and words[-1].is_punct else ""
    words = [word for word in words if not word.is_punct or word.text != mark or mark == ","]
    if not words:
        return None
    if mark.endswith(":"):
        return _announcing(page, quote, words)
    if mark == ",":
        return _introducing(words, within=_INTRODUCED_WITHIN)
    if words[-1].lower_ in ("that", "as") and len(words) > 1:
        words = words[:-1]
    head = labels.dated(page, quote, words)
    if head is not None:
        return Cue(None, head)
    last = words[-1]
    if last.pos_ in ("VERB", "AUX") and speaks(last):
        return _with_subject(last, words)
    return None


def _announcing(page: Page, quote: Quoted, words: list["Token"]) -> Cue | None:
    """The cue of words that end with a colon."""
    found = _introducing(words) or _owned(words)
    head = None if found else labels.labelled(page, quote, words)
    if found or head is not None:
        return found or Cue(None, head)
    return _presented(words) if page.is_sentence(quote) else None


def introduced(page: Page, quote: Quoted) -> Cue | None:
    """The cue of a block quote, in the paragraph before it that ends with a colon."""
    block = page.previous_block(quote)
    if block is None or page.text[block[1] - 1] != ":":
        return None
    words = page.last_sentence(block[0], block[1] - 1)
    found = _introducing(words) or _owned(words) or _presented(words)
    head = None if found else labels.heading(words)
    return found or (Cue(None, head) if head is not None else None)


def governing(page: Page, quote: Quoted, mentions: "Mentions") -> Cue | None:
    """The verb that gives a quoted phrase as somebody's words: "calls for “…”"."""
    start, end = quote.stretches[0][0], quote.stretches[-1][1]
    inside = page.tokens(start, end)
    for token in inside:
        head = token.head
        while inside[0].i <= head.i <= inside[-1].i and head.head.i != head.i:
            token, head = head, head.head
        verb = _verb_above(head, token)
        if verb is not None and verb.i < inside[0].i and page.quote_at(verb.idx) is None:
            found = _with_subject(verb, page.before(quote), PHRASING)
            heard = found and found.speaker and speaker.is_voice(found.speaker, mentions)
            return found if heard else None
    return None


def _verb_above(head: "Token", below: "Token") -> "Token | None":
    """The nearest verb that governs a phrase, through its nouns but through no other verb."""
    for _ in range(6):
        if head.i == below.i:
            return None
        if head.pos_ == "VERB":
            return head if below.dep_ not in ("nsubj", "nsubj:pass", "advcl", "conj") else None
        below, head = head, head.head
    return None


def _introducing(words: list["Token"], within: int | None = None) -> Cue | None:
    """The last reporting verb of an introduction that nothing else comes after."""
    for position in range(len(words) - 1, -1, -1):
        verb = words[position]
        if within is not None and len(words) - position > within:
            return None
        if verb.pos_ not in ("VERB", "AUX"):
            continue
        if speaks(verb):
            found = _with_subject(verb, words)
            if found is not None:
                return found
        elif within is not None and verb.tag_ in ("VBD", "VBZ", "VBP"):
            return None
    return None


def _with_subject(
    verb: "Token", words: list["Token"], verbs: Collection[str] = SPEECH
) -> Cue | None:
    if not speaks(verb, verbs) or not subject.is_said(verb):
        return None
    head = subject.subject(verb)
    if head is None and not subject.is_participle(verb):
        head = _nearest_noun(verb, words)
    if head is None or speaker.is_narrator(head) or not hearable(verb, head):
        return None
    return Cue(verb, head)


def _nearest_noun(verb: "Token", words: list["Token"]) -> "Token | None":
    """Where the parse shows no subject: the noun or pronoun right before the verb."""
    left = [word for word in words if word.i < verb.i]
    while left and left[-1].pos_ in ("AUX", "ADV"):
        left = left[:-1]
    nominal = left and left[-1].pos_ in ("PROPN", "PRON", "NOUN")
    return top(left[-1]) if nominal else None


def _owned(words: list["Token"]) -> Cue | None:
    """Whose words a noun announces: "The mayor's answer was short", "Her message to Osk"."""
    for noun in words:
        owner = next((child for child in noun.children if child.dep_ == "nmod:poss"), None)
        if owner is None or owner.lower_ in ("my", "our", "your"):
            continue
        if lemma(noun) in _SPOKEN and subject.can_speak(owner):
            return Cue(noun, owner)
    return None


def _presented(words: list["Token"]) -> Cue | None:
    """Whoever acts in an introduction without a reporting verb: "The papers script out a reply"."""
    for verb in reversed(words):
        if verb.pos_ != "VERB" or verb.tag_ not in ("VBD", "VBZ", "VBP", "VBN"):
            continue
        head = subject.subject(verb)
        if head is None:
            continue
        voice = DOCUMENT_NOUNS | ROLE_NOUNS | {"he", "she"}
        issued = any(
            lemma(child) in DOCUMENT_NOUNS for child in verb.children if child.dep_ == "obj"
        )
        plural = head.tag_ in ("NNS", "NNPS") and head.lemma_.lower() in ROLE_NOUNS
        spoken = head.lemma_.lower() in voice or head.ent_type_ == "PER" or issued
        spoken = spoken and not plural
        return Cue(verb, head) if spoken else None
    return None
