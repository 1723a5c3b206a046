"""Documents that carry the same text: wire stories, press releases, reprints."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import lru_cache

from rapidfuzz import fuzz, process

from evidence.records import Document
from xref.words import QUOTED, words

# Eight words in a row are not written twice by chance.
SHINGLE = 8
# So much of the shorter text must stand in the longer for it to be a copy.
COPIED = 0.8
# Where that is not so because words were changed here and there: so many of its sentences must be
# nearly those of the other, of which so many runs of words are looked at more closely.
EDITED, NEARLY, GLANCED = 0.7, 80.0, 0.08
# Shorter sentences are said by many.
FEW = 3
SENTENCE_END = re.compile(r"(?<=[.!?])[”\"’)]*\s+|\n+")
# A text this like an earlier one adds no shingles of its own to look for.
IDENTICAL = 0.95


def copies(documents: Iterable[Document]) -> tuple[tuple[str, str], ...]:
    """Pairs of ids of documents with the same text, each later copy with one earlier document.

    Copies of a copy are tied to the first, so that a hundred copies are ninety-nine pairs.
    """
    pairs: list[tuple[str, str]] = []
    holders: dict[str, list[str]] = defaultdict(list)
    sizes: dict[str, int] = {}
    texts = {document.id: document.text for document in documents}
    # The longest first: an abridged copy is found in the text it was cut from.
    ordered = sorted(
        ((shingles(text), key) for key, text in texts.items()),
        key=lambda one: (-len(one[0]), one[1]),
    )
    for found, key in ordered:
        if not found:
            continue
        common = Counter(holder for shingle in found for holder in holders.get(shingle, ()))
        whole = sorted(holder for holder, count in common.items() if count >= len(found) * COPIED)
        whole = whole or sorted(
            holder
            for holder, count in common.items()
            if count >= len(found) * GLANCED and _is_edited(texts[key], texts[holder])
        )
        if whole:
            best = min(whole, key=lambda holder: (-common[holder], holder))
            pairs.append((min(best, key), max(best, key)))
            if common[best] >= sizes[best] * IDENTICAL:
                continue
        sizes[key] = len(found)
        for shingle in found:
            holders[shingle].append(key)
    return tuple(sorted(pairs))


def _is_edited(text: str, other: str) -> bool:
    """Whether most sentences of the first, by their words, are nearly sentences of the other.

    What stands in quote marks is left out: two reporters at one press conference write it alike.
    """
    mine, theirs = _sentences(text), _sentences(other)
    total = sum(len(one.split()) for one in mine)
    same = sum(
        len(one.split())
        for one in mine
        if process.extractOne(one, theirs, scorer=fuzz.ratio, score_cutoff=NEARLY)
    )
    return total >= SHINGLE and same >= EDITED * total


@lru_cache(maxsize=256)
def _sentences(text: str) -> tuple[str, ...]:
    plain = QUOTED.sub(" ", text)
    found = (" ".join(words(part)) for part in SENTENCE_END.split(plain))
    return tuple(one for one in found if len(one.split()) > FEW)


def shingles(text: str) -> frozenset[str]:
    """Every run of eight words; a shorter text is one run."""
    found = words(text)
    if len(found) < SHINGLE:
        return frozenset({" ".join(found)} if len(found) > SHINGLE // 2 else ())
    return frozenset(" ".join(found[i : i + SHINGLE]) for i in range(len(found) - SHINGLE + 1))
