"""The two formulas of softmax under each other, what NumPy says of them, and how far the first one goes."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from gui.panels.activation_curves import softmax_words as words
from gui.panels.activation_curves.softmax_formula import Fraction, SoftmaxFormula
from gui.panels.activation_curves.softmax_model import Results, printed
from gui.panels.activation_curves.softmax_numbers import score_text
from gui.panels.activation_curves.softmax_times import TimeBars
from gui.theme import STEP, Theme, mono_font
from gui.widgets.named import named
from gui.widgets.text import MINUS

translate = QCoreApplication.translate

_ROOMY_FROM = 540  # px: a column this high has room for large formulas


class Explained(QWidget):
    """Shows the formulas for one class, in numbers."""

    pointed = Signal(int)
    edge_wanted = Signal()
    beyond_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.titles = (QLabel(), QLabel())
        self.formulas = (SoftmaxFormula("labSoftmaxNaiveFormula"), SoftmaxFormula("labSoftmaxSafeFormula"))
        self.warning = named(QLabel(), "labSoftmaxWarning")
        self.warning.setFont(mono_font())
        self.warning.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.status = named(QLabel(wordWrap=True), "labSoftmaxStatus")
        self.times = named(TimeBars(), "labSoftmaxTimes")
        self.limits = named(QLabel(wordWrap=True), "labSoftmaxLimits")
        self.edge = named(QPushButton(), "labSoftmaxEdge")
        self.beyond = named(QPushButton(), "labSoftmaxBeyond")
        for label in (self.status, self.limits, self.warning):
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.limits.setProperty("muted", True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(STEP)
        for title, formula in zip(self.titles, self.formulas, strict=True):
            title.setProperty("muted", True)
            column.addWidget(title)
            column.addWidget(formula)
            column.addSpacing(STEP)
        column.addWidget(self.warning)
        column.addWidget(self.status)
        column.addWidget(self.times)
        column.addStretch(1)
        column.addWidget(self.limits)
        buttons = QHBoxLayout()
        buttons.setSpacing(STEP)
        buttons.addWidget(self.edge)
        buttons.addWidget(self.beyond)
        buttons.addStretch(1)
        column.addLayout(buttons)
        self.edge.clicked.connect(self.edge_wanted)
        self.beyond.clicked.connect(self.beyond_wanted)
        for formula in self.formulas:
            formula.pointed.connect(self.pointed)

    def show_results(self, results: Results, k: int, *, lit: bool) -> None:
        for formula, fraction in zip(self.formulas, fractions(results, k), strict=True):
            formula.show_fraction(fraction, lit=lit)
        there = not results.bench.without
        for part in (*self.titles, *self.formulas, self.limits, self.edge, self.beyond):
            part.setVisible(there)
        self.warning.setText(words.warning(results))
        self.warning.setVisible(there and bool(results.naive.warnings))
        self.status.setText(words.status(results) if there else words.nothing_to_overflow(results))
        self.times.setVisible(not there)
        self.limits.setText(words.limits(results.bench.dtype))

    def retranslate(self) -> None:
        self.titles[0].setText(translate("activation_curves", "The formula as it is printed"))
        self.titles[1].setText(
            translate("activation_curves", "The safe one: first the largest score is taken from all")
        )
        self.limits.setToolTip(words.limits_whole())
        self.times.retranslate()
        self.edge.setText(translate("activation_curves", "Go to the edge"))
        self.edge.setToolTip(
            translate("activation_curves", "Raise the largest score as far as the printed formula survives")
        )
        self.beyond.setText(translate("activation_curves", "One step beyond"))
        self.beyond.setToolTip(
            translate("activation_curves", "The next number that this float type has: there it breaks")
        )

    def apply_theme(self, theme: Theme) -> None:
        self.warning.setStyleSheet(
            f"QLabel {{ color: {theme.wrong}; border: none; border-left: 3px solid {theme.wrong};"
            f" padding-left: {STEP}px; }}"
        )
        for part in (*self.formulas, self.times):
            part.apply_theme(theme)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for formula in self.formulas:
            formula.set_roomy(self.height() >= _ROOMY_FROM)


def fractions(results: Results, k: int) -> tuple[Fraction, Fraction]:
    """The two formulas for class k, with the numbers put in."""
    top = f"{score_text(float(results.scores[k]))} {_less(float(results.scores.max()))}"
    made = []
    for steps, exponent in ((results.naive, _unfolded(results, k)), (results.safe, top)):
        made.append(
            Fraction(
                k,
                exponent,
                tuple(_number(each) for each in steps.scores),
                _number(steps.exponentials[k], 8),
                _number(float(steps.total), 8),
                printed(steps.probabilities)[k],
                broken=not steps.survived,
            )
        )
    return made[0], made[1]


def _unfolded(results: Results, k: int) -> str:
    """(a + C) / T as the learner has set it."""
    bench, text = results.bench, score_text(float(results.shown[k]))
    if bench.constant:
        text = f"{text} {_less(-bench.constant)}"
    if bench.temperature != 1:
        text = (
            f"({text}) / {score_text(bench.temperature)}"
            if bench.constant
            else f"{text} / {score_text(bench.temperature)}"
        )
    return text


def _number(value: float, digits: int = 4) -> str:
    return f"{value:.{digits}g}".replace("e+0", "e").replace("e+", "e").replace("-", MINUS)


def _less(number: float) -> str:
    """− 1010, or + 5 where −5 is taken away."""
    return f"{MINUS} {score_text(number)}" if number >= 0 else f"+ {score_text(-number)}"
