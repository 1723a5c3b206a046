"""The public corpora, read into one form: articles of sentences of annotated words.

What a corpus does not annotate is None there, and is masked in the loss.
"""

import csv
import io
import re
import zipfile
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

# Every word's set of allowed name labels; None: the corpus says nothing about this word.
Allowed = frozenset[str] | None

# What people have labelled, and what only a machine has besides.
HAND_MADE = ("PER", "ORG", "LOC")
NAME_LABELS = (*HAND_MADE, "NORP", "DATE", "TIME")
ROLES = ("source", "cue", "content")
_ALL = frozenset(f"{p}-{label}" for label in NAME_LABELS for p in "BI") | {"O"}
_ONLY_O = frozenset({"O"})


@dataclass(slots=True)
class Syntax:
    """Tags, lemmas and the tree of one sentence; `heads` count words from 1, 0 is the root."""

    upos: list[str] = field(default_factory=list)
    xpos: list[str] = field(default_factory=list)
    lemmas: list[str] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    labels: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Sentence:
    """Words, whether white space follows each, and what the corpus says of them.

    `silver` are names labelled by machine, to other rules than those of `names`; `quotes` are the
    roles of words in attributions, in BIO.
    """

    words: list[str] = field(default_factory=list)
    spaced: list[bool] = field(default_factory=list)
    opens_paragraph: bool = False
    id: str = ""
    syntax: Syntax | None = None
    names: list[Allowed] | None = None
    silver: list[Allowed] | None = None
    quotes: list[str] | None = None

    @property
    def text(self) -> str:
        """The sentence as written."""
        pairs = zip(self.words, self.spaced, strict=True)
        return "".join(word + " " * space for word, space in pairs).strip()


Article = list[Sentence]


def treebank(path: Path) -> list[Article]:
    """Read a CoNLL-U file as documents; enhanced and empty nodes are passed over."""
    articles: list[Article] = []
    for block in path.read_text("utf-8").split("\n\n"):
        lines = block.strip("\n").split("\n")
        if lines == [""]:
            continue
        if not articles or any(line.startswith("# newdoc") for line in lines):
            articles.append([])
        articles[-1].append(_sentence(lines))
    return articles


def _sentence(lines: list[str]) -> Sentence:
    sentence, syntax = Sentence(), Syntax()
    sentence.opens_paragraph = any(line.startswith("# newpar") for line in lines)
    sentence.id = sentence_id(lines)
    glued_after: dict[int, bool] = {}
    for line in lines:
        columns = line.split("\t")
        if line.startswith("#") or len(columns) < 10:
            continue
        glued = "SpaceAfter=No" in columns[9]
        if "-" in columns[0]:
            first, last = map(int, columns[0].split("-"))
            # Inside a contraction ("don't") nothing is written between the words.
            glued_after |= dict.fromkeys(range(first, last), True) | {last: glued}
        elif columns[0].isdigit():
            number = int(columns[0])
            sentence.words.append(columns[1])
            sentence.spaced.append(not glued_after.get(number, glued))
            syntax.lemmas.append(columns[2])
            syntax.upos.append(columns[3])
            syntax.xpos.append(columns[4])
            syntax.heads.append(int(columns[6]))
            syntax.labels.append(columns[7])
    sentence.syntax = syntax
    return sentence


def add_names(articles: list[Article], path: Path) -> None:
    """Put the PER, ORG and LOC labels of an IOB2 file on the same sentences of a treebank.

    The two releases cut a few dozen sentences into other words; those stay without names.
    """
    blocks = (block.split("\n") for block in path.read_text("utf-8").split("\n\n"))
    known = {sentence_id(lines): lines for lines in blocks}
    for sentence in (sentence for article in articles for sentence in article):
        lines = known.get(sentence.id, [])
        rows = [line.split("\t") for line in lines if line[:1].isdigit()]
        if [row[1] for row in rows] == sentence.words:
            sentence.names = [_ewt_label(row[2]) for row in rows]


def sentence_id(lines: list[str]) -> str:
    """The comment that numbers a sentence, "" if none does."""
    return next((line for line in lines if line.startswith("# sent_id")), "")


def _ewt_label(tag: str) -> Allowed:
    if tag[2:] in {"PER", "ORG", "LOC"}:
        return frozenset({tag})
    return other_than({"PER", "ORG", "LOC"}) if tag == "O" else None


def other_than(labels: set[str]) -> Allowed:
    """All labels but those of the kinds `labels`."""
    return frozenset(tag for tag in _ALL if tag[2:] not in labels)


def or_place(allowed: Allowed) -> Allowed:
    """Where EWT calls a restaurant, a shop or a campus a place, other corpora call it a body.

    What they call a body may therefore be either; EWT's own labels decide which.
    """
    bodies = {tag for tag in allowed or () if tag[2:] == "ORG"}
    if allowed is None or bodies != allowed:
        return allowed
    return allowed | {f"{tag[:2]}LOC" for tag in bodies}


