"""What is done with the learner's own functions, and how it is undone."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QUndoStack

from gui.commands import Change
from gui.function_names import short_function_name
from gui.session import Session

translate = QCoreApplication.translate


class OwnFunctions(QObject):
    """Adds, changes and removes them in the session. `ticked` asks for a curve to be shown or hidden with
    it: what is done in answer is undone together with the edit."""

    ticked = Signal(str, bool)

    def __init__(self, session: Session, undo: QUndoStack, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._undo = session, undo

    @property
    def keys(self) -> tuple[str, ...]:
        return self._session.functions

    def add(self, key: str) -> None:
        with self._edit(translate("activation_curves", "add {function}"), key):
            self._set((*self.keys, key))
            self.ticked.emit(key, True)

    def replace(self, old: str, new: str) -> None:
        """Put one in the place of another."""
        with self._edit(translate("activation_curves", "change {function}"), old):
            self.ticked.emit(old, False)
            self._set(tuple(new if key == old else key for key in self.keys))
            self.ticked.emit(new, True)

    def remove(self, key: str) -> None:
        with self._edit(translate("activation_curves", "remove {function}"), key):
            self.ticked.emit(key, False)
            self._set(tuple(each for each in self.keys if each != key))

    @contextmanager
    def _edit(self, text: str, key: str) -> Iterator[None]:
        """All that is done within is one edit."""
        self._undo.beginMacro(text.format(function=short_function_name(key)))
        try:
            yield
        finally:
            self._undo.endMacro()

    def _set(self, keys: tuple[str, ...]) -> None:
        self._undo.push(Change("", self._session.set_functions, self.keys, keys))
