"""The articles of ECB+ as a writer would have them, and where each of their tokens stands."""

import re
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from xml.etree import ElementTree

from evidence import Document
from evidence.records import digest

ARCHIVE = Path("events") / "ecbplus-topics-1-35.zip"
_FILE = re.compile(r"(\d+)_\d+(ecb|ecbplus)\.xml$")
# What stands against the word before it, and what the word after it stands against.
_CLOSES = re.compile(r"[.,;:!?%)\]’”]|n't|''|'(?:s|re|ve|ll|d|m)?", re.IGNORECASE)
_OPENS = re.compile(r"[(\[$“]")


@dataclass(frozen=True)
class Article:
    """One article: the topic and set that it belongs to, and where each token stands by its id."""

    topic: int
    part: str
    document: Document
    tokens: dict[int, tuple[int, int]]


def articles(data: Path) -> Iterator[Article]:
    """Every article of the corpus, by file name."""
    with zipfile.ZipFile(data / ARCHIVE) as archive:
        for name in sorted(archive.namelist()):
            if (match := _FILE.search(name)) is not None:
                text, tokens = _laid_out(archive.read(name))
                source = Path(name).stem
                document = Document(id=digest(source, text), source=source, path=name, text=text)
                yield Article(int(match[1]), match[2], document, tokens)


def _laid_out(xml: bytes) -> tuple[str, dict[int, tuple[int, int]]]:
    text, places = "", {}
    tokens = [
        (int(token.get("sentence", 0)), int(token.get("t_id", 0)), token.text or "")
        for token in ElementTree.fromstring(xml).iter("token")
    ]
    for _, group in groupby(sorted(tokens), key=lambda token: token[0]):
        if text:
            text += "\n\n"
        for gap, number, word in _spaced([(number, word) for _, number, word in group]):
            text += gap
            places[number] = (len(text), len(text) + len(word))
            text += word
    return text, places


def _spaced(sentence: Sequence[tuple[int, str]]) -> Iterator[tuple[str, int, str]]:
    """The words of a sentence with what stands before each; straight quote marks turned."""
    is_open, is_tight = False, True
    for number, word in sentence:
        turned = ""
        for letter in word:
            is_mark = letter == '"'
            is_open ^= is_mark
            turned += ("“" if is_open else "”") if is_mark else letter
        yield "" if is_tight or _CLOSES.fullmatch(turned) else " ", number, turned
        is_tight = _OPENS.fullmatch(turned) is not None
