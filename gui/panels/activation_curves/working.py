"""How a reading comes about, written out with its numbers."""

import math

from gui.panels.activation_curves.readings import Reading, is_typed
from gui.widgets.text import MINUS, exact_text, number_text, short_number

# softmax of one row is in core as y_k; as a function of x it is this.
SOFTMAX_FORMULA = r"h(x) = \frac{e^{x}}{e^{x} + e^{0}}"

CLOSE_MINUS = "{-}"  # in LaTeX, the sign of a number, close to it
_SYMBOLS = {
    "sigmoid": (r"\sigma", "σ"),
    "tanh": (r"\tanh", "tanh"),
    "relu": (r"\operatorname{ReLU}", "ReLU"),
    "gelu": (r"\operatorname{GELU}", "GELU"),
}
# Each formula with the number {a} put in; {n} is −a, {f} is a where it stands behind a sign.
_PUT_IN = {
    "sigmoid": r"\frac{{1}}{{1 + e^{{{n}}}}}",
    "tanh": r"\frac{{e^{{{a}}} - e^{{{n}}}}}{{e^{{{a}}} + e^{{{n}}}}}",
    "relu": r"\max(0, {a})",
    "leaky_relu": r"\max(0.01 \cdot {f}, {a})",
    "softplus": r"\log(1 + e^{{{a}}})",
    "gelu": r"{a} \cdot \Phi({a})",
    "softmax": r"\frac{{e^{{{a}}}}}{{e^{{{a}}} + e^{{0}}}}",
}


def place_text(x: float) -> str:
    """A place on the axis: 1.20, or 1.234 where two decimals would not be all."""
    decimals = 2 if abs(x - round(x, 2)) < 1e-9 else 3
    text = f"{x + 0.0:.{decimals}f}"
    return ("0.00" if text.strip("-0.") == "" else text).replace("-", MINUS)


# Typeset: σ(1.20) = 1 / (1 + e^−1.20) = 0.769


def put_in(reading: Reading) -> str:
    """LaTeX of the formula with the number put in; "" where the function has no value there."""
    if not reading.has_value:
        return ""
    result = rf"\mathbf{{{_tex(number_text(reading.value))}}}"
    if is_typed(reading.key):
        from gui.panels.activation_curves.working_typed import latex_at  # only typed functions need it

        return rf"{latex_at(reading.key, round(reading.sum, 3))} = {result}"
    a, n = _tex(place_text(reading.sum)), _tex(place_text(-reading.sum))
    name = _SYMBOLS.get(reading.key, ("h", "h"))[0]
    if reading.key == "identity":
        return rf"{name}({a}) = {result}"
    if reading.key == "step":
        side = ">" if reading.sum > 0 else r"\leq"
        return rf"{name}({a}) = {result} \quad ({a} {side} 0)"
    formula = _PUT_IN[reading.key].format(a=a, n=n, f=f"({a})" if reading.sum < 0 else a)
    return rf"{name}({a}) = {formula} = {result}"


def put_in_text(reading: Reading) -> str:
    """The same on one line, as rich text: it is there at once, and the typeset one a moment later."""
    if is_typed(reading.key):
        return value_working(reading)
    return f"{_SYMBOLS.get(reading.key, ('h', 'h'))[1]}({place_text(reading.sum)}) = {value_working(reading)}"


def _tex(number: str) -> str:
    mantissa, exponent, power = number.replace(MINUS, "-").partition("e")
    if mantissa.startswith("-"):
        mantissa = CLOSE_MINUS + mantissa[1:]
    return rf"{mantissa} \times 10^{{{power}}}" if exponent else mantissa


# On one line: 1 / (1 + 0.301) = 0.769


def value_working(reading: Reading) -> str:
    """h(a) with its operands, as rich text without markup from outside: "1 / (1 + 0.301) = 0.769"."""
    x = reading.sum
    a, h = short_number(x), f"<b>{number_text(reading.value)}</b>"
    if is_typed(reading.key):
        from gui.panels.activation_curves.working_typed import text_at

        return f"{text_at(reading.key, round(x, 3))} = {h}"
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
    """h'(a) with its operands, in the same way."""
    x = reading.sum
    h, d = number_text(reading.value), f"<b>{number_text(reading.inner)}</b>"
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


def chain_working(reading: Reading) -> str:
    """w·h'(a), how steep the drawn curve is: "2 · 0.178 = 0.356"."""
    weight = short_number(reading.neuron.weight)
    inner = number_text(reading.inner)
    return f"{weight} · {f'({inner})' if reading.inner < 0 else inner} = <b>{number_text(reading.slope)}</b>"


def sum_working(reading: Reading) -> str:
    """w·x + b with its numbers: "2 · 1.20 − 3 = −0.600"."""
    weight, bias = reading.neuron.weight, reading.neuron.bias
    sign = MINUS if bias < 0 else "+"
    x = place_text(reading.x)
    return (
        f"{short_number(weight)} · {f'({x})' if reading.x < 0 else x} {sign} {short_number(abs(bias))}"
        f" = {number_text(reading.sum)}"
    )


def explained(reading: Reading) -> tuple[str, str]:
    """For the hover: value and slope with their operands and with every digit."""
    a = exact_text(reading.sum)
    value = f"h({a}) = {value_working(reading)}<br>= {exact_text(reading.value)}"
    slope = f"h′({a}) = {slope_working(reading)}<br>= {exact_text(reading.inner)}"
    if reading.neuron.changes_nothing:
        return value, slope
    before = f"a = w·x + b = {sum_working(reading)}<br>"
    return (
        before + value,
        f"{before}{slope}<br>w · h′(a) = {chain_working(reading)}<br>= {exact_text(reading.slope)}",
    )


def _side(x: float) -> str:
    """On which side of 0 x lies."""
    return f"{short_number(x)} {'&gt;' if x > 0 else '≤'} 0"


def _exp(x: float) -> str:
    return f"e<sup>{short_number(x + 0.0)}</sup>"


def _exp_value(x: float) -> str:
    return number_text(math.exp(x)) if x < 700 else "inf"


def _factor(x: float) -> str:
    """x behind a sign of multiplication: in brackets where it is negative."""
    return f"({short_number(x)})" if x < 0 else short_number(x)


def _normal_share(x: float) -> float:
    """Φ(x), the share of standard normal numbers below x."""
    return math.erfc(-x / math.sqrt(2)) / 2
