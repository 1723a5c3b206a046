"""Documents that carry the same text: wire stories, press releases, reprints."""

from collections import Counter, defaultdict
from collections.abc import Iterable

from evidence.records import Document
from xref.words import words

# Eight words in a row are not written twice by chance.
SHINGLE = 8
# So much of the shorter text must stand in the longer for it to be a copy.
COPIED = 0.8
# A text this like an earlier one adds no shingles of its own to look for.
IDENTICAL = 0.95


def copies(documents: Iterable[Document]) -> tuple[tuple[str, str], ...]:
    """Pairs of ids of documents with the same text, each later copy with one earlier document.

    Copies of a copy are tied to the first, so that a hundred copies are ninety-nine pairs.
    """
    pairs: list[tuple[str, str]] = []
    holders: dict[str, list[str]] = defaultdict(list)
    sizes: dict[str, int] = {}
    # The longest first: an abridged copy is found in the text it was cut from.
    ordered = sorted(
        ((shingles(document.text), document.id) for document in documents),
        key=lambda one: (-len(one[0]), one[1]),
    )
    for found, key in ordered:
        if not found:
            continue
        common = Counter(holder for shingle in found for holder in holders.get(shingle, ()))
        whole = sorted(holder for holder, count in common.items() if count >= len(found) * COPIED)
        if whole:
            best = min(whole, key=lambda holder: (-common[holder], holder))
            pairs.append((min(best, key), max(best, key)))
            if common[best] >= sizes[best] * IDENTICAL:
                continue
        sizes[key] = len(found)
        for shingle in found:
            holders[shingle].append(key)
    return tuple(sorted(pairs))


def shingles(text: str) -> frozenset[str]:
    """Every run of eight words; a shorter text is one run."""
    found = words(text)
    if len(found) < SHINGLE:
        return frozenset({" ".join(found)} if len(found) > SHINGLE // 2 else ())
    return frozenset(" ".join(found[i : i + SHINGLE]) for i in range(len(found) - SHINGLE + 1))
