"""The circuit canvas under real mouse and keys: everything that a learner can do to a circuit."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QHelpEvent, QImage, QKeyEvent, QMouseEvent, QUndoStack
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QToolTip
from pytestqt.qtbot import QtBot

from core.circuit import Block, Circuit, Input, Output, Place, Source, Unit, Wire, table
from core.errors import FileFormatError
from core.gates import gate
from gui.panels.gate_designer.canvas import Canvas
from gui.panels.gate_designer.design import empty_circuit, with_circuit
from gui.panels.gate_designer.designer import Designer
from gui.panels.gate_designer.export import export_picture
from gui.panels.gate_designer.number_edit import NumberEdit
from gui.theme import DARK, LIGHT
from tests.gui.hands import turn_wheel

LEFT, MIDDLE, NONE = Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton, Qt.MouseButton.NoButton
PLAIN, SHIFT, CONTROL = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)
Key = Qt.Key


class Hand:
    """A hand at a canvas of its own."""

    def __init__(self, qtbot: QtBot) -> None:
        self.undo = QUndoStack()
        self.designer = Designer(self.undo)
        self.canvas = Canvas(self.designer)
        qtbot.addWidget(self.canvas)
        self.canvas.resize(900, 480)
        self.canvas.show()
        qtbot.waitExposed(self.canvas)
        self.canvas.activateWindow()
        self.canvas.setFocus()

    def show(self, circuit: Circuit, states: tuple[int, ...] = ()) -> None:
        """Put this circuit on the sheet, with nothing to undo."""
        design = with_circuit(self.designer.design, circuit)
        self.designer.take(replace(design, states=states or (0,) * len(circuit.inputs)))
        self.undo.clear()

    @property
    def circuit(self) -> Circuit:
        return self.designer.circuit

    def key_of(self, name: str) -> str:
        return next(key for key, part in self.circuit.parts.items() if part.name == name)

    def unit(self, name: str) -> Unit:
        part = self.circuit.parts[self.key_of(name)]
        assert isinstance(part, Unit)
        return part

    def middle(self, name: str) -> QPointF:
        """A place on a part that is neither a number, nor its name, nor a pin."""
        place = self.canvas.place_of_part(self.key_of(name))
        return QPointF(place.center().x(), place.center().y() + place.height() * 0.25)

    def number(self, name: str, index: int | None) -> QPointF:
        return self.canvas.place_of_number(self.key_of(name), index).center()

    def out(self, name: str, pin: int = 0) -> QPointF:
        return self.canvas.place_of_output_pin(Source(self.key_of(name), pin))

    def into(self, name: str, index: int) -> QPointF:
        return self.canvas.place_of_input_pin(self.key_of(name), index)

    def free(self, name: str) -> QPointF:
        return self.into(name, len(self.unit(name).wires))

    # The mouse

    def mouse(
        self,
        kind: QEvent.Type,
        at: QPointF,
        button: Qt.MouseButton = LEFT,
        held: Qt.MouseButton = NONE,
        modifiers: Qt.KeyboardModifier = PLAIN,
    ) -> None:
        event = QMouseEvent(kind, at, self.canvas.mapToGlobal(at), button, held, modifiers)
        QApplication.sendEvent(self.canvas, event)

    def press(
        self, at: QPointF, button: Qt.MouseButton = LEFT, modifiers: Qt.KeyboardModifier = PLAIN
    ) -> None:
        self.mouse(QEvent.Type.MouseButtonPress, at, button, button, modifiers)

    def move(self, at: QPointF, held: Qt.MouseButton = LEFT, modifiers: Qt.KeyboardModifier = PLAIN) -> None:
        self.mouse(QEvent.Type.MouseMove, at, NONE, held, modifiers)

    def release(
        self, at: QPointF, button: Qt.MouseButton = LEFT, modifiers: Qt.KeyboardModifier = PLAIN
    ) -> None:
        self.mouse(QEvent.Type.MouseButtonRelease, at, button, NONE, modifiers)

    def click(self, at: QPointF, modifiers: Qt.KeyboardModifier = PLAIN) -> None:
        self.press(at, modifiers=modifiers)
        self.release(at, modifiers=modifiers)

    def double_click(self, at: QPointF) -> None:
        self.click(at)
        self.mouse(QEvent.Type.MouseButtonDblClick, at, LEFT, LEFT)
        self.release(at)

    def drag(
        self,
        start: QPointF,
        end: QPointF,
        button: Qt.MouseButton = LEFT,
        modifiers: Qt.KeyboardModifier = PLAIN,
        steps: int = 6,
    ) -> None:
        self.press(start, button, modifiers)
        for k in range(1, steps + 1):
            self.move(start + (end - start) * (k / steps), button, modifiers)
        self.release(end, button, modifiers)

    def wheel(self, at: QPointF, notches: float, modifiers: Qt.KeyboardModifier = PLAIN) -> None:
        turn_wheel(self.canvas, notches, at, modifiers)

    # The keys

    def keys(self, *keys: Qt.Key, modifiers: Qt.KeyboardModifier = PLAIN) -> None:
        for key in keys:
            QTest.keyClick(self.canvas, key, modifiers)

    @property
    def field(self) -> NumberEdit:
        field = self.canvas.findChild(NumberEdit, "gateNumberEdit")
        assert isinstance(field, NumberEdit)
        return field

    def type_into(self, field: QLineEdit | NumberEdit, text: str, end: Qt.Key = Key.Key_Return) -> None:
        for letter in text:  # QTest.keyClicks ends the program at a letter that is not Latin, such as −
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(field, QKeyEvent(kind, 0, PLAIN, letter))
        QTest.keyClick(field, end)

    def outputs(self) -> list[list[float]]:
        return table(self.circuit).outputs.tolist()

    def tip_at(self, at: QPointF) -> str:
        point = at.toPoint()
        QApplication.sendEvent(
            self.canvas, QHelpEvent(QEvent.Type.ToolTip, point, self.canvas.mapToGlobal(point))
        )
        return QToolTip.text()


@pytest.fixture
def hand(qtbot: QtBot) -> Hand:
    return Hand(qtbot)


@pytest.fixture(params=[0.6, 1.0, 1.9])
def near(request: pytest.FixtureRequest, hand: Hand) -> Hand:
    """A hand at XOR, seen from several distances."""
    hand.show(gate("XOR"))
    hand.canvas.resize(1700, 900)
    hand.canvas.zoom_by(request.param / hand.canvas.lens.zoom)
    assert hand.canvas.lens.zoom == pytest.approx(request.param)
    return hand


# Clicks


def test_a_click_on_an_input_flips_it_and_the_signal_runs_through(near: Hand) -> None:
    near.click(near.middle("x₁"))
    assert near.designer.design.states == (1, 0)
    assert float(near.designer.now.outputs[0]) == 1
    near.click(near.middle("x₁"))
    assert near.designer.design.states == (0, 0)
    assert near.undo.count() == 2


def test_two_quick_clicks_on_an_input_are_two_flips(hand: Hand) -> None:
    hand.show(gate("AND"))
    hand.double_click(hand.middle("x₁"))
    assert hand.designer.design.states == (0, 0)


def test_clicks_select_and_add_to_the_selection(near: Hand) -> None:
    near.click(near.middle("NAND"))
    near.click(near.middle("OR"), CONTROL)
    assert near.designer.selection == {near.key_of("NAND"), near.key_of("OR")}
    near.click(near.middle("NAND"), SHIFT)
    assert near.designer.selection == {near.key_of("OR")}
    near.click(QPointF(4, 4))
    assert not near.designer.selection
    assert near.undo.count() == 0


def test_what_is_selected_alone_is_looked_at(hand: Hand) -> None:
    hand.show(gate("XOR"))
    hand.click(hand.middle("OR"))
    assert hand.designer.focus == Source(hand.key_of("OR"))


def test_a_rubber_band_selects_what_it_touches(near: Hand) -> None:
    outline = near.canvas.place_of_part(near.key_of("NAND")) | near.canvas.place_of_part(near.key_of("OR"))
    near.drag(outline.topLeft() - QPointF(12, 12), outline.bottomRight() + QPointF(3, 3))
    assert near.designer.selection == {near.key_of("NAND"), near.key_of("OR")}


# Moving


def test_dragging_moves_all_that_is_selected_and_is_undone_at_once(near: Hand) -> None:
    near.click(near.middle("NAND"))
    near.click(near.middle("OR"), CONTROL)
    before = {name: near.unit(name).at for name in ("NAND", "OR", "AND")}
    start = near.middle("OR")
    near.drag(start, start + QPointF(28, 56) * near.canvas.lens.zoom, steps=9)
    for name in ("NAND", "OR"):
        assert near.unit(name).at.row == pytest.approx(before[name].row + 0.5)
        assert near.unit(name).at.column > before[name].column
    assert near.unit("AND").at == before["AND"]
    assert near.undo.count() == 1
    near.undo.undo()
    assert near.unit("OR").at == before["OR"]


def test_escape_gives_a_move_up(hand: Hand) -> None:
    hand.show(gate("AND"))
    before = hand.unit("AND").at
    start = hand.middle("AND")
    hand.press(start)
    hand.move(start + QPointF(60, 60))
    assert hand.unit("AND").at != before
    hand.keys(Key.Key_Escape)
    assert hand.unit("AND").at == before


# Wires


def test_a_wire_is_drawn_from_a_right_edge_to_a_perceptron(near: Hand) -> None:
    near.drag(near.out("x₁"), near.middle("AND"))
    wires = near.unit("AND").wires
    assert len(wires) == 3
    assert wires[2].source == Source(near.key_of("x₁"))
    assert near.undo.count() == 1


def test_a_wire_may_end_at_the_free_pin_and_at_an_output(hand: Hand) -> None:
    hand.show(gate("XOR"))
    hand.drag(hand.out("x₂"), hand.free("AND"))
    assert len(hand.unit("AND").wires) == 3
    hand.drag(hand.out("OR"), hand.middle("y"))
    output = hand.circuit.outputs[0]
    assert output.source == Source(hand.key_of("OR"))


def test_a_circle_cannot_be_wired_and_the_canvas_says_why(near: Hand) -> None:
    circuit = near.circuit
    near.press(near.out("AND"))
    near.move(near.middle("AND") - QPointF(20, 20))
    near.move(near.middle("NAND"))
    picture = near.canvas.grab()  # with the mark that says no
    assert not picture.isNull()
    near.release(near.middle("NAND"))
    assert near.circuit == circuit
    assert "circle" in near.canvas.note
    assert "NAND" in near.canvas.note
    assert near.canvas.accessibleDescription() == near.canvas.note


def test_a_perceptron_cannot_be_wired_to_itself(hand: Hand) -> None:
    hand.show(gate("AND"))
    hand.drag(hand.out("AND"), hand.middle("AND"))
    assert len(hand.unit("AND").wires) == 2
    assert "circle" in hand.canvas.note


def test_a_wire_that_is_let_go_on_nothing_is_not_there(hand: Hand) -> None:
    hand.show(gate("XOR"))
    hand.drag(hand.out("x₁"), QPointF(880, 20))
    assert hand.undo.count() == 0


def test_the_end_of_a_wire_is_pulled_off(near: Hand) -> None:
    near.drag(near.into("OR", 1), near.into("OR", 1) + QPointF(-60, 90) * near.canvas.lens.zoom)
    assert [wire.source.node for wire in near.unit("OR").wires] == [near.key_of("x₁")]
    assert near.undo.count() == 1


def test_the_end_of_a_wire_is_moved_to_another_part_with_its_weight(near: Hand) -> None:
    weight = near.unit("NAND").wires[0].weight
    near.drag(near.into("NAND", 0), near.middle("AND"))
    assert len(near.unit("NAND").wires) == 1
    assert near.unit("AND").wires[2] == (Source(near.key_of("x₁")), weight)
    assert near.undo.count() == 1
    near.undo.undo()
    assert len(near.unit("NAND").wires) == 2


def test_a_wire_that_is_put_back_stays_as_it_was(hand: Hand) -> None:
    hand.show(gate("XOR"))
    circuit = hand.circuit
    hand.drag(hand.into("OR", 0), hand.middle("OR"))
    assert hand.circuit == circuit
    hand.drag(hand.into("NAND", 1), hand.middle("AND"))
    assert len(hand.unit("AND").wires) == 3


def test_a_wire_ends_at_the_nearest_input_of_a_block(hand: Hand) -> None:
    hand.show(gate("FULL_ADDER"))
    block = next(node for node in hand.circuit.nodes if isinstance(node, Block))
    source = block.sources[1]
    assert source is not None
    pin = hand.canvas.place_of_input_pin(block.key, 1)
    hand.drag(pin, pin + QPointF(-40, 120))
    assert hand.circuit.parts[block.key].sources[1] is None  # type: ignore[union-attr]
    hand.drag(
        hand.canvas.place_of_output_pin(source), hand.canvas.place_of_input_pin(block.key, 1) + QPointF(15, 2)
    )
    assert hand.circuit.parts[block.key].sources[1] == source  # type: ignore[union-attr]


# Adding, opening, naming


def test_a_double_click_on_nothing_adds_a_perceptron_there(near: Hand) -> None:
    at = QPointF(near.canvas.width() / 2, 40)
    near.double_click(at)
    added = near.circuit.nodes[-1]
    assert near.canvas.place_of_part(added.key).contains(at)
    assert near.designer.selection == {added.key}


def test_a_double_click_opens_a_block(hand: Hand) -> None:
    hand.show(gate("FULL_ADDER"))
    block = next(node for node in hand.circuit.nodes if isinstance(node, Block))
    place = hand.canvas.place_of_part(block.key)
    hand.double_click(QPointF(place.center().x(), place.bottom() - 6))
    assert block.key not in hand.circuit.parts


def test_a_double_click_on_a_name_renames(hand: Hand) -> None:
    hand.show(gate("AND"))
    key = hand.key_of("AND")
    hand.double_click(hand.canvas.place_of_name(key).center())
    field = hand.canvas.findChild(QLineEdit, "gateNameEdit")
    assert isinstance(field, QLineEdit)
    assert field.isVisible()
    assert field.selectedText() == "AND"
    hand.type_into(field, "both")
    assert hand.circuit.parts[key].name == "both"
    assert not field.isVisible()
    hand.double_click(hand.canvas.place_of_name(key).center())
    hand.type_into(field, "other", Key.Key_Escape)
    assert hand.circuit.parts[key].name == "both"


# Numbers


def test_the_wheel_over_a_number_changes_it_by_hundredths(near: Hand) -> None:
    near.wheel(near.number("OR", 0), 3)
    assert near.unit("OR").wires[0].weight == pytest.approx(0.53)
    near.wheel(near.number("OR", None), -1, SHIFT)
    assert near.unit("OR").bias == pytest.approx(-0.3)
    near.wheel(near.number("OR", None), 0.5)
    assert near.unit("OR").bias == pytest.approx(-0.3)
    near.wheel(near.number("OR", None), 0.5)
    assert near.unit("OR").bias == pytest.approx(-0.29)


def test_a_number_is_scrubbed_by_dragging_and_undone_at_once(near: Hand) -> None:
    start = near.number("AND", 1)
    near.drag(start, start + QPointF(0, -40), steps=20)
    assert near.unit("AND").wires[1].weight == pytest.approx(0.7)
    assert near.undo.count() == 1
    start = near.number("AND", None)
    near.drag(start, start + QPointF(-20, 0), modifiers=SHIFT)
    assert near.unit("AND").bias == pytest.approx(-1.7)
    assert near.undo.count() == 2
    near.undo.undo()
    near.undo.undo()
    assert near.circuit == gate("XOR")


def test_a_click_on_a_number_lets_it_be_typed(near: Hand) -> None:
    near.click(near.number("NAND", 1))
    assert near.field.isVisible()
    assert near.field.value() == near.unit("NAND").wires[1].weight
    near.type_into(near.field, "−1.25")
    assert near.unit("NAND").wires[1].weight == -1.25
    assert not near.field.isVisible()
    assert near.undo.count() == 1


def test_escape_leaves_the_number_as_it_was(hand: Hand) -> None:
    hand.show(gate("AND"))
    hand.click(hand.number("AND", 0))
    hand.type_into(hand.field, "9", Key.Key_Escape)
    assert hand.unit("AND").wires[0].weight == 0.5
    assert not hand.field.isVisible()
    assert hand.undo.count() == 0


def test_what_is_only_looked_at_stays_as_it_is(hand: Hand) -> None:
    """A number that is too large or too fine for the field, and a name that is too long."""
    name = "n" * 60
    unit = Unit("s1", name, (Wire(Source("x1"), 1e9), Wire(Source("x1"), 1 / 3)), -12345.678, Place(1, 0))
    hand.show(Circuit((Input("x1", "x₁"),), (unit,)))
    for index in (0, 1, None):
        hand.canvas.edit_number("s1", index)
        QTest.keyClick(hand.field, Key.Key_Return)
    hand.canvas.rename_part("s1")
    QTest.keyClick(hand.canvas.findChild(QLineEdit, "gateNameEdit"), Key.Key_Return)
    assert hand.unit(name) == unit
    assert hand.undo.count() == 0


def test_a_comma_is_a_point(hand: Hand) -> None:
    hand.show(gate("AND"))
    hand.click(hand.number("AND", 0))
    hand.type_into(hand.field, "1,5")
    assert hand.unit("AND").wires[0].weight == 1.5


def test_tab_goes_from_number_to_number(hand: Hand) -> None:
    hand.show(gate("AND"))
    hand.click(hand.number("AND", 0))
    hand.type_into(hand.field, "0.1", Key.Key_Tab)
    hand.type_into(hand.field, "0.2", Key.Key_Tab)
    hand.type_into(hand.field, "-0.3", Key.Key_Return)
    assert hand.unit("AND").weights == (0.1, 0.2)
    assert hand.unit("AND").bias == -0.3


def test_typing_ends_when_something_else_is_clicked(hand: Hand) -> None:
    hand.show(gate("AND"))
    hand.click(hand.number("AND", 0))
    for letter in "0.25":
        QApplication.sendEvent(hand.field, QKeyEvent(QEvent.Type.KeyPress, 0, PLAIN, letter))
    hand.canvas.setFocus()
    assert hand.unit("AND").wires[0].weight == 0.25
    assert not hand.field.isVisible()


def test_letters_typed_into_a_number_are_no_commands(hand: Hand) -> None:
    hand.show(gate("AND"))
    hand.click(hand.number("AND", 0))
    QTest.keyClick(hand.field, Key.Key_N)
    QTest.keyClick(hand.field, Key.Key_W)
    assert len(hand.circuit.nodes) == 1
    assert hand.canvas.gesture is None


def test_in_the_other_spelling_the_threshold_is_edited(hand: Hand) -> None:
    hand.show(gate("AND"))
    hand.designer.show_threshold(True)
    hand.wheel(hand.number("AND", None), 1)
    assert hand.unit("AND").bias == pytest.approx(-0.71)
    hand.click(hand.number("AND", None))
    assert hand.field.value() == pytest.approx(0.71)
    hand.type_into(hand.field, "0.2")
    assert hand.unit("AND").bias == -0.2


def test_with_resistors_the_weight_is_what_is_edited(hand: Hand) -> None:
    hand.show(gate("AND"))
    hand.designer.show_resistors(True)
    hand.click(hand.number("AND", 0))
    assert hand.field.value() == 0.5
    assert hand.field.text().startswith("w")
    hand.type_into(hand.field, "0.25")
    assert hand.unit("AND").wires[0].weight == 0.25
    assert "R = 1/|w| = 4.0" in hand.tip_at(hand.number("AND", 0))


def test_hovers_have_every_digit_and_tell_a_rounding_error(hand: Hand) -> None:
    hand.show(gate("AND"), (1, 1))
    hand.designer.set_perceptron(hand.key_of("AND"), (0.1, 0.2), -0.3)
    tip = hand.tip_at(hand.middle("AND"))
    assert "0.1·1 + 0.2·1 − 0.3 = 0 ≤ 0 → 0" in tip
    assert "5.551115123125783e−17" in tip
    hand.designer.set_bias(hand.key_of("AND"), -0.2)
    assert "rounding" not in hand.tip_at(hand.middle("AND"))


# Zoom and pan


def test_the_wheel_zooms_around_the_mouse_within_bounds(hand: Hand) -> None:
    hand.show(gate("XOR"))
    at = hand.middle("OR")
    on_sheet = hand.canvas.lens.on_sheet(at)
    hand.wheel(at, 2, CONTROL)
    assert hand.canvas.lens.zoom > 1.1
    assert (hand.canvas.lens.on_sheet(at) - on_sheet).manhattanLength() < 2
    hand.wheel(at, 50, CONTROL)
    assert hand.canvas.lens.zoom == 3
    hand.wheel(at, -90, CONTROL)
    assert hand.canvas.lens.zoom == 0.25


@pytest.mark.parametrize("way", ["middle", "space", "wheel"])
def test_the_sheet_is_panned(hand: Hand, way: str) -> None:
    hand.show(gate("XOR"))
    hand.canvas.grab()
    before = hand.canvas.place_of_part("y")
    start = QPointF(450, 20)
    if way == "middle":
        hand.drag(start, start + QPointF(-30, 50), MIDDLE)
    elif way == "space":
        QTest.keyPress(hand.canvas, Key.Key_Space)
        hand.drag(start, start + QPointF(-30, 50))
        QTest.keyRelease(hand.canvas, Key.Key_Space)
    else:
        hand.wheel(start, 1)
    moved = hand.canvas.place_of_part("y").topLeft() - before.topLeft()
    assert (moved.x(), moved.y()) == ((0, 60) if way == "wheel" else (-30, 50))
    assert not hand.designer.selection
    assert hand.undo.count() == 0


def test_what_is_shifted_while_panning_is_what_would_be_painted(hand: Hand) -> None:
    hand.show(gate("FULL_ADDER"), (1, 0, 1))
    hand.canvas.clearFocus()
    hand.canvas.grab()
    wholes = hand.canvas.picture.wholes
    for step in ((-31, 17), (12, -40), (5, 3), (-3, 0)):
        hand.canvas.pan(*step)
        shifted = hand.canvas.grab().toImage()
    assert hand.canvas.picture.wholes == wholes
    hand.canvas.picture.forget()
    painted = hand.canvas.grab().toImage()
    differ = sum(
        abs(shifted.pixelColor(x, y).lightness() - painted.pixelColor(x, y).lightness()) > 24
        for x in range(0, shifted.width(), 3)
        for y in range(0, shifted.height(), 3)
    )
    assert differ <= 4


def test_a_change_paints_only_what_looks_otherwise_and_all_of_that(hand: Hand) -> None:
    hand.show(gate("FULL_ADDER"), (1, 0, 1))
    hand.canvas.clearFocus()
    hand.canvas.grab()
    key = hand.key_of("OR")
    changes = (
        lambda: hand.designer.set_weight(key, 0, -1.25),
        lambda: hand.designer.set_bias(key, 0.3),
        lambda: hand.designer.select([key]),
        lambda: hand.designer.select([hand.key_of("x₂"), key]),
        lambda: hand.designer.rename(key, "another name"),
        lambda: hand.designer.set_bias(key, -100.0),
        lambda: hand.undo.undo(),
    )
    for change in changes:
        wholes = hand.canvas.picture.wholes
        change()
        kept = hand.canvas.grab().toImage()
        assert hand.canvas.picture.wholes == wholes
        hand.canvas.picture.forget()
        assert hand.canvas.grab().toImage() == kept
    for change in (lambda: hand.designer.flip(0), lambda: hand.designer.set_softness(0.5)):
        change()
        kept = hand.canvas.grab().toImage()
        hand.canvas.picture.forget()
        assert hand.canvas.grab().toImage() == kept


def test_another_circuit_is_shown_as_a_whole_and_so_it_stays_until_zoomed(hand: Hand) -> None:
    hand.wheel(QPointF(300, 200), 20, CONTROL)
    hand.designer.load_gate("ADDER_2BIT", nand_only=True)
    window = QRectF(hand.canvas.rect())
    assert all(window.contains(hand.canvas.place_of_part(key)) for key in hand.circuit.parts)
    hand.canvas.resize(500, 300)
    window = QRectF(hand.canvas.rect())
    assert all(window.contains(hand.canvas.place_of_part(key)) for key in hand.circuit.parts)
    hand.keys(Key.Key_Plus)
    lens = hand.canvas.lens
    hand.canvas.resize(700, 400)
    assert hand.canvas.lens == lens
    hand.keys(Key.Key_0)
    assert hand.canvas.lens != lens


def test_from_afar_numbers_are_not_in_the_way(hand: Hand) -> None:
    hand.show(gate("XOR"))
    hand.canvas.zoom_by(0.3 / hand.canvas.lens.zoom)
    hand.click(hand.number("OR", 0))
    assert not hand.field.isVisible()
    hand.wheel(hand.number("OR", 0), 1)
    assert hand.circuit == gate("XOR")


# Keys alone


def test_a_nand_is_built_by_keys_alone(hand: Hand) -> None:
    hand.show(empty_circuit())
    hand.keys(Key.Key_N)
    unit = hand.circuit.nodes[0].key
    for name in ("x₁", "x₂"):
        walk_to(hand, hand.key_of(name))
        hand.keys(Key.Key_W)
        aim_at(hand, unit)
        hand.keys(Key.Key_Return)
    walk_to(hand, unit)
    hand.keys(Key.Key_W)
    aim_at(hand, hand.key_of("y"))
    hand.keys(Key.Key_Return)
    walk_to(hand, unit)
    hand.keys(Key.Key_Return)
    hand.type_into(hand.field, "0.7", Key.Key_Tab)
    hand.type_into(hand.field, "-0.5", Key.Key_Tab)
    hand.type_into(hand.field, "-0.5", Key.Key_Return)
    assert hand.outputs() == [[1], [1], [1], [0]]
    assert hand.canvas.hasFocus()


def walk_to(hand: Hand, key: str) -> None:
    """Tab through the parts, and back again, until this one has the ring."""
    for way in (Key.Key_Tab, Key.Key_Backtab):
        for _ in hand.circuit.parts:
            hand.keys(way)
            if hand.canvas.current == key:
                return
    raise AssertionError(key)


def aim_at(hand: Hand, key: str) -> None:
    """Let the wire that is being drawn end at this part, by arrow keys."""
    for arrow in (None, Key.Key_Right, Key.Key_Down, Key.Key_Up, Key.Key_Left, Key.Key_Up, Key.Key_Right):
        if arrow is not None:
            hand.keys(arrow)
        if hand.canvas.aimed_at == key:
            return
    raise AssertionError(key)


def test_arrows_go_where_they_point_and_space_flips_or_selects(hand: Hand) -> None:
    hand.show(gate("XOR"))
    walk_to(hand, hand.key_of("x₁"))
    hand.keys(Key.Key_Space)
    assert hand.designer.design.states == (1, 0)
    hand.keys(Key.Key_Down)
    assert hand.canvas.current == hand.key_of("x₂")
    hand.keys(Key.Key_Right, Key.Key_Space)
    assert hand.designer.selection == {hand.canvas.current}
    first = hand.canvas.current
    hand.keys(Key.Key_Right)
    assert hand.canvas.current == hand.key_of("AND")
    hand.keys(Key.Key_Space, modifiers=CONTROL)
    assert hand.designer.selection == {first, hand.key_of("AND")}
    hand.keys(Key.Key_Escape)
    assert not hand.designer.selection


def test_ctrl_and_arrows_move_the_current_part(hand: Hand) -> None:
    hand.show(gate("AND"))
    walk_to(hand, hand.key_of("AND"))
    before = hand.unit("AND").at
    for key in (Key.Key_Down, Key.Key_Down, Key.Key_Right):  # while Ctrl is held
        QApplication.sendEvent(hand.canvas, QKeyEvent(QEvent.Type.KeyPress, key, CONTROL))
    QTest.keyRelease(hand.canvas, Key.Key_Control)
    assert hand.unit("AND").at.row == pytest.approx(before.row + 0.25)
    assert hand.unit("AND").at.column > before.column
    assert hand.undo.count() == 1


def test_what_was_selected_otherwise_is_moved_by_keys_as_well(hand: Hand) -> None:
    hand.show(gate("AND"))
    before = hand.unit("AND").at
    hand.designer.select(hand.circuit.parts)
    QTest.keyClick(hand.canvas, Key.Key_Right, CONTROL)
    assert hand.unit("AND").at.column > before.column


def test_a_circle_is_refused_by_keys_as_well(hand: Hand) -> None:
    hand.show(gate("XOR"))
    walk_to(hand, hand.key_of("AND"))
    hand.keys(Key.Key_W, Key.Key_Left, Key.Key_Return)
    assert hand.circuit == gate("XOR")
    assert "circle" in hand.canvas.note


def test_escape_gives_up_a_wire(hand: Hand) -> None:
    hand.show(gate("XOR"))
    walk_to(hand, hand.key_of("x₁"))
    hand.keys(Key.Key_W)
    assert hand.canvas.aimed_at
    hand.keys(Key.Key_Escape)
    assert hand.canvas.gesture is None
    assert hand.circuit == gate("XOR")
    walk_to(hand, hand.key_of("y"))
    hand.keys(Key.Key_W)
    assert hand.canvas.gesture is None
    assert hand.canvas.note


def test_u_goes_through_the_wires_and_enter_takes_one_away(hand: Hand) -> None:
    hand.show(gate("XOR"))
    walk_to(hand, hand.key_of("OR"))
    hand.keys(Key.Key_U, Key.Key_U, Key.Key_Return)
    assert [wire.source.node for wire in hand.unit("OR").wires] == [hand.key_of("x₁")]
    hand.keys(Key.Key_U, Key.Key_Escape)
    assert len(hand.unit("OR").wires) == 1
    walk_to(hand, hand.key_of("x₁"))
    hand.keys(Key.Key_U)
    assert hand.canvas.note


def test_delete_takes_the_current_part_or_what_is_selected(hand: Hand) -> None:
    hand.show(gate("XOR"))
    walk_to(hand, hand.key_of("OR"))
    hand.keys(Key.Key_Delete)
    assert [node.name for node in hand.circuit.nodes] == ["NAND", "AND"]
    hand.keys(Key.Key_A, modifiers=CONTROL)
    hand.keys(Key.Key_Backspace)
    assert len(hand.circuit.parts) == 1  # the last input stays


def test_parts_are_copied_cut_and_pasted_through_the_clipboard(hand: Hand) -> None:
    pytest.importorskip("core.files.circuits")
    hand.show(gate("XOR"))
    hand.click(hand.middle("NAND"))
    hand.click(hand.middle("OR"), CONTROL)
    hand.keys(Key.Key_C, modifiers=CONTROL)
    hand.keys(Key.Key_V, modifiers=CONTROL)
    assert len(hand.circuit.nodes) == 5
    assert len(hand.designer.selection) == 2
    hand.keys(Key.Key_X, modifiers=CONTROL)
    assert len(hand.circuit.nodes) == 3
    hand.keys(Key.Key_V, modifiers=CONTROL)
    assert len(hand.circuit.nodes) == 5


@pytest.mark.parametrize("text", ["", "hello", "{}", "[1, 2]", '{"version": 99}'])
def test_other_texts_are_not_pasted(hand: Hand, text: str) -> None:
    pytest.importorskip("core.files.circuits")
    QGuiApplication.clipboard().setText(text)
    hand.show(gate("AND"))
    hand.keys(Key.Key_V, modifiers=CONTROL)
    assert hand.circuit == gate("AND")


def test_names_are_changed_by_keys(hand: Hand) -> None:
    hand.show(gate("AND"))
    walk_to(hand, hand.key_of("y"))
    hand.keys(Key.Key_Return)
    field = hand.canvas.findChild(QLineEdit, "gateNameEdit")
    assert isinstance(field, QLineEdit)
    hand.type_into(field, "both")
    assert hand.circuit.outputs[0].name == "both"


def test_tab_leaves_the_canvas_after_the_last_part(hand: Hand) -> None:
    hand.show(gate("AND"))
    walk_to(hand, hand.key_of("y"))
    assert not hand.canvas.focusNextPrevChild(True)


# Words and pictures


def test_the_circuit_is_said_in_words(hand: Hand, qtbot: QtBot) -> None:
    hand.show(gate("XOR"), (1, 0))
    qtbot.waitUntil(lambda: "NAND" in hand.canvas.accessibleDescription())
    words = hand.canvas.accessibleDescription()
    for piece in ("x₁ = 1", "x₂ = 0", "NAND = 1", "y = 1"):
        assert piece in words
    walk_to(hand, hand.key_of("OR"))
    assert "0.5·1 + 0.5·0 − 0.2" in hand.canvas.accessibleDescription()


@pytest.mark.parametrize("theme", [LIGHT, DARK])
@pytest.mark.parametrize("size", [(240, 150), (320, 200), (720, 360)])
def test_every_kind_of_sheet_can_be_painted(hand: Hand, theme: object, size: tuple[int, int]) -> None:
    assert theme in (LIGHT, DARK)
    hand.canvas.apply_theme(theme)  # type: ignore[arg-type]
    hand.canvas.resize(*size)
    background = None
    for circuit in (empty_circuit(), gate("XOR"), gate("FULL_ADDER"), Circuit()):
        hand.show(circuit)
        for change in (hand.designer.show_threshold, hand.designer.show_resistors):
            change(True)
            image = hand.canvas.grab().toImage()
            background = image.pixelColor(5, 5)
            colours = {image.pixelColor(x, image.height() // 2).name() for x in range(image.width())}
            assert len(colours) > 1 or not circuit.parts
            change(False)
    assert background is not None
    assert background.name() == theme.card  # type: ignore[attr-defined]


def test_hovering_shows_what_can_be_done_without_painting_the_sheet_again(hand: Hand) -> None:
    hand.show(gate("XOR"))
    hand.canvas.grab()
    wholes = hand.canvas.picture.wholes
    plain = hand.canvas.grab().toImage()
    for at in (hand.number("OR", 0), hand.middle("OR"), hand.out("OR"), hand.into("OR", 1)):
        hand.move(at, NONE)
        assert hand.canvas.grab().toImage() != plain
    assert hand.canvas.picture.wholes == wholes


def test_an_undo_in_the_middle_of_a_wire_does_no_harm(hand: Hand) -> None:
    hand.show(gate("AND"))
    hand.double_click(QPointF(450, 30))
    added = hand.circuit.nodes[-1]
    hand.press(hand.canvas.place_of_output_pin(Source(added.key)))
    hand.move(QPointF(500, 100))
    hand.undo.undo()
    hand.move(QPointF(520, 120))
    hand.release(QPointF(520, 120))
    assert added.key not in hand.circuit.parts
    assert hand.canvas.gesture is None


@pytest.mark.parametrize("name", ["circuit.svg", "circuit.png"])
def test_a_picture_of_the_circuit_is_written(hand: Hand, tmp_path: Path, name: str) -> None:
    hand.show(gate("XOR"), (1, 0))
    path = tmp_path / name
    export_picture(hand.designer.design, hand.designer.now, LIGHT, path)
    bounds = hand.canvas.sheet.bounds
    if path.suffix == ".png":
        image = QImage(str(path))
        assert abs(image.width() - 2 * (bounds.width() + 48)) <= 2
        assert image.pixelColor(2, 2).name() == LIGHT.card
        return
    text = path.read_text(encoding="utf-8")
    assert ">NAND</text>" in text.replace("\n", "")
    renderer = QSvgRenderer(str(path))
    assert renderer.isValid()
    assert abs(renderer.viewBoxF().width() - (bounds.width() + 48)) <= 1
    assert [each.name for each in tmp_path.iterdir()] == [name]


def test_a_picture_of_parts_that_lie_far_apart_is_a_picture(hand: Hand, tmp_path: Path) -> None:
    places = Place(-1e9, 0), Place(1e9, 0)
    hand.show(Circuit(tuple(Input(f"x{k}", "x", at) for k, at in enumerate(places))))
    export_picture(hand.designer.design, hand.designer.now, LIGHT, tmp_path / "far.png")
    assert QImage(str(tmp_path / "far.png")).width() > 1000


@pytest.mark.parametrize("name", ["circuit.svg", "circuit.png"])
def test_a_picture_that_cannot_be_written_is_said(hand: Hand, tmp_path: Path, name: str) -> None:
    for path in (tmp_path / "nowhere" / name, tmp_path):
        with pytest.raises(FileFormatError) as error:
            export_picture(hand.designer.design, hand.designer.now, LIGHT, path)
        assert error.value.problem == "unwritable"


def test_places_that_the_panel_asks_for(hand: Hand) -> None:
    hand.show(gate("XOR"))
    at = hand.canvas.free_place()
    hand.designer.add_unit(at)
    added = hand.circuit.nodes[-1].key
    others = [hand.canvas.place_of_part(key) for key in hand.circuit.parts if key != added]
    assert not any(hand.canvas.place_of_part(added).intersects(other) for other in others)
    middle = hand.canvas.place_of_part(added).center()
    assert hand.canvas.place_at(middle) == pytest.approx(tuple(at))
    assert isinstance(hand.circuit.outputs[0], Output)
    assert isinstance(at, Place)


def test_a_large_circuit_that_comes_back_lies_as_it_lay(qtbot: QtBot, hand: Hand) -> None:
    hand.designer.load_gate("ADDER_2BIT", nand_only=True)
    hurried = hand.canvas.sheet
    qtbot.waitUntil(lambda: hand.canvas.sheet is not hurried, timeout=20_000)
    finished = hand.canvas.sheet
    hand.designer.load_gate("AND", nand_only=False)
    assert hand.canvas.sheet is not finished
    hand.undo.undo()
    assert hand.canvas.sheet is finished


def test_a_large_circuit_is_painted_in_a_turn_of_its_own(qtbot: QtBot, hand: Hand) -> None:
    crowd = tuple(Unit(f"s{k}", f"s{k}", (), 0.0, Place(k % 10, k // 10)) for k in range(100))
    QApplication.sendPostedEvents()
    painted = hand.canvas.picture.wholes
    hand.show(replace(empty_circuit(), nodes=crowd))
    QApplication.sendPostedEvents()  # here the other views are painted
    assert hand.canvas.picture.wholes == painted
    qtbot.waitUntil(lambda: hand.canvas.picture.wholes > painted, timeout=20_000)
    painted = hand.canvas.picture.wholes
    hand.show(gate("XOR"))
    QApplication.sendPostedEvents()
    assert hand.canvas.picture.wholes > painted
