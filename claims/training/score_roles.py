"""The scores of quotation roles on PolNeAR's dev part, in the form and by the rule of CofeNet.

Exact: spans of the same role with the same first and last word, sentence by sentence (Wang et al.,
2023, CofeNet). Overlap: instead of 1 or 0 each span counts its Jaccard index with the best span of
the same role on the other side.
"""

import json
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from claims.encoding import written
from claims.training.corpora import ROLES, spaced

Spans = set[tuple[int, int]]


def role_scores(nlp: Language, path: Path) -> dict[str, dict[str, float]]:
    """Precision, recall and F1 of each role, exact and by overlap, in percent.

    The sentences of an article are read together, as the reader reads any text.
    """
    pairs: dict[str, list[tuple[Spans, Spans]]] = {role: [] for role in ROLES}
    for sentences in _articles(path):
        doc = nlp.get_pipe("reader")(_bare(nlp, [words for words, _ in sentences]))
        end = 0
        for words, labels in sentences:
            start, end = end, end + len(words)
            for role in ROLES:
                found = {
                    (span.start - start, span.end - start)
                    for span in doc.spans["quotations"]
                    if span.label_ == role and start <= span.start < end
                }
                pairs[role].append((found, spans(labels, role)))
    return {role: _rates(pairs[role]) for role in ROLES}


def spans(labels: Sequence[str], role: str) -> Spans:
    """The spans of `role` in BIO labels.

    >>> sorted(spans(["B-cue", "O", "B-cue", "I-cue"], "cue"))
    [(0, 1), (2, 4)]
    """
    found: Spans = set()
    start: int | None = None
    for i, label in enumerate([*labels, "O"]):
        if start is not None and label != f"I-{role}":
            found.add((start, i))
            start = None
        if label[2:] == role and start is None:
            start = i
    return found


def _articles(path: Path) -> Iterator[list[tuple[list[str], list[str]]]]:
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    for _, group in groupby(rows, lambda row: row["id"].rsplit("_", 1)[0]):
        yield [(row["tokens"], row["labels"]) for row in group]


def _bare(nlp: Language, sentences: Sequence[list[str]]) -> Doc:
    words = [word for sentence in sentences for word in sentence]
    # The corpus has lost where white space was, not what its marks were.
    spaces = spaced(written(words))
    starts = [i == 0 for sentence in sentences for i in range(len(sentence))]
    return Doc(nlp.vocab, words=words, spaces=spaces, sent_starts=starts)


def _rates(pairs: Sequence[tuple[Spans, Spans]]) -> dict[str, float]:
    found = sum(len(left) for left, _ in pairs)
    marked = sum(len(right) for _, right in pairs)
    same = sum(len(left & right) for left, right in pairs)
    near = sum(_best(span, right) for left, right in pairs for span in left)
    met = sum(_best(span, left) for left, right in pairs for span in right)
    exact = prf(same, found, same, marked)
    overlap = prf(near, found, met, marked)
    return exact | {f"overlap {name}": value for name, value in overlap.items()}


def _best(span: tuple[int, int], others: Spans) -> float:
    """The Jaccard index of `span` with the nearest of `others`."""
    first, last = span
    return max(
        (max(0, min(last, b) - max(first, a)) / (max(last, b) - min(first, a)) for a, b in others),
        default=0.0,
    )


def prf(right: float, found: int, met: float, marked: int) -> dict[str, float]:
    """Rates in percent: `right` of those found, `met` of those marked, and their harmonic mean."""
    precision, recall = right / max(found, 1), met / max(marked, 1)
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    return {"precision": 100 * precision, "recall": 100 * recall, "f1": 100 * f1}
