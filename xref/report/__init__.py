"""A check as a file: one module a format, chosen by the file's ending."""

import os
from collections.abc import Callable
from pathlib import Path
from types import MappingProxyType

from evidence.errors import InputError
from xref.check import Check
from xref.report import csv, html, json, jsonld, md, xlsx

# What a file holds: text, which is stored as UTF-8, or its bytes.
Content = str | bytes

FORMATS: MappingProxyType[str, Callable[[Check], Content]] = MappingProxyType(
    {
        ".csv": csv.text,
        ".xlsx": xlsx.book,
        ".md": md.text,
        ".html": html.text,
        ".json": json.text,
        ".jsonld": jsonld.text,
    }
)


def writer(path: Path) -> Callable[[Check], Content]:
    """How a file of that name is written; an ending that is not known is an InputError."""
    try:
        return FORMATS[path.suffix.lower()]
    except KeyError:
        *most, last = FORMATS
        raise InputError(
            f"cannot write {path}: the endings that work are {', '.join(most)} and {last}"
        ) from None


def write(content: Content, path: Path) -> None:
    """Put `content` in place of whatever `path` holds, whole or not at all."""
    target = path.resolve()
    if target.is_dir():
        raise InputError(f"cannot write {path}: it is a folder; give a file name")
    if not target.parent.is_dir():
        raise InputError(f"cannot write {path}: there is no folder {target.parent}; make it first")
    partial = target.with_name(f".{target.name}.{os.getpid()}.partial")
    if target.exists() and not target.is_file():
        # A pipe or a device is written to; a file put in its place would be another thing.
        partial = target
    try:
        with partial.open("wb") as file:
            file.write(_encoded(content))
        if partial != target:
            partial.replace(target)
    except OSError as error:
        raise InputError(f"cannot write {path}: {error.strerror or error}") from error
    finally:
        if partial != target:
            partial.unlink(missing_ok=True)


def _encoded(content: Content) -> bytes:
    return content.encode("utf-8", "backslashreplace") if isinstance(content, str) else content
