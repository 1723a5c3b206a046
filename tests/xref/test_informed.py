from dataclasses import replace
from pathlib import Path

import pytest

from claims.kind import Value
from claims.statement import Statement
from evidence import Store
from evidence.records import Relating
from tests.evidence.make import claim, document
from xref.informed import informed
from xref.read_pairs import Readers, read_pairs
from xref.relation import By, Code, Finding, Relation

LEFT = Statement("Ada Moss", "leave", "the firm")
DENIED = replace(LEFT, negated=True)
AGREES = Finding(Relation.AGREES, Code.PARAPHRASE, "the same in other words")
UNCLEAR = Finding(Relation.UNCLEAR, Code.UNKNOWN_SCOPE, "one denies it, perhaps of something else")
MATCHED = {"odds": 3.0, "agrees": 0.8, "compatible": 0.1, "conflicts": 0.05, "updates": 0.05}


def read(*, supports: float = 0.0, refutes: float = 0.0) -> Relating:
    return Relating(left="a", right="b", supports=supports, refutes=refutes, **MATCHED)


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
        readers = Readers(relate, lambda *_: (0.0, 0.0), lambda *_: tuple(MATCHED.values()))
        assert read_pairs(store, readers, {"another"}) == 0
        assert read_pairs(store, readers, {courier.id}) == 1
        assert read_pairs(store, readers, {gazette.id}) == 0
        (kept,) = store.reads().values()
    assert isinstance(kept, Relating)
    assert (kept.supports, kept.refutes, kept.odds, kept.agrees) == (0.8, 0.05, 3.0, 0.8)
    assert asked == [asked[0], asked[0][::-1]]
