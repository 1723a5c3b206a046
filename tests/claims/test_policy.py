import pytest
from hypothesis import given, settings

from claims.mentions import Mentions
from claims.parsed import Parsed
from claims.policy import KIND, Modality, Policy, from_json
from tests.claims.trees import docs
from tests.markup import check

MODALS = [
    "<policy modality=must addressee=Visitors action='show a passport and wear a mask' "
    "conditions='inside the museum'>Visitors must show a passport and wear a mask inside the "
    "museum</policy>.",
    "<policy modality=must_not addressee=Drivers action=park>Drivers may not park on the quay"
    "</policy>.",
    "<policy modality=may action=vote>Only residents may vote</policy>.",
    "The ministry said that <policy issuer='The ministry' modality=must addressee='all travellers' "
    "action=quarantine conditions='for ten days'>all travellers must quarantine for ten days"
    "</policy>.",
]
VERBS = [
    "<policy issuer='The minister' modality=must addressee='the army' action='clear the square'>"
    "The minister ordered the army to clear the square</policy>.",
    "<policy issuer=none modality=must_not addressee=Journalists action='visiting the camps'>"
    "Journalists are barred from visiting the camps</policy>.",
    "<policy modality=must_not addressee=Residents action='leave their homes'>Residents are not "
    "allowed to leave their homes</policy>.",
    "<policy modality=must addressee=Teachers>Teachers were told to report pupils who skip class"
    "</policy>.",
    "<policy modality=must addressee=firms action='publish their pay gaps'>The new law requires "
    "firms to publish their pay gaps</policy>.",
    "<policy modality=must addressee=Prisoners action='be transported' "
    "conditions='in chains|in hoods|in gags'>Prisoners are also ordered to be transported in "
    "chains, hoods, and gags</policy>.",
    "<policy modality=must_not action='sell alcohol' conditions='after midnight'>It is illegal to "
    "sell alcohol after midnight</policy>.",
]
NOUNS = [
    "<policy issuer=Parliament modality=must_not action='plastic bags'>Parliament approved a ban "
    "on plastic bags</policy>.",
    "<policy issuer='The governor' modality=may action=fishing>The governor lifted the ban on "
    "fishing</policy>.",
    "<policy issuer='The army' modality=must action='a curfew'>The army imposed a curfew in the "
    "capital</policy>.",
    "The towers were manned, with <policy modality=must addressee='sentries in the gatehouse' "
    "action='fire at will'>sentries in the gatehouse given “fire at will” orders</policy>.",
]
PENALTIES = [
    "<policy modality=penalty penalty='a long sentence' condition='Abusing young children'>Abusing "
    "young children carries a long sentence</policy>.",
    "<policy modality=penalty addressee=Those conditions=refuse penalty='a fine of 90 crowns'>"
    "Those who refuse face a fine of 90 crowns</policy>.",
    "<policy modality=penalty addressee=Herders conditions='they burn grass' "
    "penalty='jailed at once'>Herders can be jailed at once if they burn grass</policy>, according "
    "to the papers.",
    "<policy modality=penalty addressee=Anyone conditions='breaks the curfew' "
    "penalty='jailed for up to five years'>Anyone who breaks the curfew could be jailed for up to "
    "five years</policy>.",
    "<policy modality=penalty addressee='Any farmer' "
    "conditions='keeping a dog|keeping a hound|burning waste|selling raw milk' penalty=fined>Any "
    "farmer keeping a dog or hound, burning waste, or selling raw milk is routinely fined"
    "</policy>.",
    "<policy modality=penalty addressee=Villagers conditions='long knives|not singing|not "
    "bowing|swimming in the reservoir|learning Greek' penalty='evicted immediately'>Villagers who "
    "were seen with long knives, not singing or bowing, swimming in the reservoir, or learning "
    "Greek could be evicted immediately</policy>.",
    "<policy modality=penalty addressee=Protesters conditions='insulting the king' penalty=jailed>"
    "Protesters will be jailed for insulting the king</policy>.",
    "<policy modality=penalty conditions=Espionage penalty=death>Espionage is punishable by death"
    "</policy>.",
    "Teachers warned that <policy modality=penalty addressee='their parents' conditions='bad "
    "marks' penalty='sent to labour camps'>bad marks could see their parents being sent to labour "
    "camps</policy>.",
]
LAWS = [
    "Parliament passed <policy issuer=Parliament modality=may addressee=him action='stand "
    "again'>an amendment allowing him to stand again</policy>.",
    "<policy issuer='The pact' modality=must action='compliance with the quotas' named=true>The "
    "pact requires compliance with the quotas</policy>.",
    "<policy modality=must conditions=Marches action='police permission'>Marches require police "
    "permission</policy>.",
    "Officials backed <policy issuer='a bill' modality=must_not action='own a drone'>a bill making "
    "it a crime to own a drone</policy>.",
]
THINGS = [
    "<policy issuer='The union' modality=must_not action='sanctions on the regime' named=true "
    "conditions='for another year'>The union extended sanctions on the regime for another year"
    "</policy>.",
    "<policy issuer=Norland modality=must_not addressee=none action='beef imports from Sudland'>"
    "Norland banned beef imports from Sudland</policy>.",
    "<policy issuer='The court' modality=must action='the plant closed'>The court ordered the "
    "plant closed</policy>.",
    "<policy issuer='The mayor' modality=must action='three days of mourning'>The mayor ordered "
    "three days of mourning</policy>.",
    "<policy modality=must addressee=Envoys action='back to Tolsk'>Envoys were ordered back to "
    "Tolsk</policy>.",
    "<policy modality=must_not action='exploding fireworks'>The city imposed a ban on exploding "
    "fireworks</policy>.",
    "<policy modality=penalty addressee=Those conditions='park here' penalty='a fine'>Those who "
    "park here are subject to a fine</policy>.",
]
SEEN = [
    "“<policy modality=must addressee='The walls of the city' conditions='without any delay'>The "
    "walls of the city must be manned without any delay</policy>.”",
    "<policy modality=must assertion=denied>There is no requirement to trace any molecule of the "
    "pesticide</policy>.",
    "<policy issuer='a judge' modality=must addressee='the actress'>The treatment a judge required "
    "the actress to receive was long</policy>.",
    "Parliament debates a plan: <policy issuer='The bill' modality=must addressee=landlords "
    "status=proposed>The bill would require landlords to register</policy>.",
    "<policy modality=must status=in_force assertion=asserted>Drivers must wear seat belts"
    "</policy>.",
    "<policy modality=must_not conditions='in the lake|unless they hold a permit' "
    "exceptions='unless they hold a permit'>Nobody may fish in the lake unless they hold a permit"
    "</policy>.",
    "<policy modality=must_not until='2024-06-01' since=none>The council banned barbecues until 1 "
    "June 2024</policy>.",
    "<policy modality=may status=struck_down>The court struck down the ban on beards</policy>.",
]
LIMITS = [
    # One thing that the network sees in two pieces is one condition, by place as well.
    "<policy modality=must action='approve the list' conditions='before it can go to the national "
    "assembly for a vote of approval' condition='before it can go to the national assembly for a "
    "vote of approval'>The council must approve the list, before it can go to the national "
    "assembly for a vote of approval</policy>.",
    # From when a rule holds.
    "<policy modality=must_not addressee=Ferries conditions='since the war began'>Ferries have "
    "been barred from the harbour since the war began</policy>.",
    "<policy modality=must_not addressee=farmers conditions='Since the summer'>Since the summer, "
    "farmers had been prohibited from watering maize</policy>.",
    "<policy modality=must_not conditions='in the old town|as of Monday'>Drones are banned in the "
    "old town as of Monday</policy>.",
    "<policy modality=must_not conditions='starting Saturday'>Inspectors will be barred from the "
    "plant starting Saturday</policy>.",
    "<policy modality=must addressee='their units' conditions='effective Monday'>The rebels "
    "ordered their units to stand down, effective Monday</policy>.",
    "<policy modality=must_not action='run again' conditions='his term ends'>The president may not "
    "run again when his term ends</policy>.",
    # What is excepted is kept beside what the network sees.
    "<policy modality=must_not conditions='after dark|without a permit'>Sellers were barred from "
    "the market after dark, without a permit</policy>.",
    "<policy modality=must_not action=fireworks conditions='two-month'>The council imposed a "
    "two-month ban on fireworks</policy>.",
    # Why a rule was made, and which rule it is, limit nothing.
    "<policy modality=must_not action=rallies conditions=''>The governor banned rallies in an "
    "effort to calm the town</policy>.",
    "<policy modality=must action='a curfew' conditions='in the capital'>The army imposed a curfew "
    "in the capital to prevent riots</policy>.",
    "<policy modality=must_not action='poultry imports' conditions=''>The ministry banned poultry "
    "imports because of the threat of bird flu</policy>.",
    "<policy modality=must addressee=patrols conditions='on Sundays'>Under an agreement with "
    "Sudland, patrols must stay off the river on Sundays</policy>.",
    # Whom or what the act is done to belongs to the act.
    "<policy modality=may action='use force on invaders' conditions='the island declares "
    "independence'>Islanders may use force on invaders if the island declares independence"
    "</policy>.",
    "<policy modality=must action='leave an island in the northern chain' conditions=''>The "
    "governor ordered tourists to leave an island in the northern chain</policy>.",
    # Others beside the addressee share no clause of its own; an offence that is not named tells
    # nothing.
    "<policy modality=may conditions='have not been convicted of a crime'>Prisoners who have not "
    "been convicted of a crime, as well as patients, are allowed to vote early</policy>.",
    "<policy modality=penalty conditions='' penalty='a fine of 90 crowns'>An offence carries a "
    "fine of 90 crowns</policy>.",
]
NONE = [
    "The union did not impose sanctions on the regime.",
    "Critics of sanctions against the regime met in Tolsk.",
    "The council limited parking to two hours.",
    "The central bank curbed inflation.",
    "The goalkeeper forced a corner.",
    "He did not make it a crime to lie.",
    "Rescuers have had to work by hand.",
    "Officials praise a society that permits and even celebrates local traditions.",
    "The state of the press must be regarded as grim.",
    "The villagers were forced to flee by the flood.",
    "Users have only to visit the page.",
    "It was the longest rush allowed in the history of the league.",
    "Police arrested two men on Monday.",
    "It could rain on Sunday.",
    "The flood may have killed dozens of people.",
    "He must have been tired.",
    "Western nations should publicize the leaks.",
    "Smith was fined $5,000 by the court.",
    "Can foreigners be deported?",
    "Users only have to visit a page in order to be infected.",
    "The elected councillors can see the wish of the people.",
    "She ordered a pizza in order to eat.",
    "The decision was unlawful.",
    "The officers were allowed to go home.",
    "They refused to ban the drug.",
]


