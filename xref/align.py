"""Claims about the same thing brought together: blocking, weighing, grouping.

Notes for a newcomer: `align` is the whole way. `blocking` proposes pairs, `Pairing.link` weighs
them, `_grouped` joins the surest first and refuses what would chain different things together.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from evidence.records import Claim, Judgement, Read
from xref.alignment import Alignment, alignment_id
from xref.comparators import laid_with
from xref.independence import Voices
from xref.pairing import UNSETTLED, Pairing
from xref.relation import Comparison, Finding, Relation
from xref.stories import Stories
from xref.topic import topic
from xref.verdict import VOICES, judge

# A group is held against so many members of another; more would make large groups slow.
WITNESSES = 5
# Up to so many claims every pair is compared; beyond, each with the first of every assertion.
EVERY_PAIR = 16
# How far below what is needed the average link between two groups may be, if the best is above.
SLACK = -0.2
# What is less worth checking joins when the rest has found together.
WELL_TOLD = 0.9
# No single link counts for more than this, or against more.
MOST = 0.3

Decided = Mapping[frozenset[str], Judgement]


def align(
    claims: Iterable[Claim],
    *,
    judgements: Iterable[Judgement] = (),
    voices: Voices | None = None,
    reads: Mapping[frozenset[str], Read] | None = None,
    needed: int = VOICES,
) -> Iterator[Alignment]:
    """Groups of claims about the same thing, compared and judged; every claim in exactly one.

    Claims need their `document`. A person's judgement on a pair decides whether the two belong
    together, and their relation. Without `voices` each source is a voice of its own;
    `needed` of them corroborate.
    """
    ordered = sorted(claims, key=lambda one: (one.document_id, one.start, one.end, one.id))
    decided = {frozenset((one.left, one.right)): one for one in judgements}
    heard = voices or Voices.of_documents({one.document_id: one.document for one in ordered})
    stories = Stories(ordered)
    by_kind: dict[str, list[Claim]] = defaultdict(list)
    for claim in ordered:
        by_kind[laid_with(claim.kind)].append(claim)
    for kind in sorted(by_kind):
        pairing = Pairing(by_kind[kind], stories, reads or {})
        for group in _grouped(pairing, decided):
            members = tuple(pairing.claims[position] for position in group)
            compared = tuple(_compared(pairing, group, decided))
            yield _alignment(members, compared, heard, needed)


def _alignment(
    claims: tuple[Claim, ...], comparisons: tuple[Comparison, ...], voices: Voices, needed: int
) -> Alignment:
    voice = voices.among(claims)
    return Alignment(
        id=alignment_id(claims),
        kind=_kind(claims),
        topic=topic(claims),
        verdict=judge(comparisons, voice, needed=needed),
        claims=claims,
        sources=len({claim.document.source.casefold() for claim in claims}),
        independent=len(set(voice.values())),
        comparisons=comparisons,
    )


def _kind(claims: Sequence[Claim]) -> str:
    """The kind of most of the claims; of a rule, and what it has done, the rule."""
    counts = Counter(claim.kind for claim in claims)
    return min(counts, key=lambda kind: (-counts[kind], kind))


def _grouped(pairing: Pairing, decided: Decided) -> list[list[int]]:
    """Groups of positions; the surest links are made first."""
    groups = Groups(pairing, decided)
    links: list[tuple[bool, bool, float, str, str, int, int]] = []
    for first, second in pairing.candidates():
        link = pairing.link(first, second)
        if not link.barred and link.margin >= 0:
            left, right = sorted((pairing.claims[first].id, pairing.claims[second].id))
            weak = min(pairing.claims[first].worth, pairing.claims[second].worth) < WELL_TOLD
            # What can both be true comes together before what perhaps cannot.
            unsettled = pairing.relation(first, second) in UNSETTLED
            links.append((weak, unsettled, -round(link.margin, 9), left, right, first, second))
    groups.join_judged()
    for *_, first, second in sorted(links):
        groups.join(first, second)
    return groups.all()


class Groups:
    """Claims joined step by step, never against a person's decision."""

    def __init__(self, pairing: Pairing, decided: Decided) -> None:
        """Start with every claim alone."""
        self._pairing = pairing
        self._of = list(range(len(pairing.claims)))
        self._members = {position: [position] for position in self._of}
        place = {claim.id: position for position, claim in enumerate(pairing.claims)}
        self._together: list[tuple[int, int]] = []
        self._apart: dict[int, set[int]] = defaultdict(set)
        for pair in sorted(decided, key=sorted):
            positions = [place[key] for key in sorted(pair) if key in place]
            if len(positions) == 2:
                first, second = positions
                if _relation(decided[pair]) is not None:
                    self._together.append((first, second))
                else:
                    self._apart[first].add(second)
                    self._apart[second].add(first)

    def join_judged(self) -> None:
        """Bring together what a person said belongs together."""
        for first, second in self._together:
            self._merge(first, second)

    def join(self, first: int, second: int) -> None:
        """Join the groups of two linked claims, if the groups as a whole fit."""
        if self._of[first] != self._of[second] and self._fit(first, second):
            self._merge(first, second)

    def all(self) -> list[list[int]]:
        """The groups, in the order of their first claims."""
        return [sorted(self._members[group]) for group in sorted(self._members)]

    def _merge(self, first: int, second: int) -> None:
        kept, gone = sorted((self._of[first], self._of[second]))
        if kept != gone:
            for position in self._members[gone]:
                self._of[position] = kept
            self._members[kept] += self._members.pop(gone)

    def _fit(self, first: int, second: int) -> bool:
        """No pair across the two groups may be barred, or would dispute what it hardly shares, and
        on the whole they must hold.
        """
        mine, theirs = self._members[self._of[first]], self._members[self._of[second]]
        if any(self._apart[position] & set(theirs) for position in mine if position in self._apart):
            return False
        pairs = [(one, other) for one in _some(mine) for other in _some(theirs)]
        margins = [self._pairing.link(*pair).margin for pair in pairs]
        if sum(max(-MOST, min(margin, MOST)) for margin in margins) < SLACK * len(pairs):
            return False
        return not any(self._pairing.bars(*pair) for pair in pairs)


