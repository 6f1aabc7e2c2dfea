"""What can be kept of stacked layers and gradients: numbers, a picture, and NumPy that makes them."""

import csv
import io
from itertools import zip_longest

from PySide6.QtCore import QCoreApplication, QRectF, QSizeF
from PySide6.QtGui import QColor, QPainter

from core.activation_python import definitions, python_names
from gui.panels.activation_curves import depth_words, layers_words
from gui.panels.activation_curves.depth_model import EXAMPLES, UNITS, Flows, flow, on_the_way_back
from gui.panels.activation_curves.depth_plot import DepthPainter
from gui.panels.activation_curves.layers_looks import LEFT, three_digits
from gui.panels.activation_curves.layers_model import REACH, SCALES, Layers, bent
from gui.panels.activation_curves.layers_plot import StackPainter
from gui.panels.activation_curves.texts import name
from gui.theme import BODY, PADDING, Theme, font

translate = QCoreApplication.translate

PICTURE = QSizeF(1200, 460)
_TITLE, _WORDS = 28.0, 26.0  # px


def csv_text(state: Layers) -> str:
    """The stack, a line for each x; beside it the gradients, a line for each layer that they went back
    through, and nothing where there are no more layers."""
    shown = bent(state)
    columns: dict[str, list[float]] = {"x": shown.x.tolist()}
    columns |= {f"z{k}": z for k, z in enumerate(shown.stack.signals.tolist(), start=1)}
    columns["line"] = shown.lines[-1].tolist()
    if found := _flows(state):
        columns["layers_back"] = list(range(state.depth + 1))
        columns |= {key: on_the_way_back(each).tolist() for key, each in found.items()}
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(zip_longest(*columns.values(), fillvalue=""))
    return out.getvalue()


def _flows(state: Layers) -> Flows:
    return {key: flow(key, state.depth, state.scale, state.seed) for key in state.shown}


# NumPy


def numpy_text(state: Layers) -> str:
    """Both halves as Python that runs as it is pasted."""
    keys = tuple(dict.fromkeys((state.function, *state.shown)))
    names = python_names(keys)
    parts = [definitions(keys, slopes=True).rstrip("\n"), _stack_text(state, names[state.function])]
    if state.shown:
        parts.append(_depth_text(state, [names[key] for key in state.shown]))
    return "\n\n\n".join(parts) + "\n"


def _stack_text(state: Layers, h: str) -> str:
    shown = bent(state)
    slope, intercept = shown.straight or (1.0, 0.0)
    what = "the same line" if shown.straight else "the line that they would be without h"
    line = (
        "w * line + b" if (slope, intercept) == (1.0, 0.0) else f"{slope!r} * (w * line + b) + {intercept!r}"
    )
    return f"""\
# {state.count} layers, and {what}
weights = {list(state.own_weights)}
biases = {list(state.own_biases)}

x = np.linspace({-REACH}, {REACH}, {shown.x.size})
z, line = x, x
for w, b in zip(weights, biases):
    z = {h}(w * z + b)
    line = {line}

print("greatest gap:", np.max(np.abs(z - line)))"""


def _depth_text(state: Layers, names: list[str]) -> str:
    deviation = {"xavier": "np.sqrt(1 / n)", "he": "np.sqrt(2 / n)"}.get(
        state.scale, str(SCALES[state.scale])
    )
    pairs = ", ".join(f"({name}, {name}_slope)" for name in names)
    return f"""\
# What is left of a gradient that goes back through {state.depth} layers
n, depth = {UNITS}, {state.depth}  # units of every layer, layers


def size(g):  # the root of the mean of g**2, also where that would be too large or too small
    largest = np.max(np.abs(g))
    if not 0 < largest < np.inf:
        return largest
    return largest * np.sqrt(np.mean((g / largest)**2))


def gradient_sizes(h, slope):
    rng = np.random.default_rng({state.seed})
    z = rng.standard_normal(({EXAMPLES}, n))
    weights = rng.standard_normal((depth, n, n)) * {deviation}
    slopes = []
    for W in weights:
        a = np.dot(z, W)
        z = h(a)
        slopes.append(slope(a))
    g = np.ones_like(z)
    sizes = [1.0]
    for W, s in zip(weights[::-1], slopes[::-1]):
        g = np.dot(g * s, W.T)
        sizes.append(size(g))
    return sizes


gradients = [gradient_sizes(h, slope) for h, slope in [{pairs}]]
for sizes in gradients:
    print("before the first layer:", sizes[-1])"""


# The picture


def paint(painter: QPainter, state: Layers, theme: Theme) -> None:
    """Both plots side by side, with what is said of them in a line each."""
    painter.fillRect(QRectF(0, 0, PICTURE.width(), PICTURE.height()), QColor(theme.card))
    half = (PICTURE.width() - 3 * PADDING) / 2
    left, right = PADDING, 2 * PADDING + half
    plot = QRectF(0, PADDING + _TITLE, half, PICTURE.height() - 2 * PADDING - _TITLE - _WORDS)
    found = _flows(state)
    StackPainter(theme).paint(painter, plot.translated(left, 0), state)
    DepthPainter(theme).paint(painter, plot.translated(right, 0), found, state.depth, 0)
    scale = depth_words.scale_name(state.scale)
    sizes = (f"{name(key)} {three_digits(each.gradient_sizes[0])}" for key, each in found.items())
    through = translate("activation_curves", "Gradients through depth")
    painter.setPen(QColor(theme.ink))
    for x, title, words in (
        (
            left,
            translate("activation_curves", "Stacked layers"),
            f"{layers_words.equation(state)}    {layers_words.gap(bent(state))}",
        ),
        (right, f"{through} · {scale}", ", ".join(sizes)),
    ):
        painter.setFont(font(BODY, bold=True))
        painter.drawText(QRectF(x, PADDING, half, 20), LEFT, title)
        painter.setFont(font(BODY))
        painter.drawText(QRectF(x, PICTURE.height() - PADDING - 20, half, 20), LEFT, words)
