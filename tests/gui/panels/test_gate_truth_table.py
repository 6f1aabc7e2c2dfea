"""The truth table, the goals and the names of gates, with real mouse and keys."""

from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QAction, QGuiApplication, QImage, QUndoStack
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from core.circuit import Circuit, Input, Output, Source, Unit, Wire, table
from core.gates import LIBRARY, TWO_INPUT_NAMES, gate, name_of_two
from core.perceptron import truth_table
from gui.panels.gate_designer import names
from gui.panels.gate_designer.aims import rights
from gui.panels.gate_designer.designer import Designer
from gui.panels.gate_designer.goal_row import GoalRow
from gui.panels.gate_designer.truth_columns import NO_GOAL, columns_of, sum_forms
from gui.panels.gate_designer.truth_layout import LEAST_ROW, MARK
from gui.panels.gate_designer.truth_table import HEAD, NOWHERE, TruthTableView
from gui.theme import DARK, LIGHT
from tests.gui.hands import turn_wheel

LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
Key = Qt.Key

# Of menus on the offscreen screen.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support grabbing the keyboard")


class Shown:
    """A designer with its table and goals, on the screen."""

    def __init__(self, qtbot: QtBot) -> None:
        self.undo = QUndoStack()
        self.designer = Designer(self.undo)
        self.table, self.goals = TruthTableView(self.designer), GoalRow(self.designer)
        for widget in (self.table, self.goals):
            qtbot.addWidget(widget)
            widget.apply_theme(LIGHT)
            widget.retranslate()
        self.goals.resize(420, 32)
        self.resize(420, 260)
        self.table.show()
        self.goals.show()

    def resize(self, width: int, height: int) -> None:
        self.table.resize(width, height)

    def load(self, key: str, *, nand_only: bool = False) -> None:
        self.designer.load_gate(key, nand_only=nand_only)

    def click(self, rect: QRectF, button: Qt.MouseButton = LEFT) -> None:
        assert not rect.isEmpty()
        QTest.mouseClick(self.table, button, pos=rect.center().toPoint())

    def keys(self, *keys: Qt.Key) -> None:
        for key in keys:
            QTest.keyClick(self.table, key)

    @property
    def goal_values(self) -> list[tuple[int | None, ...]]:
        design = self.designer.design
        return [design.goals[output.key] for output in design.circuit.outputs]

    def heads(self) -> list[str]:
        return [place.head for place in self.table.shown().places]


@pytest.fixture
def shown(qtbot: QtBot) -> Shown:
    return Shown(qtbot)


def find(widget: QWidget, kind: type[QWidget], name: str) -> QWidget:
    found = widget.findChild(kind, name)
    assert found is not None, name
    return found


def actions_of(menu: QMenu) -> list[QAction]:
    return [action for action in menu.actions() if not action.isSeparator()]


# What stands in it


def test_every_node_is_a_column_and_an_output_stands_beside_its_goal(shown: Shown) -> None:
    shown.load("XOR")
    assert shown.heads() == ["x₁", "x₂", "NAND", "OR", "AND = y", "goal"]
    assert shown.table.table_text() == (
        "x₁\tx₂\tNAND\tOR\tAND = y\tgoal\n"
        "0\t0\t1\t0\t0\t0\n1\t0\t1\t1\t1\t1\n0\t1\t1\t1\t1\t1\n1\t1\t0\t1\t0\t0\n"
    )
    assert shown.table.count_text() == "4 / 4 match"


def test_the_outputs_of_a_block_are_columns_with_its_name(shown: Shown) -> None:
    shown.load("FULL_ADDER")
    shown.resize(900, 260)
    assert "HALF_ADDER₁.sum" in shown.heads()
    assert "HALF_ADDER₁.carry" in shown.heads()
    head = shown.table.table_text().splitlines()[0].split("\t")
    assert head[-4:] == ["HALF_ADDER₂.sum = sum", "goal sum", "OR = carry", "goal carry"]


def test_where_nodes_do_not_fit_those_in_the_middle_are_left_out_and_told_on_hover(shown: Shown) -> None:
    shown.load("MAJORITY", nand_only=True)
    shown.resize(230, 200)
    assert "…" in shown.heads()
    assert shown.heads()[-2:] == ["y", "goal"]
    tip = shown.table.tip_at(shown.table.row_rect(3).center())
    assert all(f"NAND{k}" in tip for k in "₁₂₃₄₅₆")
    assert "x₁, x₂, x₃) = (1, 1, 0)" in tip


