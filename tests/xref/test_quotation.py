import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from claims.quotation import Form, Quotation, SpeakerKind
from tests.xref.making import quote
from xref.quotation import alike, compare, keys
from xref.relation import Code, Relation

RIVER = "The river will rise again tonight and nobody should return to the lower streets"
INDIRECT = Form.INDIRECT
EXAMPLES = [
    (quote(RIVER, "Ana Ruiz"), quote(f"{RIVER}.", "Ms. Ruiz"), "agrees", "exact"),
    (quote(RIVER), quote(RIVER.upper()), "agrees", "exact"),
    (
        quote(RIVER, "Mayor Ana Ruiz"),
        quote("nobody should return to the lower streets", "Ruiz"),
        "compatible",
        "quote-truncated",
    ),
    (
        quote(RIVER, "Ana Ruiz"),
        quote("The river will rise again … nobody should return", "Ana Ruiz"),
        "compatible",
        "quote-truncated",
    ),
    (
        quote(RIVER, "Ana Ruiz"),
        quote("[It] will rise again tonight and nobody should return to the lower streets", "Ruiz"),
        "compatible",
        "quote-truncated",
    ),
    (quote(RIVER, "Ana Ruiz"), quote(RIVER), "compatible", "quote-unattributed"),
    (
        quote(RIVER, "Ana Ruiz"),
        quote(RIVER, "an official", kind=SpeakerKind.UNNAMED),
        "compatible",
        "quote-unattributed",
    ),
    (quote(RIVER, "Ana Ruiz"), quote(RIVER, "Tom Beck"), "conflicts", "who-said"),
    (quote(RIVER, "Craig Ruiz and Tom Beck"), quote(RIVER, "Beck"), "agrees", "exact"),
    (
        quote("We can't go before 6:00 p.m. on the eleventh", "Ruiz"),
        quote("We cannot go before 6 p.m. on the 11th", "Ruiz"),
        "agrees",
        "exact",
    ),
    # small words that change nothing, by speakers of one body
    (
        quote("The river has risen again and nobody should return to the streets", "Ruiz"),
        quote("the river had risen again, and nobody should return to the streets", "Ruiz"),
        "agrees",
        "paraphrase",
    ),
    (
        quote("The river has risen again and nobody should return to the streets", "Ruiz"),
        quote("The river is risen again and nobody should return", "Ruiz"),
        "compatible",
        "quote-truncated",
    ),
    (
        quote("They may return to the streets of the old town tonight", "Ruiz"),
        quote("They must return to the streets of the old town tonight", "Ruiz"),
        "conflicts",
        "quote-altered",
    ),
    # whole sentences left out on either side
    (
        quote(f"{RIVER}. People are asked to avoid the High Street if they can.", "Ruiz"),
        quote(f"Police were told at nine. {RIVER}. Roads close to the High Street shut.", "Ruiz"),
        "compatible",
        "quote-truncated",
    ),
    # "not … but" of two clauses is a "not" all the same
    (
        quote("the old dam above Velm will not hold, but nobody need go", "Ruiz", INDIRECT),
        quote("the old dam above Velm will hold", "Ruiz", INDIRECT),
        "conflicts",
        "denial",
    ),
    # nothing in common but a name
    (
        quote("the absolute heart of the Endangered Species Act", "Ana Ruiz"),
        quote("a wholly wrong use of the Endangered Species Act", "Tom Beck"),
        "unclear",
        "unknown-scope",
    ),
    # a "not" of something else
    (
        quote("Beck was denied a permit for the dam in March", "Ruiz", INDIRECT),
        quote(
            "Beck was denied a permit for the dam in March but it wasn't clear why",
            "Ruiz",
            INDIRECT,
        ),
        "agrees",
        "paraphrase",
    ),
    (
        quote(RIVER, "Ana Ruiz"),
        quote(RIVER.replace("nobody", "everybody"), "Ana Ruiz"),
        "conflicts",
        "quote-altered",
    ),
    (
        quote(RIVER, "Ana Ruiz"),
        quote(
            "the river would rise again, so people should stay out of the lower streets",
            "Ruiz",
            INDIRECT,
        ),
        "agrees",
        "paraphrase",
    ),
    (
        quote("the bridge had been inspected in spring", "Beck", INDIRECT),
        quote("the bridge had not been inspected in spring", "Tom Beck", INDIRECT),
        "conflicts",
        "denial",
    ),
    (
        quote("12 boats sank in the harbour", "Beck", INDIRECT),
        quote("15 boats sank in the harbour", "Tom Beck", INDIRECT),
        "unclear",
        "unknown-time",
    ),
    # a minister may speak in the ministry's name
    (
        quote(RIVER, "Ana Ruiz"),
        quote(RIVER, "Ministry of Works", kind=SpeakerKind.ORGANISATION),
        "compatible",
        "quote-unattributed",
    ),
    (quote("We are ready", "Ruiz"), quote("We are tired", "Ruiz"), "unclear", "unknown-scope"),
]


