"""Interviews and transcripts: whose turn it is to speak, from the layout alone.

Turns begin with a name or a letter and a colon ("Q: …", "**Reed:** …", "((Reed)) …"), or they are
questions set in bold. Only what is laid out so again and again is believed: a single "Note: …" is
no turn.
"""

import re
from collections import Counter, deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from claims.quotemarks import Quoted, Range
from claims.words import TITLES, word_set

_NAME = r"[A-Z][\w.’'-]*(?:[ ](?:[A-Z]|al-|de |van |von |bin |of )[\w.’'-]*){0,4}"
_TIME = r"(?:\d{1,2}[:.h]\d\d(?:\s?[ap]\.?m\.?)?[ \t]*[—–-]?[ \t]*)?"
_LABEL = re.compile(
    rf"{_TIME}(?:"
    rf"\(\((?P<double>{_NAME})\)\)[ \t]*:?"
    rf"|[*_]{{0,3}}(?P<letter>[QA])[*_]{{0,3}}[.:][*_]{{0,3}}(?=[ \t])"
    rf"|[*_]{{0,3}}(?P<name>{_NAME})(?:,[^:\n*_“\"]{{2,40}}|[ ]\([^()\n]{{2,40}}\))?"
    rf"[*_]{{0,3}}[ ]?:[*_]{{0,3}}(?=\s|$)"
    rf")[ \t]*"
)
_BOLD = re.compile(r"(?P<mark>\*\*|__|''')(?=\S)[^\n]*?\?(?P=mark)$")
# A quote from the talk itself that stands between its turns to catch the eye.
_SET_APART = re.compile(r"[“\"][^\n]*[”\"]\s*[—–-]\W{0,3}[A-Z][^\n]*$")
# Letters and names of those who only ask.
_ASKING = word_set("host interviewer moderator q question reporter wikinews wn")
# What stands before a colon without speaking.
_NO_VOICE = word_set(
    """
    address background caption click comment contact copyright correction credit date deadline
    email example file follow image map note par photo photograph phone picture pictured
    price rating read related result score see source summary tags tel time tip topic update video
    watch where when who what why how warning
    """
)
_FIRST_PERSON = re.compile(r"\b(?:I|I['’]\w+|[Ww]e|[Mm]y|[Oo]ur|[Mm]e|[Uu]s)\b")
# One answer has no more paragraphs than this; what is longer is the writer's again.
_LONGEST = 8


@dataclass(frozen=True, slots=True)
class Turn:
    """What one person says before the next one does: a stretch for each paragraph.

    `label` is where the name stands, if the turn has one; `asks` says that it is a question of
    whoever leads the talk.
    """

    label: Range | None
    stretches: tuple[Range, ...]
    asks: bool = False


def turns(text: str, blocks: list[Range]) -> list[Turn]:
    """The turns of a talk that `text` is laid out as, in order; none in other texts.

    >>> text = "Q: Why?\\nA: Because."
    >>> [text[a:b] for turn in turns(text, [(0, 7), (8, 19)]) for a, b in turn.stretches]
    ['Why?', 'Because.']
    """
    labelled = {start: match for start, end in blocks if (match := _label(text, start, end))}
    names = [_plain(match) for match in labelled.values()]
    figures = sum(text[match.end() : match.end() + 1].isdigit() for match in labelled.values())
    last = [text[end - 1] for start, end in blocks if start in labelled]
    if figures * 3 <= len(names) and _is_talk(names, last):
        return list(_taken(text, blocks, labelled))
    return _under_questions(text, blocks)


