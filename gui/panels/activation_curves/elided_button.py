"""A button whose words end in … where there is no room, and are said on hover anyway."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QStyle, QStyleOptionButton

_PADDING = 28  # px: left and right of the words, with the frame
_LEAST = 48  # px


class ElidedButton(QPushButton):
    """Asks for the room that its words need, and makes do with less."""

    def minimumSizeHint(self) -> QSize:
        return QSize(min(_LEAST, self.sizeHint().width()), super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        room = max(self.width() - _PADDING, 0)
        if self.sizeHint().width() > self.width():
            option.text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        with QPainter(self) as painter:
            self.style().drawControl(QStyle.ControlElement.CE_PushButton, option, painter, self)
