"""What every panel is: a widget with the tools it may use, and four things it can be asked for."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QWidget

from gui.jobs import Jobs
from gui.messages import Messages
from gui.session import Session
from gui.theme import Theme


@dataclass(frozen=True)
class Tools:
    """What a panel works with. It gets nothing else, and asks for nothing else."""

    session: Session
    jobs: Jobs
    messages: Messages
    undo: QUndoStack


class Panel(QWidget):
    """A room of the house. It knows the session and no other panel.

    A panel is made when it is first shown; right after, `restore`, `retranslate` and `apply_theme`
    are called, in this order.
    """

    def __init__(self, tools: Tools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tools = tools
        self.session = tools.session

    def retranslate(self) -> None:
        """Write every text again, in the present language."""
        raise NotImplementedError

    def apply_theme(self, theme: Theme) -> None:
        """Take the colours of this theme."""
        raise NotImplementedError

    def work(self) -> dict[str, Any]:
        """What the learner made or chose here, in plain JSON values."""
        return {}

    def restore(self, work: dict[str, Any]) -> None:
        """Take up what `work` gave. It may be old, partial or damaged: what does not fit is left out."""

    def pages(self) -> tuple[str, ...]:
        """The names of its pages, where it shows one of several."""
        return ()

    def show_page(self, name: str) -> None:
        """Turn to this page."""
        raise NotImplementedError
