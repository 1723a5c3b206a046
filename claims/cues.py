"""What a quote hangs on: the words around it that say it was said, and by whom."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims import speaker
from claims.page import Page
from claims.quotemarks import Quoted, Range
from claims.verbs import lemma
from claims.words import DOCUMENT_NOUNS, EVIDENCE_VERBS, REPORTING_VERBS, ROLE_NOUNS, word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

    from claims.mentions import Mentions

# Verbs that give a phrase as somebody's words: "described it as “a long way off”".
_PHRASING = word_set(
    """
    accuse argue blame blast boast brand call cite complain condemn criticise criticize decry demand
    denounce describe dismiss dub express hail insist label lament mention note pledge praise
    promise refer reject report say slam speak state stress threaten urge vow warn
    """
)
_SPEECH = REPORTING_VERBS.keys() | _PHRASING
_PLAIN = word_set("answer ask chant cry reply respond say shout whisper yell")
_QUIET = word_set("demonstrate establish find prove reason show sum teach verify")
_OPENERS = frozenset({"and", "but", "so", "yet", "then", "or", "because", "that", "as"})
_DASHES = frozenset({"—", "–", "--", "-", "―"})
_INTRODUCED_WITHIN = 9


@dataclass(frozen=True, slots=True)
class Cue:
    """The cue's token, where there is one, and the head of the phrase that speaks."""

    token: "Token | None"
    speaker: "Token | None"


def behind(page: Page, quote: Quoted) -> Cue | None:
    """The cue behind a quote: "…," she said · “…,” said Ms Abara, who leads the union."""
    words = page.after(quote)
    start, end = quote.stretches[-1]
    last = page.text[end - 1 : end] if end > start else ""
    comma = bool(words) and words[0].text in {",", *_DASHES}
    if not words or not (comma or last in ",?!—–-…" or _short_tail(words)):
        return None
    tail = [word for word in words if not word.is_punct or word.text == ","][comma:]
    if not tail or tail[0].lower_ in ("and", "but", "which", "who", "that", "where", "or"):
        return None
    cue = _first_verb(tail)
    if cue is None or not _speaks(cue, REPORTING_VERBS) or _has_own_content(page, cue):
        return None
    head = speaker.subject(cue)
    if head is None or quote.start <= head.idx < quote.end:
        head = _beside(cue, tail)
    return Cue(cue, head) if head is None or _hearable(cue, head) else None


def before(page: Page, quote: Quoted) -> Cue | None:
    """The cue before a quote: Ms Abara said: “…” · In Osk, she warned reporters, “…”"""
    words = page.before(quote)
    while words and (words[-1].is_quote or words[-1].text in _DASHES):
        words = words[:-1]
    if not words:
        return None
    mark = words[-1].text if words[-1].is_punct else ""
    words = [word for word in words if not word.is_punct or word.text != mark or mark == ","]
    if mark == ":":
        return _introducing(words) or _labelled(page, quote, words)
    if mark == ",":
        return _introducing(words, within=_INTRODUCED_WITHIN)
    if words[-1].lower_ in ("that", "as") and len(words) > 1:
        words = words[:-1]
    last = words[-1]
    if last.pos_ in ("VERB", "AUX") and _speaks(last, REPORTING_VERBS):
        return _with_subject(last, words)
    return None


def introduced(page: Page, quote: Quoted) -> Cue | None:
    """The cue of a block quote, in the paragraph before it that ends with a colon."""
    block = page.previous_block(quote)
    if block is None or page.text[block[1] - 1] != ":":
        return None
    words = page.last_sentence(block[0], block[1] - 1)
    return _introducing(words) or _presented(words)


def signed(page: Page, quote: Quoted) -> Cue | None:
    """The signature of a quote: “…” — Ada Lovell, minister."""
    end = page.block(quote)[1]
    words = page.tokens(quote.end, end)
    if len(words) < 2 or len(words) > 15 or words[0].text not in _DASHES:
        return None
    if any(word.pos_ in ("VERB", "AUX") for word in words) or not words[1].text[:1].isupper():
        return None
    comma = next((i for i, word in enumerate(words) if word.text in (",", "(")), len(words))
    name = words[1:comma]
    return Cue(None, page.doc[name[0].i : name[-1].i + 1].root) if name else None


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
            found = _with_subject(verb, page.before(quote), _PHRASING)
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
        if _speaks(verb, REPORTING_VERBS):
            found = _with_subject(verb, words)
            if found is not None:
                return found
        elif within is not None and verb.tag_ in ("VBD", "VBZ", "VBP"):
            return None
    return None


def _with_subject(
    verb: "Token", words: list["Token"], verbs: Collection[str] = _SPEECH
) -> Cue | None:
    if not _speaks(verb, verbs) or not speaker.is_said(verb):
        return None
    head = speaker.subject(verb)
    if head is None and not speaker.is_participle(verb):
        head = _nearest_noun(verb, words)
    if head is None or speaker.is_narrator(head) or not _hearable(verb, head):
        return None
    return Cue(verb, head)


