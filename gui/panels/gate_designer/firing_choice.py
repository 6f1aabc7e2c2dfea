"""The choice of what the perceptrons of a circuit make of their sums."""

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from gui.function_names import function_name, short_function_name
from gui.panels.gate_designer.functions import OFFERED
from gui.widgets.choice import Choice

translate = QCoreApplication.translate

_LETTERS = 28  # of a typed function in the list
_SHOWN = 13  # letters for which there is always room


class FiringChoice(Choice):
    """What lies between step and sigmoid, the other functions, and those that the learner typed."""

    chosen = Signal(str)  # the key of a function, "" for what lies between step and sigmoid
    settled = Signal()  # the next choice is another one; what arrow keys and wheel go through is one

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(_SHOWN)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._present = ""
        self._own: tuple[str, ...] = ()
        self._offered: tuple[str, ...] = ()
        self.activated.connect(self._choose)

    def offer(self, own: tuple[str, ...]) -> None:
        """own: the keys of the functions that the learner typed."""
        self._own = own
        self._fill()

    def show_present(self, key: str) -> None:
        """Which function the circuit has now. It is offered even if it was thrown away elsewhere."""
        self._present = key
        if key in self._offered:
            self.setCurrentIndex(self._offered.index(key))
        else:
            self._fill()

    def retranslate(self) -> None:
        self.setAccessibleName(translate("gate_designer", "Activation of the perceptrons"))
        self.setToolTip(translate("gate_designer", "What every perceptron makes of its sum, in blocks too"))
        self._fill()

    def _fill(self) -> None:
        self._offered = tuple(dict.fromkeys(("", *OFFERED, *self._own, self._present)))
        with QSignalBlocker(self):
            self.clear()
            for place, key in enumerate(self._offered):
                if key:
                    self.addItem(short_function_name(key, _LETTERS), key)
                    self.setItemData(place, function_name(key), Qt.ItemDataRole.ToolTipRole)
                else:
                    self.addItem(translate("gate_designer", "step – sigmoid"), key)
            self.setCurrentIndex(self._offered.index(self._present))

    @Slot(int)
    def _choose(self, place: int) -> None:
        self.chosen.emit(self._offered[place])

    def showPopup(self) -> None:
        self.settled.emit()
        super().showPopup()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.settled.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel turns only what it was pointed at on purpose."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()
