"""The files of `claims/model/`, opened: the only one that knows onnxruntime."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime as ort
from numpy.typing import NDArray
from tokenizers import Tokenizer

from claims.decoding import transitions
from claims.encoding import Window, Words

# The heads whose labels are spans: B- and I- with a kind, or O.
BIO = ("names", "other_names", "quotes")

FOLDER = Path(__file__).parent / "model"


@dataclass(frozen=True, slots=True)
class Model:
    """The network, its vocabulary, and what its outputs mean.

    `labels` lists, for each head, its labels by number; `weight` and `bias` score dependency
    labels from `[dep * head, dep, head]`; `chains` has, for each head that labels words in BIO, the
    scores of a label at the beginning of a sentence and after another label.
    """

    session: Any
    inputs: tuple[str, ...]
    outputs: tuple[str, ...]
    words: Words
    labels: dict[str, list[str]]
    weight: NDArray[np.float32]
    bias: NDArray[np.float32]
    chains: dict[str, tuple[NDArray[np.float32], NDArray[np.float32]]]

    def run(self, window: Window) -> dict[str, NDArray[Any]]:
        """Score one window; see `claims.training.export` for the outputs."""
        feed = {name: getattr(window, name)[None] for name in self.inputs}
        return dict(zip(self.outputs, self.session.run(None, feed), strict=True))


def open_session(path: Path, *, threads: int = 0) -> Any:
    """Open one network; `threads` 0 uses every core."""
    options = ort.SessionOptions()
    options.intra_op_num_threads = threads
    # Spinning workers would eat the other cores between windows.
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    # Without VNNI the faster product of bytes overflows, and the same words are read otherwise.
    options.add_session_config_entry("session.x64quantprecision", "1")
    options.log_severity_level = 3
    return ort.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


def run_row(session: Any, row: object) -> NDArray[np.float32]:
    """The scores that a network of one output has for one row, whose columns are its inputs."""
    feed = {put.name: getattr(row, put.name)[None] for put in session.get_inputs()}
    (scores,) = session.run(None, feed)
    found: NDArray[np.float32] = scores[0]
    return found


def open_words(folder: Path = FOLDER) -> Words:
    """The vocabulary of the model in `folder`."""
    return Words(Tokenizer.from_file(str(folder / "tokenizer.json")))


def open_model(folder: Path = FOLDER, *, threads: int = 0) -> Model:
    """Open the model in `folder`; `threads` 0 uses every core."""
    session = open_session(folder / "encoder.onnx", threads=threads)
    labels = json.loads((folder / "labels.json").read_text("utf-8"))
    with np.load(folder / "decoder.npz") as decoder:
        weight, bias = decoder["weight"], decoder["bias"]
        chains = {
            name: transitions(
                labels[name], decoder.get(f"{name}_begin"), decoder.get(f"{name}_follow")
            )
            for name in BIO
        }
    return Model(
        session=session,
        inputs=tuple(put.name for put in session.get_inputs()),
        outputs=tuple(output.name for output in session.get_outputs()),
        words=open_words(folder),
        labels=labels,
        weight=weight,
        bias=bias,
        chains=chains,
    )
