"""Quotations: who said what, in which words."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from claims import speaker
from claims.attribution import attributions
from claims.kind import Kind, Part, Reading
from claims.naming import phrase
from claims.reach import Attribution
from claims.speaker import SpeakerKind

if TYPE_CHECKING:
    from claims.mentions import Mentions
    from claims.parsed import Parsed

__all__ = ["KIND", "Form", "Quotation", "SpeakerKind", "from_json", "read"]


class Form(StrEnum):
    """How the words are given: inside marks, reported, or both."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words that a document attributes to a speaker, or leaves without one."""

    speaker: str | None
    speaker_kind: SpeakerKind
    cue: str | None
    content: str
    form: Form

    def to_json(self) -> dict[str, Any]:
        """The dict of the public JSON."""
        return asdict(self)


def from_json(value: Mapping[str, Any]) -> Quotation:
    """Read a stored quotation back."""
    return Quotation(
        speaker=value["speaker"],
        speaker_kind=SpeakerKind(value["speaker_kind"]),
        cue=value["cue"],
        content=value["content"],
        form=Form(value["form"]),
    )


def read(parsed: "Parsed") -> Iterator[Reading[Quotation]]:
    """Every quotation of the document, in text order."""
    for attribution in attributions(parsed.doc, parsed.mentions):
        reading = _reading(attribution, parsed.text, parsed.mentions)
        if reading is not None:
            yield reading


def _reading(
    attribution: Attribution, text: str, mentions: "Mentions"
) -> Reading[Quotation] | None:
    stretches = list(attribution.stretches)
    stretches[-1] = _trimmed(text, *stretches[-1])
    content = " ".join(" ".join(text[start:end].split()) for start, end in stretches)
    if not content:
        return None
    name, kind = None, SpeakerKind.NONE
    parts = [Part("content", start, end) for start, end in stretches if start < end]
    if attribution.speaker is not None:
        name, kind = speaker.who(attribution.speaker, mentions)
        words = phrase(attribution.speaker)
        parts.append(Part("speaker", words.start_char, words.end_char))
    if attribution.cue:
        parts.append(Part("cue", *attribution.cue))
    cue = text[slice(*attribution.cue)] if attribution.cue else None
    value = Quotation(name, kind, cue, content, _form(attribution))
    ordered = tuple(sorted(parts, key=lambda part: (part.start, part.end)))
    return Reading(value, stretches[0][0], stretches[-1][1], ordered)


def _form(attribution: Attribution) -> Form:
    if not attribution.quoted:
        return Form.INDIRECT
    return Form.MIXED if attribution.reported else Form.DIRECT


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The range without white space at its ends and the comma that only leads to the cue."""
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;:"):
        end -= 1
    while start < end and text[start].isspace():
        start += 1
    return start, end


KIND = Kind(name="quotation", read=read, from_json=from_json)
