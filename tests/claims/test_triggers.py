"""What makes a rule apply: one condition for each member of a list."""

import pytest

from claims.policy import KIND
from tests.markup import check

LISTS = [
    "<policy modality=penalty addressee=Farmers conditions='keep wild birds|do not fence|do not "
    "mow|sell raw milk|burn waste in spring' penalty='evicted at once'>Farmers can be evicted at "
    "once if they keep wild birds, do not fence or mow, sell raw milk or burn waste in spring"
    "</policy>, according to the rules.",
    "The letter says that <policy modality=penalty addressee=pupils conditions='bring a phone|"
    "bring a radio|miss morning prayers|own banned songs' penalty='expelled'>pupils are "
    "usually expelled "
    "if they bring a phone or a radio, miss morning prayers or own banned songs</policy>.",
    "<policy modality=must addressee=Passengers action='stay at home' conditions='cough|have a "
    "fever|feel ill'>Passengers must stay at home if they cough, have a fever or feel ill"
    "</policy>.",
    "<policy modality=penalty addressee=Herders conditions='they burn grass' penalty=jailed>"
    "Herders can be jailed if they burn grass</policy>, but the council rarely does so.",
    "<policy modality=must addressee=Students action=leave conditions='the head or the board says "
    "so'>Students must leave if the head or the board says so</policy>.",
]
NOTICED = [
    "<policy modality=must addressee=Anyone action=rest conditions='has caught the fever'>Anyone "
    "who has caught the fever must rest</policy>.",
    "<policy modality=penalty addressee=Visitors conditions='stealing|lying' penalty=expelled>"
    "Visitors who are caught stealing or lying will be expelled</policy>.",
]


@pytest.mark.parametrize("marked", [*LISTS, *NOTICED])
def test_reads_each_condition_by_itself(marked: str) -> None:
    assert check(KIND, marked) == []


def test_a_condition_before_an_order_is_no_list() -> None:
    marked = (
        "General Ada Novak told the guards: “<policy conditions='they run' action='shoot them'>If "
        "they run, shoot them</policy>.”"
    )
    assert check(KIND, marked) == []


def test_an_omission_glued_between_words_ends_a_command() -> None:
    marked = (
        "General Ada Novak told the guards: “Get ready for a crushing, cleansing campaign…"
        "<policy issuer='Ada Novak' action='arrest everyone who runs'>arrest everyone who runs"
        "</policy>.”"
    )
    assert check(KIND, marked) == []
