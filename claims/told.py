"""A clause as it is read beside another: with what its own words leave to those around it."""

import re

from claims.place import Place
from evidence.records import Claim

# Of a clause of fewer words so many characters on each side are read too: "the talks began".
SHORT, BEFORE, AFTER = 7, 70, 50
PARAGRAPH = "\n\n"
_WORD = re.compile(r"[^\W\d_]{3,}")


def told(place: Place, who: str | None = None) -> str:
    """A clause as the network reads it: with whom it is about (`who`) if its words do not say so.

    >>> told(Place("She was let go.", 0, 14), "Ada Moss")
    'Ada Moss: She was let go _  _ .'
    """
    clause = _line(place.text[place.start : place.end])
    short = len(clause.split()) < SHORT
    if who and not set(_WORD.findall(who.lower())) & set(_WORD.findall(clause.lower())):
        clause = f"{who}: {clause}"
    return clause + _around(place) if short else clause


def clause(claim: Claim) -> str:
    """A policy or statement as it is read; its document must be at hand."""
    who = claim.value.get("subject" if claim.kind == "statement" else "addressee")
    return told(Place(claim.document.text, claim.start, claim.end), who)


def _around(place: Place) -> str:
    text = place.text
    first, last = max(0, place.start - BEFORE), min(len(text), place.end + AFTER)
    before, after = text[first : place.start], text[place.end : last]
    # Words that the reach cuts through, and other paragraphs, are left out.
    if first:
        before = before.partition(" ")[2]
    if last < len(text):
        after = after.rpartition(" ")[0]
    before, after = before.rpartition(PARAGRAPH)[2], after.partition(PARAGRAPH)[0]
    return f" _ {_line(before)} _ {_line(after)}"


def _line(text: str) -> str:
    return text.strip().replace("\n", " ")