@pytest.mark.parametrize(("left", "right", "relation", "code"), EXAMPLES)
def test_two_quotations(left: Quotation, right: Quotation, relation: str, code: str) -> None:
    finding = compare(left, right)
    assert (finding.relation, finding.code) == (Relation(relation), Code(code)), finding.reason


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (quote("It was awful", "Ana Ruiz"), quote("It was awful", "Tom Beck")),
        (quote("It was awful"), quote("It was awful")),
        (quote(RIVER, "Ana Ruiz"), quote("The boats are safe in the harbour now", "Ana Ruiz")),
    ],
)
def test_chance_likeness_is_none(left: Quotation, right: Quotation) -> None:
    assert alike(left, right) == 0.0


def test_short_remarks_of_one_speaker_are_one_remark() -> None:
    left, right = quote("It was awful", "Ana Ruiz"), quote("“it was awful,”", "Mayor Ruiz")
    assert alike(left, right) > 0.5
    assert compare(left, right).code is Code.EXACT


@pytest.mark.parametrize(
    ("one", "other"),
    [("organise the relief today", "organize the relief today"), ("it's over", "it is over")],
)
def test_spelling_alters_nothing(one: str, other: str) -> None:
    left = quote(f"We must say that {one} for everybody here", "Ruiz")
    right = quote(f"We must say that {other} for everybody here", "Ruiz")
    assert compare(left, right).relation in (Relation.AGREES, Relation.COMPATIBLE)


def test_the_changed_words_are_named() -> None:
    reason = compare(
        quote(RIVER, "Ana Ruiz"), quote(RIVER.replace("nobody", "everybody"), "Ruiz")
    ).reason
    assert "nobody" in reason
    assert "everybody" in reason


def test_quotes_of_the_same_words_share_keys() -> None:
    assert keys(quote(RIVER, "Ana Ruiz")) & keys(quote(RIVER[10:60]))


VOCABULARY = ("river", "boat", "rise", "not", "fall", "12", "the", "of", "tonight", "…", "street")
WORDS = st.one_of(
    st.lists(st.sampled_from(VOCABULARY), min_size=1, max_size=16).map(" ".join),
    # Few words often repeated can be laid side by side in many ways.
    st.lists(st.sampled_from(VOCABULARY[:3]), min_size=5, max_size=16).map(" ".join),
)
QUOTES = st.builds(
    Quotation,
    speaker=st.sampled_from([None, "Ana Ruiz", "Ruiz", "Tom Beck", "officials"]),
    speaker_kind=st.sampled_from(SpeakerKind),
    cue=st.sampled_from([None, "said", "denied"]),
    content=WORDS,
    form=st.sampled_from(Form),
)


ONE_WAY, ANOTHER = "river river boat river boat river", "river boat river river river boat river"


@given(QUOTES, QUOTES)
@example(quote(ONE_WAY), quote(ANOTHER))
@example(quote(ONE_WAY, kind=SpeakerKind.PERSON), quote(ANOTHER, kind=SpeakerKind.PERSON))
def test_comparison_does_not_depend_on_order(left: Quotation, right: Quotation) -> None:
    one, other = compare(left, right), compare(right, left)
    assert (one.relation, one.code) == (other.relation, other.code)
    assert alike(left, right) == pytest.approx(alike(right, left))


DENIED = Quotation(
    "Norda",
    SpeakerKind.ORGANISATION,
    "denied",
    "it had sold the Velm shipyard to Borduria in May",
    Form.INDIRECT,
)


def test_what_one_denies_and_another_tells_is_a_conflict() -> None:
    told = quote("Norda sold the Velm shipyard to Borduria in May", "Ana Ruiz", Form.INDIRECT)
    assert alike(DENIED, told) >= 0.7
    assert compare(DENIED, told).code is Code.DENIAL
    assert compare(DENIED, told).relation is Relation.CONFLICTS


def test_two_denials_and_other_matters_are_no_conflict() -> None:
    other = quote("Norda bought a Tarsk brewery in June", "Ana Ruiz", Form.INDIRECT)
    assert alike(DENIED, other) == 0.0
    assert compare(DENIED, DENIED).relation is Relation.AGREES


def test_retellings_with_other_numbers_do_not_agree() -> None:
    one = quote("the flood in Velm has killed seventeen people", "the agency", Form.INDIRECT)
    two = quote("the flood in Velm has killed 23 people", "the agency", Form.INDIRECT)
    assert compare(one, two).relation is Relation.UNCLEAR


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the fine must be paid by 1 July", "the fine must be paid by 1 August"),
        ("prices in Norland rose by 5%", "prices in Norland fell by 5%"),
    ],
)
def test_reports_of_another_day_or_direction_do_not_agree(one: str, other: str) -> None:
    left, right = (
        Quotation("the office", SpeakerKind.ORGANISATION, "said", words, Form.INDIRECT)
        for words in (one, other)
    )
    assert compare(left, right).relation is not Relation.AGREES


@pytest.mark.parametrize(
    ("said", "other", "speaker", "expected"),
    [
        # Many small words are one remark where the story is one, and no more than that.
        ("I came for the sun, not for you", "I came for the sun, not for you", "Bo Li", 0.8),
        ("We have to go", "We have to go", "Bo Li", 0.0),
        ("We have no more to say to them", "We have no more to say to them", "Bo Li", 0.0),
    ],
)
def test_a_remark_of_small_words(said: str, other: str, speaker: str, expected: float) -> None:
    assert alike(quote(said, "Ana Ruiz"), quote(other, speaker)) == expected
