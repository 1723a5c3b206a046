"""The words of rules: what orders, bans, permits and punishes."""

from enum import StrEnum

from claims.phrase import listed


class Modality(StrEnum):
    """What a policy does to its addressee (deontic logic, and punishment beside it)."""

    MUST = "must"
    MUST_NOT = "must_not"
    MAY = "may"
    PENALTY = "penalty"


class Status(StrEnum):
    """How far a policy has come: a bill, an order given, a rule that holds, one that has ended."""

    PROPOSED = "proposed"
    ADOPTED = "adopted"
    IN_FORCE = "in_force"
    REPEALED = "repealed"
    STRUCK_DOWN = "struck_down"


# Verbs that put a rule on somebody: "ordered them to leave", "were barred from voting".
RULING: dict[str, Modality] = {
    verb: modality
    for modality, verbs in {
        Modality.MUST: "order instruct direct command oblige obligate mandate require tell force",
        Modality.MUST_NOT: "ban bar forbid prohibit outlaw criminalise criminalize disallow "
        "restrict limit curb",
        Modality.MAY: "allow permit authorise authorize entitle legalise legalize",
    }.items()
    for verb in verbs.split()
}
# Of these only a person or body with power can be the subject; things "require" and "allow" too.
BODIED = listed(
    "require allow permit tell entitle direct bar oblige authorise authorize force restrict"
    " limit curb"
)
# As participles these mostly tell what happened, or how much of something there is.
ACTIVE_ONLY = listed("force restrict limit curb")
# What may set a rule, or propose one, beside laws.
PLANS = listed(
    """
    proposal plan agreement deal treaty amendment resolution licence license permit outline scheme
    clause provision programme program charter accord settlement pact referendum waiver
    """
)
# Verbs that rule over the thing that is their object, without an infinitive: "banned alcohol".
RULING_THINGS = RULING.keys() - listed(
    "tell oblige obligate entitle instruct direct authorise authorize"
)
# What can be ordered in one noun: "ordered an evacuation".
ORDERABLE = listed(
    """
    arrest ban blockade blackout boycott ceasefire censorship closure crackdown curfew cut
    demolition deportation destruction detention disbandment eviction evacuation execution expulsion
    freeze halt inquiry inspection investigation killing lockdown mobilisation mobilization probe
    quarantine recall release relocation removal resumption retreat review search seizure shutdown
    strike surrender suspension testing transfer withdrawal
    """
)

# Other things done that a noun without such an ending tells.
ACTS = listed(
    "sale use import export return entry access reform change rise repair election vote trial"
)
# With such an ending, and still nothing done.
NO_ACTS = listed(
    """
    tradition situation population generation organisation organization institution information
    station section question condition position reputation occasion religion opinion million
    mission commission department government environment apartment element parliament document
    agreement statement regiment audience conference science silence violence evidence absence
    difference experience residence sentence influence distance instance culture picture structure
    agriculture feature measure pressure building morning evening meeting feeling beginning hearing
    """
)
# "Make it a crime to …"
MADE: dict[str, Modality] = {
    noun: modality
    for modality, nouns in {
        Modality.MUST_NOT: "felony crime offence offense illegal unlawful misdemeanour misdemeanor",
        Modality.MUST: "mandatory compulsory obligatory",
    }.items()
    for noun in nouns.split()
}

# What a passive "is required" makes a rule of.
REQUIRABLE = listed(
    """
    approval certificate consent identification id licence license mask passport permission permit
    pass proof quarantine registration test vaccination visa
    """
)

