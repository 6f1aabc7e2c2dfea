"""The sliders of the weight space: every number by mouse, wheel and keys, and each drag undone at once."""

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QUndoStack
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QSlider, QStyle, QStyleOptionSlider
from pytestqt.qtbot import QtBot

from core.circuit import Circuit, Input, Output, Source, Unit, Wire
from core.circuit_edits import tidy, with_bias
from gui.panels.gate_designer.designer import Designer
from gui.panels.gate_designer.weight_space import WeightSpace
from gui.theme import LIGHT
from tests.gui.hands import drag, turn_wheel
from tests.gui.panels.conftest import WithGate

ALL = ("Weight1", "Weight2", "Bias")


def shown(qtbot: QtBot, designer: Designer) -> WeightSpace:
    space = WeightSpace(designer)
    qtbot.addWidget(space)
    space.resize(480, 300)
    space.apply_theme(LIGHT)
    space.retranslate()
    space.show()
    QApplication.processEvents()
    return space


def undo_of(designer: Designer) -> QUndoStack:
    return designer._undo


def numbers(designer: Designer) -> tuple[float, ...]:
    unit = designer.focused_unit
    assert unit is not None
    return *unit.weights, unit.bias


def unit_key(designer: Designer) -> str:
    unit = designer.focused_unit
    assert unit is not None
    return unit.key


def slider(space: WeightSpace, name: str) -> QSlider:
    found = space.findChild(QSlider, f"gateWeightSpace{name}")
    assert found is not None
    return found


def label(space: WeightSpace, name: str) -> str:
    return space.sliders.labels[ALL.index(name)].text()


def handle_of(bar: QSlider) -> QPointF:
    option = QStyleOptionSlider()
    bar.initStyleOption(option)
    part = QStyle.SubControl.SC_SliderHandle
    return QPointF(bar.style().subControlRect(QStyle.ComplexControl.CC_Slider, option, part, bar).center())


@pytest.mark.parametrize("name", ALL)
def test_every_number_is_pulled(qtbot: QtBot, designer: Designer, name: str) -> None:
    space, k = shown(qtbot, designer), ALL.index(name)
    bar, before = slider(space, name), numbers(designer)
    start = handle_of(bar)
    drag(bar, start, start + QPointF(10, 0), start + QPointF(20, 0), start + QPointF(25, 0))
    after = numbers(designer)
    assert after[k] > before[k] + 0.1
    assert after[:k] + after[k + 1 :] == before[:k] + before[k + 1 :]
    assert label(space, name).endswith(f"{after[k]:g}".replace("-", "−"))
    assert undo_of(designer).count() == 1
    start = handle_of(bar)
    drag(bar, start, start - QPointF(5, 0))
    assert undo_of(designer).count() == 2
    undo_of(designer).undo()
    assert numbers(designer) == after
    undo_of(designer).undo()
    assert numbers(designer) == before
    assert bar.value() == round(100 * before[k])
    undo_of(designer).redo()
    assert numbers(designer) == after


@pytest.mark.parametrize("name", ALL)
def test_every_number_by_wheel_and_keys(qtbot: QtBot, designer: Designer, name: str) -> None:
    space, k = shown(qtbot, designer), ALL.index(name)
    bar, before = slider(space, name), numbers(designer)
    turn_wheel(bar, 1)
    turn_wheel(bar, 2)
    assert numbers(designer)[k] == pytest.approx(before[k] + 0.03)
    assert undo_of(designer).count() == 1
    bar.setFocus()
    QTest.keyClick(bar, Qt.Key.Key_Left)
    QTest.keyClick(bar, Qt.Key.Key_Down)
    QTest.keyClick(bar, Qt.Key.Key_PageUp)
    assert numbers(designer)[k] == pytest.approx(before[k] + 0.11)
    for _ in range(undo_of(designer).count()):
        undo_of(designer).undo()
    assert numbers(designer) == before
    assert undo_of(designer).count() == 4  # the wheel, and each key


def test_a_press_on_the_handle_alone_changes_nothing(qtbot: QtBot, designer: Designer) -> None:
    space = shown(qtbot, designer)
    designer.set_weight(unit_key(designer), 0, 0.537)
    undo_of(designer).clear()
    for name in ALL:
        bar = slider(space, name)
        QTest.mouseClick(
            bar, Qt.MouseButton.LeftButton, pos=handle_of(bar).toPoint() + QPointF(4, 0).toPoint()
        )
    assert undo_of(designer).count() == 0
    assert label(space, "Weight1") == "w₁ = 0.537"


def test_labels_names_and_the_exact_number(qtbot: QtBot, designer: Designer) -> None:
    space = shown(qtbot, designer)
    designer.set_weight(unit_key(designer), 0, 0.123456)
    assert [label(space, name) for name in ALL] == ["w₁ = 0.123", "w₂ = 0.5", "b = −0.7"]
    assert space.sliders.labels[0].toolTip() == slider(space, "Weight1").toolTip() == "0.123456"
    assert [slider(space, name).accessibleName() for name in ALL] == ["Weight w₁", "Weight w₂", "Bias b"]
    assert slider(space, "Weight2").accessibleDescription() == "w₂ = 0.5"


