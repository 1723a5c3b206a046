from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence import InputError
from evidence.decode import clean
from evidence.front_matter import About, about, split

VALUES = st.text(st.characters(codec="utf-8", categories=["L", "N", "P"]), min_size=1).filter(
    lambda value: value[0] not in "\"'|>-#"
)


@pytest.mark.parametrize(
    ("written", "about"),
    [
        ("source: Gazette", About(source="Gazette")),
        ("source:Gazette\ntitle: x", None),
        ("Source: Gazette\nTITLE: Rain: a history", About("Gazette", "Rain: a history")),
        ('source: "The \\"Post\\""', About(source='The "Post"')),
        ("source: 'The Mayor''s Post'", About(source="The Mayor's Post")),
        ('source: "Post', About(source='"Post')),
        ("source:", About()),
        ("source: ''", About()),
        ("", About()),
        ("# a remark\n\nsource: Gazette", About(source="Gazette")),
        ("tags:\n  - rain\n- flood\nsource: Gazette", About(source="Gazette")),
        ("título: lluvia\nsource: Gazette", About(source="Gazette")),
        ("title: >\n  Rain falls\n  again\nsource: Gazette", About("Gazette", "Rain falls again")),
        ("url: https://post.example/a?b=c#d", About(url="https://post.example/a?b=c#d")),
        ("published: 2022-05-24", About(published=date(2022, 5, 24))),
        ("published: '2022-05-24'", About(published=date(2022, 5, 24))),
        ("date: 2022-05-24T23:10:00+02:00", About(published=date(2022, 5, 24))),
        ("date: 2020-01-01\npublished: 24 May 2022", About(published=date(2022, 5, 24))),
        ("published: May 24, 2022", About(published=date(2022, 5, 24))),
        ("He said that rain had fallen.", None),
    ],
)
def test_reads_what_a_text_says_of_itself(written: str, about: About | None) -> None:
    text = f"---\n{written}\n---\nRain fell.\n"
    assert split(text, "a.txt") == ((about, "Rain fell.\n") if about else (About(), text))


@pytest.mark.parametrize(
    "text",
    [
        "---\nsource: Gazette\nRain fell.\n",
        "---\nsource: Gazette\n",
        "---",
        "----\nsource: Gazette\n----\nRain fell.",
        "\n---\nsource: Gazette\n---\nRain fell.",
        "Rain fell.\n---\nsource: Gazette\n---\n",
        "---\nsource: Gazette --- Rain fell.",
        "---\nRain fell.\n---\nIt went on falling.",
        "",
    ],
)
def test_what_is_not_fenced_is_text(text: str) -> None:
    assert split(text, "a.txt") == (About(), text)


def test_a_closing_fence_may_end_the_file() -> None:
    assert split("---\nsource: Gazette\n---", "a.txt") == (About(source="Gazette"), "")


@pytest.mark.parametrize("value", [{"name": "Harbour Post"}, ["Harbour Post"], True])
def test_a_source_that_is_no_text_is_said(value: object) -> None:
    with pytest.raises(InputError, match=r"a\.jsonl line 3: its source is no text"):
        about({"source": value}, "a.jsonl line 3")


@pytest.mark.parametrize("written", ["last May", "2022-13-01", "2022-02-30", "2022", "24/05/2022"])
def test_a_date_that_cannot_be_read_is_said(written: str) -> None:
    with pytest.raises(InputError) as raised:
        split(f"---\npublished: {written}\n---\nRain.", "news/a.txt")
    message = f'news/a.txt: cannot read the date "{written}": write it as 2022-05-24'
    assert str(raised.value) == message


@given(VALUES, VALUES, st.text(st.characters(codec="utf-8", exclude_characters="\r\0")))
def test_front_matter_round_trips_and_leaves_every_character(
    source: str, title: str, text: str
) -> None:
    about, rest = split(f"---\nsource: {source}\ntitle: {title}\n---\n{text}", "a.txt")
    assert rest == text
    assert (about.source, about.title) == (clean(source), clean(title))


@given(st.text(st.sampled_from("-\n: abc'\"#\t|>")))
def test_no_text_is_ever_lost_or_refused(text: str) -> None:
    about, rest = split("---\n" + text, "a.txt")
    assert ("---\n" + text).endswith(rest)
    assert about.published is None
