"""The trained network as the files of `claims/model/`: int8 where it costs nothing, float else."""

import json
import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.transformers.optimizer import optimize_model
from tokenizers import Tokenizer
from torch import Tensor, nn

from claims.training.labels import Labels
from claims.training.network import Network

INPUTS = ("pieces", "shapes", "gaps", "first", "last", "affixes")
OUTPUTS = (
    "starts",
    "upos",
    "xpos",
    "lemmas",
    "names",
    "other_names",
    "quotes",
    "arc_dep",
    "arc_head",
    "label_dep",
    "label_head",
)
# Heads read by argmax alone leave the graph as numbers of labels, which is far less to copy.
CHOSEN = ("upos", "xpos")
# How many scripts are given for a lemma, likeliest first: the reader takes one that makes a word.
LEMMAS = 3
# Layers whose second feed-forward matrix stays in float: GELU's long tail suffers from one scale.
FLOAT: tuple[int, ...] = ()


class Rows(nn.Module):
    """An embedding stored as one byte a weight, each row with its own scale."""

    def __init__(self, weight: Tensor) -> None:
        """Store `weight`, `[rows, width]`."""
        super().__init__()
        scale = weight.abs().amax(1, keepdim=True).clamp(min=1e-8) / 127
        self.register_buffer("bytes", (weight / scale).round().to(torch.int8))
        self.register_buffer("scale", scale)

    def forward(self, ids: Tensor) -> Tensor:
        """The rows of `ids`, in float."""
        rows = nn.functional.embedding(ids, self.get_buffer("bytes")).float()
        return rows * nn.functional.embedding(ids, self.get_buffer("scale"))


class _Reader(nn.Module):
    """The network as it is run: one window at a time, so no padding and no mask."""

    def __init__(self, network: Network, *, int8: bool) -> None:
        super().__init__()
        self.network = network.eval()
        if int8:
            network.word = Rows(network.word.weight.detach())
            network.tables = nn.ModuleList(Rows(table.weight.detach()) for table in network.tables)

    def forward(
        self,
        pieces: Tensor,
        shapes: Tensor,
        gaps: Tensor,
        first: Tensor,
        last: Tensor,
        affixes: Tensor,
    ) -> tuple[Tensor, ...]:
        mask = torch.ones_like(pieces)
        scores = self.network(pieces, shapes, gaps, mask, first, last, affixes)
        scores["other_names"] = self.network.other_names(scores["silver"])
        for name in CHOSEN:
            scores[name] = scores[name].argmax(-1)
        scores["lemmas"] = scores["lemmas"].topk(LEMMAS, -1).indices
        return tuple(scores[name].squeeze(0) for name in OUTPUTS)


def export(
    network: Network, labels: Labels, tokenizer: Tokenizer, folder: Path, *, int8: bool = True
) -> None:
    """Write encoder.onnx, decoder.npz, labels.json and tokenizer.json to `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    np.savez(folder / "decoder.npz", **_decoder(network))
    (folder / "labels.json").write_text(json.dumps(labels.to_json(), indent=1) + "\n", "utf-8")
    tokenizer.no_padding()
    tokenizer.no_truncation()
    tokenizer.save(str(folder / "tokenizer.json"))
    with tempfile.TemporaryDirectory() as temporary:
        exact = Path(temporary) / "exact.onnx"
        _trace(_Reader(network, int8=int8), exact)
        fused = Path(temporary) / "fused.onnx"
        fuse(exact, fused)
        if int8:
            _quantise(fused, folder / "encoder.onnx")
        else:
            shutil.copy(fused, folder / "encoder.onnx")


def _decoder(network: Network) -> dict[str, NDArray[np.float32]]:
    """What decoding needs beside the network's scores: see `claims.model_files.Model`."""
    tensors = {"weight": network.label.weight, "bias": network.label.bias}
    for name, chain in network.chains.items():
        tensors |= {f"{name}_begin": chain.begin, f"{name}_follow": chain.follow}
    return {name: tensor.detach().numpy() for name, tensor in tensors.items()}


def _trace(reader: _Reader, path: Path) -> None:
    pieces = torch.tensor([[101, 2040, 2056, 2054, 102]])
    words = torch.tensor([[1, 2, 3]])
    ones = torch.ones_like(pieces)
    sample = (pieces, ones, ones, words, words, torch.ones((1, 3, 3), dtype=torch.long))
    axes: dict[str, dict[int, str]] = {name: {1: "pieces"} for name in INPUTS[:3]}
    axes |= {name: {1: "words"} for name in INPUTS[3:]}
    axes |= {name: {0: "words"} for name in OUTPUTS if not name.endswith("_head")}
    axes |= {name: {0: "words_and_root"} for name in OUTPUTS if name.endswith("_head")}
    torch.onnx.export(
        reader,
        sample,
        str(path),
        input_names=list(INPUTS),
        output_names=list(OUTPUTS),
        dynamic_axes=axes,
        opset_version=17,
        dynamo=False,
    )


def fuse(source: Path, target: Path) -> None:
    """Join the nodes of attention, layer norm and GELU, which quantise and run better as one."""
    model = optimize_model(str(source), model_type="bert", num_heads=12, hidden_size=384)
    model.save_model_to_file(str(target))


def quantise(source: Path, target: Path, *, left_out: Sequence[str] = ()) -> None:
    """Quantise the matrices, a scale a column, but for the nodes named `left_out`."""
    quantize_dynamic(
        str(source),
        str(target),
        op_types_to_quantize=["MatMul", "Attention"],
        per_channel=True,
        weight_type=QuantType.QInt8,
        nodes_to_exclude=list(left_out),
        extra_options={"MatMulConstBOnly": True, "DefaultTensorType": onnx.TensorProto.FLOAT},
    )


def _quantise(source: Path, target: Path) -> None:
    """Quantise the encoder; the heads stay in float."""
    nodes = onnx.load(str(source)).graph.node
    quantise(source, target, left_out=[node.name for node in nodes if not _in_int8(node.name)])
    model = onnx.load(str(target))
    for node in [node for node in model.graph.node if _in_float(node.name)]:
        _store_halved(model.graph, node.input[1])
    onnx.save(model, str(target))


def _in_int8(name: str) -> bool:
    layers = ("encoder", "Attention", "across")
    return any(layer in name for layer in layers) and not _in_float(name)


def _in_float(name: str) -> bool:
    return name.endswith("/MatMul") and any(f"/layer.{layer}/output/" in name for layer in FLOAT)


def _store_halved(graph: onnx.GraphProto, name: str) -> None:
    """Keep a float matrix in 16 bits on disk; it is made 32 bits wide again when it is loaded."""
    matrix = next(matrix for matrix in graph.initializer if matrix.name == name)
    halved = onnx.numpy_helper.to_array(matrix).astype(np.float16)
    graph.initializer.remove(matrix)
    graph.initializer.append(onnx.numpy_helper.from_array(halved, f"{name}_16"))
    cast = onnx.helper.make_node("Cast", [f"{name}_16"], [name], to=onnx.TensorProto.FLOAT)
    graph.node.insert(0, cast)
