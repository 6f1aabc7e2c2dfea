"""Follows the network: keeps at hand how the sums of the chosen layer land on the function in focus."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal, Slot

from core.landing import Bars, Landing, bars
from core.neuron import Neuron
from gui.jobs import Jobs
from gui.panels.activation_curves.landing_signals import AT_ONCE, Layer, land, layers_of
from gui.panels.activation_curves.view import View
from gui.session import Session

Question = tuple[Layer, str, Neuron, float, float]  # layer, function, neuron, and the ends of the view


@dataclass(frozen=True, eq=False)
class Landed:
    """bars: over the x axis of the plot. landing: in shares; None where no function is in focus."""

    bars: Bars
    landing: Landing | None


class Follower(QObject):
    """Small batches are looked through at once. A large one comes later, and then `arrived` is emitted;
    until then there is what was there before."""

    arrived = Signal()

    def __init__(self, session: Session, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._session = session
        self._trace = session.trace
        self.layers = layers_of(self._trace)
        self.landed: Landed | None = None
        self._question: Question | None = None

    def refresh(self) -> None:
        """Take up the present forward pass, if there is one."""
        if self._session.trace is not self._trace:
            self._trace = self._session.trace
            self.layers = layers_of(self._trace)

    def ask(self, number: int, key: str, neuron: Neuron, view: View) -> None:
        """Let `landed` be what belongs to this layer, function, neuron and view."""
        layer = self.layers.get(number)
        if layer is None:
            self._jobs.cancel("activation-landing")
            self._question = self.landed = None
            return
        question = (layer, key, neuron, view.x0, view.x1)
        if question == self._question:
            return
        before, self._question = self._question, question
        if before is not None and before[0].number != number:
            self.landed = None
        if layer.sums.size <= AT_ONCE:
            self._jobs.cancel("activation-landing")
            same_bars = before is not None and (before[0], *before[3:]) == (layer, *question[3:])
            self.landed = answer(question, self.landed.bars if self.landed and same_bars else None)
        else:
            self._jobs.run("activation-landing", answer, question, on_done=self._take)

    @Slot(object)
    def _take(self, landed: Landed) -> None:
        self.landed = landed
        self.arrived.emit()


def answer(question: Question, found: Bars | None = None) -> Landed:
    """Look through the sums. `found` are the bars, where they are the same as before."""
    layer, key, neuron, low, high = question
    found = bars(layer.sums, low, high) if found is None else found
    return Landed(found, land(key, neuron, layer.sums) if key else None)
