"""The curves: the plot, the list of functions beside it, and what the probe says."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QCoreApplication, QSignalBlocker, QSize, Qt, Slot
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from gui.panel import Tools
from gui.panels.activation_curves import texts, working
from gui.panels.activation_curves.desk import Desk
from gui.panels.activation_curves.detail import Detail
from gui.panels.activation_curves.model import (
    DECIMALS,
    LIMIT,
    Curves,
    curves_from,
    read,
    remark,
    with_curve,
    with_focus,
    with_next_focus,
    with_probe,
    work_of,
)
from gui.panels.activation_curves.page import Page
from gui.panels.activation_curves.plot import CurvesPlot
from gui.panels.activation_curves.table import FunctionTable
from gui.panels.activation_curves.view import View, containing, view_from, view_work
from gui.theme import STEP, Theme
from gui.widgets.elided import ElidedLabel
from gui.widgets.named import named
from gui.widgets.number_field import NumberField
from gui.widgets.text import number_text

translate = QCoreApplication.translate

_ROOMY_FROM = (900, 600)  # px: a panel this large has room for formulas and workings
_SIDE = 400  # px: the width that they take


class CurvesPage(Page):
    """Shows one frozen state, and puts every edit of it on the undo stack. What part is seen is no edit."""

    def __init__(self, tools: Tools) -> None:
        super().__init__(tools)
        self.desk = Desk(Curves(), tools.undo, self)
        self._probe = self.desk.state.probe  # as it was shown last
        self._view: View | None = None  # None: the home view
        self._roomy: bool | None = None
        self.plot = named(CurvesPlot(), "activationPlot")
        self.table = FunctionTable(tools.jobs)
        self.detail = Detail(tools.jobs)
        self.probe_field = named(NumberField(limit=LIMIT, step=0.1, decimals=DECIMALS), "probeSpin")
        self.probe_label = QLabel("x =")
        self.probe_label.setBuddy(self.probe_field)
        self.readout = named(QLabel(), "probeReadout")
        self.readout.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.hint = ElidedLabel()
        self.hint.setProperty("muted", True)
        self.hint.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.derivatives = named(QPushButton(), "curvesDerivativeToggle")
        self.derivatives.setCheckable(True)
        self.reset = named(QPushButton(), "curvesResetButton")
        self.sentence = named(QLabel(wordWrap=True, alignment=Qt.AlignmentFlag.AlignTop), "probeSentence")
        self.sentence.setProperty("muted", True)
        self.sentence.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.sentence.setFixedHeight(2 * self.sentence.fontMetrics().lineSpacing())  # the plot stays as it is
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self._controls = QHBoxLayout()
        self._controls.setSpacing(STEP)
        self._controls.addWidget(self.probe_label)
        self._controls.addWidget(self.probe_field)
        self._controls.addWidget(self.readout, 1)
        self._controls.addWidget(self.hint, 1)
        self._controls.addWidget(self.derivatives)
        self._controls.addWidget(self.reset)
        self._side = QWidget()
        side = QVBoxLayout(self._side)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(STEP)
        side.addWidget(self.table)
        side.addWidget(self.detail)
        side.addStretch(1)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(2 * STEP)
        self._grid.setVerticalSpacing(STEP // 2)
        self._grid.setColumnStretch(0, 1)
        self._grid.setRowStretch(0, 1)
        self._grid.addWidget(self.plot, 0, 0)
        self._arrange(roomy=False)

    def _arrange(self, *, roomy: bool) -> None:
        """Roomy: the list and what it explains fill the right side. Else the list alone, the words below."""
        if roomy == self._roomy:
            return
        self._roomy = roomy
        self._grid.removeWidget(self._side)
        self._grid.removeItem(self._controls)
        self._grid.removeWidget(self.sentence)
        self._grid.addWidget(self._side, 0, 1, 2 if roomy else 1, 1)
        self._grid.addLayout(self._controls, 1, 0, 1, 1 if roomy else 2)
        if not roomy:
            self._grid.addWidget(self.sentence, 2, 0, 1, 2)
        self._grid.setColumnMinimumWidth(1, _SIDE if roomy else 0)
        self.sentence.setVisible(not roomy)
        self.readout.setVisible(not roomy)
        self.hint.setVisible(roomy)
        self.detail.setVisible(roomy)
        self.table.set_detailed(roomy)

    def _connect(self) -> None:
        self.desk.changed.connect(self._show_change)
        self.desk.changed.connect(self.edited)
        self.plot.grasped.connect(self.desk.settle)
        self.plot.probe_wanted.connect(self._move_probe)
        self.plot.probe_stepped.connect(self._step_probe)
        self.plot.curve_picked.connect(self.focus_on)
        self.plot.next_wanted.connect(self._focus_next)
        self.plot.view_wanted.connect(self._look_at)
        self.table.ticked.connect(self._tick)
        self.table.picked.connect(self.focus_on)
        self.probe_field.valueChanged.connect(self._type_probe)
        self.probe_field.editingFinished.connect(self.desk.settle)
        self.derivatives.toggled.connect(self._switch_derivatives)
        self.reset.clicked.connect(self._go_home)
        shortcut = QShortcut(QKeySequence("D"), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.derivatives.toggle)

    # The page's duties

    def retranslate(self) -> None:
        self.plot.setAccessibleName(translate("activation_curves", "Plot of the activation functions"))
        self.probe_label.setToolTip(translate("activation_curves", "Where the probe stands"))
        self.probe_field.setAccessibleName(translate("activation_curves", "Place of the probe, x"))
        self.derivatives.setAccessibleName(translate("activation_curves", "Derivatives"))
        self.derivatives.setToolTip(
            translate("activation_curves", "Draw the slope h′ of each function as a dashed line (D)")
        )
        self.reset.setText(translate("activation_curves", "Whole view"))
        self.reset.setToolTip(
            translate("activation_curves", "See x from −6 to 6 again, as a double click in the plot does")
        )
        self.hint.setText(
            translate("activation_curves", "Drag the line, or click. The wheel zooms, dragging moves.")
        )
        self.table.retranslate()
        self.plot.refresh()
        self._show()

    def apply_theme(self, theme: Theme) -> None:
        self.plot.apply_theme(theme)
        self.table.apply_theme(theme)
        self.detail.apply_theme(theme)

    def work(self) -> dict[str, Any]:
        return {**work_of(self.state), "view": view_work(self._view)}

    def restore(self, work: dict[str, Any]) -> None:
        self.desk.state = curves_from(work)
        self._view = view_from(work.get("view"))
        self._show()

    def minimumSizeHint(self) -> QSize:
        """That of the small form: in a roomy one, the dock can still be made smaller."""
        return QSize(360, 220)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        roomy = self.width() >= _ROOMY_FROM[0] and self.height() >= _ROOMY_FROM[1]
        if roomy != self._roomy:
            self._arrange(roomy=roomy)
            self._show()

    # What the learner does

    @property
    def state(self) -> Curves:
        return self.desk.state

    @Slot(str, bool)
    def _tick(self, key: str, on: bool) -> None:
        text = (
            translate("activation_curves", "show {name}")
            if on
            else translate("activation_curves", "hide {name}")
        )
        self.desk.edit(text.format(name=texts.name(key)), with_curve(self.state, key, on))

    @Slot(bool)
    def _switch_derivatives(self, on: bool) -> None:
        self.desk.edit(
            translate("activation_curves", "show derivatives")
            if on
            else translate("activation_curves", "hide derivatives"),
            replace(self.state, derivatives=on),
        )

    @Slot(float)
    def _move_probe(self, x: float) -> None:
        self.desk.edit(
            translate("activation_curves", "move the probe"),
            with_probe(self.state, x),
            dragged="probe",
        )

    @Slot(float)
    def _step_probe(self, step: float) -> None:
        self._move_probe(self.state.probe + step)

    @Slot(float)
    def _type_probe(self, x: float) -> None:
        self._move_probe(x)

    @Slot(str)
    def focus_on(self, key: str) -> None:
        """Explain this function, if it is shown. Nothing to undo."""
        self.desk.state = with_focus(self.state, key)
        self._show()

    @Slot(int)
    def _focus_next(self, steps: int) -> None:
        self.desk.state = with_next_focus(self.state, steps)
        self._show()

    @Slot(object)
    def _look_at(self, view: View | None) -> None:
        self._view = view
        self._show_view()

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

    # Showing

    def _show_view(self) -> None:
        self.plot.show_state(self.state, self._view)
        self.reset.setEnabled(self._view is not None)

    def _show(self) -> None:
        state = self.state
        self._probe = state.probe
        self._show_view()
        self.table.show_state(state)
        with QSignalBlocker(self.probe_field), QSignalBlocker(self.derivatives):
            if self.probe_field.value() != state.probe:
                self.probe_field.setValue(state.probe)
            self.derivatives.setChecked(state.derivatives)
        if self._roomy:
            self.detail.show_state(state)
            self.derivatives.setText(translate("activation_curves", "h′ Derivatives"))
            return
        self.derivatives.setText("h′")
        if not state.focus:
            self.readout.clear()
            self.readout.setToolTip("")
            self.sentence.setText(texts.nothing_shown())
            return
        reading = read(state.focus, state.probe)
        self.readout.setText(
            f"{texts.name(state.focus)}  h = {number_text(reading.value)}  h′ = {number_text(reading.slope)}"
        )
        self.readout.setToolTip("<br>".join(working.explained(reading)))
        self.sentence.setText(texts.so_what(remark(reading), reading))
