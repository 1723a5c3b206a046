"""From what a person names to what is stored: read, extract, store, one document at a time."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain

from evidence import Claim, Document, InputError, Store, read_all

ADDED = "added"
KNOWN = "already there"
REFRESHED = "read again"


@dataclass(slots=True)
class Adding:
    """Documents on their way into `store`, and what became of each.

    A document that cannot be read or stored costs nothing but itself, and becomes an error.
    """

    store: Store
    added: list[tuple[Document, str]] = field(default_factory=list)
    errors: list[InputError] = field(default_factory=list)

    def add(
        self,
        paths: Sequence[str],
        *,
        source: str | None = None,
        refresh: bool = False,
        progress: Callable[[str], None] = lambda name: None,
    ) -> None:
        """Add what is at `paths`; `refresh` reads again what an older reader has read.

        `progress` is called with the source of each document when it has been read.
        """
        for document, claims in _extracted(self._unread(paths, source, refresh, progress)):
            try:
                if self.store.add(document, claims):
                    self.added.append((document, ADDED))
                else:
                    self.store.refresh(document, claims)
                    self.added.append((document, REFRESHED))
            except InputError as error:
                self.errors.append(error)

    def _unread(
        self,
        paths: Sequence[str],
        source: str | None,
        refresh: bool,
        progress: Callable[[str], None],
    ) -> Iterator[Document]:
        """The documents that need reading; the others are noted on the way."""
        for result in read_all(paths, source=source):
            if isinstance(result, InputError):
                self.errors.append(result)
                continue
            progress(result.source)
            stored = self.store.find(result)
            if stored is None:
                yield result
            elif refresh and _is_outdated(stored):
                yield stored
            else:
                self.added.append((stored, KNOWN))


def _extracted(documents: Iterator[Document]) -> Iterator[tuple[Document, list[Claim]]]:
    """Each document with its claims; the model is loaded when there is something to read."""
    first = next(documents, None)
    if first is not None:
        from claims.pipeline import extract

        yield from extract(chain([first], documents), everything=True)


def _is_outdated(document: Document) -> bool:
    from claims.pipeline import reader_version

    return document.reader != reader_version()
