"""Reported clauses, by the parse: "said that …", "…, she said, …", "according to …"."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims import complement, speaker, subject
from claims.complement import PROMISING, follows_comma, is_finite
from claims.offices import bare
from claims.page import TENSED
from claims.phrase import subtree
from claims.subject import SUBJECTS
from claims.verbs import lemma
from claims.words import (
    CLAUSE_VERBS,
    EVIDENCE_VERBS,
    HONORIFICS,
    REPORTING_VERBS,
    ROLE_NOUNS,
    TITLES,
    Stance,
    word_set,
)

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from claims.mentions import Mentions

# Documents and bodies also find, show and estimate.
_FINDING = word_set("find show estimate conclude establish demonstrate")
_DENYING = {v for v, s in REPORTING_VERBS.items() if s is Stance.DENIAL} - {"contradict"}
_OTHERS = word_set(
    "ask beg call implore reaffirm reassert recommend relay underline underscore wonder"
)
_VERBS = CLAUSE_VERBS | _FINDING | PROMISING | _DENYING | _OTHERS
# These report what somebody said only where somebody, or a document, is their subject.
_WEAK = EVIDENCE_VERBS | _FINDING | {"call"}
_BELIEVING = word_set("believe consider expect fear feel hope suspect think") - _VERBS
# In the writer's own words these mean a story told in the first person, not a report.
_FIRST_PERSON = frozenset({"i", "me", "my", "myself"})
# What stands in commas behind a name and still tells who is meant.
_LONGEST_OFFICE = 12
_ASIDES = frozenset({"appos", "acl", "acl:relcl", "conj", "flat", "punct", "cc"})


@dataclass(frozen=True, slots=True)
class Reported:
    """A clause that the text gives as somebody's words: its tokens, the cue, who speaks.

    `head` is the clause's verb where the parse gives the clause as a whole.
    """

    tokens: tuple["Token", ...]
    cue: "Token"
    speaker: "Token"
    head: "Token | None" = None


def clauses(
    doc: "Doc", mentions: "Mentions", is_quoted: Callable[["Token"], bool]
) -> Iterator[Reported]:
    """Every reported clause whose cue stands in the writer's own words, in text order."""
    for token in doc:
        if is_quoted(token):
            continue
        if token.lower_ == "according" and token.i + 1 < len(doc):
            found = _according(token, mentions)
        elif token.pos_ in ("VERB", "AUX"):
            found = _said(token, mentions, is_quoted)
        else:
            continue
        if found is not None and _is_clause(found.tokens):
            yield found


def _said(cue: "Token", mentions: "Mentions", quoted: Callable[["Token"], bool]) -> Reported | None:
    verb = lemma(cue)
    if verb not in _VERBS | _BELIEVING or not subject.is_said(cue):
        return None
    voice = subject.subject(cue)
    if voice is None or speaker.is_narrator(voice):
        return None
    if verb in _WEAK and not speaker.is_voice(voice, mentions):
        return None
    content = complement.content(cue, voice)
    if verb in _BELIEVING and not _is_voiced(cue, content, quoted):
        return None
    if verb == "call" and any(quoted(word) for word in content):
        return None
    if any(word.lower_ in _FIRST_PERSON for word in [*cue.children, *content] if not quoted(word)):
        return None
    return Reported(tuple(content), cue, voice, _head(content)) if content else None


def _is_voiced(cue: "Token", content: list["Token"], quoted: Callable[["Token"], bool]) -> bool:
    """Whether a belief is given in words of its own: quoted ones, in no report of a speech."""
    told = cue.dep_ in ("ccomp", "conj") and lemma(cue.head) in CLAUSE_VERBS
    return not told and any(quoted(word) for word in content)


def _head(content: list["Token"]) -> "Token | None":
    inside = {token.i for token in content}
    return next((token for token in content if token.head.i not in inside), None)


