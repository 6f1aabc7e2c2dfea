"""How a function is shown in the list: a box to tick in its colour, and a piece of its line."""

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QWidget

from gui.panels.activation_curves.readings import is_typed
from gui.panels.activation_curves.styles import paint_mark, style_of
from gui.theme import LIGHT, STEP, Theme

_BOX = 15.0  # px: a side of the box
_LONGEST, _ANY = 96, 144  # px: what the name of a typed function asks for, and the others


class CurveCheck(QCheckBox):
    """A check box that is filled with the colour of its curve."""

    def __init__(self, key: str) -> None:
        super().__init__()
        self._style = style_of(key)
        self._longest = _LONGEST if is_typed(key) else _ANY
        self._theme = LIGHT

    def apply_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        width = min(metrics.horizontalAdvance(self.text()), self._longest)
        return QSize(round(_BOX) + STEP + width + 4, max(metrics.height(), round(_BOX) + 4))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, place: QPoint) -> bool:
        return self.rect().contains(place)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            self._paint(painter)

    def _paint(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour, theme = self._style.colour(self._theme), self._theme
        box = QRectF(1.5, (self.height() - _BOX) / 2, _BOX, _BOX)
        if self.hasFocus():
            painter.setPen(QPen(QColor(theme.accent), 1.5))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.75, 0.75, -0.75, -0.75), 4, 4)
            box.translate(2, 0)
        edge = colour if self.isChecked() or self.underMouse() else QColor(theme.muted)
        painter.setPen(QPen(edge, 1.2))
        painter.setBrush(colour if self.isChecked() else QColor(theme.card))
        painter.drawRoundedRect(box, 3, 3)
        if self.isChecked():
            painter.setPen(QPen(QColor(theme.card), 1.8))
            left, top = box.left(), box.top()
            tick = ((0.22, 0.53), (0.43, 0.73), (0.79, 0.3))
            painter.drawPolyline([QPointF(left + x * _BOX, top + y * _BOX) for x, y in tick])
        painter.setPen(QColor(theme.ink))
        room = QRectF(self.rect()).adjusted(box.right() + STEP - 1, 0, 0, 0)
        text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, int(room.width()))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, text)


class Swatch(QWidget):
    """A piece of the curve with its mark on it, as it looks in the plot."""

    def __init__(self, key: str) -> None:
        super().__init__()
        self.setFixedSize(QSize(30, 16))
        self._style = style_of(key)
        self._theme = LIGHT

    def apply_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            self._paint(painter)

    def _paint(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour, middle = self._style.colour(self._theme), QPointF(self.width() / 2, self.height() / 2)
        painter.setPen(QPen(colour, self._style.width))
        painter.drawLine(QPointF(2, middle.y()), QPointF(self.width() - 2, middle.y()))
        paint_mark(painter, middle, 11, self._style, QPen(QColor(self._theme.card), 1.2), colour)
