"""What a clause says of its participants, in few words: verb, particle, and what it governs."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims import clause
from claims.clause import OBJECTS, OBLIQUES, agent, case_of, is_passive, subject, undergoer
from claims.phrase import child, children, listed, noun_phrase, words
from claims.verbs import lemma

if TYPE_CHECKING:
    from spacy.tokens import Token

# Verbs that say little without their bare noun: "take place", "take office".
_LIGHT = frozenset({"take", "make", "have", "give", "hold", "do", "come", "go", "draw", "pay"})
# Verbs whose oblique says what it is about: "charged with murder", "sentenced to five years".
_GOVERNED = {
    case: listed(verbs)
    for case, verbs in {
        "with": "charge credit honour honor",
        "of": "accuse acquit convict suspect deprive rob strip cure",
        "to": "sentence condemn confine appoint elect link connect promote",
        "as": "appoint elect name nominate describe designate identify list",
        "from": "ban bar exclude expel dismiss suspend",
    }.items()
}
# Verbs with a receiver beside the thing: "gave the museum three paintings", "was denied a visa".
_GIVING = listed(
    """
    appoint elect name give award grant deny offer pay send promise owe lend charge fine hand sell
    show teach cost
    """
)
_OBJECT_CASES = frozenset(
    {"to", "for", "with", "from", "against", "of", "on", "into", "upon", "as"}
)
LENGTHS = listed("second minute hour day night week month year decade time moment while period")


@dataclass(frozen=True, slots=True)
class Predicate:
    """The predicate's words, and the heads of the two phrases that it holds together."""

    words: str
    subject: "Token | None"
    object: "Token | None"


def predicate(head: "Token") -> Predicate | None:
    """The predicate of the clause at `head`; active and passive voice give the same one."""
    if child(head, "cop") is not None:
        return Predicate(f"be {case_of(head)}".strip(), subject(head), head)
    if head.pos_ not in ("VERB", "AUX"):
        return None
    inner = child(head, "xcomp")
    if inner is not None and inner.i > head.i:
        return _complemented(head, inner)
    return _plain(head, head, "")


def _complemented(head: "Token", inner: "Token") -> Predicate:
    """Two predicates as one: "agree to sell", "force to resign", "elect mayor", "become"."""
    name = _name(head)
    target = clause.target(head)
    if not inner.tag_.startswith("VB") or child(inner, "cop") is not None:
        if target is None and not is_passive(head):
            return Predicate(name, subject(head), inner)
        denied = "not " if clause.negated(inner) else ""
        name = (
            f"{name} {denied}{inner.lower_ if inner.pos_ == 'ADJ' else words(noun_phrase(inner))}"
        )
        return Predicate(name, *_sides(head, target))
    link = " " if inner.tag_ in ("VBG", "VBN") else " to "
    below = _plain(inner, head, f"{name}{link}")
    if target is None and not is_passive(head):
        return below
    return Predicate(below.words, *_sides(head, target))


def _sides(head: "Token", target: "Token | None") -> tuple["Token | None", "Token | None"]:
    if is_passive(head):
        return agent(head), subject(head)
    return subject(head), target


def _plain(verb: "Token", outer: "Token", before: str) -> Predicate:
    """A verb with its own participants; `outer` holds the subject where another verb does."""
    name = before + _name(verb, inner=bool(before))
    if is_passive(verb):
        return Predicate(name + _second(verb) + _governed(verb), agent(verb), subject(outer))
    who, target = subject(outer), undergoer(verb)
    objects = [t for t in children(verb, *OBJECTS) if t.i > verb.i]
    if len(objects) > 1 and lemma(verb) in _GIVING:
        # "gave the museum three paintings": the receiver comes first, whatever its label.
        return Predicate(name + _second(verb), who, objects[0])
    if target is not None and lemma(verb) in _LIGHT and _is_bare(target):
        return _oblique(verb, f"{name} {target.lower_}", who)
    if target is None or target.lower_.endswith(("self", "selves")):
        return _oblique(verb, name, who)
    return Predicate(name + _governed(verb), who, target)


def _oblique(verb: "Token", name: str, who: "Token | None") -> Predicate:
    for part in children(verb, "obl"):
        case = case_of(part)
        timed = part.ent_type_ in ("DATE", "TIME") or lemma(part) in LENGTHS
        if case == "with" and child(part, "nummod") is not None:
            continue
        if part.i > verb.i and case in _OBJECT_CASES and not timed:
            return Predicate(f"{name} {case}", who, part)
    return Predicate(name, who, None)


def _name(head: "Token", *, inner: bool = False) -> str:
    particle = child(head, "compound:prt")
    name = head.lower_ if inner and head.tag_ in ("VBG", "VBN") else lemma(head)
    return f"{name} {particle.lower_}" if particle is not None else name


def _second(verb: "Token") -> str:
    """The thing given, beside its receiver: "deny visas"."""
    if lemma(verb) not in _GIVING:
        return ""
    things = [t for t in children(verb, *OBJECTS) if t.i > verb.i]
    return f" {words(noun_phrase(things[-1]))}" if things else ""


def _governed(head: "Token") -> str:
    for part in children(head, *OBLIQUES):
        case = case_of(part)
        if part.i > head.i and lemma(head) in _GOVERNED.get(case, ()):
            return f" {case} {words(noun_phrase(part))}"
    return ""


def _is_bare(target: "Token") -> bool:
    extra = {"det", "nmod:poss", "amod", "nummod", "nmod", "compound"}
    return target.tag_ == "NN" and not any(t.dep_ in extra for t in target.children)
