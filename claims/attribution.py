"""Candidates for quotations: which words are given to some voice, and where that is said.

Notes for a newcomer. Quotes come from characters (`quotemarks`), reported clauses from the parse
(`reported`), cues from both (`cues`). A quote inside a reported clause belongs to it; every other
quote looks for its cue behind it, before it, in the paragraph above and at its signature, in that
order. What the reader marks beyond all these is added (`marked`). Nothing here knows names: whose
voice it is, is settled by whoever reads the candidates.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from claims import cues, leading, speaker, trailing
from claims.cues import Cue
from claims.interview import Talk
from claims.marked import with_marked
from claims.page import TENSED, Page, is_title
from claims.phrase import sentence
from claims.quotemarks import Quoted
from claims.reach import Attribution, reported_words
from claims.subject import SUBJECTS
from claims.verbs import lemma
from claims.words import CLAUSE_VERBS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from claims.mentions import Mentions


# A quote set apart repeats words no further away than this, in characters.
_AROUND = 20_000
# Candidates that can touch one another are never further apart than this in text order.
_NEAR = 8


def attributions(doc: "Doc", mentions: "Mentions") -> list[Attribution]:
    """Every candidate of `doc`, in text order."""
    page = Page(doc)
    clauses = sorted(reported_words(page, mentions), key=lambda one: one.stretches[0])
    free = [q for q in page.quotes if not _within(q, clauses) and not _names_a_work(page, q)]
    found = sorted([*clauses, *_direct(page, free, mentions)], key=lambda one: one.stretches[0])
    return with_marked(page, mentions, _inherited(page, free, _disjoint(found), mentions))


def _names_a_work(page: Page, quote: Quoted) -> bool:
    """Whether marks hold a title: no stop or comma at their end, capitals throughout."""
    words = page.text[quote.stretches[0][0] : quote.stretches[-1][1]].strip()
    return words[-1:].isalnum() and is_title(words)


def _within(quote: Quoted, clauses: list[Attribution]) -> bool:
    place = bisect_left(clauses, quote.start, key=lambda clause: clause.stretches[0][0])
    return any(
        start <= quote.start and quote.end <= end + 1
        for clause in clauses[max(place - _NEAR, 0) : place + 1]
        for start, end in clause.stretches
    )


def _direct(page: Page, free: list[Quoted], mentions: "Mentions") -> Iterator[Attribution]:
    """Quotes with a cue; those that only "she said" or white space parts are one."""
    previous: Attribution | None = None
    talk = Talk(page.doc, page.text, min(page.answers)) if page.answers else None
    more: list[Quoted] = []
    for quote in free:
        found = _answered(page, quote, talk) or _attributed(page, quote, mentions)
        new_cue = found.cue if found else None
        if previous and new_cue in (None, previous.cue) and _continues(page, previous, more, quote):
            more.append(quote)
            continue
        if previous:
            yield _prolonged(previous, more)
        previous, more = found, []
    if previous:
        yield _prolonged(previous, more)


def _answered(page: Page, quote: Quoted, talk: Talk | None) -> Attribution | None:
    """An answer in a talk, with the voice that its layout names."""
    turn = page.answers.get(quote.start)
    if talk is None or turn is None:
        return None
    found = _made(quote, Cue(None, talk.voice(turn)), quote.end)
    return replace(found, label=turn.label)


def _prolonged(one: Attribution, more: Sequence[Quoted]) -> Attribution:
    """An attribution with the quotes that go on with it."""
    if not more:
        return one
    stretches = [*one.stretches, *(stretch for quote in more for stretch in quote.stretches)]
    return replace(one, stretches=tuple(stretches), until=max(one.until, more[-1].end))


def _continues(page: Page, previous: Attribution, more: Sequence[Quoted], quote: Quoted) -> bool:
    """Whether `quote` goes on with `previous` and `more`, nothing but their cue in between."""
    last = more[-1] if more else previous
    until = max(previous.until, more[-1].end) if more else previous.until
    between = page.text[until : quote.start]
    same_block = page.block(quote)[0] <= last.stretches[-1][0]
    going_on = page.preceding(quote.start) in (",", "—", "–", "-")
    whole = going_on or page.is_sentence(quote) or page.text[quote.stretches[-1][1] - 1] in ".!?"
    return same_block and not between.strip(" ,;:.–—-") and whole


def _attributed(page: Page, quote: Quoted, mentions: "Mentions") -> Attribution | None:
    lead = [token for token in page.before(quote) if token.is_alpha]
    starts = not lead or (len(lead) == 1 and lead[0].lower_ in ("and", "but", "so", "yet", "or"))
    starts = starts or page.preceding(quote.start) == ":"
    cue = trailing.behind(page, quote)
    if cue and starts:
        return _made(quote, cue, page.after_end(quote))
    found = None if quote.block else leading.before(page, quote)
    found = found or leading.introduced(page, quote) or trailing.signed(page, quote)
    if found and not page.is_sentence(quote) and (rest := _rest(page, quote)):
        whole = replace(quote, stretches=((quote.start, rest),))
        return replace(_made(whole, found, rest), reported=True)
    if found and (page.is_sentence(quote) or _is_phrase(page, quote) or cues.is_plain(found)):
        return _made(quote, found, quote.end)
    if cue and lead and _is_phrase(page, quote):
        whole = replace(quote, stretches=((lead[0].idx, quote.end), *quote.stretches[1:]))
        return replace(_made(whole, cue, page.after_end(quote)), reported=True)
    phrase = leading.governing(page, quote, mentions) if _is_phrase(page, quote) else None
    if phrase is None or phrase.token is None:
        return None
    start = _clause_start(page, quote, phrase.token)
    whole = replace(quote, stretches=((start, quote.end),)) if start else quote
    return replace(_made(whole, phrase, quote.end), reported=True)


def _clause_start(page: Page, quote: Quoted, cue: "Token") -> int | None:
    """Where the clause begins that ends in the quote, after a cue that takes clauses."""
    between = page.tokens(cue.idx + len(cue), quote.start)
    between = [word for word in between if word.lower_ != "that"]
    tensed = any(word.tag_ in TENSED for word in between)
    return between[0].idx if tensed and lemma(cue) in CLAUSE_VERBS else None


def _rest(page: Page, quote: Quoted) -> int | None:
    """Where a sentence ends that a quoted phrase only begins: said “the plan” was dead."""
    words = page.after(quote)
    going_on = words and words[0].tag_ in TENSED and len(quote.stretches) == 1
    return words[-1].idx + len(words[-1]) if going_on else None


def _made(quote: Quoted, cue: Cue, until: int) -> Attribution:
    extent = cues.extent(cue.token) if cue.token else None
    return Attribution(quote.stretches, extent, cue.speaker, True, False, until, cue.token)


def _is_phrase(page: Page, quote: Quoted) -> bool:
    """Whether a quoted phrase is more than a name or a word held at arm's length."""
    start, end = quote.stretches[0]
    words = page.text[start:end].split()
    if is_title(" ".join(words)):
        return False
    article = words[0].lower() in ("a", "an")
    return len(words) >= 3 or (article and len(words) == 2)


