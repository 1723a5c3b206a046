"""Pairs made from pairs: one word changed, or a "not" put in, so that the answer is known.

A set of claims about changed pages teaches figures, dates and names, but hardly what "not", "never"
and "has yet to" do, nor that a film is no book.
"""

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

SUPPORTS, REFUTES = 0, 1


@dataclass(frozen=True)
class Pair:
    """A claim, what may speak for or against it, and the number of its label."""

    claim: str
    evidence: str
    label: int


_BE = re.compile(r"\b(is|was|are|were|has been|have been|will be|can be)\b(?! (?:not|n't|never)\b)")
_DID = re.compile(
    r"(?<!\bhas )(?<!\bhave )(?<!\bhad )(?<!\bbeen )(?<!\bwas )(?<!\bwere )"
    r"\b(won|made|had|became|played|appeared|released|received|reached|grossed|sold|scored|wrote"
    r"|directed|starred|married|served|led|produced|performed|worked|attended|joined|hosted)\b"
)
_BASE = {
    "won": "win", "made": "make", "had": "have", "became": "become", "played": "play",
    "appeared": "appear", "released": "release", "received": "receive", "reached": "reach",
    "grossed": "gross", "sold": "sell", "scored": "score", "wrote": "write",
    "directed": "direct", "starred": "star", "married": "marry", "served": "serve", "led": "lead",
    "produced": "produce", "performed": "perform", "worked": "work", "attended": "attend",
    "joined": "join", "hosted": "host",
}  # fmt: skip
_BE_DENIALS = ("{} not", "{} never", "{} not", "{} anything but", "{} in no way")
_DID_DENIALS = (
    "did not {}", "never {past}", "has yet to {}", "failed to {}", "was unable to {}",
    "refused to {}", "was incapable of ever having to {}", "did not {}",
)  # fmt: skip
_DENIED = re.compile(r"\b(?:not|never|no|none|nor|neither|without|cannot|yet to)\b|n't", re.I)
# Of each line a thing is one and not another.
_EITHER = [
    line.split()
    for line in """
        film book song album novel play game magazine newspaper
        series movie documentary musical
        city county country village town state island river
        actor singer politician footballer writer painter scientist lawyer
        actress model dancer director producer
        father mother brother sister son daughter wife husband uncle
        first second third last final
        north south east west
        northern southern eastern western
        American British French German Italian Indian Chinese Japanese Canadian Australian Russian
        born buried
        won lost
        increased decreased
        rose fell
        before after
        more fewer
        highest lowest
        largest smallest
        oldest youngest
        started ended
        began finished
        opened closed
        male female
        man woman
        drama comedy
        rock jazz
        bass drums guitar piano
        president minister governor mayor king
        spring summer autumn winter
        positive negative
        public private
        alive dead
    """.strip().splitlines()
]
_OTHERS = {word: line for line in _EITHER for word in line}
_PLACED = re.compile(r"\b(in|by|from|at|with|against) ((?:[A-Z][\w’'-]+ ?){1,3})")


def contrasts(pairs: Sequence[Pair], chance: random.Random) -> Iterator[Pair]:
    """Changed pairs: two at most for one that supports, and denials of claims that are refuted."""
    names = [match[2].strip() for pair in pairs for match in _PLACED.finditer(pair.claim)]
    for pair in pairs:
        if _DENIED.search(pair.claim):
            continue
        if pair.label == REFUTES and chance.random() < 0.6:
            # What refutes a claim supports its denial, so a "not" alone decides nothing.
            denied = _negated(pair.claim, chance)
            if denied is not None:
                yield Pair(denied, pair.evidence, SUPPORTS)
        if pair.label != SUPPORTS:
            continue
        for make in chance.sample((_denied, _both_denied, _swapped, _renamed), 2):
            if (made := make(pair, names, chance)) is not None:
                yield made


def _denied(pair: Pair, names: Sequence[str], chance: random.Random) -> Pair | None:
    """The claim with a "not": refuted by what supported it."""
    changed = _negated(pair.claim, chance)
    return Pair(changed, pair.evidence, REFUTES) if changed else None


def _negated(text: str, chance: random.Random) -> str | None:
    found = _BE.search(text)
    if found is not None:
        denial = chance.choice(_BE_DENIALS).format(found[1])
        return text[: found.start()] + denial + text[found.end() :]
    found = _DID.search(text)
    if found is None:
        return None
    denial = chance.choice(_DID_DENIALS).format(_BASE[found[1]], past=found[1])
    return text[: found.start()] + denial + text[found.end() :]


def _both_denied(pair: Pair, names: Sequence[str], chance: random.Random) -> Pair | None:
    """Evidence that is denied refutes the claim, and supports one that is denied alike."""
    if _DENIED.search(pair.evidence):
        return None
    found = _BE.search(pair.claim)
    if found is None or found[1] not in pair.evidence:
        return None
    evidence = re.sub(rf"\b{found[1]}\b", f"{found[1]} not", pair.evidence, count=1)
    if chance.random() < 0.4:
        return Pair(pair.claim, evidence, REFUTES)
    claim = pair.claim[: found.start()] + f"{found[1]} not" + pair.claim[found.end() :]
    return Pair(claim, evidence, SUPPORTS)


def _swapped(pair: Pair, names: Sequence[str], chance: random.Random) -> Pair | None:
    """A shared word replaced, in claim or evidence, by what the thing then is not."""
    shared = [
        word for word in pair.claim.split() if word in _OTHERS and word in pair.evidence.split()
    ]
    if not shared:
        return None
    word = chance.choice(shared)
    other = chance.choice([one for one in _OTHERS[word] if one != word])
    whole = re.compile(rf"\b{re.escape(word)}\b")
    if chance.random() < 0.5:
        return Pair(whole.sub(other, pair.claim), pair.evidence, REFUTES)
    return Pair(pair.claim, whole.sub(other, pair.evidence), REFUTES)


def _renamed(pair: Pair, names: Sequence[str], chance: random.Random) -> Pair | None:
    """A shared name behind a preposition replaced by another one."""
    found = [match for match in _PLACED.finditer(pair.claim) if match[2].strip() in pair.evidence]
    if not found:
        return None
    match = chance.choice(found)
    name, other = match[2].strip(), chance.choice(names)
    if set(name.split()) & set(other.split()):
        return None
    if chance.random() < 0.5:
        return Pair(pair.claim.replace(name, other), pair.evidence, REFUTES)
    return Pair(pair.claim, pair.evidence.replace(name, other), REFUTES)
