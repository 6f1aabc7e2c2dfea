"""The plane of two weights: coloured where the goals are met, with the present weights as a point in it."""

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QHelpEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from core.shapes import Array
from gui.panels.gate_designer.frame import Frame, square, ticks
from gui.panels.gate_designer.plane_painting import image_of, packed
from gui.theme import LIGHT, SMALL, Theme, font
from gui.widgets.text import plain_tip, short_number
from gui.widgets.wheel import Notches

LEAST, USUAL, MOST = 0.5, 2.0, 10.0  # how far the plane is seen, to all sides
_ZOOM = 1.15  # for one notch of the wheel
_MARGINS = (28, 8, 10, 22)  # px, as around the plane of the inputs
_POINT = 7.0  # px
_REACH = 14.0  # px from the point: a press there does not move it at once
_FINE, _COARSE = 0.01, 0.1  # a step of the arrow keys, without and with Shift
_ALL, _ALMOST, _NONE = 0.5, 0.15, 0.0  # how much accent is in the colour of all, all but one, no goals met
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Down: (0, -1),
    Qt.Key.Key_Up: (0, 1),
}


class WeightPlot(QWidget):
    """Shows what `ground` gives; asks for other weights where the point is pulled.

    A press anywhere brings the point there; arrow keys move it; the wheel, + and − zoom.
    """

    point_moved = Signal(float, float)
    point_dropped = Signal()
    frame_changed = Signal()  # zoomed, or of another size: the ground has to be shown again
    asked = Signal(float, float)  # the mouse rests over these weights: `tell` what is reached there

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("gateWeightSpacePlot")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._theme = LIGHT
        self._reach = USUAL
        self._notches = Notches()
        self._grip: QPointF | None = None  # from the mouse to the point, while it is pulled
        self._names = ("w₁", "w₂")
        self._point: tuple[float, float] | None = None
        self._met: Array = np.zeros((1, 1), dtype=np.int64)
        self._goals = 0
        self._image: QImage | None = None
        self._tip_at = self.pos()

    def sizeHint(self) -> QSize:
        return QSize(240, 240)

    def minimumSizeHint(self) -> QSize:
        return QSize(98, 90)  # a plane of 60 px, and its margins

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.frame_changed.emit()

    def apply_theme(self, theme: Theme) -> None:
        self._theme, self._image = theme, None
        self.update()

    # What is shown

    @property
    def reach(self) -> float:
        """How far the plane is seen, to all sides."""
        return self._reach

    @property
    def frame(self) -> Frame:
        return square(self.width(), self.height(), -self._reach, self._reach, _MARGINS)

    def pixels(self) -> tuple[Array, Array]:
        """The numbers in the middles of all pixels: (W,) along the first axis, (H,) from top to bottom."""
        return self.frame.pixels(self.devicePixelRatioF())

    def show_ground(self, met: Array, goals: int) -> None:
        """met: (H, W), for each pixel how many of the goals are met."""
        self._met, self._goals, self._image = met, goals, None
        self.update()

    def show_point(self, names: tuple[str, str], point: tuple[float, float] | None) -> None:
        """The names of the axes, and where the perceptron stands; None where there is none."""
        if (names, point) != (self._names, self._point):
            self._names, self._point = names, point
            self.update()

    def place_of(self, first: float, second: float) -> QPointF:
        """The place in the widget of two numbers."""
        return self.frame.place(first, second)

    def image(self) -> QImage:
        """The ground in colours: the more goals are met the stronger, and borders where the count changes."""
        if self._image is None:
            met = self._met
            kinds = np.array(met, dtype=np.intp)  # (H, W)
            edge = np.zeros(met.shape, dtype=bool)
            edge[:, 1:] |= met[:, 1:] != met[:, :-1]
            edge[1:] |= met[1:] != met[:-1]
            kinds[edge] += self._goals + 1
            self._image = image_of(self._colours()[kinds], self.devicePixelRatioF())
        return self._image

    def _colours(self) -> Array:
        """For 0, 1, … goals met, then the same once more for the borders: (2·(goals + 1),)."""
        shares = np.linspace(0, 1, max(self._goals, 1)) ** 2 * (_ALMOST - _NONE) + _NONE
        shares = np.append(shares, _ALL)[: self._goals + 1]
        fill = _mixed(self._theme.sunken, self._theme.accent, shares)
        border = _mixed(self._theme.sunken, self._theme.accent, shares + 0.22)
        return packed(np.concatenate([fill, border]))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, frame, theme = QPainter(self), self.frame, self._theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(frame.area, QColor(theme.sunken))
        if self._goals:
            painter.drawImage(QPointF(frame.left, frame.top), self.image())
        if self.hasFocus():
            painter.setPen(QPen(QColor(theme.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(frame.area.adjusted(-2, -2, 2, 2), 4, 4)
        self._paint_axes(painter, frame)
        if self._point is not None:
            self._paint_point(painter, frame, *self._point)

    def _paint_axes(self, painter: QPainter, frame: Frame) -> None:
        theme, area = self._theme, frame.area
        names = self._names if self._point is not None else ("", "")
        painter.setFont(font(SMALL))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)  # hairlines are sharp, and soon done
        for number in ticks(-self._reach, self._reach, frame.width):
            column, row = np.floor(frame.column(number)) + 0.5, np.floor(frame.row(number)) + 0.5
            hairline = QColor(theme.ink)
            hairline.setAlphaF(0.28 if number == 0 else 0.07)
            painter.fillRect(QRectF(column - 0.5, area.top(), 1, area.height()), hairline)
            painter.fillRect(QRectF(area.left(), row - 0.5, area.width(), 1), hairline)
            painter.setPen(QColor(theme.muted))
            if column < area.right() - 22:
                _write(painter, QPointF(column, area.bottom() + 11), short_number(number))
            if row > area.top() + 18:
                _write(painter, QPointF(area.left() - 14, row), short_number(number))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font(SMALL, bold=True))
        painter.setPen(QColor(theme.ink))
        _write(painter, QPointF(area.right() - 8, area.bottom() + 11), names[0])
        _write(painter, QPointF(area.left() - 14, area.top() + 8), names[1])

    def _paint_point(self, painter: QPainter, frame: Frame, first: float, second: float) -> None:
        """The present weights; hollow, at the border, where they lie outside of what is seen."""
        reach = self._reach
        inside = max(abs(first), abs(second)) <= reach
        place = frame.place(*(min(max(number, -reach), reach) for number in (first, second)))
        accent, card = QColor(self._theme.accent), QColor(self._theme.card)
        painter.setPen(QPen(card, 5))
        painter.setBrush(card)
        painter.drawEllipse(place, _POINT, _POINT)
        painter.setPen(QPen(accent, 2))
        painter.setBrush(accent if inside else card)
        painter.drawEllipse(place, _POINT - 0.5, _POINT - 0.5)

    # The mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or self._point is None:
            return
        way = self.place_of(*self._point) - event.position()
        near = way.x() ** 2 + way.y() ** 2 <= _REACH**2
        if not near and not self.frame.area.contains(event.position()):
            return
        self._grip = way if near else QPointF()
        self.setCursor(Qt.CursorShape.ClosedHandCursor)
        if not near:
            self._ask(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grip is not None:
            self._ask(event.position() + self._grip)
        elif self._point is not None and self.frame.area.contains(event.position()):
            way = self.place_of(*self._point) - event.position()
            near = way.x() ** 2 + way.y() ** 2 <= _REACH**2
            self.setCursor(Qt.CursorShape.OpenHandCursor if near else Qt.CursorShape.CrossCursor)
        else:
            self.unsetCursor()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._grip is not None:
            self._grip = None
            self.setCursor(Qt.CursorShape.OpenHandCursor)
            self.point_dropped.emit()

    def _ask(self, place: QPointF) -> None:
        first, second = (min(max(number, -self._reach), self._reach) for number in self.frame.point(place))
        self.point_moved.emit(round(first, 2) + 0.0, round(second, 2) + 0.0)

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.zoom(-self._notches.turned(event.angleDelta().y()))
        event.accept()

    def zoom(self, steps: int) -> None:
        """See more of the plane, or with steps below 0 less."""
        reach = min(max(self._reach * _ZOOM**steps, LEAST), MOST)
        if reach != self._reach:
            self._reach = reach
            self.frame_changed.emit()
            self.update()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            if self._point is not None and self.frame.area.contains(QPointF(event.pos())):
                self._tip_at = event.globalPos()
                self.asked.emit(
                    *(round(number, 2) + 0.0 for number in self.frame.point(QPointF(event.pos())))
                )
            else:
                QToolTip.hideText()
            return True
        return super().event(event)

    def tell(self, text: str) -> None:
        """What is reached where the mouse rests."""
        QToolTip.showText(self._tip_at, plain_tip(text), self)

    # The keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _ARROWS and self._point is not None:
            step = _COARSE if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else _FINE
            (first, second), (across, up) = self._point, _ARROWS[key]
            self.point_moved.emit(round(first + across * step, 3) + 0.0, round(second + up * step, 3) + 0.0)
        elif event.text() in ("+", "=", "-"):
            self.zoom(1 if event.text() == "-" else -1)
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ARROWS and not event.isAutoRepeat():
            self.point_dropped.emit()
        super().keyReleaseEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.point_dropped.emit()
        self.update()


def _mixed(one: str, other: str, shares: Array) -> Array:
    """(N,) shares of the other colour → (N, 3) red, green, blue."""
    ends = np.array([[c.red(), c.green(), c.blue()] for c in (QColor(one), QColor(other))], dtype=np.float64)
    return ends[0] + shares[:, None] * (ends[1] - ends[0])


def _write(painter: QPainter, middle: QPointF, text: str) -> None:
    room = QRectF(middle.x() - 30, middle.y() - 10, 60, 20)
    painter.drawText(room, Qt.AlignmentFlag.AlignCenter, text)
