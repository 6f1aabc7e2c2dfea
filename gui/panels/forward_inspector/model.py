"""What there is to say of a step: its letters, formula, code, shapes and the limits of its colours.

The letters are the book's: a1 = x·W1 + b1, z1 = h(a1), and y at the end (section 3.4). No Qt here.
"""

import math
import re
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from core.activations import Activation
from core.errors import CoreError
from core.functions import TYPED, activation_of
from core.layers import ActivationLayer, Affine, Layer
from core.shapes import Array
from core.trace import ForwardTrace, Step

Shape = tuple[int, ...]
Kind = Literal["ink", "signed", "signal"]

# How a function is called over its arrow, and how it stands in a formula; others by their key.
SYMBOLS = {
    "sigmoid": "σ",
    "relu": "ReLU",
    "leaky_relu": "leaky ReLU",
    "gelu": "GELU",
    "identity": "id",
}
_SHORT = {"sigmoid": r"\sigma(x)", "relu": r"\max(0, x)", "tanh": r"\tanh(x)", "identity": "x"}
_DOTS = r"\ldots"  # stands for a formula that is too deep to be read
NO_ANSWER = -1  # where the network gave something that is no number
_LONE_X = re.compile(r"(?<![A-Za-z\\])x(?![A-Za-z])")


@dataclass(frozen=True)
class Letters:
    """What goes into a step and what comes out, by name: x → a1, a1 → z1, …, a3 → y."""

    number: int  # of the layer, counted from 1 as the book does
    input: str
    output: str
    function: str  # "affine", or the key of an activation, see core.functions.activation_of
    is_last: bool = False

    @property
    def is_affine(self) -> bool:
        return self.function == "affine"

    @property
    def symbol(self) -> str:
        return SYMBOLS.get(self.function, self.name)

    @property
    def name(self) -> str:
        """As a function is called in Python; the learner's own is h."""
        return "h" if self.function.startswith(TYPED) else self.function

    @property
    def activation(self) -> Activation | None:
        try:
            return activation_of(self.function)
        except CoreError:
            return None


def name_steps(layers: tuple[Layer, ...]) -> tuple[Letters, ...]:
    """The letters of every step, for any depth."""
    named = []
    number, signal = 0, "x"
    for place, layer in enumerate(layers, start=1):
        affine = isinstance(layer, Affine)
        number += affine
        last = place == len(layers)
        output = "y" if last else f"{'a' if affine else 'z'}{number}"
        named.append(Letters(number, signal, output, layer.name, last))
        signal = output
    return tuple(named)


def latex(letters: Letters, *, short: bool = False) -> str:
    """The step as a formula. The long form of an activation says what h is."""
    x, y, n = _tex(letters.input), _tex(letters.output), letters.number
    if letters.is_affine:
        return rf"{y} = {x} \cdot W_{{{n}}} + b_{{{n}}}"
    activation = letters.activation
    name = letters.name.replace("_", r"\_")
    name = name if name == "h" else rf"\mathrm{{{name}}}"
    brief = _LONE_X.sub(lambda _: x, _SHORT.get(letters.function, f"{name}(x)"))
    if short or activation is None or activation.formula.endswith(_DOTS):
        return f"{y} = {brief}"
    if not activation.elementwise:
        return rf"{y} = {brief}, \quad y_k = e^{{a_k}} / \sum_{{i}} e^{{a_i}}"  # its fraction is too tall
    full = _LONE_X.sub(lambda _: x, activation.formula.partition("=")[2].strip())
    return f"{y} = {brief}" if full == brief else f"{y} = {brief} = {full}"


def _tex(letter: str) -> str:
    """a1 → a_{1}"""
    return f"{letter[0]}_{{{letter[1:]}}}" if len(letter) > 1 else letter


def code(letters: Letters) -> str:
    """The step as the book writes it in Python."""
    if letters.is_affine:
        return f"{letters.output} = np.dot({letters.input}, W{letters.number}) + b{letters.number}"
    return f"{letters.output} = {letters.name}({letters.input})"


@dataclass(frozen=True)
class Part:
    """A shape, the sign before it, and whether its first axis counts the images."""

    sign: str
    shape: Shape
    batch: bool


