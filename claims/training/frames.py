"""`python -m claims.training.frames --data PATH`: train the finder of policies, and export it."""

import argparse
import copy
import json
import random
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional
from transformers import AutoConfig, AutoModel
from transformers.models.bert.modeling_bert import BertLayer

from claims.encoding import Ints, Shape, Words
from claims.frame_encoding import FAR, FrameRow, Tie, distances, frame_row, ties
from claims.frames import ASSERTIONS, FILES, MODALITIES, ROLES, STATUSES, inventory
from claims.model_files import FOLDER
from claims.training.export import Rows, fuse
from claims.training.marked_policies import Marked, Sentence, sentences
from claims.training.network import base_encoder

WIDTH = 256
IGNORE = -100
# Columns of the row, and of a frame of it.
COLUMNS = ("pieces", "shapes", "first", "last", "tags", "labels")
FRAME_COLUMNS = ("hidden", "distances", "ties", "modality")


@dataclass(frozen=True)
class Settings:
    """What a training run is made with."""

    passes: int = 6
    rate: float = 1e-4
    head_rate: float = 1e-3
    sentences: int = 32
    seed: int = 1


@dataclass(frozen=True)
class Target:
    """One policy of a sentence as the network is to see it: its anchor is a word's place.

    `roles` numbers a BIO label for each word, `clause` says which words its clause holds.
    """

    anchor: int
    modality: int
    roles: Ints
    clause: Ints
    status: int
    assertion: int


@dataclass(frozen=True)
class Example:
    """A sentence with its policies; `unsure` are the places of which nothing is to be learnt."""

    row: FrameRow
    heads: tuple[int, ...]
    targets: tuple[Target, ...]
    unsure: tuple[int, ...] = field(default=())


class Anchors(nn.Module):
    """From a sentence to a vector `[B, N, WIDTH]` and the scores of `MODALITIES` for each word."""

    def __init__(self, base: Path, tags: int, labels: int) -> None:
        """Start from the encoder in the folder `base`."""
        super().__init__()
        config = AutoConfig.from_pretrained(base, attn_implementation="eager")
        config.attention_probs_dropout_prob = 0.0
        self.encoder: Any = AutoModel.from_pretrained(base, config=config, add_pooling_layer=False)
        self.word: nn.Module = self.encoder.embeddings.word_embeddings
        self.word.requires_grad_(False)
        width = config.hidden_size
        self.shape = nn.Embedding(len(Shape), width)
        nn.init.zeros_(self.shape.weight)
        self.tag = nn.Embedding(tags, 32)
        self.label = nn.Embedding(labels, 32)
        self.drop = nn.Dropout(0.2)
        self.mix = nn.Linear(width + 64, WIDTH)
        self.norm = nn.LayerNorm(WIDTH)
        self.force = nn.Linear(WIDTH, WIDTH)
        self.out = nn.Linear(WIDTH, len(MODALITIES))

    def forward(
        self,
        pieces: Tensor,
        shapes: Tensor,
        first: Tensor,
        last: Tensor,
        tags: Tensor,
        labels: Tensor,
        mask: Tensor,
    ) -> tuple[Tensor, Tensor]:
        """Read a batch of sentences."""
        embedded = self.word(pieces) + self.shape(shapes)
        read = self.encoder(inputs_embeds=embedded, attention_mask=mask).last_hidden_state
        words = (_at(read, first) + _at(read, last)) / 2
        known = torch.cat([words, self.tag(tags), self.label(labels)], -1)
        hidden = self.norm(functional.gelu(self.mix(self.drop(known))))
        scores = self.out(self.drop(functional.gelu(self.force(hidden))))
        return hidden, scores


