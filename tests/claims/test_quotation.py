"""Quotations: each example is prose with the quotations that must be read marked in it."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from claims.quotation import KIND, Form, Quotation, SpeakerKind, from_json
from tests.markup import check, parsed

DIRECT = [
    '“<quotation speaker="Ines Calloway" speaker_kind=person cue=said form=direct>The bridge is '
    "shut</quotation>,” said Ines Calloway, who runs the port.",
    'The mayor, Tom Reed, told reporters on Friday: “<quotation speaker="Tom Reed" cue=told>We '
    "will rebuild every house.</quotation>”",
    'The council said: "<quotation speaker=council speaker_kind=organisation>Nobody was hurt in '
    'the fire.</quotation>"',
    "‘<quotation speaker='Anna Reed' form=direct>The workers’ union has won</quotation>,’ said "
    "Anna Reed.",
    # one quotation, broken by its cue
    'Anna Reed runs the port. “<quotation speaker="Anna Reed" content="We knew the risk, but '
    'nobody listened to us.">We knew the risk,” she said, “but nobody listened to us.</quotation>”',
    # one quotation over paragraphs
    'Tom Reed said: “<quotation speaker="Tom Reed">First the lights went out in the hall.\n\n'
    "“Then the water came through the door.</quotation>”",
    # a signature, a label, a block quote without its opening mark
    '“<quotation speaker="Ada Lovell" cue=none>We never gave that order to anybody.</quotation>” '
    "— Ada Lovell, minister",
    "Mayor Lovell: “<quotation speaker=Lovell cue=none>We never gave that order.</quotation>”",
    "The manual was written by Tom Reed, the camp director, who ordered guards to:\n\n<quotation "
    'speaker="Tom Reed" cue=ordered>Lock every door at night. Never open them before dawn.'
    "</quotation>”\n\nNobody objected.",
]
INDIRECT = [
    "<quotation speaker='Harbour Office' form=indirect>The storm has closed the old "
    "pier</quotation>"
    ", the Harbour Office said at noon on Friday.",
    "<quotation speaker='Ana Reyes'>Nine barns were flooded</quotation>, the mayor, Ana Reyes, "
    "said.",
    "Police said <quotation speaker=Police speaker_kind=organisation cue=said form=indirect>the "
    "bridge was closed to traffic</quotation>.",
    'According to the report, <quotation speaker=report speaker_kind=document cue="According to">'
    "the dam had been leaking for years</quotation>.",
    "<quotation speaker=officials speaker_kind=unnamed>The bridge was closed to traffic"
    "</quotation>, officials said.",
    'Ines Calloway claims that <quotation speaker="Ines Calloway">the port is safe</quotation>.',
]
MIXED = [
    'Tom Reed said that <quotation speaker="Tom Reed" form=mixed>the plan was “a disgrace to '
    "everyone”</quotation>.",
    'In his speeches, President Tom Reed calls for “<quotation speaker="Tom Reed" cue=calls '
    "form=mixed>a struggle against all our enemies</quotation>”.",
    "The inquiry reported that <quotation speaker=inquiry speaker_kind=document>Mr. Reed was fired "
    "for “ignoring every warning he had been given. He should have listened”</quotation>.",
]
UNATTRIBUTED = [
    "The fire burned for days.\n\n“<quotation speaker=none speaker_kind=none cue=none>Nobody told "
    "us what to do that night.</quotation>”\n\nThe council met on Monday.",
]
NONE = [
    # names, single words and slogans held at arm's length
    "Guards had “shoot to kill” orders at the so-called “schools”.",
    "He was “infected” by the “virus”, and the “Harbour Question” stayed open.",
    # an introduction with nothing after it
    "Tom Reed told party members during a speech:\n\nThe methods of the guards were described.",
    # negated, conditional and supposed speech
    "Tom Reed did not say that the bridge was closed.",
    "If Tom Reed says that the bridge is closed, nobody will cross it.",
    "The documents instruct guards on how to talk to visitors.",
    "The workers' union met in James' house at 5'10\" above the river.",
]


@pytest.mark.parametrize("marked", [*DIRECT, *INDIRECT, *MIXED, *UNATTRIBUTED, *NONE])
def test_reads_exactly_the_marked_quotations(marked: str) -> None:
    assert check(KIND, marked) == []


def test_a_stored_quotation_reads_back() -> None:
    value = Quotation("Ada Lovell", SpeakerKind.PERSON, "said", "No.", Form.DIRECT)
    assert from_json(value.to_json()) == value
    nobody = Quotation(None, SpeakerKind.NONE, None, "No.", Form.DIRECT)
    assert from_json(nobody.to_json()) == nobody


PIECES = st.sampled_from(
    [*"“”‘’\"'", " ", "\n\n", ": ", ", ", ". ", "Anna Reed ", "she ", "said ", "according to ",
     "the plan is dead ", "that ", "Mr. ", "— ", "Q: ", "\nA: ", "\n\n**Why?**\n\n",
     "who asked not to be named because ", "told the Courier ", "\n((WN)) ", "10:15 ", "(", "): "]
)  # fmt: skip


@given(st.lists(PIECES, max_size=25).map("".join))
@example("that \n\n’’\"“'")
def test_any_text_is_read_into_spans_of_it(text: str) -> None:
    for reading in KIND.read(parsed(text)):
        assert 0 <= reading.start < reading.end <= len(text)
        for part in reading.parts:
            assert 0 <= part.start < part.end <= len(text)
            if part.role == "content":
                assert " ".join(text[part.start : part.end].split()) in reading.value.content
        assert (reading.value.speaker is None) == (reading.value.speaker_kind is SpeakerKind.NONE)
