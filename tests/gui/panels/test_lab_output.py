"""The output layer as a learner meets it: a task, and three functions on the same scores."""

import contextlib
import io
import json
from collections.abc import Callable
from typing import Any, TypeVar

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from scipy import special

from gui.main_window import MainWindow
from gui.panels.activation_curves.output_model import (
    FUNCTIONS,
    TASKS,
    Output,
    made,
    one_hot,
    output_from,
    work_of,
)
from gui.panels.activation_curves.output_page import OutputPage
from gui.panels.activation_curves.panel import ActivationCurves
from tests.gui.hands import LEFT, drag, turn_wheel

MakeWindow = Callable[..., MainWindow]
Found = TypeVar("Found", bound=QWidget)
FINITE = st.floats(allow_nan=False, allow_infinity=False)


def output_page(window: MainWindow, qtbot: QtBot) -> OutputPage:
    """The page, alone in the window, laid out."""
    window.arrange("arrangeActivationsAction")
    panel = window.docks["activationCurvesDock"].ensure_panel()
    assert isinstance(panel, ActivationCurves)
    panel.show_page("output")
    page = panel.page("output")
    assert isinstance(page, OutputPage)
    qtbot.waitUntil(lambda: page.width() > 1000 and page.bars.width() > 200)
    return page


@pytest.fixture
def page(window: MainWindow, qtbot: QtBot) -> OutputPage:
    return output_page(window, qtbot)


def find(page: QWidget, kind: type[Found], name: str) -> Found:
    found = page.findChild(kind, name)
    assert found is not None, name
    return found


def click(page: QWidget, name: str) -> None:
    QTest.mouseClick(find(page, QAbstractButton, name), LEFT)


def why(page: OutputPage, key: str) -> str:
    return find(page, QLabel, f"labOutputWhy_{key}").text()


def chosen(page: OutputPage) -> list[str]:
    return [column.title for column in page.columns.columns if column.chosen]


def test_each_task_has_its_function(page: OutputPage, window: MainWindow) -> None:
    assert chosen(page) == ["Softmax"]
    click(page, "labOutputTwoTab")
    assert chosen(page) == ["Sigmoid"]
    click(page, "labOutputRegressionTab")
    assert chosen(page) == ["Identity"]
    assert page.question.text() == "Regression: how warm will it be tomorrow, in °C?"
    assert find(page, QLabel, "labOutputVerdict_identity").text() == "✓ fits"
    assert find(page, QLabel, "labOutputVerdict_softmax").text() == "✕ does not fit"
    assert [window.undo.undoText(), window.undo.count()] == ["choose the task: A number", 2]
    window.undo.undo()
    window.undo.undo()
    assert page.state == Output()


def test_a_temperature_stays_what_it_is(page: OutputPage) -> None:
    click(page, "labOutputRegressionTab")
    assert why(page, "identity").startswith("23.5 °C stays 23.5 °C")
    bars = page.bars
    drag(bars, bars.bar_end(1), bars.bar_end(1, 20), bars.bar_end(1, 26))
    noon = page.state.regression[1]
    assert noon == pytest.approx(26, abs=0.3)
    assert page.columns.columns[0].texts[1] == f"{noon:g}"
    assert why(page, "identity").startswith(f"{noon:g} °C stays")


def test_of_two_classes_sigmoid_and_softmax_say_the_same(page: OutputPage, window: MainWindow) -> None:
    click(page, "labOutputTwoTab")
    bars, columns = page.bars, page.columns
    assert page.state.scores == (1.5, 0.0)
    assert columns.columns[1].texts == columns.columns[2].texts == ("0.818", "0.182")
    assert "softmax(1.5, 0) = 0.818 is sigmoid(1.5) = 0.818" in why(page, "softmax")
    turn_wheel(bars, -3, bars.rows.row(0).center())
    score = page.state.two[0]
    assert score < 1.5
    assert columns.columns[1].texts[0] == f"{special.expit(score):.3f}"
    assert columns.columns[1].texts == columns.columns[2].texts
    count = window.undo.count()
    turn_wheel(bars, 3, bars.rows.row(1).center())  # 0 is what the score is measured against: it stays
    drag(bars, bars.bar_end(1), bars.bar_end(1, 1))
    assert window.undo.count() == count


def test_ten_sigmoids_are_no_shares(page: OutputPage) -> None:
    total = special.expit(page.state.scores).sum()
    assert f"sum to {total:.2f}" in why(page, "sigmoid")
    assert page.columns.columns[1].total == f"Σ = {total:.2f}"
    assert page.columns.columns[2].total == "Σ = 1"
    page.bars.setFocus()
    QTest.keyClick(page.bars, Qt.Key.Key_PageUp)
    assert f"sum to {special.expit(page.state.scores).sum():.2f}" in why(page, "sigmoid")


def test_one_hot_forgets_how_sure(page: OutputPage) -> None:
    says = find(page, QLabel, "labOutputOneHot")
    y = special.softmax(page.state.scores)
    assert f"7 ({y[7]:.3f}), then 9 ({y[9]:.3f})" in says.text()
    assert page.columns.columns[3].texts == ("0",) * 7 + ("1", "0", "0")
    assert "lead" not in says.text()
    QTest.mouseClick(page.bars, LEFT, pos=page.bars.number_rect(9).center().toPoint())
    QTest.keyClicks(page.bars.field, "3.1")
    QTest.keyClick(page.bars.field, Qt.Key.Key_Return)
    assert "The lead is only 0.0" in says.text()
    assert page.columns.columns[3].texts == ("0",) * 7 + ("1", "0", "0")


