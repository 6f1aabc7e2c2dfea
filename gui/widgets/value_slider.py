"""A slider for a number that is no integer."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QSlider, QWidget

from gui.widgets.wheel import Notches

_HANDLE = 14  # px: as wide as the handle of the style sheet


class ValueSlider(QSlider):
    """Goes to where it is pressed. One notch of the wheel is one step, a double click goes home.

    It shows whatever number it is given, at its end where the number lies beyond; only what the person
    does is said.
    """

    moved = Signal(float)
    settled = Signal()  # a drag is over, or the keys have left it

    def __init__(
        self, low: float, high: float, step: float, home: float = 0.0, parent: QWidget | None = None
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._step, self._home = step, home
        self._notches = Notches()
        self.setRange(round(low / step), round(high / step))
        self.setPageStep(max((self.maximum() - self.minimum()) // 20, 1))
        self.setMinimumWidth(56)
        self.valueChanged.connect(self._say)

    def show_number(self, number: float) -> None:
        """Stand at this number, without a word."""
        with QSignalBlocker(self):
            self.setValue(self._steps(number))

    def _steps(self, number: float) -> int:
        return min(max(round(number / self._step), self.minimum()), self.maximum())

    @Slot(int)
    def _say(self, steps: int) -> None:
        self.moved.emit(float(f"{steps * self._step:.10g}"))  # 0.3, not 3 · 0.1

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.settled.emit()  # what was done with keys or wheel before
            self.setSliderDown(True)
            self._go_to(event.position().x())

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

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.settled.emit()

    def _go_to(self, x: float) -> None:
        share = (x - _HANDLE / 2) / max(self.width() - _HANDLE, 1)
        room = self.maximum() - self.minimum()
        self.setValue(self.minimum() + round(min(max(share, 0.0), 1.0) * room))
