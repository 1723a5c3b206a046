"""Documents, claims and judgements in one database: what can be asked of it, and added to it."""

import os
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from types import TracebackType
from typing import Any, Self, TypeVar

import sqlalchemy as sql
from sqlalchemy import ColumnElement, func, or_
from sqlmodel import Session, col, select
from sqlmodel.sql.expression import SelectOfScalar

from evidence import rows
from evidence.database import Database
from evidence.errors import InputError
from evidence.records import Claim, Document, Judgement, Read, Relating, SameThing

R = TypeVar("R", Document, Claim)
T = TypeVar("T")

# Claims fetched at once: few enough for memory, many enough for speed.
_BATCH = 1000

# How many sources an error names: as many as fit on its line.
_NAMED = 8


@dataclass(frozen=True, slots=True)
class Source:
    """An outlet as stored: its documents, and how many claims of each kind they make."""

    name: str
    documents: tuple[Document, ...]
    claims: Mapping[str, int]


class Store:
    """One database, opened for one unit of work: `with Store("xref.db") as store: …`.

    What is added is written at once, each document wholly or not at all. Records that were read
    stay readable after the store is closed. Reading never makes a database; adding does.
    """

    def __init__(self, url: str | os.PathLike[str]) -> None:
        """Name the database: a path for SQLite, or a `postgresql://` address."""
        self._database = Database(url)

    def __enter__(self) -> Self:
        """Begin the unit of work."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Let go of the database; a document not wholly added is not in it."""
        self._database.close()

    # Adding

    def find(self, document: Document) -> Document | None:
        """The stored document that `document` is: the same, or the same words.

        The same words under another source are the same document only where nobody stated whose
        `document` they are. Ask before extracting: what is found needs no reading again.
        """
        if not self._database.exists():
            return None
        with self._session() as session:
            return rows.same(session, document)

    def add(self, document: Document, claims: Iterable[Claim]) -> bool:
        """Store `document` with its claims; False, and nothing changed, if it already is there."""
        claims = list(claims)
        with self._database.writing() as connection:
            with Session(connection) as session:
                if rows.same(session, document) is not None:
                    return False
                rows.refuse_clash(session, document)
            rows.insert_document(connection, document)
            rows.insert_claims(connection, document.id, claims)
        return True

    def refresh(self, document: Document, claims: Iterable[Claim]) -> bool:
        """Replace the claims of a stored document by those that another reader has found.

        Judgements stay, and follow their claims where those are found again a little differently.
        False, and nothing changed, if the same reader had read the document before.
        """
        claims = list(claims)
        with self._database.writing() as connection, Session(connection) as session:
            stored = rows.same(session, document)
            if stored is None:
                raise InputError(
                    f"no document {document.id} in {self._database.name}: add it first"
                )
            if stored.reader == document.reader:
                return False
            if stored.id != document.id:
                raise InputError(
                    f"document {document.id} is stored as {stored.id}: read that one again"
                )
            rows.replace_claims(session, document, claims)
        return True

    def judge(
        self,
        left: str,
        right: str,
        relation: str,
        note: str = "",
        *,
        by: str = "",
        at: datetime | None = None,
    ) -> Judgement:
        """Record what a person decided about two claims, instead of any earlier decision.

        `by` names the person, `at` is when it was decided, if not now.
        """
        first, second = self.claim(left), self.claim(right)
        if first.id == second.id:
            raise InputError(f"{left} and {right} are the same claim: name two")
        if first.document_id == second.document_id:
            raise InputError(f"{left} and {right} stand in one document: name claims of two")
        made = Judgement(
            left=first.id,
            right=second.id,
            relation=relation,
            note=note,
            judged_by=by,
            judged_at=(at or datetime.now(UTC)).astimezone(UTC).isoformat(timespec="seconds"),
        )
        with self._database.writing() as connection:
            rows.judge(connection, made)
        return made

    def relate(self, read: Iterable[Read]) -> None:
        """Keep what pairs of claims were read to be to one another."""
        with self._database.writing() as connection:
            rows.relate(connection, list(read))

    # Reading

    def reads(self) -> dict[frozenset[str], Read]:
        """What is kept of pairs of claims that were read, by their ids."""
        if not self._database.exists():
            return {}
        found: list[Read] = []
        with self._session() as session:
            if self._database.columns("related_pairs"):
                found += session.scalars(select(Relating))
            if self._database.columns("same_things"):
                found += session.scalars(select(SameThing))
        return {frozenset((one.left, one.right)): one for one in found}

    def documents(self, source: str | None = None) -> list[Document]:
        """All documents, or those of one source, by source, path, title and id."""
        query = select(Document).order_by(*rows.DOCUMENT_ORDER)
        with self._session() as session:
            if source is not None:
                _require(session, self._database.name, {source})
                query = query.where(col(Document.source) == source)
            return list(session.scalars(query))

    def sources(self, *, worth: float = 0.0) -> list[Source]:
        """Every source by name, with its documents and counts of claims so worth checking."""
        counts = self.counts(worth=worth)
        documents: dict[str, list[Document]] = defaultdict(list)
        for document in self.documents():
            documents[document.source].append(document)
        return [
            Source(name, tuple(own), _total(counts.get(document.id, {}) for document in own))
            for name, own in documents.items()
        ]

    def counts(self, *, worth: float = 0.0) -> dict[str, dict[str, int]]:
        """For each document's id that has claims so worth checking: how many of each kind."""
        query = (
            select(Claim.document_id, Claim.kind, func.count())
            .where(_worth(worth))
            .group_by(col(Claim.document_id), col(Claim.kind))
            .order_by(col(Claim.document_id), col(Claim.kind))
        )
        counts: dict[str, dict[str, int]] = defaultdict(dict)
        with self._session() as session:
            for document_id, kind, count in session.execute(query):
                counts[document_id][kind] = count
        return dict(counts)

    def document(self, id: str) -> Document:
        """The document whose id begins with `id`; an InputError unless there is just one."""
        with self._session() as session:
            return _only(_begin_with(session, Document, id), "document", id, self._database.name)

    def claim(self, id: str) -> Claim:
        """The claim whose id begins with `id`; an InputError unless there is just one."""
        with self._session() as session:
            return _only(_begin_with(session, Claim, id), "claim", id, self._database.name)

    def lookup(self, id: str) -> Document | Claim:
        """The document or claim whose id begins with `id`; an InputError unless just one does."""
        with self._session() as session:
            found: list[Document | Claim] = [
                *_begin_with(session, Document, id),
                *_begin_with(session, Claim, id),
            ]
            return _only(found, "document or claim", id, self._database.name)

    def claims(
        self,
        *,
        source: str | None = None,
        sources: Collection[str] | None = None,
        documents: Collection[str] | None = None,
        kind: str | None = None,
        speaker: str | None = None,
        text: str | None = None,
        worth: float = 0.0,
    ) -> Iterator[Claim]:
        """The claims of the sources or documents (by id) named, or all, one after another.

        `worth` is how worth checking they must be, from 0 to 1; `speaker` and `text` are parts of
        the speaker's name and of the claim's words, in any case. The order is that of `documents`,
        and of the text within each.
        """
        wanted = {*(sources or ()), *((source,) if source is not None else ())}
        which = select(Document.id).order_by(*rows.DOCUMENT_ORDER)
        if source is not None or sources is not None:
            which = which.where(col(Document.source).in_(wanted))
        query = select(Claim).order_by(
            col(Claim.start), col(Claim.end), col(Claim.kind), col(Claim.id)
        )
        if kind is not None:
            query = query.where(col(Claim.kind) == kind)
        if worth > 0:
            query = query.where(_worth(worth))
        if speaker is not None:
            query = query.where(_contains(col(Claim.value)["speaker"].as_string(), speaker))
        if text is not None:
            query = query.where(_contains(col(Claim.text), text))
        with self._session() as session:
            _require(session, self._database.name, wanted)
            ids = [i for i in session.scalars(which) if documents is None or i in documents]
        return self._stream(ids, query)

    def judgements(self) -> list[Judgement]:
        """Every decision on record, by the ids of its claims."""
        known = self._database.columns("judgements") if self._database.exists() else frozenset()
        names = [name for name in Judgement.model_fields if name in known]
        query = sql.select(*(getattr(Judgement, name) for name in names))
        with self._session() as session:
            found = session.execute(query.order_by(col(Judgement.left), col(Judgement.right)))
            return [Judgement(**dict(zip(names, row, strict=True))) for row in found]

    @contextmanager
    def _session(self) -> Iterator[Session]:
        with self._database.reading() as connection, Session(connection) as session:
            yield session

    def _stream(self, documents: Sequence[str], query: SelectOfScalar[Claim]) -> Iterator[Claim]:
        """The claims of `documents`, by id, in their order; a batch at a time in memory."""
        with self._session() as session:
            for id in documents:
                # Held here, so that its claims share it instead of loading it batch by batch.
                document = session.get(Document, id)
                if document is not None:
                    own = query.where(col(Claim.document_id) == document.id)
                    yield from session.scalars(own, execution_options={"yield_per": _BATCH})


