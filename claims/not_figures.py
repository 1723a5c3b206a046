"""Numbers that are no quantities, by the words around them alone: dates, references, names."""

import re
from collections.abc import Iterator

from claims.dates import MONTHS
from claims.unit_words import MONEY
from claims.words import word_set

_MONTH = rf"(?:{'|'.join(rf'{name.title()}|{name.title()[:3]}' for name in MONTHS)}|Sept)\b\.?"
_DAY = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?![\d,.]{0,20}\d)"
_YEAR = r"(?:1\d|20)\d\d(?!\d|,\d)"
_TO = r"\s?(?:[-–—/]|to|and|or|through|until)\s?"
# "In May 12 people died" is not about the twelfth.
_COUNTED = r"(?!\s(?:people|persons|men|women|children|others|were|killed|million|billion|%))"

_DATES = (
    rf"{_MONTH}\s{_DAY}(?:{_TO}{_DAY})?{_COUNTED}(?:,?\s{_YEAR})?",
    rf"\b{_DAY}(?:{_TO}{_DAY})?(?:\sof)?\s{_MONTH}(?:,?\s{_YEAR})?",
    rf"{_MONTH},?\s(?:of\s)?{_YEAR}",
    r"\b\d{4}-\d{2}-\d{2}\b|\b\d\d-\d\d[-\s]\d{4}\b|\b\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b",
    rf"\b{_YEAR}(?:[-–/]|\sto\s)(?:{_YEAR}|\d\d)(?!\d|,)",
    r"\b\d+\s(?:[Bb]\.?[Cc]\.?(?:[Ee]\.?)?|[Cc]\.[Ee]\.?|CE|AD|[Aa]\.[Dd]\.?)(?!\w)",
)
_HOUR = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[1-9]|1[0-2]"
_MONEY = "|".join(sorted(name for name in MONEY if name.isalpha()))
_CLOCK = (
    r"(?:\b\d{1,2}(?:[:.]\d\d)?(?:\s?[-–]\s?|\s(?:to|and|until)\s))?"
    r"\b\d{1,2}(?:[:.]\s?\d\d)?\s?(?:[ap]\.\s?m\b\.?|[apAP][mM]\b|o['’]clock)",
    r"\b\d{1,2}:\s?\d\d\s(?:left|remaining|to\s(?:play|go))\b",
    r"\b\d{1,2}(?:[:.]\s?)?\d\d\s?(?:hours\s)?(?:GMT|UTC|[ECMP][SD]T|BST|CES?T|[Ll]ocal\s[Tt]ime)\b",
    r"\b(?:[01]\d|2[0-3])[0-5]\d\s(?:hrs|hours)\b",
    rf"\bat\s(?!0\.)\d{{1,2}}\.[0-5]\d\b(?!\s?(?:%|per|m|k|[a-z]*illion|(?:{_MONEY})\b))",
    r"\b(?:between|from)\s\d{1,2}\.[0-5]\d\s(?:and|to|until)\s\d{1,2}\.[0-5]\d\b"
    r"(?=\s(?:this|yesterday|on|in\sthe|local|that|o)|[.,;]\s|$)",
    rf"\b(?i:half\spast|quarter\s(?:past|to)|(?:five|ten|twenty|\d{{1,2}})\spast)\s(?:{_HOUR})\b",
    rf"\b(?i:{_HOUR})\s(?:o['’]clock\b|in\sthe\s(?:morning|afternoon|evening)\b)",
    rf"\b(?i:(?:at|around|about|before|until|since)\s(?:{_HOUR}))\s"
    r"(?:on\s[A-Z][a-z]+day|that|this|yesterday|tomorrow)\s(?:morning|afternoon|evening|night)\b",
    rf"\b(?i:(?:shortly|just|soon)\s(?:after|before))\s(?i:{_HOUR})\b(?=[.,;]|\s(?:on|in|that|when))",
)
_REFERENCE_WORDS = "|".join(
    sorted(
        word_set(
            r"""
            pages? p\. pp\. chapters? sections? articles? art\. paragraphs? para\.
            clauses? lines? rooms? routes? numbers? no\. nos\. nr\. act scene part
            phase step figures? fig\. tables? volumes? vol\. issue episodes? seasons?
            verses? levels? grades? tier category type class channel formula highway
            interstate exit gate platform flight apartment apt\.? suite floor title
            rule amendment resolution proposition prop\.? schedule appendix annex
            version windows mark round game day week stage zone district ward precinct
            area block sector order case top rank(?:ed)? seed(?:ed)? item agenda
            vision generation war apollo covid lane pier pool hall terminal unit
            building brigade division battalion regiment squadron engine platoon bus
            line
            """
        )
    )
)
_NUMBER = (
    r"(?:\d[\d.]*\b(?!,\d{3})(?:\([a-z\d]\))*|[IVX]+\b|(?:one|two|three|four|five|six|seven|eight|nine|ten"
    r"|eleven|twelve)\b)"
)
_REFERENCES = (
    # "The dead now number 11"
    rf"\b(?<!\bnow\s)(?:{_REFERENCE_WORDS})\s(?:no\.\s|number\s|#)?{_NUMBER}"
    rf"(?:(?:,\s|,?\s(?:and|or|to)\s|[-–])\d+)*(?!\s?(?:%|per\scent|[a-z]+s\b|people|men|[a-z]+illion|[kcm]?m\b))",
)
_NAMES = (
    r"\b(?:Group|Gang|Band|League|Club|Council)\sof\s(?:[A-Z][a-z]+|\d+)",
    r"\b\d+\s(?:[A-Z][\w’']+\s){1,3}(?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Lane|Drive|Way"
    r"|Court|Square|Place|Parkway|Highway)\b",
    r"\b\d{2,5}\sblock\s(?=of\b|[A-Z])",
    # "17 U.S. Code", "42 U.S.C. § 1983", "347 U.S. 483", "29 CFR 1910"
    r"\b\d+\s(?:U\.?\s?S\.?\s?(?:C\b\.?|Code\b|(?=\d+\b))|C\.?F\.?R\b\.?|S\.\s?Ct\.|F\.\s?(?:[23]d|Supp))"
    r"(?:\s?§*\s?\d+\b)?",
    r"\b(?:call(?:s|ed|ing)?|dial(?:s|led|ed|ing|ling)?|phon(?:e|ed|ing))\s\d{3}\b",
    r"(?<=\bper\s)[\d,.]+(?!\s?%)",
    r"\b911\b(?=\s(?:call|operator|dispatch|emergency|tape|recording))|\b(?:9/11|24/7|20/20|7/7)\b",
    r"\b(?:HR|HD|NGC|HIP|PSR|UGC)\s\d+\b",
    r"\b7-Eleven\b|\b3M\b|\b[2-6][Gg]\b|\b[234]-?[Dd]\b|\bzero[- ](?:tolerance|sum|day|hour)\b",
)
# Bounded, because a run of a million letters without a space must not be tried from each of them.
_MARKS = (
    r"\bhttps?://\S+|\bwww\.\S+|(?<!\S)\S{1,100}@\S{1,200}\.\w+|[#@]\w+",
    r"\+\d[\d\s().-]{6,}\d|\(?\b\d{3}\)?[\s.-]\d{3}[\s.-]\d{4}\b|\b\d+(?:-\d+){2,}\b|\b\d{3}-\d{4}\b",
    r"\b\d+(?:\.\d+)?\s?°\s?(?:\d+\s?[′'’]\s?)?(?:\d+\s?[″\"]\s?)?[NSEW]\b",
    r"(?<=[§#])\s?\d[\d.]*|\b\d[\dA-Fa-f]{0,30}e\d+\b(?<!\.\de\d)(?<!\.\de\d\d)",
)
_IDIOMS = (
    r"\b(?:one|two|three|four|five|nine)-(?:on|to|by)-(?:one|two|three|four|five)\b|\bone on one\b",
    r"\b(?:nineteen|eighteen|twenty)?[\s-]?(?:twenties|thirties|forties|fifties|sixties|seventies"
    r"|eighties|nineties)\b|\b\d+\s?-\s?for\s?-\s?\d+\b|\b\d+\s?-?\s?gauge\b",
    r"\b\d{2,3}\s?-?\s?calib(?:er|re)\b|\b\d+\s?-?\s?yard[\s-]line\b",
    r"\b(?:fifty-fifty|50[-/–]50|20[-–]20|catch-22|square one|one day|one another|no one)\b",
    r"\b(?:first|second|latter|last|other|better|top|bottom|upper|lower|northern|southern|eastern"
    r"|western)[\s-]half\b",
    r"\bhalf[- ]?(?:time|way|brother|sister|sibling|staff|mast|hearted|back)\b",
    r"\bin\shalf\b|\bthe\sother\shalf\b|\bhalf\s(?:past|term)\b|\bsix\s?-?figure|\bmillion-to-one\b",
    r"\b(?:one|two|three|four)-(?:way|sided|party|state|step|pronged|star|tier|dimensional|legged"
    r"|child|tone|part|fold|horse|stop|off|size|liner|handed|faced|parent)\b",
    r"\b(?:five|four|three|two|one|[1-9])-star\b|\b(?:on\s)?all\sfours\b|\bcloud\snine\b",
)
_LINES = (
    r"^[ \t]*[(\[]?\d{1,3}[.)\]](?=\s)",
    r"(?<=\s)[(]?\d{1,2}\)(?=\s[a-zA-Z])(?<!\(\d\))(?<!\(\d\d\))",
)

_CASED = re.compile("|".join((*_DATES, *_CLOCK, *_NAMES, *_MARKS, *_LINES)), re.MULTILINE)
_UNCASED = re.compile("|".join((*_REFERENCES, *_IDIOMS)), re.IGNORECASE)


def spans(text: str) -> Iterator[tuple[int, int]]:
    """The stretches of `text` in which no number is a quantity.

    >>> text = "On May 5, 2022, at 9:15 p.m., page 12 of Resolution 2334 came to Room 101."
    >>> [text[start:end] for start, end in sorted(spans(text))]
    ['May 5, 2022', '9:15 p.m.', 'page 12', 'Resolution 2334', 'Room 101']
    """
    for pattern in (_CASED, _UNCASED):
        for match in pattern.finditer(text):
            yield match.span()
