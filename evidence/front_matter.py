"""What a text says about itself: the fenced lines it may begin with, and dates."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from evidence.decode import line
from evidence.errors import InputError

_BLOCK = re.compile(r"---[ \t]*\n(.*?)^---[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_FIELD = re.compile(r"([^\W\d][\w-]*)[ \t]*:(?:[ \t]+(.*))?")
_REST = re.compile(r"[ \t]*(?:#.*)?|[ \t]+\S.*|-[ \t].*")
_QUOTED = re.compile(r"""(["'])(.*)\1""")
_BLOCK_MARK = re.compile(r"[>|][+-]?")

_FORMS = ("%d %B %Y", "%B %d, %Y", "%d %b %Y", "%b %d, %Y")


@dataclass(frozen=True, slots=True)
class About:
    """What a document says about itself; empty where it is silent."""

    source: str = ""
    title: str = ""
    published: date | None = None
    url: str = ""


def split(text: str, name: str) -> tuple[About, str]:
    """The front matter of `text` and the text after it; all of `text` where it has none.

    A fence that never closes, or lines that are no `key: value`, are the text's own words.

    >>> split("---\\nsource: 'Harbour Post'\\n---\\nRain fell.", "a.txt")
    (About(source='Harbour Post', title='', published=None, url=''), 'Rain fell.')
    >>> split("---\\nRain fell.\\n---\\nAgain.", "a.txt")[1]
    '---\\nRain fell.\\n---\\nAgain.'
    """
    block = _BLOCK.match(text) if text.startswith("---") else None
    fields = block and _fields(block[1])
    if block is None or fields is None:
        return About(), text
    return about(fields, name), text[block.end() :]


def about(fields: Mapping[str, object], name: str) -> About:
    """What `fields` say of a document; `name` is what to call it where its date cannot be read."""
    texts = {
        key: _written(fields.get(key), key, name)
        for key in ("source", "title", "published", "date", "url")
    }
    published = texts["published"] or texts["date"]
    return About(
        source=texts["source"],
        title=texts["title"],
        published=day(published, name) if published else None,
        url=texts["url"],
    )


def day(written: str, name: str) -> date:
    """The day of publication as `written`, with or without a time of day.

    >>> day("2022-05-24T08:30:00Z", "a.txt"), day("24 May 2022", "a.txt")
    (datetime.date(2022, 5, 24), datetime.date(2022, 5, 24))
    """
    try:
        return datetime.fromisoformat(written).date()
    except ValueError:
        pass
    for form in _FORMS:
        try:
            return datetime.strptime(written, form).date()
        except ValueError:
            continue
    raise InputError(f'{name}: cannot read the date "{written}": write it as 2022-05-24')


def _written(value: object, key: str, name: str) -> str:
    if isinstance(value, dict | list | bool):
        raise InputError(f"{name}: its {key} is no text: write it as a string, or leave it out")
    return "" if value is None else line(str(value))


def _fields(block: str) -> dict[str, str] | None:
    fields: dict[str, str] = {}
    key = ""
    for row in block.split("\n"):
        if field := _FIELD.fullmatch(row):
            key, value = field[1].lower(), (field[2] or "").strip()
            fields[key] = "" if _BLOCK_MARK.fullmatch(value) else value
        elif not _REST.fullmatch(row):
            return None
        elif key and row[:1] in {" ", "\t"}:
            fields[key] = f"{fields[key]} {row.strip()}".strip()
    return {key: _unquote(value) for key, value in fields.items()}


def _unquote(value: str) -> str:
    quoted = _QUOTED.fullmatch(value)
    if quoted is None:
        return value
    if quoted[1] == "'":
        return quoted[2].replace("''", "'")
    return re.sub(r"\\(.)", r"\1", quoted[2])
