"""Functions of x that somebody typed: `x * tanh(log(1 + exp(x)))`.

Such a text is read by a small grammar of its own (core.expression_parser) and never run as Python.
What comes out is a tree; working it out for an array of x is a walk through the tree, and the
exact slope comes along (core.dual).
"""

from dataclasses import dataclass

import numpy as np

from core.activations import Activation
from core.dual import FUNCTIONS, NEGATIVE, OPERATIONS, Dual, apply
from core.expression_parser import CONSTANTS, tree_of
from core.expression_slope import slope_source
from core.expression_text import latex, nesting, numpy_source, typed
from core.expression_tree import Call, Constant, Negative, Node, Number, Operation, X, one_plus_exp
from core.shapes import Array

MOST_NESTED = 6  # what has more within each other can hardly be read, and takes seconds to be typeset


@dataclass(frozen=True)
class Expression:
    """A function h of x, which can be worked out, differentiated and written down.

    It takes and returns arrays of any shape and float dtype; within, all is worked out in float64,
    so that exp(20) is no trouble in float16 and only the result has to fit. Where mathematics has no
    value it is NaN, at poles and beyond all floats it is infinite; there is never a warning.
    """

    tree: Node

    def __call__(self, x: Array) -> Array:
        return self.value(x)

    def value(self, x: Array) -> Array:
        """h(x). x: any shape. Returns the same shape and float dtype."""
        x = _floats(x)
        with np.errstate(all="ignore"):
            return _filled(_evaluate(self.tree, Dual(x.astype(np.float64))).value, x)

    def derivative(self, x: Array) -> Array:
        """h'(x), exactly. x: any shape. Returns the same shape and float dtype."""
        return self.value_and_slope(x)[1]

    def value_and_slope(self, x: Array) -> tuple[Array, Array]:
        """h(x) and h'(x) in one pass, by dual numbers: x itself sets out with the slope 1.

        Where there is no value there is no slope. In a corner, and at a jump, it is what
        core.activations takes: 0 for abs, relu and step at 0.

        x: any shape. Returns two of the same shape and float dtype.
        Source: Wengert (1964), see core.dual.
        """
        x = _floats(x)
        with np.errstate(all="ignore"):
            result = _evaluate(self.tree, Dual(x.astype(np.float64), np.ones(x.shape)))
            slope = np.where(np.isnan(result.value), np.nan, 0.0) if result.slope is None else result.slope
            return _filled(result.value, x), _filled(slope, x)

    @property
    def text(self) -> str:
        """As it is typed, in one certain way: parse(h.text) is h again."""
        return typed(self.tree)

    @property
    def latex(self) -> str:
        """As mathematics, in LaTeX; without `h(x) =`."""
        return latex(self.tree)

    @property
    def is_readable(self) -> bool:
        """Is its mathematics easy on the eye, and soon typeset? If not, its text has to do."""
        return nesting(self.tree) <= MOST_NESTED

    def numpy_slope(self, name: str) -> str:
        """The exact slope as Python with NumPy, `def name(x)`. It needs np, and math where erf is in it."""
        with np.errstate(all="ignore"):
            return slope_source(self.tree, name, lambda node: _evaluate(node, Dual(np.array(np.nan))))

    @property
    def numpy(self) -> str:
        """As Python with NumPy, `def h(x)`, that runs as it is pasted."""
        with np.errstate(all="ignore"):
            return numpy_source(self.tree, lambda node: _evaluate(node, Dual(np.array(np.nan))))


def parse(text: str) -> Expression:
    """Read a function of x.

    Numbers, x, pi, e, + - * / ^ (or **), brackets, and the functions in core.dual.FUNCTIONS.
    -x^2 is -(x^2), and a^b^c is a^(b^c). 2x is not read, 2 * x is. Full-width letters and the
    signs − × · ÷ π are read as what they mean.

    Raises ExpressionError, with the place of the mistake, and nothing else.
    """
    return Expression(tree_of(text))


def as_activation(text: str, key: str, name: str) -> Activation:
    """A typed function as an activation, ready for the registry.

    Its source is `name`. What span its outputs have is not known: the range is all numbers. A formula
    that would be too deep to read ends in dots.

    Raises ExpressionError as `parse` does.
    """
    h = parse(text)
    formula = h.latex if h.is_readable else r"\ldots"
    return Activation(
        key, h.value, h.derivative,
        f"h(x) = {formula}", rf"h'(x) = \frac{{d}}{{dx}}\left({formula}\right)",
        (-np.inf, np.inf), name,
    )  # fmt: skip


def _floats(x: Array) -> Array:
    x = np.asarray(x)
    return x if x.dtype.kind == "f" else x.astype(np.float64)


def _filled(y: Array, x: Array) -> Array:
    """y as an array of its own with the shape and dtype of x; y may be one number for all of x."""
    return np.array(np.broadcast_to(y, x.shape), dtype=x.dtype)


def _evaluate(node: Node, x: Dual) -> Dual:
    """A walk through the tree: what each node is worth at x, and its slope."""
    match node:
        case Number(value):
            return Dual(np.array(value))
        case X():
            return x
        case Constant(name):
            return Dual(np.array(CONSTANTS[name]))
        case Negative(of):
            return apply(NEGATIVE, _evaluate(of, x))
        case Call("log", (Operation("+") as inside,)) if (power := one_plus_exp(inside)) is not None:
            return apply(FUNCTIONS["softplus"], _evaluate(power, x))
        case Call(name, arguments):
            return apply(FUNCTIONS[name], *(_evaluate(each, x) for each in arguments))
        case Operation("/", above, below) if (power := one_plus_exp(below)) is not None:
            share = apply(FUNCTIONS["sigmoid"], apply(NEGATIVE, _evaluate(power, x)))
            return apply(OPERATIONS["*"], _evaluate(above, x), share)
        case Operation(sign, left, right):
            return apply(OPERATIONS[sign], _evaluate(left, x), _evaluate(right, x))
