"""From documents to claims: the one way through the model and every kind's reader."""

import hashlib
import logging
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from claims import policy, statement
from claims.dates import resolve
from claims.kind import WORTH, Kind, Reading, Value
from claims.mentions import Mentions
from claims.model_files import FOLDER
from claims.parsed import Parsed
from claims.reader import load
from claims.registry import KINDS
from evidence.records import Claim, Document, Span, claim_id

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token

log = logging.getLogger(__name__)

# Raised whenever the readers of claims change what they find, so that `--refresh` reads again.
VERSION = "6"

_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM", "ADV"})


@lru_cache(maxsize=1)
def pipeline() -> "Language":
    """The shared pipeline, loaded once a process."""
    return load()


@lru_cache(maxsize=1)
def reader_version() -> str:
    """What read a document: the version of the readers and a digest of the weights."""
    weights = hashlib.sha256((FOLDER / "encoder.onnx").read_bytes()).hexdigest()[:8]
    return f"{VERSION}-{weights}"


def extract(
    documents: Iterable[Document], *, everything: bool = False
) -> Iterator[tuple[Document, list[Claim]]]:
    """Read documents as they come; each with its claims in the order of the text.

    With `everything` also those that are hardly worth checking.
    """
    nlp = pipeline()
    for document in documents:
        found = claims_of(document, nlp(document.text))
        yield document, [claim for claim in found if everything or claim.worth >= WORTH]


def claims_of(document: Document, doc: "Doc") -> list[Claim]:
    """The claims of a document that `load()`'s pipeline has parsed."""
    parsed = Parsed(doc, Mentions(doc), document.published)
    contexts: dict[int, dict[str, Any]] = {}
    found: dict[str, Claim] = {}
    readings = [(kind, one) for kind in KINDS for one in _readings(kind, parsed, document)]
    limits = [
        (part.start, part.end)
        for kind, reading in readings
        if kind is policy.KIND
        for part in reading.parts
        if part.role == "condition"
    ]
    for kind, reading in readings:
        # What a rule depends on is not said to be so.
        if kind is statement.KIND and _is_within(reading, limits):
            continue
        context = _context(parsed, reading.start, contexts)
        if reading.worth < 1:
            context = context | {"worth": reading.worth}
        claim = _claim(document, kind.name, reading, context)
        found.setdefault(claim.id, claim)
    document.reader = reader_version()
    return sorted(found.values(), key=lambda claim: (claim.start, claim.end, claim.kind, claim.id))


def _is_within(reading: Reading[Value], limits: Sequence[tuple[int, int]]) -> bool:
    return any(start <= reading.start and reading.end <= end for start, end in limits)


def _readings(kind: Kind[Value], parsed: Parsed, document: Document) -> Iterator[Reading[Value]]:
    # A reader is written never to raise; should one, the other kinds must not be lost with it.
    try:
        yield from kind.read(parsed)
    except Exception:
        log.exception("%s: not every %s could be read", document.path or document.source, kind.name)


def _claim(
    document: Document, kind: str, reading: Reading[Value], context: dict[str, Any]
) -> Claim:
    value = reading.value.to_json()
    number = claim_id(document.id, kind, reading.start, reading.end, value)
    return Claim(
        id=number,
        document_id=document.id,
        kind=kind,
        start=reading.start,
        end=reading.end,
        text=document.text[reading.start : reading.end],
        value=value,
        context=context,
        spans=[
            Span(
                claim_id=number,
                role=part.role,
                start=part.start,
                end=part.end,
                text=document.text[part.start : part.end],
            )
            for part in sorted(reading.parts, key=lambda part: (part.start, part.end, part.role))
        ],
    )


def _context(parsed: Parsed, offset: int, known: dict[int, dict[str, Any]]) -> dict[str, Any]:
    """What alignment compares beside the value: the sentence at `offset`, read once."""
    span = parsed.doc.char_span(offset, offset + 1, alignment_mode="expand")
    if span is None or not len(span):
        return {
            "start": offset,
            "end": offset,
            "lemmas": [],
            "names": [],
            "places": [],
            "dates": [],
        }
    sentence = span[0].sent
    if sentence.start not in known:
        entities = parsed.entities(sentence)
        known[sentence.start] = {
            "start": sentence.start_char,
            "end": sentence.end_char,
            "lemmas": [token.lemma_.lower() for token in sentence if _tells(token)],
            "names": [
                parsed.mentions.resolve(ent).name
                for ent in entities
                if ent.label_ in {"PER", "ORG", "NORP"}
            ],
            "places": [
                parsed.mentions.resolve(ent).name for ent in entities if ent.label_ == "LOC"
            ],
            "dates": [
                resolve(ent.text, parsed.published) or ent.text
                for ent in entities
                if ent.label_ == "DATE"
            ],
        }
    return known[sentence.start]


def _tells(token: "Token") -> bool:
    return token.pos_ in _CONTENT and not token.is_stop and any(map(str.isalnum, token.text))
