"""The menu of a part on the canvas, opened by mouse and by key."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QUndoStack
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from core.circuit import Output, Unit
from core.gates import gate
from gui.panels.gate_designer.canvas import Canvas
from gui.panels.gate_designer.design import with_circuit
from gui.panels.gate_designer.designer import Designer

# A menu wants the whole keyboard, which the screen of the tests cannot give.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support grabbing the keyboard")

MOUSE, KEYBOARD = QContextMenuEvent.Reason.Mouse, QContextMenuEvent.Reason.Keyboard


@pytest.fixture
def undo() -> QUndoStack:
    return QUndoStack()


@pytest.fixture
def canvas(qtbot: QtBot, undo: QUndoStack) -> Canvas:
    designer = Designer(undo)
    designer.take(with_circuit(designer.design, gate("XOR")))
    canvas = Canvas(designer)
    qtbot.addWidget(canvas)
    canvas.resize(900, 480)
    canvas.show()
    qtbot.waitExposed(canvas)
    canvas.setFocus()
    return canvas


def key_of(canvas: Canvas, name: str) -> str:
    return next(key for key, part in canvas.designer.circuit.parts.items() if part.name == name)


def open_menu(canvas: Canvas, at: QPointF, reason: QContextMenuEvent.Reason = MOUSE) -> QMenu:
    place = at.toPoint()
    QApplication.sendEvent(canvas, QContextMenuEvent(reason, place, canvas.mapToGlobal(place)))
    menu = canvas.findChild(QMenu, "gateCanvasMenu")
    assert menu is not None
    assert menu.isVisible()
    return menu


def entry(menu: QMenu, name: str) -> QAction:
    return next(action for action in menu.actions() if action.objectName() == f"{name}Action")


def names(menu: QMenu) -> list[str]:
    return [action.objectName() for action in menu.actions() if not action.isSeparator()]


def choose(menu: QMenu, name: str) -> None:
    menu.setActiveAction(entry(menu, name))
    entry(menu, name).trigger()
    menu.close()


def test_a_wire_is_taken_away_and_brought_back(canvas: Canvas, undo: QUndoStack) -> None:
    nand = key_of(canvas, "NAND")
    menu = open_menu(canvas, canvas.place_of_part(nand).center())
    assert canvas.designer.selection == {nand}
    assert "x₂" in entry(menu, "gatePartUnwire1").text()
    choose(menu, "gatePartUnwire1")
    unit = canvas.designer.circuit.parts[nand]
    assert isinstance(unit, Unit)
    assert [wire.source.node for wire in unit.wires] == ["x1"]
    assert undo.count() == 1
    undo.undo()
    assert canvas.designer.circuit == gate("XOR")


def test_a_perceptron_is_deleted(canvas: Canvas) -> None:
    nand = key_of(canvas, "NAND")
    choose(open_menu(canvas, canvas.place_of_part(nand).center()), "gatePartDelete")
    assert nand not in canvas.designer.circuit.parts


def test_the_bias_is_typed_and_the_name_changed(canvas: Canvas) -> None:
    nand = key_of(canvas, "NAND")
    choose(open_menu(canvas, canvas.place_of_part(nand).center()), "gatePartNumber")
    assert canvas._in_place.number_field.isVisible()
    canvas._in_place.close()
    choose(open_menu(canvas, canvas.place_of_part(nand).center()), "gatePartRename")
    assert canvas._in_place.name_field.isVisible()


def test_an_input_is_flipped_and_an_output_unwired(canvas: Canvas) -> None:
    before = canvas.designer.design.states
    choose(open_menu(canvas, canvas.place_of_part("x1").center()), "gatePartFlip")
    assert canvas.designer.design.states == (1 - before[0], before[1])
    choose(open_menu(canvas, canvas.place_of_part("y").center()), "gatePartUnwire0")
    end = canvas.designer.circuit.parts["y"]
    assert isinstance(end, Output)
    assert end.source is None


def test_on_the_bare_sheet_a_perceptron_is_added_there(canvas: Canvas) -> None:
    at = QPointF(30, 450)
    wanted = canvas.place_at(at)
    menu = open_menu(canvas, at)
    assert "gatePartDeleteAction" not in names(menu)
    choose(menu, "gateSheetAdd")
    new = canvas.designer.circuit.nodes[-1]
    assert new.at.column == pytest.approx(wanted.column, abs=0.3)  # on the dots of the paper
    assert new.at.row == pytest.approx(wanted.row, abs=0.3)


def test_the_menu_key_is_about_the_part_with_the_ring(canvas: Canvas) -> None:
    nand = key_of(canvas, "NAND")
    canvas._keys.stand_on(nand, shown=True)
    menu = open_menu(canvas, QPointF(QPoint(5, 5)), KEYBOARD)
    choose(menu, "gatePartDelete")
    assert nand not in canvas.designer.circuit.parts


def test_several_that_are_selected_stay_selected_and_can_be_made_a_block(
    canvas: Canvas, qtbot: QtBot
) -> None:
    units = {key_of(canvas, "NAND"), key_of(canvas, "OR")}
    canvas.designer.select(units)
    menu = open_menu(canvas, canvas.place_of_part(key_of(canvas, "OR")).center())
    assert canvas.designer.selection == units
    with qtbot.waitSignal(canvas.block_wanted):
        choose(menu, "gatePartBlock")


def test_enter_takes_a_name_and_opens_nothing_else(canvas: Canvas) -> None:
    nand = key_of(canvas, "NAND")
    choose(open_menu(canvas, canvas.place_of_part(nand).center()), "gatePartRename")
    field = canvas._in_place.name_field
    QTest.keyClicks(field, "NOT_BOTH")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert canvas.designer.name_of(nand) == "NOT_BOTH"
    assert not canvas._in_place.is_open
    assert canvas.hasFocus()


@pytest.mark.parametrize("name", ["gatePartFlip", "gatePartRename"])
def test_a_menu_that_is_older_than_the_circuit_does_nothing(
    canvas: Canvas, undo: QUndoStack, name: str
) -> None:
    menu = open_menu(canvas, canvas.place_of_part("x2").center())
    canvas.designer.load_gate("NOT", nand_only=False)
    entry(menu, name).trigger()
    assert undo.count() == 1
    assert canvas.designer.circuit == gate("NOT")
