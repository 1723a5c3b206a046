"""Rules that a noun names, and orders given in speech: "a ban on …", "shoot to kill" orders."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from claims.action import action
from claims.clause import agent, case_of, is_finite, is_passive, subject, undergoer
from claims.condition import limit_phrases
from claims.deontic import COERCIVE, ENDING, ISSUING, ORDERABLE, RULING, RULING_NOUNS, Modality
from claims.participant import is_generic
from claims.phrase import (
    CLOSING,
    OPENING,
    Phrase,
    child,
    children,
    is_mark,
    noun_phrase,
    phrase,
    sentence,
)
from claims.rule import Rule, addresses, can_obey, is_body, is_real, reported_issuer
from claims.verbs import lemma

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from claims.kind import Reading
    from claims.quotation import Quotation


_PERSISTING = frozenset({"keep", "stick", "continue", "start", "begin"})
_BANS = frozenset({"ban", "prohibition", "moratorium", "embargo"})
# A ban that ends is a permission; an order that ends is no rule.
_ENDED = {Modality.MUST_NOT: Modality.MAY}


def noun_rule(head: "Token") -> Rule | None:
    """ "a ban on exports", "orders to fire", "guards given “shoot to kill” orders", "a curfew"."""
    modality = RULING_NOUNS.get(lemma(head))
    if modality is None or head.pos_ != "NOUN" or head.dep_ in ("compound", "fixed"):
        return None
    # "in order to", "out of order"
    if case_of(head) in ("in", "out of", "by", "until", "without", "per"):
        return None
    if case_of(head) == "under" and _quoted_before(head) is None:
        return None
    verb = _issuing_verb(head) or _verb_before_quote(head)
    if verb is not None and lemma(verb) in ENDING:
        modality = _ENDED.get(modality)
    what = _content(head)
    # "the ban on …" points back at a rule that was told before.
    det = child(head, "det")
    if verb is None and det is not None and det.lower_ in ("the", "this", "that", "these"):
        return None
    if modality is None or what is None or not is_real(verb if verb is not None else head):
        return None
    return Rule(
        modality,
        head,
        verb if verb is not None else head,
        _maker(head, verb),
        _receiver(head, verb),
        what,
        tuple(limit_phrases(verb)) if verb is not None else (),
    )


def _issuing_verb(head: "Token") -> "Token | None":
    verb = head.head
    if head.dep_ not in ("obj", "nsubj:pass", "iobj", "obl", "xcomp") or verb.pos_ != "VERB":
        return None
    return verb if lemma(verb) in ISSUING or lemma(verb) in ENDING else None


def _quoted_before(head: "Token") -> "Span | None":
    """The words in quote marks right before the noun: “shoot to kill” orders."""
    doc, last = head.doc, head.i - 1
    if last < 0 or doc[last].text not in CLOSING:
        return None
    for start in range(last - 1, max(sentence(head)[0], last - 10) - 1, -1):
        if doc[start].text in OPENING:
            return doc[start + 1 : last] if start < last - 1 else None
    return None


def _verb_before_quote(head: "Token") -> "Token | None":
    quoted = _quoted_before(head)
    if quoted is None or quoted.start < 2:
        return None
    verb = head.doc[quoted.start - 2]
    return verb if verb.pos_ == "VERB" and lemma(verb) in ISSUING else None


def _content(head: "Token") -> Phrase | None:
    """What the noun orders or forbids, in the words beside it."""
    for part in children(head, "acl"):
        if part.tag_ == "VB":
            return action(part)
        mark = child(part, "mark")
        if mark is not None and mark.lower_ == "that":
            return action(part)
    if lemma(head) == "curfew":
        return phrase(noun_phrase(head)) if child(head, "det", "amod", "compound") else None
    for part in children(head, "nmod"):
        if case_of(part) in ("on", "against", "of") and lemma(head) in (
            "ban",
            "prohibition",
            "moratorium",
            "embargo",
        ):
            return phrase(noun_phrase(part))
    if lemma(head) == "order":
        return _named_order(head)
    return None


def _named_order(head: "Token") -> Phrase | None:
    """The words in front of "orders" that say what is ordered: in quote marks, or a known act."""
    quoted = _quoted_before(head)
    if quoted is not None:
        return phrase(list(quoted))
    doc = head.doc
    parts = children(head, "compound", "amod")
    if any(lemma(t) in ORDERABLE for t in parts):
        return phrase([t for t in parts if lemma(t) in ORDERABLE])
    first, start = sentence(head)[0], head.i
    while start > first and (doc[start - 1].text == "-" or doc[start - 2].text == "-"):
        start -= 1
    hyphenated = list(doc[start : head.i])
    return phrase(hyphenated) if len(hyphenated) > 3 else None


def _maker(head: "Token", verb: "Token | None") -> "Token | None":
    owner = child(head, "nmod:poss")
    if owner is not None and is_body(owner):
        return owner
    if verb is None:
        return None
    who = agent(verb) if is_passive(verb) else subject(verb)
    if who == head or lemma(verb) in ("receive", "face", "have"):
        return None
    if who is not None and is_body(who):
        return who
    return reported_issuer(verb) if is_finite(verb) else None


def _receiver(head: "Token", verb: "Token | None") -> "Token | None":
    if verb is None:
        return _under_orders(head)
    if lemma(verb) in ("receive", "face", "have"):
        return subject(verb)
    for part in children(verb, "obl"):
        if case_of(part) == "to" and can_obey(part):
            return part
    if lemma(verb) == "give":
        who = child(verb, "iobj") or (undergoer(verb) if is_passive(verb) else None)
        who = who if who is not None and who != head else _noun_before(verb)
        return who if who is not None and addresses(who) else None
    return None


def _under_orders(head: "Token") -> "Token | None":
    """Whoever is "under “shoot to kill” orders"."""
    quoted = _quoted_before(head)
    if quoted is None or quoted.start < 2 or head.doc[quoted.start - 2].lower_ != "under":
        return None
    for top in (head, head.head):
        who = subject(top) if child(top, "cop") is not None else None
        if who is not None and addresses(who):
            return who
    return None


def _noun_before(verb: "Token") -> "Token | None":
    """The noun right in front of a participle: "with guards in the tower given …"."""
    if not verb.i or verb.tag_ != "VBN":
        return None
    noun = verb.doc[verb.i - 1]
    while noun.head != noun and noun.head.i < verb.i and noun.dep_ in ("nmod", "flat", "conj"):
        noun = noun.head
    return noun if noun.pos_ in ("NOUN", "PROPN") else None


def commands(
    heads: Iterable["Token"], quotations: "Sequence[Reading[Quotation]]"
) -> Iterator[Rule]:
    """Orders in somebody's quoted words: "Round up everyone who …"."""
    for head in heads:
        inside = next((q for q in quotations if q.start <= head.idx < q.end), None)
        if inside is None or inside.value.form == "indirect":
            continue
        top = head.head if head.tag_ == "VBG" else head
        yield Rule(
            Modality.MUST,
            head,
            top,
            addressee=_told(head, inside.start),
            action=_commanded(top),
            conditions=tuple(limit_phrases(head)),
            speaker=inside.value.speaker,
        )


