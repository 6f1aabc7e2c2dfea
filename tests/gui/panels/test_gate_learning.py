"""The perceptron learns: with real buttons, keys and undo, on a designer of its own."""

from typing import TypeVar

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QUndoStack
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QLabel, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from core.circuit import Source
from core.perceptron import AND, MeetingHulls, Perceptron, SeparatingLine, separating_line, truth_table
from gui.panels.gate_designer.designer import Designer
from gui.panels.gate_designer.error_chart import ErrorChart
from gui.panels.gate_designer.learning import Learning
from gui.panels.gate_designer.lesson import (
    MOST_ROUNDS,
    MOST_TRACES,
    START_POINTS,
    Lesson,
    Task,
    bound_of,
    parts_of_proof,
    start_point,
    task_of,
)
from gui.theme import DARK, LIGHT, style_sheet
from tests.gui.hands import turn_wheel

Found = TypeVar("Found", bound=QWidget)
LEFT = Qt.MouseButton.LeftButton
OR, XOR = (0, 1, 1, 1), (0, 1, 1, 0)
ZEROS = Perceptron((0.0, 0.0), 0.0)


@pytest.fixture
def undo() -> QUndoStack:
    return QUndoStack()


@pytest.fixture
def designer(undo: QUndoStack) -> Designer:
    """With the book's AND on its sheet, which is looked at, and AND as the goal."""
    designer = Designer(undo)
    designer.look_at(Source(designer.circuit.nodes[0].key))
    return designer


@pytest.fixture
def card(designer: Designer, qtbot: QtBot) -> Learning:
    return shown(designer, qtbot)


def shown(designer: Designer, qtbot: QtBot, size: tuple[int, int] = (520, 230)) -> Learning:
    card = Learning(designer, rng=np.random.default_rng(0))
    qtbot.addWidget(card)
    card.setStyleSheet(style_sheet(LIGHT))
    card.resize(*size)
    with qtbot.waitExposed(card):
        card.show()
    return card


def find(card: Learning, kind: type[Found], name: str) -> Found:
    found = card.findChild(kind, name)
    assert found is not None, name
    return found


def click(card: Learning, name: str) -> None:
    button = find(card, QToolButton, name)
    assert button.isVisible()
    assert button.isEnabled()
    QTest.mouseClick(button, LEFT)


def step(card: Learning) -> None:
    click(card, "gateLearnStepButton")


def round_(card: Learning) -> None:
    click(card, "gateLearnRoundButton")


def choose_start(card: Learning, choice: str) -> None:
    """With the keys, as who cannot see the list would."""
    box = find(card, QComboBox, "gateLearnStart")
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Home)
    for _ in range([*START_POINTS].index(choice)):  # type: ignore[arg-type]
        QTest.keyClick(box, Qt.Key.Key_Down)
    assert box.currentIndex() == [*START_POINTS].index(choice)  # type: ignore[arg-type]


def aim_at(designer: Designer, goals: tuple[int | None, ...]) -> None:
    designer.set_goals(designer.circuit.outputs[0].key, goals)


def unit_of(designer: Designer) -> Perceptron:
    unit = designer.focused_unit
    assert unit is not None
    return unit.perceptron


def headline(card: Learning) -> str:
    return " ".join(find(card, QLabel, "gateLearnHeadline").text().split())


def sentence(card: Learning) -> str:
    return " ".join(find(card, QLabel, "gateLearnSentence").text().split())


def counts(card: Learning) -> tuple[int, ...]:
    return find(card, ErrorChart, "gateErrorChart").counts


# Learning


def test_or_is_learned_from_zeros_row_by_row(card: Learning, designer: Designer) -> None:
    aim_at(designer, OR)
    assert headline(card) == "AND learns y: 2 of 4 rows are wrong now."
    choose_start(card, "zeros")
    assert unit_of(designer) == ZEROS
    rows: list[int] = []
    card.row_looked_at.connect(rows.append)
    step(card)
    assert sentence(card) == "✓ (0, 0): 0 came out, and is right: nothing changes."
    step(card)
    assert "(1, 0): 0 came out, 1 was wanted:" in sentence(card)
    assert "w ← w + 0.1·1·(1, 0) = (0.1, 0) b ← b + 0.1 = 0.1" in sentence(card)
    assert headline(card) == "Round 1: 1 wrong so far; 1 correction in all."
    assert unit_of(designer) == Perceptron((0.1, 0.0), 0.1)
    for _ in range(14):
        step(card)
    assert rows == [*range(4)] * 4
    assert headline(card) == "Learned in 4 rounds, 4 corrections."
    assert counts(card) == (1, 2, 1, 0)
    assert "The widest line keeps 0.354" in sentence(card)
    assert "at most (R/γ)² = 27 corrections; made: 4." in sentence(card)
    assert unit_of(designer).output(truth_table(2)).tolist() == list(OR)
    for name in ("Step", "Round", "Run"):
        assert not find(card, QToolButton, f"gateLearn{name}Button").isEnabled()


