"""What many tests need: a plain terminal, and one small story told by three outlets by hand."""

import os
import re
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, settings

from evidence.records import Claim, Document, Span, claim_id, digest

if TYPE_CHECKING:
    from spacy.language import Language
from xref.alignment import Alignment, alignment_id
from xref.check import Check
from xref.relation import Code, Comparison, Finding, Relation
from xref.verdict import Verdict

# A run of the tests tries the same examples every time; "search" tries many, at random. How long
# an example takes tells of the machine, not of the code, so no clock decides in either.
UNTIMED = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("repeatable", UNTIMED, derandomize=True, print_blob=False)
settings.register_profile("search", UNTIMED, derandomize=False, max_examples=5_000, print_blob=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "repeatable"))


# The files that take longest: begun first, the others fill what time the second worker has left.
_LONGEST = ("test_pairs.py", "test_policies.py", "test_news_quantities.py", "test_relations.py")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the longest files, so that no worker waits for the other at the end."""
    names = {name: rank for rank, name in enumerate(_LONGEST)}
    items.sort(key=lambda item: names.get(item.path.name, len(names)))


def pytest_configure(config: pytest.Config) -> None:
    """Workers of a parallel run have the cores between them: a network takes one, not all."""
    if hasattr(config.option, "loadscopereorder"):
        config.option.loadscopereorder = False
    if "PYTEST_XDIST_WORKER" in os.environ:
        from claims import model_files

        every = model_files.open_session
        model_files.open_session = lambda path, *, threads=0: every(path, threads=threads or 1)


TEXTS = {
    "gazette": (
        "Ferry runs aground\n\nThe ferry Marigold ran aground on Tuesday with 212 passengers on "
        "board.\n\n“Nobody is in danger,” said harbour master Ines Calloway. The port authority "
        "ordered small craft to stay ashore. At least nine crew members were taken off.\n"
    ),
    "herald": (
        "Marigold stuck off Port Ellery\n\nThe ferry Marigold was carrying 250 passengers when it "
        "ran aground on Tuesday.\n\n“Nobody is in danger,” Ms Calloway told reporters.\n"
    ),
    "courier": (
        "Rescue at sea\n\nThe ferry Marigold, with more than 200 passengers on board, ran aground "
        "on Tuesday. “=Nobody is in any danger,” said Calloway [sic].\n"
    ),
}
AGREES = Finding(Relation.AGREES, Code.EXACT, "both say so")
CONFLICTS = Finding(Relation.CONFLICTS, Code.NUMERIC, "212 against 250")
BOUNDS = Finding(Relation.COMPATIBLE, Code.BOUNDS, "more than 200 allows 212")
PASSENGERS = {"unit": "passenger", "counted": "passengers"}


@pytest.fixture(autouse=True)
def _plain_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Output must not depend on who runs the tests, nor on their window."""
    for name in ("XREF_DATABASE", "FORCE_COLOR", "NO_COLOR", "TTY_COMPATIBLE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("TERM", "xterm-256color")


def document(source: str, text: str, **known: Any) -> Document:
    """A document as `evidence.read` would make it."""
    return Document(
        id=digest(source, text), source=source, text=text, path=f"{source}.txt", **known
    )


def claim(of: Document, kind: str, words: str, value: Mapping[str, Any]) -> Claim:
    """A claim whose evidence is the first place where `words` stand in the document."""
    start = of.text.index(words)
    end = start + len(words)
    return Claim(
        id=claim_id(of.id, kind, start, end, dict(value)),
        document_id=of.id,
        document=of,
        kind=kind,
        start=start,
        end=end,
        text=words,
        value=dict(value),
        context=_context(of.text, start, end),
    )


def _context(text: str, start: int, end: int) -> dict[str, Any]:
    first, last = text.rfind("\n", 0, start) + 1, text.index(".", end) + 1
    sentence = text[first:last]
    return {
        "start": first,
        "end": last,
        "lemmas": [word.lower() for word in re.findall(r"[A-Za-z]{4,}", sentence)],
        "names": [name for name in ("Marigold", "Calloway") if name in sentence],
        "places": [],
        "dates": [day for day in ("Tuesday",) if day in sentence],
    }


def quantity(of: Document, words: str, amount: int, **said: Any) -> Claim:
    """A quantity of passengers, unless told otherwise."""
    scope = {"place": None, "time": None, "group": None, "said_by": None}
    value = {"amount": amount, "bound": "exact", **PASSENGERS, "scope": scope, **said}
    return claim(of, "quantity", words, value)


def quotation(of: Document, words: str, speaker: str | None, cue: str = "said") -> Claim:
    """A direct quotation of a person, or of nobody."""
    said = {"speaker": speaker, "speaker_kind": "person" if speaker else "none", "cue": cue}
    found = claim(of, "quotation", words, {**said, "content": words, "form": "direct"})
    if speaker:
        start = of.text.index("Calloway")
        found.spans = [Span(role="speaker", start=start, end=start + 8, text="Calloway")]
    return found


def alignment(verdict: Verdict, *claims: Claim, findings: tuple[Finding, ...] = ()) -> Alignment:
    """An alignment of claims; each finding is one on the first and the last of them."""
    first, second = claims[0], claims[-1]
    return Alignment(
        id=alignment_id(claims),
        kind=first.kind,
        topic=f"about {first.text}",
        verdict=verdict,
        claims=claims,
        sources=len({claim.document.source for claim in claims}),
        independent=len(claims),
        comparisons=tuple(Comparison(first, second, finding) for finding in findings),
    )


@pytest.fixture
def documents() -> dict[str, Document]:
    """The three documents of the story, by source."""
    published = {"gazette": date(2024, 3, 5), "herald": date(2024, 3, 6)}
    return {
        source: document(source, text, title=text.split("\n")[0], published=published.get(source))
        for source, text in TEXTS.items()
    }


@pytest.fixture
def claims(documents: dict[str, Document]) -> dict[str, Claim]:
    """The claims of the story by a short name."""
    gazette, herald, courier = (documents[source] for source in TEXTS)
    ashore = {
        "issuer": "the port authority",
        "modality": "must",
        "addressee": "small craft",
        "action": "stay ashore",
        "conditions": [],
        "penalty": None,
    }
    crew = {"bound": "at_least", "unit": "member", "counted": "crew members"}
    return {
        "212": quantity(gazette, "212 passengers", 212),
        "calm": quotation(gazette, "Nobody is in danger,", "Ines Calloway"),
        "ashore": claim(gazette, "policy", "ordered small craft to stay ashore", ashore),
        "nine": quantity(gazette, "At least nine crew members", 9, **crew),
        "250": quantity(herald, "250 passengers", 250),
        "told": quotation(herald, "Nobody is in danger,", "Calloway", "told"),
        "200": quantity(courier, "more than 200 passengers", 200, bound="more_than"),
        "any": quotation(courier, "=Nobody is in any danger,", "Calloway"),
    }


@pytest.fixture
def align() -> Callable[..., Alignment]:
    """How to make an alignment by hand."""
    return alignment


@pytest.fixture
def by_hand(documents: dict[str, Document], claims: dict[str, Claim]) -> Check:
    """The story checked by hand, so that no test of the output waits for the comparison."""
    said = claims
    return Check(
        documents=tuple(documents.values()),
        copies=(),
        relays=(),
        wires=(),
        sums=(),
        alignments=(
            alignment(Verdict.SINGLE_SOURCE, said["ashore"]),
            alignment(Verdict.CORROBORATED, said["calm"], said["told"], findings=(AGREES,)),
            alignment(
                Verdict.DISPUTED,
                said["212"],
                said["200"],
                said["250"],
                findings=(BOUNDS, CONFLICTS),
            ),
        ),
    )


@pytest.fixture
def database(tmp_path: Path, documents: dict[str, Document], claims: dict[str, Claim]) -> Path:
    """A database that holds the story."""
    from evidence import Store

    path = tmp_path / "story.db"
    with Store(path) as store:
        for one in documents.values():
            one.reader = "by hand"
            own = [each for each in claims.values() if each.document_id == one.id]
            assert store.add(one, own)
    return path


@pytest.fixture
def ids(documents: dict[str, Document], claims: dict[str, Claim]) -> dict[str, str]:
    """The ids of one document and two claims of the story."""
    return {
        "DOCUMENT": documents["gazette"].id,
        "CLAIM": claims["212"].id,
        "OTHER": claims["250"].id,
    }


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str, str], Path]:
    """Write a file into the test's own folder."""

    def _write(name: str, text: str) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    return _write


@pytest.fixture(scope="session")
def nlp() -> "Language":
    """The shipped model, loaded once."""
    from claims.pipeline import pipeline

    return pipeline()
