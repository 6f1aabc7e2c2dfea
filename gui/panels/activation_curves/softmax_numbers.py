"""Scores as text, and typed text as scores; and a field that opens where a number stands."""

import math

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from gui.theme import SMALL, font
from gui.widgets.named import named
from gui.widgets.text import MINUS

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_LOWEST, _HIGHEST = 22.0, 26.0  # px: how high the field may be


def score_text(value: float) -> str:
    """A score with up to six digits: 1010, −0.25, −3.5e40, inf."""
    text = f"{value:.6g}".replace("e+0", "e").replace("e+", "e").replace("e-0", "e-")
    return text.replace("-", MINUS)


def number_from(text: str) -> float | None:
    """The finite number that was typed, with either minus sign, and a comma for the point; else None."""
    try:
        number = float(text.strip().replace(MINUS, "-").replace(",", "."))
    except ValueError:
        return None
    return number + 0.0 if math.isfinite(number) else None


class InPlaceField(QLineEdit):
    """Opens over a number. Enter takes what was typed, Esc leaves all as it was.

    To go elsewhere is to finish, if it is a number.
    """

    taken = Signal(float)
    refused = Signal(str)  # what was typed and is no finite number
    left = Signal()  # by a key: the keyboard is where it was before

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        named(self, name)
        self.setFont(font(SMALL))
        self.is_open = False
        self.hide()

    def open_over(self, place: QRectF, text: str, *, whole: bool) -> None:
        """whole: all of it is selected, so that typing replaces it."""
        height = min(max(place.height(), _LOWEST), _HIGHEST)
        over = QRectF(place.left(), place.center().y() - height / 2, place.width(), height)
        self.setGeometry(over.toRect())
        self.setStyleSheet("padding: 0 4px;")
        self.setText(text)
        if whole:
            self.selectAll()
        self.is_open = True
        self.show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def shut(self) -> None:
        """Without a word."""
        self.is_open = False
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.shut()
            self.left.emit()
        elif event.key() in _ENTER:
            self._take()
        elif event.key() not in (Qt.Key.Key_Up, Qt.Key.Key_Down):  # not for what lies below
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self.is_open and event.reason() != Qt.FocusReason.PopupFocusReason:  # its own menu
            number = number_from(self.text())
            self.shut()
            if number is not None:
                self.taken.emit(number)

    def _take(self) -> None:
        number = number_from(self.text())
        if number is None:
            wrong = self.palette().brightText().color().name()
            self.setStyleSheet(f"padding: 0 4px; border: 2px solid {wrong};")
            self.refused.emit(self.text())
            return
        self.shut()
        self.left.emit()
        self.taken.emit(number)
