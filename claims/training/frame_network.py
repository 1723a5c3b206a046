"""The two networks that find policies, and how they are written as the files of `claims/model/`."""

import copy
import json
import tempfile
from collections.abc import Sequence
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional
from transformers import AutoConfig
from transformers.models.bert.modeling_bert import BertLayer

from claims.encoding import Shape
from claims.frame_encoding import FAR, Tie
from claims.frames import ASSERTIONS, FILES, MODALITIES, ROLES, STATUSES
from claims.training.export import Rows, fuse, quantise
from claims.training.network import open_encoder

WIDTH = 256
# Columns of the row, and of a frame of it.
COLUMNS = ("pieces", "shapes", "first", "last", "tags", "labels")
FRAME_COLUMNS = ("hidden", "distances", "ties", "modality")


class Anchors(nn.Module):
    """From a sentence to a vector `[B, N, WIDTH]` and the scores of `MODALITIES` for each word."""

    def __init__(self, base: Path, tags: int, labels: int) -> None:
        """Start from the encoder in the folder `base`."""
        super().__init__()
        self.encoder = open_encoder(base)
        self.word: nn.Module = self.encoder.embeddings.word_embeddings
        self.word.requires_grad_(False)
        width = self.encoder.config.hidden_size
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


def export(
    anchors: Anchors,
    frames: Frames,
    names: dict[str, list[str]],
    folder: Path,
    files: Sequence[str] = FILES,
) -> None:
    """Write both networks in int8, and the names of what they read, to `files` in `folder`."""
    anchors_file, frames_file, names_file = (folder / name for name in files)
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
        if inputs is COLUMNS:
            fuse(exact, fused)
        quantise(fused if inputs is COLUMNS else exact, path)
