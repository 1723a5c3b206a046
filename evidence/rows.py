"""The rows that make up a document, its claims and a judgement: written inside a transaction."""

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, delete, or_, update
from sqlmodel import Session, col, insert, select

from evidence.errors import InputError
from evidence.naming import clash
from evidence.records import Claim, Document, Judgement, Read, Relating, SameThing, Span, digest
from evidence.reread import successors

# Rows sent at once: few enough for memory, many enough for speed.
_BATCH = 1000

# How documents follow one another wherever they are listed.
DOCUMENT_ORDER = (
    col(Document.source),
    col(Document.path),
    col(Document.title),
    col(Document.id),
)


def same(session: Session, document: Document) -> Document | None:
    """The stored document that `document` is; see `Store.find`."""
    stored = session.get(Document, document.id)
    if stored is not None:
        if stored.text != document.text:
            raise InputError(
                f"document {document.id} is stored with another text: give it its own id"
            )
        return stored
    if document.source_stated:
        return None
    words = col(Document.text_digest) == digest(document.text)
    return session.scalars(select(Document).where(words).order_by(*DOCUMENT_ORDER)).first()


def refuse_clash(session: Session, document: Document) -> None:
    """Raise if `document` and a stored one only share a source by their files' names."""
    if document.source_stated:
        return
    others = select(Document).where(
        col(Document.source) == document.source, col(Document.source_stated).is_(False)
    )
    for other in session.scalars(others.order_by(*DOCUMENT_ORDER)):
        if error := clash(other, document):
            raise error


def insert_document(connection: Connection, document: Document) -> None:
    """Insert a document, with the digest by which its words are found again."""
    row = document.model_dump() | {"text_digest": digest(document.text)}
    connection.execute(insert(Document), [row])


def insert_claims(connection: Connection, document_id: str, claims: Iterable[Claim]) -> None:
    """Insert claims and their spans; the same claim given twice is one."""
    once = list({claim.id: claim for claim in claims}.values())
    for start in range(0, len(once), _BATCH):
        batch = once[start : start + _BATCH]
        rows = [
            claim.model_dump(exclude={"document_id"}) | {"document_id": document_id}
            for claim in batch
        ]
        spans = [
            span.model_dump(exclude={"id", "claim_id"}) | {"claim_id": claim.id}
            for claim in batch
            for span in claim.spans
        ]
        connection.execute(insert(Claim), rows)
        if spans:
            connection.execute(insert(Span), spans)


def replace_claims(session: Session, document: Document, claims: Sequence[Claim]) -> None:
    """Put `claims` in the place of a document's old ones, and let the judgements follow them."""
    judgements = session.scalars(select(Judgement)).all()
    judged = {id for judgement in judgements for id in (judgement.left, judgement.right)}
    before = session.scalars(select(Claim).where(col(Claim.document_id) == document.id))
    moved = successors([claim for claim in before if claim.id in judged], claims)
    connection = session.connection()
    by_id = col(Document.id) == document.id
    connection.execute(update(Document).where(by_id).values(reader=document.reader))
    gone = select(Claim.id).where(col(Claim.document_id) == document.id)
    for table in (Relating, SameThing):
        told = or_(col(table.left).in_(gone), col(table.right).in_(gone))
        connection.execute(delete(table).where(told))
    connection.execute(delete(Claim).where(col(Claim.document_id) == document.id))
    insert_claims(connection, document.id, claims)
    for old in judgements:
        if old.left in moved or old.right in moved:
            left, right = moved.get(old.left, old.left), moved.get(old.right, old.right)
            _unjudge(connection, old.left, old.right)
            moving = {"left": left, "right": right}
            judge(connection, Judgement.model_validate(old.model_dump() | moving))


def relate(connection: Connection, read: Sequence[Read]) -> None:
    """Insert what was read of pairs of claims, instead of what was read of them before."""
    for table in (Relating, SameThing):
        own = [one for one in read if isinstance(one, table)]
        for one in own:
            pair = (col(table.left) == one.left, col(table.right) == one.right)
            connection.execute(delete(table).where(*pair))
        if own:
            connection.execute(insert(table), [one.model_dump() for one in own])


def judge(connection: Connection, made: Judgement) -> None:
    """Record a decision on a pair, whichever way round an earlier one had it."""
    _unjudge(connection, made.left, made.right)
    connection.execute(insert(Judgement), [made.model_dump()])


def _unjudge(connection: Connection, left: str, right: str) -> None:
    pair = (left, right)
    connection.execute(
        delete(Judgement).where(col(Judgement.left).in_(pair), col(Judgement.right).in_(pair))
    )
