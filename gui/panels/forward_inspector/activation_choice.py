"""Which activation stands between two layers, and the choice of another one."""

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from core.activations import ACTIVATIONS
from gui import icons
from gui.function_names import function_name, short_function_name
from gui.panels.forward_inspector.buttons import IconButton
from gui.theme import Theme
from gui.widgets.choice import Choice
from gui.widgets.named import named

translate = QCoreApplication.translate

_LETTERS = 28  # of a typed function in the list


class ActivationChoice(QWidget):
    """A list of all functions that work on each number by itself, and the way back to the file's own."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = named(_List(self), "hiddenActivationChoice")
        self.back_button = named(IconButton(self), "hiddenActivationBackButton")
        self._present, self._own = "", ""
        self._offered: tuple[str, ...] = ()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.list)
        row.addWidget(self.back_button)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.list.activated.connect(self._choose)
        self.back_button.clicked.connect(self._go_back)

    def show_activation(self, present: str, own: str, functions: tuple[str, ...]) -> None:
        """present: the key of what is there now. own: of what the file has. functions: the learner's own."""
        self._present, self._own = present, own
        known = (key for key, activation in ACTIVATIONS.items() if activation.elementwise)
        self._offered = tuple(dict.fromkeys((*known, *functions, present, own)))
        self._write()

    def retranslate(self) -> None:
        self.list.setAccessibleName(translate("forward_inspector", "Activation of this layer"))
        self.list.setToolTip(
            translate("forward_inspector", "Put another function between these layers. The weights stay.")
        )
        self.back_button.setAccessibleName(translate("forward_inspector", "Back to the file's own function"))
        self._write()

    def apply_theme(self, theme: Theme) -> None:
        self.back_button.setIcon(icons.icon("undo", theme.ink))

    def _write(self) -> None:
        if not self._present:
            return
        with QSignalBlocker(self.list):
            self.list.clear()
            for place, key in enumerate(self._offered):
                name = short_function_name(key, _LETTERS)
                if key == self._own:
                    name = translate("forward_inspector", "{function} · as opened").format(function=name)
                self.list.addItem(name, key)
                self.list.setItemData(place, function_name(key), Qt.ItemDataRole.ToolTipRole)
            self.list.setCurrentIndex(self._offered.index(self._present))
        self.back_button.setVisible(self._present != self._own)
        back = translate("forward_inspector", "Back to {function}, as it was opened")
        self.back_button.setToolTip(back.format(function=short_function_name(self._own, _LETTERS)))

    @Slot(int)
    def _choose(self, place: int) -> None:
        key = self._offered[place]
        if key != self._present:
            self.chosen.emit(key)

    @Slot()
    def _go_back(self) -> None:
        self.list.setFocus()  # the button goes
        self.chosen.emit(self._own)


class _List(Choice):
    """Left and right are the panel's, where they step; the wheel turns what it was pointed at on purpose."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(16)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()
