"""The workbook, the page and the linked data: that they open, that they are exact, and are safe."""

import csv as standard_csv
import io
import json as standard_json
import os
import re
import threading
import zipfile
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html as lxml_html

from claims.quantity import Bound, Quantity
from evidence.errors import InputError
from evidence.records import Claim, Document
from tests.xref.making import amount, article, quote, told
from xref.alignment import Alignment, alignment_id
from xref.check import Check, check
from xref.relation import Code, Comparison, Finding, Relation
from xref.report import FORMATS, csv, html, jsonld, write, xlsx
from xref.report.prose import visible
from xref.table import table
from xref.verdict import Verdict
from xref.words import listed

EMPTY = Check((), (), (), (), (), ())
NASTY = [
    *("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", '=HYPERLINK("http://x.example")'),
    *("<script>alert(1)</script>", "</style><img src=x onerror=alert(1)>", '" onclick="x', "'"),
    *("&amp; & &lt;", "<r><t>x</t></r>", "<r>1 < 2</r>", "]]>", "_x0041_", "<!--", "{{x}}"),
    *("\x1b[2J", "a\x00b", "\x9b", "\u202eabc", "\ufffe", "a\r\n\tb", " x "),
    *("👩‍👩‍👧 🇺🇦", "乌鲁木齐"),
    *("https://x.example/y", "mailto:a@b.example", "javascript:alert(1)", "//x.example"),
]
anything = st.one_of(st.sampled_from(NASTY), st.text(min_size=1)).filter(str.strip)


@pytest.fixture
def story(documents: dict[str, Document], claims: dict[str, Claim]) -> Check:
    return check(documents.values(), claims.values())


def disputed(words: str) -> Check:
    """A dispute in which all that a document or a person can give is `words`."""
    left = article(words, f"First. They said: {words} It ended.", date(2024, 3, 5), title=words)
    right = article("herald", f"{words} was said, and 7 people came.")
    left.url, left.path = words, words
    claims = (
        told(left, words, quote(words, words)),
        told(right, words, quote(words)),
        told(right, "7 people", amount("7 people", words)),
    )
    finding = Finding(Relation.CONFLICTS, Code.QUOTE_ALTERED, words)
    pair = Comparison(*claims[:2], finding)
    alone = claims[2:]
    return Check(
        (left, right),
        ((left.id, right.id),),
        (),
        (),
        (),
        (
            Alignment(
                alignment_id(claims[:2]),
                "quotation",
                words,
                Verdict.DISPUTED,
                claims[:2],
                2,
                2,
                (pair,),
            ),
            Alignment(
                alignment_id(alone), "quantity", words, Verdict.SINGLE_SOURCE, alone, 1, 1, ()
            ),
        ),
    )


def stated(of: Check) -> list[Claim]:
    return [claim for alignment in of.alignments for claim in alignment.claims]


# All of them


@pytest.mark.parametrize("ending", FORMATS)
def test_the_same_check_makes_the_same_bytes(ending: str, story: Check) -> None:
    assert FORMATS[ending](story) == FORMATS[ending](story)


@pytest.mark.parametrize("ending", FORMATS)
@given(words=anything)
def test_no_words_stop_a_format(ending: str, words: str) -> None:
    assert FORMATS[ending](disputed(words))


@pytest.mark.parametrize("ending", [".html", ".xlsx", ".jsonld"])
def test_a_pipe_gets_it_whole_and_stays_a_pipe(ending: str, story: Check, tmp_path: Path) -> None:
    path = tmp_path / f"out{ending}"
    os.mkfifo(path)
    got: list[bytes] = []
    reader = threading.Thread(target=lambda: got.append(path.read_bytes()))
    reader.start()
    content = FORMATS[ending](story)
    write(content, path)
    reader.join(timeout=60)
    assert got == [content if isinstance(content, bytes) else content.encode()]
    assert path.is_fifo()


