"""What the functions say: their values and slopes in a neuron, the points of their curves, and what is
worth remarking at a place.

Softmax works on a whole row of scores, so it has no curve of its own. What is shown is the first of
two: softmax(x, 0), which turns out to be sigmoid.
"""

from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np

from core import neuron as one_neuron
from core.activations import Activation
from core.breaks import broken_curve
from core.functions import TYPED, activation_of
from core.neuron import Neuron
from core.shapes import Array

PLAIN = Neuron()

_JUMPING_VALUE = ("step",)
_JUMPING_SLOPE = ("relu", "leaky_relu")  # step's slope is 0 on both sides
_JUST_ABOVE_0 = 1e-12


@dataclass(frozen=True)
class Reading:
    """What one function says at the probe, in a neuron.

    sum: a = w·x + b. value: h(a). inner: h'(a). slope: w·h'(a), how steep the drawn curve is. `has_slope`
    is False in the corner of a function that has one, and where there is no value.
    """

    key: str
    x: float
    sum: float
    value: float
    inner: float
    slope: float
    has_slope: bool
    neuron: Neuron = PLAIN

    @property
    def has_value(self) -> bool:
        return bool(np.isfinite(self.value))


@lru_cache(maxsize=256)
def line_of(key: str) -> Activation:
    """The function as one of a single number: softmax as the first of softmax(x, 0)."""
    activation = activation_of(key)
    if activation.elementwise:
        return activation
    return replace(
        activation,
        function=lambda x: activation.function(_two_scores(x))[..., 0],
        derivative=lambda x: activation.derivative(_two_scores(x))[..., 0, 0],
        elementwise=True,
    )


def _two_scores(x: Array) -> Array:
    """(…, 2) the scores x and 0."""
    return np.stack([x, np.zeros_like(x)], axis=-1)


def is_typed(key: str) -> bool:
    return key.startswith(TYPED)


def value(key: str, x: Array, neuron: Neuron = PLAIN) -> Array:
    """h(w·x + b), of any shape."""
    return one_neuron.output(line_of(key), neuron, x)


def slope(key: str, x: Array, neuron: Neuron = PLAIN) -> Array:
    """w·h'(w·x + b), of any shape: how steep the curve is that is drawn."""
    return one_neuron.slope(line_of(key), neuron, x)


@lru_cache(maxsize=128)  # table, cards and plot ask for the same ones
def read(key: str, x: float, neuron: Neuron = PLAIN) -> Reading:
    line, at = line_of(key), neuron.sums(np.array([x]))
    a, h, inner = float(at[0]), float(line(at)[0]), float(line.derivative(at)[0])
    there = bool(np.isfinite(h) and np.isfinite(inner))
    return Reading(key, x, a, h, inner, neuron.weight * inner + 0.0, there and has_slope(key, a), neuron)


def has_slope(key: str, a: float) -> bool:
    """Is there a slope at a? Not where the function jumps or turns a corner."""
    return a != 0 or key not in _JUMPING_VALUE + _JUMPING_SLOPE


def jumps(key: str, *, derivative: bool) -> bool:
    """Does the curve of h, or of h', jump at 0? Of typed functions nobody knows."""
    return key in (_JUMPING_SLOPE if derivative else _JUMPING_VALUE)


@dataclass(frozen=True, eq=False)
class Places:
    """Where all curves of a plot are looked at: evenly, and x with the threshold, where corners are.

    The threshold is among x three times: right at it, in the middle of a jump (`jump` is its index, -1
    where no threshold is seen), and just above it. sums: w·x + b for all of x.
    """

    even: Array
    x: Array
    sums: Array
    neuron: Neuron
    jump: int


def places(low: float, high: float, points: int, neuron: Neuron = PLAIN) -> Places:
    """So many places from low to high, as even as can be."""
    x = np.linspace(low, high, points)
    sums, middle = neuron.sums(x), neuron.threshold
    if not low < middle < high:
        return Places(x, x, sums, neuron, -1)
    place = int(np.searchsorted(x, middle))
    corner = [0.0, 0.0, _JUST_ABOVE_0] if neuron.weight > 0 else [_JUST_ABOVE_0, 0.0, 0.0]
    with_corner, sums = np.insert(x, place, [middle] * 3), np.insert(sums, place, corner)
    return Places(x, with_corner, sums, neuron, place + 1)


def curve(key: str, at: Places, *, derivative: bool) -> tuple[Array, Array]:
    """x and y of the curve, or of its slope, for drawing.

    Where the curve jumps, has a pole or no value, y is NaN, so that no line joins its ends. Only typed
    functions have places of their own: at both ends of each gap.
    """
    if is_typed(key):
        function = slope if derivative else value
        return broken_curve(lambda x: function(key, x, at.neuron), at.even)
    line = line_of(key)
    y = at.neuron.weight * line.derivative(at.sums) if derivative else line(at.sums)
    if at.jump >= 0 and jumps(key, derivative=derivative):
        y[at.jump] = np.nan
    return at.x, y


# What is worth saying about a place


def remark(reading: Reading) -> str:
    """A word for what matters at this place of this function; `texts` has the sentence for it."""
    key, a = reading.key, reading.sum
    if is_typed(key):
        return _remark_on_typed(reading)
    if key == "step":
        return "step-corner" if a == 0 else "step"
    if key in ("relu", "leaky_relu"):
        if a == 0:
            return "corner"
        return "passes-whole" if a > 0 else ("dead" if key == "relu" else "leaks")
    if key == "gelu":
        return _remark_on_gelu(reading)
    if key in ("identity", "softplus", "softmax"):
        return key
    if reading.inner < 0.02:
        return "saturated"
    return f"{key}-steep" if abs(a) <= 1 else "between"


def _remark_on_typed(reading: Reading) -> str:
    if not reading.has_value:
        return "own-nowhere"
    if not np.isfinite(reading.inner):
        return "own-no-slope"
    return "own-flat" if reading.inner == 0 else "own"


def _remark_on_gelu(reading: Reading) -> str:
    if reading.sum < -3:
        return "gelu-silent"
    if reading.inner < 0:
        return "gelu-falls"
    return "gelu-passes" if reading.sum > 2 else "gelu-bends"
