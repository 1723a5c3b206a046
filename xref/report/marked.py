"""A document's text with its claims marked in it, and a claim in its surroundings."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from evidence.records import Claim

OPEN, CLOSE = "⟦", "⟧"
_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of marked text: `kind` of the innermost claim around it, "" outside of all.

    `mark` tells the marks apart from the document's own characters.
    """

    text: str
    kind: str = ""
    mark: bool = False


def marked(text: str, claims: Sequence[Claim]) -> Iterator[Piece]:
    """`text` with each claim between marks, the closing one with the claim's number from 1.

    >>> claims = [Claim(kind="quantity", start=4, end=7), Claim(kind="policy", start=0, end=7)]
    >>> "".join(piece.text for piece in marked("ban 403.", claims))
    '⟦ban ⟦403⟧¹⟧².'
    """
    inside: list[int] = []
    at = 0
    for position, closes, number in _marks(claims):
        if position > at:
            yield Piece(text[at:position], claims[inside[-1]].kind if inside else "")
            at = position
        if closes:
            inside.remove(number)
            label = str(number + 1).translate(_SUPERSCRIPT)
            yield Piece(f"{CLOSE}{label}", claims[number].kind, mark=True)
        else:
            inside.append(number)
            yield Piece(OPEN, claims[number].kind, mark=True)
    if text[at:]:
        yield Piece(text[at:])


def _marks(claims: Sequence[Claim]) -> list[tuple[int, bool, int]]:
    """Position, whether it closes, and the claim's number; inner claims close first, open last."""
    numbered = list(enumerate(claims))
    opening = [((one.start, 1, -one.end, number), False) for number, one in numbered]
    closing = [((one.end, 0, -one.start, -number), True) for number, one in numbered]
    return [
        (position, closes, abs(number))
        for (position, _, _, number), closes in sorted(opening + closing)
    ]


def sentence(claim: Claim) -> tuple[int, int]:
    """Where the claim's sentence begins and ends; it is no shorter than the claim."""
    start, end = claim.context.get("start", claim.start), claim.context.get("end", claim.end)
    return min(start, claim.start), max(end, claim.end)


def paragraph(claim: Claim) -> tuple[int, int]:
    """Where the paragraph around the claim begins and ends."""
    text = claim.document.text
    end = text.find("\n\n", claim.end)
    return text.rfind("\n\n", 0, claim.start) + 1, end if end >= 0 else len(text)


def excerpt(claim: Claim, *, reach: int, within: tuple[int, int]) -> tuple[str, str, str]:
    """Up to `reach` characters before and after a claim, cut between words; and the claim."""
    text = claim.document.text
    before, after = text[within[0] : claim.start], text[claim.end : within[1]]
    if len(before) > reach:
        before = f"…{before[-reach:].partition(' ')[2]}"
    if len(after) > reach:
        after = f"{after[:reach].rpartition(' ')[0]}…"
    return before.lstrip(), text[claim.start : claim.end], after.rstrip()
