"""Speeches told beside what was said in them, and events told in a relative clause."""

import pytest

from claims.statement import KIND
from tests.markup import check

SPEECHES = [
    "<statement subject='Ana Reyes' predicate=give object='a speech' place=Osk>In a speech in Osk, "
    "Ana Reyes said that taxes would rise</statement>.",
    "<statement subject='Ana Reyes' predicate=give object='one of the lectures'>In one of the "
    "lectures Ana Reyes demanded “a new start”</statement>. <statement subject='Piotr Lund' "
    "predicate=give object='another of the lectures'>In another, Piotr Lund told students to strike"
    "</statement>.",
    "<statement subject='Ana Reyes' predicate=give object='an interview'>Ana Reyes told the "
    "Gazette "
    "in an interview that taxes would rise</statement>.",
]
RELATIVE = [
    "<statement subject='The firm' predicate=have object='three sites'>The firm has three sites"
    "</statement>, one of which makes glass.",
    "<statement subject=they predicate=live>They live below the Orla Dam</statement>, "
    '<statement subject="Orla Dam\'s main gate" predicate=burst>'
    "whose main gate burst at 3:15 a.m.</statement>",
    "<statement subject='The smoke' predicate='come from' object=Harnsund>The smoke came from "
    "Harnsund, where <statement subject='a boiler' predicate=explode place=Harnsund>a boiler "
    "exploded at 3:15 a.m.</statement></statement>",
]
NONE = [
    "In speeches, candidates say that taxes will rise.",
    "The gate that burst was old.",
    "At noon, which was late, nobody came.",
]


@pytest.mark.parametrize("marked", [*SPEECHES, *RELATIVE, *NONE])
def test_reads_exactly_the_marked_statements(marked: str) -> None:
    assert check(KIND, marked) == []
