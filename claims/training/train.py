"""The training loop: batches from all corpora, one loss, averaged weights."""

import random
import time
from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor, nn

from claims.encoding import Ints, Words
from claims.training.corpora import Article, add_names, gmb, treebank, wikigold
from claims.training.entities import add_entities
from claims.training.labels import Labels, collect
from claims.training.losses import total
from claims.training.network import Network
from claims.training.windows import Cutter, Names, batches, collect_names


@dataclass(frozen=True, slots=True)
class Settings:
    """What can be chosen about a run; the defaults made the shipped weights.

    `passes` counts passes over the treebanks; `news` is the share of GMB read beside each.
    """

    passes: int = 10
    news: float = 0.08
    pieces: int = 2200
    encoder_rate: float = 2e-4
    head_rate: float = 1e-3
    average: float = 0.996
    seed: int = 0
    threads: int = 2
    # Twice as fast where the processor has it; the scores are the same within their noise.
    bfloat16: bool = True


@dataclass(frozen=True, slots=True)
class Corpora:
    """What a run learns from: treebanks in every pass, wikigold in every pass, GMB in shares."""

    treebanks: Sequence[Article]
    names: Sequence[Article]
    news: Sequence[Article]


def load(data: Path) -> Corpora:
    """Read the training parts under the folder `data`."""
    ewt = treebank(data / "syntax" / "ewt-train.conllu")
    add_names(ewt, data / "names" / "ewt-train.iob2")
    gum = treebank(data / "syntax" / "gum-train.conllu")
    add_entities(gum, data / "syntax" / "gum-train.conllu")
    return Corpora(
        treebanks=[*ewt, *gum],
        names=wikigold(data / "names" / "wikigold" / "wikigold.conll.txt"),
        news=list(gmb(data / "names" / "gmb.csv.zip")),
    )


def train(
    corpora: Corpora, base: Path, encode: Words, settings: Settings
) -> tuple[Network, Labels]:
    """Train a network from the encoder in `base`; returns its averaged weights."""
    torch.manual_seed(settings.seed)
    torch.set_num_threads(settings.threads)
    torch.use_deterministic_algorithms(True)
    labels = collect(corpora.treebanks)
    names = collect_names([*corpora.treebanks, *corpora.names])
    network = Network(base, labels)
    average = deepcopy(network).eval()
    # Passes differ by a batch or two; the schedule need not know their exact sum.
    steps = settings.passes * sum(1 for _ in _pass(corpora, encode, labels, names, settings, 0))
    passes = (_pass(corpora, encode, labels, names, settings, i) for i in range(settings.passes))
    optimiser = _optimiser(network, settings)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min(1, step / 200) * max(0.01, 1 - step / steps)
    )
    network.train()
    begun = time.monotonic()
    for step, arrays in enumerate((arrays for part in passes for arrays in part), 1):
        batch = {name: torch.from_numpy(array) for name, array in arrays.items()}
        with torch.autocast("cpu", torch.bfloat16, enabled=settings.bfloat16):
            scores = _scores(network, batch)
        loss = total(network, {name: score.float() for name, score in scores.items()}, batch)
        loss.backward()
        nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimiser.step()
        schedule.step()
        optimiser.zero_grad()
        # Early on a long average would mostly remember the start.
        _blend(average, network, min(settings.average, step / (step + 10)))
        if step % 50 == 0:
            spent = time.monotonic() - begun
            print(f"{step}/{steps} loss {loss.item():.3f} {spent:.0f} s", flush=True)  # noqa: T201
    return average, labels


def _pass(
    corpora: Corpora,
    encode: Words,
    labels: Labels,
    names: Names,
    settings: Settings,
    number: int,
) -> Iterator[dict[str, Ints]]:
    rng = random.Random(settings.seed * 1000 + number)
    size = int(len(corpora.news) * settings.news)
    news = [corpora.news[(number * size + i) % len(corpora.news)] for i in range(size)]
    cutter = Cutter(encode, labels, names, rng.randrange(2**31))
    examples = list(cutter.examples([*corpora.treebanks, *corpora.names, *news]))
    yield from batches(examples, pieces=settings.pieces, rng=rng)


def _optimiser(network: Network, settings: Settings) -> torch.optim.Optimizer:
    encoder = {id(weight) for weight in network.encoder.parameters()}
    heads = [weight for weight in network.parameters() if id(weight) not in encoder]
    return torch.optim.AdamW(
        [
            {"params": list(network.encoder.parameters()), "lr": settings.encoder_rate},
            {"params": heads, "lr": settings.head_rate},
        ],
        weight_decay=0.01,
        fused=True,
    )


def _scores(network: Network, batch: dict[str, Tensor]) -> dict[str, Tensor]:
    names = ("pieces", "shapes", "gaps", "mask", "first", "last", "affixes")
    scores: dict[str, Tensor] = network(*(batch[name] for name in names))
    return scores


@torch.no_grad()
def _blend(average: Network, network: Network, keep: float) -> None:
    torch._foreach_lerp_(list(average.parameters()), list(network.parameters()), 1 - keep)
