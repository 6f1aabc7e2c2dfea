"""What is aimed at, which gate this is now, and how far the two agree: a row above the truth table."""

from dataclasses import replace

import numpy as np
from PySide6.QtCore import QCoreApplication, QSize, Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QSizePolicy, QToolButton, QWidget

from core.circuit import Circuit
from core.gates import TWO_INPUT_NAMES
from gui.panels.gate_designer import names
from gui.panels.gate_designer.aims import count_text
from gui.panels.gate_designer.design import Design, Goals, aimed_at_itself, goal_array
from gui.panels.gate_designer.designer import Designer
from gui.theme import STEP, Theme
from gui.widgets.elided import ElidedLabel
from gui.widgets.named import named

translate = QCoreApplication.translate

NOW, NONE = "now", "none"  # in place of a gate
_TWO = 2  # inputs: every function of so many has a name


class GoalRow(QWidget):
    """A button with all goals that have a name, the answer to "Which gate is this?", and the count."""

    def __init__(self, designer: Designer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("gateGoalRow")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._designer = designer
        self.button = named(QToolButton(), "gateGoalButton")
        self.button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu = named(QMenu(self.button), "gateGoalMenu")
        self.button.setMenu(self.menu)
        self.name = named(ElidedLabel(), "gateNameLabel")
        self.name.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.count = named(QLabel(), "gateCountLabel")
        for label in (self.name, self.count):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setProperty("muted", True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(STEP)
        row.addWidget(self.button)
        row.addWidget(self.name, 1)
        row.addWidget(self.count)
        self.menu.aboutToShow.connect(self._fill_menu)
        self.menu.triggered.connect(self._choose)
        designer.changed.connect(self._show)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, super().minimumSizeHint().height())

    def apply_theme(self, theme: Theme) -> None:
        """The style sheet sees to all of it."""

    def retranslate(self) -> None:
        self.button.setToolTip(translate("gate_designer", "Choose what the circuit should do"))
        self.count.setToolTip(
            translate("gate_designer", "Rows of the table in which every goal is met, of those with a goal")
        )
        self.name.setAccessibleName(translate("gate_designer", "Which gate is this?"))
        self._show()

    @Slot()
    def _show(self) -> None:
        design = self._designer.design
        text = translate("gate_designer", "Goal: {name}").format(name=goal_name(design))
        self.button.setText(text.replace("&", "&&"))
        self.button.setAccessibleName(text)
        self.name.setText(names.gate_text(design.circuit, self._designer.table.outputs))
        self.count.setText(count_text(self._designer))

    # The menu

    @Slot()
    def _fill_menu(self) -> None:
        self.menu.clear()
        circuit = self._designer.circuit
        inputs, outputs = len(circuit.inputs), len(circuit.outputs)
        if inputs == _TWO and outputs == 1:
            self._add_functions(self.menu, circuit, circuit.outputs[0].key)
        else:
            for key in names.library_of(inputs, outputs):
                self._add(self.menu, names.gate_name(key), ("gate", "", key))
        if inputs == _TWO and outputs > 1:
            for output in circuit.outputs:
                self._add_functions(self._submenu(output.name), circuit, output.key)
        self.menu.addSeparator()
        self._add(self.menu, translate("gate_designer", "What the circuit does now"), (NOW, "", ""))
        self._add(self.menu, translate("gate_designer", "No goal"), (NONE, "", ""))

    def _submenu(self, title: str) -> QMenu:
        menu = QMenu(title.replace("&", "&&"), self.menu)
        self.menu.addMenu(menu)
        return menu

    def _add_functions(self, menu: QMenu, circuit: Circuit, output: str) -> None:
        inputs = [each.name for each in circuit.inputs]
        for name in names.COMMON:
            self._add(menu, name, ("function", output, name))
        menu.addSeparator()
        for name in TWO_INPUT_NAMES:
            if name not in names.COMMON:
                self._add(menu, names.function_name(name, *inputs), ("function", output, name))

    def _add(self, menu: QMenu, text: str, data: tuple[str, str, str]) -> None:
        action = menu.addAction(text.replace("&", "&&"))
        action.setData(data)
        action.setCheckable(True)
        action.setChecked(self._goals_for(*data) == self._designer.design.goals)

    @Slot(QAction)
    def _choose(self, action: QAction) -> None:
        goals = self._goals_for(*action.data())
        text = translate("gate_designer", "aim at {gate}").format(gate=action.text().replace("&&", "&"))
        self._designer.edit(text, replace(self._designer.design, goals=goals))

    def _goals_for(self, what: str, output: str, name: str) -> dict[str, Goals]:
        """All goals, as they are after this was chosen."""
        design = self._designer.design
        if what == NOW:
            return dict(aimed_at_itself(design, design.firing).goals)
        if what == NONE:
            return {each.key: (None,) * design.rows for each in design.circuit.outputs}
        if what == "function":
            bits = TWO_INPUT_NAMES.index(name)
            return {**design.goals, output: tuple((bits >> row) & 1 for row in range(design.rows))}
        columns = names.gate_outputs(name).T.astype(int).tolist()
        return {each.key: tuple(goals) for each, goals in zip(design.circuit.outputs, columns, strict=False)}


def goal_name(design: Design) -> str:
    """What is aimed at: XOR, half adder, nothing, or something that has no name."""
    goals = goal_array(design)  # (rows, m)
    if np.isnan(goals).all():
        return translate("gate_designer", "none")
    if np.isnan(goals).any():
        return translate("gate_designer", "your own")
    found = names.names_of(design.circuit, goals)
    return found[0] if len(found) == 1 else translate("gate_designer", "your own")
