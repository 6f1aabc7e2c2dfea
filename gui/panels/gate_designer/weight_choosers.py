"""Which two weights lie along the axes, where a perceptron has more than two."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStyleOptionComboBox, QWidget

from gui.panels.gate_designer.sums import weight_letter
from gui.theme import STEP
from gui.widgets.choice import ARROW_ROOM, Choice
from gui.widgets.named import named

translate = QCoreApplication.translate

_SHORT = Qt.ItemDataRole.UserRole
_AROUND = 16  # px around the text, with the border


class WireChoice(Choice):
    """Names the wires, and where there is little room only the letter of the chosen one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._room_for("w₂ →"), super().minimumSizeHint().height())

    def initStyleOption(self, option: QStyleOptionComboBox) -> None:
        super().initStyleOption(option)
        if self._room_for(self.currentText()) > self.width():
            option.currentText = self.currentData(_SHORT) or ""

    def _room_for(self, text: str) -> int:
        return self.fontMetrics().horizontalAdvance(text) + ARROW_ROOM + _AROUND


class AxisChoosers(QWidget):
    """A list for each axis."""

    first_chosen = Signal(int)
    second_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.first = named(WireChoice(self), "gateWeightFirst")
        self.second = named(WireChoice(self), "gateWeightSecond")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(STEP // 2)
        row.addWidget(self.first)
        row.addWidget(self.second)
        self.first.activated.connect(self.first_chosen)
        self.second.activated.connect(self.second_chosen)

    def retranslate(self) -> None:
        self.first.setAccessibleName(translate("gate_designer", "Weight to the right"))
        self.second.setAccessibleName(translate("gate_designer", "Weight upwards"))

    def show_wires(self, names: Sequence[str], chosen: tuple[int, int]) -> None:
        """names: of the signals that the wires bring."""
        for chooser, wire, mark in ((self.first, chosen[0], "→"), (self.second, chosen[1], "↑")):
            texts = [f"{weight_letter(k)} · {name} {mark}" for k, name in enumerate(names)]
            with QSignalBlocker(chooser):
                if texts != [chooser.itemText(k) for k in range(chooser.count())]:
                    chooser.clear()
                    for k, text in enumerate(texts):
                        chooser.addItem(text, f"{weight_letter(k)} {mark}")
                chooser.setCurrentIndex(wire)
