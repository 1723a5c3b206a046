"""Attributions by the reader's marks: what the rules about quote marks and verbs do not find.

The rules know the forms of quotations; the reader has seen thousands of others, such as nouns that
report ("the warning that …") and clauses that the parse tore apart. Both together find more than
either. Where both find one, the rules know best how far words in quote marks reach, and the reader
how far a reported clause does.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from claims import anonymity, roles, speaker, subject
from claims.clause import agent, is_passive
from claims.page import Page
from claims.phrase import with_quote_marks
from claims.quotemarks import Range
from claims.reach import Attribution
from claims.subject import SUBJECTS
from claims.verbs import lemma
from claims.words import CLAUSE_VERBS, REPORTING_VERBS

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from claims.mentions import Mentions

_SPEECH = REPORTING_VERBS.keys() | CLAUSE_VERBS
# Fewer words than this are the topic of a remark, not what was said; so are words without a verb.
_FEWEST = 3
_ASSERTING = frozenset({"VB", "VBD", "VBP", "VBZ", "MD"})


def with_marked(
    page: Page, mentions: "Mentions", found: Sequence[Attribution]
) -> list[Attribution]:
    """`found`, and whatever else the reader marks, in text order.

    What it marks across one of `found` tells how far that reaches, or is left out.
    """
    marked = list(_marked(page, mentions))
    taken = _joined(found)
    drawn = [_redrawn(page, one, marked, taken) for one in found]
    taken = _joined(drawn)
    added = [one for one in marked if not _overlaps(_range(one), taken)]
    return sorted([*drawn, *added], key=lambda one: one.stretches[0])


def _range(one: Attribution) -> Range:
    return one.stretches[0][0], one.stretches[-1][1]


def _joined(found: Sequence[Attribution]) -> list[Range]:
    """The ranges in order, those that overlap made one."""
    joined: list[Range] = []
    for start, end in sorted(map(_range, found)):
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _overlaps(one: Range, taken: Sequence[Range]) -> bool:
    place = bisect_right(taken, one[0], key=lambda other: other[1])
    return place < len(taken) and taken[place][0] < one[1]


def _redrawn(
    page: Page, one: Attribution, marked: Sequence[Attribution], taken: Sequence[Range]
) -> Attribution:
    """A reported clause with the extent that the reader marks for its cue."""
    if one.cue is None or not one.reported or _is_all_quoted(page, one):
        return one
    other = _of_cue(one.cue, marked)
    if other is None or not _is_better(page, other, one, taken):
        return one
    until = max(one.until, other.until)
    return replace(one, stretches=other.stretches, quoted=other.quoted, until=until)


def _of_cue(cue: Range, marked: Sequence[Attribution]) -> Attribution | None:
    """What the reader marks for a cue; its cues are in text order and do not overlap."""
    place = bisect_right(marked, cue[0], key=_cue_end)
    found = marked[place] if place < len(marked) else None
    return found if found is not None and found.cue and found.cue[0] < cue[1] else None


def _cue_end(one: Attribution) -> int:
    return one.cue[1] if one.cue is not None else 0


def _is_better(page: Page, marked: Attribution, one: Attribution, taken: Sequence[Range]) -> bool:
    """Whether marked words are the same remark, and reach into no other."""
    (start, end), (first, last) = _range(one), _range(marked)
    if last <= start or end <= first:
        return False
    if any(_overlaps(part, taken) for part in ((first, start), (end, last)) if part[0] < part[1]):
        return False
    dropped = page.doc.char_span(start, first, alignment_mode="expand") if start < first else None
    if any(t.dep_ in SUBJECTS and first <= t.head.idx < last for t in dropped or ()):
        return False
    # "Told residents to leave": whom it is said to is part of an order.
    if page.text.startswith("to ", first) and start < first:
        return False
    # "Rejected claims that …"
    return not page.text[first:start].endswith("that ")


def _is_all_quoted(page: Page, one: Attribution) -> bool:
    return all(
        page.quote_at(token.idx) is not None
        for start, end in one.stretches
        for token in page.doc.char_span(start, end, alignment_mode="expand") or ()
        if token.is_alpha
    )


def _marked(page: Page, mentions: "Mentions") -> Iterator[Attribution]:
    for found in roles.attributions(page.doc):
        cue = _spoken(found.cue)
        if cue is None or not found.contents:
            continue
        voice = found.source.root if found.source is not None else None
        if voice is None or speaker.is_narrator(voice) or not speaker.is_voice(voice, mentions):
            continue
        # "Declared a state of emergency so that …": an act.
        if lemma(cue) == "declare" and found.contents[0].root.dep_ == "obj":
            continue
        # "Asked whether …, Reed said": the one who asked is somebody else.
        if cue.pos_ == "VERB" and _asks_another(cue, voice):
            continue
        contents = [span for span in found.contents if _is_beside(page, span, found.cue)]
        stretches = [_bare(page, span) for span in contents]
        stretches = [(start, end) for start, end in stretches if start < end]
        words = [token for span in contents for token in span if token.is_alpha]
        if not stretches or len(words) < _FEWEST:
            continue
        why = anonymity.reason(page.text, voice)
        if why is not None and why[0] < stretches[-1][1] and stretches[0][0] < why[1]:
            continue
        quoted = [page.quote_at(token.idx) is not None for token in words]
        # The rules know every form of words in marks; what they leave are titles and the like.
        if all(quoted) or not any(token.tag_ in _ASSERTING for token in words):
            continue
        yield Attribution(
            tuple(stretches),
            (found.cue.start_char, found.cue.end_char),
            voice,
            any(quoted),
            True,
            max(stretches[-1][1], found.cue.end_char),
        )


def _is_beside(page: Page, content: "Span", cue: "Span") -> bool:
    """Whether no blank line parts them: a headline reports nothing of the text below it."""
    first, second = (content, cue) if content.start < cue.start else (cue, content)
    return "\n\n" not in page.text[first.start_char : second.end_char]


def _spoken(cue: "Span") -> "Token | None":
    """The word of a cue that speaks or writes, if the text says that it was done."""
    for token in cue:
        if lemma(token) in _SPEECH and (
            token.pos_ not in ("VERB", "AUX") or subject.is_said(token)
        ):
            return token
    return cue[0] if cue[0].lower_ == "according" else None


def _asks_another(cue: "Token", voice: "Token") -> bool:
    if is_passive(cue):
        return agent(cue) != voice
    return bool(cue.is_sent_start) and voice.head != cue


def _ends_nothing(token: "Token") -> bool:
    """Whether nobody's words end there: with a mark, or an article that waits for its noun."""
    mark = token.is_punct and token.text not in ")]%"
    return mark or token.lower_ in ("the", "a", "an") or token.pos_ == "CCONJ"


def _bare(page: Page, span: "Span") -> Range:
    """The range of content without the marks, commas and "that" at its edges."""
    tokens = [token for token in span if not token.is_space]
    while tokens and (tokens[0].is_punct or tokens[0].lower_ == "that"):
        tokens = tokens[1:]
    while tokens and _ends_nothing(tokens[-1]):
        tokens = tokens[:-1]
    # "Reported as convicted by …", "instruct them on how to …": a topic, and nothing said of it.
    topic = [t.tag_ for t in tokens[:2]] in (["IN", "VBN"], ["IN", "WRB"])
    if not tokens or topic:
        return (0, 0)
    return with_quote_marks(page.text, tokens[0].idx, tokens[-1].idx + len(tokens[-1]))
