"""Which clauses assert something that a reporter could check, and which only suggest it."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from claims.clause import (
    auxiliaries,
    is_finite,
    is_passive,
    is_perfect,
    is_yet_to,
    modal,
    negated,
    subject,
)
from claims.phrase import child, children, listed, sentence
from claims.verbs import lemma
from claims.words import (
    ATTITUDE_VERBS,
    CLAUSE_VERBS,
    HEDGES,
    HEDGING_PASSIVES,
    HEDGING_VERBS,
    REPORTING_VERBS,
    Stance,
)

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

# Attitudes that vouch for their content a little: "police believe he fled".
_SUSPICIONS = frozenset({"believe", "suspect", "presume", "think", "assume"})
# Verbs whose clause is a finding rather than a saying.
_FINDINGS = frozenset({"show", "find", "discover", "learn", "reveal", "indicate", "rule", "mean"})
_UNREAL_MARKS = listed(
    "if unless whether lest than so until till once provided in whenever like though"
)
_UNREAL_MODALS = frozenset({"would", "should", "must", "shall", "can", "ought", "need", "dare"})
_WEAK_MODALS = frozenset({"may", "might", "could"})
# Nouns whose clause somebody only says, fears or hopes: "rumours that he had left".
_UNSURE = listed(
    """
    accusation allegation argument assertion assumption belief charge claim concern contention
    doubt expectation fear gossip guess hope hypothesis idea impression insinuation notion
    possibility prediction proposal rumor rumour speculation suggestion suspicion theory threat view
    """
)
_ASKING = frozenset({"how", "why", "what", "whatever", "whether", "which", "whose"})
_BOILERPLATE = re.compile(
    r"""\s*(?:
        read\s(?:more|also|the|next|our|full) | share\sthis | subscribe | sign\sup | follow\sus
      | click\s | see\salso | related\s(?:stories|articles|news) | advertisement | all\srights
      | copyright | © | (?:file\s)?(?:photo|image|picture)(?:graph)?(?:s|\sby|\scredit)?\s?[:/]
      | (?:additional\s)?(?:reporting|editing|writing)\sby | this\s(?:article|story|page)\s
      | have\s(?:an?\s)(?:tip|story|opinion) | contact\sus | download\s | watch\s?: | listen\s?:
      | newsletter | cookies? | the\stext\sof\sthis
    )""",
    re.VERBOSE | re.IGNORECASE,
)


def is_boilerplate(sentence: "Span") -> bool:
    """Whether a line belongs to the page rather than to the article."""
    return _BOILERPLATE.match(sentence.text) is not None


def is_question(head: "Token") -> bool:
    """Whether the sentence asks."""
    start, end = sentence(head)
    if head.doc[start:end].text.rstrip(" \n”\"'’)").endswith("?"):
        return True
    own = child(head, "nsubj", "nsubj:pass")
    first = next(iter(auxiliaries(head)), None)
    # "Had he known", "Were it true": inversion without a question is a condition.
    return own is not None and first is not None and first.i < own.i and first.i == head.left_edge.i


# "Nearly died", "almost won"
_NEARLY = frozenset({"nearly", "almost"})


def is_asserted(head: "Token") -> bool:
    """Whether the text, or somebody in it, puts the clause forward as a fact."""
    return (
        is_finite(head)
        and not any(t.lower_ in _NEARLY and t.i < head.i for t in head.children)
        and not _is_unreal(head)
        and not is_question(head)
        and not _has_condition(head)
        and all(map(_is_real_link, _upwards(head)))
    )


def is_outcome(head: "Token") -> bool:
    """Whether a participle tells what came of the clause before it: "…, killing five people"."""
    if head.dep_ != "advcl" or head.tag_ != "VBG" or head.i < head.head.i:
        return False
    if child(head, "mark", "aux") is not None or child(head, "obj") is None:
        return False
    return is_asserted(head.head)


def is_hedged(head: "Token") -> bool:
    """Whether the text itself does not vouch for the clause."""
    if modal(head) in _WEAK_MODALS:
        return True
    if any(t.lower_ in HEDGES for t in (*head.children, *_near_auxiliaries(head))):
        return True
    for link in _upwards(head):
        above = link.head
        if link.dep_ == "ccomp" and (
            lemma(above) in _SUSPICIONS or (is_passive(above) and lemma(above) in HEDGING_PASSIVES)
        ):
            return True
        if link.dep_ == "ccomp" and REPORTING_VERBS.get(lemma(above)) is Stance.DOUBT:
            return True
        if link.dep_ == "ccomp" and any(t.lower_ in HEDGES for t in above.children):
            return True
    return False


def _near_auxiliaries(head: "Token") -> list["Token"]:
    return [part for token in auxiliaries(head) for part in token.children]


def raised(head: "Token") -> "Token | None":
    """The verb that really asserts in "appears to have left", "has yet to leave"."""
    hedge = lemma(head) in HEDGING_VERBS or (is_passive(head) and lemma(head) in HEDGING_PASSIVES)
    hedge = hedge or is_yet_to(head)
    inner = child(head, "xcomp")
    return inner if hedge and inner is not None and inner.i > head.i else None


def is_frame(head: "Token") -> bool:
    """Whether the clause only introduces what somebody said, thought or found."""
    if head.dep_ == "parataxis" and lemma(head) in CLAUSE_VERBS:
        return True
    if child(head, "ccomp") is not None and child(head, "obj") is None:
        return True
    if lemma(head) in REPORTING_VERBS or lemma(head) in ATTITUDE_VERBS or lemma(head) in _FINDINGS:
        if child(head, "ccomp", "parataxis") is not None:
            return True
        if any(t.tag_ in ("VBG", "VBN") for t in children(head, "xcomp")):
            return True
        if lemma(head) in _FINDINGS and child(head, "obj") is not None:
            return False
        return any(t.text in '“”":' for t in _near(head))
    return False


def _near(head: "Token") -> Iterator["Token"]:
    doc, last = head.doc, head.right_edge.i
    yield from doc[max(head.left_edge.i - 2, 0) : min(last + 2, len(doc))]


def _is_unreal(head: "Token") -> bool:
    verb = modal(head)
    if verb in _UNREAL_MODALS:
        return True
    return verb in _WEAK_MODALS and not is_perfect(head)


def _has_condition(head: "Token") -> bool:
    return any(
        mark.lower_ in ("if", "unless")
        for part in children(head, "advcl")
        for mark in children(part, "mark")
    )


def _upwards(head: "Token") -> Iterator["Token"]:
    """`head` and every token above it, up to the top of its sentence."""
    for _ in range(len(head.doc)):
        yield head
        if head.head == head:
            return
        head = head.head


def _is_real_link(link: "Token") -> bool:
    """Whether what hangs at `link` is not made unreal by what it hangs on."""
    above = link.head
    if _is_rumoured(link):
        return False
    match link.dep_:
        case "ccomp":
            return _reports(above) and not _asks(link)
        case "advcl" | "advcl:relcl":
            mark = child(link, "mark")
            return mark is None or mark.lower_ not in _UNREAL_MARKS
        case "csubj" | "csubj:pass" | "csubj:outer":
            return False
        case "acl:relcl" | "conj" | "parataxis":
            return not (_is_unreal(above) and link.dep_ == "parataxis")
    return True


def _is_rumoured(link: "Token") -> bool:
    """Whether a clause tells what a rumour or claim is, wherever the parse hangs it."""
    mark = child(link, "mark")
    first = mark if mark is not None and mark.lower_ == "that" else link.left_edge
    if not first.i or (first != mark and link.dep_ not in ("acl", "ccomp")):
        return False
    return first.nbor(-1).pos_ == "NOUN" and lemma(first.nbor(-1)) in _UNSURE


def _reports(above: "Token") -> bool:
    if negated(above) or modal(above) in ("would", "could", "should", "may", "might", "can"):
        return False
    if REPORTING_VERBS.get(lemma(above)) is Stance.DENIAL:
        return False
    if lemma(above) in _SUSPICIONS:
        who = subject(above)
        return who is None or who.lower_ not in ("i", "we", "you")
    return lemma(above) in CLAUSE_VERBS or lemma(above) in _FINDINGS


def _asks(link: "Token") -> bool:
    first = link.left_edge
    mark = child(link, "mark")
    if mark is not None and mark.lower_ in ("if", "whether"):
        return True
    return first.lower_ in _ASKING or first.tag_ in ("WRB", "WP")
