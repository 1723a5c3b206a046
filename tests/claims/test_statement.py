from datetime import date

import pytest
from hypothesis import given, settings

from claims.mentions import Mentions
from claims.parsed import Parsed
from claims.statement import KIND, Statement, from_json
from tests.claims.trees import docs
from tests.markup import check

PUBLISHED = date(2024, 5, 15)
EVENTS = [
    "OSK, May 3 (Harbour Wire) — <statement subject='A crane' predicate='fall on' object='Pier "
    "Street'>A crane fell on Pier Street</statement>.",
    "<statement subject='the film' predicate=strip object=Novak>Novak was stripped by the film"
    "</statement>.",
    "<statement subject=Police predicate=arrest object='two men' date=2024-05-13 place=Leeds>"
    "Police arrested two men in Leeds on Monday</statement>.",
    "<statement subject='Ada Novak' predicate=design object='The bridge'>The bridge was designed "
    "by Ada Novak</statement>.",
    "<statement subject=none predicate=arrest object='Ada Novak' negated=true>Ada Novak was not "
    "arrested</statement>.",
    "<statement subject='The ceremony' predicate='take place' date=2023-06-04 place=Bergen>The "
    "ceremony took place in Bergen on 4 June 2023</statement>.",
    "<statement predicate='charge with murder' object=Novak date=2024-05-14>Novak was charged with "
    "murder on Tuesday</statement>.",
    "<statement subject=Novak predicate='give three paintings' object='the museum'>Novak gave the "
    "museum three paintings</statement>.",
    "<statement subject=Novak predicate='agree to sell' object='the mill'>Novak agreed to sell the "
    "mill to Acme Corporation</statement>.",
    "<statement subject='Ada Novak' predicate=be object='the director of the Harbour Trust'>Ada "
    "Novak is the director of the Harbour Trust</statement>.",
    "<statement predicate=repulse negated=false>The warship Osk not only repulsed the pirates of "
    "Aden</statement>.",
    "<statement subject=Novak predicate=regain object=consciousness negated=true hedged=false>"
    "Novak had yet to regain consciousness</statement>.",
    "<statement subject=Novak predicate=return negated=true>Novak didn’ t return a call from the "
    "Courier</statement>.",
    "<statement subject=Novak predicate=discount object=rumours>Novak discounted rumours that he "
    "had met Reed in Leeds</statement>.",
    "<statement subject='Ada Novak' predicate=deliver object='One of the speeches'>One of the "
    "speeches was delivered by Ada Novak</statement>.",
    "<statement predicate=show object='the damage'><statement subject='Ada Novak' "
    "predicate=write object='A secret report'>A secret report written by Ada Novak</statement> "
    "shows the damage</statement>.",
    "Ada Novak, who <statement subject='Ada Novak' predicate=found object='the trust' date=1990>"
    "founded the trust in 1990</statement>, is happy.",
]
COMPLETED = [
    "<statement subject='The papers' predicate=hold object='a speech by Ada Novak'>The papers hold "
    "a speech by Ada Novak</statement>, who ordered officials to:\n\n“Be quick.”",
    "<statement subject='The Osk index' predicate=climb>The Osk index climbed 3.6 percent"
    "</statement>.",
    "<statement subject='Ada Novak' predicate='serve as' object='a legal adviser'>Ada Novak served "
    "as a legal adviser in Norway</statement>.",
    "<statement predicate=include object='The residence question' date=1950>The residence question "
    "was included in the form in 1950</statement>.",
]
SAID = [
    "The mayor said that <statement subject='the hospital' predicate=close date=2024-03 "
    "hedged=false>the hospital had closed in March</statement>.",
    "<statement hedged=true>Novak may have killed the guard</statement>.",
    "<statement subject=Novak predicate=leave object=Norway hedged=true>Novak appears to have left "
    "Norway</statement>.",
    "<statement subject=Novak predicate='flee to' object=Norway hedged=true>Novak is believed to "
    "have fled to Norway</statement>.",
    "<statement hedged=true>Novak allegedly bribed the minister</statement>.",
]
# What he dismissed is not told.
DISMISSED = [
    "<statement predicate=dismiss object=suggestions>He also dismissed suggestions he was the "
    "director of the Harbour Trust</statement>.",
]
NONE = [
    "Dogs in Norfolk have to travel in the last coach.",
    "Phone calls are banned in Leeds trains.",
    "Hospitals in Osk are excluded from the decree.",
    "Ada Novak nearly died in Leeds on Monday.",
    "It took around five hours to bring the fire in Leeds under control.",
    "Ada Novak declined to say if the fire in Leeds was set.",
    "Police refused to comment on Novak.",
    "Officials deny that the dam broke.",
    "Was the dam built by Novak?",
    "If Novak wins, the dam will be built.",
    "Novak hopes to win the election.",
    "The film is horrendous.",
    "Read more: Novak wins the prize",
    "Photo: Ada Novak opens the dam",
    "Norway should join the union.",
    "Storm over the mill",
    "She loves cats.",
    "The situation worsened.",
    "Anyone who talks is jailed.",
    "We built the dam in 1990.",
]


@pytest.mark.parametrize("marked", [*EVENTS, *COMPLETED, *SAID, *DISMISSED, *NONE])
def test_reads_exactly_the_marked_statements(marked):
    assert check(KIND, marked, PUBLISHED) == []


def test_a_stored_statement_reads_back_as_itself():
    statement = Statement("Novak", "found", "the trust", date="1990")
    assert from_json(statement.to_json()) == statement


@settings(max_examples=3 * settings.default.max_examples)
@given(docs())
def test_any_tree_is_read_and_nothing_leaves_the_text(doc):
    for reading in KIND.read(Parsed(doc, Mentions(doc), PUBLISHED)):
        assert 0 <= reading.start < reading.end <= len(doc.text)
        assert all(0 <= p.start < p.end <= len(doc.text) for p in reading.parts)
        assert from_json(reading.value.to_json()) == reading.value