def _some(members: Sequence[int]) -> list[int]:
    """A few members, evenly spread."""
    ordered = sorted(members)
    step = max(1, len(ordered) // WITNESSES)
    return ordered[::step][: WITNESSES + 1]


def _compared(pairing: Pairing, group: list[int], decided: Decided) -> Iterator[Comparison]:
    """Each pair of claims of different documents; in a large group the pairs that tell most."""
    for first, second in _telling(pairing, group):
        left, right = pairing.claims[first], pairing.claims[second]
        if left.document_id == right.document_id:
            continue
        comparison = pairing.compare(first, second)
        judgement = decided.get(frozenset((left.id, right.id)))
        yield _judged(comparison, judgement) if judgement else comparison


def _telling(pairing: Pairing, group: list[int]) -> Iterator[tuple[int, int]]:
    if len(group) <= EVERY_PAIR:
        yield from ((a, b) for place, a in enumerate(group) for b in group[place + 1 :])
        return
    leaders: dict[str, int] = {}
    for position in group:
        for leader in leaders.values():
            yield leader, position
        if len(leaders) < EVERY_PAIR:
            leaders.setdefault(pairing.order[position], position)


def _judged(comparison: Comparison, judgement: Judgement) -> Comparison:
    """The comparison with a person's relation in place of the computed one."""
    relation = _relation(judgement)
    if relation is None:
        return comparison
    found = comparison.finding
    code = found.code if found.relation is relation else None
    left, right = comparison.left, comparison.right
    if relation is Relation.UPDATES and left.id != judgement.left:
        left, right = right, left
    reason = judgement.note or f"judged: {relation}"
    return Comparison(
        left,
        right,
        Finding(relation, code, reason),
        judged=True,
        judged_by=judgement.judged_by,
        judged_at=judgement.judged_at,
    )


def _relation(judgement: Judgement) -> Relation | None:
    """The relation a person gave, or None: the two have nothing to do with one another."""
    return Relation(judgement.relation) if judgement.relation in set(Relation) else None
