"""Writing a function of x down: as it is typed, as mathematics, and as NumPy."""

from collections.abc import Callable

import numpy as np

from core.dual import Dual
from core.expression_tree import Call, Constant, Negative, Node, Number, Operation, X, has_x, parts_of

# How tightly a node holds together: what holds less tightly than its place needs is put in brackets.
_SUM, _PRODUCT, _SIGNED, _POWER, _ATOM = range(5)
_OF_SIGN = {"+": _SUM, "-": _SUM, "*": _PRODUCT, "/": _PRODUCT, "^": _POWER}
_PLACES = {  # what the left and the right of a sign need
    "+": (_SUM, _PRODUCT),
    "-": (_SUM, _PRODUCT),
    "*": (_PRODUCT, _SIGNED),
    "/": (_PRODUCT, _SIGNED),
    "^": (_ATOM, _SIGNED),
}
_MOST_WHOLE = 1e6  # whole numbers below that are written without a point in NumPy

_LATEX_NAMES = {"sigmoid": r"\sigma", "erf": r"\operatorname{erf}", "sign": r"\operatorname{sgn}"} | {
    name: rf"\operatorname{{{name}}}" for name in ("relu", "softplus", "step")
}
_LATEX_AROUND = {
    "sqrt": (r"\sqrt{", "}"),
    "abs": (r"\left|", r"\right|"),
    "floor": (r"\left\lfloor ", r"\right\rfloor "),
    "exp": ("e^{", "}"),
}

_HELPERS = {
    "sigmoid": "def sigmoid(x):\n    return 1 / (1 + np.exp(-x))\n",
    "relu": "def relu(x):\n    return np.maximum(0, x)\n",
    "softplus": "def softplus(x):\n    return np.logaddexp(0, x)  # log(1 + exp(x))\n",
    "step": "def step(x):\n    return np.where(x > 0, 1.0, 0.0)\n",
    "erf": "erf = np.vectorize(math.erf, otypes=[float])\n",
}
_NUMPY_NAMES = {"max": "np.maximum", "min": "np.minimum"}


def number_text(value: float) -> str:
    """A number as short as it can be without becoming another one: 1, 0.5, 1e16."""
    digits, exponent, power = repr(value).partition("e")
    return digits.removesuffix(".0") + (f"e{int(power)}" if exponent else "")


def typed(node: Node, place: int = _SUM) -> str:
    """The tree as text, with only the brackets that it needs. Reading it gives the same tree again.

    place: how tightly it has to hold together.
    """
    match node:
        case Number(value):
            return number_text(value)
        case X():
            return "x"
        case Constant(name):
            return name
        case Call(name, arguments):
            return f"{name}({', '.join(map(typed, arguments))})"
        case Negative(of):
            return _in_brackets(f"-{typed(of, _SIGNED)}", place > _SIGNED)
        case Operation(sign, left, right):
            first, second = _PLACES[sign]
            between = sign if sign == "^" else f" {sign} "
            text = f"{typed(left, first)}{between}{typed(right, second)}"
            return _in_brackets(text, place > _OF_SIGN[sign])


def _in_brackets(text: str, needed: bool) -> str:
    return f"({text})" if needed else text


# Mathematics


def nesting(node: Node) -> int:
    """How many brackets, fractions, roots and powers its mathematics has within each other, at most."""
    within = max(map(nesting, parts_of(node)), default=0)
    flat = isinstance(node, Negative) or (isinstance(node, Operation) and node.sign in "+-*")
    return within + (bool(parts_of(node)) and not flat)


def latex(node: Node) -> str:
    """The tree as LaTeX: x * tanh(log(1 + exp(x))) is x tanh(log(1 + eˣ)), quotients are fractions."""
    return _latex(node)[0]