def _commanded(head: "Token") -> Phrase | None:
    """The command in the words of the text, with an object that the parse gave to another verb."""
    what, goal = action(head), _goal(head)
    if what is None or goal is None or goal.head == head or goal.head.i > head.i:
        return what
    return phrase(list(head.doc[head.i : goal.right_edge.i + 1]))


def _goal(head: "Token") -> "Token | None":
    """The object of a command; right behind the verb if the parse has none."""
    own = child(head, "obj")
    last = child(head, "compound:prt") or head
    if own is not None or last.i + 1 >= len(head.doc):
        return own
    following = last.nbor()
    return following if following.dep_ == "obj" and following.head.i < head.i else None


def _told(head: "Token", start: int) -> "Token | None":
    """Whom the words before a quotation say it orders: "who ordered local officials to: …"."""
    before = [t for t in head.doc[max(head.i - 300, 0) : head.i] if t.idx < start][-40:]
    for token in reversed(before):
        if token.is_sent_start and token.idx + 200 < start:
            break
        if RULING.get(lemma(token)) is Modality.MUST and token.pos_ == "VERB":
            return child(token, "obj", "iobj")
    return None


def is_command(head: "Token") -> bool:
    """Whether a verb commands some act of force: bare, without a subject of its own."""
    if head.tag_ == "VBG" and lemma(head.head) in _PERSISTING and lemma(head) in COERCIVE:
        # "keep arresting them"
        return head.head.tag_ == "VB" and _is_bare(head.head) and child(head, "obj") is not None
    if head.tag_ != "VB" or lemma(head) not in COERCIVE or not _is_bare(head):
        return False
    if head.dep_ == "conj" and lemma(head.head) in COERCIVE and _is_bare(head.head):
        return False
    target = _goal(head)
    if target is None or (target.pos_ == "PRON" and not is_generic(target) and not _named(target)):
        return False
    # "offensive … round up everyone": an omission hides that a new sentence begins.
    if head.dep_ == "xcomp" and head.i and is_mark(head.doc[head.i - 1]):
        return True
    return head.dep_ in ("root", "parataxis", "ccomp", "list") or (
        head.dep_ in ("conj", "advcl") and _is_bare(head.head)
    )


def _is_bare(head: "Token") -> bool:
    return child(head, "nsubj", "nsubj:pass", "aux", "mark", "cop") is None


def _named(target: "Token") -> bool:
    return target.lower_ in ("them", "him", "her")
