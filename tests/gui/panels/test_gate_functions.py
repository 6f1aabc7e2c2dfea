"""Other functions than step and sigmoid in a circuit: chosen, seen everywhere, undone, kept."""

import json
import math
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from core.circuit import Source, run
from core.circuit_edits import part_of
from core.functions import activation_of
from core.gates import LIBRARY
from gui.jobs import Jobs
from gui.main_window import MainWindow
from gui.panels.gate_designer.aims import rights
from gui.panels.gate_designer.design import with_goal
from gui.panels.gate_designer.designer import Designer
from gui.panels.gate_designer.functions import OFFERED, formula_of, is_offered
from gui.panels.gate_designer.keeping import design_from, work_of
from gui.panels.gate_designer.panel import GateDesigner
from gui.panels.gate_designer.phrases import so_what
from gui.panels.gate_designer.plane_picture import PlanePicture
from gui.panels.gate_designer.plane_scene import scene_of
from gui.panels.gate_designer.region_plane import RegionPlane
from gui.panels.gate_designer.sheet import sheet_of
from gui.panels.gate_designer.sheet_painting import SheetPainting
from gui.panels.gate_designer.sums import answer_text, in_full, state_text, verdict
from gui.panels.gate_designer.truth_columns import row_in_words, table_text
from gui.panels.gate_designer.weight_landscape import verdict_on
from gui.theme import DARK, LIGHT

MakeWindow = Callable[..., MainWindow]
WithGate = Callable[[str], Designer]
LOG, ABS, MISH = "typed:log(x)", "typed:abs(x)", "typed:x * tanh(log(1 + exp(x)))"