def test_the_threshold_is_slid_the_other_way(qtbot: QtBot, designer: Designer) -> None:
    space = shown(qtbot, designer)
    designer.show_threshold(True)
    bar = slider(space, "Bias")
    assert bar.value() == 70
    assert label(space, "Bias") == "θ = 0.7"
    assert bar.accessibleName() == "Threshold θ"
    turn_wheel(bar, 1)
    assert numbers(designer) == (0.5, 0.5, -0.71)
    designer.show_resistors(True)
    assert label(space, "Bias") == "θ = 0.71"


@pytest.mark.parametrize(("name", "end"), [("Weight1", 7.5), ("Weight2", -7.5), ("Bias", 100.0)])
def test_a_number_beyond_the_slider_is_left_alone_until_it_is_slid(
    qtbot: QtBot, designer: Designer, name: str, end: float
) -> None:
    space, k = shown(qtbot, designer), ALL.index(name)
    after = list(numbers(designer))
    after[k] = end
    designer.set_perceptron(unit_key(designer), tuple(after[:2]), after[2])
    assert numbers(designer)[k] == end
    bar = slider(space, name)
    assert bar.value() == (bar.maximum() if end > 0 else bar.minimum())
    assert label(space, name).endswith(f"{end:g}".replace("-", "−"))
    turn_wheel(bar, -1 if end > 0 else 1)
    assert numbers(designer)[k] == (1.99 if end > 0 else -1.99)


def test_a_number_far_beyond_the_slider_is_shown(qtbot: QtBot, designer: Designer) -> None:
    space = shown(qtbot, designer)
    designer.load_circuit(with_bias(designer.circuit, unit_key(designer), -1e9), "open it")
    assert "1.00e9" in label(space, "Bias")


def test_one_wire_has_one_weight(qtbot: QtBot, with_gate: WithGate) -> None:
    designer = with_gate("NOT")
    space = shown(qtbot, designer)
    assert [slider(space, name).isVisible() for name in ALL] == [True, False, True]
    assert (label(space, "Weight1"), label(space, "Bias")) == ("w = −0.5", "b = 0.2")
    turn_wheel(slider(space, "Weight1"), 5)
    turn_wheel(slider(space, "Bias"), 5)
    assert numbers(designer) == (-0.45, 0.25)
    designer.load_gate("AND", nand_only=False)
    assert slider(space, "Weight2").isVisible()


def test_of_several_wires_the_chosen_two_are_slid(qtbot: QtBot, with_gate: WithGate) -> None:
    designer = with_gate("MAJORITY")
    space = shown(qtbot, designer)
    second = space.findChild(QComboBox, "gateWeightSecond")
    assert second is not None
    second.setFocus()
    QTest.keyClick(second, Qt.Key.Key_Down)
    assert [label(space, name) for name in ALL[:2]] == ["w₁ = 0.5", "w₃ = 0.5"]
    turn_wheel(slider(space, "Weight2"), 7)
    assert numbers(designer) == (0.5, 0.5, 0.57, -0.7)
    assert slider(space, "Weight2").accessibleName() == "Weight w₃"


def test_the_ground_is_not_reckoned_anew_for_a_weight_on_an_axis(qtbot: QtBot, designer: Designer) -> None:
    rng = np.random.default_rng(1)
    inputs = (Input("x1", "x1"), Input("x2", "x2"))
    units = [
        Unit(f"s{k}", f"s{k}", tuple(Wire(Source(each.key), rng.normal()) for each in inputs), 0.1)
        for k in range(19)
    ]
    last = Unit("last", "last", tuple(Wire(Source(unit.key), rng.normal()) for unit in units), 0.1)
    circuit = tidy(Circuit(inputs, (*units, last), (Output("y", "y", Source("last")),)))
    designer.load_circuit(circuit, "twenty")
    designer.look_at(Source("last"))
    space = shown(qtbot, designer)
    shown_before, point = space.plot.image(), space.plot._point
    for name in ALL[:2]:
        start = handle_of(slider(space, name))
        drag(slider(space, name), start, start + QPointF(9, 0))
    assert space.plot.image() is shown_before
    assert not space._later.isActive()
    assert space.plot._point != point
    start = handle_of(slider(space, "Bias"))
    drag(slider(space, "Bias"), start, start + QPointF(9, 0))
    assert space.plot.image() is not shown_before


def test_no_slider_moves_under_the_hand(qtbot: QtBot, designer: Designer) -> None:
    space = shown(qtbot, designer)
    places = [slider(space, name).geometry() for name in ALL]
    for number in (-0.55, 1.0, 0.0, -1.99):
        designer.set_perceptron(unit_key(designer), (number, -number), number)
        QApplication.processEvents()
        assert [slider(space, name).geometry() for name in ALL] == places
