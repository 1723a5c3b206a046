"""Articles cut into the windows that the network is trained on, with their targets."""

import random
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from claims.encoding import Gap, Ints, Shape, Window, Word, Words, shape, stack, window
from claims.lemma import script
from claims.training.corpora import Allowed, Article, Sentence
from claims.training.labels import Labels

IGNORE = -100

# Words that may stand for one another, by label ("B-PER": first words of persons' names).
Names = dict[str, tuple[str, ...]]
# How many of the names in a window are changed for others.
RENAMED = 0.2

# Most windows are as long as those of reading; single sentences keep short texts good.
_SIZES = (1, 1, 40, 100, 190, 190, 190)
_MOST = 380
# What opens, what closes, and what may do either.
_MARKS = {"“": True, "”": False, "``": True, '"': None, "''": None}
_STYLES = (("“", "”"), ('"', '"'), ("''", "''"))
# So many windows of quotations are given other marks, in these shares of the styles.
_RESTYLED = 0.5
_SHARES = (5, 4, 1)


@dataclass(frozen=True, slots=True)
class Example:
    """One window with its targets, each `[N]` and `IGNORE` where unknown.

    `heads` are places in the window counted from 1 (0 is the root), `sentence` numbers the
    sentence of each word and `paragraph` its paragraph; `names`, `silver` and `quotes` are
    `[N, labels]` masks of allowed labels, all 0 where unknown.
    """

    window: Window
    sentence: Ints
    paragraph: Ints
    starts: Ints
    upos: Ints
    xpos: Ints
    lemmas: Ints
    heads: Ints
    labels: Ints
    names: Ints
    silver: Ints
    quotes: Ints


def plain_names(sentence: Sentence) -> Iterator[tuple[int, str]]:
    """The places of names, or parts of a person's name, that another word could stand in for."""
    labels = [next(iter(allowed)) if _single(allowed) else "O" for allowed in sentence.names or []]
    for place, (label, after) in enumerate(zip(labels, [*labels[1:], "O"], strict=False)):
        alone = label in {"B-LOC", "B-ORG"} and after != f"I-{label[2:]}"
        if (alone or label[2:] == "PER") and shape(sentence.words[place]) == Shape.TITLE:
            yield place, label


def _single(allowed: Allowed) -> bool:
    return allowed is not None and len(allowed) == 1


def collect_names(articles: Iterable[Article]) -> Names:
    """The words at `plain_names`, by label."""
    names: dict[str, set[str]] = {}
    for sentence in (sentence for article in articles for sentence in article):
        for place, label in plain_names(sentence):
            names.setdefault(label, set()).add(sentence.words[place])
    return {label: tuple(sorted(words)) for label, words in sorted(names.items())}


