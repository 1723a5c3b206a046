"""Bare numbers whose noun stands elsewhere: beside them, as a label, or in a sentence before."""

import pytest

from claims.figures import find
from claims.quantity import KIND, read
from tests.markup import check, parsed

MARKED = [
    # a label
    "Rifles: <quantity amount=3186 unit=rifle>3,186</quantity>, nearly all of them new.",
    "Fatalities: <quantity amount=21 unit=fatality>21</quantity>, including a guard.",
    # beside its noun
    "The state's tents, <quantity amount=200 unit=tent>two hundred</quantity>, went up on Friday.",
    "The cool rooms, <quantity amount=14 unit=room>fourteen</quantity> in number, were full.",
    "Special trains, <quantity amount=3 unit=train>three</quantity> of them, leave at noon.",
    "The suspects, <quantity amount=40 bound=more_than unit=suspect>more than 40</quantity>, fled.",
    # groups
    "The van had a crew of <quantity amount=14 unit=people counted=crew>14</quantity>, all safe.",
    "A family of <quantity amount=6 unit=people>six</quantity> lay under the roof.",
    "The pump operator, father of <quantity amount=3 unit=child>three</quantity>, is in hospital.",
    # put at so many
    "Police put the crowd at <quantity amount=400000 unit=people>400,000</quantity> at noon.",
    "Growers put the trees lost at <quantity amount=410000 unit=tree>410,000</quantity>.",
    # the dead, the injured
    "Nobody was warned. <quantity amount=8 unit=people outcome=dead>Eight of the dead</quantity> "
    "were women.",
    "The dead are now <quantity amount=12 unit=people outcome=dead>twelve</quantity>.",
    # of those who tell it
    "We were <quantity amount=138 unit=people>138</quantity> on that morning.",
    "<quantity amount=23 unit=people counted=us>Twenty-three</quantity> of us have a lawyer.",
    "They named the <quantity amount=7 unit=people>seven</quantity> who slipped away.",
    # so many of what was counted before
    "Ladders were brought for <quantity amount=12 unit=sailor>12 sailors</quantity>. <quantity "
    "amount=5 unit=sailor>Five</quantity> of them climbed out.",
    "Agia was built for <quantity amount=280 unit=inmate>280 inmates</quantity>. This morning it "
    "held <quantity amount=620 unit=inmate>620</quantity>.",
    "The list had <quantity amount=41 unit=guest>41 guests</quantity>. <quantity amount=30 "
    "unit=guest>Thirty</quantity> have answered.",
    "Police found <quantity amount=86 unit=cartridge>86 cartridges</quantity>; the man had fired "
    "<quantity amount=34 unit=cartridge>34</quantity>.",
    "Drivers had been at work for <quantity amount=13 unit=hour>13 hours</quantity>, over the "
    "legal limit of <quantity amount=11 unit=hour>eleven</quantity>.",
    "This year <quantity amount=11 unit=boat>11 boats</quantity> were stopped, against "
    "<quantity amount=19 unit=boat>19</quantity> a year before.",
    "<quantity amount=900 bound=more_than unit=people>More than 900</quantity> were plucked from "
    "the beach.",
    # ages
    "A woman of <quantity amount=59 unit=year counted=age>59</quantity> keeps the crossing.",
    "The driver, who is <quantity amount=44 unit=year counted=age>44</quantity>, broke an arm.",
    "A former sailor died at <quantity amount=83 unit=year counted=age>83</quantity>.",
    "The youngest, <quantity amount=19 unit=year counted=age>19</quantity>, was let go.",
    "The mayor, himself <quantity amount=58 unit=year counted=age>58</quantity>, came too.",
    "<quantity amount=58 unit=year counted=age group='Helga Strand'>58</quantity>".join(
        ["Helga Strand, who is ", ", won."]
    ),
    "Workers <quantity amount=50 unit=year counted=age bound=more_than group=Workers>older than 50"
    "</quantity> cannot be dismissed.",
    "Nobody <quantity amount=65 unit=year counted=age bound=more_than>over 65</quantity> was hurt.",
    # with a part
    "It took <quantity amount=1.5 unit=hour>an hour and a half</quantity> to land.",
    "They waited for <quantity amount=7.25 unit=hour>seven hours and a quarter</quantity>.",
    # as some papers write it
    "He gave <quantity amount=5000000 unit=naira>N5 million</quantity> to the family.",
    "The shock, M <quantity amount=5.4 unit=magnitude>5.4</quantity>, was felt in the valley.",
    "The fine is <quantity amount=400 unit=lev>400 leva</quantity> for the owner.",
]


@pytest.mark.parametrize("marked", MARKED)
def test_a_bare_number_counts_what_is_told_elsewhere(marked: str) -> None:
    assert check(KIND, marked) == []


@pytest.mark.parametrize(
    "text",
    [
        # the time of day
        "They set out at three on Monday afternoon.",
        "Shortly after seven, the men came.",
        "On Monday at half past seven residents can ask.",
        "Roads were closed between 3.40 and 4.15 this morning.",
        "It was ten past five.",
        "They closed at six o'clock.",
        # those who were named, rather than counted
        "Mr Moss met Ms Reed. The two said that they would work together.",
        "An N95 mask helps on the M6.",
        # how many there are, and not how old one is
        "The oldest of the three was freed.",
        # cut short
        "They saw five of the",
    ],
)
def test_what_only_looks_like_a_count(text: str) -> None:
    assert not list(read(parsed(text)))


def test_a_half_is_told_once() -> None:
    """The share of "a half of the film" is none where a whole hour stands before it."""
    amounts = [str(found.low) for found in find("It ran for an hour and a half of the evening.")]
    assert amounts == ["1.5"]
