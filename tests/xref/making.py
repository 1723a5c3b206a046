"""Values, documents and claims made by hand: no spaCy, no database."""

import re
from datetime import date
from decimal import Decimal

from claims.kind import Value
from claims.policy import Modality, Policy
from claims.quantity import Bound, Quantity, Scope
from claims.quotation import Form, Quotation, SpeakerKind
from claims.statement import Statement
from evidence.records import Claim, Document, claim_id, digest
from xref.words import STOP

_KINDS = {Quantity: "quantity", Quotation: "quotation", Policy: "policy", Statement: "statement"}
_BOUNDS = (
    ("about ", Bound.ABOUT),
    ("at least ", Bound.AT_LEAST),
    ("more than ", Bound.MORE_THAN),
    ("at most ", Bound.AT_MOST),
    ("less than ", Bound.LESS_THAN),
)


def amount(told: str, counted: str | None = None, **scope: str) -> Quantity:
    """A quantity as it is told: "at least 11 people", "20–30 kilometre"."""
    bound = Bound.EXACT
    for words, candidate in _BOUNDS:
        if told.startswith(words):
            told, bound = told.removeprefix(words), candidate
    number, _, unit = told.partition(" ")
    low, dash, high = number.partition("–")
    return Quantity(
        low=Decimal(low),
        high=Decimal(high or low),
        unit=unit,
        bound=Bound.RANGE if dash else bound,
        counted=counted,
        scope=Scope(**scope),
    )


def quote(
    content: str,
    speaker: str | None = None,
    form: Form = Form.DIRECT,
    kind: SpeakerKind | None = None,
) -> Quotation:
    """A quotation of a person, unless told otherwise."""
    kind = kind or (SpeakerKind.PERSON if speaker else SpeakerKind.NONE)
    return Quotation(speaker, kind, "said" if speaker else None, content, form)


def penalty(punished: str, *conditions: str, addressee: str | None = None) -> Policy:
    """What is suffered for something."""
    return Policy(None, Modality.PENALTY, addressee, None, conditions, punished)


def rule(
    modality: str,
    action: str,
    *conditions: str,
    issuer: str | None = "the council",
    addressee: str | None = "shops",
) -> Policy:
    """What someone must, must not or may do."""
    return Policy(issuer, Modality(modality), addressee, action, conditions)


def event(
    subject: str | None, predicate: str, thing: str | None = None, **more: object
) -> Statement:
    """Who did what to whom."""
    return Statement(subject, predicate, thing, **more)  # type: ignore[arg-type]


def article(source: str, text: str, published: date | None = None, title: str = "") -> Document:
    """A document as it is stored."""
    return Document(
        id=digest(source, text),
        source=source,
        text=text,
        path=f"{source}.txt",
        title=title,
        published=published,
    )


def told(document: Document, words: str, value: Value, nth: int = 0) -> Claim:
    """A claim whose evidence is the nth place where `words` stand, in its sentence's context."""
    start = [match.start() for match in re.finditer(re.escape(words), document.text)][nth]
    end = start + len(words)
    before = document.text.rfind(". ", 0, start)
    after = document.text.find(". ", end)
    left, right = before + 2 if before >= 0 else 0, after + 1 if after >= 0 else len(document.text)
    sentence = document.text[left:right]
    kind = _KINDS[type(value)]
    stated = value.to_json()
    found = re.findall(r"[^\W\d_]+", sentence)
    return Claim(
        id=claim_id(document.id, kind, start, end, stated),
        document_id=document.id,
        document=document,
        kind=kind,
        start=start,
        end=end,
        text=words,
        value=stated,
        context={
            "start": left,
            "end": right,
            "lemmas": [word.lower() for word in found if word.lower() not in STOP],
            "names": [word for word in found[1:] if word[0].isupper()],
            "places": [],
            "dates": re.findall(r"\d{4}-\d{2}-\d{2}", sentence),
        },
    )
