"""The architecture as a test: who may import whom, who may print, and what loads what."""

import ast
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
ORDER = ["evidence", "claims", "xref"]
# A library belongs to one part, so that replacing it touches one part.
OWNERS = {
    "sqlalchemy": "evidence",
    "sqlmodel": "evidence",
    "trafilatura": "evidence",
    "pypdf": "evidence",
    "docx": "evidence",
    "spacy": "claims",
    "onnxruntime": "claims",
    "tokenizers": "claims",
    "rapidfuzz": "xref",
    "xlsxwriter": "xref",
    "typer": "cli.py",
    "rich": "cli.py",
}
HEAVY = ["spacy", "onnxruntime", "tokenizers"]


def modules(part: str) -> list[Path]:
    """The files of a package, or the one file of that name; the training extra is apart."""
    path = ROOT / part
    files = [path] if path.is_file() else sorted(path.rglob("*.py"))
    return [file for file in files if "training" not in file.parts]


def imports(path: Path) -> set[str]:
    """The top-level names that a file imports, at whatever depth of its code."""
    return set(_imports(ast.parse(path.read_text(encoding="utf-8"))))


def _imports(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.split(".")[0]


@pytest.mark.parametrize("package", ORDER)
def test_a_package_imports_only_what_is_below_it(package: str) -> None:
    above = {*ORDER[ORDER.index(package) + 1 :], "cli"}
    assert modules(package)
    for path in modules(package):
        assert not above & imports(path), path


@pytest.mark.parametrize("library", OWNERS)
def test_a_library_is_imported_by_its_owner_only(library: str) -> None:
    for part in [*ORDER, "cli.py"]:
        for path in modules(part):
            assert part == OWNERS[library] or library not in imports(path), path


def test_one_file_knows_the_network_and_its_runtime() -> None:
    users = [path for path in modules("claims") if "onnxruntime" in imports(path)]
    assert len(users) == 1, users


def test_only_the_command_line_prints() -> None:
    for path in (file for part in ORDER for file in modules(part)):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            printed = isinstance(node, ast.Call) and getattr(node.func, "id", "") == "print"
            streamed = isinstance(node, ast.Attribute) and node.attr in {"stdout", "stderr"}
            assert not printed, path
            assert not streamed, path


def test_nothing_imports_click() -> None:
    for path in (file for part in [*ORDER, "cli.py"] for file in modules(part)):
        assert "click" not in imports(path), path


def test_every_kind_can_be_compared() -> None:
    from claims.registry import KINDS
    from xref.comparators import COMPARATORS

    assert list(COMPARATORS) == [kind.name for kind in KINDS]


@pytest.mark.parametrize(
    "arguments",
    [
        "--help",
        "sources",
        "claims",
        "claims -k quantity -f json",
        "show CLAIM",
        "show DOCUMENT",
        "check",
        "check -f json",
        "export -o OUT.md",
        "judge CLAIM OTHER agrees",
    ],
)
def test_reading_commands_load_no_language_model(
    arguments: str, database: Path, ids: dict[str, str], tmp_path: Path
) -> None:
    for word, path in {**ids, "OUT.md": str(tmp_path / "out.md")}.items():
        arguments = arguments.replace(word, path)
    loaded = _loaded_by(arguments.split(), database)
    assert not loaded & set(HEAVY)
    assert "typer" in loaded


def test_help_loads_neither_the_database_nor_the_comparison(tmp_path: Path) -> None:
    loaded = _loaded_by(["--help"], tmp_path / "none.db")
    assert not loaded & {"sqlmodel", "sqlalchemy", "numpy", "rapidfuzz", "trafilatura", "pypdf"}


def _loaded_by(arguments: list[str], database: Path) -> set[str]:
    program = (
        "import json, sys; from cli import app\n"
        "try: app(prog_name='xref')\n"
        "except SystemExit as done: assert done.code in (0, 1), done.code\n"
        "finally: json.dump(sorted({n.split('.')[0] for n in sys.modules}), sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, *arguments],
        cwd=ROOT,
        env={"XREF_DATABASE": str(database), "PATH": "", "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr
    return set(json.loads(done.stderr.splitlines()[-1]))