def with_turns(
    text: str, blocks: list[Range], quotes: Sequence[Quoted]
) -> tuple[list[Quoted], dict[int, Turn]]:
    """`quotes` with the answers of a talk among them, and each answer by where it starts."""
    answers: dict[int, Turn] = {}
    kept: list[Quoted] = []
    waiting = deque(quotes)
    for turn in turns(text, blocks):
        start, end = turn.stretches[0][0], turn.stretches[-1][1]
        while waiting and waiting[0].end <= start:
            kept.append(waiting.popleft())
        inside = list(takewhile(_begins_before(end), waiting))
        across = bool(inside) and (inside[0].start < start or inside[-1].end > end)
        if turn.asks or across:
            continue
        whole = len(inside) == 1 and (inside[0].start, inside[0].end) == (start, end)
        stretches = inside[0].stretches if whole else turn.stretches
        for _ in inside:
            waiting.popleft()
        answers[start] = replace(turn, stretches=stretches)
        kept.append(Quoted(start, end, stretches, opened=False, closed=False, block=True))
    return [*kept, *waiting], answers


def _begins_before(end: int) -> Callable[[Quoted], bool]:
    return lambda quote: quote.start < end


def _label(text: str, start: int, end: int) -> re.Match[str] | None:
    match = _LABEL.match(text, start, end)
    if match is None or set(_plain(match).split()) & _NO_VOICE:
        return None
    return match


def _plain(match: re.Match[str]) -> str:
    words = (match["double"] or match["letter"] or match["name"]).lower().split()
    return " ".join(word for word in words if word.rstrip(".") not in TITLES)


def _is_talk(names: list[str], last: list[str]) -> bool:
    """Whether several people speak, one of them more than once, or one answers another."""
    if len(set(names)) < 2:
        return len(names) > 1 and names[0] in _ASKING
    asked = {name for name, mark in zip(names, last, strict=True) if mark == "?"}
    return max(Counter(names).values()) > 1 or bool(asked and set(names) & _ASKING)


def _taken(text: str, blocks: list[Range], labelled: dict[int, re.Match[str]]) -> Iterator[Turn]:
    """The turns between the first label and the last, with the paragraphs that go on with them."""
    asking = _who_asks(text, blocks, labelled)
    last = max(labelled)
    turn: Turn | None = None
    for start, end in blocks:
        match = labelled.get(start)
        if match is not None:
            if turn is not None and turn.stretches:
                yield turn
            asks = _plain(match) in asking
            said = ((match.end(), end),) if match.end() < end else ()
            turn = Turn(_label_range(match), said, asks)
        elif turn is None or _SET_APART.match(text, start, end):
            continue
        elif start > last and turn.stretches and not turn.asks:
            break
        elif turn.asks and turn.stretches:
            yield turn
            turn = Turn(None, ((start, end),))
        elif len(turn.stretches) < _LONGEST:
            turn = replace(turn, stretches=(*turn.stretches, (start, end)))
    if turn is not None and turn.stretches:
        yield turn


def _label_range(match: re.Match[str]) -> Range:
    return next(match.span(group) for group in ("double", "letter", "name") if match[group])


def _who_asks(text: str, blocks: list[Range], labelled: dict[int, re.Match[str]]) -> set[str]:
    """Those who are known by their name to ask, and those who do nothing else."""
    names = {_plain(match) for match in labelled.values()}
    telling = {
        _plain(labelled[start])
        for start, end in blocks
        if start in labelled and not text[start:end].rstrip("*_ ").endswith("?")
    }
    known = names & _ASKING
    return known | (names - telling) if telling - known else known


def _under_questions(text: str, blocks: list[Range]) -> list[Turn]:
    """Answers in the first person under questions in bold."""
    asked = [place for place, (start, end) in enumerate(blocks) if _BOLD.match(text, start, end)]
    if len(asked) < 2:
        return []
    found = []
    for place, following in zip(asked, [*asked[1:], asked[-1] + 2], strict=True):
        answer = blocks[place + 1 : min(following, place + 1 + _LONGEST)]
        if answer:
            found.append(Turn(None, tuple(answer)))
    own = [any(_FIRST_PERSON.search(text, *one) for one in turn.stretches) for turn in found]
    return found if own and sum(own) * 2 >= len(own) else []
