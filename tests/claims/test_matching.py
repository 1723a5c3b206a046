"""Whether two clauses are of one thing, and whether both can be true."""

import pytest

from claims import match
from claims.place import Place
from claims.told import told

ONE_THING = [
    ("Cars are shut out of Mill Street until May", "Mill Street is closed to traffic until spring"),
    ("The jury acquitted Ada Moss on Friday", "Ms Moss walked free after Friday's verdict"),
    ("Lorries may not cross the bridge", "the bridge is barred to heavy vehicles"),
]
TWO_THINGS = [
    ("Cars are shut out of Mill Street until May", "The jury acquitted Ada Moss on Friday"),
    ("Lorries may not cross the bridge", "The bridge was built by a Danish company in 1911"),
    ("The mayor of Arno resigned on Monday", "The mayor of Tolsk opened a school on Monday"),
]


@pytest.mark.parametrize("pair", ONE_THING)
def test_two_clauses_of_one_thing_are_likelier_so_than_any_of_two(pair: tuple[str, str]) -> None:
    assert match(*pair).odds > max(match(*other).odds for other in TWO_THINGS)


def test_what_cannot_both_be_true_is_told_from_what_can() -> None:
    told = "The strike ended on Friday without any of the demands being met"
    kept = match(told, "The walkout was over on Friday; nothing that was asked for was given")
    lost = match(told, "The strikers went back on Friday after all their demands had been met")
    assert lost.conflicts > kept.conflicts
    assert kept.agrees + kept.compatible > lost.agrees + lost.compatible


def test_the_order_changes_nothing() -> None:
    left, right = ONE_THING[1]
    assert match(left, right) == match(right, left)


def test_probabilities_sum_to_one() -> None:
    assert sum(match(*ONE_THING[0])[1:]) == pytest.approx(1)


def test_a_short_clause_is_read_with_the_words_around_it() -> None:
    text = "Talks on the dam were called off in May.\n\nOn Monday they began again. Nobody spoke."
    start = text.index("they began")
    short = told(Place(text, start, start + len("they began again")))
    assert short == "they began again _ On Monday _ . Nobody spoke."


def test_who_a_clause_is_about_is_told_where_its_words_do_not() -> None:
    text = "In the end she was released without any charge on Monday evening by the court."
    whole = Place(text, 11, len(text) - 1)
    assert told(whole, "Ada Moss").startswith("Ada Moss: she was released")
    assert told(whole, "the court").startswith("she was released")
