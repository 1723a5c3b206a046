"""Which claims are worth comparing at all: those that share a key, rare keys first."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

# A key that so many claims share ties together only those that stand near when sorted.
CROWDED = 24
# Neighbours looked at on each side in a crowded block (sorted neighbourhood, as in record linkage).
WINDOW = 6
# Partners a claim is given at most; its rarest keys come first, so the best are among them.
PARTNERS = 30


def candidates(keys: Sequence[frozenset[str]], order: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Pairs of positions that share a key, each once.

    `keys` holds each claim's blocking keys, `order` what to sort a crowded block by. The number of
    pairs grows with the number of claims, not with its square.
    """
    # Places in that order stand for the claims: sorting them is sorting numbers.
    ranked = sorted(range(len(keys)), key=lambda position: (order[position], position))
    blocks: dict[str, list[int]] = defaultdict(list)
    for place, position in enumerate(ranked):
        for key in keys[position]:
            blocks[key].append(place)
    seen: set[tuple[int, int]] = set()
    partners = [0] * len(keys)
    shared = ((len(block), key, block) for key, block in blocks.items() if len(block) > 1)
    for _, _, block in sorted(shared):
        for pair in _pairs(block):
            first, second = pair
            if partners[first] >= PARTNERS and partners[second] >= PARTNERS:
                continue
            if pair not in seen:
                seen.add(pair)
                partners[first] += 1
                partners[second] += 1
                one, other = ranked[first], ranked[second]
                yield min(one, other), max(one, other)


def _pairs(block: list[int]) -> Iterator[tuple[int, int]]:
    reach = len(block) if len(block) <= CROWDED else WINDOW
    for place, first in enumerate(block):
        for second in block[place + 1 : place + 1 + reach]:
            yield first, second
