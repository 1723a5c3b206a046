"""What each output format makes of the same check."""

import csv as standard_csv
import io
import json as standard_json
import os
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.policy import Policy
from evidence.errors import InputError
from evidence.records import Claim, Document
from tests.xref.making import article, penalty, rule, told
from xref.check import Check, check
from xref.report import FORMATS, csv, json, md, write, writer
from xref.report.marked import excerpt, marked, paragraph
from xref.report.prose import added, alone, notes, reading, summary, visible
from xref.report.screen import Grid, Line, check_page
from xref.sums import Sum


@pytest.fixture
def story(documents: dict[str, Document], claims: dict[str, Claim]) -> Check:
    return check(documents.values(), claims.values())


EMPTY = Check((), (), (), (), (), ())


def test_json_holds_every_claim_that_it_names(story: Check, claims: dict[str, Claim]) -> None:
    record = standard_json.loads(json.text(story))
    assert set(record) == {
        *("documents", "copies", "relays", "wires", "sums", "alignments", "claims")
    }
    named = [each for one in record["alignments"] for each in one["claims"]]
    assert sorted(named) == sorted(claim.id for claim in claims.values())
    assert [claim["id"] for claim in record["claims"]] == named
    first = next(claim for claim in record["claims"] if claim["id"] == claims["calm"].id)
    assert first["text"] == "Nobody is in danger,"
    assert first["document"]["published"] == "2024-03-05"
    assert first["spans"] == [{"role": "speaker", "start": 141, "end": 149, "text": "Calloway"}]


def test_json_points_at_the_exact_words(story: Check, documents: dict[str, Document]) -> None:
    texts = {document.id: document.text for document in documents.values()}
    for claim in json.record(story)["claims"]:
        assert texts[claim["document"]["id"]][claim["start"] : claim["end"]] == claim["text"]


def test_csv_is_the_table_and_has_its_header_without_rows(story: Check) -> None:
    rows = list(standard_csv.DictReader(io.StringIO(csv.text(story))))
    assert len(rows) == len(story.alignments)
    assert rows[0]["verdict"] == "disputed"
    assert rows[0]["gazette"] == "212 passengers"
    assert csv.text(EMPTY) == "topic,kind,verdict,reason,claims\n"


@pytest.mark.parametrize("formula", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])
def test_csv_gives_a_spreadsheet_no_formula(formula: str) -> None:
    line = "".join(csv.lines(["a"], [[formula]]))
    assert list(standard_csv.reader(io.StringIO(line, newline="")))[1] == [f"'{formula}"]


def test_csv_keeps_numbers_and_line_ends_as_they_are() -> None:
    assert "".join(csv.lines(["a", "b"], [[-5, "x\ny"]])) == 'a,b\n-5,"x\ny"\n'


@given(st.lists(st.text(), min_size=1))
def test_csv_reads_back(row: list[str]) -> None:
    written = "".join(csv.lines(["a"] * len(row), [row]))
    back = list(standard_csv.reader(io.StringIO(written, newline="")))[1]
    assert [cell.removeprefix("'") for cell in back] == [cell.removeprefix("'") for cell in row]


def test_markdown_shows_words_as_they_are(story: Check) -> None:
    page = md.text(story)
    assert page.startswith("# Cross-check\n\n2 aligned claims: 1 corroborated, 1 disputed; ")
    rows = [line for line in page.splitlines() if line.startswith("|")]
    assert rows[0] == ("| topic | kind | verdict | courier | gazette | herald | reason | claims |")
    assert {row.count(" | ") for row in rows} == {7}
    assert "herald.txt (`" in page


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("a|b", r"a\|b"),
        ("two\n\nlines", "two lines"),
        ("[sic] *so* <b>", r"\[sic\] \*so\* \<b\>"),
        ("&amp; & Sons", "&amp;amp; & Sons"),
        ("\x1b[31mred", r"␛\[31mred"),
    ],
)
def test_markdown_escapes(words: str, shown: str) -> None:
    assert md.escaped(words) == shown