def _begin_with(session: Session, model: type[R], id: str) -> list[R]:
    """Up to two records whose id begins with `id`; the one whose id it is, if there is one."""
    exact = session.get(model, id)
    if exact is not None or not id:
        return [] if exact is None else [exact]
    query = select(model).where(col(model.id).startswith(id, autoescape=True))
    return list(session.scalars(query.order_by(col(model.id)).limit(2)))


def _only(found: Sequence[T], name: str, id: str, database: str) -> T:
    if len(found) > 1:
        raise InputError(f"more than one {name} has an id that begins with {id}: give more of it")
    if not found:
        raise InputError(
            f'no {name} "{id}" in {database}: xref claims -f json shows the ids of all'
        )
    return found[0]


def _require(session: Session, database: str, sources: Collection[str]) -> None:
    """Raise if a source that somebody asks for is not there."""
    names = session.scalars(select(Document.source).distinct().order_by(col(Document.source))).all()
    for source in sorted(sources):
        if source not in names:
            known = ", ".join(names[:_NAMED]) + (", …" if len(names) > _NAMED else "")
            raise InputError(f'no source "{source}" in {database}: it has {known or "none yet"}')


def _contains(column: Any, part: str) -> ColumnElement[bool]:
    wanted = unicodedata.normalize("NFC", part).lower()
    contains: ColumnElement[bool] = func.lower(column).contains(wanted, autoescape=True)
    return contains


def _worth(least: float) -> ColumnElement[bool]:
    """Claims so worth checking; where nothing is said of it, they surely are."""
    told = col(Claim.context)["worth"].as_float()
    return or_(told.is_(None), told >= least)


def _total(counts: Iterable[Mapping[str, int]]) -> dict[str, int]:
    """The sum by kind, in the order of the kinds' names."""
    total: Counter[str] = Counter()
    for count in counts:
        total.update(count)
    return dict(sorted(total.items()))
