"""What softmax costs: measured here and now, on this machine."""

from dataclasses import dataclass
from time import perf_counter

import numpy as np
from PySide6.QtCore import QObject, Signal, Slot

from core.activations import softmax
from core.shapes import Array
from gui.panel import Tools
from gui.panels.activation_curves.softmax_model import Bench, given_scores

_RUNS = 301
_FIRST = 20  # are not counted: caches are still cold
_ROWS = 100  # that are timed, at least


@dataclass(frozen=True)
class Timing:
    """Medians in microseconds of finding the classes of `rows` rows of `classes` scores."""

    rows: int
    classes: int
    with_softmax: float
    without: float
    same: int  # rows of which the class is the same

    @property
    def ratio(self) -> float:
        return self.with_softmax / self.without


def measure(scores: Array) -> Timing:
    """Find the class of each row many times, in turns with softmax and without. scores: (N, K)"""
    times: tuple[list[float], list[float]] = ([], [])
    for _ in range(_RUNS):
        start = perf_counter()
        by_probability = softmax(scores).argmax(axis=1)
        middle = perf_counter()
        by_score = scores.argmax(axis=1)
        times[0].append(middle - start)
        times[1].append(perf_counter() - middle)
    with_softmax, without = (1e6 * float(np.median(each[_FIRST:])) for each in times)
    rows, classes = scores.shape
    return Timing(rows, classes, with_softmax, max(without, 1e-3), int((by_probability == by_score).sum()))


class Stopwatch(QObject):
    """Measures each time when softmax is left out: with the scores that the network gave the images, or
    else with the learner's."""

    measured = Signal()

    def __init__(self, tools: Tools, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs, self._session = tools.jobs, tools.session
        self._bench = Bench()
        self._of_network = False
        self.timing: Timing | None = None  # the last one
        self._session.trace_changed.connect(self._measure_again)

    def watch(self, bench: Bench) -> None:
        """This is the bench now."""
        begins = bench.without and not self._bench.without
        self._bench = bench
        if begins:
            self._measure()

    def _measure(self) -> None:
        trace = self._session.trace
        self._of_network = trace is not None
        scores = np.array([self._bench.scores]) if trace is None else given_scores(trace)
        rows = np.resize(scores, (max(len(scores), _ROWS), scores.shape[1]))
        self._jobs.run("softmax-timing", measure, rows, on_done=self._take)

    @Slot()
    def _measure_again(self) -> None:
        """A network has come; what was measured before were the learner's own scores."""
        if self._bench.without and not self._of_network:
            self._measure()

    @Slot(object)
    def _take(self, timing: Timing) -> None:
        self.timing = timing
        self.measured.emit()
