"""A shipped network over pairs, opened to learn on: its matrices are made of their bytes again.

What the bytes have rounded away is far less than what one pass of training changes.
"""

from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray

from claims.training.network import base_encoder
from claims.training.relations import PairNetwork

_LAYERS = 6
# The matrices of a layer, in the order in which the exported network has them.
_MATRICES = ("attention.output.dense", "intermediate.dense", "output.dense")
_ATTENTION = ("query", "key", "value")
_PREFIX = "network."
_WORDS = "encoder.embeddings.word_embeddings.weight"

Arrays = dict[str, NDArray[np.float32]]


def reopened(path: Path, labels: int) -> PairNetwork:
    """The network that `claims.training.relations.export` wrote to `path`, of so many `labels`."""
    graph = onnx.load(str(path)).graph
    held = {one.name: onnx.numpy_helper.to_array(one) for one in graph.initializer}
    network = PairNetwork(base_encoder(), labels)
    weights = {**_vectors(held), **_matrices(held), **_words(held)}
    network.load_state_dict({name: torch.tensor(one) for name, one in weights.items()})
    return network


def _vectors(held: Arrays) -> Arrays:
    """What is kept in floats, under its own name."""
    return {
        name.removeprefix(_PREFIX): one
        for name, one in held.items()
        if name.startswith(_PREFIX) and one.dtype == np.float32 and not name.endswith("scale")
    }


def _matrices(held: Arrays) -> Arrays:
    inner = sorted(
        (name.removesuffix("_quantized") for name in held if name.startswith("onnx::MatMul")),
        key=lambda name: int(name.split("_")[1]),
    )
    inner = [name for name in dict.fromkeys(inner) if f"{name}_quantized" in held]
    # An older torch names them otherwise.
    last = "_Transposed" if "network.mix.weight_Transposed_quantized" in held else ""
    found = {f"{name}.weight": _exact(held, f"network.{name}.weight{last}").T
             for name in ("mix", "out")}  # fmt: skip
    for layer in range(_LAYERS):
        place = f"encoder.encoder.layer.{layer}"
        joined, biases = (
            _exact(held, f"Attention_{layer}_qkv_weight"),
            held[f"Attention_{layer}_qkv_bias"],
        )
        for part, matrix, bias in zip(
            _ATTENTION, np.split(joined, 3, 1), np.split(biases, 3), strict=True
        ):
            found[f"{place}.attention.self.{part}.weight"] = matrix.T
            found[f"{place}.attention.self.{part}.bias"] = bias
        for name, source in zip(_MATRICES, inner[3 * layer : 3 * layer + 3], strict=True):
            found[f"{place}.{name}.weight"] = _exact(held, source).T
    return found


def _words(held: Arrays) -> Arrays:
    words = held["network.word.bytes"] * held["network.word.scale"]
    return {"word.weight": words, _WORDS: words}


def _exact(held: Arrays, name: str) -> NDArray[np.float32]:
    """A matrix whose columns each have a scale and a zero."""
    whole = held[f"{name}_quantized"].astype(np.float32) - held[f"{name}_zero_point"]
    exact: NDArray[np.float32] = whole * held[f"{name}_scale"]
    return exact
