"""Whose name a document goes under when nobody has said."""

import re
from dataclasses import dataclass, field
from pathlib import Path

from evidence.decode import line
from evidence.errors import InputError
from evidence.records import Document


def stated(source: str | None) -> str:
    """The source a person named, on one line; "" if none was named."""
    if source is None:
        return ""
    name = line(source)
    if not name:
        raise InputError("the source given is blank: name who published it, or leave -s out")
    return name


def clash(first: Document, second: Document) -> InputError | None:
    """Why two documents cannot be of one source: they only share it by their files' names."""
    if first.source_stated or second.source_stated or first.id == second.id:
        return None
    if _file(first) == _file(second):
        return None
    return InputError(
        f'{second.path} would get the same source as {first.path}, "{second.source}", from its '
        "file's name: say who published it with -s, or with a source: line between --- lines at "
        "its top"
    )


@dataclass(slots=True)
class Named:
    """The documents of one run that go under their file's name."""

    _first: dict[str, Document] = field(default_factory=dict)

    def check(self, result: Document | InputError) -> Document | InputError:
        """`result`, or an error if its source's name was another file's before."""
        if isinstance(result, InputError) or result.source_stated:
            return result
        return clash(self._first.setdefault(result.source, result), result) or result


def _file(document: Document) -> Path:
    """The file of a document, without its line there."""
    return Path(re.sub(r":\d+$", "", document.path)).absolute()
