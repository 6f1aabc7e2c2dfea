"""What is operated while a perceptron learns: steps, the rate, the start, the question of proof."""

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent, QStandardItemModel
from PySide6.QtWidgets import QBoxLayout, QComboBox, QHBoxLayout, QLabel, QToolButton, QWidget

from gui.panels.gate_designer.lesson import START_POINTS, Progress, StartPoint
from gui.theme import STEP
from gui.widgets.choice import Choice
from gui.widgets.named import named
from gui.widgets.number_field import NumberField

translate = QCoreApplication.translate

_SLOWEST, _FASTEST, _FIRST = 0.01, 1.0, 0.1  # of the learning rate
_AROUND_WORDS = 40  # px: the frame and the arrow of a list of choices
_OF_THE_BOOK = 2  # inputs of its AND


class LearningControls(QWidget):
    """Says what the learner wants. In one row where there is room, else in two.

    `proof` is the button that asks whether it can be learned at all; who lays this out finds a place for it.
    """

    step_asked = Signal()
    round_asked = Signal()
    run_asked = Signal(bool)
    restart_asked = Signal()
    rate_changed = Signal()
    start_chosen = Signal()
    proof_asked = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._step = named(QToolButton(), "gateLearnStepButton")
        self._round = named(QToolButton(), "gateLearnRoundButton")
        self._run = named(QToolButton(), "gateLearnRunButton")
        self._restart = named(QToolButton(), "gateLearnRestartButton")
        self.proof = named(QToolButton(), "gateShowProofButton")
        self._run.setCheckable(True)
        self.proof.setCheckable(True)
        self._buttons = (self._step, self._round, self._run, self._restart)
        for button in (*self._buttons, self.proof):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._rate = named(NumberField(limit=_FASTEST, step=_SLOWEST, decimals=2), "gateLearnRate")
        self._rate.setRange(_SLOWEST, _FASTEST)
        self._rate.setValue(_FIRST)
        self._rate.setFixedWidth(52)
        self._rate.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._eta = QLabel("η")
        self._eta.setBuddy(self._rate)
        self._start = named(Choice(), "gateLearnStart")
        self._start.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._start.addItems([""] * len(START_POINTS))
        self._small = False
        self._answer = (False, False, False)  # known; there is no line; the plane can show it
        self._lay_out()
        self._step.clicked.connect(self.step_asked)
        self._round.clicked.connect(self.round_asked)
        self._run.clicked.connect(self.run_asked)
        self._restart.clicked.connect(self.restart_asked)
        self._rate.valueChanged.connect(self._tell_rate)
        self._start.activated.connect(self._tell_start)
        self.proof.clicked.connect(self.proof_asked)
        self.proof.toggled.connect(self._name_proof)

    def _lay_out(self) -> None:
        steps, settings = QHBoxLayout(), QHBoxLayout()
        for button in self._buttons:
            steps.addWidget(button)
        steps.addStretch(1)
        for widget in (self._eta, self._rate):
            settings.addWidget(widget)
        settings.addWidget(self._start, 1)
        self._rows = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        for row in (steps, settings):
            row.setSpacing(STEP // 2)
            self._rows.addLayout(row)
        self._rows.setSpacing(STEP)
        self._settings = settings

    def set_small(self, small: bool) -> None:
        """Two rows, the lower one with the button for the proof in it; or one row without it."""
        self._small = small
        if small:
            self._settings.addWidget(self.proof)
        self._stack()
        self._name_proof()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._stack()

    def _stack(self) -> None:
        """One row where every word of it has room, else two."""
        metrics, choices = self._start.fontMetrics(), range(self._start.count())
        words = max(metrics.horizontalAdvance(self._start.itemText(k)) for k in choices) + _AROUND_WORDS
        needed = sum(each.sizeHint().width() + STEP // 2 for each in (*self._buttons, self._eta))
        needed += self._rate.width() + STEP + words
        two = self._small or self.width() < needed
        self._rows.setDirection(QBoxLayout.Direction.TopToBottom if two else QBoxLayout.Direction.LeftToRight)
        self._rows.setSpacing(STEP // 2 if two else STEP)

    @property
    def rate(self) -> float:
        """The learning rate η."""
        return self._rate.value()

    @property
    def start(self) -> StartPoint:
        return START_POINTS[self._start.currentIndex()]

    @property
    def wants_proof(self) -> bool:
        return self.proof.isChecked()

    def show_here(self) -> None:
        """The perceptron has been moved: it starts from where it is."""
        with QSignalBlocker(self._start):
            self._start.setCurrentIndex(START_POINTS.index("here"))

    def show_state(
        self, progress: Progress | None, inputs: int, *, meets: bool, flat: bool, running: bool
    ) -> None:
        """Offer what can be done now.

        progress: None where nobody can learn. inputs: how many the perceptron reads. meets: the two hulls do,
        so that it cannot be learned. flat: the plane can show that.
        """
        self._answer = (progress is not None and bool(progress.ending), meets, flat)
        can_go_on = progress is not None and progress.ending != "learned"
        for button in (self._step, self._round, self._run):
            button.setEnabled(can_go_on)
        for widget in (self._restart, self._start, self.proof):
            widget.setEnabled(progress is not None)
        model = self._start.model()
        if isinstance(model, QStandardItemModel):
            model.item(START_POINTS.index("book")).setEnabled(inputs == _OF_THE_BOOK)
        self._run.setChecked(running)
        self._name_run()
        self._name_proof()

    def retranslate(self) -> None:
        self._step.setText(translate("gate_designer", "Step"))
        self._step.setToolTip(translate("gate_designer", "Look at the next row of the table"))
        self._round.setText(translate("gate_designer", "Round"))
        self._round.setToolTip(translate("gate_designer", "Look at all rows that are left of this round"))
        self._restart.setText(translate("gate_designer", "Start again"))
        self._restart.setToolTip(translate("gate_designer", "Back to the start point"))
        self._run.setToolTip(translate("gate_designer", "Step by step, until it is learned"))
        self._rate.setAccessibleName(translate("gate_designer", "Learning rate η"))
        self._rate.setToolTip(
            translate("gate_designer", "The learning rate η: how far each correction goes, from 0.01 to 1")
        )
        self._eta.setToolTip(self._rate.toolTip())
        self._start.setAccessibleName(translate("gate_designer", "Start point"))
        for k, text in enumerate(
            (
                translate("gate_designer", "From here"),
                translate("gate_designer", "From zeros"),
                translate("gate_designer", "From random"),
                translate("gate_designer", "From the book's AND"),
            )
        ):
            self._start.setItemText(k, text)
        self._start.setToolTip(translate("gate_designer", "Where learning starts"))
        self._name_run()
        self._name_proof()
        self._stack()

    def _name_run(self) -> None:
        """Run or Pause, on a button that is wide enough for both."""
        names = (translate("gate_designer", "Run"), translate("gate_designer", "Pause"))
        self._run.setMinimumWidth(0)
        widths = []
        for name in names:
            self._run.setText(name)
            widths.append(self._run.sizeHint().width())
        self._run.setMinimumWidth(max(widths))
        self._run.setText(names[self._run.isChecked()])

    @Slot()
    def _name_proof(self) -> None:
        """The button keeps the answer to itself until it has been looked for, or asked for."""
        known, meets, flat = self._answer
        text = translate("gate_designer", "Can it be learned?")
        short = translate("gate_designer", "Can it?")
        if known or self.proof.isChecked():
            if meets:
                text = translate("gate_designer", "Show the proof in the plane")
                short = translate("gate_designer", "Proof")
            else:
                text = translate("gate_designer", "Show the widest line")
                short = translate("gate_designer", "Widest line")
            if not flat:
                self.proof.setEnabled(self.proof.isChecked())
                self.proof.setToolTip(translate("gate_designer", "The plane can show it for two inputs only"))
            else:
                self.proof.setToolTip(text)
        else:
            self.proof.setToolTip(translate("gate_designer", "Ask whether any weights would do"))
        self.proof.setText(short if self._small else text)
        self.proof.setAccessibleName(text)

    @Slot()
    def _tell_rate(self) -> None:
        self.rate_changed.emit()

    @Slot()
    def _tell_start(self) -> None:
        self.start_chosen.emit()
