"""Layers: why stacks of straight ones collapse, and what depth does to gradients."""

from dataclasses import replace
from typing import Any

import numpy as np
from PySide6.QtCore import QCoreApplication, QSize, QSizeF, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout

from gui.panel import Tools
from gui.panels.activation_curves import layers_keep
from gui.panels.activation_curves.depth_half import DepthHalf
from gui.panels.activation_curves.desk import Desk
from gui.panels.activation_curves.layers_functions import offered
from gui.panels.activation_curves.layers_model import (
    HALVES,
    Layers,
    bent,
    layers_from,
    with_bias,
    with_count,
    with_depth,
    with_probe,
    with_random,
    with_shown,
    with_weight,
    work_of,
)
from gui.panels.activation_curves.layers_stack import StackHalf
from gui.panels.activation_curves.page import Page
from gui.panels.activation_curves.texts import name
from gui.theme import LIGHT, STEP, Theme
from gui.widgets.tabs import Tabs

translate = QCoreApplication.translate

_ROOMY_FROM = (900, 480)  # px: a page this large has room for both halves


class LayersPage(Page):
    """Shows one frozen state, and puts every edit of it on the undo stack."""

    def __init__(self, tools: Tools) -> None:
        super().__init__(tools)
        self.desk = Desk(Layers(), tools.undo, self)
        self._theme = LIGHT
        self._rng = np.random.default_rng()
        self._tried: set[tuple[object, ...]] = set()  # settings of straight layers that were seen
        self._roomy: bool | None = None
        self.halves = Tabs(HALVES, "labLayers", self)
        self.stack = StackHalf(tools.jobs)
        self.gradients = DepthHalf(tools.jobs)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(4 * STEP)
        self._grid.setVerticalSpacing(STEP // 2)
        self._bar = QHBoxLayout()
        self._bar.setSpacing(STEP)
        self._bar.addWidget(self.halves)
        self._grid.addLayout(self._bar, 0, 0, 1, 2)
        self._grid.addWidget(self.stack, 1, 0)
        self._grid.addWidget(self.gradients, 1, 1)
        self._grid.setRowStretch(1, 1)
        self._arrange(roomy=False)
        self._connect()

    def _connect(self) -> None:
        self.desk.changed.connect(self._show)
        self.desk.changed.connect(self.edited)
        self.session.functions_changed.connect(self._show)
        self.halves.chosen.connect(self._look_at)
        stack, gradients = self.stack, self.gradients
        stack.function.chosen.connect(self._choose_function)
        stack.count.changed.connect(self._set_count)
        stack.weight.changed.connect(self._set_weight)
        stack.bias.changed.connect(self._set_bias)
        stack.random_wanted.connect(self._set_randomly)
        stack.chips.chosen.connect(self._choose_layer)
        stack.plot.probe_wanted.connect(self._move_probe)
        stack.plot.grasped.connect(self.desk.settle)
        gradients.layers.changed.connect(self._set_depth)
        gradients.picks.ticked.connect(self._tick)
        gradients.scale_wanted.connect(self._choose_scale)
        gradients.roll_wanted.connect(self._roll)
        for slid in (stack.count, stack.weight, stack.bias, gradients.layers):
            slid.settled.connect(self.desk.settle)

    @property
    def state(self) -> Layers:
        return self.desk.state

    # The page's duties

    def retranslate(self) -> None:
        self.halves.buttons["stack"].setText(translate("activation_curves", "Stack"))
        self.halves.buttons["depth"].setText(translate("activation_curves", "Gradients"))
        self.stack.retranslate()
        self.gradients.retranslate()
        self._show()

    def apply_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.stack.apply_theme(theme)
        self.gradients.apply_theme(theme)
        self.update()

    def work(self) -> dict[str, Any]:
        return work_of(self.state)

    def restore(self, work: dict[str, Any]) -> None:
        self.desk.state = layers_from(work)
        self._show_halves()
        self._show()

    def file_name(self) -> str:
        return "layers"

    def picture_size(self) -> QSizeF:
        return layers_keep.PICTURE

    def paint_picture(self, painter: QPainter) -> None:
        layers_keep.paint(painter, self.state, self._theme)

    def csv(self) -> str:
        return layers_keep.csv_text(self.state)

    def numpy(self) -> str:
        return layers_keep.numpy_text(self.state)

    # Room

    def minimumSizeHint(self) -> QSize:
        """That of the small form: in a roomy one, the dock can still be made smaller."""
        return QSize(360, 220)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(roomy=self.width() >= _ROOMY_FROM[0] and self.height() >= _ROOMY_FROM[1])

    def _arrange(self, *, roomy: bool) -> None:
        """Both halves side by side, or one of them under a chooser."""
        if roomy == self._roomy:
            return
        self._roomy = roomy
        self.stack.set_roomy(roomy)
        self.gradients.set_roomy(roomy)
        self.halves.setVisible(not roomy)
        if not roomy:
            for half in (self.stack, self.gradients):
                self._bar.addWidget(half.bar, 1)
        self._show_halves()

    def _show_halves(self) -> None:
        half = self.state.half
        self.halves.show_page(half)
        self.stack.setVisible(bool(self._roomy) or half == "stack")
        self.gradients.setVisible(bool(self._roomy) or half == "depth")
        self.stack.bar.setVisible(bool(self._roomy) or half == "stack")
        self.gradients.bar.setVisible(bool(self._roomy) or half == "depth")
        self._grid.setColumnStretch(0, 1 if self.stack.isVisibleTo(self) else 0)
        self._grid.setColumnStretch(1, 1 if self.gradients.isVisibleTo(self) else 0)
        self._grid.setHorizontalSpacing(4 * STEP if self._roomy else 0)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A hairline between the halves."""
        if self._roomy:
            with QPainter(self) as painter:
                painter.setPen(QColor(self._theme.line))
                middle = (self.stack.geometry().right() + self.gradients.geometry().left()) // 2
                painter.drawLine(middle, 4, middle, self.height() - 4)

    # What the learner does

    @Slot(str)
    def _look_at(self, half: str) -> None:
        """Nothing to undo."""
        self.desk.state = replace(self.state, half=half)
        self._show_halves()

    @Slot(str)
    def _choose_function(self, key: str) -> None:
        text = translate("activation_curves", "stack layers of {name}").format(name=name(key))
        self.desk.edit(text, replace(self.state, function=key))

    @Slot(float)
    def _set_count(self, count: float) -> None:
        text = translate("activation_curves", "set the number of layers")
        self.desk.edit(text, with_count(self.state, round(count)), dragged="count")

    @Slot(float)
    def _set_weight(self, weight: float) -> None:
        text = translate("activation_curves", "set w of the layers")
        self.desk.edit(text, with_weight(self.state, weight), dragged=f"w{self.state.chosen}")

    @Slot(float)
    def _set_bias(self, bias: float) -> None:
        text = translate("activation_curves", "set b of the layers")
        self.desk.edit(text, with_bias(self.state, bias), dragged=f"b{self.state.chosen}")

    @Slot()
    def _set_randomly(self) -> None:
        text = translate("activation_curves", "choose w and b at random")
        self.desk.edit(text, with_random(self.state, self._rng))

    @Slot(int)
    def _choose_layer(self, layer: int) -> None:
        """Nothing to undo."""
        self.desk.settle()
        self.desk.state = replace(self.state, chosen=layer)
        self._show()

    @Slot(float)
    def _move_probe(self, x: float) -> None:
        text = translate("activation_curves", "move the probe")
        self.desk.edit(text, with_probe(self.state, x), dragged="probe")

    @Slot(float)
    def _set_depth(self, depth: float) -> None:
        text = translate("activation_curves", "set the depth")
        self.desk.edit(text, with_depth(self.state, round(depth)), dragged="depth")

    @Slot(str, bool)
    def _tick(self, key: str, on: bool) -> None:
        text = (
            translate("activation_curves", "show {name}")
            if on
            else translate("activation_curves", "hide {name}")
        )
        order = offered(self.session.functions, self.state.shown)
        self.desk.edit(text.format(name=name(key)), with_shown(self.state, key, on, order))

    @Slot(str)
    def _choose_scale(self, scale: str) -> None:
        text = translate("activation_curves", "choose the scale of the weights")
        self.desk.edit(text, replace(self.state, scale=scale))

    @Slot()
    def _roll(self) -> None:
        text = translate("activation_curves", "roll other weights")
        self.desk.edit(text, replace(self.state, seed=(self.state.seed + 1) % 2**31))

    # Showing

    @Slot()
    def _show(self) -> None:
        state, own = self.state, self.session.functions
        if bent(state).straight is not None:
            self._tried.add((state.function, state.own_weights, state.own_biases))
        self.stack.show_state(state, own, len(self._tried))
        self.gradients.show_state(state, own)
