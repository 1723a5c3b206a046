import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from evidence import InputError, Store, database, engine
from evidence.database import APPLICATION, Database
from tests.evidence.make import claim, document

RAIN = document()
READ: list[Callable[[Store], object]] = [
    Store.documents,
    Store.sources,
    Store.counts,
    Store.judgements,
    lambda store: store.claims(),
    lambda store: store.claim("a"),
    lambda store: store.document("a"),
    lambda store: store.lookup("a"),
    lambda store: store.judge("a", "b", "agrees"),
]


def make(path: Path) -> Path:
    """A database with one document."""
    with Store(path) as store:
        store.add(RAIN, [claim(RAIN, 0, 4)])
    return path


def run(path: Path, *statements: str) -> list[tuple[object, ...]]:
    """Change a SQLite file as another program would; what the last statement gives."""
    connection = sqlite3.connect(path)
    rows: list[tuple[object, ...]] = []
    for statement in statements:
        rows = connection.execute(statement).fetchall()
    connection.commit()
    connection.close()
    return rows


def refusals(path: str | Path) -> set[str]:
    """What reading, asking and adding say of a database; always an error."""
    said = set()
    for ask in (Store.documents, lambda store: store.find(RAIN), lambda store: store.add(RAIN, [])):
        with pytest.raises(InputError) as raised, Store(path) as store:
            ask(store)
        said.add(str(raised.value))
    return said


@pytest.mark.parametrize("ask", READ)
def test_reading_makes_no_database(tmp_path: Path, ask: Callable[[Store], object]) -> None:
    path = tmp_path / "none.db"
    with Store(path) as store:
        assert store.find(RAIN) is None
        with pytest.raises(InputError) as raised:
            ask(store)
    assert str(raised.value) == f"no database at {path}: run xref add first, or name it with -d"
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_still_empty_is_no_database_yet(tmp_path: Path) -> None:
    path = tmp_path / "new.db"
    path.touch()
    with Store(path) as store:
        with pytest.raises(InputError, match="no database at"):
            store.documents()
        assert store.add(RAIN, [])
        assert len(store.documents()) == 1


def test_the_file_says_whose_it_is_and_lets_readers_in(tmp_path: Path) -> None:
    path = make(tmp_path / "xref.db")
    assert run(path, "PRAGMA application_id") == [(APPLICATION,)]
    assert run(path, "PRAGMA journal_mode") == [("wal",)]
    assert run(path, "SELECT version FROM xref_schema") == [(database.VERSION,)]
    with Database(path).reading() as connection:
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar_one() == 1


def test_nothing_but_a_database_is_taken_for_one(tmp_path: Path) -> None:
    text, folder, gone = tmp_path / "a.txt", tmp_path / "folder", tmp_path / "gone" / "xref.db"
    text.write_text("Rain fell on the town.")
    folder.mkdir()
    assert refusals(text) == {f"{text} is not a database: name another one with -d"}
    assert refusals(folder) == {f"{folder} is a folder: name a database file with -d"}
    assert refusals(gone) == {f"no folder {gone.parent} for xref.db: make it first"}
    assert text.read_text() == "Rain fell on the town."


@pytest.mark.parametrize(
    "statements",
    [
        ["CREATE TABLE birds (name TEXT)"],
        ["CREATE TABLE documents (id TEXT)"],
        ["CREATE TABLE xref_schema (version INTEGER)", "INSERT INTO xref_schema VALUES (1)"],
        [
            "CREATE TABLE xref_schema (version INTEGER)",
            f"PRAGMA application_id = {APPLICATION}",
        ],
    ],
)
def test_another_programs_database_is_left_alone(tmp_path: Path, statements: list[str]) -> None:
    path = tmp_path / "birds.db"
    run(path, *statements)
    before = path.read_bytes()
    said = f"{path} belongs to another program: name another database with -d"
    assert refusals(path) == {said}
    assert path.read_bytes() == before


def test_a_newer_database_asks_for_a_newer_program(tmp_path: Path) -> None:
    path = make(tmp_path / "xref.db")
    run(path, "UPDATE xref_schema SET version = 7")
    assert refusals(path) == {
        f"{path} was made by a newer xref (its version 7, here {database.VERSION}): upgrade xref"
    }


def test_a_damaged_database_is_said(tmp_path: Path) -> None:
    path = make(tmp_path / "xref.db")
    raw = bytearray(path.read_bytes())
    raw[4096:] = b"\xff" * (len(raw) - 4096)
    path.write_bytes(raw)
    assert refusals(path) == {
        f"{path} is damaged: restore a copy, or name another with -d and add again"
    }


