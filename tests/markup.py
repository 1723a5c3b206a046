"""Examples that carry their own answer: prose with the expected claims marked in it.

    Police said <quantity amount=500 unit=people bound=about>about 500 people</quantity> marched.

A tag's name is the kind. An attribute is compared with the value's JSON: nested members by their
own name (`place` for `scope.place`), lists joined by `|`, null as `none`, true as `true`; what
the value lacks is looked for among the parts, by role. Attributes that are not given are not
compared, but the marked stretches must be exactly those that are read. Marks may be nested.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

from claims.kind import WORTH

if TYPE_CHECKING:
    from spacy.language import Language

    from claims.kind import Kind, Reading
    from claims.parsed import Parsed

_TAG = re.compile(r"</(?P<close>[a-z]+)>|<(?P<open>[a-z]+)(?P<attributes>(?:\s[^<>]*)?)>")
_ATTRIBUTE = re.compile(r"""([a-z_]+)=(?:"([^"]*)"|'([^']*)'|([^\s"']+))""")


@dataclass(frozen=True, slots=True)
class Mark:
    """An expected claim: its kind, its evidence `[start, end)`, and what must be true of it."""

    kind: str
    start: int
    end: int
    attributes: Mapping[str, str]


def parse(marked: str) -> tuple[str, list[Mark]]:
    """The plain text of a marked-up example, and its marks in the order of their start.

    >>> parse("Some <quantity amount=12 unit='square mile'>12 square miles</quantity> burnt.")[0]
    'Some 12 square miles burnt.'
    """
    text: list[str] = []
    length = position = 0
    pending: list[tuple[str, int, dict[str, str]]] = []
    marks: list[Mark] = []
    for tag in _TAG.finditer(marked):
        text.append(marked[position : tag.start()])
        length += tag.start() - position
        position = tag.end()
        if tag["open"]:
            pending.append((tag["open"], length, _attributes(tag["attributes"])))
            continue
        kind, start, attributes = pending.pop()
        if kind != tag["close"]:
            raise ValueError(f"<{kind}> is closed by </{tag['close']}> in: {marked}")
        marks.append(Mark(kind, start, length, attributes))
    if pending:
        raise ValueError(f"<{pending[-1][0]}> is never closed in: {marked}")
    text.append(marked[position:])
    return "".join(text), sorted(marks, key=lambda mark: (mark.start, -mark.end))


def differences(
    text: str, marks: Iterable[Mark], kind: str, readings: "Iterable[Reading[Any]]"
) -> list[str]:
    """What is missing, too much or read otherwise than marked: one line each, none when right."""
    wanted = {(mark.start, mark.end): mark for mark in marks if mark.kind == kind}
    found: dict[tuple[int, int], Reading[Any]] = {}
    lines = []
    for reading in readings:
        place = (reading.start, reading.end)
        if place in found or place not in wanted:
            lines.append(f"too much: {text[slice(*place)]!r} {reading.value.to_json()}")
        found[place] = reading
    for place, mark in wanted.items():
        if place not in found:
            lines.append(f"missing: {text[slice(*place)]!r}")
            continue
        for name, value in mark.attributes.items():
            actual = _member(name, found[place], text)
            if actual != value:
                lines.append(f"{text[slice(*place)]!r}: {name} is {actual!r}, not {value!r}")
    return lines


def check(kind: "Kind[Any]", marked: str, published: date | None = None) -> list[str]:
    """Read a marked-up example with the real model, and say where `kind` reads it otherwise.

    What is hardly worth checking is not listed, and counts as not read.
    """
    text, marks = parse(marked)
    found = kind.read(parsed(text, published))
    return differences(text, marks, kind.name, (one for one in found if one.worth >= WORTH))


def parsed(text: str, published: date | None = None) -> "Parsed":
    """`text` as every reader of claims gets it, parsed by the real model."""
    from claims.mentions import Mentions
    from claims.parsed import Parsed

    doc = _nlp()(text)
    return Parsed(doc, Mentions(doc), published)


@cache
def _nlp() -> "Language":
    from claims import load

    return load()


def _attributes(words: str) -> dict[str, str]:
    return {
        name: double or single or bare for name, double, single, bare in _ATTRIBUTE.findall(words)
    }


def _member(name: str, reading: "Reading[Any]", text: str) -> str:
    members = _flat(reading.value.to_json())
    if name in members:
        return members[name]
    parts = [text[part.start : part.end] for part in reading.parts if part.role == name]
    return "|".join(parts) or "none"


def _flat(value: Mapping[str, Any]) -> dict[str, str]:
    members: dict[str, str] = {}
    for name, member in value.items():
        if isinstance(member, Mapping):
            members |= _flat(member)
        else:
            members[name] = _words(member)
    return members


def _words(member: object) -> str:
    match member:
        case None:
            return "none"
        case bool():
            return str(member).lower()
        case list() | tuple():
            return "|".join(map(_words, member))
        case _:
            return str(member)
