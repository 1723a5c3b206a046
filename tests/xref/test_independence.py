from datetime import date

import pytest

from tests.xref.making import amount, article, told
from xref.copies import copies
from xref.independence import Voices
from xref.relays import relays
from xref.wires import agency, wires

WIRE = (
    "A storm tore the roofs from thirty houses in the port of Velm on Monday night and left two "
    "fishermen missing. Boats from three villages searched the bay until the morning, the harbour "
    "office said. Schools will stay closed until the power has been restored to the town."
)
OTHER = (
    "The harbour office in Velm has closed all schools after Monday's storm. Two men who had gone "
    "out to fish did not come home, and a search by boats from nearby villages found nothing."
)


def test_a_reprint_is_a_copy() -> None:
    one, other = article("gazette", WIRE), article("herald", f"VELM – {WIRE} (agency)")
    apart = article("courier", OTHER)
    assert copies([one, apart, other]) == (tuple(sorted((one.id, other.id))),)


def test_an_abridged_wire_text_is_a_copy() -> None:
    one, other = article("gazette", WIRE), article("herald", WIRE.split(" Schools")[0])
    assert len(copies([one, other])) == 1


def test_many_copies_are_tied_to_one() -> None:
    reprints = [article(f"paper {number}", WIRE) for number in range(40)]
    assert len(copies(reprints)) == 39


CREDITED = [
    "VELM (AP) — Two men are missing.",
    "By Ada Moss, Associated Press\n\nTwo men are missing.",
    "Two men are missing.\n\n© 2021 The Associated Press. All rights reserved.",
    "Two men are missing.\n\n– The Associated Press",
]


@pytest.mark.parametrize("text", CREDITED)
def test_papers_that_print_one_agency_are_one_voice(text: str) -> None:
    one, other = article("gazette", text), article("herald", f"Velm (AP) - {OTHER}")
    assert wires([one, other]) == (("Associated Press", tuple(sorted((one.id, other.id)))),)


@pytest.mark.parametrize("text", ["The AP said two men are missing.", "Use the AP (access point)."])
def test_an_agency_that_is_only_named_is_no_credit(text: str) -> None:
    assert agency(article("gazette", text)) is None


def test_figures_of_one_report_are_one_voice() -> None:
    voices = []
    for origin in ("the Lund report", "the Lund report on dams", "the mayor"):
        one = article("gazette", "Some 40 dams leak.")
        other = article("herald", "Some 40 dams leak, they say.")
        claims = [
            told(one, "40 dams", amount("40 dam", "dams", said_by="the Lund report")),
            told(other, "40 dams", amount("40 dam", "dams", said_by=origin)),
        ]
        voices.append(len(set(Voices([one, other]).among(claims).values())))
    assert voices == [1, 2, 2]


RELAYS = [
    ("Two men are missing after a storm, the Northport Courier reported on Tuesday.", True),
    ("According to the Northport Courier, two men are missing.", True),
    ("Two men are missing, the Courier said.", True),
    ("“We have lost two men,” the mayor told the Northport Courier.", True),
    ("Two men are missing. Readers of the Northport Courier held a vigil.", False),
    ("Two men are missing, a courier said.", False),
    ("Two men are missing, the Daily Courier reported.", False),
    # one mention deep in a long story is no relay of the whole
    (f"{WIRE} {OTHER} Roofs had been checked in May, the Northport Courier reported.", False),
]


@pytest.mark.parametrize(("text", "relayed"), RELAYS)
def test_who_passes_on_what_another_reported(text: str, relayed: bool) -> None:
    origin = article("The Northport Courier", OTHER)
    relay = article("herald", text)
    assert relays([origin, relay]) == (((relay.id, origin.id),) if relayed else ())


def test_the_relayed_document_is_the_one_on_the_same_story() -> None:
    origin = article("Northport Courier", OTHER)
    elsewhere = article("Northport Courier", "The museum shows maps of old railways this spring.")
    relay = article("herald", "A search by boats found nothing, the Northport Courier reported.")
    assert relays([elsewhere, origin, relay]) == ((relay.id, origin.id),)


def test_a_file_name_that_is_a_word_is_not_cited_by_that_word() -> None:
    assert (
        relays([article("police", OTHER), article("b", "Police said two men are missing.")]) == ()
    )


def voices(*documents, pairs=()) -> int:
    claims = [
        told(document, "two men", amount("2 man"))
        for document in documents
        if "two men" in document.text
    ]
    return len(set(Voices(documents, pairs).among(claims).values()))


def test_two_outlets_are_two_voices() -> None:
    one = article("gazette", "The storm took two men.")
    other = article("herald", "Off Velm two men are missing.")
    assert voices(one, other) == 2


def test_one_outlet_is_one_voice() -> None:
    one = article("Gazette", "The storm took two men.", date(2020, 1, 1))
    other = article("gazette", "Off Velm two men are missing.", date(2020, 1, 2))
    assert voices(one, other) == 1


def test_copies_and_relays_are_the_voice_of_their_origin() -> None:
    one, other, third = (article(name, f"{name} saw two men.") for name in ("ash", "fir", "oak"))
    assert voices(one, other, third, pairs=[(one.id, other.id), (other.id, third.id)]) == 1


def test_a_copied_sentence_is_no_voice_of_its_own() -> None:
    sentence = "Rescuers searched the whole of the bay for two men until the early morning hours."
    one = article("gazette", f"The port is closed. {sentence} Schools were open.")
    other = article("herald", f"{sentence} The mayor thanked them all.")
    assert voices(one, other) == 1


def test_a_sentence_that_names_its_origin_is_no_voice_of_its_own() -> None:
    one = article("Harbour Gazette", "The storm took two men.")
    other = article("herald", f"{WIRE} {OTHER} It took two men, the Harbour Gazette reported.")
    assert voices(one, other) == 1
