"""What is said of the stack: the line with its numbers put in, the probe's way, and a sentence on both."""

import numpy as np
from PySide6.QtCore import QCoreApplication

from gui.panels.activation_curves.layers_looks import (
    factor_text,
    subscript,
    superscript,
    three_digits,
)
from gui.panels.activation_curves.layers_model import REACH, Bent, Layers, Way, bent, effective, straight, way
from gui.panels.activation_curves.layers_plot import line_text
from gui.panels.activation_curves.texts import name
from gui.widgets.text import exact_text, plain_html

translate = QCoreApplication.translate

_WRITTEN_OUT = 5  # factors of a product; of more, the names


def equation(state: Layers) -> str:
    """y = 0.5³·x = 0.125·x, as plain text."""
    shown = bent(state)
    slope, intercept = shown.line
    product = _product(effective(shown.straight, state.own_weights, state.own_biases)[0])
    result = line_text(slope, intercept)
    put_in = f"y = {product}·x" + result.removeprefix(f"y = {three_digits(slope)}·x")
    return f"{put_in} = {result.removeprefix('y = ')}" if put_in != result else result


def _product(weights: tuple[float, ...]) -> str:
    if len(weights) > 1 and len(set(weights)) == 1:
        return f"{factor_text(weights[0])}{superscript(len(weights))}"
    if len(weights) <= _WRITTEN_OUT:
        return "·".join([three_digits(weights[0]), *(factor_text(w) for w in weights[1:])])
    return f"w₁·w₂·…·w{subscript(len(weights))}"


def equation_whole(state: Layers) -> str:
    """Every digit of the line, and how its two numbers come about, as rich text for the hover."""
    shown = bent(state)
    w, b = effective(shown.straight, state.own_weights, state.own_biases)
    slope = "·".join(_exact_factor(each) for each in reversed(w))
    inner = exact_text(b[0])
    for weight, bias in zip(w[1:], b[1:], strict=True):
        inner = f"{_exact_factor(weight)}·({inner}) + {_exact_factor(bias)}"
    lines = [
        translate("activation_curves", "Slope: {sum}").format(sum=f"{slope} = {exact_text(shown.line[0])}"),
        translate("activation_curves", "At x = 0: {sum}").format(
            sum=f"{inner} = {exact_text(shown.line[1])}"
        ),
    ]
    if shown.straight is not None and shown.straight != (1.0, 0.0):
        s, i = shown.straight
        lines.insert(
            0,
            translate("activation_curves", "h(a) = {slope}·a + {intercept} goes into every w and b.").format(
                slope=exact_text(s), intercept=exact_text(i)
            ),
        )
    return "<br>".join(plain_html(line) for line in lines)


def _exact_factor(number: float) -> str:
    return f"({exact_text(number)})" if number < 0 else exact_text(number)


def gap(shown: Bent) -> str:
    """The greatest gap, with its place."""
    if shown.lies_on_line:
        return translate("activation_curves", "Greatest gap: 0")
    if np.isnan(shown.gap):
        return translate("activation_curves", "Greatest gap: none to be seen")
    return translate("activation_curves", "Greatest gap: {gap} at x = {x}").format(
        gap=three_digits(shown.gap), x=three_digits(shown.gap_x)
    )


def gap_whole(shown: Bent) -> str:
    """For the hover: every digit, and that floats round."""
    if shown.lies_on_line and shown.gap > 0:
        return translate(
            "activation_curves", "{gap}: no more than what rounding to 16 digits makes of it."
        ).format(gap=exact_text(shown.gap))
    return exact_text(shown.gap)


# The probe's way


def steps(state: Layers) -> str:
    """What the chosen layer does with the probe, or what all of them make of it, as plain text."""
    found = way(state)
    if state.chosen:
        return _step(state, found, state.chosen)
    passed = [f"x = {three_digits(found.x)}"]
    for layer, (a, z) in enumerate(zip(found.sums, found.signals, strict=True), start=1):
        index = subscript(layer)
        passed.append(f"a{index} = {three_digits(a)}")
        if straight(state.function) != (1.0, 0.0):
            passed.append(f"z{index} = {three_digits(z)}")
    return " → ".join(passed)


