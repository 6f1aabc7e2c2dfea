"""Puts curves, names and the probe on the screen, in pixels."""

import numpy as np
from pyqtgraph.graphicsItems.PlotCurveItem import arrayToLineSegments
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPixmap

from core.shapes import Array
from gui.panels.activation_curves import texts
from gui.panels.activation_curves.model import Curves, Reading, jumps, read, sample, slope, value
from gui.panels.activation_curves.styles import STYLES, paint_mark
from gui.panels.activation_curves.view import Frame, place_labels
from gui.theme import SMALL, Theme, font
from gui.widgets.text import short_number

POINTS = 1001  # of a curve, across the view
_DASH, _DASH_AND_GAP = 6.0, 10.0  # px
_REACH_OF_TANGENT = 84.0  # px, to both sides
_FAR = 1e5  # px: nothing further out is asked of the painter


Ticks = tuple[tuple[float, ...], tuple[float, ...]]  # where the axes have their numbers


class CurvePainter:
    """Paints in the colours of one theme."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._card, self._ink, self._muted = QColor(theme.card), QColor(theme.ink), QColor(theme.muted)
        self._font = font(SMALL)
        self._bold = font(SMALL, bold=True)

    # The picture behind the probe

    def picture(self, state: Curves, frame: Frame, ticks: Ticks, size: QSize, ratio: float) -> QPixmap:
        """All curves of a state with their names, on nothing, as large as the plot."""
        picture = QPixmap(size * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(QRectF(frame.left, frame.top, frame.width, frame.height))
        self._paint_grid(painter, frame, ticks)
        # Wide lines first: what coincides with one of them lies upon it, and both are seen.
        ends: dict[str, tuple[float, float]] = {}
        for key in sorted(state.shown, key=lambda key: -STYLES[key].width):
            if state.derivatives:
                self._paint_curve(painter, frame, key, derivative=True)
            end = self._paint_curve(painter, frame, key, derivative=False)
            if end is not None:
                ends[key] = end
        self._paint_names(painter, frame, ends, state.focus)
        painter.end()
        return picture

    def _paint_grid(self, painter: QPainter, frame: Frame, ticks: Ticks) -> None:
        """A hairline at each number of the axes, and the two axes themselves a little stronger."""
        right, bottom = frame.left + frame.width, frame.top + frame.height
        grid, axis = QColor(self._theme.line), QColor(self._muted)
        grid.setAlphaF(0.6)
        axis.setAlphaF(0.6)
        for pen, along_x, along_y in ((grid, *ticks), (axis, (0.0,), (0.0,))):
            painter.setPen(QPen(pen, 1))
            for x in along_x:
                column = _sharp(frame.column(x))
                painter.drawLine(QPointF(column, frame.top), QPointF(column, bottom))
            for y in along_y:
                row = _sharp(frame.row(y))
                painter.drawLine(QPointF(frame.left, row), QPointF(right, row))

    def _paint_curve(
        self, painter: QPainter, frame: Frame, key: str, *, derivative: bool
    ) -> tuple[float, float] | None:
        """Paint h or, dashed, h' of a function. Returns where it ends on the right, in pixels."""
        style = STYLES[key]
        x, y = sample(key, frame.view.x0, frame.view.x1, POINTS, derivative=derivative)
        pen = QPen(style.colour(self._theme), 1.5 if derivative else style.width)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap if derivative else Qt.PenCapStyle.SquareCap)
        painter.setPen(pen)
        _draw_line(painter, frame, x, y, dashed=derivative)
        if jumps(key, derivative=derivative):
            self._paint_jump(painter, frame, key, derivative=derivative)
        return frame.end_of(x, y)

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

    def _paint_names(
        self, painter: QPainter, frame: Frame, ends: dict[str, tuple[float, float]], focus: str
    ) -> None:
        """The name of each curve at its right end, with its mark; the one that is explained in bold."""
        metrics = QFontMetricsF(self._bold)
        mark, padding, height = 14.0, 4.0, metrics.height() + 2
        keys = sorted(ends, key=lambda key: ends[key][1])
        widths = [metrics.horizontalAdvance(texts.name(key)) + mark + 2 * padding for key in keys]
        corners = place_labels([ends[key] for key in keys], widths, height, frame)
        for key, width, (left, top) in zip(keys, widths, corners, strict=True):
            colour = STYLES[key].colour(self._theme)
            where = QPointF(left + padding + 4, top + height / 2)
            paint_mark(painter, where, 8, STYLES[key], QPen(colour, 1.2), colour)
            painter.setPen(self._ink)
            painter.setFont(self._bold if key == focus else self._font)
            room = QRectF(left + padding + mark, top, width - mark - padding, height)
            painter.drawText(
                room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, texts.name(key)
            )

    # The probe

    def paint_probe(self, painter: QPainter, state: Curves, frame: Frame, *, focused: bool) -> None:
        """The line at x, a mark on each curve there, and the tangent of the curve that is explained."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(frame.left, frame.top, frame.width, frame.height)
        if focused:
            painter.setPen(QPen(QColor(self._theme.accent), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area.adjusted(0.75, 0.75, -0.75, -0.75), 4, 4)
        if not frame.view.contains_x(state.probe):
            return
        column = float(frame.column(state.probe))
        painter.setPen(QPen(self._ink, 1.2))
        painter.drawLine(QPointF(column, frame.top), QPointF(column, frame.top + frame.height))
        painter.save()
        painter.setClipRect(area)
        readings = {key: read(key, state.probe) for key in state.shown}
        if state.focus in readings:
            self._paint_tangent(painter, frame, readings[state.focus])
        for key, reading in readings.items():
            self._paint_marks(painter, frame, reading, state.derivatives, strong=key == state.focus)
        painter.restore()
        self._paint_flag(painter, frame, column, short_number(state.probe))

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

    def _paint_flag(self, painter: QPainter, frame: Frame, column: float, text: str) -> None:
        """The probe's place, on a flag at the foot of its line: upon the axis, where it hides no curve."""
        metrics = QFontMetricsF(self._bold)
        width, height = metrics.horizontalAdvance(text) + 14, metrics.height() + 3
        flag = QRectF(column - width / 2, frame.top + frame.height + 1, width, height)
        painter.setPen(QPen(self._card, 6))  # room around it: no half numbers of the axis
        painter.setBrush(self._card)
        painter.drawRoundedRect(flag.adjusted(0, 4, 0, 0), 4, 4)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.accent))
        painter.drawRoundedRect(flag, 4, 4)
        painter.setPen(QColor(self._theme.on_accent))
        painter.setFont(self._bold)
        painter.drawText(flag, Qt.AlignmentFlag.AlignCenter, text)


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
