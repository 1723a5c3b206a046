import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence import InputError
from evidence.decode import clean, decode, line

PROSE = "Le maire a dit que « l’été » coûtera 3 millions d’euros à la ville. " * 3


@pytest.mark.parametrize(
    ("encoding", "mark"),
    [
        ("utf-8", b""),
        ("utf-8", b"\xef\xbb\xbf"),
        ("utf-16-le", b"\xff\xfe"),
        ("utf-16-be", b"\xfe\xff"),
        ("utf-32-le", b"\xff\xfe\x00\x00"),
        ("utf-32-be", b"\x00\x00\xfe\xff"),
        ("cp1252", b""),
    ],
)
def test_reads_the_encodings_that_articles_come_in(encoding: str, mark: bytes) -> None:
    assert decode(mark + PROSE.encode(encoding), "a.txt") == PROSE


@pytest.mark.parametrize(
    ("raw", "fault"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "is binary, not text"),
        (bytes(range(1, 32)) * 4, "is binary, not text"),
        ("Rain.".encode("utf-16-le"), "is binary, not text"),
        ("Дождь шёл три дня, сказал мэр.".encode("koi8-r"), "an encoding that cannot be told"),
        ("雨が三日間降り続いた。".encode("shift-jis"), "an encoding that cannot be told"),
        ("Il a dit « été », où, déjà, très, à l’".encode()[:-1], "is damaged UTF-8 text"),
        (b"\xff\xfe\x00", "breaks off at byte 0"),
    ],
)
def test_refuses_what_is_no_text(raw: bytes, fault: str) -> None:
    with pytest.raises(InputError, match=fault) as raised:
        decode(raw, "news/a.txt")
    assert str(raised.value).startswith("news/a.txt ")
    assert "UTF-8" in str(raised.value).split(": ", 1)[1]
    assert "\n" not in str(raised.value)


@given(st.text())
def test_clean_text_has_one_form_and_one_line_end(text: str) -> None:
    cleaned = clean(text)
    assert "\r" not in cleaned
    assert unicodedata.is_normalized("NFC", cleaned)
    assert clean(cleaned) == cleaned
    cleaned.encode()


@given(st.text(st.characters(codec="utf-8", exclude_characters="\0\r")))
def test_clean_text_that_is_composed_already_stays_as_it_is(text: str) -> None:
    composed = unicodedata.normalize("NFC", text)
    assert clean(composed) == composed


@given(st.lists(st.text("abc .é", min_size=1)), st.sampled_from(["\r\n", "\r", "\n"]))
def test_line_ends_do_not_move_offsets(lines: list[str], end: str) -> None:
    assert clean(end.join(lines)) == "\n".join(lines)


def test_surrogates_and_zeros_cannot_be_stored_and_are_left_out() -> None:
    assert clean("a\ud800b\0c") == "abc"


def test_a_title_is_one_line() -> None:
    assert line("  Rain\r\n falls\t") == "Rain falls"
