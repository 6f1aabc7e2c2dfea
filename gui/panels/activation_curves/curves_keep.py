"""The curves as numbers and as NumPy."""

import csv
import io

import numpy as np

from core.activation_python import definitions, python_names
from core.shapes import Array
from gui.panels.activation_curves.model import Curves
from gui.panels.activation_curves.readings import slope, value
from gui.panels.activation_curves.view import View

POINTS = 601  # rows of the table, from one side of the plot to the other


def csv_of(state: Curves, view: View) -> str:
    """x and every shown curve, and its slope where slopes are shown, with every digit."""
    x = np.linspace(view.x0, view.x1, POINTS)
    columns: dict[str, Array] = {"x": x}
    for key, name in python_names(state.shown).items():
        columns[name] = value(key, x, state.neuron)
        if state.derivatives:
            columns[f"{name}_slope"] = slope(key, x, state.neuron)
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(zip(*(column.tolist() for column in columns.values()), strict=True))
    return text.getvalue()


def numpy_of(state: Curves, view: View) -> str:
    """The shown curves as Python with NumPy, and what they give at the probe."""
    names = python_names(state.shown)
    neuron = state.neuron
    lines = [
        f"w, b = {neuron.weight!r}, {neuron.bias!r}",
        f"x = np.linspace({view.x0!r}, {view.x1!r}, {POINTS})",
        "a = w * x + b",
    ]
    for key, name in names.items():
        lines += ["", f"y_{name} = {_call(key, name, 'a')}"]
        if state.derivatives:
            inner = f"y_{name} * (1 - y_{name})" if key == "softmax" else f"{name}_slope(a)"
            lines.append(f"slope_{name} = w * {inner}")
    lines += ["", f"a = w * np.array([{state.probe!r}]) + b  # at x = {state.probe!r}"]
    lines += [f'print("{name}", {_call(key, name, "a")})' for key, name in names.items()]
    return definitions(state.shown, slopes=state.derivatives) + "\n\n" + "\n".join(lines) + "\n"


def _call(key: str, name: str, a: str) -> str:
    """Softmax takes a row of scores: what is shown is the first of two, a and 0."""
    if key == "softmax":
        return f"softmax(np.stack([{a}, np.zeros_like({a})], axis=-1))[..., 0]"
    return f"{name}({a})"
