"""Countries and the whole world as the limits of a figure, and where a document's story is set."""

import re

from xref.places import COUNTRIES
from xref.words import WORD, content, listed

WORLD = "world"
WORLDWIDE = re.compile(
    r"\b(?:world-?wide|globally|global|(?:around|across|throughout|in|over) the (?:world|globe))\b",
    re.I,
)
# Countries whose names are more than one word, or told in short.
SPELLED = (
    "United States",
    "United Kingdom",
    "South Korea",
    "North Korea",
    "Saudi Arabia",
    "New Zealand",
    "South Africa",
    "Sri Lanka",
    "Hong Kong",
    "Puerto Rico",
    "Costa Rica",
    "El Salvador",
    "Sierra Leone",
    "Ivory Coast",
    "Burkina Faso",
)
SHORT = {
    "US": "United States",
    "U.S.": "United States",
    "USA": "United States",
    "America": "United States",
    "UK": "United Kingdom",
    "U.K.": "United Kingdom",
}
# A share of what there is in the world is no figure for the world.
SHARE_BEFORE = re.compile(r"(?:%|percent|per cent|half|third|quarter) of (?:all |the )?$")
# No words of a share are longer.
SHARE = 24
ONE_WORD = COUNTRIES - listed("us usa uk uae africa asia europe america antarctica")
NAMED = re.compile(
    r"\b(?:"
    + "|".join([*SPELLED, *(name.title() for name in sorted(ONE_WORD))])
    + r"|USA|US|UK|America)\b|\bU\.[SK]\."
)


def realms(text: str) -> list[tuple[int, str]]:
    """Each country named in a text, and the world, with where it stands.

    >>> realms("5,900 US deaths, 60,000 worldwide")
    [(6, 'United States'), (24, 'world')]
    """
    found = [
        (match.start(), SHORT.get(match.group(), match.group())) for match in NAMED.finditer(text)
    ]
    found += [
        (match.start(), WORLD)
        for match in WORLDWIDE.finditer(text)
        if not SHARE_BEFORE.search(text, max(0, match.start() - SHARE), match.start())
    ]
    return sorted(found)


def realm(text: str, start: int, end: int, phrase: str | None = None) -> str | None:
    """The country, or the world, that a figure is for: in its own words, else the nearest before.

    `start` and `end` say where the figure stands in its sentence.
    """
    own = realms(text[start:end]) or realms(phrase or "")
    if own:
        return own[0][1]
    told = realms(text)
    before = [name for at, name in told if at < start]
    after = [name for at, name in told if at >= end]
    # "In Peru 12 died, 30 in Chile": what follows at once is nearer than what leads.
    near = realms(re.split(r"[,;:]| and | while ", text[end:])[0])
    if near:
        return near[0][1]
    return before[-1] if before else (after[0] if after else None)


def title_places(title: str, places: frozenset[str]) -> frozenset[str]:
    """The words of those places of a document that its title names."""
    named = {match.group().lower() for match in WORD.finditer(title) if match.group()[0].isupper()}
    told = {word.lower() for place in places for word in re.findall(r"[^\W\d_]+", place)}
    wide = {word.lower() for _, name in realms(title) if name != WORLD for word in name.split()}
    wide |= {name.lower() for name in SHORT}
    # A town or a state says more than the country around it.
    near = (named & told) - wide
    return frozenset(content(" ".join(sorted(near or wide & (named | _spelled(title))))))


def _spelled(title: str) -> set[str]:
    return {word.lower() for _, name in realms(title) for word in name.split()}