def test_the_scores_of_the_chosen_image(page: OutputPage, window: MainWindow) -> None:
    window.session.select_sample(3)
    click(page, "labOutputOfImage")
    trace = window.session.trace
    assert trace is not None
    np.testing.assert_array_equal(page.state.many, trace.steps[-1].input[3].astype(np.float64))
    np.testing.assert_allclose(made(page.state, "softmax"), trace.output[3], rtol=1e-4, atol=1e-7)
    window.undo.undo()
    assert page.state == Output()


def test_without_a_network_there_are_no_such_scores(page: OutputPage, window: MainWindow) -> None:
    window.session.set_network(None)
    assert not find(page, QPushButton, "labOutputOfImage").isEnabled()


def test_what_is_no_number_is_said(page: OutputPage) -> None:
    page.bars.setFocus()
    QTest.keyClicks(page.bars, "1")
    QTest.keyClicks(page.bars.field, "x")
    QTest.keyClick(page.bars.field, Qt.Key.Key_Return)
    assert "1x" in find(page, QLabel, "labOutputOneHot").text()
    assert page.state == Output()


def test_the_largest_numbers_are_shown_without_a_warning(page: OutputPage) -> None:
    page.desk.take(Output(many=(1.7e308,) * 10))  # a warning would fail the test
    assert page.columns.columns[2].texts == ("0.100",) * 10
    page.desk.take(Output("regression", regression=(1.7e308, 1.7e308, -1.7e308)))
    assert page.columns.columns[0].texts[2] == "−1.7e308"


# Kept


def test_what_was_set_is_there_again(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window()
    page = output_page(window, qtbot)
    click(page, "labOutputTwoTab")
    page.bars.setFocus()
    QTest.keyClick(page.bars, Qt.Key.Key_Right)
    state = page.state
    assert state != Output(task="two")
    window.close()
    assert output_page(make_window(), qtbot).state == state


@pytest.mark.parametrize(
    "work",
    [
        {"task": 1},
        {"task": "three"},
        {"task": ["two"]},
        {"two": []},
        {"two": [1, 2]},
        {"many": [1] * 9},
        {"many": [float("nan")] * 10},
        {"regression": "abc"},
    ],
)
def test_damaged_settings_are_left_out(work: dict[str, Any]) -> None:
    assert output_from(work) == Output()


@given(
    task=st.sampled_from(TASKS),
    regression=st.tuples(FINITE, FINITE, FINITE),
    two=st.tuples(FINITE),
    many=st.tuples(*[FINITE] * 10),
)
def test_any_scores_come_back_and_are_what_scipy_says(
    task: str, regression: tuple[float, ...], two: tuple[float, ...], many: tuple[float, ...]
) -> None:
    output = Output(task, regression, two, many)
    assert output_from(json.loads(json.dumps(work_of(output)))) == output
    a = np.array(output.scores)
    np.testing.assert_array_equal(made(output, "identity"), a)
    np.testing.assert_allclose(made(output, "softmax").sum(), 1, rtol=1e-14)
    with np.errstate(over="ignore"):
        np.testing.assert_allclose(made(output, "softmax"), special.softmax(a), rtol=1e-12, atol=1e-300)
    if task == "two":
        np.testing.assert_allclose(made(output, "sigmoid"), made(output, "softmax"), rtol=1e-9, atol=1e-15)
    else:
        np.testing.assert_allclose(made(output, "sigmoid"), special.expit(a), rtol=1e-12, atol=1e-300)
    assert one_hot(output)[a.argmax()] == 1


def test_numpy_text_prints_what_is_shown(page: OutputPage) -> None:
    for task in TASKS:
        page.desk.take(Output(task))
        said = io.StringIO()
        with contextlib.redirect_stdout(said):
            exec(page.numpy(), {})
        rows = said.getvalue().replace("\n ", " ").splitlines()
        for key, row in zip(FUNCTIONS, rows[:3], strict=True):
            shown = [float(each) for each in row.strip("[]").split()]
            np.testing.assert_allclose(shown, made(page.state, key), rtol=1e-6, atol=1e-8)
        assert [float(each) for each in rows[3].strip("[]").split()] == one_hot(page.state).tolist()


def test_numbers_and_a_picture_of_it(page: OutputPage) -> None:
    head, *rows = page.csv().splitlines()
    assert head == "row,score,identity,sigmoid,softmax,one-hot"
    assert len(rows) == 10
    assert float(rows[7].split(",")[4]) == made(page.state, "softmax")[7]
    image = QImage(page.picture_size().toSize(), QImage.Format.Format_RGB32)
    image.fill(0xFF00FF)
    with QPainter(image) as painter:
        page.paint_picture(painter)
    assert image.pixelColor(1, 1).name() == page.bars.theme.card


def test_the_small_form_clips_nothing(page: OutputPage, window: MainWindow) -> None:
    window.arrange("arrangeAllAction")
    QApplication.processEvents()
    line = find(page, QLabel, "labOutputLine")
    assert line.isVisible()
    assert line.text().startswith("✓ fits · Softmax: ")
    for widget in (page.bars, page.columns, page.tasks, line):
        assert page.rect().contains(widget.geometry())
    assert (
        page.bars.bar_end(0, page.bars.scale.high).x() - page.bars.bar_end(0, page.bars.scale.low).x() > 100
    )
