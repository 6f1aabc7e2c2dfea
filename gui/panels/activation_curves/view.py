"""What part of the plane is seen, and how it is laid on the screen."""

import math
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np

from core.shapes import Array
from gui.panels.activation_curves.model import LIMIT, Curves, is_number
from gui.panels.activation_curves.readings import slope, value

_HOME_X = (-6.0, 6.0)
_HOME_LOWEST, _HOME_HIGHEST = -1.5, 3.0  # what grows without end leaves the picture
_HOME_MARGIN = 0.15  # of the height, above and below
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
    """From -6 to 6, and as high as the shown curves need while the neuron changes nothing: what is seen
    stays where it is while w and b are moved."""
    return _home(state.shown, state.derivatives)


@lru_cache(maxsize=32)
def _home(shown: tuple[str, ...], derivatives: bool) -> View:
    x = np.linspace(*_HOME_X, 61)
    parts = [np.array([0.0, 1.0])]
    for key in shown:
        parts.append(value(key, x))
        if derivatives:
            parts.append(slope(key, x))
    y = np.concatenate(parts)
    y = np.clip(y[~np.isnan(y)], _HOME_LOWEST, _HOME_HIGHEST)
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
        """Pixels from the top, of a number or an array; infinitely far, where y is as large as 1e308."""
        with np.errstate(over="ignore"):
            return self.top + (self.view.y1 - y) / self.y_per_pixel

    def x_at(self, column: Any) -> Any:
        return self.view.x0 + (column - self.left) * self.x_per_pixel

    def y_at(self, row: float) -> float:
        return self.view.y1 - (row - self.top) * self.y_per_pixel

    def label_at(self, x: Array, y: Array, width: float) -> "Label | None":
        """Room for a curve's name at the right end of what is seen of it; None where nothing is seen.

        It begins where the curve ends, or ends where the frame does.
        """
        seen = np.flatnonzero((y >= self.view.y0) & (y <= self.view.y1))  # NaN is not
        if seen.size == 0:
            return None
        right = self.left + self.width
        end = float(self.column(x[seen[-1]]))
        left = end + _GAP if end + _GAP + width <= right else max(right - width, self.left)
        columns, rows = self.column(x[seen]), self.row(y[seen])
        under = rows[columns >= left] if end > left else rows[-1:]
        return Label(left, width, float(under.min()), float(under.max()))

    def tangent(self, x: float, y: float, slope: float, reach: float) -> tuple[float, float, float, float]:
        """The line through (x, y) that climbs so steeply, `reach` pixels long to both sides: two points."""
        across, down = 1 / self.x_per_pixel, -slope / self.y_per_pixel
        scale = reach / float(np.hypot(across, down))
        column, row = float(self.column(x)), float(self.row(y))
        dx, dy = across * scale, down * scale
        return column - dx, row - dy, column + dx, row + dy


@dataclass(frozen=True)
class Label:
    """A name beside its curve, which lies between the rows `high` and `low` there; all in pixels."""

    left: float
    width: float
    high: float
    low: float

    def is_beside(self, other: "Label") -> bool:
        """Do the two never meet, however high they stand?"""
        return self.left >= other.left + other.width or other.left >= self.left + self.width


def place_labels(labels: list[Label], height: float, frame: Frame) -> list[float]:
    """The upper edge for each name: inside the frame, and none upon another.

    A name stands above its curve where there is room, else below. Where two would meet, the lower one
    goes below its curve, or further down; at the bottom of the frame they are pushed up again.
    """
    bottom = frame.top + frame.height
    above = [label.high - _GAP - height for label in labels]
    tops = [
        top if top >= frame.top else max(label.low + _GAP, frame.top)
        for top, label in zip(above, labels, strict=True)
    ]
    downwards = sorted(range(len(labels)), key=lambda k: tops[k])
    for place, k in enumerate(downwards):
        for other in downwards[:place]:
            if not labels[k].is_beside(labels[other]) and tops[k] < tops[other] + height:
                tops[k] = max(tops[other] + height, labels[k].low + _GAP)
    for place in range(len(downwards) - 1, -1, -1):
        k = downwards[place]
        tops[k] = min(tops[k], bottom - height)
        for other in downwards[place + 1 :]:
            if not labels[k].is_beside(labels[other]):
                tops[k] = min(tops[k], tops[other] - height)
    return tops


@dataclass(frozen=True)
class Ticks:
    """Where an axis has its numbers, and with how many decimals they are written."""

    values: tuple[float, ...]
    decimals: int


def ticks(low: float, high: float, per_pixel: float, apart: float) -> Ticks:
    """Round numbers from low to high, 1, 2 or 5 times a power of ten apart: at least `apart` pixels."""
    wanted = apart * per_pixel
    power = 10.0 ** math.floor(math.log10(wanted))
    step = next(factor * power for factor in (1, 2, 5, 10) if factor * power >= wanted)
    first, last = math.ceil(low / step), math.floor(high / step)
    decimals = max(0, -math.floor(math.log10(step) + 1e-9))
    return Ticks(tuple(round(k * step, decimals) + 0.0 for k in range(first, last + 1)), decimals)
