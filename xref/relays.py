"""Documents that only pass on what another outlet reported."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from evidence.records import Document
from xref import likeness

# "According to the Courier", "the Courier reported", "told the Courier", "in a Courier report".
_BEFORE = (
    r"(?:according\s+to|citing|told|(?:as\s+|first\s+)?(?:reported|published)\s+(?:by|in)"
    r"|(?:seen|obtained|quoted|cited)\s+by|interview\s+with)"
)
_AFTER = (
    r"(?:,?\s+(?:which|has|have|had|also|first)){0,2}\s+(?:report(?:ed|s)?|said|says|wrote|writes"
    r"|reveal(?:ed|s)|published|quoted|learned)"
)
# A relay says where its news comes from at the top, or again and again.
TOP = 3
SENTENCE_END = re.compile(r"[.!?][\"”’)]*\s+(?=[A-Z“\"])|\n\s*\n")
NAME = re.compile(r"[^\s,;:.!?()\"“”’]+")
ENDING = re.compile(r"\.(?:com|org|net|co\.uk|co|news|info|io)$")


def relays(documents: Iterable[Document]) -> tuple[tuple[str, str], ...]:
    """Pairs of ids: a document that relays, and the one whose report it relays.

    A document relays an outlet if it names it as the origin of the news in its first sentences,
    or more than once. Of several documents of that outlet it relays the most similar.
    """
    ordered = sorted(documents, key=lambda document: document.id)
    by_source: dict[str, list[Document]] = defaultdict(list)
    for document in ordered:
        by_source[document.source.casefold()].append(document)
    attributions = Attributions(document.source for document in ordered)
    return tuple(
        sorted(
            (document.id, _origin(document, by_source[source]).id)
            for document in ordered
            for source, places in attributions.found(document.text)
            if source != document.source.casefold() and _is_relay(document.text, places)
        )
    )


class Attributions:
    """How texts name the sources at hand as the origin of what they say."""

    def __init__(self, sources: Iterable[str]) -> None:
        """Prepare to look for the sources' names."""
        names = {source: _written(source) for source in sorted(set(sources))}
        endings = Counter(name.split()[-1] for name in names.values() if name)
        self._by_ending: dict[str, dict[str, re.Pattern[str]]] = defaultdict(dict)
        for source, name in names.items():
            if name:
                *before, ending = name.split()
                # "The Courier" will do for the Harbour Courier where no other source ends so.
                short = ending if before and endings[ending] == 1 else None
                known = bool(before) or source != source.lower()
                pattern = _pattern(name, short, bare=known)
                self._by_ending[ending.casefold()][source.casefold()] = pattern

    def found(self, text: str) -> Iterator[tuple[str, tuple[int, ...]]]:
        """Each source named as an origin, in lower case, and where the text does so."""
        endings = {match.group().casefold() for match in NAME.finditer(text)}
        for ending in sorted(endings & self._by_ending.keys()):
            for source, pattern in self._by_ending[ending].items():
                places = tuple(match.start() for match in pattern.finditer(text))
                if places:
                    yield source, places


def _pattern(name: str, short: str | None, *, bare: bool) -> re.Pattern[str]:
    """How `name` is cited; without `bare` only after "the", as an ordinary word might be."""
    full = r"\s+".join(map(re.escape, name.split()))
    forms = [full if bare else rf"(?<=[Tt]he\s){full}"]
    if short:
        forms.append(rf"(?<=[Tt]he\s){re.escape(short)}")
    named = rf"(?:{'|'.join(forms)})"
    before = rf"(?i:{_BEFORE})\s+(?:[Tt]he\s+)?{named}\b"
    return re.compile(rf"{before}|\b{named}(?:['’]s)?{_AFTER}\b")


def _written(source: str) -> str:
    """The source's name as a text writes it, or "" if it is too short to be told from a word."""
    name = re.sub(r"^(?:www\.|[Tt]he\s+)", "", ENDING.sub("", source.strip()).replace("_", " "))
    if sum(letter.isalpha() for letter in name) < 3:
        return ""
    # "courier", as a file was named, is "Courier" in a text.
    return " ".join(w if any(c.isupper() for c in w) else w.capitalize() for w in name.split())


def _is_relay(text: str, places: Sequence[int]) -> bool:
    ends = [match.end() for match in SENTENCE_END.finditer(text)]
    top = ends[TOP - 1] if len(ends) >= TOP else len(text)
    return len(places) > 1 or places[0] < top


def _origin(document: Document, candidates: Sequence[Document]) -> Document:
    profile = likeness.of_document(document)
    return min(
        candidates,
        key=lambda one: (-round(profile.likeness(likeness.of_document(one)), 9), one.id),
    )
