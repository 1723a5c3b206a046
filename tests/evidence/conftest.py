import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine

# The same tests run on a server if one is named: postgresql+psycopg://user@host/name. Its tables
# are dropped.
POSTGRES = os.environ.get("XREF_TEST_POSTGRES", "")


@pytest.fixture(params=["sqlite", *(["postgresql"] if POSTGRES else [])])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Where a database may be made."""
    if request.param == "sqlite":
        yield str(tmp_path / "xref.db")
        return
    engine = create_engine(POSTGRES)
    with engine.begin() as connection:
        connection.exec_driver_sql(
            "DROP TABLE IF EXISTS spans, claims, documents, judgements, xref_schema"
        )
    engine.dispose()
    yield POSTGRES
