"""Who is meant: the phrase in braces, and the name it stands for."""

import pytest

from claims.mentions import Mentions
from tests.markup import parsed

EXAMPLES = [
    # shorter forms of a name
    ("Ines Calloway spoke first. {Calloway} left.", "Ines Calloway", "PER"),
    ("Ines Calloway spoke first. {Ms. Calloway} left.", "Ines Calloway", "PER"),
    ("President Xi Jinping spoke first. {President Xi} left.", "Xi Jinping", "PER"),
    # the honorific tells two people of one family name apart
    ("John Reed met Mary Reed in Osk. {Mrs. Reed} left.", "Mary Reed", "PER"),
    # pronouns
    ("Ines Calloway runs the port. {She} left on Monday.", "Ines Calloway", "PER"),
    ("Tom Reed met Mary Calloway. {He} left on Monday.", "Tom Reed", "PER"),
    ("Mary Calloway thanked Tom Reed. {She} left on Monday.", "Mary Calloway", "PER"),
    # offices
    ("The mayor, Tom Reed, spoke first. {The mayor} left.", "Tom Reed", "PER"),
    ("Health Minister Ada Lovell spoke first. {The minister} left.", "Ada Lovell", "PER"),
    # a family: who is named first goes by the family name, whatever Junior he is
    ("Mark Reed Jr. resigned. His daughter Joan stayed. {Reed} left.", "Mark Reed Jr.", "PER"),
    ("Mark Reed died. Joan Reed wept. Mary Holm spoke. {Reed} left.", "Joan Reed", "PER"),
    # only a pronoun tells that Larkin is a woman
    ("Her friend Tom Osk called. Larkin tore her dress. {He} said so.", "Tom Osk", "PER"),
    # a town before its police is no person
    ("It is over, said Troy police Lt. Gerry Reed. {Reed} left.", "Gerry Reed", "PER"),
    # whom somebody acts on is somebody else
    ("Ada Lovell was ill. Mary Reed told {her} to stop.", "Ada Lovell", "PER"),
    # nobody in the document holds it: the words, without their article
    ("Tom Reed spoke first. {The coroner} left.", "coroner", ""),
    ("{The internal investigation} was long.", "internal investigation", ""),
    ("They read the leaked papers. {The papers} were long.", "leaked papers", ""),
    ("{She} left on Monday.", "she", ""),
]


@pytest.mark.parametrize(("marked", "name", "label"), EXAMPLES)
def test_resolves_the_phrase(marked: str, name: str, label: str) -> None:
    text = marked.replace("{", "").replace("}", "")
    start, end = marked.index("{"), marked.index("}") - 1
    doc = parsed(text).doc
    span = doc.char_span(start, end)
    mention = Mentions(doc).resolve(span[0] if len(span) == 1 else span)
    assert (mention.name, mention.label) == (name, label)


def test_a_pronoun_with_two_equal_readings_stays_what_it_is() -> None:
    doc = parsed("A letter to Ines Calloway and to Ada Lovell arrived. She read it.").doc
    she = next(token for token in doc if token.text == "She")
    assert Mentions(doc).resolve(she).name == "she"


def test_an_empty_document_has_no_mentions() -> None:
    doc = parsed("").doc
    assert Mentions(doc).resolve(doc[0:0]).name == ""
