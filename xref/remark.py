"""One remark as two documents quote it: in which words, and as whose."""

import re
from dataclasses import dataclass
from enum import StrEnum

from claims.quotation import Form, Quotation, SpeakerKind
from xref.names import Same, same_name
from xref.wording import Laid, lay

MARKED = re.compile(r"(?:[“\"„«]|``|'')((?:(?!''|``)[^”\"“»])+)(?:[”\"»]|''|``)?")
JOINED = re.compile(r", (?:and )?| and ")
VOICELESS = frozenset({SpeakerKind.UNNAMED, SpeakerKind.NONE})


class Given(StrEnum):
    """Whose words they are here, seen beside the other document."""

    SAME = "same speaker"
    ANOTHER = "attributed to another speaker"
    HERE_NOBODY = "unattributed here"
    THERE_NOBODY = "unattributed there"
    UNKNOWN = "perhaps another speaker"


@dataclass(frozen=True, slots=True)
class SideBySide:
    """How one quotation gives the words that another gives, and as whose."""

    laid: Laid
    given: Given

    def words(self) -> str:
        """The result as a reader is told it.

        >>> from xref.wording import Match
        >>> SideBySide(Laid(Match.ALTERED, (("boat", "ship"),)), Given.ANOTHER).words()
        'altered (“boat” for “ship”), attributed to another speaker'
        """
        pairs = ", ".join(
            f"“{here or '–'}” for “{there or '–'}”" for here, there in self.laid.changed
        )
        said = [f"{self.laid.match} ({pairs})" if pairs else str(self.laid.match)]
        return ", ".join([*said, *([] if self.given is Given.SAME else [str(self.given)])])


def side_by_side(here: Quotation, there: Quotation) -> SideBySide:
    """Lay two quotations side by side: their words inside the marks, and their speakers."""
    return SideBySide(lay(marked(here), marked(there)), _given(here, there))


def marked(quotation: Quotation) -> str:
    """The words inside the marks; all of them where a quotation has no marks of its own."""
    if quotation.form is not Form.MIXED:
        return quotation.content
    inside = MARKED.findall(quotation.content)
    return " … ".join(inside) if inside else quotation.content


def speakers(left: Quotation, right: Quotation) -> Same:
    """Whether one voice is quoted; unknown unless both are named."""
    if left.speaker_kind in VOICELESS and right.speaker_kind in VOICELESS:
        alike = (left.speaker or "").casefold() == (right.speaker or "").casefold()
        return Same.YES if alike else Same.UNKNOWN
    if left.speaker_kind in VOICELESS or right.speaker_kind in VOICELESS:
        return Same.UNKNOWN
    same = _same_voice(left.speaker or "", right.speaker or "")
    # A ministry and its minister, a report and its author, speak for one another.
    if same is Same.NO and left.speaker_kind is not right.speaker_kind:
        return Same.UNKNOWN
    if same is Same.NO and left.speaker_kind is not SpeakerKind.PERSON:
        return Same.UNKNOWN
    return same


def _same_voice(left: str, right: str) -> Same:
    """Like `same_name`; who is one of several that speak together speaks as well."""
    pairs = [(one, other) for one in JOINED.split(left) for other in JOINED.split(right)]
    found = {same_name(left, right), *(same_name(*pair) for pair in pairs)}
    return next(same for same in (Same.YES, Same.UNKNOWN, Same.NO) if same in found)


def is_named(quotation: Quotation) -> bool:
    """Whether the document says by name whose words they are."""
    return quotation.speaker_kind not in VOICELESS and bool(quotation.speaker)


def _given(here: Quotation, there: Quotation) -> Given:
    match speakers(here, there):
        case Same.YES:
            return Given.SAME
        case Same.NO:
            return Given.ANOTHER
    if is_named(here) != is_named(there):
        return Given.THERE_NOBODY if is_named(here) else Given.HERE_NOBODY
    return Given.UNKNOWN
