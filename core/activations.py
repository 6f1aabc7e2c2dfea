"""Activation functions, each beside its derivative, and the one registry of all of them.

An activation h turns the weighted sum a = x·W + b of a neuron into its output z = h(a). Without
one that bends, a stack of layers is no stronger than a single layer (section 3.2.6 of the book).

Every function takes an array of any shape, works on each number by itself (softmax: on the last
axis as a whole), returns the float dtype that it was given, and stays finite and without a
warning where mathematics does.
"""

from collections.abc import Callable
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from core.erf import erf
from core.shapes import Array

LEAKY_SLOPE = 0.01

# What is too small for its float type becomes 0, as it should: no error, whatever the caller asked NumPy for.
_small_is_0 = np.errstate(under="ignore")


def _floats(x: Array) -> Array:
    """x as an array of floats: integers become float64, floats stay what they are."""
    x = np.asarray(x)
    return x if x.dtype.kind == "f" else x.astype(np.float64)


def step(x: Array) -> Array:
    """All or nothing: the neuron fires when its sum is above 0. The perceptron's function.

    h(x) = 1 if x > 0, else 0. Exactly 0 does not fire.

    x: any shape. Returns the same shape, 0 or 1.
    Source: Deep Learning from Scratch, section 3.2.2.
    """
    x = _floats(x)
    return np.asarray(x > 0, dtype=x.dtype)


def step_derivative(x: Array) -> Array:
    """0 everywhere, which is why a network of steps cannot learn by gradients. (At 0 it does not exist.)

    x: any shape. Returns zeros of the same shape.
    Source: Deep Learning from Scratch, section 4.2.5.
    """
    return np.zeros_like(_floats(x))


@np.errstate(over="ignore", under="ignore")
def sigmoid(x: Array) -> Array:
    """A step that was made smooth: near 0 far left, 1/2 at 0, near 1 far right.

    h(x) = 1 / (1 + exp(-x))

    For very negative x, exp(-x) is too large for a float and becomes infinite. That does no harm:
    1 / (1 + inf) is 0, as it should be.

    x: any shape. Returns the same shape, from 0 to 1.
    Source: Deep Learning from Scratch, section 3.2.4.
    """
    x = _floats(x)
    y = np.empty_like(x)  # one new array, used again at each step: making four costs more than the arithmetic
    np.exp(np.negative(x, out=y), out=y)  # exp(-x)
    y += 1
    return np.reciprocal(y, out=y)


@_small_is_0
def sigmoid_derivative(x: Array) -> Array:
    """The slope of sigmoid: at most 1/4, at 0, and near 0 on both sides, where learning slows down.

    h'(x) = h(x) · (1 - h(x))

    x: any shape. Returns the same shape, from 0 to 0.25.
    Source: Deep Learning from Scratch, section 5.5.2.
    """
    y = sigmoid(x)
    return y * (1 - y)


def tanh(x: Array) -> Array:
    """Sigmoid stretched to run from -1 to 1, so that its outputs lie around 0.

    h(x) = (exp(x) - exp(-x)) / (exp(x) + exp(-x)) = 2·sigmoid(2x) - 1

    x: any shape. Returns the same shape, from -1 to 1.
    Source: Deep Learning from Scratch, section 6.2.2.
    """
    return np.tanh(_floats(x))


@_small_is_0
def tanh_derivative(x: Array) -> Array:
    """The slope of tanh: 1 at 0, near 0 on both sides.

    h'(x) = 1 - h(x)²

    x: any shape. Returns the same shape, from 0 to 1.
    Source: LeCun, Bottou, Orr, Müller, Efficient BackProp (1998), section 4.4.
    """
    y = tanh(x)
    return 1 - y * y


def relu(x: Array) -> Array:
    """What is above 0 passes, what is below is cut off: the rectified linear unit.

    h(x) = max(0, x)

    x: any shape. Returns the same shape, 0 or more.
    Source: Deep Learning from Scratch, section 3.2.7.
    """
    return np.maximum(_floats(x), 0)


