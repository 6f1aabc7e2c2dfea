"""Rows that stand beside each other in several widgets: a head, a row for each class, and a foot."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.theme import LIGHT, STEP, Theme

HEAD, FOOT = 24.0, 24.0  # px, where there is room
_LOW = 16.0  # px: of each, where there is little
_LEAST, _LARGEST = 16.0, 200.0  # px: of a row
_SLIM, _THICKEST = 22.0, 56.0  # px: what is drawn in a row, where there is room


def thickness(row: float) -> float:
    """px: how thick a bar is in a row of this height; high rows have thicker ones."""
    return min(max(row * 0.3, min(_SLIM, row - 4), 2.0), _THICKEST)


@dataclass(frozen=True)
class Rows:
    """Where the rows of a widget are. Widgets of the same height have them at the same places."""

    count: int
    width: float
    height: float

    @property
    def edge(self) -> float:
        """px: how high the head is, and the foot."""
        return HEAD if self.height >= HEAD + FOOT + _LEAST * self.count else _LOW

    @property
    def each(self) -> float:
        """px: how high a row is."""
        return min(max((self.height - 2 * self.edge) / max(self.count, 1), 1.0), _LARGEST)

    @property
    def head(self) -> QRectF:
        return QRectF(0, 0, self.width, self.edge)

    def row(self, k: int) -> QRectF:
        return QRectF(0, self.edge + k * self.each, self.width, self.each)

    @property
    def foot(self) -> QRectF:
        return QRectF(0, self.edge + self.count * self.each, self.width, self.edge)

    def at(self, place: QPointF) -> int:
        """The row there, or -1."""
        k = int((place.y() - self.edge) // self.each)
        return k if 0 <= k < self.count else -1


class RowWidget(QWidget):
    """Has rows, and says which of them the mouse is over."""

    pointed = Signal(int)  # -1: none

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.theme = LIGHT
        self.count = 0
        self.lit = -1  # the row that is pointed at, here or elsewhere

    @property
    def rows(self) -> Rows:
        return Rows(self.count, self.width(), self.height())

    def set_count(self, count: int) -> None:
        if count != self.count:
            self.count = count
            self.setMaximumHeight(round(HEAD + count * _LARGEST + FOOT))
            self.updateGeometry()

    def set_lit(self, k: int) -> None:
        if k != self.lit:
            self.lit = k
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(40 * STEP, round(HEAD + 3 * _LEAST * self.count + FOOT))

    def minimumSizeHint(self) -> QSize:
        return QSize(18 * STEP, round(HEAD + _LEAST * min(self.count, 4) + FOOT))

    def apply_theme(self, theme: Theme) -> None:
        self.theme = theme
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.pointed.emit(self.rows.at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.pointed.emit(-1)
