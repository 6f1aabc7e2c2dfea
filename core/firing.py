"""What perceptrons make of their sums: the step, the sigmoid, anything between, or another function.

Source: Deep Learning from Scratch, section 3.2.
"""

import numpy as np

from core.activations import Activation, sigmoid
from core.shapes import Array

# How the perceptrons of a circuit fire. A number is the softness of the step: 0 is the step itself, 1 the
# sigmoid of chapter 3. Anything else is a function of the sum.
Firing = float | Activation


def is_step(firing: Firing) -> bool:
    return not isinstance(firing, Activation) and firing <= 0


def fire(a: Array, firing: Firing = 0.0) -> Array:
    """What a perceptron makes of its sum.

    firing 0: h(a) = 1 if a > 0 else 0;   a number t > 0: h(a) = 1 / (1 + exp(-a / t));   else that function

    At t = 1 this is the sigmoid of chapter 3; the smaller t, the steeper, and the step is where it
    ends. Another function may give anything: numbers below 0 or above 1, infinite ones, and nan where it has
    no value.

    a: (...) sums. Returns (...) float64.
    Source: Deep Learning from Scratch, sections 3.2.2 and 3.2.4.
    """
    if isinstance(firing, Activation):
        with np.errstate(all="ignore"):
            return np.asarray(firing(a))
    if firing <= 0:
        return np.asarray(a > 0, dtype=np.float64)
    with np.errstate(over="ignore"):  # where a / t is beyond all numbers, the sigmoid is 0 or 1
        return sigmoid(a / firing)


def answers(outputs: Array) -> Array:
    """What outputs count as: 1 above 0.5, else 0; and nan, which is equal to no goal, where one is nan.

    outputs: (...). Returns (...) float64.
    """
    outputs = np.asarray(outputs)
    return np.where(np.isnan(outputs), np.nan, outputs > 0.5)


def meets(value: float, goal: int) -> bool:
    """Whether an output counts as this goal, 0 or 1."""
    return value == value and (value > 0.5) == bool(goal)  # nan alone is not equal to itself
