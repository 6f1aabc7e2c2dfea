"""w₁, w₂ and b: a slider and a field for each, moved by mouse, wheel, keys and typing."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QSlider, QWidget

from core.perceptron import Perceptron
from gui.panels.gate_designer.model import BIAS, LIMIT, numbers_of
from gui.theme import STEP
from gui.widgets.named import named
from gui.widgets.number_field import NumberField
from gui.widgets.text import exact_text, short_number

translate = QCoreApplication.translate

SLIDER_END = 2.0  # of a slider, to both sides; typing goes further
FINE = 0.01  # a step of the wheel or of an arrow key
_NOTCH = 120  # eighths of a degree: one notch of a wheel
_NAMES = ("w₁", "w₂", "b")
_KEYS = ("gateW1", "gateW2", "gateBias")


class NumberSlider(QSlider):
    """A slider in hundredths. One notch of the wheel is one step."""

    stepped = Signal(int)

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        end = round(SLIDER_END / FINE)
        self.setRange(-end, end)
        self.setPageStep(10)
        self.setMinimumWidth(60)
        self._turned = 0

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._turned += event.angleDelta().y()
        notches = int(self._turned / _NOTCH)
        self._turned -= notches * _NOTCH
        if notches:
            self.stepped.emit(notches)
        event.accept()


class Numbers(QWidget):
    """Shows the three numbers of a perceptron and says how the learner wants them."""

    changed = Signal(int, float)  # which one, and its new value
    settled = Signal()  # a drag or some typing is over: what comes next is another edit

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(STEP)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        self.sliders = [NumberSlider() for _ in _NAMES]
        self.fields = [NumberField(limit=LIMIT, step=FINE) for _ in _NAMES]
        self.threshold = named(QLabel(), "gateThresholdLabel")
        self.threshold.setProperty("muted", True)
        self.threshold.setMinimumWidth(56)
        for row, (name, key) in enumerate(zip(_NAMES, _KEYS, strict=True)):
            slider, field = self.sliders[row], self.fields[row]
            slider.setObjectName(f"{key}Slider")
            field.setObjectName(f"{key}Spin")
            field.setAlignment(Qt.AlignmentFlag.AlignCenter)
            field.setFixedWidth(64)
            label = QLabel(name)
            label.setBuddy(field)
            for column, widget in enumerate((label, slider, field)):
                grid.addWidget(widget, row, column)
            slider.valueChanged.connect(self._slide)
            slider.stepped.connect(self._step)
            slider.sliderReleased.connect(self.settled)
            field.valueChanged.connect(self._type)
            field.editingFinished.connect(self.settled)
        grid.addWidget(self.threshold, BIAS, 3)

    def retranslate(self) -> None:
        spoken = (
            translate("gate_designer", "Weight w₁"),
            translate("gate_designer", "Weight w₂"),
            translate("gate_designer", "Bias b"),
        )
        for name, slider, field in zip(spoken, self.sliders, self.fields, strict=True):
            slider.setAccessibleName(translate("gate_designer", "{name}, slider").format(name=name))
            field.setAccessibleName(name)
        self.threshold.setToolTip(
            translate(
                "gate_designer",
                "The threshold θ = −b: how large w₁·x₁ + w₂·x₂ has to be before the perceptron fires.",
            )
        )

    def show_perceptron(self, perceptron: Perceptron) -> None:
        """Show these numbers without asking for a change."""
        for value, slider, field in zip(numbers_of(perceptron), self.sliders, self.fields, strict=True):
            with QSignalBlocker(slider), QSignalBlocker(field):
                slider.setValue(round(value / FINE))
                if field.value() != value:
                    field.setValue(value)
                field.setToolTip(exact_text(value))
        self.threshold.setText(f"θ = {short_number(perceptron.threshold)}")

    def _slide(self, hundredths: int) -> None:
        self.changed.emit(self._which(self.sliders), hundredths * FINE)

    def _step(self, notches: int) -> None:
        self.fields[self._which(self.sliders)].stepBy(notches)

    def _type(self, value: float) -> None:
        self.changed.emit(self._which(self.fields), value)

    def _which(self, widgets: Sequence[QWidget]) -> int:
        """The number whose widget is speaking."""
        return next(k for k, widget in enumerate(widgets) if widget is self.sender())
