"""What the learner chose on the page of the curves: which are shown, the probe, the neuron, the signals."""

import math
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any, TypeGuard

from core.activations import ACTIVATIONS
from core.errors import CoreError
from core.functions import activation_of
from core.neuron import Neuron
from gui.panels.activation_curves.readings import PLAIN, is_typed

KEYS = tuple(ACTIVATIONS)  # in this order they stand in the list; the learner's own come behind
LIMIT = 100.0  # the probe goes from -LIMIT to LIMIT
DECIMALS = 3  # of the probe

STEEPEST = 100.0  # the weight goes from -STEEPEST to STEEPEST
FURTHEST = 1000.0  # and the bias from -FURTHEST to FURTHEST
MOST_LAYERS = 99  # a network that was looked at had no more


@dataclass(frozen=True)
class Curves:
    """What the learner chose. `focus` is the shown function that is explained, "" where none is shown.

    neuron: all curves are drawn as h(w·x + b). shaded: whether the flat parts of the focused one are.
    layer: the number of the layer whose sums are drawn behind the curves, from 1; 0 for none.
    """

    shown: tuple[str, ...] = ("step", "sigmoid")
    focus: str = "sigmoid"
    derivatives: bool = True
    probe: float = 1.2
    neuron: Neuron = PLAIN
    shaded: bool = False
    layer: int = 1


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


def with_neuron(state: Curves, neuron: Neuron) -> Curves:
    """This neuron, with w and b inside their limits and without needless digits."""
    weight, bias = (
        round(min(max(number, -limit), limit), DECIMALS) + 0.0
        for number, limit in ((neuron.weight, STEEPEST), (neuron.bias, FURTHEST))
    )
    return replace(state, neuron=Neuron(weight, bias))


def present(state: Curves, functions: Iterable[str]) -> Curves:
    """The state without typed functions that were removed: should they come back, so do their curves."""
    there = set(functions)
    shown = tuple(key for key in state.shown if key in there or not is_typed(key))
    if shown == state.shown:
        return state
    return replace(state, shown=shown, focus=state.focus if state.focus in shown else (shown or ("",))[-1])


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
        "neuron": [state.neuron.weight, state.neuron.bias],
        "shaded": state.shaded,
        "layer": state.layer,
    }


def curves_from(work: dict[str, Any]) -> Curves:
    """What `work_of` gave. Whatever is missing or makes no sense is as it is at first."""
    start = Curves()
    kept = work.get("shown")
    shown = in_order(filter(is_function, kept)) if isinstance(kept, list) else start.shown
    focus = work.get("focus")
    if focus not in shown:
        focus = shown[-1] if shown else ""
    switches = {
        name: kept if isinstance(kept := work.get(name), bool) else getattr(start, name)
        for name in ("derivatives", "shaded")
    }
    layer, probe, neuron = work.get("layer"), work.get("probe"), work.get("neuron")
    state = Curves(shown, focus, switches["derivatives"], shaded=switches["shaded"])
    if is_number(layer) and layer in range(MOST_LAYERS + 1):
        state = replace(state, layer=int(layer))
    if isinstance(neuron, list) and len(neuron) == 2 and all(is_number(n) for n in neuron):
        state = with_neuron(state, Neuron(*map(float, neuron)))
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
