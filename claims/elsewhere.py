"""Bare numbers whose noun stands elsewhere in their sentence, or is plain without one.

"Rifles: 3,186", "the tents, two hundred, went up", "a crew of 14", "Police put the crowd at 400",
"five of the injured", "we were 138", "the seven who slipped away".
"""

from dataclasses import replace
from typing import TYPE_CHECKING

from claims import units
from claims.counted_noun import NOUNS, is_plural, phrase
from claims.measured import Counted
from claims.outcome import outcome_of
from claims.phrase import child, children, words
from claims.quantity_words import CROWDS, GROUPS, KIN, OUTCOMES
from claims.subject import SUBJECTS
from claims.totals import put_at
from claims.verbs import lemma as lemma_of

if TYPE_CHECKING:
    from spacy.tokens import Span, Token


_STATES = frozenset({"dead", "injured", "wounded", "missing", "sick", "living", "detained", "hurt"})
# What may stand between a noun and the number that says how many of it there are.
_LEADING = frozenset({"all", "just", "only", "some", "about", "nearly", "originally", "now", "more",
                      "than", "over", "almost", "around", "fewer", "least", "at"})  # fmt: skip
# What may stand behind such a number; some of it only with the word that follows.
_BEHIND = frozenset({",", ".", ";", ")", "in", "to", "of", "strong", "so", "\n"})
_IN_ALL = frozenset({"in number", "in all", "of them", "to date", "of these", "so far"})
_MOST_LABEL = 6
# How many words back from a comma its noun is looked for.
_REACH = 4


def elsewhere(number: "Span") -> Counted | None:
    """What a number without a unit or a noun of its own counts, where its own sentence tells it."""
    return (
        _labelled(number)
        or _of_group(number)
        or _beside(number)
        or _put_at(number)
        or _of_state(number)
        or _said_of_us(number)
        or _who(number)
    )


def _labelled(number: "Span") -> Counted | None:
    """ "Rifles: 3,186", "Vehicles struck: three": a short label, a colon, the number."""
    doc, colon = number.doc, number.start - 1
    if colon < 1 or doc[colon].text != ":":
        return None
    start = colon
    while start > 0 and colon - start < _MOST_LABEL and not _opens(doc[start - 1]):
        start -= 1
    label = doc[start:colon]
    if not len(label) or not _opens_at(doc[start]):
        return None
    tokens, state = list(label), OUTCOMES.get(label.text.lower())
    if state is not None:
        return Counted("people", words(tokens), tokens, None, label[-1], state)
    noun = next((token for token in label if token.pos_ == "NOUN" and is_plural(token)), None)
    return None if noun is None else _counts(noun, phrase(noun))


def _opens(token: "Token") -> bool:
    return token.is_space or token.text in (".", ";", ":", "•", "·", "*", "—", "–")


def _opens_at(token: "Token") -> bool:
    return token.i == 0 or _opens(token.nbor(-1))


def _counts(noun: "Token", tokens: "list[Token]") -> Counted:
    measure = units.named(noun.text)
    unit = measure[0] if measure else units.singular(noun.text)
    return Counted(unit, words(tokens), tokens, None, noun, outcome_of(noun))


def _of_group(number: "Span") -> Counted | None:
    """ "A crew of 14", "a family of six", "a father of three"."""
    of = before(number)
    if of is None or of.lower_ != "of" or of.i == 0:
        return None
    noun = of.nbor(-1)
    name = units.singular(noun.text)
    if name in KIN:
        return Counted("child")
    if name not in GROUPS | CROWDS:
        return None
    return Counted("people", words([noun]), [noun], None, noun)


def before(number: "Span") -> "Token | None":
    """The word before a number and the words that lead to it: "of about 15"."""
    doc, at = number.doc, number.start - 1
    while at > 0 and doc[at].lower_ in _LEADING:
        at -= 1
    return doc[at] if at >= 0 else None


