"""What the layers are set with: a number that is slid, turned or typed, and buttons that fit anywhere."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from gui.theme import STEP
from gui.widgets.named import named
from gui.widgets.number_field import NumberField
from gui.widgets.value_slider import ValueSlider


class ShortButton(QPushButton):
    """Has its text where there is room, else a sign; for a screen reader it is the text always."""

    def __init__(self, sign: str) -> None:
        super().__init__()
        self._sign, self._text, self._roomy = sign, "", True

    def say(self, text: str) -> None:
        self._text = text
        self.setAccessibleName(text)
        self.setText(text if self._roomy else self._sign)

    def set_roomy(self, roomy: bool) -> None:
        self._roomy = roomy
        self.say(self._text)


class Slid(QWidget):
    """The slider goes from low to high; the field takes what is typed from `least` to `most`."""

    changed = Signal(float)
    settled = Signal()

    def __init__(
        self,
        name: str,
        span: tuple[float, float],
        step: float,
        home: float,
        typed: tuple[float, float] | None = None,
        decimals: int = 3,
    ) -> None:
        super().__init__()
        least, most = typed or span
        self.label = QLabel()
        self.slider = named(ValueSlider(*span, step, home), f"{name}Slider")
        self.field = named(NumberField(limit=most, step=step, decimals=decimals), f"{name}Spin")
        self.field.setRange(least, most)
        self.field.setFixedWidth(64 if decimals else 44)
        self.label.setBuddy(self.field)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(STEP)
        row.addWidget(self.label)
        row.addWidget(self.slider, 1)
        row.addWidget(self.field)
        self.slider.moved.connect(self.changed)
        self.slider.settled.connect(self.settled)
        self.field.valueChanged.connect(self.changed)
        self.field.editingFinished.connect(self.settled)

    def show_number(self, number: float) -> None:
        """Stand at this number, without a word."""
        self.slider.show_number(number)
        if self.field.value() != number:
            with QSignalBlocker(self.field):
                self.field.setValue(number)

    def name_it(self, label: str, about: str) -> None:
        """Its label, and what a screen reader and the hover say of it."""
        self.label.setText(label)
        for part in (self.slider, self.field):
            part.setAccessibleName(about)
        for widget in (self.label, self.slider, self.field):
            widget.setToolTip(about)
