"""Trees that English does not have, and what is made of them."""

import pytest
from hypothesis import given
from spacy.tokens import Doc

from claims.mending import mend
from tests.claims.trees import docs, tree


def arcs(doc: Doc) -> dict[str, str]:
    return {token.text: f"{token.dep_}<{token.head.text}" for token in doc}


GERUND = (
    "any//DT/det<2 resident//NN/nsubj<3 wearing/wear/VBG/csubj:pass<6 veils/veil/NNS/obj<3 "
    "is/be/VBZ/aux:pass<6 fined/fine/VBN/root<0"
)
RELATIVE = (
    "adding/add/VBG/root<0 that//IN/mark<5 people//NNS/nsubj:pass<5 who//WP/nsubj:pass<5 "
    "seen/see/VBN/acl:relcl<1 drumming/drum/VBG/nsubj<8 could//MD/aux<8 go//VB/conj<5"
)
OBJECT = "arrest//VB/root<0 everyone//NN/obj<4 who//WP/nsubj<4 runs/run/VBZ/acl:relcl<1"
TITLED = (
    "papers/paper/NNS/root<0 written/write/VBN/acl<1 by//IN/case<4 Minister//NNP/obl:agent<2 "
    "of//IN/case<6 Trade//NNP/nmod<4 Ada//NNP/nmod<1/PER"
)
MAKER = "they//PRP/nsubj<2 hold//VBP/root<0 speeches//NNS/obj<2 by//IN/case<5 Ada//NNP/obl<2/PER"


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (GERUND, {"resident": "nsubj:pass<fined", "wearing": "acl<resident"}),
        (
            RELATIVE,
            {
                "people": "nsubj<go",
                "seen": "acl:relcl<people",
                "go": "ccomp<adding",
                "that": "mark<go",
                "drumming": "conj<seen",
            },
        ),
        (OBJECT, {"everyone": "obj<arrest", "runs": "acl:relcl<everyone"}),
        (MAKER, {"Ada": "nmod<speeches"}),
        (
            TITLED,
            {"Ada": "obl:agent<written", "Minister": "nmod:desc<Ada", "by": "case<Ada"},
        ),
    ],
)
def test_an_impossible_shape_is_mended(written: str, expected: dict[str, str]) -> None:
    doc = tree(written)
    before = arcs(doc)
    mend(doc)
    assert arcs(doc) == before | expected


@pytest.mark.parametrize(
    "written",
    [
        # what is done is a subject where nobody stands before it
        "wearing/wear/VBG/csubj:pass<4 veils/veil/NNS/obj<1 is/be/VBZ/aux:pass<4 "
        "fined/fine/VBN/root<0",
        "people//NNS/nsubj<4 who//WP/nsubj<3 run//VBP/acl:relcl<1 fall//VBP/root<0",
        "they//PRP/nsubj<2 hold//VBP/root<0 speeches//NNS/obj<2 by//IN/case<5 May//NNP/obl<2/DATE",
    ],
)
def test_a_possible_shape_stays(written: str) -> None:
    doc = tree(written)
    before = arcs(doc)
    mend(doc)
    assert arcs(doc) == before


def test_a_time_of_day_is_known_by_its_form() -> None:
    doc = tree("close//VB/root<0 at//IN/case<3 8//CD/obl<1 p.m.//NN/nmod:unmarked<3")
    mend(doc)
    assert [(ent.text, ent.label_) for ent in doc.ents] == [("8 p.m.", "TIME")]


@given(docs())
def test_every_sentence_stays_one_tree(doc: Doc) -> None:
    words, roots = doc.text, sum(token.head == token for token in doc)
    mend(doc)
    assert doc.text == words
    assert sum(token.head == token for token in doc) == roots
    for token in doc:
        above = token
        for _ in doc:
            above = above.head
        assert above.head == above
