"""A check as a file: one module a format, chosen by the file's ending."""

import os
from collections.abc import Callable
from pathlib import Path
from types import MappingProxyType

from evidence.errors import InputError
from xref.check import Check
from xref.report import csv, json, md

FORMATS: MappingProxyType[str, Callable[[Check], str]] = MappingProxyType(
    {".csv": csv.text, ".md": md.text, ".json": json.text}
)


def writer(path: Path) -> Callable[[Check], str]:
    """How a file of that name is written; an ending that is not known is an InputError."""
    try:
        return FORMATS[path.suffix.lower()]
    except KeyError:
        *most, last = FORMATS
        raise InputError(
            f"cannot write {path}: the endings that work are {', '.join(most)} and {last}"
        ) from None


def write(text: str, path: Path) -> None:
    """Put `text` in place of whatever `path` holds, whole or not at all."""
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
        with partial.open("w", encoding="utf-8", errors="backslashreplace", newline="") as file:
            file.write(text)
        if partial != target:
            partial.replace(target)
    except OSError as error:
        raise InputError(f"cannot write {path}: {error.strerror or error}") from error
    finally:
        if partial != target:
            partial.unlink(missing_ok=True)
