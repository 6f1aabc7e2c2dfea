"""What every page of the lab is: a widget with duties like those of a panel, and something to keep."""

from typing import Any

from PySide6.QtCore import QSizeF, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from gui.panel import Tools
from gui.theme import Theme


class Page(QWidget):
    """One bench of the lab. It is made when it is first shown; then `restore`, `retranslate` and
    `apply_theme` are called, in this order. It knows no other page."""

    edited = Signal()  # also by an undo, which may come while another page is shown

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self.tools = tools
        self.session = tools.session

    def retranslate(self) -> None:
        """Write every text again, in the present language."""
        raise NotImplementedError

    def apply_theme(self, theme: Theme) -> None:
        """Take the colours of this theme."""
        raise NotImplementedError

    def work(self) -> dict[str, Any]:
        """What the learner chose here, in plain JSON values."""
        raise NotImplementedError

    def restore(self, work: dict[str, Any]) -> None:
        """Take up what `work` gave. It may be old, partial or damaged: what does not fit is left out."""
        raise NotImplementedError

    # What can be kept of it

    def file_name(self) -> str:
        """What a file with it would be called, without a suffix."""
        raise NotImplementedError

    def picture_size(self) -> QSizeF:
        """How large a picture of what is plotted is, in px."""
        raise NotImplementedError

    def paint_picture(self, painter: QPainter) -> None:
        """Paint what is plotted, with its ground, from (0, 0) to `picture_size`."""
        raise NotImplementedError

    def csv(self) -> str:
        """The numbers that are plotted, with every digit: a line of names, then a line for each row."""
        raise NotImplementedError

    def numpy(self) -> str:
        """What is shown as Python with NumPy, as the book writes it. It runs as it is pasted."""
        raise NotImplementedError
