"""What a person sees on a terminal, as lines and grids of words; `cli` gives them colour."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from evidence import Source
from evidence.records import Claim, Document
from xref.alignment import Alignment
from xref.check import Check
from xref.report.marked import CLOSE, OPEN, excerpt, marked, paragraph
from xref.report.prose import aligned, alone, aside, count, day, names, notes, reading
from xref.table import distinct, ranked, reason

# The first characters of an id: what a person copies, and enough to find it again.
SHORT = 8
# More reasons than this are no help to a reader; JSON has all of them.
REASONS = 4
# A list of more documents than this would push what was found out of sight.
LISTED = 12
# So many of the claims that stand alone show what a source adds.
SAMPLES = 5
# The widths of a grid's columns; the one column that takes what is left over is REST.
REST = 0
NAME = 24
KIND = 9
COUNT = 16

# Words and their role: a verdict, a kind, "strong", "dim", or "" for plain ones.
Piece = tuple[str, str]
Words = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """Words that follow one another, on as many lines as they need."""

    words: Words = ()
    indent: int = 0


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows of words under columns of at most the given widths."""

    widths: tuple[int, ...]
    rows: tuple[tuple[Words, ...], ...]


Block = Line | Grid


def check_page(check: Check, *, everything: bool) -> Iterator[Block]:
    """The documents, then the disputed, the corroborated and the unclear, then what is alone."""
    yield from _documents(check.documents)
    for note in notes(check):
        yield Line(((note, ""),))
    yield Line()
    called = names(check.documents)
    for alignment in ranked(check.alignments):
        if aligned(alignment):
            yield from _alignment(alignment, called)
    if not everything:
        yield from _alone(check)
        return
    yield from claims_page(one.claims[0] for one in check.alignments if not aligned(one))


def sources_page(
    sources: Iterable[Source], counts: Mapping[str, Mapping[str, int]]
) -> Iterator[Block]:
    """Documents by source, with how many claims of each kind they make."""
    for source in sources:
        for document in source.documents:
            made = [(count(n, kind), kind) for kind, n in counts.get(document.id, {}).items()]
            pieces = [piece for one in made for piece in ((" · ", "dim"), one)]
            yield _heading(document)
            yield Line(tuple(pieces[1:]) or (("no claims", "dim"),), indent=2)


def claims_page(claims: Iterable[Claim]) -> Iterator[Block]:
    """Claims under their documents: id, kind, exact words, and how they were understood."""
    for _, group in groupby(claims, key=lambda claim: claim.document_id):
        own = list(group)
        yield _heading(own[0].document)
        yield Grid((SHORT, KIND, REST), tuple(_claim(claim) for claim in own))
        yield Line()


def claim_page(claim: Claim) -> Iterator[Block]:
    """A claim in its paragraph, and how it was understood."""
    before, said, after = excerpt(claim, reach=600, within=paragraph(claim))
    yield _heading(claim.document)
    yield Line()
    yield Line(((before, ""), (f"{OPEN}{said}{CLOSE}", claim.kind), (after, "")), indent=2)
    yield Line()
    parts = [(span.role, f"“{span.text}”") for span in claim.spans]
    place = f"characters {claim.start} to {claim.end} of document {claim.document_id}"
    known = [(claim.kind, reading(claim)), *parts, ("found at", place), ("claim", claim.id)]
    yield Grid((NAME, REST), tuple(_cells((name, "dim"), (words, "")) for name, words in known))


def document_page(document: Document, claims: Sequence[Claim]) -> Iterator[Block]:
    """A document's text with numbered marks around its claims, and the claims by number."""
    yield _heading(document)
    yield Line()
    pieces = [(piece.text, piece.kind) for piece in marked(document.text, claims)]
    yield Line(tuple(pieces), indent=2)
    yield Line()
    rows = [
        _cells(
            (str(number), "dim"),
            (claim.id[:SHORT], "dim"),
            (claim.kind, claim.kind),
            (reading(claim), ""),
        )
        for number, claim in enumerate(claims, start=1)
    ]
    yield Grid((SHORT, SHORT, KIND, REST), tuple(rows))


def _documents(documents: Sequence[Document]) -> Iterator[Block]:
    """Each document, or where they are many, each source."""
    if len(documents) <= LISTED:
        yield from map(_heading, documents)
        return
    for source, number in sorted(Counter(one.source for one in documents).items()):
        yield Line(((source, "strong"), (f"  {count(number, 'document')}", "dim")))


def _alignment(alignment: Alignment, called: Mapping[str, str]) -> Iterator[Block]:
    """One thing that several documents speak of: their words, the verdict, and why."""
    claims = sorted(alignment.claims, key=lambda one: (called[one.document_id], one.start))
    about = f"  {alignment.kind} {alignment.id[:SHORT]}"
    verdict = (alignment.verdict.upper(), str(alignment.verdict))
    yield Line((verdict, (f"  {alignment.topic}", "strong"), (about, "dim")))
    yield Grid((NAME, REST, SHORT), tuple(_witness(claim, called) for claim in claims))
    comparisons = distinct(alignment)
    for comparison in comparisons[:REASONS]:
        pair = (comparison.left.document_id, comparison.right.document_id)
        which = f" ({' and '.join(called[one] for one in pair)})" if len(claims) > 2 else ""
        relation = str(comparison.finding.relation)
        yield Line(((relation, relation), (f"{which}: {reason(comparison)}", "")), indent=2)
    if len(comparisons) > REASONS:
        more = f"and {len(comparisons) - REASONS} more, which -f json has"
        yield Line(((more, "dim"),), indent=2)
    yield Line()


def _alone(check: Check) -> Iterator[Block]:
    """What only one source says: how much of each kind, and some of it."""
    for source, kinds in alone(check).items():
        rows = []
        for kind, said in kinds.items():
            more = f"; and {len(said) - SAMPLES} more" if len(said) > SAMPLES else ""
            some = "; ".join(said[:SAMPLES])
            rows.append(_cells((count(len(said), kind), kind), (some + more, "")))
        yield Line((("ONLY  ", "single-source"), (source, "strong")))
        yield Grid((COUNT, REST), tuple(rows))
        yield Line()


def _witness(claim: Claim, called: Mapping[str, str]) -> tuple[Words, ...]:
    beside = aside(claim)
    said: Words = ((_quoted(claim), ""), (f"\n{beside}" if beside else "", "dim"))
    return (((called[claim.document_id], "strong"),), said, ((claim.id[:SHORT], "dim"),))


def _claim(claim: Claim) -> tuple[Words, ...]:
    understood = reading(claim)
    beside = "" if understood == claim.text else f"\n{understood}"
    said: Words = ((_quoted(claim), ""), (beside, "dim"))
    return (((claim.id[:SHORT], "dim"),), ((claim.kind, claim.kind),), said)


def _heading(document: Document) -> Line:
    known = [document.title, day(document), document.path, document.id[:SHORT]]
    rest = " · ".join(one for one in known if one)
    return Line(((document.source, "strong"), (f"  {rest}", "dim")))


def _quoted(claim: Claim) -> str:
    return f"“{' '.join(claim.text.split())}”"


def _cells(*pieces: Piece) -> tuple[Words, ...]:
    return tuple((piece,) for piece in pieces)
