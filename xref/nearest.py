"""Of two reports on one event, the figures that are told most alike, whatever words they count by.

Blocking by what is counted misses that four people arrested and nine suspects in custody may be one
count; two reports on one event have few enough figures to look at those nearest to each.
"""

from collections.abc import Iterator, Sequence

from claims.kind import Value
from claims.quantity import Quantity
from evidence.records import Claim
from xref import odds
from xref.counted import counted
from xref.likeness import Profile
from xref.quantity import alike
from xref.stories import Stories
from xref.words import jaccard

# So many figures of another report are looked at for each figure.
NEAREST = 3


def nearest(
    claims: Sequence[Claim],
    values: Sequence[Value],
    sentences: Sequence[Profile],
    stories: Stories,
) -> Iterator[tuple[int, int]]:
    """Pairs of places of figures that are told most alike; some may come twice.

    `values` and `sentences` are the claims' own.
    """
    places: dict[str, list[int]] = {}
    for place, claim in enumerate(claims):
        places.setdefault(claim.document_id, []).append(place)
    sorts = [_sort(value) for value in values]
    beside = [odds.beside(claim) for claim in claims]

    def told(first: int, second: int) -> float:
        one, other = values[first], values[second]
        if not (isinstance(one, Quantity) and isinstance(other, Quantity)):
            return 0.0
        sentence = sentences[first].likeness(sentences[second])
        return 0.5 * alike(one, other) + sentence + jaccard(beside[first], beside[second])

    for one, other in stories.pairs():
        mine, theirs = places.get(one, []), places.get(other, [])
        like = {(a, b): told(a, b) for a in mine for b in theirs if sorts[a] == sorts[b]}
        for own, side in ((mine, 0), (theirs, 1)):
            for place in own:
                met = [pair for pair in like if pair[side] == place]
                met.sort(key=lambda pair: (-like[pair], pair))
                yield from (min(pair, pair[::-1]) for pair in met[:NEAREST])


def _sort(value: Value) -> str:
    """What can be laid on one scale: counts of anything, spans of time, money of any land."""
    if not isinstance(value, Quantity):
        return ""
    sort = counted(value).dimension.partition(":")[0]
    return "time" if sort == "months" else sort
