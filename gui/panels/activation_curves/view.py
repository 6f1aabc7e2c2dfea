"""What part of the plane is seen, and how it is laid on the screen."""

from dataclasses import dataclass
from typing import Any

import numpy as np

from core.shapes import Array
from gui.panels.activation_curves.model import LIMIT, Curves, is_number, slope, value

_HOME_X = (-6.0, 6.0)
_HOME_LOWEST, _HOME_HIGHEST = -1.5, 3.0  # what grows without end leaves the picture
_HOME_MARGIN = 0.12  # of the height, above and below
_GAP = 4.0  # px: from a curve to its name
_SMALLEST = 0.05  # a view is never less wide or high than this


@dataclass(frozen=True)
class View:
    """The part of the plane that is seen, from x0 to x1 and from y0 to y1."""

    x0: float
    x1: float
    y0: float
    y1: float

    def contains_x(self, x: float) -> bool:
        return self.x0 <= x <= self.x1


def home(state: Curves) -> View:
    """From -6 to 6, and as high as the shown curves need."""
    x = np.linspace(*_HOME_X, 61)
    parts = [np.array([0.0, 1.0])]
    for key in state.shown:
        parts.append(value(key, x))
        if state.derivatives:
            parts.append(slope(key, x))
    y = np.clip(np.concatenate(parts), _HOME_LOWEST, _HOME_HIGHEST)
    low, high = float(y.min()), float(y.max())
    margin = _HOME_MARGIN * (high - low)
    return View(*_HOME_X, low - margin, high + margin)


def zoomed(view: View, x: float, y: float, factor: float) -> View:
    """Nearer (factor below 1) or further, while the point (x, y) stays where it is on the screen."""
    return _bounded(
        x + (view.x0 - x) * factor,
        x + (view.x1 - x) * factor,
        y + (view.y0 - y) * factor,
        y + (view.y1 - y) * factor,
    )


def moved(view: View, dx: float, dy: float) -> View:
    return _bounded(view.x0 + dx, view.x1 + dx, view.y0 + dy, view.y1 + dy)


def containing(view: View, x: float) -> View:
    """The same view, moved sideways until x stands in its middle; as it is where x is seen already."""
    return view if view.contains_x(x) else moved(view, x - (view.x0 + view.x1) / 2, 0.0)


def _bounded(x0: float, x1: float, y0: float, y1: float) -> View:
    return View(*_bounded_axis(x0, x1), *_bounded_axis(y0, y1))


def _bounded_axis(low: float, high: float) -> tuple[float, float]:
    """Not smaller than can be read, not larger than the world, and inside it."""
    span = min(max(high - low, _SMALLEST), 2 * LIMIT)
    start = min(max((low + high - span) / 2, -LIMIT), LIMIT - span)
    return start, start + span


def view_from(kept: object) -> View | None:
    """A view that was kept as [x0, x1, y0, y1]; None, the home view, where it is no such thing."""
    if not isinstance(kept, list) or len(kept) != 4 or not all(is_number(n) for n in kept):
        return None
    x0, x1, y0, y1 = (min(max(float(n), -LIMIT), LIMIT) for n in kept)
    return _bounded(x0, x1, y0, y1) if x0 < x1 and y0 < y1 else None


def view_work(view: View | None) -> list[float] | None:
    return None if view is None else [view.x0, view.x1, view.y0, view.y1]


@dataclass(frozen=True)
class Frame:
    """A view laid on the screen: `left`, `top`, `width`, `height` in pixels, y downwards."""

    view: View
    left: float
    top: float
    width: float
    height: float

    @property
    def x_per_pixel(self) -> float:
        return (self.view.x1 - self.view.x0) / self.width

    @property
    def y_per_pixel(self) -> float:
        return (self.view.y1 - self.view.y0) / self.height

    def column(self, x: Any) -> Any:
        """Pixels from the left, of a number or an array."""
        return self.left + (x - self.view.x0) / self.x_per_pixel

    def row(self, y: Any) -> Any:
        """Pixels from the top, of a number or an array."""
        return self.top + (self.view.y1 - y) / self.y_per_pixel

    def x_at(self, column: float) -> float:
        return self.view.x0 + (column - self.left) * self.x_per_pixel

    def y_at(self, row: float) -> float:
        return self.view.y1 - (row - self.top) * self.y_per_pixel

    def end_of(self, x: Array, y: Array) -> tuple[float, float] | None:
        """Where a curve is last seen on its way to the right, in pixels; None where it is not seen at all."""
        seen = np.flatnonzero((y >= self.view.y0) & (y <= self.view.y1))
        if seen.size == 0:
            return None
        return float(self.column(x[seen[-1]])), float(self.row(y[seen[-1]]))

    def tangent(self, x: float, y: float, slope: float, reach: float) -> tuple[float, float, float, float]:
        """The line through (x, y) that climbs so steeply, `reach` pixels long to both sides: two points."""
        across, down = 1 / self.x_per_pixel, -slope / self.y_per_pixel
        scale = reach / float(np.hypot(across, down))
        column, row = float(self.column(x)), float(self.row(y))
        dx, dy = across * scale, down * scale
        return column - dx, row - dy, column + dx, row + dy


def place_labels(
    ends: list[tuple[float, float]], widths: list[float], height: float, frame: Frame
) -> list[tuple[float, float]]:
    """Left upper corners for labels at the ends of curves, inside the frame and none upon another.

    A label stands right of the end of its curve, or left above it where the frame ends. Where two would
    meet, the lower one goes below its curve, or further down; at the bottom they are pushed up again.
    """
    right, bottom = frame.left + frame.width, frame.top + frame.height
    lefts = [
        column + _GAP if column + _GAP + width <= right else max(right - width, frame.left)
        for (column, _), width in zip(ends, widths, strict=True)
    ]
    tops = [min(max(end[1] - _GAP - height, frame.top), bottom - height) for end in ends]
    downwards = sorted(range(len(ends)), key=lambda k: tops[k])

    def beside(j: int, k: int) -> bool:
        return lefts[j] >= lefts[k] + widths[k] or lefts[k] >= lefts[j] + widths[j]

    for place, k in enumerate(downwards):
        for other in downwards[:place]:
            if not beside(other, k) and tops[k] < tops[other] + height:
                tops[k] = max(tops[k], tops[other] + height, ends[k][1] + _GAP)
    for place in range(len(downwards) - 1, -1, -1):
        k = downwards[place]
        tops[k] = min(tops[k], bottom - height)
        for other in downwards[place + 1 :]:
            if not beside(other, k):
                tops[k] = min(tops[k], tops[other] - height)
    return list(zip(lefts, tops, strict=True))
