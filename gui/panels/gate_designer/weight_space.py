"""Weight space: all weights of one perceptron at once, coloured where they reach what is aimed at."""

import numpy as np
from PySide6.QtCore import QCoreApplication, QSignalBlocker, QSize, Qt, QTimer, Slot
from PySide6.QtGui import QResizeEvent, QShowEvent, QWheelEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QSlider, QWidget

from core.circuit import Unit
from core.parameter_space import BIAS
from gui.panels.gate_designer.design import FINE, LIMIT
from gui.panels.gate_designer.designer import Designer
from gui.panels.gate_designer.frame import Frame
from gui.panels.gate_designer.sums import weight_letter
from gui.panels.gate_designer.weight_landscape import (
    Ground,
    goals_over,
    ground_of,
    letters,
    mended,
    numbers_at,
    verdict_at,
    with_numbers,
)
from gui.panels.gate_designer.weight_plot import MOST, WeightPlot
from gui.panels.gate_designer.weight_words import place_text, plot_in_words, sentence
from gui.theme import STEP, Theme
from gui.widgets.choice import Choice
from gui.widgets.named import named
from gui.widgets.text import exact_text, short_number
from gui.widgets.wheel import Notches

translate = QCoreApplication.translate

_END = 2.0  # of the bias slider, to both sides
_WIDE = 1.3  # this much wider than high, and the words stand beside the picture
_FEW = 8  # perceptrons: the ground of so many is found in a moment
_LATER_MS = 60  # after the last change of a larger circuit from elsewhere, its ground is found
_SAMPLES = 48  # to either side, when it is asked whether there is something further out


