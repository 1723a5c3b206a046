"""Whether two figures are of one thing, as the words around them tell."""

import re
import subprocess
import sys

import pytest

from claims import liken
from claims.likening import window
from claims.pair_encoding import ASKED
from claims.place import Place

ONE_THING = [
    ("The flood in Tolsk killed [12] people on Monday.", "Monday’s flood left [15] dead in Tolsk."),
    ("Lumen Corp will cut [400] jobs at its Arno plant.", "Lumen will shed [550] jobs at Arno."),
    ("The jury sat for [nine] days.", "Jurors deliberated for [eleven] days."),
]
TWO_THINGS = [
    ("The flood in Tolsk killed [12] people on Monday.", "The wall in Tolsk is [40] years old."),
    ("Lumen Corp will cut [400] jobs at its Arno plant.", "Lumen shares fell [5] percent."),
    ("A quake in 2003 killed [26,000] people in Bam.", "Sunday’s quake killed [10] in Qeshm."),
]


def place_of(marked: str) -> Place:
    """Where the number stands that is marked [so]."""
    before, number, after = re.split(r"[\[\]]", marked)
    return Place(before + number + after, len(before), len(before) + len(number))


def odds(left: str, right: str) -> tuple[float, float]:
    return liken(place_of(left), place_of(right))


@pytest.mark.parametrize("pair", ONE_THING)
def test_two_figures_of_one_thing_are_likelier_so_than_any_of_two(pair: tuple[str, str]) -> None:
    assert odds(*pair)[0] > max(odds(*other)[0] for other in TWO_THINGS)


def test_the_numbers_themselves_change_nothing() -> None:
    left, right = ONE_THING[0]
    assert odds(left, right) == odds(left.replace("12", "7,431"), right)


def test_the_order_changes_nothing() -> None:
    left, right = ONE_THING[1]
    assert odds(left, right) == pytest.approx(odds(right, left))


def test_a_count_that_grows_is_told_from_a_size_that_does_not() -> None:
    toll = odds("The death toll rose to [12] on Monday.", "By Tuesday [19] people were known dead.")
    size = odds("The hall is [60] metres long.", "The [75]-metre hall was built in 1911.")
    assert toll[1] > size[1]


def test_the_words_around_end_at_words_and_paragraphs() -> None:
    text = f"{'far ' * 80}\n\nNear it were 12 boats.{' off' * 80}"
    found = window(Place(text, text.index("12"), text.index("12") + 2))
    assert found.startswith(f"Near it were {ASKED} boats. off")
    assert found.endswith(" off")
    assert window(Place("12\n\nMore.", 0, 2)) == ASKED


def test_likening_needs_no_spacy() -> None:
    told = (
        "import sys; from claims import liken; from claims.place import Place; "
        "liken(Place('7 men', 0, 1), Place('8 men', 0, 1)); print('spacy' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
