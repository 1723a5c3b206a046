"""What a fitted logistic regression says: named traits, each with its weight, as a probability."""

from collections.abc import Mapping
from math import exp

Traits = dict[str, float]


def weigh(traits: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """The log-odds of what has these traits; a trait that is not in the table weighs nothing."""
    told = (weights.get(name, 0.0) * float(traits[name]) for name in sorted(traits))
    return weights["always"] + sum(told)


def probability(odds: float) -> float:
    """A log-odds as a probability.

    >>> probability(0.0)
    0.5
    """
    return 1 / (1 + exp(-max(-30.0, min(30.0, odds))))
