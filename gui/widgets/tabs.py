"""A row of buttons of which one is down: which page is shown."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QToolButton, QWidget

from gui.widgets.named import named


class Tabs(QWidget):
    """Emits `chosen` with the name of the page. The button of "weights" is called gateWeightsTab, with prefix
    "gate"."""

    chosen = Signal(str)

    def __init__(self, names: Sequence[str], prefix: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names = tuple(names)
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.buttons = {name: named(QToolButton(), f"{prefix}{name.title()}Tab") for name in names}
        for k, button in enumerate(self.buttons.values()):
            button.setCheckable(True)
            button.setProperty("segment", True)
            self._group.addButton(button, k)
            row.addWidget(button)
        row.addStretch(1)
        self._group.idClicked.connect(self._choose)

    def _choose(self, k: int) -> None:
        self.chosen.emit(self._names[k])

    def show_page(self, name: str) -> None:
        self.buttons[name].setChecked(True)
