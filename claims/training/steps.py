"""How the networks that start from the same encoder are trained: its own rate, and a mean kept."""

import copy
import sys
from collections.abc import Callable, Sequence
from typing import TypeVar

import torch
from torch import Tensor, nn

B = TypeVar("B")
# After so many steps a line says how far training has come.
TOLD = 50
# Steps of the mean over which it counts little more than what was just learnt.
YOUNG = 9


def in_halves() -> torch.autocast:
    """Arithmetic in 16 bits, where the processor has it: half the time of a step for nothing lost.

    Others would take twenty times as long.
    """
    has = bool(torch.ops.mkldnn._is_mkldnn_bf16_supported())
    return torch.autocast("cpu", dtype=torch.bfloat16, enabled=has)


class Steps:
    """One optimizer over several networks, of which the first holds the encoder.

    The rate rises for `warm` steps and then falls to a fiftieth over `count`. `kept` is how much of
    the running mean of the weights stays at each step.
    """

    def __init__(
        self,
        networks: Sequence[nn.Module],
        encoder: nn.Module,
        *,
        rate: float,
        head_rate: float,
        count: int,
        warm: int,
        kept: float,
    ) -> None:
        """Take the parameters of `encoder` at `rate`, all others at `head_rate`."""
        inner = [one for one in encoder.parameters() if one.requires_grad]
        known = {id(one) for one in encoder.parameters()}
        every = [one for network in networks for one in network.parameters()]
        outer = [one for one in every if id(one) not in known]
        self._parameters = every
        self._optimizer = torch.optim.AdamW(
            [{"params": inner, "lr": rate}, {"params": outer, "lr": head_rate}], weight_decay=0.01
        )
        self._schedule = torch.optim.lr_scheduler.LambdaLR(
            self._optimizer, lambda step: min(1.0, step / warm) * max(0.02, 1 - step / count)
        )
        self._kept, self._done = kept, 0
        self.means = [copy.deepcopy(network).eval() for network in networks]
        self._averaged = [one for network in self.means for one in network.parameters()]

    def learn(self, batches: Sequence[B], loss_of: Callable[[B], Tensor]) -> list[nn.Module]:
        """Learn from all batches; the networks' running means."""
        for number, batch in enumerate(batches, 1):
            loss = loss_of(batch)
            self._step(loss)
            if number % TOLD == 0:
                sys.stderr.write(f"{number} of {len(batches)}: loss {loss.item():.3f}\n")
                sys.stderr.flush()
        return self.means

    def _step(self, loss: Tensor) -> None:
        self._optimizer.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_(self._parameters, 1.0)
        self._optimizer.step()
        self._schedule.step()
        self._done += 1
        kept = min(self._kept, self._done / (self._done + YOUNG))
        with torch.no_grad():
            for mean, own in zip(self._averaged, self._parameters, strict=True):
                mean.lerp_(own, 1 - kept)