def relu_derivative(x: Array) -> Array:
    """1 where the unit is on, 0 where it is off. At 0, where there is no slope, 0 is taken.

    x: any shape. Returns the same shape, 0 or 1.
    Source: Deep Learning from Scratch, section 5.5.1.
    """
    return step(x)


@_small_is_0
def leaky_relu(x: Array) -> Array:
    """ReLU that lets a little through below 0, so that no unit is ever quite dead.

    h(x) = x if x > 0, else 0.01·x

    x: any shape. Returns the same shape.
    Source: Maas, Hannun, Ng, Rectifier nonlinearities improve neural network acoustic models (2013).
    """
    x = _floats(x)
    return np.maximum(x, x * LEAKY_SLOPE)


def leaky_relu_derivative(x: Array) -> Array:
    """1 above 0, and 0.01 elsewhere (at 0 too, where there is no slope).

    x: any shape. Returns the same shape, 0.01 or 1.
    Source: Maas, Hannun, Ng (2013).
    """
    x = _floats(x)
    return np.where(x > 0, x.dtype.type(1), x.dtype.type(LEAKY_SLOPE))


@_small_is_0
def softplus(x: Array) -> Array:
    """ReLU with its corner rounded: near 0 far left, near x far right. Its slope is sigmoid.

    h(x) = log(1 + exp(x)) = max(x, 0) + log(1 + exp(-|x|))

    The second form never takes exp of something large.

    x: any shape. Returns the same shape, 0 or more.
    Source: Dugas, Bengio and others, Incorporating second-order functional knowledge (2001).
    """
    x = _floats(x)
    return np.maximum(x, 0) + np.log1p(np.exp(-np.abs(x)))


def softplus_derivative(x: Array) -> Array:
    """The slope of softplus is sigmoid.

    h'(x) = 1 / (1 + exp(-x))

    x: any shape. Returns the same shape, from 0 to 1.
    Source: Dugas, Bengio and others (2001).
    """
    return sigmoid(x)


@_small_is_0
def gelu(x: Array) -> Array:
    """x times the chance that a standard normal number is below x: a ReLU that decides softly.

    h(x) = x · Φ(x) = x/2 · (1 + erf(x / √2))

    x: any shape. Returns the same shape, about -0.17 or more.
    Source: Hendrycks, Gimpel, Gaussian error linear units (2016).
    """
    x = _floats(x)
    return x * _normal_share_below(x)


@_small_is_0
def gelu_derivative(x: Array) -> Array:
    """The slope of GELU, with the product rule: Φ is the share of the normal curve below x, φ its height.

    h'(x) = Φ(x) + x · φ(x)

    x: any shape. Returns the same shape, about from -0.13 to 1.13.
    Source: Hendrycks, Gimpel (2016).
    """
    x = _floats(x)
    near = np.clip(x, -40, 40).astype(np.float64)  # beyond ±40 the height is 0, and x² would overflow
    slope = near * np.exp(-near * near / 2) / np.sqrt(2 * np.pi)
    return (_normal_share_below(x) + slope).astype(x.dtype)


def identity(x: Array) -> Array:
    """What comes in goes out: the output layer's function for regression.

    h(x) = x

    x: any shape. Returns the same shape.
    Source: Deep Learning from Scratch, section 3.5.1.
    """
    return _floats(x).copy()


def identity_derivative(x: Array) -> Array:
    """1 everywhere: a straight line climbs evenly.

    x: any shape. Returns ones of the same shape.
    Source: Deep Learning from Scratch, section 3.5.1.
    """
    return np.ones_like(_floats(x))


@np.errstate(over="ignore", under="ignore")
def softmax(a: Array) -> Array:
    """Turn scores into probabilities: positive, summing to 1 along the last axis.

    y_k = exp(a_k - max a) / sum_i exp(a_i - max a)

    Subtracting the maximum changes no ratio and keeps exp from overflowing. A score that is too far
    below the maximum for its float type gets the probability 0.

    a: (..., K) scores. Returns (..., K) in the same float dtype.
    Source: Deep Learning from Scratch, section 3.5.2.
    """
    a = _floats(a)
    e = np.exp(a - a.max(axis=-1, keepdims=True))  # (..., K)
    return e / e.sum(axis=-1, keepdims=True)


