"""Cues behind a quote: "…," she said · “…,” said Ms Abara, who leads the union."""

from typing import TYPE_CHECKING

from claims import labels, subject
from claims.complement import follows_comma
from claims.cues import Cue, hearable, speaks, top
from claims.page import Page
from claims.quotemarks import Quoted
from claims.verbs import lemma

if TYPE_CHECKING:
    from spacy.tokens import Token

# Words that go on with a sentence and begin no attribution.
_RELATIVE = frozenset({"who", "which", "whose", "whom"})
_GOING_ON = frozenset({"and", "but", "or", "that", "where", "which", "who"})


def behind(page: Page, quote: Quoted) -> Cue | None:
    """The cue in the rest of the sentence behind a quote."""
    words = page.after(quote)
    start, end = quote.stretches[-1]
    last = page.text[end - 1 : end] if end > start else ""
    comma = bool(words) and words[0].text in {",", *labels.DASHES}
    if not words or not (comma or last in ",?!—–-…" or _short_tail(words) or _inverted(words)):
        return None
    tail = [word for word in words if not word.is_punct or word.text == ","][comma:]
    if not tail or tail[0].lower_ in _GOING_ON:
        return None
    if tail[0].lower_ == "according":
        return _according(tail)
    cue = _first_verb(tail)
    if cue is None or not speaks(cue) or _has_own_content(page, cue):
        return None
    head = subject.subject(cue)
    if head is None and any(child.dep_ == "aux:pass" for child in cue.children):
        return None
    if head is None or quote.start <= head.idx < quote.end:
        head = _beside(cue, tail)
    return Cue(cue, head) if head is None or hearable(cue, head) else None


def signed(page: Page, quote: Quoted) -> Cue | None:
    """The signature of a quote: “…” — Ada Lovell, minister."""
    head = labels.signed(page, quote)
    return Cue(None, head) if head is not None else None


def _according(tail: list["Token"]) -> Cue | None:
    """“…,” according to the harbour master."""
    nouns = [word for word in tail[2:8] if word.pos_ in ("NOUN", "PROPN", "PRON")]
    to = len(tail) > 1 and tail[1].lower_ == "to"
    return Cue(tail[0], top(nouns[0])) if to and nouns else None


def _first_verb(tail: list["Token"]) -> "Token | None":
    """The verb of an attribution behind a quote, past whatever is only said about its subject."""
    for word in tail:
        verbal = word.pos_ == "VERB" or lemma(word) in ("say", "tell")
        about = word.dep_ in ("acl", "acl:relcl", "amod") and word.tag_ in ("VBG", "VBN")
        relative = word.dep_ == "acl:relcl" and any(w.lower_ in _RELATIVE for w in tail)
        if verbal and not about and not (relative and word.i > tail[0].i):
            return word
    return None


def _has_own_content(page: Page, cue: "Token") -> bool:
    """Whether the cue already has its clause: “Camps”, China claims that …"""
    following = [token for token in page.doc[cue.i + 1 : cue.i + 2] if token.lower_ == "that"]
    clauses = [
        child
        for child in cue.children
        if child.dep_ == "ccomp"
        and child.i > cue.i
        and page.quote_at(child.idx) is None
        and not follows_comma(child)
    ]
    return bool(following) or bool(clauses)


def _beside(cue: "Token", tail: list["Token"]) -> "Token | None":
    """Where the parse shows no subject: the phrase between the quote and the cue, or behind it."""
    position = next(i for i, word in enumerate(tail) if word.i == cue.i)
    left = [word for word in tail[:position] if word.pos_ in ("PROPN", "PRON", "NOUN")]
    if left:
        return top(left[0])
    right = tail[position + 1 : position + 6]
    nominal = [word for word in right if word.pos_ in ("PROPN", "PRON", "NOUN")]
    near = nominal and all(
        w.pos_ in ("DET", "ADJ", "NUM", "PROPN", "NOUN") for w in right[: right.index(nominal[0])]
    )
    return top(nominal[0]) if nominal and near else None


def _short_tail(words: list["Token"]) -> bool:
    """“…” she said · “…” said Lovell: nothing but who spoke, so no comma is needed."""
    if words[-1].text in (",", ":"):
        return False
    short = [word for word in words if not word.is_punct]
    return len(short) <= 5 and any(lemma(w) in ("say", "tell", "add") for w in short[:4])


def _inverted(words: list["Token"]) -> bool:
    """“…” said Anna Reed, who leads the union: the verb first, and a name or a title behind it."""
    verb = words[0]
    noun = next((w for w in words[1:5] if w.pos_ not in ("ADJ", "DET")), None)
    named = noun is not None and noun.pos_ in ("PROPN", "NOUN")
    return named and verb.tag_ in ("VBD", "VBZ") and speaks(verb)
