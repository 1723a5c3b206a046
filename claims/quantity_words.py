"""Words that tell what a figure counts: tolls, totals, people, and verbs that give a result.

Verbs are looked up by their form, so that a wrongly read lemma costs nothing.
"""

from collections.abc import Iterable, Iterator

from claims.words import word_set

_IRREGULAR = {
    "rise": ("rose", "risen"),
    "fall": ("fell", "fallen"),
    "stand": ("stood",),
    "grow": ("grew", "grown"),
    "become": ("became", "become"),
    "come": ("came", "come"),
    "shrink": ("shrank", "shrunk"),
    "slay": ("slew", "slain"),
    "go": ("went", "gone", "goes"),
    "be": ("is", "was", "are", "were", "been", "being", "am", "'s", "’s"),
    "drop": ("dropped", "dropping"),
    "stretch": ("stretches",),
    "reach": ("reaches",),
    "top": ("topped", "topping"),
    "sell": ("sold",),
    "cost": ("cost",),
    "hit": ("hit", "hitting"),
    "hurt": ("hurt",),
    "jump": ("jumped",),
    "strand": ("stranded",),
    "trap": ("trapped", "trapping"),
    "kidnap": ("kidnapped", "kidnapping"),
    "free": ("freed",),
    "die": ("died", "dying"),
    "spend": ("spent",),
    "pay": ("paid",),
    "give": ("gave", "given"),
    "seek": ("sought",),
    "buy": ("bought",),
    "lose": ("lost",),
    "slide": ("slid",),
    "get": ("got", "getting"),
    "swell": ("swollen",),
    "win": ("won", "winning"),
    "set": ("set", "setting"),
    "bid": ("bid", "bidding"),
    "slip": ("slipped", "slipping"),
    "dip": ("dipped", "dipping"),
    "net": ("netted", "netting"),
    "commit": ("committed", "committing"),
}


def inflected(lemma: str) -> Iterator[str]:
    """The forms of a verb, regular ones by rule.

    >>> sorted(inflected("injure"))
    ['injure', 'injured', 'injures', 'injuring']
    """
    yield lemma
    yield from _IRREGULAR.get(lemma, ())
    stem = lemma.removesuffix("e")
    yield f"{stem}ing"
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        yield from (f"{lemma[:-1]}ies", f"{lemma[:-1]}ied")
    else:
        yield from (f"{lemma}s", f"{stem}ed")


def _forms(lemmas: Iterable[str]) -> frozenset[str]:
    return frozenset(form for lemma in lemmas for form in inflected(lemma))


# What happened to those who are counted, under one word, so that "12 dead", "killed 12" and
# "a toll of 12" say the same. By the forms of verbs and adjectives.
OUTCOMES = {
    form: outcome
    for outcome, lemmas in (
        ("dead", "dead die kill murder slay massacre execute drown perish deceased"),
        ("injured", "injured injure wound wounded hurt"),
        ("missing", "missing"),
        ("arrested", "arrest"),
        ("detained", "detain imprison jail incarcerate"),
        ("displaced", "displace"),
        ("evacuated", "evacuate"),
        ("rescued", "rescue"),
        ("infected", "infect"),
        ("vaccinated", "vaccinate"),
        ("hospitalised", "hospitalise hospitalize"),
        ("homeless", "homeless"),
        ("stranded", "strand"),
        ("trapped", "trap"),
        ("abducted", "abduct kidnap"),
        ("released", "release free"),
        ("deported", "deport"),
        ("charged", "charge"),
        ("convicted", "convict"),
        ("destroyed", "destroy"),
        ("damaged", "damage"),
    )
    for lemma in lemmas.split()
    for form in inflected(lemma)
}
# Outcomes that only people suffer, so that a bare number counts people.
HUMAN = frozenset(OUTCOMES.values()) - {"destroyed", "damaged", "released", "charged", "trapped"}
# "12 dead", "30 injured": the outcome itself is the counted noun.
BARE_OUTCOMES = word_set("dead injured wounded missing killed hurt arrested homeless detained")
# Nouns of a total, with the outcome they stand for where they have one.
TOLLS = {"toll": "dead"}
TOTALS = word_set(
    "number total count tally figure amount sum size toll estimate average maximum minimum record"
)
CROWDS = word_set("population attendance audience crowd turnout membership workforce staff")
# "A crew of 14", "a family of six": people, so many together.
GROUPS = word_set(
    """
    crew family complement commission committee group gang team squad unit party panel jury
    delegation force class household band contingent platoon enrolment enrollment congregation
    """
)
# "A father of three": so many children.
KIN = word_set("father mother parent")
# "Within the limit of 900": so many of what the figures around it are of.
LIMITS = word_set(
    "limit capacity maximum minimum threshold ceiling target quota peak high low record average"
)
# What they are done to, unless something else is named, are people.
PEOPLED = word_set("employ recruit hire accommodate seat treat")
# Behind these a bare amount is money.
PRICING = word_set("cost pay charge fetch")
# "Put the number of dead at 41".
SETTING = word_set(
    "put place set peg estimate fix reckon assess gauge keep leave value project price"
)
# Their subject is the thing measured: "the bridge cost $3 million".
MEASURING = _forms(
    word_set(
        """
    cost weigh measure total last span cover be become reach exceed top surpass hit average number
    stand rise fall grow climb drop increase decrease decline jump soar remain amount equal earn
    worth pass shrink surge double close end come go turn stretch sell value settle peak trade open
    finish gain advance approach near lose slip slide tumble plunge plummet slump dip ease narrow
    widen swell
    fetch net gross yield change triple quadruple edge price estimate project expect
        """
    )
)
# Their subject gets what is counted, and is not what is counted: "Sanders has earned 914".
GETTING = _forms(word_set("earn gain lose add net yield fetch cost get turn"))
BUYING = _forms(
    word_set("buy purchase acquire sell auction value price lease rent trade hire sign offer")
)
SPENDING = _forms(
    word_set("spend invest pay give donate pledge provide offer commit allocate raise seek request")
)
# Nouns with which "one" is a count a reporter would check.
ONE_OF = word_set(
    """
    person people man woman child boy girl baby soldier officer civilian student victim passenger
    police policeman protester worker employee resident suspect death case vote seat goal point
    casualty fatality militant rebel prisoner hostage teenager journalist firefighter driver pilot
    patient doctor nurse crewman gunman attacker
    """
)
# Words that say nothing of what is counted.
EMPTY = word_set("more other others another total such same each all")
# What a document holds may stand in its predicate: "96 pages were of internal speeches".
HOLDERS = word_set("page document file report word paragraph chapter minute photo picture image")
HOLDING = _forms(word_set("hold contain record describe list show concern document detail"))
FILLING = _forms(word_set("fill occupy take make account cover run comprise"))
