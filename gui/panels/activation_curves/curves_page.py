"""The curves: the plot, the list of functions beside it, and what the probe says."""

import math
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QCoreApplication, QSignalBlocker, QSize, QSizeF, Qt, Slot
from PySide6.QtGui import QKeySequence, QPainter, QResizeEvent, QShortcut, QShowEvent

from core.neuron import Neuron
from gui.panel import Tools
from gui.panels.activation_curves import spots, texts, working
from gui.panels.activation_curves.curves_widgets import CurvesWidgets
from gui.panels.activation_curves.desk import Desk
from gui.panels.activation_curves.landing_follower import Follower
from gui.panels.activation_curves.model import (
    Curves,
    curves_from,
    present,
    with_curve,
    with_focus,
    with_neuron,
    with_next_focus,
    with_probe,
    work_of,
)
from gui.panels.activation_curves.page import Page
from gui.panels.activation_curves.readings import read, remark
from gui.panels.activation_curves.view import View, containing, home, view_from, view_work
from gui.theme import Theme
from gui.widgets.text import number_text

translate = QCoreApplication.translate


class CurvesPage(Page):
    """Shows one frozen state, and puts every edit of it on the undo stack. What part is seen is no edit."""

    def __init__(self, tools: Tools) -> None:
        super().__init__(tools)
        self.desk = Desk(Curves(), tools.undo, self)
        self._probe = self.desk.state.probe  # as it was shown last
        self._view: View | None = None  # None: the home view
        self._follower = Follower(tools.session, tools.jobs, self)
        self.widgets = CurvesWidgets(tools, self)
        self.plot, self.table = self.widgets.plot, self.widgets.table
        self._connect_edits()
        self._connect_looks()

    def _connect_edits(self) -> None:
        w = self.widgets
        self.desk.changed.connect(self._show_change)
        self.desk.changed.connect(self.edited)
        for settled in (self.plot.grasped, w.probe_field.editingFinished):
            settled.connect(self.desk.settle)
        self.plot.probe_wanted.connect(self._move_probe)
        self.plot.probe_stepped.connect(self._step_probe)
        self.plot.neuron_wanted.connect(self._move_neuron)
        self.table.ticked.connect(self._tick)
        w.probe_field.valueChanged.connect(self._move_probe)
        w.derivatives.toggled.connect(self._switch_derivatives)
        w.shading.toggled.connect(self._switch_shading)

    def _connect_looks(self) -> None:
        w = self.widgets
        self.plot.curve_picked.connect(self.focus_on)
        self.plot.next_wanted.connect(self._focus_next)
        self.plot.view_wanted.connect(self._look_at)
        self.plot.hovered.connect(w.show_hint)
        self.table.picked.connect(self.focus_on)
        w.reset.clicked.connect(self._go_home)
        self.session.functions_changed.connect(self._take_functions)
        self.session.trace_changed.connect(self._take_trace)
        self._follower.arrived.connect(self._show_signals)
        for key, toggle in (("D", w.derivatives), ("F", w.shading)):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(toggle.toggle)

    def _connect_large(self) -> None:
        """To what the large form has besides."""
        large = self.widgets.large
        large.neuron.settled.connect(self.desk.settle)
        large.neuron.wanted.connect(self._move_neuron)
        large.own.ticked.connect(self._tick)
        large.own.finished.connect(self.plot.setFocus)
        self.table.taken_up.connect(large.own.take_up)
        large.signals.chosen.connect(self._choose_layer)
        large.briefs.picked.connect(self.focus_on)
        large.comparison.steeper.connect(self._make_steep)
        large.comparison.lit.connect(self.plot.light)
        large.comparison.kept.connect(self._look_at_spot)

    # The page's duties

    def retranslate(self) -> None:
        self.widgets.retranslate()
        self.plot.refresh()
        self._show()

    def apply_theme(self, theme: Theme) -> None:
        self.widgets.apply_theme(theme)

    def work(self) -> dict[str, Any]:
        return {**work_of(self.desk.state), "view": view_work(self._view)}

    def restore(self, work: dict[str, Any]) -> None:
        self.desk.state = curves_from(work)
        self._view = view_from(work.get("view"))
        self.table.set_functions(self.session.functions)
        self.widgets.fit_list()
        self._show()

    def minimumSizeHint(self) -> QSize:
        """That of the small form: in a roomy one, the dock can still be made smaller."""
        return QSize(360, 220)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        had_large = self.widgets.has_large
        if self.widgets.fit(self.size()):
            if self.widgets.has_large and not had_large:
                self._connect_large()
            self._show()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._take_trace()

    def file_name(self) -> str:
        return "activation-curves"

    def picture_size(self) -> QSizeF:
        return QSizeF(self.plot.size())

    def paint_picture(self, painter: QPainter) -> None:
        self.plot.paint_picture(painter)

    def csv(self) -> str:
        from gui.panels.activation_curves.curves_keep import csv_of

        return csv_of(self.state, self.plot.seen())

    def numpy(self) -> str:
        from gui.panels.activation_curves.curves_keep import numpy_of

        return numpy_of(self.state, self.plot.seen())

    # What the learner does

    @property
    def state(self) -> Curves:
        """What is shown: without typed functions that were removed."""
        return present(self.desk.state, self.session.functions)

    @Slot(str, bool)
    def _tick(self, key: str, on: bool) -> None:
        text = (
            translate("activation_curves", "show {name}")
            if on
            else translate("activation_curves", "hide {name}")
        )
        self.desk.edit(text.format(name=texts.name(key)), with_curve(self.desk.state, key, on))

    @Slot(bool)
    def _switch_derivatives(self, on: bool) -> None:
        text = (
            translate("activation_curves", "show derivatives")
            if on
            else translate("activation_curves", "hide derivatives")
        )
        self.desk.edit(text, replace(self.desk.state, derivatives=on))

    @Slot(bool)
    def _switch_shading(self, on: bool) -> None:
        text = (
            translate("activation_curves", "shade the flat parts")
            if on
            else translate("activation_curves", "leave the flat parts unshaded")
        )
        self.desk.edit(text, replace(self.desk.state, shaded=on))

    @Slot(int)
    def _choose_layer(self, number: int) -> None:
        text = translate("activation_curves", "choose the signals")
        self.desk.edit(text, replace(self.desk.state, layer=number))

    @Slot(float)
    def _move_probe(self, x: float) -> None:
        text = translate("activation_curves", "move the probe")
        self.desk.edit(text, with_probe(self.desk.state, x), dragged="probe")

    @Slot(float)
    def _step_probe(self, step: float) -> None:
        self._move_probe(self.state.probe + step)

    @Slot(object)
    @Slot(object, str)
    def _move_neuron(self, neuron: Neuron, moved: str = "curve") -> None:
        texts_ = {
            "w": translate("activation_curves", "change w"),
            "b": translate("activation_curves", "change b"),
        }
        text = texts_.get(moved, translate("activation_curves", "change the neuron"))
        dragged = f"neuron {moved}" if moved else ""
        self.desk.edit(text, with_neuron(self.desk.state, neuron), dragged=dragged)

    @Slot(float)
    def _make_steep(self, weight: float) -> None:
        """Steep, with its threshold where it was."""
        neuron = self.state.neuron
        middle = neuron.threshold if neuron.weight else 0.0
        self.desk.settle()
        self._move_neuron(Neuron(weight, -weight * middle), "w")

    @Slot(str)
    def focus_on(self, key: str) -> None:
        """Explain this function, if it is shown. Nothing to undo."""
        self.desk.state = with_focus(self.desk.state, key)
        self._show()

    @Slot(int)
    def _focus_next(self, steps: int) -> None:
        self.focus_on(with_next_focus(self.state, steps).focus)

    @Slot(object)
    def _look_at(self, view: View | None) -> None:
        self._view = view
        self._show_view()

    @Slot(str)
    def _look_at_spot(self, spot: str) -> None:
        """Bring the place that is lit into the picture."""
        place = spots.place_of(spot, self.state.neuron)
        if math.isfinite(place) and not self.plot.seen().contains_x(place):
            self._look_at(containing(self.plot.seen(), place))

    @Slot()
    def _go_home(self) -> None:
        self._look_at(None)

    @Slot()
    def _show_change(self) -> None:
        """After an edit, or its undo. A probe that was moved is brought into the picture."""
        seen, probe = self.plot.seen(), self.state.probe
        if probe != self._probe and not seen.contains_x(probe):
            self._view = containing(seen, probe)
        self._show()

    # What others do

    @Slot()
    def _take_functions(self) -> None:
        self.table.set_functions(self.session.functions)
        self.widgets.fit_list()
        self._show()

    @Slot()
    def _take_trace(self) -> None:
        """Another network, batch or stroke. Nobody waits for it while the page is not seen."""
        if self.isVisible():
            self._follower.refresh()
            self._show_view()

    # Showing

    def _show_view(self) -> None:
        self._show_signals()
        self.widgets.reset.setEnabled(self._view is not None)

    @Slot()
    def _show_signals(self) -> None:
        """The plot, and what is said of the signals in it."""
        state, w = self.state, self.widgets
        view = self._view if self._view is not None else home(state)
        self._follower.ask(state.layer, state.focus, state.neuron, view)
        landed = self._follower.landed
        self.plot.show_state(state, self._view, landed.bars if landed is not None else None)
        if w.is_roomy:
            w.large.signals.show_layers(self._follower.layers, state.layer)
            layer = self._follower.layers.get(state.layer)
            w.large.show_landing(layer, landed.landing if landed is not None else None, state.focus)

    def _show(self) -> None:
        state, w = self.state, self.widgets
        self._probe = state.probe
        self._show_view()
        self.table.show_state(state)
        with QSignalBlocker(w.probe_field), QSignalBlocker(w.derivatives), QSignalBlocker(w.shading):
            if w.probe_field.value() != state.probe:
                w.probe_field.setValue(state.probe)
            w.derivatives.setChecked(state.derivatives)
            w.shading.setChecked(state.shaded)
        if w.is_roomy:
            w.large.show_state(state)
        else:
            self._show_briefly(state)

    def _show_briefly(self, state: Curves) -> None:
        """What there is room for in the small form: one line of numbers, and one sentence."""
        w = self.widgets
        if not state.focus:
            w.readout.clear()
            w.readout.setToolTip("")
            w.sentence.setText(texts.nothing_shown())
            return
        reading = read(state.focus, state.probe, state.neuron)
        name = texts.name(state.focus)[:16]
        numbers = f"h = {number_text(reading.value)}  h′ = {number_text(reading.slope)}"
        w.readout.setText(f"{name}  {numbers if reading.has_value else texts.no_value()}")
        w.readout.setToolTip("<br>".join(working.explained(reading)))
        w.sentence.setText(texts.so_what(remark(reading), reading))
