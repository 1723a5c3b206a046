"""`python -m claims.training.words --data PATH`: make the table of `claims.word_vectors`.

Each word alone is read by all-MiniLM-L6-v2; of what it makes the widest directions are kept, and a
word weighs the less the more often it is written (after model2vec, and Arora et al. 2017).
"""

import argparse
import json
import sys
from collections import Counter
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch.nn import functional
from transformers import AutoModel, AutoTokenizer

from claims.training.network import base_encoder
from claims.word_vectors import FILE, WORD

MOST, RARE, SHORT = 24_000, 3, 3
WIDTH = 64
# How often a word must be written to weigh half.
COMMON = 1e-4


def counted(data: Path) -> Counter[str]:
    """How often each word is written in the raw articles and in VitaminC."""
    found: Counter[str] = Counter()
    for path, keys in (
        (data / "raw" / "raw_open.jsonl", ["text"]),
        (data / "relations" / "vitaminc-train.jsonl", ["claim", "evidence"]),
    ):
        with path.open(encoding="utf-8") as lines:
            for one in map(json.loads, lines):
                found.update(WORD.findall(" ".join(one[key] for key in keys).lower()))
    return found


def read(words: list[str]) -> NDArray[np.float32]:
    """Each word alone as the encoder reads it: unit vectors, `[words, 384]`."""
    base = base_encoder()
    tokenizer, encoder = AutoTokenizer.from_pretrained(base), AutoModel.from_pretrained(base).eval()
    rows = []
    with torch.no_grad():
        for start in range(0, len(words), 256):
            batch = tokenizer(words[start : start + 256], padding=True, return_tensors="pt")
            hidden = encoder(**batch).last_hidden_state
            mask = batch["attention_mask"][..., None].float()
            rows.append(functional.normalize((hidden * mask).sum(1) / mask.sum(1), dim=-1).numpy())
    return np.concatenate(rows)


def narrowed(rows: NDArray[np.float32], often: NDArray[np.float64]) -> NDArray[np.float64]:
    """The widest directions, the commoner words shorter."""
    centred = rows - rows.mean(0)
    _, _, directions = np.linalg.svd(centred, full_matrices=False)
    weighted: NDArray[np.float64] = centred @ directions[:WIDTH].T
    return weighted * (COMMON / (COMMON + often))[:, None]


def main(arguments: list[str]) -> None:
    """Make the table."""
    parser = argparse.ArgumentParser(prog="python -m claims.training.words")
    parser.add_argument("--data", type=Path, required=True, help="the folder with the corpora")
    counts = counted(parser.parse_args(arguments).data)
    total = counts.total()
    words = [w for w, n in counts.most_common(MOST) if len(w) >= SHORT and n >= RARE]
    rows = narrowed(read(words), np.array([counts[word] / total for word in words]))
    scale = np.maximum(np.abs(rows).max(1), 1e-9) / 127
    np.savez_compressed(
        FILE,
        words=np.frombuffer("\n".join(words).encode(), np.uint8),
        rows=np.round(rows / scale[:, None]).astype(np.int8),
        scale=scale.astype(np.float32),
    )


if __name__ == "__main__":
    main(sys.argv[1:])
