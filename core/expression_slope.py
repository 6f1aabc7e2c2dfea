"""The slope of a typed function as NumPy: the same dual numbers as in core.dual, written out line by line.

Each step of the function is worked out in a line of its own, and the line below says how fast that step
changes with x, by the chain rule. So x * tanh(x) becomes

    u1 = np.tanh(x)
    d1 = 1 - u1**2
    u2 = x * u1
    d2 = u1 + x * d1

and d2 is the slope: exact, where a difference quotient loses its digits in corners, near poles and far out.
"""

from collections.abc import Callable
from types import MappingProxyType

import numpy as np

from core.dual import Dual
from core.expression_text import number_text
from core.expression_tree import Call, Negative, Node, Operation, has_x, one_plus_exp

_ONE = "1"  # the slope of x itself

# What a function gives, and what the slope of its argument is multiplied by. u: the argument, r: the result.
_RULES = MappingProxyType(
    {
        "exp": ("np.exp({u})", "{r}"),
        "log": ("np.log({u})", "1 / {u}"),
        "sqrt": ("np.sqrt({u})", "0.5 / {r}"),
        "sin": ("np.sin({u})", "np.cos({u})"),
        "cos": ("np.cos({u})", "-np.sin({u})"),
        "tan": ("np.tan({u})", "1 + {r}**2"),
        "sinh": ("np.sinh({u})", "np.cosh({u})"),
        "cosh": ("np.cosh({u})", "np.sinh({u})"),
        "tanh": ("np.tanh({u})", "1 - {r}**2"),
        "arctan": ("np.arctan({u})", "1 / (1 + {u}**2)"),
        "abs": ("np.abs({u})", "np.sign({u})"),
        "sign": ("np.sign({u})", "0.0"),
        "floor": ("np.floor({u})", "0.0"),
        "step": ("np.where(np.isnan({u}), np.nan, {u} > 0)", "0.0"),
        "relu": ("np.maximum(0, {u})", "1.0 * ({u} > 0)"),
        "sigmoid": ("1 / (1 + np.exp(-{u}))", "{r} * (1 - {r})"),
        "softplus": ("np.logaddexp(0, {u})", "1 / (1 + np.exp(-{u}))"),
        "erf": (
            "np.vectorize(math.erf, otypes=[float])({u})",
            "2 / np.sqrt(np.pi) * np.exp(-({u}**2))",
        ),
    }
)
# Where both are the same, the one that core.dual takes.
_EXTREMES = MappingProxyType(
    {
        "max": (
            "np.maximum({u}, {v})",
            "np.where({u} == {v}, np.minimum({du}, {dv}), np.where({u} > {v}, {du}, {dv}))",
        ),
        "min": (
            "np.minimum({u}, {v})",
            "np.where({u} == {v}, np.maximum({du}, {dv}), np.where({u} < {v}, {du}, {dv}))",
        ),
    }
)

_ZEROS = ("0", "(-0)")


def slope_source(node: Node, name: str, evaluate: Callable[[Node], Dual]) -> str:
    """Python that defines `name` as the slope of the tree, for an array x of floats. It needs np, and math
    where the tree has erf.

    evaluate: works out a part without x.
    """
    writer = _Writer(evaluate)
    value, slope = writer.write(node)
    lines = "".join(f"    {line}\n" for line in writer.lines)
    if slope is None:
        value = f"np.full_like(x, {value})"
    return (
        f"def {name}(x):\n    x = np.asarray(x, dtype=float)\n{lines}"
        f"    return np.where(np.isnan({value}), np.nan, {slope or '0.0'})\n"
    )


