"""What the editor of functions offers: examples to try, and the learner's own to be taken up again."""

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QToolButton, QWidget

from gui.function_names import short_function_name
from gui.panels.activation_curves.typed import EXAMPLES
from gui.theme import SMALL, STEP, font
from gui.widgets.elided import ElidedLabel
from gui.widgets.named import named

translate = QCoreApplication.translate


class FunctionOffers(QWidget):
    """A row of buttons."""

    example_wanted = Signal(str)  # its text
    own_wanted = Signal(str)  # its key

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = ElidedLabel()
        self._title.setProperty("muted", True)
        self.own_button = named(QToolButton(), "labOwnFunctionsButton")
        self.own_menu = QMenu(self)
        self.own_button.setMenu(self.own_menu)
        self.own_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.own_menu.triggered.connect(self._take_up)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(STEP)
        row.addWidget(self._title)
        self.examples: dict[str, QPushButton] = {}
        for place, (name, text) in enumerate(EXAMPLES.items()):
            button = named(QPushButton(name), f"labExample{place}Button")
            button.setProperty("link", True)
            button.setFont(font(SMALL))
            button.setToolTip(text)
            button.clicked.connect(self._take_example)
            self.examples[name] = button
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.own_button)

    @property
    def buttons(self) -> tuple[QWidget, ...]:
        """What can have the keyboard."""
        return (*self.examples.values(), self.own_button)

    def show_own(self, keys: tuple[str, ...]) -> None:
        self.own_menu.clear()
        for place, key in enumerate(keys):
            text = short_function_name(key, 48).replace("&", "&&")
            action = named(self.own_menu.addAction(text), f"own{place}")
            action.setData(key)
        self.own_button.setText(translate("activation_curves", "Your own ({count})").format(count=len(keys)))
        self.own_button.setVisible(bool(keys))

    @Slot()
    def _take_example(self) -> None:
        name = next(name for name, button in self.examples.items() if button is self.sender())
        self.example_wanted.emit(EXAMPLES[name])

    @Slot(QAction)
    def _take_up(self, action: QAction) -> None:
        self.own_wanted.emit(action.data())

    def retranslate(self) -> None:
        self._title.setText(translate("activation_curves", "Try"))
        self.own_button.setToolTip(
            translate("activation_curves", "Take one up again, to change or remove it")
        )
        for name, button in self.examples.items():
            button.setAccessibleName(
                translate("activation_curves", "Example {name}: {text}").format(
                    name=name, text=EXAMPLES[name]
                )
            )
