"""Buttons that leave the arrow keys to the panel, where they step and select.

Qt's own buttons would move the focus to their neighbours instead.
"""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget

ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)


class TextButton(QPushButton):
    """A button with words on it."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ARROWS:
            event.ignore()
        else:
            super().keyPressEvent(event)


class IconButton(QToolButton):
    """A button with a picture on it."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ARROWS:
            event.ignore()
        else:
            super().keyPressEvent(event)


def enable(button: QWidget, possible: bool) -> None:
    """Switch a button on or off. One with the focus would hand it to some neighbour; its section takes it."""
    section = button.parentWidget()
    if not possible and button.hasFocus() and section is not None:
        section.setFocus()
    button.setEnabled(possible)
