"""The probe above the curves: its line, a mark on each curve, the tangent, and the place that is lit."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from gui.panels.activation_curves.grips import ends_of_tangent
from gui.panels.activation_curves.ground import GroundPainter, area_of
from gui.panels.activation_curves.model import Curves
from gui.panels.activation_curves.readings import Reading, read
from gui.panels.activation_curves.spots import paint_spot
from gui.panels.activation_curves.styles import paint_mark, style_of
from gui.panels.activation_curves.view import Frame
from gui.panels.activation_curves.working import place_text
from gui.theme import SMALL, Theme, font

_GRIP = 4.5  # px: half as wide is the end of the tangent, by which it is turned


class ProbePainter:
    """Paints in the colours of one theme."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._card, self._ink = QColor(theme.card), QColor(theme.ink)
        self._ground = GroundPainter(theme)
        self._bold = font(SMALL, bold=True)

    def paint(
        self, painter: QPainter, state: Curves, frame: Frame, *, focused: bool = False, spot: str = ""
    ) -> None:
        """The line at x, a mark on each curve there, and the tangent of the curve that is explained."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = area_of(frame)
        if focused:
            painter.setPen(QPen(QColor(self._theme.accent), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area.adjusted(0.75, 0.75, -0.75, -0.75), 4, 4)
        painter.save()
        painter.setClipRect(area)
        if spot:
            paint_spot(painter, frame, state.neuron, spot, self._theme)
        if frame.view.contains_x(state.probe):
            self._paint_readings(painter, state, frame)
        painter.restore()
        flag = QRectF()
        if frame.view.contains_x(state.probe):
            flag = self._paint_flag(painter, frame, state.probe)
        self._ground.paint_numbers_of_x(painter, frame, flag)

    def _paint_readings(self, painter: QPainter, state: Curves, frame: Frame) -> None:
        column = float(frame.column(state.probe))
        painter.setPen(QPen(self._ink, 1.2))
        painter.drawLine(QPointF(column, frame.top), QPointF(column, frame.top + frame.height))
        readings = [read(key, state.probe, state.neuron) for key in state.shown]
        for reading in readings:
            if reading.key == state.focus:
                self._paint_tangent(painter, frame, reading)
        for reading in readings:
            if reading.has_value:
                self._paint_marks(painter, frame, reading, state)

    def _paint_tangent(self, painter: QPainter, frame: Frame, reading: Reading) -> None:
        ends = ends_of_tangent(frame, reading)
        if not ends:
            return
        painter.setPen(QPen(self._ink, 1.5))
        painter.drawLine(*ends)
        if reading.inner == 0:  # however large w is, it stays flat
            return
        painter.setBrush(self._card)
        for end in ends:
            painter.drawEllipse(end, _GRIP, _GRIP)

    def _paint_marks(self, painter: QPainter, frame: Frame, reading: Reading, state: Curves) -> None:
        style = style_of(reading.key)
        colour, column = style.colour(self._theme), float(frame.column(reading.x))
        if state.derivatives and reading.has_slope:
            where = QPointF(column, float(frame.row(reading.slope)))
            paint_mark(painter, where, 8, style, QPen(colour, 1.5), self._card)
        where = QPointF(column, float(frame.row(reading.value)))
        if reading.key == state.focus:
            paint_mark(painter, where, 13, style, QPen(colour, 2.4), self._card)
        else:
            paint_mark(painter, where, 11, style, QPen(colour, 1.2), colour)

    def _paint_flag(self, painter: QPainter, frame: Frame, x: float) -> QRectF:
        """The place of the probe, on a flag among the numbers below, where it hides no curve."""
        text, metrics = place_text(x), QFontMetricsF(self._bold)
        width, height = metrics.horizontalAdvance(text) + 14, metrics.height() + 2
        flag = QRectF(float(frame.column(x)) - width / 2, frame.top + frame.height + 1, width, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.accent))
        painter.drawRoundedRect(flag, 4, 4)
        painter.setPen(QColor(self._theme.on_accent))
        painter.setFont(self._bold)
        painter.drawText(flag, Qt.AlignmentFlag.AlignCenter, text)
        return flag
