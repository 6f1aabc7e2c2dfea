"""Puts curves, names and the probe on the screen, in pixels."""

import numpy as np
from pyqtgraph.graphicsItems.PlotCurveItem import arrayToLineSegments
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPixmap

from core.shapes import Array
from gui.panels.activation_curves import texts
from gui.panels.activation_curves.model import Curves, Reading, jumps, read, sample, slope, value
from gui.panels.activation_curves.styles import STYLES, paint_mark
from gui.panels.activation_curves.view import Frame, Label, Ticks, place_labels, ticks
from gui.theme import SMALL, Theme, font
from gui.widgets.text import short_number

POINTS = 1001  # of a curve, across the view
_DASH, _DASH_AND_GAP = 6.0, 10.0  # px
_REACH_OF_TANGENT = 84.0  # px, to both sides
_APART_IN_X, _APART_IN_Y = 36.0, 44.0  # px: numbers of an axis, at least
_MARK, _MARGIN = 17.0, 4.0  # px: before and behind a curve's name
_POINTS_FOR_NAMES = 241
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_FAR = 1e5  # px: nothing further out is asked of the painter


class CurvePainter:
    """Paints in the colours of one theme."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._card, self._ink, self._muted = QColor(theme.card), QColor(theme.ink), QColor(theme.muted)
        self._small = font(SMALL - 1)
        self._font = font(SMALL)
        self._bold = font(SMALL, bold=True)

    # The picture behind the probe

    def picture(self, state: Curves, frame: Frame, size: QSize, ratio: float) -> QPixmap:
        """All curves of a state with their names, on nothing, as large as the plot."""
        picture = QPixmap(size * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_numbers_of_y(painter, frame)
        painter.setClipRect(_area(frame))
        self._paint_grid(painter, frame)
        # Wide lines first: what coincides with one of them lies upon it, and both are seen.
        for key in sorted(state.shown, key=lambda key: -STYLES[key].width):
            if state.derivatives:
                self._paint_curve(painter, frame, key, derivative=True)
            self._paint_curve(painter, frame, key, derivative=False)
        self._paint_names(painter, frame, state)
        painter.end()
        return picture

    def _paint_grid(self, painter: QPainter, frame: Frame) -> None:
        """A hairline at each number of the axes, and the two axes themselves a little stronger."""
        area = _area(frame)
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

    def _paint_numbers_of_y(self, painter: QPainter, frame: Frame) -> None:
        painter.setPen(self._muted)
        painter.setFont(self._small)
        numbers = _ticks_of_y(frame)
        for y in numbers.values:
            room = QRectF(0, frame.row(y) - 8, frame.left - 6, 16)
            painter.drawText(room, _RIGHT, _tick_text(y, numbers))

    def _paint_numbers_of_x(self, painter: QPainter, frame: Frame, flag: QRectF) -> None:
        """The numbers under the plot, but for those that the flag of the probe would cover."""
        painter.setPen(self._muted)
        painter.setFont(self._small)
        metrics, numbers = QFontMetricsF(self._small), _ticks_of_x(frame)
        for x in numbers.values:
            text = _tick_text(x, numbers)
            width = metrics.horizontalAdvance(text) + 8
            room = QRectF(frame.column(x) - width / 2, frame.top + frame.height + 2, width, 16)
            if not room.intersects(flag):
                painter.drawText(room, Qt.AlignmentFlag.AlignCenter, text)

    def _paint_curve(self, painter: QPainter, frame: Frame, key: str, *, derivative: bool) -> None:
        """Paint h or, dashed, h' of a function."""
        style = STYLES[key]
        x, y = sample(key, frame.view.x0, frame.view.x1, POINTS, derivative=derivative)
        pen = QPen(style.colour(self._theme), 1.5 if derivative else style.width)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap if derivative else Qt.PenCapStyle.SquareCap)
        painter.setPen(pen)
        _draw_line(painter, frame, x, y, dashed=derivative)
        if jumps(key, derivative=derivative):
            self._paint_jump(painter, frame, key, derivative=derivative)

    def _paint_jump(self, painter: QPainter, frame: Frame, key: str, *, derivative: bool) -> None:
        """At a jump, a full dot where the function is, and a hollow one where it only comes close."""
        function = slope if derivative else value
        at, above = (float(function(key, np.array([x]))[0]) for x in (0.0, 1e-12))
        colour = STYLES[key].colour(self._theme)
        column, radius = frame.column(0.0), 2.5 if derivative else 3.5
        painter.setPen(QPen(colour, 1.5))
        for y, fill in ((at, colour), (above, self._card)):
            painter.setBrush(fill)
            painter.drawEllipse(QPointF(column, frame.row(y)), radius, radius)

    def _paint_names(self, painter: QPainter, frame: Frame, state: Curves) -> None:
        """The name of each curve at its right end, with its mark; the one that is explained in bold."""
        metrics = QFontMetricsF(self._bold)
        height = metrics.height() + 2
        labels: dict[str, Label] = {}
        for key in state.shown:
            x, y = sample(key, frame.view.x0, frame.view.x1, _POINTS_FOR_NAMES, derivative=False)
            label = frame.label_at(x, y, metrics.horizontalAdvance(texts.name(key)) + _MARK + _MARGIN)
            if label is not None:
                labels[key] = label
        tops = place_labels(list(labels.values()), height, frame)
        for (key, label), top in zip(labels.items(), tops, strict=True):
            colour = STYLES[key].colour(self._theme)
            where = QPointF(label.left + _MARK / 2, top + height / 2)
            paint_mark(painter, where, 8, STYLES[key], QPen(colour, 1.2), colour)
            painter.setPen(self._ink)
            painter.setFont(self._bold if key == state.focus else self._font)
            room = QRectF(label.left + _MARK, top, label.width - _MARK, height)
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, texts.name(key))

    # The probe

    def paint_probe(self, painter: QPainter, state: Curves, frame: Frame, *, focused: bool) -> None:
        """The line at x, a mark on each curve there, and the tangent of the curve that is explained."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = _area(frame)
        if focused:
            painter.setPen(QPen(QColor(self._theme.accent), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area.adjusted(0.75, 0.75, -0.75, -0.75), 4, 4)
        if not frame.view.contains_x(state.probe):
            self._paint_numbers_of_x(painter, frame, QRectF())
            return
        column = float(frame.column(state.probe))
        painter.setPen(QPen(self._ink, 1.2))
        painter.drawLine(QPointF(column, area.top()), QPointF(column, area.bottom()))
        painter.save()
        painter.setClipRect(area)
        readings = {key: read(key, state.probe) for key in state.shown}
        if state.focus in readings:
            self._paint_tangent(painter, frame, readings[state.focus])
        for key, reading in readings.items():
            self._paint_marks(painter, frame, reading, state.derivatives, strong=key == state.focus)
        painter.restore()
        flag = self._paint_flag(painter, frame, column, short_number(state.probe))
        self._paint_numbers_of_x(painter, frame, flag)

    def _paint_tangent(self, painter: QPainter, frame: Frame, reading: Reading) -> None:
        if not reading.has_slope:
            return
        x0, y0, x1, y1 = frame.tangent(reading.x, reading.value, reading.slope, _REACH_OF_TANGENT)
        painter.setPen(QPen(self._ink, 1.5))
        painter.drawLine(QPointF(x0, y0), QPointF(x1, y1))

    def _paint_marks(
        self, painter: QPainter, frame: Frame, reading: Reading, derivatives: bool, *, strong: bool
    ) -> None:
        style = STYLES[reading.key]
        colour, column = style.colour(self._theme), float(frame.column(reading.x))
        if derivatives:
            where = QPointF(column, float(frame.row(reading.slope)))
            paint_mark(painter, where, 8, style, QPen(colour, 1.5), self._card)
        where = QPointF(column, float(frame.row(reading.value)))
        if strong:
            paint_mark(painter, where, 13, style, QPen(colour, 2.4), self._card)
        else:
            paint_mark(painter, where, 11, style, QPen(colour, 1.2), colour)

    def _paint_flag(self, painter: QPainter, frame: Frame, column: float, text: str) -> QRectF:
        """The place of the probe, on a flag among the numbers below, where it hides no curve."""
        metrics = QFontMetricsF(self._bold)
        width, height = metrics.horizontalAdvance(text) + 14, metrics.height() + 2
        flag = QRectF(column - width / 2, frame.top + frame.height + 1, width, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.accent))
        painter.drawRoundedRect(flag, 4, 4)
        painter.setPen(QColor(self._theme.on_accent))
        painter.setFont(self._bold)
        painter.drawText(flag, Qt.AlignmentFlag.AlignCenter, text)
        return flag


def _area(frame: Frame) -> QRectF:
    return QRectF(frame.left, frame.top, frame.width, frame.height)


def _ticks_of_x(frame: Frame) -> Ticks:
    return ticks(frame.view.x0, frame.view.x1, frame.x_per_pixel, _APART_IN_X)


def _ticks_of_y(frame: Frame) -> Ticks:
    return ticks(frame.view.y0, frame.view.y1, frame.y_per_pixel, _APART_IN_Y)


def _tick_text(value: float, numbers: Ticks) -> str:
    return short_number(value, numbers.decimals) if value else "0"


def _sharp(place: float) -> float:
    """The middle of the pixel: a hairline there is not smeared over two."""
    return float(np.floor(place)) + 0.5


def _draw_line(painter: QPainter, frame: Frame, x: Array, y: Array, *, dashed: bool) -> None:
    """Join the points, but not across nan. In straight pieces, which Qt paints five times as fast as one
    long path (where their caps are not round); the dashes are pieces left out."""
    columns = frame.column(x)
    rows = np.clip(frame.row(y), -_FAR, _FAR)
    joined = np.isfinite(rows[:-1]) & np.isfinite(rows[1:])
    if dashed:
        way = np.concatenate([[0.0], np.cumsum(np.nan_to_num(np.hypot(np.diff(columns), np.diff(rows))))])
        joined &= way[:-1] % _DASH_AND_GAP < _DASH
    joined = np.append(joined, False)
    pieces = arrayToLineSegments(columns, np.nan_to_num(rows), joined.astype(np.int32), False)
    painter.drawLines(*pieces.drawargs())