# The workbook

SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
# How a workbook writes a character that XML has no room for.
CODED = re.compile(r"_x([0-9A-Fa-f]{4})_")


def opened(written: bytes) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(written))


def part(written: bytes, name: str) -> ElementTree.Element:
    return ElementTree.fromstring(opened(written).read(name))


def sheet(written: bytes, number: int) -> list[dict[str, str | float]]:
    """The rows of a sheet by column letters, as a spreadsheet shows them."""
    shared = [
        CODED.sub(lambda code: chr(int(code[1], 16)), "".join(one.itertext()))
        for one in part(written, "xl/sharedStrings.xml")
    ]
    found = []
    for row in part(written, f"xl/worksheets/sheet{number}.xml").iter(f"{SHEET}row"):
        cells = {}
        for cell in row:
            said = cell.findtext(f"{SHEET}v")
            if said is not None:
                letters = cell.attrib["r"].rstrip("0123456789")
                cells[letters] = shared[int(said)] if cell.get("t") == "s" else float(said)
        found.append(cells)
    return found


def records(written: bytes, number: int) -> list[dict[str, str | float]]:
    """The rows under the names of their columns; a cell that is not there is empty."""
    header, *rows = sheet(written, number)
    return [{str(name): row.get(at, "") for at, name in header.items()} for row in rows]


def test_a_workbook_has_the_table_that_csv_has(story: Check) -> None:
    rows = list(standard_csv.DictReader(io.StringIO(csv.text(story))))
    # Nothing that begins with "=" has to be changed here.
    wanted = [{name: cell.removeprefix("'") for name, cell in row.items()} for row in rows]
    assert records(xlsx.book(story), 1) == wanted
    names = [one.get("name") for one in part(xlsx.book(story), "xl/workbook.xml").iter()]
    assert [name for name in names if name] == [
        *("Comparison", "Claims", "Sources"),
        *["_xlnm._FilterDatabase"] * 3,
    ]


def test_a_workbook_has_every_claim_with_its_exact_words(
    story: Check, claims: dict[str, Claim], documents: dict[str, Document]
) -> None:
    rows = {row["id"]: row for row in records(xlsx.book(story), 2)}
    assert set(rows) == {claim.id for claim in claims.values()}
    for row in rows.values():
        text = documents[str(row["source"])].text
        assert text[int(row["start"]) : int(row["end"])] == row["text"]
    known = {"source": "courier", "path": "courier.txt", "kind": "quantity"}
    said = {"bound": "more_than", "amount": 200.0, "unit": "passenger", "speaker": ""}
    assert rows[claims["200"].id].items() >= (known | said).items()
    assert rows[claims["calm"].id]["speaker"] == "Ines Calloway"
    assert rows[claims["calm"].id]["published"] == "2024-03-05"
    assert rows[claims["any"].id]["text"] == "=Nobody is in any danger,"


def test_a_workbook_lists_the_documents(story: Check, documents: dict[str, Document]) -> None:
    rows = records(xlsx.book(story), 3)
    assert [row["document"] for row in rows] == [one.id for one in story.documents]
    gazette = next(row for row in rows if row["source"] == "gazette")
    assert gazette["title"] == documents["gazette"].title
    assert (gazette["quantity"], gazette["policy"], gazette["statement"]) == (2, 1, 0)


def test_a_workbook_without_claims_has_its_headers() -> None:
    written = xlsx.book(EMPTY)
    assert [list(sheet(written, number)[0].values()) for number in (1, 2, 3)] == [
        list(table(EMPTY).columns),
        list(xlsx.CLAIMS),
        list(xlsx.SOURCES),
    ]