class BiasSlider(QSlider):
    """A slider in hundredths. One notch of the wheel is one step."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        end = round(_END / FINE)
        self.setRange(-end, end)
        self.setPageStep(10)
        self.setMinimumWidth(56)
        self._notches = Notches()

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.setValue(self.value() + self._notches.turned(event.angleDelta().y()))
        event.accept()


class WeightSpace(QWidget):
    """The plot, a slider for the bias, choosers where there are more than two wires, and a sentence."""

    def __init__(self, designer: Designer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("gateWeightSpace")
        self._designer = designer
        self._wires = (0, 1)
        self._drawn: tuple[Ground | None, Frame, float] | None = None
        self._at_hand = False  # whether it is here that something is being changed
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_LATER_MS)
        self._best = self._wider = 0  # goals that are met anywhere in the picture, and anywhere at all
        self.plot = WeightPlot(self)
        self.bias_label = QLabel(self)
        self.bias = named(BiasSlider(self), "gateWeightSpaceBias")
        self.first = named(Choice(self), "gateWeightFirst")
        self.second = named(Choice(self), "gateWeightSecond")
        self.words = named(QLabel(self, wordWrap=True), "gateWeightSpaceLabel")
        self.words.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._lay_out()
        self.plot.point_moved.connect(self._move)
        self.plot.point_dropped.connect(designer.settle)
        self.plot.frame_changed.connect(self._show)
        self.plot.asked.connect(self._tell)
        self.bias.valueChanged.connect(self._change_bias)
        self.bias.sliderReleased.connect(designer.settle)
        self.first.activated.connect(self._choose_first)
        self.second.activated.connect(self._choose_second)
        self._later.timeout.connect(self._catch_up)
        designer.changed.connect(self._show)
        designer.looked.connect(self._show)

    def _lay_out(self) -> None:
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(STEP)
        self._biases, self._choosers = QWidget(self), QWidget(self)
        for box, widgets in (
            (self._biases, (self.bias_label, self.bias)),
            (self._choosers, (self.first, self.second)),
        ):
            row = QHBoxLayout(box)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(STEP)
            for widget in widgets:
                row.addWidget(widget)
        self._beside: bool | None = None
        self._place(beside=False)

    def _place(self, *, beside: bool) -> None:
        """The words and the slider beside the picture, or below it."""
        if beside == self._beside:
            return
        self._beside, grid = beside, self._grid
        lines = 0 if beside else 2  # room for them is kept, so that nothing jumps when the words change
        self.words.setMinimumHeight(lines * self.words.fontMetrics().lineSpacing())
        for widget in (self.plot, self.words, self._choosers, self._biases):
            grid.removeWidget(widget)
        if beside:
            grid.addWidget(self.plot, 0, 0, 3, 1)
            for row, widget in enumerate((self.words, self._choosers, self._biases)):
                grid.addWidget(widget, row, 1)
        else:
            for row, widget in enumerate((self.plot, self._choosers, self._biases, self.words)):
                grid.addWidget(widget, row, 0)
        for row in range(4):
            grid.setRowStretch(row, int(row == 0))
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 2 if beside else 0)

    def sizeHint(self) -> QSize:
        return QSize(480, 260)

    def minimumSizeHint(self) -> QSize:
        return QSize(240, 150)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place(beside=self.width() > _WIDE * self.height())

    def apply_theme(self, theme: Theme) -> None:
        self.plot.apply_theme(theme)

    def retranslate(self) -> None:
        self.plot.setAccessibleName(translate("gate_designer", "Weight space"))
        self.bias.setAccessibleName(translate("gate_designer", "Bias b"))
        self.first.setAccessibleName(translate("gate_designer", "Weight to the right"))
        self.second.setAccessibleName(translate("gate_designer", "Weight upwards"))
        self._show()

    # Showing

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show()

    def _show(self) -> None:
        """Show the perceptron that is looked at, on its ground. While nobody sees it nothing is reckoned."""
        if not self.isVisible():
            return
        designer, unit = self._designer, self._designer.focused_unit
        ground = ground_of(designer, self._wires)
        self._show_choosers(unit, ground)
        self._show_bias(unit, ground)
        self._show_ground(ground)
        said = sentence(designer, ground, self._best, self._wider)
        if said != self.words.text():
            self.words.setText(said)
        if unit is None or ground is None:
            self.plot.show_point(("", ""), None)
            self.plot.setAccessibleDescription(said)
            return
        names, point = letters(ground.wires), numbers_at(unit, ground.wires)
        self.plot.show_point(names, point)
        self.plot.setAccessibleDescription(plot_in_words(names, point, said))

    def _show_ground(self, ground: Ground | None) -> None:
        drawn = ground, self.plot.frame, self.devicePixelRatioF()
        if drawn == self._drawn:
            self._later.stop()
            return
        if self._can_wait(drawn):
            self._later.start()
            return
        self._later.stop()
        self._drawn = drawn
        self._best = self._wider = 0
        if ground is None or not ground.goals:
            self.plot.show_ground(np.zeros((1, 1), dtype=np.int64), 0)
            return
        met = goals_over(self._designer, ground, *self.plot.pixels())
        self.plot.show_ground(met, ground.goals)
        self._best = self._wider = int(met.max())
        if self._best < ground.goals and self.plot.reach < MOST:
            far = np.linspace(-MOST, MOST, _SAMPLES)
            self._wider = int(goals_over(self._designer, ground, far, far).max())

    def _can_wait(self, wanted: tuple[Ground | None, Frame, float]) -> bool:
        """Whether the colours may follow a moment later, so that what is dragged elsewhere keeps up.

        So it is where a large circuit is changed, but the same two numbers of the same perceptron are shown.
        """
        if self._at_hand or self._drawn is None or self._designer.circuit.perceptrons <= _FEW:
            return False
        (before, *view), (after, *wanted_view) = self._drawn, wanted
        if before is None or after is None or view != wanted_view:
            return False
        return (before.unit, before.wires, before.goals) == (after.unit, after.wires, after.goals)

    @Slot()
    def _catch_up(self) -> None:
        """Nothing has changed for a moment."""
        self._at_hand = True
        self._show()
        self._at_hand = False

    def _show_bias(self, unit: Unit | None, ground: Ground | None) -> None:
        """The slider goes for b, or for θ = -b where that is how it is written."""
        sole = ground is not None and ground.wires[1] == BIAS  # then the bias is an axis
        self._biases.setVisible(not sole)
        self._biases.setEnabled(ground is not None)
        bias = unit.bias if unit is not None else 0.0
        letter, value = ("θ", 0.0 - bias) if self._as_threshold else ("b", bias)
        self.bias_label.setText(f"{letter} = {short_number(value)}")
        self.bias_label.setToolTip(exact_text(value))
        with QSignalBlocker(self.bias):
            self.bias.setValue(round(min(max(value, -LIMIT), LIMIT) / FINE))  # a file may hold more

    @property
    def _as_threshold(self) -> bool:
        return self._designer.design.as_threshold

    def _show_choosers(self, unit: Unit | None, ground: Ground | None) -> None:
        several = unit is not None and len(unit.wires) > 2
        self._choosers.setVisible(several)
        if unit is None or ground is None or not several:
            return
        names = self._designer.circuit.signal_names()
        for chooser, chosen, mark in (
            (self.first, ground.wires[0], "→"),
            (self.second, ground.wires[1], "↑"),
        ):
            texts = [f"{weight_letter(k)} · {names[wire.source]} {mark}" for k, wire in enumerate(unit.wires)]
            with QSignalBlocker(chooser):
                if texts != [chooser.itemText(k) for k in range(chooser.count())]:
                    chooser.clear()
                    chooser.addItems(texts)
                chooser.setCurrentIndex(chosen)

    # What the learner does

    def _move(self, first: float, second: float) -> None:
        designer, unit = self._designer, self._designer.focused_unit
        if unit is None or not unit.wires:
            return
        weights, bias = with_numbers(unit, mended(unit, self._wires), first, second)
        text = translate("gate_designer", "change the weights of {unit}").format(unit=unit.name)
        designer.set_perceptron(unit.key, weights, bias, text)

    def _change_bias(self, hundredths: int) -> None:
        unit = self._designer.focused_unit
        if unit is not None:
            value = round(hundredths * FINE, 2)
            self._at_hand = True  # the ground changes under the hand
            self._designer.set_bias(unit.key, 0.0 - value if self._as_threshold else value)
            self._at_hand = False

    def _tell(self, first: float, second: float) -> None:
        unit = self._designer.focused_unit
        if unit is None or not unit.wires:
            return
        wires = mended(unit, self._wires)
        verdict = verdict_at(self._designer.design, unit, wires, first, second)
        self.plot.tell(place_text(letters(wires), (first, second), verdict))

    def _choose_first(self, k: int) -> None:
        self._choose(k, 0)

    def _choose_second(self, k: int) -> None:
        self._choose(k, 1)

    def _choose(self, k: int, axis: int) -> None:
        """Lay this wire along an axis; the two change places where the other axis has it already."""
        unit = self._designer.focused_unit
        if unit is None:
            return
        wires = list(mended(unit, self._wires))
        if wires[1 - axis] == k:
            wires[1 - axis] = wires[axis]
        wires[axis] = k
        self._wires = wires[0], wires[1]
        self._show()
