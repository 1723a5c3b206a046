"""Where a span stands, said so that others can find it: W3C Web Annotation selectors."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher
from typing import Any

from evidence.records import Document

# Enough words on either side to tell one "he said" from the next.
_CONTEXT = 32

# An edited passage is still the same one if this much of it is.
_ALIKE = 0.7

Selector = Mapping[str, Any]


def selector(document: Document, start: int, end: int) -> list[dict[str, Any]]:
    """The two W3C selectors of the characters `[start, end)`: by position, and by quoting them."""
    text = document.text
    if not 0 <= start < end <= len(text):
        raise ValueError(f"[{start}, {end}) is no span of a text of {len(text)} characters")
    return [
        {"type": "TextPositionSelector", "start": start, "end": end},
        {
            "type": "TextQuoteSelector",
            "exact": text[start:end],
            "prefix": text[max(0, start - _CONTEXT) : start],
            "suffix": text[end : end + _CONTEXT],
        },
    ]


def find(text: str, selectors: Sequence[Selector]) -> tuple[int, int] | None:
    """The span of `text`, perhaps edited since, that the selectors meant; None if it is gone.

    The same words win, where they stand several times those in the same surroundings, and
    then those nearest to the old place; failing that, words that differ a little.
    """
    quote = _of_type(selectors, "TextQuoteSelector")
    exact = quote.get("exact", "")
    if not exact:
        return None
    place = _of_type(selectors, "TextPositionSelector").get("start", 0)
    starts = [match.start() for match in re.finditer(f"(?={re.escape(exact)})", text)]
    if starts:
        best = max(starts, key=lambda start: (_fit(text, start, quote), -abs(start - place)))
        return best, best + len(exact)
    return _find_alike(text, exact, place)


def _of_type(selectors: Sequence[Selector], name: str) -> Selector:
    return next((given for given in selectors if given.get("type") == name), {})


def _fit(text: str, start: int, quote: Selector) -> int:
    """How many characters next to a place are those that stood there before."""
    end = start + len(quote["exact"])
    before = text[max(0, start - _CONTEXT) : start]
    after = text[end : end + _CONTEXT]
    return _shared(before[::-1], quote.get("prefix", "")[::-1]) + _shared(
        after, quote.get("suffix", "")
    )


def _shared(left: str, right: str) -> int:
    count = 0
    for a, b in zip(left, right, strict=False):
        if a != b:
            break
        count += 1
    return count


def _find_alike(text: str, exact: str, place: int) -> tuple[int, int] | None:
    """The words of `text` most like `exact`, if they are alike enough."""
    wanted = [match[0].casefold() for match in _words(exact)]
    words = _words(text)
    spoken = [match[0].casefold() for match in words]
    best: tuple[float, int, int, int] | None = None
    for offset in _offsets(wanted, spoken):
        # Room for words put in before or within.
        low = max(0, offset - len(wanted) // 2)
        window = spoken[low : offset + len(wanted) + len(wanted) // 2 + 1]
        matcher = SequenceMatcher(None, window, wanted, autojunk=False)
        blocks = [block for block in matcher.get_matching_blocks() if block.size]
        if not blocks:
            continue
        first, last = blocks[0].a, blocks[-1].a + blocks[-1].size
        same = sum(block.size for block in blocks)
        alike = 2 * same / (last - first + len(wanted))
        start, end = words[low + first].start(), words[low + last - 1].end()
        best = max(best or (0.0, 0, 0, 0), (alike, -abs(start - place), start, end))
    return (best[2], best[3]) if best and best[0] >= _ALIKE else None


def _words(text: str) -> list[re.Match[str]]:
    return list(re.finditer(r"\w+", text))


def _offsets(wanted: Sequence[str], spoken: Sequence[str]) -> list[int]:
    """Where in `spoken` the passage `wanted` may begin: most of its words agree on these."""
    places: dict[str, list[int]] = {}
    for position, word in enumerate(wanted):
        places.setdefault(word, []).append(position)
    votes: Counter[int] = Counter()
    for position, word in enumerate(spoken):
        for inside in places.get(word, ()):
            votes[max(0, position - inside)] += 1
    return [offset for offset, _ in sorted(votes.items(), key=lambda vote: (-vote[1], vote[0]))[:8]]
