"""What each document speaks of, where its story is set, and how alike two of them are."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from evidence.records import Claim, Document
from xref import likeness
from xref.blocking import candidates
from xref.likeness import Profile
from xref.realm import realms, title_places
from xref.words import content

# How surely two documents tell of one event before figures of one are news of the other's.
ONE_EVENT = 0.4


@dataclass(frozen=True, slots=True)
class Story:
    """What one document speaks of."""

    profile: Profile
    words: frozenset[str]
    dates: frozenset[str]
    countries: frozenset[str]
    setting: frozenset[str]

    def titled(self, other: "Story") -> bool:
        """Whether both titles name places, and none in common."""
        return bool(self.setting and other.setting) and not self.setting & other.setting

    def elsewhere(self, other: "Story") -> bool:
        """Whether neither document fully names where the other's title sets it."""
        return (
            self.titled(other)
            and not self.setting <= other.words
            and not other.setting <= self.words
        )


class Stories:
    """What each document speaks of, and how alike two of them are; each pair is weighed once."""

    def __init__(self, claims: Iterable[Claim]) -> None:
        """Profile the documents of the claims."""
        documents: dict[str, Document] = {}
        dates: dict[str, set[str]] = defaultdict(set)
        places: dict[str, set[str]] = defaultdict(set)
        for claim in claims:
            documents.setdefault(claim.document_id, claim.document)
            places[claim.document_id].update(map(str, (claim.context or {}).get("places") or ()))
            dates[claim.document_id].update(map(str, (claim.context or {}).get("dates") or ()))
        self._stories = {
            key: Story(
                likeness.of_document(document),
                frozenset(content(f"{document.title} {document.text}")),
                frozenset(dates[key]),
                frozenset(name for _, name in realms(f"{document.title}\n{document.text}")),
                title_places(document.title or "", frozenset(places[key])),
            )
            for key, document in documents.items()
        }
        self._likeness: dict[tuple[str, str], float] = {}

    def pairs(self) -> Iterator[tuple[str, str]]:
        """The ids of documents that may well tell one story, two and two."""
        ids = sorted(self._stories)
        profiles = [self._stories[id].profile for id in ids]
        for first, second in candidates([one.names | one.numbers for one in profiles], ids):
            if self._alike(ids[first], ids[second]) >= ONE_EVENT:
                yield ids[first], ids[second]

    def of(self, claim: Claim) -> Story:
        """The story of the claim's document."""
        return self._stories[claim.document_id]

    def likeness(self, left: Claim, right: Claim) -> float:
        """How likely the documents of two claims tell one story."""
        return self._alike(*sorted((left.document_id, right.document_id)))

    def _alike(self, first: str, second: str) -> float:
        if (first, second) not in self._likeness:
            one, other = self._stories[first].profile, self._stories[second].profile
            self._likeness[first, second] = likeness.same_story(one, other)
        return self._likeness[first, second]
