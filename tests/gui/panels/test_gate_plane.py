"""The plane of the inputs: what it shows is what the circuit says, and its lines can be pulled."""

import math

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent, QUndoStack
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QToolButton, QToolTip
from pytestqt.qtbot import QtBot

from core.circuit import Source, Unit, run
from core.lines import length_of, sum_at
from core.perceptron import separating_line, truth_table
from gui.panels.gate_designer.designer import Designer
from gui.panels.gate_designer.line_moves import length_from_shown
from gui.panels.gate_designer.region_plane import RegionPlane
from gui.theme import DARK, LIGHT
from tests.gui.hands import drag
from tests.gui.panels.conftest import WithGate

LEFT = Qt.MouseButton.LeftButton
SHIFT = Qt.KeyboardModifier.ShiftModifier
AND, OR, NAND = (0, 0, 0, 1), (0, 1, 1, 1), (1, 1, 1, 0)


def shown(qtbot: QtBot, designer: Designer, side: int = 380) -> RegionPlane:
    plane = RegionPlane(designer)
    qtbot.addWidget(plane)
    plane.resize(side, side)
    plane.apply_theme(LIGHT)
    plane.retranslate()
    plane.show()
    QApplication.processEvents()
    return plane


def undo_of(designer: Designer) -> QUndoStack:
    return designer._undo


def said(designer: Designer) -> tuple[int, ...]:
    return tuple(int(value) for value in designer.table.outputs[:, 0])


def unit_of(designer: Designer) -> Unit:
    unit = designer.focused_unit
    assert unit is not None
    return unit


# What is shown


@pytest.mark.parametrize("softness", [0.0, 0.1])
@pytest.mark.parametrize("gate", ["AND", "XOR", "FULL_ADDER", "NOT"])
def test_every_pixel_has_the_colour_of_what_the_circuit_says_there(
    qtbot: QtBot, with_gate: WithGate, gate: str, softness: float
) -> None:
    designer = with_gate(gate)
    designer.set_softness(softness)
    plane = shown(qtbot, designer)
    image, (x, y) = plane.image(), plane.frame.pixels(1.0)
    assert (image.width(), image.height()) == (len(x), len(y))
    colours = plane._painter.colours.ramp
    rng = np.random.default_rng(4)
    for column, row in zip(rng.integers(0, len(x), 60), rng.integers(0, len(y), 60), strict=True):
        point = [float(state) for state in designer.design.states]
        point[0] = x[column]
        if len(point) > 1:
            point[1] = y[row]
        value = run(designer.circuit, np.array(point), softness).values[designer.focus]
        wanted = int(np.asarray(value * 255 + 0.5).astype(np.uint8))
        got = image.pixel(int(column), int(row))
        assert any(
            got == int(colours[level]) for level in (wanted - 1, wanted, wanted + 1) if 0 <= level < 256
        )
        if softness == 0:
            assert got == int(colours[wanted])


def test_the_picture_is_kept_until_it_is_another(qtbot: QtBot, designer: Designer) -> None:
    plane = shown(qtbot, designer)
    first = plane.image()
    designer.set_row(3)  # the inputs of the plane itself do not matter to it
    designer.rename(unit_of(designer).key, "mine")
    assert plane.image() is first
    designer.set_bias(unit_of(designer).key, -0.2)
    second = plane.image()
    assert second is not first
    plane.apply_theme(DARK)
    assert plane.image() is not second
    plane.resize(300, 300)
    assert plane.image().width() == round(plane.frame.width)


def test_xor_is_two_lines_and_an_and(qtbot: QtBot, with_gate: WithGate) -> None:
    designer = with_gate("XOR")
    plane = shown(qtbot, designer)
    assert [line.name for line in plane.scene.lines] == ["NAND", "OR"]
    assert not plane.scene.alone
    assert [(corner.value, corner.goal) for corner in plane.scene.corners] == [(0, 0), (1, 1), (1, 1), (0, 0)]
    assert unit_of(designer).name == "AND"
    described = plane.accessibleDescription()
    assert "(1, 0) → 1" in described
    assert "wanted 0" in described


