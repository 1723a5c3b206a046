"""The parts of a frame as phrases: what limits a rule, what is done, who is meant."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from claims.clause import SUBJECTS, case_of, is_finite, is_time, subject, target
from claims.deontic import BOUND_TO_PLACE, ENDING, ISSUING, LAWS, RULING, RULING_NOUNS, Modality
from claims.frames import Frame
from claims.phrase import Phrase, listed, phrase, subtree, trimmed
from claims.predicate import LENGTHS
from claims.ruled_things import is_act
from claims.verbs import lemma

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

# What ties a noun to a noun, seldom a limit to a rule: "imports from Hungary".
_OF_NOUNS = frozenset({"of", "from", "against", "between", "about"})
# Why a rule was made limits nothing.
_PURPOSE = re.compile(
    r"(?:in\sorder|so\sas)\sto\b|in\s(?:an?|its|his|her|their)\s(?:attempt|bid|effort|move)\sto\b"
    r"|to\s(?:prevent|avoid|avert|deter|curb|combat|fight|counter|stop)\b"
    r"|because\b|due\sto\b|in\s(?:response|protest|retaliation|reaction)\b",
    re.IGNORECASE,
)
# What a noun without a preposition is to a sentence, and limits nothing; the second member of "in
# the park and the square" shares its preposition.
_BARE = frozenset(
    {"nsubj", "nsubj:pass", "obj", "iobj", "nmod", "nmod:poss", "obl", "appos", "flat"}
)
_GROUNDS = frozenset({"charge", "ground", "suspicion", "allegation"})
_EXCEPTING = frozenset({"without", "unless", "except", "excluding", "but"})
# With these what limits a rule begins, and seldom what says more of a noun.
_LASTING = frozenset(
    {"until", "till", "since", "without", "within", "unless", "except", "before", "after", "during",
     "between", "while", "if", "when", "as", "from"}
)  # fmt: skip
_SURELY = listed("until till since without unless except excluding")
_PLACING = listed("in on at under near inside outside across upon throughout")
_NOBODY = frozenset({"the", "a", "an", "mr.", "mrs.", "ms.", "its", "their", "no"})
# The longest joint of a list: ", or ".
_JOINT = 5
# A list of clauses has so many words at least.
_SHORTEST = 6
_TELLING = frozenset({"NOUN", "PROPN", "VERB", "NUM", "ADJ"})


def parted(
    deed: Phrase | None, seen: Sequence[Phrase], doc: "Doc"
) -> tuple[Phrase | None, list[Phrase]]:
    """What is to be done without the conditions that end it, and the conditions outside of it.

    "Cast ballots for weeks" is an act and how long; "a two-week curfew" says already how long.
    """
    kept: list[Phrase] = []
    for one in sorted(seen, key=lambda part: -part.end):
        if deed is not None and _meet(deed, one):
            if _is_of_noun(deed, one, doc):
                continue
            begun = doc.char_span(deed.start, one.start, alignment_mode="contract")
            made = phrase(trimmed(begun)) if begun is not None and one.end >= deed.end else None
            if made is None:
                continue
            deed = made
        kept.append(one)
    return deed, kept[::-1]


def _is_of_noun(deed: Phrase, one: Phrase, doc: "Doc") -> bool:
    """Whether a seeming condition says of a noun in the action which is meant: "exile in Mali"."""
    span = doc.char_span(one.start, one.end, alignment_mode="contract")
    inside = doc.char_span(deed.start, deed.end, alignment_mode="contract")
    if span is None or inside is None or span.root.dep_ != "nmod":
        return False
    noun = span.root.head
    return inside.start <= noun.i < inside.end and (
        noun != inside.root or (span[0].lower_ in _OF_NOUNS)
    )


def given_back(
    told: Sequence[Phrase], deed: Phrase | None, frame: Frame, doc: "Doc"
) -> tuple[list[Phrase], Phrase | None]:
    """The conditions without those that the network sees as part of what is done, and the deed
    with them.

    Behind a noun they say more of it, "use force | on invaders"; "park | on the quay" is limited.
    """
    kept: list[Phrase] = []
    places = [(doc[a].idx, doc[b - 1].idx + len(doc[b - 1].text)) for a, b in frame.of("action")]
    for one in told:
        inside = any(start <= one.start and one.end <= end for start, end in places)
        near = deed is not None and 0 <= one.start - deed.end <= 1
        span = doc.char_span(deed.start, one.end, alignment_mode="contract") if deed else None
        before = [t for t in span or () if t.idx < one.start]
        if inside and near and before and before[-1].pos_ in ("NOUN", "PROPN"):
            deed = phrase(list(span or ())) or deed
        else:
            kept.append(one)
    return kept, deed


def confirmed(
    told: Sequence[Phrase], seen: Sequence[Phrase], frame: Frame, doc: "Doc"
) -> list[Phrase]:
    """The conditions that words and trees give, without places in which the network sees nothing.

    "The council approved the ban | at a meeting | for a year": a tree has both for limits.
    """
    acts = [Phrase("", doc[a].idx, doc[b - 1].idx + 1) for a, b in frame.of("action")]
    return [
        one
        for one in told
        if one.words.split()[0].lower() not in _PLACING
        or any(_meet(one, other) for other in (*seen, *acts))
    ]


def chosen(told: Sequence[Phrase], seen: Sequence[Phrase]) -> tuple[Phrase, ...]:
    """The conditions that words and trees give, if several, else those that the network sees."""
    listed_so = all(later.start - one.end <= _JOINT for one, later in pairwise(seen))
    met = all(any(_meet(own, one) for one in seen) for own in told)
    missed = len(seen) > len(told) and listed_so and met
    if not seen or (len(told) > 1 and not missed):
        return tuple(dict.fromkeys(told))
    # Of one condition that both have, the words of the tree; two stretches that the network sees
    # may lie in one of the tree's.
    both = [next((own for own in told if _meet(own, one)), one) for one in seen]
    # Until when and without what: of that a tree alone is sure.
    both += [one for one in told if one.words.split()[0].lower() in _SURELY]
    return tuple(sorted(dict.fromkeys(both), key=lambda one: one.start))


def _meet(one: Phrase, other: Phrase) -> bool:
    return one.start < other.end and other.start < one.end


def conditions(frame: Frame, doc: "Doc") -> tuple[Phrase, ...]:
    """What limits the rule, exceptions too, without what only says why it was made."""
    places: list[tuple[int, int]] = []
    left_out = {start for start, _ in frame.of("exception")}
    for start, end in sorted(frame.of("condition") + frame.of("exception")):
        # "Who" and "breaks the curfew": what nothing parts is one, a hyphen as well; but "after
        # dark" is one thing, and "without leave" what is excepted from it.
        near = places[-1][1] if places else -1
        begins = start in left_out and doc[start].lower_ in _EXCEPTING
        if (near == start and not begins) or (near == start - 1 and doc[near].tag_ == "HYPH"):
            start = places.pop()[0]
        places.append((start, end))
    members = (one for place in places for one in _members(doc[slice(*place)]))
    parts = (_unframed(list(one)) for one in members)
    # "Instead" and "therefore" limit nothing.
    told = [part for part in parts if any(t.pos_ in _TELLING for t in part)]
    made = (phrase(part) for part in told if _is_limit(part, frame, doc))
    return tuple(one for one in made if one is not None)


def _members(span: "Span") -> "list[Span]":
    """ "Who wears a veil, prays in public or learns the language": three, however it is parsed."""
    if span[0].tag_ != "WP" or len(span) < _SHORTEST or span[1].tag_ not in ("VBZ", "VBP"):
        return [span]
    cuts = [token.i for token in span[2:] if _begins_member(token, span)]
    bounds = [span.start, *cuts, span.end]
    return [span.doc[start:end] for start, end in pairwise(bounds)]


def _begins_member(token: "Token", span: "Span") -> bool:
    """Whether a verb like the first stands there, right behind a comma, "or" or "and"."""
    if token.nbor(-1).lower_ not in (",", "or", "and") or token.i + 1 >= span.end:
        return False
    if token.tag_ == span[1].tag_:
        return True
    # "Prays in public" may be read as a noun.
    alike = span[1].tag_ == "VBZ" and token.tag_ == "NNS"
    return alike and token.nbor(1).pos_ in ("ADP", "DET")


def _tied(span: "Span") -> "Span":
    """A stretch with the preposition before it: "for" of "for | its nuclear program"."""
    first, root = span.start, span.root
    ties = [t.i for t in root.children if t.dep_ in ("case", "mark") and t.i < first]
    inside = {t.i for t in subtree(root)}
    whole = bool(ties) and all(i in inside for i in range(min(ties), first))
    return span.doc[min(ties) : span.end] if whole else span


def _is_limit(tokens: Sequence["Token"], frame: Frame, doc: "Doc") -> bool:
    """Whether a stretch limits the rule, and tells neither why it was made nor who made it."""
    span = doc[tokens[0].i : tokens[-1].i + 1]
    return not (
        # "As well as patients" are others whom the rule is put on.
        span.text.lower().startswith(("as well as", "well as"))
        or _is_reason(_tied(span), frame, doc)
        or _is_bare(span, frame)
        or _says_who_rules(span, frame)
        or _is_past(span)
        or _is_of_act(span)
    )


def _is_of_act(span: "Span") -> bool:
    """Whether a stretch says what is done rather than where: "running | in the poll"."""
    root = span.root
    placed = root.dep_ == "obl" and case_of(root) in ("in", "on", "at", "under")
    return placed and not is_time(root) and lemma(root.head) in BOUND_TO_PLACE


def _is_reason(span: "Span", frame: Frame, doc: "Doc") -> bool:
    """Whether a phrase tells why: "in order to …", "sanctions … for its nuclear program"."""
    if _PURPOSE.match(span.text):
        return True
    above = span.root.head.head if span.root.dep_ == "acl" else span.root.head
    if span[0].tag_ == "TO" and above.tag_ in ("VBD", "VBN"):
        # "Ordered the auction to raise money"
        goal = target(above) or subject(above)
        return lemma(above) in RULING and goal is not None and is_act(goal)
    root = span.root
    if (
        span[0].lower_ == "on"
        and lemma(root) in _GROUNDS
        and frame.modality is not Modality.PENALTY
    ):
        return True
    clause = doc[frame.clause[0] : frame.clause[1]]
    return span[0].lower_ in ("for", "over") and any(lemma(t) == "sanction" for t in clause)


def _is_past(span: "Span") -> bool:
    """Whether a stretch tells how a rule came about: the day it was told, "restrictions imposed …".

    "Ordered the bridge closed on Monday" was told that day; "put in place in May" says of the rule
    itself when it was made.
    """
    root, head = span.root, span.root.head
    if root.dep_ == "acl" and root.tag_ == "VBN":
        return lemma(head) in RULING_NOUNS | dict.fromkeys(LAWS) and lemma(root) in ISSUING
    told = head.tag_ in ("VBD", "VBN") and (
        lemma(head) in RULING or lemma(head) in ISSUING | ENDING
    )
    dated = root.ent_type_ == "DATE" and root.dep_ in ("obl", "obl:unmarked")
    return told and dated and span[0].lower_ in ("on", "last", "this") and is_finite(head)


def _is_bare(span: "Span", frame: Frame) -> bool:
    """Whether a stretch is a noun that nothing ties to the rule, and no time."""
    root = span.root
    if frame.modality is Modality.PENALTY or root.pos_ not in ("NOUN", "PROPN", "PRON"):
        return False
    if root.dep_ not in _BARE or lemma(root) in LENGTHS or any(is_time(t) for t in span):
        return False
    if _tied(span)[0].lower_ in _LASTING:
        return False
    if root.dep_ == "obl" and len(span) > 1 and _tied(span) != span:
        # "In | such conditions" is cut short, and a limit all the same.
        return False
    if root.dep_ in SUBJECTS and not frame.of("addressee"):
        # "Marches require a permit": what it is that needs one.
        return False
    return not any(t.dep_ in ("case", "mark", "advmod") for t in span if t.i <= root.i)


def _says_who_rules(span: "Span", frame: Frame) -> bool:
    """Whether a stretch says of the issuer which is meant: "rebels who hold the valley"."""
    root = span.root
    places = frame.of("issuer")
    tied = root.dep_ in ("acl", "acl:relcl")
    return tied and any(start <= root.head.i < end for start, end in places)


def _unframed(tokens: list["Token"]) -> list["Token"]:
    """A condition without the "who" or "if" that ties it to the rest."""
    tied = tokens[0].tag_ in ("WP", "WDT") or tokens[0].lower_ in ("if", "when")
    return trimmed(tokens[1:] if tied else tokens)


# How far behind an article that a stretch ends with its noun may stand.
_CUT_OFF = 4


def phrase_of(frame: Frame, part: str, doc: "Doc") -> Phrase | None:
    """The longest stretch that is this part of the frame."""
    places = frame.of(part)
    if not places:
        return None
    start, end = max(places, key=lambda place: (place[1] - place[0], -place[0]))
    last = doc[end - 1]
    if last.dep_ == "det" and last.head.i > last.i and last.head.i - last.i < _CUT_OFF:
        # "take the" of "take the oath"
        end = last.head.i + 1
    return phrase(trimmed(doc[start:end]))


def head_of(frame: Frame, part: str, doc: "Doc") -> "Token | None":
    """The word of a part that the others hang on."""
    places = frame.of(part)
    if not places:
        return None
    start, end = max(places, key=lambda place: (place[1] - place[0], -place[0]))
    tops = (t for t in doc[start:end] if not start <= t.head.i < end or t.head == t)
    named = (t for t in tops if t.pos_ in ("NOUN", "PROPN", "PRON", "DET", "ADJ"))
    # An article or a title alone is a slip; "those" and "the poor" are somebody.
    return next((t for t in named if t.lower_ not in _NOBODY), None)
