"""One neuron with one input: h(w·x + b), and how a steep sigmoid becomes a step.

The weight w makes the curve of h steeper or flatter, and turns it round where it is negative; the bias b
moves it sideways. Where the sum w·x + b is 0 the neuron changes its mind: its threshold is x = -b/w.

Source: Deep Learning from Scratch, sections 2.3, 3.1 and 3.2.
"""

import math
from dataclasses import dataclass

import numpy as np

from core.activations import Activation
from core.errors import ValueRangeError
from core.landing import slopes
from core.shapes import Array


@dataclass(frozen=True)
class Neuron:
    """The weight and the bias of a neuron with one input. At first it changes nothing: w = 1 and b = 0."""

    weight: float = 1.0
    bias: float = 0.0

    @property
    def changes_nothing(self) -> bool:
        return (self.weight, self.bias) == (1.0, 0.0)

    @property
    def threshold(self) -> float:
        """x where the sum is 0, -b/w. NaN where w = 0: then x makes no difference to the sum."""
        return -self.bias / self.weight + 0.0 if self.weight else math.nan

    def sums(self, x: Array) -> Array:
        """a = w·x + b. Any shape; returns the same."""
        return self.weight * x + self.bias

    def place_of(self, a: float) -> float:
        """x where the sum is a: (a - b)/w. NaN where w = 0."""
        return (a - self.bias) / self.weight + 0.0 if self.weight else math.nan


def output(activation: Activation, neuron: Neuron, x: Array) -> Array:
    """What the neuron gives: h(w·x + b). Any shape; returns the same."""
    return activation(neuron.sums(x))


def slope(activation: Activation, neuron: Neuron, x: Array) -> Array:
    """How steep that is, by the chain rule: w·h'(w·x + b). Any shape; returns the same.

    At a pole h' may be infinite; with w = 0 that gives NaN, without a warning.
    Raises ValueRangeError for softmax, which has no slope at one number by itself.
    """
    with np.errstate(all="ignore"):
        return np.asarray(neuron.weight * slopes(activation, neuron.sums(x)))


# Step and sigmoid


@dataclass(frozen=True)
class Gap:
    """How far apart step(w·x + b) and sigmoid(w·x + b) are.

    area: between the two curves. width: of the piece of the x axis on which they differ by more than
    `limit`. Both become smaller the steeper the neuron is, and both are 0 only for a true step. The
    greatest difference never does: right at the threshold it is always 1/2.
    """

    area: float
    width: float
    limit: float
    greatest: float = 0.5


def gap(neuron: Neuron, limit: float = 0.05) -> Gap:
    """How far a neuron with sigmoid is from one with step, which has the same w and b.

    They differ by sigmoid(-|w·x + b|). So the area is 2 · log 2 / |w|, and they differ by more than the
    limit where |w·x + b| < log((1 - limit) / limit): that is 2/|w| times as wide.

    limit: between 0 and 1/2. With w = 0 neither depends on x: the area is infinite, and the width either
    that too or 0. Raises ValueRangeError for another limit.
    """
    if not 0 < limit < 0.5:
        raise ValueRangeError("limit", got=limit, expected="0..0.5")
    reach = math.log((1 - limit) / limit)  # so far from the threshold, counted in sums
    size = abs(neuron.weight)
    if size == 0:
        return Gap(math.inf, math.inf if abs(neuron.bias) < reach else 0.0, limit)
    return Gap(2 * math.log(2) / size, 2 * reach / size, limit)


# What a hand does to the curve


def moved_sideways(neuron: Neuron, by: float) -> Neuron:
    """The same curve, so far to the right: only b changes, b - w·by."""
    return Neuron(neuron.weight, neuron.bias - neuron.weight * by)


def turned_at(neuron: Neuron, x: float, weight: float) -> Neuron:
    """Steeper or flatter, with the curve as high at x as before: w changes, and b so that the sum stays."""
    a = neuron.weight * x + neuron.bias
    return Neuron(weight, a - weight * x)


def stretched_to(neuron: Neuron, start: float, end: float, steepest: float) -> Neuron:
    """What was at x = start is at x = end, while the threshold stays where it is: w and b grow alike.

    steepest: |w| is not made larger than this. A curve does not turn round: past the threshold it is as
    steep as may be. With w = 0 or from the threshold itself nothing can be stretched.
    """
    middle = neuron.threshold
    before, after = start - middle, end - middle
    if not neuron.weight or before == 0:
        return neuron
    factor = before / after if after * before > 0 else math.inf
    size = min(abs(neuron.weight) * factor, steepest)
    weight = math.copysign(size, neuron.weight)
    return Neuron(weight, -weight * middle)