def test_corners_without_goal_and_wrong_ones(qtbot: QtBot, designer: Designer, with_gate: WithGate) -> None:
    plane = shown(qtbot, designer)
    output = designer.circuit.outputs[0].key
    designer.set_goals(output, (1, 0, None, 1))
    assert [corner.wrong for corner in plane.scene.corners] == [True, False, False, False]
    xor = with_gate("XOR")
    xor.look_at(Source(xor.circuit.order[0].key))
    plane = shown(qtbot, xor)
    assert all(corner.goal is None for corner in plane.scene.corners)


def test_an_empty_sheet_says_what_to_do(qtbot: QtBot, designer: Designer) -> None:
    plane = shown(qtbot, designer)
    designer.clear()
    assert "perceptron" in plane.accessibleDescription()
    assert plane.current is None
    drag(plane, plane.place_of(0.5, 0.5), plane.place_of(0.6, 0.6))
    QTest.keyClick(plane, Qt.Key.Key_Up)
    plane.grab()


# Pulling


def test_and_becomes_or_when_its_line_is_pulled(qtbot: QtBot, designer: Designer) -> None:
    plane = shown(qtbot, designer)
    assert said(designer) == AND
    weights = unit_of(designer).weights
    steps = [plane.place_of(at, at - 0.3) for at in np.linspace(0.85, 0.4, 8)]
    drag(plane, *steps)
    assert said(designer) == OR
    assert unit_of(designer).weights == weights
    assert unit_of(designer).bias == pytest.approx(-0.25, abs=0.01)
    undo = undo_of(designer)
    assert undo.count() == 1
    undo.undo()
    assert said(designer) == AND
    undo.redo()
    assert said(designer) == OR


def test_two_pulls_are_two_edits(qtbot: QtBot, designer: Designer) -> None:
    plane = shown(qtbot, designer)
    for _ in range(2):
        line = plane.scene.lines[0].line
        x = (-line.constant - 0.2 * line.second) / line.first
        drag(plane, plane.place_of(x, 0.2), plane.place_of(x - 0.1, 0.2))
    assert undo_of(designer).count() == 2


def test_a_handle_turns_the_line_around_the_other_one(qtbot: QtBot, designer: Designer) -> None:
    plane = shown(qtbot, designer)
    frame, line = plane.frame, plane.scene.lines[0].line
    ends = frame.ends(line)
    assert ends is not None
    (x0, y0), (x1, y1) = ends
    one = (x0 + 0.1 * (x1 - x0), y0 + 0.1 * (y1 - y0))
    other = (x1 - 0.1 * (x1 - x0), y1 - 0.1 * (y1 - y0))
    drag(plane, plane.place_of(*one), plane.place_of(0.9, 0.4), plane.place_of(0.7, -0.3))
    after = plane.scene.lines[0].line
    assert length_of(after) == pytest.approx(length_of(line), abs=0.002)
    assert abs(sum_at(after, other)) < 0.003
    assert abs(sum_at(after, (0.7, -0.3))) < 0.02
    assert undo_of(designer).count() == 1


def test_the_tip_of_the_arrow_changes_the_weights(qtbot: QtBot, designer: Designer) -> None:
    plane = shown(qtbot, designer)
    arrow = plane._arrow(plane.frame)
    assert arrow is not None
    far = (arrow.foot[0] + 0.3, arrow.foot[1])
    drag(plane, plane.place_of(*arrow.tip), plane.place_of(0.95, 0.8), plane.place_of(*far))
    unit, line = unit_of(designer), plane.scene.lines[0].line
    assert unit.weights[0] == pytest.approx(length_from_shown(0.3), abs=0.02)
    assert unit.weights[1] == pytest.approx(0, abs=0.02)
    assert abs(sum_at(line, arrow.foot)) < 0.002
    again = plane._arrow(plane.frame)
    assert again is not None
    assert again.foot == arrow.foot
    assert undo_of(designer).count() == 1


