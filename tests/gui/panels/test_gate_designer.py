"""The gate designer in the real window: what a learner does there, from an empty sheet to an adder."""

import json
import math
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QLabel, QLineEdit, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from core.circuit import Block, Circuit, Input, Output, Source, Unit
from core.files.circuits import load_circuit, save_circuit
from core.gates import gate
from gui.main_window import MainWindow
from gui.panels.gate_designer.design import empty_circuit, with_circuit
from gui.panels.gate_designer.keeping import design_from
from gui.panels.gate_designer.panel import GateDesigner
from tests.gui.hands import drag

MakeWindow = Callable[..., MainWindow]
LEFT = Qt.MouseButton.LeftButton
XOR = (0.0, 1.0, 1.0, 0.0)


class Hand:
    """A hand in the window, at the gate designer alone."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        window.arrange("arrangeGatesAction")
        panel = window.docks["gateDesignerDock"].ensure_panel()
        assert isinstance(panel, GateDesigner)
        self.window, self.panel, self.designer = window, panel, panel.designer
        self.canvas = panel.circuit.canvas
        qtbot.waitUntil(lambda: panel.width() > 1000)
        QApplication.processEvents()

    def find(self, name: str) -> QWidget:
        found = self.panel.findChild(QWidget, name)
        assert found is not None, name
        return found

    def click(self, name: str) -> None:
        QTest.mouseClick(self.find(name), LEFT)

    def do(self, action: str) -> None:
        self.panel.circuit.actions_by_name[action].trigger()

    def wire(self, source: Source, key: str, index: int = 0) -> None:
        """Drag a wire from a right edge to the place where it may end."""
        part = self.designer.circuit.parts[key]
        if isinstance(part, Unit):
            index = len(part.wires)
        start = self.canvas.place_of_output_pin(source)
        drag(self.canvas, start, start + QPointF(25, 9), self.canvas.place_of_input_pin(key, index))

    def type_number(self, key: str, index: int | None, text: str) -> None:
        """Click a number on the sheet and type another one."""
        place = self.canvas.place_of_number(key, index).center().toPoint()
        QTest.mouseClick(self.canvas, LEFT, pos=place)
        field = self.canvas.findChild(QLineEdit, "gateNumberEdit") or self.find("gateNumberEdit")
        QTest.keyClicks(field, text)
        QTest.keyClick(field, Qt.Key.Key_Return)
        QApplication.processEvents()

    def outputs(self, place: int = 0) -> tuple[float, ...]:
        return tuple(self.designer.table.outputs[:, place].tolist())

    def empty_sheet(self) -> None:
        self.designer.take(with_circuit(self.designer.design, empty_circuit()))
        self.window.undo.clear()
        QApplication.processEvents()

    def build_xor(self) -> None:
        """Three perceptrons, NAND and OR and AND of them, by mouse and typing alone."""
        for column, row in ((1.0, 0.0), (1.0, 1.0), (2.0, 0.5)):
            at = QPointF(150 + 190 * column, 60 + 130 * row)
            QTest.mouseDClick(self.canvas, LEFT, pos=at.toPoint())
            QApplication.processEvents()
        nand, first, last = (node.key for node in self.designer.circuit.nodes)
        for key in (nand, first):
            for source in ("x1", "x2"):
                self.wire(Source(source), key)
        for key in (nand, first):
            self.wire(Source(key), last)
        self.wire(Source(last), "y")
        for key, weights, bias in ((nand, "-0.5", "0.7"), (first, "0.5", "-0.2"), (last, "0.5", "-0.7")):
            for index in range(2):
                self.type_number(key, index, weights)
            self.type_number(key, None, bias)


@pytest.fixture
def hand(window: MainWindow, qtbot: QtBot) -> Hand:
    return Hand(window, qtbot)


def test_xor_is_built_from_an_empty_sheet_undone_and_done_again(hand: Hand) -> None:
    hand.empty_sheet()
    empty, undo = hand.designer.circuit, hand.window.undo
    hand.build_xor()
    assert hand.outputs() == XOR
    built = hand.designer.circuit
    assert len(built.nodes) == 3
    assert undo.count() >= 3 + 7  # perceptrons, wires, and the numbers that differ
    while undo.canUndo():
        assert undo.undoText()
        undo.undo()
    assert hand.designer.circuit == empty
    while undo.canRedo():
        undo.redo()
    assert hand.designer.circuit == built


def test_and_becomes_or_by_dragging_its_line(hand: Hand) -> None:
    assert hand.outputs() == (0, 0, 0, 1)
    plane = hand.panel.plane
    middle = plane.place_of(0.7, 0.7)
    drag(plane, middle, *(plane.place_of(0.7 - k / 20, 0.7 - k / 20) for k in range(1, 10)))
    assert hand.outputs() == (0, 1, 1, 1)
    assert hand.window.undo.count() == 1
    assert "OR" in hand.find("gateNameLabel").text()  # type: ignore[attr-defined]
    hand.window.undo.undo()
    assert hand.outputs() == (0, 0, 0, 1)


def test_the_rule_learns_or_and_goes_in_a_circle_on_xor(hand: Hand) -> None:
    hand.click("gateLearningTab")
    hand.designer.set_goals("y", (0, 1, 1, 1))
    for _ in range(30):
        hand.click("gateLearnRoundButton")
    assert hand.outputs() == (0, 1, 1, 1)
    hand.designer.set_goals("y", (0, 1, 1, 0))
    for _ in range(60):
        if hand.find("gateLearnRoundButton").isEnabled():
            hand.click("gateLearnRoundButton")
    assert hand.outputs() != XOR
    said = " ".join(label.text() for label in hand.panel.learning.findChildren(QLabel))
    assert "circle" in said
    assert "(0.5, 0.5)" in " ".join(said.split())
    assert "out of reach" in hand.panel.sentence.text()


def test_a_full_adder_is_built_of_two_blocks_made_of_xor(hand: Hand) -> None:
    hand.empty_sheet()
    hand.build_xor()
    hand.designer.select(node.key for node in hand.designer.circuit.nodes)
    hand.click("gateCollapseButton")
    field = hand.find("gateBlockNameEdit")
    assert isinstance(field, QLineEdit)
    assert field.text() == "XOR"  # it knows what it is
    QTest.keyClick(field, Qt.Key.Key_Return)
    (block,) = hand.designer.circuit.nodes
    assert isinstance(block, Block)
    assert hand.outputs() == XOR
    # sum = (x₁ XOR x₂) XOR x₃; carry: at least two of the three
    hand.do("gateAddInput")
    hand.do("gateAddOutput")
    chip = hand.find("gateBlock_XOR")
    QTest.mouseClick(chip, LEFT)
    second = hand.designer.circuit.nodes[-1]
    hand.designer.add_unit(hand.canvas.free_place())
    majority = hand.designer.circuit.nodes[-1]
    hand.do("gateTidy")
    hand.do("gateFit")
    QApplication.processEvents()
    hand.designer.disconnect_wire("y", 0)
    hand.wire(Source(block.key), second.key, 0)
    hand.wire(Source("x3"), second.key, 1)
    hand.wire(Source(second.key), "y")
    for source in ("x1", "x2", "x3"):
        hand.wire(Source(source), majority.key)
    hand.wire(Source(majority.key), "y2")
    for index in range(3):
        hand.type_number(majority.key, index, "0.5")
    hand.type_number(majority.key, None, "-0.7")
    rows = [(a, b, c) for c in (0, 1) for b in (0, 1) for a in (0, 1)]
    assert hand.outputs(0) == tuple(sum(row) % 2 for row in rows)
    assert hand.outputs(1) == tuple(sum(row) // 2 for row in rows)
    assert "full adder" in hand.find("gateNameLabel").text()  # type: ignore[attr-defined]
    hand.designer.select([block.key])
    hand.click("gateCollapseButton")  # now: open the block
    assert hand.outputs(0) == tuple(sum(row) % 2 for row in rows)
    while hand.window.undo.canUndo():
        hand.window.undo.undo()
    assert hand.designer.circuit == empty_circuit()
    while hand.window.undo.canRedo():
        hand.window.undo.redo()
    assert hand.outputs(1) == tuple(sum(row) // 2 for row in rows)


def test_what_was_made_is_there_at_the_next_start(make_window: MakeWindow, qtbot: QtBot) -> None:
    first = Hand(make_window(), qtbot)
    first.designer.load_gate("XOR", nand_only=True)
    first.designer.select(node.key for node in first.designer.circuit.nodes)
    first.designer.collapse("MY_XOR")
    first.designer.set_goal("y", 0, None)
    first.designer.set_softness(0.2)
    first.designer.show_threshold(True)
    first.click("gateLearningTab")
    first.window.close()
    second = Hand(make_window(), qtbot)
    assert second.designer.design == first.designer.design
    assert second.designer.focus == second.designer.circuit.outputs[0].source
    assert second.panel.learning.isVisible()


def test_a_damaged_memory_gives_the_first_circuit(make_window: MakeWindow, qtbot: QtBot) -> None:
    first = make_window()
    first.save_work()
    folder = first.settings.folder
    first.close()
    (file,) = folder.glob("work.json")
    work = json.loads(file.read_text(encoding="utf-8"))
    work["gate_designer"] = {
        "circuit": {"nodes": 3},
        "states": "x",
        "goals": [],
        "blocks": 7,
        "softness": "1",
    }
    file.write_text(json.dumps(work), encoding="utf-8")
    assert Hand(make_window(), qtbot).outputs() == (0, 0, 0, 1)


def drop(panel: GateDesigner, path: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    place, action = panel.rect().center(), Qt.DropAction.CopyAction
    buttons, keys = LEFT, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(panel, QDragEnterEvent(place, action, mime, buttons, keys))
    QApplication.sendEvent(panel, QDropEvent(QPointF(place), action, mime, buttons, keys))


def test_a_circuit_file_is_opened_by_dropping_it(hand: Hand, tmp_path: Path, qtbot: QtBot) -> None:
    save_circuit(tmp_path / "adder.json", gate("FULL_ADDER"))
    drop(hand.panel, tmp_path / "adder.json")
    qtbot.waitUntil(lambda: len(hand.designer.circuit.inputs) == 3)
    assert hand.designer.circuit == gate("FULL_ADDER")
    assert hand.window.undo.undoText() == "open FULL_ADDER"
    hand.window.undo.undo()
    assert hand.designer.circuit == gate("AND")


def node(key: str, source: object) -> dict[str, object]:
    return {"key": key, "name": key, "at": [1, 0], "bias": 0.5, "wires": [[source, 1.0]]}


@pytest.mark.parametrize(
    ("content", "word"),
    [
        ('{"format": "mitbadak-circuit", "version": 1, "inp', "bad.json"),
        (json.dumps({"format": "mitbadak-circuit", "version": 99}), "newer"),
        ("[1, 2, 3]", "bad.json"),
        ("\0\1\2", "bad.json"),
        ("", "empty"),
    ],
)
def test_a_bad_file_is_said_in_one_sentence_and_changes_nothing(
    hand: Hand, tmp_path: Path, qtbot: QtBot, content: str, word: str
) -> None:
    before = hand.designer.design
    (tmp_path / "bad.json").write_text(content, encoding="utf-8")
    drop(hand.panel, tmp_path / "bad.json")
    bar = hand.window.messages.bar
    qtbot.waitUntil(bar.isVisible)
    assert word in bar.text.text()
    assert "bad.json" in bar.text.text()
    assert hand.designer.design == before
    assert hand.window.undo.count() == 0


def test_a_circuit_is_saved_copied_and_shown(hand: Hand, tmp_path: Path) -> None:
    hand.designer.load_gate("XOR", nand_only=False)
    hand.panel.files.save(tmp_path / "mine")
    assert load_circuit(tmp_path / "mine.json") == gate("XOR")
    hand.do("gateCopyPython")
    space: dict[str, Callable[[int, int], int]] = {}
    exec(QGuiApplication.clipboard().text(), space)  # type: ignore[arg-type]
    assert [space["XOR"](a, b) for b in (0, 1) for a in (0, 1)] == [0, 1, 1, 0]
    hand.do("gateCopyTable")
    lines = QGuiApplication.clipboard().text().splitlines()
    assert len(lines) == 5
    assert lines[2].split("\t")[:2] == ["1", "0"]
    for name in ("a.svg", "a.png"):
        hand.panel.files.save_picture(tmp_path / name, hand.panel._theme)
        assert (tmp_path / name).stat().st_size > 1000
    assert not QImage(str(tmp_path / "a.png")).isNull()
    assert "<svg" in (tmp_path / "a.svg").read_text(encoding="utf-8")


def test_a_place_that_cannot_be_written_is_said(hand: Hand, tmp_path: Path) -> None:
    hand.panel.files.save(tmp_path / "nowhere" / "mine.json")
    assert hand.window.messages.bar.isVisible()
    assert "mine.json" in hand.window.messages.bar.text.text()


@pytest.mark.parametrize("key", ["AND", "FULL_ADDER", "ADDER_2BIT"])
@pytest.mark.parametrize("page", ["weights", "learning"])
@pytest.mark.parametrize("language", ["en", "ko"])
def test_nothing_scrolls_and_nothing_lies_on_another_part(
    hand: Hand, key: str, page: str, language: str
) -> None:
    assert (hand.window.width(), hand.window.height()) == (1280, 800)
    hand.window.set_language(language)
    hand.designer.load_gate(key, nand_only=False)
    hand.click(f"gate{page.title()}Tab")
    QApplication.processEvents()
    panel = hand.panel
    for area in panel.findChildren(QAbstractScrollArea):
        assert not area.verticalScrollBar().isVisible()
        assert not area.horizontalScrollBar().isVisible()
    parts = [
        panel.circuit, panel.table, panel.library_section, panel.plane_section, panel.sentence,
        panel.weights if page == "weights" else panel.learning, panel.lab_tabs,
    ]  # fmt: skip
    for place, part in enumerate(parts):
        assert part.isVisible()
        assert panel.rect().contains(part.geometry())
        for other in parts[place + 1 :]:
            assert not part.geometry().intersects(other.geometry()), (part, other)
    for button in panel.findChildren(QToolButton):
        if button.isVisible():
            where = button.mapTo(panel, QPoint(0, 0))
            assert panel.rect().contains(where), button.objectName()
            assert button.width() >= min(button.sizeHint().width(), 40), button.objectName()


def test_one_selected_signal_is_looked_at_in_every_view(hand: Hand) -> None:
    hand.designer.load_gate("XOR", nand_only=False)
    QApplication.processEvents()
    key = next(each.key for each in hand.designer.circuit.nodes if each.name == "OR")
    place = hand.canvas.place_of_part(key)
    QTest.mouseClick(hand.canvas, LEFT, pos=QPointF(place.center().x(), place.bottom() - 8).toPoint())
    assert hand.designer.focus == Source(key)
    before = np.array(hand.panel.plane.image().constBits())
    hand.designer.look_at(hand.designer.circuit.outputs[0].source or Source(""))
    QApplication.processEvents()
    assert not np.array_equal(before, np.array(hand.panel.plane.image().constBits()))


def test_a_gate_dropped_on_the_sheet_becomes_a_block(hand: Hand) -> None:
    from gui.panels.gate_designer.carried import BLOCK_MIME

    chip = hand.find("gateXorButton")
    mime = chip.mime() if hasattr(chip, "mime") else None
    if mime is None:
        mime = QMimeData()
        mime.setData(BLOCK_MIME, json.dumps({"gate": "XOR", "nand_only": False}).encode())
    place = hand.canvas.mapTo(hand.panel, hand.canvas.rect().center())
    action, keys = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(hand.panel, QDragEnterEvent(place, action, mime, LEFT, keys))
    QApplication.sendEvent(hand.panel, QDropEvent(QPointF(place), action, mime, LEFT, keys))
    (block,) = [each for each in hand.designer.circuit.nodes if isinstance(each, Block)]
    assert block.circuit.name == "XOR"


def test_g_makes_a_block_and_opens_it(hand: Hand) -> None:
    hand.designer.load_gate("XOR", nand_only=False)
    hand.canvas.setFocus()
    hand.designer.select(each.key for each in hand.designer.circuit.nodes)
    QTest.keyClick(hand.canvas, Qt.Key.Key_G)
    field = hand.find("gateBlockNameEdit")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert not field.isVisible()
    assert len(hand.designer.circuit.nodes) == 3
    QTest.keyClick(hand.canvas, Qt.Key.Key_G)
    QTest.keyClicks(field, "MINE")
    QTest.keyClick(field, Qt.Key.Key_Return)
    (block,) = hand.designer.circuit.nodes
    assert block.name == "MINE"
    assert [each.name for each in hand.designer.design.blocks] == ["MINE"]
    QTest.keyClick(hand.canvas, Qt.Key.Key_G)
    assert len(hand.designer.circuit.nodes) == 3
    assert hand.outputs() == XOR


def test_the_panel_says_what_it_makes_of_a_rounding_error(hand: Hand) -> None:
    (unit,) = hand.designer.circuit.nodes
    hand.designer.set_perceptron(unit.key, (0.1, 0.2), -0.3)
    hand.designer.set_row(3)
    assert hand.outputs() == (0, 0, 0, 0)
    assert "5.55e" in hand.panel.sentence.text()
    hand.designer.set_row(0)
    assert "5.55e" not in hand.panel.sentence.text()


def test_an_output_without_a_wire_is_pointed_out(hand: Hand) -> None:
    hand.designer.disconnect_wire("y", 0)
    assert "y hears nothing yet" in hand.panel.sentence.text()


def test_the_same_gate_once_more_leaves_the_plane_in_place(hand: Hand) -> None:
    before = hand.designer.focus
    hand.click("gateAndButton")
    assert hand.designer.focus == before
    assert hand.window.undo.count() == 0


def test_what_was_meant_for_another_circuit_is_left_alone(hand: Hand) -> None:
    """As what is chosen in a menu that was open while a file came."""
    designer = hand.designer
    before, axes = designer.design, designer.axes
    goals = hand.panel.goals
    goals.button.menu().aboutToShow.emit()
    xor = next(action for action in goals.menu.actions() if action.text() == "XOR")
    five = Circuit(tuple(Input(f"x{k}", f"x{k}") for k in range(5)))
    for do in (
        lambda: designer.set_row(4),
        lambda: designer.set_row(-1),
        lambda: designer.flip(2),
        lambda: designer.set_goal("y", 4, 1),
        lambda: designer.set_goal("other", 0, 1),
        lambda: designer.set_goals("y", (1, 0)),
        lambda: designer.set_goals("other", (0, 1, 1, 0)),
        lambda: designer.set_softness(math.nan),
        lambda: designer.set_softness(2.0),
        lambda: designer.load_circuit(five, "open"),
        lambda: designer.load_circuit(Circuit(), "open"),
        lambda: designer.set_axes(-1, 0),
        lambda: designer.set_axes(0, 2),
    ):
        do()
        hand.panel.grab()
        assert designer.design == before
        assert designer.axes == axes
    assert hand.window.undo.count() == 0
    designer.load_circuit(replace(gate("NOT"), outputs=(Output("z", "z"),)), "open")
    xor.trigger()
    assert designer.design.goals == {"z": (0, 0)}


def test_a_hundred_blocks_and_more_are_kept(hand: Hand) -> None:
    for k in range(101):
        hand.designer.load_gate("AND", nand_only=False)
        hand.designer.select([node.key for node in hand.designer.circuit.nodes])
        hand.designer.collapse(f"block {k}")
    work = json.loads(json.dumps(hand.panel.work()))
    assert design_from(work) == hand.designer.design


def test_t_writes_thresholds_for_biases_wherever_the_focus_is(hand: Hand) -> None:
    for view in (hand.canvas, hand.panel.plane, hand.panel.truth_table):
        before = hand.designer.design.as_threshold
        view.setFocus()
        QTest.keyClick(view, Qt.Key.Key_T)
        assert hand.designer.design.as_threshold != before, view.objectName()