def _beside(number: "Span") -> Counted | None:
    """ "The tents, two hundred, went up", "the commandos, 40 strong", "passes, 85 in all"."""
    doc, comma = number.doc, before(number)
    if comma is None or comma.text not in (",", "(") or comma.i == 0 or not _closes(number):
        return None
    noun = _plural_before(comma)
    strong = doc[number.end].lower_ in ("strong", "in") if number.end < len(doc) else False
    if noun is None and strong and comma.nbor(-1).pos_ == "NOUN":
        noun = comma.nbor(-1)
    return None if noun is None else _counts(noun, phrase(noun))


def _closes(number: "Span") -> bool:
    """Whether the remark ends with the number, or with words such as "in all"."""
    behind = [token.lower_ for token in number.doc[number.end : number.end + 2]]
    if not behind or behind[0].isspace() or behind[0] == "strong":
        return True
    worded = behind[0].isalpha()
    return " ".join(behind) in _IN_ALL if worded else behind[0] in _BEHIND


def _plural_before(comma: "Token") -> "Token | None":
    """The plural noun whose phrase ends before a comma, with nothing else in between."""
    noun = comma.nbor(-1)
    for _ in range(_REACH):
        if noun.pos_ == "NOUN" and is_plural(noun) and noun.dep_ != "conj":
            return noun if units.named(noun.text) is None else None
        if noun.dep_ not in ("nmod", "acl", "case", "det", "amod", "advmod", "obl") or not noun.i:
            return None
        noun = noun.head if noun.head.i < noun.i else noun.nbor(-1)
    return None


def _put_at(number: "Span") -> Counted | None:
    """ "Police put the crowd at 400,000", "puts the trees lost at 410,000"."""
    noun = next(put_at(number.root), None)
    if noun is None:
        return None
    if units.singular(noun.text) in CROWDS:
        return Counted("people", words(phrase(noun)), phrase(noun), None, noun)
    if noun.lower_ in _STATES:
        return _in_state(noun, (noun,))
    return _counts(noun, phrase(noun)) if is_plural(noun) and noun.pos_ in NOUNS else None


def _of_state(number: "Span") -> Counted | None:
    """ "Five of the injured were flown out", "the dead are now eight"."""
    behind = number.doc[number.end : number.end + 3]
    if len(behind) == 3 and behind[:2].text.lower() == "of the" and behind[2].lower_ in _STATES:
        state = behind[2]
        return replace(_in_state(state, (behind[1], state)), end=state.idx + len(state))
    subject = subject_of(number)
    if subject is None or subject.lower_ not in _STATES or subject.i > number.start:
        return None
    return _in_state(subject, (subject,))


def _in_state(state: "Token", tokens: "tuple[Token, ...]") -> Counted:
    return Counted("people", words(tokens), tokens, None, state, OUTCOMES.get(state.lower_))


def subject_of(number: "Span") -> "Token | None":
    """What the clause says to be so many: "the dead are now eight", "they numbered 150"."""
    root = number.root
    verb = root if child(root, "cop") is not None else root.head
    if verb is not root and lemma_of(verb) not in ("be", "number", "remain", "reach", "stand"):
        return None
    return child(verb, *SUBJECTS)


def _said_of_us(number: "Span") -> Counted | None:
    """ "We were 138 that morning", "there were sixty of us", "they are three hundred"."""
    doc, root = number.doc, number.root
    of_us = [token.lower_ for token in doc[number.end : number.end + 2]] == ["of", "us"]
    of_us = of_us and number.text.lower() != "one"
    subject = subject_of(number)
    if not of_us and (subject is None or subject.lower_ not in ("we", "us")):
        return None
    aged = any(token.lower_ == "when" for token in children(root, "advmod", "mark"))
    return None if aged else Counted("people", "us" if of_us else None)


def _who(number: "Span") -> Counted | None:
    """ "The seven who slipped away", "the suspects, who are twelve"."""
    doc, subject = number.doc, subject_of(number)
    following = doc[number.end].lower_ if number.end < len(doc) else ""
    if following in ("who", "whom"):
        return Counted("people", outcome=outcome_of(number.root))
    if subject is None or subject.lower_ not in ("who", "which"):
        return None
    verb = subject.head
    noun = verb.head
    told = verb.dep_ == "acl:relcl" and noun.pos_ in NOUNS and is_plural(noun)
    return _counts(noun, phrase(noun)) if told else None
