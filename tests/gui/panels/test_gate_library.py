"""The gates and blocks to choose from, and the way from step to sigmoid, with real mouse and keys."""

import json
from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QDrag, QFocusEvent, QUndoStack
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from core.circuit import Block, Circuit
from core.gates import LIBRARY, gate
from gui.panels.gate_designer import names
from gui.panels.gate_designer.carried import BLOCK_MIME, block_from_mime
from gui.panels.gate_designer.chips import Chip
from gui.panels.gate_designer.designer import Designer
from gui.panels.gate_designer.library import Library
from gui.panels.gate_designer.morph import Morph, formula_text, softness_at, step_of
from gui.theme import DARK, LIGHT
from tests.gui.hands import turn_wheel

LEFT = Qt.MouseButton.LeftButton
SHIFT = Qt.KeyboardModifier.ShiftModifier
Key = Qt.Key

# Of menus on the offscreen screen.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support grabbing the keyboard")


class Shown:
    """A designer with its library and its slider, on the screen."""

    def __init__(self, qtbot: QtBot) -> None:
        self.undo = QUndoStack()
        self.designer = Designer(self.undo)
        self.library, self.morph = Library(self.designer), Morph(self.designer)
        for widget, size in ((self.library, (410, 190)), (self.morph, (410, 60))):
            qtbot.addWidget(widget)
            widget.apply_theme(LIGHT)
            widget.retranslate()
            widget.resize(*size)
            widget.show()

    def chip(self, name: str) -> Chip:
        found = self.library.findChild(Chip, name)
        assert found is not None, name
        return found

    def click(self, name: str, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        chip = self.chip(name)
        assert chip.isVisible()
        QTest.mouseClick(chip, LEFT, modifier)

    def shelve(self, count: int) -> None:
        blocks = tuple(replace(gate("XOR"), name=f"block{k}") for k in range(count))
        self.designer.take(replace(self.designer.design, blocks=blocks))

    def lit(self) -> list[str]:
        return [key for key, chip in self.library.chips.items() if chip.isChecked()]

    def blocks(self) -> list[str]:
        return [node.name for node in self.designer.circuit.nodes if isinstance(node, Block)]


@pytest.fixture
def shown(qtbot: QtBot) -> Shown:
    return Shown(qtbot)


def open_menu(chip: Chip, menu: QMenu) -> dict[str, str]:
    """Ask for the chip's menu as the menu key does; its texts by object name."""
    middle = chip.rect().center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, middle, chip.mapToGlobal(middle))
    QApplication.sendEvent(chip, event)
    assert menu.isVisible()
    return {action.objectName(): action.text() for action in menu.actions()}


def take(menu: QMenu, name: str) -> None:
    action = next(action for action in menu.actions() if action.objectName() == name)
    QTest.mouseClick(menu, LEFT, pos=menu.actionGeometry(action).center())
    menu.close()


# Building anew


@pytest.mark.parametrize("key", LIBRARY)
def test_a_click_builds_the_gate_and_lights_its_chip(shown: Shown, key: str) -> None:
    shown.designer.clear()
    shown.click(f"gate{names.object_stem(key)}Button")
    assert shown.designer.circuit == gate(key)
    assert shown.lit() == [key]
    shown.undo.undo()
    assert shown.lit() == []


def test_nand_only_builds_of_nand_and_what_is_there_at_once(shown: Shown) -> None:
    shown.click("gateXorButton")
    shown.click("gateNandOnlyButton")
    assert shown.designer.circuit == gate("XOR", True)
    assert shown.lit() == ["XOR"]
    shown.click("gateHalfAdderButton")
    assert shown.designer.circuit == gate("HALF_ADDER", True)
    shown.undo.undo()
    shown.undo.undo()
    assert shown.designer.circuit == gate("XOR")
    assert not shown.library.nand_only


def test_nand_only_leaves_alone_what_the_learner_has_changed(shown: Shown) -> None:
    shown.designer.set_bias("s1", -0.6)
    before = shown.designer.circuit
    shown.click("gateNandOnlyButton")
    assert shown.library.nand_only
    assert shown.designer.circuit == before
    assert shown.lit() == ["AND"]
    shown.click("gateOrButton")
    assert shown.designer.circuit == gate("OR", True)


