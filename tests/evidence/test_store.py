import os
from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest

from evidence import Claim, Document, InputError, Store, read, read_all
from evidence.records import Relating, SameThing
from tests.evidence.make import claim, document

FLOOD = document("About 12 people left. “Nobody was hurt,” said Ábel Kő. Dogs must stay in.")
RAIN = document("Rain fell for 3 days.", "Courier", path="rain.txt")


def flood_claims() -> list[Claim]:
    """The claims of the flood, the last one first and one of them twice."""
    made = [
        claim(FLOOD, 55, 72, "policy", modality="must"),
        claim(FLOOD, 23, 38, "quotation", speaker="Ábel Kő"),
        claim(FLOOD, 0, 15, "quantity", amount=12),
    ]
    return [*made, claim(FLOOD, 0, 15, "quantity", amount=12)]


def related(left: str, right: str, *, supports: float) -> Relating:
    of_one_thing = {"agrees": 0.9, "compatible": 0.1, "conflicts": 0.0, "updates": 0.0}
    return Relating(
        left=left, right=right, supports=supports, refutes=0.1, odds=2.0, **of_one_thing
    )


@pytest.fixture
def stored(url: str) -> str:
    """A database with two documents."""
    with Store(url) as store:
        store.add(FLOOD, flood_claims())
        store.add(RAIN, [claim(RAIN, 14, 20, "quantity", amount=3)])
    return url


def test_what_was_added_is_read_back_in_the_order_of_the_text(stored: str) -> None:
    with Store(stored) as store:
        claims = list(store.claims())
    assert [(each.document.source, each.kind, each.text) for each in claims] == [
        ("Courier", "quantity", "3 days"),
        ("Gazette", "quantity", "About 12 people"),
        ("Gazette", "quotation", "Nobody was hurt"),
        ("Gazette", "policy", "Dogs must stay in"),
    ]
    # The store is closed, and everything a comparison needs is still there.
    for each in claims:
        assert each.document.text[each.start : each.end] == each.text
        assert [(span.role, span.text) for span in each.spans] == [("whole", each.text)]
    assert claims[2].value == {"speaker": "Ábel Kő"}


def test_the_same_document_twice_is_one(stored: str) -> None:
    with Store(stored) as store:
        assert store.add(FLOOD, []) is False
        assert len(store.documents()) == 2
        assert len(list(store.claims())) == 4


def test_adding_takes_nothing_from_the_one_who_adds(url: str) -> None:
    flood, claims = document(FLOOD.text), flood_claims()
    with Store(url) as store:
        assert store.add(flood, iter(claims)) is True
    assert flood.text == FLOOD.text
    assert claims[0].spans[0].text == "Dogs must stay in"


def test_what_is_added_can_be_read_at_once_and_while_reading(stored: str) -> None:
    snow = document("Snow fell.", "Herald")
    with Store(stored) as store:
        texts = []
        for each in store.claims():
            store.add(snow, [claim(snow, 0, 4)])
            texts.append(each.text)
        assert len(texts) == 4
        assert [each.text for each in store.claims(source="Herald")] == ["Snow"]


def test_a_document_is_added_wholly_or_not_at_all(stored: str) -> None:
    snow = document("Snow fell.", "Herald")
    broken = claim(snow, 0, 4)
    broken.kind = None  # type: ignore[assignment]
    with Store(stored) as store:
        with pytest.raises(InputError, match="cannot be used"):
            store.add(snow, [claim(snow, 5, 9), broken])
        assert store.find(snow) is None
        assert len(list(store.claims())) == 4
        assert store.add(snow, [claim(snow, 5, 9)]) is True


def test_an_id_never_stands_for_two_texts(stored: str) -> None:
    other = Document(id=FLOOD.id, source="Gazette", text="Snow fell.")
    with (
        Store(stored) as store,
        pytest.raises(InputError, match="is stored with another text: give it its own id"),
    ):
        store.add(other, [])


def test_the_same_words_of_nobody_in_particular_are_the_same_document(
    stored: str, write: Callable[[str, str], Path]
) -> None:
    copy = read(write("copy.txt", RAIN.text))
    again = read(write("again.txt", "---\nsource: Herald\n---\n" + RAIN.text))
    with Store(stored) as store:
        found = store.find(copy)
        assert found is not None
        assert (found.id, found.source) == (RAIN.id, "Courier")
        assert store.add(copy, []) is False
        assert store.find(again) is None
        assert store.add(again, []) is True


def test_two_files_of_one_name_are_not_one_source(
    url: str, write: Callable[[str, str], Path]
) -> None:
    first, second = write("a/article.txt", "Rain fell."), write("b/article.txt", "Snow fell.")
    with Store(url) as store:
        assert store.add(read(first), [])
        with pytest.raises(InputError) as raised:
            store.add(read(second), [])
        assert str(raised.value).startswith(
            f'{second} would get the same source as {first}, "article", from its file\'s name: '
        )
        assert store.add(read(second, source="article"), [])
        first.write_text("Rain fell again.")
        assert store.add(read(first), [])
        texts = {each.text for each in store.documents("article")}
    assert texts == {"Rain fell again.", "Rain fell.", "Snow fell."}