def test_a_run_ends_when_it_is_learned_and_is_one_entry(
    card: Learning, designer: Designer, undo: QUndoStack, qtbot: QtBot
) -> None:
    aim_at(designer, OR)
    choose_start(card, "zeros")
    entries = undo.count()
    card.findChild(QTimer).setInterval(1)
    click(card, "gateLearnRunButton")
    assert card.is_running
    assert find(card, QToolButton, "gateLearnRunButton").text() == "Pause"
    qtbot.waitUntil(lambda: not card.is_running)
    assert headline(card) == "Learned in 4 rounds, 4 corrections."
    assert find(card, QToolButton, "gateLearnRunButton").text() == "Run"
    assert undo.count() == entries + 1
    assert undo.undoText() == "learn"
    learned = unit_of(designer)
    undo.undo()
    assert unit_of(designer) == ZEROS
    assert counts(card) == ()
    assert headline(card) == "AND learns y: 3 of 4 rows are wrong now."
    undo.redo()
    assert unit_of(designer) == learned


def test_xor_goes_round_in_a_circle_and_the_proof_is_shown(
    card: Learning, designer: Designer, qtbot: QtBot
) -> None:
    aim_at(designer, XOR)
    choose_start(card, "zeros")
    proofs: list[tuple[object, ...]] = []
    card.proof_wanted.connect(lambda *proof: proofs.append(proof))
    button = find(card, QToolButton, "gateShowProofButton")
    assert button.text() == "Can it be learned?"
    card.findChild(QTimer).setInterval(1)
    click(card, "gateLearnRunButton")
    qtbot.waitUntil(lambda: not card.is_running)
    assert headline(card) == (
        "It goes round in a circle: after round 3 the weights are those of round 2 again."
    )
    assert (
        "No line parts them: the mean of (1, 0) and (0, 1) and the mean of (0, 0) and (1, 1) are both "
        "(0.5, 0.5)." in sentence(card)
    )
    assert not proofs
    assert button.text() == "Show the proof in the plane"
    click(card, "gateShowProofButton")
    answer, points, targets = proofs.pop()
    assert answer == MeetingHulls((0.5, 0.5), (0.5, 0.5, 0.5, 0.5))
    np.testing.assert_array_equal(points, truth_table(2))
    np.testing.assert_array_equal(targets, XOR)
    before = unit_of(designer)
    for _ in range(3):  # whoever does not believe it may go on
        round_(card)
        after = unit_of(designer)
        assert (*after.weights, after.bias) == pytest.approx((*before.weights, before.bias), abs=1e-9)
    assert not proofs
    click(card, "gateShowProofButton")
    assert proofs == [(None, None, None)]


def test_a_step_a_round_and_a_run_are_undone_one_by_one(
    card: Learning, designer: Designer, undo: QUndoStack, qtbot: QtBot
) -> None:
    aim_at(designer, XOR)
    choose_start(card, "zeros")
    was, entries = [unit_of(designer)], undo.count()
    for name in ("Step", "Step", "Step", "Round", "Round"):
        click(card, f"gateLearn{name}Button")
        if unit_of(designer) != was[-1]:  # what is right changes nothing, and there is nothing to undo
            was.append(unit_of(designer))
    assert len(was) == 4
    click(card, "gateLearnRunButton")
    assert card.is_running
    qtbot.waitUntil(lambda: unit_of(designer) != was[-1])
    click(card, "gateLearnRunButton")
    assert not card.is_running
    assert undo.count() == entries + len(was)
    for perceptron in reversed(was):
        undo.undo()
        assert unit_of(designer) == perceptron


