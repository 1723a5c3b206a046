"""Whether what a clause says can be looked up, or is talk, opinion, or about nobody certain."""

from bisect import bisect_right
from functools import lru_cache
from typing import TYPE_CHECKING

from claims.clause import auxiliaries, is_passive, is_perfect, is_time, own_tokens, setting
from claims.deontic import RULING
from claims.participant import ABSTRACT, NAMES, Participant
from claims.phrase import child, listed, noun_phrase
from claims.predicate import Predicate
from claims.quotemarks import quoted
from claims.verbs import lemma
from claims.words import DOCUMENT_NOUNS

if TYPE_CHECKING:
    from spacy.tokens import Token

    from claims.parsed import Parsed

# Predicates of opinion and of talk: what follows them is nothing that could be looked up.
_OPINION = listed("""
    mean matter deserve need want hope believe think feel know like love hate fear expect wish
    understand consider doubt care prefer wonder look sound depend highlight underscore underline
    illustrate demonstrate reflect suggest indicate imply showcase epitomise epitomize signify
    exemplify embody show depict portray paint see cause raise help tend seem appear say tell add
    ask reply speak talk argue claim insist
    stress emphasise emphasize explain describe comment note remark respond mention praise welcome
    call cite refer continue urge warn agree disagree worry complain condemn criticise criticize
    thank hail
    """)

# What rules say in the passive, of whoever is under them or left out.
_HELD_TO = listed("ban forbid prohibit outlaw allow permit oblige exclude exempt excuse")
# Of these, what goes on in somebody's mind, or in that of whoever writes.
_MIND = listed("""
    mean matter deserve need want hope believe think feel know like love hate fear expect wish
    understand doubt care prefer wonder look sound depend highlight underscore underline
    illustrate demonstrate reflect suggest indicate imply showcase epitomise epitomize signify
    exemplify embody seem tend worry
    """)

# Verbs that tell an event without naming anything beside its subject.
_COMPLETE = listed(
    """
    abdicate abstain apologise apologize arrive begin break burn burst close collapse convene crash
    crumble defect
    derail die disappear drown emigrate end erupt escape evacuate explode fail fall flee increase
    land leave lose march open pass perish protest reopen resign retire return rise rupture sink
    start strike surrender survive testify vanish vote win withdraw
    """
)

# What a document says of somebody is no opinion: "the report shows Reed's part in the sale".
_TELLING = frozenset({"show", "depict", "describe", "mention", "portray"})

# "Declined to comment": nothing was told.
_DECLINING = frozenset({"decline", "refuse"})
_TALK = frozenset({"say", "comment", "elaborate", "speak", "talk", "discuss", "respond", "answer"})

# Of the words of talk, those that commit somebody to an act: "agreed to sell".
_COMMITTING = frozenset({"agree", "ask", "continue", "help", "cause"})

_FACTUAL = listed("""
    absent alive arrested asleep available aware bankrupt blind closed dead deaf divorced eligible
    empty extinct full guilty homeless ill illegal innocent injured legal located married military
    missing mortal native naked open operational pregnant present responsible safe sick silent
    stable unconscious underway unemployed unhurt uninjured vacant valid widowed wounded
    """)

_EVALUATIVE = listed("""
    amazing awful bad beautiful best better brilliant brutal challenge clear concern consequence
    critical crucial desperate devastating difficult disaster disgrace dramatic easy essential
    example excellent extraordinary failure fantastic good great groundbreaking happy hard hero
    hope horrendous horrible horrific huge hypocrite important impossible impressive incredible
    interesting joke key legend liar lie living major miracle mistake necessary nightmare
    outrageous perfect positive possible priority problem reason remarkable ridiculous sad shame
    shameful shocking sign significant special step strong terrible threat tragedy tragic triumph
    true ugly unacceptable unprecedented victory vital way weak wonderful worrying worse worst
    worth wrong
    """)

_COMPLETING = ("obl", "obl:unmarked", "obj")
_DEGREES = frozenset({"JJS", "RBS", "JJR", "RBR"})


def is_checkable(
    head: "Token",
    what: Predicate,
    who: Participant | None,
    whom: Participant | None,
    parsed: "Parsed",
) -> bool:
    """Whether a reporter could check the clause at `head`, given who takes part in it."""
    sides = [side for side in (who, whom) if side is not None]
    if not sides or any(side.speaking or side.anyone for side in sides):
        return False
    if who is not None and whom is not None and who.words == whom.words:
        return False
    complete = what.words.split()[0] in _COMPLETE or " " in what.words
    if what.object is None and not complete and not _is_filled(head, who):
        return False
    if what.object is None and what.subject is not None and what.subject.lower_ == "it":
        return False
    # "It took hours to put the fire out"
    if what.subject is not None and what.subject.pos_ == "VERB":
        return False
    if _is_opinion(what) or (is_quoted(head, parsed) and not _is_dated(head)):
        return False
    if what.words == "have" and not (whom and whom.named) and not _is_counted(what.object):
        return False
    # "It did", "this happened": the subject is in the text, but nobody can say what it means.
    if (what.subject is not None and who is None) or (what.object is not None and whom is None):
        return False
    if what.words.startswith("be") and what.words.split()[0] == "be":
        return _is_factual_state(what, who, whom)
    named = any(side.named for side in sides)
    if head.tag_ in ("VBZ", "VBP", "VBG") and not is_perfect(head):
        return named
    # "The dam, where a gate broke": the place says which gate.
    if setting(head) is not None:
        return True
    anchored = named or _is_anchored(head)
    return anchored and any(side.definite for side in sides)


