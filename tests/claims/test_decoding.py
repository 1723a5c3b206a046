from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from claims.decoding import spans, transitions, tree

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


@given(
    arrays(
        np.float32, st.tuples(st.integers(1, 30), st.just(5)), elements=st.floats(-9, 9, width=16)
    )
)
def test_name_labels_follow_one_another_as_bio_allows(scores):
    begin, follow = transitions(LABELS)
    path = spans(scores, LABELS, (begin, follow))
    assert begin[path[0]] == 0
    assert all(follow[a, b] == 0 for a, b in pairwise(path))


def test_labels_that_are_allowed_are_left_as_they_are():
    scores = np.eye(5, dtype=np.float32)[[1, 2, 0, 3, 4]]
    assert list(spans(scores, LABELS, transitions(LABELS))) == [1, 2, 0, 3, 4]
