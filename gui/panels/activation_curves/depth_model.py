"""Gradients through depth: worked out for each function, and what is to be said of them."""

import math
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from core.depth import GradientFlow, gradient_flow
from core.functions import activation_of
from core.shapes import Array
from gui.panels.activation_curves.layers_model import SCALES

UNITS, EXAMPLES = 100, 50  # of every layer, and of the batch that goes through
ONE_MILLIONTH = 1e-6
_HUNDREDTH = 1e-2
_NEAR_THE_END = 1e100  # from sizes below that, one layer does not lead beyond the floats

Flows = dict[str, GradientFlow]


def flows(keys: tuple[str, ...], layers: int, scale: str, seed: int) -> Flows:
    """For each function the same weights and the same examples. Runs in a worker."""
    return {key: flow(key, layers, scale, seed) for key in keys}


@lru_cache(maxsize=512)
def flow(key: str, layers: int, scale: str, seed: int) -> GradientFlow:
    rng = np.random.default_rng(seed)
    x = rng.standard_normal((EXAMPLES, UNITS))
    return gradient_flow(activation_of(key), layers, SCALES[scale], x, rng)


def on_the_way_back(flow: GradientFlow) -> Array:
    """(L + 1,) the size of the gradient that has gone back through 0, 1, … L layers."""
    return flow.gradient_sizes[::-1]


@dataclass(frozen=True)
class Verdict:
    """What depth does with one function.

    left: of the gradient, before the first layer. factor: for each layer, on average. below: through how
    many layers it has gone when it is under one millionth, None if it never is; beyond: when it is beyond
    the floats. dead, saturated: shares of all units and of all sums. word: what to call it, see `word_for`.
    """

    left: float
    factor: float
    below: int | None
    beyond: int | None
    dead: float
    saturated: float
    word: str


def verdict(flow: GradientFlow) -> Verdict:
    back = on_the_way_back(flow)
    left = float(back[-1])
    return Verdict(
        left,
        flow.factor_per_layer,
        _first(back < ONE_MILLIONTH),
        _first(~np.isfinite(back)),
        float(flow.dead.mean()),
        float(flow.saturated.mean()),
        "nowhere" if lost_its_numbers(flow) else word_for(left),
    )


def lost_its_numbers(flow: GradientFlow) -> bool:
    """Did NaN come of sums where the function has no value or no slope, and not of the end of the floats?"""
    if not math.isnan(flow.gradient_sizes[0]):
        return False
    every = np.concatenate([flow.signal_sizes, flow.slope_sizes, flow.gradient_sizes])
    return bool(every[~np.isnan(every)].max(initial=0.0) < _NEAR_THE_END)


def _first(yes: Array) -> int | None:
    places = np.flatnonzero(yes)
    return int(places[0]) if places.size else None


def word_for(left: float) -> str:
    """nothing, vanishes, fades, lives, grows or explodes; beside these there is nowhere."""
    if math.isnan(left) or left > 1 / ONE_MILLIONTH:
        return "explodes"  # NaN is what comes of infinity times 0
    if left == 0:
        return "nothing"
    if left < ONE_MILLIONTH:
        return "vanishes"
    if left < _HUNDREDTH:
        return "fades"
    return "grows" if left > 1 / _HUNDREDTH else "lives"


@dataclass(frozen=True)
class Passage:
    """What happens to the gradient at one layer, counted from the input; forward, too.

    gradient: its size before the layer. factor: what the layer multiplied it by; NaN where it was 0 already.
    slope: the size of h'. spread: of the weights, σ·√n; slope times spread is about the factor. signal:
    the size of what comes out of the layer. dead, saturated: shares of its units and sums.
    """

    layer: int
    gradient: float
    factor: float
    slope: float
    spread: float
    signal: float
    dead: float
    saturated: float


def passage(flow: GradientFlow, back: int) -> Passage:
    """At the layer that the gradient has just passed when it has gone back through so many: 1 to L."""
    layer = flow.layers - back + 1
    sizes = flow.gradient_sizes
    with np.errstate(all="ignore"):
        factor = float(sizes[layer - 1] / sizes[layer])
    return Passage(
        layer,
        float(sizes[layer - 1]),
        factor,
        float(flow.slope_sizes[layer - 1]),
        flow.deviation * math.sqrt(UNITS),
        float(flow.signal_sizes[layer]),
        float(flow.dead[layer - 1]),
        float(flow.saturated[layer - 1]),
    )


def decades(all_flows: Flows) -> tuple[float, float]:
    """The powers of ten between which all finite gradients but 0 lie; at least from -1 to 0."""
    low, high = -1.0, 0.0
    for each in all_flows.values():
        sizes = each.gradient_sizes
        powers = np.log10(sizes[(sizes > 0) & np.isfinite(sizes)])
        low, high = min(low, float(powers.min(initial=0))), max(high, float(powers.max(initial=0)))
    return low, high
