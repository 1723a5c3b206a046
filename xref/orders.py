"""Orders that go by a name, however a report words them: evacuations, curfews, lockdowns.

"Evacuate", "leave home" and "be out of their houses" put one order on people; "may go home" and
"the evacuation order was lifted" end it. Two claims of one order are compared as such.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from claims.policy import Modality, Policy
from xref.likeness import CALENDAR
from xref.words import STOP, listed, words

EVACUATION, CURFEW, LOCKDOWN = "evacuation", "curfew", "lockdown"
INDOORS = frozenset({CURFEW, LOCKDOWN})
NAMED = {"evacuation": EVACUATION, "curfew": CURFEW, "lockdown": LOCKDOWN}
# Where those live who must leave, or where they may go back to.
HOMES = listed(
    """
    home homes house houses apartment apartments flat flats building buildings property properties
    dwelling dwellings village villages town towns neighbourhood neighborhood neighbourhoods
    neighborhoods area areas zone zones them it there
    """
)
LEAVING = ("leave", "vacate", "evacuate", "quit", "abandon")
OUT = ("be out", "get out", "move out", "clear out", "come out", "go")
STAYING = ("stay", "remain", "keep", "be")
BEING_OUT = ("be", "go", "walk", "move", "venture", "appear", "stay", "travel", "drive", "leave")
RETURNING = ("return", "go", "come", "move", "go back", "come back", "move back")
INSIDE = listed("home homes indoors inside house houses")
OUTSIDE = listed("street streets outdoors outside out road roads")
# Words that say how or when rather than what.
LOOSE = STOP | listed("immediately once back today tonight tomorrow at")
NAME = re.compile(r"[A-Z][^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Order:
    """An order by the names it may go by; `binding` is false where it is told as ended.

    `places` are the names in it, which tell one town's order from another's.
    """

    names: frozenset[str]
    binding: bool
    places: frozenset[str]


@lru_cache(maxsize=20_000)
def order(policy: Policy) -> Order | None:
    """The order that a policy is, or the end of which it is."""
    names = _names(policy, words(policy.action or ""))
    if not names:
        return None
    return Order(names, policy.modality is not Modality.MAY, _places(policy))


def same_order(left: Policy, right: Policy) -> bool:
    """Whether both can be one order by their names and places."""
    one, other = order(left), order(right)
    if one is None or other is None or not one.names & other.names:
        return False
    return not (one.places and other.places and not one.places & other.places)


def told_twice(left: Policy, right: Policy) -> bool:
    """Whether one document says of one order twice that it holds, or twice that it has ended."""
    one, other = order(left), order(right)
    return (
        one is not None
        and other is not None
        and same_order(left, right)
        and one.binding == other.binding
    )


def names_place(condition: str, places: frozenset[str]) -> bool:
    """Whether a condition only says where, by a name that is one of `places`: "in Osk itself"."""
    told = set(words(condition))
    return bool(told & places) and not any(word[0].isdigit() for word in told) and len(told) <= 4


def _names(policy: Policy, told: list[str]) -> frozenset[str]:
    found = frozenset(NAMED[word] for word in told if word in NAMED)
    ended = policy.modality is Modality.MAY and policy.ended
    if policy.modality is Modality.MUST or ended:
        if found:
            return found
        if _does(told, LEAVING, HOMES, alone="evacuate") or _does(told, OUT, HOMES):
            return frozenset({EVACUATION})
        return INDOORS if _does(told, STAYING, INSIDE) else frozenset()
    if policy.modality is Modality.MUST_NOT:
        return INDOORS if _goes_out(told) else frozenset()
    if policy.modality is Modality.MAY:
        if _does(told, RETURNING, HOMES - {"them", "it", "there"}):
            return frozenset({EVACUATION})
        return INDOORS if _goes_out(told) else frozenset()
    return frozenset()


def _does(told: list[str], verbs: tuple[str, ...], where: frozenset[str], alone: str = "") -> bool:
    """Whether a deed is one of `verbs` and nothing but a place of `where`."""
    text = " ".join(told)
    for verb in sorted(verbs, key=len, reverse=True):
        if text == verb or text.startswith(f"{verb} "):
            rest = set(text.removeprefix(verb).split())
            beside = rest - LOOSE - where
            return not beside and (bool(rest & where) or verb == alone)
    return False


def _goes_out(told: list[str]) -> bool:
    """ "Be on the streets of Osk", "go out", "leave their homes"."""
    if told[:1] == ["leave"]:
        return _does(told, ("leave",), INSIDE)
    # Whose streets they are says where, not what.
    until = next((i for i, word in enumerate(told) if word == "of"), len(told))
    return _does(told[:until], BEING_OUT, OUTSIDE)


def _places(policy: Policy) -> frozenset[str]:
    """The names in what a policy says, but for the first word of a phrase and for days."""
    phrases = (policy.action, policy.addressee, *policy.conditions)
    found = (
        match.group().lower()
        for phrase in phrases
        for match in NAME.finditer(phrase or "")
        if match.start()
    )
    return frozenset(word for word in found if word not in CALENDAR and word not in STOP)
