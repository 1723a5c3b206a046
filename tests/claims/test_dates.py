"""Written dates, absolute and counted from the day of publication."""

from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from claims.dates import resolve

THURSDAY = date(2021, 9, 16)


@pytest.mark.parametrize(
    ("words", "iso"),
    [
        ("September 3, 2020", "2020-09-03"),
        ("the 3rd of September 2020", "2020-09-03"),
        ("Sept. 3", "2021-09-03"),
        ("Thursday, 3 September 2020", "2020-09-03"),
        ("2020-09-03", "2020-09-03"),
        ("25/12/2020", "2020-12-25"),
        ("on Monday", "2021-09-13"),
        ("Thursday", "2021-09-16"),
        ("last Thursday", "2021-09-09"),
        ("next Monday", "2021-09-20"),
        ("Wednesday night", "2021-09-15"),
        ("4 p.m. Tuesday", "2021-09-14"),
        ("yesterday", "2021-09-15"),
        ("last night", "2021-09-15"),
        ("this morning", "2021-09-16"),
        ("two weeks ago", "2021-09-02"),
        ("in November", "2020-11"),
        ("early March 2019", "2019-03"),
        ("last month", "2021-08"),
        ("this year's", "2021"),
        ("three years ago", "2018"),
        ("mid-2017", "2017"),
        ("October 1", "2021-10-01"),
        ("25.12.2020", "2020-12-25"),
        ("21-04-2016", "2016-04-21"),
        ("2016/11", "2016-11"),
        ("the day before yesterday", "2021-09-14"),
        ("three weeks from now", "2021-10-07"),
        ("in two weeks", "2021-09-30"),
        ("1 month and 2 days ago", "2021-08-14"),
        ("on Monday the 13th", "2021-09-13"),
        ("the 20th of next month", "2021-10-20"),
    ],
)
def test_a_date_is_resolved(words: str, iso: str) -> None:
    assert resolve(words, THURSDAY) == iso


@pytest.mark.parametrize(
    "words",
    ["", "since 2019", "2011 to 2016", "the 1990s", "5-7 June", "some weeks", "31 February 2020",
     "03/04/2020", "4.22", "1-2", "the 27th", "the second", "99/99/2020", "the end of the war",
     "spring", "1530 GMT"],
)  # fmt: skip
def test_what_names_no_single_date_is_declined(words: str) -> None:
    assert resolve(words, THURSDAY) is None


def test_what_is_still_to_come_lies_ahead() -> None:
    assert resolve("on Monday", THURSDAY, ahead=True) == "2021-09-20"
    assert resolve("in November", THURSDAY, ahead=True) == "2021-11"


def test_relative_words_need_a_day_of_publication() -> None:
    assert resolve("Monday", None) is None
    assert resolve("yesterday", None) is None


CALENDAR = st.sampled_from(
    [
        *("next", "last", "this", "ago", "two", "12", "year", "month", "week", "days", "noon"),
        *("May", "mon", "Friday", "yesterday", "tonight", "mid-May", "the", "-", "’s"),
        *("3rd", "2022", "99999", "1/2", "13/01/9999", "2022-05", "0000-01-01"),
    ]
)
# Words of the calendar say more than any text, and the first and last days there are lie at the
# edge of every step.
WORDS = st.text(max_size=60) | st.lists(CALENDAR, max_size=5).map(" ".join)
DAYS = st.dates() | st.sampled_from([date.min, date.max, date.max.replace(day=1), None])


@given(WORDS, DAYS, st.booleans())
@example("May", date.min, False)
@example("January", date.max, True)
@example("last Monday", date.min, False)
@example("next Monday", date.max, False)
@example("next month", date.max, False)
@example("next year", date.max, False)
def test_any_words_give_a_date_or_nothing(words: str, published: date | None, ahead: bool) -> None:
    resolved = resolve(words, published, ahead=ahead)
    if resolved is not None:
        date.fromisoformat(resolved + "-01-01"[: 10 - len(resolved)])


@given(st.dates(date(1000, 1, 1), date(2099, 12, 31)))
def test_a_full_date_comes_back_from_any_usual_spelling(day: date) -> None:
    iso = day.isoformat()
    month = day.strftime("%B")
    assert resolve(f"{day.day} {month} {day.year}", None) == iso
    assert resolve(f"{month} {day.day}, {day.year}", None) == iso