class Frames(nn.Module):
    """From a sentence's vectors and an anchor to what each word is in its frame.

    Outputs: `roles [B, N, ROLES]`, `clause [B, N]`, `status [B, STATUSES]`, `assertion`.
    """

    def __init__(self, base: Path) -> None:
        """Make two layers like the encoder's, but narrower."""
        super().__init__()
        config = AutoConfig.from_pretrained(base, attn_implementation="eager")
        config.hidden_size, config.num_attention_heads = WIDTH, 4
        config.intermediate_size = 2 * WIDTH
        self.distance = nn.Embedding(2 * FAR + 1, WIDTH)
        self.tie = nn.Embedding(len(Tie), WIDTH)
        self.modality = nn.Embedding(len(MODALITIES), WIDTH)
        for table in (self.distance, self.tie, self.modality):
            nn.init.normal_(table.weight, std=0.3)
        self.layers = nn.ModuleList(BertLayer(config) for _ in range(2))
        self.drop = nn.Dropout(0.2)
        self.roles = nn.Linear(WIDTH, len(ROLES))
        self.clause = nn.Linear(WIDTH, 1)
        self.status = nn.Linear(WIDTH, len(STATUSES))
        self.assertion = nn.Linear(WIDTH, len(ASSERTIONS))

    def forward(
        self, hidden: Tensor, distance: Tensor, tie: Tensor, modality: Tensor, padding: Tensor
    ) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """Read a batch of frames; `padding` is 1 where no word is, the rest `[B, N]` or `[B]`."""
        read = hidden + self.distance(distance) + self.tie(tie) + self.modality(modality)[:, None]
        for layer in self.layers:
            read = layer(read, (padding * -1e4)[:, None, None, :])
        read = self.drop(read)
        anchor = (read * (distance == FAR)[..., None]).sum(1)
        return (
            self.roles(read),
            self.clause(read).squeeze(-1),
            self.status(anchor),
            self.assertion(anchor),
        )


def _at(hidden: Tensor, places: Tensor) -> Tensor:
    return torch.gather(hidden, 1, places[..., None].expand(-1, -1, hidden.size(-1)))


def example(sentence: Sentence, words: Words, names: dict[str, list[str]]) -> Example:
    """A marked sentence with its targets."""
    row = frame_row(
        [words(text) for text in sentence.words],
        [_number(names["tags"], tag) for tag in sentence.tags],
        [_number(names["labels"], label) for label in sentence.labels],
        start=words.start,
        stop=words.stop,
    )
    sure = [mark for mark in sentence.marks if mark.sure]
    unsure = {place for mark in sentence.marks if not mark.sure for place in mark.clause}
    targets = [_target(mark, sentence) for mark in sure]
    anchors = {target.anchor for target in targets}
    return Example(row, sentence.heads, tuple(targets), tuple(sorted(unsure - anchors)))


def _number(names: Sequence[str], name: str) -> int:
    return names.index(name) if name in names else 0


def _target(mark: Marked, sentence: Sentence) -> Target:
    size = len(sentence.words)
    roles = np.zeros(size, np.int64)
    for role, places in mark.parts:
        for place in places:
            if not roles[place]:
                roles[place] = ROLES.index(f"{'B' if place == places[0] else 'I'}-{role}")
    clause = np.zeros(size, np.int64)
    clause[list(mark.clause)] = 1
    return Target(
        mark.anchor,
        MODALITIES.index(mark.modality),
        roles,
        clause,
        STATUSES.index(mark.status) if mark.status in STATUSES else IGNORE,
        ASSERTIONS.index(mark.assertion) if mark.assertion in ASSERTIONS else IGNORE,
    )


def stacked(batch: Sequence[Example]) -> tuple[list[Tensor], Tensor]:
    """The columns of a batch with the mask of its pieces, and the padding of its words."""
    pieces = max(len(one.row.pieces) for one in batch)
    words = max(len(one.row.first) for one in batch)
    columns = []
    for name in COLUMNS:
        column = np.zeros((len(batch), pieces if name in COLUMNS[:2] else words), np.int64)
        for place, one in enumerate(batch):
            own = getattr(one.row, name)
            column[place, : len(own)] = own
        columns.append(torch.from_numpy(column))
    mask = np.zeros((len(batch), pieces), np.int64)
    padding = np.ones((len(batch), words), np.float32)
    for place, one in enumerate(batch):
        mask[place, : len(one.row.pieces)] = 1
        padding[place, : len(one.row.first)] = 0
    return [*columns, torch.from_numpy(mask)], torch.from_numpy(padding)