@pytest.mark.parametrize("ending", FORMATS)
def test_a_file_is_replaced_as_a_whole(ending: str, story: Check, tmp_path: Path) -> None:
    path = tmp_path / f"out{ending.upper()}"
    path.write_text("old")
    content = writer(path)(story)
    write(content, path)
    assert path.read_bytes() == (content if isinstance(content, bytes) else content.encode())
    assert list(tmp_path.iterdir()) == [path]


def test_a_failed_write_leaves_the_old_file(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = tmp_path / "out.csv"
    path.write_text("old")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(InputError, match="No space left on device"):
        write("new", path)
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_endings_that_are_not_known_are_told_from_those_that_are(tmp_path: Path) -> None:
    known = r"out\.ods: .* \.csv, \.xlsx, \.md, \.html, \.json and \.jsonld$"
    with pytest.raises(InputError, match=known):
        writer(tmp_path / "out.ods")


@pytest.mark.parametrize(
    ("name", "problem"), [("", "it is a folder"), ("none/out.csv", "there is no folder")]
)
def test_a_place_that_cannot_be_written_is_named(name: str, problem: str, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=problem):
        write("text", tmp_path / name)


def test_the_summary_counts_what_is_aligned_and_what_is_alone(story: Check) -> None:
    assert summary(story) == "2 aligned claims: 1 corroborated, 1 disputed; 3 stand alone"
    assert summary(EMPTY) == "0 aligned claims; 0 stand alone"


def test_what_stands_alone_is_named_by_source_and_kind(story: Check) -> None:
    assert alone(story)["gazette"] == {
        "policy": ["ordered small craft to stay ashore"],
        "quantity": ["At least nine crew members"],
    }


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("212", "212 passengers"),
        ("200", "more than 200 passengers"),
        ("nine", "at least 9 crew members"),
        ("calm", "Ines Calloway said (person, direct)"),
        ("ashore", "small craft must stay ashore, says the port authority"),
    ],
)
def test_a_claim_is_read_out_in_words(name: str, words: str, claims: dict[str, Claim]) -> None:
    assert reading(claims[name]) == words


PLAIN = partial(rule, issuer=None)


@pytest.mark.parametrize(
    ("policy", "words"),
    [
        (
            rule("must", "leave home", "living by the river", "by noon", addressee="everyone"),
            "everyone must leave home (living by the river; by noon), says the council",
        ),
        (
            PLAIN("must_not", "be on the streets", addressee="nobody"),
            "nobody may be on the streets",
        ),
        (
            replace(PLAIN("must", "a curfew", "in the town", addressee=None), named=True),
            "a curfew: in force (in the town)",
        ),
        (replace(PLAIN("must_not", "the march"), named=True), "the march: forbidden for shops"),
        (replace(PLAIN("must", "masks"), named=True), "masks: required for shops"),
        (PLAIN("must_not", "using phones"), "using phones: forbidden for shops"),
        (PLAIN("must", "bring masks", addressee="them"), "they must bring masks"),
        (
            replace(PLAIN("may", "exports", addressee=None), ended=True, named=True),
            "exports: allowed again",
        ),
        (
            replace(PLAIN("may", "evacuation", addressee=None), ended=True, named=True),
            "evacuation: lifted",
        ),
        (
            replace(penalty("a fine of 500 crowns", addressee="residents"), action="refuse to go"),
            "penalty for residents: a fine of 500 crowns (refuse to go)",
        ),
        (penalty("detained", "long beards"), "penalty for someone: detained (long beards)"),
        (
            replace(rule("must", "close", "at ten"), penalty="fined"),
            "shops must close, penalty: fined (at ten), says the council",
        ),
    ],
)
def test_a_rule_is_read_out_in_words(policy: Policy, words: str) -> None:
    document = article("gazette", "The council has a rule.")
    assert reading(told(document, "a rule", policy)) == words


