"""Whether a person is "he" or "she", where only the pronouns of the document tell."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from claims.name_places import Place
from claims.names import Name
from claims.words import ROLE_NOUNS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

HE = frozenset({"he", "him", "his", "himself"})
SHE = frozenset({"she", "her", "hers", "herself"})


def heed(doc: "Doc", places: Sequence[Place], names: Sequence[Name]) -> None:
    """Note what the pronouns say of every person whose first name does not tell.

    Only of a sentence with a single person in it, who acts: "Reid tripped over her dress".
    """
    starts = [place.start for place in places]
    told: dict[int, set[str]] = {}
    unknown = {id(name): name for name in names if name.label == "PER" and not name.genders}
    for sentence in doc.sents if unknown else ():
        first, last = bisect_left(starts, sentence.start), bisect_left(starts, sentence.end)
        people = {id(name) for name in names[first:last] if name.label == "PER"}
        if len(people) == 1 and (one := people.pop()) in unknown:
            own = [
                p
                for p, n in zip(places[first:last], names[first:last], strict=True)
                if id(n) == one
            ]
            told.setdefault(one, set()).update(_pronouns(sentence, own[0]))
    for one, genders in told.items():
        if len(genders) == 1:
            unknown[one].genders.update(genders)


def _pronouns(sentence: "Span", place: Place) -> Iterator[str]:
    if sentence.doc[place.start : place.end].root.dep_ not in ("nsubj", "nsubj:pass"):
        return
    for token in sentence.doc[place.end : sentence.end]:
        if token.is_quote or _is_person(token):
            return
        if token.lower_ in HE | SHE:
            yield "male" if token.lower_ in HE else "female"


def _is_person(token: "Token") -> bool:
    return token.pos_ == "NOUN" and token.lemma_.lower() in ROLE_NOUNS
