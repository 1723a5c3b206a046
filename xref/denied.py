"""Figures that a document tells only to deny them: "rumours of 23 dead are false"."""

import re

from evidence.records import Claim
from xref.relation import CAN_BOTH, Code, Finding, Relation

_UNTRUE = (
    r"(?:false|untrue|wrong|baseless|unfounded|groundless|invented|fabricated|incorrect|nonsense"
    r"|an?\slies?|lies|not\strue|exaggerated)"
)
_RUMOUR = (
    r"(?:rumou?rs?|reports?|claims?|allegations?|suggestions?|assertions?|stories|talk|accounts?)"
)
# What follows the figure: "… are false".
_BEHIND = re.compile(rf"[^.;:!?]{{0,60}}\b(?:is|are|was|were)\s{_UNTRUE}\b", re.IGNORECASE)
_TOLD = re.compile(rf"\b{_RUMOUR}\b[^.;:!?]{{0,60}}$", re.IGNORECASE)
# What stands before it: "it is not true that …", "denied reports of …". Who denies a theft of five
# million does not deny the amount.
_BEFORE = re.compile(
    rf"\b(?:{_UNTRUE}\sthat|no\struth\s(?:in|to)|den(?:y|ies|ied|ying)\sthat"
    rf"|(?:den|dismiss|reject)(?:y|ies|ied|ying|es|s|ed|ing)?\s(?:the\s|all\s|any\s)?{_RUMOUR})\b"
    r"[^.;:!?]{0,60}$",
    re.IGNORECASE,
)


def is_denied(claim: Claim) -> bool:
    """Whether the sentence around a figure says that it is not so."""
    context, text = claim.context or {}, claim.document.text
    start, end = int(context.get("start", claim.start)), int(context.get("end", claim.end))
    before, behind = text[start : claim.start], text[claim.end : end]
    return bool(_BEFORE.search(before) or (_TOLD.search(before) and _BEHIND.match(behind)))


def denied(finding: Finding, left: bool, right: bool) -> Finding:
    """The finding on two figures, or a denial where just one of the two is denied."""
    if left == right:
        return finding
    if finding.relation in CAN_BOTH:
        reason = "one tells the figure, the other denies it"
        return Finding(Relation.CONFLICTS, Code.DENIAL, reason)
    reason = "one of the figures is told only to deny it"
    return Finding(Relation.UNCLEAR, Code.UNKNOWN_SCOPE, reason)
