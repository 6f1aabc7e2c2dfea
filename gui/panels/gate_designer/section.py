"""A part of the panel: a title, a word of explanation, buttons on the right, and what it is about."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from gui.theme import STEP
from gui.widgets.elided import ElidedLabel
from gui.widgets.named import named

_HEADER = 30  # px: as high as a button, so that titles stand in one line across the panel


class Section(QWidget):
    """Put widgets into `content`. Where there is little room the title goes, and the buttons stay."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.title = named(QLabel(), "cardTitle")
        self.hint = named(ElidedLabel(), "cardHint")
        self.hint.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._header = QWidget()
        self.row = QHBoxLayout(self._header)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(STEP)
        self.row.addWidget(self.title)
        self.row.addWidget(self.hint, 1)
        self.content = QVBoxLayout(self)
        self.content.setContentsMargins(0, 0, 0, 0)
        self.content.setSpacing(STEP // 2)
        self.content.addWidget(self._header)
        self._has_buttons = False
        self._with_hint = True

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)  # the panel says how much room there is

    def add_button(self, name: str, *, checkable: bool = False) -> QToolButton:
        """A button at the right end of the title."""
        button = named(QToolButton(), name)
        button.setCheckable(checkable)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.row.addWidget(button)
        self._has_buttons = True
        return button

    def set_header(self, widget: QWidget) -> None:
        """Something that says more than a hint, and stays where there is little room."""
        self.hint.hide()
        self._with_hint = False
        self.row.addWidget(widget, 1)
        self._has_buttons = True

    def set_compact(self, compact: bool) -> None:
        """Small: the tab above says the title already."""
        self.title.setVisible(not compact)
        self.hint.setVisible(self._with_hint)  # it keeps the buttons on the right
        self._header.setMinimumHeight(0 if compact else _HEADER)
        self._header.setVisible(self._has_buttons or not compact)
