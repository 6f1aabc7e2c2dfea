"""The row of tools: take back a stroke, erase, clear, and the width of the pen."""

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from gui import icons
from gui.panels.digit_pad.pen import PenWidth
from gui.theme import STEP, Theme
from gui.widgets.named import named

translate = QCoreApplication.translate

_ICON = 16  # px


class ToolRow(QWidget):
    """Says what the learner wants. Where the words do not fit, the buttons show their icons alone."""

    undo_asked = Signal()
    clear_asked = Signal()
    erasing_changed = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pen = PenWidth()
        self._undo_button = named(QToolButton(), "undoStrokeButton")
        self._erase_button = named(QToolButton(), "eraseButton")
        self._clear_button = named(QToolButton(), "clearDigitButton")
        self._erase_button.setCheckable(True)
        self._buttons = {"undo": self._undo_button, "erase": self._erase_button, "clear": self._clear_button}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(STEP)
        for button in self._buttons.values():
            button.setIconSize(QSize(_ICON, _ICON))
            row.addWidget(button)
        row.addWidget(self.pen, 1)
        self._undo_button.clicked.connect(self.undo_asked)
        self._erase_button.toggled.connect(self.erasing_changed)
        self._clear_button.clicked.connect(self.clear_asked)

    @property
    def is_erasing(self) -> bool:
        return self._erase_button.isChecked()

    def toggle_eraser(self) -> None:
        self._erase_button.toggle()

    def set_drawn(self, is_drawn: bool) -> None:
        """Whether there are strokes to take back or clear."""
        self._undo_button.setEnabled(is_drawn)
        self._clear_button.setEnabled(is_drawn)

    def retranslate(self) -> None:
        self._undo_button.setText(translate("digit_pad", "Undo stroke"))
        self._undo_button.setToolTip(translate("digit_pad", "Take back the last stroke"))
        self._erase_button.setText(translate("digit_pad", "Erase"))
        self._erase_button.setToolTip(translate("digit_pad", "Erase with the pen (E)"))
        self._clear_button.setText(translate("digit_pad", "Clear"))
        self._clear_button.setToolTip(translate("digit_pad", "Clear the canvas (C)"))
        for button in self._buttons.values():
            button.setAccessibleName(button.text())
        self.pen.retranslate()
        self._fit()

    def apply_theme(self, theme: Theme) -> None:
        self.pen.apply_theme(theme)
        for name, button in self._buttons.items():
            button.setIcon(icons.icon(name, theme.ink))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()

    def _fit(self) -> None:
        for style in (Qt.ToolButtonStyle.ToolButtonTextBesideIcon, Qt.ToolButtonStyle.ToolButtonIconOnly):
            for button in self._buttons.values():
                button.ensurePolished()  # before it is, its size is not the one that it will have
                button.setToolButtonStyle(style)
            asked = sum(button.sizeHint().width() + STEP for button in self._buttons.values())
            if asked + self.pen.sizeHint().width() <= self.width():
                return