def loss_of(anchors: Anchors, frames: Frames, batch: Sequence[Example]) -> Tensor:
    """What a batch costs: anchors a sentence, frames a policy."""
    columns, padding = stacked(batch)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        hidden, scores = anchors(*columns)
    wanted = torch.full(padding.shape, IGNORE)
    for place, one in enumerate(batch):
        wanted[place, : len(one.row.first)] = 0
        wanted[place, list(one.unsure)] = IGNORE
        for target in one.targets:
            wanted[place, target.anchor] = target.modality
    loss = functional.cross_entropy(
        scores.float().flatten(0, 1), wanted.flatten(), ignore_index=IGNORE, reduction="sum"
    ) / len(batch)
    told = [(place, target) for place, one in enumerate(batch) for target in one.targets]
    if not told:
        return loss
    return loss + _frame_loss(frames, batch, told, hidden.float(), padding)


def _frame_loss(
    frames: Frames,
    batch: Sequence[Example],
    told: Sequence[tuple[int, Target]],
    hidden: Tensor,
    padding: Tensor,
) -> Tensor:
    rows = torch.tensor([place for place, _ in told])
    size = padding.size(1)
    tied = np.zeros((len(told), size), np.int64)
    roles = np.full((len(told), size), IGNORE, np.int64)
    clause = np.zeros((len(told), size), np.float32)
    for number, (place, target) in enumerate(told):
        words = len(target.roles)
        tied[number, :words] = ties(target.anchor, batch[place].heads)
        roles[number, :words] = target.roles
        clause[number, :words] = target.clause
    distance = np.stack([distances(target.anchor, size) for _, target in told])
    modality = torch.tensor([target.modality for _, target in told])
    found = frames(
        hidden[rows], torch.from_numpy(distance), torch.from_numpy(tied), modality, padding[rows]
    )
    present = 1 - padding[rows]
    inside = functional.binary_cross_entropy_with_logits(
        found[1], torch.from_numpy(clause), reduction="none"
    )
    loss = functional.cross_entropy(
        found[0].flatten(0, 1),
        torch.from_numpy(roles).flatten(),
        ignore_index=IGNORE,
        reduction="sum",
    )
    loss = (loss + (inside * present).sum()) / len(told) / 6
    for scores, numbers in (
        (found[2], [target.status for _, target in told]),
        (found[3], [target.assertion for _, target in told]),
    ):
        wanted = torch.tensor(numbers)
        if bool((wanted >= 0).any()):
            loss = loss + 0.3 * functional.cross_entropy(scores, wanted, ignore_index=IGNORE)
    return loss


def train(
    examples: Sequence[Example], names: dict[str, list[str]], settings: Settings
) -> tuple[Anchors, Frames]:
    """Both networks, trained together."""
    torch.manual_seed(settings.seed)
    chance = random.Random(settings.seed)
    base = base_encoder()
    anchors, frames = Anchors(base, len(names["tags"]), len(names["labels"])), Frames(base)
    inner = [one for one in anchors.encoder.parameters() if one.requires_grad]
    known = {id(one) for one in anchors.encoder.parameters()}
    outer = [one for one in (*anchors.parameters(), *frames.parameters()) if id(one) not in known]
    steps = [
        batch for _ in range(settings.passes) for batch in _batches(examples, settings, chance)
    ]
    optimizer = torch.optim.AdamW(
        [{"params": inner, "lr": settings.rate}, {"params": outer, "lr": settings.head_rate}],
        weight_decay=0.01,
    )
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1.0, step / 100) * max(0.02, 1 - step / len(steps))
    )
    for number, batch in enumerate(steps, 1):
        loss = loss_of(anchors, frames, batch)
        optimizer.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_([*anchors.parameters(), *frames.parameters()], 1.0)
        optimizer.step()
        schedule.step()
        if number % 50 == 0:
            sys.stderr.write(f"{number} of {len(steps)}: loss {loss.item():.3f}\n")
            sys.stderr.flush()
    return anchors.eval(), frames.eval()


def _batches(
    examples: Sequence[Example], settings: Settings, chance: random.Random
) -> Iterator[list[Example]]:
    """Sentences of like length together, in random order."""
    order = sorted((len(one.row.pieces) + chance.random() * 6, n) for n, one in enumerate(examples))
    found = [
        [examples[n] for _, n in order[start : start + settings.sentences]]
        for start in range(0, len(order), settings.sentences)
    ]
    chance.shuffle(found)
    yield from found


