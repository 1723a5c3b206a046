"""The lines a text opens with before its first sentence: a headline, a date, who wrote it.

With a blank line under it a headline is a paragraph of its own; without one, only its length tells.
"""

import re
from collections.abc import Iterator
from itertools import islice, pairwise

# So many lines of a text may stand above its first sentence.
_LINES = 4
# A line this much shorter than it could be was ended on purpose.
_EARLY = 0.9
_ENDED = re.compile(r"[.,;:!?…—–-][\"”’')\]]*$")
_OPENS = re.compile(r"[\"“‘'(\[]?[A-Z0-9]")


def ends(text: str) -> Iterator[int]:
    """Where in `text` the line breaks stand that end such a line, though no blank line follows.

    >>> list(ends("Rain floods Velm\\n12 March 2024\\nThe river rose two metres on Monday night."))
    [16, 30]
    >>> list(ends("The river rose two metres on Monday night, said\\nVelm's mayor, and then fell."))
    []
    """
    lines = list(re.finditer(r"[^\n]+", text[:4000]))[: 3 * _LINES]
    width = max((len(line[0].rstrip()) for line in lines), default=0)
    for line, following in islice(pairwise(lines), _LINES):
        written, below = line[0].strip(), following[0].strip()
        if not written or not below:
            continue
        room = len(written) + 1 + len(below.split(maxsplit=1)[0])
        if _ENDED.search(written) or room >= width * _EARLY or not _OPENS.match(below):
            return
        if text[line.end() : following.start()] == "\n":
            yield line.end()
