"""Within which limits a figure holds: where, when, of which group, and by whose word."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import takewhile
from typing import TYPE_CHECKING

from claims import dates, speaker
from claims.ages import bearer
from claims.clause import SUBJECTS
from claims.counted_noun import sentence_of, time_before
from claims.kind import Part
from claims.naming import phrase
from claims.phrase import child, extent, words
from claims.totals import set_at
from claims.words import word_set

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from claims.parsed import Parsed


@dataclass(frozen=True, slots=True)
class Scope:
    """Within which limits a figure holds, in the document's words; None where it does not say.

    `time` is an ISO date, month or year where it can be resolved, else the words used.
    `said_by` is the resolved speaker or document that the figure is attributed to.
    """

    place: str | None = None
    time: str | None = None
    group: str | None = None
    said_by: str | None = None


@dataclass(frozen=True, slots=True)
class Limit:
    """One limit of a figure: its value, and the words that give it."""

    value: str
    part: Part


_PLACING = frozenset(
    {"in", "at", "near", "across", "throughout", "outside", "inside", "within", "around", "off",
     "from", "on", "over", "along"}
)  # fmt: skip
_GROUPING = frozenset({"of", "among", "amongst"})
_CLAUSE = frozenset(
    {"ROOT", "root", "ccomp", "advcl", "acl:relcl", "parataxis", "acl", "conj", "xcomp"}
)
_OPEN_ENDED = frozenset({"since", "until", "till", "by", "before", "after"})
_HOURS = frozenset({"a.m.", "p.m.", "am", "pm", "o’clock", "o'clock", "noon", "midnight", "gmt"})
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_FUTURE = frozenset({"will", "shall", "’ll", "'ll"})


def _is_third(number: "Span") -> bool:
    """Whether the age is that of a "he" or "she"."""
    who = bearer(number)
    return who is not None and who.lower_ in ("he", "she")


class Limits:
    """The limits of one document's figures."""

    def __init__(self, parsed: "Parsed") -> None:
        """Find out once who says what in the document."""
        self._parsed = parsed
        self._spoken = sorted(
            (start, end, one.speaker.i)
            for one in parsed.attributions
            if one.speaker is not None
            for start, end in one.stretches
        )
        self._starts = [start for start, _, _ in self._spoken]

    def of(
        self, number: "Span", noun: "Token | None", end: int, *, age: bool = False
    ) -> dict[str, Limit]:
        """The limits of the figure whose number is `number` and whose noun is `noun`.

        The group of an `age` is the one person who is so old.
        """
        anchor = noun if noun is not None else number.root
        found = {
            "place": self._place(anchor),
            "time": self._time(anchor, number),
            "group": self._bearer(number) if age else self._group(number),
            "said_by": self._said_by(number.start_char, end) or self._set_by(number.root),
        }
        limits = {name: limit for name, limit in found.items() if limit is not None}
        told, whose = limits.get("said_by"), limits.get("group")
        if age and told and whose and told.value == whose.value and _is_third(number):
            # "He is 16," she said.
            del limits["group"]
        return limits

    def _place(self, anchor: "Token") -> Limit | None:
        relative = _where(anchor)
        for token in (*(inner for near in _near(anchor) for inner in _placed(near)), *relative):
            case = child(token, "case")
            if token in relative and token.ent_type_ == "LOC":
                name = _name_at(token)
                return Limit(self._parsed.mentions.resolve(name).name, _part("place", list(name)))
            if token.ent_type_ != "LOC" or case is None or case.lower_ not in _PLACING:
                continue
            name = _name_at(token)
            return Limit(self._parsed.mentions.resolve(name).name, _part("place", list(name)))
        return None

    def _time(self, anchor: "Token", number: "Span") -> Limit | None:
        told = self._told_time(anchor, number)
        before = time_before(number)
        if before is None:
            return told
        day = told.value if told and _DAY.fullmatch(told.value) else None
        known = date.fromisoformat(day) if day else self._parsed.published
        # "12 a day earlier": a day before the one that is told.
        step = "day" if before[1].lower_ == "night" else before[1].text
        count = "a" if before[0].lower_ == "the" else before[0].text
        resolved = dates.resolve(f"{count} {step} ago", known)
        return Limit(resolved or words(list(before)), _part("time", list(before)))

    def _told_time(self, anchor: "Token", number: "Span") -> Limit | None:
        for token in _near(anchor):
            span = _name_at(token)
            if token.ent_type_ != "DATE" or _overlap(span, number) or _is_clock(span):
                continue
            ahead = any(part.lower_ in _FUTURE for part in _verb(anchor).children)
            resolved = dates.resolve(span.text, self._parsed.published, ahead=ahead)
            if resolved is None and any(part.like_num for part in span):
                continue
            case = child(token, "case")
            open_ended = case is not None and case.lower_ in _OPEN_ENDED
            text = span.text
            if case is not None and open_ended and case.i < span.start:
                text = f"{case.lower_} {text}"
            value = text if open_ended or resolved is None else resolved
            return Limit(value, _part("time", list(span)))
        return None

    def _group(self, number: "Span") -> Limit | None:
        """ "Of these 403 pages, 96 …", "among women, 30% …"."""
        sentence = sentence_of(number[0])
        if sentence[0].lower_ not in _GROUPING:
            return None
        fronted = list(takewhile(lambda token: token.text != ",", sentence[1:]))
        if not fronted or fronted[-1].i >= number.start - 1:
            return None
        return Limit(words(fronted), _part("group", fronted))

    def _bearer(self, number: "Span") -> Limit | None:
        token = bearer(number)
        who = self._parsed.mentions.resolve(token) if token is not None else None
        if token is None or who is None or who.label != "PER":
            described = token is not None and token.pos_ == "NOUN"
            return Limit(token.text, _part("group", [token])) if described and token else None
        return Limit(who.name, _part("group", list(_name_at(token))))

    def _said_by(self, start: int, end: int) -> Limit | None:
        index = bisect_right(self._starts, start) - 1
        while index >= 0 and self._starts[index] > start - 2000:
            begin, stop, voice = self._spoken[index]
            if begin <= start < stop:
                return self._voice(self._parsed.doc[voice])
            index -= 1
        return None

    def _set_by(self, number: "Token") -> Limit | None:
        """Who puts a number at this: "the agency put the number of dead at 41"."""
        total = set_at(number)
        who = child(total.head, *SUBJECTS) if total is not None else None
        return self._voice(who) if who is not None else None

    def _voice(self, token: "Token") -> Limit | None:
        name, _ = speaker.who(token, self._parsed.mentions)
        said = phrase(token)
        return Limit(name, Part("said_by", said.start_char, said.end_char)) if name else None


