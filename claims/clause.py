"""Clauses of a dependency tree: who does what to whom, and whether, where and when.

Written for a parser that errs: shared parts are looked for along more than one path, and what
cannot be found is None.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from claims.phrase import (
    CLAUSAL,
    child,
    children,
    listed,
)
from claims.verbs import lemma
from claims.words import CLAUSE_VERBS, REPORTING_VERBS

if TYPE_CHECKING:
    from spacy.tokens import Token

SUBJECTS = ("nsubj", "nsubj:pass", "csubj", "csubj:pass", "nsubj:outer")
OBJECTS = ("obj", "iobj")
OBLIQUES = ("obl", "obl:unmarked", "nmod:unmarked", "obl:tmod", "obl:npmod")
RELATIVE = frozenset({"who", "whom", "which", "that", "whose"})
FINITE_TAGS = frozenset({"VBD", "VBZ", "VBP", "MD"})

_BEHIND_DATELINE = frozenset({"appos", "parataxis", "list"})
_NEGATIONS = frozenset({"not", "n't", "n’t", "never", "nor", "neither", "hardly", "barely"})
_NEGATIVE_NOUNS = frozenset({"nobody", "none", "nothing", "no-one", "noone"})
_MODALS = {"'ll": "will", "’ll": "will", "wo": "will", "ca": "can", "'d": "would", "’d": "would"}
# What follows "by" without being the doer: "by mail", "by 424 votes".
_MEANS = listed(
    """
    mail post phone telephone hand email car train ship air sea far law default
    nightfall dawn dusk midnight noon midday morning afternoon evening night sunrise sunset daybreak
    weekend
    """
)
_MARGINS = listed("vote point percent % seat goal run length margin per-cent mile metre meter time")
# Deeper than any sentence nests; a broken parse must not send us round and round.
_DEEPEST = 12


def is_verbal(head: "Token") -> bool:
    """Whether `head` is a verb or a predicate with a copula."""
    return head.pos_ in ("VERB", "AUX") or child(head, "cop") is not None


def auxiliaries(head: "Token", depth: int = _DEEPEST) -> list["Token"]:
    """The auxiliaries and copula of a clause, taken over in "was arrested and jailed"."""
    own = children(head, "aux", "aux:pass", "cop")
    if own or not depth or not _shares_front(head):
        return own
    return auxiliaries(head.head, depth - 1) if head.tag_ == head.head.tag_ else []


def _shares_front(head: "Token") -> bool:
    return head.dep_ == "conj" and child(head, *SUBJECTS) is None


def is_passive(head: "Token") -> bool:
    """Whether the grammatical subject suffers rather than acts."""
    if child(head, "aux:pass", "nsubj:pass", "csubj:pass") is not None:
        return True
    if head.tag_ != "VBN":
        return False
    helpers = auxiliaries(head)
    if not helpers:
        return head.dep_ != "root"
    return any(t.dep_ == "aux:pass" or lemma(t) in ("be", "get") for t in helpers)


def is_finite(head: "Token") -> bool:
    """Whether the clause has a tense of its own, so that it asserts something."""
    helpers = auxiliaries(head)
    if any(t.tag_ == "TO" for t in children(head, "mark")):
        return False
    return any(t.tag_ in FINITE_TAGS for t in helpers) or (
        head.tag_ in ("VBD", "VBZ", "VBP") and child(head, "cop") is None
    )


def modal(head: "Token") -> str | None:
    """The modal verb of the clause, in its full form."""
    for token in auxiliaries(head):
        if token.tag_ == "MD":
            lower = token.lower_
            return _MODALS.get(lower, lower)
    return None


def is_perfect(head: "Token") -> bool:
    """Whether an auxiliary "have" puts the clause behind another time."""
    return any(t.dep_ == "aux" and lemma(t) == "have" for t in auxiliaries(head))


def negated(head: "Token", depth: int = _DEEPEST) -> bool:
    """Whether the clause denies what its words describe."""
    if any(_negates(t) for t in head.children) or is_yet_to(head):
        return True
    if any(_negates(part) for t in auxiliaries(head) for part in t.children):
        return True
    if depth and _shares_front(head) and not children(head, "aux", "aux:pass", "cop"):
        link = child(head, "cc")
        if link is not None and link.lower_ in ("or", "nor"):
            return negated(head.head, depth - 1)
    return False


def is_yet_to(head: "Token") -> bool:
    """Whether something has not happened so far: "has yet to regain consciousness"."""
    if lemma(head) not in ("have", "be") or child(head, "xcomp") is None:
        return False
    return any(t.lower_ == "yet" and t.i == head.i + 1 for t in head.children)


def _negates(part: "Token") -> bool:
    after = part.nbor(1) if part.i + 1 < len(part.doc) else part
    if part.lower_ == "not" and after.lower_ in ("only", "just", "merely", "simply"):
        return False
    # "didn’ t": torn apart on the way.
    if part.lower_ == "t" and part.i > 1 and part.nbor(-1).text in ("'", "’"):
        return part.nbor(-2).lower_.endswith("n")
    if part.lower_ == "longer" and any(t.lower_ == "no" for t in part.children):
        return True
    if part.dep_ in ("advmod", "cc:preconj", "cc", "aux", "det"):
        return part.lower_ in _NEGATIONS or (part.lower_ == "no" and part.dep_ == "det")
    if part.dep_ in (*SUBJECTS, *OBJECTS):
        if part.lower_ in _NEGATIVE_NOUNS:
            return True
        det = child(part, "det")
        return det is not None and det.lower_ in ("no", "neither")
    return False


def subject(head: "Token", depth: int = _DEEPEST) -> "Token | None":
    """The grammatical subject, also where it is shared with a clause above or before."""
    found = [t for t in children(head, *SUBJECTS) if t.tag_ != "EX" and not case_of(t)]
    own = _past_dateline(found[0], found[1:]) if found else None
    if own is not None and _is_misread_object(head, own):
        own = None
    if own is not None:
        if own.lower_ in RELATIVE and own.tag_ in ("WDT", "WP"):
            return _meant(own, antecedent(head)) or own
        return own
    if not depth or head.head == head:
        return None
    match head.dep_:
        case "conj":
            return subject(head.head, depth - 1) if is_verbal(head.head) else None
        case "xcomp":
            return child(head.head, *OBJECTS) or subject(head.head, depth - 1)
        case "acl" if head.tag_ in ("VBG", "VBN") and head.i > head.head.i:
            return head.head
        case "advcl" if not is_finite(head) and child(head, "mark") is None:
            return subject(head.head, depth - 1)
    return None


def _past_dateline(head: "Token", others: list["Token"]) -> "Token":
    """The real subject where the parse took a dateline for it: "OSK, May 3 — A bridge fell"."""
    first = head.i == 0 or head.nbor(-1).is_space
    if not first or not head.text.isupper() or head.i + 1 >= len(head.doc):
        return head
    if not head.nbor().is_punct:
        return head
    if others:
        return others[-1]
    names = [t for t in head.children if t.pos_ in ("PROPN", "NOUN") and t.dep_ in _BEHIND_DATELINE]
    return names[-1] if names else head


def _meant(relative: "Token", noun: "Token | None") -> "Token | None":
    """What a relative pronoun means: "which" is no person, whatever the parse hangs it on."""
    if noun is None or relative.lower_ != "which":
        return noun
    at = relative.i - 1 - (relative.i > 0 and relative.nbor(-1).is_punct)
    near = relative.doc[max(at, 0)]
    while near.dep_ in ("flat", "compound"):
        near = near.head
    if noun.ent_type_ != "PER":
        # "The party in Osk, which …" tells of Osk, "the gate of the dam, which …" of the gate.
        inside = near.head == noun and near.ent_type_ == "LOC" and case_of(near) == "in"
        return near if inside and not noun.ent_type_ else noun
    # "the region of Osk, which …"
    if near.dep_ == "nmod" and near.ent_type_ == "LOC" and case_of(near) == "of":
        near = near.head
    return near if near.pos_ in ("NOUN", "PROPN") and near.ent_type_ != "PER" else None


def _is_misread_object(head: "Token", part: "Token") -> bool:
    """Whether a second subject behind the verb must be its object, as in "tells guards to …"."""
    if part.i < head.i or (head.dep_ == "ccomp" and part.i < head.head.i):
        # "The road was shut, the mayor, Ana Reyes, said": who says it, in the wrong clause.
        return False
    return any(t.i < head.i for t in children(head, *SUBJECTS))


def target(head: "Token") -> "Token | None":
    """The object of an active verb; it follows the verb unless it is a relative pronoun."""
    for part in children(head, "obj", "iobj", *SUBJECTS):
        if part.dep_ in OBJECTS and (part.i > head.i or part.lower_ in RELATIVE):
            return part
        if part.dep_ not in OBJECTS and _is_misread_object(head, part):
            return part
    return None


def antecedent(head: "Token") -> "Token | None":
    """The noun that the relative clause around `head` belongs to."""
    for _ in range(_DEEPEST):
        if head.dep_ == "acl:relcl":
            return head.head
        if head.head == head or head.dep_ not in ("conj", "xcomp", "ccomp"):
            return None
        head = head.head
    return None


def agent(head: "Token") -> "Token | None":
    """The doer of a passive clause ("by …"), never a means, a margin or a time."""
    for part in children(head, "obl:agent", "obl"):
        acts = part.pos_ in ("PROPN", "PRON") or (part.pos_ == "NOUN" and _can_act(part))
        if _is_by(part) and acts and not is_time(part):
            return part
    return None


def _is_by(part: "Token") -> bool:
    """Whether "by" leads to the phrase, even where the parse ties it to a title in it."""
    titles = children(part, "nmod:desc", "compound")
    return case_of(part) == "by" or any(case_of(t) == "by" for t in titles)


def _can_act(part: "Token") -> bool:
    counted = lemma(part) in _MARGINS and child(part, "nummod") is not None
    return lemma(part) not in _MEANS and not counted and part.pos_ != "NUM"


def doer(head: "Token") -> "Token | None":
    """Who acts: the subject of an active clause, the agent of a passive one."""
    return agent(head) if is_passive(head) else subject(head)


def undergoer(head: "Token") -> "Token | None":
    """Who or what it is done to: the object, or the subject of a passive clause."""
    if is_passive(head):
        return subject(head)
    own = target(head)
    if own is not None and own.lower_ in RELATIVE and own.tag_ in ("WDT", "WP"):
        return _meant(own, antecedent(head)) or own
    return own


def setting(head: "Token") -> "Token | None":
    """The named place that "where" stands for: "the Orla dam, where a gate broke"."""
    noun = antecedent(head)
    told = any(t.lower_ == "where" for t in children(head, "advmod", "mark", "obl"))
    return noun if told and noun is not None and noun.ent_type_ == "LOC" else None


def governor(head: "Token") -> "Token | None":
    """The reporting verb whose content the clause is, before or after it."""
    if head.dep_ == "ccomp" and lemma(head.head) in REPORTING_VERBS:
        return head.head
    for part in children(head, "parataxis"):
        if lemma(part) in CLAUSE_VERBS and subject(part) is not None:
            return part
    return None


def own_tokens(head: "Token") -> Iterator["Token"]:
    """The tokens of the clause that stand in no clause nested in it."""
    pending = [head]
    while pending:
        token = pending.pop(0)
        yield token
        pending.extend(
            t
            for t in token.children
            if t.dep_ not in CLAUSAL and not (t.dep_ == "conj" and is_verbal(t))
        )


def case_of(part: "Token") -> str:
    """The preposition of an oblique, all its words, lower case; "" where there is none."""
    found = [t for case in children(part, "case") for t in (case, *children(case, "fixed"))]
    return " ".join(t.lower_ for t in sorted(found, key=lambda t: t.i))


def is_time(part: "Token") -> bool:
    """Whether a phrase is a date or a time of day."""
    return part.ent_type_ in ("DATE", "TIME")
