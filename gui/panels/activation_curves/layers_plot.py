"""The stack's curve on the line that it equals, or that it leaves, and the probe that goes through it."""

import numpy as np
from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt, Signal
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

from gui.panels.activation_curves.layers_looks import (
    CENTRE,
    LEFT,
    Axis,
    area_of,
    draw_line,
    frame_in,
    ladder,
    largest,
    paint_axes,
    pale,
    pen,
    three_digits,
)
from gui.panels.activation_curves.layers_model import REACH, Bent, Layers, Way, bent, way
from gui.panels.activation_curves.model import snapped
from gui.panels.activation_curves.styles import paint_mark, style_of
from gui.panels.activation_curves.texts import name
from gui.panels.activation_curves.view import Frame, View, ticks
from gui.theme import LIGHT, SMALL, Theme, font
from gui.widgets.text import short_number

translate = QCoreApplication.translate

_MARGINS = (46.0, 26.0, 12.0, 22.0)  # px: left, top, right, bottom
_APART = 36.0  # px: numbers of an axis, at least
_NO_ROOM = 28.0  # px
_PALE_WIDTH, _WIDTH = 9.0, 2.4
_LINE_AT_MOST = 1.5  # times as high as the curve: a line that leaves it further is cut off


def view_of(shown: Bent) -> View:
    """From -4 to 4, and as high as the curve, and its line as far as that lets the curve be seen."""
    curve, line = largest(shown.stack.output), largest(shown.lines[-1])
    high = ladder(1.04 * max(curve, min(line, _LINE_AT_MOST * max(curve, 1.0))))
    return View(-REACH, REACH, -high, high)