def test_lines_of_the_layer_below_are_pulled_without_looking_away(qtbot: QtBot, with_gate: WithGate) -> None:
    designer = with_gate("XOR")
    plane, focus = shown(qtbot, designer), designer.focus
    nand, other = plane.scene.lines
    assert other.unit is not None
    x = -other.line.constant / other.line.first
    drag(plane, plane.place_of(x, 0), plane.place_of(x - 0.3, -0.3), plane.place_of(-0.3, -0.3))
    assert designer.focus == focus
    assert plane.current is not None
    assert plane.current.key == other.key
    changed = designer.circuit.parts[other.key]
    assert isinstance(changed, Unit)
    assert changed.bias > 0
    assert designer.circuit.parts[nand.key] == nand.unit
    assert said(designer) == NAND  # the second line is out of the way, the first alone decides


def test_a_click_on_a_corner_sets_the_inputs(qtbot: QtBot, designer: Designer) -> None:
    plane = shown(qtbot, designer)
    for row, (x, y) in enumerate(((0, 0), (1, 0), (0, 1), (1, 1))):
        QTest.mouseClick(plane, LEFT, pos=plane.place_of(x, y).toPoint())
        assert designer.design.row == row
        assert [corner.present for corner in plane.scene.corners] == [k == row for k in range(4)]
    bias = unit_of(designer).bias
    designer.set_bias(unit_of(designer).key, -0.5)  # now the line goes through (1, 0)
    count = undo_of(designer).count()
    QTest.mouseClick(plane, LEFT, pos=plane.place_of(1, 0).toPoint())
    assert (designer.design.row, undo_of(designer).count()) == (1, count + 1)
    drag(plane, plane.place_of(1, 0), plane.place_of(1.1, 0.02), plane.place_of(1.4, 0))
    assert unit_of(designer).bias == pytest.approx(bias, abs=0.02)


def test_one_input_is_a_strip(qtbot: QtBot, with_gate: WithGate) -> None:
    designer = with_gate("NOT")
    plane = shown(qtbot, designer)
    assert plane.frame.height < plane.frame.width / 2
    assert [corner.goal for corner in plane.scene.corners] == [1, 0]
    line = plane.scene.lines[0].line
    at = -line.constant / line.first
    drag(plane, plane.place_of(at, 0.2), plane.place_of(1.2, 0.1), plane.place_of(1.3, 0.2))
    assert said(designer) == (1, 1)
    QTest.mouseClick(plane, LEFT, pos=plane.place_of(1, 0).toPoint())
    assert designer.design.states == (1,)
    plane.grab()


# More inputs than two


def test_axes_are_chosen_and_the_others_held(qtbot: QtBot, with_gate: WithGate) -> None:
    designer = with_gate("FULL_ADDER")
    plane = shown(qtbot, designer)
    first, second = (plane.findChild(QComboBox, f"gateAxis{name}") for name in ("First", "Second"))
    assert first is not None
    assert second is not None
    assert first.isVisible()
    keys = [each.key for each in designer.circuit.inputs]
    held = plane.findChild(QToolButton, f"gateHeld_{keys[2]}")
    assert held is not None
    assert not designer.design.states[2]
    QTest.mouseClick(held, LEFT)
    assert designer.design.states[2] == 1
    assert [corner.value for corner in plane.scene.corners] == [1, 0, 0, 1]  # x₁ ⊕ x₂ ⊕ 1
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Down)
    assert designer.axes == (1, 0)  # the two have changed places
    QTest.keyClick(first, Qt.Key.Key_Down)
    assert designer.axes == (2, 0)
    assert not held.isVisible()
    designer.load_gate("AND", nand_only=False)
    QApplication.processEvents()
    assert not first.isVisible()


# Keys and words


