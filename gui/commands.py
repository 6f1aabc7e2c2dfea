"""The undoable edits. One command serves them all: a value before, a value after, and who takes it."""

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtGui import QUndoCommand

Value = TypeVar("Value")

_MERGE_ID = 1


class Change(QUndoCommand, Generic[Value]):
    """`apply(after)` now and on redo, `apply(before)` on undo.

    `merge` joins changes that follow each other into one: the many steps of a slider that is
    dragged are undone at once. Give it a name that says what is being dragged.
    """

    def __init__(
        self, text: str, apply: Callable[[Value], None], before: Value, after: Value, merge: str = ""
    ) -> None:
        super().__init__(text)
        self._apply = apply
        self._before = before
        self._after = after
        self._merge = merge

    def redo(self) -> None:
        self._apply(self._after)

    def undo(self) -> None:
        self._apply(self._before)

    def id(self) -> int:
        return _MERGE_ID if self._merge else -1

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, Change) or other._merge != self._merge:
            return False
        self._after = other._after
        self.setObsolete(bool(self._before == self._after))
        return True