def test_a_perceptron_alone_has_its_sum_written_out(shown: Shown) -> None:
    assert shown.table.shown().sums[1] == "0.5·1 + 0.5·0 − 0.7 = −0.2 ≤ 0 → 0"
    shown.designer.show_threshold(True)
    assert shown.table.shown().sums[3] == "0.5·1 + 0.5·1 = 1 > 0.7 → 1"
    shown.resize(190, 200)
    assert len(shown.table.shown().sums[3]) < 20


def test_with_the_sigmoid_values_have_two_decimals_and_count_as_1_above_a_half(shown: Shown) -> None:
    shown.load("XOR")
    shown.designer.set_softness(0.1)
    first = shown.table.table_text().splitlines()[1].split("\t")
    assert first == ["0", "0", "1.00", "0.12", "0.20", "0"]
    assert shown.table.count_text() == "4 / 4 match"
    assert find(shown.goals, QLabel, "gateNameLabel").text() == "This is XOR"


def test_a_wrong_row_has_a_cross_and_one_without_a_goal_has_neither(shown: Shown) -> None:
    shown.designer.set_goal("y", 1, 1)
    shown.designer.set_goal("y", 2, None)
    assert rights(shown.designer) == (True, False, None, True)
    assert shown.table.count_text() == "2 / 3 match"
    assert "goal 1: wrong" in shown.table.tip_at(shown.table.row_rect(1).center())
    for row in range(4):
        shown.designer.set_goal("y", row, None)
    assert shown.table.count_text() == "no goal yet"
    assert NO_GOAL not in shown.table.table_text()


@pytest.mark.parametrize("size", [(420, 260), (300, 240), (300, 190), (160, 70)])
@pytest.mark.parametrize("key", LIBRARY)
@pytest.mark.parametrize("nand_only", [False, True])
def test_nothing_lies_outside_or_over_another(
    shown: Shown, key: str, nand_only: bool, size: tuple[int, int]
) -> None:
    shown.load(key, nand_only=nand_only)
    for softness in (0.0, 0.1):
        shown.designer.set_softness(softness)
        shown.resize(*size)
        layout = shown.table.shown()
        edges = [(place.x, place.x + place.width) for place in layout.places]
        assert edges[0][0] >= 0
        assert edges[-1][1] <= size[0] - MARK + 0.01
        assert all(before[1] <= after[0] + 0.01 for before, after in pairwise(edges))
        assert layout.height >= min(LEAST_ROW, size[1] / 2)
        assert (layout.count + 1) * layout.height <= size[1] + 0.01
        assert not shown.table.grab().isNull()


def test_sixteen_rows_fit_into_240_pixels_with_all_inputs_outputs_and_goals(shown: Shown) -> None:
    shown.load("ADDER_2BIT")
    shown.resize(300, 240)
    layout = shown.table.shown()
    assert layout.count == 16
    assert layout.size >= 10
    kinds = [place.column.kind for place in layout.places]
    assert (kinds.count("input"), kinds.count("output"), kinds.count("goal")) == (4, 3, 3)


def test_where_rows_do_not_fit_the_wheel_and_the_present_row_bring_others_into_view(shown: Shown) -> None:
    shown.load("ADDER_2BIT")
    shown.resize(300, 120)
    assert shown.table.shown().count < 16
    shown.designer.set_row(15)
    assert not shown.table.row_rect(15).isEmpty()
    assert shown.table.row_rect(0).isEmpty()
    turn_wheel(shown.table, 20)
    assert not shown.table.row_rect(0).isEmpty()
    assert shown.designer.design.row == 15


def test_an_empty_sheet_has_a_table_too(shown: Shown) -> None:
    shown.designer.clear()
    assert shown.heads() == ["x₁", "x₂", "y", "goal"]
    assert shown.table.count_text() == "no goal yet"
    shown.designer.load_circuit(Circuit((Input("x1", "x₁"),), (), ()), "no output")
    assert shown.heads() == ["x₁"]
    assert not shown.table.grab().isNull()


