"""What a reporting verb reports, by the parse: the clause under, around, before or behind it."""

from typing import TYPE_CHECKING

from claims import subject
from claims.outlets import OUTLETS
from claims.page import TENSED
from claims.phrase import subtree
from claims.stance import tells_to
from claims.verbs import lemma
from claims.words import CLAUSE_VERBS, DOCUMENT_NOUNS, REPORTING_VERBS, Stance, word_set

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

PROMISING = word_set("pledge promise vow threaten claim urge swear")
_ASKING = frozenset({"ask", "wonder", "explain", "query", "say", "reveal", "specify", "confirm"})
_TELLING = word_set("advise assure inform remind tell warn")
# "Told residents to leave": what they should do is what was said.
_ORDERING = word_set("advise ask beg beseech caution implore remind tell warn")
# What is denied: "rejected allegations that …".
_SAID = word_set("accusation allegation assertion charge claim report rumor rumour suggestion")
_TOLD = frozenset({"obj", "iobj"})
_QUESTION = frozenset({"whether", "if", "how", "what", "why", "where", "who", "when", "which"})
_JOINING = word_set("and but or because although though while as with so since")
_LONGEST_ASIDE = 25
# No sentence that "she said" is put into has more tokens than this on either side.
_LONGEST_SIDE = 500


def content(cue: "Token", voice: "Token") -> list["Token"]:
    """The words that `voice` says through `cue`; empty where the parse shows none."""
    return (
        _put_between(cue, voice)
        or _complement(cue)
        or _in_writing(cue)
        or _rejected(cue)
        or _around(cue, voice)
        or _promise(cue)
        or _call(cue)
    )


def _put_between(cue: "Token", voice: "Token") -> list["Token"]:
    """The sentence that "she said" is put into, by its commas: "The bridge, she said, was shut"."""
    doc = cue.doc
    first, last = min(voice.left_edge.i, cue.i), max(voice.right_edge.i, cue.i)
    while first < cue.i and doc[first].is_punct:
        first += 1
    if voice.i > cue.i:
        last = max(last, voice.i)
    enclosed = first > 0 and last + 2 < len(doc) and last - first < _LONGEST_ASIDE
    if not enclosed or doc[first - 1].text != "," or doc[last + 1].text != ",":
        return []
    if doc[last + 2].is_quote or doc[last + 2].tag_ == "VBG" or not first <= voice.i <= last:
        return []
    if any(child.dep_ in ("obj", "xcomp") for child in cue.children):
        return []
    before = _same_sentence(doc[: first - 1], backwards=True)
    after = _same_sentence(doc[last + 2 :], backwards=False)
    if any(token.tag_ in TENSED for token in before):
        broken = before[-1].pos_ in ("AUX", "DET", "ADP")
        return [*before, *after] if broken or _joins(after) else before
    return [*before, *after] if before and any(t.tag_ in TENSED for t in after) else []


def _joins(after: list["Token"]) -> bool:
    return bool(after) and after[0].lower_ in _JOINING


def _same_sentence(tokens: "Span", *, backwards: bool) -> list["Token"]:
    found: list[Token] = []
    for position in range(min(len(tokens), _LONGEST_SIDE)):
        token = tokens[-1 - position if backwards else position]
        if (
            token.is_space
            or (backwards and token.is_quote)
            or token.text in (".", "!", "?", ";", ":")
        ):
            break
        found.append(token)
    return found[::-1] if backwards else found


def _complement(cue: "Token") -> list["Token"]:
    """The clause that the cue governs: "said that the bridge was closed"."""
    # "Of the bridge, she said it was shut": the clause right behind the cue comes first.
    for clause in sorted(
        cue.children, key=lambda c: c.left_edge.i != cue.i + 1 or follows_comma(c)
    ):
        if clause.dep_ not in ("ccomp", "parataxis") or not is_finite(clause):
            continue
        if clause.dep_ == "parataxis" and clause.i < cue.i:
            continue
        first = _first_word(clause)
        if first.lower_ in _QUESTION and lemma(cue) not in _ASKING:
            continue
        if clause.dep_ == "parataxis" and first.i - cue.i > 2:
            continue
        that = any(child.lower_ == "that" and child.dep_ == "mark" for child in clause.children)
        if first.lower_ in ("before", "after", "during", "until", "because") and not that:
            continue
        asked = _question_word(first, cue)
        if lemma(cue) in ("ask", "wonder") and asked is None:
            continue
        words = _without_listener(_from_mark(clause, cue), cue)
        if asked is not None and words and asked.i == words[0].i - 1:
            words = [asked, *words]
        return [*words, *_stray(cue, words)] if clause.i > cue.i else words
    return []


