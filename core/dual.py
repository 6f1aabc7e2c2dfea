"""Exact slopes without a formula for them: numbers that carry their slope along.

Let every number know how fast it changes when x does. x itself has the slope 1, a constant has
none, and each operation can tell the slope of its result from the slopes of what goes in. That is
the chain rule, applied once for each operation:

    z = f(u, v)   has the slope   z' = ∂f/∂u · u' + ∂f/∂v · v'

So x² at 3, taken as x·x, is (3, slope 1)·(3, slope 1) = (9, slope 3·1 + 3·1 = 6). When the value
has been worked out, its slope has been, too. Such a pair is called a dual number, and
this way of working forward mode. It is as exact as the value is, where a difference quotient never is.

`RULES` lists every operation with its value and, beside it, its partial slopes ∂f/∂u, ∂f/∂v.

Source: Wengert, A simple automatic derivative evaluation program (1964).
"""

from collections.abc import Callable
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from core import activations
from core.erf import erf
from core.shapes import Array


@dataclass(frozen=True)
class Dual:
    """A number, or an array of them, and how fast each changes with x.

    value: float64, any shape. slope: as value; None for a constant, which does not change at all.
    """

    value: Array
    slope: Array | None = None


@dataclass(frozen=True)
class Rule:
    """How to work out f, and how much its result changes with each of its arguments alone."""

    value: Callable[..., Array]
    partials: Callable[..., tuple[Array | float, ...]]
    arguments: int = 1


def apply(rule: Rule, *arguments: Dual) -> Dual:
    """f(u, v), with its slope by the chain rule.

    z = f(u, v),   z' = ∂f/∂u · u' + ∂f/∂v · v'

    A constant adds nothing to the slope, not even where its partial slope does not exist (x² at −1
    would else fail on log(−1)). What is not a number stays so, and has no slope.
    """
    values = [each.value for each in arguments]
    value = rule.value(*values)
    for given in values:
        value = np.where(np.isnan(given), np.nan, value)  # else NaN⁰ were 1
    if all(each.slope is None for each in arguments):
        return Dual(value)
    slope = np.zeros_like(value)
    for each, partial in zip(arguments, rule.partials(*arguments), strict=True):
        if each.slope is not None:
            slope = slope + partial * each.slope
    return Dual(value, np.where(np.isnan(value), np.nan, slope))


def _quotient(u: Dual, v: Dual) -> tuple[Array, Array]:
    """∂/∂u u/v = 1/v,   ∂/∂v u/v = −u/v²."""
    return 1 / v.value, -u.value / v.value / v.value


def _power(u: Dual, v: Dual) -> tuple[Array, Array]:
    """∂/∂u u^v = v·u^(v−1),   ∂/∂v u^v = u^v·log u.

    Both are 0 where they end in 0 times infinity: u^0 is 1 everywhere, 0^v is 0 for all v > 0.
    """
    base, exponent = u.value, v.value
    with_base = np.where(exponent == 0, 0.0, exponent * np.power(base, exponent - 1))
    with_exponent = np.power(base, exponent) * np.log(base)
    return with_base, np.where((base == 0) & (exponent > 0), 0.0, with_exponent)


def _maximum(u: Dual, v: Dual) -> tuple[Array, Array]:
    """The larger one alone counts. Where both are the same, the one with the smaller slope.

    That is the slope on the left of the corner, and makes max(x, 0) and max(0.01 * x, x) at 0 what
    relu and leaky_relu are there.
    """
    return _shares(u.value > v.value, u.value == v.value, _slope(u) <= _slope(v))


def _minimum(u: Dual, v: Dual) -> tuple[Array, Array]:
    """The smaller one alone counts. Where both are the same, the one with the larger slope: see above."""
    return _shares(u.value < v.value, u.value == v.value, _slope(u) >= _slope(v))


def _slope(u: Dual) -> Array:
    return np.zeros(()) if u.slope is None else u.slope


def _shares(first: Array, same: Array, first_of_same: Array) -> tuple[Array, Array]:
    share = np.where(same, first_of_same, first).astype(np.float64)
    return share, 1 - share


NEGATIVE = Rule(np.negative, lambda u: (-1.0,))

OPERATIONS = MappingProxyType(
    {
        "+": Rule(np.add, lambda u, v: (1.0, 1.0), 2),
        "-": Rule(np.subtract, lambda u, v: (1.0, -1.0), 2),
        "*": Rule(np.multiply, lambda u, v: (v.value, u.value), 2),
        "/": Rule(np.divide, _quotient, 2),
        "^": Rule(np.power, _power, 2),
    }
)

# In a corner and at a jump (abs, sign, floor, relu, step) the slope is what core.activations takes.
FUNCTIONS = MappingProxyType(
    {
        "exp": Rule(np.exp, lambda u: (np.exp(u.value),)),
        "log": Rule(np.log, lambda u: (1 / u.value,)),
        "sqrt": Rule(np.sqrt, lambda u: (0.5 / np.sqrt(u.value),)),
        "sin": Rule(np.sin, lambda u: (np.cos(u.value),)),
        "cos": Rule(np.cos, lambda u: (-np.sin(u.value),)),
        "tan": Rule(np.tan, lambda u: (1 + np.tan(u.value) ** 2,)),
        "sinh": Rule(np.sinh, lambda u: (np.cosh(u.value),)),
        "cosh": Rule(np.cosh, lambda u: (np.sinh(u.value),)),
        "tanh": Rule(np.tanh, lambda u: (activations.tanh_derivative(u.value),)),
        "arctan": Rule(np.arctan, lambda u: (1 / (1 + u.value**2),)),
        "abs": Rule(np.abs, lambda u: (np.sign(u.value),)),
        "sign": Rule(np.sign, lambda u: (0.0,)),
        "floor": Rule(np.floor, lambda u: (0.0,)),
        "max": Rule(np.maximum, _maximum, 2),
        "min": Rule(np.minimum, _minimum, 2),
        "sigmoid": Rule(activations.sigmoid, lambda u: (activations.sigmoid_derivative(u.value),)),
        "relu": Rule(activations.relu, lambda u: (activations.relu_derivative(u.value),)),
        "softplus": Rule(activations.softplus, lambda u: (activations.softplus_derivative(u.value),)),
        "erf": Rule(erf, lambda u: (2 / np.sqrt(np.pi) * np.exp(-(u.value**2)),)),
        "step": Rule(activations.step, lambda u: (activations.step_derivative(u.value),)),
    }
)
