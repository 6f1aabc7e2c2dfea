"""Weight space: all weights of one perceptron at once, coloured where they reach what is aimed at."""

import numpy as np
from PySide6.QtCore import QCoreApplication, QSize, Qt, QTimer, Slot
from PySide6.QtGui import QFontMetrics, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from core.circuit import Unit
from core.parameter_space import BIAS
from gui.panels.gate_designer.designer import Designer
from gui.panels.gate_designer.fitted_words import FittedWords
from gui.panels.gate_designer.frame import Frame
from gui.panels.gate_designer.weight_arrangement import arrange
from gui.panels.gate_designer.weight_choosers import AxisChoosers
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
from gui.panels.gate_designer.weight_sliders import WeightSliders
from gui.panels.gate_designer.weight_words import place_text, plot_in_words, sentence
from gui.theme import BODY, Theme, font
from gui.widgets.named import named

translate = QCoreApplication.translate

_FEW = 8  # perceptrons: the ground of so many is found in a moment
_FEWEST = 2  # of them, where the ground has to be looked up for any function
_LATER_MS = 60  # after the last change of a larger circuit from elsewhere, its ground is found
_SAMPLES = 48  # to either side, when it is asked whether there is something further out


class WeightSpace(QWidget):
    """The plot, a slider for every number, choosers where there are more than two wires, and a sentence."""

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
        self._placed: tuple[object, ...] = ()
        self.plot = WeightPlot(self)
        self.choosers = AxisChoosers(self)
        self.sliders = WeightSliders(self)
        self.bias = self.sliders.bias
        self.words = named(FittedWords(self), "gateWeightSpaceLabel")
        self._connect()

    def _connect(self) -> None:
        designer = self._designer
        self.plot.point_moved.connect(self._move)
        self.plot.point_dropped.connect(designer.settle)
        self.plot.frame_changed.connect(self._show)
        self.plot.asked.connect(self._tell)
        self.sliders.first_moved.connect(self._change_first)
        self.sliders.second_moved.connect(self._change_second)
        self.sliders.bias_moved.connect(self._change_bias)
        self.sliders.settled.connect(designer.settle)
        self.choosers.first_chosen.connect(self._choose_first)
        self.choosers.second_chosen.connect(self._choose_second)
        self._later.timeout.connect(self._catch_up)
        designer.changed.connect(self._show)
        designer.looked.connect(self._show)

    def sizeHint(self) -> QSize:
        return QSize(480, 260)

    def minimumSizeHint(self) -> QSize:
        return QSize(240, 150)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        """Everything in its place; the words alone where there is nothing to show."""
        empty, several = self.plot.isHidden(), not self.choosers.isHidden()
        choosers = self.choosers.minimumSizeHint() if several else QSize(0, 0)
        wanted = self.size(), empty, choosers, self.sliders.minimumSizeHint()
        if wanted == self._placed:
            return
        self._placed = wanted
        line = QFontMetrics(font(BODY)).lineSpacing()
        places = arrange(self.width(), self.height(), choosers, wanted[-1], line)
        self.words.setGeometry(self.rect() if empty else places.words)
        self.words.setAlignment(Qt.AlignmentFlag.AlignCenter if empty else Qt.AlignmentFlag.AlignTop)
        for widget, place in (
            (self.plot, places.plot),
            (self.choosers, places.choosers),
            (self.sliders, places.sliders),
        ):
            widget.setGeometry(place)

    def apply_theme(self, theme: Theme) -> None:
        self.plot.apply_theme(theme)

    def retranslate(self) -> None:
        self.plot.setAccessibleName(translate("gate_designer", "Weight space"))
        self.choosers.retranslate()
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
        self._show_numbers(unit, ground)
        self._show_ground(ground)
        said = sentence(designer, ground, self._best, self._wider)
        self.words.say(said)
        if unit is not None and ground is not None:
            names, point = self._names(ground.wires), numbers_at(unit, ground.wires)
            self.plot.show_point(names, point)
            self.plot.setAccessibleDescription(plot_in_words(names, point, said))

    def _names(self, wires: tuple[int, int]) -> tuple[str, str]:
        return letters(wires, as_threshold=self._designer.design.as_threshold)

    def _show_numbers(self, unit: Unit | None, ground: Ground | None) -> None:
        """What belongs to a perceptron is there where one is."""
        several = unit is not None and len(unit.wires) > 2
        self.plot.setVisible(ground is not None)
        self.sliders.setVisible(ground is not None)
        self.choosers.setVisible(several)
        if unit is not None and ground is not None:
            names, signals = self._names(ground.wires), self._designer.circuit.signal_names()
            if several:
                self.choosers.show_wires([signals[wire.source] for wire in unit.wires], ground.wires)
            weights = 1 if ground.wires[1] == BIAS else 2
            self.sliders.show_weights(names[:weights], numbers_at(unit, ground.wires)[:weights])
            self.sliders.show_bias(unit.bias, as_threshold=self._designer.design.as_threshold)
        self._place()

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
        few = _FEWEST if self._designer.design.activation else _FEW
        if self._at_hand or self._drawn is None or self._designer.circuit.perceptrons <= few:
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

    # What the learner does

    def _move(self, first: float, second: float) -> None:
        designer, unit = self._designer, self._designer.focused_unit
        if unit is None or not unit.wires:
            return
        weights, bias = with_numbers(unit, mended(unit, self._wires), first, second)
        text = translate("gate_designer", "change the weights of {unit}").format(unit=unit.name)
        designer.set_perceptron(unit.key, weights, bias, text)

    def _change_first(self, weight: float) -> None:
        self._change_weight(0, weight)

    def _change_second(self, weight: float) -> None:
        self._change_weight(1, weight)

    def _change_weight(self, axis: int, weight: float) -> None:
        unit = self._designer.focused_unit
        if unit is not None and unit.wires:
            self._designer.set_weight(unit.key, mended(unit, self._wires)[axis], weight)

    def _change_bias(self, bias: float) -> None:
        unit = self._designer.focused_unit
        if unit is not None:
            self._at_hand = True  # the ground changes under the hand
            self._designer.set_bias(unit.key, bias)
            self._at_hand = False

    def _tell(self, first: float, second: float) -> None:
        unit = self._designer.focused_unit
        if unit is None or not unit.wires:
            return
        wires = mended(unit, self._wires)
        verdict = verdict_at(self._designer.design, unit, wires, first, second)
        self.plot.tell(place_text(self._names(wires), (first, second), verdict))

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
