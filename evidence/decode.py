"""From bytes to characters: which encoding a text is in, and whether it is text at all."""

import codecs
import re
import unicodedata

from evidence.errors import InputError

# UTF-32's little-endian mark begins with UTF-16's, so it comes first.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROLS = bytes({*range(32), 127} - {*b"\t\n\v\f\r\x1b"})

# Western prose has few accented letters; another script read as cp1252 is nothing else.
_MOST_ACCENTS = 0.25
_MOST_CONTROLS = 0.02

# White space is no control here: it parts words.
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f]")

_UNSTORABLE = re.compile("[\0\ud800-\udfff]")


def decode(raw: bytes, name: str) -> str:
    """The characters of a text file: UTF-8, UTF-16 or -32 by its mark, else western (cp1252).

    Raises an InputError, which calls the file `name`, for what is no text.
    """
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return _strict(raw[len(mark) :], encoding, name)
    if b"\0" in raw or _share(raw, _CONTROLS) > _MOST_CONTROLS:
        raise InputError(
            f"{name} is binary, not text: give it its format's ending, or save it as UTF-8 text"
        )
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        return _western(raw, name, error)


def clean(text: str) -> str:
    """The form in which a text is stored and counted: `\\n` line ends, NFC, no lone surrogates.

    >>> clean("e\\u0301te\\u0301\\r\\nfini\\rvrai")
    'été\\nfini\\nvrai'
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", _UNSTORABLE.sub("", text))


def line(text: str) -> str:
    """A title or a name on one line, its white space made single and without control characters.

    >>> line(" Harbour\\x1b[1m\\n Post")
    'Harbour[1m Post'
    """
    return " ".join(_CONTROL.sub("", clean(text)).split())


def _strict(raw: bytes, encoding: str, name: str) -> str:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as error:
        raise InputError(
            f"{name} begins as {encoding.upper()} text but breaks off at byte {error.start}: "
            "save it again as UTF-8"
        ) from error


def _western(raw: bytes, name: str, error: UnicodeDecodeError) -> str:
    high = len(raw) - len(raw.decode("ascii", "ignore"))
    as_utf8 = raw.decode("utf-8", "ignore")
    # Whole UTF-8 sequences hardly ever arise by chance, so such a file is UTF-8 with damage.
    damaged = len(as_utf8.encode()) - len(as_utf8.encode("ascii", "ignore")) > high / 2
    if not damaged and high <= _MOST_ACCENTS * len(raw):
        try:
            return raw.decode("cp1252")
        except UnicodeDecodeError:
            damaged = False
    fault = "is damaged UTF-8 text" if damaged else "is in an encoding that cannot be told"
    raise InputError(f"{name} {fault} (byte {error.start}): save it again as UTF-8")


def _share(raw: bytes, members: bytes) -> float:
    return (len(raw) - len(raw.translate(None, members))) / max(len(raw), 1)
