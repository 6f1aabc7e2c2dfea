"""Activation functions as Python text, written as the book writes them. It runs as it is pasted.

Source: Deep Learning from Scratch, sections 3.2 and 3.5.
"""

from collections.abc import Iterable
from types import MappingProxyType

from core.expression import parse
from core.functions import TYPED, activation_of

# Each with its slope; {h} is what the function is called.
_BODIES = MappingProxyType(
    {
        "step": ("return np.array(x > 0, dtype=float)", "return np.zeros_like(x, dtype=float)"),
        "sigmoid": ("return 1 / (1 + np.exp(-x))", "return {h}(x) * (1 - {h}(x))"),
        "tanh": ("return np.tanh(x)", "return 1 - {h}(x)**2"),
        "relu": ("return np.maximum(0, x)", "return np.array(x > 0, dtype=float)"),
        "leaky_relu": ("return np.maximum(0.01 * x, x)", "return np.where(x > 0, 1, 0.01)"),
        "softplus": (
            "return np.logaddexp(0, x)  # log(1 + e**x), for large x too", "return 1 / (1 + np.exp(-x))",
        ),
        "gelu": (
            "return x / 2 * (1 + np.vectorize(math.erf)(x / np.sqrt(2)))",
            "share = (1 + np.vectorize(math.erf)(x / np.sqrt(2))) / 2\n"
            "    return share + x * np.exp(-x**2 / 2) / np.sqrt(2 * np.pi)",
        ),
        "identity": ("return x", "return np.ones_like(x, dtype=float)"),
    }
)  # fmt: skip
_SOFTMAX = """\
def softmax(a):
    c = np.max(a, axis=-1, keepdims=True)
    exp_a = np.exp(a - c)  # the largest score becomes 0: nothing overflows
    return exp_a / np.sum(exp_a, axis=-1, keepdims=True)
"""


def python_names(keys: Iterable[str]) -> dict[str, str]:
    """What each function is called in Python: sigmoid; typed ones h1, h2, …, or h where there is only one.

    Raises what activation_of raises.
    """
    keys = tuple(dict.fromkeys(keys))
    typed = [key for key in keys if key.startswith(TYPED)]
    numbers = {key: f"h{k}" if len(typed) > 1 else "h" for k, key in enumerate(typed, start=1)}
    return {key: numbers.get(key, activation_of(key).key) for key in keys}


def definitions(keys: Iterable[str], *, slopes: bool = False) -> str:
    """Python text that defines these functions, by the names of `python_names`, and imports what they need.

    slopes: also define sigmoid_slope and so on. They take x as an array of floats; softmax a row of scores,
    and it has no slope here.
    Raises what activation_of raises.
    """
    imports, texts = ["import numpy as np\n"], []
    for key, name in python_names(keys).items():
        needed, defined = _definition(key, name)
        imports += needed
        texts += defined
        if slopes and key != "softmax":
            texts.append(_slope(key, name))
    # `import math` before `import numpy`; what two functions need is written once
    return "\n\n".join(["".join(sorted(set(imports))), *dict.fromkeys(texts)])


def _slope(key: str, name: str) -> str:
    """The text that defines the slope of the function of this name."""
    if key.startswith(TYPED):
        return parse(key.removeprefix(TYPED)).numpy_slope(f"{name}_slope")
    return f"def {name}_slope(x):\n    {_BODIES[key][1].format(h=name)}\n"


def _definition(key: str, name: str) -> tuple[list[str], list[str]]:
    """The lines that import what the function needs, and the text of it and of what it is built on."""
    if key == "softmax":
        return [], [_SOFTMAX]
    if not key.startswith(TYPED):
        needs_math = ["import math\n"] if key == "gelu" else []
        return needs_math, [f"def {name}(x):\n    {_BODIES[key][0]}\n"]
    source = parse(key.removeprefix(TYPED)).numpy.replace("def h(x)", f"def {name}(x)")
    parts = [part.strip("\n") + "\n" for part in source.split("\n\n\n")]
    head, texts = [part for part in parts if part.startswith("import")], parts[1:]
    lines = [line + "\n" for part in head for line in part.splitlines() if line]
    return lines, texts