class _Anchors(nn.Module):
    """As it is run: one sentence at a time, so no padding and no mask."""

    def __init__(self, network: Anchors) -> None:
        super().__init__()
        self.network = network
        network.word = Rows(network.encoder.embeddings.word_embeddings.weight.detach())

    def forward(self, *columns: Tensor) -> tuple[Tensor, Tensor]:
        hidden, scores = self.network(*columns, torch.ones_like(columns[0]))
        return hidden.squeeze(0), scores.squeeze(0).softmax(-1)


class _Frames(nn.Module):
    """As it is run: one frame at a time."""

    def __init__(self, network: Frames) -> None:
        super().__init__()
        self.network = network

    def forward(
        self, hidden: Tensor, distance: Tensor, tie: Tensor, modality: Tensor
    ) -> tuple[Tensor, ...]:
        found = self.network(hidden, distance, tie, modality, torch.zeros_like(distance).float())
        roles, clause, status, assertion = (one.squeeze(0) for one in found)
        return roles.softmax(-1), clause.sigmoid(), status.softmax(-1), assertion.softmax(-1)


def export(anchors: Anchors, frames: Frames, names: dict[str, list[str]], folder: Path) -> None:
    """Write both networks in int8, and the names of what they read, to `folder`."""
    anchors_file, frames_file, names_file = (folder / name for name in FILES)
    one, two = torch.ones((1, 5), dtype=torch.long), torch.ones((1, 3), dtype=torch.long)
    sample: tuple[Tensor, ...] = (one, one, two, two, two, two)
    _write(_Anchors(copy.deepcopy(anchors)), sample, COLUMNS, ("hidden", "scores"), anchors_file)
    hidden = torch.ones((1, 3, WIDTH))
    sample = (hidden, two, two, torch.ones(1, dtype=torch.long))
    outputs = ("roles", "clause", "status", "assertion")
    _write(_Frames(copy.deepcopy(frames)), sample, FRAME_COLUMNS, outputs, frames_file)
    names_file.write_text(json.dumps(names, indent=1) + "\n", "utf-8")


def _write(
    network: nn.Module,
    sample: tuple[Tensor, ...],
    inputs: Sequence[str],
    outputs: Sequence[str],
    path: Path,
) -> None:
    axes = {
        name: {1: "pieces" if name in COLUMNS[:2] else "words"}
        for name in inputs
        if name != "modality"
    }
    with tempfile.TemporaryDirectory() as temporary:
        exact, fused = Path(temporary) / "exact.onnx", Path(temporary) / "fused.onnx"
        torch.onnx.export(
            network.eval(),
            sample,
            str(exact),
            input_names=list(inputs),
            output_names=list(outputs),
            dynamic_axes=axes | {name: {0: "words"} for name in outputs[:2]},
            opset_version=17,
            dynamo=False,
        )
        fuse(exact, fused) if inputs is COLUMNS else fused.write_bytes(exact.read_bytes())
        quantize_dynamic(
            str(fused),
            str(path),
            op_types_to_quantize=["MatMul", "Attention"],
            per_channel=True,
            weight_type=QuantType.QInt8,
            extra_options={"MatMulConstBOnly": True, "DefaultTensorType": onnx.TensorProto.FLOAT},
        )


def main(arguments: list[str]) -> None:
    """Train and export."""
    parser = argparse.ArgumentParser(prog="python -m claims.training.frames")
    parser.add_argument("--data", type=Path, required=True, help="the folder with the corpora")
    parser.add_argument("--out", type=Path, default=FOLDER, help="where the files go")
    parser.add_argument("--passes", type=int, default=Settings.passes)
    options = parser.parse_args(arguments)
    words = Words(Tokenizer.from_file(str(FOLDER / "tokenizer.json")))
    marked = sentences(options.data)
    names = inventory(marked)
    settings = Settings(passes=options.passes)
    examples = [example(one, words, names) for one in marked]
    export(*train(examples, names, settings), names, options.out)


if __name__ == "__main__":
    main(sys.argv[1:])
