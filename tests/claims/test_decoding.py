from collections.abc import Sequence
from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from claims.decoding import best_labels, transitions, tree

LABELS = ["O", "B-PER", "I-PER", "B-ORG", "I-ORG"]


def is_tree(heads):
    """One root, and every word reaches it."""
    if list(heads).count(0) != 1:
        return False
    for word in range(1, len(heads) + 1):
        steps, node = 0, word
        while node and steps <= len(heads):
            node, steps = heads[node - 1], steps + 1
        if node:
            return False
    return True


def best_by_trying_all(scores):
    words = range(len(scores))
    trees = [
        heads for heads in product(range(len(scores) + 1), repeat=len(scores)) if is_tree(heads)
    ]
    return max(sum(scores[i][heads[i]] for i in words) for heads in trees)


@given(
    st.integers(1, 4).flatmap(
        lambda n: arrays(np.float32, (n, n + 1), elements=st.floats(-9, 9, width=16))
    )
)
def test_the_tree_found_is_the_best_of_all_trees(scores):
    heads = tree(scores)
    assert is_tree(heads)
    assert sum(scores[np.arange(len(scores)), heads]) == pytest.approx(
        best_by_trying_all(scores), abs=1e-3
    )


@given(
    st.integers(6, 40).flatmap(
        lambda n: arrays(np.float32, (n, n + 1), elements=st.floats(-9, 9, width=16))
    )
)
def test_long_sentences_get_a_tree_too(scores):
    assert is_tree(tree(scores))


SCORES = st.lists(
    st.integers(1, 12).flatmap(
        lambda n: arrays(np.float32, (n, 5), elements=st.integers(-9, 9).map(float))
    ),
    min_size=1,
    max_size=4,
)
LEARNT = arrays(np.float32, (6, 5), elements=st.integers(-9, 9).map(float))


def worth(path: Sequence[int], scores: np.ndarray, rules: tuple[np.ndarray, np.ndarray]) -> float:
    begin, follow = rules
    steps = sum(float(follow[a, b]) for a, b in pairwise(path))
    return (
        float(begin[path[0]]) + steps + sum(float(s[i]) for s, i in zip(scores, path, strict=True))
    )


@given(SCORES, LEARNT)
def test_labels_follow_one_another_as_bio_allows(sentences, learnt):
    rules = transitions(LABELS, learnt[0], learnt[1:])
    for path in best_labels(sentences, rules):
        assert LABELS[path[0]][0] != "I"
        for before, after in pairwise(path):
            assert LABELS[after][0] != "I" or LABELS[before][2:] == LABELS[after][2:]


@settings(max_examples=40)
@given(SCORES, LEARNT)
def test_no_other_sequence_of_labels_is_worth_more(sentences, learnt):
    rules = transitions(LABELS, learnt[0], learnt[1:])
    sentences = [scores[:4] for scores in sentences]
    for scores, path in zip(sentences, best_labels(sentences, rules), strict=True):
        every = product(range(len(LABELS)), repeat=len(scores))
        assert worth(path, scores, rules) == max(worth(other, scores, rules) for other in every)


def test_labels_that_are_allowed_are_left_as_they_are():
    scores = np.eye(5, dtype=np.float32)[[1, 2, 0, 3, 4]]
    [path] = best_labels([scores], transitions(LABELS))
    assert list(path) == [1, 2, 0, 3, 4]