def test_a_pause_and_going_on(card: Learning, designer: Designer, qtbot: QtBot) -> None:
    aim_at(designer, XOR)
    choose_start(card, "zeros")
    click(card, "gateLearnRunButton")  # looks at a row at once
    qtbot.waitUntil(lambda: card.progress is not None and card.progress.corrections > 0)
    click(card, "gateLearnRunButton")
    progress = card.progress
    qtbot.wait(300)
    assert card.progress is progress
    click(card, "gateLearnStepButton")
    after = card.progress
    assert after is not None
    assert progress is not None
    assert after.look is not None
    assert progress.look is not None
    assert after.look.row == (progress.look.row + 1) % 4
    assert after.ends[0] == ZEROS


def test_another_rate_is_another_lesson_from_where_it_is(card: Learning, designer: Designer) -> None:
    aim_at(designer, OR)
    choose_start(card, "zeros")
    step(card)
    step(card)
    field = find(card, QDoubleSpinBox, "gateLearnRate")
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "0.5")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert unit_of(designer) == Perceptron((0.1, 0.0), 0.1)
    assert counts(card) == ()
    assert find(card, QComboBox, "gateLearnStart").currentText() == "From here"
    step(card)
    assert "w ← w + 0.5·(−1)·(0, 0) = (0.1, 0) b ← b − 0.5 = −0.4" in sentence(card)
    turn_wheel(field, 1)
    assert field.value() == pytest.approx(0.51)
    turn_wheel(field, 100)
    assert field.value() == 1.0


def test_somebody_else_moves_the_line_in_the_middle(
    card: Learning, designer: Designer, undo: QUndoStack
) -> None:
    aim_at(designer, OR)
    choose_start(card, "zeros")
    round_(card)
    click(card, "gateLearnRunButton")
    unit = designer.focused_unit
    assert unit is not None
    designer.set_weight(unit.key, 0, -0.7)
    assert not card.is_running  # whoever takes hold of the line is not to fight with the rule
    assert counts(card) == ()
    assert find(card, QComboBox, "gateLearnStart").currentText() == "From here"
    moved = unit_of(designer)
    step(card)
    assert card.progress is not None
    assert card.progress.ends[0] == moved
    undo.undo()
    undo.undo()
    assert unit_of(designer).weights[0] != -0.7


def test_what_does_not_concern_the_lesson_leaves_it_alone(card: Learning, designer: Designer) -> None:
    aim_at(designer, OR)
    choose_start(card, "zeros")
    round_(card)
    progress = card.progress
    designer.flip(0)
    designer.set_softness(0.4)
    unit = designer.focused_unit
    assert unit is not None
    designer.rename(unit.key, "OR?")
    assert card.progress is progress
    designer.set_goal(designer.circuit.outputs[0].key, 0, 1)
    assert card.progress is not progress
    assert headline(card).startswith("OR? learns y:")


def test_where_learning_starts(card: Learning, designer: Designer, undo: QUndoStack) -> None:
    aim_at(designer, XOR)
    first = unit_of(designer)
    round_(card)
    assert unit_of(designer) != first
    click(card, "gateLearnRestartButton")
    assert unit_of(designer) == first
    assert undo.undoText() == "start point"
    choose_start(card, "random")
    drawn = unit_of(designer)
    click(card, "gateLearnRestartButton")
    assert unit_of(designer) != drawn
    assert find(card, QComboBox, "gateLearnStart").currentText() == "From random"
    choose_start(card, "book")
    assert unit_of(designer) == AND
    round_(card)
    click(card, "gateLearnRestartButton")
    assert unit_of(designer) == AND


def test_nothing_is_left_when_the_window_closes_during_a_run(designer: Designer, qtbot: QtBot) -> None:
    card = shown(designer, qtbot)
    aim_at(designer, XOR)
    timer = card.findChild(QTimer)
    click(card, "gateLearnRunButton")
    assert timer.isActive()
    card.close()
    assert not timer.isActive()
    before = unit_of(designer)
    qtbot.wait(300)
    assert unit_of(designer) == before
    card.show()
    assert not card.is_running
    assert find(card, QToolButton, "gateLearnRunButton").text() == "Run"


def test_a_threshold_is_spelled_as_such(card: Learning, designer: Designer) -> None:
    aim_at(designer, OR)
    choose_start(card, "zeros")
    designer.show_threshold(True)
    step(card)
    step(card)
    assert "θ ← θ − 0.1 = −0.1" in sentence(card)


