"""From the network's scores to the spans of attributions: source, cue, content."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import numpy as np

from claims.decoding import best_labels
from claims.encoding import Gap

if TYPE_CHECKING:
    from claims.model_files import Model
    from claims.sentences import Sentence

# First word, the word after the last, role.
Extent = tuple[int, int, str]


def role_spans(
    model: "Model", sentences: Sequence["Sentence"], gaps: Sequence[int] | None
) -> Iterator[Extent]:
    """The spans in `sentences`, which follow one another, as places of words of the text.

    A span may run through the sentences of a paragraph, which `gaps` tell; without them each
    sentence stands alone.
    """
    units = list(_units(sentences, gaps))
    scores = [np.concatenate([s.scores["quotes"] for s in unit]) for unit in units]
    names = model.labels["quotes"]
    paths = best_labels(scores, model.chains["quotes"])
    for unit, path in zip(units, paths, strict=True):
        labels = [names[number] for number in path.tolist()]
        for start, end, role in spans(labels):
            yield unit[0].start + start, unit[0].start + end, role


def spans(labels: Sequence[str]) -> Iterator[Extent]:
    """The spans that labels in BIO make.

    >>> list(spans(["B-source", "B-cue", "O", "B-content", "I-content"]))
    [(0, 1, 'source'), (1, 2, 'cue'), (3, 5, 'content')]
    """
    start = 0
    for end in range(1, len(labels) + 1):
        if end == len(labels) or labels[end][0] != "I":
            if labels[start] != "O":
                yield start, end, labels[start][2:]
            start = end


def _units(
    sentences: Sequence["Sentence"], gaps: Sequence[int] | None
) -> Iterator[list["Sentence"]]:
    unit: list[Sentence] = []
    for sentence in sentences:
        if unit and (gaps is None or gaps[sentence.start] == Gap.PARAGRAPH):
            yield unit
            unit = []
        unit.append(sentence)
    if unit:
        yield unit
