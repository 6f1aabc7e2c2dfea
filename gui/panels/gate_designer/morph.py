"""What the perceptrons make of their sums: a slider from step to sigmoid, or any other function.

Beside it stands the curve, and below the formula, and what that has to do with chapter 3.
"""

import math

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QSlider, QVBoxLayout, QWidget

from gui.panels.gate_designer.curve_picture import CurvePicture
from gui.panels.gate_designer.design import Design
from gui.panels.gate_designer.designer import Designer
from gui.panels.gate_designer.firing_choice import FiringChoice
from gui.panels.gate_designer.functions import formula_of
from gui.theme import SMALL, STEP, Theme, font
from gui.widgets.elided import ElidedLabel
from gui.widgets.named import named
from gui.widgets.wheel import Notches

translate = QCoreApplication.translate

_PER_TEN = 20  # steps of the slider from one power of ten to the next
_LEAST = 0.01  # the softness of its first step
_END = 1 + 2 * _PER_TEN  # its last one, where the softness is 1


def softness_at(step: int) -> float:
    """0 at 0; then 0.01 at 1, and evenly in powers of ten up to 1 at the end."""
    return 0.0 if step <= 0 else float(f"{_LEAST * 10 ** ((step - 1) / _PER_TEN):.2g}")


def step_of(softness: float) -> int:
    """The step of the slider that is nearest to this softness."""
    if softness <= 0:
        return 0
    return min(max(round(1 + _PER_TEN * math.log10(softness / _LEAST)), 1), _END)


class MorphSlider(QSlider):
    """Goes to where it is pressed. One notch of the wheel is one step, a double click the step function."""

    gesture_begun = Signal()
    gesture_over = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setRange(0, _END)
        self.setPageStep(_PER_TEN // 4)
        self.setMinimumWidth(60)
        self._notches = Notches()
        self._has_moved = False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._has_moved = False
            self.gesture_begun.emit()
            self.setSliderDown(True)
            self._go_to(event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.isSliderDown():
            self._has_moved = True
            self._go_to(event.position().x())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.setSliderDown(False)
        if self._has_moved:  # a click stays open, for it may turn out to be a double click
            self.gesture_over.emit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.setValue(0)
        self._has_moved = True

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.setValue(self.value() + self._notches.turned(event.angleDelta().y()))
        event.accept()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.gesture_over.emit()

    def _go_to(self, x: float) -> None:
        handle = 14  # px: as wide as the handle of the style sheet
        share = (x - handle / 2) / max(self.width() - handle, 1)
        self.setValue(round(min(max(share, 0.0), 1.0) * _END))


class Morph(QWidget):
    """The choice, the slider between its two ends, the curve beside them; below, formula and sentence."""

    def __init__(self, designer: Designer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("gateMorph")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._designer = designer
        self.choice = named(FiringChoice(), "gateActivationChoice")
        self.slider = named(MorphSlider(), "gateMorphSlider")
        self.curve = named(CurvePicture(), "gateMorphCurve")
        self.formula = named(ElidedLabel(), "gateMorphFormula")
        self.sentence = named(ElidedLabel(), "gateMorphSentence")
        for label in (self.formula, self.sentence):
            label.setFont(font(SMALL))
        self.sentence.setProperty("muted", True)
        self._lay_out()
        self.slider.valueChanged.connect(self._slide)
        self.slider.gesture_begun.connect(designer.settle)
        self.slider.gesture_over.connect(designer.settle)
        self.choice.chosen.connect(designer.use)
        self.choice.settled.connect(designer.settle)
        designer.changed.connect(self._show)

    def _lay_out(self) -> None:
        across = QHBoxLayout()
        across.setSpacing(STEP)
        across.addWidget(self.choice)
        across.addWidget(self.slider, 1)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addLayout(across)
        words.addWidget(self.formula)
        whole = QHBoxLayout()
        whole.setSpacing(STEP)
        whole.addLayout(words, 1)
        whole.addWidget(self.curve)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(whole)
        column.addWidget(self.sentence)

    def apply_theme(self, theme: Theme) -> None:
        self.curve.apply_theme(theme)

    def retranslate(self) -> None:
        self.choice.retranslate()
        self.slider.setAccessibleName(translate("gate_designer", "From step to sigmoid"))
        self.slider.setToolTip(
            translate("gate_designer", "Makes every perceptron softer. Double click: back to the step.")
        )
        self._show()

    def offer(self, functions: tuple[str, ...]) -> None:
        """functions: the keys of those that the learner typed."""
        self.choice.offer(functions)

    @Slot(int)
    def _slide(self, step: int) -> None:
        self._designer.set_softness(softness_at(step))

    @Slot()
    def _show(self) -> None:
        design = self._designer.design
        softness = design.softness
        self.choice.show_present(design.activation)
        self.slider.setVisible(not design.activation)
        with QSignalBlocker(self.slider):
            self.slider.setValue(step_of(softness))
        self.curve.show_firing(design.firing)
        text = formula_of(design.activation) if design.activation else formula_text(softness)
        self.formula.setText(text)
        self.curve.setAccessibleName(text)
        self.slider.setAccessibleDescription(text)
        self.sentence.setText(_bridge(design))


def formula_text(softness: float) -> str:
    """h(a) = 1 / (1 + e^(−a / 0.05)), or where the step is."""
    if softness <= 0:
        return translate("gate_designer", "h(a) = 1 where a > 0, else 0")
    divided = "" if softness == 1 else f" / {softness:.2g}"
    return f"h(a) = 1 / (1 + e^(−a{divided}))"


def _bridge(design: Design) -> str:
    """The way to chapter 3, in one sentence."""
    if design.activation == "identity":
        return translate("gate_designer", "However many layers: together they are one straight line.")
    if design.activation:
        return translate("gate_designer", "h(a) may be any number: above 0.5 counts as 1.")
    if design.is_step:
        return translate("gate_designer", "Slide to the right, and hard borders become slopes.")
    if design.softness < 1:
        return translate("gate_designer", "Hard borders become slopes, as in chapter 3.")
    return translate("gate_designer", "Slopes for borders: this is the sigmoid of chapter 3.")
