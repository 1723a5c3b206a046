"""Dependency trees for tests: written by hand in one line, or drawn at random."""

import re

import spacy
from hypothesis import strategies as st
from spacy.tokens import Doc, Span

from claims.phrase import listed

_VOCAB = spacy.blank("en").vocab
_LABELS = sorted(
    listed(
        """
        nsubj nsubj:pass csubj obj iobj obl obl:agent obl:unmarked ccomp xcomp advcl acl acl:relcl
        nmod nmod:poss nummod appos compound compound:prt conj cc mark aux aux:pass cop case det
        parataxis flat fixed advmod amod punct expl discourse dep list
        """
    )
)
_WORDS = sorted(
    listed(
        """
        the a any anyone who which that Novak Oslo officials residents they it she police ban order
        orders must may not could be is was been has have to from by in on for with if when and or
        no banned ordered told allowed required arrested detained jailed fined sent camps prison
        wearing drinking wear leave said says report reportedly Monday 2019 three years one curfew
        fine face faces keep shoot kill round up , . “ ” " ? ( ) … - ’s
        """
    )
)
_TAGS = sorted(
    listed(
        """
        NN NNS NNP NNPS VB VBD VBG VBN VBP VBZ MD TO IN DT JJ RB CC CD PRP PRP$ WP WDT WRB EX , .
        """
    )
)
_POS = sorted(listed("NOUN PROPN VERB AUX ADJ ADV PRON DET ADP CCONJ SCONJ NUM PART PUNCT"))
_POS_OF = {
    "NN": "NOUN", "VB": "VERB", "MD": "AUX", "TO": "PART", "IN": "ADP", "DT": "DET", "JJ": "ADJ",
    "RB": "ADV", "CC": "CCONJ", "CD": "NUM", "PR": "PRON", "WP": "PRON", "WD": "PRON",
    "WR": "ADV", "EX": "PRON", ",": "PUNCT", ".": "PUNCT",
}  # fmt: skip


def tree(written: str) -> Doc:
    """A sentence written as `word/lemma/TAG/label<head`, heads counted from 1, 0 for the root.

    A lemma left empty is the word; `/PER`, `/LOC`, `/DATE` … at the end names it.
    """
    words, lemmas, tags, labels, heads, names = [], [], [], [], [], []
    for position, item in enumerate(written.split()):
        match = re.fullmatch(r"(.+?)/([^/]*)/([^/]+)/([^/<]+)<(\d+)(?:/(\w+))?", item)
        assert match is not None, item
        word, lemma, tag, label, head, name = match.groups()
        words.append(word)
        lemmas.append(lemma or word)
        tags.append(tag)
        labels.append(label)
        heads.append(int(head) - 1 if head != "0" else position)
        names.append(name)
    pos = [
        "PROPN" if tag.startswith("NNP") else _POS_OF.get(tag[:2], _POS_OF.get(tag[0], "X"))
        for tag in tags
    ]
    doc = Doc(_VOCAB, words, tags=tags, pos=pos, lemmas=lemmas, heads=heads, deps=labels)
    doc.ents = [Span(doc, i, i + 1, label=name) for i, name in enumerate(names) if name]
    return doc


@st.composite
def docs(draw: st.DrawFn) -> Doc:
    """Any words under any tree: what a parser at its worst could hand over."""
    size = draw(st.integers(1, 14))

    def pick(values: list[str]) -> list[str]:
        return draw(st.lists(st.sampled_from(values), min_size=size, max_size=size))

    order = draw(st.permutations(range(size)))
    heads = list(range(size))
    for place, token in enumerate(order[1:], 1):
        heads[token] = order[draw(st.integers(0, place - 1))]
    labels = [
        "root" if head == i and label != "conj" else label
        for i, (head, label) in enumerate(zip(heads, pick(_LABELS), strict=True))
    ]
    words = pick(_WORDS)
    doc = Doc(
        _VOCAB,
        words,
        spaces=[space == " " for space in pick([" ", " ", ""])],
        tags=pick(_TAGS),
        pos=pick(_POS),
        lemmas=[word.lower() for word in words],
        heads=heads,
        deps=labels,
    )
    names = pick(["", "", "PER", "ORG", "LOC", "DATE"])
    doc.ents = [Span(doc, i, i + 1, label=name) for i, name in enumerate(names) if name]
    return doc
