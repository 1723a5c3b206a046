"""From a path, an address or standard input to documents.

`read` is for one document and raises; `read_all` is for whatever a person names: it goes on
after a bad file and yields the error in its place.
"""

import os
import sys
import warnings
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePath
from urllib.parse import urlsplit

from evidence import dateline, web
from evidence.decode import clean, line
from evidence.errors import InputError
from evidence.formats import FORMATS, KNOWN, Found, reader
from evidence.naming import Named, stated
from evidence.records import Document, digest

STDIN = "-"


def read(path: str | Path, *, source: str | None = None) -> Document:
    """The one document at `path`: a file, an http(s) address, or `-` for standard input.

    `source` outranks what the document says of itself, and that outranks its file's name. What
    had to be left out, such as a broken page, becomes a warning.
    """
    documents: list[Document] = []
    errors: list[InputError] = []
    for result in _read(os.fspath(path), stated(source)):
        if isinstance(result, Document):
            documents.append(result)
        else:
            errors.append(result)
    if not documents:
        raise errors[0]
    if len(documents) > 1:
        raise InputError(f"{_shown(path)} has {len(documents)} documents, not one: use read_all")
    for error in errors:
        warnings.warn(str(error), stacklevel=2)
    return documents[0]


def read_all(
    paths: Iterable[str | Path], source: str | None = None
) -> Iterator[Document | InputError]:
    """Every document at `paths`, folders searched through, in an order that is always the same.

    What cannot be read is yielded as an InputError in its place and costs nothing else. So is a
    document that would take its source's name from its file's, when another file's already has.
    """
    source = stated(source)
    named = Named()
    for path in paths:
        for file in _files(os.fspath(path)):
            if isinstance(file, InputError):
                yield file
            else:
                yield from map(named.check, _read(file, source))


def _read(path: str, source: str) -> Iterator[Document | InputError]:
    """The documents and the errors of one file, address or standard input; at least one."""
    name = _shown(path)
    empty = True
    try:
        raw, ending = _bytes(path)
        if raw:
            for found in reader(raw, ending, name)(raw, name):
                empty = False
                yield found if isinstance(found, InputError) else _document(found, path, source)
        if empty:
            yield _empty(name)
    except InputError as error:
        yield error


def _bytes(path: str) -> tuple[bytes, str]:
    """The content of `path`, and the ending that says its format ("" where none does)."""
    if path == STDIN:
        return _piped(), ""
    if web.is_address(path):
        raw, ending = web.fetch(path)
        own = PurePath(urlsplit(path).path).suffix.lower()
        return raw, ending or (own if own in FORMATS else "")
    try:
        return Path(path).read_bytes(), PurePath(path).suffix.lower()
    except (OSError, ValueError) as error:
        raise _unreadable(path, error) from error


def _piped() -> bytes:
    """What comes through standard input."""
    try:
        # Python has no stream where the shell closed it.
        return sys.stdin.buffer.read() if sys.stdin else b""
    except OSError as error:
        raise InputError(
            f"standard input cannot be read ({error.strerror}): pipe a text into it"
        ) from error


def _document(found: Found, path: str, source: str) -> Document | InputError:
    """The record of what was found at `path`."""
    name = _shown(path)
    place = name if found.line is None else f"{name} line {found.line}"
    if not found.text.strip():
        return _empty(place)
    site = web.host(path) if web.is_address(path) else ""
    named = source or line(found.about.source) or site
    own = line(_shown(PurePath(path).stem)) if Path(path).is_file() else ""
    if not named and not own:
        return InputError(
            f"{place} names no source: say who published it with -s, or with a source: line "
            "between --- lines at its top"
        )
    return Document(
        id=digest(named or own, found.text),
        source=named or own,
        text=found.text,
        path=path if path == STDIN else _stored(path, found.line),
        title=line(found.about.title),
        published=found.about.published or dateline.day(found.text),
        url=line(found.about.url) or (path if site else ""),
        source_stated=bool(named),
    )


def _files(path: str) -> Iterator[str | InputError]:
    """`path` itself, or the readable files below it if it is a folder."""
    if not path.strip():
        # Python would take it for the folder we are in; it is a variable that was never set.
        yield InputError("a path is blank: name a file or folder (. is the folder you are in)")
        return
    if path == STDIN or web.is_address(path) or not Path(path).is_dir():
        yield path
        return
    empty = True
    for file in _walk(path, frozenset()):
        empty = False
        yield file
    if empty:
        yield InputError(f"{_shown(path)} has nothing to read in it: give files of {KNOWN}")


def _walk(folder: str, above: frozenset[tuple[int, int]]) -> Iterator[str | InputError]:
    """The files below `folder` by name; hidden ones, READMEs and unknown endings are passed by."""
    try:
        place = Path(folder).stat()
        if (place.st_dev, place.st_ino) in above:
            yield InputError(f"{_shown(folder)} leads back to a folder above it: remove that link")
            return
        names = sorted(entry.name for entry in Path(folder).iterdir())
    except OSError as error:
        yield _unreadable(folder, error)
        return
    for name in names:
        path = str(PurePath(folder, name))
        if name.startswith((".", "~$")):
            continue
        if Path(path).is_dir():
            yield from _walk(path, above | {(place.st_dev, place.st_ino)})
        elif PurePath(name).suffix.lower() in FORMATS and not name.lower().startswith("readme."):
            yield path


def _shown(path: str | Path) -> str:
    """How a path is written in a message: on one line, whatever bytes its name is made of."""
    if path == STDIN:
        return "standard input"
    return " ".join(clean(os.fsencode(path).decode(errors="replace")).split())


def _stored(path: str, number: int | None) -> str:
    shown = os.fsencode(path).decode(errors="replace")
    return shown if number is None else f"{shown}:{number}"


def _empty(name: str) -> InputError:
    return InputError(f"{name} has no text in it: check that it is the right one")


def _unreadable(path: str, error: OSError | ValueError) -> InputError:
    name = _shown(path)
    match error:
        case FileNotFoundError():
            return InputError(f"no file or folder at {name}: check the name")
        case PermissionError():
            return InputError(f"no permission to read {name}: check who may open it")
        case IsADirectoryError():
            return InputError(f"{name} is a folder: name a file in it")
        case OSError():
            return InputError(f"{name} cannot be read ({error.strerror}): check the path")
        case _:
            return InputError(f"{name} cannot be a path ({error}): check the name")