def test_two_hundred_perceptrons_are_shown_in_part(shown: Shown) -> None:
    units = tuple(Unit(f"s{k}", f"s{k}", (Wire(Source("x1"), 1.0),), -0.5) for k in range(200))
    shown.designer.load_circuit(
        Circuit((Input("x1", "x₁"),), units, (Output("y", "y", Source("s199")),)), "many"
    )
    assert "…" in shown.heads()
    assert len(shown.table.tip_at(shown.table.row_rect(0).center()).splitlines()) < 30
    assert len(columns_of(shown.designer.circuit)) == 202


def test_what_is_painted_in_part_is_as_if_painted_whole(shown: Shown, qtbot: QtBot) -> None:
    designer = shown.designer
    steps = (
        lambda: designer.load_gate("HALF_ADDER", nand_only=False),
        lambda: designer.set_bias("s2", -0.7),
        lambda: designer.set_goal("sum", 1, 0),
        lambda: designer.set_goal("carry", 3, None),
        lambda: designer.set_softness(0.3),
        lambda: designer.set_weight("s1", 0, -0.1),
        lambda: designer.set_row(3),
        lambda: designer.show_threshold(True),
        lambda: designer.set_softness(0.0),
    )
    for step in steps:
        step()
        QApplication.processEvents()
        seen = shown.table.screen().grabWindow(shown.table.winId()).toImage()
        whole = TruthTableView(designer)
        qtbot.addWidget(whole)
        whole.apply_theme(LIGHT)
        whole.retranslate()
        whole.setPalette(shown.table.palette())
        whole.resize(shown.table.size())
        assert seen.convertToFormat(QImage.Format.Format_RGB32) == whole.grab().toImage().convertToFormat(
            QImage.Format.Format_RGB32
        )


# Mouse


def test_a_click_on_a_row_sets_the_inputs(shown: Shown) -> None:
    shown.load("XOR")
    shown.click(shown.table.cell_rect(2, 2))
    assert shown.designer.design.states == (0, 1)
    assert "x₁ 0, x₂ 1, y 1, goal 1: right" in shown.table.accessibleDescription()


def test_a_click_on_a_goal_turns_it_and_a_right_click_clears_it(shown: Shown) -> None:
    shown.designer.set_row(3)
    shown.click(shown.table.goal_rect(1))
    assert shown.goal_values == [(0, 1, 0, 1)]
    assert shown.designer.design.row == 3
    shown.click(shown.table.goal_rect(1))
    assert shown.goal_values == [(0, 0, 0, 1)]
    shown.click(shown.table.goal_rect(1), RIGHT)
    assert shown.goal_values == [(0, None, 0, 1)]
    shown.click(shown.table.goal_rect(1))
    assert shown.goal_values == [(0, 1, 0, 1)]
    for _ in range(4):
        shown.undo.undo()
    assert shown.goal_values == [(0, 0, 0, 1)]
    assert shown.undo.redoText() == "change the goal"


def test_each_output_has_goals_of_its_own(shown: Shown) -> None:
    shown.load("HALF_ADDER")
    before = shown.goal_values
    shown.click(shown.table.goal_rect(0, 1))
    assert shown.goal_values[0] == before[0]
    assert shown.goal_values[1] == (1, 0, 0, 1)


def test_a_click_on_a_head_looks_at_that_node(shown: Shown) -> None:
    shown.load("XOR")
    shown.click(shown.table.head_rect("s2"))
    assert shown.designer.selection == {"s2"}
    assert shown.designer.focus == Source("s2")
    shown.load("FULL_ADDER")
    shown.resize(900, 260)
    columns = [place.column for place in shown.table.shown().places]
    carry = next(k for k, column in enumerate(columns) if column.source == Source("g1", 1))
    shown.click(shown.table.cell_rect(HEAD, carry))
    assert shown.designer.focus == Source("g1", 1)


def test_beside_the_table_nothing_happens(shown: Shown) -> None:
    before = shown.designer.design
    QTest.mouseClick(shown.table, LEFT, pos=QPoint(50, 258))
    assert shown.designer.design == before
    assert shown.table.cell_at(QPointF(50, 258))[0] == NOWHERE
    assert shown.table.tip_at(QPointF(50, 258)) == ""


# Keys


