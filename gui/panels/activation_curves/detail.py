"""The function that is explained: its formulas, what they say at the probe, and what that means."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from core.activations import ACTIVATIONS
from gui.jobs import Jobs
from gui.panels.activation_curves import texts, working
from gui.panels.activation_curves.model import Curves, read, remark
from gui.theme import Theme
from gui.widgets.card import Card
from gui.widgets.formula import Formula
from gui.widgets.named import named
from gui.widgets.text import exact_text, short_number

translate = QCoreApplication.translate


class Detail(Card):
    """Shows one function at one place."""

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._formulas = (Formula(jobs, 15), Formula(jobs, 15))
        self._workings = (_wrapped("valueWorkingLabel"), _wrapped("slopeWorkingLabel"))
        self.sentence = _wrapped("soWhatLabel")
        for formula, label in zip(self._formulas, self._workings, strict=True):
            self.content.addWidget(formula)
            self.content.addWidget(label)
        self.content.addWidget(self.sentence)

    def show_state(self, state: Curves) -> None:
        """Explain the function in focus, or say how to get one."""
        for widget in (self.title, self.hint, *self._formulas, *self._workings):
            widget.setVisible(bool(state.focus))
        if not state.focus:
            self.sentence.setText(texts.nothing_shown())
            return
        reading, activation = read(state.focus, state.probe), ACTIVATIONS[state.focus]
        self.title.setText(texts.name(state.focus))
        self.hint.setText(activation.source)
        latex = (
            (activation.formula, activation.derivative_formula)
            if activation.elementwise
            else (working.SOFTMAX_FORMULA, working.SOFTMAX_DERIVATIVE_FORMULA)
        )
        for formula, text in zip(self._formulas, latex, strict=True):
            formula.set_latex(text)
        x = short_number(state.probe)
        value, slope = self._workings
        value.setText(f"h({x}) = {working.value_working(reading)}")
        value.setToolTip(exact_text(reading.value))
        slope.setText(f"h′({x}) = {working.slope_working(reading)}")
        slope.setToolTip(exact_text(reading.slope))
        self.sentence.setText(texts.so_what(remark(reading), reading))

    def apply_theme(self, theme: Theme) -> None:
        for formula in self._formulas:
            formula.apply_theme(theme)


def _wrapped(name: str) -> QLabel:
    label = named(QLabel(wordWrap=True), name)
    label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
    return label
