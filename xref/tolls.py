"""What became of the people or things counted: dead, injured, missing and the like.

A count of the dead is never about the same thing as a count of the injured, and most such counts
run: they grow while an event unfolds, so two of them differ without contradicting each other.
"""

from functools import lru_cache

from xref.words import listed, stem, words

# Fate → the words that tell it; the first is used when a fate has to be named.
FATES: dict[str, str] = {
    "dead": "killed kill dead die death fatality slain slay perish bodies corpse murdered drown",
    "injured": "injured injure wounded wound injury hurt hospitalised hospitalized",
    "shot": "shot gunned",
    "missing": "missing disappeared unaccounted vanished",
    "displaced": "displaced homeless evacuate evacuated uprooted fled displacement",
    "infected": "infected infection infect contracted case sickened",
    "trapped": "trapped stranded stuck",
    "rescued": "rescued rescue survived survivor saved",
    "detained": "detained arrest detention jailed imprisoned held interned custody incarcerated",
    "released": "released freed release",
    "charged": "charged indicted sentenced convicted prosecuted",
    "destroyed": "destroyed collapsed flattened demolished burned razed gutted",
    "damaged": "damaged damage",
}

RUNNING = listed(
    """
    dead injured missing displaced infected trapped rescued detained destroyed damaged
    """
)

# Fewer missing is progress; every other running count only grows.
SHRINKING = frozenset({"missing", "trapped"})


def _by_stem() -> dict[str, str]:
    fates: dict[str, str] = {}
    for fate, told_by in FATES.items():
        for word in told_by.split():
            fates.setdefault(stem(word), fate)
    return fates


_FATES = _by_stem()


def fate_of_word(word: str) -> str | None:
    """The fate that a word tells, or None.

    >>> fate_of_word("deaths"), fate_of_word("Wounded"), fate_of_word("pages")
    ('dead', 'injured', None)
    """
    return _FATES.get(stem(word))


@lru_cache(maxsize=50_000)
def fate(text: str | None) -> str | None:
    """The fate told in a counted phrase; None where it tells none, or more than one.

    >>> fate("people killed in the flood"), fate("dead and injured"), fate("pages")
    ('dead', None, None)
    """
    found = {told for word in words(text or "") if (told := fate_of_word(word))}
    if len(found) > 1:
        # "Shot dead": what became of them in the end.
        found.discard("shot")
    return found.pop() if len(found) == 1 else None
