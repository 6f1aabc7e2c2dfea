"""The menu bar, made from the table of actions, and what the Edit menu calls the next undo."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, QObject, Slot
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QDockWidget, QMenu, QMenuBar

from gui.actions import MENUS, SPECS, Actions

translate = QCoreApplication.translate


class Menus(QObject):
    """Fills the menu bar; the docks can be brought back at the end of the View menu."""

    def __init__(
        self, bar: QMenuBar, actions: Actions, docks: Iterable[QDockWidget], undo: QUndoStack
    ) -> None:
        super().__init__(bar)
        self._actions = actions
        self._menus = {key: bar.addMenu("") for key in MENUS}
        for spec in SPECS:
            if not spec.menu:
                continue
            if spec.separator:
                self._menus[spec.menu].addSeparator()
            self._menus[spec.menu].addAction(actions[spec.key])
        self._menus["view"].addSeparator()
        for dock in docks:
            self._menus["view"].addAction(dock.toggleViewAction())
        self._undo_text = self._redo_text = ""  # what they would change; the Edit menu says so
        undo.undoTextChanged.connect(self._name_undo)
        undo.redoTextChanged.connect(self._name_redo)
        for key, possible in (("undoAction", undo.canUndoChanged), ("redoAction", undo.canRedoChanged)):
            actions[key].setEnabled(False)
            possible.connect(actions[key].setEnabled)

    def add_to_file_menu(self, *menus: QMenu) -> None:
        """At its top: the menus that say what is in use and offer other things."""
        file = self._menus["file"]
        first = file.actions()[0]
        for menu in menus:
            file.insertMenu(first, menu)
        file.insertSeparator(first)

    def retranslate(self) -> None:
        self._actions.retranslate()
        for key, text in MENUS.items():
            self._menus[key].setTitle(translate("actions", text))
        self._name_undo(self._undo_text)
        self._name_redo(self._redo_text)

    @Slot(str)
    def _name_undo(self, text: str) -> None:
        self._undo_text = text
        name = translate("actions", "&Undo")
        self._actions["undoAction"].setText(_with(name, text))

    @Slot(str)
    def _name_redo(self, text: str) -> None:
        self._redo_text = text
        name = translate("actions", "&Redo")
        self._actions["redoAction"].setText(_with(name, text))


def _with(name: str, change: str) -> str:
    """Undo, and what. A & in a file name is no shortcut."""
    return f"{name}: {change.replace('&', '&&')}" if change else name
