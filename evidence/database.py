"""Opening a database: what is at its address, whether it is ours, and making it ours."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, inspect
from sqlalchemy.exc import DBAPIError
from sqlmodel import SQLModel, insert, select

from evidence.engine import connect
from evidence.errors import InputError
from evidence.records import Claim, Document, Judgement, Relating, SameThing, Schema, Span

VERSION = 1

# "XREF" in ASCII: SQLite keeps it in the file's head, where `file` and other programs look.
APPLICATION = 0x58524546
_SQLITE_HEAD = b"SQLite format 3\0"

_TABLES = [
    SQLModel.metadata.tables[str(table.__tablename__)]
    for table in (Document, Claim, Span, Judgement, Relating, SameThing, Schema)
]


class Database:
    """One database, at a path (SQLite) or a `sqlite:` or `postgresql:` address."""

    def __init__(self, url: str | os.PathLike[str]) -> None:
        """Take the address; nothing is opened before it is needed, and nothing made by reading."""
        address = os.fspath(url)
        if not address.strip():
            raise InputError("the database's name is blank: give a path with -d")
        self.name, self._engine, self._path = connect(address)
        self._sqlite = self._engine.dialect.name == "sqlite"
        self._ready = self._whole = False

    def close(self) -> None:
        """Let go of the database's files and connections."""
        self._engine.dispose()

    def exists(self) -> bool:
        """Whether the database has been made; an InputError if what is there is not usable."""
        if not self._ready:
            with self._explained():
                self._ready = self._inspect()
        return self._ready

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees one state of the database."""
        if not self.exists():
            raise InputError(f"no database at {self.name}: run xref add first, or name it with -d")
        with self._explained(), self._engine.connect() as connection:
            try:
                yield connection
            except ValueError as error:
                # A day, a text or JSON that cannot be one: something else has written here.
                raise InputError(f"{self.name} {_DAMAGED}") from error

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A connection whose changes are all made at the end, or none; one writer at a time."""
        if not self.exists():
            with self._explained():
                self._create()
                self._ready = self._inspect()
        with self._explained(), self._begin() as connection:
            if not self._whole:
                self._complete(connection)
            yield connection
        self._whole = True

    def columns(self, table: str) -> frozenset[str]:
        """The columns of a table; a database of an earlier day may lack some, or the table."""
        with self._explained(), self._engine.connect() as connection:
            return _columns(connection, table)

    def _complete(self, connection: Connection) -> None:
        """Make the tables and columns that a database of an earlier day lacks."""
        SQLModel.metadata.create_all(connection, tables=_TABLES)
        judgements = SQLModel.metadata.tables[str(Judgement.__tablename__)]
        for name in sorted({*judgements.columns.keys()} - _columns(connection, judgements.name)):
            # Each of them is a text that may be empty.
            added = f"ALTER TABLE {judgements.name} ADD COLUMN {name} VARCHAR NOT NULL DEFAULT ''"
            connection.exec_driver_sql(added)

    @contextmanager
    def _begin(self) -> Iterator[Connection]:
        with self._transaction() as connection:
            # PostgreSQL lets writers in together; this row admits them one by one.
            connection.execute(select(Schema.version).with_for_update())
            yield connection

    def _inspect(self) -> bool:
        """Whether our tables are there; an InputError if anything else is."""
        if self._path is not None and not _is_sqlite(self._path):
            return False
        with self._engine.connect() as connection:
            tables = set(inspect(connection).get_table_names())
            if Schema.__tablename__ not in tables:
                ours = {table.name for table in _TABLES}
                if tables if self._path else tables & ours:
                    raise self._foreign()
                return False
            if self._path and _pragma(connection, "application_id") != APPLICATION:
                raise self._foreign()
            version = connection.execute(select(Schema.version)).scalar_one_or_none()
        if version is None:
            raise self._foreign()
        if version > VERSION:
            raise InputError(
                f"{self.name} was made by a newer xref (its version {version}, here {VERSION}): "
                "upgrade xref"
            )
        return True

    def _create(self) -> None:
        """Make the database ours."""
        self._create_tables()
        if self._path is not None:
            self._let_readers_in()

    def _let_readers_in(self) -> None:
        """Keep a log beside the file (WAL), so that reading and writing never wait for another."""
        connection = self._engine.raw_connection()
        try:
            connection.cursor().execute("PRAGMA journal_mode = WAL")
        finally:
            connection.close()

    def _create_tables(self) -> None:
        """Make the tables in one transaction, so that nobody ever sees some of them."""
        with self._transaction() as connection:
            if not self._sqlite:
                connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({APPLICATION})")
            if inspect(connection).has_table(str(Schema.__tablename__)):
                return
            SQLModel.metadata.create_all(connection, tables=_TABLES)
            connection.execute(insert(Schema).values(version=VERSION))
            if self._sqlite:
                connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION}")

    @contextmanager
    def _transaction(self) -> Iterator[Connection]:
        options = {"xref_writes": True}
        with self._engine.connect().execution_options(**options) as connection, connection.begin():
            yield connection

    def _foreign(self) -> InputError:
        return InputError(f"{self.name} belongs to another program: name another database with -d")

    @contextmanager
    def _explained(self) -> Iterator[None]:
        """Say what a database's error means for the person who asked."""
        try:
            yield
        except DBAPIError as error:
            raise InputError(f"{self.name} {_meaning(str(error.orig).strip())}") from error


def _is_sqlite(path: Path) -> bool:
    """Whether a SQLite database is at `path`; an InputError if something else is."""
    try:
        with path.open("rb") as file:
            head = file.read(len(_SQLITE_HEAD))
    except FileNotFoundError as error:
        if not path.parent.is_dir():
            raise InputError(f"no folder {path.parent} for {path.name}: make it first") from error
        return False
    except IsADirectoryError as error:
        raise InputError(f"{path} is a folder: name a database file with -d") from error
    except OSError as error:
        raise InputError(
            f"{path} cannot be opened ({error.strerror}): check who may use it"
        ) from error
    if head and head != _SQLITE_HEAD:
        raise InputError(f"{path} is not a database: name another one with -d")
    return bool(head)


def _columns(connection: Connection, table: str) -> frozenset[str]:
    if not inspect(connection).has_table(table):
        return frozenset()
    return frozenset(str(column["name"]) for column in inspect(connection).get_columns(table))


def _pragma(connection: Connection, name: str) -> int:
    return int(connection.exec_driver_sql(f"PRAGMA {name}").scalar_one())


_DAMAGED = "is damaged: restore a copy, or name another with -d and add again"
_MEANINGS = (
    ("locked", "is in use by another program: try again when that has finished"),
    ("readonly", "may only be read: ask for the right to change it, or name another with -d"),
    ("unable to open", "cannot be opened: check its folder, and who may write there"),
    ("full", "has no more room: free some space on its disk"),
    ("malformed", _DAMAGED),
    ("Could not decode", _DAMAGED),
    ("not a database", "is not a database: name another one with -d"),
    ("no such column", "was made by another version of xref: name another with -d and add again"),
    ("no such table", "was made by another version of xref: name another with -d and add again"),
)


def _meaning(error: str) -> str:
    """What the driver's message comes to, and what to try."""
    for sign, meaning in _MEANINGS:
        if sign in error:
            return meaning
    first = " ".join(error.split("\n")[0].split())
    return f"cannot be used ({first}): check its address, and that its server runs"
