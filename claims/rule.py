"""A rule as the tree gives it, before anybody's name is resolved."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from claims.action import action, acts
from claims.assertion import is_question
from claims.clause import (
    SUBJECTS,
    agent,
    doer,
    governor,
    is_passive,
    is_perfect,
    modal,
    negated,
    subject,
)
from claims.condition import lasting_limits, limit_phrases
from claims.deontic import LAWS, SPEAKING, UNREAL_GOVERNORS, Modality
from claims.participant import NAMES, is_generic
from claims.phrase import Phrase, child, children
from claims.triggers import is_aside, triggers_on
from claims.verbs import lemma
from claims.words import ORGANISATION_NOUNS, REPORTING_VERBS, ROLE_NOUNS, word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

_BODY_ROLES = frozenset({"official", "authority", "leader", "officer", "lawmaker", "prosecutor"})
# "motorists", "detainees", "shopkeepers": people by what they do.
_PEOPLE_ENDINGS = (
    "ist",
    "ee",
    "goer",
    "holder",
    "maker",
    "keeper",
    "user",
    "ian",
    "comer",
    "eller",
)
_OTHERS = word_set(
    "pupil student tenant patient parent child man woman guest fan client minor adult teen youth"
    " athlete candidate immigrant migrant refugee clinic factory people official authority nation"
    " country member restaurant bar shop cafe café airline bank employer company firm school"
    " hospital"
)
_FLIPPED = {
    Modality.MAY: Modality.MUST_NOT,
    Modality.MUST_NOT: Modality.MAY,
    Modality.MUST: None,
    Modality.PENALTY: None,
}


@dataclass(frozen=True, slots=True)
class Rule:
    """Heads and phrases of one rule; `evidence` is the head of its clause, `cue` its deontic word.

    `speaker` is set where a quotation names the issuer rather than the clause, `ended` where the
    rule is told as lifted, `named` where `action` is a thing and no act: "alcohol", "a curfew".
    `clause` is the evidence `[start, end)` where it is not to be read off the tree; `status` and
    `assertion` are what the network says of them, "" where it says nothing.
    """

    modality: Modality
    cue: "Token"
    evidence: "Token"
    issuer: "Token | None" = None
    addressee: "Token | None" = None
    action: Phrase | None = None
    conditions: tuple[Phrase, ...] = field(default=())
    penalty: Phrase | None = None
    speaker: str | None = None
    ended: bool = False
    named: bool = False
    clause: tuple[int, int] | None = None
    status: str = ""
    assertion: str = ""


def flipped(modality: Modality, head: "Token") -> Modality | None:
    """The modality under a negation: "not allowed" forbids; "not required" is no rule."""
    return _FLIPPED[modality] if negated(head) else modality


def issuer(head: "Token") -> "Token | None":
    """Who makes the rule: the clause's doer, or the body that the text reports it from."""
    who = doer(head)
    if who is None:
        return _body_above(head) or reported_issuer(head)
    return who if is_body(who) else None


def _body_above(head: "Token") -> "Token | None":
    """Who acts in the clause above: "the ministry fined it, ordering its closure"."""
    for _ in range(3):
        if head.dep_ not in ("advcl", "xcomp", "acl", "conj") or head.head == head:
            return None
        head = head.head
        if head.pos_ not in ("VERB", "AUX"):
            continue
        who = agent(head) if is_passive(head) else subject(head)
        if who is not None:
            return who if is_body(who) and who.pos_ != "PRON" else None
    return None


def reported_issuer(head: "Token") -> "Token | None":
    """The body with power that is said to have announced the rule ("the ministry said …")."""
    for _ in range(6):
        verb = governor(head)
        if verb is None and head.dep_ == "ccomp" and lemma(head.head) in ("rule", "decide"):
            verb = head.head
        if verb is not None:
            who = agent(verb) if is_passive(verb) else subject(verb)
            return who if who is not None and _is_office(who) else None
        if head.head == head or head.dep_ not in ("conj", "ccomp", "xcomp", "advcl"):
            return None
        head = head.head
    return None


