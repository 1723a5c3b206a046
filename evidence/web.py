"""Pages by their address. Nothing else in the program ever needs the network."""

import codecs
from urllib.parse import urlsplit

from evidence.errors import InputError

_SECONDS = 30
_LARGEST = 64 * 2**20
# Some papers answer nobody who does not look like a browser.
_AGENT = "Mozilla/5.0 (compatible; xref)"

_ENDINGS = {
    "text/plain": ".txt",
    "text/markdown": ".md",
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "application/pdf": ".pdf",
    "application/jsonl": ".jsonl",
    "application/x-ndjson": ".jsonl",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
}


def is_address(path: str) -> bool:
    """Whether `path` is a web address and not a file's."""
    return path.lower().startswith(("http://", "https://"))


def host(address: str) -> str:
    """The site an address belongs to.

    >>> host("https://www.harbourpost.example:8080/flood")
    'harbourpost.example'
    """
    return (urlsplit(address).hostname or "").removeprefix("www.")


def fetch(address: str) -> tuple[bytes, str]:
    """What stands at `address`, and the file ending for it ("" where the site does not say)."""
    from http.client import HTTPException
    from urllib.error import HTTPError
    from urllib.request import Request, urlopen

    try:
        with urlopen(Request(address, headers={"User-Agent": _AGENT}), timeout=_SECONDS) as page:
            raw = page.read(_LARGEST + 1)
            kind, charset = page.headers.get_content_type(), page.headers.get_content_charset()
    except HTTPError as error:
        raise InputError(
            f"{address} answers {error.code} ({error.reason}): save the page and add the file"
        ) from error
    except (OSError, HTTPException, ValueError) as error:
        reason = getattr(error, "reason", error)
        raise InputError(
            f"{address} cannot be reached ({reason}): check the connection, or save the page and "
            "add the file"
        ) from error
    if len(raw) > _LARGEST:
        raise InputError(f"{address} is larger than 64 MiB: save what you need of it as a file")
    return _marked(raw, charset) if kind.startswith("text/") else raw, _ENDINGS.get(kind, "")


def _marked(raw: bytes, charset: str | None) -> bytes:
    """A text in UTF-8 and marked so, if it is in the encoding that its site names."""
    try:
        return codecs.BOM_UTF8 + raw.decode(charset or "").removeprefix("\ufeff").encode()
    except (LookupError, UnicodeError):
        return raw