def test_the_line_by_keys(qtbot: QtBot, designer: Designer) -> None:
    plane = shown(qtbot, designer)
    plane.setFocus()
    QTest.keyClick(plane, Qt.Key.Key_Right)
    assert unit_of(designer).bias == -0.71
    QTest.keyClick(plane, Qt.Key.Key_Left)
    QTest.keyClick(plane, Qt.Key.Key_Down)
    assert unit_of(designer).bias == -0.69
    assert undo_of(designer).count() == 3
    before = plane.scene.lines[0].line
    QTest.keyClick(plane, Qt.Key.Key_Left, SHIFT)
    after = plane.scene.lines[0].line
    angle = math.atan2(after.second, after.first) - math.atan2(before.second, before.first)
    assert math.degrees(angle) == pytest.approx(2, abs=0.2)
    assert length_of(after) == pytest.approx(length_of(before), abs=0.002)


def test_brackets_go_through_the_lines(qtbot: QtBot, with_gate: WithGate) -> None:
    plane = shown(qtbot, with_gate("XOR"))
    names = []
    for key in (Qt.Key.Key_BracketRight, Qt.Key.Key_BracketRight, Qt.Key.Key_BracketLeft):
        assert plane.current is not None
        names.append(plane.current.name)
        QTest.keyClick(plane, key)
    assert names == ["NAND", "OR", "NAND"]


def test_the_hover_writes_the_sum_out(qtbot: QtBot, designer: Designer) -> None:
    plane = shown(qtbot, designer)
    place = plane.place_of(1, 0).toPoint()
    QApplication.sendEvent(plane, QHelpEvent(QEvent.Type.ToolTip, place, plane.mapToGlobal(place)))
    assert "= −0." in QToolTip.text()
    assert "≤ 0 → 0" in QToolTip.text()
    nowhere = QPoint(2, 2)
    QApplication.sendEvent(plane, QHelpEvent(QEvent.Type.ToolTip, nowhere, plane.mapToGlobal(nowhere)))


def test_the_mouse_says_what_can_be_done(qtbot: QtBot, designer: Designer) -> None:
    plane = shown(qtbot, designer)
    for point, shape in (
        ((0.85, 0.55), Qt.CursorShape.SizeBDiagCursor),
        ((1, 0), Qt.CursorShape.PointingHandCursor),
        ((-0.2, 0.3), Qt.CursorShape.ArrowCursor),
    ):
        QTest.mouseMove(plane, plane.place_of(*point).toPoint())
        assert plane.cursor().shape() == shape


def test_what_learning_shows_lies_over_the_plane(qtbot: QtBot, designer: Designer) -> None:
    plane = shown(qtbot, designer)
    points = truth_table(2)
    without = plane.grab().toImage()
    for targets in (np.array([0, 1, 1, 0]), np.array(AND), np.array([1, 1, 1, 1])):
        plane.show_proof(separating_line(points, targets), points, targets)
        assert plane.grab().toImage() != without
    plane.show_proof(None)
    plane.show_trail([(0.5, 0.5, -0.3), (0.0, 0.0, 1.0)])
    plane.mark_row(2)
    assert plane.grab().toImage() != without
    plane.show_trail([])
    plane.mark_row(None)
    assert plane.grab().toImage() == without


def test_of_a_proof_in_three_inputs_the_plane_shows_its_slice(qtbot: QtBot, with_gate: WithGate) -> None:
    designer = with_gate("MAJORITY")
    plane, points = shown(qtbot, designer), truth_table(3)
    without = plane.grab().toImage()
    targets = designer.table.outputs[:, 0]
    plane.show_proof(separating_line(points, targets), points, targets)
    assert plane.grab().toImage() != without
    targets = points.sum(axis=1) % 2  # no plane parts odd from even
    plane.show_proof(separating_line(points, targets), points, targets)
    assert plane.grab().toImage() != without


def test_a_proof_for_one_input_lies_on_its_strip(qtbot: QtBot, with_gate: WithGate) -> None:
    plane, points, targets = shown(qtbot, with_gate("NOT")), truth_table(1), np.array([1, 0])
    without = plane.grab().toImage()
    plane.show_proof(separating_line(points, targets), points, targets)
    assert plane.grab().toImage() != without