def shape_parts(step: Step) -> tuple[Part, ...]:
    """(100, 784) · (784, 50) + (50,) → (100, 50)"""
    weights = tuple(
        Part(sign, step.layer.parameters[name].shape, batch=False)
        for sign, name in (("·", "W"), ("+", "b"))
        if name in step.layer.parameters
    )
    return (
        Part("", step.input.shape, batch=True),
        *weights,
        Part("→", step.output.shape, batch=True),
    )


def shape_text(shape: Shape) -> str:
    """(100, 784) or (50,), as Python writes it."""
    return str(tuple(int(size) for size in shape))


def shapes_line(step: Step) -> str:
    """The shapes of a step in one line of plain text."""
    return " ".join(f"{part.sign} {shape_text(part.shape)}".strip() for part in shape_parts(step))


_ENOUGH = 200_000  # numbers that know the limits of all


@dataclass(frozen=True)
class Limits:
    """Which colour map an array is shown with, and the values at its two ends.

    is_cut: whether a few numbers lie beyond the ends, and have the colour of the end.
    """

    kind: Kind
    low: float
    high: float
    is_cut: bool = False


def limits(step: Step) -> Limits:
    """Sums symmetric around 0, signals from 0 up: a function says itself how far its values reach."""
    if not isinstance(step.layer, ActivationLayer):
        return _signed(step.output)
    lowest, highest = step.layer.activation.range
    if lowest < 0:
        return Limits("signed", -highest, highest) if np.isfinite(highest) else _signed(step.output)
    reached = span(step.output)
    return Limits("signal", 0.0, highest if np.isfinite(highest) else reached.high or 1.0)


def _signed(array: Array) -> Limits:
    """Symmetric around 0. One number in a hundred may lie beyond: far ones do not wash out all others.

    Of very many numbers, those in every second row and column are asked, or in every third, …
    """
    apart = math.ceil((array.size / _ENOUGH) ** (1 / array.ndim))
    array = array[(slice(None, None, apart),) * array.ndim]  # (…) of at most about _ENOUGH numbers
    sizes = np.abs(array if np.isfinite(array).all() else array[np.isfinite(array)])
    largest = float(sizes.max()) if sizes.size else 0.0
    reach = _nearly_all(sizes) if len(array) > 1 and largest > 0 else largest
    if reach == 0 or largest < 1.5 * reach:
        reach = largest or 1.0
    return Limits("signed", -reach, reach, is_cut=reach < largest)


def _nearly_all(sizes: Array) -> float:
    """The size that 99 of 100 do not exceed. (np.quantile brings in np.ma, which start-up would feel.)"""
    place = int(0.99 * (sizes.size - 1))
    return float(np.partition(sizes, place, axis=None)[place])


def weight_limits(array: Array) -> Limits:
    """For the small pictures of weights and biases."""
    return _signed(array)


@dataclass(frozen=True)
class Span:
    """The smallest, the largest and the mean of the numbers in an array that are finite; 0 where none is."""

    low: float = 0.0
    high: float = 0.0
    mean: float = 0.0


def span(array: Array) -> Span:
    """How far the numbers of an array reach."""
    finite = array if np.isfinite(array).all() else array[np.isfinite(array)]
    if not finite.size:
        return Span()
    return Span(float(finite.min()), float(finite.max()), float(finite.mean(dtype=np.float64)))


def is_probabilities(trace: ForwardTrace) -> bool:
    """Does the network end in softmax? If not, its answers are scores."""
    return trace.steps[-1].layer.name == "softmax"


@dataclass(frozen=True, eq=False)
class Reading:
    """What the network read, image by image."""

    answers: NDArray[np.intp]  # (N,) a class, or NO_ANSWER
    wrong: NDArray[np.bool_]  # (N,) all False where there are no labels
    labels: NDArray[np.uint8] | None  # (N,)

    @property
    def right(self) -> int:
        return len(self.answers) - int(self.wrong.sum())

    @property
    def accuracy(self) -> float:
        return self.right / len(self.answers)


def read(trace: ForwardTrace, labels: NDArray[np.uint8] | None) -> Reading:
    """The answer for each image is the place of its largest output. Where one is NaN, there is none."""
    unknown = np.isnan(trace.output).any(axis=1)
    answers = np.where(unknown, NO_ANSWER, trace.output.argmax(axis=1))  # (N,)
    wrong = answers != labels if labels is not None else np.zeros(len(answers), dtype=bool)
    return Reading(answers, wrong, labels)
