"""Figures that are told most alike are laid side by side, whatever words they count by."""

from evidence.records import Claim, Document
from tests.xref.making import amount, article, told
from xref.pairing import Pairing
from xref.stories import Stories

LEFT = article(
    "gazette",
    "Police in Velm arrested four people on Monday after the raid on the Orla bank. The raiders "
    "took 300 gold bars, Commissioner Ada Moss said.",
)
RIGHT = article(
    "herald",
    "Nine suspects are in custody after Monday’s raid on the Orla bank in Velm, Commissioner Moss "
    "said. The gold bars, 310 of them, are missing.",
)
FAR = article("post", "Nine suspects sat in a court in Lima over a stolen painting by Quispe.")


def claims(*given: tuple[Document, str, str, str]) -> list[Claim]:
    return [told(of, text, amount(value, said)) for of, text, value, said in given]


def pairs(stated: list[Claim]) -> set[tuple[str, str]]:
    pairing = Pairing(stated, Stories(stated))
    return {(stated[one].text, stated[other].text) for one, other in pairing.candidates()}


def test_other_nouns_of_one_event_meet() -> None:
    stated = claims(
        (LEFT, "four people", "4 people", "people"),
        (LEFT, "300 gold bars", "300 bar", "gold bars"),
        (RIGHT, "Nine suspects", "9 suspect", "suspects"),
        (RIGHT, "310", "310 bar", "gold bars"),
    )
    assert ("four people", "Nine suspects") in pairs(stated)


def test_other_nouns_of_another_event_do_not() -> None:
    stated = claims(
        (LEFT, "four people", "4 people", "people"), (FAR, "Nine suspects", "9 suspect", "suspects")
    )
    assert pairs(stated) == set()
