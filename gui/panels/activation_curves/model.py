"""Which curves are shown and where the probe stands, and what the functions say there.

Softmax works on a whole row of scores, so it has no curve of its own. What is shown is the first of
two: softmax(x, 0), which turns out to be sigmoid.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any, TypeGuard

import numpy as np

from core.activations import ACTIVATIONS
from core.errors import CoreError
from core.expression import activation_of
from core.shapes import Array

KEYS = tuple(ACTIVATIONS)  # in this order they stand in the list; the learner's own come behind
LIMIT = 100.0  # the probe goes from -LIMIT to LIMIT
DECIMALS = 3  # of the probe

_JUMPING_VALUE = ("step",)
_JUMPING_SLOPE = ("relu", "leaky_relu")  # step's slope is 0 on both sides
_JUST_ABOVE_0 = 1e-12


@dataclass(frozen=True)
class Curves:
    """What the learner chose. `focus` is the shown function that is explained, "" where none is shown."""

    shown: tuple[str, ...] = ("step", "sigmoid")
    focus: str = "sigmoid"
    derivatives: bool = True
    probe: float = 1.2


@dataclass(frozen=True)
class Reading:
    """What one function says at the probe. `has_slope` is False in the corner of a function that has one."""

    key: str
    x: float
    value: float
    slope: float
    has_slope: bool


# The functions


def value(key: str, x: Array) -> Array:
    """h(x) of a function, of any shape; for softmax the first of softmax(x, 0)."""
    activation = activation_of(key)
    return activation.function(x) if activation.elementwise else activation.function(_two_scores(x))[..., 0]


def slope(key: str, x: Array) -> Array:
    """h'(x) of a function, of any shape; for softmax how the first of softmax(x, 0) answers to x."""
    activation = activation_of(key)
    if activation.elementwise:
        return activation.derivative(x)
    return activation.derivative(_two_scores(x))[..., 0, 0]


def _two_scores(x: Array) -> Array:
    """(…, 2) the scores x and 0."""
    return np.stack([x, np.zeros_like(x)], axis=-1)


def read(key: str, x: float) -> Reading:
    at = np.array([x])
    return Reading(key, x, float(value(key, at)[0]), float(slope(key, at)[0]), has_slope(key, x))


def has_slope(key: str, x: float) -> bool:
    """Is there a slope at x? Not where the function jumps or turns a corner."""
    return x != 0 or key not in _JUMPING_VALUE + _JUMPING_SLOPE


def jumps(key: str, *, derivative: bool) -> bool:
    """Does the curve of h, or of h', jump at 0?"""
    return key in (_JUMPING_SLOPE if derivative else _JUMPING_VALUE)


def sample(key: str, low: float, high: float, points: int, *, derivative: bool) -> tuple[Array, Array]:
    """x and y of the curve of h, or of h', from low to high, for drawing.

    0, where corners are, is always among the points. Where the curve jumps, nan parts its two ends,
    so that no line joins them.
    """
    x = np.linspace(low, high, points)  # (P,)
    if low < 0 < high:
        x = np.concatenate([x[x < 0], [0.0, _JUST_ABOVE_0], x[x > 0]])
    y = (slope if derivative else value)(key, x)
    if low < 0 < high and jumps(key, derivative=derivative):
        break_at = int(np.searchsorted(x, _JUST_ABOVE_0))
        x, y = np.insert(x, break_at, np.nan), np.insert(y, break_at, np.nan)
    return x, y


# What is worth saying about a place


def remark(reading: Reading) -> str:
    """A word for what matters at this place of this function; `texts` has the sentence for it."""
    key, x = reading.key, reading.x
    if key == "step":
        return "step-corner" if x == 0 else "step"
    if key in ("relu", "leaky_relu"):
        if x == 0:
            return "corner"
        return "passes-whole" if x > 0 else ("dead" if key == "relu" else "leaks")
    if key == "gelu":
        return _remark_on_gelu(reading)
    if key in ("identity", "softplus", "softmax"):
        return key
    if reading.slope < 0.02:
        return "saturated"
    return f"{key}-steep" if abs(x) <= 1 else "between"


def _remark_on_gelu(reading: Reading) -> str:
    if reading.x < -3:
        return "gelu-silent"
    if reading.slope < 0:
        return "gelu-falls"
    return "gelu-passes" if reading.x > 2 else "gelu-bends"


# Edits


def with_curve(state: Curves, key: str, on: bool) -> Curves:
    """Show or hide a function. What was just shown is explained; if that is hidden, the last one left."""
    shown = in_order((*state.shown, key) if on else (k for k in state.shown if k != key))
    if on:
        return replace(state, shown=shown, focus=key)
    left = state.focus if state.focus in shown else (shown[-1] if shown else "")
    return replace(state, shown=shown, focus=left)


def in_order(keys: Iterable[str]) -> tuple[str, ...]:
    """Each of them once: those of the registry as they stand there, then typed ones as they came."""
    keys = dict.fromkeys(keys)
    return (*(key for key in KEYS if key in keys), *(key for key in keys if key not in KEYS))


def with_focus(state: Curves, key: str) -> Curves:
    return replace(state, focus=key) if key in state.shown else state


def with_next_focus(state: Curves, steps: int) -> Curves:
    """Explain the function so many places further down the list of those shown, round and round."""
    if not state.shown:
        return state
    place = (state.shown.index(state.focus) + steps) % len(state.shown)
    return replace(state, focus=state.shown[place])


def with_probe(state: Curves, x: float) -> Curves:
    return replace(state, probe=round(min(max(float(x), -LIMIT), LIMIT), DECIMALS) + 0.0)  # + 0.0: never -0.0


def snapped(x: float, per_pixel: float) -> float:
    """The place that a mouse means: 0 within two pixels of it, else a number without needless digits."""
    if abs(x) <= 2 * per_pixel:
        return 0.0
    digits = min(max(-math.floor(math.log10(per_pixel)), 0), DECIMALS)
    return round(x, digits)


# Keeping


def work_of(state: Curves) -> dict[str, Any]:
    return {
        "shown": list(state.shown),
        "focus": state.focus,
        "derivatives": state.derivatives,
        "probe": state.probe,
    }


def curves_from(work: dict[str, Any]) -> Curves:
    """What `work_of` gave. Whatever is missing or makes no sense is as it is at first."""
    start = Curves()
    kept = work.get("shown")
    shown = in_order(filter(is_function, kept)) if isinstance(kept, list) else start.shown
    focus = work.get("focus")
    if focus not in shown:
        focus = shown[-1] if shown else ""
    derivatives = work.get("derivatives")
    state = Curves(shown, focus, derivatives if isinstance(derivatives, bool) else start.derivatives)
    probe = work.get("probe")
    return with_probe(state, probe) if is_number(probe) else state


def is_function(key: object) -> TypeGuard[str]:
    """Is it the key of an activation, one of the registry or a typed one?"""
    try:
        return isinstance(key, str) and activation_of(key) is not None
    except CoreError:
        return False


def is_number(what: object) -> TypeGuard[float]:
    """Is it a finite number? JSON knows nan and infinity, too, and true is no number."""
    if isinstance(what, bool) or not isinstance(what, (int, float)):
        return False
    try:
        return math.isfinite(what)
    except OverflowError:  # an int too large for a float
        return False
