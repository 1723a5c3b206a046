"""Connections to a database, SQLite's made to behave as `store` expects of any."""

import os
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import URL, Connection, Engine, event, make_url
from sqlalchemy.exc import ArgumentError, NoSuchModuleError
from sqlmodel import create_engine

from evidence.errors import InputError

# Writing one document takes well under a second, so a wait as long as this is no queue.
BUSY_SECONDS = 20.0


def connect(address: str) -> tuple[str, Engine, Path | None]:
    """What to call a database (no password in it), its engine, and its file if it has one.

    `address` is a path, or begins with `sqlite:` or `postgresql:`.
    """
    try:
        url = make_url(address) if "://" in address else URL.create("sqlite", database=address)
        if url.get_backend_name() == "sqlite":
            return _sqlite(url, address)
        if url.get_backend_name() not in {"postgres", "postgresql"}:
            raise NoSuchModuleError(url.drivername)
        if url.drivername in {"postgres", "postgresql"}:
            url = url.set(drivername="postgresql+psycopg")
        return url.render_as_string(hide_password=True), create_engine(url), None
    except ModuleNotFoundError as error:
        raise InputError(
            "PostgreSQL needs its driver: pip install 'xref-claims[postgres]'"
        ) from error
    except (ArgumentError, NoSuchModuleError, ValueError) as error:
        raise InputError(
            f"{address.split('://')[0]}:// is no database address that can be used: give a path or "
            "postgresql://user@host/name"
        ) from error


def _sqlite(url: URL, address: str) -> tuple[str, Engine, Path | None]:
    path = Path(url.database) if url.database and url.database != ":memory:" else None
    if path is not None and _is_sealed(path):
        # Without a log to write beside the file, SQLite reads it only when told it cannot change.
        name = f"file:{quote(str(path.absolute()))}"
        url = url.set(database=name, query={"immutable": "1", "uri": "true"})
    engine = create_engine(url, connect_args={"timeout": BUSY_SECONDS})
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return address, engine, path


def _is_sealed(path: Path) -> bool:
    """Whether a database stands where nothing may be written, as on a disc or a read-only share."""
    log = path.with_name(path.name + "-wal")
    return path.is_file() and not os.access(path.parent, os.W_OK) and not log.exists()


def _prepare(connection: Any, _record: object) -> None:
    """Set up a new SQLite connection."""
    # The driver would begin transactions late and by itself; `_begin` says when and how.
    connection.isolation_level = None
    connection.execute("PRAGMA foreign_keys = ON")
    # SQLite's own lower() knows only ASCII.
    connection.create_function("lower", 1, _lower, deterministic=True)


def _lower(text: str | None) -> str | None:
    return None if text is None else text.lower()


def _begin(connection: Connection) -> None:
    """Begin as a writer at once where writing is meant, so that no two can both look first."""
    writes = connection.get_execution_options().get("xref_writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
