"""Values read in the light of their sentence and document, where they alone say too little.

"At least 11" in "a flood killed at least 11 people" counts the dead, and a figure without a place
holds for the place that its document is about. Comparison itself never looks beyond values.
"""

import re
from collections.abc import Collection
from dataclasses import replace

from claims.kind import Value
from claims.quantity import Quantity
from claims.registry import value
from claims.statement import Statement
from evidence.records import Claim
from xref.counted import ADDED, AGE, FORESEEN, PEOPLE, counted
from xref.realm import WORLD, realm, realms
from xref.times import is_iso
from xref.tolls import RUNNING, fate_of_word
from xref.units import measure
from xref.words import WORD, content, sense

# "An emergency fund of 2.5 million", "a fine of 500".
MADE_OF = re.compile(r"\b((?:[a-z][\w’'-]*\s+)?[a-z][\w’'-]*)\s+of\s+$")
SHARE = re.compile(r"\s+of\s+((?:[\w’'-]+\s+){0,2}[\w’'-]+)")
PARTITIVE = re.compile(r"\bof\s+(?:the|these|those|them|whom)\b", re.I)
WERE = re.compile(r"\b(?:were|was|are|is)\s+([\w’'-]+)")
# What was done last, or first, was so done on one day only.
ONLY_ONE = re.compile(r"\b([Ll]ast|[Ff]irst)\s+([a-z]+)")
DENIED_BEFORE = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|refut(?:e|es|ed|ing)"
    r"|disput(?:e|es|ed|ing)|dismiss(?:es|ed|ing)?)\b(?:\s+[\w’'-]+){0,5}?\s+that\s+$"
)
# "1,000 deaths a day", "rose by 1,000", "79,332 cases in the 24 hours before": no total.
EACH_DAY = re.compile(
    r"\s*(?:,\s*)?(?:[\w-]+\s+){0,2}?(?:(?:per|a|each|every)\s+(?:day|week|month|hour)\b"
    r"(?!\s+(?:earlier|later|ago|before|after|from|old))|daily\b"
    r"|(?:in|over|within)\s+(?:the\s+)?(?:(?:last|past|previous|preceding)\s+)?"
    r"(?:24|twenty[ -]four)[ -]hours?\b)"
)
RISEN_BY = re.compile(r"\b(?:r(?:ise|ises|ose|isen|ising)|increas\w+|gr[eo]w\w*|up)\s+by\s+$", re.I)
FORETOLD = re.compile(
    r"\b(?:(?:may|might|could|would|will)(?!\s+(?:not\s+)?have\b)|forecast\w*|predict\w*"
    r"|project(?:s|ed|ion|ions)\b|(?:is|are|was|were)\s+expected\s+to)\b[^,;:]*$"
)
# So many characters on each side of a claim tell what it is of, however long its sentence.
REACH = 400
# Where one thing that is told ends and the next begins.
TURN = re.compile(r"[,;:–—]|\b(?:and|while|but|with|as well as)\b")


def around(claim: Claim) -> tuple[int, int]:
    """Where the claim's sentence begins and ends, as far as it need be read."""
    context = claim.context or {}
    start, end = int(context.get("start", claim.start)), int(context.get("end", claim.end))
    return max(start, claim.start - REACH, 0), max(claim.end, min(end, claim.end + REACH))


def in_context(claim: Claim) -> Value:
    """The claim's value; a count of people says what became of them if its sentence does."""
    found = value(claim)
    if isinstance(found, Statement):
        return _as_told(claim, found)
    if isinstance(found, Quantity):
        if named := named_nearby(claim, found):
            found = replace(found, counted=f"{named} {found.counted or ''}".strip())
        thing = counted(found)
        if not thing.fate and (thing.head in PEOPLE or not thing.head):
            told = _fate_nearby(claim)
            if told and (thing.head or found.unit in ("", "people")):
                found = replace(found, counted=f"{found.counted or found.unit} {told}".strip())
        return _toll(claim, found)
    return found


