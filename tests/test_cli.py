"""The commands as a person and as a script meet them: output, streams and exit codes."""

import csv
import io
import json
import os
import pty
import re
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator
from datetime import datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from cli import app, draw
from evidence.records import Claim, Document
from xref.check import Check
from xref.report import FORMATS
from xref.report.screen import check_page

ROOT = Path(__file__).parent.parent
COMMANDS = ("add", "sources", "claims", "show", "check", "export", "judge")
READING = ("sources", "claims", "show 1a2b", "check", "export -o out.md", "judge 1a 2b agrees")


def xref(*arguments: object, stdin: str | None = None) -> Result:
    """Run a command in this process."""
    return CliRunner().invoke(app, [str(each) for each in arguments], input=stdin)


def rows(result: Result) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(result.stdout)))


def shell(line: str, database: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a line of bash in which `xref` is this program."""
    program = f'xref() {{ "{sys.executable}" -c "from cli import app; app()" "$@"; }}; '
    known = {"PYTHONPATH": str(ROOT), "XREF_DATABASE": str(database), "PATH": os.environ["PATH"]}
    return subprocess.run(
        ["bash", "-c", f"set -o pipefail; {program}{line}"],
        env=known | environment,
        capture_output=True,
        encoding="utf-8",
        timeout=300,
    )


def terminal(arguments: str, database: Path, *, columns: int = 80, **environment: str) -> str:
    """What a terminal of so many columns is sent."""
    leader, follower = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-c", "from cli import app; app()", *arguments.split()],
        env={
            "PYTHONPATH": str(ROOT),
            "XREF_DATABASE": str(database),
            "TERM": "xterm-256color",
            "COLUMNS": str(columns),
            **environment,
        },
        stdin=subprocess.DEVNULL,
        stdout=follower,
        stderr=follower,
    )
    os.close(follower)
    sent = b"".join(_everything(leader))
    os.close(leader)
    process.wait(timeout=300)
    return sent.decode().replace("\r\n", "\n")


def _everything(leader: int) -> Iterator[bytes]:
    while True:
        try:
            some = os.read(leader, 65536)
        except OSError:  # Linux ends a terminal with an error
            return
        if not some:
            return
        yield some


# Help


@pytest.mark.parametrize("command", COMMANDS)
def test_help_of_a_command_has_an_example_of_it(command: str) -> None:
    text = xref(command, "--help").stdout
    assert re.search(rf"Example: +xref {command}\b", " ".join(text.split()))
    assert "--database" in text
    assert "--format" in text


def test_help_lists_every_command_with_a_whole_sentence() -> None:
    text = xref("--help").stdout
    assert [name for name in COMMANDS if f"  {name} " in text] == list(COMMANDS)
    assert "..." not in text.partition("Commands:")[2]
    assert "0 done" in text


def test_version_is_said_even_where_nothing_is_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> str:
        raise PackageNotFoundError(name)

    monkeypatch.setattr("importlib.metadata.version", missing)
    assert xref("--version").stdout == "xref (not installed: run from its files)\n"


def test_version_is_that_of_the_package() -> None:
    try:
        installed = version("xref-claims")
    except PackageNotFoundError:
        pytest.skip("the package is not installed here, only its files are")
    assert xref("--version").stdout == f"xref {installed}\n"


# Result on stdout, everything else on stderr


@pytest.mark.parametrize("arguments", ["sources", "claims", "check", "show CLAIM"])
def test_a_pipe_gets_csv_and_json_when_asked(
    arguments: str, database: Path, ids: dict[str, str]
) -> None:
    words = arguments.replace("CLAIM", ids["CLAIM"]).split()
    result = xref("-d", database, *words)
    assert rows(result)
    assert json.loads(xref("-d", database, *words, "-f", "json").stdout)


def test_options_stand_before_or_after_the_command(
    database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XREF_DATABASE", "/nowhere/else.db")
    before = xref("-d", database, "-f", "json", "sources")
    after = xref("sources", "-d", database, "-f", "json")
    both = xref("-d", "/nowhere.db", "-f", "csv", "sources", "-d", database, "-f", "json")
    assert before.exit_code == 0
    assert before.stdout == after.stdout == both.stdout
    monkeypatch.setenv("XREF_DATABASE", str(database))
    assert xref("sources", "-f", "json").stdout == after.stdout


def test_sources_lists_documents_with_counts(database: Path) -> None:
    listed = rows(xref("sources", "-d", database))
    assert [row["source"] for row in listed] == ["courier", "gazette", "herald"]
    assert (listed[1]["quantity"], listed[1]["policy"], listed[1]["statement"]) == ("2", "1", "0")
    record = json.loads(xref("sources", "-d", database, "-f", "json").stdout)[1]
    assert record["claims"] == {"policy": 1, "quantity": 2, "quotation": 1}
    assert record["documents"][0]["published"] == "2024-03-05"


def test_claims_are_those_asked_for(database: Path) -> None:
    def texts(*options: str) -> list[str]:
        return [row["text"] for row in rows(xref("claims", "-d", database, *options))]

    assert len(texts()) == 8
    assert texts("-s", "herald") == ["250 passengers", "Nobody is in danger,"]
    assert len(texts("-s", "herald", "-s", "courier")) == 4
    assert texts("-k", "policy") == ["ordered small craft to stay ashore"]
    assert texts("--speaker", "ines") == ["Nobody is in danger,"]
    assert texts("-q", "CREW") == ["At least nine crew members"]
    assert texts("-q", "nothing like it") == []


def test_csv_has_its_header_without_rows_and_no_formula(database: Path) -> None:
    empty = xref("claims", "-d", database, "-q", "nothing like it").stdout
    assert empty.startswith("id,source,")
    assert empty.count("\n") == 1
    quoted = rows(xref("claims", "-d", database, "-q", "=Nobody"))
    assert [row["text"] for row in quoted] == ["'=Nobody is in any danger,"]


def test_claims_json_is_the_contract(database: Path, claims: dict[str, Claim]) -> None:
    found = json.loads(xref("claims", "-d", database, "-k", "policy", "-f", "json").stdout)
    ashore = claims["ashore"]
    assert [set(claim) for claim in found] == [
        {"id", "document", "kind", "start", "end", "text", "value", "worth", "spans"}
    ]
    assert (found[0]["id"], found[0]["value"]) == (ashore.id, ashore.value)


CHECKED_AT_80 = """\
gazette  Ferry runs aground · 2024-03-05 · gazette.txt · 717b98f0
herald  Marigold stuck off Port Ellery · 2024-03-06 · herald.txt · 62cedeb3
courier  Rescue at sea · courier.txt · a343e5bc

DISPUTED  about 212 passengers  quantity 73aa0822
  courier  “more than 200 passengers”                                   b9f45031
           The ferry Marigold, with more than 200 passengers on board,
           ran aground on Tuesday.
  gazette  “212 passengers”                                             05d37d19
           The ferry Marigold ran aground on Tuesday with 212
           passengers on board.
  herald   “250 passengers”                                             5d60757b
           The ferry Marigold was carrying 250 passengers when it ran
           aground on Tuesday.
  conflicts (gazette and herald): 212 against 250
  compatible (gazette and herald): more than 200 allows 212

CORROBORATED  about Nobody is in danger,  quotation 55179a0f
  gazette  “Nobody is in danger,”                                       a09f5449
           Ines Calloway said
  herald   “Nobody is in danger,”                                       b692a05c
           Calloway told
  agrees: both say so

ONLY  gazette
  1 policy  about ordered small craft to stay ashore
"""


def test_check_at_80_columns(by_hand: Check, capsys: pytest.CaptureFixture[str]) -> None:
    draw(check_page(by_hand, everything=False))
    lines = capsys.readouterr().out.splitlines()
    assert "\n".join(line.rstrip() for line in lines).strip() == CHECKED_AT_80.strip()


def test_check_shows_a_person_the_disputed_first(database: Path) -> None:
    result = xref("check", "-d", database, "-f", "table")
    assert 0 < result.stdout.index("DISPUTED") < result.stdout.index("“250 passengers”")
    assert result.stdout.index("“250 passengers”") < result.stdout.index("CORROBORATED")
    assert "ordered small craft to stay ashore" in result.stdout.partition("ONLY  gazette")[2]
    assert result.stderr == "2 aligned claims: 1 corroborated, 1 disputed; 3 stand alone\n"
    assert result.exit_code == 1


@pytest.mark.parametrize("columns", [40, 80, 160])
def test_no_line_is_wider_than_the_window_and_no_word_is_cut(
    columns: int, database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    for command in ("check -f table --all", "claims -f table"):
        shown = xref(*command.split(), "-d", database).stdout
        assert max(map(len, shown.splitlines())) <= columns
        assert {"passengers”", "“ordered", "ashore”"} <= set(shown.split())


def test_check_all_shows_what_stands_alone(database: Path) -> None:
    assert "“ordered small" in xref("check", "-d", database, "-f", "table", "--all").stdout


def test_check_ends_with_0_when_nothing_is_disputed(database: Path) -> None:
    assert xref("check", "-d", database, "-k", "quotation").exit_code == 0
    assert xref("check", "-d", database, "-s", "herald").exit_code == 0
    assert xref("check", "-d", database, "-s", "herald", "-s", "gazette").exit_code == 1


def test_check_csv_has_a_row_for_every_claim(database: Path) -> None:
    checked = rows(xref("check", "-d", database))
    assert len({row["id"] for row in checked}) == len(checked) == 8
    assert [row["verdict"] for row in checked][:4] == ["disputed"] * 3 + ["corroborated"]
    assert "250" in checked[0]["reason"]


def test_the_same_check_twice_is_the_same_output(database: Path) -> None:
    first = shell("xref check -f json", database, PYTHONHASHSEED="1")
    second = shell("xref check -f json", database, PYTHONHASHSEED="2")
    assert first.stdout == second.stdout != ""


# Show


def test_show_takes_the_start_of_an_id(
    database: Path, claims: dict[str, Claim], documents: dict[str, Document]
) -> None:
    calm = claims["calm"]
    shown = xref("show", "-d", database, calm.id[:6], "-f", "table").stdout
    assert "“⟦Nobody is in danger,⟧” said harbour master Ines Calloway." in shown
    assert "Ines Calloway said (person, direct)" in shown
    whole = xref("show", "-d", database, documents["gazette"].id[:6], "-f", "table").stdout
    assert "with ⟦212 passengers⟧¹ on board" in whole
    assert [row["id"] for row in rows(xref("show", "-d", database, calm.id))] == [calm.id]
    record = json.loads(xref("show", "-d", database, calm.document_id, "-f", "json").stdout)
    assert record["text"] == documents["gazette"].text
    assert len(record["claims"]) == 4


# What cannot be done: one line on stderr, nothing on stdout, exit code 2


def fails(result: Result, *, says: str) -> None:
    assert result.stdout == ""
    assert result.stderr.count("\n") == 1, result.stderr
    assert result.stderr.startswith("error: ")
    assert says in result.stderr
    assert result.exit_code == 2


@pytest.mark.parametrize("command", READING)
def test_no_database_yet(command: str, tmp_path: Path) -> None:
    path = tmp_path / "none.db"
    fails(xref("-d", path, *command.split()), says="run xref add first")
    assert not path.exists()


def test_a_file_that_is_no_database(write: Callable[[str, str], Path]) -> None:
    fails(xref("sources", "-d", write("a.db", "some text")), says="is not a database")


def test_another_programs_database(tmp_path: Path) -> None:
    import sqlite3

    path = tmp_path / "other.db"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE cats (name TEXT)")
    fails(xref("sources", "-d", path), says="belongs to another program")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ("claims -k rumour", "quantity, quotation, policy, statement"),
        ("check -k rumour", "quantity, quotation, policy, statement"),
        ("claims -s gazete", "gazette"),
        ("check -s herold", "herald"),
        ("show zzzz", 'no document or claim "zzzz"'),
        ("judge CLAIM OTHER perhaps", "agrees, compatible, updates, conflicts, unclear, unrelated"),
        ("judge CLAIM CLAIM agrees", "are the same claim"),
        ("judge CLAIM OTHER CLAIM agrees", "too many"),
        ("judge zzzz agrees", "no alignment"),
        (
            "export -o out.ods",
            "the endings that work are .csv, .xlsx, .md, .html, .json and .jsonld",
        ),
        ("export -o out", "the endings that work are .csv, .xlsx, .md, .html, .json and .jsonld"),
        ("export -o no/such/folder/out.csv", "there is no folder"),
    ],
)
def test_a_wrong_word_is_answered_with_the_right_ones(
    arguments: str, says: str, database: Path, ids: dict[str, str]
) -> None:
    words = [ids.get(word, word) for word in arguments.split()]
    fails(xref("-d", database, *words), says=says)


def test_an_id_that_could_be_several_is_told_so(database: Path, claims: dict[str, Claim]) -> None:
    fails(xref("show", "-d", database, ""), says="")


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("none.txt", None, "no file or folder"),
        ("empty.txt", b"", "has no text in it"),
        ("noise.txt", bytes(range(256)) * 20, "noise.txt"),
    ],
)
def test_a_document_that_cannot_be_read_is_named(
    name: str, content: bytes | None, says: str, tmp_path: Path
) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    for command in ("add", "check"):
        result = xref(command, path, "-d", tmp_path / "new.db")
        assert result.exit_code == 2
        assert says in result.stderr
        assert name in result.stderr
        assert "Traceback" not in result.stderr


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ("chek", "no such command 'chek'. Did you mean 'check'? (xref -h"),
        ("claims -f xml", "'xml' is not one of 'table', 'csv', 'json' (xref claims -h"),
        ("add", "missing argument"),
        ("check --al", "--all"),
        ("sources extra", "extra"),
        ("-d", "requires an argument"),
        ("-f json", "missing command"),
    ],
)
def test_a_command_that_makes_no_sense_is_one_line(arguments: str, says: str) -> None:
    result = CliRunner().invoke(app, arguments.split(), prog_name="xref")
    fails(result, says=says)


def test_without_a_word_the_help_is_shown_but_is_no_result() -> None:
    result = xref()
    assert result.exit_code == 2
    assert result.stdout == ""
    assert "Start with: xref check" in result.stderr


def test_a_fault_of_the_program_is_one_line_and_no_dispute(
    database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(self: object, *, worth: float) -> None:
        raise RuntimeError("out of order")

    monkeypatch.setattr("evidence.Store.counts", broken)
    fails(xref("sources", "-d", database), says="at fault (RuntimeError: out of order)")
    monkeypatch.setenv("XREF_TRACEBACK", "1")
    assert isinstance(xref("sources", "-d", database).exception, RuntimeError)


def test_a_check_that_misses_a_document_is_not_done(write: Callable[[str, str], Path]) -> None:
    path = write("mail.txt", FLOOD)
    result = xref("check", path, path.with_name("none.txt"), "-d", path.with_name("new.db"))
    assert rows(result)
    assert "no file or folder" in result.stderr
    assert result.exit_code == 2


def test_a_blank_path_is_not_the_folder_one_is_in(database: Path) -> None:
    fails(xref("add", "", "-d", database), says="a path is blank")


@pytest.mark.parametrize(
    ("line", "code", "says"),
    [
        ("xref claims >&-", 2, "it is closed"),
        ("xref claims > /dev/full", 2, "No space left"),
        ("xref claims -f json > /dev/full", 2, "No space left"),
        ("xref claims -s nobody 2>&-", 2, ""),
        ("xref add - -s Wire <&-", 2, "standard input has no text"),
    ],
)
def test_a_stream_that_is_closed_or_full_is_one_line(
    line: str, code: int, says: str, database: Path
) -> None:
    done = shell(line, database)
    assert done.returncode == code
    assert says in done.stderr
    assert done.stderr.count("\n") == bool(says)


def test_nothing_found_is_said_to_a_person(database: Path) -> None:
    result = xref("claims", "-d", database, "-q", "nothing like it", "-f", "table")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "nothing found\n")


@pytest.mark.parametrize("columns", ["40", "80"])
def test_sources_are_whole_in_a_narrow_window(
    columns: str, database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    shown = xref("sources", "-d", database, "-f", "table").stdout
    assert "2 quantities · 1 quotation" in " ".join(shown.split()).replace("1 policy · ", "")
    assert "…" not in shown


# Export and judge


@pytest.mark.parametrize("ending", FORMATS)
def test_export_writes_the_table_and_says_so(ending: str, database: Path, tmp_path: Path) -> None:
    path = tmp_path / f"out{ending}"
    result = xref("export", "-d", database, "-o", path)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith(f"wrote {path}\n")
    holder = zipfile.Path(path, "xl/sharedStrings.xml") if ending == ".xlsx" else path
    assert "212 passengers" in holder.read_text(encoding="utf-8")


def test_the_help_of_export_names_every_ending() -> None:
    shown = xref("export", "--help").stdout
    assert set(re.findall(r"\.[a-z]+\b", shown)) >= set(FORMATS)


def test_a_persons_decision_outlives_the_next_check(database: Path, ids: dict[str, str]) -> None:
    told = ("compatible", "--note", "crew", "--by", "Ana")
    made = xref("judge", "-d", database, ids["CLAIM"], ids["OTHER"], *told)
    assert made.exit_code == 0
    assert rows(made)[0]["relation"] == "compatible"
    result = xref("check", "-d", database, "-f", "table")
    assert result.exit_code == 0
    assert "crew (decided by Ana on 20" in " ".join(result.stdout.split())
    found = json.loads(xref("check", "-d", database, "-f", "json").stdout)
    compared = [one for each in found["alignments"] for one in each["comparisons"]]
    (judged,) = [one for one in compared if one["judged"]]
    assert judged["judged_by"] == "Ana"
    assert datetime.fromisoformat(judged["judged_at"]).tzinfo is not None


def test_more_voices_may_be_asked_for(database: Path) -> None:
    def verdicts(*asked: str) -> list[str]:
        return [row["verdict"] for row in rows(xref("check", "-d", database, *asked))]

    assert "corroborated" in verdicts()
    assert "corroborated" not in verdicts("--voices", "9")
    assert xref("check", "-d", database, "--voices", "1").exit_code == 2


def test_a_decision_on_an_alignment_is_one_on_all_its_pairs(database: Path) -> None:
    disputed = rows(xref("check", "-d", database))[0]["alignment"]
    made = xref("judge", "-d", database, disputed[:8], "unrelated")
    assert len(rows(made)) == 3
    assert xref("check", "-d", database).exit_code == 0


def test_two_claims_of_one_document_are_refused(database: Path) -> None:
    of: dict[str, list[str]] = {}
    for row in rows(xref("claims", "-d", database)):
        of.setdefault(row["document"], []).append(row["id"])
    pair = next(ids for ids in of.values() if len(ids) > 1)[:2]
    refused = xref("judge", "-d", database, *pair, "agrees")
    assert refused.exit_code == 2
    assert "stand in one document" in refused.stderr


def test_decisions_come_from_a_file(database: Path, ids: dict[str, str], tmp_path: Path) -> None:
    path = tmp_path / "decisions.csv"
    head = "left,right,relation,note\n"
    path.write_text(f"{head}{ids['CLAIM']},{ids['OTHER']},compatible,crew\n", "utf-8")
    made = xref("judge", "-d", database, "--from", path)
    assert rows(made)[0]["note"] == "crew"
    path.write_text(f"{head}{ids['CLAIM']},{ids['OTHER']},agrees,\nzzzz,yyyy,agrees,\n", "utf-8")
    wrong = xref("judge", "-d", database, "--from", path)
    assert (wrong.exit_code, wrong.stderr.count("\n")) == (2, 1)
    # Nothing of a file with a slip in it is kept.
    assert "crew" in xref("check", "-d", database, "-f", "json").stdout


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", "holds no decisions"),
        ("left,right,relation\n1a,,agrees\n", "row 1: no right"),
        ("left,right,relation\n1a,2b,perhaps\n", "no relation"),
    ],
)
def test_a_file_of_decisions_is_read_with_care(
    content: str, said: str, database: Path, tmp_path: Path
) -> None:
    path = tmp_path / "decisions.csv"
    path.write_text(content, "utf-8")
    result = xref("judge", "-d", database, "--from", path)
    assert result.exit_code == 2
    assert said in result.stderr


def test_what_is_open_is_asked_one_by_one(database: Path) -> None:
    asked = xref("judge", "-d", database, stdin="?\nn\nanother boat\nq\n")
    assert asked.exit_code == 0
    assert "conflicts" in asked.stderr
    (made,) = rows(asked)
    assert (made["relation"], made["note"]) == ("unrelated", "another boat")


def test_the_end_of_the_answers_ends_the_asking(database: Path) -> None:
    assert xref("judge", "-d", database, stdin="").exit_code == 0


# Pipes and terminals


def test_a_closed_pipe_is_quiet(database: Path) -> None:
    done = shell("xref claims -f json | head -n 1", database)
    assert done.stdout == "[\n"
    assert done.stderr == ""


def test_a_closed_pipe_is_quiet_for_a_table(database: Path) -> None:
    done = shell("xref check -f table | exec true; echo ${PIPESTATUS[0]}", database)
    assert "Traceback" not in done.stderr
    assert "Broken pipe" not in done.stderr


def test_interrupting_is_one_line_and_130(database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_: object, *, worth: float) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("evidence.Store.sources", interrupted)
    result = xref("sources", "-d", database)
    assert result.stderr == "interrupted: what was already stored is kept\n"
    assert (result.exit_code, result.stdout) == (130, "")


def test_a_terminal_gets_a_coloured_table(database: Path) -> None:
    shown = terminal("check", database)
    assert "\x1b[1;31mDISPUTED" in shown
    plain = terminal("check", database, NO_COLOR="1")
    assert "\x1b[31m" not in plain
    assert "\x1b[1;31m" not in plain
    assert "DISPUTED" in plain


@pytest.mark.parametrize(
    "command",
    [
        *("claims -f csv", "claims -f json", "claims -f table", "sources -f table"),
        *("check --all -f table", f"show {'d' * 16} -f table", f"show {'c' * 16} -f table"),
    ],
)
def test_no_document_can_command_the_terminal(command: str, tmp_path: Path) -> None:
    from evidence import Store

    evil = "\x1b]0;owned\x07\x9b31m [bold]not bold[/bold] :smile: \u202e"
    path = tmp_path / "evil.db"
    value = {"subject": evil, "predicate": "be", "object": None, "date": None, "place": None}
    claim = Claim(
        id="c" * 16,
        document_id="d" * 16,
        kind="statement",
        start=0,
        end=len(evil),
        text=evil,
        value=value | {"negated": False, "hedged": False},
    )
    with Store(path) as store:
        store.add(Document(id="d" * 16, source=f"evil{evil}", title=evil, text=evil), [claim])
    shown = terminal(command, path, NO_COLOR="1", columns=200)
    for control in ("\x1b]", "\x07", "\x9b", "\u202e"):
        assert control not in shown
    assert "[bold]not" in shown


def test_a_terminal_that_knows_few_letters_is_no_obstacle(database: Path) -> None:
    done = shell("xref claims -q danger", database, PYTHONIOENCODING="ascii")
    assert done.returncode == 0
    assert "Nobody is in danger," in done.stdout


# Adding, with the real reader

FLOOD = "Heavy rain fell on Ostrava on Monday. At least 12 people died, mayor Jana Novak said.\n"
LOSS = "Flooding in Ostrava killed 12 people on Monday. “We lost friends,” mayor Jana Novak said.\n"


def test_one_bad_document_costs_only_itself(
    write: Callable[[str, str], Path], tmp_path: Path
) -> None:
    path, folder = tmp_path / "new.db", write("in/mail.txt", FLOOD).parent
    write("in/post.txt", LOSS)
    write("in/empty.txt", "")
    write("in/deep/mail.txt", "The river Ostravice fell by two metres on Tuesday.\n")
    first = xref("add", folder, "-d", path)
    assert first.exit_code == 2
    assert [row["outcome"] for row in rows(first)] == ["added", "added"]
    assert all(int(row["claims"]) > 0 for row in rows(first))
    *problems, stored = first.stderr.splitlines()
    assert ["same source" in problem for problem in problems].count(True) == 1
    assert ["empty.txt has no text" in problem for problem in problems].count(True) == 1
    assert stored == "2 documents stored, 2 errors"
    again = xref("add", folder, "-d", path, "--refresh")
    assert [row["outcome"] for row in rows(again)] == ["already there", "already there"]


def test_check_with_paths_is_the_whole_job_and_of_those_documents_only(
    write: Callable[[str, str], Path], database: Path
) -> None:
    files = write("mail.txt", FLOOD), write("post.txt", LOSS), write("empty.txt", "")
    result = xref("check", *files, "-d", database)
    assert result.exit_code in (1, 2)
    assert {row["source"] for row in rows(result)} == {"mail", "post"}
    assert "12 people" in {row["text"] for row in rows(result)}
    assert "empty.txt has no text" in result.stderr
    assert {row["source"] for row in rows(xref("check", "-d", database))} > {"mail", "gazette"}


def test_standard_input_is_a_document_with_the_source_given(tmp_path: Path) -> None:
    path = tmp_path / "new.db"
    fails(xref("add", "-", "-d", path, stdin=LOSS), says="names no source")
    added = xref("add", "-", "-d", path, "-s", "The Post", stdin=LOSS)
    assert [row["source"] for row in rows(added)] == ["The Post"]


def test_claims_all_lists_what_is_hardly_worth_checking_and_by_worth_orders(
    tmp_path: Path, documents: dict[str, Document]
) -> None:
    from evidence import Store
    from tests.evidence.make import claim

    path, gazette = tmp_path / "worth.db", documents["gazette"]
    with Store(path) as store:
        made = [claim(gazette, start, start + 5) for start in (0, 6, 12)]
        for one, worth in zip(made, (0.7, 0.3), strict=False):
            one.context = {"worth": worth}
        store.add(gazette, made)

    def starts(*options: str) -> list[int]:
        listed = xref("claims", "-d", str(path), "-f", "json", *options)
        return [one["start"] for one in json.loads(listed.stdout)]

    assert starts() == [0, 12]
    assert starts("--all") == [0, 6, 12]
    assert starts("--all", "--by-worth") == [12, 0, 6]