def wikigold(path: Path) -> list[Article]:
    """Read wikigold: PER, ORG, LOC; MISC, which holds nationalities among others, is masked."""
    articles: list[Article] = []
    for block in path.read_text("utf-8").split("\n\n"):
        rows = [line.rsplit(" ", 1) for line in block.split("\n") if " " in line]
        rows = [row for row in rows if row[0] != "-DOCSTART-"]
        if not rows:
            continue
        sentence = _spaced([row[0] for row in rows])
        previous = "O"
        sentence.names = []
        for _, tag in rows:
            start = tag[2:] != previous[2:]
            label = f"{'B' if start else 'I'}-{tag[2:]}" if tag != "O" else "O"
            known = None if tag.endswith("MISC") else _ewt_label(label)
            sentence.names.append(or_place(known))
            previous = tag
        articles.append([sentence])
    return articles


PERSONAL_TITLE = re.compile(
    r"(?i)(mr|mrs|ms|dr|sen|gen|rep|gov|president|prime|minister|king|queen|pope|senator|secretary"
    r"|general|prince|sheikh|judge|captain|colonel|chancellor|ambassador|ayatollah|foreign|vice"
    r"|former|former-president|spokesman|spokeswoman|the|-)\.?$"
)
_DATE = re.compile(
    r"(?i)\b(\d{4}s?|(mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june"
    r"|july|august|september|october|november|december|today|yesterday|tomorrow)\b"
)
_CLOCK = re.compile(
    r"(?i)\b(gmt|utc|[ap]\.?m\.?|noon|midnight|morning|evening|afternoon|night)\b|:"
)


def gmb(path: Path) -> Iterator[Article]:
    """Read the GMB extract: names by its silver labels, with what is known to be wrong masked."""
    blocks = list(_gmb_sentences(path))
    nationalities = _nationalities(blocks)
    # The extract keeps the order of sentences but not the ends of documents.
    for i in range(0, len(blocks), 8):
        article: Article = []
        for rows in blocks[i : i + 8]:
            sentence = _spaced([row[0] for row in rows])
            sentence.silver = _gmb_labels(rows, nationalities)
            article.append(sentence)
        yield article


Row = tuple[str, str, str]


def _gmb_sentences(path: Path) -> Iterator[list[Row]]:
    with zipfile.ZipFile(path) as archive, archive.open(archive.namelist()[0]) as raw:
        rows: list[Row] = []
        reader = csv.reader(io.TextIOWrapper(raw, "latin-1"))
        next(reader)
        for start, word, pos, tag in reader:
            if start and rows:
                yield rows
                rows = []
            if word:
                rows.append((word, pos, tag))
        if rows:
            yield rows


def _nationalities(sentences: list[list[Row]]) -> frozenset[str]:
    """The words labelled gpe that are used as adjectives or plurals: "Iraqi", not "Nepal"."""
    uses: dict[str, Counter[bool]] = defaultdict(Counter)
    for word, pos, tag in (row for rows in sentences for row in rows):
        if tag.endswith("-gpe"):
            uses[word][pos[:2] == "JJ" or pos[-1] == "S"] += 1
    return frozenset(word for word, use in uses.items() if use[True] > 0.3 * use.total())


def _gmb_labels(rows: list[Row], nationalities: frozenset[str]) -> list[Allowed]:
    labels: list[Allowed] = [_ONLY_O if tag == "O" else None for _, _, tag in rows]
    for start, end, tag in _runs([row[2] for row in rows]):
        words = [row[0] for row in rows[start:end]]
        if tag == "per":
            while start < end and PERSONAL_TITLE.match(rows[start][0]):
                labels[start] = _ONLY_O
                start += 1
        name = _gmb_name(tag, words, nationalities)
        if name is None or start == end:
            continue
        labels[start] = frozenset({f"B-{name}"})
        labels[start + 1 : end] = [frozenset({f"I-{name}"})] * (end - start - 1)
    return labels


def _gmb_name(tag: str, words: list[str], nationalities: frozenset[str]) -> str | None:
    text = " ".join(words)
    match tag:
        case "per" | "org" | "geo":
            return {"per": "PER", "org": "ORG", "geo": "LOC"}[tag]
        case "gpe":
            return "NORP" if words[-1] in nationalities else "LOC"
        case "tim" if _CLOCK.search(text):
            return "TIME"
        case "tim" if _DATE.search(text):
            return "DATE"
        case _:
            return None


def _runs(tags: list[str]) -> Iterator[tuple[int, int, str]]:
    start = 0
    for i in range(1, len(tags) + 1):
        if i == len(tags) or tags[i] != f"I-{tags[start][2:]}":
            if tags[start] != "O":
                yield start, i, tags[start][2:]
            start = i


_NO_SPACE_BEFORE = frozenset(".,;:!?)]}%'\"”’") | {"'s", "n't", "'re", "'ve", "'ll", "'d", "'m"}
_NO_SPACE_AFTER = frozenset("([{$#“‘`") | {"``"}


def running_text(article: Article, *, paragraphs: bool) -> str:
    """The article as a file would hold it; its paragraphs parted by a blank line or a space."""
    parts: list[str] = []
    for sentence in article:
        parts += ["\n\n" if paragraphs and sentence.opens_paragraph else " ", sentence.text]
    return "".join(parts).strip()


def spaced(words: Sequence[str]) -> list[bool]:
    """Whether English puts white space after each of `words`; straight quotes count as closing."""
    return [
        word not in _NO_SPACE_AFTER and after not in _NO_SPACE_BEFORE
        for word, after in zip(words, [*words[1:], ""], strict=True)
    ]


def _spaced(words: list[str]) -> Sentence:
    return Sentence(words=list(words), spaced=spaced(words))
