"""The names of one document: which of the places where one stands mean the same."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from claims.firstnames import MEN, WOMEN
from claims.name_places import LONGEST_FORM, Place
from claims.words import HONORIFICS

_GENERATIONS = frozenset({"jr", "sr", "ii", "iii", "iv"})


@dataclass(eq=False, slots=True)
class Name:
    """One person, body or place of the document, under the fullest form of its name.

    `role` is a person's office in the words that first give it, `roles` each office's noun with
    the words that narrow it.
    """

    words: tuple[str, ...]
    label: str
    text: str
    roles: dict[str, frozenset[str]] = field(default_factory=dict)
    genders: set[str] = field(default_factory=set)
    role: str = ""

    @property
    def gender(self) -> str | None:
        """ "male" or "female" where the document makes it clear."""
        return next(iter(self.genders)) if len(self.genders) == 1 else None


def names(ordered: list[Place]) -> list[Name]:
    """The name for each of `ordered`, one object for all places that mean the same."""
    known: list[Name] = []
    index: dict[tuple[str, tuple[str, ...]], list[Name]] = {}
    found: dict[tuple[str, tuple[str, ...]], list[Name]] = {}
    forms = {(place.label, place.words): place for place in reversed(ordered)}
    longest_first = sorted(forms.values(), key=lambda place: (-len(place.words), place.start))
    for place in longest_first:
        near = index.get((place.label, _lower(place.words)), ())
        same = [name for name in near if _means(name, place)]
        if not same:
            name = Name(place.words, place.label, " ".join(place.words))
            known.append(name)
            same = [name]
            for form in _short_forms(name.words):
                index.setdefault((name.label, form), []).append(name)
        found[place.label, place.words] = same
    return _assigned(ordered, found)


def _assigned(
    ordered: list[Place], found: dict[tuple[str, tuple[str, ...]], list[Name]]
) -> list[Name]:
    """Settle places that fit several names by what was last spoken of, and note what they tell."""
    latest: dict[int, int] = {}
    # Of those not named in full yet, whoever will be first.
    first = {
        id(one): position
        for position, place in reversed(list(enumerate(ordered)))
        for one in found[place.label, place.words]
        if len(found[place.label, place.words]) == 1
    }
    assigned: list[Name] = []
    for position, place in enumerate(ordered):
        gender = HONORIFICS.get(place.honorific or "")
        fitting = found[place.label, place.words]
        able = [one for one in fitting if not (gender and one.gender and one.gender != gender)]
        name = max(
            able or fitting,
            key=lambda one: latest.get(id(one), -1 - first.get(id(one), len(ordered))),
        )
        # "Joan" does not make the next "Felt" her: those who share a name go by their first ones.
        if _lower(place.words)[-1] == _lower(name.words)[-1]:
            latest[id(name)] = position
        name.roles.update(place.roles)
        name.role = name.role or place.role
        name.genders.update(_genders(place, gender))
        assigned.append(name)
    return assigned


def _genders(place: Place, gender: str | None) -> Iterator[str]:
    if gender:
        yield gender
    elif place.label == "PER" and len(place.words) > 1:
        first = place.words[0].lower()
        if first in MEN:
            yield "male"
        elif first in WOMEN:
            yield "female"


def _short_forms(words: tuple[str, ...]) -> set[tuple[str, ...]]:
    """The forms, in lower case, of which `_means` has to be asked: no other can stand for a name.

    >>> sorted(" ".join(form) for form in _short_forms(("Ana", "Maria", "Reyes")))
    ['amr', 'ana', 'ana maria', 'ana maria reyes', 'ana reyes', 'maria reyes', 'reyes']
    """
    long = _lower(words)
    lengths = range(1, min(len(long), LONGEST_FORM + 1))
    ends = {form for length in lengths for form in (long[:length], long[-length:])}
    initials = "".join(word[0] for word in words if word[:1].isupper())
    return ends | {long, (long[0], long[-1]), (initials.lower(),)}


def _means(name: Name, place: Place) -> bool:
    """Whether a shorter or equal form can stand for `name`.

    People go by a run of their names or by first and last; bodies by an abbreviation or by the
    beginning or the end of theirs; places and peoples by nothing shorter.
    """
    long, short = _lower(name.words), _lower(place.words)
    if long == short:
        return True
    if place.label == "PER":
        ends = len(short) == 2 and (long[0], long[-1]) == short
        return ends or long[-len(short) :] == short or long[: len(short)] == short
    if place.label == "ORG":
        abbreviated = len(long) > 1 and "".join(w[0] for w in name.words if w[0].isupper()) == (
            place.words[0].replace(".", "")
        )
        whole = len(short) > 1 and long[: len(short)] == short
        return (len(short) == 1 and abbreviated) or whole or long[-len(short) :] == short
    return False


def _lower(words: Iterable[str]) -> tuple[str, ...]:
    """In lower case, without what tells a son from his father."""
    lower = [word.lower() for word in words]
    while len(lower) > 1 and lower[-1].strip(",.") in _GENERATIONS:
        del lower[-1]
    return tuple(word.strip(",") for word in lower)