@pytest.mark.parametrize(
    "marked",
    [*MODALS, *VERBS, *NOUNS, *PENALTIES, *LAWS, *THINGS, *SEEN, *LIMITS, *NONE],
)
def test_reads_exactly_the_marked_policies(marked):
    assert check(KIND, marked) == []


def test_an_order_in_quoted_words_has_the_speaker_as_issuer():
    marked = (
        "General Ada Novak told the guards: “<policy issuer='Ada Novak' modality=must "
        "addressee='the guards' action='Arrest everyone who runs'>Arrest everyone who runs"
        "</policy>.”"
    )
    assert check(KIND, marked) == []


def test_a_pull_quote_has_no_issuer():
    marked = (
        "The rebels lost.\n\n“They are weak. <policy issuer=none action='Burn down their houses'>"
        "Burn down their houses</policy>.”\n\nNobody came back."
    )
    assert check(KIND, marked) == []


def test_a_stored_policy_reads_back_as_itself():
    policy = Policy("Oslo", Modality.PENALTY, "anyone", None, ("running", "shouting"), "fined")
    assert from_json(policy.to_json()) == policy


@settings(max_examples=3 * settings.default.max_examples)
@given(docs())
def test_any_tree_is_read_and_nothing_leaves_the_text(doc):
    for reading in KIND.read(Parsed(doc, Mentions(doc))):
        assert 0 <= reading.start < reading.end <= len(doc.text)
        assert all(0 <= p.start < p.end <= len(doc.text) for p in reading.parts)
        assert from_json(reading.value.to_json()) == reading.value
