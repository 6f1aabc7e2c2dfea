"""Where signals land on an activation: on the slope, where learning gets through, or on the flat parts.

What comes back through a neuron while it learns is multiplied by the slope h'(a) at its sum a. Far out
on sigmoid or tanh that is nearly 0: the neuron is saturated. Below 0 on ReLU it is exactly 0, and a
unit that is there for every example learns no more: it is dead.

Source: Deep Learning from Scratch, sections 5.5 and 6.2.
"""

from dataclasses import dataclass

import numpy as np

from core.activations import Activation
from core.errors import ValueRangeError
from core.shapes import Array, check_shape

SATURATED_BELOW = 0.01  # of the greatest slope
LOOKED_AT = 10.0  # the greatest slope is looked for from -10 to 10
MOST_BINS = 1000
LARGEST = 1e300  # numbers beyond it are in no bin, so that the span of the bins stays finite


@dataclass(frozen=True)
class Steepest:
    """The greatest |h'| of an activation, and where it is: in the middle, where that is so at several x."""

    slope: float
    x: float


def slopes(activation: Activation, a: Array) -> Array:
    """h'(a) in float64, without a warning: NaN where a is NaN, or where the function has no slope.

    A sum is NaN when it has grown beyond the floats. ReLU would call that 0, and the unit dead.

    Raises ValueRangeError for softmax, which has no slope at one number by itself.
    """
    check_elementwise(activation)
    a = np.asarray(a, dtype=np.float64)
    with np.errstate(all="ignore"):
        return np.where(np.isnan(a), np.nan, activation.derivative(a))


def check_elementwise(activation: Activation) -> None:
    """Raises ValueRangeError for an activation that looks at more than one number: softmax."""
    if not activation.elementwise:
        raise ValueRangeError("activation", got=activation.key, expected="elementwise")


def steepest(activation: Activation) -> Steepest:
    """The greatest slope, up or down, of all from -10 to 10 in steps of 1/100. For step that is 0, at 0.

    Raises ValueRangeError for softmax.
    """
    x = np.arange(-1000, 1001) * (LOOKED_AT / 1000)
    sizes = np.abs(slopes(activation, x))
    sizes[~np.isfinite(sizes)] = 0.0
    greatest = float(sizes.max())
    return Steepest(greatest, round(float(x[sizes == greatest].mean()), 6) + 0.0)  # no -0.0


def saturated(activation: Activation, a: Array, limit: float = SATURATED_BELOW) -> Array:
    """Where hardly any slope is left.

    |h'(a)| < limit · max |h'|, or h'(a) = 0

    a: any shape. limit: from 0 to 1. Returns the same shape, bool; False where there is no slope (NaN).
    Raises ValueRangeError for softmax and for any other limit.
    """
    check_limit(limit)
    return flat_at(slopes(activation, a), limit * steepest(activation).slope)


def dead(activation: Activation, a: Array) -> Array:
    """Where nothing at all gets through: h'(a) = 0.

    Far out the slope of sigmoid is 0 too, but only because floats know no smaller number. So beyond ±10
    the slope at ±10 has to be 0 as well.

    a: any shape. Returns the same shape, bool. Raises ValueRangeError for softmax.
    """
    inside = np.clip(a, -LOOKED_AT, LOOKED_AT)
    return (slopes(activation, a) == 0) & (slopes(activation, inside) == 0)


def check_limit(limit: float) -> None:
    """Raises ValueRangeError where a part of the greatest slope is not from 0 to 1."""
    if not 0 <= limit <= 1:
        raise ValueRangeError("limit", got=limit, expected="0..1")


def flat_at(slope: Array, least: float) -> Array:
    """Where a slope is below the least that counts, or exactly 0. Any shape; returns the same, bool."""
    return (np.abs(slope) < least) | (slope == 0)


