"""What a rule orders, forbids, allows or inflicts, without the limits it is put under."""

from typing import TYPE_CHECKING

from claims.clause import SUBJECTS, auxiliaries, case_of, is_passive
from claims.condition import limits, reasons
from claims.deontic import FILLERS, RULING
from claims.phrase import Phrase, child, children, phrase, subtree, trimmed
from claims.triggers import NOT_PART
from claims.verbs import lemma
from claims.wording import between_omissions

if TYPE_CHECKING:
    from spacy.tokens import Token


def action(verb: "Token") -> Phrase | None:
    """The verb with its complements: "be worn", "wear masks and stay home"."""
    return _act(verb, bare=False)


def penalty(verb: "Token") -> Phrase | None:
    """A sanction without auxiliary and reason: "arrested and confined in an internment camp"."""
    return _act(verb, bare=True)


def _act(verb: "Token", *, bare: bool) -> Phrase | None:
    tokens: list[Token] = []
    # Whatever stands before the subject or the auxiliary frames the sentence, not the act.
    front = max(
        (t.i for t in children(verb, "aux", "aux:pass", "mark", *SUBJECTS) if t.i < verb.i),
        default=0,
    )
    for member in acts(verb):
        left_out = [t for t in member.children if _is_outside(t, bare) or t.i < front]
        left_out += [t for t in limits(member) if not bare or t.dep_ == "advcl"]
        left_out += reasons(member) if bare else []
        kept = [t for t in children(member, "aux:pass") if not bare and t.tag_ == "VB"]
        tokens += [*kept, *subtree(member, left_out)]
        if member != verb:
            tokens += children(member, "cc")
    tokens = [t for t in tokens if t.i >= front]
    return phrase(trimmed(between_omissions(tokens, verb)))


def acts(verb: "Token") -> list["Token"]:
    """`verb` and the verbs coordinated with it that stand under the same order."""
    return [verb, *(t for t in children(verb, "conj") if _continues(verb, t))]


def _continues(verb: "Token", part: "Token") -> bool:
    """Whether a coordinated verb is still under the same order."""
    if child(part, *SUBJECTS) is not None or lemma(part) in RULING or part.i < verb.i:
        return False
    own = children(part, "aux", "aux:pass")
    return part.tag_ == verb.tag_ and (not own or not auxiliaries(verb) or is_passive(part))


def _is_outside(part: "Token", bare: bool) -> bool:
    if part.dep_ in SUBJECTS or part.dep_ in ("mark", "expl", "obl:agent", *NOT_PART):
        return True
    if part.dep_ == "obl" and case_of(part) == "according to":
        return True
    if part.dep_ in ("aux", "aux:pass", "cop"):
        return bare or part.tag_ not in ("VB", "VBN", "VBG")
    if part.dep_ == "advmod":
        return part.lower_ in FILLERS or part.lower_ in ("not", "n't", "n’t", "never")
    return False
