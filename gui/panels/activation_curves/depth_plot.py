"""Gradients on their way back through the layers, on a log axis; what left the axis stands at its edge."""

import math

import numpy as np
from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.shapes import Array
from gui.panels.activation_curves.depth_model import Flows, decades, on_the_way_back
from gui.panels.activation_curves.layers_looks import (
    CENTRE,
    LEFT,
    RIGHT,
    Axis,
    area_of,
    draw_line,
    frame_in,
    paint_axes,
    pen,
    sharp,
    spread,
)
from gui.panels.activation_curves.styles import paint_mark, style_of
from gui.panels.activation_curves.texts import name
from gui.panels.activation_curves.view import Frame, View
from gui.theme import LIGHT, SMALL, Theme, font
from gui.widgets.text import MINUS

translate = QCoreApplication.translate

_MARGINS = (52.0, 8.0, 96.0, 40.0)  # px: left, top, right, bottom
_LANE = 24.0  # px: for what is 0 or infinite
_IN_LANE = 15.0  # px: from the axis to where that stands
_APART = 26.0  # px: powers of ten, at least
_STEPS = (1, 2, 3, 5, 10, 20, 30, 50, 100)
_NAME = 16.0  # px: the height of a name
_MILLIONTH = -6.0


class DepthPainter:
    """Paints in the colours of one theme."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._small, self._font = font(SMALL - 1), font(SMALL)

    def paint(self, painter: QPainter, room: QRectF, flows: Flows, depth: int, back: int) -> Frame:
        """The whole plot in this room. Lit is where the gradient has gone `back` so many layers; 0: none."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = frame_of(room, flows, depth)
        zeros, beyond = lanes(flows)
        low = _LANE if zeros else 0.0
        paint_axes(painter, frame, self._theme, _along_x(depth, frame), _along_y(frame), low)
        self._paint_edges(painter, frame, "0" if zeros else "", beyond)
        floor = frame.top + frame.height + low
        self._paint_caption(painter, frame, floor)
        if back:
            self._paint_lit(painter, frame, back, floor)
        ends = {key: self._paint_flow(painter, frame, key, on_the_way_back(flows[key])) for key in flows}
        for key, flow in flows.items() if back else ():
            size = on_the_way_back(flow)[back : back + 1]
            on_axis = bool(size[0] > 0 and np.isfinite(size[0]))
            self._paint_mark(painter, frame, key, back, (rows_of(frame, size)[0], on_axis), 10)
        self._paint_names(painter, frame, ends, floor)
        return frame

    def _paint_edges(self, painter: QPainter, frame: Frame, zeros: str, beyond: str) -> None:
        """The lanes below and above the axis, and the line of one millionth."""
        painter.setFont(self._small)
        if frame.view.y0 <= _MILLIONTH:
            painter.setPen(QPen(QColor(self._theme.muted), 1, Qt.PenStyle.DashLine))
            row = sharp(float(frame.row(_MILLIONTH)))
            painter.drawLine(QPointF(frame.left, row), QPointF(frame.left + frame.width, row))
            painter.drawText(QRectF(frame.left + 6, row + 1, 60, 14), LEFT, f"1e{MINUS}6")
        for text, row in ((zeros, frame.top + frame.height + _IN_LANE), (beyond, frame.top - _IN_LANE)):
            if text:
                painter.setPen(QPen(QColor(self._theme.line), 1, Qt.PenStyle.DotLine))
                painter.drawLine(QPointF(frame.left, row), QPointF(frame.left + frame.width, row))
                painter.setPen(QColor(self._theme.muted))
                painter.drawText(QRectF(frame.left - 60, row - 8, 54, 16), RIGHT, text)

    def _paint_caption(self, painter: QPainter, frame: Frame, floor: float) -> None:
        text = translate("activation_curves", "layers that the gradient has gone back through")
        painter.setFont(self._small)
        painter.setPen(QColor(self._theme.muted))
        room = QRectF(frame.left, floor + 20, frame.width + _MARGINS[2] - 8, 16)
        text = QFontMetricsF(self._small).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, LEFT, text)

    def _paint_lit(self, painter: QPainter, frame: Frame, back: int, floor: float) -> None:
        column = float(frame.column(back))
        painter.setPen(QPen(QColor(self._theme.ink), 1.2))
        painter.drawLine(QPointF(column, frame.top - 4), QPointF(column, floor))
        text, bold = str(back), font(SMALL, bold=True)
        width = QFontMetricsF(bold).horizontalAdvance(text) + 12
        flag = QRectF(column - width / 2, floor + 3, width, 17)
        painter.fillRect(flag.adjusted(-10, 0, 10, 0), QColor(self._theme.card))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.accent))
        painter.drawRoundedRect(flag, 4, 4)
        painter.setPen(QColor(self._theme.on_accent))
        painter.setFont(bold)
        painter.drawText(flag, CENTRE, text)

    def _paint_flow(self, painter: QPainter, frame: Frame, key: str, back: Array) -> float:
        """One function's line; from where it is 0 or beyond the floats it runs along the edge. Returns the
        row in which it ends."""
        colour = style_of(key).colour(self._theme)
        rows = rows_of(frame, back)
        on_axis = (back > 0) & np.isfinite(back)
        layers = np.arange(len(back), dtype=np.float64)
        with np.errstate(all="ignore"):
            powers = np.where(on_axis, np.log10(back), np.nan)
        painter.setPen(pen(colour, 2.0))
        draw_line(painter, frame, layers, powers)
        dotted = QPen(colour, 1.4, Qt.PenStyle.DotLine)
        painter.setPen(dotted)
        off_axis = np.flatnonzero(~on_axis).tolist()
        for first, last in _runs(off_axis):
            along = range(max(first - 1, 0), last + 1)
            painter.drawPolyline([QPointF(float(frame.column(k)), rows[k]) for k in along])
        for k in {*off_axis[:1], len(back) - 1}:
            self._paint_mark(painter, frame, key, k, (rows[k], bool(on_axis[k])), 8)
        return rows[-1]

    def _paint_mark(
        self, painter: QPainter, frame: Frame, key: str, k: int, there: tuple[float, bool], size: float
    ) -> None:
        """there: the row, and whether it is one of the axis."""
        colour = style_of(key).colour(self._theme)
        row, on_axis = there
        where = QPointF(float(frame.column(k)), row)
        fill = colour if on_axis else QColor(self._theme.card)  # hollow where it stands for 0 or infinity
        paint_mark(painter, where, size, style_of(key), QPen(colour, 1.4), fill)

    def _paint_names(self, painter: QPainter, frame: Frame, ends: dict[str, float], floor: float) -> None:
        """Each name at the end of its line."""
        painter.setFont(self._font)
        metrics = QFontMetricsF(self._font)
        places = spread(list(ends.values()), _NAME, frame.top - _LANE, floor + 6)
        left = frame.left + frame.width + 8
        width = _MARGINS[2] - 12
        for (key, row), place in zip(ends.items(), places, strict=True):
            colour = style_of(key).colour(self._theme)
            if abs(place - row) > 1:
                painter.setPen(QPen(colour, 0.8))
                painter.drawLine(QPointF(left - 6, row), QPointF(left + 1, place))
            paint_mark(painter, QPointF(left + 6, place), 7, style_of(key), QPen(colour, 1.2), colour)
            painter.setPen(QColor(self._theme.ink))
            text = metrics.elidedText(name(key), Qt.TextElideMode.ElideRight, width - 14)
            painter.drawText(QRectF(left + 14, place - _NAME / 2, width - 14, _NAME), LEFT, text)


