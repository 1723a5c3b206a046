"""The spaCy component over the trained network: sentences, tags, lemmas, trees, names and roles.

From outside an ordinary pipeline: `nlp = load()`, `doc.sents`, `token.dep_`, `doc.ents`, and
`doc.spans["quotations"]` with the label `source`, `cue` or `content` on each span.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np
import spacy
from numpy.typing import NDArray
from spacy.language import Language
from spacy.strings import StringStore
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from claims import headings
from claims.decoding import best_labels, tree
from claims.encoding import gap, written
from claims.lemma import apply
from claims.mending import mend
from claims.model_files import FOLDER, Model, open_model
from claims.role_spans import role_spans
from claims.sentences import Sentence, read
from claims.tokenizer import adapt

_ATTRIBUTES: list[int | str] = ["HEAD", "DEP", "TAG", "POS", "LEMMA", "ENT_IOB", "ENT_TYPE"]
_IOB = _ATTRIBUTES.index("ENT_IOB")
_NAME = [_IOB, _ATTRIBUTES.index("ENT_TYPE")]
_OUTSIDE, _BEGIN, _INSIDE = 2, 3, 1
# Sentences that are labelled side by side.
_TOGETHER = 64
_NAMES = ("names", "other_names")
# Characters; spaCy's own limit is for models that hold a whole text in memory at once.
_LONGEST = 1_000_000_000


class Reader:
    """Annotates documents; keeps the sentences of a Doc that already has them."""

    def __init__(self, vocab: Vocab, model: Model) -> None:
        """Read with `model`, writing into `vocab`."""
        self._model = model
        self._strings = vocab.strings
        self._lemmas: dict[tuple[str, tuple[int, ...]], int] = {}
        self._lexicon = frozenset(model.labels.get("lexicon", ()))
        self._numbers = {
            name: np.array([self._strings.add(label) for label in labels], np.uint64)
            for name, labels in model.labels.items()
            if name in {"xpos", "labels"}
        }
        self._pos = np.array(
            [self._strings.add(label) for label in model.labels["upos"]], np.uint64
        )
        self._names = {name: self._entities(model.labels[name]) for name in _NAMES}

    def __call__(self, doc: Doc) -> Doc:
        """Annotate `doc` in place."""
        tokens = [token for token in doc if not token.is_space]
        found: list[tuple[int, int, str]] = []
        rows = _spaces(doc, self._strings)
        if tokens:
            places = np.fromiter((token.i for token in tokens), np.int64, len(tokens))
            words = [token.text for token in tokens]
            known = None
            if doc.has_annotation("SENT_START"):
                known = [bool(token.is_sent_start) for token in tokens]
            gaps = _gaps(doc)
            for group in _groups(read(self._model, written(words), gaps, known)):
                for sentence, names in zip(group, self._names_of(group), strict=True):
                    where = places[sentence.start : sentence.end]
                    rows[where] = self._rows(sentence, words, where, names)
                found += role_spans(self._model, group, gaps if known is None else None)
            _attach_spaces(rows, places, len(doc))
        doc.from_array(_ATTRIBUTES, rows)  # type: ignore[arg-type]  # unsigned, as spaCy asks
        mend(doc)
        doc.spans["quotations"] = [
            Span(doc, int(places[start]), int(places[end - 1]) + 1, role)
            for start, end, role in found
        ]
        return doc

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 128) -> Iterator[Doc]:
        """Annotate a stream; every text is read alone, so its neighbours cannot change it."""
        return map(self, stream)

    def _names_of(self, group: Sequence[Sentence]) -> Iterator[NDArray[np.uint64]]:
        """The two attributes of names for the words of each sentence: `[2, words]`."""
        gold, other = (
            best_labels([s.scores[name] for s in group], self._model.chains[name])
            for name in _NAMES
        )
        for pair in zip(gold, other, strict=True):
            yield self._joined(*(self._names[n][:, p] for n, p in zip(_NAMES, pair, strict=True)))

    def _rows(
        self,
        sentence: Sentence,
        words: list[str],
        places: NDArray[np.int64],
        names: NDArray[np.uint64],
    ) -> NDArray[np.uint64]:
        scores = sentence.scores
        heads = tree(scores["arc_dep"] @ scores["arc_head"].T)
        dep, head = scores["label_dep"], scores["label_head"][heads]
        features = np.concatenate([dep * head, dep, head], 1)
        labels = (features @ self._model.weight.T + self._model.bias).argmax(1)
        targets = np.where(heads == 0, places, places[heads - 1])
        own = words[sentence.start : sentence.end]
        return np.stack(
            [
                (targets - places).astype(np.int64).view(np.uint64),
                self._numbers["labels"][labels],
                self._numbers["xpos"][scores["xpos"]],
                self._pos[scores["upos"]],
                np.fromiter(map(self._lemma, own, scores["lemmas"].tolist()), np.uint64, len(own)),
                *names,
            ],
            axis=1,
        )

    def _entities(self, labels: list[str]) -> NDArray[np.uint64]:
        """The two attributes of a token in a name, by number of the label: `[2, labels]`."""
        marks = {"B": _BEGIN, "I": _INSIDE}
        pairs = [(marks.get(label[0], _OUTSIDE), self._strings.add(label[2:])) for label in labels]
        return np.array(pairs, np.uint64).T

    def _joined(self, gold: NDArray[np.uint64], other: NDArray[np.uint64]) -> NDArray[np.uint64]:
        """People, bodies and places, and other names and dates where none of these stands."""
        number = np.cumsum(other[0] == _BEGIN)
        taken = number[(gold[0] != _OUTSIDE) & (other[0] != _OUTSIDE)]
        free = (gold[0] == _OUTSIDE) & ~np.isin(number, taken)
        return np.where(free, other, gold)

    def _lemma(self, word: str, numbers: list[int]) -> int:
        key = (word, tuple(numbers))
        lemma = self._lemmas.get(key)
        if lemma is None:
            scripts = self._model.labels["lemmas"]
            lemma = self._strings.add(self._word([apply(word, scripts[n]) for n in numbers], word))
            if len(self._lemmas) < 200_000:
                self._lemmas[key] = lemma
        return lemma

    def _word(self, candidates: list[str], word: str) -> str:
        """The first candidate, unless it was cut to no known word and another one is a word."""
        first = candidates[0]
        if first == word.lower() or not first.islower() or first in self._lexicon:
            return first
        return next((lemma for lemma in candidates if lemma in self._lexicon), first)


def _groups(sentences: Iterable[Sentence]) -> Iterator[list[Sentence]]:
    """Some dozens at a time: labelled together they cost far less, and memory stays bounded."""
    waiting = iter(sentences)
    while group := list(islice(waiting, _TOGETHER)):
        yield group


def _gaps(doc: Doc) -> list[int]:
    gaps: list[int] = []
    space = "\n\n"
    headed = set(headings.ends(doc.text))
    for token in doc:
        if token.is_space:
            # A headline that no blank line follows is a paragraph all the same.
            ended = not headed.isdisjoint(range(token.idx, token.idx + len(token)))
            space += token.text_with_ws * (2 if ended else 1)
        else:
            gaps.append(int(gap(space)))
            space = token.whitespace_
    return gaps


def _spaces(doc: Doc, strings: StringStore) -> NDArray[np.uint64]:
    """A row of attributes for every token, as white space has them."""
    row = [0, strings.add("dep"), strings.add("_SP"), strings.add("SPACE")]
    rows = np.zeros((len(doc), len(_ATTRIBUTES)), np.uint64)
    rows[:, : len(row)] = row
    rows[:, _ATTRIBUTES.index("LEMMA")] = [token.orth for token in doc]
    rows[:, _IOB] = _OUTSIDE
    return rows


def _attach_spaces(rows: NDArray[np.uint64], places: NDArray[np.int64], size: int) -> None:
    """Hang each white-space token on the word before it (the first word, at the beginning).

    White space within a name is part of it.
    """
    spaces = np.setdiff1d(np.arange(size), places)
    after = np.searchsorted(places, spaces)
    before = np.maximum(after - 1, 0)
    rows[spaces, 0] = (places[before] - spaces).astype(np.int64).view(np.uint64)
    following = places[np.minimum(after, len(places) - 1)]
    within = (following > spaces) & (rows[following, _IOB] == _INSIDE)
    rows[np.ix_(spaces[within], _NAME)] = rows[np.ix_(following[within], _NAME)]


@Language.factory("reader", default_config={"model": None, "threads": 0})
def make_reader(nlp: Language, name: str, model: str | None, threads: int) -> Reader:
    """The component as spaCy makes it: `model` is a folder, by default the shipped one."""
    return Reader(nlp.vocab, open_model(Path(model) if model else FOLDER, threads=threads))


def load(model: Path | None = None, *, threads: int = 0) -> Language:
    """The pipeline: an English tokenizer and the reader. `threads` 0 uses every core."""
    nlp = spacy.blank("en")
    nlp.max_length = _LONGEST
    adapt(nlp)
    config: dict[str, Any] = {"model": str(model) if model else None, "threads": threads}
    nlp.add_pipe("reader", config=config)
    return nlp
