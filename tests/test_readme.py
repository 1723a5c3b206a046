"""The README keeps its word: its commands exist, and what it says to run is what is run."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from cli import app
from xref.relation import Code, Relation

ROOT = Path(__file__).parent.parent
FENCE = re.compile(r"^```(sh|shell|bash|console)\n(.*?)^```", re.MULTILINE | re.DOTALL)
CALL = re.compile(r"^(?:\$ )?(?:.*&& )?(xref .*)$")


def readme() -> str:
    return (ROOT / "README.md").read_text(encoding="utf-8")


def blocks() -> list[str]:
    """The fenced shell blocks, in order."""
    return [block for _, block in FENCE.findall(readme())]


def calls() -> list[list[str]]:
    """Every call of xref in a shell block, as words; what follows a pipe is another program."""
    lines = "\n".join(blocks()).replace("\\\n", " ").splitlines()
    found = [match[1] for line in lines if (match := CALL.match(line.strip()))]
    return [shlex.split(re.split(r"[|>;&#]", call)[0])[1:] for call in found]


def help_of(*command: str) -> str:
    return CliRunner().invoke(app, [*command, "--help"]).stdout


def commands() -> list[str]:
    listing = help_of().partition("Commands:")[2]
    return [line.split()[0] for line in listing.splitlines() if line.strip()]


def test_every_command_stands_in_the_readme() -> None:
    assert commands()
    for command in commands():
        assert f"xref {command}" in readme(), command


def test_every_reason_and_relation_stands_in_the_readme() -> None:
    for name in (*Code, *(relation.value for relation in Relation)):
        assert re.search(rf"[`|] ?{name}[` ]", readme()), name


def test_every_call_in_the_readme_can_be_made() -> None:
    assert calls()
    for words in calls():
        command = next((word for word in words if word in commands()), "")
        assert command or words[:1] == ["--help"] or words[:1] == ["--version"], words
        known = help_of(command) if command else help_of()
        for option in (word.partition("=")[0] for word in words if word.startswith("-")):
            assert option == "-" or re.search(rf"(^|\s|,){option}\b", known), (words, option)


def test_what_the_readme_shows_is_what_is_printed(tmp_path: Path) -> None:
    database = str(tmp_path / "xref.db")
    shows = [words for words in calls() if words[0] == "show"]
    assert shows
    runs = [["check", "seeds/"], *shows, ["claims", "--speaker", "Dorne"]]
    printed: set[str] = set()
    for words in runs:
        # In its own process, on the width of the README.
        done = subprocess.run(
            [sys.executable, "cli.py", *words, "-f", "table", "-d", database],
            capture_output=True,
            encoding="utf-8",
            env={**os.environ, "COLUMNS": "80"},
            cwd=ROOT,
            check=False,
        )
        printed |= {line.rstrip() for line in (done.stdout + done.stderr).splitlines()}
    shown = "".join(re.findall(r"^```text\n(.*?)^```", readme(), re.MULTILINE | re.DOTALL))
    lines = {line.rstrip() for line in shown.splitlines()} - {"", "…"}
    assert lines <= printed, sorted(lines - printed)


def test_the_first_block_installs_and_checks_the_samples() -> None:
    first = blocks()[0]
    assert "-m venv" in first
    assert "pip install" in first
    assert first.rstrip().endswith("xref check seeds/")


def test_the_second_block_runs_the_tests_and_is_what_ci_runs() -> None:
    second = blocks()[1]
    assert "[test]" in second
    assert "pytest" in second.rstrip().splitlines()[-1]
    printed = subprocess.run(
        ["bash", ".ci/run", "--print"], cwd=ROOT, capture_output=True, encoding="utf-8", check=True
    )
    assert printed.stdout == second


@pytest.mark.parametrize("code", ["0", "1", "2"])
def test_the_exit_codes_are_told(code: str) -> None:
    assert re.search(rf"(?m)^\W*`?{code}`?\W", readme())


def test_the_licence_and_the_changelog_are_there() -> None:
    assert (ROOT / "LICENSE").read_text(encoding="utf-8").startswith("MIT License")
    assert "## [Unreleased]" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
