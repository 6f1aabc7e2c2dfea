"""Stacked layers and gradients through depth: what the learner set, and what comes out of the stack."""

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

import numpy as np

from core.activations import ACTIVATIONS
from core.depth import DEEPEST, MOST_STACKED, Scale, Stack, same_line, stack, straight_line
from core.errors import CoreError, ValueRangeError
from core.functions import activation_of
from core.shapes import Array
from gui.panels.activation_curves.model import is_function, is_number

ELEMENTWISE = tuple(key for key, activation in ACTIVATIONS.items() if activation.elementwise)
LIMIT = 100.0  # w and b are typed from -LIMIT to LIMIT
DECIMALS = 3  # of w, b and the probe
REACH = 4.0  # the stack is looked at from x = -REACH to REACH
MOST_SHOWN = 10  # functions whose gradients are shown at once
SCALES: dict[str, Scale] = {
    "xavier": "xavier",
    "he": "he",
    "0.01": 0.01,
    "1": 1.0,
}  # of core.depth
HALVES = ("stack", "depth")

_POINTS = 801  # so that they are 0.01 apart
_ROUNDING = 1e-11  # of the largest number on the way: what is off by less is so by rounding


@dataclass(frozen=True)
class Layers:
    """What the learner chose. `chosen` is the layer that w and b are for, 0 for all of them at once.

    All ten weights and biases are kept, also those of layers that are not there just now. `half` is the
    one of the two that is seen where there is no room for both.
    """

    function: str = "identity"
    count: int = 3
    weights: tuple[float, ...] = (0.5,) * MOST_STACKED
    biases: tuple[float, ...] = (0.0,) * MOST_STACKED
    chosen: int = 0
    probe: float = 2.0
    shown: tuple[str, ...] = ("sigmoid", "tanh", "relu")
    scale: str = "xavier"
    depth: int = DEEPEST
    seed: int = 1
    half: str = "stack"

    @property
    def own_weights(self) -> tuple[float, ...]:
        """Those of the layers that are there."""
        return self.weights[: self.count]

    @property
    def own_biases(self) -> tuple[float, ...]:
        return self.biases[: self.count]

    @property
    def weight(self) -> float:
        """The weight of the chosen layer, or the mean of all."""
        return self.weights[self.chosen - 1] if self.chosen else float(np.mean(self.own_weights))

    @property
    def bias(self) -> float:
        return self.biases[self.chosen - 1] if self.chosen else float(np.mean(self.own_biases))


@dataclass(frozen=True)
class Bent:
    """A stack beside the line that it is, or would be without its h.

    straight: (slope, intercept) of h itself, None where it bends. line: those of the whole.
    x: (P,). lines: (L, P) the line after each layer. gap: the greatest distance of the output to its
    line, at x[place]; NaN where nothing can be compared. rounding: what floats may be off by.
    """

    straight: tuple[float, float] | None
    line: tuple[float, float]
    stack: Stack
    lines: Array
    gap: float
    place: int
    rounding: float

    @property
    def x(self) -> Array:
        return self.stack.x

    @property
    def gap_x(self) -> float:
        return float(self.x[self.place])

    @property
    def lies_on_line(self) -> bool:
        """Do the two plots lie on each other, but for rounding?"""
        return bool(self.gap <= self.rounding)


@lru_cache(maxsize=64)
def straight(key: str) -> tuple[float, float] | None:
    """(slope, intercept) of a function that is a straight line, else None."""
    return straight_line(activation_of(key))


def bent(state: Layers) -> Bent:
    return _bent(state.function, state.own_weights, state.own_biases)


@lru_cache(maxsize=8)
def _bent(key: str, weights: tuple[float, ...], biases: tuple[float, ...]) -> Bent:
    x = np.linspace(-REACH, REACH, _POINTS)
    own = straight(key)
    stacked = stack(activation_of(key), weights, biases, x)
    w, b = effective(own, weights, biases)
    lines, line, largest = np.empty_like(stacked.signals), (1.0, 0.0), REACH
    with np.errstate(all="ignore"):
        for k in range(len(weights)):
            line = _line(w[: k + 1], b[: k + 1])
            lines[k] = line[0] * x + line[1]
            largest = abs(w[k]) * largest + abs(b[k])
        gaps = np.abs(stacked.output - lines[-1])
    known = ~np.isnan(gaps)
    place = int(np.where(known, gaps, -1.0).argmax())
    gap = float(gaps[place]) if known.any() else float("nan")
    return Bent(own, line, stacked, lines, gap, place, _ROUNDING * largest)


def effective(
    own: tuple[float, float] | None, weights: tuple[float, ...], biases: tuple[float, ...]
) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """Weights and biases with which layers without h do what these do with the line h(a) = s·a + i.

    s·(w·x + b) + i = (s·w)·x + (s·b + i). Where h bends, they are as they are.
    """
    slope, intercept = own if own is not None else (1.0, 0.0)
    return tuple(slope * w for w in weights), tuple(slope * b + intercept for b in biases)


def _line(weights: tuple[float, ...], biases: tuple[float, ...]) -> tuple[float, float]:
    try:
        return same_line(weights, biases)
    except ValueRangeError:  # a typed line so steep that s·w is beyond the floats
        return float("nan"), float("nan")


@dataclass(frozen=True)
class Way:
    """What becomes of one x: the sums a and the signals z of all layers, and the line's value."""

    x: float
    sums: tuple[float, ...]
    signals: tuple[float, ...]
    line: float


