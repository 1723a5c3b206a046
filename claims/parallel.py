"""Work that is done side by side on every core, its results in the order of what it is done on."""

import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

Given = TypeVar("Given")
Found = TypeVar("Found")


def in_parallel(
    work: Callable[[Given], Found], on: Iterable[Given], *, cores: int | None = None
) -> Iterator[Found]:
    """What `work` makes of each, in order; for work that leaves Python, as a network's does.

    Whoever stops listening stops the work.
    """
    pool = ThreadPoolExecutor(cores or os.cpu_count())
    try:
        yield from pool.map(work, on)
    finally:
        pool.shutdown(cancel_futures=True)
