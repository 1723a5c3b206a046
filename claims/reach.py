"""How far reported words reach: clauses of the parse as stretches of the text."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims import cues, reported
from claims.page import TENSED, Page
from claims.quotemarks import Quoted, Range
from claims.wording import past_dateline

if TYPE_CHECKING:
    from spacy.tokens import Token

    from claims.mentions import Mentions

# "…," said Mayor Ana Reyes: an attribution and nothing else has no more words.
_SHORT = 7
# What joins a reported clause to its surroundings and is no part of what was said.
_LEADING = frozenset({"that", "and", "but"})
_HANGING = frozenset({"and", "but", "or", "which", "that"})


@dataclass(frozen=True, slots=True)
class Attribution:
    """Words that the text gives to a voice, or sets apart without one.

    `stretches` are the words' character ranges. `quoted` and `reported` say whether some of them
    stand inside and outside quote marks. `until` is where the words about the speaker end, `verb`
    the cue's own word, and `label` where a layout names the speaker, if with another word.
    """

    stretches: tuple[Range, ...]
    cue: Range | None
    speaker: "Token | None"
    quoted: bool
    reported: bool
    until: int
    verb: "Token | None" = None
    label: Range | None = None


def reported_words(page: Page, mentions: "Mentions") -> Iterator[Attribution]:
    """The reported clauses that are not just one quote, grown by quotes that outlast them."""
    for clause in reported.clauses(page.doc, mentions, page.is_quoted):
        if not any(token.is_alpha for token in _unquoted(page, clause)):
            continue
        runs = [_clipped(page, run, clause.cue) for run in _runs(clause.tokens)]
        stretches = _merged([_grown(page, run) for run in runs])
        start, end = (stretches[0][0], stretches[-1][1]) if stretches else (0, 0)
        if not stretches or any(a <= clause.cue.idx < b for a, b in stretches):
            continue
        if end <= clause.cue.idx and _is_apart(page, end, clause.cue):
            continue
        some = any(page.quote_at(token.idx) for token in page.tokens(start, end))
        cue = cues.extent(clause.cue)
        last = page.sentence_end(clause.cue) if cue[0] >= end else end
        yield Attribution(
            tuple(stretches), cue, clause.speaker, some, True, max(end, last), clause.cue
        )


def _is_apart(page: Page, end: int, cue: "Token") -> bool:
    """Whether a sentence ends, or a quote stands, between a clause and the cue behind it."""
    between = page.tokens(end - 1, cue.idx)
    return any(
        page.is_stop(token) or page.quote_at(token.idx) for token in between if token.idx >= end
    )


def _unquoted(page: Page, clause: reported.Reported) -> list["Token"]:
    """The clause's words outside all quotes; none where the clause is a quote and its margins."""
    joining = clause.tokens[0].lower_ in ("and", "but")
    first = page.quote_at(clause.tokens[int(joining and len(clause.tokens) > 1)].idx)
    own = page.quote_at(clause.head.idx) if clause.head else None
    before = [token for token in clause.tokens if own and token.idx < own.start]
    if own and (own == first or page.preceding(own.start) == ":"):
        return []
    if own and _is_margin(page, own, before, clause.cue):
        return []
    words = [token for token in clause.tokens if page.quote_at(token.idx) is None]
    return [] if first and _is_attribution(page, first, words) else words


def _is_attribution(page: Page, quote: Quoted, words: list["Token"]) -> bool:
    """Whether all that stands beside a quote is that somebody said it: “…,” she said"""
    told = [token for token in words if cues.speaks(token) and token.pos_ == "VERB"]
    spoken = [token for token in words if not token.is_punct and not token.is_space]
    return bool(told) and len(spoken) <= _SHORT and page.is_sentence(quote)


def _is_margin(page: Page, quote: Quoted, before: list["Token"], cue: "Token") -> bool:
    """Whether what leads to a quote only says when or where: said, in a letter to Osk, “…”"""
    set_off = page.preceding(quote.start) == ","
    told = any(token.tag_ in TENSED for token in before)
    return bool(before) and before[0].i > cue.i and set_off and not told and page.is_sentence(quote)


def _runs(tokens: "tuple[Token, ...]") -> Iterator[list["Token"]]:
    """Unbroken runs of a clause's tokens."""
    run: list[Token] = []
    for token in tokens:
        if run and token.i != run[-1].i + 1:
            yield run
            run = []
        run.append(token)
    yield run


def _clipped(page: Page, run: list["Token"], cue: "Token") -> list["Token"]:
    """The part of a run in the cue's own sentence: near quotes, parses run across full stops."""
    stops = [position for position, token in enumerate(run[:-1]) if page.is_stop(token)]
    if stops and run[-1].i < cue.i:
        return run[stops[-1] + 1 :]
    return run[: stops[0]] if stops else run


def _grown(page: Page, run: list["Token"]) -> Range:
    """The range of a run; a quote that begins in it is taken in whole."""
    words = past_dateline([token for token in run if not token.is_space])
    while words and (words[0].lower_ in _LEADING or _is_edge(words[0], opening=True)):
        words = words[1:]
    while words and (words[-1].lower_ in _HANGING or _is_edge(words[-1], opening=False)):
        words = words[:-1]
    if not words:
        return (0, 0)
    start, end = words[0].idx, words[-1].idx + len(words[-1])
    first, last = page.quote_at(start), page.quote_at(end - 1)
    if first and first.start < start and (first.end <= end or first is last):
        start = first.start
    return start, max(end, last.end) if last else end


def _is_edge(token: "Token", *, opening: bool) -> bool:
    if token.is_quote or token.text in ("''", "``"):
        return False
    brackets = "([{" if opening else ")]}"
    return bool(token.is_punct) and token.text not in brackets and token.text != "%"


def _merged(stretches: list[Range]) -> list[Range]:
    merged: list[Range] = []
    for start, end in sorted(one for one in stretches if one[0] < one[1]):
        if merged and start <= merged[-1][1] + 1:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
