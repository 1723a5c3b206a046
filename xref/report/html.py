"""The check as one page that needs nothing beside itself: to read, to print and to pass on."""

import html
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from evidence.records import Claim, Document
from xref.alignment import Alignment
from xref.check import Check
from xref.relation import Comparison
from xref.report import prose
from xref.report.marked import excerpt, sentence
from xref.report.page import HEAD
from xref.report.screen import REASONS, SHORT
from xref.table import ORDER, Row, distinct, ranked, reason, table
from xref.verdict import Verdict

# A heading for each verdict on what several documents speak of, and what it means.
HEADINGS: Mapping[Verdict, tuple[str, str]] = MappingProxyType(
    {
        Verdict.DISPUTED: ("Disputed", "These cannot all be true."),
        Verdict.CORROBORATED: (
            "Corroborated",
            "Voices of their own say the same, or what can be true together.",
        ),
        Verdict.UNCLEAR: ("Unclear", "Whether these agree cannot be told from the words."),
        Verdict.SINGLE_SOURCE: (
            "By one voice only",
            "Several documents have this, but as copies or reports of one another.",
        ),
    }
)
# What a sentence is cut to on either side of the words; most are shorter.
REACH = 400


def text(check: Check) -> str:
    """The page: what is disputed first, then the rest, the comparison table and the documents."""
    return "\n".join(_page(check)) + "\n"


def escaped(words: str) -> str:
    """Words as a page shows them: nothing in them is markup, and no control is obeyed.

    >>> print(escaped("<b> & \\x1b[2J"))
    &lt;b&gt; &amp; ␛[2J
    """
    return html.escape(prose.visible(words))


def _page(check: Check) -> Iterator[str]:
    called = prose.names(check.documents)
    sections = _sections(check)
    alone = _alone(check)
    yield HEAD
    yield "<header>"
    yield "<h1>Cross-check</h1>"
    yield f'<p class="summary">{escaped(prose.summary(check))}</p>'
    yield from _list((escaped(note) for note in prose.notes(check)), "notes")
    yield from _contents(sections, alone=bool(alone))
    yield "</header>"
    yield "<main>"
    for verdict, alignments in sections.items():
        yield from _section(verdict, alignments, called)
    yield from _all_alone(alone, called)
    yield from _table(check)
    yield from _documents(check.documents)
    yield "</main>"
    yield "</body>"
    yield "</html>"


def _sections(check: Check) -> dict[Verdict, list[Alignment]]:
    """What several documents speak of, by verdict, the disputed first."""
    found: dict[Verdict, list[Alignment]] = {verdict: [] for verdict in ORDER}
    for alignment in ranked(check.alignments):
        if prose.aligned(alignment):
            found[alignment.verdict].append(alignment)
    return {verdict: alignments for verdict, alignments in found.items() if alignments}


def _alone(check: Check) -> dict[str, list[Claim]]:
    """What only one document says, by source and in the order of its text."""
    found: dict[str, list[Claim]] = {}
    for document in check.documents:
        found.setdefault(document.source, [])
    for alignment in check.alignments:
        if not prose.aligned(alignment):
            found[alignment.claims[0].document.source].extend(alignment.claims)
    return {source: claims for source, claims in found.items() if claims}


def _contents(sections: Mapping[Verdict, Sequence[Alignment]], *, alone: bool) -> Iterator[str]:
    links = [
        (str(verdict), f"{HEADINGS[verdict][0]} ({len(alignments)})")
        for verdict, alignments in sections.items()
    ]
    links += [("alone", "Stands alone")] if alone else []
    links += [("table", "Table"), ("documents", "Documents")]
    yield '<nav aria-label="On this page">'
    yield from _list((f'<a href="#{anchor}">{name}</a>' for anchor, name in links), "contents")
    yield "</nav>"


def _section(
    verdict: Verdict, alignments: Iterable[Alignment], called: Mapping[str, str]
) -> Iterator[str]:
    heading, meaning = HEADINGS[verdict]
    yield f'<section id="{verdict}" aria-labelledby="{verdict}-heading">'
    yield f'<h2 id="{verdict}-heading">{heading}</h2>'
    yield f"<p>{meaning}</p>"
    for alignment in alignments:
        yield from _alignment(alignment, called)
    yield "</section>"


def _alignment(alignment: Alignment, called: Mapping[str, str]) -> Iterator[str]:
    """One thing that several documents speak of: the verdict, why, and their words."""
    anchor = f"alignment-{escaped(alignment.id)}"
    voices = prose.count(alignment.independent, "independent voice")
    told = f"{prose.count(alignment.sources, 'source')}, {voices}"
    yield f'<article class="{alignment.verdict}" aria-labelledby="{anchor}">'
    yield f'<h3 id="{anchor}">{escaped(alignment.topic)}</h3>'
    yield f"<p>{_verdict(alignment.verdict)} {escaped(alignment.kind)} · {told}</p>"
    yield from _reasons(alignment, called)
    for claim in sorted(alignment.claims, key=lambda one: (called[one.document_id], one.start)):
        yield from _claim(claim, called)
    yield "</article>"


