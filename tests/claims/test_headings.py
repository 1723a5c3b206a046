"""A headline without a blank line under it is no part of the first sentence."""

from claims.headings import ends
from tests.markup import parsed


def test_a_headline_and_a_date_are_sentences_of_their_own() -> None:
    text = (
        "Mayor leads by 212 votes\n6 May 2024\nHelga Strand is ahead in the count for mayor, the "
        "county said on Monday, after all but two of the boxes had been opened."
    )
    sentences = [sentence.text.strip() for sentence in parsed(text).doc.sents]
    assert sentences[:2] == ["Mayor leads by 212 votes", "6 May 2024"]
    assert sentences[2].startswith("Helga Strand is ahead")


def test_lines_of_a_wrapped_paragraph_are_one_text() -> None:
    text = (
        "The mayor of Velm said on Tuesday that the Orla\nDam had been inspected in the week\n"
        "before it broke."
    )
    assert list(ends(text)) == []


def test_a_text_of_one_line_has_none() -> None:
    assert list(ends("Rain fell")) == []
    assert list(ends("")) == []
