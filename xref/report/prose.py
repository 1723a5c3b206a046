"""What was found, said in words: the sentences that every output format shares."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from claims.policy import Modality, Policy
from claims.quantity import Bound, Quantity
from claims.quotation import Quotation
from claims.registry import value
from claims.statement import Statement
from evidence.records import Claim, Document
from xref.alignment import Alignment
from xref.check import Check
from xref.counted import what
from xref.report.marked import excerpt, sentence
from xref.say import plural
from xref.sums import Sum
from xref.verdict import Verdict

BOUNDS: Mapping[Bound, str] = MappingProxyType(
    {
        Bound.EXACT: "",
        Bound.ABOUT: "about ",
        Bound.AT_LEAST: "at least ",
        Bound.MORE_THAN: "more than ",
        Bound.AT_MOST: "at most ",
        Bound.LESS_THAN: "less than ",
        Bound.RANGE: "",
    }
)
MODALITIES: Mapping[Modality, str] = MappingProxyType(
    {
        Modality.MUST: "must",
        Modality.MUST_NOT: "must not",
        Modality.MAY: "may",
    }
)
# How it stands with a thing that is ruled on.
STATES: Mapping[Modality, str] = MappingProxyType(
    {
        Modality.MUST: "required",
        Modality.MUST_NOT: "forbidden",
        Modality.MAY: "allowed",
    }
)
# What is itself a rule is in force or lifted.
RULE = re.compile(r"\b(?:curfew|lockdown|quarantine|evacuation|embargo|blockade)s?\b", re.I)
MEASURES = re.compile(r"\b(?:sanctions|restrictions)\b", re.I)
SUBJECTS: Mapping[str, str] = MappingProxyType({"them": "they", "him": "he", "her": "she"})
# "Fishing", which is no base form: "fishing: forbidden", where "bring" is "must bring".
GERUND = re.compile(r"(?!(?:[bcfkprstw]|br|cl|fl|sl|spr|st|str|sw)ing\b)\w+ing\b", re.I)
NOBODY = re.compile(r"(?:nobody|no one|none|no)\b", re.I)

# A terminal obeys these, and the last ones turn the order of the letters around.
_UNSEEN = {
    **{code: 0x2400 + code for code in range(0x20) if chr(code) not in "\n\t"},
    0x7F: 0x2421,
    **dict.fromkeys([*range(0x80, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A)], 0xFFFD),
}


def visible(text: str) -> str:
    """Text with its control characters shown instead of obeyed.

    >>> print(visible("a\\x1b[2Jb"))
    a␛[2Jb
    """
    return text.translate(_UNSEEN)


def day(document: Document) -> str:
    """The day of publication as an ISO date, or nothing."""
    return document.published.isoformat() if document.published else ""


def aligned(alignment: Alignment) -> bool:
    """Whether more than one document speaks of it."""
    return len({claim.document_id for claim in alignment.claims}) > 1


def summary(check: Check) -> str:
    """The whole check in one line."""
    together = Counter(one.verdict for one in check.alignments if aligned(one))
    alone = sum(1 for one in check.alignments if not aligned(one))
    verdicts = [f"{together[one]} {one}" for one in (Verdict.CORROBORATED, Verdict.DISPUTED)]
    if together[Verdict.UNCLEAR]:
        verdicts.append(f"{together[Verdict.UNCLEAR]} unclear")
    if together[Verdict.SINGLE_SOURCE]:
        verdicts.append(f"{together[Verdict.SINGLE_SOURCE]} by one voice only")
    found = f": {', '.join(verdicts)}" if together else ""
    return f"{count(together.total(), 'aligned claim')}{found}; {alone} stand alone"


def count(number: int, noun: str) -> str:
    """A number with its noun.

    >>> count(1, "quantity"), count(1200, "quantity"), count(0, "claim")
    ('1 quantity', '1,200 quantities', '0 claims')
    """
    return f"{number:,} {plural(noun, number)}"


def notes(check: Check) -> list[str]:
    """What is known about the documents themselves: copies, relays, agencies and sums."""
    name = names(check.documents)
    one_voice = "counted as one voice"
    copies = [f"{name[a]} carries the same text as {name[b]}: {one_voice}" for a, b in check.copies]
    relays = [f"{name[a]} passes on what {name[b]} reported: {one_voice}" for a, b in check.relays]
    wires = [
        f"{_series([name[one] for one in ids])} credit {agency}: {one_voice}"
        for agency, ids in check.wires
    ]
    return copies + relays + wires + [f"{name[one.document]}: {added(one)}" for one in check.sums]


def _series(words: Sequence[str]) -> str:
    *before, last = words
    return f"{', '.join(before)} and {last}" if before else last


def names(documents: Sequence[Document]) -> dict[str, str]:
    """What to call each document: its source, and its title or path where that has several."""
    shared = Counter(document.source for document in documents)
    return {
        document.id: document.source
        if shared[document.source] == 1
        else f"{document.source} ({document.title or document.path or document.id})"
        for document in documents
    }


def added(one: Sum) -> str:
    """A total that its document breaks down: `403 pages: 96 + 102 + 161 + 44 add up`."""
    parts = [value(part) for part in one.parts]
    shown = " + ".join(amount(part) for part in parts if isinstance(part, Quantity))
    lows = [part.low for part in parts if isinstance(part, Quantity) and part.low is not None]
    outcome = "add up" if one.holds else f"make {_number(sum(lows))}"
    if one.holds and one.remainder is not None:
        outcome = f"leave {_number(one.remainder)}"
    return f"{' '.join(one.total.text.split())}: {shown} {outcome}"


def alone(check: Check) -> dict[str, dict[str, list[str]]]:
    """What only one document says, by source and kind: a figure's words, or what it is about."""
    found: dict[str, dict[str, list[str]]] = {one.source: {} for one in check.documents}
    for alignment in check.alignments:
        if not aligned(alignment):
            claim = alignment.claims[0]
            about = claim.text if claim.kind == "quantity" else alignment.topic
            of_kind = found[claim.document.source].setdefault(claim.kind, [])
            of_kind.append(" ".join(about.split()))
    return {source: dict(sorted(kinds.items())) for source, kinds in found.items() if kinds}


def reading(claim: Claim) -> str:
    """How a claim was understood, in words and on one line."""
    said = value(claim)
    match said:
        case Quantity():
            words = _quantity(said)
        case Quotation():
            words = _quotation(said)
        case Policy():
            words = _policy(said)
        case Statement():
            words = _statement(said)
    return " ".join(words.split())


def aside(claim: Claim) -> str:
    """What a reader needs beside a claim's words: a figure's surroundings, a quotation's voice."""
    match said := value(claim):
        case Quantity():
            around = " ".join("".join(excerpt(claim, reach=60, within=sentence(claim))).split())
            return "" if around == claim.text else around
        case Quotation():
            return f"{said.speaker} {said.cue or ''}".rstrip() if said.speaker else "no speaker"
    return ""


def amount(quantity: Quantity) -> str:
    """The figure alone: `403`, `1,200.5`, `5 to 7`, `? to 7`."""
    low, high = ("?" if end is None else _number(end) for end in (quantity.low, quantity.high))
    if quantity.bound is Bound.RANGE:
        return f"{low} to {high}"
    return high if quantity.low is None else low


def _number(amount: object) -> str:
    return f"{amount:,f}".rstrip("0").rstrip(".") if "." in f"{amount:f}" else f"{amount:,f}"


def _quantity(value: Quantity) -> str:
    thing = plural(value.unit, value.low if value.low == value.high else None)
    if said := what(value):
        thing = said if value.unit[:4].lower() in said.lower() else f"{thing} ({said})"
    scope = value.scope
    within = [
        scope.place,
        scope.time,
        scope.group and f"of {scope.group}",
        scope.said_by and f"as {scope.said_by} says",
    ]
    return ", ".join([f"{BOUNDS[value.bound]}{amount(value)} {thing}", *filter(None, within)])


def _quotation(value: Quotation) -> str:
    if value.speaker is None:
        return f"no speaker ({value.form})"
    return f"{value.speaker} {value.cue or ''} ({value.speaker_kind}, {value.form})"


def _policy(value: Policy) -> str:
    conditions = value.conditions
    if value.modality is Modality.PENALTY:
        rule = f"penalty for {value.addressee or 'someone'}: {value.penalty or ''}".rstrip(": ")
        conditions = (*filter(None, [value.action]), *conditions)
    elif value.action and (value.named or GERUND.match(value.action)):
        whom = f" for {value.addressee}" if value.addressee else ""
        rule = f"{value.action}: {_state(value, value.action)}{whom}"
    else:
        negated = value.modality is Modality.MUST_NOT and NOBODY.match(value.addressee or "")
        verb = "may" if negated else MODALITIES[value.modality]
        who = value.addressee or "someone"
        rule = f"{SUBJECTS.get(who, who)} {verb} {_inside(value.action or '')}".rstrip()
        rule += f", penalty: {value.penalty}" if value.penalty else ""
    within = f" ({'; '.join(conditions)})" if conditions else ""
    issuer = f", says {value.issuer}" if value.issuer else ""
    return f"{rule}{within}{issuer}"


def _inside(act: str) -> str:
    """An act as it stands within a sentence: "Wipe them out" without its capital."""
    return act[:1].lower() + act[1:] if act[1:2].islower() else act


def _state(value: Policy, thing: str) -> str:
    if MEASURES.search(thing):
        return "lifted" if value.ended else "in force"
    if RULE.search(thing) and value.modality is not Modality.MUST_NOT:
        return "in force" if value.modality is Modality.MUST else "lifted"
    return "allowed again" if value.ended else STATES[value.modality]


def _statement(value: Statement) -> str:
    return ", ".join(_clause(value))


def _clause(value: Statement) -> Iterator[str]:
    negation = "not " if value.negated else ""
    members = [value.subject, f"{negation}{value.predicate}", value.object]
    yield " · ".join(member for member in members if member)
    yield from filter(None, [value.date, value.place, "hedged" if value.hedged else None])
