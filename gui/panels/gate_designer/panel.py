"""The gate designer: presets and layers above, the perceptrons and their table left, the plane right."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QCoreApplication, QSize, Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from gui.commands import Change
from gui.panel import Panel, Tools
from gui.panels.gate_designer import words
from gui.panels.gate_designer.diagram import Diagram
from gui.panels.gate_designer.model import (
    BIAS,
    CORNERS,
    TARGETS,
    UNIT_NAMES,
    Gates,
    bias_through,
    gates_from,
    name_of,
    rows,
    with_layers,
    with_number,
    with_target,
    work_of,
)
from gui.panels.gate_designer.numbers import Numbers
from gui.panels.gate_designer.plane import Plane
from gui.panels.gate_designer.table import TruthTable
from gui.theme import STEP, Theme
from gui.widgets.named import named

translate = QCoreApplication.translate

_LEAST = (430, 250)  # px
_ROOMY = (760, 480)  # px: a panel this large has room for the drawing and the legend
_PLANE_SHARE = 46  # percent of the width, at most


class GateDesigner(Panel):
    """Shows one frozen state, and puts every edit of it on the undo stack."""

    def __init__(self, tools: Tools) -> None:
        super().__init__(tools)
        self._gates = Gates()
        self._row = 0
        self._gesture = 0  # one drag, one stretch of typing: its changes are undone together
        self.plane = Plane()
        self.diagram = Diagram()
        self.numbers = Numbers()
        self.table = TruthTable()
        self.legend = named(QLabel(wordWrap=True), "gateLegendLabel")
        self.legend.setProperty("muted", True)
        self.sentence = named(QLabel(wordWrap=True), "gateSentenceLabel")
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.preset_buttons = [_button(f"gate{name.title()}Button", name) for name in TARGETS]
        self.layer_buttons = [
            _button("gateOneLayerButton", segment=True),
            _button("gateTwoLayersButton", segment=True),
        ]
        self.unit_buttons = [
            _button(f"gateUnit{place}Button", segment=True) for place in ("First", "Second", "Last")
        ]
        self._presets = self._group(self.preset_buttons, self._choose_target)
        self._layers = self._group(self.layer_buttons, self._choose_layers)
        self._units = self._group(self.unit_buttons, self.choose_unit)
        self._lay_out()
        self.numbers.changed.connect(self._change_number)
        self.numbers.settled.connect(self._settle)
        self.table.row_selected.connect(self.select_row)
        self.plane.corner_clicked.connect(self.select_row)
        self.plane.line_dragged.connect(self._drag_line)
        self.plane.line_dropped.connect(self._settle)
        self.diagram.input_clicked.connect(self._flip_input)
        self.diagram.unit_clicked.connect(self.choose_unit)

    def _group(self, buttons: list[QToolButton], chosen: Any) -> QButtonGroup:
        group = QButtonGroup(self)
        for k, button in enumerate(buttons):
            group.addButton(button, k)
        group.idClicked.connect(chosen)
        return group

    def _lay_out(self) -> None:
        top = _row(*self.preset_buttons)
        top.addStretch(1)
        top.addLayout(_row(*self.layer_buttons, spacing=0))
        self._unit_row = QWidget()
        units = _row(*self.unit_buttons, spacing=0)
        units.addStretch(1)
        self._unit_row.setLayout(units)
        self._left = left = QVBoxLayout()
        left.addWidget(self.diagram, 3)
        left.addWidget(self._unit_row)
        left.addWidget(self.numbers)
        left.addWidget(self.table, 2)
        left.addStretch(0)
        self._body = body = _row()
        body.addLayout(left, 100 - _PLANE_SHARE)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.plane, 1)
        right.addWidget(self.legend)
        right.addStretch(0)
        body.addLayout(right, _PLANE_SHARE)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(STEP)
        column.addLayout(top)
        column.addLayout(body, 1)
        column.addWidget(self.sentence)

    # The panel's duties

    def retranslate(self) -> None:
        for name, button in zip(TARGETS, self.preset_buttons, strict=True):
            button.setToolTip(
                translate("gate_designer", "Aim at XOR, which one perceptron cannot reach")
                if name == "XOR"
                else translate("gate_designer", "The book's weights for {gate}").format(gate=name)
            )
        one, two = self.layer_buttons
        one.setText(translate("gate_designer", "One layer"))
        one.setToolTip(translate("gate_designer", "A single perceptron: one straight line"))
        two.setText(translate("gate_designer", "Two layers"))
        two.setToolTip(translate("gate_designer", "Two perceptrons, and a third that looks at them: XOR"))
        for button in self.unit_buttons:
            button.setToolTip(translate("gate_designer", "Move this perceptron with the sliders"))
        self.plane.setAccessibleName(translate("gate_designer", "Plane of x₁ and x₂"))
        self.table.setAccessibleName(translate("gate_designer", "Truth table"))
        self.diagram.setAccessibleName(translate("gate_designer", "Drawing of the perceptrons"))
        self.diagram.setToolTip(
            translate(
                "gate_designer",
                "Click an input to flip it. The larger a weight, the thicker its wire; orange is +, blue −.",
            )
        )
        self.legend.setText(
            translate(
                "gate_designer", "● should be 1, □ should be 0, ✕ comes out wrong. The line can be dragged."
            )
        )
        self.numbers.retranslate()
        self._show()

    def apply_theme(self, theme: Theme) -> None:
        self.plane.apply_theme(theme)
        self.diagram.apply_theme(theme)
        self.table.apply_theme(theme)

    def work(self) -> dict[str, Any]:
        return {**work_of(self._gates), "row": self._row}

    def restore(self, work: dict[str, Any]) -> None:
        self._gates = gates_from(work)
        row = work.get("row")
        self._row = row if type(row) is int and 0 <= row < len(CORNERS) else 0

    # What the learner does

    @property
    def gates(self) -> Gates:
        return self._gates

    @Slot(int)
    def select_row(self, row: int) -> None:
        """Look at this row of the table, everywhere in the panel. Nothing to undo."""
        if row != self._row:
            self._row = row
            self._show()

    @Slot(int)
    def choose_unit(self, unit: int) -> None:
        """Let the sliders move this perceptron. Nothing to undo."""
        self._gates = replace(self._gates, unit=unit)
        self._settle()
        self._show()

    @Slot(int)
    def _flip_input(self, k: int) -> None:
        self.select_row(self._row ^ (1 << k))  # the rows count in binary, x₁ the lowest digit

    @Slot(int)
    def _choose_target(self, k: int) -> None:
        target = TARGETS[k]
        self._edit(
            translate("gate_designer", "aim at {gate}").format(gate=target), with_target(self._gates, target)
        )

    @Slot(int)
    def _choose_layers(self, k: int) -> None:
        self._edit(self.layer_buttons[k].text(), with_layers(self._gates, two=k == 1))

    @Slot(int, float)
    def _change_number(self, which: int, value: float) -> None:
        self._edit(
            words.edit_name(self._gates, which),
            with_number(self._gates, which, value),
            merge=f"gates-{self._gesture}-{self._gates.two_layers}-{self._gates.unit}-{which}",
        )

    @Slot(float, float)
    def _drag_line(self, x1: float, x2: float) -> None:
        self._change_number(BIAS, bias_through(self._gates.edited, x1, x2))

    @Slot()
    def _settle(self) -> None:
        self._gesture += 1

    def _edit(self, text: str, after: Gates, merge: str = "") -> None:
        if after == self._gates:
            self._show()  # a button that was pressed again is still down
        else:
            self.tools.undo.push(Change(text, self._take, self._gates, after, merge))

    def _take(self, gates: Gates) -> None:
        self._gates = gates
        self._show()

    # Showing

    def _show(self) -> None:
        gates, table = self._gates, rows(self._gates)
        self.preset_buttons[TARGETS.index(gates.target)].setChecked(True)
        self.layer_buttons[int(gates.two_layers)].setChecked(True)
        self._unit_row.setVisible(gates.two_layers)
        for k, (name, button) in enumerate(zip(UNIT_NAMES, self.unit_buttons, strict=True)):
            unit = (*gates.circuit.hidden, gates.circuit.last)[k]
            button.setText(f"{name} {name_of(unit)}".strip())
            button.setChecked(k == gates.unit)
        self.numbers.show_perceptron(gates.edited)
        tips = tuple(words.row_in_full(gates, row) for row in table)
        right = tuple(row.is_right for row in table)
        self.table.show_table(words.columns(gates, table), right, tips, self._row)
        self.plane.show_gates(gates, table, self._row)
        self.plane.setAccessibleDescription(words.plane_in_words(gates, table))
        self.diagram.show_gates(gates, table[self._row])
        said = f"<b>{words.count_text(table)}.</b> {words.so_what(gates, table)}"
        if said != self.sentence.text():
            self.sentence.setText(said)
            self._fit()

    # Size

    def minimumSizeHint(self) -> QSize:
        """Without what is shown only where there is plenty of room."""
        return QSize(*_LEAST)

    def hasHeightForWidth(self) -> bool:
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """The plane is a square as large as there is room for; the drawing comes where there is plenty."""
        roomy = self.width() >= _ROOMY[0] and self.height() >= _ROOMY[1]
        self.diagram.setVisible(roomy)
        self.legend.setVisible(roomy)
        self._left.setSpacing(STEP if roomy else STEP // 2)
        self._body.setSpacing(2 * STEP if roomy else STEP)
        lines = 1 if roomy else 2  # room for them is kept, so that nothing jumps when the words change
        self.sentence.setMinimumHeight(lines * self.sentence.fontMetrics().lineSpacing())
        widest = self.width() * _PLANE_SHARE // 100
        above = self.preset_buttons[0].sizeHint().height() + STEP
        below = STEP + max(self.sentence.heightForWidth(self.width()), self.sentence.minimumHeight())
        if roomy:
            below += self.legend.heightForWidth(widest)
        side = max(self.plane.minimumWidth(), min(self.height() - above - below, widest))
        self.plane.setMaximumSize(side, side)


def _button(name: str, text: str = "", *, segment: bool = False) -> QToolButton:
    button = named(QToolButton(), name)
    button.setText(text)
    button.setCheckable(True)
    button.setProperty("segment", segment)
    return button


def _row(*widgets: QWidget, spacing: int = STEP) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(spacing)
    for widget in widgets:
        row.addWidget(widget)
    return row
