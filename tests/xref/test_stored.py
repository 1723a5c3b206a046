from pathlib import Path

import pytest

from evidence import InputError, Store
from tests.xref.making import article
from xref.stored import known_sources


@pytest.fixture
def store(tmp_path: Path) -> Store:
    stored = Store(tmp_path / "checked.db")
    with stored:
        for name in ("Orla Gazette", "Velm Herald"):
            stored.add(article(name, f"{name} told of a flood."), [])
    return stored


def test_a_misspelled_source_is_told_what_is_near(store: Store) -> None:
    with store, pytest.raises(InputError, match='did you mean "Orla Gazette"'):
        known_sources(store, ["orla gazete"])


def test_known_sources_are_left_in_peace(store: Store) -> None:
    with store:
        known_sources(store, ["Velm Herald", "Orla Gazette"])
