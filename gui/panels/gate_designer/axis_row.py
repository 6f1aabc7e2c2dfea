"""With three inputs or more: over which two the plane is drawn, and what the others are set to."""

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSpacerItem, QToolButton, QWidget

from gui.panels.gate_designer.designer import Designer
from gui.theme import STEP
from gui.widgets.choice import Choice
from gui.widgets.named import named

translate = QCoreApplication.translate

_LEAST = 72  # px for each input
_NARROW, _WIDEST = 50, 200  # px: of a chooser
_TIGHT = "QToolButton { padding: 5px 3px; }"


class AxisRow(QWidget):
    """Two choosers, and a button for each input that is held. Shown only where there is a choice."""

    def __init__(self, designer: Designer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._designer = designer
        self.first = named(Choice(), "gateAxisFirst")
        self.second = named(Choice(), "gateAxisSecond")
        self._held: dict[str, QToolButton] = {}
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(STEP // 2)
        row.addStretch(1)
        for chooser in (self.first, self.second):
            chooser.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToContents)
            row.addWidget(chooser)
        self._apart = QSpacerItem(STEP, 0)
        row.addItem(self._apart)
        row.addStretch(1)
        self.first.activated.connect(self._choose_first)
        self.second.activated.connect(self._choose_second)

    def retranslate(self) -> None:
        self.first.setAccessibleName(translate("gate_designer", "Input to the right"))
        self.second.setAccessibleName(translate("gate_designer", "Input upwards"))
        for chooser in (self.first, self.second):
            chooser.setToolTip(chooser.accessibleName())
        self.show_inputs()

    def show_inputs(self) -> None:
        """Show the axes and the held inputs of the present design."""
        inputs, axes = self._designer.circuit.inputs, self._designer.axes
        self.setVisible(len(inputs) > 2)
        if len(inputs) < 3:
            return
        for chooser, axis, mark in ((self.first, axes[0], "→"), (self.second, axes[1], "↑")):
            texts = [f"{each.name} {mark}" for each in inputs]
            with QSignalBlocker(chooser):
                if texts != [chooser.itemText(k) for k in range(chooser.count())]:
                    chooser.clear()
                    chooser.addItems(texts)
                chooser.setCurrentIndex(axis)
        self._show_held()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if len(self._designer.circuit.inputs) > 2:
            self._show_held()

    @property
    def _is_narrow(self) -> bool:
        """Whether there is little room for each of the inputs."""
        return self.width() < _LEAST * len(self._designer.circuit.inputs)

    def _show_held(self) -> None:
        inputs, states = self._designer.circuit.inputs, self._designer.design.states
        for key in self._held.keys() - {each.key for each in inputs}:
            button = self._held.pop(key)
            button.hide()
            button.deleteLater()
        equals = "=" if self._is_narrow else " = "
        self._apart.changeSize(0 if self._is_narrow else STEP, 0)
        for chooser in (self.first, self.second):
            chooser.setMaximumWidth(_NARROW if self._is_narrow else _WIDEST)
        for k, each in enumerate(inputs):
            button = self._held.get(each.key) or self._new_button(each.key)
            button.setVisible(k not in self._designer.axes)
            if button.styleSheet() != (tight := _TIGHT if self._is_narrow else ""):
                button.setStyleSheet(tight)
            button.setText(f"{each.name}{equals}{states[k]}")
            button.setAccessibleName(f"{each.name} = {states[k]}")
            button.setChecked(bool(states[k]))
            button.setToolTip(
                translate("gate_designer", "{input} is held at {state}; click to flip it").format(
                    input=each.name, state=states[k]
                )
            )

    def _new_button(self, key: str) -> QToolButton:
        button = named(QToolButton(self), f"gateHeld_{key}")
        button.setCheckable(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(self._flip)
        self._row.insertWidget(self._row.count() - 1, button)
        self._held[key] = button
        return button

    def _choose_first(self, k: int) -> None:
        first, second = self._designer.axes
        self._designer.set_axes(k, first if k == second else second)

    def _choose_second(self, k: int) -> None:
        first, second = self._designer.axes
        self._designer.set_axes(second if k == first else first, k)

    def _flip(self) -> None:
        keys = [each.key for each in self._designer.circuit.inputs]
        for key, button in self._held.items():
            if button is self.sender() and key in keys:
                self._designer.flip(keys.index(key))
                self._designer.settle()
