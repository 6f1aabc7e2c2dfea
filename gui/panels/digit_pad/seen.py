"""The 28×28 picture that the network sees."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPoint, QRect
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QToolTip, QWidget

from core.digits import BOX, MIDDLE, SIDE
from gui.theme import LIGHT, Theme, ink_map
from gui.widgets.picture import Picture
from gui.widgets.text import exact_text

_GUIDE = 0.4  # how much of the accent colour the guides have
_ARM = 1  # pixels of the picture: how far the cross reaches from the middle


def _mixed(ground: str, colour: str, share: float) -> QColor:
    """As a veil of the colour looks on the ground; lines are drawn faster in it than through a veil."""
    a, b = QColor(ground), QColor(colour)
    pairs = (a.red(), b.red()), (a.green(), b.green()), (a.blue(), b.blue())
    return QColor(*(round(x + (y - x) * share) for x, y in pairs))


class SeenPicture(Picture):
    """Guides lie over it: the box of 20×20 that a digit is scaled to, and the middle it is moved to."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("padPicture")
        self._theme = LIGHT
        self._guide = QPen()
        self._digit: NDArray[np.float32] | None = None

    def apply_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._guide = QPen(_mixed(theme.card, theme.accent, _GUIDE), 1)
        self.set_colours(theme.line, theme.batch_axis, theme.feature_axis)
        self.show_digit(self._digit)

    def show_digit(self, digit: NDArray[np.float32] | None) -> None:
        """digit: (28, 28) from 0 to 1, or None for an empty frame."""
        self._digit = digit
        shown = np.zeros((SIDE, SIDE), np.float32) if digit is None else digit
        self.show_array(shown, ink_map(self._theme), 0.0, 1.0)

    def image_rect(self) -> QRect:
        """At the left, under its title."""
        rect = super().image_rect()
        rect.moveLeft(1)
        return rect

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        with QPainter(self) as painter:
            painter.setPen(self._guide)
            edge = (SIDE - BOX) // 2
            painter.drawRect(self.cell_rect(edge, edge, BOX, BOX))
            around = self.cell_rect(MIDDLE - _ARM, MIDDLE - _ARM, 2 * _ARM + 1, 2 * _ARM + 1)
            middle = around.center()
            painter.drawLine(QPoint(around.left(), middle.y()), QPoint(around.right(), middle.y()))
            painter.drawLine(QPoint(middle.x(), around.top()), QPoint(middle.x(), around.bottom()))

    def event(self, event: QEvent) -> bool:
        """On hover: which of the 784 inputs a pixel is, and its value with all its digits."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent) and self._digit is not None:
            row, column = self.cell_at(event.pos())
            if row >= 0:
                value = exact_text(float(self._digit[row, column]))
                text = f"({row}, {column}) → x[0, {row * SIDE + column}] = {value}"
                QToolTip.showText(event.globalPos(), text, self)
                return True
        return super().event(event)
