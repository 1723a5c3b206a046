import json
import random
from time import process_time

from evidence.records import Claim, Document
from tests.xref.making import amount, article, told
from tests.xref.test_align import GAZETTE, HERALD, QUAKE, claims
from xref.check import check, to_json
from xref.relation import Code, Relation
from xref.verdict import Verdict

DOCUMENTS = [GAZETTE, HERALD, QUAKE]


def test_the_whole_result_has_the_public_shape() -> None:
    printed = to_json(check(DOCUMENTS, claims()))
    assert json.loads(json.dumps(printed)) == printed
    assert list(printed) == ["documents", "copies", "relays", "wires", "sums", "alignments"]
    assert [document["source"] for document in printed["documents"]] == [
        "courier",
        "gazette",
        "herald",
    ]
    assert set(printed["documents"][0]) == {"id", "source", "path"}
    for alignment in printed["alignments"]:
        assert set(alignment) == {
            "id",
            "kind",
            "topic",
            "verdict",
            "claims",
            "sources",
            "independent",
            "comparisons",
        }
        assert alignment["verdict"] in set(Verdict)
        for comparison in alignment["comparisons"]:
            told = {"left", "right", "relation", "code", "reason", "judged", "decided_by"}
            assert set(comparison) == told
            assert comparison["relation"] in set(Relation)
            assert comparison["code"] in set(Code)


def test_the_order_of_the_input_changes_nothing() -> None:
    expected = to_json(check(DOCUMENTS, claims()))
    for seed in range(3):
        shuffled, stated = DOCUMENTS.copy(), claims()
        random.Random(seed).shuffle(shuffled)
        random.Random(seed).shuffle(stated)
        assert to_json(check(shuffled, stated)) == expected


def test_agreement_of_copies_is_one_voice() -> None:
    copy = article("courier", GAZETTE.text)
    value = amount("40 house", "houses in Velm")
    stated = [*claims("40 houses"), told(copy, "40 houses", value)]
    (alignment,) = check([GAZETTE, copy], stated).alignments
    assert (alignment.sources, alignment.independent) == (2, 1)
    assert alignment.verdict is Verdict.SINGLE_SOURCE


def test_nothing_at_all_is_a_result_too() -> None:
    assert to_json(check([], [])) == {
        "documents": [],
        "copies": [],
        "relays": [],
        "wires": [],
        "sums": [],
        "alignments": [],
    }


def many(documents: int) -> tuple[list[Document], list[Claim]]:
    """Outlets that all tell one story, each with ten figures of it."""
    rng = random.Random(7)
    papers, stated = [], []
    for number in range(documents):
        figures = [
            f"{10 * i + rng.randrange(3)} boats left pier {chr(65 + i)}" for i in range(1, 11)
        ]
        order = rng.sample(figures, len(figures))
        paper = article(f"paper {number}", f"{'. '.join(order)}. Told in Velm by paper {number}.")
        papers.append(paper)
        for figure in figures:
            boats, _, rest = figure.partition(" boats ")
            value = amount(f"{boats} boat", f"boats that {rest}")
            stated.append(told(paper, f"{boats} boats", value))
    return papers, stated


def test_more_documents_cost_in_proportion() -> None:
    comparisons = {}
    for size in (40, 160):
        result = check(*many(size))
        comparisons[size] = sum(len(one.comparisons) for one in result.alignments)
    assert comparisons[160] < 4 * 1.6 * comparisons[40]


def test_hundreds_of_documents_take_seconds() -> None:
    started = process_time()
    check(*many(200))
    assert process_time() - started < 60
