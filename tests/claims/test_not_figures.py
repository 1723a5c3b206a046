"""Where a number is no quantity, however the text around it is made."""

import time

import pytest

from claims.not_figures import spans


def test_an_address_is_no_figure_whatever_stands_around_it() -> None:
    text = "Write to (desk42@harbour-post.example) or to desk7@harbour.example, before 5e3 do."
    found = [text[start:end] for start, end in spans(text)]
    assert found == ["(desk42@harbour-post.example", "desk7@harbour.example", "5e3"]


@pytest.mark.parametrize("run", ["abcdefghij", "9", "9.", "a@"])
def test_a_long_run_without_spaces_is_read_at_once(run: str) -> None:
    began = time.process_time()
    list(spans(run * (300_000 // len(run))))
    assert time.process_time() - began < 10