class Cutter:
    """Cuts articles into examples; the same seed cuts the same."""

    def __init__(self, encode: Words, labels: Labels, names: Names, seed: int) -> None:
        """Use the vocabulary of `encode` and the label inventory of `labels`."""
        self._encode = encode
        self._labels = labels
        self._names_known = names
        self._random = random.Random(seed)

    def examples(self, articles: Iterable[Article]) -> Iterator[Example]:
        """Windows of whole sentences, of random lengths."""
        for article in articles:
            size, room, run = self._random.choice(_SIZES), 0, list[Sentence]()
            for sentence in article:
                length = sum(len(self._encode(word).pieces) for word in sentence.words)
                if length > _MOST:
                    continue
                # A quotation is read with its opening mark and its cue.
                whole = sentence.quotes is None or sentence.opens_paragraph
                if run and room + length > (size if whole else _MOST):
                    yield self._example(run)
                    size, room, run = self._random.choice(_SIZES), 0, []
                run.append(sentence)
                room += length
            if run:
                yield self._example(run)

    def _example(self, sentences: Sequence[Sentence]) -> Example:
        if any(s.quotes for s in sentences) and self._random.random() < _RESTYLED:
            sentences = self._restyled(sentences)
        words = [word for sentence in sentences for word in sentence.words]
        row = window(
            [word for sentence in sentences for word in self._encoded(sentence)],
            self._gaps(sentences),
            start=self._encode.start,
            stop=self._encode.stop,
        )
        sizes = [len(sentence.words) for sentence in sentences]
        starts = np.zeros(len(words), np.int64)
        starts[np.cumsum([0, *sizes[:-1]])] = 1
        # Nobody has marked where these sentences end.
        starts[np.repeat([s.quotes is not None for s in sentences], sizes)] = IGNORE
        return Example(
            window=row,
            sentence=np.repeat(np.arange(len(sizes)), sizes),
            paragraph=np.repeat(np.cumsum([s.opens_paragraph for s in sentences]), sizes),
            starts=starts,
            upos=self._column(sentences, "upos"),
            xpos=self._column(sentences, "xpos"),
            lemmas=self._column(sentences, "lemmas"),
            heads=self._heads(sentences),
            labels=self._column(sentences, "labels"),
            names=self._names(sentences, "names"),
            silver=self._names(sentences, "silver"),
            quotes=self._quotes(sentences),
        )

    def _encoded(self, sentence: Sentence) -> list[Word]:
        """Words as written; now and then as a headline would write them, or a hasty typist."""
        rewrite: Callable[[str], str] = str
        match self._random.random():
            case chance if chance < 0.02:
                rewrite = str.upper
            case chance if chance < 0.04:
                rewrite = str.lower
            case chance if chance < 0.06:
                rewrite = _headline
        written = self._renamed(sentence)
        words = [self._encode(word) for word in written]
        if rewrite is str:
            return words
        shapes = [shape(rewrite(word)) for word in written]
        return [replace(word, shape=int(s)) for word, s in zip(words, shapes, strict=True)]

    def _renamed(self, sentence: Sentence) -> list[str]:
        """The words, some names changed for others of the same kind: there are never enough."""
        words = list(sentence.words)
        for place, label in plain_names(sentence):
            if self._random.random() < RENAMED:
                words[place] = self._random.choice(self._names_known[label])
        return words

    def _restyled(self, sentences: Sequence[Sentence]) -> list[Sentence]:
        """The sentences with quote marks of another style throughout."""
        opening, closing = self._random.choices(_STYLES, _SHARES)[0]
        is_open = False
        restyled = []
        for sentence in sentences:
            is_open = is_open and not sentence.opens_paragraph
            words = []
            for word in sentence.words:
                if word in _MARKS:
                    opens = _MARKS[word]
                    is_open = not is_open if opens is None else opens
                    words.append(opening if is_open else closing)
                else:
                    words.append(word)
            restyled.append(replace(sentence, words=words))
        return restyled

    def _gaps(self, sentences: Sequence[Sentence]) -> list[int]:
        """Gaps as in running text: paragraphs by blank lines, single ones, or not at all."""
        between = self._random.choices((Gap.PARAGRAPH, Gap.LINE, Gap.SPACE), (5, 2, 4))[0]
        wrapped = self._random.random() < 0.05
        gaps: list[int] = []
        spaced = True
        for sentence in sentences:
            opening = len(gaps)
            for after in sentence.spaced:
                wrap = wrapped and spaced and self._random.random() < 0.08
                gaps.append(Gap.LINE if wrap else Gap.SPACE if spaced else Gap.GLUED)
                spaced = after
            if sentence.opens_paragraph:
                gaps[opening] = between
        gaps[0] = self._random.choice((Gap.PARAGRAPH, Gap.LINE, Gap.SPACE))
        return gaps

    def _column(self, sentences: Sequence[Sentence], name: str) -> Ints:
        known = self._labels.index(name)
        out: list[int] = []
        for sentence in sentences:
            syntax = sentence.syntax
            if syntax is None:
                out += [IGNORE] * len(sentence.words)
            elif name == "lemmas":
                pairs = zip(sentence.words, syntax.lemmas, strict=True)
                out += [known.get(script(*pair), IGNORE) for pair in pairs]
            else:
                out += [known.get(value, IGNORE) for value in getattr(syntax, name)]
        return np.asarray(out, np.int64)

    def _heads(self, sentences: Sequence[Sentence]) -> Ints:
        out: list[int] = []
        for sentence in sentences:
            before = len(out)
            if sentence.syntax is None:
                out += [IGNORE] * len(sentence.words)
            else:
                out += [head + before if head else 0 for head in sentence.syntax.heads]
        return np.asarray(out, np.int64)

    def _names(self, sentences: Sequence[Sentence], layer: str) -> Ints:
        known = self._labels.index(layer)
        rows: list[Allowed] = []
        for sentence in sentences:
            rows += getattr(sentence, layer) or [None] * len(sentence.words)
        mask = np.zeros((len(rows), len(known)), np.int64)
        for row, allowed in enumerate(rows):
            mask[row, [known[label] for label in allowed or () if label in known]] = 1
        return mask

    def _quotes(self, sentences: Sequence[Sentence]) -> Ints:
        known = self._labels.index("quotes")
        rows: list[str | None] = []
        for sentence in sentences:
            rows += sentence.quotes or [None] * len(sentence.words)
        mask = np.zeros((len(rows), len(known)), np.int64)
        for row, label in enumerate(rows):
            if label is not None:
                # A window that opens within a span reads it as one that begins there.
                mask[row, known[label if row else label.replace("I-", "B-")]] = 1
        return mask


def _headline(word: str) -> str:
    return word[:1].upper() + word[1:]


def batches(
    examples: Sequence[Example], *, pieces: int, rng: random.Random
) -> Iterator[dict[str, Ints]]:
    """Batches of windows of like length, about `pieces` word pieces each, in random order."""
    order = sorted(examples, key=lambda e: len(e.window.pieces) + rng.random() * 4)
    groups: list[list[Example]] = [[]]
    for example in order:
        group = groups[-1]
        if group and (len(group) + 1) * len(example.window.pieces) > pieces:
            groups.append(group := [])
        group.append(example)
    rng.shuffle(groups)
    return map(collate, groups)


def collate(examples: Sequence[Example]) -> dict[str, Ints]:
    """One batch: the encoder's arrays (see `stack`) and the targets, padded with `IGNORE`."""
    batch = stack([example.window for example in examples])
    rows, words = batch["first"].shape
    for name in ("sentence", "paragraph", "starts", "upos", "xpos", "lemmas", "heads", "labels"):
        batch[name] = np.full((rows, words), IGNORE, np.int64)
        for row, example in enumerate(examples):
            column: Ints = getattr(example, name)
            batch[name][row, : len(column)] = column
    for name in ("names", "silver", "quotes"):
        labels = getattr(examples[0], name).shape[1]
        batch[name] = np.zeros((rows, words, labels), np.int64)
        for row, example in enumerate(examples):
            mask: Ints = getattr(example, name)
            batch[name][row, : len(mask)] = mask
    return batch