def frame_of(room: QRectF, flows: Flows, depth: int) -> Frame:
    """Layers across, powers of ten upwards, with room kept for the lanes of 0 and infinity."""
    low, high = decades(flows)
    left, top, right, bottom = _MARGINS
    zeros, beyond = lanes(flows)
    margins = (left, top + bool(beyond) * _LANE, right, bottom + zeros * _LANE)
    height = max(room.height() - margins[1] - margins[3], 1.0)
    step = _step(high - low, height)
    view = View(0.0, float(depth), step * math.floor(low / step), step * math.ceil(high / step))
    return frame_in(room, view, margins)


def _step(span: float, height: float) -> int:
    """Powers of ten from one number of the axis to the next."""
    return next((step for step in _STEPS if span / step * _APART <= height), _STEPS[-1])


def lanes(flows: Flows) -> tuple[bool, str]:
    """What needs a lane beside the axis: is there a 0, and what is there that is infinite or NaN?"""
    every = np.concatenate([[1.0], *(flow.gradient_sizes for flow in flows.values())])
    beyond = {"∞": np.isinf(every).any(), "nan": np.isnan(every).any()}
    return bool((every == 0).any()), ", ".join(text for text, there in beyond.items() if there)


def rows_of(frame: Frame, back: Array) -> list[float]:
    """Where each size stands, in px: 0 below the axis, what is infinite or NaN above it."""
    with np.errstate(all="ignore"):
        rows = frame.row(np.log10(back))
    rows = np.where(back == 0, frame.top + frame.height + _IN_LANE, rows)
    found: list[float] = np.where(np.isfinite(back), rows, frame.top - _IN_LANE).tolist()
    return found


