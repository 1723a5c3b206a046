"""The label inventories, taken from the training corpora and stored beside the weights."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass

from claims.lemma import script
from claims.training.corpora import NAME_LABELS, Article


@dataclass(frozen=True, slots=True)
class Labels:
    """What each head can say, in the order of its outputs, and the lemmas that are words."""

    upos: tuple[str, ...]
    xpos: tuple[str, ...]
    lemmas: tuple[str, ...]
    labels: tuple[str, ...]
    names: tuple[str, ...]
    lexicon: tuple[str, ...]

    def index(self, name: str) -> dict[str, int]:
        """Label to number, for the head called `name`."""
        return {label: i for i, label in enumerate(getattr(self, name))}

    def to_json(self) -> dict[str, list[str]]:
        """The dict stored as labels.json."""
        return {name: list(labels) for name, labels in asdict(self).items()}


def collect(articles: Iterable[Article]) -> Labels:
    """The labels of the treebanks `articles`; lemma scripts seen once are taken for slips."""
    upos, xpos, lemmas, labels = Counter[str](), Counter[str](), Counter[str](), Counter[str]()
    lexicon: set[str] = set()
    for sentence in (sentence for article in articles for sentence in article):
        if sentence.syntax is None:
            continue
        upos.update(sentence.syntax.upos)
        xpos.update(sentence.syntax.xpos)
        labels.update(sentence.syntax.labels)
        lexicon.update(filter(str.islower, sentence.syntax.lemmas))
        lemmas.update(map(script, sentence.words, sentence.syntax.lemmas))
    return Labels(
        upos=tuple(sorted(upos)),
        xpos=tuple(sorted(xpos)),
        lemmas=tuple(sorted(steps for steps, count in lemmas.items() if count > 1)),
        labels=tuple(sorted(labels)),
        names=("O", *(f"{p}-{label}" for label in NAME_LABELS for p in "BI")),
        lexicon=tuple(sorted(lexicon)),
    )
