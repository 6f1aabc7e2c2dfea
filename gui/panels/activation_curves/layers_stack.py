"""Stacked layers: h, w and b of up to ten layers, and what becomes of a line that goes through them."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from core.depth import MOST_STACKED
from gui.jobs import Jobs
from gui.panels.activation_curves import layers_words as words
from gui.panels.activation_curves.layers_chips import LayerChips
from gui.panels.activation_curves.layers_controls import ShortButton, Slid
from gui.panels.activation_curves.layers_functions import FunctionChoice
from gui.panels.activation_curves.layers_looks import subscript
from gui.panels.activation_curves.layers_model import LIMIT, Layers, bent
from gui.panels.activation_curves.layers_plot import StackPlot
from gui.panels.activation_curves.layers_sentence import Sentences
from gui.theme import STEP, Theme
from gui.widgets.elided import ElidedLabel
from gui.widgets.formula import Formula
from gui.widgets.named import named
from gui.widgets.text import plain_html, plain_tip

translate = QCoreApplication.translate

_SLID = 3.0  # w and b are slid from -3 to 3


class StackHalf(QWidget):
    """Shows a state; says what the learner wants."""

    random_wanted = Signal()

    def __init__(self, jobs: Jobs) -> None:
        super().__init__()
        self.title = named(QLabel(), "cardTitle")
        self.hint = named(ElidedLabel(), "cardHint")
        self.hint.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.function = named(FunctionChoice(), "labStackFunction")
        self.count = Slid("labStackCount", (1, MOST_STACKED), 1, 3, decimals=0)
        self.weight = Slid("labStackWeight", (-_SLID, _SLID), 0.1, 1.0, (-LIMIT, LIMIT))
        self.bias = Slid("labStackBias", (-_SLID, _SLID), 0.1, 0.0, (-LIMIT, LIMIT))
        self.random = named(ShortButton("↻"), "labStackRandomButton")
        self.random.clicked.connect(self.random_wanted)
        self.chips = named(LayerChips(), "labLayerChips")
        self.plot = named(StackPlot(), "labStackPlot")
        self.formula = named(Formula(jobs, 13), "labStackFormula")
        self.equation = named(QLabel(), "labStackEquation")
        self.gap = named(QLabel(alignment=Qt.AlignmentFlag.AlignRight), "labStackGap")
        self.steps = named(ElidedLabel(), "labStackSteps")
        self.steps.setProperty("muted", True)
        self.sentence = named(Sentences(3), "labStackSentence")
        for label in (self.equation, self.steps):
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.heading, self.second, self.result = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        self.bar = QWidget()
        self.top = QHBoxLayout(self.bar)
        self.top.setContentsMargins(0, 0, 0, 0)
        self._lay_out()

    def _lay_out(self) -> None:
        for row in (self.heading, self.top, self.second, self.result):
            row.setSpacing(2 * STEP)
        self.heading.setSpacing(STEP)
        self.heading.addWidget(self.title)
        self.heading.addWidget(self.hint, 1)
        self.top.addWidget(self.function)
        self.top.addWidget(self.count, 1)
        self.second.addWidget(self.weight, 1)
        self.second.addWidget(self.bias, 1)
        self.second.addWidget(self.random)
        self.result.addWidget(self.equation, 1)
        self.result.addWidget(self.gap)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(STEP)
        self._column.addLayout(self.heading)
        self._column.addWidget(self.bar)
        self._column.addLayout(self.second)
        self._column.addWidget(self.chips)
        self._column.addWidget(self.plot, 1)
        self._column.addWidget(self.formula)
        self._column.addLayout(self.result)
        self._column.addWidget(self.steps)
        self._column.addWidget(self.sentence)

    def set_roomy(self, roomy: bool) -> None:
        """With all there is, or with what matters most."""
        for widget in (self.title, self.hint, self.chips, self.formula, self.steps, self.gap):
            widget.setVisible(roomy)
        self.count.label.setVisible(roomy)
        self.random.set_roomy(roomy)
        self._column.setSpacing(STEP if roomy else STEP // 2)
        if roomy:
            self._column.insertWidget(1, self.bar)
        self.sentence.set_lines(3 if roomy else 2)
        self.equation.setVisible(roomy)

    def show_state(self, state: Layers, own: tuple[str, ...], tried: int) -> None:
        shown = bent(state)
        self.function.show_key(state.function, own)
        self.count.show_number(state.count)
        self.weight.show_number(round(state.weight, 3))
        self.bias.show_number(round(state.bias, 3))
        self._name_sliders(state)
        self.chips.show_state(state)
        self.plot.show_state(state)
        self.formula.set_latex(words.formula(state))
        equation = plain_html(words.equation(state))
        if shown.straight is None:
            equation = translate("activation_curves", "Without h: {line}").format(line=equation)
        self.equation.setText(f"<b>{equation}</b>")
        self.equation.setToolTip(words.equation_whole(state))
        self.gap.setText(words.gap(shown))
        self.gap.setToolTip(plain_tip(words.gap_whole(shown)))
        self.steps.setText(words.steps(state))
        self.steps.setToolTip(words.steps_whole(state))
        self.sentence.say(words.sentence(state, tried))

    def _name_sliders(self, state: Layers) -> None:
        layer = state.chosen
        for part, letter in ((self.weight, "w"), (self.bias, "b")):
            if layer:
                about = translate("activation_curves", "{letter} of layer {layer}")
                part.name_it(f"{letter}{subscript(layer)}", about.format(letter=letter, layer=layer))
                continue
            numbers = state.own_weights if letter == "w" else state.own_biases
            differ = len(set(numbers)) > 1
            about = (
                translate("activation_curves", "{letter} of all layers. They differ; this is their mean.")
                if differ
                else translate("activation_curves", "{letter} of all layers")
            )
            mean = translate("activation_curves", "mean {letter}").format(letter=letter)
            part.name_it(mean if differ else letter, about.format(letter=letter))

    def retranslate(self) -> None:
        self.title.setText(translate("activation_curves", "Stacked layers"))
        self.hint.setText(
            translate("activation_curves", "Take a straight h: can any weights make curve and line part?")
        )
        self.function.setAccessibleName(translate("activation_curves", "Function h of all layers"))
        self.count.name_it(
            translate("activation_curves", "Layer count"), translate("activation_curves", "Number of layers")
        )
        self.random.say(translate("activation_curves", "Random"))
        self.random.setToolTip(translate("activation_curves", "Other weights and biases for every layer"))
        self.chips.setAccessibleName(translate("activation_curves", "Layers: which one w and b are for"))
        self.plot.setAccessibleName(
            translate("activation_curves", "Plot of the stacked layers, with a probe")
        )

    def apply_theme(self, theme: Theme) -> None:
        for part in (self.chips, self.plot, self.formula):
            part.apply_theme(theme)
