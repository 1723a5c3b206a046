"""What an alignment is about, in the words of its claims."""

import re
from collections import Counter
from collections.abc import Sequence

from claims.policy import Policy
from claims.quantity import Quantity
from claims.quotation import Quotation
from claims.registry import value
from claims.statement import Statement
from evidence.records import Claim
from xref.context import around, named_nearby
from xref.counted import PEOPLE, counted, what
from xref.quotation import is_denial
from xref.say import clip, plural
from xref.tolls import fate_of_word
from xref.words import STOP, WORD, listed

FOLLOWING = 8
LEADING = 4
LONGEST = 80
CLAUSE_END = re.compile(r"[,;:!?()–—“”\"]|\.(?!\d)")
# What comes after the thing counted: the next clause, or the time.
NEXT = listed(
    "and or but when while after before as since until because who which that whose where if than "
    "on by said says from to has have had"
)
TURNS = listed("and or but when while after before since who which that said says")
PRONOUN = re.compile(r"(?:he|she|it|they|we|i)\b(?!['’])\s*", re.I)
# What became of people, as a reader calls them.
CALLED = {
    "dead": "people killed",
    "injured": "people injured",
    "missing": "people missing",
    "displaced": "people displaced",
    "infected": "people infected",
    "trapped": "people trapped",
    "rescued": "people rescued",
    "detained": "people detained",
    "released": "people released",
    "charged": "people charged",
}


def topic(claims: Sequence[Claim]) -> str:
    """A short phrase for claims about one thing: what most of them say, else the fullest."""
    phrases = [_phrase(claim) for claim in claims]
    counts = Counter(phrases)
    return min(counts, key=lambda phrase: (-counts[phrase], -len(phrase), phrase))


def _phrase(claim: Claim) -> str:
    match found := value(claim):
        case Quantity():
            return clip(_counted(claim, found), LONGEST)
        case Quotation():
            said = f"“{clip(found.content, 40)}”"
            who = f"{found.speaker} denied" if is_denial(found) else found.speaker
            return f"{who}: {said}" if found.speaker else said
        case Policy():
            return clip(_evidence(claim), LONGEST)
        case Statement():
            return clip(_evidence(claim, found.subject), LONGEST)
        case _:
            return clip(claim.text, LONGEST)


def _evidence(claim: Claim, subject: str | None = None) -> str:
    """The claim's own words; a pronoun at their head gives way to whom it means."""
    text = " ".join(claim.text.split())
    if text.count("“") != text.count("”"):
        text = text.replace("“", "").replace("”", "")
    pronoun = PRONOUN.match(text)
    if pronoun:
        heads = [span.role for span in claim.spans if span.start == claim.start]
        meant = next((name for role in heads if (name := claim.value.get(role))), subject)
        return f"{meant} {text[pronoun.end() :]}" if meant else text
    # "…, and rose to 3.2 metres": the subject stands in another clause.
    apart = any(span.role == "subject" and span.end <= claim.start for span in claim.spans)
    return f"{subject} {text}" if apart and subject and text[:1].islower() else text


def _counted(claim: Claim, found: Quantity) -> str:
    """What a figure is for: the noun and what is said of it, without the number."""
    thing = counted(found)
    if thing.fate in CALLED and (not thing.head or thing.head in PEOPLE) and not thing.more:
        return CALLED[thing.fate]
    phrase = what(found)
    if thing.dimension.startswith("money:") and (named := named_nearby(claim, found)):
        return re.sub(r"^(?:an?|the)\s+", "", named)
    noun = _noun(claim, phrase or plural(found.unit))
    if " " in phrase and phrase.casefold() in _sentence(claim).casefold():
        return phrase
    after = _following(claim)
    if after:
        share = thing.dimension.startswith("rate:") and after.startswith("of ")
        return f"{'share' if share else noun} {after}"
    # "Shelters" will do for itself, "crowns" will not.
    before = "" if thing.head else _leading(claim)
    return f"{before} … {noun}" if before else noun


def _noun(claim: Claim, otherwise: str) -> str:
    """The unit or noun as the evidence has it, after the number."""
    last = [match.group() for match in WORD.finditer(claim.text)][-1:]
    if not last or last[0][0].isdigit() or last[0].lower() in STOP:
        return otherwise
    if fate_of_word(last[0]) or plural(last[0].lower()) == last[0].lower() or last[0][-1] == "s":
        return last[0]
    return otherwise


def _sentence(claim: Claim) -> str:
    return claim.document.text[slice(*around(claim))]


def _following(claim: Claim) -> str:
    """The words after a bare figure: "people" says little, "people staying at the camp" more."""
    _, end = around(claim)
    kept: list[str] = []
    for word in CLAUSE_END.split(claim.document.text[claim.end : end])[0].split():
        if word.lower() in (NEXT if kept else TURNS) or len(kept) == FOLLOWING:
            break
        kept.append(word)
    while kept and kept[-1].lower() in STOP:
        kept.pop()
    return " ".join(kept)


def _leading(claim: Claim) -> str:
    """The words before a figure that ends its clause: "a fine of … crowns"."""
    start, _ = around(claim)
    words = CLAUSE_END.split(claim.document.text[start : claim.start])[-1].split()[-LEADING:]
    while words and words[0].lower() in STOP:
        words.pop(0)
    return " ".join(words)
