"""Sliders for the numbers of one perceptron: the two weights along the axes of weight space, and its bias."""

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from gui.panels.gate_designer.design import FINE
from gui.theme import STEP
from gui.widgets.named import named
from gui.widgets.text import MINUS, exact_text, short_number
from gui.widgets.value_slider import ValueSlider

translate = QCoreApplication.translate

_END = 2.0  # of every slider, to both sides
_ROOM = f"w₂ = {MINUS}0.00"  # kept for every label, so that no slider moves under the hand


class WeightSliders(QWidget):
    """A row for each number: what it is, `w₁ = 0.5`, and its slider."""

    first_moved = Signal(float)
    second_moved = Signal(float)
    bias_moved = Signal(float)  # b, also where θ is shown
    settled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("gateWeightSpaceNumbers")
        self._as_threshold = False
        self.first = named(_slider(self), "gateWeightSpaceWeight1")
        self.second = named(_slider(self), "gateWeightSpaceWeight2")
        self.bias = named(_slider(self), "gateWeightSpaceBias")
        self.sliders = (self.first, self.second, self.bias)
        self.labels = tuple(QLabel(self) for _ in self.sliders)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(STEP)
        grid.setVerticalSpacing(STEP // 2)
        for row, (label, slider) in enumerate(zip(self.labels, self.sliders, strict=True)):
            label.setBuddy(slider)
            grid.addWidget(label, row, 0)
            grid.addWidget(slider, row, 1)
            slider.settled.connect(self.settled)
        self.first.moved.connect(self.first_moved)
        self.second.moved.connect(self.second_moved)
        self.bias.moved.connect(self._say_bias)

    @Slot(float)
    def _say_bias(self, number: float) -> None:
        self.bias_moved.emit(0.0 - number if self._as_threshold else number)

    def show_weights(self, names: tuple[str, ...], weights: tuple[float, ...]) -> None:
        """One weight or two, those along the axes."""
        for k, slider in enumerate((self.first, self.second)):
            there = k < len(weights)
            slider.setVisible(there)
            self.labels[k].setVisible(there)
            if there:
                spoken = translate("gate_designer", "Weight {name}").format(name=names[k])
                self._show(k, names[k], weights[k], spoken)

    def show_bias(self, bias: float, *, as_threshold: bool) -> None:
        """b, or θ = −b where that is how it is written."""
        self._as_threshold = as_threshold
        if as_threshold:
            self._show(2, "θ", 0.0 - bias, translate("gate_designer", "Threshold θ"))
        else:
            self._show(2, "b", bias, translate("gate_designer", "Bias b"))

    def _show(self, row: int, name: str, number: float, spoken: str) -> None:
        label, slider, text = self.labels[row], self.sliders[row], f"{name} = {short_number(number)}"
        slider.show_number(number)
        if text != label.text():
            label.setText(text)
            self._make_room()
        label.setToolTip(exact_text(number))
        slider.setToolTip(label.toolTip())
        slider.setAccessibleName(spoken)
        slider.setAccessibleDescription(text)

    def _make_room(self) -> None:
        """A label of a fixed size can change without the whole card being laid out again."""
        metrics = self.fontMetrics()
        texts = (_ROOM, *(label.text() for label in self.labels if not label.isHidden()))
        width = max(metrics.horizontalAdvance(text) for text in texts) + 1
        for label in self.labels:
            label.setFixedSize(width, metrics.height())


def _slider(parent: QWidget) -> ValueSlider:
    """In hundredths."""
    slider = ValueSlider(-_END, _END, FINE, parent=parent)
    slider.setPageStep(10)
    return slider
