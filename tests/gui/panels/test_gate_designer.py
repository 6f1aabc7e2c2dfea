"""The gate designer as a learner meets it: in the real window, with mouse, wheel and keys."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDoubleSpinBox, QLabel, QSlider, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from core.perceptron import AND, NAND, OR, XOR, Perceptron
from gui.main_window import MainWindow
from gui.panels.gate_designer.diagram import Diagram
from gui.panels.gate_designer.panel import GateDesigner
from gui.panels.gate_designer.plane import Plane
from gui.panels.gate_designer.table import TruthTable

MakeWindow = Callable[..., MainWindow]
Found = TypeVar("Found", bound=QWidget)
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def panel(window: MainWindow, qtbot: QtBot) -> GateDesigner:
    return gate_designer(window, qtbot)


def gate_designer(window: MainWindow, qtbot: QtBot) -> GateDesigner:
    """The panel, alone in the window, laid out."""
    window.arrange("arrangeGatesAction")
    panel = window.docks["gateDesignerDock"].ensure_panel()
    assert isinstance(panel, GateDesigner)
    qtbot.waitUntil(lambda: panel.width() > 1000)
    return panel


def find(panel: QWidget, kind: type[Found], name: str) -> Found:
    found = panel.findChild(kind, name)
    assert found is not None, name
    return found


def click(panel: QWidget, name: str) -> None:
    QTest.mouseClick(find(panel, QToolButton, name), LEFT)


def wheel(widget: QWidget, notches: int) -> None:
    middle = QPointF(widget.rect().center())
    QApplication.sendEvent(
        widget,
        QWheelEvent(
            middle,
            widget.mapToGlobal(middle),
            QPoint(),
            QPoint(0, 120 * notches),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        ),
    )


def type_number(field: QDoubleSpinBox, text: str) -> None:
    field.setFocus()
    field.selectAll()
    for letter in text:  # QTest.keyClicks ends the program at a letter that is not Latin, such as −
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            key = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(field, key)
    QTest.keyClick(field, Qt.Key.Key_Return)


def sentence(panel: GateDesigner) -> str:
    return find(panel, QLabel, "gateSentenceLabel").text()


def drag(widget: QWidget, *places: QPoint) -> None:
    QTest.mousePress(widget, LEFT, pos=places[0])
    for place in places[1:]:
        QTest.mouseMove(widget, place)
        QApplication.processEvents()
    QTest.mouseRelease(widget, LEFT, pos=places[-1])


def test_presets_xor_and_two_layers(panel: GateDesigner) -> None:
    assert panel.gates.single == AND
    assert "4 / 4 match" in sentence(panel)
    for name, gate in (("gateNandButton", NAND), ("gateOrButton", OR), ("gateAndButton", AND)):
        click(panel, name)
        assert panel.gates.single == gate
        assert "4 / 4 match" in sentence(panel)
        assert find(panel, QDoubleSpinBox, "gateBiasSpin").value() == gate.bias
    click(panel, "gateXorButton")
    assert "1 / 4 match" in sentence(panel)
    assert "cross in (0.5, 0.5)" in sentence(panel)
    assert find(panel, QToolButton, "gateXorButton").isChecked()
    assert not find(panel, QToolButton, "gateUnitFirstButton").isVisible()
    click(panel, "gateTwoLayersButton")
    assert panel.gates.two_layers
    assert "4 / 4 match" in sentence(panel)
    assert find(panel, QToolButton, "gateUnitFirstButton").text() == "s₁ NAND"
    undo = panel.tools.undo
    for _ in range(undo.count()):
        undo.undo()
    assert panel.gates.single == AND
    assert not panel.gates.two_layers
    assert find(panel, QToolButton, "gateAndButton").isChecked()
    while undo.canRedo():
        undo.redo()
    assert panel.gates.two_layers


def test_a_drag_of_a_slider_is_one_edit(panel: GateDesigner) -> None:
    slider, undo = find(panel, QSlider, "gateW1Slider"), panel.tools.undo
    middle = slider.rect().center().y()
    at = slider.width() * (0.5 + 2) // 4  # where 0.5 lies, about
    places = [QPoint(int(at) + step, middle) for step in (0, 20, 60, 100)]
    drag(slider, *places)
    first = panel.gates.single.weights[0]
    assert first > 0.7
    assert find(panel, QDoubleSpinBox, "gateW1Spin").value() == first
    assert undo.count() == 1
    drag(slider, places[-1], places[-1] - QPoint(80, 0), places[0])
    assert undo.count() == 2
    undo.undo()
    assert panel.gates.single.weights[0] == first
    undo.undo()
    assert panel.gates.single == AND


def test_wheel_and_keys_and_typing_lead_to_the_same_edit(panel: GateDesigner) -> None:
    slider, field = find(panel, QSlider, "gateW2Slider"), find(panel, QDoubleSpinBox, "gateW2Spin")
    wheel(slider, 1)
    assert panel.gates.single.weights == (0.5, 0.51)
    wheel(field, -2)
    assert panel.gates.single.weights == (0.5, 0.49)
    assert panel.tools.undo.count() == 1  # turning on is one edit
    slider.setFocus()
    QTest.keyClick(slider, Qt.Key.Key_Right)
    assert panel.gates.single.weights == (0.5, 0.5)
    type_number(field, "-7.25")
    assert panel.gates.single.weights == (0.5, -7.25)
    assert field.text() == "−7.25"
    assert slider.value() == slider.minimum()  # a slider ends at −2
    type_number(field, "−0.4")  # with the minus sign that the screen uses
    assert panel.gates.single.weights == (0.5, -0.4)
    bias = find(panel, QDoubleSpinBox, "gateBiasSpin")
    before = panel.gates
    type_number(bias, "abc")  # letters do not even arrive
    assert panel.gates == before
    type_number(bias, "99")  # nor does the second 9, for 99 is out of range
    assert panel.gates.single.bias == 9
    type_number(bias, "0.3")
    assert find(panel, QLabel, "gateThresholdLabel").text() == "θ = −0.3"
    panel.tools.undo.undo()
    assert panel.gates.single.bias == 9
    panel.tools.undo.undo()
    assert panel.gates == before


def test_the_three_perceptrons_are_edited_one_at_a_time(panel: GateDesigner) -> None:
    click(panel, "gateTwoLayersButton")
    count = panel.tools.undo.count()
    click(panel, "gateUnitLastButton")
    assert find(panel, QDoubleSpinBox, "gateBiasSpin").value() == AND.bias
    type_number(find(panel, QDoubleSpinBox, "gateBiasSpin"), "-0.2")
    assert panel.gates.circuit.last == OR
    assert find(panel, QToolButton, "gateUnitLastButton").text() == "y OR"
    assert "2 / 4 match" in sentence(panel)
    click(panel, "gateUnitSecondButton")
    assert panel.tools.undo.count() == count + 1  # choosing is no edit
    panel.tools.undo.undo()
    assert panel.gates.circuit == XOR
    assert panel.gates.unit == 2  # what was changed back is in view


def test_rows_corners_and_inputs_are_selected_together(panel: GateDesigner, qtbot: QtBot) -> None:
    table, plane = find(panel, TruthTable, "gateTruthTable"), find(panel, Plane, "gatePlane")
    diagram = find(panel, Diagram, "gateDiagram")
    assert diagram.isVisible()
    QTest.mouseClick(table, LEFT, pos=table.row_rect(2).center().toPoint())
    assert panel.work()["row"] == 2
    assert "(0, 1)" in table.accessibleDescription()
    with qtbot.waitSignal(plane.corner_clicked) as clicked:
        QTest.mouseClick(plane.viewport(), LEFT, pos=plane.place_of(1, 0).toPoint())
    assert clicked.args == [1]
    assert panel.work()["row"] == 1
    QTest.mouseClick(diagram, LEFT, pos=diagram.node_rect(1).center().toPoint())
    assert panel.work()["row"] == 3
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Up)
    QTest.keyClick(table, Qt.Key.Key_Up)
    assert panel.work()["row"] == 1
    for _ in range(5):
        QTest.keyClick(table, Qt.Key.Key_Up)
    assert panel.work()["row"] == 0
    for unknown in (0, 0x1FFFFFF):  # keys that Qt has no name for
        key = QKeyEvent(QEvent.Type.KeyPress, unknown, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(table, key)
    assert panel.work()["row"] == 0
    assert panel.tools.undo.count() == 0
    click(panel, "gateTwoLayersButton")
    QTest.mouseClick(diagram, LEFT, pos=diagram.box_rect(1).center().toPoint())
    assert find(panel, QToolButton, "gateUnitSecondButton").isChecked()


def test_the_line_can_be_dragged(panel: GateDesigner) -> None:
    plane = find(panel, Plane, "gatePlane")
    drag(plane.viewport(), *(plane.place_of(x, x).toPoint() for x in (0.7, 0.6, 0.25)))
    assert panel.gates.single.weights == AND.weights
    assert panel.gates.single.bias == pytest.approx(-0.25, abs=0.01)
    assert panel.tools.undo.count() == 1
    assert "makes OR, not AND" in sentence(panel)
    drag(plane.viewport(), *(plane.place_of(x, 1.2).toPoint() for x in (1.2, 0.7)))  # not on the line
    assert panel.tools.undo.count() == 1
    panel.tools.undo.undo()
    assert panel.gates.single == AND


def test_without_weights_the_plane_is_one_side(panel: GateDesigner) -> None:
    type_number(find(panel, QDoubleSpinBox, "gateW1Spin"), "0")
    type_number(find(panel, QDoubleSpinBox, "gateW2Spin"), "0")
    assert "there is no line: the whole plane answers 0" in sentence(panel)
    plane = find(panel, Plane, "gatePlane")
    drag(plane.viewport(), *(plane.place_of(x, x).toPoint() for x in (0.5, 0.2)))  # nothing to drag
    assert panel.gates.single == Perceptron((0.0, 0.0), -0.7)
    type_number(find(panel, QDoubleSpinBox, "gateBiasSpin"), "0.1")
    assert "the whole plane answers 1" in sentence(panel)


def test_keyboard_alone(panel: GateDesigner, window: MainWindow) -> None:
    """Tab goes from group to group, the arrow keys go through a group, as in every form."""
    window.activateWindow()
    find(panel, QToolButton, "gateAndButton").setFocus(Qt.FocusReason.TabFocusReason)

    def press(key: Qt.Key) -> str:
        QTest.keyClick(QApplication.focusWidget(), key)
        focused = QApplication.focusWidget()
        assert focused.accessibleName() or isinstance(focused, QToolButton)
        return focused.objectName()

    for name in ("gateNandButton", "gateOrButton", "gateXorButton"):
        assert press(Qt.Key.Key_Right) == name
    assert panel.gates.target == "XOR"
    assert press(Qt.Key.Key_Tab) == "gateOneLayerButton"
    assert press(Qt.Key.Key_Right) == "gateTwoLayersButton"
    assert panel.gates.two_layers
    assert press(Qt.Key.Key_Tab) == "gateUnitFirstButton"
    assert press(Qt.Key.Key_Right) == "gateUnitSecondButton"
    assert panel.gates.unit == 1
    order = [press(Qt.Key.Key_Tab) for _ in range(7)]
    assert order == [
        "gateW1Slider",
        "gateW1Spin",
        "gateW2Slider",
        "gateW2Spin",
        "gateBiasSlider",
        "gateBiasSpin",
        "gateTruthTable",
    ]
    press(Qt.Key.Key_Down)
    assert panel.work()["row"] == 1


def test_it_is_as_it_was_left(make_window: MakeWindow, qtbot: QtBot, tmp_path: Path) -> None:
    profile = tmp_path / "profile"
    first = make_window(profile)
    panel = gate_designer(first, qtbot)
    click(panel, "gateTwoLayersButton")
    click(panel, "gateUnitSecondButton")
    type_number(find(panel, QDoubleSpinBox, "gateW1Spin"), "1.5")
    table = find(panel, TruthTable, "gateTruthTable")
    QTest.mouseClick(table, LEFT, pos=table.row_rect(3).center().toPoint())
    left = panel.work()
    first.close()
    panel = gate_designer(make_window(profile), qtbot)
    assert panel.work() == left
    assert find(panel, QDoubleSpinBox, "gateW1Spin").value() == 1.5
    assert panel.tools.undo.count() == 0


def test_damaged_work_does_no_harm(make_window: MakeWindow, qtbot: QtBot, tmp_path: Path) -> None:
    profile = tmp_path / "profile"
    profile.mkdir()
    damaged = {"target": 7, "single": [1], "circuit": [None], "two_layers": 1, "unit": "x", "row": 99}
    (profile / "work.json").write_text(json.dumps({"gate_designer": damaged}))
    panel = gate_designer(make_window(profile), qtbot)
    assert panel.gates.single == AND
    assert panel.work()["row"] == 0


def test_language_theme_and_size_change_live(panel: GateDesigner, window: MainWindow, qtbot: QtBot) -> None:
    two = find(panel, QToolButton, "gateTwoLayersButton")
    click(panel, "gateTwoLayersButton")
    light = panel.grab().toImage().pixelColor(0, 0)
    window.set_theme("dark")
    assert panel.grab().toImage().pixelColor(0, 0).lightness() < light.lightness()
    window.set_language("ko")
    window.set_language("en")
    assert two.text() == "Two layers"
    assert "Two layers reach XOR" in sentence(panel)
    window.arrange("arrangeAllAction")
    qtbot.waitUntil(lambda: panel.width() < 600)
    assert not find(panel, Diagram, "gateDiagram").isVisible()
    assert (window.width(), window.height()) == (1280, 800)
    outside = [
        child.objectName()
        for child in panel.findChildren(QWidget)
        if child.isVisible()
        and child.objectName().startswith("gate")
        and not panel.rect().contains(child.rect().translated(child.mapTo(panel, QPoint())), proper=False)
    ]
    assert outside == []
