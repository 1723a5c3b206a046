"""A document as the readers of claims see it."""

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from claims.mentions import Mentions


@dataclass(frozen=True, slots=True)
class Parsed:
    """The parse, who is meant by each name and pronoun, and the day of publication.

    Built once a document by `claims.pipeline` and handed to every kind's `read`.
    """

    doc: "Doc"
    mentions: "Mentions"
    published: date | None = None
    # spaCy puts `doc.text` together anew each time it is asked for.
    text: str = field(init=False)

    def __post_init__(self) -> None:
        """Keep the text."""
        object.__setattr__(self, "text", self.doc.text)
