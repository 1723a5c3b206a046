"""What a figure with a unit is a share, a price or a measure of."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from claims import units
from claims.counted_noun import NOUNS, first_noun, phrase, trimmed
from claims.figures import Figure
from claims.phrase import child, words
from claims.quantity_words import BUYING, MEASURING, SETTING, SPENDING
from claims.subject import SUBJECTS
from claims.units import Dimension
from claims.verbs import lemma as lemma_of
from claims.words import word_set

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_CLAUSES_OF_NOUNS = ("acl", "acl:relcl")
# A limit of time or distance measures nothing: "within two miles of the river".
_AROUND = frozenset({"within", "after", "before", "until"})
_BEFORE_NOUN = ("nummod", "compound", "amod", "nmod:unmarked", "nmod:desc", "nmod:poss")
_GOVERNED = ("obj", "obl", "xcomp", "advmod", "obl:unmarked", "nmod", "dep", "nummod", "advcl")
# What may stand between two figures for one thing: "$35 million, or 31 cents a share, compared
# with …", "fell 10% to $118 million from $130.6 million", "€20,000 (£17,500; $22,900)".
_GOING_ON = word_set(
    "or from to up down compared with versus against about nearly almost a an per share unit barrel"
    " ounce tonne ton year month week day hour minute head person and at least more than over some"
)
_LINKS = word_set("or from to up down compared versus against ( ;")
_LONGEST_LINK = 8
# "In trading", "in total" say where or how, not what kind of money it is.
_WAYS = word_set(
    "trading total all part value return exchange response addition fact turn advance future"
    " general particular place excess size length width height depth weight diameter time court"
    " question line"
)
_QUALITIES = word_set("long deep tall wide high thick broad across square round")
_DEALS = word_set("acquisition purchase sale deal takeover buyout contract")
_CHANGES = word_set(
    "increase rise decrease drop fall decline cut reduction growth jump gain hike surge change"
)


@dataclass(frozen=True, slots=True)
class Counted:
    """What is counted: the unit, the phrase and its tokens, and the noun that the evidence ends
    with, if it stands behind the number.

    `outcome` is what became of those counted, `head` the noun that place and time belong to.
    """

    unit: str
    phrase: str | None = None
    tokens: "Sequence[Token]" = ()
    end: int | None = None
    head: "Token | None" = None
    outcome: str | None = None

    @property
    def says_what(self) -> bool:
        """Whether more than the unit is known."""
        return self.phrase is not None or self.outcome is not None


@dataclass(frozen=True, slots=True)
class Earlier:
    """The figure before in the same sentence: where it ends, as a token, and what it is of."""

    end: int
    what: Counted


def measured(figure: Figure, number: "Span", last: Earlier | None = None) -> Counted | None:
    """The unit, and what is measured in it where the clause says so.

    `last` is the figure before in its sentence, which may be for the same thing.
    """
    if figure.unit is None:
        return None
    if figure.counted:
        return Counted(figure.unit.name, figure.counted)
    doc = number.doc
    # "$5": the parse hangs the number on the sign.
    first = min(figure.number.start, figure.unit.start)
    span = doc.char_span(first, figure.end, alignment_mode="expand") or number
    whole = doc.char_span(figure.start, figure.end, alignment_mode="expand") or span
    if figure.unit.dimension is Dimension.TIMES:
        return _repeated(figure.unit.name, span)
    head = _measured(span, whole, figure.unit.dimension)
    if head is None or head.pos_ not in NOUNS or _is_measure(head):
        return _gone_on(figure, whole, last) or Counted(figure.unit.name)
    if whole.start <= head.i < whole.end:
        return Counted(figure.unit.name)
    outside = [token for token in phrase(head) if not whole.start <= token.i < whole.end]
    tokens = trimmed([*outside, *_joined(head)], head)
    return Counted(figure.unit.name, words(tokens) or None, tokens, head=head)


def _joined(head: "Token") -> "list[Token]":
    """The "and development" of "research and development", which have one figure together."""
    other, doc = child(head, "conj"), head.doc
    if other is None or other.i != head.i + 2 or doc[head.i + 1].lower_ != "and":
        return []
    return [doc[head.i + 1], other] if other.pos_ == head.pos_ == "NOUN" else []


def _sized(span: "Span") -> "Token | None":
    """What is so long or deep: "the lake is 30 metres deep", "the bridge, 300 metres long,"."""
    quality = span.root.head
    if quality.lower_ not in _QUALITIES or span.root.i > quality.i:
        return None
    subject = child(quality, *SUBJECTS)
    if subject is not None:
        return subject
    if quality.dep_ not in ("amod", "acl", "appos") or quality.head.i > span.start:
        return None
    # "The bridge in Velm, 300 metres long": the parse may take the name for it.
    noun = quality.head
    return noun.head if noun.ent_type_ and noun.dep_ == "nmod" else noun


def _measured(span: "Span", whole: "Span", dimension: Dimension) -> "Token | None":
    doc = span.doc
    if span.start and doc[span.start - 1].lower_ in _AROUND:
        return subject_measured(span.root)
    head = _complement(span) or _sized(span)
    if head is None and dimension in (Dimension.MONEY, Dimension.TIME):
        head = _kind(doc, whole.end)
    head = head or _container(whole, dimension)
    if head is None and dimension is Dimension.MONEY:
        head = _paid_for(span.root)
    return head or subject_measured(span.root)


def _repeated(unit: str, span: "Span") -> Counted:
    head = _complement(span) or _container(span, Dimension.TIMES)
    if head is not None and head.pos_ in NOUNS and not span.start <= head.i < span.end:
        tokens = trimmed([t for t in phrase(head) if not span.start <= t.i < span.end], head)
        return Counted(unit, words(tokens) or None, tokens, head=head)
    done = _done(span.root)
    return Counted(unit, done.lower_ if done else None, [done] if done else ())


def _done(times: "Token") -> "Token | None":
    """What was done so many times: "arrested four times"."""
    verb = times.head
    beside = times.dep_ in ("obl", "obl:unmarked", "advmod", "obl:npmod", "obl:tmod", "nummod")
    return verb if beside and verb.pos_ == "VERB" else None


def _gone_on(figure: Figure, whole: "Span", last: Earlier | None) -> Counted | None:
    """What the figure before is of, where only words such as "or", "from" and "up" lie between."""
    if figure.unit is None or last is None or last.what.phrase is None:
        return None
    between = whole.doc[last.end : whole.start]
    said = [token.lower_ for token in between if token.text not in (",", ")", "-", "$")]
    if not 0 < len(said) <= _LONGEST_LINK or not set(said) & _LINKS:
        return None
    if any(word not in _GOING_ON | _LINKS for word in said):
        return None
    return replace(last.what, unit=figure.unit.name, end=None)


def _is_measure(noun: "Token") -> bool:
    named = noun.text == "$" or units.named(noun.text) is not None
    return named or noun.ent_type_ in ("DATE", "TIME")


def _complement(span: "Span") -> "Token | None":
    """The noun after "of": "30% of voters", "half the houses", "3 km of road"."""
    doc, at = span.doc, span.end
    if at < len(doc) and doc[at].lower_ == "of":
        return first_noun(doc, at + 1)
    if span.text.lower().endswith("half") and at < len(doc) and doc[at].lower_ in ("the", "its"):
        return first_noun(doc, at)
    return None


def _kind(doc: "Doc", at: int) -> "Token | None":
    """What the money or time is: "$187 million in aid", "10 years in jail"."""
    if at + 1 >= len(doc) or doc[at].lower_ != "in":
        return None
    first = doc[at + 1]
    if first.pos_ not in ("NOUN", "ADJ") or first.text[:1].isupper() or first.ent_type_:
        return None
    noun = first_noun(doc, at + 1)
    return noun if noun is not None and noun.pos_ == "NOUN" and noun.lower_ not in _WAYS else None


def _container(span: "Span", dimension: Dimension) -> "Token | None":
    """The noun that a measure describes: "a fine of $500", "a $500 fine", "a 3% rise in prices"."""
    root, at = span.root, span.start - 1
    if at > 0 and span.doc[at].lower_ == "of" and span.doc[at - 1].pos_ in NOUNS:
        return span.doc[at - 1]
    if root.dep_ == "nmod" and root.head.i < span.start:
        case = child(root, "case")
        if case is not None and case.lower_ in ("to", "from") and root.head.lower_ in _CHANGES:
            return child(root.head, "nmod")
        price = dimension is Dimension.MONEY and case is not None and case.lower_ == "for"
        return root.head if price or (case is not None and case.lower_ == "of") else None
    if root.dep_ in _BEFORE_NOUN and span.end <= root.head.i <= span.end + 5:
        return root.head
    return None


def _paid_for(root: "Token") -> "Token | None":
    """What the money goes to: "spent $5m on research", "bought the house for $5m"."""
    verb, case = root.head, child(root, "case")
    if case is not None:
        # Of an active clause the object: whoever buys is not for sale.
        goods = child(verb, "obj") or child(verb, "nsubj:pass") if root.dep_ == "obl" else None
        deal = goods is not None and (verb.lower_ in BUYING or goods.lower_ in _DEALS)
        return goods if deal and case.lower_ in ("for", "at") else None
    if root.dep_ != "obj" or verb.lower_ not in SPENDING:
        return None
    for part in (*verb.children, *root.children):
        goes = child(part, "case")
        aim = goes is not None and goes.lower_ in ("on", "for", "in") and part.i > root.i
        if aim and part.dep_ in ("obl", "nmod") and part.pos_ == "NOUN" and not part.ent_type_:
            return part
    return None


def subject_measured(root: "Token") -> "Token | None":
    """The thing measured by the clause: "the bridge cost $3 million", "turnout was 71%"."""
    if child(root, "cop") is not None:
        return child(root, *SUBJECTS)
    if any(part.lower_ in _AROUND for part in root.children if part.dep_ == "case"):
        return None
    # "Closed up 25 cents": the parse may hang the figure on the "up".
    if root.dep_ == "conj" and root.head.i < root.i and _is_measure(root.head):
        root = root.head
    verb = root.head
    if verb.lower_ in ("up", "down", "off", "higher", "lower"):
        verb = verb.head
    if root.dep_ not in _GOVERNED or verb.lower_ not in MEASURING:
        return None
    return _subject_of(verb)


def _subject_of(verb: "Token") -> "Token | None":
    """The subject, of a clause that describes a noun the noun: "charges totalling $5m".

    Whoever estimates something at so much is not measured by it.
    """
    told = child(verb, "obj")
    if told is not None and lemma_of(verb) in SETTING:
        return told
    subject = child(verb, *SUBJECTS)
    if subject is not None and subject.tag_ in ("WDT", "WP"):
        subject = None
    if subject is None and verb.dep_ in _CLAUSES_OF_NOUNS:
        return verb.head
    if subject is None and verb.tag_ == "VBG" and verb.i and verb.nbor(-1).pos_ == "NOUN":
        return verb.nbor(-1)
    if subject is None and verb.dep_ in ("conj", "advcl", "xcomp") and verb.head.pos_ == "VERB":
        return child(verb.head, *SUBJECTS)
    return subject
