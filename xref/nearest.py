"""Of two reports on one event, what is told most alike, whatever words it is told in.

Blocking by what is counted misses that four people arrested and nine suspects in custody may be one
count, and by verbs that a road closed and traffic shut out of it are one rule; two reports on one
event have few enough claims to look at those nearest to each.
"""

from collections.abc import Callable, Iterator, Sequence

from claims.kind import Value
from claims.quantity import Quantity
from claims.word_vectors import nearness
from evidence.records import Claim
from xref import odds
from xref.counted import counted
from xref.likeness import Profile
from xref.quantity import alike
from xref.stories import Stories
from xref.words import jaccard

# So many figures, and clauses, of another report are looked at for each of one.
NEAREST, NEAREST_CLAUSES = 3, 4


def nearest(
    claims: Sequence[Claim],
    values: Sequence[Value],
    sentences: Sequence[Profile],
    stories: Stories,
) -> Iterator[tuple[int, int]]:
    """Pairs of places of figures that are told most alike; some may come twice.

    `values` and `sentences` are the claims' own.
    """
    sorts = [_sort(value) for value in values]
    beside = [odds.beside(claim) for claim in claims]

    def told(first: int, second: int) -> float | None:
        one, other = values[first], values[second]
        if not (isinstance(one, Quantity) and isinstance(other, Quantity)):
            return None
        if sorts[first] != sorts[second]:
            return None
        sentence = sentences[first].likeness(sentences[second])
        return 0.5 * alike(one, other) + sentence + jaccard(beside[first], beside[second])

    yield from _nearest(claims, stories, told, NEAREST)


def nearest_clauses(
    claims: Sequence[Claim], sentences: Sequence[Profile], stories: Stories
) -> list[tuple[int, int]]:
    """Pairs of places of clauses that are told most alike, the likest first."""

    def told(first: int, second: int) -> float:
        sentence = sentences[first].likeness(sentences[second])
        return sentence + nearness(claims[first].text, claims[second].text)

    found = set(_nearest(claims, stories, told, NEAREST_CLAUSES))
    return sorted(found, key=lambda pair: (-round(told(*pair), 9), pair))


def _nearest(
    claims: Sequence[Claim],
    stories: Stories,
    told: Callable[[int, int], float | None],
    most: int,
) -> Iterator[tuple[int, int]]:
    """Of each claim the pairs with the `most` of another report on its event that are likest.

    `told` says how alike two are told, None if they cannot be of one thing.
    """
    places: dict[str, list[int]] = {}
    for place, claim in enumerate(claims):
        places.setdefault(claim.document_id, []).append(place)
    for one, other in stories.pairs():
        mine, theirs = places.get(one, []), places.get(other, [])
        like = {(a, b): near for a in mine for b in theirs if (near := told(a, b)) is not None}
        for own, side in ((mine, 0), (theirs, 1)):
            for place in own:
                met = [pair for pair in like if pair[side] == place]
                met.sort(key=lambda pair: (-like[pair], pair))
                yield from (min(pair, pair[::-1]) for pair in met[:most])


def _sort(value: Value) -> str:
    """What can be laid on one scale: counts of anything, spans of time, money of any land."""
    if not isinstance(value, Quantity):
        return ""
    sort = counted(value).dimension.partition(":")[0]
    return "time" if sort == "months" else sort