def _runs(places: list[int]) -> list[tuple[int, int]]:
    """The first and the last of each stretch of numbers that follow one another."""
    runs: list[tuple[int, int]] = []
    for k in places:
        if runs and runs[-1][1] == k - 1:
            runs[-1] = (runs[-1][0], k)
        else:
            runs.append((k, k))
    return runs


def _along_x(depth: int, frame: Frame) -> Axis:
    step = next((s for s in (1, 2, 5, 10) if s * frame.width / depth >= 26), 25)
    places = tuple(float(k) for k in range(0, depth + 1, step))
    return Axis(places, tuple(str(round(k)) for k in places))


def _along_y(frame: Frame) -> Axis:
    step = _step(frame.view.y1 - frame.view.y0, frame.height)
    first = step * math.ceil(frame.view.y0 / step)  # so that 1 is one of them
    powers = range(first, round(frame.view.y1) + 1, step)
    texts = tuple("1" if power == 0 else f"1e{power}".replace("-", MINUS) for power in powers)
    return Axis(tuple(float(power) for power in powers), texts)


class DepthPlot(QWidget):
    """Shows flows; says at which layer the learner points, by how many layers it is back; 0 for none."""

    pointed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMouseTracking(True)
        self._flows: Flows = {}
        self._depth, self._back = 1, 0
        self._theme, self._painter = LIGHT, DepthPainter(LIGHT)

    def sizeHint(self) -> QSize:
        return QSize(460, 260)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, 110)

    def show_flows(self, flows: Flows, depth: int, back: int) -> None:
        self._flows, self._depth, self._back = flows, depth, back
        self.update()

    def apply_theme(self, theme: Theme) -> None:
        self._theme, self._painter = theme, DepthPainter(theme)
        self.update()

    def frame(self) -> Frame:
        return frame_of(QRectF(self.rect()), self._flows, self._depth)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            frame = self._painter.paint(painter, QRectF(self.rect()), self._flows, self._depth, self._back)
            if self.hasFocus():
                painter.setPen(QPen(QColor(self._theme.accent), 1.5))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(area_of(frame), 4, 4)

    # Hands

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        frame, place = self.frame(), event.position()
        within = frame.left - 8 <= place.x() <= frame.left + frame.width + 8
        self.pointed.emit(self._bounded(round(frame.x_at(place.x()))) if within else 0)

    def _bounded(self, back: int) -> int:
        return min(max(back, 1), self._depth)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.pointed.emit(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        far = 10 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1
        wanted = {
            Qt.Key.Key_Left: self._bounded(self._back - far),
            Qt.Key.Key_Right: self._bounded(self._back + far),
            Qt.Key.Key_Home: 1,
            Qt.Key.Key_End: self._depth,
            Qt.Key.Key_Escape: 0,
        }.get(Qt.Key(event.key()))
        if wanted is None or (event.key() == Qt.Key.Key_Escape and not self._back):
            event.ignore()
        else:
            self.pointed.emit(wanted)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.pointed.emit(0)
        self.update()
