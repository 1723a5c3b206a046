"""Why a voice is not named, in the words of the text: "who asked not to be named because …"."""

import re
from typing import TYPE_CHECKING

from claims.quotemarks import Range

if TYPE_CHECKING:
    from spacy.tokens import Token

_NAMELESS = (
    r"(?:not (?:to )?(?:be|being) (?:named|identified|quoted(?: by name)?)"
    r"|(?:to )?(?:be|being) (?:named|identified|quoted by name)"
    r"|(?:to )?(?:remain|stay|remaining|staying) (?:anonymous|unnamed|unidentified|nameless)"
    r"|(?:for |of |to (?:be granted )?)?anonymity|(?:that )?(?:his|her|their) names? not be \w+"
    r"|to (?:give|reveal|disclose|provide) (?:his|her|their) (?:full |last |real |sur)?names?)"
)
_WISHED = (
    r"(?:(?:ask|request|insist|prefer|wish|want|declin|refus)(?:ed|s|ing|red|ring)?"
    r"|did(?: not|n['’]t) (?:want|wish)|does(?: not|n['’]t) (?:want|wish)"
    r"|do(?: not|n['’]t) (?:want|wish)|(?:was|were|been|is|are) (?:granted|promised|given))"
    r"(?: on)?"
)
_SILENCED = (
    r"(?:(?:was|were|is|are|being)(?: not|n['’]t)|lack(?:ed|s|ing)?|unauthori[sz]ed|not)"
    r"(?: (?:publicly|formally|officially))?"
    r"(?: (?:authori[sz]ed|allowed|permitted|cleared|supposed|entitled|(?:the )?authori[sz]ation))?"
    r" to (?:speak|talk|discuss|comment|disclose|brief|give|be quoted|reveal)[^.;:,!?“”\"\n]*"
)
_REASON = (
    r"(?:,? (?:because|since|as|for fear|out of|due to|owing to|citing|given|fearing|lest|so"
    r"|in order to|to (?:discuss|speak|talk|describe|protect|avoid|reveal|share|comment)|while"
    r"|when|ahead of|before|by"
    r"|for (?:his|her|their|its|security|safety|privacy|legal|fear))\b[^.;:,!?“”\"\n—–]*)?"
)
_STATED = re.compile(
    rf"\b(?:{_WISHED} {_NAMELESS}{_REASON}"
    rf"|(?:on|under)(?: the)? condition (?:of anonymity|that [^.;:,!?“”\"\n]*?"
    rf"(?:not be|remain)[^.;:,!?“”\"\n]*){_REASON}"
    rf"|anonymously{_REASON}"
    rf"|whose (?:full |real )?names? (?:\w+ ){{1,3}}?(?:withheld|changed){_REASON}"
    rf"|{_SILENCED})"
)
_SAME_VOICE = re.compile(r"(?:He|She|They|It|The \w+|Both)\s")
_SENTENCE_END = re.compile(r"[.!?][”\"’)]*\s+(?=[A-Z“\"])")
# A voice, its attribution and the reason stand within so many characters.
_NEAR = 400


def reason(text: str, voice: "Token") -> Range | None:
    """Where the text says why or how `voice` stays without a name, in the voice's own sentence.

    The next sentence counts as well where it begins with "she" or "the official".
    """
    left, right = max(0, voice.idx - _NEAR), min(len(text), voice.idx + _NEAR)
    left = max(left, text.rfind("\n", left, voice.idx) + 1)
    line = text.find("\n", voice.idx, right)
    right = line if line >= 0 else right
    for match in _STATED.finditer(text, left, right):
        first, last = sorted((match.start(), voice.idx))
        ends = list(_SENTENCE_END.finditer(text, first, last))
        later = len(ends) == 1 and match.start() > voice.idx
        if not ends or (later and _SAME_VOICE.match(text, ends[0].end())):
            end = match.start() + len(match.group().rstrip())
            return match.start(), end
    return None