def _question_word(first: "Token", cue: "Token") -> "Token | None":
    """The "why" that begins a clause, or that the parse hangs on the cue in front of it."""
    if first.lower_ in _QUESTION:
        return first
    before = first.nbor(-1) if first.i > cue.i + 1 else cue
    return before if before.lower_ in _QUESTION and before.head.i == cue.i else None


def _rejected(cue: "Token") -> list["Token"]:
    """What somebody says is not so: "rejected claims that it had known"."""
    if REPORTING_VERBS.get(lemma(cue)) is not Stance.DENIAL:
        return []
    for noun in cue.children:
        if noun.dep_ != "obj" or noun.i < cue.i or lemma(noun) not in _SAID:
            continue
        for clause in noun.children:
            marked = any(c.dep_ == "mark" and c.lower_ == "that" for c in clause.children)
            if clause.dep_ in ("acl", "ccomp") and marked and is_finite(clause):
                return _from_mark(clause, cue)
    return []


def _in_writing(cue: "Token") -> list["Token"]:
    """A clause that the parse hangs on the letter, not on the verb: "said in a letter that …"."""
    for part in cue.children:
        if part.dep_ != "obl" or lemma(part) not in DOCUMENT_NOUNS:
            continue
        for clause in part.children:
            marked = any(c.dep_ == "mark" and c.lower_ == "that" for c in clause.children)
            if clause.dep_.startswith("acl") and marked and is_finite(clause):
                return _from_mark(clause, cue)
    return []


def _stray(cue: "Token", words: list["Token"]) -> list["Token"]:
    """What follows the clause without a comma though the parse hangs it on the cue."""
    end = words[-1].i if words else cue.i
    found: list[Token] = []
    for child in cue.children:
        near = child.left_edge.i == end + 1 and child.i > cue.i
        if near and child.dep_ in ("advcl", "obl", "advmod", "obl:unmarked"):
            found += subtree(child)
            end = found[-1].i
    return found


def _from_mark(clause: "Token", cue: "Token") -> list["Token"]:
    """The words of a clause from its "that" on; what stands before it belongs to the cue."""
    if clause.i < cue.i:
        stray = subject.misplaced(cue)
        without = [cue] if stray is None else [cue, stray]
        words = subtree(clause, without=without)
        # "…, the agency said at noon": when it was said, wherever the parse hangs it.
        return [word for word in words if word.i < cue.i or word.is_quote]
    words = subtree(clause, without=[cue, *_asides(clause)])
    marks = [child.i for child in clause.children if child.dep_ == "mark" and child.i > cue.i]
    first = min(marks) if marks and cue.doc[min(marks)].lower_ == "that" else cue.i
    return [word for word in words if word.i >= first]


def _without_listener(words: list["Token"], cue: "Token") -> list["Token"]:
    """A clause without whoever was told it: "told Osk News their inquiry would go on"."""
    if lemma(cue) not in _TELLING or not words or words[0].i != cue.i + 1:
        return words
    if words[0].lower_ in OUTLETS and words[0].text[:1].isupper():
        return words[1:]
    name_ends = (
        i for i, word in enumerate(words) if not word.ent_type_ or (i and word.ent_iob == 3)
    )
    named = next(name_ends, len(words))
    rest = words[named:]
    begins = bool(rest) and (rest[0].pos_ in ("PRON", "DET") or bool(rest[0].ent_type_))
    return rest if named and begins else words


