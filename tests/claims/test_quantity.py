"""Quantities in prose: which are marked, and what is read of each."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from spacy.tokens import Doc
from spacy.vocab import Vocab

from claims.bounds import Bound
from claims.mentions import Mentions
from claims.parsed import Parsed
from claims.quantity import KIND, Quantity, Scope, from_json, read
from claims.table_cells import counted_cells
from tests.markup import check, parse, parsed

FRIDAY = date(2023, 3, 10)

MARKED = [
    "<quantity amount=90 unit=page counted='letters from farmers in charge of testing the wells "
    "near the mine'>90 pages</quantity> were letters from farmers in charge of testing the wells "
    "near the mine, and the rest was blank.",
    "Maps fill <quantity amount=40 unit=page counted=Maps>40 pages</quantity>.",
    "<quantity amount=0.25 unit=hour>A quarter of an hour</quantity> later it rained.",
    # counts, and their bounds
    "Police said <quantity amount=500 unit=people bound=about>about 500 people</quantity> marched.",
    "<quantity amount=40 bound=at_least unit=boat>At least 40 boats</quantity> sank.",
    "It holds <quantity amount=60 bound=at_most unit=boat>up to 60 boats</quantity>.",
    "It takes <quantity amount=90 bound=less_than unit=visitor>fewer than 90 visitors</quantity>.",
    "<quantity amount=70 bound=more_than unit=shop>Over 70 shops</quantity> closed.",
    "<quantity amount=30 bound=about unit=goat>Nearly 30 goats</quantity> escaped.",
    "<quantity amount=3 bound=at_least unit=sailor>Three or more sailors</quantity> stayed.",
    "<quantity amount=5|7 bound=range unit=nurse>Between five and seven nurses</quantity> left.",
    "<quantity amount=24 bound=at_least unit=family>Dozens of families</quantity> moved out.",
    "<quantity amount=200000 bound=at_least>Hundreds of thousands of bees</quantity> died.",
    # money, shares, measures
    "The bridge cost <quantity amount=4500000000 unit=dollar bound=more_than>more than $4.5bn"
    "</quantity>.",
    "They gave <quantity amount=2000000 unit=pound>£2 million</quantity>.",
    "A fine of <quantity amount=300 unit='australian dollar' counted=fine>A$300</quantity> "
    "was set.",
    "<quantity amount=30 unit=percent counted=voters>30%</quantity> of voters stayed away.",
    "<quantity amount=66.67 unit=percent>Two thirds</quantity> of the trees fell.",
    "<quantity amount=20 unit=percent>One in five</quantity> pupils were absent.",
    "The wall is <quantity amount=12 unit=kilometre>12 kilometers</quantity> long.",
    "The club won <quantity amount=2 unit=times>twice</quantity>.",
    "A magnitude <quantity amount=5.1 unit=magnitude>5.1</quantity> earthquake was felt.",
    "They must leave within <quantity amount=5 unit=day bound=exact>five days</quantity>.",
    "Prices rose by <quantity amount=4|6 unit=percent bound=range>4 to 6 percent</quantity>.",
    # ages
    "A <quantity amount=34 unit=year counted=age>34-year-old</quantity> woman was hurt.",
    "The driver, aged <quantity amount=51 unit=year counted=age>51</quantity>, was unhurt.",
    "Tom Moss, <quantity amount=35 unit=year counted=age group='Tom Moss'>35</quantity>, left.",
    "He leaves <quantity amount=2 unit=son>two sons</quantity>, ages <quantity amount=16 unit=year "
    "counted=age>16</quantity> and <quantity amount=6 unit=year counted=age>6</quantity>.",
    "The <quantity amount=61 unit=year counted=age group='Ada Reed'>61-year-old</quantity> former "
    "mayor Ada Reed left.",
    "Ada Reed, the mother of an <quantity amount=11 unit=year counted=age group=boy>11-year-old"
    "</quantity> boy, left.",
    # hyphens that stand apart
    "She took a <quantity amount=7 unit=year counted=deal>seven - year</quantity> deal.",
    "He led it for <quantity amount=3 unit=season bound=at_least>three - plus seasons</quantity>.",
    # counted together, and done so often
    "It had <quantity amount=420 bound=about counted='passengers and crew'>some 420 passengers"
    "</quantity> and crew aboard.",
    "Moss was arrested <quantity amount=4 unit=times counted=arrested>four times</quantity>.",
    "Gunman kills <quantity amount=1 outcome=dead>1</quantity>, wounds <quantity amount=2 "
    "outcome=injured>2</quantity> at office.",
    # the same count long ago
    "<quantity amount=32000000 bound=about>About 32 million people</quantity> tuned in, compared "
    "with <quantity amount=55300000 unit=people time='a decade ago'>55.3 million</quantity> a "
    "decade ago.",
    "An <quantity amount=8 unit=year counted=offer>eight-year</quantity>, <quantity "
    "amount=160000000 unit=dollar>$160 million</quantity> offer came.",
    # a score with room around its dash
    "They won the <quantity amount=45 unit=point>45</quantity> - <quantity amount=42 unit=point>42"
    "</quantity> game.",
    # nobody of them
    "None of the <quantity amount=12 unit=passenger outcome=none>12 passengers</quantity> was "
    "hurt.",
    "Neither of the <quantity amount=2 unit=man outcome=none>two men</quantity> was injured.",
    # another day
    "Police arrested <quantity amount=12 unit=people time='2023-03-05'>12 people</quantity> on "
    "Sunday and <quantity amount=26 unit=people time='2023-03-04'>26</quantity> the night before.",
    # below nothing, and millions of what is no money
    "It fell to <quantity amount=-5000000 unit=dollar>-$5 million</quantity> in May.",
    "Sales of <quantity amount=4200000 unit=unit>4.2m units</quantity> were reported.",
    # what a tokenizer has taken apart
    "The <quantity amount=45 unit=year counted=age>45 - year - old</quantity> shop lost <quantity "
    "amount=2600000 unit=dollar>$2. 6 - million</quantity>, and <quantity amount=31000 unit=people>"
    "31, 000 people</quantity> left.",
    # how strong, how many were held
    "A <quantity amount=6.1 unit=magnitude>6.1</quantity> quake struck.",
    "Police took <quantity amount=23 unit=people outcome=arrested>23</quantity> into custody.",
    # what is hot
    "The heat hit <quantity amount=38 unit='degree celsius'>38C</quantity> in Lima.",
    # tolls
    "A total of <quantity amount=39 unit=people outcome=dead>39</quantity> are confirmed dead.",
    "The blast killed <quantity amount=12 unit=people outcome=dead>12</quantity>.",
    "<quantity amount=9 unit=people outcome=injured>Nine</quantity> were injured.",
    "The agency put the number of people who were at the camp when the flood came at <quantity "
    "amount=212 unit=people said_by=agency>212</quantity> on Monday.",
    "Officials put the death toll at <quantity amount=14 counted='death toll' "
    "outcome=dead said_by=Officials>14</quantity>.",
    "The death toll rose to <quantity amount=41 unit=people outcome=dead>41</quantity>.",
    "<quantity amount=8 unit=people counted=people outcome=dead>Eight people</quantity> were "
    "killed.",
    "<quantity amount=6 unit=man counted=men outcome=arrested>Six men</quantity> and "
    "<quantity amount=4 unit=woman counted=women outcome=arrested>four women</quantity> were "
    "arrested.",
    # each side of a vote
    "The council voted <quantity amount=19 unit=vote>19</quantity>–"
    "<quantity amount=11 unit=vote>11</quantity> for it.",
    # compounds
    "A <quantity amount=62 unit=page>62-page</quantity> report was published.",
    # what is written about a scope
    "Of these <quantity amount=50 unit=ship>50 ships</quantity>, "
    "<quantity amount=12 unit=ship group='these 50 ships'>12 ships</quantity> were empty.",
]

TABLE = """Votes by district