def _hearable(verb: "Token", head: "Token") -> bool:
    """Anything may "say"; only people, bodies and documents "suggest" or "reveal" in words."""
    return lemma(verb) not in EVIDENCE_VERBS or speaker.can_speak(head)


def _nearest_noun(verb: "Token", words: list["Token"]) -> "Token | None":
    """Where the parse shows no subject: the noun or pronoun right before the verb."""
    left = [word for word in words if word.i < verb.i]
    while left and left[-1].pos_ in ("AUX", "ADV"):
        left = left[:-1]
    nominal = left and left[-1].pos_ in ("PROPN", "PRON", "NOUN")
    return _top(left[-1]) if nominal else None


def _presented(words: list["Token"]) -> Cue | None:
    """Whoever acts in an introduction without a reporting verb: "The papers script out a reply"."""
    for verb in reversed(words):
        if verb.pos_ != "VERB" or verb.tag_ not in ("VBD", "VBZ", "VBP", "VBN"):
            continue
        head = speaker.subject(verb)
        if head is None:
            continue
        spoken = head.lemma_.lower() in DOCUMENT_NOUNS | ROLE_NOUNS or head.ent_type_ == "PER"
        return Cue(verb, head) if spoken else None
    return None


def _labelled(page: Page, quote: Quoted, words: list["Token"]) -> Cue | None:
    """A name and a colon in front of a quote: Mayor Lovell: “…”"""
    first = page.block(quote)[0] == words[0].idx if words else False
    bare = all(word.pos_ not in ("VERB", "AUX") for word in words)
    if not first or not bare or len(words) > 8 or not words[0].text[:1].isupper():
        return None
    comma = next((i for i, word in enumerate(words) if word.text in (",", "(")), len(words))
    return Cue(None, page.doc[words[0].i : words[max(comma - 1, 0)].i + 1].root)


def _first_verb(tail: list["Token"]) -> "Token | None":
    """The verb of an attribution behind a quote, past whatever is only said about its subject."""
    for position, word in enumerate(tail):
        if word.pos_ != "VERB" and lemma(word) not in ("say", "tell"):
            continue
        earlier = [token.lower_ for token in tail[:position]]
        aside = earlier.count(",") % 2 == 1 or "who" in earlier or "which" in earlier
        if position and aside and word.dep_.startswith("acl"):
            continue
        return word
    return None


def _speaks(verb: "Token", verbs: Collection[str]) -> bool:
    return lemma(verb) in verbs and lemma(verb) not in _QUIET


def _has_own_content(page: Page, cue: "Token") -> bool:
    """Whether the cue already has its clause: “Camps”, China claims that …"""
    following = [token for token in page.doc[cue.i + 1 : cue.i + 2] if token.lower_ == "that"]
    clauses = [
        child
        for child in cue.children
        if child.dep_ == "ccomp" and child.i > cue.i and page.quote_at(child.idx) is None
    ]
    return bool(following) or bool(clauses)


def _beside(cue: "Token", tail: list["Token"]) -> "Token | None":
    """Where the parse shows no subject: the phrase between the quote and the cue, or behind it."""
    position = next(i for i, word in enumerate(tail) if word.i == cue.i)
    left = [word for word in tail[:position] if word.pos_ in ("PROPN", "PRON", "NOUN")]
    if left:
        return _top(left[0])
    right = tail[position + 1 : position + 6]
    nominal = [word for word in right if word.pos_ in ("PROPN", "PRON", "NOUN")]
    near = nominal and all(
        w.pos_ in ("DET", "ADJ", "PROPN", "NOUN") for w in right[: right.index(nominal[0])]
    )
    return _top(nominal[0]) if nominal and near else None


def _top(noun: "Token") -> "Token":
    """The head of the noun's own phrase."""
    while noun.dep_ in ("compound", "flat", "nmod:desc", "amod") and noun.head.pos_ in (
        "NOUN",
        "PROPN",
    ):
        noun = noun.head
    return noun


def _short_tail(words: list["Token"]) -> bool:
    """“…” she said · “…” said Lovell: nothing but who spoke, so no comma is needed."""
    if words[-1].text in (",", ":"):
        return False
    short = [word for word in words if not word.is_punct]
    return len(short) <= 5 and any(lemma(w) in ("say", "tell", "add") for w in short[:4])


def is_plain(cue: Cue) -> bool:
    """Whether even one word after this cue is what was said: he answered “no”."""
    return cue.token is not None and lemma(cue.token) in _PLAIN


def extent(token: "Token") -> Range:
    """The character range of a cue, with the verb's particle if it has one."""
    particles = [child for child in token.children if child.dep_ == "compound:prt"]
    end = max([token, *particles], key=lambda one: one.i)
    end = end if end.i - token.i <= 1 else token
    return token.idx, end.idx + len(end)