def _asides(clause: "Token") -> list["Token"]:
    """What the writer adds to a reported clause: ", but the council …", ", arguing that …"."""
    found = []
    for child in clause.children:
        added = child.dep_ == "advcl" and child.tag_ == "VBG" and lemma(child) in CLAUSE_VERBS
        own = any(c.dep_ in subject.SUBJECTS for c in child.children)
        marked = any(c.dep_ == "mark" and c.lower_ == "that" for c in child.children)
        joined = child.dep_ == "conj" and own and not marked
        if child.i > clause.i and (added or joined) and follows_comma(child):
            found.append(child)
    return found


def _around(cue: "Token", voice: "Token") -> list["Token"]:
    """The sentence that the cue is put into or behind: "The bridge, she said, was closed"."""
    head = cue.head
    if cue.dep_ not in ("parataxis", "advcl", "dep", "discourse") or not is_finite(head):
        return []
    if lemma(cue) == "call":
        return []
    if cue.dep_ == "advcl" and not follows_comma(cue):
        return []
    if (
        any(child.dep_ in ("ccomp", "obj", "mark") for child in cue.children)
        or voice.head.i != cue.i
    ):
        return []
    if (cue.dep_ == "advcl" and cue.tag_ == "VBG") or head.dep_ == "acl:relcl":
        return []
    words = subtree(head, without=[cue])
    # "…, the agency said at noon": when it was said is no part of what was said.
    return [word for word in words if word.i < cue.i] if head.i < cue.i else words


def _promise(cue: "Token") -> list["Token"]:
    """What somebody says that they will do, or that others should: "vowed to appeal"."""
    if lemma(cue) not in PROMISING and (lemma(cue) not in _ORDERING or tells_to(cue) is None):
        return []
    for clause in cue.children:
        to = any(c.dep_ == "mark" and c.lower_ == "to" for c in clause.children)
        if clause.dep_ in ("xcomp", "ccomp", "advcl") and to and clause.i > cue.i:
            objects = [c for c in cue.children if c.dep_ in _TOLD and cue.i < c.i < clause.i]
            return _without_additions(
                [word for part in [*objects, clause] for word in subtree(part)]
            )
    return []


def _without_additions(words: list["Token"]) -> list["Token"]:
    """`words` in order, up to a clause at their end that a comma sets off: ", which …"."""
    words = sorted(words, key=lambda word: word.i)
    for word in words:
        added = word.dep_ in ("advcl", "acl", "acl:relcl", "advcl:relcl") and follows_comma(word)
        if added and word.right_edge.i >= words[-1].i and word.left_edge.i > words[0].i:
            return [one for one in words if one.i < word.left_edge.i]
    return words


def _call(cue: "Token") -> list["Token"]:
    """What somebody calls for: "called for calm", "called on the army to withdraw"."""
    if lemma(cue) != "call":
        return []
    for child in cue.children:
        case = next((c for c in child.children if c.dep_ == "case"), None)
        if case is None or child.dep_ != "obl" or case.i != cue.i + 1:
            continue
        if case.lower_ not in ("for", "on", "upon"):
            continue
        tasks = [c for c in cue.children if c.dep_ in ("xcomp", "advcl") and c.i > child.i]
        tasks += [c for c in child.children if c.dep_ == "acl"]
        inner = [word for task in tasks[:1] for word in subtree(task)]
        if inner or case.lower_ == "for":
            words = {w.i: w for w in [*subtree(child, without=[case]), *inner]}
            return _without_additions(list(words.values()))
    return []


def is_finite(clause: "Token") -> bool:
    """Whether a clause asserts something: it has a subject, and a verb with a tense."""
    verbs = [clause, *(c for c in clause.children if c.dep_ in ("aux", "cop", "aux:pass"))]
    tensed = any(verb.tag_ in TENSED for verb in verbs)
    # The parse may hang the subject on the auxiliary: "nobody had seen it".
    return tensed and any(
        child.dep_ in (*subject.SUBJECTS, "expl", "csubj")
        for verb in verbs
        for child in verb.children
    )


def _first_word(clause: "Token") -> "Token":
    return next((t for t in subtree(clause) if not t.is_punct and t.lower_ != "that"), clause)


def follows_comma(cue: "Token") -> bool:
    """Whether a comma or a dash sets off the words under `cue`."""
    left = cue.left_edge
    before = cue.doc[left.i - 1].text if left.i > 0 else ""
    return before in (",", "—", "–", "-") or left.text == ","
