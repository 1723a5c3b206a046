"""Who speaks through a verb, by the parse, and whether the text says that it was spoken at all."""

from typing import TYPE_CHECKING

from claims.words import (
    DOCUMENT_NOUNS,
    HEDGING_MODALS,
    ORGANISATION_NOUNS,
    ROLE_NOUNS,
    UNNAMED_NOUNS,
    word_set,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

_QUOTING = frozenset({"quote", "cite"})
SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:outer")
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "X", ""})
_RELATIVE = frozenset({"who", "which", "that", "whom"})
_MODALS = HEDGING_MODALS | {"should", "must", "shall", "ought", "would", "'d", "’d"}
_CONDITIONAL = frozenset({"if", "unless", "whether", "lest", "until"})
# Verbs that only say that the next verb happens: "went on to say", "was quoted as saying".
_LIGHT = word_set("go continue begin start proceed hasten rush use return keep quote cite report")
VOICES = ROLE_NOUNS | ORGANISATION_NOUNS | DOCUMENT_NOUNS | UNNAMED_NOUNS


def subject(cue: "Token") -> "Token | None":
    """The head of the phrase that speaks through `cue`, or None where the parse shows none.

    Shared subjects are found through coordinations and participles ("…, adding that"), and a
    relative pronoun is followed to its noun.
    """
    token, passed = cue, 0
    while passed < 6:
        own = _own_subject(token)
        if own is not None:
            return _antecedent_of_relative(own, token)
        if _is_passive(token):
            return None
        if token.dep_.startswith("acl") and not _has_infinitive_mark(token):
            if token.tag_ == "VBN":
                return _agent(token)
            if can_speak(token.head) and not _after_comma(token):
                return token.head
        if token.head.i == token.i or not _shares_subject(token):
            return None
        quoted = _quoted_by(token.head, token)
        if quoted is not None:
            return quoted
        token, passed = token.head, passed + 1
    return None


def _quoted_by(verb: "Token", saying: "Token") -> "Token | None":
    """Whom somebody quotes: "the Courier quoted the mayor as saying"."""
    if verb.lemma_ not in _QUOTING or _is_passive(verb):
        return None
    return next((c for c in verb.children if c.dep_ == "obj" and verb.i < c.i < saying.i), None)


def _own_subject(verb: "Token") -> "Token | None":
    if _is_passive(verb) and verb.lemma_ not in ("quote", "cite", "report"):
        return _agent(verb)
    found = [child for child in verb.children if child.dep_ in SUBJECTS and child.pos_ in _NOMINAL]
    # Of two "subjects" before a verb, the first is a stray part of the other's title.
    nearest = min(found, key=lambda child: (child.i > verb.i, abs(verb.i - child.i)), default=None)
    nearest = nearest if nearest is not None else misplaced(verb)
    return _past_dateline(nearest) if nearest is not None else None


def misplaced(verb: "Token") -> "Token | None":
    """The speaker where the parse has it in what was said: a second subject on the verb's side,
    or an aside right before it ("The road was shut, the mayor, Ana Reyes, said").
    """
    for clause in verb.children:
        if clause.dep_ != "ccomp":
            continue
        found = [child for child in clause.children if child.dep_ in SUBJECTS]
        if clause.i < verb.i and any(child.i < clause.i for child in found):
            return next((child for child in found if clause.i < child.i < verb.i), None)
        if clause.i > verb.i and len(found) > 1 and found[0].i < verb.i < found[1].i:
            return found[0]
    return _right_before(verb)


def _right_before(verb: "Token") -> "Token | None":
    """A name or pronoun between a comma and the verb: "The river, Ana Reyes said, has risen"."""
    doc, last = verb.doc, verb.i - 1
    head = doc[last] if last > 1 else None
    while head is not None and head.dep_ in ("flat", "compound") and head.head.i < head.i:
        head = head.head
    if head is None or head.pos_ not in ("PROPN", "PRON") or head.dep_ != "appos":
        return None
    words = [token for token in doc[head.left_edge.i : last + 1] if not token.is_punct]
    return head if doc[words[0].i - 1].text == "," and len(words) <= last - head.i + 1 else None


def _past_dateline(head: "Token") -> "Token":
    """The name behind a dateline that the parse took for the subject: "OSK -- Mayor Lee"."""
    if not head.text.isupper() or head.i + 1 >= len(head.doc) or not head.nbor().is_punct:
        return head
    names = [c for c in head.children if c.i > head.i and c.pos_ in ("PROPN", "NOUN")]
    return names[0] if names and names[0].dep_ in ("appos", "parataxis", "list") else head


def _agent(verb: "Token") -> "Token | None":
    """Who a passive says did it: "described by Ms Abara"."""
    agents = [
        child
        for child in verb.children
        if child.dep_ in ("obl:agent", "obl") and any(c.lower_ == "by" for c in child.children)
    ]
    return agents[0] if agents else None


def can_speak(head: "Token") -> bool:
    """Whether a noun or pronoun can speak, write or be read, as far as its own word tells."""
    return head.pos_ in ("PROPN", "PRON", "X") or head.lemma_.lower() in VOICES


def _after_comma(token: "Token") -> bool:
    left = token.left_edge.i
    return left > 0 and token.doc[left - 1].text == ","


def _antecedent_of_relative(own: "Token", verb: "Token") -> "Token | None":
    # In capitals it is the health organisation.
    if own.lower_ not in _RELATIVE or own.text.isupper():
        return own
    return verb.head if verb.dep_.startswith("acl") else None


def _is_passive(verb: "Token") -> bool:
    return any(child.dep_ == "aux:pass" for child in verb.children)


def is_participle(verb: "Token") -> bool:
    """Whether a form like "called" is passive or only describes a noun: nobody says it."""
    auxiliaries = [child.dep_ for child in verb.children if child.dep_ in ("aux", "aux:pass")]
    return "aux:pass" in auxiliaries or (verb.tag_ == "VBN" and not auxiliaries)


def _shares_subject(token: "Token") -> bool:
    if token.dep_ == "conj":
        return token.head.pos_ in ("VERB", "AUX", "NOUN", "ADJ", "")
    if token.dep_ == "advcl":
        return token.tag_ == "VBG" or token.head.lemma_ in _LIGHT
    if token.dep_.startswith("acl"):
        return True
    return token.dep_ == "xcomp" and token.head.lemma_ in _LIGHT


def _has_infinitive_mark(token: "Token") -> bool:
    return any(child.dep_ == "mark" and child.lower_ == "to" for child in token.children)


def is_said(cue: "Token") -> bool:
    """Whether the text says that `cue` happened: not denied, supposed, wished or still to come."""
    token = cue
    while True:
        for child in token.children:
            if child.i > token.i and token.i == cue.i:
                continue
            word = child.lower_
            if word in ("not", "n't", "n’t", "never", "neither", "nowhere") and child.dep_ != "det":
                return False
            if child.dep_ == "aux" and word in _MODALS:
                return False
            if child.dep_ == "mark" and word in _CONDITIONAL:
                return False
        infinitive = _has_infinitive_mark(token)
        if infinitive and token.head.lemma_ not in _LIGHT:
            return False
        if token.dep_ not in ("xcomp", "conj") or token.head.i == token.i:
            return True
        if token.dep_ == "conj" and any(child.dep_ in SUBJECTS for child in token.children):
            return True
        token = token.head
