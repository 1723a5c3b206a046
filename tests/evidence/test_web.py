import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from evidence import InputError, read, web
from tests.evidence.test_formats import PAGE

PAGES = {
    "/rain": ("text/html; charset=utf-8", PAGE),
    "/rain.txt": ("application/octet-stream", "Rain fell."),
    "/named.md": ("text/plain", "---\nsource: Gazette\nurl: http://g.example/1\n---\nRain fell."),
    "/rain.png": ("image/png", "\0PNG"),
    "/empty": ("text/plain", ""),
    "/cyrillic": ("text/plain; charset=windows-1251", "Дождь шёл три дня, сказал мэр."),
    "/wrong": ("text/plain; charset=ascii", "Rain fell — for three days."),
    "/odd": ("text/plain; charset=no-such", "Rain fell — for three days."),
}


class _Site(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        if self.path == "/hang-up":
            return
        kind, page = PAGES.get(self.path, ("", ""))
        self.send_response(200 if kind else 404)
        self.send_header("Content-Type", kind or "text/plain")
        self.end_headers()
        self.wfile.write(page.encode("cp1251" if "1251" in kind else "utf-8"))

    def log_message(self, format: str, *arguments: object) -> None:
        """Keep quiet."""


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The address of a site on this machine."""
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    server = HTTPServer(("127.0.0.1", 0), _Site)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def test_a_page_is_read_by_its_address(site: str) -> None:
    document = read(f"{site}/rain")
    assert document.source == "Harbour Post"
    assert document.text.endswith("she said.")
    assert document.path == document.url == f"{site}/rain"


def test_a_site_is_the_source_of_what_names_none(site: str) -> None:
    document = read(f"{site}/rain.txt")
    assert (document.source, document.text) == ("127.0.0.1", "Rain fell.")
    assert document.source_stated
    named = read(f"{site}/named.md")
    assert (named.source, named.url) == ("Gazette", "http://g.example/1")


@pytest.mark.parametrize("page", ["/cyrillic", "/wrong", "/odd"])
def test_a_text_is_in_the_encoding_its_site_names_if_that_is_true(site: str, page: str) -> None:
    assert read(site + page).text == PAGES[page][1]


@pytest.mark.parametrize(
    ("page", "message"),
    [
        ("/none", "answers 404 (Not Found): save the page and add the file"),
        ("/hang-up", "cannot be reached (Remote end closed connection without response): check"),
        ("/rain.png", "is binary, not text: "),
        ("/empty", "has no text in it: "),
    ],
)
def test_what_a_site_does_not_give_is_one_line(site: str, page: str, message: str) -> None:
    with pytest.raises(InputError) as raised:
        read(site + page)
    assert str(raised.value).startswith(f"{site}{page} {message}")
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize("address", ["http://127.0.0.1:9/", "http://", "http://[", "https://x y/"])
def test_without_a_connection_one_line_says_so(
    address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("no_proxy", "*")
    with pytest.raises(InputError, match=r"cannot be reached .*: check the connection, or save"):
        read(address)


def test_a_page_without_end_is_refused(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web, "_LARGEST", 100)
    with pytest.raises(InputError, match="/rain is larger than 64 MiB: save what you need"):
        read(f"{site}/rain")
