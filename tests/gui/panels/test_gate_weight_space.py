"""The weight space: its colours are what brute force finds, and its point can be pulled."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent, QUndoStack
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QToolTip
from pytestqt.qtbot import QtBot

from core.circuit import Place, Source, Unit
from core.gates import gate
from core.parameter_space import BIAS
from gui.panels.gate_designer.designer import Designer
from gui.panels.gate_designer.fitted_words import FittedWords
from gui.panels.gate_designer.weight_landscape import ground_of, mended, verdict_at, verdict_on
from gui.panels.gate_designer.weight_space import WeightSpace
from gui.theme import DARK, LIGHT
from tests.gui.hands import drag, turn_wheel
from tests.gui.panels.conftest import WithGate

LEFT = Qt.MouseButton.LeftButton
SHIFT = Qt.KeyboardModifier.ShiftModifier


def shown(qtbot: QtBot, designer: Designer, width: int = 480, height: int = 300) -> WeightSpace:
    space = WeightSpace(designer)
    qtbot.addWidget(space)
    space.resize(width, height)
    space.apply_theme(LIGHT)
    space.retranslate()
    space.show()
    QApplication.processEvents()
    return space


def undo_of(designer: Designer) -> QUndoStack:
    return designer._undo


def unit_of(designer: Designer) -> Unit:
    unit = designer.focused_unit
    assert unit is not None
    return unit


def said(space: WeightSpace) -> str:
    label = space.findChild(QLabel, "gateWeightSpaceLabel")
    assert label is not None
    return label.text()


@pytest.mark.parametrize("softness", [0.0, 0.2])
@pytest.mark.parametrize(
    ("gate", "node"), [("AND", 0), ("XOR", 0), ("XOR", 2), ("MAJORITY", 0), ("NOT", 0), ("HALF_ADDER", 1)]
)
def test_every_colour_is_what_brute_force_finds(
    qtbot: QtBot, with_gate: WithGate, gate: str, node: int, softness: float
) -> None:
    designer = with_gate(gate)
    designer.set_softness(softness)
    designer.look_at(Source(designer.circuit.order[node].key))
    space = shown(qtbot, designer)
    unit, plot = unit_of(designer), space.plot
    wires = mended(unit, (0, 1))
    first, second = plot.pixels()
    assert plot._met.shape == (len(second), len(first))
    rng = np.random.default_rng(5)
    for row, column in zip(rng.integers(0, len(second), 60), rng.integers(0, len(first), 60), strict=True):
        verdict = verdict_at(designer.design, unit, wires, float(first[column]), float(second[row]))
        assert plot._met[row, column] == verdict.met
    colours = plot._colours()
    row, column = 3, 5  # away from any border
    assert plot.image().pixel(column, row) == int(colours[plot._met[row, column]])


def test_the_point_is_pulled_into_the_wedge(qtbot: QtBot, designer: Designer) -> None:
    unit = unit_of(designer)
    designer.set_perceptron(unit.key, (-1.0, 1.5), -0.7)
    designer.settle()
    undo_of(designer).clear()
    space = shown(qtbot, designer)
    assert said(space).startswith("2 of 4") or said(space).startswith("1 of 4")
    plot = space.plot
    start = plot.place_of(-1.0, 1.5)
    drag(plot, start, (start + plot.place_of(0.5, 0.5)) / 2, plot.place_of(0.5, 0.5))
    assert unit_of(designer).weights == pytest.approx((0.5, 0.5), abs=0.02)
    assert unit_of(designer).bias == -0.7
    assert verdict_on(designer.design, designer.table.outputs).met == 4
    assert said(space).startswith("4 of 4")
    assert "makes AND" in said(space)
    assert undo_of(designer).count() == 1
    undo_of(designer).undo()
    assert unit_of(designer).weights == (-1.0, 1.5)


def test_the_ground_stays_while_its_own_point_moves(qtbot: QtBot, designer: Designer) -> None:
    space = shown(qtbot, designer)
    ground, image = ground_of(designer, (0, 1)), space.plot.image()
    plot = space.plot
    drag(plot, plot.place_of(0.5, 0.5), plot.place_of(-0.5, 0.9))
    assert ground_of(designer, (0, 1)) == ground
    assert plot.image() is image
    designer.set_bias(unit_of(designer).key, -0.3)
    assert plot.image() is not image


def test_a_press_elsewhere_brings_the_point_there(qtbot: QtBot, designer: Designer) -> None:
    space = shown(qtbot, designer)
    plot = space.plot
    QTest.mouseClick(plot, LEFT, pos=plot.place_of(1.5, -1.2).toPoint())
    assert unit_of(designer).weights == pytest.approx((1.5, -1.2), abs=0.02)
    QTest.mouseClick(plot, LEFT, pos=QPoint(1, 1))  # beside the plane
    assert undo_of(designer).count() == 1


def test_the_point_by_keys(qtbot: QtBot, designer: Designer) -> None:
    space = shown(qtbot, designer)
    plot = space.plot
    plot.setFocus()
    QTest.keyClick(plot, Qt.Key.Key_Right)
    QTest.keyClick(plot, Qt.Key.Key_Down, SHIFT)
    assert unit_of(designer).weights == (0.51, 0.4)
    assert undo_of(designer).count() == 2


def test_no_bias_helps_one_perceptron_to_xor(qtbot: QtBot, designer: Designer) -> None:
    space = shown(qtbot, designer)
    output = designer.circuit.outputs[0].key
    designer.set_goals(output, (0, 1, 1, 0))
    assert "no bias helps" in said(space)
    assert "XOR" in said(space)
    assert space.plot._met.max() == 3
    for bias in (-2, -0.5, 0, 0.5, 2):
        designer.set_bias(unit_of(designer).key, bias)
        assert space.plot._met.max() < 4
        assert "no bias helps" in said(space)
    designer.set_goals(output, (0, 0, 0, 1))
    designer.set_bias(unit_of(designer).key, 1.0)  # fires at (0, 0) whatever the weights are
    assert "try another" in said(space)
    designer.set_bias(unit_of(designer).key, -5.0)
    assert "further out" in said(space)


def test_without_goals_the_truth_table_is_named(qtbot: QtBot, designer: Designer) -> None:
    space = shown(qtbot, designer)
    designer.set_goals(designer.circuit.outputs[0].key, (None,) * 4)
    assert "truth table" in said(space)
    assert space.plot.isVisible()


def test_what_to_do_where_there_is_nothing_to_see(qtbot: QtBot, designer: Designer) -> None:
    space = shown(qtbot, designer)

    def is_alone(part: str) -> bool:
        """Only the words are there, in the middle of the card."""
        others = (space.plot, space.sliders, space.choosers)
        return (
            part in said(space)
            and space.words.geometry() == space.rect()
            and not any(each.isVisible() for each in others)
        )

    key = unit_of(designer).key
    designer.disconnect_wire(key, 1)
    designer.disconnect_wire(key, 0)
    assert is_alone("Wire something into AND")
    designer.add_block(gate("XOR"), Place(1, 2))
    assert is_alone("Select a perceptron")
    designer.select([key])
    designer.delete_selected()
    assert is_alone("Double-click one to open it")
    designer.clear()
    assert is_alone("Add a perceptron")
    space.apply_theme(DARK)
    designer.load_gate("AND", nand_only=False)
    assert space.plot.isVisible()
    assert space.sliders.isVisible()
    assert not space.words.geometry().intersects(space.plot.geometry())


def test_one_wire_is_seen_against_the_bias(qtbot: QtBot, with_gate: WithGate) -> None:
    designer = with_gate("NOT")
    space = shown(qtbot, designer)
    assert mended(unit_of(designer), (0, 1)) == (0, BIAS)
    plot = space.plot
    QTest.mouseClick(plot, LEFT, pos=plot.place_of(-1.0, 0.5).toPoint())
    assert (*unit_of(designer).weights, unit_of(designer).bias) == pytest.approx((-1.0, 0.5), abs=0.02)
    assert said(space).startswith("2 of 2")
    assert plot._names == ("w", "b")
    designer.show_threshold(True)
    assert plot._names == ("w", "−θ")  # upwards b grows, and θ = −b does not


def test_wires_are_chosen_where_there_are_more(qtbot: QtBot, with_gate: WithGate) -> None:
    designer = with_gate("MAJORITY")
    space = shown(qtbot, designer)
    first, second = (space.findChild(QComboBox, f"gateWeight{name}") for name in ("First", "Second"))
    assert first is not None
    assert second is not None
    assert first.isVisible()
    second.setFocus()
    QTest.keyClick(second, Qt.Key.Key_Down)
    plot = space.plot
    before = unit_of(designer).weights
    QTest.mouseClick(plot, LEFT, pos=plot.place_of(-1, 1).toPoint())
    assert unit_of(designer).weights == pytest.approx((-1, before[1], 1), abs=0.02)
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_End)  # the third lies upwards: the two change places
    assert (first.currentIndex(), second.currentIndex()) == (2, 0)


def test_the_wheel_zooms(qtbot: QtBot, designer: Designer) -> None:
    space = shown(qtbot, designer)
    plot = space.plot
    for notches, end in ((-30, 10.0), (60, 0.5)):
        turn_wheel(plot, notches)
        assert plot.reach == end
        assert plot.pixels()[0][-1] == pytest.approx(end, abs=0.1)
        assert plot._met.shape == (len(plot.pixels()[1]), len(plot.pixels()[0]))
    plot.grab()
    plot.setFocus()
    QTest.keyClicks(plot, "---+")
    assert plot.reach == pytest.approx(0.5 * 1.15**2)


def test_the_hover_says_what_is_reached_there(qtbot: QtBot, designer: Designer) -> None:
    space = shown(qtbot, designer)
    plot = space.plot
    place = plot.place_of(-1, 1.5).toPoint()
    QApplication.sendEvent(plot, QHelpEvent(QEvent.Type.ToolTip, place, plot.mapToGlobal(place)))
    assert "w₁ = −" in QToolTip.text()
    assert "of 4 goals" in QToolTip.text()
    assert "wrong in" in QToolTip.text()
    assert unit_of(designer).weights == (0.5, 0.5)


@pytest.mark.parametrize("name", ["NOT", "AND", "MAJORITY"])
@pytest.mark.parametrize("size", [(479, 228), (285, 216), (248, 174), (240, 400), (300, 290), (700, 500)])
def test_everything_has_its_place_at_any_size(
    qtbot: QtBot, with_gate: WithGate, name: str, size: tuple[int, int]
) -> None:
    space = shown(qtbot, with_gate(name), *size)
    assert space.plot.image().width() == round(space.plot.frame.width) >= 60
    parts = [part for part in (space.plot, space.choosers, space.sliders, space.words) if part.isVisible()]
    assert len(parts) == (4 if name == "MAJORITY" else 3)
    for k, part in enumerate(parts):
        assert space.rect().contains(part.geometry())
        assert part.width() >= part.minimumSizeHint().width()
        assert part.height() >= part.minimumSizeHint().height() or part is space.plot
        assert not any(part.geometry().intersects(other.geometry()) for other in parts[:k])
    for chooser in space.choosers.findChildren(QComboBox):
        assert chooser.width() >= chooser.minimumSizeHint().width()


def test_words_without_room_are_cut_and_whole_on_hover(qtbot: QtBot) -> None:
    words = FittedWords()
    qtbot.addWidget(words)
    words.resize(240, 60)
    words.show()
    short, long = "One goal is met here.", " ".join(["A word or two about <b>weights</b>."] * 12)
    words.say(short)
    assert (words.text(), words.toolTip()) == (short, "")
    roomy = words.font().pixelSize()
    words.say(long)
    assert words.text().endswith("…")
    assert long.startswith(words.text()[:-1])
    assert "&lt;b&gt;weights" in words.toolTip()
    assert words.accessibleName() == long
    assert words.font().pixelSize() < roomy
    assert words.heightForWidth(words.width()) <= words.height()
    words.resize(400, 300)
    assert (words.text(), words.toolTip()) == (long, "")
    assert words.font().pixelSize() == roomy


def test_nothing_is_reckoned_while_it_is_hidden(qtbot: QtBot, designer: Designer) -> None:
    space = shown(qtbot, designer)
    image = space.plot.image()
    space.hide()
    designer.set_bias(unit_of(designer).key, -0.3)
    assert space.plot.image() is image
    space.show()
    assert space.plot.image() is not image


def test_a_verdict_counts_every_goal_of_every_output(with_gate: WithGate) -> None:
    designer = with_gate("HALF_ADDER")
    design, outputs = designer.design, designer.table.outputs
    whole = verdict_on(design, outputs)
    assert (whole.met, whole.goals, whole.wrong) == (8, 8, ())
    key = design.circuit.outputs[0].key
    fewer = replace(design, goals={**design.goals, key: (None, 1, 1, None)})
    verdict = verdict_on(fewer, np.zeros_like(outputs))
    assert (verdict.goals, verdict.met) == (6, 3)
    assert verdict.wrong == ((1, 0), (0, 1), (1, 1))