class _Writer:
    """Collects lines. What it writes down is known by a short name, and so is its slope."""

    def __init__(self, evaluate: Callable[[Node], Dual]) -> None:
        self.lines: list[str] = []
        self._evaluate = evaluate
        self._steps = 0

    def write(self, node: Node) -> tuple[str, str | None]:
        """The names of what a node is worth and of its slope; None where it does not change with x."""
        if not has_x(node):
            return _number(float(self._evaluate(node).value)), None
        match node:
            case Negative(of):
                u, du = self.write(of)
                return self._step(f"-{u}", f"-{du}")
            case Call("log", (inside,)) if (power := one_plus_exp(inside)) is not None:
                return self._call("softplus", power)
            case Call(called, arguments) if called in _EXTREMES:
                return self._extreme(called, *arguments)
            case Call(called, (of,)):
                return self._call(called, of)
            case Operation("/", above, below) if (power := one_plus_exp(below)) is not None:
                share, its_slope = self._call("sigmoid", Negative(power))
                return self._product(self.write(above), (share, its_slope))
            case Operation("*", left, right):
                return self._product(self.write(left), self.write(right))
            case Operation("/", left, right):
                return self._quotient(self.write(left), self.write(right))
            case Operation("^", left, right):
                return self._power(self.write(left), self.write(right))
            case Operation(sign, left, right):
                (u, du), (v, dv) = self.write(left), self.write(right)
                return self._step(f"{u} {sign} {v}", _sum(du, None if dv is None else f"{sign}{dv}"))
        return "x", _ONE

    def _step(self, value: str, slope: str, result: str = "") -> tuple[str, str]:
        """Two lines more. {result} stands for the value in the text of the slope."""
        self._steps += 1
        u, d = f"u{self._steps}", f"d{self._steps}"
        self.lines += [f"{u} = {value}", f"{d} = {slope.replace('{r}', u)}"]
        return u, d

    def _call(self, called: str, of: Node) -> tuple[str, str]:
        u, du = self.write(of)
        value, partial = _RULES[called]
        return self._step(value.format(u=u), _times(partial.format(u=u, r="{r}"), du))

    def _extreme(self, called: str, left: Node, right: Node) -> tuple[str, str]:
        (u, du), (v, dv) = self.write(left), self.write(right)
        value, slope = _EXTREMES[called]
        return self._step(value.format(u=u, v=v), slope.format(u=u, v=v, du=du or "0.0", dv=dv or "0.0"))

    def _product(self, left: tuple[str, str | None], right: tuple[str, str | None]) -> tuple[str, str]:
        (u, du), (v, dv) = left, right
        return self._step(f"{u} * {v}", _sum(du and _times(v, du), dv and _times(u, dv)))

    def _quotient(self, left: tuple[str, str | None], right: tuple[str, str | None]) -> tuple[str, str]:
        (u, du), (v, dv) = left, right
        if v in _ZEROS:  # Python's own 1 / 0 is an error; NumPy's is infinite
            v = "np.float64(0.0)" if v == "0" else "np.float64(-0.0)"
        return self._step(
            f"{u} / {v}", _sum(du and f"{du} / {v}", dv and f"-{_times(f'{u} / {v} / {v}', dv)}")
        )

    def _power(self, left: tuple[str, str | None], right: tuple[str, str | None]) -> tuple[str, str]:
        (u, du), (v, dv) = left, right
        by_base = f"np.where({v} == 0, 0.0, {v} * {u} ** ({v} - 1))"
        if dv is None:
            by_base = f"{v} * {u} ** ({v} - 1)" if v not in _ZEROS else "0.0"
        by_exponent = f"np.where(({u} == 0) & ({v} > 0), 0.0, {{r}} * np.log({u}))"
        value = f"np.power({u}, {v})" if du is None else f"{u} ** {v}"
        return self._step(value, _sum(du and _times(by_base, du), dv and _times(by_exponent, dv)))


def _times(factor: str, slope: str | None) -> str:
    if slope == _ONE:
        return factor
    return f"({factor}) * {slope}" if " " in factor else f"{factor} * {slope}"


def _sum(first: str | None, second: str | None) -> str:
    """Of the slopes that there are."""
    if not first or not second:
        return first or (second or "0.0").removeprefix("+")
    return f"{first} - {second[1:]}" if second[0] == "-" else f"{first} + {second.removeprefix('+')}"


def _number(value: float) -> str:
    """A constant, in brackets where it is negative."""
    if not np.isfinite(value):
        return {"inf": "np.inf", "-inf": "(-np.inf)"}.get(str(value), "np.nan")
    text = number_text(abs(value))
    return f"(-{text})" if value < 0 or str(value) == "-0.0" else text
