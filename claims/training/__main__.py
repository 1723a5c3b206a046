"""`python -m claims.training --data PATH`: rebuild the weights and their model card."""

import argparse
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import fields, replace
from pathlib import Path

from tokenizers import Tokenizer

from claims.encoding import Words
from claims.model_files import FOLDER
from claims.reader import load as load_pipeline
from claims.training.card import write_card
from claims.training.export import export
from claims.training.network import base_encoder
from claims.training.score import Report, dev_scores
from claims.training.train import Cycle, Settings, load, train


def main(arguments: list[str]) -> None:
    """Train, export and score."""
    parser = argparse.ArgumentParser(prog="python -m claims.training", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="the folder with the corpora")
    parser.add_argument("--out", type=Path, default=FOLDER, help="where the model goes")
    parser.add_argument("--score-only", action="store_true", help="score the model in --out")
    parser.add_argument("--kept", type=Path, help="a folder for the weights of each cycle")
    parser.add_argument("--passes", type=int, nargs="+", help="how many in each cycle")
    chosen = [field for field in fields(Settings) if field.name != "cycles"]
    for field in chosen:
        flag = f"--{field.name.replace('_', '-')}"
        parser.add_argument(flag, type=type(field.default), default=field.default)
    options = parser.parse_args(arguments)
    settings = Settings(
        cycles=_cycles(options.passes),
        **{field.name: getattr(options, field.name) for field in chosen},
    )
    exact = None
    if not options.score_only:
        with tempfile.TemporaryDirectory() as kept:
            exact = _train(options.data, options.out, settings, options.kept or Path(kept))
    shipped = dev_scores(load_pipeline(options.out), options.data)
    write_card(options.out, settings, shipped, exact)


def _cycles(passes: Sequence[int] | None) -> tuple[Cycle, ...]:
    """The usual cycles, of the given numbers of passes: fewer cycles where fewer are given."""
    usual = Settings().cycles
    if passes is None:
        return usual
    return tuple(replace(cycle, passes=n) for cycle, n in zip(usual, passes, strict=False))


def _train(data: Path, out: Path, settings: Settings, kept: Path) -> Report:
    """Write the trained files to `out`; returns the scores of the weights in full precision."""
    base = base_encoder()
    tokenizer = Tokenizer.from_file(str(base / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    network, labels = train(load(data), base, Words(tokenizer), settings, kept)
    with tempfile.TemporaryDirectory() as exact:
        export(network, labels, tokenizer, Path(exact), int8=False)
        scores = dev_scores(load_pipeline(Path(exact)), data)
    export(network, labels, tokenizer, out)
    return scores


if __name__ == "__main__":
    main(sys.argv[1:])
