"""Policies told in less usual ways: exemptions, plain permissions, orders that nobody gave."""

import pytest

from claims.policy import KIND, read
from tests.markup import check, parsed

MARKED = [
    "<policy modality=may addressee=Journalists action='the curfew'>Journalists are exempt from "
    "the curfew and do not need a pass</policy>.",
    "<policy modality=may addressee='Relatives of the patients' action='bring food'>Relatives of "
    "the patients may bring food</policy>.",
    "<policy modality=may addressee='Observers of both parties'>Observers of both parties may "
    "attend</policy>, but <policy modality=must_not action='touch the ballots'>they must not touch "
    "the ballots</policy>.",
    "<policy modality=must assertion=denied>No operator has been ordered to cut connections"
    "</policy>.",
    "<policy modality=penalty conditions='wears a veil|prays in public|learns the Sarani language'>"
    "Anyone who wears a veil, prays in public or learns the Sarani language can be detained"
    "</policy>.",
]


@pytest.mark.parametrize("marked", MARKED)
def test_reads_exactly_the_marked_policies(marked: str) -> None:
    assert check(KIND, marked) == []


@pytest.mark.parametrize(
    "text",
    [
        "This law protects citizens from lies.",
        "Workers may lose their jobs.",
        "Prices may rise next year.",
        "Some protesters may return on Friday.",
    ],
)
def test_a_chance_is_no_permission(text: str) -> None:
    assert not list(read(parsed(text)))


def test_an_oath_is_whole() -> None:
    """A stretch of the network that ends with an article goes on to its noun."""
    (found,) = read(parsed("The court said that neither candidate may take the oath."))
    assert found.value.action == "take the oath"
