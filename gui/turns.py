"""A list of things to do, one in each turn of the event loop.

What has to be done in every panel (new colours, another language, all at new sizes) is soon done in
one of them, but in all of them it would make the window stand still. So they take turns, and between
two of them Qt paints what the last one did, and hears the mouse.
"""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, QTimer, Slot

Step = Callable[[], None]


class Turns(QObject):
    """Takes one step in each turn of the event loop, in the order in which they came."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._waiting: list[Step] = []
        self._timer = QTimer(self)  # of zero milliseconds: once in every turn
        self._timer.timeout.connect(self._take_one)

    def add(self, steps: Iterable[Step]) -> None:
        """Take these steps after those that wait already."""
        self._waiting.extend(steps)
        self._timer.start()

    def finish(self) -> None:
        """Take at once all steps that still wait."""
        while self._waiting:
            self._waiting.pop(0)()
        self._timer.stop()

    @Slot()
    def _take_one(self) -> None:
        if self._waiting:
            self._waiting.pop(0)()
        if not self._waiting:
            self._timer.stop()
