"""The little picture of what the perceptrons make of their sums."""

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from core.activations import Activation
from core.breaks import broken_curve
from core.firing import Firing, fire, is_step
from core.shapes import Array
from gui.theme import LIGHT, Theme

_REACH = 3.0  # to both sides of a = 0
_LOWEST, _HIGHEST = -1.5, 3.0  # what is further down or up is not seen


class CurvePicture(QWidget):
    """h(a) as it is now, for a from −3 to 3. From 0 to 1 is always seen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedSize(QSize(64, 36))
        self._firing: Firing = 0.0
        self._low, self._high = 0.0, 1.0
        self._theme = LIGHT

    def show_firing(self, firing: Firing) -> None:
        if firing != self._firing:
            self._firing = firing
            self.update()

    def apply_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        a, h = self._curve()
        seen = h[np.isfinite(h)]
        self._low = max(min(seen.min(initial=0.0), 0.0), _LOWEST)
        self._high = min(max(seen.max(initial=1.0), 1.0), _HIGHEST)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(self._theme.line), 1))
            painter.setBrush(QColor(self._theme.sunken))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
            painter.drawLine(QPointF(self.width() / 2, 1), QPointF(self.width() / 2, self.height() - 1))
            if self._low < 0:
                zero = float(self._height_of(np.array(0.0)))
                painter.drawLine(QPointF(1, zero), QPointF(self.width() - 1, zero))
            if is_step(self._firing):
                self._paint_step(painter)
            else:
                self._paint_curve(painter, a, h)

    def _curve(self) -> tuple[Array, Array]:
        """Points of the curve, at least one for each px; nan where it is broken."""
        a = np.linspace(-_REACH, _REACH, self.width())
        if isinstance(self._firing, Activation):
            return broken_curve(self._firing, a)
        return a, fire(a, self._firing)

    def _paint_curve(self, painter: QPainter, a: Array, h: Array) -> None:
        x = 2 + (a + _REACH) / (2 * _REACH) * (self.width() - 4)
        y = self._height_of(np.clip(h, 2 * _LOWEST, 2 * _HIGHEST))  # nobody sees how far out it is
        painter.setPen(QPen(QColor(self._theme.accent), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setClipRect(QRectF(self.rect()).adjusted(1, 1, -1, -1))
        for piece in np.split(np.arange(h.size), np.flatnonzero(np.isnan(h))):
            places = piece[~np.isnan(h[piece])]
            if places.size > 1:
                points = map(QPointF, x[places].tolist(), y[places].tolist())
                painter.drawPolyline(QPolygonF(list(points)))

    def _paint_step(self, painter: QPainter) -> None:
        left, middle, right = 2.0, self.width() / 2, self.width() - 2.0
        zero, one = self._height_of(np.array((0.0, 1.0))).tolist()
        painter.setPen(QPen(QColor(self._theme.accent), 2))
        painter.drawLine(QPointF(left, zero), QPointF(middle, zero))
        painter.drawLine(QPointF(middle, one), QPointF(right, one))
        painter.setPen(QPen(QColor(self._theme.accent), 1.5))
        painter.setBrush(QColor(self._theme.accent))
        painter.drawEllipse(QPointF(middle, zero), 2, 2)  # h(0) is 0 …
        painter.setBrush(QColor(self._theme.card))
        painter.drawEllipse(QPointF(middle, one), 2, 2)  # … and not 1

    def _height_of(self, h: Array) -> Array:
        """Where in the picture these values lie."""
        return self.height() - 6 - (h - self._low) / (self._high - self._low) * (self.height() - 12)