def _latex(node: Node) -> tuple[str, int]:
    """LaTeX, and how tightly it holds together."""
    match node:
        case Number(value):
            digits, exponent, power = number_text(value).partition("e")
            return (rf"{digits} \times 10^{{{power}}}", _PRODUCT) if exponent else (digits, _ATOM)
        case X():
            return "x", _ATOM
        case Constant(name):
            return (r"\pi" if name == "pi" else "e"), _ATOM
        case Negative(of):
            return f"-{_latex_in(of, _PRODUCT, signed=False)}", _SIGNED
        case Call(name, arguments):
            return _latex_call(name, arguments)
        case Operation("/", left, right):
            return rf"\frac{{{latex(left)}}}{{{latex(right)}}}", _POWER
        case Operation("^", left, right):
            return f"{_latex_in(left, _ATOM)}^{{{latex(right)}}}", _POWER
        case Operation("*", left, right):
            a, b = _latex_in(left, _PRODUCT), _latex_in(right, _PRODUCT, signed=False)
            return a + (r" \cdot " if b[0].isdigit() else r"\,") + b, _PRODUCT
        case Operation(sign, left, right):
            return f"{_latex_in(left, _SUM)} {sign} {_latex_in(right, _PRODUCT, signed=False)}", _SUM


def _latex_in(node: Node, place: int, *, signed: bool = True) -> str:
    """LaTeX for a place that needs it to hold so tightly; a minus may begin it only if `signed`."""
    text, tightness = _latex(node)
    if tightness < place or (text[0] == "-" and not signed):
        return rf"\left({text}\right)"
    return text


def _latex_call(name: str, arguments: tuple[Node, ...]) -> tuple[str, int]:
    inside = ", ".join(map(latex, arguments))
    if name in _LATEX_AROUND:
        before, after = _LATEX_AROUND[name]
        return before + inside + after, (_POWER if name == "exp" else _ATOM)
    return rf"{_LATEX_NAMES.get(name, chr(92) + name)}\left({inside}\right)", _POWER


# NumPy


def numpy_source(node: Node, evaluate: Callable[[Node], Dual]) -> str:
    """The tree as Python that runs as it is pasted: `def h(x)`, and before it what NumPy does not have.

    evaluate: works out a part without x, to see where plain Python would stop (9**9**9, 1 / 0) while
    NumPy goes on with inf or nan.
    """
    used: set[str] = set()
    result = _python(node, evaluate, used)[0]
    if not has_x(node):
        result = f"np.full_like(x, {result})"
    imports = ["import math\n\n"] if "erf" in used else []
    helpers = [f"\n\n{text}" for name, text in _HELPERS.items() if name in used]
    body = f"\n\ndef h(x):\n    x = np.asarray(x, dtype=float)\n    return {result}\n"
    return "".join([*imports, "import numpy as np\n", *helpers, body])


def _python(node: Node, evaluate: Callable[[Node], Dual], used: set[str]) -> tuple[str, int]:
    """Python, and how tightly it holds together. The names of functions go to `used`."""

    def write(part: Node, place: int, whole: bool = True) -> str:
        if isinstance(part, Number) and whole and part.value.is_integer() and part.value < _MOST_WHOLE:
            return str(int(part.value))
        text, tightness = _python(part, evaluate, used)
        return _in_brackets(text, tightness < place)

    match node:
        case Number(value):
            return repr(value), _ATOM
        case X():
            return "x", _ATOM
        case Constant(name):
            return f"np.{name}", _ATOM
        case Negative(of):
            return f"-{write(of, _SIGNED, has_x(of))}", _SIGNED
        case Call(name, arguments):
            used.add(name)
            own = name if name in _HELPERS else _NUMPY_NAMES.get(name, f"np.{name}")
            return f"{own}({', '.join(write(each, _SUM, has_x(node)) for each in arguments)})", _ATOM
        case Operation(sign, left, right):
            first, second = _PLACES[sign]
            whole = has_x(node)  # else whole numbers would be Python's own, of any size
            a, b = write(left, first, whole), write(right, second, whole)
            if not whole and sign in "/^" and not np.isfinite(evaluate(node).value):
                a = f"np.float64({write(left, _SUM, whole)})"
            return f"{a} {'**' if sign == '^' else sign} {b}", _OF_SIGN[sign]