def test_the_header_is_bold_stays_in_sight_and_filters(story: Check) -> None:
    written = xlsx.book(story)
    styles = part(written, "xl/styles.xml")
    fonts = list(styles.iterfind(f"{SHEET}fonts/{SHEET}font"))
    looks = list(styles.iterfind(f"{SHEET}cellXfs/{SHEET}xf"))
    for number in (1, 2, 3):
        page = part(written, f"xl/worksheets/sheet{number}.xml")
        pane = page.find(f".//{SHEET}pane")
        assert pane is not None
        assert (pane.get("ySplit"), pane.get("state")) == ("1", "frozen")
        reach = page.find(f"{SHEET}autoFilter")
        assert reach is not None
        assert reach.attrib["ref"].startswith("A1:")
        for cell in next(page.iter(f"{SHEET}row")):
            font = fonts[int(looks[int(cell.attrib["s"])].attrib["fontId"])]
            assert font.find(f"{SHEET}b") is not None


def test_a_dispute_has_the_colour_of_one(story: Check) -> None:
    written = xlsx.book(story)
    styles = part(written, "xl/styles.xml")
    fills = list(styles.iterfind(f"{SHEET}fills/{SHEET}fill"))
    looks = list(styles.iterfind(f"{SHEET}cellXfs/{SHEET}xf"))
    cells = part(written, "xl/worksheets/sheet1.xml").iter(f"{SHEET}c")
    verdict = next(cell for cell in cells if cell.attrib["r"] == "C2")
    fill = fills[int(looks[int(verdict.attrib["s"])].attrib["fillId"])]
    assert b"FFFFC7CE" in ElementTree.tostring(fill)


@given(anything)
def test_any_words_come_back_out_of_a_workbook(words: str) -> None:
    written = xlsx.book(disputed(words))
    # A line end within a cell is one, however it was written.
    said = [str(row["text"]) for row in records(written, 2) if row["kind"] == "quotation"]
    assert said == [xlsx.cell_text(words)] * 2


@pytest.mark.parametrize("words", NASTY)
def test_a_workbook_holds_no_formula_and_no_link(words: str) -> None:
    whole = opened(xlsx.book(disputed(words)))
    for name in whole.namelist():
        tree = ElementTree.fromstring(whole.read(name))
        assert not [one for one in tree.iter() if one.tag in {f"{SHEET}f", f"{SHEET}hyperlink"}]
        assert "TargetMode" not in {key for one in tree.iter() for key in one.attrib}


def test_words_that_look_like_a_formula_stay_words_when_edited() -> None:
    written = xlsx.book(disputed("=1+1"))
    looks = list(part(written, "xl/styles.xml").iterfind(f"{SHEET}cellXfs/{SHEET}xf"))
    cells = part(written, "xl/worksheets/sheet1.xml").iter(f"{SHEET}c")
    topic = next(cell for cell in cells if cell.attrib["r"] == "A2")
    assert looks[int(topic.attrib["s"])].get("quotePrefix") == "1"


@pytest.mark.parametrize("words", ["x" * 40_000, "👩" * 20_000, f"y{'👩' * 20_000}"])
def test_what_no_cell_holds_is_cut_between_characters(words: str) -> None:
    shown = xlsx.cell_text(words)
    assert shown.endswith("…")
    assert words.startswith(shown[:-1])
    assert xlsx.CELL - 1 <= len(shown.encode("utf-16-le")) // 2 <= xlsx.CELL
    assert xlsx.cell_text(shown) == shown
    assert shown in [row["text"] for row in records(xlsx.book(disputed(words)), 2)]


def test_a_name_that_is_no_text_does_not_stop_a_workbook() -> None:
    assert xlsx.cell_text("caf\udce9.txt") == "caf\ufffd.txt"