def test_weights_stop_at_their_limit(card: Learning, designer: Designer) -> None:
    unit = designer.focused_unit
    assert unit is not None
    aim_at(designer, (None, 1, None, None))
    designer.set_perceptron(unit.key, (100.0, -50.0), -100.0)
    step(card)
    assert unit_of(designer).weights[0] == 100.0
    assert "Weights end at ±100 here." in sentence(card)


# Who can learn


def test_who_cannot_learn_is_told_what_to_do(card: Learning, designer: Designer) -> None:
    aim_at(designer, (None,) * 4)
    assert "Set goals in the truth table." in sentence(card)
    assert not find(card, QToolButton, "gateLearnStepButton").isEnabled()
    designer.load_gate("XOR", nand_only=False)
    last = designer.circuit.outputs[0].source
    assert last is not None
    designer.look_at(last)
    assert "Select a perceptron that reads inputs only." in sentence(card)
    hidden = next(unit for unit in designer.circuit.nodes if task_of(designer.design, unit) != "deeper")
    designer.select([hidden.key])
    assert headline(card) == f"{hidden.name} learns y: 1 of 4 rows are wrong now."
    designer.clear()
    assert "Select a perceptron that reads inputs, and it can learn." in sentence(card)
    designer.add_unit(designer.circuit.inputs[0].at)
    assert "Lead inputs into it" in sentence(card)
    unit = designer.focused_unit
    assert unit is not None
    for _ in range(2):
        designer.connect_wire(Source(designer.circuit.inputs[0].key), unit.key)
    assert "Two wires bring this perceptron the same input" in sentence(card)


def test_a_row_that_should_give_two_answers(card: Learning, designer: Designer) -> None:
    unit = designer.focused_unit
    assert unit is not None
    designer.disconnect_wire(unit.key, 1)
    aim_at(designer, XOR)
    click(card, "gateShowProofButton")
    assert ") should give 1 in one row and 0 in another" in sentence(card)


def test_goals_that_are_all_the_same_need_no_line(card: Learning, designer: Designer) -> None:
    proofs: list[tuple[object, ...]] = []
    card.proof_wanted.connect(lambda *proof: proofs.append(proof))
    aim_at(designer, (1, 1, None, 1))
    click(card, "gateShowProofButton")
    assert "All goals are 1: no line is needed" in sentence(card)
    assert not proofs


# What the plane is told


def test_the_plane_is_told_in_the_order_of_its_axes(card: Learning, designer: Designer) -> None:
    trails: list[list[tuple[float, ...]]] = []
    proofs: list[tuple[object, ...]] = []
    card.trail_changed.connect(trails.append)
    card.proof_wanted.connect(lambda *proof: proofs.append(proof))
    designer.set_axes(1, 0)
    aim_at(designer, (0, 1, 0, 1))  # x₁
    choose_start(card, "zeros")
    step(card)
    step(card)
    step(card)
    assert unit_of(designer) == Perceptron((0.1, -0.1), 0.0)
    assert trails[-1] == [(0.0, 0.0, 0.0), (0.0, 0.1, 0.1)]
    click(card, "gateShowProofButton")
    answer, points, _ = proofs[-1]
    assert isinstance(answer, SeparatingLine)
    assert answer.perceptron == Perceptron((2.0, 0.0), -1.0)  # of x₁ and x₂, whatever the axes are
    np.testing.assert_array_equal(points, truth_table(2))
    click(card, "gateLearnRestartButton")
    assert trails[-1] == []


def test_a_trail_has_an_end(card: Learning, designer: Designer) -> None:
    trails: list[list[tuple[float, ...]]] = []
    card.trail_changed.connect(trails.append)
    aim_at(designer, XOR)
    for _ in range(10):
        round_(card)
    assert len(trails[-1]) == MOST_TRACES
    assert all(one != other for one, other in zip(trails[-1], trails[-1][1:], strict=False))
    assert card.progress is not None
    assert trails[-1][-1] != (*card.progress.now.weights, card.progress.now.bias)


