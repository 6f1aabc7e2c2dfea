"""The neuron h(w·x + b) that all curves go through: w and b by slider, wheel or typing."""

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QWidget

from core.neuron import Neuron
from gui.panels.activation_curves.model import DECIMALS, FURTHEST, STEEPEST
from gui.panels.activation_curves.readings import PLAIN
from gui.panels.activation_curves.steady import steady
from gui.theme import STEP
from gui.widgets.named import named
from gui.widgets.number_field import NumberField
from gui.widgets.text import MINUS, short_number
from gui.widgets.value_slider import ValueSlider

translate = QCoreApplication.translate

_FIELD, _FORMULA = 64, 208  # px
_WEIGHT_SHOWN, _BIAS_SHOWN = 20.0, 10.0  # the sliders go from - to + this; what is typed or dragged, further


class NeuronControls(QWidget):
    """Says which neuron is wanted; shows whichever it is given."""

    wanted = Signal(object, str)  # a Neuron, and what is being moved: "w", "b", or "" for both
    settled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._neuron = PLAIN
        self.formula = steady(named(QLabel(), "neuronFormula"), _FORMULA)
        self.formula.setTextFormat(Qt.TextFormat.RichText)
        self.weight = named(ValueSlider(-_WEIGHT_SHOWN, _WEIGHT_SHOWN, 0.1, home=1.0), "neuronWeightSlider")
        self.bias = named(ValueSlider(-_BIAS_SHOWN, _BIAS_SHOWN, 0.1), "neuronBiasSlider")
        self.weight_field = named(
            NumberField(limit=STEEPEST, step=0.1, decimals=DECIMALS), "neuronWeightField"
        )
        self.bias_field = named(NumberField(limit=FURTHEST, step=0.1, decimals=DECIMALS), "neuronBiasField")
        self.reset = named(QPushButton(), "neuronResetButton")
        self.reset.setProperty("link", True)
        self._names = (QLabel("<i>w</i>"), QLabel("<i>b</i>"))
        grid = QGridLayout(self)
        grid.setContentsMargins(4, 0, 4, 0)
        grid.setHorizontalSpacing(STEP)
        grid.setVerticalSpacing(STEP // 2)
        grid.addWidget(self.formula, 0, 0, 1, 2)
        grid.addWidget(self.reset, 0, 2, Qt.AlignmentFlag.AlignRight)
        rows = ((self.weight, self.weight_field), (self.bias, self.bias_field))
        for place, (name, (slider, field)) in enumerate(zip(self._names, rows, strict=True), 1):
            name.setBuddy(slider)
            field.setFixedWidth(_FIELD)
            grid.addWidget(name, place, 0)
            grid.addWidget(slider, place, 1)
            grid.addWidget(field, place, 2)
            slider.settled.connect(self.settled)
            field.editingFinished.connect(self.settled)
        grid.setColumnStretch(1, 1)
        self.weight.moved.connect(self._take_weight)
        self.weight_field.valueChanged.connect(self._take_weight)
        self.bias.moved.connect(self._take_bias)
        self.bias_field.valueChanged.connect(self._take_bias)
        self.reset.clicked.connect(self._go_home)

    @Slot(float)
    def _take_weight(self, weight: float) -> None:
        self.wanted.emit(Neuron(weight, self._neuron.bias), "w")

    @Slot(float)
    def _take_bias(self, bias: float) -> None:
        self.wanted.emit(Neuron(self._neuron.weight, bias), "b")

    @Slot()
    def _go_home(self) -> None:
        self.wanted.emit(PLAIN, "")

    def show_neuron(self, neuron: Neuron) -> None:
        self._neuron = neuron
        self.formula.setText(formula_html(neuron))
        self.reset.setVisible(not neuron.changes_nothing)
        for slider, field, number in (
            (self.weight, self.weight_field, neuron.weight),
            (self.bias, self.bias_field, neuron.bias),
        ):
            slider.show_number(number)
            with QSignalBlocker(field):
                if field.value() != number:
                    field.setValue(number)

    def retranslate(self) -> None:
        weight = translate("activation_curves", "Weight w: how steep all shown curves are")
        bias = translate("activation_curves", "Bias b: how far to the side all shown curves are")
        for widgets, text in (
            ((self.weight, self.weight_field), weight),
            ((self.bias, self.bias_field), bias),
        ):
            for widget in widgets:
                widget.setAccessibleName(text)
                widget.setToolTip(text)
        self.formula.setToolTip(
            translate("activation_curves", "Every shown curve is drawn as this neuron gives it")
        )
        self.reset.setText(translate("activation_curves", "w = 1, b = 0"))
        self.reset.setToolTip(translate("activation_curves", "Back to the curves as they are"))


def formula_html(neuron: Neuron) -> str:
    """h(w·x + b) with the numbers put in, where they change something."""
    letters = "<b><i>h</i>(<i>w</i>·<i>x</i> + <i>b</i>)</b>"
    if neuron.changes_nothing:
        about = translate("activation_curves", "for every curve")  # in braces, the catalogue would not see it
        return f"{letters} · {about}"
    sign = MINUS if neuron.bias < 0 else "+"
    return f"{letters} = h({short_number(neuron.weight)}·x {sign} {short_number(abs(neuron.bias))})"