@pytest.mark.parametrize(
    ("quantity", "cell"),
    [
        (amount("403 page"), 403),
        (amount("2.5 metre"), 2.5),
        (amount("5–7 page"), "5 to 7"),
        (Quantity(None, Decimal(7), "page", Bound.RANGE), "? to 7"),
        (Quantity(None, Decimal(7), "page", Bound.AT_MOST), 7),
        (Quantity(Decimal("1234567890123456"), Decimal("1234567890123456"), "vote"), None),
        (Quantity(Decimal("1e400"), Decimal("1e400"), "atom"), None),
    ],
)
def test_an_amount_is_a_number_where_a_spreadsheet_keeps_it(
    quantity: Quantity, cell: float | str | None
) -> None:
    shown = xlsx._amount(quantity)
    assert isinstance(shown, str) if cell is None else shown == cell


def test_what_no_sheet_holds_is_said(story: Check, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx, "ROWS", 4)
    with pytest.raises(InputError, match=r"more than 3 rows for a spreadsheet: write \.csv"):
        xlsx.book(story)
    monkeypatch.setattr(xlsx, "COLUMNS", 4)
    with pytest.raises(InputError, match=r"8 columns are too many for a spreadsheet: write \.csv"):
        xlsx.book(story)


def test_no_day_of_writing_stands_in_a_workbook(story: Check) -> None:
    whole = opened(xlsx.book(story))
    assert {info.date_time[0] for info in whole.infolist()} == {1980}
    days = re.findall(rb"\d{4}-\d\d-\d\dT", whole.read("docProps/core.xml"))
    assert set(days) == {b"2000-01-01T"}


# The page

ELEMENTS = listed(
    """
    html head meta title style body header main nav section article h1 h2 h3 p a ul li b strong
    mark cite time figure figcaption blockquote details summary div table caption thead tbody tr
    th td br
    """
)


def page(of: Check) -> Any:
    return lxml_html.document_fromstring(html.text(of))


def flat(words: str) -> str:
    return " ".join(words.split())


def test_a_page_has_every_claims_words_marked_in_their_sentence(story: Check) -> None:
    shown = page(story)
    for claim in stated(story):
        figure = shown.get_element_by_id(f"claim-{claim.id}")
        assert figure.findtext(".//mark") == claim.text
        sentence = claim.document.text[claim.context["start"] : claim.context["end"]]
        assert flat(figure.find("blockquote").text_content()) == flat(sentence)
        assert figure.findtext(".//cite") == claim.document.source


def test_a_page_shows_what_is_disputed_first_and_folds_what_is_alone(story: Check) -> None:
    shown = page(story)
    assert [one.get("id") for one in shown.iter("section")] == [
        *("disputed", "corroborated", "alone", "table", "documents")
    ]
    dispute = shown.get_element_by_id("disputed").find("article")
    assert "212" in flat(dispute.text_content())
    assert "conflicts (" in flat(dispute.find("ul").text_content())
    assert not shown.get_element_by_id("disputed").findall(".//details")
    folded = shown.get_element_by_id("alone").findall("details")
    assert [flat(one.findtext("summary/cite")) for one in folded] == ["courier", "gazette"]
    assert shown.findtext(".//h1") == "Cross-check"
    assert shown.find_class("summary")[0].text == (
        "2 aligned claims: 1 corroborated, 1 disputed; 3 stand alone"
    )


def test_a_pages_links_lead_somewhere_and_its_anchors_are_one_of_a_kind(story: Check) -> None:
    shown = page(story)
    anchors = [one.get("id") for one in shown.iter() if one.get("id")]
    assert len(anchors) == len(set(anchors))
    links = {one.get("href") for one in shown.iter("a")}
    assert {link for link in links if link.startswith("#")} <= {f"#{name}" for name in anchors}
    named = {name for one in shown.iter() for name in (one.get("aria-labelledby") or "").split()}
    assert named <= set(anchors)
    rows = shown.get_element_by_id("table").iter("td")
    told_of = {link.get("href") for cell in rows for link in cell.iter("a")}
    assert told_of == {f"#claim-{claim.id}" for claim in stated(story)}


