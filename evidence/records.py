"""Documents, claims and judgements as they are stored: the SQLModel tables.

Values (what a claim says) are frozen dataclasses in `claims`; here they are JSON, so that the
store needs to know nothing about language.
"""

import hashlib
import json
from datetime import date
from typing import Any

from sqlalchemy import JSON, Column, LargeBinary
from sqlmodel import Field, Relationship, SQLModel


def digest(*parts: str) -> str:
    """The first 16 hexadecimal digits of the SHA-256 of `parts`, kept apart by a zero byte."""
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:16]


class Document(SQLModel, table=True):
    """One article as it was read. Its id is a digest of source and text, so spans never go stale.

    `text` is NFC-normalised with `\\n` line ends; every offset counts characters of it.
    `reader` names the model version whose claims are stored with it ("" before extraction).
    `source_stated` is false where nobody named the source and its file's name had to serve.
    `text_digest` finds the same words under another source; the store fills it in.
    """

    __tablename__ = "documents"

    id: str = Field(primary_key=True)
    source: str = Field(index=True)
    text: str
    path: str = ""
    title: str = ""
    published: date | None = None
    url: str = ""
    reader: str = ""
    source_stated: bool = True
    text_digest: str = Field(default="", index=True)

    claims: list["Claim"] = Relationship(
        back_populates="document", sa_relationship_kwargs={"cascade": "all, delete-orphan"}
    )


class Claim(SQLModel, table=True):
    """One checkable statement: kind and value, and the half-open range of its exact words.

    `value` is the JSON form of the kind's dataclass. `context` is what alignment compares beside
    the value: `{"start", "end", "lemmas", "names", "places", "dates"}` of the claim's sentence, and
    `"worth"` where the claim is not surely worth checking.
    """

    __tablename__ = "claims"

    id: str = Field(primary_key=True)
    document_id: str = Field(foreign_key="documents.id", index=True, ondelete="CASCADE")
    kind: str = Field(index=True)
    start: int
    end: int
    text: str
    value: dict[str, Any] = Field(default_factory=dict, sa_column=Column(JSON, nullable=False))
    context: dict[str, Any] = Field(default_factory=dict, sa_column=Column(JSON, nullable=False))
    vector: bytes | None = Field(default=None, sa_column=Column(LargeBinary, nullable=True))

    # Not a join: that would carry the document's whole text along with every claim of it.
    document: Document = Relationship(
        back_populates="claims", sa_relationship_kwargs={"lazy": "selectin"}
    )
    spans: list["Span"] = Relationship(
        back_populates="claim",
        sa_relationship_kwargs={
            "cascade": "all, delete-orphan",
            "lazy": "selectin",
            "order_by": "(Span.start, Span.end, Span.id)",
        },
    )

    @property
    def worth(self) -> float:
        """How worth checking it is, from 0 to 1."""
        return float((self.context or {}).get("worth", 1.0))


class Span(SQLModel, table=True):
    """A part of a claim, by its role ("speaker", "counted", "condition" …) and its exact words."""

    __tablename__ = "spans"

    id: int | None = Field(default=None, primary_key=True)
    claim_id: str = Field(foreign_key="claims.id", index=True, ondelete="CASCADE")
    role: str
    start: int
    end: int
    text: str

    claim: Claim = Relationship(back_populates="spans")


class Judgement(SQLModel, table=True):
    """What a person decided about a pair of claims; it outlives re-reading and re-checking.

    `judged_by` names the person, `judged_at` is when, in UTC ("2026-05-04T09:30:00+00:00"); both
    are "" where an older xref kept the decision.
    """

    __tablename__ = "judgements"

    left: str = Field(primary_key=True)
    right: str = Field(primary_key=True)
    relation: str
    note: str = ""
    judged_by: str = ""
    judged_at: str = ""


class Relating(SQLModel, table=True):
    """What two policies or statements were read to be to one another; `left` sorts first.

    `odds` are the log-odds that they are of one thing; `agrees`, `compatible`, `conflicts` and
    `updates` are how probable it is, if so, that they are that to one another. `supports` and
    `refutes` are what their words do, the lesser of both ways; None where that was not asked.
    """

    __tablename__ = "related_pairs"

    left: str = Field(primary_key=True)
    right: str = Field(primary_key=True)
    odds: float
    agrees: float
    compatible: float
    conflicts: float
    updates: float
    supports: float | None = None
    refutes: float | None = None


class SameThing(SQLModel, table=True):
    """How surely two figures are of one thing, as the words around them were read.

    `odds` and `running` (that it is one which changes with time) are log-odds; `left` sorts first.
    """

    __tablename__ = "same_things"

    left: str = Field(primary_key=True)
    right: str = Field(primary_key=True)
    odds: float
    running: float


# What is kept of a pair of claims that was read: of policies and statements, or of figures.
Read = Relating | SameThing


class Schema(SQLModel, table=True):
    """Which version of these tables a database has: one row."""

    __tablename__ = "xref_schema"

    version: int = Field(primary_key=True)


def claim_id(document_id: str, kind: str, start: int, end: int, value: dict[str, Any]) -> str:
    """An id that the same words read in the same way always get again."""
    return digest(
        document_id, kind, str(start), str(end), json.dumps(value, sort_keys=True, default=str)
    )
