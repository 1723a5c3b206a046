"""A parsed document seen from its quote marks: which tokens stand inside, before and after."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import islice
from typing import TYPE_CHECKING

from claims.offices import bare
from claims.quotemarks import Quoted, Range, paragraph_at, paragraphs, quoted
from claims.turns import with_turns
from claims.words import TITLES

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

STOPS = frozenset({".", "!", "?", ";", "…", "..."})
TENSED = frozenset({"VBD", "VBZ", "VBP", "MD"})
# No attribution is longer than this many tokens.
_LONGEST = 45


class Page:
    """The document's quotes, and the words around each within its paragraph and sentence.

    Sentences are told by their marks, not by the parser: near quotes it often errs.
    """

    def __init__(self, doc: "Doc") -> None:
        """Find the paragraphs and quotes of `doc`."""
        self.doc = doc
        self.text = doc.text
        self.blocks = paragraphs(self.text)
        self.quotes, self.answers = with_turns(self.text, self.blocks, quoted(self.text))
        self._idx = [token.idx for token in doc]
        self._starts = [quote.start for quote in self.quotes]
        self._many = [self.word_count(quote) > 2 for quote in self.quotes]

    def is_stop(self, token: "Token") -> bool:
        """Whether `token` ends a sentence of the writer's own words."""
        if token.text not in (".", "!", "?"):
            return False
        quote = self.quote_at(token.idx)
        if quote:
            last = quote.stretches[-1][1] == token.idx + 1 and quote.closed
            return last and self._following(quote.end).isupper()
        abbreviated = token.i > 0 and bare(self.doc[token.i - 1]) in TITLES | {
            "del",
            "st",
            "d",
            "r",
        }
        return not (abbreviated and not self.doc[token.i - 1].whitespace_)

    def tokens(self, start: int, end: int) -> list["Token"]:
        """The tokens that begin in `[start, end)`, white space left out."""
        first, last = bisect_left(self._idx, start), bisect_left(self._idx, end)
        return [token for token in self.doc[first:last] if not token.is_space]

    def first_tokens(self, start: int, end: int, most: int) -> list["Token"]:
        """No more than `most` of `tokens`, without a look at the others."""
        first, last = bisect_left(self._idx, start), bisect_left(self._idx, end)
        return self._words(range(first, last), most)

    def _words(self, places: Iterable[int], most: int) -> list["Token"]:
        """The first `most` tokens of `places` that are no white space."""
        tokens = (self.doc[place] for place in places)
        return list(islice((token for token in tokens if not token.is_space), most))

    def token_before(self, offset: int) -> "Token | None":
        """The last token before `offset` that is no white space."""
        place = bisect_left(self._idx, offset) - 1
        return next(iter(self._words(range(place, -1, -1), 1)), None)

    def preceding(self, offset: int) -> str:
        """The last character before `offset` that is no white space, or ""."""
        while offset > 0 and self.text[offset - 1].isspace():
            offset -= 1
        return self.text[max(offset - 1, 0) : offset]

    def _following(self, offset: int) -> str:
        while self.text[offset : offset + 1].isspace():
            offset += 1
        return self.text[offset : offset + 1]

    def quote_at(self, offset: int) -> Quoted | None:
        """The quote that the character at `offset` lies in, marks included."""
        index = self._index_at(offset)
        return self.quotes[index] if index is not None else None

    def _index_at(self, offset: int) -> int | None:
        index = bisect_right(self._starts, offset) - 1
        inside = index >= 0 and offset < self.quotes[index].end
        return index if inside else None

    def is_quoted(self, token: "Token") -> bool:
        """Whether `token` stands inside a quote of more than a few words."""
        index = self._index_at(token.idx)
        return index is not None and self._many[index]

    def word_count(self, quote: Quoted) -> int:
        """How many words a quote has."""
        return sum(len(self.text[start:end].split()) for start, end in quote.stretches)

    def block(self, quote: Quoted) -> Range:
        """The paragraphs that a quote stands in, as one range."""
        first = paragraph_at(self.blocks, quote.start)
        last = paragraph_at(self.blocks, quote.end - 1)
        return self.blocks[first][0], self.blocks[last][1]

    def previous_block(self, quote: Quoted) -> Range | None:
        """The paragraph before a quote's first."""
        index = paragraph_at(self.blocks, quote.start)
        return self.blocks[index - 1] if index else None

    def before(self, quote: Quoted) -> list["Token"]:
        """The words of the sentence before the opening mark, back to any other quote."""
        start = self.block(quote)[0]
        index = bisect_left(self._starts, quote.start)
        if index:
            start = max(start, self.quotes[index - 1].end)
        return self.last_sentence(start, quote.start)

    def last_sentence(self, start: int, end: int) -> list["Token"]:
        """The tokens of `[start, end)` after the last full stop in it."""
        first, last = bisect_left(self._idx, start), bisect_left(self._idx, end)
        found = self._words(range(last - 1, first - 1, -1), _LONGEST)[::-1]
        for position in range(len(found) - 1, -1, -1):
            if found[position].text in STOPS and position + 1 < len(found):
                return found[position + 1 :]
            if found[position].text in STOPS:
                return []
        return found

    def after(self, quote: Quoted) -> list["Token"]:
        """The words of the sentence behind the closing mark, up to any other quote."""
        end = self.block(quote)[1]
        index = bisect_right(self._starts, quote.start)
        if index < len(self.quotes):
            end = min(end, self.quotes[index].start)
        found = self.first_tokens(quote.end, end, _LONGEST)
        for position, token in enumerate(found):
            if token.text in STOPS and (token.text != "." or self.is_stop(token)):
                return found[:position]
        return found

    def sentence_end(self, token: "Token") -> int:
        """Where the sentence of `token` ends, or the next quote begins."""
        end = token.idx + len(token)
        for following in self.doc[token.i + 1 : token.i + 1 + _LONGEST]:
            if following.is_space or self.quote_at(following.idx):
                break
            end = following.idx + len(following)
            if self.is_stop(following):
                break
        return end

    def after_end(self, quote: Quoted) -> int:
        """Where `after` ends, its full stop included."""
        words = self.after(quote)
        end = words[-1].idx + len(words[-1]) if words else quote.end
        stop = self.text[end : end + 1]
        return end + 1 if stop and stop in STOPS else end

    def is_sentence(self, quote: Quoted) -> bool:
        """Whether the quoted words look like whole sentences rather than a phrase or a title."""
        start, end = quote.stretches[0][0], quote.stretches[-1][1]
        words = self.text[start:end].strip("[…. ")
        final = self.text[end - 1] in ".!?…,—" or self.text[quote.end : quote.end + 1] in (
            *".!?,",
            "",
            "\n",
        )
        verbs = any(token.pos_ in ("VERB", "AUX") for token in self.tokens(start, end))
        long = self.word_count(quote) >= 4
        return long and final and verbs and not words[:1].islower() and not is_title(words)


def is_title(words: str) -> bool:
    """Whether nearly every longer word has a capital: "The Long Way Home"."""
    longer = [word for word in words.split() if len(word) > 3]
    return len(longer) > 1 and all(word[:1].isupper() for word in longer)
