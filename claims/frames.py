"""Policies as a trained network sees them: anchors, and what each word is in the frame of one.

An anchor is the word that says what is to be done or suffered ("leave" in "ordered them to leave").
"""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np
from numpy.typing import NDArray

from claims.deontic import Modality
from claims.frame_encoding import FrameRow, distances, frame_row, ties
from claims.model_files import FOLDER, open_session, open_words

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

FILES = ("policy.onnx", "frame.onnx", "policy.json")
# Another pair of networks, of three runs' mean weights, which has seen news of our own wording too.
SECOND_FILES = ("policy2.onnx", "frame2.onnx", "policy2.json")
MODALITIES = ("none", *(str(modality) for modality in Modality))
PARTS = ("issuer", "addressee", "action", "condition", "exception", "penalty")
ROLES = ("O", *(f"{mark}-{part}" for part in PARTS for mark in "BI"))
STATUSES = ("proposed", "adopted", "in_force", "repealed")
ASSERTIONS = ("asserted", "attributed", "denied")
# From here on a word is taken for an anchor; read off the sentences that were held out.
SURE = 0.5
# A frame that is less probable is not told of by the network alone.
ALONE = 0.3
# What the first networks do not tell of, the second must be so sure of.
SECOND = 0.9
# So sure the words of a condition must be on the average: networks see more of them than readers.
LIMITS, LIMITED = frozenset({"condition", "exception"}), 0.8
# Of two frames that share so much of the shorter clause, the surer stays.
SHARED = 0.6
# Longer sentences are lists or broken texts.
LONGEST = 200
# Words without one of which a sentence is not asked: of 796 sentences of our own wording that hold
# a policy 45 have none. Of news one sentence in seven has one.
CUES = re.compile(
    r"""\b(?:must|shall|may\snot|ban(?:s|ned|ning)?|bar(?:red|s|ring)?|order(?:s|ed|ing)?
    |forb(?:id|ids|idden|ade|idding)|prohibit\w*|requir(?:e|es|ed|ing|ements?)|allow(?:s|ed|ing)?
    |permit(?:s|ted|ting)?|authori[sz]\w+|outlaw\w*|curfew|sanction\w*|embargo|moratorium|restrict\w*
    |deadline|fine[sd]?|illegal|unlawful|mandat\w+|compulsory|lift(?:ed|s|ing)?|revok\w+|laws?|decree\w*
    |rule[sd]?|regulation\w*|punish\w*|penalt\w+|jailed|detained|exempt\w*|legali[sz]\w+|obliged
    |suspend\w*|impos\w+|instruct\w*|direct(?:ed|s)|told\s\w+\sto|entitled|licen[cs]e\w*|visa\w*|quarantine
    |evacuat\w+|bill|legislation|repeal\w*|overturn\w*|eligible|limit(?:s|ed|ing)?|forced?\sto|halt\w*
    |directive|resolution|comply|compliance|violat\w+|could\sbe|can\sbe|cannot|have\sto|has\sto|charges
    |(?-i:may)|can|told|until|unless|provided|anyone|whoever|no\slonger|free\sto|oblig\w+|needs?|needn['’]t
    |(?:are|is|was|were)\s(?:not\s)?to|offen[cs]es?|crimes?|excused|consent|forfeit\w*|fees?|loses?)\b""",
    re.IGNORECASE | re.VERBOSE,
)


class _Read(Protocol):
    """What the names of tags and labels are taken from."""

    tags: Sequence[str]
    labels: Sequence[str]


@dataclass(frozen=True, slots=True)
class Frame:
    """One policy; `clause` and `parts` are the document's tokens `[start, end)`.

    `probability` is that of the anchor's being one at all.
    """

    anchor: int
    modality: Modality
    probability: float
    clause: tuple[int, int]
    parts: tuple[tuple[str, int, int], ...]
    status: str
    assertion: str

    def of(self, part: str) -> list[tuple[int, int]]:
        """Where each stretch of this part stands."""
        return [(start, end) for name, start, end in self.parts if name == part]


def inventory(sentences: Iterable[_Read]) -> dict[str, list[str]]:
    """The tags and dependency labels that training has seen; number 0 is any other."""
    tags: set[str] = set()
    labels: set[str] = set()
    for one in sentences:
        tags |= set(one.tags)
        labels |= set(one.labels)
    return {"tags": ["", *sorted(tags)], "labels": ["", *sorted(labels)]}


