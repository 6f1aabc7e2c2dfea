"""The only module that shows an error: in a bar at the top of the window, as plain text, with the
details a click away. It takes no focus and stops nobody. `sentences` writes what it says.
"""

import logging
import traceback
from functools import cached_property
from typing import cast

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from core.errors import Cancelled, CoreError
from gui.theme import PADDING, STEP, mono_font
from gui.widgets.named import named

translate = QCoreApplication.translate
logger = logging.getLogger("mitbadak")


class MessageBar(QFrame):
    """One sentence, the details on request, and a button to be done with it."""

    resized = Signal()  # it needs more room, or less

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("messageBar")
        self.text = named(QLabel(), "messageText")
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setWordWrap(True)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.details_button = named(QPushButton(), "messageDetailsButton")
        self.details_button.setCheckable(True)
        self.close_button = named(QPushButton(), "messageCloseButton")
        row = QHBoxLayout()
        row.setSpacing(STEP)
        row.addWidget(self.text, 1)
        row.addWidget(self.details_button, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(PADDING, STEP, PADDING, STEP)
        column.addLayout(row)
        self.details_button.toggled.connect(self._show_details)
        self.close_button.clicked.connect(self.hide)
        self.hide()

    @cached_property
    def details(self) -> QPlainTextEdit:
        """Made with the first error: most starts have none."""
        details = named(QPlainTextEdit(readOnly=True), "messageDetails")
        details.setFont(mono_font())
        details.setFixedHeight(120)
        cast("QVBoxLayout", self.layout()).addWidget(details)
        return details

    @Slot(bool)
    def _show_details(self, wanted: bool) -> None:
        self.details.setVisible(wanted)
        self.resized.emit()

    def retranslate(self) -> None:
        self.details_button.setText(translate("messages", "Details"))
        self.close_button.setText(translate("messages", "Close"))


class Messages(QObject):
    """Shows errors in the bar. The last error can be written again in another language."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.bar = MessageBar()
        self._error: BaseException | None = None

    @Slot(Exception)
    def show_error(self, error: BaseException) -> None:
        """Say what went wrong. Cancelled work is not an error and is passed over."""
        if isinstance(error, Cancelled):
            return
        self._error = error
        details = "".join(traceback.format_exception(error))
        if not isinstance(error, CoreError):
            logger.error("unexpected error\n%s", details)
        self.bar.details.setPlainText(details)
        self.bar.details_button.setChecked(False)
        self.bar.details.hide()
        self.retranslate()
        self.bar.show()
        self.bar.resized.emit()

    def clear(self) -> None:
        """Something worked: an older complaint is out of place."""
        self._error = None
        self.bar.hide()

    def retranslate(self) -> None:
        self.bar.retranslate()
        if self._error is not None:
            from gui.sentences import sentence  # a start need not wait for what nobody hopes to read

            self.bar.text.setText(sentence(self._error))
