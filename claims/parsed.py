"""A document as the readers of claims see it."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from claims.attribution import attributions
from claims.reach import Attribution

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

    from claims.mentions import Mentions


@dataclass(frozen=True)
class Parsed:
    """The parse, who is meant by each name and pronoun, and the day of publication.

    Built once a document by `claims.pipeline` and handed to every kind's `read`. What more than
    one of them asks for is found once, because spaCy looks through the whole document each time.
    """

    doc: "Doc"
    mentions: "Mentions"
    published: date | None = None

    @cached_property
    def text(self) -> str:
        """The document's text."""
        return self.doc.text

    @cached_property
    def attributions(self) -> list[Attribution]:
        """Which words the document gives to which voice, in text order."""
        return attributions(self.doc, self.mentions)

    def entities(self, sentence: "Span") -> "list[Span]":
        """The names and dates in a sentence, as its `ents`."""
        first = last = bisect_left(self._starts, sentence.start)
        while last < len(self._entities) and self._entities[last].end <= sentence.end:
            last += 1
        return list(self._entities[first:last])

    @cached_property
    def _entities(self) -> "Sequence[Span]":
        return self.doc.ents

    @cached_property
    def _starts(self) -> list[int]:
        return [ent.start for ent in self._entities]
