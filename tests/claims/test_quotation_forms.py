"""The forms that quotations take in news, each passage with the quotations in it marked."""

import pytest

from claims.quotation import KIND
from tests.markup import check

FORMS: dict[str, list[str]] = {
    "direct": [
        '“<quotation speaker="Nadia Ferro" speaker_kind=person cue=said form=direct '
        "stance=reports>The quarry will reopen in June</quotation>,” said Nadia Ferro, who owns "
        "it.",
        'Nadia Ferro, the owner, said: “<quotation speaker="Nadia Ferro" form=direct>We have '
        "waited nine years for this day.</quotation>”",
        '"<quotation speaker="Ousmane Diallo" cue=told>I have not slept since Sunday</quotation>," '
        "Ousmane Diallo told reporters outside the court.",
        "‘<quotation speaker='Petra Holm' form=direct>It’s the children’s river, not "
        "ours</quotation>,’ Petra Holm said.",
        'In the hall on Sunday, Petra Holm asked, “<quotation speaker="Petra Holm" cue=asked '
        "stance=asks>Who will pay for the new roof?</quotation>”",
        "«<quotation speaker='Luc Moreau' form=direct>Nobody consulted the fishermen</quotation>», "
        "said Luc Moreau.",
        # the mark stands before the comma
        "“<quotation speaker='Luc Moreau' cue=added>The nets are empty again</quotation>”, Luc "
        "Moreau added on Friday.",
    ],
    "indirect": [
        "Nadia Ferro said <quotation speaker='Nadia Ferro' form=indirect stance=reports>the quarry "
        "would reopen in June</quotation>.",
        "The fire brigade said that <quotation speaker='fire brigade' speaker_kind=organisation "
        "form=indirect>nobody was inside the mill when the roof fell</quotation>.",
        "<quotation speaker=police speaker_kind=organisation>Two bridges were closed on "
        "Monday</quotation>, according to police.",
        "According to Petra Holm, <quotation speaker='Petra Holm' cue='According to' "
        "stance=reports>the river has risen by a metre since Friday</quotation>.",
        "<quotation speaker='Petra Holm' content='The river has risen by a metre' "
        "cue=said>The river, Petra Holm said, has risen by a metre</quotation>.",
        "Petra Holm told the committee that <quotation speaker='Petra Holm' cue=told>the dam had "
        "been inspected twice</quotation>.",
        "Petra Holm asked <quotation speaker='Petra Holm' stance=asks>whether the dam had been "
        "inspected</quotation>.",
    ],
    "mixed": [
        "Nadia Ferro said <quotation speaker='Nadia Ferro' form=mixed>the closure had been “a long "
        "and bitter lesson for the whole town”</quotation>.",
        "The minister, Ousmane Diallo, called the ruling “<quotation speaker='Ousmane Diallo' "
        "cue=called form=mixed>an insult to every nurse in the country</quotation>”.",
        "Luc Moreau warned that <quotation speaker='Luc Moreau' form=mixed>“not one boat” would "
        "leave the harbour this week</quotation>.",
        "According to the report, <quotation speaker=report speaker_kind=document form=mixed>the "
        "guards “knew about the fire for an hour” before they called for help</quotation>.",
    ],
    "split by the cue": [
        "“<quotation speaker='Nadia Ferro' content='We dug the pit by hand, and we will close it "
        "by "
        "hand.'>We dug the pit by hand,” Nadia Ferro said, “and we will close it by "
        "hand.</quotation>”",
        "“<quotation speaker='Luc Moreau'>The nets are empty,” said Luc Moreau. “My father never "
        "saw a year like "
        "this one.</quotation>”",
        "“<quotation speaker='Petra Holm' content='If the wall holds, we will all be back in our "
        "houses by Easter.'>If the wall holds,” Petra Holm told the council on Monday, “we will "
        "all be back in our houses by Easter.</quotation>”",
        "“<quotation speaker='Petra Holm'>No,” said Petra Holm. “We were never asked about the "
        "dam.</quotation>”",
    ],
    "several contents for one cue": [
        "Ousmane Diallo called the ruling “<quotation speaker='Ousmane Diallo' cue=called>an "
        "insult "
        "to every nurse</quotation>” and “<quotation speaker='Ousmane Diallo' cue=called>a gift to "
        "the insurers</quotation>”.",
        "Nadia Ferro said <quotation speaker='Nadia Ferro'>the quarry was safe and that the roads "
        "would be repaired before winter</quotation>.",
        "Petra Holm said <quotation speaker='Petra Holm' form=mixed>the wall was “older than my "
        "grandmother” and had “more holes than stones”</quotation>.",
    ],
    "floating": [
        "“<quotation speaker='Luc Moreau'>The nets are empty,” said Luc Moreau, who has "
        "fished here since he was ten. “We may have to sell the boat.</quotation>”",
        "Petra Holm said <quotation speaker='Petra Holm' form=indirect>the wall would not last the "
        "winter</quotation>. “<quotation speaker='Petra Holm' cue=none>It was built for a smaller "
        "river.</quotation>”",
        "“<quotation speaker='Nadia Ferro'>The quarry is safe</quotation>,” said Nadia "
        "Ferro.\n\n“<quotation speaker='Nadia Ferro' cue=none>Anybody may come and "
        "look.</quotation>”\n\nThe council meets on Monday.",
    ],
    "several paragraphs": [
        "“<quotation speaker='Nadia Ferro'>We began with three workers and a mule.\n\n“Now there "
        "are ninety of us</quotation>,” said Nadia Ferro.",
        "Luc Moreau wrote in his diary: “<quotation speaker='Luc Moreau' cue=wrote>Monday. No fish "
        "at all.\n\n“Tuesday. Fog over the whole bay.\n\n“Wednesday. We stayed at "
        "home.</quotation>”\n\nHe sold the boat in May.",
    ],
    "block": [
        "In her letter to the council, Petra Holm wrote:\n\n“<quotation speaker='Petra Holm' "
        "cue=wrote form=direct>The wall must be pulled down before the spring. It cannot be "
        "mended.</quotation>”\n\nThe council has not replied.",
        "The report, published on Friday, says:\n\n> “<quotation speaker=report "
        "speaker_kind=document cue=says>No inspection of the wall took place after "
        "2009.</quotation>”",
        "The directive was signed by Ousmane Diallo, who ordered staff to:\n\n<quotation "
        "speaker='Ousmane Diallo' stance=orders>Burn every copy of the list. Speak of it to "
        "nobody.</quotation>”",
    ],
    "missing marks": [
        # no closing mark
        "Nadia Ferro said: “<quotation speaker='Nadia Ferro'>The quarry will reopen in "
        "June.</quotation>\n\nThe council meets on Monday.",
        # no opening mark
        "<quotation speaker='Luc Moreau'>The nets have been empty since the spring</quotation>,” "
        "said Luc Moreau.",
        # a closing mark where an opening one should stand
        "”<quotation speaker='Luc Moreau'>The nets have been empty since the spring</quotation>,” "
        "said Luc Moreau.",
    ],
    "nested": [
        "“<quotation speaker='Petra Holm'>My neighbour told me, ‘The wall is moving,’ and then he "
        "ran</quotation>,” said Petra Holm.",
        '"<quotation speaker="Petra Holm">He shouted \'Get out of the house\' and then he '
        'ran</quotation>," Petra Holm said.',
        "“<quotation speaker='Petra Holm'>The sign said “No way through” in red "
        "letters</quotation>,” said Petra Holm.",
    ],
    "signed": [
        "“<quotation speaker='Nadia Ferro' speaker_kind=person cue=none stance=none>The quarry "
        "fed this town for a century.</quotation>” — Nadia Ferro, owner",
        "“<quotation speaker='Ousmane Diallo' cue=none>No patient will be turned "
        "away.</quotation>”\n— Ousmane Diallo, health minister",
        "“<quotation speaker='OUSMANE DIALLO' cue=none>No patient will be turned "
        "away.</quotation>” – OUSMANE DIALLO, minister",
    ],
    "labelled": [
        "From the mayor: “<quotation speaker=mayor speaker_kind=person cue=none>The pool stays "
        "closed until the tiles are mended.</quotation>”",
        "From Petra Holm, mayor of Asbrook: “<quotation speaker='Petra Holm' cue=none>The pool "
        "stays closed until the tiles are mended.</quotation>”",
        "Petra Holm, mayor: “<quotation speaker='Petra Holm' speaker_kind=person cue=none>The pool "
        "stays closed until the tiles are mended.</quotation>”",
        "A statement from the Asbrook Harbour Board: “<quotation speaker='Asbrook Harbour Board' "
        "speaker_kind=organisation cue=none>The ferry will not sail on Sunday.</quotation>”",
        "In the words of Luc Moreau: “<quotation speaker='Luc Moreau' cue=none>The sea owes us "
        "nothing.</quotation>”",
    ],
    "interview": [
        "Nadia Ferro has owned the quarry since 1998. She spoke to us in May.\n\nQ: Why did it "
        "close?\n\nA: <quotation speaker='Nadia Ferro' form=direct cue=none>The price of slate "
        "fell "
        "by half in one year.</quotation>\n\nQ: Will it reopen?\n\nA: <quotation speaker='Nadia "
        "Ferro' form=direct>In June, if the bank agrees.</quotation>",
        "Q. Why did the quarry close?\nA. <quotation speaker=none speaker_kind=none "
        "form=direct>The price of slate fell by half.</quotation>",
        "**Courier:** Why did the quarry close?\n\n**Ferro:** <quotation speaker=Ferro "
        "form=direct>The price of slate fell by half in one year.</quotation>\n\n**Courier:** "
        "Will it reopen?\n\n**Ferro:** <quotation speaker=Ferro>In June, if the bank "
        "agrees.</quotation>",
        "We met the novelist Luc Moreau at his home.\n\n**Why did you stop "
        "writing?**\n\n<quotation "
        "speaker='Luc Moreau' form=direct cue=none>I had nothing left to say.</quotation>\n\n**And "
        "what do you do now?**\n\n<quotation speaker='Luc Moreau'>I grow beans. They do not answer "
        "back.</quotation>",
        "The panel met on Friday.\n\nPetra Holm: <quotation speaker='Petra Holm' form=direct>The "
        "wall must go.</quotation>\n\nLuc Moreau: <quotation speaker='Luc Moreau'>Then who pays "
        "for it? My boats cannot.</quotation>\n\nPetra Holm: <quotation speaker='Petra Holm'>The "
        "county pays.</quotation>",
        # an answer over two paragraphs is one quotation
        "Q: What happened next?\n\nNadia Ferro: <quotation speaker='Nadia Ferro'>We heard a "
        "crack.\n\nThen the crane came down.</quotation>\n\nQ: Was anybody hurt?\n\nNadia Ferro: "
        "<quotation speaker='Nadia Ferro'>No, thank heaven.</quotation>",
    ],
    "live blog": [
        "14:05 Petra Holm, mayor of Asbrook: “<quotation speaker='Petra Holm' cue=none>The wall "
        "has "
        "gone. Stay away from the river.</quotation>”\n\n14:20 The river is still rising.",
        "10.42am — Luc Moreau: “<quotation speaker='Luc Moreau' cue=none>Two boats are "
        "missing.</quotation>”",
        "9:15 p.m. – Ousmane Diallo, minister, says <quotation speaker='Ousmane Diallo' "
        "cue=says>every hospital has power again</quotation>.",
    ],
    "no quotation": [
        "The choir sang “Nobody Knows the Trouble” and “Let It Be”.",
        "Her first novel, “The Long Way Round the Lake”, won a prize in 2004.",
        "The film “We Were Never Asked” opens on Friday.",
        "The band opened with “I want to go home tonight” and closed with “Yesterday”.",
        "The so-called “model farm” had no cows, and its “manager” lived abroad.",
        "Guards walked past a sign that read “Exit”.",
        "The word “quarry” comes from Latin.",
        "They nicknamed the crane “Big Bertha” and the mule “Doctor”.",
        # an introduction with nothing after it
        "Ousmane Diallo told officials during a speech:\n\nThe hospital in Asbrook has ninety "
        "beds.",
        "Nadia Ferro told the Courier:",
        "This is what Petra Holm wrote:\n\nPhoto: the old wall in winter.",
        # supposed, denied and future speech
        "Nadia Ferro did not say when the quarry would reopen.",
        "If Nadia Ferro says that the quarry is safe, the council will vote again.",
        "Luc Moreau may say that the nets are empty.",
    ],
    "other cues": [
        "“<quotation speaker='Nadia Ferro' cue=said>The pit is dry</quotation>,” Ferro said in "
        "a statement on Monday. Nadia Ferro owns it.",
        "“<quotation speaker='Nadia Ferro' cue='according to'>The pit is dry</quotation>,” "
        "according to Nadia Ferro.",
        "“<quotation speaker=letter speaker_kind=document cue=reads>All pensions stop in "
        "May</quotation>,” the letter reads.",
        "Asked whether the pit was safe, Nadia Ferro replied: “<quotation speaker='Nadia "
        "Ferro' cue=replied>No.</quotation>”",
        "Nadia Ferro’s answer was blunt: “<quotation speaker='Nadia Ferro'>We are never going "
        "back.</quotation>”",
        "The mayor had this to say: “<quotation speaker=mayor>We are never going back to the "
        "old pit.</quotation>”",
        "Nadia Ferro was blunt. “<quotation speaker='Nadia Ferro' cue=none>We are never going "
        "back.</quotation>”",
        "“<quotation speaker='Nadia Ferro' cue=asked stance=asks>Who opened the "
        "gate?</quotation>” asked Nadia Ferro.",
        "“<quotation speaker='Nadia Ferro'>Get out!</quotation>” shouted Nadia Ferro.",
        "Her message to residents: “<quotation speaker=her>Stay at home and keep "
        "warm.</quotation>”",
        "Nadia Ferro put it this way: “<quotation speaker='Nadia Ferro'>Slate does not lie to "
        "you.</quotation>”",
        "Nadia Ferro tweeted: “<quotation speaker='Nadia Ferro' cue=tweeted>Slate does not lie "
        "to you.</quotation>”",
        "In a post on Facebook, the union wrote that <quotation speaker=union "
        "speaker_kind=organisation form=mixed>“not one job” would go</quotation>.",
        "“<quotation speaker='Nadia Ferro'>It was dark</quotation>,” recalls Nadia Ferro, 61. "
        "She paused. “<quotation speaker='Nadia Ferro' cue=none>Then it was light.</quotation>”",
        "Nadia Ferro, 61, was there. “<quotation speaker='Nadia Ferro'>It was "
        "dark</quotation>,” she recalls.",
        "The crowd chanted “<quotation speaker=crowd speaker_kind=unnamed cue=chanted>No more "
        "lies!</quotation>”",
    ],
    "not said": [
        "A book called “How to Lose a War” won the prize.",
        "Her essay, titled “We must leave the valley now”, was widely read.",
        "The so-called “war on dust and noise” ended.",
        "His song “I Will Not Go Home” was a hit.",
        "They played “I want to hold your coat” twice.",
        "The verb “to be” is irregular in many languages.",
        "She described herself as a “cat person”.",
        "Nadia Ferro wrote:\n\nRead more: How the quarry closed",
        "Nadia Ferro declined to say whether the pit was safe.",
        "Nadia Ferro refused to comment.",
        "Nobody said that the pit was safe.",
        "It is said that the pit is haunted.",
    ],
    "other layouts": [
        "Q: Is the pit safe?\nA: “<quotation speaker=none form=direct>It is dry.</quotation>”",
        "REPORTER: Is the pit safe?\n\nFERRO: <quotation speaker=FERRO>It is dry and "
        "safe.</quotation>\n\nREPORTER: Who says so?\n\nFERRO: <quotation speaker=FERRO>I "
        "do.</quotation>",
        "Key facts\n\nDepth: 40 metres\nWidth: 12 metres\nOwner: Nadia Ferro\nDepth in 1990: "
        "31 metres",
        "Photo: Luc Moreau\n\nThe pit is dry.\n\nPhoto: Petra Holm\n\nThe wall is old.",
        "**What happened?**\n\nThe wall fell on Sunday.\n\n**Who was hurt?**\n\nNobody was hurt.",
        "10:15 Nadia Ferro, owner\n“<quotation speaker='Nadia Ferro' cue=none>The pit is "
        "dry.</quotation>”\n\n10:40 Rain has begun.",
        "Ingredients: slate, sand\n\nMethod: mix well.\n\nNote: serve cold.",
        "“<quotation speaker='Nadia Ferro'>The pit is dry.</quotation>”\n\n— Nadia Ferro, "
        "owner of the quarry",
        "“<quotation speaker='Nadia Ferro' cue=none>The pit is dry.</quotation>” (Nadia Ferro, "
        "owner)",
        "Mayor’s statement: “<quotation speaker_kind=person>We will rebuild the wall before "
        "spring.</quotation>”",
        "Nadia Ferro (owner): “<quotation speaker='Nadia Ferro'>We will rebuild the wall "
        "before spring.</quotation>”",
        "The union, in a letter:\n\n“<quotation speaker=union>We will not work in a wet "
        "pit.</quotation>”",
        "The letter ends: “<quotation speaker=letter speaker_kind=document>We will not work in "
        "a wet pit.</quotation>”",
        "Interview with Luc Moreau\n\n**You sold your boat. Why?**\n\n<quotation speaker='Luc "
        "Moreau'>I could not pay for it.</quotation>\n\n**Do you miss it?**\n\n<quotation "
        "speaker='Luc Moreau'>Every day. My son does too.</quotation>",
    ],
}


@pytest.mark.parametrize(
    "marked",
    [
        pytest.param(marked, id=f"{form} {number}")
        for form, examples in FORMS.items()
        for number, marked in enumerate(examples, 1)
    ],
)
def test_reads_exactly_the_marked_quotations(marked: str) -> None:
    assert check(KIND, marked) == []
