"""How fast documents are read and their claims extracted, beside the bare encoder, on one thread;
and the memory it takes.

    python -m tests.benchmarks.reading --data PATH [--bare]

PATH holds raw/raw_open.jsonl. `--bare` exports all-MiniLM-L6-v2 as it is published (needs the train
extra) and times it on the same sentences: int8, batches of 32 sorted by length, padded.
"""

import argparse
import json
import os
import resource
import tempfile
import time
from pathlib import Path

# Before numpy is imported: its library reads these once.
for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[name] = "1"

import numpy as np  # noqa: E402
import onnxruntime as ort  # noqa: E402

from claims.pipeline import claims_of  # noqa: E402
from claims.reader import load  # noqa: E402
from evidence.records import Document  # noqa: E402

BATCH = 32


def texts(data: Path) -> list[str]:
    """The Wikinews part of the raw corpus."""
    # Not splitlines(): some articles hold other line separators.
    lines = (data / "raw" / "raw_open.jsonl").read_text("utf-8").strip().split("\n")
    return [row["text"] for row in map(json.loads, lines) if row["source"] == "wikinews"]


def main() -> None:
    """Time the pipeline, then the encoder alone."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--bare", action="store_true")
    options = parser.parse_args()
    stories = texts(options.data)
    nlp = load(threads=1)
    nlp(stories[0])
    words, claims, sentences = 0, 0, []
    parsing = extracting = 0.0
    begun = time.perf_counter()
    for number, doc in enumerate(nlp.pipe(stories)):
        parsed = time.perf_counter()
        claims += len(claims_of(Document(id=str(number), source="wikinews", text=doc.text), doc))
        parsing, extracting = parsing + parsed - begun, extracting + time.perf_counter() - parsed
        words += sum(not token.is_space for token in doc)
        sentences += [sent.text for sent in doc.sents]
        begun = time.perf_counter()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"pipeline: {words:,} words, {words / parsing:,.0f} words/s, peak memory {peak:,.0f} MB")
    print(f"with {claims:,} claims: {words / (parsing + extracting):,.0f} words/s")
    if options.bare:
        print(f"bare encoder: {words / bare(sentences):,.0f} words/s")


def bare(sentences: list[str]) -> float:
    """Seconds that the published encoder, quantised per tensor, takes for `sentences`."""
    from tokenizers import Tokenizer

    from claims.training.__main__ import base_encoder

    tokenizer = Tokenizer.from_file(str(base_encoder() / "tokenizer.json"))
    tokenizer.enable_truncation(256)
    tokenizer.enable_padding()
    with tempfile.TemporaryDirectory() as folder:
        options = ort.SessionOptions()
        options.intra_op_num_threads = 1
        session = ort.InferenceSession(str(_export(Path(folder))), options)
    ordered = sorted(sentences, key=len)
    begun = time.perf_counter()
    for start in range(0, len(ordered), BATCH):
        rows = tokenizer.encode_batch(ordered[start : start + BATCH])
        ids = np.array([row.ids for row in rows])
        mask = np.array([row.attention_mask for row in rows])
        session.run(None, {"ids": ids, "mask": mask})
    return time.perf_counter() - begun


def _export(folder: Path) -> Path:
    import torch
    from onnxruntime.quantization import QuantType, quantize_dynamic
    from torch import Tensor, nn
    from transformers import AutoModel

    from claims.training.__main__ import base_encoder

    class Bare(nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.model = AutoModel.from_pretrained(base_encoder(), attn_implementation="eager")
            self.model.eval()

        def forward(self, ids: Tensor, mask: Tensor) -> Tensor:
            hidden: Tensor = self.model(input_ids=ids, attention_mask=mask).last_hidden_state
            return hidden

    sample = torch.ones((2, 8), dtype=torch.long)
    axes = {name: {0: "rows", 1: "pieces"} for name in ("ids", "mask", "hidden")}
    torch.onnx.export(
        Bare(),
        (sample, sample),
        str(folder / "exact.onnx"),
        input_names=["ids", "mask"],
        output_names=["hidden"],
        dynamic_axes=axes,
        opset_version=17,
        dynamo=False,
    )
    quantize_dynamic(
        str(folder / "exact.onnx"), str(folder / "int8.onnx"), weight_type=QuantType.QInt8
    )
    return folder / "int8.onnx"


if __name__ == "__main__":
    main()
