from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from claims.kind import Value
from claims.quantity import Quantity
from claims.statement import Statement
from evidence import Store
from evidence.records import Relating, SameThing
from tests.evidence.make import claim, document
from xref.informed import informed
from xref.quantity import compare
from xref.read_pairs import Readers, read_pairs
from xref.relation import By, Code, Finding, Relation

LEFT = Statement("Ada Moss", "leave", "the firm")
DENIED = replace(LEFT, negated=True)
AGREES = Finding(Relation.AGREES, Code.PARAPHRASE, "the same in other words")
UNCLEAR = Finding(Relation.UNCLEAR, Code.UNKNOWN_SCOPE, "one denies it, perhaps of something else")


def read(*, supports: float = 0.0, refutes: float = 0.0) -> Relating:
    return Relating(left="a", right="b", supports=supports, refutes=refutes)


@pytest.mark.parametrize(
    ("finding", "values", "told", "relation", "by"),
    [
        (AGREES, (LEFT, LEFT), None, "agrees", "fields"),
        (AGREES, (LEFT, LEFT), read(supports=0.8), "agrees", "fields and words"),
        (AGREES, (LEFT, LEFT), read(refutes=0.5), "agrees", "fields"),
        (AGREES, (LEFT, LEFT), read(refutes=0.95), "unclear", "words"),
        (UNCLEAR, (LEFT, DENIED), read(refutes=0.95), "conflicts", "words"),
        (UNCLEAR, (LEFT, DENIED), read(refutes=0.8), "unclear", "fields"),
        (UNCLEAR, (LEFT, LEFT), read(refutes=0.99), "unclear", "fields"),
        (
            UNCLEAR,
            (replace(LEFT, hedged=True), DENIED),
            read(refutes=0.99),
            "unclear",
            "fields",
        ),
    ],
)
def test_words_are_evidence_and_the_finding_says_which_decided(
    finding: Finding, values: tuple[Value, Value], told: Relating | None, relation: str, by: str
) -> None:
    found = informed(finding, values, told)
    assert (found.relation, found.by) == (Relation(relation), By(by))


def figure(amount: int, unit: str, counted: str | None = None, **more: Any) -> Quantity:
    return Quantity(Decimal(amount), Decimal(amount), unit, counted=counted, **more)


@pytest.mark.parametrize(
    ("values", "odds", "running", "relation", "by"),
    [
        # Unread, and read as of two things: as the fields have it.
        ((figure(3, "boat"), figure(2, "vessel")), None, 0.0, "unclear", "fields"),
        ((figure(3, "boat"), figure(2, "vessel")), -2.0, -2.0, "unclear", "fields"),
        # Surely of one thing that does not change; or perhaps of one that does.
        ((figure(3, "boat"), figure(2, "vessel")), 3.0, -2.0, "conflicts", "words"),
        ((figure(3, "boat"), figure(2, "vessel")), 3.0, 2.0, "unclear", "fields"),
        ((figure(3, "boat"), figure(2, "vessel")), 0.5, -2.0, "unclear", "fields"),
        # The same, whatever they are called.
        ((figure(3, "boat"), figure(3, "vessel")), 0.5, -2.0, "agrees", "words"),
        ((figure(3, "boat"), figure(3, "vessel")), -0.5, -2.0, "unclear", "fields"),
        # Kilometres and votes lie on no one scale.
        ((figure(3, "kilometre"), figure(2, "vote")), 3.0, -2.0, "unclear", "fields"),
    ],
)
def test_what_figures_are_of_is_read_off_the_words_around_them(
    values: tuple[Quantity, Quantity], odds: float | None, running: float, relation: str, by: str
) -> None:
    told = None if odds is None else SameThing(left="a", right="b", odds=odds, running=running)
    found = informed(compare(*values), values, told)
    assert (found.relation, found.by) == (Relation(relation), By(by))


def test_pairs_that_meet_are_read_once_and_kept(tmp_path: Path) -> None:
    gazette = document("The mill burned down in Tolsk on Monday.", "Gazette")
    courier = document("The mill burned down in Tolsk on Monday night.", "Courier")
    told = {"subject": "The mill", "predicate": "burn down", "object": None, "place": "Tolsk"}
    asked: list[tuple[str, str]] = []

    def relate(pairs: object) -> list[dict[str, float]]:
        pairs = list(pairs)  # type: ignore[call-overload]
        asked.extend(pairs)
        return [{"supports": 0.9 - n / 10, "refutes": 0.05, "neither": 0.05} for n in range(2)]

    with Store(tmp_path / "pairs.db") as store:
        for one in (gazette, courier):
            made = claim(one, 0, 30, "statement", **told)
            made.context = {"names": ["Tolsk"], "lemmas": ["mill", "burn"], "start": 0, "end": 30}
            store.add(one, [made])
        readers = Readers(relate, lambda left, right: (0.0, 0.0))
        assert read_pairs(store, readers, {"another"}) == 0
        assert read_pairs(store, readers, {courier.id}) == 1
        assert read_pairs(store, readers, {gazette.id}) == 0
        (kept,) = store.reads().values()
    assert isinstance(kept, Relating)
    assert (kept.supports, kept.refutes) == (0.8, 0.05)
    assert asked == [asked[0], asked[0][::-1]]