def test_a_pages_table_names_its_columns_and_rows(story: Check) -> None:
    shown = page(story).get_element_by_id("table")
    laid_out = table(story)
    heads = shown.findall(".//th[@scope='col']")
    assert tuple(one.text for one in heads) == laid_out.columns
    assert [one.text for one in shown.findall(".//th[@scope='row']")] == [
        row.topic for row in laid_out.rows
    ]
    assert {len(row) for row in shown.findall(".//tr")} == {len(laid_out.columns)}
    assert shown.find(".//caption") is not None


def test_a_page_loads_nothing(story: Check) -> None:
    written = html.text(story)
    assert "<script" not in written
    assert not re.search(r"url\(|@import|\bsrc=|<link", written)
    assert "default-src 'none'" in written
    assert page(story).get("lang") == "en"
    assert 'name="viewport"' in written
    assert "prefers-color-scheme: dark" in written


@given(anything)
def test_no_words_become_markup(words: str) -> None:
    written = html.text(disputed(words))
    shown = lxml_html.document_fromstring(written)
    assert {one.tag for one in shown.iter()} <= ELEMENTS
    # A web address becomes the one link.
    same = "https://x.example" if words.startswith(("http://", "https://")) else "plain words"
    assert sorted(_skeleton(words)) == sorted(_skeleton(same))
    assert not set(written) & {*map(chr, range(9)), "\x1b", "\x7f", "\x9b", "\u202e", "\u2066"}


@cache
def _skeleton(words: str) -> list[tuple[str, tuple[str, ...]]]:
    """The elements of a page with the names of their attributes."""
    return [(one.tag, tuple(one.keys())) for one in page(disputed(words)).iter()]


@pytest.mark.parametrize("words", NASTY)
def test_a_page_shows_words_as_they_are(words: str) -> None:
    marks = page(disputed(words)).findall(".//mark")
    # What no page may hold is left out by whoever reads it.
    shown = visible(words).replace("\ufffe", "")
    assert [one.text.replace("\ufffe", "") for one in marks[:2]] == [shown] * 2
    assert {len(one) for one in marks} == {0}


@pytest.mark.parametrize(
    ("url", "linked"),
    [
        ("https://gazette.example/a?b=1&c=%22", True),
        ("http://gazette.example", True),
        ("javascript:alert(1)", False),
        (" https://x.example", False),
        ("data:text/html,x", False),
        ("", False),
    ],
)
def test_only_web_addresses_are_links(url: str, linked: bool) -> None:
    one = article("gazette", "Nothing happened.")
    one.url = url
    shown = page(Check((one,), (), (), (), (), ()))
    links = [each.get("href") for each in shown.get_element_by_id("documents").iter("a")]
    assert links == ([url] if linked else [])


def test_a_page_of_nothing_is_a_page() -> None:
    shown = page(EMPTY)
    assert [one.get("id") for one in shown.iter("section")] == ["table", "documents"]
    assert "0 aligned claims; 0 stand alone" in shown.text_content()


def test_a_long_text_is_on_the_page_whole() -> None:
    words = "many words " * 4_000
    assert page(disputed(words.strip())).find(".//mark").text == words.strip()


# Linked data

# The terms that we use of http://www.w3.org/ns/anno.jsonld.
ANNO = listed(
    """
    id type label total first partOf startIndex items motivation body target source selector
    start end exact prefix suffix generator name purpose value format language
    """
)
TYPES = listed(
    """
    AnnotationCollection AnnotationPage Annotation SpecificResource TextualBody Text Software
    TextPositionSelector TextQuoteSelector xref:Claim xref:Alignment
    """
)
PREFIXES = {"dc", "dcterms", "schema"}


def graph(of: Check) -> dict[str, Any]:
    read: dict[str, Any] = standard_json.loads(jsonld.text(of))
    return read


def items(of: Check, motivation: str) -> list[dict[str, Any]]:
    found = graph(of)["first"]["items"]
    return [one for one in found if one["motivation"] == motivation]


