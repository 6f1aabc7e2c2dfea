"""Labels that are told something new with every move of the mouse."""

from typing import TypeVar

from PySide6.QtWidgets import QLabel

from gui.theme import PADDING

CARDS = 304  # px: the width of the column of cards
INSIDE = CARDS - 2 * (PADDING + 1)  # of a card, within its edge

AnyLabel = TypeVar("AnyLabel", bound=QLabel)


def steady(label: AnyLabel, width: int, lines: int = 1) -> AnyLabel:
    """The same label, for good as large as that. Any other asks its whole window for another size whenever
    its text changes: that takes longer than to paint it."""
    height = lines * label.fontMetrics().lineSpacing()
    label.setFixedSize(width, height if lines > 1 else height + 4)  # room for a power
    return label
