"""Work done side by side."""

import threading
import time

import pytest

from claims.parallel import in_parallel


def test_results_come_in_the_order_of_what_they_are_of() -> None:
    def slower_first(number: int) -> int:
        time.sleep(0.02 if number == 0 else 0)
        return number * number

    assert list(in_parallel(slower_first, range(20), cores=4)) == [n * n for n in range(20)]
    assert list(in_parallel(slower_first, [])) == []


def test_it_is_done_at_the_same_time() -> None:
    both = threading.Barrier(2, timeout=5)
    assert sorted(in_parallel(lambda _: both.wait(), range(2), cores=2)) == [0, 1]


def test_what_fails_is_told_and_the_rest_is_not_done() -> None:
    done: list[int] = []

    def work(number: int) -> None:
        if number == 1:
            raise ValueError(number)
        time.sleep(0.01)
        done.append(number)

    with pytest.raises(ValueError, match="1"):
        list(in_parallel(work, range(100), cores=1))
    assert len(done) < 100
