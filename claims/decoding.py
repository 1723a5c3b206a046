"""From the network's scores to sentences, trees and names, with numpy alone."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]

# A label that may not be chosen; small enough that sums with real scores stay exact.
NEVER = np.float32(-1e5)


def tree(scores: Floats) -> Ints:
    """The best single-rooted tree over n words: their heads, from 1, with 0 for the root.

    `scores[i, j]` is the score of word `i` (from 0) having head `j` (from 0, the root). Each
    word's best head is a tree nine times in ten; else Chu and Liu's and Edmonds' method finds one.
    """
    apart = scores.astype(np.float64)
    words = np.arange(len(apart))
    apart[words, words + 1] = -np.inf
    heads: Ints = apart.argmax(1)
    if np.count_nonzero(heads == 0) == 1 and not _cycle(heads):
        return heads
    # A second root must cost more than all that it can gain; then the best tree has only one.
    apart[:, 0] -= 1 + len(apart) * (scores.max() - scores.min())
    return _edmonds(apart)


def _edmonds(scores: NDArray[np.float64]) -> Ints:
    """The maximum spanning arborescence from node 0; row `i` scores the heads of node `i + 1`."""
    heads: Ints = scores.argmax(1)
    cycle = _cycle(heads)
    if not cycle:
        return heads
    inside = np.zeros(len(scores) + 1, bool)
    inside[cycle] = True
    outer = np.flatnonzero(~inside)
    rows = outer[outer > 0] - 1
    members = np.asarray(cycle)
    # Breaking the cycle at a member costs the score of the arc that it gives up.
    given_up = scores[members - 1, heads[members - 1]]
    gains = scores[np.ix_(members - 1, outer)] - given_up[:, None]
    entry = gains.argmax(0)
    leave = scores[np.ix_(rows, members)].argmax(1)
    small = np.full((len(rows) + 1, len(outer) + 1), -np.inf)
    small[:-1, :-1] = scores[np.ix_(rows, outer)]
    small[:-1, -1] = scores[rows, members[leave]]
    small[-1, :-1] = gains[entry, np.arange(len(outer))]
    chosen = _edmonds(small)
    result: Ints = heads.copy()
    for i, row in enumerate(rows):
        result[row] = members[leave[i]] if chosen[i] == len(outer) else outer[chosen[i]]
    broken = members[entry[chosen[-1]]]
    result[broken - 1] = outer[chosen[-1]]
    return result


def _cycle(heads: Sequence[int] | Ints) -> list[int]:
    """The nodes (from 1) of one cycle of `heads`, or none."""
    state = [0] * (len(heads) + 1)
    state[0] = 2
    above = [0, *map(int, heads)]
    for start in range(1, len(above)):
        node, path = start, []
        while state[node] == 0:
            state[node] = 1
            path.append(node)
            node = above[node]
        if state[node] == 1:
            return path[path.index(node) :]
        for seen in path:
            state[seen] = 2
    return []


def transitions(
    labels: Sequence[str], begin: Floats | None = None, follow: Floats | None = None
) -> tuple[Floats, Floats]:
    """The scores of a BIO label to begin with, and after another (`[from, to]`).

    Those learnt, where they are given, else 0; `NEVER` for what BIO rules out.
    """
    begin = np.zeros(len(labels), np.float32) if begin is None else begin.copy()
    follow = np.zeros((len(labels), len(labels)), np.float32) if follow is None else follow.copy()
    begin[[label[0] == "I" for label in labels]] = NEVER
    for i, before in enumerate(labels):
        for j, label in enumerate(labels):
            if label[0] == "I" and before[2:] != label[2:]:
                follow[i, j] = NEVER
    return begin, follow


def best_labels(sentences: Sequence[Floats], rules: tuple[Floats, Floats]) -> list[Ints]:
    """The best sequence of BIO labels of each sentence under `rules` (see `transitions`).

    Viterbi's method, on all sentences side by side; labels by number.
    """
    begin, follow = rules
    lengths = np.array([len(scores) for scores in sentences])
    padded = np.zeros((lengths.max(), len(sentences), len(begin)), np.float32)
    for i, scores in enumerate(sentences):
        padded[: len(scores), i] = scores
    into = follow.T[None]
    best = padded[0] + begin
    # Beyond its end a sentence keeps the label it ended with, at no cost.
    back = np.broadcast_to(np.arange(len(begin)), padded.shape).copy()
    for place in range(1, len(padded)):
        goes_on = lengths > place
        paths = best[goes_on][:, None, :] + into
        back[place, goes_on] = paths.argmax(2)
        best[goes_on] = paths.max(2) + padded[place, goes_on]
    chosen = np.empty(padded.shape[:2], np.int64)
    chosen[-1] = best.argmax(1)
    rows = np.arange(len(sentences))
    for place in range(len(padded) - 1, 0, -1):
        chosen[place - 1] = back[place, rows, chosen[place]]
    return [chosen[:length, i] for i, length in enumerate(lengths)]
