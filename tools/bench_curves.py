"""The speed of the activation lab: its curves redrawn while w is dragged, against bare pyqtgraph."""

import statistics
from collections.abc import Iterator
from dataclasses import replace
from functools import partial

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QSize

from core.functions import typed_key
from core.neuron import Neuron
from core.shapes import Array
from gui.panels.activation_curves.curves_page import CurvesPage
from gui.panels.activation_curves.model import KEYS
from gui.panels.activation_curves.painting import POINTS
from gui.panels.activation_curves.panel import ActivationCurves
from gui.panels.activation_curves.readings import value
from tools.bench_gui import FRAME, ROUNDS, Hand
from tools.timing import Measurement, Row, Skipped

TYPED = typed_key("x * tanh(log(1 + exp(x)))")
_NEURONS = [Neuron(1 + k / 40, k / 60) for k in range(1, 61)]
_PROMISED = 3.0  # times bare pyqtgraph, which has no axes in numbers, names, probe and tangent


class BareCurves:
    """A plot window as pyqtgraph has it, as large as ours, with a line for each curve."""

    def __init__(self, size: QSize, keys: tuple[str, ...]) -> None:
        self._plot = pg.PlotWidget()
        self._plot.resize(size)
        self._plot.setRange(xRange=(-6, 6), yRange=(-1.5, 3), padding=0)
        self._lines = [self._plot.plot(pen=pg.mkPen("k", width=2.2)) for _ in keys]
        self._x = np.linspace(-6, 6, POINTS)
        self._plot.show()

    def points(self, keys: tuple[str, ...], neuron: Neuron) -> list[Array]:
        return [value(key, self._x, neuron) for key in keys]

    def show(self, curves: list[Array]) -> None:
        for line, y in zip(self._lines, curves, strict=True):
            line.setData(self._x, y)

    def close(self) -> None:
        self._plot.close()
        self._plot.deleteLater()


def curve_rows() -> Iterator[Row | Skipped]:
    """The plot with its names and probe, and then the whole page with all its numbers."""
    with Hand("arrangeActivationsAction") as hand:
        panel = hand.window.docks["activationCurvesDock"].ensure_panel()
        assert isinstance(panel, ActivationCurves)
        panel.show_page("curves")
        page = panel.page("curves")
        assert isinstance(page, CurvesPage)
        hand.window.session.set_functions((TYPED,))
        for count in (1, 5, 10):
            keys = (*KEYS, TYPED)[:count]
            state = replace(page.desk.state, shown=keys, focus=keys[0], derivatives=False)
            bare = BareCurves(page.plot.size(), keys)
            states = [replace(state, neuron=neuron) for neuron in _NEURONS]
            plot = [partial(page.plot.show_state, each, None, None) for each in states]
            whole = [partial(page.desk.take, each) for each in states]
            floor = [partial(bare.show, bare.points(keys, neuron)) for neuron in _NEURONS]
            whole[0]()
            hand.settle()
            plots, pages, floors = [], [], []
            for _ in range(ROUNDS):
                plots.append(statistics.median(hand.time(plot)))
                pages.append(statistics.median(hand.time(whole)))
                floors.append(statistics.median(hand.time(floor)))
            bare.close()
            what = f"w dragged, {count} × {POINTS} points"
            yield Row(f"{what}: plot", "bare setData, painted", tuple(plots), tuple(floors), _PROMISED)
            yield Row(f"{what}: whole page", "one frame at 60 Hz", tuple(pages), (FRAME,), 1.0)


CURVES: dict[str, Measurement] = {"curves": curve_rows}