def _verdict(verdict: str) -> str:
    return f'<strong class="verdict {escaped(verdict)}">{escaped(verdict)}</strong>'


def _reasons(alignment: Alignment, called: Mapping[str, str]) -> Iterator[str]:
    """Why the verdict holds; the gravest reasons stand open."""
    several = len(alignment.claims) > 2
    said = [_reason(comparison, called, several) for comparison in distinct(alignment)]
    yield from _list(said[:REASONS], "reasons")
    if rest := said[REASONS:]:
        yield f"<details><summary>{prose.count(len(rest), 'more reason')}</summary>"
        yield from _list(rest, "reasons")
        yield "</details>"


def _reason(comparison: Comparison, called: Mapping[str, str], several: bool) -> str:
    relation = f"<b>{escaped(comparison.finding.relation)}</b>"
    pair = (called[one.document_id] for one in (comparison.left, comparison.right))
    which = f" ({escaped(' and '.join(pair))})" if several else ""
    return f"{relation}{which}: {escaped(reason(comparison))}"


def _claim(claim: Claim, called: Mapping[str, str]) -> Iterator[str]:
    """The exact words of a claim in their sentence, with who said so and how it was read."""
    anchor = escaped(claim.id)
    before, said, after = excerpt(claim, reach=REACH, within=sentence(claim))
    day = prose.day(claim.document)
    when = f' <time datetime="{day}">{day}</time>' if day else ""
    yield f'<figure id="claim-{anchor}">'
    yield f"<figcaption><cite>{escaped(called[claim.document_id])}</cite>{when} {_link(claim.id)}"
    yield "</figcaption>"
    words = f"{escaped(before)}<mark>{escaped(said)}</mark>{escaped(after)}"
    yield f"<blockquote><p>{words}</p></blockquote>"
    yield f'<p class="read">{escaped(claim.kind)}: {escaped(prose.reading(claim))}</p>'
    yield "</figure>"


def _link(claim_id: str) -> str:
    anchor = escaped(claim_id)
    return f'<a class="id" href="#claim-{anchor}" title="claim {anchor}">{anchor[:SHORT]}</a>'


def _all_alone(alone: Mapping[str, Sequence[Claim]], called: Mapping[str, str]) -> Iterator[str]:
    if not alone:
        return
    yield '<section id="alone" aria-labelledby="alone-heading">'
    yield '<h2 id="alone-heading">Stands alone</h2>'
    yield "<p>Only one document says this.</p>"
    for source, claims in alone.items():
        number = prose.count(len(claims), "claim")
        yield f"<details><summary><cite>{escaped(source)}</cite>: {number}</summary>"
        for claim in claims:
            yield from _claim(claim, called)
        yield "</details>"
    yield "</section>"


def _table(check: Check) -> Iterator[str]:
    """The comparison table; on a narrow screen it is moved sideways by itself."""
    laid_out = table(check)
    yield '<section id="table" aria-labelledby="table-heading">'
    yield '<h2 id="table-heading">Table</h2>'
    yield '<div class="wide" role="region" aria-labelledby="table-heading" tabindex="0">'
    yield "<table>"
    yield "<caption>What each source says of each thing, in its own words</caption>"
    heads = "".join(f'<th scope="col">{escaped(column)}</th>' for column in laid_out.columns)
    yield f"<thead><tr>{heads}</tr></thead>"
    yield "<tbody>"
    yield from map(_row, laid_out.rows)
    yield "</tbody>"
    yield "</table>"
    yield "</div>"
    yield "</section>"


def _row(row: Row) -> str:
    cells = [
        escaped(row.kind),
        _verdict(row.verdict),
        *("<br>".join(map(escaped, words)) for words in row.words),
        "<br>".join(map(escaped, row.reasons)),
        " ".join(map(_link, row.claims)),
    ]
    data = "".join(f"<td>{cell}</td>" for cell in cells)
    return f'<tr><th scope="row">{escaped(row.topic)}</th>{data}</tr>'


def _documents(documents: Sequence[Document]) -> Iterator[str]:
    yield '<section id="documents" aria-labelledby="documents-heading">'
    yield '<h2 id="documents-heading">Documents</h2>'
    yield from _list(map(_document, documents), "documents")
    yield "</section>"


def _document(document: Document) -> str:
    known = [document.title, prose.day(document), document.path]
    rest = "".join(f" · {escaped(one)}" for one in known if one)
    return f"<cite>{escaped(document.source)}</cite>{rest}{_address(document.url)}"


def _address(url: str) -> str:
    """A link where that is safe: `javascript:` is an address, too."""
    if not url:
        return ""
    if not url.startswith(("http://", "https://")):
        return f" · {escaped(url)}"
    return f' · <a href="{escaped(url)}" rel="noreferrer">{escaped(url)}</a>'


def _list(items: Iterable[str], name: str) -> Iterator[str]:
    """A list of what is already markup; none where there is nothing to list."""
    given = list(items)
    if given:
        yield f'<ul class="{name}">'
        yield from (f"<li>{item}</li>" for item in given)
        yield "</ul>"
