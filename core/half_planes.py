"""Half-planes: how perceptrons with two inputs cut the plane into pieces.

One perceptron cuts it along a straight line. Several of them, side by side, cut it into cells; inside
a cell none of them changes its mind, so whatever is built on top of them says one thing there, too.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from core.perceptron import Perceptron
from core.shapes import Array, check_shape


@dataclass(frozen=True, eq=False)
class Cut:
    """A convex polygon, cut by the line where the sum of a perceptron is 0.

    fires, quiet: the part on each side, (V, 2) corners in order, (0, 2) where there is none.
    line: the two ends of the line inside the polygon, (2, 2), or (0, 2) where it passes by.
    """

    fires: Array
    quiet: Array
    line: Array


def cut(polygon: Array, perceptron: Perceptron) -> Cut:
    """Cut a convex polygon in two.

    Walk along its edges. A corner belongs to the side where it lies; where an edge goes from sum s
    to sum t of the other sign, it crosses the line after s / (s - t) of its way.

    With both weights 0 there is no line: the whole polygon lies on one side.

    polygon: (V, 2) corners in order. Raises ShapeError where it has other than two coordinates, or
    the perceptron other than two inputs.
    Source: Sutherland and Hodgman, Reentrant polygon clipping (1974).
    """
    check_shape("polygon", polygon, ("V", 2))
    sums = perceptron.sum(polygon)  # (V,)
    fires, quiet, line = [], [], []
    for here, there, s, t in zip(polygon, np.roll(polygon, -1, axis=0), sums, np.roll(sums, -1), strict=True):
        if s >= 0:
            fires.append(here)
        if s <= 0:
            quiet.append(here)
        if s == 0:
            line.append(here)
        if s * t < 0:
            crossing = here + s / (s - t) * (there - here)
            for part in (fires, quiet, line):
                part.append(crossing)
    if not sums.any():  # the sum is 0 everywhere, which is not above 0
        fires, line = [], []
    return Cut(_corners(fires, 3), _corners(quiet, 3), _corners(line, 2))


def cells(polygon: Array, perceptrons: Sequence[Perceptron]) -> tuple[Array, ...]:
    """The cells into which perceptrons side by side cut a convex polygon, each (V, 2) corners in order.

    m lines make at most 1 + m + m · (m - 1) / 2 of them.

    Raises ShapeError as `cut` does.
    """
    found = [polygon]
    for perceptron in perceptrons:
        cuts = [cut(cell, perceptron) for cell in found]
        found = [part for each in cuts for part in (each.fires, each.quiet) if len(part)]
    return tuple(found)


def _corners(points: list[Array], least: int) -> Array:
    """The points as (V, 2); (0, 2) where there are fewer than `least`: a polygon needs three, a line two."""
    return np.array(points) if len(points) >= least else np.empty((0, 2))
