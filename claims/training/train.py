"""The training loop: batches from all corpora, one loss, averaged weights."""

import random
import time
from collections.abc import Callable, Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import torch
from torch import Tensor, nn

from claims.encoding import Ints, Words
from claims.training.attributions import polnear
from claims.training.corpora import Article, add_names, gmb, treebank, wikigold
from claims.training.entities import add_entities
from claims.training.labels import Labels, collect
from claims.training.losses import total
from claims.training.network import Network
from claims.training.windows import Cutter, Names, batches, collect_names


@dataclass(frozen=True, slots=True)
class Cycle:
    """Passes over the treebanks in which the rates rise and fall once, to `rate` of the full ones.

    `quotes` is the share of PolNeAR read in each pass, `spans` the weight of the losses of names
    and quotation roles against that of the rest, `weight` the share in what is shipped.
    """

    passes: int
    rate: float = 1.0
    quotes: float = 0.6
    spans: float = 1.5
    weight: float = 0.2


@dataclass(frozen=True, slots=True)
class Settings:
    """What can be chosen about a run; the defaults made the shipped weights.

    Each cycle goes on from the average of the one before, and what they end with is blended in the
    shares that each has as `weight`; `news` is the share of GMB in each pass. `caution` is added to
    the score of being no name, as the corpora disagree on what is one.
    """

    cycles: tuple[Cycle, ...] = (
        Cycle(8),
        Cycle(6, rate=0.6, quotes=1.0, spans=2.5),
        Cycle(3, rate=0.5, quotes=1.0, spans=2.0, weight=0.6),
    )
    news: float = 0.08
    pieces: int = 2200
    encoder_rate: float = 2e-4
    head_rate: float = 1e-3
    average: float = 0.996
    caution: float = 0.5
    seed: int = 0
    threads: int = 2
    # Twice as fast where the processor has it; the scores are the same within their noise.
    bfloat16: bool = True


@dataclass(frozen=True, slots=True)
class Corpora:
    """What a run learns from: treebanks and wikigold in every pass, GMB and PolNeAR in shares."""

    treebanks: Sequence[Article]
    names: Sequence[Article]
    news: Sequence[Article]
    quotes: Sequence[Article]


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
        quotes=list(polnear(data / "quotes" / "polnear-train")),
    )


def train(
    corpora: Corpora, base: Path, encode: Words, settings: Settings, kept: Path
) -> tuple[Network, Labels]:
    """Train a network from the encoder in `base`; returns its averaged and blended weights.

    The weights of each cycle are kept in the folder `kept`; a cycle that is there is not run again.
    """
    torch.set_num_threads(settings.threads)
    torch.use_deterministic_algorithms(True)
    labels = collect(corpora.treebanks)
    names = collect_names([*corpora.treebanks, *corpora.names])
    torch.manual_seed(settings.seed)
    network = Network(base, labels)
    ends: list[dict[str, Tensor]] = []
    for number, cycle in enumerate(settings.cycles):
        file = kept / f"cycle-{number + 1}.pt"
        if file.exists():
            network.load_state_dict(torch.load(file))
        else:
            done = sum(earlier.passes for earlier in settings.cycles[:number])
            passes = [
                partial(_pass, corpora, encode, labels, names, settings, cycle, done + i)
                for i in range(cycle.passes)
            ]
            network = _run(network, passes, settings, cycle)
            torch.save(network.state_dict(), file)
        ends.append({name: weight.clone() for name, weight in network.state_dict().items()})
        # The next cycle draws the same numbers whether this one ran or was kept.
        torch.manual_seed(settings.seed + number + 1)
    network.load_state_dict(_blended(ends, [cycle.weight for cycle in settings.cycles]))
    with torch.no_grad():
        network.names.bias[labels.names.index("O")] += settings.caution
    return network, labels


def _blended(states: Sequence[dict[str, Tensor]], weights: Sequence[float]) -> dict[str, Tensor]:
    """The mean of networks that grew from one another, by weights of any sum."""
    return {
        name: torch.stack(
            [w / sum(weights) * s[name] for w, s in zip(weights, states, strict=True)]
        ).sum(0)
        if first.is_floating_point()
        else first
        for name, first in states[0].items()
    }


Batches = Callable[[], Iterator[dict[str, Ints]]]


def _run(network: Network, passes: Sequence[Batches], settings: Settings, cycle: Cycle) -> Network:
    """Train `network` for a cycle; returns its averaged weights."""
    average = deepcopy(network).eval()
    # Passes differ by a batch or two; the schedule need not know their exact sum.
    steps = len(passes) * sum(1 for _ in passes[0]())
    optimiser = _optimiser(network, settings)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: cycle.rate * min(1, step / 200) * max(0.01, 1 - step / steps)
    )
    network.train()
    begun = time.monotonic()
    for step, arrays in enumerate((arrays for one in passes for arrays in one()), 1):
        batch = {name: torch.from_numpy(array) for name, array in arrays.items()}
        with torch.autocast("cpu", torch.bfloat16, enabled=settings.bfloat16):
            scores = _scores(network, batch)
        loss = total(network, {name: s.float() for name, s in scores.items()}, batch, cycle.spans)
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
    return average


def _pass(
    corpora: Corpora,
    encode: Words,
    labels: Labels,
    names: Names,
    settings: Settings,
    cycle: Cycle,
    number: int,
) -> Iterator[dict[str, Ints]]:
    rng = random.Random(settings.seed * 1000 + number)
    news = _share(corpora.news, settings.news, number)
    quotes = _share(corpora.quotes, cycle.quotes, number)
    cutter = Cutter(encode, labels, names, rng.randrange(2**31))
    examples = list(cutter.examples([*corpora.treebanks, *corpora.names, *news, *quotes]))
    yield from batches(examples, pieces=settings.pieces, rng=rng)


def _share(articles: Sequence[Article], share: float, number: int) -> list[Article]:
    """The share of `articles` that is due in the pass `number`, each in turn."""
    size = int(len(articles) * share)
    return [articles[(number * size + i) % len(articles)] for i in range(size)]


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