# "It is illegal to …", "masks are mandatory".
RULING_ADJECTIVES: dict[str, Modality] = {
    "illegal": Modality.MUST_NOT,
    "unlawful": Modality.MUST_NOT,
    "forbidden": Modality.MUST_NOT,
    "prohibited": Modality.MUST_NOT,
    "banned": Modality.MUST_NOT,
    "mandatory": Modality.MUST,
    "compulsory": Modality.MUST,
    "obligatory": Modality.MUST,
}
RULING_NOUNS: dict[str, Modality] = {
    "ban": Modality.MUST_NOT,
    "prohibition": Modality.MUST_NOT,
    "moratorium": Modality.MUST_NOT,
    "embargo": Modality.MUST_NOT,
    "sanction": Modality.MUST_NOT,
    "restriction": Modality.MUST_NOT,
    "deadline": Modality.MUST,
    "order": Modality.MUST,
    "directive": Modality.MUST,
    "instruction": Modality.MUST,
    "requirement": Modality.MUST,
    "obligation": Modality.MUST,
    "curfew": Modality.MUST,
    "lockdown": Modality.MUST,
    "quarantine": Modality.MUST,
    "permission": Modality.MAY,
    "authorisation": Modality.MAY,
    "authorization": Modality.MAY,
}
# Nouns that say all of what they order: "a curfew", where "an order" must say what.
TELLING_NOUNS = frozenset({"curfew", "lockdown", "quarantine"})
# What makes a rule one no longer: "lifted the ban on exports", "rescinded the order".
LIFTING = listed(
    "lift end repeal scrap overturn abolish revoke remove rescind cancel reverse withdraw annul"
    " strike quash void invalidate"
)
# Of a ban that is eased some of what it forbade is allowed; of an eased order nothing is sure.
ENDING = LIFTING | {"ease"}
# "The curfew is over", "the order has expired".
OVER = listed("over void")
RUNNING_OUT = listed("end expire lapse cease")
# "The curfew stays in force", "the order is still in place".
STAYING = listed("stay remain continue hold stand")
IN_FORCE = listed("force effect place")
# What brings a rule about: "imposed a curfew", "gave orders to …".
ISSUING = listed(
    """
    announce approve adopt declare decree enact enforce extend give have impose implement introduce
    issue order pass place propose publish put receive renew sign tighten uphold maintain face
    apply slap set meet miss clamp expand
    """
)
# Of these, what only a rule's maker does: "the order that the mayor signed".
MAKING = listed(
    "announce approve adopt declare decree enact impose introduce issue order pass proclaim sign"
    " set"
)

SANCTIONS = listed(
    """
    arrest behead banish cane confine deport detain disqualify evict execute exile expel fine flog
    hang imprison incarcerate intern jail lash penalise penalize prosecute punish sentence
    """
)
# "sent to a camp", "put in jail", "taken into custody".
MOVING = frozenset({"send", "put", "take", "throw", "place", "move", "transfer"})
CONFINEMENT = listed(
    """
    camp cell custody death detention gallows gaol jail labour labor penitentiary prison gulag
    """
)
PENALTIES = listed(
    """
    arrest ban caning confiscation death deportation detention disqualification execution expulsion
    fine flogging imprisonment jail lash lashing penalty prison prosecution punishment sanction
    sentence term
    """
)
HABITS = listed(
    """
    always automatically commonly frequently generally immediately invariably normally often
    regularly routinely sometimes typically usually
    """
)

# Verbs under which a rule is a wish or a refusal, not a rule.
UNREAL_GOVERNORS = listed(
    """
    want wish hope call urge ask refuse fail decline oppose reject consider threaten attempt try
    need like sue petition suggest recommend deny beg plead lobby campaign
    """
)
# Verbs of knowing and being, whose "must" is a guess: "it must be hard".
STATES = listed(
    """
    be seem look feel know think love like hate mean remember admit say confess understand
    realise realize believe wonder have want need exist ask note emphasise emphasize stress
    recognise recognize acknowledge imagine hear see sound come go
    """
)
SPEAKING = listed("i we you me us one myself ourselves there what which this that")
# What people do when they like, so that "may" before it can let them.
AT_WILL = listed(
    """
    assemble attend bathe bring buy camp carry come drink drive eat enter exercise fish gather go
    hold hunt keep leave live marry meet move open park play protest reenter re-enter reopen resume
    return ride sail sell serve shop sit smoke stay swim trade train travel use visit vote walk wear
    work worship
    """
)
# How a trigger was noticed says nothing about the rule: "who were seen with long beards".
NOTICING = listed("see find catch spot observe accuse suspect report deem identify know")
LAWS = listed(
    """
    act bill bylaw constitution decree directive law legislation measure order ordinance policy
    regulation rule ruling statute edict code guideline
    """
)
# Prepositions and conjunctions that limit a rule.
LIMITING_CASES = listed(
    """
    in on at inside outside near during within until till before after without except while under
    throughout across upon unless
    """
)
LIMITING_MARKS = listed("if unless when whenever while until till before after once where")
# Verbs whose "in", "on" and "at" phrase is what they are about.
BOUND_TO_PLACE = listed(
    """
    participate engage invest believe live reside enrol enroll rely depend insist vote focus arrive
    remain stay take work base appear join result put place stick run compete stand
    """
)
FILLERS = listed(
    """
    also typically usually often normally generally routinely regularly now therefore however
    then still already thus too only reportedly allegedly currently soon instead
    """
)
# What an imperative must command before a line of speech counts as an order.
COERCIVE = listed(
    """
    arrest attack ban behead bomb burn capture clear confine confiscate crush demolish deport
    destroy detain disarm disperse eliminate evacuate evict execute expel fire hang hunt imprison
    intern jail kill liquidate monitor obliterate punish purge raid report round seize shoot
    smash stop surrender torture wipe withdraw
    """
)
