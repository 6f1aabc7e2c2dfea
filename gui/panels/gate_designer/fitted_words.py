"""Sentences in a given room: nothing grows and nothing jumps when they change."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from gui.theme import BODY, SMALL, font
from gui.widgets.text import plain_tip

_MUCH = 10_000  # px: higher than any text


class FittedWords(QLabel):
    """Plain text on several lines: smaller where there is little room, and where even that does not do it
    ends in …, with the whole on hover."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self._whole = ""

    def sizeHint(self) -> QSize:
        return QSize(1, 1)

    def minimumSizeHint(self) -> QSize:
        return QSize(1, 1)

    def hasHeightForWidth(self) -> bool:
        return False

    def say(self, text: str) -> None:
        if text != self._whole:
            self._whole = text
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        size = BODY if self._fits(self._whole, BODY) else SMALL
        shown = self._whole if size == BODY else self._shortened()
        self.setFont(font(size))
        self.setText(shown)
        self.setToolTip(plain_tip(self._whole) if shown != self._whole else "")
        self.setAccessibleName(self._whole)

    def _shortened(self) -> str:
        """As many of the words as there is room for."""
        words = self._whole.split(" ")
        for count in range(len(words), 0, -1):
            text = " ".join(words[:count]) + ("…" if count < len(words) else "")
            if self._fits(text, SMALL):
                return text
        return "…"

    def _fits(self, text: str, size: int) -> bool:
        room = QRect(0, 0, self.width(), _MUCH)
        return QFontMetrics(font(size)).boundingRect(room, _WRAPPED, text).height() <= self.height()


_WRAPPED = int(Qt.TextFlag.TextWordWrap.value)
