"""What each trait, and each rule of comparison, brings to the judged pairs.

    python -m tests.benchmarks.ablation --data PATH

PATH holds events/ecbplus-topics-1-35.zip. Claims are extracted once; then each trait of
`xref.weights` is given no weight, and each rule is left out, one after another, and all judged
pairs (tests/quality/pairs.json) are compared anew. Prints how much F1 of alignment and of
agreement, and how many of the pairs called conflicts rightly and wrongly, each costs.
"""

import argparse
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from unittest.mock import patch

from claims import extract
from claims.training.ecbplus import articles
from evidence.records import Claim, Document
from tests.quality import test_pairs
from xref.weights import TABLES

NONE = test_pairs.NONE
# Where a rule stands, and what it says where it is left out.
RULES: tuple[tuple[str, str, object], ...] = (
    ("limits of place, group, time", "xref.quantity._scope", None),
    ("rounding", "xref.quantity._rounding", None),
    ("running counts", "xref.quantity._toll", None),
    ("ages", "xref.ages.compared", None),
    ("bounds", "xref.quantity._bounds", None),
    ("part and whole", "xref.quantity._part", None),
    ("what is not known to be the same", "xref.quantity._unknown", None),
    ("place, bearer, day, direction", "xref.pairing.are_apart", False),
    ("figures that one document tells of two", "xref.figure_pairs.FigurePairs.told_both", False),
    ("small words inside quote marks", "xref.quotation.is_slight", False),
    ("news of a later day", "xref.update._is_overtaken", False),
)


def main() -> None:
    """Extract, leave out, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    data = parser.parse_args().data
    read = dict(_claims(data))

    def again(documents: object) -> Iterator[tuple[Document, list[Claim]]]:
        for document in documents:  # type: ignore[attr-defined]
            yield read[document.id]

    with patch.object(test_pairs, "extract", again), patch.object(test_pairs, "DATA", data):
        whole = _scores()
        print(_line("as it is", whole, whole))
        for name in sorted({name for table in TABLES.values() for name in table} - {"always"}):
            with _unweighed(name):
                print(_line(f"without: {name}", _scores(), whole), flush=True)
        for name, rule, says in RULES:
            with patch(rule, _saying(says)):
                print(_line(f"without: {name}", _scores(), whole), flush=True)


def _claims(data: Path) -> Iterator[tuple[str, tuple[Document, list[Claim]]]]:
    for document, claims in extract(article.document for article in articles(data)):
        yield document.id, (document, claims)


@contextmanager
def _unweighed(name: str) -> Iterator[None]:
    with ExitStack() as stack:
        for table in TABLES.values():
            stack.enter_context(patch.dict(table, {name: 0.0}))
        yield


def _saying(says: object) -> Callable[..., object]:
    return lambda *_, **__: says


def _scores() -> tuple[float, float, int, int]:
    """F1 of alignment and of agreement; conflicts rightly called, and wrongly."""
    test_pairs.called.cache_clear()
    called = test_pairs.called()
    judged, found = ([pair[side] for pair in _relations(called)] for side in (0, 1))
    together = sum(NONE not in pair for pair in zip(judged, found, strict=True))
    agreed = sum(pair == ("agrees", "agrees") for pair in zip(judged, found, strict=True))
    conflicts = [one for one, said in zip(judged, found, strict=True) if said == "conflicts"]
    return (
        _f1(together, sum(one != NONE for one in found), sum(one != NONE for one in judged)),
        _f1(agreed, found.count("agrees"), judged.count("agrees")),
        conflicts.count("conflicts"),
        len(conflicts) - conflicts.count("conflicts"),
    )


def _relations(called: list[tuple[dict[str, str], str]]) -> list[tuple[str, str]]:
    return [(pair["relation"], relation) for pair, relation in called]


def _f1(both: int, found: int, judged: int) -> float:
    return 200 * both / max(1, found + judged)


def _line(
    name: str, scores: tuple[float, float, int, int], whole: tuple[float, float, int, int]
) -> str:
    thing, agrees, right, wrong = scores
    return (
        f"{name:<50} one thing {thing:5.1f} ({thing - whole[0]:+.1f}), "
        f"agrees {agrees:5.1f} ({agrees - whole[1]:+.1f}), conflicts {right} right {wrong} wrong"
    )


if __name__ == "__main__":
    main()