def is_body(head: "Token") -> bool:
    """Whether the phrase can make rules: a government, office, official or named person."""
    if lemma(head) in LAWS:
        return False
    if head.ent_type_ in ("ORG", "LOC", "PER") or head.pos_ == "PROPN":
        return True
    if head.lower_ in ("he", "she", "they", "who"):
        return True
    noun = lemma(head)
    # "a state of emergency" rules nothing.
    if noun == "state" and child(head, "nmod") is not None:
        return False
    return noun in ORGANISATION_NOUNS or noun in ROLE_NOUNS or noun in _BODY_ROLES


def _is_office(head: "Token") -> bool:
    """Whether a voice speaks for a body: one person's report of a rule does not make it theirs."""
    noun = lemma(head)
    if noun in LAWS or head.ent_type_ == "PER" or head.pos_ == "PRON":
        return False
    return head.ent_type_ in ("ORG", "LOC") or noun in ORGANISATION_NOUNS or noun in _BODY_ROLES


_AS = ("if", "unless", "as", "whether", "so")


def is_real(head: "Token") -> bool:
    """Whether the rule is made, proposed or reported, and not merely wished for or refused."""
    if is_question(head) or modal(head) in ("should", "might", "ought"):
        return False
    verb = head
    for _ in range(8):
        above = verb.head
        if above == verb:
            return True
        if verb.dep_ in ("xcomp", "advcl") and lemma(above) in UNREAL_GOVERNORS:
            return False
        if verb.dep_ == "advcl":
            mark = child(verb, "mark")
            # "As ordered by the court"; "as nations banned it" tells when they did.
            unreal = ("if", "unless", "whether", "so") if child(verb, *SUBJECTS) else _AS
            if mark is not None and mark.lower_ in unreal:
                return False
        if verb.dep_ == "acl" and lemma(above) in ("call", "plea", "power", "right", "attempt"):
            return False
        if verb.dep_ == "ccomp":
            reports = lemma(above) in REPORTING_VERBS or lemma(above) in ("know", "show", "mean")
            if not reports or modal(above) in ("should", "would"):
                return not (lemma(above) in UNREAL_GOVERNORS or modal(above) == "should")
        verb = above
    return True


def addresses(head: "Token | None") -> bool:
    """Whether somebody a rule can be put on stands there, not "we", "you" or "there"."""
    if head is None or head.tag_ == "EX" or head.dep_ == "expl":
        return False
    owners = (t.lower_ for t in children(head, "nmod:poss"))
    return head.lower_ not in SPEAKING and not any(t in ("my", "our", "your") for t in owners)


def can_obey(head: "Token") -> bool:
    """Whether people or bodies are addressed, rather than a thing that something is done to."""
    noun = lemma(head)
    return (
        head.ent_type_ in NAMES
        or head.lower_ in ("he", "she", "they", "who", "anyone", "everyone", "those", "nobody")
        or noun in ROLE_NOUNS
        or noun in ORGANISATION_NOUNS
        or noun in _OTHERS
        or (head.tag_ == "NNS" and noun.endswith(_PEOPLE_ENDINGS))
    )


def is_guess(head: "Token") -> bool:
    """Whether a modal there guesses: "must have been", "may not have known"."""
    return is_perfect(head) or any(
        t.dep_ == "aux" and t.lower_ in ("have", "'ve", "’ve") for t in head.children
    )


def _is_told_apart(who: "Token") -> bool:
    """Whether a relative clause says which are meant; behind a comma it only says more of them."""
    clause = child(who, "acl:relcl")
    return clause is not None and not is_aside(clause)


def ruled(
    modality: Modality,
    cue: "Token",
    evidence: "Token",
    verb: "Token",
    who: "Token | None",
    maker: "Token | None",
) -> Rule | None:
    """The rule that makes `who` do or not do what `verb` says; None where it is not real."""
    what = action(verb)
    if what is None or not is_real(evidence):
        return None
    if negated(verb) and verb != evidence:
        opposite = {Modality.MUST: Modality.MUST_NOT, Modality.MUST_NOT: Modality.MUST}
        modality = opposite.get(modality, modality)
    conditions: list[Phrase] = []
    if who is not None and (is_generic(who) or _is_told_apart(who)):
        conditions += triggers_on(who, verb if who.i > evidence.i else evidence)
    conditions += [limit for act in acts(verb) for limit in limit_phrases(act)]
    if evidence != verb:
        conditions += lasting_limits(evidence)
    return Rule(modality, cue, evidence, maker, who, what, tuple(conditions))
