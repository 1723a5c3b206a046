"""Where and when a clause says that it happened."""

import re
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from claims import dates
from claims.clause import OBLIQUES, case_of, is_time, modal, own_tokens, setting
from claims.phrase import children, listed, noun_phrase, words

if TYPE_CHECKING:
    from spacy.tokens import Token

_PLACE_CASES = listed("in at near on outside inside across throughout into around off within")
# "since 2011" and "for three days" say how long, not when.
_YEAR = re.compile(r"1[5-9]\d\d|20\d\d")
_DATE_CASES = frozenset({"in", "on", "at", "during", "of", "from"})
_SPANNING = frozenset({"every", "each", "per"})


def place(head: "Token") -> "Token | None":
    """The named place where it happened, if the clause says one."""
    for part in _adjuncts(head):
        if case_of(part).split(" ")[-1] in _PLACE_CASES and part.ent_type_ == "LOC":
            return part
    return setting(head)


def when(head: "Token", published: date | None) -> str | None:
    """The day, month or year of the clause as ISO, or in the words used."""
    for part in _adjuncts(head):
        if not is_time(part) or case_of(part) not in ("", *_DATE_CASES):
            continue
        phrase = noun_phrase(part)
        last = max((t.i for t in phrase if is_time(t)), default=part.i)
        phrase = [t for t in phrase if t.i <= last]
        if any(t.lower_ in _SPANNING for t in phrase):
            continue
        text = words(phrase)
        ahead = modal(head) in ("will", "shall")
        iso = dates.resolve(text, published, ahead=ahead)
        if iso is not None or _is_dated(phrase):
            return iso or text
    return None


def _is_dated(phrase: list["Token"]) -> bool:
    """Whether words that no calendar settles still say when, and not how long or how often."""
    named = (*dates.WEEKDAYS, *dates.MONTHS)
    return any(
        t.lower_ in named or (t.ent_type_ == "DATE" and _YEAR.fullmatch(t.text)) for t in phrase
    )


def _adjuncts(head: "Token") -> Iterator["Token"]:
    """Obliques of the clause itself first, then those a parser may have hung on its nouns."""
    direct = [t for t in children(head, *OBLIQUES, "advmod") if t.dep_ != "obl:agent"]
    yield from direct
    seen = {t.i for t in direct}
    for token in own_tokens(head):
        if token.i not in seen and token.dep_ in (*OBLIQUES, "nmod") and token.i > head.i:
            yield token
