"""What depth does: layers stacked on a line, and slopes multiplied through many of them.

If h is a straight line, a stack of layers is one straight line too, however many there are: the book's
y = c·(c·(c·x)) = c³·x. Only a function that bends makes layers worth having.

But whatever goes back through a stack is multiplied by h'(a)·w at every layer. Factors below 1 make it
vanish, factors above 1 make it explode, and a factor of 0 stops it. All is computed in float64: what is
too small for that becomes 0, what is too large inf (and NaN, where inf meets 0 or -inf), without a warning.

Source: Deep Learning from Scratch, sections 3.2.6 and 6.2.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from core.activations import Activation
from core.errors import ShapeError, ValueRangeError
from core.landing import SATURATED_BELOW, check_elementwise, check_limit, flat_at, slopes, steepest
from core.shapes import Array, check_shape

MOST_STACKED = 10
DEEPEST = 50

Scale = str | float  # "xavier", "he", or the standard deviation itself


@dataclass(frozen=True)
class Stack:
    """Layers of one neuron each, one after the other: z_k = h(a_k) with a_k = w_k·z_(k-1) + b_k.

    x: (P,) what goes in. sums: (L, P) a_k. signals: (L, P) z_k; the last of them is what comes out.
    slopes: (L, P) h'(a_k)·w_k, how much layer k stretches. products: (L, P) the slopes of the layers
    1 to k multiplied: by the chain rule dz_k/dx.
    """

    x: Array
    sums: Array
    signals: Array
    slopes: Array
    products: Array

    @property
    def output(self) -> Array:
        """(P,) what comes out at the end."""
        return np.asarray(self.signals[-1])


def stack(activation: Activation, weights: Sequence[float], biases: Sequence[float], x: Array) -> Stack:
    """Send points of a line through layers of h(w·x + b), up to 10.

    z_1 = h(w_1·x + b_1), z_2 = h(w_2·z_1 + b_2), …

    weights, biases: one of each for every layer. x: (P,).
    Raises ShapeError where x is no row or there are not as many biases as weights, and ValueRangeError
    for no layer or more than 10, for numbers that are not finite, and for softmax.
    Source: Deep Learning from Scratch, section 3.2.6.
    """
    _check_layers(weights, biases, MOST_STACKED)
    return _send(activation, weights, biases, x)


def chain(activation: Activation, weights: Sequence[float], biases: Sequence[float], x: Array) -> Stack:
    """The same through up to 50 layers, to see in `products` what becomes of a slope on its way.

    dz_L/dx = h'(a_1)·w_1 · h'(a_2)·w_2 · … · h'(a_L)·w_L

    Raises what `stack` raises, for more than 50 layers.
    Source: Deep Learning from Scratch, section 5.2, the chain rule.
    """
    _check_layers(weights, biases, DEEPEST)
    return _send(activation, weights, biases, x)


def same_line(weights: Sequence[float], biases: Sequence[float]) -> tuple[float, float]:
    """The one line that linear layers are equal to, as (slope, intercept).

    w_L·(… w_2·(w_1·x + b_1) + b_2 …) + b_L = slope·x + intercept

    slope = w_1·w_2·…·w_L: the book's c³ where three layers have the weight c. Up to 10 layers.
    Raises ShapeError where there are not as many biases as weights, and ValueRangeError for no layer,
    more than 10, or numbers that are not finite.
    Source: Deep Learning from Scratch, section 3.2.6.
    """
    _check_layers(weights, biases, MOST_STACKED)
    slope, intercept = 1.0, 0.0
    for w, b in zip(weights, biases, strict=True):
        slope, intercept = float(w) * slope, float(w) * intercept + float(b)
    return slope, intercept


def straight_line(activation: Activation) -> tuple[float, float] | None:
    """The line that an activation is, as (slope, intercept); None where it bends, jumps or has gaps.

    h(x) = slope·x + intercept, and h'(x) = slope, at every x that is looked at

    Looked at are 20,000 x from -10 to 10, and others as far as ±1e6 on both sides. What is off by no
    more than the rounding of float64 counts as straight.
    Raises ValueRangeError for softmax.
    Source: Deep Learning from Scratch, section 3.2.6.
    """
    far = np.geomspace(1e-6, 1e6, 500)
    x = np.concatenate([-far, np.linspace(-10, 10, 20_000), far])  # without 0, where corners are
    climbs = slopes(activation, x)
    with np.errstate(all="ignore"):
        y = np.asarray(activation(x), dtype=np.float64)
        slope, intercept = float(np.median(climbs)), float(activation(np.zeros(1))[0])
        room = 1e-12 * (np.abs(slope * x) + abs(intercept))
        straight = (np.abs(y - (slope * x + intercept)) <= room) & (
            np.abs(climbs - slope) <= 1e-12 * abs(slope)
        )
    return (slope, intercept) if straight.all() and math.isfinite(slope) else None


@dataclass(frozen=True)
class GradientFlow:
    """Signals on their way through L layers of n units each, and gradients on their way back.

    signal_sizes: (L + 1,) root mean square of what goes in (0) and of the outputs of layer k.
    gradient_sizes: (L + 1,) root mean square of how the sum of all outputs answers to these same
    numbers: 1 at L, and at 0 what is left when it has gone back through all layers.
    slope_sizes: (L,) root mean square of h'(a) over units and examples. Times σ·√n, which is what weights
    of deviation σ do to a sum of n, it is about what the gradient is multiplied by at layer k.
    dead: (L,) share of the units whose slope is 0 for every example: nothing gets through them, and
    they learn no more. A ReLU that is never on is one.
    saturated: (L,) share of all sums where |h'| is below the limit or 0, see core.landing.
    deviation: the standard deviation that the weights were drawn with.
    """

    signal_sizes: Array
    gradient_sizes: Array
    slope_sizes: Array
    dead: Array
    saturated: Array
    deviation: float

    @property
    def layers(self) -> int:
        """How many layers there are."""
        return len(self.slope_sizes)

    @property
    def factor_per_layer(self) -> float:
        """By what the gradient is multiplied at each layer, on (geometric) average.

        Below 1 it vanishes, above 1 it explodes. 0, inf or NaN where the end of the floats was reached.
        """
        with np.errstate(all="ignore"):
            return float(self.gradient_sizes[0] ** (1 / self.layers))


def deviation_of(scale: Scale, units: int) -> float:
    """The standard deviation of weights between layers of n units.

    "xavier": √(1/n), made for sigmoid and tanh. "he": √(2/n), made for ReLU. A number: that itself.

    Raises ValueRangeError for another word, a number that is below 0 or not finite, and for no unit.
    Source: Deep Learning from Scratch, section 6.2; Glorot, Bengio (2010); He and others (2015).
    """
    if units < 1:
        raise ValueRangeError("units", got=units, expected=">= 1")
    if scale == "xavier":
        return math.sqrt(1 / units)
    if scale == "he":
        return math.sqrt(2 / units)
    if isinstance(scale, str) or not (scale >= 0 and math.isfinite(scale)):
        raise ValueRangeError("scale", got=scale, expected="xavier, he, >= 0")
    return float(scale)


def random_weights(scale: Scale, layers: int, units: int, rng: np.random.Generator) -> Array:
    """Weights for layers of n units: normal numbers of the scale's standard deviation.

    A deeper stack from an rng in the same state begins with the layers of the shallower one.

    Returns (L, n, n). Raises ValueRangeError for no layer or more than 50, and as `deviation_of` does.
    """
    if not 1 <= layers <= DEEPEST:
        raise ValueRangeError("layers", got=layers, expected=f"1..{DEEPEST}")
    deviation = deviation_of(scale, units)
    with np.errstate(all="ignore"):
        return rng.standard_normal((layers, units, units)) * deviation


def gradient_flow(
    activation: Activation,
    layers: int,
    scale: Scale,
    x: Array,
    rng: np.random.Generator,
    limit: float = SATURATED_BELOW,
) -> GradientFlow:
    """Send a batch through random layers without biases, and the gradient of the sum of all outputs back.

    forward: a_k = z_(k-1)·W_k, z_k = h(a_k). backward: g_(k-1) = (g_k ∘ h'(a_k))·W_kᵀ, from g_L = 1.

    layers: 1 to 50. scale: see `deviation_of`. x: (N, n), neither 0. limit: see core.landing.saturated.
    Raises ShapeError where x is no such batch, ValueRangeError for softmax and for other values.
    Source: Deep Learning from Scratch, sections 5.6 and 6.2.
    """
    check_elementwise(activation)
    x = np.asarray(x, dtype=np.float64)
    check_shape("x", x, ("N", "n"))
    if not x.size:
        raise ShapeError("x", got=x.shape, expected=("N", "n"))
    check_limit(limit)
    weights = random_weights(scale, layers, x.shape[1], rng)  # (L, n, n)
    least = limit * steepest(activation).slope
    with np.errstate(all="ignore"):
        z, every_slope, signal_sizes = x, [], [root_mean_square(x)]
        for w in weights:
            a = z @ w  # (N, n)
            z = np.asarray(activation(a), dtype=np.float64)
            every_slope.append(slopes(activation, a))
            signal_sizes.append(root_mean_square(z))
        g, gradient_sizes = np.ones_like(x), [1.0]
        for w, slope in zip(weights[::-1], every_slope[::-1], strict=True):
            g = (g * slope) @ w.T  # (N, n)
            gradient_sizes.append(root_mean_square(g))
        return GradientFlow(
            np.array(signal_sizes),
            np.array(gradient_sizes[::-1]),
            slope_sizes=np.array([root_mean_square(slope) for slope in every_slope]),
            dead=np.array([(slope == 0).all(axis=0).mean() for slope in every_slope]),
            saturated=np.array([flat_at(slope, least).mean() for slope in every_slope]),
            deviation=deviation_of(scale, x.shape[1]),
        )


def root_mean_square(x: Array) -> float:
    """The size that numbers have on average: √(mean of x²).

    Taken in parts of the largest of them, so that x² neither overflows nor becomes 0 before x does.

    x: any shape, not empty. Returns NaN or inf where such numbers are in it.
    """
    with np.errstate(all="ignore"):
        largest = float(np.abs(x).max())
        if largest == 0 or not math.isfinite(largest):
            return largest
        return largest * float(np.sqrt(np.mean((x / largest) ** 2)))


def _check_layers(weights: Sequence[float], biases: Sequence[float], most: int) -> None:
    if len(biases) != len(weights):
        raise ShapeError("biases", got=(len(biases),), expected=(len(weights),))
    if not 1 <= len(weights) <= most:
        raise ValueRangeError("layers", got=len(weights), expected=f"1..{most}")
    for name, numbers in (("weights", weights), ("biases", biases)):
        if not np.isfinite(numbers).all():
            raise ValueRangeError(name, got=tuple(numbers), expected="finite")


def _send(activation: Activation, weights: Sequence[float], biases: Sequence[float], x: Array) -> Stack:
    """Forward through every layer, then the slopes: see `Stack`."""
    check_elementwise(activation)
    x = np.asarray(x, dtype=np.float64)
    check_shape("x", x, ("P",))
    z, sums, signals = x, [], []
    with np.errstate(all="ignore"):
        for w, b in zip(weights, biases, strict=True):
            a = w * z + b  # (P,)
            z = np.asarray(activation(a), dtype=np.float64)
            sums.append(a)
            signals.append(z)
        stretched = (
            slopes(activation, np.array(sums)) * np.array(weights, dtype=np.float64)[:, None]
        )  # (L, P)
        return Stack(x, np.array(sums), np.array(signals), stretched, np.cumprod(stretched, axis=0))
