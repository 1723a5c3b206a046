"""Whose words they are: speakers, chains of speakers, anonymity and what a cue says."""

import pytest

from claims.quotation import KIND
from tests.markup import check

FORMS: dict[str, list[str]] = {
    "pull quotes": [
        "The wall fell in March.\n\n“<quotation speaker=none speaker_kind=none cue=none "
        "stance=none through=''>We were never asked about the dam.</quotation>”\n\nThe council met "
        "on Monday.",
    ],
    "who is meant": [
        "Nadia Ferro owns the quarry. “<quotation speaker='Nadia Ferro'>It will reopen in "
        "June</quotation>,” she said.",
        "Ousmane Diallo met nurses on Friday. Mr Diallo said <quotation speaker='Ousmane "
        "Diallo'>every ward would be mended</quotation>.",
        "Health Minister Ousmane Diallo met nurses on Friday. The minister said <quotation "
        "speaker='Ousmane Diallo' role='Health Minister' speaker_kind=person>every ward would be "
        "mended</quotation>.",
        "Petra Holm, the mayor of Asbrook, walked along the wall. Holm said <quotation "
        "speaker='Petra Holm' role='mayor of Asbrook'>it would not last</quotation>.",
        "Petra Holm, the mayor, walked along the wall. “<quotation speaker='Petra Holm' "
        "role=mayor>It will not last</quotation>,” the mayor said.",
        "The Asbrook Harbour Board met on Friday. The board said <quotation speaker='Asbrook "
        "Harbour Board' speaker_kind=organisation>no ferry would sail</quotation>.",
        "Dr. Amina Yusuf and Tom Birch wrote the paper. “<quotation speaker='Amina Yusuf'>The lake "
        "is warming</quotation>,” Dr. Yusuf said. “<quotation speaker='Tom Birch'>It will be dry "
        "in "
        "a century</quotation>,” said Birch.",
    ],
    "kinds of speaker": [
        "The audit says <quotation speaker=audit speaker_kind=document cue=says>the fund lost "
        "nine million</quotation>.",
        "The ministry said <quotation speaker=ministry speaker_kind=organisation>the fund was "
        "sound</quotation>.",
        "Officials said <quotation speaker=Officials speaker_kind=unnamed>the fund was "
        "sound</quotation>.",
        "Residents said <quotation speaker=Residents speaker_kind=unnamed>the water smelled of "
        "oil</quotation>.",
        "“<quotation speaker=witnesses speaker_kind=unnamed>The whole hill moved at "
        "once</quotation>,” witnesses said.",
        "Ousmane Diallo and Petra Holm said in a joint letter that <quotation speaker='Ousmane "
        "Diallo and Petra Holm' speaker_kind=person>the fund was sound</quotation>.",
        "Norway said <quotation speaker=Norway speaker_kind=organisation>it would send two "
        "ships</quotation>.",
    ],
    "anonymity": [
        "“<quotation speaker='senior official' speaker_kind=unnamed anonymity='asked not to be "
        "named because he was not allowed to speak to the press'>The fund is empty</quotation>,” "
        "said a senior official, who asked not to be named because he was not allowed to speak to "
        "the press.",
        "A clerk at the ministry, speaking on condition of anonymity, said <quotation "
        "speaker='clerk at the ministry' speaker_kind=unnamed anonymity='on condition of "
        "anonymity'>the fund was empty</quotation>.",
        "“<quotation speaker='nurse' speaker_kind=unnamed anonymity='did not want to be identified "
        "for fear of losing her job'>We share gloves</quotation>,” said a nurse who did not want "
        "to "
        "be identified for fear of losing her job.",
        "A person familiar with the talks said <quotation speaker='person familiar with the talks' "
        "speaker_kind=unnamed anonymity=none>the price had been agreed</quotation>.",
        "Two people briefed on the sale said <quotation speaker='Two people briefed on the sale' "
        "speaker_kind=unnamed>the price had been agreed</quotation>.",
    ],
    "relayed": [
        "Nadia Ferro told the Asbrook Courier that <quotation speaker='Nadia Ferro' "
        "through='Asbrook Courier'>Luc Moreau had said <quotation speaker='Luc Moreau' "
        "through='Nadia Ferro|Asbrook Courier'>the boats were sold</quotation></quotation>.",
        "The Asbrook Courier reported that <quotation speaker='Asbrook Courier' through=''>Nadia "
        "Ferro said <quotation speaker='Nadia Ferro' through='Asbrook Courier'>the quarry would "
        "reopen in June</quotation></quotation>.",
        "“<quotation speaker='Nadia Ferro' through='Asbrook Courier'>The quarry will "
        "reopen</quotation>,” Nadia Ferro told the Asbrook Courier.",
        "In an interview with the Asbrook Courier, Nadia Ferro said <quotation speaker='Nadia "
        "Ferro' through='Asbrook Courier'>the quarry would reopen in June</quotation>.",
        "Nadia Ferro told the committee that <quotation speaker='Nadia Ferro' through=''>the "
        "quarry "
        "was safe</quotation>.",
    ],
    "stance": [
        "The ministry confirmed that <quotation cue=confirmed stance=asserts>the fund was "
        "empty</quotation>.",
        "Ousmane Diallo insisted that <quotation stance=asserts>no patient had been turned "
        "away</quotation>.",
        "Luc Moreau claimed that <quotation stance=doubts>the council had hidden the "
        "map</quotation>.",
        "Prosecutors allege that <quotation stance=doubts speaker_kind=unnamed>the clerk burnt the "
        "list</quotation>.",
        "The clerk denied that <quotation stance=denies>he had burnt the list</quotation>.",
        "Petra Holm told <quotation speaker='Petra Holm' cue=told stance=orders>residents to leave "
        "their houses before dark</quotation>.",
        "Petra Holm urged <quotation speaker='Petra Holm' stance=orders>the council to pull the "
        "wall down</quotation>.",
        "Luc Moreau asked <quotation speaker='Luc Moreau' stance=asks>why nobody had mended the "
        "pier</quotation>.",
        "Luc Moreau believes <quotation speaker='Luc Moreau' form=mixed stance=attitude>the new "
        "pier is “a monument to vanity and waste”</quotation>.",
    ],
    "more relayed": [
        "The Asbrook Courier quoted Nadia Ferro as saying that <quotation speaker='Nadia "
        "Ferro' through='Asbrook Courier'>the pit was dry</quotation>.",
        "Nadia Ferro was quoted by the Asbrook Courier as saying: “<quotation speaker='Nadia "
        "Ferro' through='Asbrook Courier'>The pit is dry.</quotation>”",
        "“<quotation speaker='Nadia Ferro' through='Asbrook Courier'>The pit is "
        "dry</quotation>,” Nadia Ferro said, according to the Asbrook Courier.",
        "Nadia Ferro, speaking to Radio Nord, said <quotation speaker='Nadia Ferro' "
        "through='Radio Nord'>the pit was dry</quotation>.",
        "According to the Asbrook Courier, <quotation speaker='Asbrook Courier'>Nadia Ferro "
        "said <quotation speaker='Nadia Ferro' through='Asbrook Courier'>the pit was "
        "dry</quotation></quotation>.",
        "Nadia Ferro said that <quotation speaker='Nadia Ferro'>her brother had told her that "
        "<quotation speaker='her brother' through='Nadia Ferro'>the pit was "
        "dry</quotation></quotation>.",
        "The report says that <quotation speaker=report>witnesses said <quotation "
        "speaker=witnesses through=report>the pit was dry</quotation></quotation>.",
        "Nadia Ferro owns the quarry. “<quotation speaker='Nadia Ferro' through='BBC'>The pit "
        "is dry</quotation>,” she told the BBC.",
    ],
    "more anonymity": [
        "“<quotation speaker_kind=unnamed anonymity='requested anonymity to discuss private "
        "talks'>The fund is empty</quotation>,” said an aide who requested anonymity to "
        "discuss private talks.",
        "An official said <quotation speaker=official speaker_kind=unnamed anonymity='asked "
        "not to be identified because the talks are private'>the fund was empty</quotation>. "
        "He asked not to be identified because the talks are private.",
        "A banker, who was not authorised to speak publicly, said <quotation speaker=banker "
        "speaker_kind=unnamed anonymity='was not authorised to speak publicly'>the fund was "
        "empty</quotation>.",
        "Speaking anonymously for fear of reprisals, a teacher said <quotation speaker=teacher "
        "anonymity='anonymously for fear of reprisals'>the school was bugged</quotation>.",
        "A teacher, whose name has been withheld for her safety, said <quotation "
        "speaker=teacher anonymity='whose name has been withheld for her safety'>the school "
        "was bugged</quotation>.",
        "According to two people with knowledge of the matter, <quotation speaker='two people "
        "with knowledge of the matter' speaker_kind=unnamed>the fund was sold</quotation>.",
        "A source close to the minister said <quotation speaker='source close to the minister' "
        "speaker_kind=unnamed>the fund was sold</quotation>.",
        "Neighbours said <quotation speaker=Neighbours speaker_kind=unnamed>they heard two "
        "shots</quotation>.",
        "One resident, who gave only her first name, Ilse, said <quotation "
        "speaker_kind=unnamed>she heard two shots</quotation>.",
    ],
    "more stance": [
        "Nadia Ferro warned that <quotation stance=reports>the wall would fall</quotation>.",
        "The minister called for <quotation speaker=minister stance=orders>an end to the "
        "strike</quotation>.",
        "The company rejected claims that <quotation stance=denies>it had poisoned the "
        "river</quotation>.",
        "Nadia Ferro disputes that <quotation stance=denies>the wall is unsafe</quotation>.",
        "The court found that <quotation speaker=court stance=asserts>the wall was "
        "unsafe</quotation>.",
        "Nadia Ferro acknowledged that <quotation stance=asserts>the wall was unsafe</quotation>.",
        "Nadia Ferro stressed that <quotation stance=asserts>the wall was safe</quotation>.",
        "Nadia Ferro vowed <quotation stance=reports>to rebuild the wall</quotation>.",
        "Nadia Ferro ordered her staff: “<quotation speaker='Nadia Ferro' stance=orders>Close "
        "the gates at once.</quotation>”",
        "Nadia Ferro wondered <quotation speaker='Nadia Ferro' stance=asks>whether the wall "
        "would hold</quotation>.",
        "Nadia Ferro feels <quotation speaker='Nadia Ferro' stance=attitude form=mixed>the "
        "wall is “nothing but a pile of sand”</quotation>.",
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
