"""A slider for a number that is no integer."""

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QSlider, QWidget

from gui.widgets.wheel import Notches

_HANDLE = 14  # px: as wide as the handle of the style sheet


class ValueSlider(QSlider):
    """Goes to where it is pressed, unless its handle is taken. One notch of the wheel is one step, a double
    click goes home.

    It shows whatever number it is given, at its end where the number lies beyond; only what the person
    does is said. Every drag, every key that is pressed and every stay of the wheel is a change of its own.
    """

    moved = Signal(float)
    settled = Signal()  # what comes next is another change

    def __init__(
        self, low: float, high: float, step: float, home: float = 0.0, parent: QWidget | None = None
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._step, self._home = step, home
        self._notches = Notches()
        self._grip = 0.0  # px from the middle of the handle to where it was taken
        self.setRange(round(low / step), round(high / step))
        self.setPageStep(max((self.maximum() - self.minimum()) // 20, 1))
        self.setMinimumWidth(56)
        self.valueChanged.connect(self._say)

    def show_number(self, number: float) -> None:
        """Stand at this number, without a word."""
        with QSignalBlocker(self):
            self.setValue(self._steps(number))

    def _steps(self, number: float) -> int:
        low, high = self.minimum(), self.maximum()
        return round(min(max(number / self._step, low), high))  # a file may hold more than an int

    @Slot(int)
    def _say(self, steps: int) -> None:
        self.moved.emit(float(f"{steps * self._step:.10g}"))  # 0.3, not 3 · 0.1

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.settled.emit()  # what was done with keys or wheel before
            self.setSliderDown(True)
            x = event.position().x()
            from_middle = x - self._middle()
            self._grip = from_middle if abs(from_middle) <= _HANDLE / 2 else 0.0
            self._go_to(x)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.isSliderDown():
            self._go_to(event.position().x())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.isSliderDown():
            self.setSliderDown(False)
            self.settled.emit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.setValue(self._steps(self._home))
        self.settled.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.setValue(self.value() + self._notches.turned(event.angleDelta().y()))
        event.accept()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        if not self.isSliderDown():
            self.settled.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not event.isAutoRepeat():
            self.settled.emit()
        super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        super().keyReleaseEvent(event)
        if not event.isAutoRepeat():
            self.settled.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.settled.emit()

    def _middle(self) -> float:
        """Where the middle of the handle is, in px."""
        room = max(self.maximum() - self.minimum(), 1)
        return _HANDLE / 2 + (self.value() - self.minimum()) / room * (self.width() - _HANDLE)

    def _go_to(self, x: float) -> None:
        share = (x - self._grip - _HANDLE / 2) / max(self.width() - _HANDLE, 1)
        room = self.maximum() - self.minimum()
        self.setValue(self.minimum() + round(min(max(share, 0.0), 1.0) * room))
