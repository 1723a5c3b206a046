"""The formats a document may come in: one function each, from bytes to what they hold.

Each yields a `Found` for every document, and an InputError for every part it could not read.
The libraries for a format are imported inside its function: nobody waits for those of another.
"""

import io
import json
import logging
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from evidence import front_matter
from evidence.decode import clean, decode
from evidence.errors import InputError
from evidence.front_matter import About
from evidence.layout import paragraphs


@dataclass(frozen=True, slots=True)
class Found:
    """A document's text as a format gives it, what it says of itself, and its line in the file."""

    text: str
    about: About = field(default_factory=About)
    line: int | None = None


Reader = Callable[[bytes, str], Iterator[Found | InputError]]

# A page that calls itself UTF-16 in ASCII letters is not.
_CHARSET = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?(?!utf-?16)([\w-]+)""",
    re.IGNORECASE,
)

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PARAGRAPH = _WORD + "p"
# What Word keeps beside the text: the same box again for old readers, and what was moved away.
_HIDDEN = {
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
    _WORD + "moveFrom",
    _WORD + "del",
}
_MARKS = {
    _WORD + "tab": "\t",
    _WORD + "br": "\n",
    _WORD + "cr": "\n",
    _WORD + "noBreakHyphen": "-",
}


def plain(raw: bytes, name: str) -> Iterator[Found | InputError]:
    """Plain text or Markdown: the file's own characters, less its front matter."""
    about, text = front_matter.split(clean(decode(raw, name)), name)
    yield Found(text, about)


def jsonl(raw: bytes, name: str) -> Iterator[Found | InputError]:
    """One JSON object a line: `text`, and `source`, `title`, `published` (or `date`), `url`."""
    for number, row in enumerate(clean(decode(raw, name)).split("\n"), 1):
        if not row.strip():
            continue
        try:
            yield _row(row, f"{name} line {number}", number)
        except InputError as error:
            yield error


def html(raw: bytes, name: str) -> Iterator[Found | InputError]:
    """The main text of a web page, its paragraphs a blank line apart, and its metadata."""
    import trafilatura
    from trafilatura.settings import use_config

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    page = _markup(raw, name)
    # Below its usual limit trafilatura takes the whole page, menus and all, for a short notice.
    config = use_config()
    config.set("DEFAULT", "MIN_EXTRACTED_SIZE", "25")
    found = trafilatura.bare_extraction(
        page,
        with_metadata=True,
        include_comments=False,
        # A guess at the date from the running text is worse than none; the bound is no clock.
        date_extraction_params={
            "extensive_search": False,
            "original_date": True,
            "max_date": "2100-01-01",
        },
        config=config,
    )
    if isinstance(found, trafilatura.settings.Document) and found.text:
        published = date.fromisoformat(found.date) if found.date else None
        source = found.sitename or found.hostname or ""
        about = About(source, found.title or "", published, found.url or "")
        yield Found("\n\n".join(found.text.strip().split("\n")), about)
    else:
        yield Found(trafilatura.html2txt(page))


def pdf(raw: bytes, name: str) -> Iterator[Found | InputError]:
    """The running text of a PDF; a page that cannot be read is named and left out."""
    from pypdf import PdfReader

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    # pypdf raises whatever a broken file makes its inside trip over.
    try:
        reader = PdfReader(io.BytesIO(raw))
        locked = reader.is_encrypted and not reader.decrypt("")
        pages = [] if locked else list(reader.pages)
        title = "" if locked else str((reader.metadata and reader.metadata.title) or "")
    except Exception as error:
        raise InputError(f"{name} is no PDF that can be read: save or download it again") from error
    if locked:
        raise InputError(f"{name} is locked by a password: save a copy without one")
    texts: list[str] = []
    for number, page in enumerate(pages, 1):
        try:
            texts.append(clean(page.extract_text()))
        except Exception:
            yield InputError(
                f"{name}: page {number} cannot be read and is left out: save that page as text"
            )
    text = paragraphs(texts)
    if not text.strip():
        raise InputError(f"{name} has no text, only images: run text recognition (OCR) on it first")
    yield Found(text, About(title=title))


def docx(raw: bytes, name: str) -> Iterator[Found | InputError]:
    """The paragraphs of a Word document, tables cell by cell, changes as if accepted."""
    from docx import Document

    # Zip, XML and package errors have no common base, and every part of the file may be broken.
    try:
        word = Document(io.BytesIO(raw))
        title = word.core_properties.title
    except Exception as error:
        raise InputError(
            f"{name} is no Word document that can be read: open it and save it again as docx"
        ) from error
    rows = ("".join(_runs(element)).strip() for element in _blocks(word.element.body))
    yield Found("\n\n".join(row for row in rows if row), About(title=title))


FORMATS: dict[str, Reader] = {
    ".txt": plain,
    ".text": plain,
    ".md": plain,
    ".markdown": plain,
    ".html": html,
    ".htm": html,
    ".xhtml": html,
    ".pdf": pdf,
    ".docx": docx,
    ".jsonl": jsonl,
    ".ndjson": jsonl,
}
KNOWN = "txt, md, html, pdf, docx and jsonl"


def reader(raw: bytes, ending: str, name: str) -> Reader:
    """The reader for files of `ending`; without one, by how the content begins."""
    if not ending:
        return _by_content(raw)
    if ending not in FORMATS:
        raise InputError(f"{name}: cannot read {ending} files: save it as one of {KNOWN}")
    return FORMATS[ending]


def _by_content(raw: bytes) -> Reader:
    start = raw[:1024].removeprefix(b"\xef\xbb\xbf").lstrip()
    if start.startswith(b"%PDF-"):
        return pdf
    if start.startswith(b"PK\x03\x04"):
        return docx
    if re.match(rb"<(?:!doctype html|html|head)\b", start, re.IGNORECASE):
        return html
    return jsonl if re.match(rb'\{\s*"\w+"\s*:', start) else plain


def _row(row: str, name: str, number: int) -> Found:
    try:
        fields = json.loads(row)
    except (ValueError, RecursionError) as error:
        raise InputError(f"{name} is not JSON: write one object on each line") from error
    text = fields.get("text") if isinstance(fields, dict) else None
    if not isinstance(text, str):
        raise InputError(f'{name} has no text: give each object a "text" that is a string')
    return Found(clean(text), front_matter.about(fields, name), number)


def _markup(raw: bytes, name: str) -> str:
    """A page's characters, in the encoding that it declares if it is true to it."""
    declared = _CHARSET.search(raw[:4096])
    if declared and not raw.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        try:
            return raw.decode(declared[1].decode("ascii"))
        except (LookupError, UnicodeDecodeError):
            pass
    return decode(raw, name)


def _blocks(element: Any) -> Iterator[Any]:
    """The paragraphs below an element, those of tables, text boxes and content controls too."""
    for child in element:
        if child.tag not in _HIDDEN:
            if child.tag == _PARAGRAPH:
                yield child
            yield from _blocks(child)


def _runs(element: Any) -> Iterator[str]:
    """The pieces of a paragraph's own text, less those of the boxes anchored in it."""
    for child in element:
        if child.tag == _WORD + "t":
            yield child.text or ""
        elif child.tag in _MARKS:
            yield _MARKS[child.tag]
        elif child.tag not in _HIDDEN and child.tag not in {_PARAGRAPH, _WORD + "pPr"}:
            yield from _runs(child)