@pytest.mark.parametrize("column", ["value", "context"])
def test_a_claim_that_another_program_has_spoilt_is_said(tmp_path: Path, column: str) -> None:
    path = make(tmp_path / "xref.db")
    run(path, f"UPDATE claims SET {column} = '{{spoilt'")
    with Store(path) as store, pytest.raises(InputError, match="is damaged: restore a copy"):
        list(store.claims())


def test_a_database_without_our_columns_is_said(tmp_path: Path) -> None:
    path = make(tmp_path / "xref.db")
    run(path, "DROP INDEX ix_documents_text_digest", "ALTER TABLE documents DROP text_digest")
    with Store(path) as store, pytest.raises(InputError, match="made by another version of xref"):
        store.documents()


def test_a_database_in_use_is_waited_for_and_then_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "BUSY_SECONDS", 0.05)
    path = make(tmp_path / "xref.db")
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with Store(path) as store:
        assert len(store.documents()) == 1
        with pytest.raises(InputError) as raised:
            store.add(document("Snow fell."), [])
    other.close()
    message = f"{path} is in use by another program: try again when that has finished"
    assert str(raised.value) == message


def test_a_database_that_may_only_be_read_can_be_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = make(tmp_path / "what? now.db")
    # The tests may run as root, who may write anywhere.
    monkeypatch.setattr(
        os, "access", lambda where, mode: not (mode & os.W_OK and where == tmp_path)
    )
    with Store(path) as store:
        assert len(store.documents()) == 1
        with pytest.raises(InputError) as raised:
            store.add(document("Snow fell."), [])
    message = f"{path} may only be read: ask for the right to change it, or name another with -d"
    assert str(raised.value) == message
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(
    ("address", "message"),
    [
        (" ", "the database's name is blank: give a path with -d"),
        ("mysql://host/name", "mysql:// is no database address that can be used: give a path or "),
        ("nothing://x", "nothing:// is no database address that can be used: give a path or "),
        ("postgresql://h:port/x", "postgresql:// is no database address that can be used: give a "),
    ],
)
def test_an_address_that_leads_to_no_database_is_said(address: str, message: str) -> None:
    with pytest.raises(InputError) as raised:
        Store(address)
    assert str(raised.value).startswith(message)
    assert "\n" not in str(raised.value)


def test_a_server_that_does_not_answer_is_said_without_its_password() -> None:
    pytest.importorskip("psycopg")
    with (
        Store("postgresql://me:secret@127.0.0.1:9/xref") as store,
        pytest.raises(InputError, match=r"cannot be used .*: check its address") as raised,
    ):
        store.documents()
    assert "secret" not in str(raised.value)
    assert "\n" not in str(raised.value)


def test_postgresql_without_its_driver_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(InputError) as raised:
        Store("postgresql://me@127.0.0.1/xref")
    message = "PostgreSQL needs its driver: pip install 'xref-claims[postgres]'"
    assert str(raised.value) == message


ADD = """
import sys
from evidence import Store
from tests.evidence.make import claim, document
new = 0
for number in range(12):
    each = document(f"Rain fell on day {number}.")
    with Store(sys.argv[1]) as store:
        store.find(each)
        new += store.add(each, [claim(each, start, start + 4) for start in range(10)])
print(new)
"""


def test_processes_that_add_the_same_at_once_add_it_once(url: str) -> None:
    root = Path(__file__).parents[2]
    processes = [
        subprocess.Popen(
            [sys.executable, "-c", ADD, url],
            cwd=root,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for _ in range(3)
    ]
    told = [process.communicate(timeout=300) for process in processes]
    assert [process.returncode for process in processes] == [0, 0, 0], told
    assert sum(int(new) for new, _ in told) == 12
    with Store(url) as store:
        assert len(store.documents()) == 12
        assert store.sources()[0].claims == {"statement": 120}
        assert all(len(each.spans) == 1 for each in store.claims())


def test_the_readers_of_formats_are_loaded_only_when_needed() -> None:
    program = "import sys, evidence; print(*sys.modules)"
    root = Path(__file__).parents[2]
    loaded = subprocess.check_output([sys.executable, "-c", program], cwd=root, text=True).split()
    assert "sqlmodel" in loaded
    assert not {"trafilatura", "pypdf", "docx", "lxml", "urllib.request"} & set(loaded)
