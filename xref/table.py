"""The comparison table: one row for what the sources speak about, one column for each source."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from evidence.records import Claim
from xref.alignment import Alignment
from xref.check import Check
from xref.relation import Comparison, Relation
from xref.verdict import SUPPORTING, Verdict

# What a reporter must look at comes first.
ORDER = (Verdict.DISPUTED, Verdict.CORROBORATED, Verdict.UNCLEAR, Verdict.SINGLE_SOURCE)
SEVERITY = (
    Relation.CONFLICTS,
    Relation.UPDATES,
    Relation.UNCLEAR,
    Relation.COMPATIBLE,
    Relation.AGREES,
)
KINDS = ("quantity", "policy", "quotation", "statement")
BEFORE = ("topic", "kind", "verdict")
AFTER = ("reason", "claims")


@dataclass(frozen=True, slots=True)
class Row:
    """One alignment: what each source says of it, in its own words, and why the verdict holds.

    `words` has one member for each source of the table, empty where that source is silent.
    """

    topic: str
    kind: str
    verdict: Verdict
    words: tuple[tuple[str, ...], ...]
    reasons: tuple[str, ...]
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Alignments × sources, the disputed first; the sources are in alphabetical order."""

    sources: tuple[str, ...]
    rows: tuple[Row, ...]

    @property
    def columns(self) -> tuple[str, ...]:
        """The column names, the same for every row, and there even without any row."""
        fixed = {*BEFORE, *AFTER}
        named = (f"{name} (source)" if name in fixed else name for name in self.sources)
        return (*BEFORE, *named, *AFTER)

    def cells(self, *, between: str = " / ") -> Iterator[tuple[str, ...]]:
        """The rows as text under `columns`; several words of one source are put together."""
        for row in self.rows:
            yield (
                row.topic,
                row.kind,
                str(row.verdict),
                *(between.join(words) for words in row.words),
                "; ".join(row.reasons),
                " ".join(row.claims),
            )


def table(check: Check) -> Table:
    """Lay the alignments of `check` out beside one another."""
    sources = tuple(sorted({document.source for document in check.documents}))
    return Table(sources, tuple(_row(alignment, sources) for alignment in ranked(check.alignments)))


def ranked(alignments: Iterable[Alignment]) -> list[Alignment]:
    """The alignments by verdict, the disputed first; of one verdict, what most voices tell.

    What is part of a quotation that is itself aligned comes last: the quotation tells it already.
    """
    given = list(alignments)
    quoted = _quoted(given)
    return sorted(given, key=lambda alignment: _rank(alignment, quoted))


def _rank(alignment: Alignment, quoted: Mapping[str, Sequence[tuple[int, int]]]) -> tuple[int, ...]:
    repeats = alignment.kind != "quotation" and all(
        any(start <= claim.start and claim.end <= end for start, end in within)
        for claim in alignment.claims
        for within in [quoted.get(claim.document_id, ())]
    )
    kind = KINDS.index(alignment.kind) if alignment.kind in KINDS else len(KINDS)
    return (
        ORDER.index(alignment.verdict),
        int(repeats),
        -alignment.independent,
        kind,
        -alignment.sources,
    )


def _quoted(alignments: Iterable[Alignment]) -> dict[str, list[tuple[int, int]]]:
    """Where the words stand that several documents quote, by document."""
    found: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for alignment in alignments:
        if alignment.kind == "quotation" and alignment.sources > 1:
            for claim in alignment.claims:
                if claim.value.get("form") == "direct":
                    found[claim.document_id].append((claim.start, claim.end))
    return found


def deciding(alignment: Alignment) -> list[Comparison]:
    """The comparisons that the verdict rests on, the gravest first, one for each reason."""
    told = distinct(alignment)
    match alignment.verdict:
        case Verdict.DISPUTED:
            relations = frozenset({Relation.CONFLICTS})
        case Verdict.UNCLEAR if any(one.finding.relation is Relation.UNCLEAR for one in told):
            relations = frozenset({Relation.UNCLEAR})
        case _:
            # Support, also where more voices are asked for than support it.
            relations = SUPPORTING
    return [one for one in told if one.finding.relation in relations]


def distinct(alignment: Alignment) -> list[Comparison]:
    """The comparisons of `alignment`, the gravest first, one for each reason."""
    by_reason: dict[str, Comparison] = {}
    gravest = sorted(
        alignment.comparisons,
        key=lambda one: (SEVERITY.index(one.finding.relation), not one.judged),
    )
    for comparison in gravest:
        by_reason.setdefault(reason(comparison), comparison)
    return list(by_reason.values())


def reason(comparison: Comparison) -> str:
    """Why the relation holds, in words; where a person decided it, who did, and on which day."""
    words = comparison.finding.reason
    if not comparison.judged:
        return words
    day = comparison.judged_at[: len("2026-01-01")]
    on = f" on {day}" if day else ""
    return f"{words} (decided by {comparison.judged_by or 'a person'}{on})"


def _row(alignment: Alignment, sources: tuple[str, ...]) -> Row:
    return Row(
        topic=alignment.topic,
        kind=alignment.kind,
        verdict=alignment.verdict,
        words=tuple(_words(alignment.claims, source) for source in sources),
        reasons=tuple(reason(comparison) for comparison in deciding(alignment)),
        claims=tuple(claim.id for claim in alignment.claims),
    )


def _words(claims: Iterable[Claim], source: str) -> tuple[str, ...]:
    said = (" ".join(claim.text.split()) for claim in claims if claim.document.source == source)
    return tuple(dict.fromkeys(said))