def test_sums_copies_and_relays_are_said_in_words(
    documents: dict[str, Document], claims: dict[str, Claim]
) -> None:
    gazette, herald, courier = documents.values()
    total = claims["212"]
    parts = (claims["200"], claims["nine"])
    odd = Sum(gazette.id, total, parts, holds=False)
    assert added(odd) == "212 passengers: 200 + 9 make 209"
    assert added(Sum(gazette.id, total, parts, holds=True)).endswith("200 + 9 add up")
    told = Check(
        tuple(documents.values()),
        ((gazette.id, herald.id),),
        ((courier.id, gazette.id),),
        (("Reuters", (gazette.id, courier.id)),),
        (odd,),
        (),
    )
    assert notes(told) == [
        "gazette carries the same text as herald: counted as one voice",
        "courier passes on what gazette reported: counted as one voice",
        "gazette and courier credit Reuters: counted as one voice",
        "gazette: 212 passengers: 200 + 9 make 209",
    ]


def test_a_page_shows_disputes_before_agreement_with_exact_words(story: Check) -> None:
    lines = list(_plain(story))
    disputed, corroborated = (
        next(place for place, line in enumerate(lines) if line.startswith(verdict))
        for verdict in ("DISPUTED", "CORROBORATED")
    )
    assert disputed < corroborated
    assert any("“212 passengers”" in line for line in lines[disputed:corroborated])
    assert lines[-2].startswith("1 quantity")


def test_everything_is_shown_on_request(story: Check) -> None:
    assert "“ordered small craft" not in "\n".join(_plain(story))
    assert "“ordered small craft to stay ashore”" in "\n".join(_plain(story, everything=True))


def _plain(story: Check, *, everything: bool = False) -> Iterator[str]:
    for block in check_page(story, everything=everything):
        match block:
            case Line():
                yield "".join(text for text, _ in block.words)
            case Grid():
                for row in block.rows:
                    yield " ".join("".join(text for text, _ in cell) for cell in row)


def test_marks_nest_and_leave_the_text_whole(
    documents: dict[str, Document], claims: dict[str, Claim]
) -> None:
    gazette = documents["gazette"]
    pieces = list(marked(gazette.text, [claims["212"], claims["calm"]]))
    assert "".join(piece.text for piece in pieces if not piece.mark) == gazette.text
    assert "⟦212 passengers⟧¹" in "".join(piece.text for piece in pieces)


spans = st.tuples(st.integers(0, 30), st.integers(0, 30)).filter(lambda span: span[0] < span[1])


@given(st.text(min_size=30, max_size=30), st.lists(spans, max_size=6))
def test_any_overlap_of_claims_leaves_the_text_whole(
    text: str, ranges: list[tuple[int, int]]
) -> None:
    claims = [Claim(kind="statement", start=start, end=end) for start, end in ranges]
    pieces = list(marked(text, claims))
    assert "".join(piece.text for piece in pieces if not piece.mark) == text
    assert sum(piece.mark for piece in pieces) == 2 * len(claims)


def test_an_excerpt_is_cut_between_words(claims: dict[str, Claim]) -> None:
    nine = claims["nine"]
    before, said, after = excerpt(nine, reach=20, within=paragraph(nine))
    assert (before, said, after) == (
        "…to stay ashore. ",
        "At least nine crew members",
        " were taken off.",
    )


@pytest.mark.parametrize("control", ["\x1b", "\x07", "\x00", "\x7f", "\x9b", "\u202e", "\u2066"])
def test_no_control_character_stays_itself(control: str) -> None:
    assert control not in visible(f"a{control}b")
    assert len(visible(f"a{control}b")) == 3


def test_letters_of_other_scripts_and_line_ends_stay() -> None:
    assert visible("é — “Ürümqi” 乌鲁木齐\n\tend") == "é — “Ürümqi” 乌鲁木齐\n\tend"