def _step(state: Layers, found: Way, layer: int) -> str:
    """a₂ = w₂·z₁ + b₂ = 0.5·0.6 + 0 = 0.3, z₂ = h(a₂) = 0.3"""
    k, index = layer - 1, subscript(layer)
    before = found.signals[k - 1] if k else found.x
    what = f"z{subscript(k)}" if k else "x"
    w, b = state.weights[k], state.biases[k]
    put_in = f"{three_digits(w)}·{factor_text(before)} + {factor_text(b)}"
    return (
        f"a{index} = w{index}·{what} + b{index} = {put_in} = {three_digits(found.sums[k])},"
        f"  z{index} = h(a{index}) = {three_digits(found.signals[k])}"
    )


def steps_whole(state: Layers) -> str:
    """Every step of it for the hover, as rich text."""
    found = way(state)
    lines = [_step(state, found, layer) for layer in range(1, state.count + 1)]
    return "<br>".join(f"<nobr>{plain_html(line)}</nobr>" for line in lines)


# A sentence that answers


def sentence(state: Layers, tried: int) -> str:
    """What the learner has just found out. `tried`: how many settings of straight layers so far."""
    shown = bent(state)
    output = shown.stack.output
    if shown.straight is not None:
        return _of_straight(state, shown, tried)
    if not np.isfinite(output).any():
        return translate("activation_curves", "Nothing that is a number comes out: try smaller weights.")
    if shown.lies_on_line:
        return translate(
            "activation_curves",
            "Caught: they lie on each other. From x = {low} to {high} every sum falls where {name} is "
            "straight itself. Move b until one meets its bend.",
        ).format(low=three_digits(-REACH), high=three_digits(REACH), name=name(state.function))
    seen = output[np.isfinite(output)]
    if float(seen.max()) - float(seen.min()) <= shown.rounding:
        return translate(
            "activation_curves",
            "They part, but nothing of x is left: {y} comes out whatever goes in. Try other signs.",
        ).format(y=three_digits(float(seen[0])))
    return _of_bent(state, shown)


def _of_straight(state: Layers, shown: Bent, tried: int) -> str:
    one = line_text(*shown.line)
    if not np.isfinite(shown.line).all():
        return translate(
            "activation_curves", "The line is steeper than the largest float: try smaller weights."
        )
    if not shown.lies_on_line:
        return translate("activation_curves", "The numbers became too large to be told from rounding.")
    if state.count == 1:
        return translate(
            "activation_curves", "One layer of a straight h is the line {line}. Put more layers on it."
        ).format(line=one)
    if tried > 1:
        return translate(
            "activation_curves",
            "{count} layers, and still one line: {line}. You have tried {tried} settings, and none made "
            "the two part. Depth is worth nothing without a bend: choose another h.",
        ).format(count=state.count, line=one, tried=tried)
    return translate(
        "activation_curves",
        "{count} layers do no more than one: {line}. Can you make the two part, with any w and b?",
    ).format(count=state.count, line=one)


def _of_bent(state: Layers, shown: Bent) -> str:
    slopes = shown.stack.products[-1]
    slopes = slopes[np.isfinite(slopes)]
    low, high = (float(slopes.min()), float(slopes.max())) if slopes.size else (0.0, 0.0)
    if low == high:  # steps: flat between jumps
        return translate(
            "activation_curves",
            "They part by {gap}. {name} jumps, and no line does that.",
        ).format(gap=three_digits(shown.gap), name=name(state.function))
    return translate(
        "activation_curves",
        "They part by {gap}. The slope of the curve goes from {low} to {high}, while a line has one "
        "slope: no single layer without h can do this.",
    ).format(gap=three_digits(shown.gap), low=three_digits(low), high=three_digits(high))


def formula(state: Layers) -> str:
    """The whole stack in LaTeX: y = h(w_3\\,h(w_2\\,h(w_1 x + b_1) + b_2) + b_3)."""
    inside, count = "x", state.count
    for layer in range(1, count + 1):
        if 1 < layer < count - 1 and count > _WRITTEN_OUT - 1:
            inside = rf"\cdots\,{inside}\,\cdots" if layer == 2 else inside
            continue
        times = "" if inside == "x" else r"\,"
        inside = f"h(w_{{{layer}}}{times}{inside} + b_{{{layer}}})"
    return f"y = {inside}"
