"""Relayed speech: the chain of voices and outlets through which somebody's words came."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import TYPE_CHECKING

from claims import speaker, subject
from claims.naming import phrase
from claims.outlets import OUTLET_NOUNS, OUTLETS
from claims.reach import Attribution

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

    from claims.mentions import Mentions

# "…, he said in an interview with the Courier", "in a statement to", "quoted by", "citing".
_BEFORE_OUTLET = re.compile(
    r"\b(?:told|telling|interview(?:ed)? (?:with|by|to|for|in|on)|speaking (?:to|with|on)"
    r"|spoke (?:to|with|on)|talking (?:to|with)|talked (?:to|with)|(?:statement|remarks?|comments?"
    r"|e-?mail|letter|message)s? to|quoted (?:by|in)|cited (?:by|in)|reported (?:by|in)"
    r"|according to|citing|(?:writing|wrote) (?:in|for)|seen by|obtained by|broadcast (?:by|on)"
    r"|on|per|via)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_INTERVIEW = re.compile(r"interview(?:ed)? (?:with|by|to|for)\s+(?:the\s+)?$", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?][”\"’)]*\s+(?=[A-Z“\"])|\n")
_BACK = 40
# An outlet is named no farther from the cue than this, and a report in a report begins as near.
_REACH = 250
_NEAR = 8


def chains(found: list[Attribution], doc: "Doc", mentions: "Mentions") -> Iterator[tuple[str, ...]]:
    """For each attribution, in order, whom its words came through, nearest to the voice first.

    In "Reed told the Courier that Lovell had agreed", what Lovell agreed to came through Reed and
    the Courier.
    """
    text = doc.text
    outlets = list(_outlets(doc, text))
    told = [(*_told(one, outlets, text, mentions), *_quoting(one, mentions)) for one in found]
    for place, one in enumerate(found):
        voice = _name(one, mentions)
        chain: list[str | None] = []
        for outer in _holders(found, place):
            chain += [_name(found[outer], mentions), *told[outer]]
        # An outlet in the sentence of both is the one that the outer voice spoke to.
        chain = [*(name for name in told[place] if name not in chain), *chain]
        yield tuple(dict.fromkeys(name for name in chain if name and name != voice))


def _name(one: Attribution, mentions: "Mentions") -> str | None:
    return None if one.speaker is None else speaker.who(one.speaker, mentions)[0]


def _holders(found: list[Attribution], place: int) -> list[int]:
    """The reports that the one at `place` is a part of, the innermost first."""
    one = found[place]
    near = range(max(0, place - _NEAR), min(len(found), place + _NEAR + 1))
    held = [other for other in near if other != place and _holds(found[other], one)]
    return sorted(held, key=lambda other: _length(found[other]))


def _holds(outer: Attribution, inner: Attribution) -> bool:
    """Whether what `outer` says is that `inner` was said."""
    if inner.cue is None or not outer.reported or outer.cue == inner.cue:
        return False
    return any(
        start <= inner.cue[0] < end and start <= inner.stretches[0][0] < end
        for start, end in outer.stretches
    )


def _length(one: Attribution) -> int:
    return one.stretches[-1][1] - one.stretches[0][0]


def _outlets(doc: "Doc", text: str) -> "Iterator[Span]":
    """The newspapers, agencies and stations that somebody speaks to, in order."""
    nouns = (phrase(token) for token in doc if token.pos_ == "NOUN" and _is_outlet(token))
    last = 0
    for words in sorted([*doc.ents, *nouns], key=lambda words: (words.start, -words.end)):
        if words.start < last:
            continue
        named = any(token.lower_ in OUTLETS | OUTLET_NOUNS for token in words) and (
            words.label_ != "PER" or (words.start > 0 and doc[words.start - 1].lower_ == "the")
        )
        before = _BEFORE_OUTLET if named else _INTERVIEW
        left = max(0, words.start_char - _BACK)
        if (named or words.label_ == "ORG") and before.search(text, left, words.start_char):
            yield words
            last = words.end


def _is_outlet(noun: "Token") -> bool:
    news = noun.i > 0 and noun.nbor(-1).lower_ in ("news", "press", "wire")
    return noun.lemma_.lower() in OUTLET_NOUNS and (noun.lower_ != "agency" or news)


def _quoting(one: Attribution, mentions: "Mentions") -> Iterator[str]:
    """Who quotes the voice: "the Courier quoted the mayor as saying"."""
    above = one.verb.head if one.verb is not None else None
    if above is not None and above != one.verb and above.lemma_ in ("quote", "cite"):
        head = subject.subject(above)
        if head is not None and head != one.speaker:
            yield speaker.who(head, mentions)[0]


def _told(
    one: Attribution, outlets: "list[Span]", text: str, mentions: "Mentions"
) -> Iterator[str]:
    """The outlets named in the sentence of the cue, outside what was said."""
    if one.cue is None:
        return
    cue = one.cue[0]
    place = bisect_left(outlets, cue - _REACH, key=lambda ent: ent.start_char)
    for ent in outlets[place:]:
        if ent.start_char > cue + _REACH:
            return
        inside = any(start <= ent.start_char < end for start, end in one.stretches)
        apart = _SENTENCE_END.search(text, min(cue, ent.start_char), max(cue, ent.start_char))
        if not inside and not apart:
            yield mentions.resolve(ent).name