class StackPainter:
    """Paints in the colours of one theme."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._font, self._bold = font(SMALL), font(SMALL, bold=True)

    def paint(self, painter: QPainter, room: QRectF, state: Layers) -> Frame:
        """The whole plot in this room. Returns the frame, so that places in it can be found again."""
        shown = bent(state)
        frame = frame_in(room, view_of(shown), _MARGINS)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        along_x = ticks(frame.view.x0, frame.view.x1, frame.x_per_pixel, _APART)
        along_y = ticks(frame.view.y0, frame.view.y1, frame.y_per_pixel, _APART)
        paint_axes(
            painter,
            frame,
            self._theme,
            Axis(along_x.values, tuple(short_number(x) for x in along_x.values)),
            Axis(along_y.values, tuple(three_digits(y) for y in along_y.values)),
        )
        painter.save()
        painter.setClipRect(area_of(frame))
        painter.setPen(pen(pale(self._theme), _PALE_WIDTH))
        ends = [0, -1]  # a straight line needs no more
        draw_line(painter, frame, shown.x[ends], shown.lines[-1][ends])
        painter.setPen(pen(style_of(state.function).colour(self._theme), _WIDTH))
        draw_line(painter, frame, shown.x, shown.stack.output)
        self._paint_gap(painter, frame, shown)
        self._paint_probe(painter, frame, state, way(state))
        painter.restore()
        self._paint_legend(painter, frame, state, shown)
        return frame

    def _paint_gap(self, painter: QPainter, frame: Frame, shown: Bent) -> None:
        """Where curve and line are furthest apart: a bracket between them, and how far that is."""
        if shown.lies_on_line or not np.isfinite(shown.gap):
            return
        column = float(frame.column(shown.gap_x))
        ends = (float(shown.stack.output[shown.place]), float(shown.lines[-1][shown.place]))
        top, bottom = frame.top + 2, frame.top + frame.height - 2
        wanted = sorted(float(frame.row(y)) for y in ends)
        rows = [min(max(row, top), bottom) for row in wanted]
        inward = 6 if column < frame.left + frame.width / 2 else -6
        column += inward / 2
        colour = QColor(self._theme.positive)
        painter.setPen(QPen(colour, 1.6))
        painter.drawLine(QPointF(column, rows[0]), QPointF(column, rows[1]))
        for row, there, up in zip(rows, wanted, (-6, 6), strict=True):
            if row == there:
                painter.drawLine(QPointF(column, row), QPointF(column + inward, row))
            else:  # an arrow: it goes on beyond the edge
                tip = QPointF(column, row)
                painter.drawPolyline([tip + QPointF(-4, -up), tip, tip + QPointF(4, -up)])
        text = translate("activation_curves", "gap {gap}").format(gap=three_digits(shown.gap))
        width = QFontMetricsF(self._bold).horizontalAdvance(text)
        left = column + 10 if inward > 0 else column - 10 - width
        middle = (rows[0] + rows[1]) / 2
        if rows[1] - rows[0] < _NO_ROOM:  # beside so short a bracket it would cover the curve
            middle = rows[0] - _NO_ROOM / 2 if rows[0] - _NO_ROOM > frame.top else rows[1] + _NO_ROOM / 2
        place = QRectF(left - 3, middle - 8, width + 6, 16)
        painter.fillRect(place, QColor(self._theme.card))
        painter.setFont(self._bold)
        painter.setPen(QColor(self._theme.wrong))
        painter.drawText(place, CENTRE, text)

    def _paint_probe(self, painter: QPainter, frame: Frame, state: Layers, found: Way) -> None:
        column = float(frame.column(found.x))
        painter.setPen(QPen(QColor(self._theme.ink), 1.2))
        painter.drawLine(QPointF(column, frame.top), QPointF(column, frame.top + frame.height))
        colour, looks = style_of(state.function).colour(self._theme), style_of(state.function)
        if np.isfinite(found.line):
            painter.setPen(QPen(QColor(self._theme.muted), 1.5))
            painter.setBrush(QColor(self._theme.card))
            painter.drawEllipse(QPointF(column, float(frame.row(found.line))), 7, 7)
        if np.isfinite(found.signals[-1]):
            where = QPointF(column, float(frame.row(found.signals[-1])))
            paint_mark(painter, where, 9, looks, QPen(colour, 1.2), colour)

    def _paint_legend(self, painter: QPainter, frame: Frame, state: Layers, shown: Bent) -> None:
        """Above the plot: which line is which."""
        layers = translate("activation_curves", "{count} × {name}").format(
            count=state.count, name=name(state.function)
        )
        slope, intercept = shown.line
        line = line_text(slope, intercept)
        if shown.straight is None:
            line = translate("activation_curves", "without h: {line}").format(line=line)
        left, row = frame.left, frame.top - 14
        colour = style_of(state.function).colour(self._theme)
        for text, stroke in ((layers, pen(colour, _WIDTH)), (line, pen(pale(self._theme), _PALE_WIDTH))):
            painter.setPen(stroke)
            painter.drawLine(QPointF(left + 2, row), QPointF(left + 22, row))
            painter.setPen(QColor(self._theme.ink))
            painter.setFont(self._font)
            width = QFontMetricsF(self._font).horizontalAdvance(text) + 4
            width = min(width, frame.left + frame.width - left - 30)
            text = QFontMetricsF(self._font).elidedText(text, Qt.TextElideMode.ElideRight, width)
            painter.drawText(QRectF(left + 30, row - 9, width, 18), LEFT, text)
            left += 30 + width + 20


def line_text(slope: float, intercept: float) -> str:
    """y = 0.125·x − 1"""
    text = f"y = {three_digits(slope)}·x"
    if intercept == 0:
        return text
    sign, size = ("−", -intercept) if intercept < 0 else ("+", intercept)
    return f"{text} {sign} {three_digits(size)}"


class StackPlot(QWidget):
    """Shows a state; says where the learner wants the probe."""

    grasped = Signal()  # a new drag or click begins
    probe_wanted = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setCursor(Qt.CursorShape.SizeHorCursor)
        self._state = Layers()
        self._painter = StackPainter(LIGHT)
        self._theme = LIGHT

    def sizeHint(self) -> QSize:
        return QSize(480, 280)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, 90)

    def show_state(self, state: Layers) -> None:
        self._state = state
        self.update()

    def apply_theme(self, theme: Theme) -> None:
        self._theme, self._painter = theme, StackPainter(theme)
        self.update()

    def frame(self) -> Frame:
        """The view as it lies in this widget."""
        return frame_in(QRectF(self.rect()), view_of(bent(self._state)), _MARGINS)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            frame = self._painter.paint(painter, QRectF(self.rect()), self._state)
            if self.hasFocus():
                painter.setPen(QPen(QColor(self._theme.accent), 1.5))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(area_of(frame), 4, 4)

    # Hands

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.grasped.emit()
            self._move_probe_to(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._move_probe_to(event.position())

    def _move_probe_to(self, place: QPointF) -> None:
        frame = self.frame()
        column = min(max(place.x(), frame.left), frame.left + frame.width)
        self.probe_wanted.emit(snapped(frame.x_at(column), frame.x_per_pixel))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = 1.0 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 0.1
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            way_on = step if event.key() == Qt.Key.Key_Right else -step
            self.probe_wanted.emit(self._state.probe + way_on)
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.probe_wanted.emit(-REACH if event.key() == Qt.Key.Key_Home else REACH)
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()
