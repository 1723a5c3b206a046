"""Word lists that several kinds of claim share: lemmas, lower case unless they are titles."""

from enum import StrEnum


def word_set(text: str) -> frozenset[str]:
    """The words of `text`, for lists that are easier to read as prose."""
    return frozenset(text.split())


class Stance(StrEnum):
    """What a reporting verb lets the reader know about the writer's trust in the words."""

    NEUTRAL = "neutral"
    DOUBT = "doubt"
    FACT = "fact"
    DENIAL = "denial"
    DIRECTIVE = "directive"


_NEUTRAL = """
add advise affirm agree announce answer argue ask assert assess assure believe blog boast brief
broadcast caution chant charge clarify comment complain conclude confess confide contend continue
counter criticise criticize declare describe elaborate emphasise emphasize estimate exclaim explain
express forecast forewarn gush highlight hint indicate inform insinuate insist interject joke
lament lecture maintain mention mumble mutter note object observe opine phrase plead pledge point
posit post praise predict preach proclaim promise pronounce propose protest quip quote read reason
recall recite recommend recount reflect reiterate relate remark remind reply report respond restate
retort retweet say shout sigh signal simplify speak specify speculate state stress suggest
summarise summarize surmise sum swear teach tell testify text theorise theorize thunder tweet urge
utter vent voice vow warn whisper wonder worry write yell
"""
_DOUBT = "accuse allege claim imply insinuate profess purport"
_FACT = (
    "acknowledge admit concede confirm demonstrate disclose establish find prove reveal show verify"
)
_DENIAL = "contest contradict deny discount dismiss dispute rebut refute reject"
_DIRECTIVE = "beseech call command decree demand dictate direct exhort implore instruct order"

# Verbs that introduce what somebody said or wrote, each with the stance it takes.
REPORTING_VERBS: dict[str, Stance] = {
    verb: stance
    for verbs, stance in (
        (_NEUTRAL, Stance.NEUTRAL),
        (_DOUBT, Stance.DOUBT),
        (_FACT, Stance.FACT),
        (_DENIAL, Stance.DENIAL),
        (_DIRECTIVE, Stance.DIRECTIVE),
    )
    for verb in verbs.split()
}

# Reporting verbs that take a clause as what was said: "X said (that) …", never "X added two eggs".
CLAUSE_VERBS: frozenset[str] = word_set(
    """
    acknowledge add admit advise affirm agree allege announce argue assert assure caution claim
    clarify comment complain concede conclude confess confirm contend counter declare deny disclose
    dispute emphasise emphasize explain forecast hint imply indicate inform insist joke lament
    maintain mention note observe opine pledge point posit predict proclaim promise protest quip
    reason recall recount reiterate remark remind reply report respond restate retort reveal say
    signal specify speculate state stress suggest swear tell testify tweet vow warn write
    """
)

# These report what somebody said only where somebody, or a document, is their subject.
EVIDENCE_VERBS: frozenset[str] = word_set(
    """
    acknowledge add agree confess confirm forecast hint imply indicate mention note observe point
    predict recall reflect reveal signal suggest
    """
)

# What people think or want rather than say.
ATTITUDE_VERBS: frozenset[str] = word_set(
    """
    anticipate assume believe consider desire doubt dream expect fear feel guess hope imagine intend
    know like love need plan prefer presume regret remember seem suppose suspect think understand
    want wish wonder worry
    """
)

# Adverbs and phrases by which a text does not vouch for its own words.
HEDGES: frozenset[str] = word_set(
    """
    allegedly apparently arguably conceivably likely maybe perhaps possibly potentially presumably
    probably purportedly reportedly seemingly supposedly unconfirmed
    """
)

# Verbs that hedge their complement: "appears to", "seems to", "is believed to", "is alleged to".
HEDGING_VERBS: frozenset[str] = frozenset({"appear", "seem", "tend", "purport"})
HEDGING_PASSIVES: frozenset[str] = word_set(
    """
    accuse allege assume believe claim expect fear presume report rumor rumour say suspect think
    """
)
HEDGING_MODALS: frozenset[str] = frozenset({"may", "might", "could", "can"})

# Forms of address before a name, with the gender they give away.
HONORIFICS: dict[str, str | None] = {
    "mr": "male",
    "sir": "male",
    "lord": "male",
    "mister": "male",
    "mrs": "female",
    "ms": "female",
    "miss": "female",
    "lady": "female",
    "dame": "female",
    "madam": "female",
    "madame": "female",
    "dr": None,
    "doctor": None,
    "prof": None,
    "professor": None,
    "rev": None,
    "reverend": None,
    "hon": None,
    "father": "male",
    "sister": "female",
    "brother": "male",
    "rabbi": None,
    "imam": "male",
    "sheikh": "male",
    "ayatollah": "male",
    "pope": "male",
    "cardinal": "male",
    "archbishop": None,
    "bishop": None,
}

# Offices and ranks that stand before a name, beside the honorifics: "President Xi", "Lt. Abara".
TITLES: frozenset[str] = word_set(
    """
    adm admiral ambassador attorney atty brig brigadier capt captain chair chairman chairperson
    chairwoman chancellor chief cmdr coach col colonel commander commissioner congressman
    congresswoman constable consul corporal councillor councilman councilmember councilwoman cpl
    dean delegate democrat deputy det detective director emir emperor empress executive former gen
    general gov governor inspector judge justice king lawmaker lieutenant lt maj major marshal mayor
    minister mp officer officer-elect official pastor premier president president-elect prime prince
    princess principal prosecutor queen rep representative republican secretary sen senator sergeant
    sgt sheriff speaker spokesman spokesperson spokeswoman sultan superintendent supt treasurer tsar
    vice vice-president
    """
)

