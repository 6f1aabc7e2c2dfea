"""Which layer's signals are drawn behind the curves."""

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from gui.panels.activation_curves import texts
from gui.panels.activation_curves.landing_signals import Layer
from gui.theme import STEP
from gui.widgets.choice import Choice
from gui.widgets.named import named

translate = QCoreApplication.translate


class SignalsChoice(QWidget):
    chosen = Signal(int)  # the number of the layer, 0 for none

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layers: dict[int, int] = {}  # number → units
        self._number = 0
        self.label = QLabel()
        self.choice = named(Choice(), "signalsChoice")
        self.label.setBuddy(self.choice)
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 0, 4, 0)
        row.setSpacing(STEP)
        row.addWidget(self.label)
        row.addWidget(self.choice, 1)
        self.choice.activated.connect(self._choose)

    @Slot(int)
    def _choose(self, place: int) -> None:
        self.chosen.emit(self.choice.itemData(place))

    def show_layers(self, layers: dict[int, Layer], number: int) -> None:
        units = {each.number: each.units for each in layers.values()}
        if (units, number) != (self._layers, self._number) or not self.choice.count():
            self._layers, self._number = units, number
            self._fill()

    def _fill(self) -> None:
        with QSignalBlocker(self.choice):
            self.choice.clear()
            self.choice.addItem(translate("activation_curves", "none"), 0)
            for number, units in self._layers.items():
                text = translate("activation_curves", "{sums} ({units} units)")
                self.choice.addItem(text.format(sums=texts.sums(number), units=units), number)
            if self.choice.findData(self._number) < 0:
                text = translate("activation_curves", "{sums} (not in this network)")
                self.choice.addItem(text.format(sums=texts.sums(self._number)), self._number)
            self.choice.setCurrentIndex(self.choice.findData(self._number))

    def retranslate(self) -> None:
        self.label.setText(translate("activation_curves", "Signals"))
        tip = translate(
            "activation_curves", "Behind the curves: where the sums a = x·W + b of the present batch lie"
        )
        self.choice.setAccessibleName(translate("activation_curves", "Signals"))
        self.choice.setToolTip(tip)
        self.label.setToolTip(tip)
        self._fill()