def test_arrows_move_through_rows_and_cells(shown: Shown) -> None:
    shown.load("XOR")
    shown.designer.set_row(0)
    shown.keys(Key.Key_Down, Key.Key_Down)
    assert shown.designer.design.row == 2
    shown.keys(Key.Key_End, Key.Key_Down)
    assert shown.designer.design.row == 3
    shown.keys(Key.Key_Home, Key.Key_Up)
    assert shown.designer.design.row == 0
    shown.keys(Key.Key_Left, Key.Key_Left, Key.Key_Return)
    assert shown.designer.focus == Source("s2")


def test_keys_write_into_the_framed_goal(shown: Shown) -> None:
    shown.designer.set_row(0)
    shown.keys(Key.Key_Space)
    assert shown.goal_values == [(1, 0, 0, 1)]
    shown.keys(Key.Key_Return)
    assert shown.goal_values == [(0, 0, 0, 1)]
    shown.keys(Key.Key_1)
    assert shown.goal_values == [(1, 0, 0, 1)]
    shown.keys(Key.Key_0, Key.Key_Down, Key.Key_Backspace)
    assert shown.goal_values == [(0, None, 0, 1)]


def test_keys_on_an_input_flip_it(shown: Shown) -> None:
    shown.load("XOR")
    shown.designer.set_row(0)
    shown.keys(*[Key.Key_Left] * 9, Key.Key_Space)
    assert shown.designer.design.states == (1, 0)
    shown.keys(Key.Key_1)
    assert shown.designer.design.states == (1, 0)
    shown.keys(Key.Key_0)
    assert shown.designer.design.states == (0, 0)


def test_the_table_is_copied(shown: Shown) -> None:
    QTest.keyClick(shown.table, Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == shown.table.table_text()


def test_it_says_what_it_is_and_wears_every_theme(shown: Shown) -> None:
    assert shown.table.accessibleName() == "Truth table"
    light = shown.table.grab().toImage()
    shown.table.apply_theme(DARK)
    assert shown.table.grab().toImage() != light


# Goals and names


def choose(shown: Shown, text: str, menu: QMenu | None = None) -> None:
    """Open the menu of goals and take an entry with the keyboard's action."""
    shown.goals.menu.popup(QPoint(0, 0))
    actions = actions_of(menu or shown.goals.menu)
    action = next(action for action in actions if action.text() == text)
    rect = shown.goals.menu.actionGeometry(action)
    if menu is None:
        QTest.mouseClick(shown.goals.menu, LEFT, pos=rect.center())
    shown.goals.menu.close()


def test_all_16_functions_of_two_inputs_can_be_goals(shown: Shown) -> None:
    shown.goals.menu.aboutToShow.emit()
    texts = [action.text() for action in actions_of(shown.goals.menu)]
    assert texts[:6] == ["AND", "NAND", "OR", "XOR", "NOR", "XNOR"]
    assert len(texts) == 16 + 2
    button = find(shown.goals, QToolButton, "gateGoalButton")
    choose(shown, "XOR")
    assert shown.goal_values == [(0, 1, 1, 0)]
    assert button.text() == "Goal: XOR"
    assert shown.table.count_text() == "1 / 4 match"
    choose(shown, "x₁ and not x₂")
    assert shown.goal_values == [(0, 1, 0, 0)]
    choose(shown, "No goal")
    assert shown.goal_values == [(None,) * 4]
    assert button.text() == "Goal: none"
    choose(shown, "What the circuit does now")
    assert shown.goal_values == [(0, 0, 0, 1)]
    shown.designer.set_goal("y", 0, None)
    assert button.text() == "Goal: your own"
    shown.undo.undo()
    shown.undo.undo()
    shown.undo.undo()
    assert shown.undo.redoText() == "aim at No goal"


def test_for_several_outputs_each_has_a_menu_and_the_library_sets_all(shown: Shown) -> None:
    shown.load("HALF_ADDER")
    for row in range(4):
        shown.designer.set_goal("carry", row, None)
    choose(shown, "half adder")
    assert shown.goal_values == [(0, 1, 1, 0), (0, 0, 0, 1)]
    shown.goals.menu.aboutToShow.emit()
    menus = [action.menu() for action in actions_of(shown.goals.menu) if action.menu() is not None]
    assert [menu.title() for menu in menus] == ["sum", "carry"]
    next(action for action in menus[1].actions() if action.text() == "OR").trigger()
    assert shown.goal_values == [(0, 1, 1, 0), (0, 1, 1, 1)]


@pytest.mark.parametrize(
    ("key", "text"), [("NOT", "NOT"), ("MAJORITY", "majority"), ("FULL_ADDER", "full adder")]
)
def test_for_other_numbers_of_inputs_there_are_the_gates_of_the_library(
    shown: Shown, key: str, text: str
) -> None:
    shown.load(key)
    wanted = shown.goal_values
    for output in shown.designer.circuit.outputs:
        shown.designer.set_goals(output.key, (None,) * shown.designer.design.rows)
    choose(shown, text)
    assert shown.goal_values == wanted
    assert find(shown.goals, QToolButton, "gateGoalButton").text() == f"Goal: {text}"


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("XOR", "This is XOR"),
        ("HALF_ADDER", "This is a half adder"),
        ("MAJORITY", "This is the majority of three"),
        ("ADDER_2BIT", "This is a 2-bit adder"),
        ("NOT", "This is NOT"),
    ],
)
def test_which_gate_is_this(shown: Shown, key: str, text: str) -> None:
    shown.load(key, nand_only=True)
    assert find(shown.goals, QLabel, "gateNameLabel").text() == text


