"""What triggers or limits a rule, one phrase each."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from claims.clause import SUBJECTS, auxiliaries, case_of, is_passive, is_verbal
from claims.coordination import members, spread
from claims.deontic import (
    BOUND_TO_PLACE,
    CONFINEMENT,
    LAWS,
    LIMITING_CASES,
    LIMITING_MARKS,
    NOTICING,
)
from claims.phrase import Phrase, child, children, listed, phrase, subtree, trimmed
from claims.predicate import LENGTHS
from claims.verbs import lemma

if TYPE_CHECKING:
    from spacy.tokens import Token

NOT_PART = frozenset({"conj", "cc", "cc:preconj", "parataxis", "list", "discourse", "dep"})
_RELATIVE_TAGS = frozenset({"WDT", "WP", "WRB"})
# "in fact", "at once"
_IDIOMS = listed("fact general particular reality order addition turn once")
_LASTING = frozenset({"until", "till", "within", "without", "except", "unless"})
_NEGATIONS = frozenset({"not", "never"})


def triggers_on(addressee: "Token", verb: "Token") -> list[Phrase]:
    """What an addressee must be or do for the rule of `verb` to apply: "anyone wearing …".

    A long list is where parsers err most, so a list is cut at its commas where it can be, and
    only what has none is taken from the tree.
    """
    parts = [t for t in children(addressee, "acl", "acl:relcl") if t != verb]
    if not parts:
        return []
    first = min(t.left_edge.i for t in parts)
    marks = [t for t in children(verb, "mark") if addressee.i < t.i < verb.i]
    last = min((t.i for t in [*marks, *auxiliaries(verb)]), default=verb.i)
    if addressee.i < first < last:
        listed = listed_triggers(list(addressee.doc[first:last]))
        if listed:
            return listed
    return [trigger for part in parts for trigger in triggers(part, until=last)]


def listed_triggers(region: Sequence["Token"]) -> list[Phrase]:
    """The members of a list "A, B or C, D, or E" as the text has it; empty where it is none."""
    chunks: list[list[Token]] = [[]]
    for token in region:
        if token.text in (",", ";"):
            chunks.append([])
        elif not token.is_space:
            chunks[-1].append(token)
    chunks = [chunk for chunk in chunks if chunk]
    if len(chunks) < 2 or chunks[-1][0].tag_ != "CC":
        return []
    chunks[-1] = chunks[-1][1:]
    chunks[0] = _unframed(chunks[0])
    found = [phrase(part) for chunk in chunks for part in _halves(chunk)]
    return [made for made in found if made is not None]


def _unframed(chunk: list["Token"]) -> list["Token"]:
    """A first member without "who were seen with": how it was noticed is no part of the rule."""
    start = 0
    if chunk and chunk[0].tag_ in _RELATIVE_TAGS:
        start = 1
    rest = [t for t in chunk[start:] if t.dep_ not in ("aux", "aux:pass")]
    if rest and rest[0].lemma_ in NOTICING:
        rest = rest[1:]
        if rest and rest[0].dep_ == "case":
            rest = rest[1:]
        return rest
    return chunk[start:]


def _halves(chunk: list["Token"]) -> list[list["Token"]]:
    """ "not drinking or smoking" and "wearing a beard or veil" as two, shared words with both."""
    at = next((i for i, t in enumerate(chunk) if t.tag_ == "CC" and 0 < i < len(chunk) - 1), None)
    if at is None:
        return [chunk]
    left, right = chunk[:at], chunk[at + 1 :]
    if left[-1].lower_.endswith("ing") and right[0].lower_.endswith("ing"):
        negation = [left[0]] if left[0].lower_ in _NEGATIONS else []
        return [left, [*negation, *right]]
    places = {t.i for t in chunk}
    for token in left:
        group = [t for t in members(token) if t.i in places]
        if token.dep_ != "conj" and len(group) > 1 and token.head.i in places:
            return spread(token.head, chunk)
    return [left, right] if right[0].tag_.startswith("VB") else [chunk]


def triggers(head: "Token", until: int | None = None) -> list[Phrase]:
    """The members of a condition before token `until`, each with what it shares with the others."""
    found: list[Phrase] = []
    last = len(head.doc) if until is None or until < head.i else until
    group = [member for member in _members(head) if member.i < last]
    for position, member in enumerate(group):
        shared = _shared_negation(group[position - 1], member) if position else None
        for part in spread(member, [t for t in _own(member) if t.i < last]):
            made = phrase([shared, *part] if shared is not None else part)
            if made is not None:
                found.append(made)
    return found


def _members(head: "Token") -> list["Token"]:
    """The coordinated triggers under `head`, without the verb that only says they were noticed."""
    below: list[Token] = []
    if lemma(head) in NOTICING and (is_passive(head) or head.tag_ == "VBN"):
        below = children(head, "obl", "xcomp", "advcl", "ccomp", "obj")
    found = [] if below else [head]
    for part in [*below, *(t for t in head.children if _is_member(head, t))]:
        found.extend(_members(part))
    return sorted({t.i: t for t in found}.values(), key=lambda t: t.i)


def _is_member(head: "Token", part: "Token") -> bool:
    return part.dep_ == "conj" and child(part, *SUBJECTS) is None and part.i > head.i


def _own(member: "Token") -> list["Token"]:
    left_out = [
        t
        for t in member.children
        if t.dep_ in NOT_PART
        or (t.dep_ in SUBJECTS and t.tag_ in _RELATIVE_TAGS)
        or (t.dep_ == "case" and t.lower_ in ("with", "for", "of"))
        or t.dep_ == "mark"
        or case_of(t) == "according to"
    ]
    return trimmed(subtree(member, left_out))


def _shared_negation(before: "Token", member: "Token") -> "Token | None":
    """The "not" of "not drinking or smoking" for its second member."""
    link = child(member, "cc")
    if link is None or link.lower_ not in ("or", "nor") or member.tag_ != before.tag_:
        return None
    if any(t.text in ",;" for t in member.doc[before.i : member.i]):
        return None
    if any(t.lower_ in ("not", "n't", "never") for t in member.children):
        return None
    return next((t for t in before.children if t.lower_ in _NEGATIONS), None)


def limits(verb: "Token") -> list["Token"]:
    """The adjuncts that limit when and where a rule holds."""
    return [part for part in verb.children if _is_limit(verb, part)]


def _is_limit(verb: "Token", part: "Token") -> bool:
    if part.dep_ == "advcl":
        mark = child(part, "mark")
        return mark is not None and mark.lower_ in LIMITING_MARKS
    if part.dep_ not in ("obl", "obl:unmarked"):
        return False
    case = case_of(part)
    if part.ent_type_ in ("DATE", "TIME"):
        return case in (*LIMITING_CASES, "from", "by", "between", "for", "of")
    # "sent to a camp", "fire on anyone": what is done, not where.
    if lemma(part) in CONFINEMENT or part.pos_ == "PRON" or part.ent_type_ == "PER":
        return False
    if lemma(verb) in BOUND_TO_PLACE and case in ("in", "on", "at", "under"):
        return False
    return case in LIMITING_CASES and part.lower_ not in _IDIOMS


def limit_phrases(verb: "Token") -> list[Phrase]:
    """`limits` as phrases: one for each member of a coordination, with its preposition."""
    return _limit_phrases(limits(verb))


def lasting_limits(verb: "Token") -> list[Phrase]:
    """The limits beside a verb of ordering; when and where it was ordered limits nothing."""
    return _limit_phrases([t for t in limits(verb) if t.dep_ == "advcl" or case_of(t) in _LASTING])


def undated_limits(verb: "Token") -> list[Phrase]:
    """The limits of a banned or ordered thing: where it is, but not the day it was told."""
    return _limit_phrases(
        [t for t in limits(verb) if t.ent_type_ != "DATE" or case_of(t) in _LASTING]
    )


def _limit_phrases(parts: Sequence["Token"]) -> list[Phrase]:
    found: list[Phrase | None] = []
    for part in parts:
        if part.dep_ == "advcl":
            marks = [t for t in children(part, "mark") if t.lower_ in ("if", "when")]
            found.append(phrase(trimmed(subtree(part, marks))))
        elif lemma(part) not in LAWS:
            # "under the decree" names the rule itself.
            found.extend(_limit_members(part))
    return [made for made in found if made is not None]


def _limit_members(part: "Token") -> list[Phrase | None]:
    case = children(part, "case")
    group = [part, *(t for t in children(part, "conj") if not is_verbal(t))]
    found = []
    for member in group:
        without = [t for t in member.children if t.dep_ in NOT_PART or t.dep_ == "case"]
        own = trimmed(subtree(member, without))
        words = sorted([*(children(member, "case") or case), *own], key=lambda t: t.i)
        found.append(phrase(words))
    return found


def reasons(verb: "Token") -> list["Token"]:
    """What a punishment is for: "jailed for insulting the king", "fined if they …"."""
    return [part for part in verb.children if _is_reason(part)]


def _is_reason(part: "Token") -> bool:
    if part.dep_ == "obl":
        return case_of(part) == "for" and not _is_length(part)
    mark = child(part, "mark")
    return part.dep_ == "advcl" and mark is not None and mark.lower_ in ("for", "if", "when")


def _is_length(part: "Token") -> bool:
    return part.ent_type_ in ("DATE", "TIME") or lemma(part) in LENGTHS
