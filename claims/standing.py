"""How far a policy has come, from when and till when it holds, and what it leaves out."""

import re
from collections.abc import Sequence
from datetime import date

from claims import dates
from claims.clause import auxiliaries, modal
from claims.deontic import Status
from claims.rule import Rule
from claims.verbs import lemma

# "Unless they have a permit", "except for nurses".
_EXCEPTING = re.compile(
    r"(?:unless|except(?:ing)?|excluding|other than|apart from|aside from|but not|save for"
    r"|with the exception of)\b",
    re.I,
)
# In these "from the square" and "by the river" are no times; what follows "since" always is.
_SINCE = re.compile(
    r"(?:from|(since)|starting|beginning|effective|as of|as from)\b\s*(?:on\s)?", re.I
)
_UNTIL = re.compile(r"(?:(until|till)|through|before|by)\b\s*", re.I)
# "From 9 p.m. to 5 a.m." is when it holds each day.
_CLOCK = re.compile(r"\d\s?(?:[ap]\.?m\b)|\d[:.]\d\d|\b(?:dusk|dawn|midnight|noon)\b", re.I)
_COURTS = re.compile(r"\b(?:courts?|judges?|tribunal|justices)\b", re.I)
_VOIDING = frozenset({"overturn", "strike", "annul", "void", "invalidate", "quash", "block"})


def status_of(rule: Rule, issuer: str | None) -> Status:
    """What has become of a rule, as it is told: by the network where that has seen it."""
    if rule.ended or rule.status == Status.REPEALED:
        verbs = {lemma(rule.evidence), lemma(rule.evidence.head)}
        struck = bool(verbs & _VOIDING) and (issuer is None or _COURTS.search(issuer))
        return Status.STRUCK_DOWN if struck else Status.REPEALED
    if modal(rule.evidence) == "would":
        return Status.PROPOSED
    if rule.status:
        return Status(rule.status)
    helpers = auxiliaries(rule.evidence)
    past = rule.evidence.tag_ == "VBD" or any(t.tag_ == "VBD" for t in helpers)
    return Status.ADOPTED if past else Status.IN_FORCE


def exceptions(conditions: Sequence[str]) -> tuple[str, ...]:
    """Those conditions that take somebody or something out of the rule."""
    return tuple(one for one in conditions if _EXCEPTING.match(one))


def since(conditions: Sequence[str], published: date | None) -> str | None:
    """From when a rule holds.

    >>> since(("in the town", "from 24 May 2022"), None)
    '2022-05-24'
    """
    return _day(conditions, _SINCE, published)


def until(conditions: Sequence[str], published: date | None) -> str | None:
    """Till when a rule holds, in the words used where no calendar settles it.

    >>> until(("until further notice",), None), until(("from 9 p.m. to 5 a.m.",), None)
    ('further notice', None)
    """
    return _day(conditions, _UNTIL, published)


def _day(conditions: Sequence[str], opening: re.Pattern[str], published: date | None) -> str | None:
    for told in conditions:
        match = opening.match(told)
        if match is None or _CLOCK.search(told):
            continue
        words = told[match.end() :]
        day = dates.resolve(words, published, ahead=True) if words else None
        if day is not None or (words and match[1]):
            return day or words
    return None
