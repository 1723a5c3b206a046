"""The words of a clause: without attribution, neighbour clauses and stray punctuation."""

from typing import TYPE_CHECKING

from claims.clause import SUBJECTS, is_finite, is_verbal
from claims.phrase import child, children, extent, is_late, is_mark, subtree, trimmed
from claims.totals import set_at

if TYPE_CHECKING:
    from spacy.tokens import Token

_OMISSIONS = frozenset({"…", "..."})
_TIED = frozenset({"acl:relcl", "advcl:relcl", "advcl"})


def clause(head: "Token") -> list["Token"]:
    """The words of the clause: no attribution, no neighbour clause, no stray punctuation."""
    helpers = children(head, "mark", "cc", "cc:preconj", "discourse", "vocative")
    left_out = [*helpers, *(t for t in head.children if _is_neighbour(head, t))]
    tokens = subtree(head, left_out)
    tokens = subtree(
        head, [*left_out, *(t for t in tokens if t != head and is_late(t) and t.i < t.head.i)]
    )
    end = min(_attribution(head), _source_behind(tokens, head), _set_total(tokens, head))
    tokens = [t for t in tokens if t.i < end]
    tokens = _past_omission(before_omission(past_dateline(tokens), head), head)
    tokens = trimmed(_without_tail(tokens))
    return _untied(_past_source(tokens, head), head)


def _untied(tokens: list["Token"], head: "Token") -> list["Token"]:
    """`tokens` without the words that only tie them to others: "who", "in which", "so"."""
    while head.dep_ in _TIED and tokens:
        ahead = 1 if tokens[0].pos_ == "ADP" and len(tokens) > 1 else 0
        if tokens[ahead].tag_ not in ("WDT", "WP", "WRB"):
            break
        tokens = trimmed(tokens[ahead + 1 :])
    loose = tokens and tokens[0].lower_ == "so" and tokens[0].head == head
    return trimmed(tokens[1:]) if loose else tokens


def _source_behind(tokens: list["Token"], head: "Token") -> int:
    """Where ", according to …" begins that ends the clause."""
    places = [t.i for t in tokens if t.i > head.i and t.lower_ == "according"]
    if not places or head.doc[places[-1] - 1].text != ",":
        return len(head.doc)
    return places[-1]


def _set_total(tokens: list["Token"], head: "Token") -> int:
    """Where "at 41" begins, if it belongs to "put the number of …" above the clause."""
    for token in tokens:
        if token.i > head.i and token.pos_ == "NUM" and head in token.ancestors:
            noun = set_at(token)
            if noun is not None and noun.i < head.i:
                return token.left_edge.i
    return len(head.doc)


def _past_source(tokens: list["Token"], head: "Token") -> list["Token"]:
    """`tokens` without "According to …," in front, wherever the parse hangs its words."""
    if not tokens:
        return tokens
    near = head.doc[max(tokens[0].i - 3, 0) : tokens[0].i + 1]
    if not any(t.lower_ == "according" and t.i < head.i for t in near):
        return tokens
    comma = max((t.i for t in tokens if t.text == "," and t.i < _first_of(head)), default=-1)
    return trimmed([t for t in tokens if t.i > comma])


def _first_of(head: "Token") -> int:
    """Where a clause's own subject or auxiliary begins."""
    own = children(head, *SUBJECTS, "aux", "aux:pass", "cop")
    return min([head.i, *(t.left_edge.i for t in own)])


def _past_omission(tokens: list["Token"], head: "Token") -> list["Token"]:
    """`tokens` behind an ellipsis, unless the clause has its subject before that."""
    kept = between_omissions(tokens, head)
    first = kept[0].i if kept else head.i
    return tokens if any(t.i < first for t in children(head, *SUBJECTS)) else kept


def between_omissions(tokens: list["Token"], head: "Token") -> list["Token"]:
    """`tokens` around `head` from one ellipsis to the next: beyond them are other sentences."""
    first = min((t.i for t in tokens), default=head.i)
    before = head.doc[first : max(first, head.i)]
    opening = max((t.i for t in before if t.text in _OMISSIONS), default=-1)
    return [t for t in before_omission(tokens, head) if t.i > opening]


def before_omission(tokens: list["Token"], head: "Token") -> list["Token"]:
    """`tokens` up to an ellipsis after `head`: what follows one is another sentence."""
    end = next((t.i for t in tokens if t.i > head.i and t.text in _OMISSIONS), len(head.doc))
    return [t for t in tokens if t.i < end]


def _attribution(head: "Token") -> int:
    """Where the attribution behind a clause begins: "The road was shut, the mayor said at noon"."""
    said = head.head
    if head.dep_ != "ccomp" or said.i < head.i:
        return len(head.doc)
    others = [t for t in (*said.children, *children(head, *SUBJECTS)) if head.i < t.i < said.i]
    return min([said.i, *(t.left_edge.i for t in others if t.left_edge.i > head.i)])


def past_dateline(tokens: list["Token"]) -> list["Token"]:
    """`tokens` without the place and day that open an agency's story: "OSK, May 3 (Wire) — …"."""
    first = tokens[0] if tokens else None
    if first is None or not first.text.isupper() or not (first.i == 0 or first.nbor(-1).is_space):
        return tokens
    dash = next((t.i for t in tokens[:12] if t.text in ("—", "–", "--", "-")), None)
    if dash is None or any(t.pos_ in ("VERB", "AUX") for t in tokens if t.i < dash):
        return tokens
    return [t for t in tokens if t.i > dash]


def _is_neighbour(head: "Token", part: "Token") -> bool:
    if part.dep_ == "conj":
        return is_verbal(part) or is_verbal(head)
    if part.dep_ == "obl" and any(t.lower_ == "according" for t in children(part, "case")):
        return True
    if part.dep_ == "advcl":
        mark = child(part, "mark")
        return is_finite(part) and (mark is None or mark.lower_ not in ("if", "unless"))
    if part.dep_ == "ccomp" and part.i < head.i:
        return True
    return part.dep_ in ("parataxis", "list", "reparandum", "dep", "csubj:outer")


def _without_tail(tokens: list["Token"]) -> list["Token"]:
    """`tokens` up to a non-restrictive relative clause at their end (", who …")."""
    places = {t.i for t in tokens}
    for token in tokens:
        if token.dep_ != "acl:relcl" or token.head.i not in places:
            continue
        inside = {t.i for t in subtree(token)}
        # The comma belongs to the relative clause, as the treebanks have it.
        first = min(i for i in inside if not is_mark(token.doc[i]))
        after = [t for t in tokens if t.i > first and t.i not in inside and not is_mark(t)]
        before = token.doc[first - 1] if first else None
        # "Harnsund, where …" goes on telling where it was.
        placing = token.doc[first].tag_ == "WRB"
        if not after and not placing and before is not None and before.text in {",", "–", "—"}:
            return [t for t in tokens if t.i < first]
    return tokens


def clause_extent(head: "Token") -> tuple[int, int]:
    """The half-open character range of `clause`."""
    return extent(clause(head) or [head])
