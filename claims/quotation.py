"""Quotations: who said what, in which words."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from claims import anonymity, speaker
from claims.kind import Kind, Part, Reading
from claims.naming import phrase
from claims.reach import Attribution
from claims.speaker import SpeakerKind
from claims.stance import CueStance, stance
from claims.through import chains

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
    """Words that a document attributes to a speaker, or leaves without one.

    `role` is the speaker's office as the document gives it, `stance` what the cue says about how
    the words were given, `anonymity` why or how a speaker stays unnamed, and `through` who passed
    the words on, nearest to the speaker first.
    """

    speaker: str | None
    speaker_kind: SpeakerKind
    cue: str | None
    content: str
    form: Form
    role: str | None = None
    stance: CueStance | None = None
    anonymity: str | None = None
    through: tuple[str, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """The dict of the public JSON."""
        return {**asdict(self), "through": list(self.through)}


def from_json(value: Mapping[str, Any]) -> Quotation:
    """Read a stored quotation back."""
    return Quotation(
        speaker=value["speaker"],
        speaker_kind=SpeakerKind(value["speaker_kind"]),
        cue=value["cue"],
        content=value["content"],
        form=Form(value["form"]),
        role=value.get("role"),
        stance=CueStance(value["stance"]) if value.get("stance") else None,
        anonymity=value.get("anonymity"),
        through=tuple(value.get("through", ())),
    )


def read(parsed: "Parsed") -> Iterator[Reading[Quotation]]:
    """Every quotation of the document, in text order."""
    relayed = chains(parsed.attributions, parsed.doc, parsed.mentions)
    for attribution, through in zip(parsed.attributions, relayed, strict=True):
        reading = _reading(attribution, parsed.text, parsed.mentions, through)
        if reading is not None:
            yield reading


def _reading(
    attribution: Attribution, text: str, mentions: "Mentions", through: tuple[str, ...]
) -> Reading[Quotation] | None:
    stretches = list(attribution.stretches)
    stretches[-1] = _trimmed(text, *stretches[-1])
    content = " ".join(" ".join(text[start:end].split()) for start, end in stretches)
    if not content:
        return None
    parts = [Part("content", start, end) for start, end in stretches if start < end]
    name, kind, role, why = None, SpeakerKind.NONE, None, None
    if attribution.speaker is not None:
        name, kind = speaker.who(attribution.speaker, mentions)
        words = phrase(attribution.speaker)
        role = mentions.resolve(words).role
        parts.append(Part("speaker", *(attribution.label or (words.start_char, words.end_char))))
        if kind is SpeakerKind.UNNAMED:
            why = anonymity.reason(text, attribution.speaker)
    if attribution.cue:
        parts.append(Part("cue", *attribution.cue))
    if why:
        parts.append(Part("anonymity", *why))
    value = Quotation(
        speaker=name,
        speaker_kind=kind,
        cue=text[slice(*attribution.cue)] if attribution.cue else None,
        content=content,
        form=_form(attribution),
        role=role or None,
        stance=_stance(attribution),
        anonymity=" ".join(text[slice(*why)].split()) if why else None,
        through=through,
    )
    ordered = tuple(sorted(parts, key=lambda part: (part.start, part.end)))
    return Reading(value, stretches[0][0], stretches[-1][1], ordered)


def _stance(attribution: Attribution) -> CueStance | None:
    if attribution.cue is None:
        return None
    return CueStance.REPORTS if attribution.verb is None else stance(attribution.verb)


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
