"""A few sentences in the room for so many lines."""

import re

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from gui.widgets.text import plain_tip

_ENDS = re.compile(r"(?<=[.?!]) ")


class Sentences(QLabel):
    """Shows as many of its sentences as there is room for, and all of them on hover."""

    def __init__(self, lines: int) -> None:
        super().__init__(wordWrap=True, alignment=Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._whole = ""
        self.set_lines(lines)

    @property
    def whole(self) -> str:
        return self._whole

    def set_lines(self, lines: int) -> None:
        self._lines = lines
        self.setFixedHeight(lines * self._line())
        self._fit()

    def say(self, text: str) -> None:
        if text != self._whole:
            self._whole = text
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Whole sentences are left away from the end, and, where one alone is too long, its last words."""
        parts = _ENDS.split(self._whole)
        while len(parts) > 1 and not self._fits(" ".join(parts)):
            parts.pop()
        text = " ".join(parts)
        words = text.split(" ")
        while len(words) > 1 and not self._fits(text):
            words.pop()
            text = " ".join(words) + " …"
        self.setText(text)
        self.setToolTip(plain_tip(self._whole) if text != self._whole else "")

    def _fits(self, text: str) -> bool:
        room = QRect(0, 0, max(self.width(), 1), 10_000)
        needed = self.fontMetrics().boundingRect(room, int(Qt.TextFlag.TextWordWrap), text)
        return needed.height() <= self._lines * self._line()

    def _line(self) -> int:
        """A line with signs from another font in it is a little higher than one without."""
        return round(1.2 * self.fontMetrics().lineSpacing())
