"""The sheet with its buttons: add, make a block, how things are written, open and keep."""

from PySide6.QtCore import QCoreApplication, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeyEvent, QPalette
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QToolButton,
    QWidget,
)

from core.circuit import Block, Place
from gui.panels.gate_designer.canvas import Canvas
from gui.panels.gate_designer.designer import Designer
from gui.panels.gate_designer.phrases import suggested_name
from gui.panels.gate_designer.section import Section
from gui.theme import STEP, Theme
from gui.widgets.named import named

translate = QCoreApplication.translate

LONGEST_NAME = 24  # letters of a block's name
_FILES = ("gateOpen", "gateSave", "gateCopyPython", "gateCopyTable", "gateExportPicture")
_SHEET = ("gateMakeBlock", "gateAddInput", "gateAddOutput", "gateTidy", "gateFit", "gateClear")


class NameBar(QWidget):
    """Asks for the name of a block: a line over the sheet, Enter to make it, Esc to give up."""

    given = Signal(str)
    left = Signal()  # without a name

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.label = named(QLabel(), "gateBlockNameLabel")
        self.field = named(QLineEdit(), "gateBlockNameEdit")
        self.field.setMaxLength(LONGEST_NAME)
        self.label.setBuddy(self.field)
        self.make_button = named(QPushButton(), "gateBlockNameButton")
        row = QHBoxLayout(self)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        row.setContentsMargins(STEP, STEP // 2, STEP, STEP // 2)
        row.setSpacing(STEP)
        row.addWidget(self.label)
        row.addWidget(self.field, 1)
        row.addWidget(self.make_button)
        self.field.returnPressed.connect(self._give)
        self.make_button.clicked.connect(self._give)
        self.hide()

    def ask(self, suggestion: str) -> None:
        self.field.setText(suggestion)
        self.show()
        self.field.setFocus()
        self.field.selectAll()

    def retranslate(self) -> None:
        self.label.setText(translate("gate_designer", "Name of the block"))
        self.make_button.setText(translate("gate_designer", "Make it"))

    @Slot()
    def _give(self) -> None:
        name = self.field.text().strip()
        if name:
            self.given.emit(name)
            self.hide()  # only now: else the focus would go where Tab goes

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            self.hide()
        else:
            super().keyPressEvent(event)


class CircuitSection(Section):
    """The canvas and what can be done with the sheet. What concerns files is asked for by name."""

    wanted = Signal(str)  # one of _FILES

    def __init__(self, designer: Designer, parent: QWidget | None = None) -> None:
        super().__init__("gateCircuitSection", parent)
        self._designer = designer
        self._compact = False
        self.canvas = Canvas(designer)
        self.name_bar = NameBar()
        self.add_unit_button = self.add_button("gateAddUnitButton")
        self.collapse_button = self.add_button("gateCollapseButton")
        self.threshold_button = self.add_button("gateThresholdButton", checkable=True)
        self.resistor_button = self.add_button("gateResistorButton", checkable=True)
        self.more_button = self.add_button("gateMoreButton")
        self.more_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu = QMenu(self.more_button)
        self.actions_by_name = {name: self._action(name) for name in (*_SHEET, *_FILES)}
        self.menu.insertSeparator(self.actions_by_name[_FILES[0]])
        self.more_button.setMenu(self.menu)
        over = QGridLayout()  # the bar lies over the sheet, so that the circuit stays where it is
        over.addWidget(self.canvas, 0, 0)
        over.addWidget(self.name_bar, 0, 0, Qt.AlignmentFlag.AlignTop)
        self.content.addLayout(over, 1)
        self.add_unit_button.clicked.connect(self._add_unit)
        self.collapse_button.clicked.connect(self.ask_for_block)
        self.threshold_button.clicked.connect(designer.show_threshold)
        self.resistor_button.clicked.connect(designer.show_resistors)
        self.canvas.block_wanted.connect(self.ask_for_block)
        self.name_bar.given.connect(self._collapse)
        self.name_bar.left.connect(self._back_to_canvas)
        designer.changed.connect(self._show)
        designer.looked.connect(self._show)

    def _action(self, name: str) -> QAction:
        action = self.menu.addAction("")
        action.setObjectName(f"{name}Action")
        slots = {
            "gateMakeBlock": self.ask_for_block,
            "gateAddInput": self._designer.add_input,
            "gateAddOutput": self._designer.add_output,
            "gateTidy": self._designer.tidy,
            "gateFit": self.canvas.fit,
            "gateClear": self._designer.clear,
        }
        action.triggered.connect(slots.get(name, self._want))
        return action

    @Slot()
    def _want(self) -> None:
        self.wanted.emit(self.sender().objectName().removesuffix("Action"))

    @Slot()
    def _add_unit(self) -> None:
        self.canvas.add_perceptron()
        self.canvas.setFocus()

    @Slot()
    def ask_for_block(self) -> None:
        """What is selected becomes a block; first it needs a name. One block alone is opened instead."""
        designer = self._designer
        if (block := self._selected_block()) is not None:
            designer.expand(block)
        elif self._can_collapse():
            self.name_bar.ask(suggested_name(designer))

    def _selected_block(self) -> str | None:
        chosen = self._designer.selection
        key = next(iter(chosen)) if len(chosen) == 1 else ""
        return key if isinstance(self._designer.circuit.parts.get(key), Block) else None

    def _can_collapse(self) -> bool:
        nodes = {node.key for node in self._designer.circuit.nodes}
        return bool(nodes & self._designer.selection)

    @Slot(str)
    def _collapse(self, name: str) -> None:
        self._designer.collapse(name)
        self.canvas.setFocus()

    @Slot()
    def _back_to_canvas(self) -> None:
        self.canvas.setFocus()

    def place_under(self, position: QPoint) -> Place:
        """Where on the sheet a point of this section lies."""
        return self.canvas.place_at(self.canvas.mapFrom(self, position))

    def retranslate(self) -> None:
        self.title.setText(translate("gate_designer", "Circuit"))
        self.add_unit_button.setToolTip(
            translate("gate_designer", "Put a new perceptron on the sheet (N, or a double click on it)")
        )
        self.threshold_button.setText("θ")
        self.threshold_button.setToolTip(
            translate(
                "gate_designer",
                "Write the threshold θ = −b in place of the bias b: it fires where the weighted inputs are "
                "above θ",
            )
        )
        self.threshold_button.setAccessibleName(translate("gate_designer", "Threshold instead of bias"))
        self.resistor_button.setText("Ω")
        self.resistor_button.setToolTip(
            translate(
                "gate_designer",
                "Show wires as resistors: the larger a weight, the smaller the resistance, and the more "
                "current",
            )
        )
        self.resistor_button.setAccessibleName(translate("gate_designer", "Wires as resistors"))
        for name, text in self._menu_texts().items():
            self.actions_by_name[name].setText(text)
        self.name_bar.retranslate()
        self.canvas.retranslate()
        self._name_buttons()
        self._show()

    def _menu_texts(self) -> dict[str, str]:
        return {
            "gateMakeBlock": "",
            "gateAddInput": translate("gate_designer", "Add an input"),
            "gateAddOutput": translate("gate_designer", "Add an output"),
            "gateTidy": translate("gate_designer", "Tidy up"),
            "gateFit": translate("gate_designer", "Fit into the window"),
            "gateClear": translate("gate_designer", "Clear the sheet"),
            "gateOpen": translate("gate_designer", "Open a circuit…"),
            "gateSave": translate("gate_designer", "Save the circuit…"),
            "gateCopyPython": translate("gate_designer", "Copy as Python"),
            "gateCopyTable": translate("gate_designer", "Copy the truth table"),
            "gateExportPicture": translate("gate_designer", "Save as a picture…"),
        }

    def apply_theme(self, theme: Theme) -> None:
        self.canvas.apply_theme(theme)

    def set_compact(self, compact: bool) -> None:
        """Small: the buttons say less, and what has no room is in the menu."""
        super().set_compact(compact)
        self._compact = compact
        self.collapse_button.setVisible(not compact)
        self.actions_by_name["gateMakeBlock"].setVisible(compact)
        self._name_buttons()

    def _name_buttons(self) -> None:
        self.add_unit_button.setText("+" if self._compact else translate("gate_designer", "+ Perceptron"))
        self.more_button.setText("⋯" if self._compact else translate("gate_designer", "Sheet"))
        for button, name in (
            (self.add_unit_button, translate("gate_designer", "Add a perceptron")),
            (self.more_button, translate("gate_designer", "Sheet")),
        ):
            button.setAccessibleName(name)

    @Slot()
    def _show(self) -> None:
        designer = self._designer
        self.threshold_button.setChecked(designer.design.as_threshold)
        self.resistor_button.setChecked(designer.design.as_resistors)
        opens = self._selected_block() is not None
        text = (
            translate("gate_designer", "Open the block")
            if opens
            else translate("gate_designer", "Make a block")
        )
        tip = (
            translate("gate_designer", "Lay the parts of this block on the sheet again (G)")
            if opens
            else translate("gate_designer", "Put what is selected into one box that can be used again (G)")
        )
        self.collapse_button.setText(text)
        self.collapse_button.setToolTip(tip)
        self.actions_by_name["gateMakeBlock"].setText(text)
        for part in (self.collapse_button, self.actions_by_name["gateMakeBlock"]):
            part.setEnabled(opens or self._can_collapse())
        self.actions_by_name["gateAddInput"].setEnabled(designer.can_add_input())
