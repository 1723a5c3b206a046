"""News agencies: whose text it is that several papers print under their own names."""

import re
from collections import defaultdict
from collections.abc import Iterable

from evidence.records import Document

# As they are credited → one name.
AGENCIES = {
    "AP": "Associated Press", "Associated Press": "Associated Press", "Reuters": "Reuters",
    "REUTERS": "Reuters", "AFP": "Agence France-Presse",
    "Agence France-Presse": "Agence France-Presse", "Agence France Presse": "Agence France-Presse",
    "UPI": "United Press International", "United Press International": "United Press International",
    "DPA": "Deutsche Presse-Agentur", "dpa": "Deutsche Presse-Agentur", "Xinhua": "Xinhua",
    "PTI": "Press Trust of India", "Press Trust of India": "Press Trust of India",
    "ANI": "Asian News International", "IANS": "Indo-Asian News Service", "Interfax": "Interfax",
    "TASS": "TASS", "ITAR-TASS": "TASS", "Kyodo": "Kyodo", "Kyodo News": "Kyodo", "EFE": "EFE",
    "ANSA": "ANSA", "Anadolu Agency": "Anadolu Agency", "Yonhap": "Yonhap",
    "Canadian Press": "Canadian Press", "The Canadian Press": "Canadian Press",
    "Press Association": "Press Association", "AAP": "Australian Associated Press",
    "Australian Associated Press": "Australian Associated Press",
    "Bernama": "Bernama", "IRNA": "IRNA",
}  # fmt: skip
_NAMES = "|".join(re.escape(name) for name in sorted(AGENCIES, key=len, reverse=True))
# Where a credit stands: at the top, or at the very end.
_TOP, _END = 600, 400
_CREDITS = (
    # "LIMA (AP) —", "(Reuters) -"
    re.compile(rf"(?m)^[^\n(]{{0,60}}\((?P<name>{_NAMES})\)\s*(?:[-–—:]|\S)"),
    # A line of its own: "By Ada Moss, Associated Press", "The Associated Press", "– Reuters"
    re.compile(
        rf"(?m)^\W*(?:[Bb]y\s)?(?:[^\n.]{{0,40}}[,|/–—-]\s*)?(?:[Tt]he\s)?(?P<name>{_NAMES})"
        r"(?:\s(?:[Ww]riters?|[Rr]eporters?|[Ss]taff|[Nn]ews))*\W*$"
    ),
    re.compile(
        r"(?:[Ss]ources?|[Cc]redit|[Cc]opyright|©|\([Cc]\))\s*:?\s*(?:\d{4}\s*)?(?:by\s)?(?:[Tt]he\s)?"
        rf"(?P<name>{_NAMES})\b"
    ),
)


def agency(document: Document) -> str | None:
    """The agency that a document credits with its text, if it credits one.

    >>> text = "LIMA (AP) — The dam held."
    >>> agency(Document(id="1", source="gazette", path="", text=text))
    'Associated Press'
    """
    text = document.text
    for part in (text[:_TOP], text[max(_TOP, len(text) - _END) :]):
        for credit in _CREDITS:
            if found := credit.search(part):
                return AGENCIES[found["name"]]
    return None


def wires(documents: Iterable[Document]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Each agency that more than one document credits, with the ids of these documents."""
    by_agency: dict[str, list[str]] = defaultdict(list)
    for document in documents:
        if (name := agency(document)) is not None:
            by_agency[name].append(document.id)
    return tuple((name, tuple(sorted(ids))) for name, ids in sorted(by_agency.items()) if ids[1:])
