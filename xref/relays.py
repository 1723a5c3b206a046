"""Documents that only pass on what another outlet reported."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from evidence.records import Document
from xref.likeness import of_document, same_story

# "According to the Courier", "the Courier reported", "told the Courier", "in a Courier report".
_BEFORE = (
    r"(?:according\s+to|citing|told|(?:as\s+|first\s+)?(?:reported|published)\s+(?:by|in)"
    r"|(?:seen|obtained|quoted|cited)\s+(?:by|in)|interview\s+with|(?:heard|aired|shown)\s+on"
    r"|(?:report|story|article|investigation)\s+(?:in|by|on)|(?:says|reads|stands)\s+in"
    # "Made by three assistants in the Courier", "broke the news in her paper, the Courier".
    r"|(?:made|broke|reveal(?:ed|s)|disclosed|admitted|announced)\b[^.!?“”\"]{0,60}?"
    r"\s(?:in|to|on)(?:\s+[a-z]+){0,3},?)"
)
# "The newspaper Courier".
_MEDIUM = r"(?:(?:news)?paper|daily|weekly|station|broadcaster|magazine|website)"
_AFTER = (
    r"(?:,?\s+(?:which|has|have|had|also|first)){0,2}\s+(?:report(?:ed|s)?|said|says|wrote|writes"
    r"|reveal(?:ed|s)|published|quoted|learned|spotted|uncovered|disclosed)"
)
# Who says otherwise passes nothing on.
_AGAINST = re.compile(
    r"\b(?:contrary\s+to|unlike|den(?:y|ied|ies)|wrongly|falsely|contradict\w*|refut\w*"
    r"|not\s+be\s+confirmed)\b",
    re.IGNORECASE,
)
_UNLIKE = re.compile(r"\b(?:contrary\s+to|unlike)\b[^.!?]*$", re.IGNORECASE)
# However it is put: an outlet's name in a sentence that tells of telling, and "the paper" for it.
_TELLING = re.compile(
    r"\b(?:report|sa(?:ys?|id)|wr(?:ites?|ote)|told|tell|show|broadcast|accus|print|light|found|gave"
    r"|spot|publish|reveal|quot|learn|cit(?:ed|ing)|heard|announc|broke|obtain|interview|claim)\w*",
    re.IGNORECASE,
)
_CALLED = re.compile(
    r"\b(?:the|its|local|that|same)\s+(?:\w+\s)?(?:(?:news)?paper|station|broadcaster|channel|daily"
    r"|weekly|magazine|website|outlet|article)\b|\bits\s+reporters?\b",
    re.IGNORECASE,
)
# A relay says where its news comes from at the top, or again and again.
TOP = 3
# So many characters before a name say whether it is cited or contradicted.
BACK = 40
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
    found = {
        (document.id, _origin(document, by_source[source]).id)
        for document in ordered
        for source, places in attributions.found(document.text)
        if source != document.source.casefold() and _is_relay(document.text, places)
    }
    for document in ordered:
        for source in attributions.named(document.text):
            if source != document.source.casefold():
                origin = _origin(document, by_source[source])
                if same_story(of_document(document), of_document(origin)) > 0:
                    found.add((document.id, origin.id))
    return tuple(sorted(found))


class Attributions:
    """How texts name the sources at hand as the origin of what they say."""

    def __init__(self, sources: Iterable[str]) -> None:
        """Prepare to look for the sources' names."""
        names = {source: _written(source) for source in sorted(set(sources))}
        endings = Counter(name.split()[-1] for name in names.values() if name)
        self._by_ending: dict[str, dict[str, re.Pattern[str]]] = defaultdict(dict)
        self._bare: dict[str, dict[str, re.Pattern[str]]] = defaultdict(dict)
        for source, name in names.items():
            if name:
                *before, ending = name.split()
                # "The Courier" will do for the Harbour Courier where no other source ends so.
                short = ending if before and endings[ending] == 1 else None
                known = bool(before) or source != source.lower()
                pattern = _pattern(name, short, bare=known)
                self._by_ending[ending.casefold()][source.casefold()] = pattern
                named = re.compile(_forms(name, short, bare=known))
                self._bare[ending.casefold()][source.casefold()] = named

    def found(self, text: str) -> Iterator[tuple[str, tuple[int, ...]]]:
        """Each source named as an origin, in lower case, and where the text does so."""
        endings = {match.group().casefold() for match in NAME.finditer(text)}
        for ending in sorted(endings & self._by_ending.keys()):
            for source, pattern in self._by_ending[ending].items():
                places = tuple(
                    match.start()
                    for match in pattern.finditer(text)
                    if _UNLIKE.search(text, max(0, match.start() - BACK), match.start()) is None
                )
                if places:
                    yield source, places

    def named(self, text: str) -> Iterator[str]:
        """Each source that the first sentences name where they tell of telling, in lower case.

        Only where the text goes on to speak of "the paper", and does not say otherwise.
        """
        if _CALLED.search(text) is None:
            return
        top = text[: _top(text)]
        for sentence in SENTENCE_END.split(top):
            if _TELLING.search(sentence) is None or _AGAINST.search(sentence):
                continue
            endings = {match.group().casefold() for match in NAME.finditer(sentence)}
            for ending in sorted(endings & self._bare.keys()):
                yield from (
                    source
                    for source, pattern in self._bare[ending].items()
                    if pattern.search(sentence)
                )


def _pattern(name: str, short: str | None, *, bare: bool) -> re.Pattern[str]:
    """How `name` is cited; without `bare` only after "the", as an ordinary word might be."""
    named = _forms(name, short, bare=bare)
    before = rf"(?i:{_BEFORE})\s+(?:[Tt]he\s+)?(?:{_MEDIUM}\s+)?{named}\b"
    return re.compile(rf"{before}|\b{named}(?:['’]s)?{_AFTER}\b")


def _forms(name: str, short: str | None, *, bare: bool) -> str:
    full = r"\s+".join(map(re.escape, name.split()))
    forms = [full if bare else rf"(?<=[Tt]he\s){full}"]
    if short:
        forms.append(rf"(?<=[Tt]he\s){re.escape(short)}")
    return rf"\b(?:{'|'.join(forms)})\b"


def _written(source: str) -> str:
    """The source's name as a text writes it, or "" if it is too short to be told from a word."""
    name = re.sub(r"^(?:www\.|[Tt]he\s+)", "", ENDING.sub("", source.strip()).replace("_", " "))
    if sum(letter.isalpha() for letter in name) < 3:
        return ""
    # "courier", as a file was named, is "Courier" in a text.
    return " ".join(w if any(c.isupper() for c in w) else w.capitalize() for w in name.split())


def _is_relay(text: str, places: Sequence[int]) -> bool:
    return len(places) > 1 or places[0] < _top(text)


def _top(text: str) -> int:
    """Where the first sentences end."""
    ends = [match.end() for match in SENTENCE_END.finditer(text)]
    return ends[TOP - 1] if len(ends) >= TOP else len(text)


def _origin(document: Document, candidates: Sequence[Document]) -> Document:
    profile = of_document(document)
    return min(candidates, key=lambda one: (-round(profile.likeness(of_document(one)), 9), one.id))