def test_the_proof_turns_the_plane_to_the_inputs_that_are_read(qtbot: QtBot, designer: Designer) -> None:
    designer.load_gate("MAJORITY", nand_only=False)
    unit = designer.focused_unit
    assert unit is not None
    if len(unit.wires) != 3:
        pytest.skip("majority is built otherwise")
    card = shown(designer, qtbot)
    proofs: list[tuple[object, ...]] = []
    card.proof_wanted.connect(lambda *proof: proofs.append(proof))
    click(card, "gateShowProofButton")
    assert "The widest plane keeps" in sentence(card)
    assert not proofs  # three inputs do not go into a plane
    designer.disconnect_wire(unit.key, 0)
    aim_at(designer, (0, 0, 0, 0, 0, 0, 1, 1))  # x₂ and x₃
    assert set(designer.axes) == {0, 1}
    assert not proofs
    click(card, "gateShowProofButton")
    click(card, "gateShowProofButton")
    assert set(designer.axes) == {1, 2}
    answer, points, targets = proofs.pop()
    assert isinstance(answer, SeparatingLine)
    assert answer.perceptron == Perceptron((0.0, 2.0, 2.0), -3.0)
    np.testing.assert_array_equal(points, truth_table(3))
    np.testing.assert_array_equal(answer.perceptron.output(points), targets)
    designer.set_axes(0, 1)
    assert proofs == [(None, None, None)]


def test_a_single_input_is_shown_on_its_axis(qtbot: QtBot, designer: Designer) -> None:
    designer.load_gate("NOT", nand_only=True)
    designer.load_gate("NOT", nand_only=False)
    unit = designer.focused_unit
    assert unit is not None
    assert len(designer.circuit.inputs) == len(unit.wires) == 1
    card = shown(designer, qtbot)
    trails: list[list[tuple[float, ...]]] = []
    proofs: list[tuple[object, ...]] = []
    card.trail_changed.connect(trails.append)
    card.proof_wanted.connect(lambda *proof: proofs.append(proof))
    choose_start(card, "zeros")
    step(card)
    assert trails == [[(0.0, 0.0, 0.0)]]
    click(card, "gateShowProofButton")
    assert "The best threshold keeps 0.5" in sentence(card)
    answer, points, _ = proofs.pop()
    assert isinstance(answer, SeparatingLine)
    assert answer.perceptron == Perceptron((-2.0,), 1.0)
    np.testing.assert_array_equal(points, [[0.0], [1.0]])


# The chart


def test_the_chart_says_what_is_pointed_at(card: Learning, designer: Designer) -> None:
    aim_at(designer, OR)
    choose_start(card, "zeros")
    round_(card)
    round_(card)
    chart = find(card, ErrorChart, "gateErrorChart")
    assert chart.caption == "Errors in each round"
    QTest.mouseMove(chart, chart.bar_rect(1).center().toPoint())
    assert chart.caption == "Round 2: 2 of 4 wrong"
    QTest.mouseMove(chart, QPoint(chart.width() - 6, 40))
    assert chart.caption == "Errors in each round"
    chart.setFocus()
    QTest.keyClick(chart, Qt.Key.Key_Right)
    assert chart.caption == "Round 1: 1 of 4 wrong"
    QTest.keyClick(chart, Qt.Key.Key_Right)
    QTest.keyClick(chart, Qt.Key.Key_Right)
    assert chart.caption == "Round 2: 2 of 4 wrong"
    assert chart.accessibleDescription().endswith("1, 2")


def test_bars_are_as_high_as_there_were_errors(card: Learning, designer: Designer) -> None:
    aim_at(designer, XOR)
    choose_start(card, "zeros")
    for _ in range(3):
        round_(card)
    chart = find(card, ErrorChart, "gateErrorChart")
    assert counts(card) == (2, 3, 4)
    full = chart.plot_rect().height()
    heights = [chart.bar_rect(k).height() / full for k in range(3)]
    assert heights == pytest.approx([0.5, 0.75, 1.0])


@pytest.mark.parametrize("size", [(300, 190), (520, 230), (900, 400)])
def test_nothing_is_clipped(designer: Designer, qtbot: QtBot, size: tuple[int, int]) -> None:
    card = shown(designer, qtbot, size)
    card.apply_theme(DARK)
    designer.rename(designer.circuit.nodes[0].key, "the last one, with a long name")
    for goals in (OR, XOR):
        aim_at(designer, goals)
        for _ in range(6):
            check_layout(card)
            if find(card, QToolButton, "gateLearnRoundButton").isEnabled():
                round_(card)
    assert card.size().toTuple() == size


