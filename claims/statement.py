"""Statements: asserted events and states with a named or definite participant."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING, Any

from claims.assertion import (
    is_asserted,
    is_boilerplate,
    is_frame,
    is_hedged,
    is_outcome,
    raised,
)
from claims.checkable import is_rule, is_standing_rule, is_talk
from claims.circumstance import place, when
from claims.clause import agent, case_of, is_passive, is_time, is_yet_to, negated, subject
from claims.kind import Kind, Part, Reading
from claims.logistic import Traits
from claims.occasion import named, occasion
from claims.participant import Participant, participant, resolved
from claims.phrase import extent, listed, noun_phrase, with_quote_marks
from claims.predicate import LENGTHS, Predicate, predicate
from claims.verbs import lemma
from claims.wording import clause
from claims.worth import CERTAIN, LEAST, Clause, traits, worth

if TYPE_CHECKING:
    from spacy.tokens import Token

    from claims.parsed import Parsed

# What makes a clause that hangs on another one more than its date.
_SAYING_MORE = ("figures", "a name", "dated")
_ASIDE = frozenset({",", "–", "—", "-"})
# What a participle can tell of a thing: "a report written by …", "the man shot by …".
_MAKING = listed(
    """
    write publish sign found establish author compile draft issue release send obtain leak kill
    arrest attack shoot build design direct produce commission detain murder buy sell acquire steal
    hijack bomb invade capture record film take own operate
    """
)


@dataclass(frozen=True, slots=True)
class Statement:
    """Who did what to whom, where and when; `predicate` is a lemma with its particle.

    `hedged` means that the document itself does not vouch for it ("allegedly", "reportedly").
    `date` is an ISO date, month or year where it can be resolved, else the words used.
    """

    subject: str | None
    predicate: str
    object: str | None = None
    negated: bool = False
    hedged: bool = False
    date: str | None = None
    place: str | None = None

    def to_json(self) -> dict[str, Any]:
        """The dict of the public JSON."""
        return asdict(self)


def from_json(value: Mapping[str, Any]) -> Statement:
    """Read a stored statement back."""
    return Statement(**value)


def read(parsed: "Parsed") -> Iterator[Reading[Statement]]:
    """The statements of a document, in text order: one for each asserted clause."""
    for reading, told in weighed(parsed):
        value = worth(told)
        if value >= LEAST:
            yield replace(reading, worth=value)


def weighed(parsed: "Parsed") -> Iterator[tuple[Reading[Statement], Traits]]:
    """Every clause that could be a statement, with the traits that tell how worth checking."""
    for sentence in parsed.doc.sents:
        if is_boilerplate(sentence):
            continue
        for token in sentence:
            for found in (_reading(token, parsed), _spoken(token, parsed)):
                if found is not None:
                    yield found


def _reading(head: "Token", parsed: "Parsed") -> tuple[Reading[Statement], Traits] | None:
    if head.dep_ == "acl" and lemma(head) in _MAKING and is_passive(head):
        made = _made(head, parsed) if agent(head) is not None and _is_near(head) else None
        return (made[0], CERTAIN) if made is not None else None
    if not (is_asserted(head) or is_outcome(head)):
        return None
    inner = raised(head)
    if inner is None and is_frame(head):
        return None
    return _made(inner or head, parsed, above=head)


def _spoken(verb: "Token", parsed: "Parsed") -> tuple[Reading[Statement], Traits] | None:
    """That somebody gave the speech in which they said something."""
    noun = occasion(verb) if verb.pos_ == "VERB" else None
    who = subject(verb) if noun is not None else None
    tokens = clause(verb) if noun is not None else []
    if noun is None or who is None or not tokens:
        return None
    where = place(noun) or place(verb)
    value = Statement(
        subject=resolved(who, parsed),
        predicate="give",
        object=named(noun),
        date=when(verb, parsed.published) or when(noun, parsed.published),
        place=resolved(where, parsed) if where is not None else None,
    )
    start, end = with_quote_marks(parsed.text, *extent(tokens))
    parts = (Part("subject", *extent(noun_phrase(who) or [who])),)
    return Reading(value, start, end, parts), CERTAIN


def _is_near(participle: "Token") -> bool:
    """Whether no other noun than its own stands before a participle: "loss from oil sold by …"."""
    before = participle.nbor(-1) if participle.i else participle
    return before == participle.head or before.pos_ != "NOUN" or case_of(before) == "of"


def only_identifies(head: "Token") -> bool:
    """Whether a relative clause says which is meant ("the man who …") rather than what happened.

    A clause after a comma or a name says something new about its noun.
    """
    while head.dep_ == "conj" and head.head != head:
        head = head.head
    if head.dep_ != "acl:relcl":
        return False
    first = head.left_edge
    before = head.doc[first.i - 1].text if first.i else ""
    apart = first.text in _ASIDE or before in _ASIDE
    named = head.head.ent_type_ in ("PER", "ORG", "LOC")
    if any(t.lower_ == "that" for t in (first, *head.children) if t.tag_ != "IN"):
        return True
    noun = head.head
    # "At noon, which left 12 dead": what left them dead is the whole clause.
    if noun.pos_ not in ("NOUN", "PROPN", "PRON") or is_time(noun) or lemma(noun) in LENGTHS:
        return True
    return not apart and (not named or first.lower_ == "whose")


def _made(
    head: "Token", parsed: "Parsed", above: "Token | None" = None
) -> tuple[Reading[Statement], Traits] | None:
    """The statement at `head`; `above` is the clause that carries its tense, if another."""
    outer = above or head
    what = predicate(head)
    if what is None or is_rule(what) or is_standing_rule(outer):
        return None
    who = participant(what.subject, parsed) if what.subject is not None else None
    where = place(head)
    whom = _object(what, parsed, where, whole=above is not None)
    if is_talk(what, who, whom):
        return None
    identifies = above is not None and only_identifies(above)
    told = traits(Clause(head, outer, what, who, whom), parsed, identifies=identifies)
    if outer.dep_ == "advcl" and told["short"] and not any(told[it] for it in _SAYING_MORE):
        # "When the flood arrived" only dates the rest.
        return None
    value = Statement(
        subject=who.words if who else None,
        predicate=what.words,
        object=whom.words if whom else None,
        negated=negated(outer) or (outer != head and negated(head)),
        hedged=(outer != head and not is_yet_to(outer)) or is_hedged(outer),
        date=when(head, parsed.published),
        place=resolved(where, parsed) if where is not None and where != what.object else None,
    )
    tokens = clause(outer) if above is not None else noun_phrase(head.head)
    # "Had": what a broken parse leaves of a clause tells nobody anything.
    if sum(token.is_alpha for token in tokens) < 2:
        return None
    start, end = with_quote_marks(parsed.text, *extent(tokens))
    return Reading(value, start, end, tuple(_parts(what, head))), told


def _object(
    what: Predicate, parsed: "Parsed", where: "Token | None", *, whole: bool
) -> Participant | None:
    """The object, without the place where it happened: "arrested two men in Leeds"."""
    if what.object is None:
        return None
    state = what.words.partition(" ")[0] == "be"
    without = [where] if where is not None and where.head == what.object and not state else []
    return participant(what.object, parsed, participles=whole, without=without)


def _parts(what: Predicate, head: "Token") -> Iterator[Part]:
    for role, token in (("subject", what.subject), ("object", what.object)):
        phrase = noun_phrase(token) if token is not None else []
        if phrase:
            yield Part(role, *extent(phrase))
    yield Part("predicate", head.idx, head.idx + len(head.text))


KIND = Kind(name="statement", read=read, from_json=from_json)