def _is_filled(head: "Token", who: Participant | None) -> bool:
    """Whether a measure or a named place completes the verb: "rose 3.6 percent", "ran to Leeds"."""
    if who is None or not who.definite or not (head.tag_ == "VBD" or is_perfect(head)):
        return False
    parts = [t for t in head.children if t.i > head.i and t.dep_ in _COMPLETING]
    measured = any(child(t, "nummod") is not None and not is_time(t) for t in parts)
    return measured or (who.named and any(_is_certain(t) for t in parts))


def _is_certain(part: "Token") -> bool:
    det = child(part, "det")
    return part.ent_type_ in ("LOC", "ORG") or (det is not None and det.lower_ == "the")


def _is_factual_state(what: Predicate, who: Participant | None, whom: Participant | None) -> bool:
    target = what.object
    if target is None or who is None or whom is None or not who.definite:
        return False
    if lemma(target) in ABSTRACT or is_judged(what.subject):
        return False
    if target.pos_ in ("ADV", "VERB") or is_superlative(target):
        return False
    if target.pos_ == "ADJ":
        return lemma(target) in _FACTUAL and who.named
    return who.named or whom.named


def is_talk(what: Predicate, who: Participant | None, whom: Participant | None) -> bool:
    """Whether nothing could be looked up: what "we" do, what anyone would, wishes, verdicts."""
    sides = [side for side in (who, whom) if side is not None]
    if not sides or any(side.speaking or side.anyone for side in sides):
        return True
    # "It took hours to put the fire out"
    if what.subject is not None and what.subject.pos_ == "VERB":
        return True
    first, _, rest = what.words.partition(" ")
    if first in _MIND or (
        first in _DECLINING and rest.removeprefix("to ").partition(" ")[0] in _TALK
    ):
        return True
    vague = what.subject is not None and lemma(what.subject) in ABSTRACT
    return (first == "be" and _is_verdict(what.object)) or (vague and what.object is None)


def _is_verdict(target: "Token | None") -> bool:
    """Whether a state is an opinion, or no more than a quality: "is horrendous", "was late"."""
    if target is None or _is_measured(target):
        return False
    if is_judged(target) or target.pos_ == "ADV":
        return True
    return target.pos_ == "ADJ" and lemma(target) not in _FACTUAL and not is_superlative(target)


def _is_measured(target: "Token") -> bool:
    """ "Fourteen feet tall", "second at 12 percent"."""
    return any(t.pos_ == "NUM" for t in target.subtree)


def only_comments(what: Predicate) -> bool:
    """Whether the predicate judges or talks rather than acts."""
    first, _, rest = what.words.partition(" ")
    source = what.subject is not None and lemma(what.subject) in DOCUMENT_NOUNS
    if source and what.object is not None and first in _TELLING:
        return not any(t.ent_type_ in ("PER", "ORG") for t in noun_phrase(what.object))
    if first in _DECLINING and rest.removeprefix("to ").partition(" ")[0] in _TALK:
        return True
    return first in _OPINION and not (first in _COMMITTING and rest.startswith("to "))


def is_rule(what: Predicate) -> bool:
    """Whether the clause puts an order on somebody, which is read as a policy."""
    first, _, rest = what.words.partition(" ")
    return first in RULING and rest.startswith("to ")


def is_standing_rule(head: "Token") -> bool:
    """Whether the clause only says what holds: "dogs have to travel …", "calls are banned …"."""
    if lemma(head) == "have" and head.tag_ in ("VBP", "VBZ"):
        inner = child(head, "xcomp")
        return inner is not None and any(t.lower_ == "to" for t in inner.children)
    held = lemma(head) in _HELD_TO or (lemma(head) == "remain" and _is_ruled(head))
    if not (held and (is_passive(head) or lemma(head) == "remain")):
        return False
    helpers = auxiliaries(head)
    # "Has been banned" tells what was done.
    return not any(t.lower_ == "been" for t in helpers) and any(
        t.tag_ in ("VBZ", "VBP") for t in (head, *helpers)
    )


def _is_ruled(head: "Token") -> bool:
    inner = child(head, "xcomp", "ccomp")
    return inner is not None and lemma(inner) in RULING


def is_quoted(head: "Token", parsed: "Parsed") -> bool:
    """Whether the clause stands between quote marks, where most that is said is opinion."""
    stretches = _stretches(parsed.text)
    before = bisect_right(stretches, (head.idx, len(parsed.text)))
    return before > 0 and head.idx < stretches[before - 1][1]


# Asked for every clause of one document after another.
@lru_cache(maxsize=1)
def _stretches(text: str) -> list[tuple[int, int]]:
    """The words between quote marks, in text order."""
    return sorted(stretch for passage in quoted(text) for stretch in passage.stretches)


def _is_dated(head: "Token") -> bool:
    own = list(own_tokens(head))
    return any(t.ent_type_ in ("DATE", "LOC") or t.pos_ == "NUM" for t in own) and (
        head.tag_ == "VBD" or is_perfect(head) or is_passive(head)
    )


def _is_counted(head: "Token | None") -> bool:
    return head is not None and child(head, "nummod") is not None


def _is_opinion(what: Predicate) -> bool:
    return is_judged(what.object)


def is_judged(head: "Token | None") -> bool:
    """Whether a noun or the adjective beside it says what the writer thinks of it."""
    if head is None:
        return False
    near = [head, *(t for t in head.children if t.dep_ in ("amod", "conj"))]
    return any(lemma(t) in _EVALUATIVE for t in near)


def is_superlative(head: "Token") -> bool:
    """Whether a phrase says that something is more, or most."""
    return any(t.tag_ in _DEGREES for t in noun_phrase(head))


def _is_anchored(head: "Token") -> bool:
    return any(
        t.ent_type_ in NAMES or t.ent_type_ in ("DATE", "TIME") or t.pos_ == "NUM"
        for t in own_tokens(head)
    )