| District | Votes | Share (%) | Year |
| --- | --: | --- | --- |
| North | 1,200 | 40 | 2019 |
| East | about 300 | n/a | 2020 |

Nobody complained.
| Total | 1,500 | 100 | |
"""


def test_a_cell_counts_what_its_column_says_for_what_its_row_names() -> None:
    found = [
        (reading.value.low, reading.value.unit, reading.value.counted, reading.value.scope.group)
        for reading in read(parsed(TABLE))
    ]
    assert found == [
        (1200, "vote", "Votes", "North"),
        (40, "percent", "Share (%)", "North"),
        (300, "vote", "Votes", "East"),
    ]


@pytest.mark.parametrize(
    ("heading", "row", "unit", "group"),
    [
        ("Votes cast", "All Saints", "vote", "All Saints"),
        ("Number of deaths", "All", "death", None),
        ("Confirmed cases in May", "Grand total", "case", None),
        ("Population", "Lima", "population", "Lima"),
    ],
)
def test_what_a_heading_counts(heading: str, row: str, unit: str, group: str | None) -> None:
    (cell,) = counted_cells(f"| Place | {heading} |\n|---|---|\n| {row} | 12 |\n")
    assert (cell.unit, cell.row and cell.row.text) == (unit, group)


@given(st.lists(st.text("|-\n a1:%"), max_size=8).map("\n|".join))
def test_any_bars_are_read_within_the_text(text: str) -> None:
    for cell in counted_cells(text):
        assert 0 <= cell.start < cell.end <= len(text)
        assert cell.row is None or cell.row.end <= cell.start


UNMARKED = [
    "The nineteen seventies were bad, and so were the sixties.",
    "He was 10-for-12 with a 12-gauge shotgun, and billions were lost.",
    "The call came at 3: 30 a. m. on Friday, and it was out by 7 p. m. with 1: 41 to play.",
    "He fell in the 12200 block of Mill Street, where a .38-caliber revolver lay.",
    "The ball lay on the 27 - yard line at 09: 11 GMT.",
    "It opened on 5 May 2019 at 9:30 p.m. and closed in 2021.",
    "See page 12, section 4 and Room 101.",
    "Seat 45C was empty, and flight 12F left late.",
    "The Group of Seven met on Route 66.",
    "One of the reasons was the weather, and one should say so.",
    "He came 21st in the second half of the year.",
    "The Boeing 737 landed after the COVID-19 tests.",
    "Call 555-0142 or visit https://example.org/2024/05/12 now.",
    "The 1990s were cold.",
    "In the 2016 election she came third.",
]


@pytest.mark.parametrize("marked", MARKED)
def test_exactly_the_marked_quantities_are_read(marked: str) -> None:
    assert check(KIND, marked, FRIDAY) == []


@pytest.mark.parametrize("text", UNMARKED)
def test_other_numbers_are_no_quantities(text: str) -> None:
    assert check(KIND, text, FRIDAY) == []


def test_place_time_and_voice_are_read_from_the_clause() -> None:
    marked = (
        "Officials said <quantity amount=500 place=Lyon time=2023-03-06 said_by=Officials>"
        "500 people</quantity> marched in Lyon on Monday."
    )
    assert check(KIND, marked, FRIDAY) == []


def test_a_figure_said_twice_is_one_claim_with_two_mentions() -> None:
    text = "The box held 403 letters. The 403 letters were old. It held 12 coins."
    first, second = read(parsed(text))
    mentions = [text[part.start : part.end] for part in first.parts if part.role == "mention"]
    assert mentions == ["403 letters"]
    assert (first.start, second.value.low) == (text.index("403"), Decimal(12))


def test_small_figures_of_different_things_stay_apart() -> None:
    text = "Two people were arrested. Later, two people were injured."
    assert len(list(read(parsed(text)))) == 2


def test_parts_say_where_the_number_the_bound_and_the_noun_stand() -> None:
    text, _ = parse("It sank with more than 200 old tyres on board.")
    (reading,) = read(parsed(text))
    parts = {part.role: text[part.start : part.end] for part in reading.parts}
    assert parts["number"] == "200"
    assert parts["bound"] == "more than"
    assert parts["counted"] == "old tyres"


amounts = st.decimals(allow_nan=False, allow_infinity=False, places=2, min_value=0, max_value=10**9)
quantities = st.builds(
    Quantity,
    low=amounts,
    high=amounts,
    unit=st.text(max_size=12),
    bound=st.just(Bound.RANGE),
    counted=st.none() | st.text(max_size=12),
    scope=st.builds(Scope, place=st.none() | st.text(max_size=9)),
)


@given(quantities)
def test_a_quantity_comes_back_from_its_json(quantity: Quantity) -> None:
    assert from_json(quantity.to_json()) == quantity


@given(
    st.lists(
        st.sampled_from(
            ["12", "about", "of", "the", "people", "$5", "%", "killed", "one", "two", "-", "(34)",
             ",", "twice", "half", "to", "between", "and", "7.5", "km", "2019", "May", "\n", "were",
             "19-11", "dozens", "or", "more", "them", "others", "“", "aged", "№", "million", "’s",
             "century"]
        ),
        max_size=25,
    )
)  # fmt: skip
@example(["dozens", "to", "of", "dozens", "’s", "million", "7.5", "them"])
def test_no_text_raises_and_every_span_lies_within_it(words: list[str]) -> None:
    text = " ".join(words)
    for reading in read(parsed(text)):
        assert 0 <= reading.start < reading.end <= len(text)
        assert all(0 <= part.start <= part.end <= len(text) for part in reading.parts)
        assert reading.value.unit


def test_a_document_without_a_parse_is_declined_not_refused() -> None:
    doc = Doc(Vocab(), words=["12", "boats"], sent_starts=[True, False])
    assert list(read(Parsed(doc, Mentions(doc)))) == []