class Hand:
    """A hand at the gate designer in the real window."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        window.arrange("arrangeGatesAction")
        panel = window.docks["gateDesignerDock"].ensure_panel()
        assert isinstance(panel, GateDesigner)
        self.window, self.panel, self.designer = window, panel, panel.designer
        qtbot.waitUntil(lambda: panel.width() > 1000)
        QApplication.processEvents()
        self.choice = panel.morph.choice

    def choose(self, key: str) -> None:
        """With the keyboard: to the top of the list, then down to the function."""
        QTest.mouseClick(self.choice, Qt.MouseButton.LeftButton)  # the list opens
        self.choice.hidePopup()
        self.choice.setFocus()
        QTest.keyClick(self.choice, Qt.Key.Key_Home)
        for _ in range(self.choice.findData(key)):
            QTest.keyClick(self.choice, Qt.Key.Key_Down)
        QApplication.processEvents()


@pytest.fixture
def hand(window: MainWindow, qtbot: QtBot) -> Hand:
    return Hand(window, qtbot)


# Of lists that open on the offscreen screen.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support grabbing the keyboard")


def test_tanh_is_chosen_seen_everywhere_and_undone(hand: Hand) -> None:
    designer, undo = hand.designer, hand.window.undo
    designer.set_row(3)
    before = hand.panel.plane.grab().toImage()
    assert hand.choice.accessibleName() == "Activation of the perceptrons"
    assert [hand.choice.itemText(k) for k in range(hand.choice.count())] == [
        *("step – sigmoid", "tanh", "ReLU", "Leaky ReLU", "Softplus", "GELU", "Identity"),
    ]
    hand.choose("tanh")
    assert designer.design.activation == "tanh"
    assert undo.undoText() == "use tanh in the circuit"
    np.testing.assert_allclose(designer.now.outputs, [math.tanh(0.3)])
    unit = designer.focused_unit
    assert unit is not None
    assert "+ 0.5·1 − 0.7 = 0.3" in in_full(unit, designer.design, designer.now)
    assert "→ tanh(0.3" in in_full(unit, designer.design, designer.now)
    assert "→ tanh(0.3) = 0.291" in row_in_words(designer, 3)
    assert table_text(designer).splitlines()[1].split("\t")[2] == "−0.60"
    assert not hand.panel.morph.slider.isVisible()
    assert hand.panel.morph.formula.text() == "h(a) = (e^a − e^(−a)) / (e^a + e^(−a))"
    assert "Every perceptron says tanh" in so_what(designer)
    assert hand.panel.plane.grab().toImage() != before
    undo.undo()
    assert designer.design.activation == ""
    assert hand.panel.morph.slider.isVisible()
    assert hand.choice.currentIndex() == 0
    assert designer.now.outputs.tolist() == [1]
    undo.redo()
    hand.choose("")
    assert designer.design.firing == 0.0


def test_a_typed_function_is_offered_used_and_there_at_the_next_start(
    make_window: MakeWindow, qtbot: QtBot
) -> None:
    first = Hand(make_window(), qtbot)
    first.window.session.set_functions((MISH, LOG))
    first.designer.load_gate("HALF_ADDER", nand_only=False)
    first.choose(MISH)
    assert first.designer.design.activation == MISH
    assert first.window.undo.undoText() == "use x * tanh(log(1 + exp(x)… in the circuit"
    first.window.undo.undo()  # all that was passed on the way through the list is one choice
    assert first.designer.design.activation == ""
    first.window.undo.redo()
    assert first.choice.currentText() == MISH.removeprefix("typed:")
    assert first.panel.morph.formula.text() == "h(x) = x * tanh(log(1 + exp(x)))"
    first.window.session.set_functions(())  # thrown away in the lab, it stays here
    assert first.choice.currentData() == MISH
    first.window.close()
    second = Hand(make_window(), qtbot)
    assert second.designer.design == first.designer.design
    assert second.choice.currentData() == MISH


def test_a_function_without_values_breaks_nothing(hand: Hand, tmp_path: Path) -> None:
    designer, panel = hand.designer, hand.panel
    hand.window.session.set_functions((LOG,))
    hand.choose(LOG)
    for name in LIBRARY:
        designer.load_gate(name, nand_only=False)
        for row in range(designer.design.rows):
            designer.set_row(row)
            panel.grab()
        for node in designer.circuit.nodes:
            designer.select([node.key])
            panel.grab()
    designer.load_gate("HALF_ADDER", nand_only=False)
    assert np.isnan(designer.table.outputs[:3]).all()
    assert panel.goals.name.text() == ""
    assert rights(designer) == (False, False, False, False)
    assert verdict_on(designer.design, designer.table.outputs).met == 0
    assert "hatched" in panel.sentence.text()
    panel.circuit.resistor_button.click()
    panel.circuit.threshold_button.click()
    panel.grab()
    panel.files.save_picture(tmp_path / "log.svg", DARK)
    assert (tmp_path / "log.svg").stat().st_size > 1000
    panel.circuit.actions_by_name["gateCopyPython"].trigger()
    assert "    return h(tmp)\n" in QGuiApplication.clipboard().text()
    panel._choose_page("learning")
    designer.load_gate("AND", nand_only=False)
    QApplication.processEvents()
    words = [label.text() for label in panel.learning.findChildren(QLabel)]
    assert any("The rule learns with the step" in text for text in words)


def test_nothing_is_cut_or_scrolled_in_either_language(make_window: MakeWindow, qtbot: QtBot) -> None:
    hand = Hand(make_window(), qtbot)
    for language in ("en", "ko"):
        hand.window.set_language(language)
        for key in ("", *OFFERED, MISH):
            hand.designer.use(key)
            QApplication.processEvents()
            morph = hand.panel.morph
            for part in (morph.choice, morph.curve, morph.formula, morph.sentence):
                assert part.isVisible()
                assert morph.rect().contains(part.geometry())
            assert morph.curve.geometry().intersected(morph.choice.geometry()).isEmpty()
            assert key or morph.slider.width() >= 60


# What stands there


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.2913, "0.29"), (-0.001, "0.00"), (-0.456, "−0.46"), (9.996, "10.0"), (-42.37, "−42.4"),
        (1234.5, "1234"), (123456, "1e5"), (-1e300, "−1e300"), (math.nan, "nan"), (-math.inf, "−inf"),
    ],
)  # fmt: skip
def test_any_number_has_a_short_text(value: float, text: str) -> None:
    assert state_text(value, activation_of("identity")) == text


def test_how_a_sum_is_written(designer: Designer) -> None:
    unit = designer.circuit.nodes[0]
    assert answer_text(0.3, math.tanh(0.3), activation_of("tanh")) == "tanh(0.3) = 0.291"
    assert answer_text(-1.0, math.nan, activation_of(LOG)) == "h(−1) = nan"
    assert answer_text(0.3, 1.0, 0.0) == "1"
    assert verdict(unit, 0.3, {}, as_threshold=False, firing=activation_of("tanh")) == "= 0.3"  # type: ignore[arg-type]


def test_which_functions_there_are() -> None:
    assert OFFERED == ("tanh", "relu", "leaky_relu", "softplus", "gelu", "identity")
    assert all(map(is_offered, ("", *OFFERED, LOG)))
    assert not any(map(is_offered, ("step", "softmax", "nonsense", "typed:", "typed:import os")))
    assert all("…" not in formula_of(key) for key in OFFERED)


@pytest.mark.parametrize(
    "damaged", [None, 7, "softmax", "typed:import os", "typed:" + "(" * 10_000, ["tanh"]]
)
def test_what_is_kept_and_what_is_damaged(designer: Designer, damaged: object) -> None:
    designer.use(MISH)
    work = json.loads(json.dumps(work_of(designer.design)))
    assert design_from(work) == designer.design
    assert design_from({**work, "activation": damaged}).activation == ""


def test_a_function_that_is_none_is_not_taken(designer: Designer) -> None:
    designer.use("softmax")
    assert designer.design.activation == ""


def test_one_perceptron_does_xor_with_a_function_that_does_not_only_rise(designer: Designer) -> None:
    designer.use(ABS)
    for row, goal in enumerate((0, 1, 1, 0)):
        designer.take(with_goal(designer.design, "y", row, goal))
    assert "out of reach" not in so_what(designer)
    designer.set_perceptron(designer.circuit.nodes[0].key, (1.0, -1.0), 0.0)
    assert designer.table.outputs[:, 0].tolist() == [0, 1, 1, 0]
    assert "One perceptron does XOR, though no line parts" in so_what(designer)


def test_what_is_nan_again_is_not_painted_again(with_gate: WithGate, qtbot: QtBot) -> None:
    designer = with_gate("HALF_ADDER")
    designer.use(LOG)
    design, sheet = designer.design, sheet_of(designer.circuit)
    once, again = (
        SheetPainting(sheet, design, run(design.circuit, np.array([1.0, 0.0]), design.firing), LIGHT)
        for _ in range(2)
    )
    assert math.isnan(once.values[Source("s3")])
    assert again.differences(once) == []
    plane = plane_of(qtbot, designer)
    assert any(math.isnan(corner.value) for corner in plane.scene.corners)
    assert scene_of(designer) == scene_of(designer)


# The plane


def plane_of(qtbot: QtBot, designer: Designer, jobs: Jobs | None = None) -> RegionPlane:
    plane = RegionPlane(designer, jobs=jobs)
    qtbot.addWidget(plane)
    plane.resize(220, 200)
    plane.apply_theme(LIGHT)
    plane.retranslate()
    plane.show()
    return plane


@pytest.mark.parametrize("key", ["tanh", "identity", LOG, "typed:exp(exp(9 * x))", "typed:sin(20 * x)"])
def test_every_pixel_has_the_colour_of_what_comes_out_and_none_is_hatched(
    qtbot: QtBot, with_gate: WithGate, key: str
) -> None:
    designer = with_gate("XOR")
    designer.look_at(Source("s1"))
    designer.use(key)
    plane = plane_of(qtbot, designer)
    image, (x, y) = plane.image(), plane.frame.pixels(1.0)
    ramp = plane._painter.colours.ramp
    for column in range(0, len(x), 7):
        for row in range(0, len(y), 5):
            signals = run(designer.circuit, np.array([x[column], y[row]]), designer.design.firing)
            value, got = float(signals.values[designer.focus]), image.pixel(column, row)
            if math.isnan(value):
                assert QColor(got).name() in (LIGHT.card, LIGHT.line)
            else:
                level = int(min(max(value, 0.0), 1.0) * 255 + 0.5)
                assert got in [int(ramp[k]) for k in (level - 1, level, level + 1) if 0 <= k < 256]
    assert any(math.isnan(corner.value) for corner in plane.scene.corners) == (key == LOG)


def test_of_some_perceptrons_the_plane_is_coarse_until_it_is_known_to_be_quick(
    qtbot: QtBot, with_gate: WithGate
) -> None:
    designer, jobs = with_gate("FULL_ADDER"), Jobs()
    designer.use("gelu")
    whole = plane_of(qtbot, designer).image()
    plane = plane_of(qtbot, designer, jobs)
    picture = plane.findChild(PlanePicture)
    assert picture is not None
    with qtbot.waitSignal(picture.sharpened, timeout=20_000):
        assert plane.image().width() < whole.width()
    assert plane.image() == whole
    jobs.shutdown()
    jobs.deleteLater()


# One change, one signal


def test_what_is_new_is_selected_with_the_change_and_not_after_it(designer: Designer, qtbot: QtBot) -> None:
    seen: list[frozenset[str]] = []
    note = lambda: seen.append(designer.selection)  # noqa: E731
    designer.changed.connect(note)
    looked = QSignalSpy(designer.looked)
    part = part_of(designer.circuit, {designer.circuit.nodes[0].key})
    designer.paste(part)
    (pasted,) = seen[-1]
    assert designer.focus == Source(pasted)
    designer.collapse("TWIN")
    designer.add_block(designer.design.blocks[0], designer.circuit.nodes[0].at)
    key = designer.add_unit(designer.circuit.nodes[0].at)
    assert seen[-1] == {key}
    assert len(seen) == 4
    assert all(len(each) == 1 for each in seen)
    assert looked.count() == 0
    designer.changed.disconnect(note)
