"""Gradients through depth: which functions, how deep and with which weights, and what is left of them."""

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from core.depth import DEEPEST
from gui.jobs import Jobs
from gui.panels.activation_curves import depth_words as words
from gui.panels.activation_curves.depth_model import Flows, flows
from gui.panels.activation_curves.depth_picks import DepthPicks
from gui.panels.activation_curves.depth_plot import DepthPlot
from gui.panels.activation_curves.depth_table import DepthTable
from gui.panels.activation_curves.layers_controls import ShortButton, Slid
from gui.panels.activation_curves.layers_model import SCALES, Layers
from gui.panels.activation_curves.layers_sentence import Sentences
from gui.theme import STEP, Theme
from gui.widgets.choice import Choice
from gui.widgets.elided import ElidedLabel
from gui.widgets.named import named

translate = QCoreApplication.translate

Wanted = tuple[tuple[str, ...], int, str, int]  # functions, layers, scale, seed


class DepthHalf(QWidget):
    """Shows a state; says what the learner wants. The flows are worked out by a job: what is asked for
    meanwhile waits for it, and of that only the newest is done, so that a long drag is seen on its way."""

    scale_wanted = Signal(str)
    roll_wanted = Signal()

    def __init__(self, jobs: Jobs) -> None:
        super().__init__()
        self._jobs = jobs
        self._wanted: Wanted | None = None  # what is to be shown
        self._asked: Wanted | None = None  # what the job is at
        self._shown: Wanted | None = None
        self._flows: Flows = {}
        self._back = 0
        self.title = named(QLabel(), "cardTitle")
        self.hint = named(ElidedLabel(), "cardHint")
        self.hint.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.scale = named(Choice(), "labDepthScale")
        self.roll = named(ShortButton("↻"), "labDepthRollButton")
        self.layers = Slid("labDepthCount", (1, DEEPEST), 1, DEEPEST, decimals=0)
        self.picks = DepthPicks()
        self.plot = named(DepthPlot(), "labDepthPlot")
        self.table = named(DepthTable(), "labDepthTable")
        self.sentence = named(Sentences(3), "labDepthSentence")
        self.heading = QHBoxLayout()
        self.bar = QWidget()
        self.top = QHBoxLayout(self.bar)
        self.top.setContentsMargins(0, 0, 0, 0)
        self._lay_out()
        self.scale.activated.connect(self._choose_scale)
        self.roll.clicked.connect(self.roll_wanted)
        self.plot.pointed.connect(self._point)

    def _lay_out(self) -> None:
        for row in (self.heading, self.top):
            row.setSpacing(STEP)
        self.heading.addWidget(self.title)
        self.heading.addWidget(self.hint, 1)
        self.top.addWidget(self.scale)
        self.top.addWidget(self.layers, 1)
        self.top.addWidget(self.roll)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(STEP)
        self._column.addLayout(self.heading)
        self._column.addWidget(self.bar)
        self._column.addWidget(self.picks)
        self._column.addWidget(self.plot, 1)
        self._column.addWidget(self.table)
        self._column.addWidget(self.sentence)

    def set_roomy(self, roomy: bool) -> None:
        """With all there is, or with what matters most."""
        for widget in (self.title, self.hint, self.picks, self.table, self.layers.label):
            widget.setVisible(roomy)
        self.roll.set_roomy(roomy)
        self._column.setSpacing(STEP if roomy else STEP // 2)
        if roomy:
            self._column.insertWidget(1, self.bar)
        self.sentence.set_lines(3 if roomy else 2)

    # Showing

    def show_state(self, state: Layers, own: tuple[str, ...]) -> None:
        self.picks.show_keys(state.shown, own)
        self.layers.show_number(state.depth)
        with QSignalBlocker(self.scale):
            self.scale.setCurrentIndex(list(SCALES).index(state.scale))
        self.scale.setToolTip(words.scale_about(state.scale))
        self._wanted = (state.shown, state.depth, state.scale, state.seed)
        self._ask()

    def _ask(self) -> None:
        """Begin with what is wanted now, if nothing is under way."""
        if self._asked is None and self._wanted is not None and self._wanted != self._shown:
            self._asked = self._wanted
            self._jobs.run(
                f"depth-{id(self)}", flows, *self._wanted, on_done=self._take, on_error=self._give_up
            )

    @Slot(object)
    def _take(self, found: Flows) -> None:
        self._flows, self._shown, self._asked = found, self._asked, None
        self._show()
        self._ask()

    @Slot(object)
    def _give_up(self, _error: Exception) -> None:
        """Nothing of it can be shown: what comes next is asked for again."""
        self._shown, self._asked = self._asked, None
        self._ask()

    def _show(self) -> None:
        self._show_flows()
        self.sentence.say(words.sentence(self._flows) if self._shown else "")

    def _show_flows(self) -> None:
        depth = self._shown[1] if self._shown else 1
        self._back = min(self._back, depth if self._flows else 0)
        self.plot.show_flows(self._flows, depth, self._back)
        self.table.show_flows(self._flows, depth, self._back)

    @property
    def flows(self) -> Flows:
        """What is shown now."""
        return self._flows

    @property
    def is_done(self) -> bool:
        """Is what is shown what was wanted last?"""
        return self._shown == self._wanted

    @Slot(int)
    def _point(self, back: int) -> None:
        if back != self._back:
            self._back = back
            self._show_flows()

    @Slot(int)
    def _choose_scale(self, place: int) -> None:
        self.scale_wanted.emit(list(SCALES)[place])

    def retranslate(self) -> None:
        self.title.setText(translate("activation_curves", "Gradients through depth"))
        self.hint.setText(words.hint())
        with QSignalBlocker(self.scale):
            place = max(self.scale.currentIndex(), 0)
            self.scale.clear()
            self.scale.addItems([words.scale_name(scale) for scale in SCALES])
            self.scale.setCurrentIndex(place)
        self.scale.setAccessibleName(translate("activation_curves", "Scale of the weights"))
        self.roll.say(translate("activation_curves", "Roll again"))
        self.roll.setToolTip(translate("activation_curves", "Other random weights and examples"))
        self.layers.name_it(
            translate("activation_curves", "Depth"), translate("activation_curves", "Layers, from 1 to 50")
        )
        self.plot.setAccessibleName(
            translate("activation_curves", "Plot of the gradients. Left and right point at a layer.")
        )
        self.picks.retranslate()
        self.table.retranslate()
        self._show()

    def apply_theme(self, theme: Theme) -> None:
        for part in (self.picks, self.plot, self.table):
            part.apply_theme(theme)
