"""From the lines of printed pages back to paragraphs of running text."""

import re
from collections import Counter
from collections.abc import Sequence

# A line this much shorter than it could be was ended on purpose.
_EARLY = 0.9
# A line that stands at the edge of this many pages, whatever its figures, is a running head.
_REPEATED = 3

_FOLIO = re.compile(r"\W*(?:page\s+)?\d+(?:\s*(?:/|of)\s*\d+)?\W*", re.IGNORECASE)
_HYPHEN = re.compile(r"(\w+)[-‐\xad]")
_SENTENCE_END = re.compile(r"[.!?:]\W{0,2}")


def paragraphs(pages: Sequence[str]) -> str:
    """The running text of `pages`, a blank line between its paragraphs.

    Page numbers and running heads are left out; a word or paragraph that a line end or a page
    end cut in two is made whole again.

    >>> paragraphs(["The water rose for three days be-\\nfore it fell.\\nHelp\\n1", "came.\\n2"])
    'The water rose for three days before it fell.\\n\\nHelp came.'
    """
    lines = [line for page in _without_edges(pages) for line in page]
    widths = sorted(len(line) for line in lines if line)
    width = widths[len(widths) * 9 // 10] if widths else 0
    words = Counter(re.findall(r"\w+(?:-\w+)*", " ".join(lines)))
    text = ""
    last = ""
    for line in lines:
        if not line:
            last = ""
            continue
        if not last:
            text += ("\n\n" if text else "") + line
        elif _ends(last, line, width):
            text += "\n\n" + line
        else:
            text = _join(text, line, words)
        last = line
    return text


def _ends(line: str, following: str, width: int) -> bool:
    """Whether a paragraph ends with `line`: the next word would still have fitted on it."""
    room = len(line) + 1 + len(following.split(maxsplit=1)[0])
    if room >= width * _EARLY:
        return False
    return bool(_SENTENCE_END.search(line[-3:])) or not following[0].islower()


def _join(text: str, line: str, words: Counter[str]) -> str:
    cut = _HYPHEN.search(text[-40:] if text[-1] in "-‐\xad" else "")
    rest = re.match(r"\w+", line)
    if cut is None or rest is None:
        return f"{text} {line}"
    if not rest[0].islower():
        return text + line
    whole, hyphened = cut[1] + rest[0], f"{cut[1]}-{rest[0]}"
    if words[hyphened] > words[whole]:
        return text + line
    return text[:-1] + line


def _without_edges(pages: Sequence[str]) -> list[list[str]]:
    """The lines of each page, less its number and the heads that run through all pages."""
    split = [[" ".join(line.split()) for line in page.strip().split("\n")] for page in pages]
    seen = Counter(head for lines in split for head in {_head(lines[0]), _head(lines[-1])})
    repeated = {head for head, count in seen.items() if head and count >= _REPEATED}
    return [_trim(lines, repeated) for lines in split]


def _trim(lines: list[str], repeated: set[str]) -> list[str]:
    start, end = 0, len(lines)
    while start < end and _is_edge(lines[start], repeated):
        start += 1
    while end > start and _is_edge(lines[end - 1], repeated):
        end -= 1
    return lines[start:end]


def _is_edge(line: str, repeated: set[str]) -> bool:
    return bool(_FOLIO.fullmatch(line)) or _head(line) in repeated


def _head(line: str) -> str:
    return re.sub(r"\d+", "#", line)