def _according(cue: "Token", mentions: "Mentions") -> Reported | None:
    """The clause that "according to" somebody holds, without that phrase."""
    following = cue.nbor()
    if following.lower_ != "to":
        return None
    voice = (
        cue.head
        if cue.dep_ == "case"
        else next(
            (
                child
                for child in [*cue.children, *following.children]
                if child.dep_ in ("obl", "obj")
            ),
            None,
        )
    )
    if voice is None or voice.i <= following.i:
        return None
    anchor = voice if cue.dep_ == "case" else cue
    head = anchor.head
    voice = _first_named(following, voice)
    if not speaker.is_voice(voice, mentions):
        return None
    named = _behind_title(voice)
    while not is_finite(head) and head.head.i != head.i and head.dep_ != "ccomp":
        head = head.head
    if head.i == anchor.i or head.dep_ == "acl:relcl":
        return None
    returned = [c for c in voice.children if c.i > voice.i and c.dep_ not in _ASIDES]
    returned = [c for c in returned if follows_comma(c)]
    later = [
        c for c in head.children if c.dep_ == "conj" and c.i > voice.i > head.i and is_finite(c)
    ]
    content = subtree(head, without=[anchor, *later])
    first = content[0].i
    if first < cue.i:
        # Whatever the parse did with it, nothing between the clause and the phrase is left out.
        content = [*cue.doc[first : cue.i], *(word for word in content if word.i > cue.i)]
    content = _outside(content, cue, voice)
    content += [word for back in returned for word in subtree(back)]
    content = [word for word in content if word not in named]
    if lemma(head) in _VERBS and all(w == head or _is_speaker_of(head, w) for w in content):
        # "“It is shut,” Reed said, according to the Courier": what she said is in the marks.
        return None
    voice = named[0] if named else voice
    return Reported(tuple(sorted(content, key=lambda word: word.i)), cue, voice, head)


def _is_speaker_of(head: "Token", word: "Token") -> bool:
    return word.is_punct or any(
        word == t or t.is_ancestor(word) for t in head.children if t.dep_ in SUBJECTS
    )


def _first_named(to: "Token", voice: "Token") -> "Token":
    """The noun right behind "according to" where the parse passed over it for a later one."""
    words = list(voice.doc[to.i + 1 : voice.i])
    comma = next((i for i, word in enumerate(words) if word.text == ","), None)
    nouns = [word for word in words[:comma] if word.pos_ in ("NOUN", "PROPN")]
    return nouns[-1] if comma is not None and nouns and nouns[-1].head.i >= voice.i else voice


def _outside(content: list["Token"], cue: "Token", voice: "Token") -> list["Token"]:
    """`content` without the words of "according to the agency", wherever the parse hangs them."""
    left, right = cue.i, max(cue.i + 1, voice.i, _office_end(voice))
    return [word for word in content if not left <= word.i <= right]


def _office_end(voice: "Token") -> int:
    """The last word of an office in commas behind a name: "Ana Reyes, the harbour master,"."""
    doc, last = voice.doc, voice.i
    while last + 1 < len(doc) and doc[last + 1].dep_ in ("flat", "compound"):
        last += 1
    words = list(doc[last + 2 : last + 2 + _LONGEST_OFFICE]) if last + 1 < len(doc) else []
    if not words or doc[last + 1].text != ",":
        return voice.i
    comma = next((word for word in words if word.text == ","), None)
    inside = [word for word in words if comma is not None and word.i < comma.i]
    office = any(word.lemma_.lower() in ROLE_NOUNS for word in inside)
    tensed = any(word.tag_ in TENSED for word in inside)
    return comma.i if comma is not None and office and not tensed else voice.i


def _behind_title(voice: "Token") -> list["Token"]:
    """The name behind a title where the parse tore them apart: "Superintendent Ines Calloway"."""
    doc = voice.doc
    found: list[Token] = []
    while bare(voice) in TITLES | HONORIFICS.keys() and voice.i + 1 + len(found) < len(doc):
        token = doc[voice.i + 1 + len(found)]
        if token.ent_type_ != "PER" or token.head.i == voice.i:
            break
        found.append(token)
    return found


def _is_clause(tokens: tuple["Token", ...]) -> bool:
    words = [token for token in tokens if token.is_alpha or token.like_num]
    loose = words and (words[0].tag_ in ("VBD", "VBN") or words[0].lower_ in ("which", "when"))
    broken = words and words[-1].pos_ == "AUX" and words[-1].tag_ in ("VB", "MD")
    return len(words) >= 3 and not loose and not broken
