"""A part of a plane laid on the screen, and how places here and there belong together."""

import math
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF

from core.regions import Line, ends_in
from core.shapes import Array


@dataclass(frozen=True)
class Frame:
    """The plane from x0 to x1 and from y0 to y1, in a rectangle of the widget; all of it in pixels.

    y grows upwards in the plane, and downwards on the screen.
    """

    left: float
    top: float
    width: float
    height: float
    x0: float
    x1: float
    y0: float
    y1: float

    @property
    def area(self) -> QRectF:
        return QRectF(self.left, self.top, self.width, self.height)

    @property
    def unit(self) -> float:
        """How many pixels wide 1 is."""
        return self.width / (self.x1 - self.x0)

    def column(self, x: float) -> float:
        return self.left + (x - self.x0) * self.width / (self.x1 - self.x0)

    def row(self, y: float) -> float:
        return self.top + (self.y1 - y) * self.height / (self.y1 - self.y0)

    def place(self, x: float, y: float) -> QPointF:
        """Where a point of the plane lies in the widget."""
        return QPointF(self.column(x), self.row(y))

    def point(self, place: QPointF) -> tuple[float, float]:
        """Which point of the plane lies here."""
        x = self.x0 + (place.x() - self.left) * (self.x1 - self.x0) / self.width
        y = self.y1 - (place.y() - self.top) * (self.y1 - self.y0) / self.height
        return x, y

    def ends(self, line: Line) -> tuple[tuple[float, float], tuple[float, float]] | None:
        """The two ends of what is seen of a line; None where it passes by."""
        return ends_in(line, (self.x0, self.x1), (self.y0, self.y1))

    def pixels(self, ratio: float) -> tuple[Array, Array]:
        """The middles of all pixels: (W,) from left to right, and (H,) from top to bottom.

        ratio: how many pixels the screen has for one of the widget's, to either side.
        """
        columns, rows = max(1, round(self.width * ratio)), max(1, round(self.height * ratio))
        x = self.x0 + (np.arange(columns) + 0.5) * ((self.x1 - self.x0) / columns)  # (W,)
        y = self.y1 - (np.arange(rows) + 0.5) * ((self.y1 - self.y0) / rows)  # (H,)
        return x, y


def square(
    width: int, height: int, low: float, high: float, margins: tuple[int, int, int, int], most: int = 10_000
) -> Frame:
    """From low to high on both axes, as large as there is room for, in the middle of a widget.

    margins: px that are left free on the left, above, on the right and below.
    """
    left, top, right, below = margins
    wide, tall = width - left - right, height - top - below
    side = max(16, min(wide, tall, most))
    return Frame(
        left + max(0, (wide - side) // 2), top + max(0, (tall - side) // 2), side, side, low, high, low, high
    )


def ticks(low: float, high: float, pixels: float, apart: float = 40.0) -> tuple[float, ...]:
    """Round numbers from low to high, 1, 2 or 5 times a power of ten apart: at least `apart` pixels."""
    wanted = apart * (high - low) / pixels
    power = 10.0 ** math.floor(math.log10(wanted))
    step = next(factor * power for factor in (1, 2, 5, 10) if factor * power >= wanted)
    first, last = math.ceil(low / step), math.floor(high / step)
    decimals = max(0, -math.floor(math.log10(step) + 1e-9))
    return tuple(round(k * step, decimals) + 0.0 for k in range(first, last + 1))
