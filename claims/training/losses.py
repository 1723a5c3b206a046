"""One loss a task. A new head adds its function to `TASKS` or `SPANS`."""

from collections.abc import Callable

import torch
from torch import Tensor
from torch.nn import functional

from claims.training.network import Network
from claims.training.windows import IGNORE

Batch = dict[str, Tensor]
Scores = dict[str, Tensor]


def total(network: Network, scores: Scores, batch: Batch, spans: float) -> Tensor:
    """The weighted sum of all tasks; a task that a batch has no targets for counts nothing.

    `spans` is the weight of the tasks that label spans of words.
    """
    zero = scores["starts"].sum() * 0
    weighted = (*TASKS, *((task, spans) for task in SPANS))
    return sum(
        (weight * task(network, scores, batch) for task, weight in weighted if _has(task, batch)),
        zero,
    )


def _starts(network: Network, scores: Scores, batch: Batch) -> Tensor:
    known = batch["starts"] != IGNORE
    return functional.binary_cross_entropy_with_logits(
        scores["starts"][known], batch["starts"][known].float()
    )


def _upos(network: Network, scores: Scores, batch: Batch) -> Tensor:
    return _cross_entropy(scores["upos"], batch["upos"])


def _xpos(network: Network, scores: Scores, batch: Batch) -> Tensor:
    return _cross_entropy(scores["xpos"], batch["xpos"])


def _lemmas(network: Network, scores: Scores, batch: Batch) -> Tensor:
    return _cross_entropy(scores["lemmas"], batch["lemmas"])


def _heads(network: Network, scores: Scores, batch: Batch) -> Tensor:
    arcs = scores["arc_dep"] @ scores["arc_head"].transpose(1, 2)
    return _cross_entropy(arcs.masked_fill(~_same_sentence(batch), -1e4), batch["heads"])


def _labels(network: Network, scores: Scores, batch: Batch) -> Tensor:
    heads = batch["heads"].clamp(min=0)[..., None].expand(-1, -1, scores["label_head"].size(-1))
    chosen = torch.gather(scores["label_head"], 1, heads)
    return _cross_entropy(network.label_scores(scores["label_dep"], chosen), batch["labels"])


def _names(network: Network, scores: Scores, batch: Batch) -> Tensor:
    return _chain(network, scores, batch, "names", "sentence")


def _quotes(network: Network, scores: Scores, batch: Batch) -> Tensor:
    return _chain(network, scores, batch, "quotes", "paragraph")


def _chain(network: Network, scores: Scores, batch: Batch, name: str, unit: str) -> Tensor:
    """The loss a known word of a whole label sequence; windows without a known word are left out.

    Sequences end with each `unit`. Padding is one that says nothing: it adds as much to the sum of
    all sequences as to that of the right ones.
    """
    allowed = batch[name].bool()
    rows = allowed.any(-1).any(-1)
    units = batch[unit][rows]
    opens = functional.pad(units[:, 1:] != units[:, :-1], (1, 0), value=True)
    loss: Tensor = network.chains[name].loss(scores[name][rows], allowed[rows], opens)
    return loss / allowed.any(-1).sum()


def _silver(network: Network, scores: Scores, batch: Batch) -> Tensor:
    return _allowed(scores["silver"], batch["silver"].bool())


def _allowed(scores: Tensor, allowed: Tensor) -> Tensor:
    """Minus the log of the probability that a word's label is one of those allowed."""
    known = allowed.any(-1)
    log = scores[known].log_softmax(-1)
    return -log.masked_fill(~allowed[known], -1e4).logsumexp(-1).mean()


def _cross_entropy(scores: Tensor, targets: Tensor) -> Tensor:
    return functional.cross_entropy(scores.flatten(0, 1), targets.flatten(), ignore_index=IGNORE)


def _same_sentence(batch: Batch) -> Tensor:
    """`[B, N, N + 1]`: which heads a word may have: the root, or another word of its sentence."""
    sentence = batch["sentence"]
    same = sentence[:, :, None] == sentence[:, None, :]
    same &= ~torch.eye(sentence.size(1), dtype=torch.bool)
    return functional.pad(same, (1, 0), value=True)


Task = Callable[[Network, Scores, Batch], Tensor]

TASKS: tuple[tuple[Task, float], ...] = (
    (_starts, 1.0),
    (_upos, 0.5),
    (_xpos, 1.0),
    (_lemmas, 1.0),
    (_heads, 1.0),
    (_labels, 1.0),
    (_silver, 0.5),
)
SPANS: tuple[Task, ...] = (_names, _quotes)


def _has(task: Task, batch: Batch) -> bool:
    targets = batch[task.__name__.strip("_")]
    return bool(targets.any() if task in {_silver, *SPANS} else (targets != IGNORE).any())