def _disjoint(ordered: list[Attribution]) -> list[Attribution]:
    """Without partial overlaps and quotes within clauses; a report may hold a report."""
    kept: list[Attribution] = []
    for one in ordered:
        start, end = one.stretches[0][0], one.stretches[-1][1]
        across = [other for other in kept[-_NEAR:] if start < other.stretches[-1][1]]
        inside = all(end <= other.stretches[-1][1] and one.cue != other.cue for other in across)
        if not across or (inside and one.reported and all(other.reported for other in across)):
            kept.append(one)
    return kept


def _inherited(
    page: Page, free: list[Quoted], found: list[Attribution], mentions: "Mentions"
) -> list[Attribution]:
    """Add the quotes without a cue: whole sentences only, with the voice that they go on with."""
    result: list[Attribution] = []
    place = 0
    for quote in free:
        start, end = quote.stretches[0][0], quote.stretches[-1][1]
        following = bisect_left(found, start, lo=place, key=lambda one: one.stretches[0][0])
        result += found[place:following]
        place = following
        near = [*result[-_NEAR:], *found[place : place + 1]]
        if any(start < one.stretches[-1][1] and one.stretches[0][0] < end for one in near):
            continue
        if not page.is_sentence(quote) or page.before(quote):
            continue
        before = _voice_before(page, quote, near)
        if (
            before
            and not quote.block
            and before.quoted
            and before.cue
            and before.cue[0] > before.stretches[-1][0]
        ):
            # Only "she said" stands between a clause with a quote in it and this quote.
            stretches = (*before.stretches, *quote.stretches)
            at = result.index(before, max(len(result) - _NEAR, 0))
            result[at] = replace(before, stretches=stretches, until=quote.end)
            continue
        voice = before.speaker if before else _voice_above(page, quote, mentions)
        result.append(Attribution(quote.stretches, None, voice, True, False, quote.end))
    return [*result, *found[place:]]


def _voice_above(page: Page, quote: Quoted, mentions: "Mentions") -> "Token | None":
    """Who acts or speaks in the sentence before a quote: "Ms Abara was blunt. “We are broke.”"."""
    last = page.token_before(quote.start)
    if quote.block or last is None or last.idx < page.block(quote)[0] or page.quote_at(last.idx):
        return None
    first, end = sentence(last)
    for token in page.doc[first:end]:
        main = token.dep_ in SUBJECTS and token.head.dep_.lower() == "root"
        if not main or page.quote_at(token.idx):
            continue
        person = token.ent_type_ == "PER" or token.lower_ in ("he", "she")
        spoken = cues.speaks(token.head) and speaker.is_voice(token, mentions)
        if person or (spoken and not speaker.is_narrator(token)):
            return token
    return None


def _voice_before(page: Page, quote: Quoted, near: list[Attribution]) -> Attribution | None:
    """What was said in the sentence right before: in the same paragraph, or, where the quote has
    its paragraph to itself, at the end of the one above.
    """
    above = page.previous_block(quote) if quote.block else None
    start = above[0] if above else page.block(quote)[0]
    earlier = [one for one in near if start <= one.stretches[0][0] < quote.start]
    if not earlier or (quote.block and above is None):
        return None
    latest = max(earlier, key=lambda one: one.until)
    if page.text[latest.until : quote.start].strip(" .,\n\t"):
        return None
    return latest if not above or (latest.quoted and not _is_pulled(page, quote)) else None


def _is_pulled(page: Page, quote: Quoted) -> bool:
    """Whether the words stand in the text once more: a quote set apart to catch the eye."""
    start, end = quote.stretches[0]
    around = page.text[max(start - _AROUND, 0) : end + _AROUND]
    return around.count(page.text[start:end].rstrip(".,")) > 1