# What people do or are: nouns whose singular means one person.
ROLE_NOUNS: frozenset[str] = word_set(
    """
    activist actor actress adviser advisor advocate aide ambassador analyst anchor applicant
    archaeologist architect artist astronaut astronomer athlete attorney author banker bishop
    blogger boss boy broadcaster brother builder bystander candidate captain carer celebrity ceo
    chair chairman chairperson chairwoman champion chancellor chef chemist chief child citizen
    cleric clerk climber co-author coach colleague columnist commander commentator commissioner
    composer congressman congresswoman conservationist consultant contractor coroner correspondent
    councillor counsel counsellor critic curator customer cyclist daughter dealer dean defendant
    delegate demonstrator dentist deputy designer detainee detective developer dictator diplomat
    director dissident doctor driver economist editor educator emperor employee employer engineer
    entrepreneur envoy epidemiologist ethnographer executive expert farmer father fighter filmmaker
    firefighter fisherman founder friend general geologist girl goalkeeper governor graduate
    grandfather grandmother guard guerrilla head historian host hunter husband inmate insider
    inspector instructor inventor investigator investor journalist judge juror justice king landlord
    lawmaker lawyer leader lecturer legislator lender librarian lieutenant linguist magistrate man
    manager marshal mayor mechanic mediator member midwife migrant militant minister moderator monk
    mother mp musician negotiator neighbor neighbour nominee novelist nun nurse observer officer
    official operator opponent organiser organizer owner paediatrician painter paramedic parent
    participant passenger pastor patient patriarch pediatrician performer philosopher photographer
    physician physicist pilot player poet policeman policewoman politician pollster pope premier
    president priest prince princess principal prisoner producer professor programmer promoter
    prosecutor protester protestor psychiatrist psychologist publisher queen rabbi rancher reader
    rebel referee refugee regulator relative reporter representative rescuer researcher resident
    resister retiree rider ruler runner sailor salesman scholar scientist secretary seismologist
    senator sergeant sheriff shopkeeper singer sister skipper sociologist soldier solicitor son
    source speaker specialist spectator spokesman spokesperson spokeswoman staffer star strategist
    student sultan superintendent supervisor supporter surgeon survivor suspect swimmer taxpayer
    teacher technician teenager tenant theologian tourist trader trainer treasurer trustee tutor
    undersecretary vet veteran vicar victim villager visitor volunteer voter warden whistleblower
    widow widower wife winner witness woman worker writer youth
    """
)

# Bodies that act and speak as one.
ORGANISATION_NOUNS: frozenset[str] = word_set(
    """
    academy administration agency alliance ambulance army assembly assn association authority bank
    board body brigade broadcaster bureau business cabinet campaign center centre chamber charity
    church city club coalition college commission committee company confederation conference
    congress consortium consulate corporation corps council country county court daily department
    directorate district division embassy faction faculty federation firm force foundation gang
    garrison government group headquarters hospital house inspectorate institute institution
    judiciary junta jury laboratory legislature magazine media military militia ministry movement
    municipality museum navy network newspaper ngo office opposition organisation organization
    outlet panel paper parish parliament party police politburo prefecture presidency press province
    publisher regime region registry regulator republic retailer school secretariat senate service
    society squad staff state supplier syndicate taskforce team town treasury tribunal union
    university village watchdog
    """
)

# Things that are read, and so can "say" something themselves.
DOCUMENT_NOUNS: frozenset[str] = word_set(
    """
    advertisement advisory affidavit agenda agreement analysis announcement application archive
    article assessment audit autopsy bill biography blog book booklet brief briefing broadcast
    brochure budget bulletin bylaw cable certificate chapter charter chronicle circular clause code
    column communique communiqué complaint constitution contract convention correspondence decision
    declaration decree directive document documentation dossier draft e-mail edict editorial email
    essay evaluation evidence excerpt file filing finding findings footage guidance guideline
    headline indictment inquest inquiry instruction interview investigation invoice journal
    judgement judgment law lawsuit leaflet leak legislation letter list log manifesto manual
    manuscript memo memoir memorandum message minutes motion motto newsletter note notebook notice
    opinion order ordinance page pamphlet paper paragraph passage petition placard plan policy poll
    post poster preamble proclamation programme protocol proverb provision publication query
    questionnaire ranking rating record recording register regulation release report resolution
    review rule ruling schedule script section sentence sign speech spreadsheet standard statement
    statistic statistics statute study submission subpoena summary survey syllabus tally testimony
    text textbook timetable transcript translation treaty tweet update verdict version video warrant
    website
    """
)

# Voices that a text keeps nameless on purpose, whatever else the noun could mean.
UNNAMED_NOUNS: frozenset[str] = word_set(
    """
    anybody anyone critic everybody everyone eyewitness insider many observer opponent other people
    person some somebody someone source supporter witness
    """
)

# Roles that only men, or only women, have.
MALE_ROLES: frozenset[str] = word_set(
    """
    actor boy brother chairman congressman councilman emperor father fisherman grandfather husband
    king landlord man monk policeman priest prince salesman son spokesman sultan widower
    """
)
FEMALE_ROLES: frozenset[str] = word_set(
    """
    actress chairwoman congresswoman councilwoman daughter empress girl grandmother midwife mother
    nun policewoman princess queen sister spokeswoman widow wife woman
    """
)
