import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from claims.encoding import MAX_PIECES
from claims.model_files import open_model
from claims.sentences import MOST, read


def test_a_sentence_is_read_as_universal_dependencies_have_it(nlp):
    doc = nlp("The minister told reporters on Monday that 12 people had died in Lisbon.")
    read = {token.text: (token.dep_, token.head.text, token.lemma_, token.tag_) for token in doc}
    assert read["minister"] == ("nsubj", "told", "minister", "NN")
    assert read["told"] == ("root", "told", "tell", "VBD")
    assert read["12"] == ("nummod", "people", "12", "CD")
    assert read["died"] == ("ccomp", "told", "die", "VBN")
    assert [(ent.text, ent.label_) for ent in doc.ents] == [("Monday", "DATE"), ("Lisbon", "LOC")]


def test_sentences_end_where_they_end(nlp):
    doc = nlp("Mr. Osk left at 6 p.m. on Friday. He did not say why.\n\nA headline\n\nShe stayed.")
    assert [sent.text.strip() for sent in doc.sents] == [
        "Mr. Osk left at 6 p.m. on Friday.",
        "He did not say why.",
        "A headline",
        "She stayed.",
    ]


def test_given_sentences_are_kept(nlp):
    words = ["He", "left", "she", "stayed"]
    doc = Doc(nlp.vocab, words=words, sent_starts=[True, False, True, False])
    assert [sent.text for sent in nlp.get_pipe("reader")(doc).sents] == ["He left", "she stayed"]


def test_the_same_text_reads_the_same_alone_and_in_company(nlp):
    text = "The harbour was closed. Two ships waited outside, the company said."
    [alone] = nlp.pipe([text])
    _, among, _ = nlp.pipe(["Short.", text, "A much longer text stands beside it here. " * 30])
    assert alone.to_bytes(exclude=["tensor"]) == among.to_bytes(exclude=["tensor"])


def test_a_long_document_loses_no_word_and_no_sentence_is_cut_in_windows(nlp):
    sentence = "On Tuesday the council of Vell said that nine bridges would be closed for repair. "
    doc = nlp(sentence * 400)
    assert doc.text == sentence * 400
    assert {sent.text.strip() for sent in doc.sents} == {sentence.strip()}


def test_a_sentence_longer_than_the_encoder_sees_is_read_to_its_end(nlp):
    text = ", ".join(f"item {number} of the list was sold" for number in range(300)) + "."
    doc = nlp(text)
    assert doc.text == text
    assert all(token.dep_ for token in doc)
    assert max(len(sent) for sent in doc.sents) <= MOST


def test_white_space_within_a_name_is_part_of_it(nlp):
    doc = nlp("The talks began on October  8, 2019 in New  York and ended in San\nFrancisco.")
    assert "October  8, 2019" in [ent.text for ent in doc.ents]
    assert "New  York" in [ent.text for ent in doc.ents]


@pytest.mark.parametrize("text", ["", " ", "\n\n\n", "\t \n", "🙂", "。", "a" * 5000, "- " * 3000])
def test_odd_texts_are_read(nlp, text):
    assert nlp(text).text == text


@given(text=st.text(max_size=400))
def test_any_text_gets_trees_within_its_sentences(nlp, text):
    doc = nlp(text)
    assert doc.text == text
    for sent in doc.sents:
        assert all(token.head.sent == sent for token in sent)


@settings(max_examples=settings.default.max_examples // 5)
@given(st.lists(st.tuples(st.text(min_size=1, max_size=30), st.integers(1, 4)), min_size=1))
def test_windows_cover_every_word_once(model, pairs):
    words, gaps = [word for word, _ in pairs] * 40, [gap for _, gap in pairs] * 40
    sentences = list(read(model, words, gaps))
    assert [s.start for s in sentences] == [0, *(s.end for s in sentences[:-1])]
    assert sentences[-1].end == len(words)
    for sentence in sentences:
        assert len(sentence.scores["arc_dep"]) == sentence.end - sentence.start
        assert len(sentence.scores["arc_head"]) == sentence.end - sentence.start + 1


def test_a_word_has_at_most_so_many_pieces(model):
    assert (
        len(model.words("pneumonoultramicroscopicsilicovolcanoconiosis" * 2).pieces) == MAX_PIECES
    )
    assert np.all(np.array(model.words("\u200b").pieces) >= 0)


@pytest.fixture(scope="module")
def model():
    return open_model(threads=1)