@_small_is_0
def softmax_derivative(a: Array) -> Array:
    """How every probability answers to every score: a matrix for each row of scores.

    dy_i / da_k = y_i · (1 if i = k else 0) - y_i · y_k

    a: (..., K) scores. Returns (..., K, K) with i before k.
    Source: Deep Learning from Scratch, appendix A.
    """
    y = softmax(a)
    return y[..., :, None] * (np.eye(y.shape[-1], dtype=y.dtype) - y[..., None, :])  # (..., K, K)


def _normal_share_below(x: Array) -> Array:
    """Φ(x): the share of standard normal numbers below x. Any shape, from 0 to 1."""
    return (1 + erf(x / x.dtype.type(np.sqrt(2)))) / 2


@dataclass(frozen=True)
class Activation:
    """An activation function with all that is said about it on screen.

    `range` is the span of its outputs; an infinite end is ±inf. `formula` and `derivative_formula`
    are LaTeX in x. `elementwise` is False for softmax alone: its outputs depend on the whole row.
    """

    key: str
    function: Callable[[Array], Array]
    derivative: Callable[[Array], Array]
    formula: str
    derivative_formula: str
    range: tuple[float, float]
    source: str
    elementwise: bool = True

    def __call__(self, x: Array) -> Array:
        return self.function(x)


_BOOK = "Deep Learning from Scratch"
_INF = float("inf")

ACTIVATIONS = MappingProxyType(
    {
        activation.key: activation
        for activation in (
            Activation(
                "step", step, step_derivative,
                r"h(x) = \begin{cases} 1 & x > 0 \\ 0 & x \leq 0 \end{cases}", r"h'(x) = 0",
                (0.0, 1.0), f"{_BOOK}, 3.2.2",
            ),
            Activation(
                "sigmoid", sigmoid, sigmoid_derivative,
                r"h(x) = \frac{1}{1 + e^{-x}}", r"h'(x) = h(x)\,(1 - h(x))",
                (0.0, 1.0), f"{_BOOK}, 3.2.4",
            ),
            Activation(
                "tanh", tanh, tanh_derivative,
                r"h(x) = \frac{e^{x} - e^{-x}}{e^{x} + e^{-x}}", r"h'(x) = 1 - h(x)^2",
                (-1.0, 1.0), f"{_BOOK}, 6.2.2",
            ),
            Activation(
                "relu", relu, relu_derivative,
                r"h(x) = \max(0, x)", r"h'(x) = \begin{cases} 1 & x > 0 \\ 0 & x \leq 0 \end{cases}",
                (0.0, _INF), f"{_BOOK}, 3.2.7",
            ),
            Activation(
                "leaky_relu", leaky_relu, leaky_relu_derivative,
                r"h(x) = \max(0.01\,x, x)", r"h'(x) = \begin{cases} 1 & x > 0 \\ 0.01 & x \leq 0 \end{cases}",
                (-_INF, _INF), "Maas, Hannun, Ng (2013)",
            ),
            Activation(
                "softplus", softplus, softplus_derivative,
                r"h(x) = \log(1 + e^{x})", r"h'(x) = \frac{1}{1 + e^{-x}}",
                (0.0, _INF), "Dugas, Bengio et al. (2001)",
            ),
            Activation(
                "gelu", gelu, gelu_derivative,
                r"h(x) = x\,\Phi(x)", r"h'(x) = \Phi(x) + x\,\varphi(x)",
                (-0.16997120747990369, _INF), "Hendrycks, Gimpel (2016)",
            ),
            Activation(
                "identity", identity, identity_derivative,
                r"h(x) = x", r"h'(x) = 1",
                (-_INF, _INF), f"{_BOOK}, 3.5.1",
            ),
            Activation(
                "softmax", softmax, softmax_derivative,
                r"y_k = \frac{e^{a_k}}{\sum_{i} e^{a_i}}",
                r"\frac{\partial y_i}{\partial a_k} = y_i(\delta_{ik} - y_k)",
                (0.0, 1.0), f"{_BOOK}, 3.5.2", elementwise=False,
            ),
        )
    }
)  # fmt: skip
