"""Which documents speak with one voice: one outlet, copied text, or one passing on another."""

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import islice

from rapidfuzz import fuzz

from evidence.records import Claim, Document
from xref.relays import Attributions
from xref.words import QUOTED, content, words

# Sentences of so many words, this alike outside quotation marks, were not written twice.
SAME_WORDS = 12
SAME_SENTENCE = 95
# So many different sentences a claim's own is held against.
COMPARED = 16
# What several outlets may rest on and none of them has counted for itself.
WRITTEN = re.compile(
    r"\b(?:report|study|survey|poll|census|paper|files?|documents?|leak|statement|release|memo|audit"
    r"|review|analysis|index|bulletin)\b",
    re.IGNORECASE,
)


class Voices:
    """Whose voice each document is, and which documents of one alignment share one."""

    def __init__(
        self, documents: Iterable[Document], pairs: Iterable[tuple[str, str]] = ()
    ) -> None:
        """Join the documents of one outlet, and those of each pair (copies and relays)."""
        listed = sorted(documents, key=lambda document: document.id)
        self._voice = {document.id: document.id for document in listed}
        self._attributions = Attributions(document.source for document in listed)
        first_of: dict[str, str] = {}
        for document in listed:
            source = document.source.casefold()
            self._join(self._voice, first_of.setdefault(source, document.id), document.id)
        for one, other in pairs:
            self._join(self._voice, one, other)

    @classmethod
    def of_documents(cls, documents: Mapping[str, Document]) -> "Voices":
        """Voices by outlet alone."""
        return cls(documents.values())

    def among(self, claims: Sequence[Claim]) -> dict[str, str]:
        """Document id → voice, for the documents of these claims.

        Beyond what joins whole documents, a claim in a sentence copied word for word, one that is
        attributed to another document's outlet, and figures that rest on one report or leak are no
        voices of their own.
        """
        voice = {claim.document_id: self._voice[claim.document_id] for claim in claims}
        local = {name: name for name in voice.values()}
        if len(local) == 1:
            return voice
        origins: dict[tuple[str, ...], str] = {}
        sentences: dict[str, str] = {}
        by_source = {claim.document.source.casefold(): claim.document_id for claim in claims}
        for claim in claims:
            sentence = _sentence(claim)
            own = voice[claim.document_id]
            if (origin := _origin(claim)) is not None:
                self._join(local, own, origins.setdefault(origin, own))
            for source, _ in self._attributions.found(sentence):
                if source in by_source:
                    self._join(local, own, voice[by_source[source]])
            plain = " ".join(words(QUOTED.sub(" ", sentence)))
            if len(plain.split()) >= SAME_WORDS:
                for other, theirs in islice(sentences.items(), COMPARED):
                    if fuzz.ratio(plain, other, score_cutoff=SAME_SENTENCE):
                        self._join(local, own, theirs)
                sentences.setdefault(plain, own)
        return {document_id: _root(local, name) for document_id, name in voice.items()}

    @staticmethod
    def _join(voice: dict[str, str], one: str, other: str) -> None:
        if one in voice and other in voice:
            kept, gone = sorted((_root(voice, one), _root(voice, other)))
            for name in voice:
                if voice[name] == gone:
                    voice[name] = kept


def _root(voice: Mapping[str, str], name: str) -> str:
    while voice[name] != name:
        name = voice[name]
    return name


def _origin(claim: Claim) -> tuple[str, ...] | None:
    """The words that name the report, study or leak that a figure rests on."""
    scope = claim.value.get("scope") if isinstance(claim.value, dict) else None
    said_by = str((scope or {}).get("said_by") or "")
    if not WRITTEN.search(said_by):
        return None
    named = content(said_by)
    # "A report" may be any report.
    return tuple(sorted(set(named))) if len(named) > 1 else None


def _sentence(claim: Claim) -> str:
    context = claim.context or {}
    start, end = int(context.get("start", claim.start)), int(context.get("end", claim.end))
    return claim.document.text[start:end]
