"""Words as comparison sees them: content words, reduced to a stem, with light synonyms.

This is no analysis of language, which belongs to `claims`: only enough that "were detained" and
"detention", "beard" and "beards" count as the same word when two values are laid side by side.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

from claims import dates

WORD = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*")


def listed(text: str) -> frozenset[str]:
    """The words of a word list that is written as running text."""
    return frozenset(text.split())


STOP = listed(
    """
    a about after all also an and any are as at be been being but by can could did do does doing
    during each for from had has have having he her here him his how i if in into is it its just
    may me might more most must my no nor not now of off on once one only or other our out over
    own same shall she should so some such than that the their them then there these they this
    those through to too under until up very was we were what when where whether which while who
    whom whose why will with would you your 's n't
    """
)

IRREGULAR = {
    "men": "man",
    "women": "woman",
    "children": "child",
    "people": "person",
    "persons": "person",
    "feet": "foot",
    "lives": "life",
    "wives": "wife",
    "held": "hold",
    "shot": "shoot",
    "said": "say",
    "told": "tell",
    "dead": "die",
    "died": "die",
    "dying": "die",
    "death": "die",
    "deaths": "die",
    "won": "win",
    "fled": "flee",
    "sent": "send",
    "gave": "give",
    "given": "give",
    "made": "make",
    "took": "take",
    "taken": "take",
    "left": "leave",
    "lost": "lose",
    "met": "meet",
    "found": "find",
    "built": "build",
    "bought": "buy",
    "sold": "sell",
    "paid": "pay",
    "kept": "keep",
    "began": "begin",
    "begun": "begin",
    "broke": "break",
    "broken": "break",
    "fell": "fall",
    "fallen": "fall",
    "rose": "rise",
    "risen": "rise",
    "wore": "wear",
    "worn": "wear",
    "stole": "steal",
    "stolen": "steal",
    "hurt": "injure",
    "news": "news",
}

# Words that reporters choose between freely: each line is one meaning, its first word the sign.
SYNONYMS = (
    "detain arrest confine imprison jail incarcerate intern detention custody imprisonment "
    "internment incarceration lockup",
    "kill slay fatality fatal",
    "injure wound injury hurt",
    "ban prohibit forbid outlaw bar prohibition",
    "allow permit authorise authorize entitle permission",
    "require oblige compel mandate requirement",
    "order command instruct direct",
    "fine penalise penalize",
    "expel deport banish",
    "pray prayer worship religious service mosque church temple synagogue",
    "veil headscarf hijab niqab burqa headcovering",
    "own possess possession",
    "home house dwelling residence",
    "car vehicle automobile",
    "doctor physician medic",
    "pupil student",
    "police officer policeman constable",
    "soldier troop serviceman",
    "blast explosion explode detonate bombing",
    "quake earthquake tremor",
    "resign quit",
    "buy purchase acquire acquisition",
    "start begin commence launch",
    "end finish conclude",
    "attack assault raid",
    "destroy demolish raze",
    "leak disclose",
    "document paper file record",
    "speech address",
    "appoint name nominate appointment",
    "win victory",
    "die death",
    "show depict describe reveal",
    "search look hunt seek",
    "night overnight",
    "kilometre kilometer km",
    "casualty victim",
    "flood floodwater water flooding",
    "release free",
)

# Endings taken off in this order, each with what must be left for the cut to be safe.
ENDINGS = (
    ("ations", "", 4),
    ("ation", "", 4),
    ("ments", "", 4),
    ("ment", "", 4),
    ("ingly", "", 4),
    ("ings", "", 3),
    ("ing", "", 3),
    ("ies", "y", 2),
    ("ied", "y", 2),
    ("sses", "ss", 2),
    ("shes", "sh", 2),
    ("ches", "ch", 2),
    ("xes", "x", 2),
    ("ed", "", 3),
    ("ly", "", 4),
    ("s", "", 3),
)


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """The word without its inflection, lower case.

    >>> [stem(word) for word in ("Beards", "praying", "attended", "possesses", "women", "gas")]
    ['beard', 'pray', 'attend', 'possess', 'woman', 'gas']
    """
    lower = word.lower().replace("’", "'").removesuffix("'s")
    if lower in IRREGULAR:
        return IRREGULAR[lower]
    if not lower.isalpha() or len(lower) < 4 or lower.endswith(("ss", "us", "is")):
        return lower
    for ending, replacement, left in ENDINGS:
        if lower.endswith(ending) and len(lower) - len(ending) >= left:
            return _tidy(lower.removesuffix(ending) + replacement)
    return _tidy(lower)


def _tidy(cut: str) -> str:
    """Make "stopp" and "stop", "arrive" and "arriv" one stem."""
    if len(cut) > 3 and cut[-1] == cut[-2] and cut[-1] not in "lsaeiou":
        cut = cut[:-1]
    return cut.removesuffix("e") if len(cut) > 3 else cut


def _by_word() -> dict[str, str]:
    signs: dict[str, str] = {}
    for line in SYNONYMS:
        words = line.split()
        for word in words:
            signs.setdefault(stem(word), stem(words[0]))
    return signs


_SIGNS = _by_word()


@lru_cache(maxsize=100_000)
def sense(word: str) -> str:
    """The stem that stands for the word and its synonyms.

    >>> sense("arrested") == sense("confined") == sense("detention")
    True
    """
    return _SIGNS.get(stem(word), stem(word))


def words(text: str) -> list[str]:
    """The words and numbers of `text`, lower case, in order, without any punctuation."""
    return [match.group().lower().replace("’", "'") for match in WORD.finditer(text)]


# What stands between quote marks, or behind one that is never closed.
QUOTED = re.compile(r"[“\"][^”\"]*[”\"]?")


@lru_cache(maxsize=50_000)
def content(text: str | None) -> tuple[str, ...]:
    """The stems of the content words, in order.

    >>> content("any resident wearing a beard")
    ('resident', 'wear', 'beard')
    """
    return tuple(stem(word) for word in words(text or "") if word not in STOP)


@lru_cache(maxsize=50_000)
def senses(text: str | None) -> frozenset[str]:
    """What the content words mean, synonyms taken together."""
    return frozenset(sense(word) for word in words(text or "") if word not in STOP)


def shared(left: Iterable[str], right: Iterable[str]) -> float:
    """How much of the smaller set is in the larger, from 0 to 1; 0 where one is empty."""
    first, second = frozenset(left), frozenset(right)
    smaller = min(len(first), len(second))
    return len(first & second) / smaller if smaller else 0.0


def jaccard(left: Iterable[str], right: Iterable[str]) -> float:
    """How much of both sets together is common to both, from 0 to 1."""
    first, second = frozenset(left), frozenset(right)
    union = len(first | second)
    return len(first & second) / union if union else 0.0


# "May" and "march" are other words as well.
MONTHS = frozenset(sense(month) for month in dates.MONTHS) - {sense("may"), sense("march")}
# "$15 an hour" and "$15 a day" hold the same figures.
PERIODS = frozenset(sense(word) for word in listed("minute hour day night week month year"))
# By all their forms: a form and its stem may differ in their last letter.
RISING = frozenset(
    sense(word) for word in listed("rise rose risen increase grow grew grown climb jump gain soar")
)
FALLING = frozenset(
    sense(word)
    for word in listed(
        "fall fell fallen decrease decline drop shrink shrank lose lost plunge slump"
    )
)
