"""What makes a rule apply to somebody, one phrase each: "anyone wearing …", "if they … or …".

A long list is where parsers err most, so a list is cut at its commas where it can be, and only
what has none is taken from the tree.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from claims.clause import RELATIVE, SUBJECTS, auxiliaries, case_of, is_passive, is_perfect
from claims.coordination import members, spread
from claims.deontic import NOTICING
from claims.phrase import Phrase, child, children, phrase, sentence, subtree, trimmed
from claims.verbs import lemma

if TYPE_CHECKING:
    from spacy.tokens import Token

NOT_PART = frozenset({"conj", "cc", "cc:preconj", "parataxis", "list", "discourse", "dep"})
_RELATIVE_TAGS = frozenset({"WDT", "WP", "WRB"})
_NEGATIONS = frozenset({"not", "never"})
_IF = frozenset({"if", "when", "whenever"})
_STOPS = frozenset({";", ":", "—", "–", "(", ")", "“", "”", '"', "…"})
_PRONOUNS = frozenset({"they", "he", "she", "it", "one"})


def triggers_on(addressee: "Token", verb: "Token") -> list[Phrase]:
    """What an addressee must be or do for the rule of `verb` to apply: "anyone wearing …"."""
    parts = [t for t in children(addressee, "acl", "acl:relcl") if _says_who(t, addressee, verb)]
    if not parts:
        return []
    first = min(t.left_edge.i for t in parts)
    marks = [t for t in children(verb, "mark") if addressee.i < t.i < verb.i]
    last = min((t.i for t in [*marks, *auxiliaries(verb)]), default=verb.i)
    last = _before_others(addressee, last)
    if addressee.i < first < last:
        listed = listed_triggers(list(addressee.doc[first:last]))
        if listed:
            return listed
    return [trigger for part in parts for trigger in triggers(part, until=last)]


def _before_others(addressee: "Token", last: int) -> int:
    """Where ", as well as …" begins that names others beside an addressee and its clause."""
    doc = addressee.doc
    region = range(addressee.i + 1, min(last, len(doc) - 3))
    words = ((i, doc[i : i + 4].text.lower()) for i in region)
    return next((i for i, four in words if four == ", as well as"), last)


def is_aside(clause: "Token") -> bool:
    """Whether a relative clause stands behind a comma: it only says more of what is meant."""
    first = clause.left_edge
    comma = first if first.text == "," else first.doc[max(0, first.i - 1)]
    return clause.dep_ == "acl:relcl" and comma.text == ","


def _says_who(part: "Token", addressee: "Token", verb: "Token") -> bool:
    """Whether a clause says who is addressed, and is not one that the parse hung too high."""
    if part == verb:
        return False
    if is_aside(part):
        # "The agency, which listens to calls abroad": which one is meant is known already.
        return False
    return part.i < verb.i or verb.i < addressee.i or part.left_edge.lower_ in RELATIVE


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
    if rest and _is_noticed(rest[0]):
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
    if _is_verb(left[0]) and _is_verb(right[0]) and right[0].tag_ not in ("VBN", "VBG"):
        return [left, [*_denial(left), *right]]
    places = {t.i for t in chunk}
    for token in left:
        group = [t for t in members(token) if t.i in places]
        if token.dep_ != "conj" and len(group) > 1 and token.head.i in places:
            return spread(token.head, chunk)
    return [left, right] if _is_verb(right[0]) else [chunk]


def if_members(mark: "Token") -> list[Phrase]:
    """The members of "if they A, B or C" behind its "if"; empty where it names one thing only."""
    chunks = _clause_chunks(mark)
    if not chunks:
        return []
    first = next((i for i, t in enumerate(chunks[0]) if _opens_predicate(t)), None)
    # "If the police or the courts say so, …": a noun of its own is no "they".
    if first is None or not all(t.lower_ in _PRONOUNS for t in chunks[0][:first]):
        return []
    parts = [part for chunk in (chunks[0][first:], *chunks[1:]) for part in _halves(chunk)]
    found = [made for part in parts if (made := phrase(trimmed(part))) is not None]
    return found if len(found) > 1 else []


def if_triggers(mark: "Token") -> list[Phrase]:
    """What stands behind an "if": its members, or the whole where it names one thing only."""
    chunks = _clause_chunks(mark)
    whole = phrase(trimmed(t for chunk in chunks for t in chunk))
    return if_members(mark) or ([whole] if whole is not None else [])


def _clause_chunks(mark: "Token") -> list[list["Token"]]:
    """The predicates behind "if", cut at their commas; what follows them is another clause."""
    chunks: list[list[Token]] = [[]]
    for token in mark.doc[mark.i + 1 : sentence(mark)[1]]:
        if token.text in _STOPS or token.lower_ == "according" or token.is_sent_end:
            break
        if token.text == ",":
            chunks.append([])
        elif not token.is_space:
            chunks[-1].append(token)
    kept, last = chunks[:1] if chunks[0] else [], 1
    for chunk in chunks[1:]:
        joined = bool(chunk) and chunk[0].lower_ in ("or", "and")
        own = chunk[1:] if joined else chunk
        if not own or not _opens_predicate(own[0]):
            break
        kept.append(own)
        # A list ends with its "or"; "If they come, close the gate" is none.
        if joined or any(t.tag_ == "CC" for t in own):
            last = len(kept)
    return kept[:last]


def _opens_predicate(token: "Token") -> bool:
    """Whether a verb begins there, or what can stand before one: "do not", "often"."""
    if _is_verb(token) or token.lower_ in _NEGATIONS:
        return True
    following = token.nbor() if token.i + 1 < len(token.doc) else token
    return token.tag_ == "RB" and _is_verb(following)


def _is_verb(token: "Token") -> bool:
    # "Own" without an owner before it is what somebody does.
    if token.lower_ == "own" and (not token.i or token.nbor(-1).tag_ not in ("PRP$", "POS")):
        return True
    if token.dep_ == "conj" and token.head.tag_ == "VB" and token.tag_ == "NN":
        # "Do not fence or mow": a verb that could be a noun.
        return token.nbor(-1).tag_ == "CC"
    return token.pos_ in ("VERB", "AUX") or token.tag_.startswith("VB")


def lost_if(head: "Token") -> "Token | None":
    """The "if" behind a verb whose clause the parse hung elsewhere."""
    for token in head.doc[head.i + 1 : sentence(head)[1]]:
        if token.text in (*_STOPS, ",") or token.tag_ in ("VBD", "VBZ", "VBP", "MD"):
            return None
        if token.lower_ in _IF and token.dep_ == "mark":
            return token
    return None


def _denial(chunk: list["Token"]) -> list["Token"]:
    """The "do not" that "do not smoke or drink" says once for both."""
    denied = len(chunk) > 2 and lemma(chunk[0]) == "do" and chunk[1].lower_ in _NEGATIONS
    return chunk[:2] if denied else []


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
    if _is_noticed(head):
        below = children(head, "obl", "xcomp", "advcl", "ccomp", "obj")
    found = [] if below else [head]
    for part in [*below, *(t for t in head.children if _is_member(head, t))]:
        found.extend(_members(part))
    return sorted({t.i: t for t in found}.values(), key=lambda t: t.i)


def _is_noticed(head: "Token") -> bool:
    """Whether a verb says how a trigger was noticed: "seen with", never "has caught it"."""
    if lemma(head) not in NOTICING or head.tag_ != "VBN":
        return False
    return is_passive(head) or not is_perfect(head)


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
