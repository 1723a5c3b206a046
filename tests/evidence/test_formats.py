import io
import json
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml import parse_xml
from pypdf import PageObject, PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

from evidence import Document, InputError, read, read_all

PAGE = """<!DOCTYPE html><html><head><title>Rain - Harbour Post</title>
<meta property="og:title" content="Rain on the town">
<meta property="og:site_name" content="Harbour Post">
<meta property="article:published_time" content="2022-05-24T10:00:00Z"></head>
<body><nav><a href="/">Home</a> <a href="/news">News</a></nav><article><h1>Rain on the town</h1>
<p>Rain fell on the town for three days, said mayor Ines Calloway.</p>
<p>Twelve people left their homes on the quay — “in good time”, she said.</p></article>
<footer>All rights reserved</footer></body></html>"""


def pdf(*pages: list[str], title: str = "", password: str = "") -> bytes:
    """A PDF with one line of text below another on each page."""
    writer = PdfWriter()
    for lines in pages:
        page = writer.add_blank_page(600, 800)
        page[NameObject("/Resources")] = _font()
        shown = " ".join(f"({line}) Tj 0 -14 Td" for line in lines)
        content = DecodedStreamObject()
        content.set_data(f"BT /F1 12 Tf 40 760 Td {shown} ET".encode("latin-1"))
        page[NameObject("/Contents")] = writer._add_object(content)
    if title:
        writer.add_metadata({"/Title": title})
    if password:
        writer.encrypt(password, algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _font() -> DictionaryObject:
    font = {"/Type": "/Font", "/Subtype": "/Type1", "/BaseFont": "/Helvetica"}
    named = DictionaryObject({NameObject(key): NameObject(name) for key, name in font.items()})
    fonts = DictionaryObject({NameObject("/F1"): named})
    return DictionaryObject({NameObject("/Font"): fonts})


@pytest.fixture
def save(tmp_path: Path) -> Callable[[str, bytes], Path]:
    """Save bytes under a name."""

    def _save(name: str, raw: bytes) -> Path:
        path = tmp_path / name
        path.write_bytes(raw)
        return path

    return _save


Save = Callable[[str, bytes], Path]


@pytest.mark.parametrize("encoding", ["utf-8", "iso-8859-15", "utf-16"])
def test_a_web_page_is_its_main_text_and_metadata(save: Save, encoding: str) -> None:
    page = PAGE.replace("<head>", f'<head><meta charset="{encoding}">')
    raw = page.replace("—", "-").replace("“", '"').replace("”", '"').encode(encoding)
    document = read(save("rain.html", raw))
    assert document.text.split("\n\n")[-2:] == [
        "Rain fell on the town for three days, said mayor Ines Calloway.",
        'Twelve people left their homes on the quay - "in good time", she said.',
    ]
    assert "Home" not in document.text
    assert (document.source, document.title) == ("Harbour Post", "Rain on the town")
    assert document.published == date(2022, 5, 24)
    assert document.source_stated


def test_a_page_that_is_wrong_about_its_encoding_is_read_all_the_same(save: Save) -> None:
    page = PAGE.replace("<head>", '<head><meta charset="ascii">')
    assert "“in good time”" in read(save("rain.html", page.encode())).text


def test_a_page_without_a_date_gets_none(save: Save) -> None:
    page = PAGE.replace("2022-05-24T10:00:00Z", "").replace("three days", "three days in May 2019")
    assert read(save("rain.html", page.encode())).published is None


def test_a_word_document_is_all_its_paragraphs(save: Save) -> None:
    word = docx.Document()
    word.core_properties.title = "Rain"
    word.add_paragraph("Rain fell\ton the town.")
    word.add_paragraph("")
    table = word.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Tuesday", "12 mm"
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    changed = word.add_paragraph("It stopped on ")
    for tag, inner in (("ins", "<w:t>Friday</w:t>"), ("del", "<w:delText>Monday</w:delText>")):
        changed._p.append(parse_xml(f"<w:{tag} {space}><w:r>{inner}</w:r></w:{tag}>"))
    changed.add_run(".")
    out = io.BytesIO()
    word.save(out)
    document = read(save("rain.docx", out.getvalue()))
    assert document.text.split("\n\n") == [
        "Rain fell\ton the town.",
        "Tuesday",
        "12 mm",
        "It stopped on Friday.",
    ]
    assert (document.title, document.source) == ("Rain", "rain")


def test_a_pdf_is_running_text(save: Save) -> None:
    pages = (
        ["Rain fell on the town for three whole days, and the river was high-", "er than ever."],
        ["The mayor spoke.", "2"],
    )
    document = read(save("rain.pdf", pdf(*pages, title="Rain report")))
    assert document.text == (
        "Rain fell on the town for three whole days, and the river was higher than ever."
        "\n\nThe mayor spoke."
    )
    assert document.title == "Rain report"


def test_a_pdf_that_keeps_its_words_to_itself_is_refused(save: Save) -> None:
    locked = save("locked.pdf", pdf(["Rain fell."], password="secret"))
    scan = save("scan.pdf", pdf([]))
    cut = save("cut.pdf", pdf(["Rain fell."])[:200])
    assert [str(result) for result in read_all([locked, scan, cut])] == [
        f"{locked} is locked by a password: save a copy without one",
        f"{scan} has no text, only images: run text recognition (OCR) on it first",
        f"{cut} is no PDF that can be read: save or download it again",
    ]


def test_a_broken_page_costs_only_itself_and_is_named(
    save: Save, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = save("rain.pdf", pdf(["Rain fell on the town."], ["Broken."], ["Snow fell."]))
    extract = PageObject.extract_text

    def fail(page: PageObject, *arguments: Any, **options: Any) -> str:
        text = extract(page, *arguments, **options)
        if "Broken" in text:
            raise KeyError("/Font")
        return text

    monkeypatch.setattr(PageObject, "extract_text", fail)
    message = f"{path}: page 2 cannot be read and is left out: save that page as text"
    error, document = read_all([path])
    assert str(error) == message
    assert isinstance(document, Document)
    assert document.text == "Rain fell on the town. Snow fell."
    with pytest.warns(UserWarning, match="page 2 cannot be read"):
        assert read(path).text == document.text


def rows(*lines: object) -> bytes:
    """JSON lines; what is a string already stays as it is."""
    return "\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines).encode()


def test_each_line_of_jsonl_is_a_document(save: Save) -> None:
    path = save(
        "news.jsonl",
        rows(
            {"text": "Rain.\r\nMore.", "source": "Gazette", "published": "2022-05-24", "x": [1]},
            "",
            {
                "text": "Cafe\u0301 \ud800",
                "date": "2022-05-25T01:00:00",
                "title": "Snow",
                "url": None,
            },
            {"text": "Hail.", "source": None, "date": ""},
        ),
    )
    found = [result for result in read_all([path]) if isinstance(result, Document)]
    assert [(document.source, document.text) for document in found] == [
        ("Gazette", "Rain.\nMore."),
        ("news", "Café "),
        ("news", "Hail."),
    ]
    assert [document.published for document in found] == [
        date(2022, 5, 24),
        date(2022, 5, 25),
        None,
    ]
    assert [document.path for document in found] == [f"{path}:{line}" for line in (1, 3, 4)]
    with pytest.raises(InputError, match=r"news.jsonl has 3 documents, not one: use read_all"):
        read(path)


def test_a_bad_line_of_jsonl_is_named_and_the_rest_read(save: Save) -> None:
    deep = "[" * 100_000
    path = save(
        "news.jsonl",
        rows(
            "{text: 1}",
            {"title": "x"},
            {"text": 5},
            ["text"],
            {"text": " "},
            deep,
            {"text": "Rain.", "date": "soon"},
            {"text": "Rain."},
        ),
    )
    *bad, last = read_all([path])
    no_text = 'has no text: give each object a "text" that is a string'
    assert [str(error) for error in bad] == [
        f"{path} line 1 is not JSON: write one object on each line",
        f"{path} line 2 {no_text}",
        f"{path} line 3 {no_text}",
        f"{path} line 4 {no_text}",
        f"{path} line 5 has no text in it: check that it is the right one",
        f"{path} line 6 is not JSON: write one object on each line",
        f'{path} line 7: cannot read the date "soon": write it as 2022-05-24',
    ]
    assert isinstance(last, Document)


@pytest.mark.parametrize("ending", ["html", "pdf", "docx", "jsonl", "md"])
def test_noise_is_never_more_than_one_line_of_error(save: Save, ending: str) -> None:
    for raw in _noise():
        for result in read_all([save(f"noise.{ending}", raw)]):
            if isinstance(result, InputError):
                assert "\n" not in str(result)
                assert ": " in str(result)
            else:
                assert result.text.strip()


def _noise() -> Iterator[bytes]:
    yield from (b"<" * 3000, b"%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>")
    word = io.BytesIO()
    docx.Document().save(word)
    whole = (pdf(["Rain fell on the town."], ["Snow."]), word.getvalue(), PAGE.encode())
    for raw in whole:
        for cut in range(0, len(raw), max(1, len(raw) // 12)):
            yield raw[:cut] + raw[cut + 40 :]
