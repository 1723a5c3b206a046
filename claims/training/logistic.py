"""A logistic regression over named traits, as `claims.worth` and `xref.odds` weigh them."""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import ArrayLike

Table = dict[str, float]
STEPS = 30


def fit(
    rows: Sequence[Mapping[str, float]],
    true: ArrayLike,
    names: Sequence[str],
    *,
    pull: float,
    weight: ArrayLike = 1.0,
) -> Table:
    """The weights of "always" and of `names`, by Newton's steps.

    `rows` are the traits of each example, `true` whether it is what is looked for, `weight` how
    much it counts; `pull` is the strength of the pull of every weight but the first towards zero.
    """
    known = np.array([[1.0, *(float(row.get(name, 0)) for name in names)] for row in rows])
    wanted = np.asarray(true, dtype=np.float64)
    counts = np.broadcast_to(np.asarray(weight, dtype=np.float64), wanted.shape)
    weights = np.zeros(known.shape[1])
    pulls = np.full(known.shape[1], pull)
    pulls[0] = 0.0
    for _ in range(STEPS):
        sure = 1 / (1 + np.exp(-known @ weights))
        slope = known.T @ (counts * (wanted - sure)) - pulls * weights
        bend = (known * (counts * sure * (1 - sure))[:, None]).T @ known + np.diag(pulls + 1e-9)
        weights = weights + np.linalg.solve(bend, slope)
    return dict(zip(["always", *names], weights.tolist(), strict=True))


def told(table: Table) -> str:
    """The weights as lines of a Python dict, the heaviest first."""
    ordered = sorted(table.items(), key=lambda one: (one[0] != "always", -abs(one[1])))
    return "".join(f'    "{name}": {value:.2f},\n' for name, value in ordered)