def nodes(of: Any) -> Iterator[dict[str, Any]]:
    """Every object, but not what is within a JSON literal or the context."""
    if isinstance(of, list):
        for one in of:
            yield from nodes(one)
    elif isinstance(of, dict):
        yield of
        for key, one in of.items():
            if key not in {"assertion", "@context"}:
                yield from nodes(one)


def test_selectors_point_at_the_exact_words(
    story: Check, documents: dict[str, Document], claims: dict[str, Claim]
) -> None:
    texts = {f"urn:xref:document:{one.id}": one.text for one in documents.values()}
    found = {one["id"]: one for one in items(story, "describing")}
    assert set(found) == {f"urn:xref:claim:{claim.id}" for claim in claims.values()}
    for one in found.values():
        text = texts[one["target"]["source"]]
        place, words = one["target"]["selector"]
        assert text[place["start"] : place["end"]] == words["exact"]
        assert f"{words['prefix']}{words['exact']}{words['suffix']}" in text
    said, read = found[f"urn:xref:claim:{claims['200'].id}"]["body"]
    assert (said["kind"], said["assertion"]) == ("quantity", claims["200"].value)
    assert read["value"] == "more than 200 passengers"


def test_a_comparison_links_two_claims(story: Check) -> None:
    named = {f"urn:xref:claim:{claim.id}" for claim in stated(story)}
    found = items(story, "linking")
    made = [pair for alignment in story.alignments for pair in alignment.comparisons]
    assert len(found) == len(made)
    for one, comparison in zip(found, made, strict=True):
        linked, reason = one["body"]
        assert {linked["source"], one["target"]} <= named
        assert one["target"].endswith(comparison.left.id)
        assert one["relation"] == comparison.finding.relation
        assert one["code"] == comparison.finding.code
        assert reason["value"] == comparison.finding.reason


def test_an_alignment_is_the_verdict_on_its_claims(story: Check) -> None:
    found = items(story, "assessing")
    assert [one["id"] for one in found] == [
        f"urn:xref:alignment:{alignment.id}" for alignment in story.alignments
    ]
    for one, alignment in zip(found, story.alignments, strict=True):
        assert one["body"]["verdict"] == alignment.verdict
        assert one["target"] == [f"urn:xref:claim:{claim.id}" for claim in alignment.claims]


def test_a_persons_decision_has_no_code(claims: dict[str, Claim]) -> None:
    decided = Comparison(
        claims["212"], claims["250"], Finding(Relation.CONFLICTS, None, "seen"), judged=True
    )
    linked = jsonld._comparison(decided)
    assert linked["judged"] is True
    assert "code" not in linked


@given(anything)
def test_every_key_has_a_meaning_and_every_name_is_one(words: str) -> None:
    made = graph(disputed(words))
    remote, own = made["@context"]
    assert remote == "http://www.w3.org/ns/anno.jsonld"
    assert not ANNO & set(own)
    for node in nodes(made):
        for key in node.keys() - ANNO - own.keys() - {"@context"}:
            assert key.partition(":")[0] in PREFIXES, key
        assert node.get("type", "Text") in TYPES
    names = [node["id"] for node in nodes(made) if "id" in node]
    assert len(names) == len(set(names))
    assert all(re.fullmatch(r"urn:xref:[a-z]+:[0-9a-f:]+", name) for name in names)
    assert made["total"] == len(made["first"]["items"])
    first = made["first"]["items"][0]
    assert first["target"]["selector"][1]["exact"] == words
    assert first["body"][0]["assertion"]["content"] == words


def test_the_documents_are_described_by_what_is_known(story: Check) -> None:
    gazette = next(one for one in graph(story)["documents"] if one["dc:publisher"] == "gazette")
    assert gazette["dcterms:issued"] == "2024-03-05"
    assert gazette["path"] == "gazette.txt"
    assert "schema:url" not in gazette
