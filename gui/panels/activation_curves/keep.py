"""Keep and show: the page in view as a picture, as numbers, or as NumPy."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QMenu, QToolButton, QWidget

from core.errors import CoreError
from gui.messages import Messages
from gui.panels.activation_curves.page import Page
from gui.theme import STEP
from gui.widgets.elided import ElidedLabel
from gui.widgets.named import named
from gui.widgets.picture_file import SUFFIXES, image_of, save_bytes, save_picture

translate = QCoreApplication.translate

_SAID_MS = 4000


class Keep(QWidget):
    """A button with a menu, and beside it for a moment what was done."""

    def __init__(self, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keeper = Keeper(messages, self)
        self.button = named(QToolButton(self), "labKeepButton")
        self.button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.said = named(ElidedLabel(self), "labSaid")
        self.said.setProperty("muted", True)
        self._menu = QMenu(self)
        self.button.setMenu(self._menu)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(STEP)
        row.addWidget(self.said, 1)
        row.addWidget(self.button)
        self._actions = {
            "labCopyNumpy": (self._keeper.copy_numpy, "Ctrl+Shift+N"),
            "labCopyPicture": (self._keeper.copy_picture, "Ctrl+Shift+C"),
            "labSavePicture": (self._keeper.ask_picture, ""),
            "labSaveNumbers": (self._keeper.ask_csv, ""),
        }
        for name, (slot, shortcut) in self._actions.items():
            action = QAction(self._menu)
            action.setObjectName(name)
            action.setShortcut(QKeySequence(shortcut))
            action.triggered.connect(slot)
            self._menu.addAction(action)
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(_SAID_MS)
        self._quiet.timeout.connect(self.said.clear)
        self._keeper.said.connect(self._say)

    def set_page(self, page: Page) -> None:
        self._keeper.page = page

    def retranslate(self) -> None:
        self.button.setText(translate("activation_curves", "Keep"))
        self.button.setToolTip(translate("activation_curves", "Copy or save what is shown"))
        texts = {
            "labCopyNumpy": translate("activation_curves", "Copy as NumPy"),
            "labCopyPicture": translate("activation_curves", "Copy picture"),
            "labSavePicture": translate("activation_curves", "Save picture…"),
            "labSaveNumbers": translate("activation_curves", "Save numbers (CSV)…"),
        }
        for action in self._menu.actions():
            action.setText(texts[action.objectName()])

    @Slot(str)
    def _say(self, text: str) -> None:
        self.said.setText(text)
        self._quiet.start()


class Keeper(QObject):
    """Does it with the page that it was given last."""

    said = Signal(str)

    def __init__(self, messages: Messages, parent: QWidget) -> None:
        super().__init__(parent)
        self._messages = messages
        self._parent = parent
        self.page: Page | None = None

    @Slot()
    def copy_numpy(self) -> None:
        if self.page is not None:
            QGuiApplication.clipboard().setText(self.page.numpy())
            self.said.emit(translate("activation_curves", "Copied as NumPy."))

    @Slot()
    def copy_picture(self) -> None:
        if self.page is not None:
            image = image_of(self.page.picture_size(), self.page.paint_picture)
            QGuiApplication.clipboard().setImage(image)
            self.said.emit(translate("activation_curves", "The picture is on the clipboard."))

    @Slot()
    def ask_picture(self) -> None:
        kinds = translate("activation_curves", "Pictures ({patterns})")
        patterns = " ".join(f"*{suffix}" for suffix in SUFFIXES)
        title = translate("activation_curves", "Save as a picture")
        if (path := self._ask(title, SUFFIXES, kinds.format(patterns=patterns))) is not None:
            self.save_picture(path)

    @Slot()
    def ask_csv(self) -> None:
        kinds = translate("activation_curves", "Tables ({patterns})").format(patterns="*.csv")
        title = translate("activation_curves", "Save the numbers")
        if (path := self._ask(title, (".csv",), kinds)) is not None:
            self.save_csv(path)

    def _ask(self, title: str, suffixes: tuple[str, ...], kinds: str) -> Path | None:
        """Where to, with a suffix. A file that is there already is asked about by the dialog."""
        if self.page is None:
            return None
        suggestion = f"{self.page.file_name()}{suffixes[0]}"
        chosen, _ = QFileDialog.getSaveFileName(self._parent, title, suggestion, kinds)
        if not chosen or Path(chosen).suffix.lower() in suffixes:
            return Path(chosen) if chosen else None
        complete = Path(chosen + suffixes[0])
        if complete.exists():  # nobody was asked about this one
            chosen, _ = QFileDialog.getSaveFileName(self._parent, title, str(complete), kinds)
            return Path(chosen) if chosen else None
        return complete

    def save_picture(self, path: Path) -> None:
        """Write the page as SVG or PNG, or say why that cannot be."""
        if self.page is None:
            return
        try:
            save_picture(path, self.page.file_name(), self.page.picture_size(), self.page.paint_picture)
        except CoreError as error:
            self._messages.show_error(error)
            return
        self.said.emit(translate("activation_curves", "Saved as {file}.").format(file=path.name))

    def save_csv(self, path: Path) -> None:
        """Write the numbers of the page, or say why that cannot be. Spreadsheets know UTF-8 by its mark."""
        if self.page is None:
            return
        try:
            save_bytes(path, self.page.csv().encode("utf-8-sig"))
        except CoreError as error:
            self._messages.show_error(error)
            return
        self.said.emit(translate("activation_curves", "Saved as {file}.").format(file=path.name))
