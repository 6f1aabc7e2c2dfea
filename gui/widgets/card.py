"""A card: a framed part of a panel, with a title, a word of explanation, and room for content."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from gui.theme import PADDING, STEP
from gui.widgets.named import named


class Card(QFrame):
    """Put widgets into `content`; `header` takes buttons on the right of the title."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.title = named(QLabel(), "cardTitle")
        self.hint = named(QLabel(), "cardHint")
        self.hint.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.header = QHBoxLayout()
        self.header.setSpacing(STEP)
        self.header.addWidget(self.title)
        self.header.addWidget(self.hint, 1)
        self.content = QVBoxLayout(self)
        self.content.setContentsMargins(PADDING, STEP, PADDING, STEP)
        self.content.setSpacing(STEP)
        self.content.addLayout(self.header)
