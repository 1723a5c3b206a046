"""Newspapers, agencies and stations, by the words that their names are made of."""

from claims.words import word_set

OUTLETS = word_set(
    """
    abc afp agency ap axios bbc beacon bild bloomberg bugle bulletin cbc cbs channel chronicle cnbc
    cnn courant courier daily dispatch echo enquirer examiner express fox gazette globe guardian
    herald independent inquirer insider interfax itv journal ledger leader magazine mail mercury
    mirror monitor msnbc nbc news newspaper newsweek npr observer paper pbs politico post press
    radio record register reporter reuters review rt sentinel sky spiegel standard star station sun
    tass telegraph television times today tribune tv vox website weekly wikinews wire wired xinhua
    """
)
OUTLET_NOUNS = word_set(
    "agency broadcaster daily magazine network newspaper outlet paper radio station television tv"
    " website weekly"
)
