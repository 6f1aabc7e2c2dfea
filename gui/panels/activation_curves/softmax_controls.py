"""What is operated on the softmax bench besides its bars: the type, the buttons, the two sliders."""

import math

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QLineEdit, QPushButton, QSizePolicy, QWidget

from gui.panels.activation_curves.softmax_model import COLDEST, DTYPES, FEWEST, HOTTEST, MOST, Bench
from gui.panels.activation_curves.softmax_numbers import number_from, score_text
from gui.theme import STEP, Theme
from gui.widgets.named import named
from gui.widgets.tabs import Tabs
from gui.widgets.value_slider import ValueSlider

translate = QCoreApplication.translate

# Where the slider of C can stand: close together near 0, far apart at ±1000.
_UP = (*range(1, 20), *range(20, 200, 10), *range(200, 1001, 50))
CONSTANTS = (*(-each for each in reversed(_UP)), 0, *_UP)
_FINE = 0.02  # of the slider of T, in powers of ten
_FIELD = 84  # px
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


class TopBar(QWidget):
    """The float type, what breaks and what repairs, and how many classes there are."""

    dtype_chosen = Signal(str)
    break_wanted = Signal()
    repair_wanted = Signal()
    class_wanted = Signal()
    class_unwanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.dtypes = Tabs(DTYPES, "labSoftmax", self)
        for dtype, button in self.dtypes.buttons.items():
            button.setText(dtype)
        self.breaking = named(QPushButton(), "labSoftmaxBreak")
        self.repairing = named(QPushButton(), "labSoftmaxRepair")
        self.fewer = named(QPushButton("−"), "labSoftmaxFewer")
        self.more = named(QPushButton("+"), "labSoftmaxMore")
        self.classes = QLabel()
        self.classes.setProperty("muted", True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(STEP)
        row.addWidget(self.dtypes)
        row.addWidget(self.breaking)
        row.addWidget(self.repairing)
        row.addStretch(1)
        row.addWidget(self.fewer)
        row.addWidget(self.classes)
        row.addWidget(self.more)
        self.dtypes.chosen.connect(self.dtype_chosen)
        self.breaking.clicked.connect(self.break_wanted)
        self.repairing.clicked.connect(self.repair_wanted)
        self.more.clicked.connect(self.class_wanted)
        self.fewer.clicked.connect(self.class_unwanted)

    def show_bench(self, bench: Bench, *, can_repair: bool) -> None:
        self.dtypes.show_page(bench.dtype)
        if self.repairing.isEnabled() != can_repair or self.repairing.property("primary") is None:
            self.repairing.setEnabled(can_repair)
            self.repairing.setProperty("primary", can_repair)
            self.repairing.style().polish(self.repairing)
        count = len(bench.scores)
        self.fewer.setEnabled(count > FEWEST)
        self.more.setEnabled(count < MOST)
        self.classes.setText(translate("activation_curves", "{count} classes").format(count=count))

    def retranslate(self) -> None:
        self.breaking.setText(translate("activation_curves", "Break it"))
        self.breaking.setToolTip(
            translate("activation_curves", "Take the scores of the book: 1010, 1000 and 990")
        )
        self.repairing.setText(translate("activation_curves", "Repair"))
        self.repairing.setToolTip(
            translate("activation_curves", "Take the largest score away from all: C = −max a")
        )
        for button, text in (
            (self.more, translate("activation_curves", "Add a class")),
            (
                self.fewer,
                translate(
                    "activation_curves", "Remove the last class. The Delete key removes the chosen one"
                ),
            ),
        ):
            button.setToolTip(text)
            button.setAccessibleName(text)
        for dtype, segment in self.dtypes.buttons.items():
            segment.setToolTip(
                translate("activation_curves", "Reckon everything in {dtype}").format(dtype=dtype)
            )


class NumberLine(QLineEdit):
    """A field for any finite number, however large; what is none is said and taken back."""

    typed = Signal(float)
    refused = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, name)
        self.setFixedWidth(_FIELD)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._number = 0.0
        self.editingFinished.connect(self._take)

    def show_number(self, number: float) -> None:
        self._number = number
        self.setText(score_text(number))

    @Slot()
    def _take(self) -> None:
        if self.text() == score_text(self._number):
            return
        text, number = self.text(), number_from(self.text())
        if number is None:
            self.show_number(self._number)
            self.refused.emit(text)
        else:
            self.show_number(number)
            self.typed.emit(number)


class _HomingSlider(ValueSlider):
    """Says that it goes home, too, where it stood there only because that is nearest to what was typed."""

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(event)
        self.valueChanged.emit(self.value())


