"""A linear-chain conditional random field over labels in BIO, with targets known in part."""

import torch
from torch import Tensor, nn
from torch.nn import functional

# Scores of what may not be; small enough that sums of them stay finite.
NEVER = -1e4


class Chain(nn.Module):
    """Scores of one label after another, and of a label as the first of its sentence."""

    def __init__(self, labels: int) -> None:
        """Begin with no preference."""
        super().__init__()
        self.begin = nn.Parameter(torch.zeros(labels))
        self.follow = nn.Parameter(torch.zeros(labels, labels))

    def loss(self, scores: Tensor, allowed: Tensor, opens: Tensor) -> Tensor:
        """Minus the log probability of all label sequences that keep to `allowed`, summed.

        `scores [B, N, labels]`; `allowed [B, N, labels]` is all false where nothing is known;
        `opens [B, N]` marks the first word of each sentence, where the chain begins anew.
        """
        unknown = ~allowed.any(-1, keepdim=True)
        kept = scores.masked_fill(~(allowed | unknown), NEVER)
        both = torch.cat([scores, kept])
        total = self._total(both, torch.cat([opens, opens]))
        every, right = total.chunk(2)
        return (every - right).sum()

    def _total(self, scores: Tensor, opens: Tensor) -> Tensor:
        """The log of the summed weights of all label sequences, `[B]`.

        Each word is a matrix (from label, to label); neighbours are multiplied, half by half.
        """
        first = self.begin.expand_as(self.follow)
        steps = torch.where(opens[..., None, None], first, self.follow) + scores[:, :, None, :]
        while steps.size(1) > 1:
            if steps.size(1) % 2:
                steps = torch.cat([steps, self._nothing(steps)], 1)
            left, right = steps[:, 0::2], steps[:, 1::2]
            steps = (left[..., None] + right[..., None, :, :]).logsumexp(-2)
        return steps[:, 0, 0].logsumexp(-1)

    def _nothing(self, steps: Tensor) -> Tensor:
        """One more step that changes no sum."""
        eye = torch.eye(steps.size(-1), device=steps.device)
        return functional.pad((1 - eye) * NEVER, (0, 0, 0, 0))[None, None].expand(
            steps.size(0), 1, -1, -1
        )
