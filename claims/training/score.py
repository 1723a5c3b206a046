"""The scores of a pipeline on the dev files, as the model card gives them."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from spacy.language import Language
from spacy.scorer import PRFScore, Scorer
from spacy.tokens import Doc
from spacy.training import Example
from spacy.vocab import Vocab

from claims.training.corpora import Article, Sentence, add_names, running_text, treebank
from claims.training.score_gum import gum_role_scores
from claims.training.score_roles import role_scores

Scores = dict[str, float]
# The scores by what was read, and how.
Report = dict[str, Scores]


def dev_scores(nlp: Language, data: Path) -> Report:
    """All scores on the dev files, in percent, by corpus and way of reading."""
    ewt = treebank(data / "syntax" / "ewt-dev.conllu")
    add_names(ewt, data / "names" / "ewt-dev.iob2")
    gum = treebank(data / "syntax" / "gum-dev.conllu")
    scores = {}
    for corpus, articles in (("EWT", ewt), ("GUM", gum)):
        scores[f"{corpus}, gold words and sentences"] = gold(nlp, articles)
        scores[f"{corpus}, raw text"] = raw(nlp, articles, paragraphs=True)
        scores[f"{corpus}, raw text on one line"] = raw(nlp, articles, paragraphs=False)
    scores["EWT, names"] = names(nlp, ewt)
    roles = role_scores(nlp, data / "quotes" / "polnear-dev.jsonl")
    scores |= {f"PolNeAR, {role}": row for role, row in roles.items()}
    scores |= {f"GUM, {role}": row for role, row in gum_role_scores(nlp, data).items()}
    return scores


def gold(nlp: Language, articles: Iterable[Article]) -> Scores:
    """Scores with the treebank's words and sentences, each sentence read alone."""
    references = [reference(nlp.vocab, [s]) for a in articles for s in a]
    examples = [Example(nlp.get_pipe("reader")(_bare(doc)), doc) for doc in references]
    return _scores(examples)


def raw(nlp: Language, articles: Sequence[Article], *, paragraphs: bool) -> Scores:
    """Scores from running text: own words, own sentences, spaCy's alignment."""
    references = [reference(nlp.vocab, article) for article in articles]
    docs = nlp.pipe(running_text(article, paragraphs=paragraphs) for article in articles)
    examples = [Example(doc, ref) for doc, ref in zip(docs, references, strict=True)]
    return _scores(examples) | {"sentences": 100 * _sentences(examples).fscore}


def names(nlp: Language, articles: Iterable[Article]) -> Scores:
    """Exact-span scores of PER, ORG and LOC with gold words, each sentence read alone."""
    score = PRFScore()
    for sentence in (s for article in articles for s in article if s.names):
        doc = nlp.get_pipe("reader")(_bare(reference(nlp.vocab, [sentence])))
        found = {(e.start, e.end, e.label_) for e in doc.ents if e.label_ in {"PER", "ORG", "LOC"}}
        score.score_set(found, set(_gold_names(sentence)))
    return {
        "precision": 100 * score.precision,
        "recall": 100 * score.recall,
        "f1": 100 * score.fscore,
    }


def reference(vocab: Vocab, article: Article) -> Doc:
    """The gold document, its sentences parted by a space."""
    words: list[str] = []
    spaces: list[bool] = []
    columns: dict[str, list[str]] = {"tags": [], "pos": [], "lemmas": [], "deps": []}
    heads: list[int] = []
    for sentence in article:
        syntax = sentence.syntax
        if syntax is None:
            raise ValueError(f"a treebank sentence without a tree: {sentence.text!r}")
        before = len(words)
        heads += [before + (head - 1 if head else i) for i, head in enumerate(syntax.heads)]
        words += sentence.words
        spaces += [*sentence.spaced[:-1], True]
        columns["tags"] += syntax.xpos
        columns["pos"] += syntax.upos
        columns["lemmas"] += syntax.lemmas
        columns["deps"] += syntax.labels
    return Doc(vocab, words=words, spaces=spaces, heads=heads, **columns)


def _bare(doc: Doc) -> Doc:
    """The words of `doc` and its sentence ends, with nothing else."""
    return Doc(
        doc.vocab,
        words=[token.text for token in doc],
        spaces=[bool(token.whitespace_) for token in doc],
        sent_starts=[bool(token.is_sent_start) for token in doc],
    )


def _scores(examples: list[Example]) -> Scores:
    every = Scorer.score_deps(examples, "dep", ignore_labels=())
    words = Scorer.score_deps(examples, "dep_", ignore_labels=("punct",))
    return {
        "uas": 100 * every["dep_uas"],
        "las": 100 * every["dep_las"],
        "las without punctuation": 100 * words["dep__las"],
        "xpos": 100 * Scorer.score_token_attr(examples, "tag")["tag_acc"],
        "upos": 100 * Scorer.score_token_attr(examples, "pos")["pos_acc"],
        "lemmas": 100 * Scorer.score_token_attr(examples, "lemma")["lemma_acc"],
    }


def _sentences(examples: Iterable[Example]) -> PRFScore:
    """Sentences found exactly: the same first and last character, white space not counted."""
    score = PRFScore()
    for example in examples:
        score.score_set(set(_extents(example.predicted)), set(_extents(example.reference)))
    return score


def _extents(doc: Doc) -> Iterator[tuple[int, int]]:
    end = 0
    for sent in doc.sents:
        start, end = end, end + len("".join(sent.text.split()))
        if end > start:
            yield start, end


def _gold_names(sentence: Sentence) -> Iterator[tuple[int, int, str]]:
    start, label = 0, ""
    for i, allowed in enumerate([*(sentence.names or []), frozenset({"O"})]):
        tag = next(iter(allowed)) if allowed and len(allowed) == 1 else "O"
        if label and tag != f"I-{label}":
            yield start, i, label
            label = ""
        if tag[0] == "B":
            start, label = i, tag[2:]