def check_layout(card: Learning) -> None:
    labels = [find(card, QLabel, name) for name in ("gateLearnHeadline", "gateLearnSentence")]
    for label in labels:
        assert not label.text() or label.heightForWidth(label.width()) <= label.height()
    chart = find(card, ErrorChart, "gateErrorChart")
    assert chart.height() >= 40
    for widget in (*labels, chart, *card.findChildren(QToolButton)):
        corner = widget.mapTo(card, widget.rect().bottomRight())
        assert card.rect().contains(corner), widget.objectName()


# The pure part


@st.composite
def tasks(draw: st.DrawFn) -> Task:
    n = draw(st.integers(1, 4))
    table = truth_table(n).astype(int).tolist()
    goals = draw(st.lists(st.sampled_from([0, 1, None]), min_size=len(table), max_size=len(table)))
    rows = tuple(row for row, goal in enumerate(goals) if goal is not None)
    assume(rows)
    return Task(
        "s",
        tuple(range(n)),
        "y",
        rows,
        tuple(tuple(table[row]) for row in rows),
        tuple(goal for goal in goals if goal is not None),
    )


TENTHS = st.integers(-20, 20).map(lambda n: n / 10)


@given(task=tasks(), rate=st.sampled_from([0.01, 0.1, 0.5, 1.0]), data=st.data())
def test_a_lesson_ends_as_the_proof_says_and_within_the_bound(
    task: Task, rate: float, data: st.DataObject
) -> None:
    n = len(task.inputs)
    *weights, bias = data.draw(st.lists(TENTHS, min_size=n + 1, max_size=n + 1))
    lesson = Lesson(task, Perceptron(tuple(weights), bias), rate)
    points, targets = task.examples()
    answer = separating_line(points, targets)
    bound = bound_of(lesson)
    while lesson.progress.ending not in ("learned", "limit") and lesson.progress.circle is None:
        lesson.finish_round()
    progress = lesson.progress
    if isinstance(answer, SeparatingLine):
        assert progress.circle is None
        assert progress.corrections <= bound + 1e-6
        assert progress.ending == "learned" or bound > len(progress.errors)
    else:
        assert bound == np.inf
        assert progress.ending != "learned"
        for goal in (0, 1):
            points_of_goal = {
                point for point, wanted in zip(task.points, task.goals, strict=True) if wanted == goal
            }
            assert parts_of_proof(answer, task, goal).keys() <= points_of_goal
    if progress.circle is not None:
        first, last = progress.circle
        one, other = (np.append(p.weights, p.bias) for p in (progress.ends[first], progress.ends[last]))
        np.testing.assert_allclose(one, other, atol=1e-9)
        assert all(progress.errors)


@given(tasks())
def test_rounds_and_steps_lead_to_the_same(task: Task) -> None:
    start = Perceptron((0.5,) * len(task.inputs), -0.75)
    by_step, by_round = Lesson(task, start, 0.5), Lesson(task, start, 0.5)
    for _ in range(5):
        by_round.finish_round()
        for _ in task.rows:
            by_step.advance()
        assert by_step.progress == by_round.progress


def test_far_away_it_takes_longer_than_anybody_waits() -> None:
    """|v| = 141 and η = 0.1: up to 8,514 corrections."""
    task = Task("s", (0, 1), "y", (0, 1, 2, 3), ((0, 0), (1, 0), (0, 1), (1, 1)), OR)
    lesson = Lesson(task, Perceptron((-100.0, 100.0), 2.0), 0.1)
    while not lesson.is_over:
        lesson.finish_round()
    assert (lesson.progress.ending, len(lesson.progress.errors)) == ("limit", MOST_ROUNDS)
    assert lesson.advance() is lesson.progress


def test_start_points() -> None:
    here, rng = Perceptron((0.3, 0.4, 0.5), 1.0), np.random.default_rng(7)
    assert start_point("here", here, rng) is here
    assert start_point("zeros", here, rng) == Perceptron((0.0, 0.0, 0.0), 0.0)
    assert start_point("book", here, rng) is here  # the book's has two inputs
    drawn = start_point("random", here, np.random.default_rng(7))
    assert drawn == start_point("random", here, np.random.default_rng(7))
    assert len(drawn.weights) == 3
    assert all(abs(number) <= 1 for number in (*drawn.weights, drawn.bias))