def _toll(claim: Claim, found: Quantity) -> Quantity:
    """A running count with its country, and told apart from an increase and from a forecast."""
    if counted(found).fate not in RUNNING:
        return found
    text = claim.document.text
    start, end = around(claim)
    if found.scope.place is None:
        at = claim.start - start, claim.end - start
        place = realm(text[start:end], *at, phrase=found.counted)
        found = replace(found, scope=replace(found.scope, place=place))
    before = text[start : claim.start]
    if EACH_DAY.match(text, claim.end, end) or RISEN_BY.search(before):
        found = replace(found, counted=f"{ADDED} {found.counted or found.unit}")
    if FORETOLD.search(before):
        found = replace(found, counted=f"{FORESEEN} {found.counted or found.unit}")
    return found


def _as_told(claim: Claim, found: Statement) -> Statement:
    """The statement with a "last" or "first" before its verb, and denied where it stands denied."""
    for which, verb in ONLY_ONE.findall(claim.text):
        if sense(verb) == sense(found.predicate.partition(" ")[0]):
            found = replace(found, predicate=f"{which.lower()} {found.predicate}")
            break
    start, _ = around(claim)
    if DENIED_BEFORE.search(claim.document.text[start : claim.start]):
        found = replace(found, negated=not found.negated)
    return found


def named_nearby(claim: Claim, found: Quantity) -> str | None:
    """What a bare measure is of: "an emergency fund of $2m", "a quarter of an hour".

    "Five of the 23 people killed were children" counts children.
    """
    text = claim.document.text
    start, end = around(claim)
    after = text[claim.end : end]
    if PARTITIVE.search(claim.text) and (told := WERE.search(after)):
        return told.group(1)
    dimension = measure(found.unit).dimension
    if dimension.startswith("rate:") and not found.counted and (share := SHARE.match(after)):
        return share.group(1)
    if dimension.startswith("money:") and (made := MADE_OF.search(text[start : claim.start])):
        return made.group(1)
    return None


def _fate_nearby(claim: Claim) -> str | None:
    """The word for what became of those counted, nearest in the claim's part of the sentence."""
    text = claim.document.text
    start, end = around(claim)
    before, after = text[start : claim.start], text[claim.end : end]
    # "killed 11 people", "11 people were killed": the same stretch first, then what leads to it.
    stretch = TURN.split(after)[0]
    lead = TURN.split(before)
    for part in (stretch, lead[-1], *reversed(lead[:-1])):
        told = [word.group() for word in WORD.finditer(part) if fate_of_word(word.group())]
        if told:
            return told[0] if part is stretch else told[-1]
    return None


def filled(
    mine: Value,
    other: Value,
    document_words: frozenset[str],
    dates: Collection[str],
    countries: frozenset[str] = frozenset(),
) -> Value:
    """A quantity with the other's place and time where its own document speaks of them too."""
    if not isinstance(mine, Quantity) or not isinstance(other, Quantity):
        return mine
    scope, wanted = mine.scope, other.scope
    if scope.place is None and wanted.place and _set_in(wanted.place, document_words, countries):
        scope = replace(scope, place=wanted.place)
    if scope.group is None and wanted.group and _spoken_of(wanted.group, document_words):
        scope = replace(scope, group=wanted.group)
    # An age grows: that a document names the year elsewhere does not date it.
    dated = mine.counted != AGE and wanted.time is not None and is_iso(wanted.time)
    if scope.time is None and dated and wanted.time in dates:
        scope = replace(scope, time=wanted.time)
    return mine if scope == mine.scope else replace(mine, scope=scope)


def _set_in(place: str, document_words: frozenset[str], countries: frozenset[str]) -> bool:
    """Whether a figure without a place may be for this one: not for one country of many."""
    wide = {name for _, name in realms(place)} or ({place} & {WORLD, *countries})
    if wide:
        return countries == wide
    return _spoken_of(place, document_words)


def _spoken_of(phrase: str, document_words: frozenset[str]) -> bool:
    found = content(phrase)
    return bool(found) and document_words.issuperset(found)
