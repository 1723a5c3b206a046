"""Policies: who must, must not or may do what, on what condition, with what penalty."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from claims import quotation
from claims.assertion import is_boilerplate
from claims.clause import subject
from claims.command import commands, is_command
from claims.decree import lifting_rule, noun_rule
from claims.deontic import Modality as Modality
from claims.deontic import Status as Status
from claims.kind import Kind, Part, Reading
from claims.legality import adjective_rule, made_rule
from claims.obligation import modal_rule, possible_rule
from claims.ordering import verb_rule
from claims.participant import resolved
from claims.penalty import facing_rule, sanction_rule, suffering_rule
from claims.phrase import extent, noun_phrase, sentence, with_quote_marks, words
from claims.rule import Rule
from claims.standing import exceptions, since, status_of, until
from claims.wording import clause

if TYPE_CHECKING:
    from spacy.tokens import Token

    from claims.parsed import Parsed

# First match wins: a punished or suffering clause is a penalty even where a modal stands in it.
_READERS = (
    suffering_rule,
    sanction_rule,
    facing_rule,
    modal_rule,
    verb_rule,
    made_rule,
    adjective_rule,
    noun_rule,
    lifting_rule,
)


@dataclass(frozen=True, slots=True)
class Policy:
    """A rule, order, ban, permission or punishment.

    `conditions` has one member for each thing that triggers or limits the rule, in text order.
    `exceptions` are those of them that take somebody or something out of it. `ended` is true where
    the rule is told as lifted: what it ordered or forbade is free again; `named` where `action`
    names a thing rather than an act: "alcohol", "an evacuation". `since` and `until` say from when
    and till when it holds: ISO where a calendar settles it, else the words. `assertion` says
    whether the document itself tells of the rule, says that somebody tells of it, or denies it.
    """

    issuer: str | None
    modality: Modality
    addressee: str | None
    action: str | None
    conditions: tuple[str, ...] = ()
    penalty: str | None = None
    ended: bool = False
    named: bool = False
    exceptions: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    status: Status = Status.IN_FORCE
    assertion: str = "asserted"

    def to_json(self) -> dict[str, Any]:
        """The dict of the public JSON."""
        return {
            "issuer": self.issuer,
            "modality": str(self.modality),
            "addressee": self.addressee,
            "action": self.action,
            "conditions": list(self.conditions),
            "penalty": self.penalty,
            "ended": self.ended,
            "named": self.named,
            "exceptions": list(self.exceptions),
            "since": self.since,
            "until": self.until,
            "status": str(self.status),
            "assertion": self.assertion,
        }


def from_json(value: Mapping[str, Any]) -> Policy:
    """Read a stored policy back."""
    return Policy(
        issuer=value["issuer"],
        modality=Modality(value["modality"]),
        addressee=value["addressee"],
        action=value["action"],
        conditions=tuple(value["conditions"]),
        penalty=value["penalty"],
        ended=value.get("ended", False),
        named=value.get("named", False),
        exceptions=tuple(value.get("exceptions", ())),
        since=value.get("since"),
        until=value.get("until"),
        status=Status(value.get("status", Status.IN_FORCE)),
        assertion=value.get("assertion", "asserted"),
    )


def read(parsed: "Parsed") -> Iterator[Reading[Policy]]:
    """The policies of a document, in text order; the same clause is read once a modality."""
    seen: set[tuple[int, int, Modality]] = set()
    for rule in _rules(parsed):
        reading = _reading(rule, parsed)
        if reading is None:
            continue
        key = (reading.start, reading.end, reading.value.modality)
        if key not in seen:
            seen.add(key)
            yield reading


def _rules(parsed: "Parsed") -> Iterator[Rule]:
    # Reading a stored policy back needs no network.
    from claims.framed import joined

    for sent in parsed.doc.sents:
        if is_boilerplate(sent):
            continue
        rules = [rule for token in sent if (rule := _rule(token)) is not None]
        told = {rule.evidence.i for rule in rules}
        maybe = (possible_rule(token) for token in sent if token.i not in told)
        yield from joined(sent, rules, [rule for rule in maybe if rule is not None])
    heads = [token for token in parsed.doc if is_command(token)]
    if heads:
        yield from commands(heads, list(quotation.read(parsed)))


def _rule(token: "Token") -> Rule | None:
    found = (reader(token) for reader in _READERS)
    return next((rule for rule in found if rule is not None), None)


def _reading(rule: Rule, parsed: "Parsed") -> Reading[Policy] | None:
    tokens = clause(rule.evidence)
    # A rule that names neither what to do nor what follows tells a reader nothing.
    if not tokens or (rule.action is None and rule.penalty is None):
        return None
    start, end = with_quote_marks(parsed.text, *_evidence(rule, tokens))
    conditions = tuple(dict.fromkeys(phrase.words for phrase in rule.conditions))
    issuer = rule.speaker or _issuer(rule, parsed)
    value = Policy(
        issuer=issuer,
        modality=rule.modality,
        addressee=_addressee(rule, parsed),
        action=rule.action.words if rule.action else None,
        conditions=conditions,
        penalty=rule.penalty.words if rule.penalty else None,
        ended=rule.ended,
        named=rule.named,
        exceptions=exceptions(conditions),
        since=since(conditions, parsed.published),
        until=until(conditions, parsed.published),
        status=status_of(rule, issuer),
        assertion=rule.assertion or "asserted",
    )
    return Reading(value, start, end, tuple(_parts(rule)))


def _evidence(rule: Rule, tokens: "list[Token]") -> tuple[int, int]:
    """The clause with all that the rule says, and with the noun that it says it of."""
    if rule.clause is not None:
        return rule.clause
    start, end = extent(tokens)
    # "Reyes lifted it": what it was is told in the sentence before.
    first = rule.evidence.doc[sentence(rule.evidence)[0]].idx
    made = [p for p in (rule.action, rule.penalty, *rule.conditions) if p and p.start >= first]
    start = min([start, *(p.start for p in made)])
    end = max([end, *(p.end for p in made)])
    for head in (rule.addressee, subject(rule.evidence) if _is_participle(rule) else None):
        if head is not None and head.i < rule.evidence.i and _stands_with(head, rule.evidence):
            start = min(start, extent(noun_phrase(head) or [head])[0])
    if rule.cue.pos_ == "NOUN" and _stands_with(rule.cue, rule.evidence):
        # "The curfew that Reyes imposed": the noun stands outside the clause.
        start = min(start, extent(noun_phrase(rule.cue, coordinated=False) or [rule.cue])[0])
    end = max(end, extent([rule.cue])[1])
    return start, end


def _addressee(rule: Rule, parsed: "Parsed") -> str | None:
    """The addressee's words, which end where the rule begins: "guards given … orders"."""
    head, keeps = rule.addressee, _keeps_participles(rule)
    if head is None:
        return None
    tokens, last = noun_phrase(head, participles=keeps), min(rule.evidence.i, rule.cue.i)
    if head.i < last and any(t.i >= last for t in tokens):
        return words([t for t in tokens if t.i < last])
    return resolved(head, parsed, participles=keeps)


