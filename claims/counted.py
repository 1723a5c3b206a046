"""What a figure counts, by the parse, with the words themselves as the second opinion."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from claims import units
from claims.ages import age_beside
from claims.counted_noun import first_noun, is_plural, noun_of, phrase, sentence_of, trimmed
from claims.figures import Figure
from claims.measured import Counted, Earlier, measured
from claims.numbers import Form
from claims.outcome import outcome_of
from claims.phrase import child, children, extent, words
from claims.quantity_words import (
    BARE_OUTCOMES,
    EMPTY,
    FILLING,
    HOLDERS,
    HOLDING,
    HUMAN,
    OUTCOMES,
)
from claims.subject import SUBJECTS
from claims.totals import total
from claims.words import word_set

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_PRONOUNS = frozenset({"them", "us", "you", "whom", "which", "these", "those"})
# "Billions were lost": money, if anything, and not people.
_MONEY = 10**9
_COMPARING = frozenset({("up", "from"), ("down", "from"), ("compared", "with"), ("compared", "to")})
_TENSED = ("VBD", "VBZ", "VBP", "MD")
# "Take up 12 pages", "run to more than 12 pages".
_LEADING = frozenset(
    {"for", "to", "up", "about", "over", "nearly", "almost", "some", "than", "more"}
)
# So many words behind "pages" their verb may stand.
_WITHIN = 60
_BEING = frozenset({"was", "were", "is", "are"})
_JOINING = word_set("and to or by on in for plus odd fold strong something")


def count(
    figure: Figure, number: "Span", earlier: Sequence[Counted], last: Earlier | None = None
) -> Counted | None:
    """What `figure` counts, or None where it cannot be said.

    `earlier` are those before it in its sentence, which a bare number may continue ("12 men were
    held; three were charged"), `last` the one right before.
    """
    if figure.unit is not None:
        return measured(figure, number, last)
    found = _found(figure, number, earlier)
    # "None of the 12 was hurt"
    spared = found is not None and found.outcome is not None and _is_spared(number)
    return replace(found, outcome=None) if found is not None and spared else found


def _is_spared(number: "Span") -> bool:
    before = [token.lower_ for token in number.doc[max(0, number.start - 4) : number.start]]
    return any(
        word in ("none", "neither") or (word == "one" and before[at - 1] in ("not", "no"))
        for at, word in enumerate(before)
        if "of" in before[at + 1 : at + 2]
    )


def _found(figure: Figure, number: "Span", earlier: Sequence[Counted]) -> Counted | None:
    return (
        _hyphenated(figure, number)
        or _partitive(number, earlier)
        or _outcome_beside(number)
        or age_beside(figure, number)
        or _noun(number, earlier)
        or total(number.root)
        or _bare(figure, number, earlier)
    )


def _hyphenated(figure: Figure, number: "Span") -> Counted | None:
    """ "A 62-page report", "a 12-member panel"."""
    # Only the words near by: the text of a whole document is made anew each time it is asked for.
    near = number.doc[number.start : number.end + 3]
    text, at = near.text, figure.number.end - near.start_char
    if text[at : at + 1] not in ("-", "‑") or not text[at + 1 : at + 2].isalpha():
        return None
    end = at + 1
    while end < len(text) and text[end].isalpha():
        end += 1
    name = units.singular(text[at + 1 : end])
    if name in _JOINING:
        return None
    unit = "times" if name == "time" else name
    start, end = near.start_char + at + 1, near.start_char + end
    span = number.doc.char_span(start, end, alignment_mode="expand")
    head = None if span is None else first_noun(number.doc, span.end)
    if span is None or head is None:
        return Counted(unit, None, (), end)
    tokens = [token for token in phrase(head) if token.i >= span.end]
    return Counted(unit, words(tokens) or None, tokens, end, head)


def _partitive(number: "Span", earlier: Sequence[Counted]) -> Counted | None:
    """ "Three of the officials", "dozens of people", "96 of them"."""
    doc, at = number.doc, number.end + 1
    if at >= len(doc) or doc[number.end].lower_ != "of":
        return None
    noun = first_noun(doc, at)
    if doc[at].lower_ in _PRONOUNS and (noun is None or doc[at].lower_ in ("whom", "which")):
        return _continued(number, earlier)
    if noun is None:
        return None
    tokens = [token for token in phrase(noun) if token.i >= at]
    return _of_noun(noun, tokens, outcome_of(noun) or outcome_of(number.root))


def _outcome_beside(number: "Span") -> Counted | None:
    """ "12 dead", "30 injured"."""
    following = number.doc[number.end] if number.end < len(number.doc) else None
    if (
        following is None
        or following.lower_ not in BARE_OUTCOMES
        or noun_of(number) not in (None, following)
    ):
        return None
    outcome = OUTCOMES.get(following.lower_, following.lower_)
    return Counted("people", following.lower_, (following,), _end(following), following, outcome)


def _noun(number: "Span", earlier: Sequence[Counted]) -> Counted | None:
    """The noun right of the number."""
    noun = noun_of(number)
    if noun is None or (noun.ent_type_ in ("DATE", "TIME") and units.named(noun.text) is None):
        return None
    before = number.doc[number.start - 1] if number.start else None
    if before is not None and noun.tag_ == before.tag_ == "NNP" and not before.is_space:
        # "the Lost 52 Project" is a name.
        return None
    if noun.lower_ in EMPTY:
        return _others(noun, earlier)
    pages = _pages(number, noun)
    noun, held = pages or (noun, _held(noun) or _filled(noun))
    if held:
        return Counted(units.singular(noun.text), words(held), held, _end(noun), noun)
    # "Measles cases": what stands between belongs to the noun, wherever the parse hangs it.
    between = [t for t in number.doc[number.end : noun.i] if t.pos_ in ("NOUN", "PROPN", "ADJ")]
    held = [token for token in phrase(noun) if token.i >= number.end]
    tokens = trimmed([*between, *held], noun)
    return _of_noun(noun, [*tokens, *_counted_too(noun, tokens)], outcome_of(noun))


def _counted_too(noun: "Token", tokens: "list[Token]") -> "list[Token]":
    """What the number counts beside its noun: "420 passengers and crew"."""
    doc, at = noun.doc, noun.i + 1
    if tokens[-1] != noun or at + 1 >= len(doc) or doc[at].lower_ not in ("and", "or"):
        return []
    other = doc[at + 1]
    joined = other.dep_ == "conj" and other.head == noun and other.pos_ == "NOUN"
    alone = all(part == doc[at] for part in other.children)
    counted = is_plural(other) or other.lower_ in ("crew", "staff")
    return [doc[at], other] if joined and alone and counted else []


def _of_noun(noun: "Token", tokens: "list[Token]", outcome: str | None) -> Counted:
    measure = units.named(noun.text)
    if measure is not None:
        return Counted(measure[0], None, (), _end(noun), noun)
    return Counted(units.singular(noun.text), words(tokens), tokens, _end(noun), noun, outcome)


def _pages(number: "Span", noun: "Token") -> "tuple[Token, list[Token]] | None":
    """ "The 44 pages record inquiries": a verb that could be a noun, and what they hold."""
    first = number.doc[number.end]
    if first == noun or first.i + 2 >= len(first.doc) or units.singular(first.text) not in HOLDERS:
        return None
    if first.nbor().lower_ not in HOLDING:
        return None
    held = first_noun(first.doc, first.i + 2)
    if held is None:
        return None
    return first, trimmed([t for t in phrase(held) if t.i > first.i + 1], held)


def _held(noun: "Token") -> "list[Token]":
    """What pages and files hold, where the clause says so: "96 pages were of speeches"."""
    doc, at = noun.doc, noun.i + 1
    if units.singular(noun.text) not in HOLDERS:
        return []
    last = min(len(doc), at + _WITHIN)
    while at < last and not (doc[at].is_punct or doc[at].tag_ in _TENSED):
        at += 1
    if at + 1 >= len(doc) or doc[at].lower_ not in _BEING:
        return []
    at += 1 + (doc[at + 1].lower_ in ("of", "on", "about"))
    head = first_noun(doc, at)
    return [] if head is None else _extended(phrase(head), head)


def _filled(noun: "Token") -> "list[Token]":
    """What pages and files hold, beside another verb: "speeches fill 96 pages"."""
    verb = noun.head
    if units.singular(noun.text) not in HOLDERS:
        return []
    if noun.dep_ in ("obj", "obl") and verb.lower_ in FILLING:
        # Of two, the parse took the first from a clause before.
        held = next(reversed(children(verb, *SUBJECTS)), None) or _filling(noun)
        # "the cache, which runs to 403 pages"
        held = verb.head if held is not None and held.tag_ == "WDT" else held
    elif noun.dep_ in SUBJECTS and verb.lower_ in HOLDING:
        held = child(verb, "obj")
    else:
        held = _filling(noun)
    return [] if held is None or held.pos_ not in ("NOUN", "PROPN") else phrase(held)


def _filling(noun: "Token") -> "Token | None":
    """What the clause opens with, where the words right before the figure say that it fills them.

    For a long subject, whose verb the parse may take for one of its nouns.
    """
    doc, at = noun.doc, noun.i - 1
    while at > 0 and (doc[at].pos_ == "NUM" or doc[at].lower_ in _LEADING):
        at -= 1
    if doc[at].lower_ not in FILLING or at + 1 == noun.i:
        return None
    start = sentence_of(noun).start
    for token in doc[start:at]:
        if token.text == ";" or (token.tag_ == "CC" and token.nbor(-1).text == ","):
            start = token.i + 1
    return first_noun(doc, start)


def _extended(tokens: "list[Token]", head: "Token") -> "list[Token]":
    """The phrase up to the next comma, verb or number, wherever the parse hangs what follows."""
    doc, end = head.doc, tokens[-1].i + 1
    while end < len(doc) and not _ends_phrase(doc[end]):
        end += 1
    while end > head.i + 1 and doc[end - 1].pos_ in ("ADP", "CCONJ", "DET", "ADV", "SCONJ"):
        end -= 1
    return list(doc[tokens[0].i : end])


def _ends_phrase(token: "Token") -> bool:
    stop = token.is_space or (token.is_punct and not token.is_quote and token.text != "-")
    return stop or token.pos_ == "NUM" or token.tag_ in (*_TENSED, "WDT", "WP", "WRB")


def _others(noun: "Token", earlier: Sequence[Counted]) -> Counted | None:
    """ "30 others", "two more": as what was counted before, else people."""
    outcome = outcome_of(noun)
    if not earlier and outcome not in HUMAN and noun.lower_ != "others":
        return None
    unit = earlier[-1].unit if earlier else "people"
    return Counted(unit, noun.lower_, (noun,), _end(noun), noun, outcome)


def _bare(figure: Figure, number: "Span", earlier: Sequence[Counted]) -> Counted | None:
    """A number without a noun of its own: "killed 12", "twelve were injured"."""
    outcome = _acted_on(figure, number) or outcome_of(number.root)
    before = number.doc[number.start - 1].lower_ if number.start else ""
    if before == "another" and earlier:
        # "Killed two militants and arrested another 11"
        return replace(earlier[-1], end=None, head=None, outcome=outcome)
    if outcome in HUMAN:
        return Counted("people", outcome=outcome)
    crowd = figure.number.form is Form.PLURAL and figure.low < _MONEY
    if crowd and (number.root.dep_ in (*SUBJECTS, "obj") or _leads_to(number, "who")):
        return Counted("people", outcome=outcome)
    return _continued(number, earlier)


def _leads_to(number: "Span", word: str) -> bool:
    return number.end < len(number.doc) and number.doc[number.end].lower_ == word


def _acted_on(figure: Figure, number: "Span") -> str | None:
    """What the verb right before the figure did: "killed at least 813 in China"."""
    first = number.doc.char_span(figure.start, figure.end, alignment_mode="expand") or number
    verb = number.doc[first.start - 1] if first.start else None
    if verb is None:
        return None
    behind = [token.lower_ for token in number.doc[number.end : number.end + 2]]
    if behind == ["into", "custody"]:
        return OUTCOMES["arrested"]
    # "Gunman kills 1, wounds 2": a noun would stand behind the figure.
    acts = verb.tag_.startswith("VB") or (
        verb.tag_ == "NNS" and verb.i and verb.nbor(-1).text == ","
    )
    return OUTCOMES.get(verb.lower_) if acts else None


def _continued(number: "Span", earlier: Sequence[Counted]) -> Counted | None:
    """A bare number that goes on counting what the sentence counted before."""
    if not earlier:
        return None
    if not _compared(number) and number.root.dep_ not in (
        *SUBJECTS,
        "obj",
        "conj",
        "nmod",
        "root",
        "ROOT",
        "parataxis",
        "appos",
    ):
        return None
    before, outcome = earlier[-1], outcome_of(number.root)
    if _compared(number):
        return replace(before, end=None, head=None)
    text = words(before.tokens) or before.phrase
    return Counted(before.unit, text, before.tokens, None, None, outcome)


def _compared(number: "Span") -> bool:
    """ "17, up from 12", "17, compared with 12": the same count at another time."""
    before = [token.lower_ for token in number.doc[max(number.start - 2, 0) : number.start]]
    return tuple(before) in _COMPARING


def _end(token: "Token") -> int:
    return extent([token])[1]