def test_what_is_lit_is_what_the_circuit_does(shown: Shown) -> None:
    assert shown.lit() == ["AND"]
    shown.designer.set_bias("s1", -0.2)
    assert shown.lit() == ["OR"]
    shown.designer.set_softness(0.1)
    assert shown.lit() == ["OR"]
    shown.designer.set_perceptron("s1", (0.5, -0.5), -0.2)
    assert shown.lit() == []


# Adding


def test_the_switch_makes_a_click_add_a_block(shown: Shown) -> None:
    shown.click("gateAddButton")
    assert shown.library.adds
    assert all(chip.adds for chip in shown.library.chips.values())
    shown.click("gateXorButton")
    assert shown.blocks() == ["XOR"]
    assert [node.name for node in shown.designer.circuit.nodes] == ["AND", "XOR"]
    shown.click("gateReplaceButton")
    assert not any(chip.adds for chip in shown.library.chips.values())
    shown.click("gateXorButton")
    assert shown.designer.circuit == gate("XOR")


def test_shift_does_the_other_of_both(shown: Shown) -> None:
    shown.click("gateOrButton", SHIFT)
    assert shown.blocks() == ["OR"]
    shown.click("gateAddButton")
    shown.click("gateOrButton", SHIFT)
    assert shown.designer.circuit == gate("OR")


def test_blocks_get_places_of_their_own(shown: Shown) -> None:
    for _ in range(4):
        shown.click("gateXorButton", SHIFT)
    places = [part.at for part in shown.designer.circuit.parts.values()]
    assert all(abs(a.column - b.column) + abs(a.row - b.row) >= 0.5 for a, b in combinations(places, 2))


def test_the_keyboard_builds_and_adds(shown: Shown) -> None:
    chip = shown.chip("gateNorButton")
    QTest.keyClick(chip, Key.Key_Space)
    assert shown.designer.circuit == gate("NOR")
    QTest.keyClick(chip, Key.Key_Return, SHIFT)
    assert shown.blocks() == ["NOR₂"]  # its perceptron is called NOR already


def test_the_menu_has_both(shown: Shown) -> None:
    texts = open_menu(shown.chip("gateXnorButton"), shown.library.menu)
    assert texts == {"gateChipBuildAction": "Build this circuit", "gateChipAddAction": "Add as a block"}
    take(shown.library.menu, "gateChipAddAction")
    assert shown.blocks() == ["XNOR"]
    open_menu(shown.chip("gateXnorButton"), shown.library.menu)
    take(shown.library.menu, "gateChipBuildAction")
    assert shown.designer.circuit == gate("XNOR")


# Dragging