def test_a_gate_without_a_name_has_none_and_inputs_keep_theirs(shown: Shown) -> None:
    shown.designer.set_perceptron("s1", (0.5, -0.5), -0.2)
    label = find(shown.goals, QLabel, "gateNameLabel")
    assert label.text() == "This is x₁ and not x₂"
    shown.designer.rename("x1", "<b>left & right</b>")
    assert label.text() == "This is <b>left & right</b> and not x₂"
    shown.load("MAJORITY")
    shown.designer.set_bias("s1", -0.1)
    assert label.text() == ""


@given(st.integers(0, 15))
def test_every_function_of_two_inputs_has_a_name_of_its_own(bits: int) -> None:
    key = TWO_INPUT_NAMES[bits]
    assert name_of_two([(bits >> row) & 1 for row in range(4)]) == key
    spoken = [names.function_name(each, "{p", "q}") for each in TWO_INPUT_NAMES]
    assert len(set(spoken)) == 16
    x = truth_table(2)
    meant = names.function_name(key, "p", "q").replace("always ", "")
    meant = {"NAND": "not (p and q)", "NOR": "not (p or q)", "XOR": "p != q", "XNOR": "p == q"}.get(
        meant, meant
    )
    meant = {"AND": "p and q", "OR": "p or q"}.get(meant, meant)
    found = [int(bool(eval(meant, {"p": int(p), "q": int(q)}))) for p, q in x]
    assert found == [(bits >> row) & 1 for row in range(4)]


@given(st.sampled_from(LIBRARY), st.booleans())
def test_the_library_is_known_by_what_it_does(key: str, nand_only: bool) -> None:
    circuit = gate(key, nand_only)
    outputs = table(circuit).outputs
    assert names.library_key(len(circuit.inputs), outputs) == key
    assert key in names.library_of(len(circuit.inputs), len(circuit.outputs))
    assert names.library_key(len(circuit.inputs), 1 - outputs) != key


@given(
    st.lists(st.floats(-5, 5).map(lambda w: round(w, 3)), min_size=0, max_size=3),
    st.floats(-5, 5),
    st.booleans(),
)
def test_every_form_of_a_sum_ends_in_what_comes_out(weights: list[float], bias: float, theta: bool) -> None:
    designer = Designer(QUndoStack())
    wires = tuple(Wire(Source("x1"), weight) for weight in weights)
    circuit = Circuit(
        (Input("x1", "x₁"),), (Unit("s1", "s₁", wires, bias),), (Output("y", "y", Source("s1")),)
    )
    designer.load_circuit(circuit, "any")
    designer.take(replace(designer.design, as_threshold=theta))
    unit = circuit.nodes[0]
    assert isinstance(unit, Unit)
    for row in (0, 1):
        forms = sum_forms(designer, unit, row)
        assert forms[0].endswith(f"→ {int(np.ravel(designer.table.outputs)[row])}")
        assert len(forms[0]) >= len(forms[1]) >= len(forms[2]) >= len(forms[3])
