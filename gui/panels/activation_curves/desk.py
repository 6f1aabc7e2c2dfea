"""The settings of one page of the lab: a frozen value, and every edit of it on the undo stack."""

from typing import Generic, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from gui.commands import Change

State = TypeVar("State")


class Desk(QObject, Generic[State]):
    """Holds `state`. A page edits it here, and shows it whenever it has `changed`."""

    changed = Signal()

    def __init__(self, state: State, undo: QUndoStack, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.state = state
        self._undo = undo
        self._gesture = 0  # one drag, one stretch of typing: its edits are undone together

    def edit(self, text: str, after: State, dragged: str = "") -> None:
        """Let the state be `after`, and undone as `text`.

        dragged: what is being dragged, turned or typed; what happens to it until `settle` is one edit.
        """
        if after != self.state:
            merge = f"{id(self)}-{dragged}-{self._gesture}" if dragged else ""
            self._undo.push(Change(text, self.take, self.state, after, merge))

    def settle(self) -> None:
        """A drag is over: what comes next is an edit of its own."""
        self._gesture += 1

    def take(self, state: State) -> None:
        """Let the state be this one, with nothing to undo."""
        self.state = state
        self.changed.emit()
