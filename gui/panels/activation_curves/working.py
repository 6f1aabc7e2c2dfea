"""How a reading comes about, written out with its numbers."""

import math

from gui.panels.activation_curves.model import Reading
from gui.widgets.text import exact_text, number_text, short_number

# softmax of one row is in core as y_k; as a function of x it is this.
SOFTMAX_FORMULA = r"h(x) = \frac{e^{x}}{e^{x} + e^{0}}"
SOFTMAX_DERIVATIVE_FORMULA = r"h'(x) = h(x)\,(1 - h(x))"


def value_working(reading: Reading) -> str:
    """h(x) with its operands, as rich text without markup from outside: "1 / (1 + 0.301) = 0.769"."""
    x = reading.x
    a, h = short_number(x), f"<b>{number_text(reading.value)}</b>"
    if reading.key == "step":
        return f"{h} ({_side(x)})"
    if reading.key == "sigmoid":
        return f"1 / (1 + {_exp(-x)}) = 1 / (1 + {_exp_value(-x)}) = {h}"
    if reading.key == "tanh":
        up, down = _exp_value(x), _exp_value(-x)
        return f"({up} − {down}) / ({up} + {down}) = {h}"
    if reading.key == "relu":
        return f"max(0, {a}) = {h}"
    if reading.key == "leaky_relu":
        return f"max(0.01 · {_factor(x)}, {a}) = {h}"
    if reading.key == "softplus":
        return f"log(1 + {_exp(x)}) = log(1 + {_exp_value(x)}) = {h}"
    if reading.key == "gelu":
        return f"{a} · Φ({a}) = {a} · {number_text(_normal_share(x))} = {h}"
    if reading.key == "softmax":
        return f"{_exp(x)} / ({_exp(x)} + {_exp(0.0)}) = {_exp_value(x)} / ({_exp_value(x)} + 1) = {h}"
    return h


def slope_working(reading: Reading) -> str:
    """h'(x) with its operands, in the same way."""
    x = reading.x
    h, d = number_text(reading.value), f"<b>{number_text(reading.slope)}</b>"
    if reading.key in ("sigmoid", "softmax"):
        return f"{h} · (1 − {h}) = {d}"
    if reading.key == "tanh":
        return f"1 − {f'({h})' if reading.value < 0 else h}² = {d}"
    if reading.key in ("relu", "leaky_relu"):
        return f"{d} ({_side(x)})"
    if reading.key == "softplus":
        return f"1 / (1 + {_exp(-x)}) = 1 / (1 + {_exp_value(-x)}) = {d}"
    if reading.key == "gelu":
        height = math.exp(-x * x / 2) / math.sqrt(2 * math.pi)
        return f"{number_text(_normal_share(x))} + {_factor(x)} · {number_text(height)} = {d}"
    return d


def explained(reading: Reading) -> tuple[str, str]:
    """For the hover: h(x) and h'(x) with their operands and with every digit."""
    x = exact_text(reading.x)
    return (
        f"h({x}) = {value_working(reading)}<br>= {exact_text(reading.value)}",
        f"h′({x}) = {slope_working(reading)}<br>= {exact_text(reading.slope)}",
    )


def _side(x: float) -> str:
    """On which side of 0 x lies."""
    return f"{short_number(x)} {'&gt;' if x > 0 else '≤'} 0"


def _exp(x: float) -> str:
    return f"e<sup>{short_number(x + 0.0)}</sup>"


def _exp_value(x: float) -> str:
    return number_text(math.exp(x))


def _factor(x: float) -> str:
    """x behind a sign of multiplication: in brackets where it is negative."""
    return f"({short_number(x)})" if x < 0 else short_number(x)


def _normal_share(x: float) -> float:
    """Φ(x), the share of standard normal numbers below x."""
    return math.erfc(-x / math.sqrt(2)) / 2