class Sliders(QWidget):
    """A constant C, a temperature T, and whether softmax is there at all; each with a sentence."""

    constant_moved = Signal(float)
    temperature_moved = Signal(float)
    settled = Signal()
    refused = Signal(str)
    left_out = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        home = CONSTANTS.index(0)
        self.constant = named(_HomingSlider(0, len(CONSTANTS) - 1, 1, home), "labSoftmaxConstant")
        ends = (math.log10(COLDEST), math.log10(HOTTEST))
        self.temperature = named(_HomingSlider(*ends, _FINE), "labSoftmaxTemperature")
        self.constant_field = NumberLine("labSoftmaxConstantField")
        self.temperature_field = NumberLine("labSoftmaxTemperatureField")
        self.without = named(QPushButton(), "labSoftmaxWithout")
        self.without.setCheckable(True)
        self.sentences = {
            name: named(QLabel(wordWrap=True), f"labSoftmax{name.title()}Says")
            for name in ("constant", "temperature", "without")
        }
        for name, sentence in self.sentences.items():
            sentence.setProperty("muted", True)
            sentence.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            lines = 3 if name == "without" else 2  # kept, so that no slider moves under the hand
            sentence.setFixedHeight(lines * sentence.fontMetrics().lineSpacing())
        self._labels = (QLabel("C"), QLabel("T"))
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(STEP)
        self._grid.setVerticalSpacing(STEP)
        self._roomy: bool | None = None
        self.arrange(roomy=True)
        self._connect()

    def _connect(self) -> None:
        self.constant.moved.connect(self._move_constant)
        self.temperature.moved.connect(self._move_temperature)
        self.constant_field.typed.connect(self._type_constant)
        self.temperature_field.typed.connect(self._type_temperature)
        self.without.toggled.connect(self.left_out)
        for slider in (self.constant, self.temperature):
            slider.settled.connect(self.settled)
        for field in (self.constant_field, self.temperature_field):
            field.refused.connect(self.refused)

    def arrange(self, *, roomy: bool) -> None:
        """Roomy: a line for each, with its sentence. Else all on one line."""
        if roomy == self._roomy:
            return
        self._roomy = roomy
        rows = (
            (self._labels[0], self.constant, self.constant_field, self.sentences["constant"]),
            (self._labels[1], self.temperature, self.temperature_field, self.sentences["temperature"]),
        )
        for row, widgets in enumerate(rows):
            for column, widget in enumerate(widgets):
                self._grid.removeWidget(widget)
                self._grid.addWidget(widget, *((row, column) if roomy else (0, 4 * row + column)))
        self._grid.removeWidget(self.without)
        if roomy:
            self._grid.addWidget(self.without, 2, 0, 1, 3, _LEFT)
        else:
            self._grid.addWidget(self.without, 0, 8)
        self._grid.addWidget(self.sentences["without"], 2, 2, 1, 2)
        for sentence in self.sentences.values():
            sentence.setVisible(roomy)
        for column in range(9):
            self._grid.setColumnStretch(column, 0)
        for column, stretch in ((1, 2), (3, 3)) if roomy else ((1, 1), (5, 1)):
            self._grid.setColumnStretch(column, stretch)

    def show_bench(self, bench: Bench) -> None:
        nearest = min(range(len(CONSTANTS)), key=lambda k: abs(CONSTANTS[k] - bench.constant))
        self.constant.show_number(nearest)
        self.temperature.show_number(math.log10(bench.temperature))
        self.constant_field.show_number(bench.constant)
        self.temperature_field.show_number(bench.temperature)
        with QSignalBlocker(self.without):
            self.without.setChecked(bench.without)

    def retranslate(self) -> None:
        for thing, text in (
            (self.constant, translate("activation_curves", "Constant C that is added to every score")),
            (self.constant_field, translate("activation_curves", "Constant C, as a number")),
            (self.temperature, translate("activation_curves", "Temperature T that divides every score")),
            (self.temperature_field, translate("activation_curves", "Temperature T, as a number")),
        ):
            thing.setToolTip(text)
            thing.setAccessibleName(text)
        self.without.setText(translate("activation_curves", "Leave softmax out"))
        self.without.setToolTip(
            translate("activation_curves", "To find the class only, as a network does when it is used")
        )

    def apply_theme(self, theme: Theme) -> None:
        """The style sheet of the program dresses all of it."""

    @Slot(float)
    def _move_constant(self, place: float) -> None:
        self.constant_moved.emit(float(CONSTANTS[round(place)]))

    @Slot(float)
    def _move_temperature(self, power: float) -> None:
        self.temperature_moved.emit(min(max(float(f"{10**power:.3g}"), COLDEST), HOTTEST))

    @Slot(float)
    def _type_constant(self, number: float) -> None:
        self.settled.emit()
        self.constant_moved.emit(number)
        self.settled.emit()

    @Slot(float)
    def _type_temperature(self, number: float) -> None:
        self.settled.emit()
        self.temperature_moved.emit(min(max(number, COLDEST), HOTTEST))
        self.settled.emit()
