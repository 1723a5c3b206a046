"""How worth checking a clause is: named traits of it, weighed together.

The weights are those of a logistic regression on clauses of news that were marked by reading
(`python -m claims.training.worth` fits and prints them). Each trait is 0 or 1.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.checkable import is_checkable, is_judged, is_quoted, is_superlative, only_comments
from claims.clause import auxiliaries, is_passive, is_perfect, is_time, modal, own_tokens
from claims.logistic import Traits, probability, weigh
from claims.participant import ABSTRACT, NAMES, Participant, is_generic
from claims.phrase import child, children
from claims.predicate import Predicate
from claims.triggers import is_aside
from claims.verbs import lemma

if TYPE_CHECKING:
    from spacy.tokens import Token

    from claims.parsed import Parsed

# What lies below is no statement at all; `claims.kind.WORTH` is what is listed.
LEAST = 0.2
# Of the clauses in marked news that the stricter rules let through, so many are statements.
STRICT = 0.95
_SPEAKING = frozenset({"i", "we", "you", "my", "our", "your", "us", "me"})
_LINKS = frozenset(
    {"root", "conj", "ccomp", "acl:relcl", "advcl", "advcl:relcl", "parataxis", "acl", "xcomp"}
)
_FEW, _MANY = 4, 25
_LEAD = 3

WEIGHTS = {
    "always": -1.03,
    "will": -3.33,
    "have": 1.95,
    "past": 1.89,
    "aside": 1.66,
    "link ccomp": -1.61,
    "perfect": 1.57,
    "link root": 1.55,
    "quoted": -1.34,
    "figures": 1.33,
    "only identifies": -1.23,
    "object judged": -1.08,
    "link advcl": 1.07,
    "short": -0.98,
    "adjuncts": 0.98,
    "link acl": -0.94,
    "goes on": 0.87,
    "object superlative": 0.86,
    "no subject": -0.72,
    "subject named": -0.71,
    "checkable": 0.70,
    "no object": -0.59,
    "long": -0.59,
    "a name": 0.54,
    "link acl:relcl": 0.52,
    "placed": 0.51,
    "passive": 0.43,
    "object definite": 0.42,
    "link conj": 0.40,
    "object counted": 0.37,
    "early": 0.37,
    "object generic": -0.36,
    "object named": -0.35,
    "subject generic": 0.33,
    "only comments": -0.26,
    "be": 0.25,
    "several names": -0.24,
    "subject judged": -0.21,
    "object abstract": -0.20,
    "participle": 0.16,
    "subject an adjective": -0.14,
    "governs": -0.14,
    "subject counted": -0.13,
    "dated": 0.10,
    "subject unknown": -0.06,
    "subject superlative": -0.05,
    "subject definite": -0.02,
    "object an adjective": 0.00,
}
# What some shapes tell is worth checking whatever else is true of them: "a report written by …".
CERTAIN: Traits = {"certain": 1.0}
_CERTAIN = 4.0


@dataclass(frozen=True, slots=True)
class Clause:
    """What is weighed: the clause's head (that of its tense, `outer`), and who takes part."""

    head: "Token"
    outer: "Token"
    what: Predicate
    who: Participant | None
    whom: Participant | None


def traits(clause: Clause, parsed: "Parsed", *, identifies: bool) -> Traits:
    """Everything that is weighed; `identifies` where it only says which one is meant."""
    return {
        "checkable": is_checkable(clause.outer, clause.what, clause.who, clause.whom, parsed),
        "only identifies": identifies,
        "only comments": only_comments(clause.what),
        "quoted": is_quoted(clause.head, parsed),
        **_side("subject", clause.what.subject, clause.who),
        **_side("object", clause.what.object, clause.whom),
        **_verb(clause),
        **_around(clause),
    }


def _side(name: str, token: "Token | None", side: Participant | None) -> Traits:
    if token is None:
        return {f"no {name}": True}
    return {
        f"{name} unknown": side is None,
        f"{name} named": side is not None and side.named,
        f"{name} definite": side is not None and side.definite,
        f"{name} generic": is_generic(token),
        f"{name} counted": child(token, "nummod") is not None,
        f"{name} abstract": lemma(token) in ABSTRACT,
        f"{name} judged": is_judged(token),
        f"{name} superlative": is_superlative(token),
        f"{name} an adjective": token.pos_ == "ADJ",
    }


def _verb(clause: Clause) -> Traits:
    first = clause.what.words.partition(" ")[0]
    head, outer = clause.head, clause.outer
    helpers = auxiliaries(outer)
    return {
        "be": first == "be",
        "have": first == "have",
        "passive": is_passive(head),
        "perfect": is_perfect(outer),
        "past": outer.tag_ == "VBD" or any(t.tag_ == "VBD" for t in helpers),
        "will": modal(outer) == "will",
        "goes on": head.tag_ == "VBG" and bool(helpers),
        "raised": head != outer and not is_perfect(head),
        **{f"link {outer.dep_}": outer.dep_ in _LINKS},
        "aside": is_aside(outer),
        "participle": outer.tag_ == "VBG" and not helpers,
        "governs": " " in clause.what.words,
    }


def _around(clause: Clause) -> Traits:
    own = list(own_tokens(clause.outer))
    size = len(own)
    names = sum(t.ent_iob_ == "B" and t.ent_type_ in NAMES for t in own)
    return {
        "dated": any(is_time(t) for t in own),
        "placed": any(t.ent_type_ == "LOC" for t in own),
        "figures": any(t.pos_ == "NUM" and not is_time(t) for t in own),
        "a name": names > 0,
        "several names": names > 1,
        "short": size < _FEW,
        "long": size > _MANY,
        "first person": any(t.lower_ in _SPEAKING for t in own),
        "there is": any(t.tag_ == "EX" for t in own),
        "adjuncts": bool(children(clause.head, "obl", "obl:agent", "obl:unmarked")),
        "early": clause.head.i < _LEAD * 25,
    }


def worth(told: Traits) -> float:
    """How worth checking a clause with these traits is, from 0 to 1, in hundredths.

    What the stricter rules let through is as sure as it was found to be, whatever its traits weigh.
    """
    strict = told.get("checkable") and not (told["only identifies"] or told["only comments"])
    value = round(probability(_log_odds(told)), 2)
    return max(value, STRICT) if strict else value


def _log_odds(told: Traits) -> float:
    """How sure it is that a clause with these traits is a statement worth checking."""
    return _CERTAIN if told == CERTAIN else weigh(told, WEIGHTS)
