"""Which step it is, as a formula and in shapes, and the way to the next."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from core.trace import Step
from gui import icons
from gui.jobs import Jobs
from gui.panels.forward_inspector import texts
from gui.panels.forward_inspector.activation_choice import ActivationChoice
from gui.panels.forward_inspector.buttons import IconButton, TextButton, enable
from gui.panels.forward_inspector.model import Letters, latex, shape_parts, shapes_line
from gui.theme import BODY, LIGHT, STEP, Theme, mono_font
from gui.widgets.elided import ElidedLabel
from gui.widgets.formula import Formula
from gui.widgets.named import named
from gui.widgets.text import shape_html

translate = QCoreApplication.translate


class StepHeader(QWidget):
    """Says what it shows and asks for the step before or after it."""

    back = Signal()
    forward = Signal()

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.back_button = named(IconButton(), "stepBackButton")
        self.forward_button = named(TextButton(), "stepForwardButton")
        self.forward_button.setProperty("primary", True)
        self.forward_button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the arrow after the word
        self.back_button.clicked.connect(self.back)
        self.forward_button.clicked.connect(self.forward)
        self.counter = named(QLabel(), "stepCounter")
        self.counter.setProperty("muted", True)
        self.formula = Formula(jobs, BODY + 3)
        self.formula.setObjectName("stepFormula")
        self.activation = ActivationChoice()
        self.shapes = named(QLabel(), "stepShapes")
        self.shapes.setFont(mono_font(BODY))
        self.shapes.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.sentence = named(ElidedLabel(), "stepSentence")
        self.sentence.setProperty("muted", True)
        line = QHBoxLayout()
        line.setSpacing(STEP)
        for widget in (self.back_button, self.forward_button, self.counter, self.formula, self.activation):
            line.addWidget(widget)
        line.addSpacing(STEP)
        line.addWidget(self.shapes, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(STEP // 2)
        column.addLayout(line)
        column.addWidget(self.sentence)
        self._theme = LIGHT
        self._compact = False
        self._shown: tuple[Letters, Step, int, int] | None = None

    def show_step(self, letters: Letters, step: Step, index: int, count: int) -> None:
        """Show step `index` of `count`."""
        self._shown = letters, step, index, count
        self._write()

    def set_compact(self, compact: bool) -> None:
        """In a small panel: no words on the button, no sentence, the short formula."""
        if compact != self._compact:
            self._compact = compact
            self.sentence.setVisible(not compact)
            self._write()

    def retranslate(self) -> None:
        self.back_button.setAccessibleName(translate("forward_inspector", "Step back"))
        self.back_button.setToolTip(translate("forward_inspector", "The step before (←)"))
        self.forward_button.setAccessibleName(translate("forward_inspector", "Step forward"))
        self.forward_button.setToolTip(translate("forward_inspector", "The next step (→)"))
        self.activation.retranslate()
        self._write()

    def apply_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.back_button.setIcon(icons.icon("back", theme.ink))
        self.forward_button.setIcon(icons.icon("forward", theme.on_accent))
        self.formula.apply_theme(theme)
        self.activation.apply_theme(theme)
        self._write()

    def _write(self) -> None:
        self.forward_button.setText("" if self._compact else translate("forward_inspector", "Next"))
        if self._shown is None:
            return
        letters, step, index, count = self._shown
        self.counter.setText(f"{index + 1} / {count}")
        self.formula.set_latex(latex(letters, short=self._compact))
        self.shapes.setText(
            " ".join(
                f"{part.sign} {shape_html(part.shape, self._theme, batch=part.batch)}"
                for part in shape_parts(step)
            )
        )
        self.shapes.setAccessibleName(shapes_line(step))
        self.sentence.setText(texts.so_what(letters, step))
        enable(self.back_button, index > 0)
        enable(self.forward_button, index < count - 1)
