"""The dictionary form of the verbs that claims hang on, by their spelling.

A model guesses the lemma of a verb that it has not met; a list and the rules of spelling need not.
"""

import re
from typing import TYPE_CHECKING

from claims.deontic import (
    COERCIVE,
    ENDING,
    ISSUING,
    LIFTING,
    MAKING,
    MOVING,
    NOTICING,
    RULING,
    RUNNING_OUT,
    SANCTIONS,
)
from claims.words import ATTITUDE_VERBS, CLAUSE_VERBS, REPORTING_VERBS

if TYPE_CHECKING:
    from spacy.tokens import Token

_VOWELS = frozenset("aeiou")
_DOUBLING = frozenset(
    ("admit", "ban", "bar", "blog", "compel", "expel", "permit", "put", "quip", "scrap", "sum")
)
_IRREGULAR = {
    "said": "say",
    "says": "say",
    "told": "tell",
    "wrote": "write",
    "written": "write",
    "spoke": "speak",
    "spoken": "speak",
    "swore": "swear",
    "sworn": "swear",
    "taught": "teach",
    "thought": "think",
    "knew": "know",
    "known": "know",
    "felt": "feel",
    "found": "find",
    "shown": "show",
    "understood": "understand",
    "forecast": "forecast",
    "broadcast": "broadcast",
    "read": "read",
    "besought": "beseech",
    "sent": "send",
    "took": "take",
    "taken": "take",
    "threw": "throw",
    "thrown": "throw",
    "hung": "hang",
    "shot": "shoot",
    "seen": "see",
    "saw": "see",
    "caught": "catch",
    "forbade": "forbid",
    "forbidden": "forbid",
    "withdrew": "withdraw",
    "withdrawn": "withdraw",
    "gave": "give",
    "given": "give",
    "fled": "flee",
    "woke": "wake",
    "born": "born",
    "woken": "wake",
    "struck": "strike",
    "swept": "sweep",
    "sank": "sink",
    "sunk": "sink",
    "bled": "bleed",
    "sought": "seek",
    "tore": "tear",
    "torn": "tear",
    "froze": "freeze",
    "frozen": "freeze",
    "slain": "slay",
    "overthrew": "overthrow",
    "overthrown": "overthrow",
    "undertook": "undertake",
    "arose": "arise",
    "hid": "hide",
    "hidden": "hide",
}
_LISTED = (
    REPORTING_VERBS.keys() | CLAUSE_VERBS | ATTITUDE_VERBS | COERCIVE | ENDING | ISSUING
    | LIFTING | MAKING | MOVING | NOTICING | RULING.keys() | RUNNING_OUT | SANCTIONS
)  # fmt: skip
# "stripped", "controlled", but never "passed", "called", "added".
_DOUBLED = re.compile(r"(?:([bdgkmnprtv])\1|(?:cance|compe|contro|excel|expe|patro|prope|repe)ll)$")
_KEPT_DOUBLE = frozenset({"add", "err", "butt", "purr", "ebb"})
# No English verb ends like this; with an "e" behind it, many do.
_LACKS_E = re.compile(
    r"(?:v|u|iz|[nr]c|[aeiou]c|[rdl]g|uag|[bcdfgkptz]l|[^aeious]s|[aeiou]s|[cpb]ut|[aeo]ut|let"
    r"|[ceipgt][aeiou]at|[iu]at|[cdilmnrstu]at|[^e]ir|[^o]ur|[aeio]mb?in|olv|ag|ok|op[os]|[cvlr]id)$"
)
# Nor like this: "restarted" is not from "restarte".
_ADDED_E = re.compile(r"(?:[cflnpr]t|ght|[lnr]d|[clnrs]k|r[mnp]|mp|sh)e$")
_WITH_NO_E = re.compile(
    r"(?:bias|focus|bus|gas|panic|mimic|frolic|traffic|pout|rout|shout|scout|out|format|combat|chat"
    r"|cook|look|book|hook|drag|flag|wag|nag|tag|sag|lag|bag|stir|chair|[aeo]ir|blur|spur|our|cur"
    r"|bid|rid|forbid|skid|slid|raid|laid|aid|join|coin|gain|rain|tain|train|beat|heat|treat|seat|eat"
    r"|defeat|sweat|float|coat|boat|goat|threat)$"
)


def _inflected(verb: str) -> list[str]:
    """The regular forms of a verb.

    >>> _inflected("deny")
    ['deny', 'denies', 'denied', 'denying']
    >>> _inflected("admit")
    ['admit', 'admits', 'admitted', 'admitting']
    """
    if verb in _DOUBLING:
        return [verb, verb + "s", verb + verb[-1] + "ed", verb + verb[-1] + "ing"]
    if verb.endswith("e"):
        return [verb, verb + "s", verb + "d", verb[:-1] + "ing"]
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        return [verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"]
    third = "es" if verb.endswith(("s", "sh", "ch", "x", "z")) else "s"
    return [verb, verb + third, verb + "ed", verb + "ing"]


_FORMS = {form: verb for verb in sorted(_LISTED) for form in _inflected(verb)} | _IRREGULAR


def lemma(token: "Token") -> str:
    """The dictionary form of `token`, in lower case: listed, or the model's put right."""
    known = _FORMS.get(token.lower_)
    return known or mended(token.lower_, token.lemma_.lower() or token.lower_)


def mended(form: str, guess: str) -> str:
    """`guess`, or what the rules of spelling make of it where it only lacks "ed" or "ing".

    >>> mended("stripped", "stripp"), mended("persecuting", "persecut"), mended("called", "call")
    ('strip', 'persecute', 'call')
    >>> mended("restarted", "restarte"), mended("tasted", "taste")
    ('restart', 'taste')
    """
    if form == guess + "d" and guess.endswith("lle") and _DOUBLED.search(guess[:-1]):
        return guess[:-2]
    if form == guess + "d" and _ADDED_E.search(guess):
        return guess[:-1]
    if form not in (guess + "ed", guess + "ing") or len(guess) < 3:
        return guess
    if _DOUBLED.search(guess) and guess not in _KEPT_DOUBLE:
        return guess[:-1]
    lacks = _LACKS_E.search(guess) and not _WITH_NO_E.search(guess)
    return f"{guess}e" if lacks else guess