class Finder:
    """A pair of networks, opened."""

    def __init__(
        self, folder: Path = FOLDER, files: Sequence[str] = FILES, *, threads: int = 0
    ) -> None:
        """Open the files in `folder`; `threads` 0 uses every core."""
        anchors, frames, names = (folder / name for name in files)
        self._anchors = open_session(anchors, threads=threads)
        self._frames = open_session(frames, threads=threads)
        known = json.loads(names.read_text("utf-8"))
        self._tags, self._labels = (
            {name: number for number, name in enumerate(known[kind])} for kind in ("tags", "labels")
        )
        self._words = open_words(folder)

    def __call__(self, sent: "Span", sure: float = SURE) -> list[Frame]:
        """The frames of a sentence whose anchors are at least so probable, in text order."""
        tokens = [token for token in sent if not token.is_space]
        if not tokens or len(tokens) > LONGEST or CUES.search(sent.text) is None:
            return []
        hidden, scores = self._anchors.run(None, _fed(self._row(tokens)))
        heads = _heads(tokens)
        found = [
            self._frame(place, scores[place], hidden, heads, tokens)
            for place in np.flatnonzero(1 - scores[:, 0] >= sure).tolist()
        ]
        return sorted(_apart(found), key=lambda frame: (frame.clause, frame.anchor))

    def _row(self, tokens: "Sequence[Token]") -> FrameRow:
        return frame_row(
            [self._words(token.text) for token in tokens],
            [self._tags.get(token.tag_, 0) for token in tokens],
            [self._labels.get(token.dep_, 0) for token in tokens],
            start=self._words.start,
            stop=self._words.stop,
        )

    def _frame(
        self,
        place: int,
        scores: NDArray[np.float32],
        hidden: NDArray[np.float32],
        heads: Sequence[int],
        tokens: "Sequence[Token]",
    ) -> Frame:
        modality = int(scores[1:].argmax()) + 1
        feed = {
            "hidden": hidden[None],
            "distances": distances(place, len(tokens))[None],
            "ties": ties(place, heads)[None],
            "modality": np.array([modality], np.int64),
        }
        roles, clause, status, assertion = self._frames.run(None, feed)
        inside = [*np.flatnonzero(clause > 0.5).tolist(), place]
        return Frame(
            tokens[place].i,
            Modality(MODALITIES[modality]),
            float(1 - scores[0]),
            (tokens[min(inside)].i, tokens[max(inside)].i + 1),
            tuple(
                (part, tokens[start].i, tokens[end].i + 1)
                for part, start, end in _stretches(roles.argmax(-1).tolist())
                if part not in LIMITS or roles[start : end + 1].max(-1).mean() >= LIMITED
            ),
            STATUSES[int(status.argmax())],
            ASSERTIONS[int(assertion.argmax())],
        )


class Finders:
    """Both pairs of networks: what the first hardly sees is found where the second is sure."""

    def __init__(self, folder: Path = FOLDER) -> None:
        """Open the files in `folder`."""
        self._first, self._second = Finder(folder, FILES), Finder(folder, SECOND_FILES)

    def __call__(self, sent: "Span", sure: float = SURE) -> list[Frame]:
        """The frames of a sentence that are at least so probable, in text order."""
        found = self._first(sent, sure)
        told = [frame for frame in found if frame.probability >= ALONE]
        more = [
            frame
            for frame in self._second(sent, SECOND)
            if not any(_one_clause(frame, other) for other in told)
        ]
        kept = [frame for frame in found if not any(_one_clause(frame, one) for one in more)]
        return sorted([*kept, *more], key=lambda frame: (frame.clause, frame.anchor))


@lru_cache(maxsize=1)
def finder() -> Finders:
    """The shipped networks, opened once a process."""
    return Finders()


def _fed(row: FrameRow) -> dict[str, Any]:
    return {name: getattr(row, name)[None] for name in FrameRow.__dataclass_fields__}


def _heads(tokens: "Sequence[Token]") -> list[int]:
    """The place of each token's head in the sentence; its own where the head stands outside."""
    places = {token.i: place for place, token in enumerate(tokens)}
    return [places.get(token.head.i, place) for place, token in enumerate(tokens)]


def _stretches(numbers: Sequence[int]) -> Iterator[tuple[str, int, int]]:
    """Stretches of one part: its name, its first and its last place."""
    begun = 0
    named = []
    for place, number in enumerate(numbers):
        mark, _, part = ROLES[number].partition("-")
        before = ROLES[numbers[place - 1]].partition("-")[2] if place else ""
        begun += mark == "B" or part != before
        named.append((begun, part, place))
    for (_, part), group in groupby(named, key=lambda one: one[:2]):
        if part:
            places = [place for _, _, place in group]
            yield part, places[0], places[-1]


def _apart(frames: Sequence[Frame]) -> list[Frame]:
    """The surer of frames that tell of one clause."""
    kept: list[Frame] = []
    for frame in sorted(frames, key=lambda one: (-one.probability, one.anchor)):
        if not any(_one_clause(frame, other) for other in kept):
            kept.append(frame)
    return kept


def _one_clause(one: Frame, other: Frame) -> bool:
    common = min(one.clause[1], other.clause[1]) - max(one.clause[0], other.clause[0])
    shorter = min(frame.clause[1] - frame.clause[0] for frame in (one, other))
    return common >= SHARED * shorter
