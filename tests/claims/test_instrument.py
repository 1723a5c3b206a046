"""Rules that a noun names: whose they are, that they hold, and that they have ended."""

import pytest

from claims.policy import KIND
from tests.markup import check

MADE = [
    "<policy issuer='The mayor' modality=must action='a curfew' conditions='from 8 p.m. to 6 a.m.'>"
    "The mayor imposed a curfew on Monday from 8 p.m. to 6 a.m.</policy>",
    "<policy issuer='Ana Reyes' modality=must addressee='all villagers' action='leave home' "
    "conditions='by noon'>An order that President Ana Reyes signed on Friday requires all "
    "villagers to leave home by noon</policy>.",
    "<policy issuer='Ana Reyes' modality=must addressee=Shopkeepers action='close'"
    " conditions='at dusk'>Under an order which Ana Reyes signed on Friday, Shopkeepers must close "
    "at dusk</policy>.",
    "<policy modality=must_not addressee=Nobody action='be in the park' "
    "conditions='between 10 p.m. and 6 a.m.'>Nobody may be in the park between 10 p.m. and 6 a.m."
    "</policy>",
    "<policy issuer='the governor' modality=must ended=false>The lockdown that the governor "
    "declared in March</policy> has emptied the harbour.",
]
STANDING = [
    "<policy modality=must action='The curfew' ended=false>The curfew remains in force</policy>.",
    "<policy modality=must_not action=fishing ended=false>The fishing ban stays in place</policy>.",
    "<policy modality=must action='The curfew' ended=false>The curfew was not lifted</policy>.",
]
ENDED = [
    "<policy issuer='The governor' modality=may action=evacuation ended=true>The governor "
    "rescinded "
    "the evacuation order</policy>.",
    "<policy issuer=none modality=may action='boil water' ended=true>The order to boil water was "
    "withdrawn on Friday</policy>.",
    "<policy issuer='The army' modality=may action='a two-week curfew' conditions='in the capital' "
    "ended=true>The army ended a two-week curfew in the capital</policy>.",
    "<policy modality=may action='The lockdown' ended=true>The lockdown expired on "
    "Monday</policy>.",
    "<policy modality=may action='The curfew' ended=true>The curfew is no longer in "
    "force</policy>.",
    "<policy issuer='The council' modality=may action=swimming ended=true>The council scrapped the "
    "swimming ban</policy>.",
    "<policy modality=may action='The curfew' ended=true>The curfew is over</policy>. "
    "<policy issuer=Lund modality=may action='The curfew' ended=true>Mayor Lund lifted it "
    "on Sunday</policy>.",
]
ALLOWED = [
    "<policy modality=may addressee=Everyone action='return home' conditions='from 7 a.m. on "
    "Sunday'>Everyone may return home from 7 a.m. on Sunday</policy>.",
    "<policy modality=may addressee=Visitors action='use the beach' conditions='after 6 p.m.'>"
    "Visitors may use the beach after 6 p.m.</policy>",
]
NO_RULE = [
    "The government plans to lift the curfew.",
    "The curfew could be lifted next week.",
    "The council eased the order in May.",
    "Some residents may return on Sunday to find their homes gone.",
    "Thousands may leave on Friday.",
    "Prices may rise after June.",
    "She lifted it onto the table.",
    "The match is over.",
]


@pytest.mark.parametrize("marked", [*MADE, *STANDING, *ENDED, *ALLOWED, *NO_RULE])
def test_reads_exactly_the_marked_policies(marked: str) -> None:
    assert check(KIND, marked) == []
