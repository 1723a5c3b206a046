"""What is still open for a person to decide, and decisions that come in a file."""

import csv
from dataclasses import dataclass
from pathlib import Path

from evidence import InputError
from xref.alignment import Alignment
from xref.check import Check
from xref.relation import Comparison, Relation
from xref.table import ranked

# A person's word for two claims that are about different things.
UNRELATED = "unrelated"
RELATIONS = (*map(str, Relation), UNRELATED)
# What a person should look at, the worst first.
OPEN = (Relation.CONFLICTS, Relation.UPDATES, Relation.UNCLEAR)


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person decided about two claims, by the beginnings of their ids."""

    left: str
    right: str
    relation: str
    note: str = ""
    by: str = ""


def open_findings(check: Check) -> list[Comparison]:
    """The worst comparison of each alignment where it is disputed, updated or unclear and nobody
    has judged it; the worst of all first.
    """
    found = [worst for one in ranked(check.alignments) if (worst := _worst(one)) is not None]
    return sorted(found, key=lambda one: OPEN.index(one.finding.relation))


def _worst(alignment: Alignment) -> Comparison | None:
    waiting = [one for one in alignment.comparisons if one.finding.relation in OPEN]
    worst = min(waiting, key=lambda one: OPEN.index(one.finding.relation), default=None)
    return None if worst is None or worst.judged else worst


def decisions(path: Path) -> list[Decision]:
    """The decisions of a CSV file with the columns left, right, relation and, if wished, note, by.

    Raises InputError for a file that cannot be read, or that says something else.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as lines:
            rows = list(csv.DictReader(lines))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is no CSV in UTF-8"
        raise InputError(f"cannot read {path}: {reason}") from error
    if not rows:
        raise InputError(f"{path} holds no decisions: give left,right,relation,note in its rows")
    return [_decision(row, f"{path}, row {number}") for number, row in enumerate(rows, 1)]


def _decision(row: dict[str | None, str | None], where: str) -> Decision:
    told = {name: (row.get(name) or "").strip() for name in Decision.__slots__}
    missing = [name for name in ("left", "right", "relation") if not told[name]]
    if missing:
        raise InputError(f"{where}: no {missing[0]}; the columns are left, right, relation, note")
    if told["relation"] not in RELATIONS:
        raise InputError(
            f'{where}: no relation "{told["relation"]}": it is one of {", ".join(RELATIONS)}'
        )
    return Decision(**told)