def test_a_relative_path_is_the_same_file(
    url: str, write: Callable[[str, str], Path], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = write("article.txt", "Rain fell.")
    monkeypatch.chdir(tmp_path)
    with Store(url) as store:
        assert store.add(read(path), [])
        path.write_text("Snow fell.")
        assert store.add(read("article.txt"), [])


def test_lines_of_one_file_are_one_source(url: str, write: Callable[[str, str], Path]) -> None:
    path = write("news.jsonl", '{"text": "Rain fell."}\n{"text": "Snow fell."}\n')
    with Store(url) as store:
        added = [store.add(each, []) for each in read_all([path]) if isinstance(each, Document)]
    assert added == [True, True]


@pytest.mark.parametrize(
    ("asked", "texts"),
    [
        ({"source": "Courier"}, ["3 days"]),
        ({"sources": ["Courier", "Gazette"], "kind": "quantity"}, ["3 days", "About 12 people"]),
        ({"sources": []}, []),
        ({"documents": [FLOOD.id], "kind": "quantity"}, ["About 12 people"]),
        ({"documents": []}, []),
        ({"speaker": "áBEL"}, ["Nobody was hurt"]),
        ({"speaker": "A\u0301bel k"}, ["Nobody was hurt"]),
        ({"speaker": "%"}, []),
        ({"text": "PEOPLE"}, ["About 12 people"]),
        ({"text": "_"}, []),
        ({"kind": "statement"}, []),
        ({"kind": "quantity", "text": "day", "source": "Gazette"}, []),
    ],
)
def test_claims_can_be_asked_for_by_what_they_are(
    stored: str, asked: dict[str, Any], texts: list[str]
) -> None:
    with Store(stored) as store:
        assert [each.text for each in store.claims(**asked)] == texts


def test_a_source_that_is_not_there_is_said_with_those_that_are(stored: str) -> None:
    with Store(stored) as store:
        for ask in (lambda: store.documents("Post"), lambda: store.claims(sources=["Post"])):
            with pytest.raises(
                InputError, match=r'no source "Post" in .*: it has Courier, Gazette'
            ):
                ask()


def test_sources_are_counted(stored: str) -> None:
    with Store(stored) as store:
        courier, gazette = store.sources()
        counts = store.counts()
    assert (courier.name, courier.claims) == ("Courier", {"quantity": 1})
    assert gazette.claims == {"policy": 1, "quantity": 1, "quotation": 1}
    assert [each.id for each in gazette.documents] == [FLOOD.id]
    assert counts[RAIN.id] == {"quantity": 1}


def test_ids_may_be_shortened_while_only_one_begins_so(stored: str) -> None:
    first = flood_claims()[0]
    with Store(stored) as store:
        assert store.claim(first.id[:7]).text == first.text
        assert store.document(RAIN.id[:7]).text == RAIN.text
        for whole in (first.id, RAIN.id):
            assert store.lookup(whole[:10]).id == whole
        for ask in (store.claim, store.document, store.lookup):
            with pytest.raises(InputError, match=r'"zz" in .*: xref claims -f json shows the ids'):
                ask("zz")
            with pytest.raises(InputError, match=r'"" in '):
                ask("")


def test_an_id_that_begins_several_is_not_enough(url: str) -> None:
    with Store(url) as store:
        for id in ("a1", "a2", "a"):
            store.add(Document(id=id + "-document", source="Gazette", text=id), [])
        with pytest.raises(InputError, match="more than one document has an id that begins with a"):
            store.document("a")
        assert store.document("a-").text == "a"
        store.add(Document(id="a", source="Gazette", text="whole"), [])
        assert store.document("a").text == "whole"


def test_another_reader_replaces_the_claims_and_the_judgements_follow(stored: str) -> None:
    rain, flood = claim(RAIN, 14, 20, "quantity", amount=3), flood_claims()
    longer = claim(FLOOD, 6, 15, "quantity", amount=12, unit="people")
    with Store(stored) as store:
        store.judge(rain.id, flood[2].id, "unclear", "other days")
        store.judge(rain.id, flood[1].id, "unclear", "a quotation")
        read_again = document(FLOOD.text, reader="2")
        assert store.refresh(read_again, [longer]) is True
        assert store.refresh(read_again, []) is False
        assert [each.text for each in store.claims(source="Gazette")] == ["12 people"]
        assert store.document(FLOOD.id).reader == "2"
        kept = {(each.left, each.right, each.note) for each in store.judgements()}
    assert kept == {
        (rain.id, longer.id, "other days"),
        (rain.id, flood[1].id, "a quotation"),
    }


def test_only_what_is_stored_can_be_read_again(stored: str) -> None:
    copy = Document(id="copy", source="copy", text=RAIN.text, reader="2", source_stated=False)
    with Store(stored) as store:
        with pytest.raises(InputError, match=r"no document [0-9a-f]{16} in .*: add it first"):
            store.refresh(document("Snow fell."), [])
        with pytest.raises(InputError, match=f"copy is stored as {RAIN.id}: read that one again"):
            store.refresh(copy, [])


def test_a_pair_has_one_judgement_whichever_way_round(stored: str) -> None:
    rain, flood = claim(RAIN, 14, 20, "quantity", amount=3), flood_claims()[2]
    with Store(stored) as store:
        assert store.judgements() == []
        store.judge(rain.id, flood.id, "conflicts")
        when = datetime(2026, 5, 4, 11, 30, tzinfo=timezone(timedelta(hours=2)))
        made = store.judge(flood.id[:8], rain.id[:8], "updates", "a day later", by="Ana", at=when)
        assert (made.left, made.right) == (flood.id, rain.id)
        assert [each.model_dump() for each in store.judgements()] == [
            {
                "left": flood.id,
                "right": rain.id,
                "relation": "updates",
                "note": "a day later",
                "judged_by": "Ana",
                "judged_at": "2026-05-04T09:30:00+00:00",
            }
        ]
        with pytest.raises(InputError, match="are the same claim: name two"):
            store.judge(rain.id, rain.id[:9], "agrees")
        with pytest.raises(InputError, match='no claim "zz"'):
            store.judge(rain.id, "zz", "agrees")


def test_thousands_of_claims_are_one_document_and_one_text(url: str) -> None:
    long = document("Rain fell on the town. " * 3000)
    made = [claim(long, start, start + 9, "statement", at=start) for start in range(0, 50_000, 10)]
    with Store(url) as store:
        store.add(long, reversed(made))
        found = list(store.claims())
    assert [each.start for each in found] == [each.start for each in made]
    assert len({id(each.document) for each in found}) == 1


def test_a_path_may_be_given_as_one(tmp_path: Path) -> None:
    path: os.PathLike[str] = tmp_path / "xref.db"
    with Store(path) as store:
        assert store.add(RAIN, [])
    with Store(f"sqlite:///{path}") as store:
        assert store.documents()[0].text == RAIN.text


def test_a_database_may_be_kept_in_memory() -> None:
    with Store(":memory:") as store:
        assert store.find(RAIN) is None
        assert store.add(RAIN, [])
        assert store.documents()[0].text == RAIN.text


def test_a_database_of_an_earlier_day_gets_the_table_that_came_since(url: str) -> None:
    with Store(url) as store:
        store.add(FLOOD, flood_claims())
        with store._database.writing() as connection:
            connection.exec_driver_sql("DROP TABLE related_pairs")
    with Store(url) as store:
        assert store.reads() == {}
        store.relate([related("a", "b", supports=0.9)])
        store.relate([related("a", "b", supports=0.2)])
        (kept,) = store.reads().values()
        assert isinstance(kept, Relating)
    assert (kept.left, kept.right, kept.supports) == ("a", "b", 0.2)


def test_a_decision_of_an_earlier_day_has_no_name_and_gets_its_columns(url: str) -> None:
    with Store(url) as store:
        store.add(FLOOD, flood_claims())
        store.add(RAIN, [claim(RAIN, 14, 20, "quantity", amount=3)])
        rain, flood = claim(RAIN, 14, 20, "quantity", amount=3), flood_claims()[2]
        store.judge(rain.id, flood.id, "agrees", "seen")
        with store._database.writing() as connection:
            for name in ("judged_by", "judged_at"):
                connection.exec_driver_sql(f"ALTER TABLE judgements DROP COLUMN {name}")
    with Store(url) as store:
        (old,) = store.judgements()
        assert (old.relation, old.note, old.judged_by, old.judged_at) == ("agrees", "seen", "", "")
        store.judge(rain.id, flood.id, "unclear", by="Ana")
        assert [one.judged_by for one in store.judgements()] == ["Ana"]


def test_what_was_read_of_claims_goes_with_them(stored: str) -> None:
    with Store(stored) as store:
        one, other = (each.id for each in list(store.claims())[:2])
        store.relate([related(one, other, supports=0.9)])
        store.relate([SameThing(left=one, right="else", odds=2.5, running=-1.0)])
        assert len(store.reads()) == 2
        store.refresh(RAIN.model_copy(update={"reader": "newer"}), [])
        assert store.reads() == {}


def test_what_is_hardly_worth_checking_is_listed_only_when_asked_for(url: str) -> None:
    certain, doubtful, weak = (claim(FLOOD, n, n + 5) for n in (0, 6, 13))
    doubtful.context, weak.context = {"worth": 0.7}, {"worth": 0.3}
    with Store(url) as store:
        store.add(FLOOD, [certain, doubtful, weak])
        assert [each.worth for each in store.claims()] == [1.0, 0.7, 0.3]
        assert [each.start for each in store.claims(worth=0.6)] == [0, 6]
        assert store.counts(worth=0.6) == {FLOOD.id: {"statement": 2}}
        assert store.sources(worth=0.6)[0].claims == {"statement": 2}
