"""One number at a time: figures, words, magnitudes, fractions and vague plurals."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from claims.number_words import (
    APART,
    DENOMINATORS,
    LARGE_ORDINALS,
    MAGNITUDES,
    MULTIPLES,
    PLURALS,
    SMALL,
    TENS,
    UNIT_ORDINALS,
    Lexeme,
    lexemes,
)  # fmt: skip


class Form(StrEnum):
    """How a number is written, as far as it changes what the number means."""

    COUNT = "count"
    PLURAL = "plural"  # "dozens", "hundreds of thousands": the lowest reading
    FRACTION = "fraction"  # "two thirds", "one in five": a share, as a number below one
    HALF = "half"  # the bare word, which is a share only in some places
    MULTIPLE = "multiple"  # "twice", "tenfold"
    RANGE = "range"  # "between 5 and 7", "5 to 7", "five or six"
    PAIR = "pair"  # "5-7", "19–11": a range or a score, as the words around it decide


@dataclass(frozen=True, slots=True)
class Number:
    """A number at `[start, end)`; `ends` are the two numbers of a range or pair."""

    start: int
    end: int
    low: Decimal
    high: Decimal
    form: Form = Form.COUNT
    ends: "tuple[Number, Number] | None" = None


# No report counts so much, and a decimal number of more digits is no longer exact.
_BEYOND = Decimal(10) ** 27
# Decimals that are spelled out one by one.
_MOST_DIGITS = 12


def simple(text: str) -> Iterator[Number]:
    """The numbers of `text` without joining any two."""
    words = lexemes(text)
    index = 0
    while index < len(words):
        found = _number(words, index)
        if found is None:
            index += 1
            continue
        number, index = found
        if number.low < _BEYOND:
            yield number


def _number(words: Sequence[Lexeme], index: int) -> tuple[Number, int] | None:
    """The number that begins at a lexeme, and the index after it."""
    for reading in (_share, _vague, _multiple, _cardinal):
        if (found := reading(words, index)) is not None:
            value, after, form = found
            value = value if abs(value) < _BEYOND else _BEYOND
            start, end = words[index].start, words[after - 1].end
            return Number(start, end, _plain(value), _plain(value), form), after
    return None


_BEFORE_SHARE = frozenset({"than", "about", "nearly", "almost", "around", "roughly", "over", "by"})

_Found = tuple[Decimal, int, Form] | None


def _share(words: Sequence[Lexeme], index: int) -> _Found:
    """ "Two thirds", "a quarter", "three-quarters of a million", "half a dozen", "half"."""
    first = words[index]
    count = Decimal(1) if first.word in ("a", "an") else SMALL.get(first.word)
    at = index + 1 + (_word(words, index + 1) == "-")
    if first.word == "half" or (first.word == "quarter" and _word(words, at) in MAGNITUDES):
        count, at = Decimal(1), index
    if count is None or (part := DENOMINATORS.get(_word(words, at))) is None:
        return None
    if _word(words, at).endswith("s") != (count > 1) or count >= part:
        return None
    value, after = count / part, at + 1
    scale = after + (_word(words, after) == "of" and _word(words, after + 1) in ("a", "an"))
    scale += _word(words, scale) in ("a", "an", "-")
    if (size := MAGNITUDES.get(_word(words, scale))) is not None:
        return value * size, scale + 1, Form.COUNT
    form = Form.HALF if at == index else Form.FRACTION
    # "A second", "a third" without "of" are mostly ordinals.
    before = words[index - 1].word if index else ""
    ordinal = first.word in ("a", "an") and _word(words, after) != "of"
    if ordinal and before not in _BEFORE_SHARE:
        return None
    return rounded(value), after, form


def _vague(words: Sequence[Lexeme], index: int) -> _Found:
    """ "Dozens", "hundreds of thousands", "several hundred": at least twice the word."""
    first = words[index].word
    at = index + 1 + (first == "a" and _word(words, index + 1) in ("few", "couple"))
    if first in ("several", "few", "many") or at > index + 1:
        at += _word(words, at) == "of"
        size = MAGNITUDES.get(_word(words, at))
        return None if size is None else (2 * size * _tail(words, at), _end(words, at), Form.PLURAL)
    if (value := PLURALS.get(first)) is None:
        return None
    after = index + 1
    while _word(words, after) == "of" and (size := PLURALS.get(_word(words, after + 1))):
        value, after = min(value * size / 2, _BEYOND), after + 2
    # "Scores" are mostly results, "tens" mostly digits, unless they say of what.
    vague = "of" if first == "tens" else ("of", "more", "others")
    if first in ("scores", "tens") and after == index + 1 and _word(words, after) not in vague:
        return None
    return value, after, Form.PLURAL


def _tail(words: Sequence[Lexeme], at: int) -> Decimal:
    """The second magnitude of "several hundred thousand"."""
    return MAGNITUDES.get(_word(words, at + 1), Decimal(1))


def _end(words: Sequence[Lexeme], at: int) -> int:
    return at + 1 + (_word(words, at + 1) in MAGNITUDES)


def _multiple(words: Sequence[Lexeme], index: int) -> _Found:
    """ "Twice", "tenfold"."""
    value = MULTIPLES.get(words[index].word)
    return None if value is None else (value, index + 1, Form.MULTIPLE)


# "Three dozens", "5 millions"; "hundreds" and "thousands" behind a number are another number.
_PLURAL = MAGNITUDES | {f"{word}s": MAGNITUDES[word] for word in ("dozen", "million", "billion")}
_SHORTENED = _PLURAL | APART


def _cardinal(words: Sequence[Lexeme], index: int) -> _Found:
    """A whole or decimal number in figures or words, with all its magnitudes."""
    sign = index + (words[index].word == "minus")
    found = _group(words, sign)
    if found is None:
        return None
    total = Decimal(0)
    value, after = found
    limit: Decimal | None = None
    while True:
        size, after = _magnitude(words, after, figures=words[sign].literal is not None)
        total += value * size
        if size == 1 or (limit is not None and size >= limit):
            break
        limit = size
        ahead = after + (_word(words, after) == "and")
        more = None if words[sign].literal is not None else _words_group(words, ahead)
        if more is None or more[0] >= size:
            break
        value, after = more
    if _ordinal(words, after):
        return None
    total, after = _with_part(words, after, total, limit or Decimal(1))
    return (-total if sign > index else total), after, Form.COUNT


def _magnitude(words: Sequence[Lexeme], at: int, *, figures: bool = False) -> tuple[Decimal, int]:
    """The product of the magnitude words from `at` on, and the index after them.

    Behind `figures` they may be shortened: "10 bn".
    """
    size = Decimal(1)
    scale = at + (_word(words, at) == "-")
    known = _SHORTENED if figures else _PLURAL
    while (step := known.get(_word(words, scale))) is not None:
        size, at, scale = min(size * step, _BEYOND), scale + 1, scale + 1
    return size, at


def _words_group(words: Sequence[Lexeme], at: int) -> tuple[Decimal, int] | None:
    """The next group of a number in words, if it is not the top of a fraction."""
    if at >= len(words) or words[at].literal is not None or words[at].word in ("a", "an"):
        return None
    group = _group(words, at)
    return None if group is None or _share(words, at) else group


def _ordinal(words: Sequence[Lexeme], after: int) -> bool:
    """Whether what follows makes an ordinal of a number: "twenty-first", "two hundredth"."""
    if _word(words, after) == "-":
        return _word(words, after + 1) in UNIT_ORDINALS | LARGE_ORDINALS
    return _word(words, after) in LARGE_ORDINALS


def _with_part(
    words: Sequence[Lexeme], after: int, total: Decimal, size: Decimal
) -> tuple[Decimal, int]:
    """The number with a part added: "and a half", "and three quarters", "point five"."""
    if _word(words, after) == "point" and _word(words, after + 1) in SMALL:
        digits, at = "", after + 1
        while (digit := SMALL.get(_word(words, at), _BEYOND)) < 10 and len(digits) < _MOST_DIGITS:
            digits, at = digits + str(digit), at + 1
        if digits:
            scale, end = _magnitude(words, at)
            return (total + Decimal(f"0.{digits}")) * scale, end
    if _word(words, after) != "and" or after + 1 >= len(words):
        return total, after
    if _word(words, after + 1) == "a" and (part := DENOMINATORS.get(_word(words, after + 2))):
        scale, end = _magnitude(words, after + 3)
        return (total + size / part) * scale, end
    found = _share(words, after + 1)
    if found is None or found[2] is not Form.FRACTION:
        return total, after
    return total + size * found[0], found[1]


def _group(words: Sequence[Lexeme], at: int) -> tuple[Decimal, int] | None:
    """A number below a thousand in words, or any in figures; "a" before a magnitude is one."""
    if at >= len(words):
        return None
    first = words[at]
    if first.literal is not None:
        return first.literal, at + 1
    if first.word in ("a", "an") and _word(words, at + 1) in MAGNITUDES:
        return Decimal(1), at + 1
    if first.word in MAGNITUDES and at and words[at - 1].word == "every":
        return Decimal(1), at
    value, after = _below_hundred(words, at)
    if value is None:
        return None
    if _word(words, after) == "hundred":
        value, after = value * 100, after + 1
        ahead = after + (_word(words, after) == "and")
        rest, end = _below_hundred(words, ahead)
        # "One hundred and three quarters"
        if rest is not None and not _share(words, ahead):
            value, after = value + rest, end
    return value, after


def _below_hundred(words: Sequence[Lexeme], at: int) -> tuple[Decimal | None, int]:
    word = _word(words, at)
    if word in SMALL:
        return SMALL[word], at + 1
    if word not in TENS:
        return None, at
    unit = at + 1 + (_word(words, at + 1) == "-")
    more = SMALL.get(_word(words, unit))
    if more is None or not 0 < more < 10:
        return TENS[word], at + 1
    return TENS[word] + more, unit + 1


def _word(words: Sequence[Lexeme], at: int) -> str:
    return words[at].word if at < len(words) else ""


def _plain(value: Decimal) -> Decimal:
    """The same number without needless zeros or an exponent."""
    whole = value.to_integral_value()
    return whole.quantize(Decimal(1)) if value == whole else value.normalize()


def rounded(share: Decimal) -> Decimal:
    """A share to four digits, as fine as any article tells it."""
    return _plain(share.quantize(Decimal("0.0001")))
