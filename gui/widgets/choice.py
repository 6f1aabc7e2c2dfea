"""A list to choose from."""

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QComboBox, QWidget

ARROW_ROOM = 22  # px


class Choice(QComboBox):
    """With a plain arrow instead of the raised button of Qt's style sheets."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setStyleSheet(f"QComboBox::drop-down {{ border: none; width: {ARROW_ROOM}px; }}")

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self.palette().color(self.foregroundRole()), 1.4))
            c = QPointF(self.width() - ARROW_ROOM / 2, self.height() / 2)
            painter.drawPolyline([c + QPointF(-4, -2), c + QPointF(0, 2), c + QPointF(4, -2)])
