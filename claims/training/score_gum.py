"""The scores of quotation roles on GUM's dev part, whose genres no attribution was learnt from.

GUM gives the words of source and cue, and of the first clause of what is attributed, with no place
in the text: spans are the same where their letters are, within a document. Overlap: instead of 1 or
0 each span counts the share of words that it has in common with the most alike of the other side.
Content is found where a span begins with that clause; nothing tells how many others are right.
"""

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from spacy.language import Language

from claims.training.corpora import Article, running_text, treebank
from claims.training.score_roles import prf

Words = tuple[str, ...]


def gum_role_scores(nlp: Language, data: Path) -> dict[str, dict[str, float]]:
    """Precision, recall and F1 of source and cue, exact and by overlap, in percent.

    Of content the recall alone.
    """
    marked: dict[str, list[dict[str, str]]] = defaultdict(list)
    for line in (data / "quotes" / "gum-attribution-dev.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        marked[row["doc"]].append(row)
    pairs: dict[str, list[tuple[list[Words], list[Words]]]] = defaultdict(list)
    begun = clauses = 0
    for name, article in _documents(data / "syntax" / "gum-dev.conllu"):
        found = _found(nlp, article)
        rows = marked.get(name, [])
        for role in ("source", "cue"):
            wanted = [_words(row[role]) for row in rows if row[role]]
            pairs[role].append((found[role], wanted))
        contents = ["".join(words) for words in found["content"]]
        for row in rows:
            clause = "".join(_words(row["first_content_edu"]))
            clauses += bool(clause)
            begun += bool(clause) and any(content.startswith(clause) for content in contents)
    scores = {role: _rates(each) for role, each in pairs.items()}
    return scores | {"content": {"recall": 100 * begun / max(clauses, 1)}}


def _documents(path: Path) -> Iterator[tuple[str, Article]]:
    names = re.findall(r"^# newdoc id = (.*)$", path.read_text("utf-8"), re.MULTILINE)
    yield from zip(names, treebank(path), strict=True)


def _found(nlp: Language, article: Article) -> dict[str, list[Words]]:
    found: dict[str, list[Words]] = defaultdict(list)
    doc = nlp(running_text(article, paragraphs=True))
    for span in doc.spans["quotations"]:
        found[span.label_].append(_words(span.text))
    return found


def _words(text: str) -> Words:
    return tuple(re.findall(r"\w+", text.lower()))


def _rates(pairs: Sequence[tuple[list[Words], list[Words]]]) -> dict[str, float]:
    found = sum(len(left) for left, _ in pairs)
    wanted = sum(len(right) for _, right in pairs)
    same = sum((Counter(left) & Counter(right)).total() for left, right in pairs)
    near = sum(_likeness(words, right) for left, right in pairs for words in left)
    met = sum(_likeness(words, left) for left, right in pairs for words in right)
    overlap = prf(near, found, met, wanted)
    return prf(same, found, same, wanted) | {f"overlap {n}": v for n, v in overlap.items()}


def _likeness(words: Words, others: Sequence[Words]) -> float:
    own = set(words)
    return max((len(own & set(o)) / len(own | set(o)) for o in others if own or o), default=0.0)
