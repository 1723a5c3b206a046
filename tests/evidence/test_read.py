import io
import os
import sys
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence import Document, InputError, read, read_all
from evidence.records import digest

Write = Callable[[str, str], Path]


def errors(*paths: str | Path, source: str | None = None) -> list[str]:
    """What `read_all` says is wrong."""
    return [str(result) for result in read_all(paths, source) if isinstance(result, InputError)]


def documents(*paths: str | Path, source: str | None = None) -> list[Document]:
    """What `read_all` reads."""
    return [result for result in read_all(paths, source) if isinstance(result, Document)]


def stdin(monkeypatch: pytest.MonkeyPatch, raw: bytes) -> None:
    """Let `raw` stand on standard input."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(raw)))


def test_a_document_knows_what_its_text_says_of_it(write: Write) -> None:
    path = write(
        "a.md", "---\nsource: Gazette\ntitle: Rain\nurl: http://g.example/1\n---\n\nRain.\n"
    )
    document = read(path)
    assert document.text == "\nRain.\n"
    assert (document.source, document.title, document.url) == (
        "Gazette",
        "Rain",
        "http://g.example/1",
    )
    assert document.path == str(path)
    assert document.id == digest("Gazette", "\nRain.\n")
    assert document.source_stated


@pytest.mark.parametrize(
    ("given_source", "front", "name", "expected", "is_stated"),
    [
        ("Courier", "---\nsource: Gazette\n---\n", "herald.txt", "Courier", True),
        (None, "---\nsource: Gazette\n---\n", "herald.txt", "Gazette", True),
        (None, "---\nsource:\n---\n", "herald.txt", "herald", False),
        (None, "", "herald.v2.txt", "herald.v2", False),
        (" The  Courier ", "", "herald", "The Courier", True),
    ],
)
def test_the_source_is_the_first_that_somebody_named(
    write: Write, given_source: str | None, front: str, name: str, expected: str, is_stated: bool
) -> None:
    document = read(write(name, front + "Rain fell."), source=given_source)
    assert (document.source, document.source_stated) == (expected, is_stated)


def test_a_blank_source_is_no_source(write: Write) -> None:
    with pytest.raises(InputError, match="the source given is blank: name who published it"):
        read(write("a.txt", "Rain."), source=" ")


@given(text=st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1))
def test_a_plain_text_is_the_files_own_text(
    tmp_path_factory: pytest.TempPathFactory, text: str
) -> None:
    text = "Rain fell. " + text
    path = tmp_path_factory.mktemp("plain") / "a.txt"
    path.write_bytes(b"\xef\xbb\xbf" + text.encode())
    unix = text.replace("\r\n", "\n").replace("\r", "\n")
    # A text that is mostly control characters is refused, and rightly.
    for result in read_all([path]):
        if isinstance(result, Document):
            assert result.text == unicodedata.normalize("NFC", unix)
        else:
            assert any(unicodedata.category(character) == "Cc" for character in text)


def test_standard_input_must_say_whose_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    stdin(monkeypatch, b"Rain fell.")
    with pytest.raises(InputError, match=r"^standard input names no source: .* -s, or "):
        read("-")
    stdin(monkeypatch, b"Rain fell.")
    assert read("-", source="Gazette").text == "Rain fell."
    stdin(monkeypatch, b"---\r\nsource: Gazette\r\n---\r\nRain fell.")
    assert read("-").source == "Gazette"


def test_standard_input_may_be_any_format(monkeypatch: pytest.MonkeyPatch) -> None:
    stdin(monkeypatch, b'{"text": "Rain fell.", "source": "Gazette"}\n')
    assert read("-").text == "Rain fell."
    stdin(monkeypatch, b"<!DOCTYPE html><p>Rain fell on the town for three days and nights.</p>")
    assert "<p>" not in read("-", source="Gazette").text
    stdin(monkeypatch, b"%PDF-1.4 no more")
    assert errors("-") == [
        "standard input is no PDF that can be read: save or download it again",
    ]


def test_a_folder_is_searched_in_order_for_what_can_be_read(write: Write, tmp_path: Path) -> None:
    for name in ("b/z.txt", "b/m.MD", "a.txt", "c.text", ".hidden.txt", ".git/d.txt"):
        write(name, f"This is {name}.")
    for name in ("b/notes.csv", "README.md", "b/readme.txt", "~$a.docx", "Makefile"):
        write(name, "Not an article.")
    found = [
        Path(document.path).relative_to(tmp_path).as_posix() for document in documents(tmp_path)
    ]
    assert found == ["a.txt", "b/m.MD", "b/z.txt", "c.text"]
    assert documents(tmp_path / "README.md")


def test_links_are_followed_but_not_in_circles(write: Write, tmp_path: Path) -> None:
    write("in/a.txt", "Rain fell.")
    write("out/b.txt", "Snow fell.")
    (tmp_path / "in" / "linked").symlink_to(tmp_path / "out")
    (tmp_path / "in" / "round").symlink_to(tmp_path / "in")
    assert [document.text for document in documents(tmp_path / "in")] == [
        "Rain fell.",
        "Snow fell.",
    ]
    assert errors(tmp_path / "in") == [
        f"{tmp_path}/in/round leads back to a folder above it: remove that link"
    ]


def test_one_bad_file_costs_nothing_else(write: Write, tmp_path: Path) -> None:
    write("a.txt", "Rain fell.")
    write("b.txt", "")
    (tmp_path / "c.txt").write_bytes(b"\0\1\2")
    (tmp_path / "d.txt").symlink_to(tmp_path / "gone.txt")
    write("e.txt", "Snow fell.")
    results = list(read_all([tmp_path, tmp_path / "none.txt", tmp_path / "a.txt"]))
    kinds = [type(result).__name__ for result in results]
    assert kinds == [
        *["Document", "InputError", "InputError", "InputError", "Document"],
        *["InputError", "Document"],
    ]


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.txt", b"", "{} has no text in it: check that it is the right one"),
        ("a.txt", b" \n\t\n", "{} has no text in it: check that it is the right one"),
        ("a.md", b"---\nsource: x\n---\n", "{} has no text in it: check that it is the right one"),
        ("a.jsonl", b"\n\n", "{} has no text in it: check that it is the right one"),
        ("a.html", b"<p></p>", "{} has no text in it: check that it is the right one"),
        (
            "a.rtf",
            b"{\\rtf1 Rain}",
            "{}: cannot read .rtf files: save it as one of txt, md, html, pdf, docx and jsonl",
        ),
        ("a.pdf", b"Rain.", "{} is no PDF that can be read: save or download it again"),
        (
            "a.docx",
            b"PK\x03\x04 broken",
            "{} is no Word document that can be read: open it and save it again as docx",
        ),
    ],
)
def test_what_cannot_be_read_is_named_with_what_to_try(
    tmp_path: Path, name: str, content: bytes, message: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    assert errors(path) == [message.format(path)]
    with pytest.raises(InputError) as raised:
        read(path)
    assert str(raised.value) == message.format(path)


def test_a_path_that_leads_nowhere_is_named(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    (tmp_path / "empty").mkdir()
    assert errors(
        tmp_path / "no.txt", tmp_path / "loop", "x\0.txt", tmp_path / "empty", "n\nn.txt"
    ) == [
        f"no file or folder at {tmp_path}/no.txt: check the name",
        f"{tmp_path}/loop cannot be read (Too many levels of symbolic links): check the path",
        "x.txt cannot be a path (embedded null byte): check the name",
        f"{tmp_path}/empty has nothing to read in it: give files of txt, md, html, pdf, docx and "
        "jsonl",
        "no file or folder at n n.txt: check the name",
    ]
    with pytest.raises(InputError, match="empty is a folder: name a file in it"):
        read(tmp_path / "empty")


def test_no_permission_is_said(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write("a.txt", "Rain.")

    def refuse(self: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(self))

    # The tests may run as root, whom nothing is refused.
    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert errors(path) == [f"no permission to read {path}: check who may open it"]


def test_two_files_of_one_name_are_not_one_source(write: Write) -> None:
    first, second = write("a/article.txt", "Rain fell."), write("b/article.txt", "Snow fell.")
    same, said = write("c/article.txt", "Rain fell."), write("d/article.txt", "Hail fell.")
    said.write_text("---\nsource: article\n---\nHail fell.")
    assert errors(first, second, same, said) == [
        f'{second} would get the same source as {first}, "article", from its file\'s name: say who '
        "published it with -s, or with a source: line between --- lines at its top"
    ]
    assert errors(first, second, source="Gazette") == []


def test_a_file_name_of_strange_bytes_can_be_stored_and_shown(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"caf\xe9.txt")
    path.write_text("Rain fell.")
    document = read(path)
    assert document.source == "caf�"
    assert document.path.encode().endswith("caf�.txt".encode())


def test_five_megabytes_are_read_at_once(write: Write) -> None:
    text = "The mayor said that three éclairs were eaten. " * 110_000
    assert read(write("long.txt", text)).text == text
