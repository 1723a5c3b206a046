"""The command line: wiring and wording; the only file that prints."""

import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text
from typer.core import TyperGroup

if TYPE_CHECKING:
    from claims.adding import Adding
    from evidence import InputError, Store
    from xref.check import Check
    from xref.judging import Decision
    from xref.report.screen import Block, Words

# Longer lines than this are hard to read, however wide the window is.
WIDEST = 120
STYLES = {
    "strong": "bold",
    "dim": "dim",
    "corroborated": "bold green",
    "disputed": "bold red",
    "unclear": "bold yellow",
    "single-source": "bold cyan",
    "agrees": "green",
    "compatible": "green",
    "updates": "cyan",
    "conflicts": "red",
    "quantity": "cyan",
    "quotation": "green",
    "policy": "magenta",
    "statement": "blue",
}


class Format(StrEnum):
    """How a result is written to standard output."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"


class Output(Console):
    """A console for words that others wrote: nothing in them is markup."""

    def __init__(self, *, stderr: bool = False) -> None:
        """Write to standard output, or to standard error."""
        super().__init__(stderr=stderr, markup=False, emoji=False, highlight=False)
        self.width = min(self.width, WIDEST)

    def on_broken_pipe(self) -> None:
        """Leave a closed pipe to the one error boundary, like any other write to it."""
        raise BrokenPipeError


class Commands(TyperGroup):
    """The one error boundary: what cannot be done is one line on stderr and exit code 2."""

    def main(self, *args: Any, **extra: Any) -> Any:
        """Read the command line, run what it asks for, and end with the exit code."""
        try:
            if sys.stdout is None:
                raise OSError("it is closed")
            code = super().main(*args, **extra | {"standalone_mode": False})
        except Exception as error:
            code = _failed(error)
        try:
            sys.stdout.flush()
        except (AttributeError, OSError):
            _silence_output()
        sys.exit(code or 0)

    def invoke(self, ctx: Any) -> Any:
        """Run the chosen command; Typer has its own ways with these two, which say nothing."""
        try:
            try:
                return super().invoke(ctx)
            finally:
                # What was written has to arrive before it counts as done.
                sys.stdout.flush()
        except KeyboardInterrupt:
            say("interrupted: what was already stored is kept", style="red")
            raise typer.Exit(130) from None
        except BrokenPipeError:
            # Whoever reads has seen enough.
            raise typer.Exit(141) from None


def _silence_output() -> None:
    """Let nothing more be written: at its end Python would try once more, and complain."""
    # A test's stream is no file, and nothing is left in it.
    with suppress(AttributeError, OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _failed(error: Any) -> int:
    """Say in one line why it could not be done, and what to try; the exit code for it."""
    if not hasattr(error, "format_message"):
        say(f"error: {_fault(error)}", style="red")
        return 2
    # The command line as it was written makes no sense; without a word on it, this is the help.
    said, context = error.format_message(), getattr(error, "ctx", None)
    if context and said == context.get_help():
        typer.echo(said, err=True)
        return 2
    # Two words of the library that checks an option's value, and say nothing of it.
    said = said.replace("Value error, ", "").rstrip(".")
    called = context.command_path if context else "xref"
    say(f"error: {said[:1].lower()}{said[1:]} ({called} -h says more)", style="red")
    return 2


def _fault(error: Exception) -> str:
    """What an exception comes to for the person who asked, and what to try."""
    # Imported here, because --help must not load the database.
    from evidence import InputError

    if isinstance(error, InputError):
        return str(error)
    if isinstance(error, OSError) and error.filename is None:
        return f"the output cannot be written ({error.strerror or error}): check where it goes"
    if os.environ.get("XREF_TRACEBACK"):
        raise error
    said = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    return f"xref itself is at fault ({said}): report it with what XREF_TRACEBACK=1 shows"


app = typer.Typer(
    cls=Commands,
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

Database = Annotated[
    str, typer.Option("--database", "-d", metavar="PATH|URL", help="As before the command.")
]
Shape = Annotated[
    Format | None,
    typer.Option("--format", "-f", help="Default: a table on a terminal, CSV in a pipe."),
]
Paths = typer.Argument(metavar="PATH", help="Files, folders, URLs, or - for standard input.")
Only = Annotated[
    list[str] | None,
    typer.Option("--source", "-s", metavar="SOURCE", help="Only this source; may be repeated."),
]
VoiceCount = Annotated[
    int,
    typer.Option(
        "--voices", metavar="N", min=2, help="So many independent voices are needed to corroborate."
    ),
]
KindName = Annotated[
    str | None,
    typer.Option(
        "--kind", "-k", metavar="KIND", help="Only quantity, quotation, policy or statement."
    ),
]


def _version(asked: bool) -> None:
    if asked:
        from importlib.metadata import PackageNotFoundError, version

        try:
            number = version("xref-claims")
        except PackageNotFoundError:
            number = "(not installed: run from its files)"
        put(f"xref {number}\n")
        raise typer.Exit


@app.callback()
def main(
    ctx: typer.Context,
    database: Annotated[
        str,
        typer.Option(
            "--database",
            "-d",
            envvar="XREF_DATABASE",
            metavar="PATH|URL",
            help="Where documents and claims are stored.",
        ),
    ] = "xref.db",
    format: Shape = None,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """Cross-check sources: what each one claims, and where they corroborate or differ.

    Start with: xref check articles/

    Exit codes: 0 done, nothing disputed; 1 a dispute was found; 2 it could not be done.
    """
    # These two are heard before and after the command, whichever comes to mind first.
    given = {"database": database, "format": format}
    if isinstance(ctx.command, TyperGroup):
        ctx.default_map = dict.fromkeys(ctx.command.commands, given)


@app.command()
def add(
    paths: Annotated[list[str], Paths],
    source: Annotated[
        str | None,
        typer.Option("--source", "-s", metavar="SOURCE", help="Who published all of these."),
    ] = None,
    refresh: Annotated[
        bool, typer.Option("--refresh", help="Read again what an older reader has read.")
    ] = False,
    database: Database = "",
    format: Shape = None,
) -> None:
    """Read documents and store their claims.

    Example: xref add article.html notes.pdf --source "The Gazette"
    """
    from claims.kind import WORTH
    from evidence import Store

    with Store(database) as store:
        adding = _add(store, paths, source=source, refresh=refresh)
        if not adding.added:
            raise typer.Exit(2)
        counts = store.counts(worth=WORTH)
    rows = [
        (outcome, one.source, one.path, sum(counts.get(one.id, {}).values()), one.id)
        for one, outcome in adding.added
    ]
    emit(format, ("outcome", "source", "path", "claims", "document"), rows)
    if adding.errors:
        raise typer.Exit(2)


@app.command()
def sources(database: Database = "", format: Shape = None) -> None:
    """List sources and documents, with how many claims they make.

    Example: xref sources
    """
    from claims.kind import WORTH
    from evidence import Store
    from xref.report.json import source_record
    from xref.report.rows import SOURCE, source_rows
    from xref.report.screen import sources_page

    with Store(database) as store:
        counts, stored = store.counts(worth=WORTH), store.sources(worth=WORTH)
    records = [source_record(one, counts) for one in stored]
    page = sources_page(stored, counts)
    emit(format, SOURCE, source_rows(stored, counts), records=records, page=page)


@app.command()
def claims(
    source: Only = None,
    kind: KindName = None,
    speaker: Annotated[
        str | None, typer.Option("--speaker", metavar="NAME", help="Only quotations of this one.")
    ] = None,
    text: Annotated[
        str | None, typer.Option("--query", "-q", metavar="TEXT", help="Only with these words.")
    ] = None,
    everything: Annotated[
        bool, typer.Option("--all", "-a", help="Also what is hardly worth checking.")
    ] = False,
    by_worth: Annotated[
        bool, typer.Option("--by-worth", help="What is most worth checking first.")
    ] = False,
    database: Database = "",
    format: Shape = None,
) -> None:
    """List claims, with their exact words and how they were read.

    Example: xref claims --kind quotation --speaker Calloway
    """
    from claims.kind import WORTH
    from evidence import Claim, Store
    from xref.report.json import claim_record
    from xref.report.rows import CLAIM, claim_row
    from xref.report.screen import claims_page
    from xref.stored import known_sources

    with Store(database) as store:
        known_sources(store, source or ())
        found: Iterator[Claim] = store.claims(
            sources=source or None,
            kind=_kind(kind),
            speaker=speaker,
            text=text,
            worth=0.0 if everything else WORTH,
        )
        if by_worth:
            # Sorting keeps the order of the text among those that are worth as much.
            found = iter(sorted(found, key=lambda claim: -claim.worth))
        rows, records = map(claim_row, found), map(claim_record, found)
        emit(format, CLAIM, rows, records=records, page=claims_page(found))


@app.command()
def show(
    id: Annotated[
        str, typer.Argument(metavar="ID", help="Of a claim or document; its start will do.")
    ],
    database: Database = "",
    format: Shape = None,
) -> None:
    """Show a claim in its text, or a document with its claims marked.

    Example: xref show 1a2b3c4d
    """
    from claims.kind import WORTH
    from evidence import Claim, Store
    from xref.report.json import claim_record, text_record
    from xref.report.rows import CLAIM, claim_row
    from xref.report.screen import claim_page, document_page

    with Store(database) as store:
        found = store.lookup(id)
        if isinstance(found, Claim):
            row, record, page = claim_row(found), claim_record(found), claim_page(found)
            emit(format, CLAIM, [row], records=record, page=page)
        else:
            own = list(store.claims(documents=[found.id], worth=WORTH))
            rows, record, page = (
                map(claim_row, own),
                text_record(found, own),
                document_page(found, own),
            )
            emit(format, CLAIM, rows, records=record, page=page)


@app.command()
def check(
    paths: Annotated[list[str] | None, Paths] = None,
    source: Only = None,
    kind: KindName = None,
    everything: Annotated[
        bool, typer.Option("--all", "-a", help="Show claims that stand alone one by one.")
    ] = False,
    voices: VoiceCount = 2,
    database: Database = "",
    format: Shape = None,
) -> None:
    """Show where sources corroborate, differ or stand alone.

    Documents at PATH are added first; without PATH, all that are stored are checked.

    Example: xref check articles/
    """
    from evidence import Store
    from xref.report.json import record
    from xref.report.rows import CHECKED, checked_rows
    from xref.report.screen import check_page
    from xref.stored import check_stored

    wanted = _kind(kind)
    with Store(database) as store:
        chosen = None
        incomplete = False
        if paths:
            adding = _add(store, paths)
            incomplete = bool(adding.errors)
            if not adding.added:
                raise typer.Exit(2)
            chosen = {document.id for document, _ in adding.added}
        found = check_stored(
            store, documents=chosen, sources=source or (), kind=wanted, voices=voices
        )
    page = check_page(found, everything=everything)
    emit(format, CHECKED, checked_rows(found), records=record(found), page=page)
    _conclude(found, incomplete=incomplete)


@app.command()
def export(
    output: Annotated[
        Path,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="Ends in .csv, .xlsx, .md, .html, .json or .jsonld.",
        ),
    ],
    source: Only = None,
    kind: KindName = None,
    voices: VoiceCount = 2,
    database: Database = "",
    format: Shape = None,
) -> None:
    """Write the comparison table to a file.

    Example: xref export -o comparison.md
    """
    from evidence import Store
    from xref.report import write, writer
    from xref.stored import check_stored

    content = writer(output)
    wanted = _kind(kind)
    with Store(database) as store:
        found = check_stored(store, sources=source or (), kind=wanted, voices=voices)
    write(content(found), output)
    say(f"wrote {output}")
    _conclude(found)


@app.command()
def judge(
    given: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="ID… RELATION",
            help="Two claims, or an alignment, and agrees, compatible, updates, conflicts, unclear "
            "or unrelated. Without them, what is open is asked one by one.",
        ),
    ] = None,
    note: Annotated[str, typer.Option("--note", help="Why, in your own words.")] = "",
    by: Annotated[
        str,
        typer.Option(
            "--by", envvar="XREF_JUDGE", metavar="NAME", help="Who decides. [default: your login]"
        ),
    ] = "",
    file: Annotated[
        str,
        typer.Option("--from", help="A CSV file with columns left, right, relation, note, by."),
    ] = "",
    database: Database = "",
    format: Shape = None,
) -> None:
    """Record your decision on claims, an alignment, or what is open.

    Example: xref judge 1a2b3c4d 5e6f7a8b conflicts --note "same day, same count"
    """
    from evidence import InputError, Store
    from xref.judging import RELATIONS, Decision, decisions
    from xref.stored import pairs

    *ids, relation = given or [""]
    name = by.strip() or _login()
    if given and file:
        raise InputError("give ids or --from FILE, not both")
    with Store(database) as store:
        if file:
            decided: Iterable[Decision] = decisions(Path(file))
            for one in decided:
                # A file with a slip in it changes nothing.
                store.claim(one.left), store.claim(one.right)
        elif not given:
            decided = _asked(store)
        else:
            relation = _one_of("relation", relation, RELATIONS)
            if len(ids) not in (1, 2):
                many = f"{len(ids)} ids are too many" if ids else "no id"
                raise InputError(f"{many}: give two claims, or one alignment, and a relation")
            both = [(ids[0], ids[1])] if len(ids) == 2 else pairs(store, ids[0])
            decided = [Decision(left, right, relation, note) for left, right in both]
        made = [
            store.judge(one.left, one.right, one.relation, one.note, by=one.by or name)
            for one in decided
        ]
    columns = ("left", "right", "relation", "note", "judged_by", "judged_at")
    emit(format, columns, [tuple(getattr(one, column) for column in columns) for one in made])


def _login() -> str:
    """The name that whoever sits here logged in with; "" where the system knows none."""
    from getpass import getuser

    with suppress(OSError, KeyError, ImportError):
        return getuser()
    return ""


ANSWERS = {
    "a": "accept",
    "n": "not the same thing",
    "c": "not a conflict",
    "s": "skip",
    "q": "quit",
}


def _asked(store: "Store") -> "Iterator[Decision]":
    """Go through what is open, the worst first, and ask; each answer is kept at once."""
    from xref.judging import UNRELATED, Decision, open_findings
    from xref.report.marked import sentence
    from xref.stored import check_stored

    found = open_findings(check_stored(store))
    if not found:
        say("nothing is open: no dispute, update or unclear comparison waits for you")
    for number, one in enumerate(found, 1):
        say(
            f"{number} of {len(found)}: {one.finding.relation}: {one.finding.reason}",
            style="strong",
        )
        for claim in (one.left, one.right):
            say(f"  {claim.document.source}: {claim.document.text[slice(*sentence(claim))]}")
        answer = _answer()
        if answer == "q":
            return
        relations = {"a": str(one.finding.relation), "n": UNRELATED, "c": "compatible"}
        if answer in relations:
            note = _read("note (or nothing): ") or ""
            yield Decision(one.left.id, one.right.id, relations[answer], note)


def _answer() -> str:
    """One of the keys; the end of the input means to stop."""
    question = ", ".join(f"{key} {meaning}" for key, meaning in ANSWERS.items())
    while True:
        line = _read(f"{question}? ")
        if line is None:
            return "q"
        if line.lower()[:1] in {*ANSWERS}:
            return line.lower()[:1]


def _read(question: str) -> str | None:
    """A line of what a person types; None at the end. Asked where results do not go."""
    if sys.stderr is not None:
        sys.stderr.write(question)
        sys.stderr.flush()
    line = sys.stdin.readline() if sys.stdin is not None else ""
    return line.strip() if line else None


def _add(
    store: "Store", paths: Sequence[str], *, source: str | None = None, refresh: bool = False
) -> "Adding":
    """Add what is at `paths`, and say at the end what could not be."""
    from claims.adding import KNOWN, Adding
    from xref.report.prose import count

    adding = Adding(store)
    with _progress() as progress:
        adding.add(paths, source=source, refresh=refresh, progress=progress)
    for problem in adding.errors:
        complain(problem)
    stored = {document.id for document, _ in adding.added}
    new = {document.id for document, outcome in adding.added if outcome != KNOWN}
    if new:
        _read_pairs(store, new)
    if adding.errors and stored:
        say(f"{count(len(stored), 'document')} stored, {count(len(adding.errors), 'error')}")
    return adding


def _read_pairs(store: "Store", added: set[str]) -> None:
    """Read what the words of claims that meet now do to one another, as checking will need it."""
    from claims import liken, match, relate
    from xref.read_pairs import Readers, read_pairs

    readers = Readers(relate, liken, match)
    with _progress() as progress:
        read_pairs(
            store, readers, added, progress=lambda done, of: progress(f"pair {done} of {of}")
        )


def _kind(name: str | None) -> str | None:
    from claims.registry import BY_NAME

    return None if name is None else _one_of("kind", name, list(BY_NAME))


def _one_of(what: str, name: str, known: Sequence[str]) -> str:
    if name not in known:
        from evidence import InputError

        raise InputError(f'no {what} "{name}": it is one of {", ".join(known)}')
    return name


def _conclude(check: "Check", *, incomplete: bool = False) -> None:
    """Say what it comes to, and end with the exit code for it.

    A dispute is one whatever else is missing; but nothing is said to be undisputed
    that could not all be read.
    """
    from xref.report.prose import summary
    from xref.verdict import Verdict

    say(summary(check))
    if any(alignment.verdict is Verdict.DISPUTED for alignment in check.alignments):
        raise typer.Exit(1)
    if incomplete:
        raise typer.Exit(2)


def emit(
    format: Format | None,
    columns: Sequence[str],
    rows: "Iterable[Sequence[object]]",
    *,
    records: object = None,
    page: "Iterable[Block] | None" = None,
) -> None:
    """Write rows to standard output: a table on a terminal, CSV in a pipe, or as asked.

    `records` and `page` are what JSON and a terminal show instead of the rows, if given.
    """
    match format or (Format.TABLE if sys.stdout.isatty() else Format.CSV):
        case Format.JSON:
            named = (dict(zip(columns, row, strict=True)) for row in rows)
            records = named if records is None else records
            whole = list(records) if isinstance(records, Iterator) else records
            put(json.dumps(whole, ensure_ascii=False, indent=2) + "\n")
        case Format.CSV:
            from xref.report import csv

            for line in csv.lines(columns, rows):
                put(line)
        case Format.TABLE if page is None:
            table = Table(box=None, header_style="bold", pad_edge=False)
            for column in columns:
                # An id or a path is of no use without its end.
                table.add_column(column, overflow="fold")
            for row in rows:
                table.add_row(*(words(str(cell)) for cell in row))
            Output().print(table)
        case Format.TABLE:
            draw(page)


def put(text: str) -> None:
    """Write to standard output as it is, except that a terminal is not given its controls."""
    sys.stdout.write(_visible(text) if sys.stdout.isatty() else text)


def say(message: str, *, style: str = "") -> None:
    """Say one line on standard error; where that is closed, nobody listens."""
    if sys.stderr is None:
        return
    Output(stderr=True).print(words(" ".join(message.split()), style), soft_wrap=True)


def complain(error: "InputError") -> None:
    """Say what could not be done, and what to try."""
    say(f"error: {error}", style="red")


def words(text: str, style: str = "") -> Text:
    """Text as it is: nothing in it is markup, and no terminal obeys it."""
    return Text(_visible(text), style)


def _visible(text: str) -> str:
    from xref.report.prose import visible

    return visible(text)


@contextmanager
def _progress() -> "Iterator[Callable[[str], None]]":
    """A function to call with the name of each document that is read; shown on a terminal."""
    console = Output(stderr=True)
    if not console.is_terminal:
        yield lambda _: None
        return
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (
        SpinnerColumn(),
        TextColumn("{task.completed} read: {task.description}", markup=False),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=console, transient=True) as progress:
        task = progress.add_task("", total=None)
        yield lambda name: progress.update(task, advance=1, description=_visible(name))


def draw(page: "Iterable[Block]") -> None:
    """Show a page on standard output, in the colours of its words' roles."""
    from xref.report.screen import Line

    out = Output()
    block: Block | None = None
    for block in page:
        if isinstance(block, Line):
            out.print(Padding(_coloured(block.words), (0, 0, 0, block.indent)))
            continue
        grid = Table.grid(padding=(0, 2, 0, 0), expand=True)
        for width in block.widths:
            grid.add_column(max_width=width or None, ratio=None if width else 1)
        for row in block.rows:
            grid.add_row(*map(_coloured, row))
        out.print(Padding(grid, (0, 0, 0, 2)))
    if block is None:
        say("nothing found")


def _coloured(pieces: "Words") -> Text:
    return Text.assemble(*(words(text, STYLES.get(role, "")) for text, role in pieces))


if __name__ == "__main__":
    app()