@dataclass(frozen=True)
class Landing:
    """Where the sums of one layer lie on its activation, for N examples and U units.

    edges: (B + 1,) of the bins. counts: (B,) how many sums are in each; outside: how many in none.
    low, high: (U,) for each unit the share of examples in which it is saturated on the left or the
    right of where the activation is steepest. flat: (U,) the share in which its slope is exactly 0.
    missing: (U,) the share in which it has none, as log has none below 0.
    """

    edges: Array
    counts: Array
    outside: int
    low: Array
    high: Array
    flat: Array
    missing: Array

    @property
    def dead(self) -> Array:
        """(U,) whether a unit lets nothing through for any example of the batch: its slope is always 0."""
        return self.flat == 1.0

    @property
    def share_low(self) -> float:
        """What part of all sums is saturated on the left."""
        return _mean(self.low)

    @property
    def share_high(self) -> float:
        """What part of all sums is saturated on the right."""
        return _mean(self.high)

    @property
    def share_flat(self) -> float:
        """What part of all sums has a slope of exactly 0. They are counted as saturated too."""
        return _mean(self.flat)

    @property
    def share_missing(self) -> float:
        """What part of all sums lies where the activation has no slope."""
        return _mean(self.missing)

    @property
    def share_dead(self) -> float:
        """What part of the units is dead."""
        return _mean(self.dead)


def landing(
    activation: Activation,
    a: Array,
    edges: Array | None = None,
    *,
    bins: int = 60,
    limit: float = SATURATED_BELOW,
) -> Landing:
    """Where the sums a = x·W + b of a layer land: a histogram, and how much is saturated or dead.

    a: (N, U) sums. edges: (B + 1,) of the bins, increasing; without them `bins` equal ones, from the
    smallest sum to the largest. limit: see `saturated`. Empty arrays give shares of 0.
    Raises ShapeError for another shape, ValueRangeError for softmax, for edges that do not increase, and
    for bins not from 1 to 1000.
    Source: Deep Learning from Scratch, section 6.2 shows such histograms.
    """
    a = np.asarray(a, dtype=np.float64)
    check_shape("a", a, ("N", "U"))
    check_limit(limit)
    slope, top = slopes(activation, a), steepest(activation)  # (N, U)
    is_saturated, left = flat_at(slope, limit * top.slope), a <= top.x  # (N, U) each
    edges = _equal_edges(a, bins) if edges is None else _checked(edges)
    counts, _ = np.histogram(a[np.abs(a) < LARGEST], edges)
    return Landing(
        edges,
        counts,
        outside=int(a.size - counts.sum()),
        low=_share_of_rows(is_saturated & left),
        high=_share_of_rows(is_saturated & ~left),
        flat=_share_of_rows(slope == 0),
        missing=_share_of_rows(np.isnan(slope)),
    )


@dataclass(frozen=True)
class Bars:
    """A histogram of a piece of the axis: edges (B + 1,), counts (B,), and how many lie beyond its ends."""

    edges: Array
    counts: Array
    below: int
    above: int


def bars(a: Array, low: float, high: float, bins: int = 60) -> Bars:
    """How many of the numbers are in each of `bins` equal bins from low to high. NaN is in none.

    a: any shape. Raises ValueRangeError for bins not from 1 to 1000, and where high is not above low.
    """
    if not 1 <= bins <= MOST_BINS:
        raise ValueRangeError("bins", got=bins, expected=f"1..{MOST_BINS}")
    edges = _checked(np.linspace(low, high, bins + 1))
    counts, _ = np.histogram(a[(a >= low) & (a <= high)], edges)
    return Bars(edges, counts, int((a < low).sum()), int((a > high).sum()))


def _share_of_rows(yes: Array) -> Array:
    """For each column, in what part of the rows it is True. (N, U) bool. Returns (U,) float64."""
    return yes.sum(axis=0) / max(len(yes), 1)


def _mean(shares: Array) -> float:
    return float(shares.mean()) if shares.size else 0.0


def _equal_edges(a: Array, bins: int) -> Array:
    """Edges of equal bins from the smallest to the largest; 1 wide in all where there is no such span."""
    if not 1 <= bins <= MOST_BINS:
        raise ValueRangeError("bins", got=bins, expected=f"1..{MOST_BINS}")
    seen = a[np.abs(a) < LARGEST]
    low, high = (float(seen.min()), float(seen.max())) if seen.size else (0.0, 0.0)
    size = max(abs(low), abs(high), 1.0)
    if high - low < 1e-9 * size:  # too narrow to be cut into bins
        low, high = low - size / 2, high + size / 2
    return np.linspace(low, high, bins + 1)


def _checked(edges: Array) -> Array:
    edges = np.asarray(edges, dtype=np.float64)
    check_shape("edges", edges, ("B + 1",))
    if edges.size < 2 or not np.isfinite(edges).all() or not (np.diff(edges) > 0).all():
        raise ValueRangeError("edges", got=edges.tolist(), expected="increasing")
    return edges