def drag_from(chip: Chip, monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """Press, move and release as a hand does; what would have been carried away."""
    carried: list[bytes] = []

    def carry(drag: QDrag, *_: object) -> Qt.DropAction:
        carried.append(bytes(drag.mimeData().data(BLOCK_MIME).data()))
        drag.deleteLater()
        return Qt.DropAction.CopyAction

    monkeypatch.setattr(QDrag, "exec", carry)  # its loop waits for a mouse that no test has
    start = chip.rect().center()
    QTest.mousePress(chip, LEFT, pos=start)
    for way in (2, 30, 60):
        QTest.mouseMove(chip, start + QPoint(way, way))
    QTest.mouseRelease(chip, LEFT, pos=start + QPoint(60, 60))
    return carried


def test_a_chip_can_be_carried_to_the_sheet(shown: Shown, monkeypatch: pytest.MonkeyPatch) -> None:
    shown.click("gateNandOnlyButton")
    before = shown.designer.design
    carried = drag_from(shown.chip("gateXorButton"), monkeypatch)
    assert [json.loads(each) for each in carried] == [{"gate": "XOR", "nand_only": True}]
    assert shown.designer.design == before
    assert found(carried[0], shown.designer) == gate("XOR", True)


def test_an_own_block_can_be_carried_too(shown: Shown, monkeypatch: pytest.MonkeyPatch) -> None:
    shown.shelve(2)
    carried = drag_from(shown.chip("gateBlock_block1"), monkeypatch)
    assert found(carried[0], shown.designer) == shown.designer.design.blocks[1]
    shown.designer.forget_block("block1")
    assert found(carried[0], shown.designer) is None


def test_a_switch_cannot_be_carried(shown: Shown, monkeypatch: pytest.MonkeyPatch) -> None:
    assert drag_from(shown.chip("gateNandOnlyButton"), monkeypatch) == []


def found(payload: bytes, designer: Designer) -> Circuit | None:
    mime = QMimeData()
    mime.setData(BLOCK_MIME, payload)
    return block_from_mime(mime, designer)


@given(
    st.binary()
    | st.sampled_from([b"[]", b'{"gate": 3}', b'{"gate": "NONE"}', b'{"block": []}', b"\xff", b"[" * 10**5])
)
def test_junk_is_no_block(payload: bytes) -> None:
    assert found(payload, Designer(QUndoStack())) is None
    assert block_from_mime(QMimeData(), Designer(QUndoStack())) is None


# Own blocks


def test_own_blocks_stand_below_and_a_click_adds_them(shown: Shown) -> None:
    shown.shelve(3)
    assert shown.chip("gateBlock_block2").isVisible()
    shown.click("gateBlock_block2")
    assert shown.blocks() == ["block2"]
    assert shown.chip("gateBlock_block2").adds


def test_a_chip_that_is_off_the_shelf_before_it_is_let_go_does_nothing(shown: Shown) -> None:
    shown.shelve(1)
    chip = shown.chip("gateBlock_block0")
    QTest.mousePress(chip, LEFT)
    shown.designer.forget_block("block0")
    QTest.mouseRelease(chip, LEFT)
    assert shown.blocks() == []


def test_an_own_block_can_be_opened_and_taken_off_the_shelf(shown: Shown) -> None:
    shown.shelve(2)
    open_menu(shown.chip("gateBlock_block0"), shown.library.menu)
    take(shown.library.menu, "gateChipOpenAction")
    assert shown.designer.circuit == shown.designer.design.blocks[0]
    assert shown.undo.undoText() == "open block0"
    open_menu(shown.chip("gateBlock_block0"), shown.library.menu)
    take(shown.library.menu, "gateChipForgetAction")
    assert list(shown.library.own) == ["block1"]
    shown.undo.undo()
    assert list(shown.library.own) == ["block0", "block1"]


def test_many_own_blocks_are_in_a_menu(shown: Shown) -> None:
    shown.shelve(30)
    button = shown.chip("gateMyBlocksButton")
    assert button.isVisible()
    assert button.text() == "My blocks (30)"
    assert not shown.chip("gateBlock_block0").isVisible()
    shown.library.own_menu.aboutToShow.emit()
    entries = shown.library.own_menu.actions()
    assert [entry.text() for entry in entries] == [f"block{k}" for k in range(30)]
    inner = entries[7].menu()
    assert isinstance(inner, QMenu)
    inner.actions()[0].trigger()
    assert shown.blocks() == ["block7"]
    shown.shelve(2)
    assert not button.isVisible()
    assert shown.chip("gateBlock_block1").isVisible()


@pytest.mark.parametrize("size", [(410, 190), (300, 140), (244, 110), (700, 400)])
@pytest.mark.parametrize("count", [0, 4, 30])
def test_all_chips_are_there_whole_and_apart(shown: Shown, count: int, size: tuple[int, int]) -> None:
    shown.library.resize(*size)
    shown.shelve(count)
    seen = [chip for chip in shown.library.findChildren(Chip) if chip.isVisible()]
    assert set(shown.library.chips.values()) <= set(seen)
    assert all(shown.library.rect().contains(chip.geometry()) for chip in seen)
    assert all(chip.width() >= chip.sizeHint().width() for chip in seen)
    halves = {shown.chip("gateReplaceButton"), shown.chip("gateAddButton")}
    assert not any(
        a.geometry().intersects(b.geometry()) for a, b in combinations(seen, 2) if not {a, b} <= halves
    )
    assert (
        count == 0 or shown.chip("gateMyBlocksButton").isVisible() or len(shown.library.own) + 14 == len(seen)
    )


def test_every_chip_says_what_it_is_and_what_a_click_does(shown: Shown) -> None:
    chip = shown.chip("gateHalfAdderButton")
    assert chip.accessibleName() == "half adder"
    assert chip.accessibleDescription().startswith("Build half adder")
    shown.click("gateAddButton")
    assert chip.accessibleDescription().startswith("Add half adder")
    light = shown.library.grab().toImage()
    shown.library.apply_theme(DARK)
    assert shown.library.grab().toImage() != light


# From step to sigmoid


def test_the_slider_has_the_step_at_its_left_and_the_sigmoid_at_its_right(shown: Shown) -> None:
    slider = shown.morph.slider
    QTest.mouseClick(slider, LEFT, pos=QPoint(slider.width() - 2, slider.height() // 2))
    assert shown.designer.design.softness == 1.0
    assert shown.morph.formula.text() == "h(a) = 1 / (1 + e^(−a))"
    assert "the sigmoid of chapter 3" in shown.morph.sentence.text()
    QTest.mouseClick(slider, LEFT, pos=QPoint(1, slider.height() // 2))
    assert shown.designer.design.softness == 0.0
    assert shown.morph.formula.text() == "h(a) = 1 where a > 0, else 0"


def test_a_drag_is_one_edit_and_the_next_drag_another(shown: Shown) -> None:
    slider = shown.morph.slider
    y = slider.height() // 2
    for end in (120, 60):
        QTest.mousePress(slider, LEFT, pos=QPoint(20, y))
        for x in range(30, end, 10):
            QTest.mouseMove(slider, QPoint(x, y))
        QTest.mouseRelease(slider, LEFT, pos=QPoint(end, y))
    assert shown.designer.design.softness > 0
    assert shown.undo.count() == 2
    assert shown.undo.undoText() == "from step to sigmoid"
    shown.undo.undo()
    shown.undo.undo()
    assert shown.designer.design.softness == 0
    assert slider.value() == 0


def test_keys_and_wheel_go_step_by_step(shown: Shown) -> None:
    slider = shown.morph.slider
    QTest.keyClick(slider, Key.Key_Right)
    assert shown.designer.design.softness == 0.01
    turn_wheel(slider, 1)
    assert shown.designer.design.softness == 0.011
    QTest.keyClick(slider, Key.Key_End)
    assert shown.designer.design.softness == 1.0
    QTest.keyClick(slider, Key.Key_Home)
    assert shown.designer.design.softness == 0.0


def test_a_double_click_goes_back_to_the_step(shown: Shown) -> None:
    slider = shown.morph.slider
    shown.designer.set_softness(0.2)
    shown.designer.settle()
    place = QPoint(slider.width() // 2, slider.height() // 2)
    QTest.mouseClick(slider, LEFT, pos=place)
    QTest.mouseDClick(slider, LEFT, pos=place)
    assert shown.designer.design.softness == 0.0
    shown.undo.undo()
    assert shown.designer.design.softness == 0.2


def test_the_curve_is_painted_anew(shown: Shown) -> None:
    pictures = []
    for softness in (0.0, 0.05, 0.3, 1.0):
        shown.designer.set_softness(softness)
        pictures.append(shown.morph.curve.grab().toImage())
    assert all(a != b for a, b in combinations(pictures, 2))
    shown.morph.apply_theme(DARK)
    assert shown.morph.curve.grab().toImage() != pictures[-1]
    assert shown.morph.slider.accessibleName() == "From step to sigmoid"
    assert "e^" in shown.morph.slider.accessibleDescription()


@given(st.integers(0, 41))
def test_every_step_of_the_slider_has_a_softness_of_its_own(step: int) -> None:
    assert step_of(softness_at(step)) == step
    assert step == 0 or softness_at(step) > softness_at(step - 1)
    assert (softness_at(0), softness_at(1), softness_at(41)) == (0.0, 0.01, 1.0)


@given(st.floats(0, 10))
def test_any_softness_has_a_step_and_a_formula(softness: float) -> None:
    assert 0 <= step_of(softness) <= 41
    assert (step_of(softness) == 0) == (softness == 0)
    assert formula_text(softness).startswith("h(a) = 1")


def test_leaving_the_slider_ends_the_gesture(shown: Shown) -> None:
    slider = shown.morph.slider
    for _ in range(2):
        QTest.keyClick(slider, Key.Key_Right)
        QTest.keyClick(slider, Key.Key_Right)
        QApplication.sendEvent(slider, QFocusEvent(QEvent.Type.FocusOut))
    assert shown.undo.count() == 2
