"""A field to type a number into, with the minus sign and the point that the rest of the program uses."""

from PySide6.QtCore import QLocale
from PySide6.QtGui import QValidator
from PySide6.QtWidgets import QDoubleSpinBox, QWidget

from gui.widgets.text import MINUS, short_number


class NumberField(QDoubleSpinBox):
    """Shows −0.5 and 12 rather than -0,500 and 12,000. A typed number counts once it is finished."""

    def __init__(
        self, parent: QWidget | None = None, *, limit: float, step: float, decimals: int = 3
    ) -> None:
        super().__init__(parent)
        self.setLocale(QLocale.c())
        self.setDecimals(decimals)
        self.setRange(-limit, limit)
        self.setSingleStep(step)
        self.setKeyboardTracking(False)

    def textFromValue(self, value: float) -> str:
        return short_number(value, self.decimals())

    def valueFromText(self, text: str) -> float:
        return super().valueFromText(_plain(text))

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        state, _, position = super().validate(_plain(text), position)
        return state, text, position


def _plain(text: str) -> str:
    """As Python writes it. Who types 1,5 means 1.5, and not 15."""
    return text.replace(MINUS, "-").replace(",", ".")