def way(state: Layers) -> Way:
    """Where the probe goes."""
    return _way(state.function, state.own_weights, state.own_biases, state.probe)


@lru_cache(maxsize=8)
def _way(key: str, weights: tuple[float, ...], biases: tuple[float, ...], x: float) -> Way:
    found = stack(activation_of(key), weights, biases, np.array([x]))
    slope, intercept = _bent(key, weights, biases).line
    with np.errstate(all="ignore"):
        on_line = float(np.float64(slope) * x + intercept)
    return Way(
        x,
        tuple(float(a) for a in found.sums[:, 0]),
        tuple(float(z) for z in found.signals[:, 0]),
        on_line,
    )


# Edits


def with_count(state: Layers, count: int) -> Layers:
    count = min(max(int(count), 1), MOST_STACKED)
    return replace(state, count=count, chosen=state.chosen if state.chosen <= count else 0)


def with_weight(state: Layers, weight: float) -> Layers:
    """For the chosen layer, or for all ten."""
    return replace(state, weights=_with(state.weights, state.chosen, weight))


def with_bias(state: Layers, bias: float) -> Layers:
    return replace(state, biases=_with(state.biases, state.chosen, bias))


def with_random(state: Layers, rng: np.random.Generator) -> Layers:
    """Other weights and biases for every layer, with one decimal."""
    weights, biases = np.round(rng.uniform(-2, 2, (2, MOST_STACKED)), 1) + 0.0
    return replace(state, weights=tuple(weights.tolist()), biases=tuple(biases.tolist()))


def with_probe(state: Layers, x: float) -> Layers:
    return replace(state, probe=_tidy(x, REACH))


def with_shown(state: Layers, key: str, on: bool, order: tuple[str, ...]) -> Layers:
    """Show or hide a function's gradients; no more than ten at once."""
    keys = [*state.shown, key] if on else [k for k in state.shown if k != key]
    places = {k: place for place, k in enumerate(order)}
    shown = sorted(dict.fromkeys(keys), key=lambda k: places.get(k, len(order)))
    return replace(state, shown=tuple(shown)) if len(shown) <= MOST_SHOWN else state


def with_depth(state: Layers, depth: int) -> Layers:
    return replace(state, depth=min(max(int(depth), 1), DEEPEST))


def _with(numbers: tuple[float, ...], chosen: int, number: float) -> tuple[float, ...]:
    number = _tidy(number, LIMIT)
    if not chosen:
        return (number,) * len(numbers)
    return (*numbers[: chosen - 1], number, *numbers[chosen:])


def _tidy(number: float, limit: float) -> float:
    return round(min(max(float(number), -limit), limit), DECIMALS) + 0.0  # + 0.0: never -0.0


# Keeping


def work_of(state: Layers) -> dict[str, Any]:
    return {
        "function": state.function,
        "count": state.count,
        "weights": list(state.weights),
        "biases": list(state.biases),
        "chosen": state.chosen,
        "probe": state.probe,
        "shown": list(state.shown),
        "scale": state.scale,
        "depth": state.depth,
        "seed": state.seed,
        "half": state.half,
    }


def layers_from(work: dict[str, Any]) -> Layers:
    """What `work_of` gave. Whatever is missing or makes no sense is as it is at first."""
    start = Layers()
    state = replace(
        start,
        function=_one_of(work.get("function"), start.function),
        weights=_numbers(work.get("weights"), start.weights),
        biases=_numbers(work.get("biases"), start.biases),
        shown=_keys(work.get("shown"), start.shown),
        seed=_whole(work.get("seed"), 0, 2**31, start.seed),
        depth=_whole(work.get("depth"), 1, DEEPEST, start.depth),
        count=_whole(work.get("count"), 1, MOST_STACKED, start.count),
    )
    chosen = _whole(work.get("chosen"), 0, state.count, 0)
    probe, scale, half = work.get("probe"), work.get("scale"), work.get("half")
    return replace(
        with_probe(state, probe if is_number(probe) else start.probe),
        chosen=chosen,
        scale=scale if isinstance(scale, str) and scale in SCALES else start.scale,
        half=half if isinstance(half, str) and half in HALVES else start.half,
    )


def is_elementwise(key: object) -> bool:
    """Is it the key of a function that layers can be stacked with?"""
    try:
        return is_function(key) and activation_of(key).elementwise
    except CoreError:
        return False


def _one_of(key: object, otherwise: str) -> str:
    return key if isinstance(key, str) and is_elementwise(key) else otherwise


def _keys(kept: object, otherwise: tuple[str, ...]) -> tuple[str, ...]:
    if not isinstance(kept, list):
        return otherwise
    return tuple(dict.fromkeys(key for key in kept if is_elementwise(key)))[:MOST_SHOWN]


def _numbers(kept: object, otherwise: tuple[float, ...]) -> tuple[float, ...]:
    if not isinstance(kept, list) or len(kept) != MOST_STACKED or not all(is_number(n) for n in kept):
        return otherwise
    return tuple(_tidy(number, LIMIT) for number in kept)


def _whole(kept: object, low: int, high: int, otherwise: int) -> int:
    whole = isinstance(kept, int) and not isinstance(kept, bool)
    return kept if whole and low <= kept <= high else otherwise  # type: ignore[operator,return-value]
