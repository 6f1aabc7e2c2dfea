"""One of the three functions that may end a network: its formula, whether it fits, and why."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from core.activations import ACTIVATIONS
from gui.jobs import Jobs
from gui.panels.activation_curves import output_words as words
from gui.panels.activation_curves.output_model import FITTING, Output
from gui.theme import LIGHT, Theme
from gui.widgets.card import Card
from gui.widgets.formula import Formula
from gui.widgets.named import named


class FunctionCard(Card):
    """Shows what the function makes of an output, in a sentence."""

    def __init__(self, jobs: Jobs, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = key
        self.verdict = named(QLabel(), f"labOutputVerdict_{key}")
        self.header.addWidget(self.verdict)
        self._formula = Formula(jobs, 15)
        self.sentence = sentence_label(f"labOutputWhy_{key}", lines=3)
        self.content.addWidget(self._formula)
        self.content.addWidget(self.sentence)
        self._formula.set_latex(ACTIVATIONS[key].formula)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._theme = LIGHT
        self._fits = False

    def show_output(self, output: Output) -> None:
        self.title.setText(words.name(self._key))
        self.verdict.setText(words.verdict(output, self._key))
        self.sentence.setText(words.why(output, self._key))
        self._fits = self._key == FITTING[output.task]
        self._dress()

    def apply_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._formula.apply_theme(theme)
        self._dress()

    def _dress(self) -> None:
        colour = self._theme.accent if self._fits else self._theme.muted
        weight = "600" if self._fits else "400"
        self.verdict.setStyleSheet(f"color: {colour}; font-weight: {weight};")


def sentence_label(name: str, lines: int) -> QLabel:
    """Room for a sentence of so many lines is kept, so that nothing moves under the hand."""
    label = named(QLabel(wordWrap=True, alignment=Qt.AlignmentFlag.AlignTop), name)
    label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
    label.setFixedHeight(lines * label.fontMetrics().lineSpacing() + 2)
    return label
