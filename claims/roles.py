"""The spans that the reader marks as source, cue and content, joined to attributions.

The reader labels words; who belongs to whom is told by nearness: within a sentence a cue takes the
source and the content that no other cue is nearer to, and content that goes on in the next
sentence goes on with the same cue.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

NAME = "quotations"


@dataclass(frozen=True, slots=True)
class Roles:
    """One attribution as the reader marks it: its cue, who speaks, what is said, in text order."""

    cue: "Span"
    source: "Span | None"
    contents: tuple["Span", ...]


def attributions(doc: "Doc") -> Iterator[Roles]:
    """The attributions whose cue the reader marked, in text order."""
    spans = sorted(doc.spans.get(NAME, ()), key=lambda span: span.start)
    starts = [sent.start for sent in doc.sents] if spans else []
    sentence = [bisect_right(starts, span.start) for span in spans]
    places: dict[tuple[int, str], list[int]] = defaultdict(list)
    for i, span in enumerate(spans):
        places[sentence[i], span.label_].append(i)
    contents: dict[int, list[Span]] = defaultdict(list)
    owner: int | None = None
    for i, span in enumerate(spans):
        if span.label_ == "content":
            last = bisect_right(starts, span.end - 1)
            cues = [
                *places[sentence[i], "cue"],
                *(places[last, "cue"] if last > sentence[i] else ()),
            ]
            owner = _nearest(spans, i, cues) if cues else _goes_on(spans, i, owner)
            if owner is not None:
                contents[owner].append(span)
    for i, span in enumerate(spans):
        if span.label_ == "cue":
            source = _source(spans, i, places[sentence[i], "source"])
            yield Roles(span, source, tuple(contents[i]))


def _source(spans: Sequence["Span"], cue: int, sources: Sequence[int]) -> "Span | None":
    """Of the sources in its sentence the cue's subject; else the nearest."""
    subjects = {c.i for token in spans[cue] for c in token.children if c.dep_.startswith("nsubj")}
    for i in sources:
        if any(token.i in subjects for token in spans[i]):
            return spans[i]
    return spans[_nearest(spans, cue, sources)] if sources else None


def _nearest(spans: Sequence["Span"], place: int, others: Iterable[int]) -> int:
    """Of the spans numbered `others`, the one with the fewest spans, then words, in between."""
    return min(others, key=lambda i: (abs(i - place), _gap(spans[i], spans[place]), i))


def _gap(left: "Span", right: "Span") -> int:
    first, second = (left, right) if left.start <= right.start else (right, left)
    return second.start - first.end


def _goes_on(spans: Sequence["Span"], place: int, owner: int | None) -> int | None:
    """The owner of the content right before, if nothing but marks stands in between."""
    before = spans[place - 1] if place else None
    if before is None or before.label_ != "content":
        return None
    between = before.doc[before.end : spans[place].start]
    return owner if all(token.is_punct or token.is_space for token in between) else None
