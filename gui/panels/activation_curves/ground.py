"""What lies under the curves: grid and numbers, the signals of a layer, and the flat parts of a function."""

import numpy as np
from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QPainter, QPen

from core.landing import Bars, dead, saturated
from core.shapes import Array
from gui.panels.activation_curves.model import Curves
from gui.panels.activation_curves.readings import line_of
from gui.panels.activation_curves.view import Frame, Ticks, ticks
from gui.theme import SMALL, Theme, font
from gui.widgets.text import short_number

translate = QCoreApplication.translate

_APART_IN_X, _APART_IN_Y = 36.0, 44.0  # px: numbers of an axis, at least
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_TALLEST = 0.36  # of the height of the plot: the tallest bar
_ROOMY = 300.0  # px: a plot as high as that has room for a sentence
_HIGHEST_PART = 14.0  # px: the words over a flat part


class GroundPainter:
    """Paints in the colours of one theme."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._muted = QColor(theme.muted)
        self._small = font(SMALL - 1)
        self._bold = font(SMALL - 1, bold=True)
        self._metrics = QFontMetricsF(self._small)

    # Grid and numbers

    def paint_grid(self, painter: QPainter, frame: Frame) -> None:
        """A hairline at each number of the axes, and the two axes themselves a little stronger."""
        area = area_of(frame)
        grid, axis = QColor(self._theme.line), QColor(self._muted)
        grid.setAlphaF(0.6)
        axis.setAlphaF(0.6)
        for colour, along_x, along_y in (
            (grid, _ticks_of_x(frame).values, _ticks_of_y(frame).values),
            (axis, (0.0,), (0.0,)),
        ):
            painter.setPen(QPen(colour, 1))
            for x in along_x:
                column = _sharp(frame.column(x))
                painter.drawLine(QPointF(column, area.top()), QPointF(column, area.bottom()))
            for y in along_y:
                row = _sharp(frame.row(y))
                painter.drawLine(QPointF(area.left(), row), QPointF(area.right(), row))

    def paint_numbers_of_y(self, painter: QPainter, frame: Frame) -> None:
        painter.setPen(self._muted)
        painter.setFont(self._small)
        numbers = _ticks_of_y(frame)
        for y in numbers.values:
            room = QRectF(0, frame.row(y) - 8, frame.left - 6, 16)
            painter.drawText(room, _RIGHT, _tick_text(y, numbers))

    def paint_numbers_of_x(self, painter: QPainter, frame: Frame, flag: QRectF) -> None:
        """The numbers under the plot, but for those that the flag of the probe would cover."""
        painter.setPen(self._muted)
        painter.setFont(self._small)
        numbers = _ticks_of_x(frame)
        for x in numbers.values:
            text = _tick_text(x, numbers)
            width = self._metrics.horizontalAdvance(text) + 8
            room = QRectF(frame.column(x) - width / 2, frame.top + frame.height + 2, width, 16)
            if not room.intersects(flag):
                painter.drawText(room, Qt.AlignmentFlag.AlignCenter, text)

    # The signals of a layer

    def paint_bars(self, painter: QPainter, frame: Frame, bars: Bars, name: str) -> None:
        """Light bars that stand on the lower edge; how many the tallest counts, and how many are not seen."""
        most = int(bars.counts.max(initial=0))
        area = area_of(frame)
        fill = QColor(self._muted)
        fill.setAlphaF(0.26 if self._theme.is_dark else 0.2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(fill)
        columns = frame.column(bars.edges)
        heights = bars.counts * (_TALLEST * frame.height / max(most, 1))
        for left, right, height in zip(columns[:-1], columns[1:], heights, strict=True):
            if height:
                painter.drawRect(QRectF(left + 0.5, area.bottom() - height, right - left - 1, height))
        painter.setPen(self._muted)
        painter.setFont(self._small)
        if most:
            tallest = int(bars.counts.argmax())
            text = _tallest_text(name, most) if frame.height >= _ROOMY else f"{name}: {most:,}"
            width = self._metrics.horizontalAdvance(text) + 4
            left = max(float(columns[tallest + 1]) - width, area.left() + 4)  # there are fewer curves
            room = QRectF(left, area.bottom() - heights[tallest] - 16, width, 15)
            painter.drawText(room, _LEFT, text)
        edge = QRectF(area.left() + 4, area.bottom() - 18, area.width() - 8, 16)
        if bars.below:
            painter.drawText(edge, _LEFT, f"◂ {bars.below:,}")
        if bars.above:
            painter.drawText(edge, _RIGHT, f"{bars.above:,} ▸")

    # The flat parts

    def paint_flat_parts(self, painter: QPainter, frame: Frame, state: Curves) -> None:
        """Where hardly anything gets through the focused function: hatched, with a word on it."""
        x = np.linspace(frame.view.x0, frame.view.x1, 601)
        line, sums = line_of(state.focus), state.neuron.sums(x)
        is_dead = dead(line, sums)
        flat = saturated(line, sums) & ~is_dead
        words = (translate("activation_curves", "saturated"), translate("activation_curves", "dead"))
        patterns = (Qt.BrushStyle.BDiagPattern, Qt.BrushStyle.DiagCrossPattern)
        for places, word, pattern in zip((flat, is_dead), words, patterns, strict=True):
            for start, end in _runs(places):
                left, right = float(frame.column(x[start])), float(frame.column(x[end]))
                part = QRectF(left, frame.top, right - left, frame.height)
                self._paint_flat_part(painter, part, word, pattern)

    def _paint_flat_part(self, painter: QPainter, part: QRectF, word: str, pattern: Qt.BrushStyle) -> None:
        ground, hatching = QColor(self._theme.negative), QColor(self._theme.negative)
        ground.setAlphaF(0.08)
        hatching.setAlphaF(0.22)
        painter.fillRect(part, ground)
        painter.fillRect(part, QBrush(hatching, pattern))
        painter.setFont(self._bold)
        width = QFontMetricsF(self._bold).horizontalAdvance(word) + 12
        if width > part.width():
            return
        label = QRectF(part.center().x() - width / 2, part.top() + 24, width, _HIGHEST_PART + 4)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.card))
        painter.drawRoundedRect(label, 4, 4)
        painter.setPen(QColor(self._theme.negative))
        painter.drawText(label, Qt.AlignmentFlag.AlignCenter, word)


def _tallest_text(name: str, most: int) -> str:
    """The scale of the bars."""
    text = translate("activation_curves", "{sums}: {count} in the tallest bar")
    return text.format(sums=name, count=f"{most:,}")


def area_of(frame: Frame) -> QRectF:
    return QRectF(frame.left, frame.top, frame.width, frame.height)


def _runs(yes: Array) -> list[tuple[int, int]]:
    """The first and the last place of each run of at least two."""
    edges = np.flatnonzero(np.diff(np.concatenate([[False], yes, [False]]).astype(np.int8)))
    return [(int(a), int(b) - 1) for a, b in zip(edges[::2], edges[1::2], strict=True) if b - a > 1]


def _ticks_of_x(frame: Frame) -> Ticks:
    return ticks(frame.view.x0, frame.view.x1, frame.x_per_pixel, _APART_IN_X)


def _ticks_of_y(frame: Frame) -> Ticks:
    return ticks(frame.view.y0, frame.view.y1, frame.y_per_pixel, _APART_IN_Y)


def _tick_text(value: float, numbers: Ticks) -> str:
    return short_number(value, numbers.decimals) if value else "0"


def _sharp(place: float) -> float:
    """The middle of the pixel: a hairline there is not smeared over two."""
    return float(np.floor(place)) + 0.5
