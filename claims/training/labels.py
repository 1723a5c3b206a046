"""The label inventories, taken from the training corpora and stored beside the weights."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass

from claims.lemma import script
from claims.training.corpora import HAND_MADE, NAME_LABELS, ROLES, Article


@dataclass(frozen=True, slots=True)
class Labels:
    """What each head can say, in the order of its outputs, and the lemmas that are words."""

    upos: tuple[str, ...]
    xpos: tuple[str, ...]
    lemmas: tuple[str, ...]
    labels: tuple[str, ...]
    names: tuple[str, ...]
    silver: tuple[str, ...]
    quotes: tuple[str, ...]
    lexicon: tuple[str, ...]

    def index(self, name: str) -> dict[str, int]:
        """Label to number, for the head called `name`."""
        return {label: i for i, label in enumerate(getattr(self, name))}

    def to_json(self) -> dict[str, list[str]]:
        """The dict stored as labels.json: of the silver names only what the gold ones lack."""
        stored = {name: list(labels) for name, labels in asdict(self).items()}
        silver = stored.pop("silver")
        stored["other_names"] = [label for label in silver if label[2:] not in HAND_MADE]
        return stored


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
        names=_bio(HAND_MADE),
        silver=_bio(NAME_LABELS),
        quotes=_bio(ROLES),
        lexicon=tuple(sorted(lexicon)),
    )


def _bio(kinds: Iterable[str]) -> tuple[str, ...]:
    return ("O", *(f"{p}-{kind}" for kind in kinds for p in "BI"))
