"""Who answers in a talk whose answers bear no name, or only initials."""

import re
from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

    from claims.turns import Turn

# "… spoke with the novelist", "an interview with", "Wikinews interviews", before a name.
_TALKED = re.compile(
    r"\b(?:Q&A with|Q and A with|met"
    r"|(?:spoke|speaks|talked|talks|chatted|conversation|questions) (?:to|with|for)"
    r"|interview(?:s|ed|ing)?(?: (?:with|of))?|sat down with|reached out to|caught up with|asked)"
    r"(?:[ ](?!(?:writer|reporter|editor|correspondent|journalist|columnist|host)\b)"
    r"[^\s.;:!?]+){0,8}?[ ]$",
    re.IGNORECASE,
)
_INITIALS = re.compile(r"[A-Z]{2,4}$")
_BACK = 90


class Talk:
    """The people of a document that is laid out as a talk."""

    def __init__(self, doc: "Doc", text: str, begin: int) -> None:
        """Read the names of `doc`, whose text is `text` and where the talk begins at `begin`."""
        self._doc = doc
        self._text = text
        self._begin = begin
        self._people = [ent for ent in doc.ents if ent.label_ == "PER"]

    def voice(self, turn: "Turn") -> "Token | None":
        """The head of the name that a turn bears, or of whoever is introduced above the talk."""
        if turn.label is None or self._text[slice(*turn.label)] in ("A", "Q"):
            return self._asked
        words = self._doc.char_span(*turn.label, alignment_mode="expand")
        if words is None or not len(words):
            return None
        known = self._initials.get(words.text) if _INITIALS.match(words.text) else None
        return known or words.root

    @cached_property
    def _asked(self) -> "Token | None":
        """The person who is introduced as the one to be asked, or who is named most often."""
        people = [ent for ent in self._people if ent.end_char <= self._begin]
        for ent in people:
            if _TALKED.search(self._text, max(0, ent.start_char - _BACK), ent.start_char):
                return ent.root
        spoken_of = Counter(ent[-1].lower_ for ent in people).most_common(2)
        if not spoken_of or (len(spoken_of) > 1 and spoken_of[0][1] == spoken_of[1][1]):
            return None
        return next(ent.root for ent in people if ent[-1].lower_ == spoken_of[0][0])

    @cached_property
    def _initials(self) -> "dict[str, Token]":
        return {_initials(ent): ent.root for ent in reversed(self._people)}


def _initials(name: "Span") -> str:
    return "".join(token.text[0] for token in name if token.text[:1].isupper())