def _near(anchor: "Token") -> Iterator["Token"]:
    """What limits `anchor`: its own modifiers first, then those of its clause, of the clauses
    that say when or how, and of the clauses above.
    """
    yield from _modifiers(anchor)
    verb = _verb(anchor)
    for _ in range(3):
        if verb.i != anchor.i:
            yield from (token for token in _modifiers(verb) if token.i != anchor.i)
        for part in verb.children:
            if part.dep_ == "advcl":
                yield from _modifiers(part)
        if verb.dep_ not in ("ccomp", "xcomp", "conj", "advcl", "parataxis"):
            break
        verb = _verb(verb.head)


def _modifiers(head: "Token") -> Iterator["Token"]:
    for part in head.children:
        if part.dep_ in (
            "nmod",
            "obl",
            "obl:unmarked",
            "nmod:unmarked",
            "obl:tmod",
            "nmod:tmod",
            "advmod",
        ):
            yield part
            yield from (
                inner for inner in part.children if inner.dep_ in ("nmod", "nmod:unmarked", "appos")
            )


def _placed(token: "Token") -> Iterator["Token"]:
    """A modifier, and the names behind its noun: "in a slum in Chittagong"."""
    yield token
    yield from (part for part in token.children if part.dep_ in ("nmod", "nmod:unmarked", "appos"))


def _where(anchor: "Token") -> "tuple[Token, ...]":
    """What "where" stands for: "Xinjiang, where a million people are held"."""
    verb = _verb(anchor)
    relative = any(part.lower_ == "where" for part in verb.children)
    return (verb.head,) if relative and verb.dep_.startswith("acl") else ()


def _verb(anchor: "Token") -> "Token":
    """The head of the clause that `anchor` stands in."""
    token, steps = anchor, 0
    while token.dep_ not in _CLAUSE and token.head.i != token.i and steps < 12:
        token, steps = token.head, steps + 1
    # "12 men and 7 women": the coordination's clause is that of its first member.
    while token.dep_ == "conj" and token.pos_ not in ("VERB", "AUX") and steps < 12:
        token, steps = token.head, steps + 1
        while token.dep_ not in _CLAUSE and token.head.i != token.i and steps < 12:
            token, steps = token.head, steps + 1
    return token


# What is told from others of its kind by a number: "District 9".
_NUMBERED = word_set(
    "district ward zone sector block area region precinct gate terminal camp route"
)


def _name_at(token: "Token") -> "Span":
    """The whole name that `token` is part of."""
    doc, start, end = token.doc, token.i, token.i + 1
    while doc[start].ent_iob_ == "I" and start > 0:
        start -= 1
    while end < len(doc) and doc[end].ent_iob_ == "I":
        end += 1
    if doc[end - 1].lower_ in _NUMBERED and end < len(doc) and doc[end].text.isdigit():
        end += 1
    return doc[start:end]


def _is_clock(span: "Span") -> bool:
    """Whether a time of day is named, which says nothing of the day."""
    hours = [token.lower_ in _HOURS or ":" in token.text for token in span]
    return any(hours) and all(one or token.like_num for one, token in zip(hours, span, strict=True))


def _overlap(left: "Span", right: "Span") -> bool:
    return left.start < right.end and right.start < left.end


def _part(role: str, tokens: "list[Token]") -> Part:
    return Part(role, *extent(tokens))