def _keeps_participles(rule: Rule) -> bool:
    """Whether "wearing …" belongs to the addressee's words, and is told nowhere else."""
    return not rule.conditions and rule.evidence.head != rule.addressee


def _stands_with(head: "Token", evidence: "Token") -> bool:
    """Whether a noun stands in the same sentence, and no quote mark begins between the two."""
    between = head.doc[head.i : evidence.i]
    return sentence(head) == sentence(evidence) and not any(t.text in '“"' for t in between)


def _is_participle(rule: Rule) -> bool:
    return rule.evidence.dep_ == "acl" and rule.evidence.pos_ == "VERB"


def _issuer(rule: Rule, parsed: "Parsed") -> str | None:
    """The issuer's words, without what it rules: "an amendment allowing him to stand"."""
    if rule.issuer is None:
        return None
    return resolved(rule.issuer, parsed, participles=rule.evidence.head != rule.issuer)


def _parts(rule: Rule) -> Iterator[Part]:
    for role, head in (("issuer", rule.issuer), ("addressee", rule.addressee)):
        phrase = noun_phrase(head) if head is not None else []
        if phrase:
            yield Part(role, *extent(phrase))
    for role, made in (("action", rule.action), ("penalty", rule.penalty)):
        if made is not None:
            yield Part(role, made.start, made.end)
    for made in rule.conditions:
        yield Part("condition", made.start, made.end)
    yield Part("cue", rule.cue.idx, rule.cue.idx + len(rule.cue.text))


KIND = Kind(name="policy", read=read, from_json=from_json)
