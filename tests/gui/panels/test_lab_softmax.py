"""The softmax bench as a learner meets it: bars, formulas, breaking and repairing."""

import contextlib
import io
import json
import warnings
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from scipy import special

from core.softmax_limits import FLOATS
from gui.main_window import MainWindow
from gui.panels.activation_curves.panel import ActivationCurves
from gui.panels.activation_curves.softmax_bars import ScoreBars
from gui.panels.activation_curves.softmax_columns import ValueColumns
from gui.panels.activation_curves.softmax_formula import SoftmaxFormula
from gui.panels.activation_curves.softmax_model import (
    BREAKING,
    DTYPES,
    Bench,
    at_edge,
    bench_from,
    beyond_edge,
    limit,
    results,
    work_of,
)
from gui.panels.activation_curves.softmax_numbers import number_from, score_text
from gui.panels.activation_curves.softmax_page import SoftmaxPage
from gui.panels.activation_curves.softmax_scale import scale_of
from gui.panels.activation_curves.softmax_times import TimeBars
from gui.widgets.value_slider import ValueSlider
from tests.gui.hands import LEFT, drag, turn_wheel

MakeWindow = Callable[..., MainWindow]
Found = TypeVar("Found", bound=QWidget)
SCORES = st.lists(st.floats(allow_nan=False, allow_infinity=False), min_size=2, max_size=10)


def softmax_page(window: MainWindow, qtbot: QtBot) -> SoftmaxPage:
    """The page, alone in the window, laid out."""
    window.arrange("arrangeActivationsAction")
    panel = window.docks["activationCurvesDock"].ensure_panel()
    assert isinstance(panel, ActivationCurves)
    panel.show_page("softmax")
    page = panel.page("softmax")
    assert isinstance(page, SoftmaxPage)
    qtbot.waitUntil(lambda: page.width() > 1000 and page.bars.width() > 200)
    return page


@pytest.fixture
def page(window: MainWindow, qtbot: QtBot) -> SoftmaxPage:
    return softmax_page(window, qtbot)


def find(page: QWidget, kind: type[Found], name: str) -> Found:
    found = page.findChild(kind, name)
    assert found is not None, name
    return found


def click(page: QWidget, name: str) -> None:
    QTest.mouseClick(find(page, QAbstractButton, name), LEFT)


def column(page: SoftmaxPage, place: int) -> tuple[str, ...]:
    """The numbers of a column: 0 the places, 1 as printed, 2 safe, 3 the places again."""
    return find(page, ValueColumns, "labSoftmaxColumns").columns[place].texts


def type_into(bars: ScoreBars, k: int, text: str) -> None:
    """Click the number of a row, and write another one in its place."""
    QTest.mouseClick(bars, LEFT, pos=bars.number_rect(k).center().toPoint())
    assert bars.field.isVisible()
    if text.isascii():
        QTest.keyClicks(bars.field, text)
    else:  # Qt's test hand has no such keys
        bars.field.insert(text)
    QTest.keyClick(bars.field, Qt.Key.Key_Return)


# Scores and probabilities


def test_it_begins_with_the_scores_of_the_book(page: SoftmaxPage) -> None:
    assert page.state == Bench()
    assert column(page, 1) == column(page, 2) == ("0.01821127", "0.24519181", "0.73659691")
    assert column(page, 0) == column(page, 3) == ("3.", "2.", "1.")
    assert page.columns.columns[2].total == "Σ = 1"


def test_dragging_a_bar_moves_the_probabilities_and_is_undone_at_once(
    page: SoftmaxPage, window: MainWindow
) -> None:
    bars = page.bars
    middle = (bars.bar_end(0) + bars.bar_end(0, 4.5)) / 2
    drag(bars, bars.bar_end(0), middle, bars.bar_end(0, 4.5))
    assert page.state.scores[0] == pytest.approx(4.5, abs=0.05)
    assert page.state.scores[1:] == (2.9, 4.0)
    y = special.softmax(page.state.scores)
    np.testing.assert_allclose([float(text) for text in column(page, 2)], y, atol=1e-8)
    assert column(page, 0) == ("1.", "3.", "2.")
    assert window.undo.count() == 1
    window.undo.undo()
    assert page.state == Bench()
    drag(bars, bars.bar_end(1), bars.bar_end(1, -0.5))
    drag(bars, bars.bar_end(1), bars.bar_end(1, 1.5))
    assert window.undo.count() == 2


def test_wheel_and_keys_step_a_score(page: SoftmaxPage, window: MainWindow) -> None:
    bars = page.bars
    step = bars.scale.step
    turn_wheel(bars, 2, bars.rows.row(1).center())
    assert page.state.scores[1] == pytest.approx(2.9 + 2 * step)
    bars.setFocus()
    QTest.keyClick(bars, Qt.Key.Key_Down)
    QTest.keyClick(bars, Qt.Key.Key_Left)
    assert page.state.scores[2] == pytest.approx(4 - step)
    assert page.pointed == 2
    QTest.keyClick(bars, Qt.Key.Key_Home)
    assert page.state.scores[2] == 0
    window.undo.undo()
    window.undo.undo()
    assert page.state == Bench()


@pytest.mark.parametrize(
    ("text", "number"), [("1010", 1010), ("−3.5e4", -3.5e4), ("1,5", 1.5), ("-0", 0), ("１２", 12)]
)
def test_any_number_is_typed_in_place(page: SoftmaxPage, text: str, number: float) -> None:
    type_into(page.bars, 1, text)
    assert page.state.scores[1] == number
    assert page.bars.scale.low <= number <= page.bars.scale.high
    assert not page.bars.field.isVisible()
    assert page.bars.hasFocus()


@pytest.mark.parametrize("text", ["nan", "inf", "1e999", "eins", "--1", "1 2"])
def test_what_is_no_number_is_said_and_left(page: SoftmaxPage, window: MainWindow, text: str) -> None:
    type_into(page.bars, 1, text)
    assert page.bars.field.isVisible()
    assert text in find(page, QLabel, "labSoftmaxStatus").text()
    QTest.keyClick(page.bars.field, Qt.Key.Key_Escape)
    assert not page.bars.field.isVisible()
    assert page.state == Bench()
    assert window.undo.count() == 0


def test_a_digit_begins_to_type(page: SoftmaxPage) -> None:
    page.bars.setFocus()
    QTest.keyClicks(page.bars, "7")
    QTest.keyClicks(page.bars.field, "50")
    QTest.keyClick(page.bars.field, Qt.Key.Key_Return)
    assert page.state.scores[0] == 750


def test_going_elsewhere_finishes_a_number(page: SoftmaxPage) -> None:
    QTest.mouseClick(page.bars, LEFT, pos=page.bars.number_rect(0).center().toPoint())
    QTest.keyClicks(page.bars.field, "12")
    find(page, QPushButton, "labSoftmaxBreak").setFocus()
    assert page.state.scores[0] == 12
    assert not page.bars.field.isVisible()


def test_from_two_to_ten_classes(page: SoftmaxPage, window: MainWindow) -> None:
    for _ in range(9):
        click(page, "labSoftmaxMore")
    assert len(page.state.scores) == 10
    assert not find(page, QPushButton, "labSoftmaxMore").isEnabled()
    assert len(column(page, 2)) == 10
    page.bars.setFocus()
    QTest.keyClick(page.bars, Qt.Key.Key_Delete)
    assert page.state.scores[0] == 2.9
    for _ in range(9):
        click(page, "labSoftmaxFewer")
    assert len(page.state.scores) == 2
    assert not find(page, QPushButton, "labSoftmaxFewer").isEnabled()
    while window.undo.canUndo():
        window.undo.undo()
    assert page.state == Bench()


# The formula


def test_pointing_at_a_bar_lights_its_terms(page: SoftmaxPage, qtbot: QtBot) -> None:
    naive, safe = (
        find(page, SoftmaxFormula, name) for name in ("labSoftmaxNaiveFormula", "labSoftmaxSafeFormula")
    )
    assert naive.fraction is not None
    assert (naive.fraction.k, naive.lit) == (2, False)
    QTest.mouseMove(page.bars, page.bars.rows.row(1).center().toPoint())
    QApplication.processEvents()
    assert safe.fraction is not None
    assert (naive.fraction.k, naive.lit, safe.lit) == (1, True, True)
    assert naive.fraction.top == "2.9"
    assert naive.fraction.bottom == ("0.3", "2.9", "4")
    assert (naive.fraction.numerator, naive.fraction.total) == ("18.174145", "74.122154")
    assert naive.fraction.value == "0.24519181"
    assert safe.fraction.top == "2.9 − 4"
    assert safe.fraction.bottom == ("−3.7", "−1.1", "0")
    assert page.columns.lit == 1
    qtbot.waitUntil(lambda: not naive.term_rect(0).isEmpty())
    QTest.mouseMove(naive, naive.term_rect(0).center().toPoint())  # and from the formula to the bar
    QApplication.processEvents()
    assert (page.bars.lit, naive.fraction.k) == (0, 0)


def test_where_nothing_is_pointed_at_the_largest_is_explained(page: SoftmaxPage, window: MainWindow) -> None:
    formula = find(page, SoftmaxFormula, "labSoftmaxNaiveFormula")
    click(page, "labSoftmaxBreak")
    assert formula.fraction is not None
    assert (formula.fraction.k, formula.lit) == (0, False)
    window.undo.undo()
    assert formula.fraction.k == 2


def test_a_class_may_go_while_its_bar_is_dragged(page: SoftmaxPage) -> None:
    bars = page.bars
    QTest.mousePress(bars, LEFT, pos=bars.bar_end(2).toPoint())
    QTest.keyClick(bars, Qt.Key.Key_Delete)
    QTest.mouseMove(bars, bars.rows.row(0).center().toPoint())
    QApplication.processEvents()
    QTest.mouseRelease(bars, LEFT, pos=bars.rows.row(0).center().toPoint())
    assert page.state.scores == (0.3, 2.9)


def test_the_keyboard_points_too(page: SoftmaxPage) -> None:
    page.bars.setFocus(Qt.FocusReason.TabFocusReason)
    formula = find(page, SoftmaxFormula, "labSoftmaxNaiveFormula")
    assert formula.fraction is not None
    assert (formula.fraction.k, formula.lit) == (0, True)
    QTest.keyClick(page.bars, Qt.Key.Key_Down)
    assert formula.fraction.k == 1
    assert "2.9" in page.bars.accessibleDescription()


# A constant, a temperature


def test_a_constant_changes_nothing(page: SoftmaxPage, window: MainWindow) -> None:
    before = column(page, 2)
    slider = find(page, ValueSlider, "labSoftmaxConstant")
    drag(
        slider,
        QPointF(slider.width() / 2, 8),
        QPointF(slider.width() - 40, 8),
        QPointF(slider.width() - 7, 8),
    )
    assert page.state.constant == 1000
    assert column(page, 2) == before
    assert column(page, 1) == ("nan", "nan", "nan")
    sentence = find(page, QLabel, "labSoftmaxConstantSays").text()
    assert "Greatest change of a probability: " in sentence
    assert window.undo.count() == 1
    window.undo.undo()
    turn_wheel(slider, -3)
    assert page.state.constant == -3
    field = find(page, QLineEdit, "labSoftmaxConstantField")
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "0.5")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert page.state.constant == 0.5
    QTest.mouseDClick(slider, LEFT)
    assert page.state.constant == 0


def test_in_float16_a_constant_costs_digits_and_the_page_says_so(page: SoftmaxPage) -> None:
    click(page, "labSoftmaxFloat16Tab")
    field = find(page, QLineEdit, "labSoftmaxConstantField")
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "1000")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert "steps of 0.5" in find(page, QLabel, "labSoftmaxConstantSays").text()


def test_temperature_sharpens_and_the_order_stays(page: SoftmaxPage, window: MainWindow) -> None:
    slider = find(page, ValueSlider, "labSoftmaxTemperature")
    slider.setFocus()
    QTest.keyClick(slider, Qt.Key.Key_Home)
    assert page.state.temperature == 0.1
    y = special.softmax(np.array(page.state.scores) / 0.1)
    np.testing.assert_allclose([float(t.replace("−", "-")) for t in column(page, 2)], y, rtol=1e-7)
    says = find(page, QLabel, "labSoftmaxTemperatureSays").text()
    assert says.startswith("Sharper")
    assert "0.737" in says
    assert says.endswith("The order stays.")
    assert column(page, 0) == column(page, 3)
    QTest.keyClick(slider, Qt.Key.Key_End)
    assert page.state.temperature == 10
    assert find(page, QLabel, "labSoftmaxTemperatureSays").text().startswith("More even")


def test_what_is_nearly_1_is_not_said_to_be_1(page: SoftmaxPage) -> None:
    page.desk.take(Bench((1010.0, 1000.0, 990.0), temperature=0.5))
    says = find(page, QLabel, "labSoftmaxTemperatureSays")
    assert "has 0.999999998 instead of 0.9999546" in says.text()


def test_the_largest_score_is_taken_from_itself_with_the_same_digits(page: SoftmaxPage) -> None:
    page.desk.take(Bench((416.75, 400.0), dtype="float16"))
    fraction = find(page, SoftmaxFormula, "labSoftmaxSafeFormula").fraction
    assert fraction is not None
    assert fraction.top == "416.75 − 416.75"


def test_a_sum_is_1_but_for_rounding_and_all_digits_are_on_the_hover(page: SoftmaxPage) -> None:
    page.desk.take(Bench((0.1, 0.2, 0.3, 0.4, 0.7, 0.9, 1.3), dtype="float16"))
    total = page.columns.columns[2]
    assert total.total == "Σ = 1"
    y = results(page.state).safe.probabilities
    assert total.total_tip.endswith(str(y.sum(dtype=np.float16)))
    page.desk.take(Bench((-17.3, -17.1, -17.0), dtype="float16"))  # few digits are left of the terms
    assert page.columns.columns[2].total == "Σ = 1"


# Break it


@pytest.mark.parametrize("dtype", DTYPES)
def test_the_limits_that_are_shown_can_be_typed_and_survive(page: SoftmaxPage, dtype: str) -> None:
    click(page, f"labSoftmax{dtype.title()}Tab")
    limits = find(page, QLabel, "labSoftmaxLimits")
    shown = limits.text().split(f"<b>{dtype} ")[1].split("</b>")[0]  # that of the chosen type is bold
    page.desk.take(replace(page.state, scores=(0.0, 0.0, 0.0)))
    type_into(page.bars, 2, shown)
    assert page.state.scores[2] == float(shown)
    assert results(page.state).naive.survived
    assert f"{dtype}: {limit(dtype)!r}" in limits.toolTip()
    assert limit(dtype) - float(shown) < 0.01


@pytest.mark.parametrize("dtype", DTYPES)
def test_break_it_and_repair_it(page: SoftmaxPage, window: MainWindow, dtype: str) -> None:
    click(page, f"labSoftmax{dtype.title()}Tab")
    click(page, "labSoftmaxBreak")
    assert page.state.scores == BREAKING
    assert column(page, 1) == ("nan", "nan", "nan")
    assert page.columns.columns[1].wrong
    assert not page.columns.columns[2].wrong
    assert find(page, QLabel, "labSoftmaxWarning").text() == (
        "RuntimeWarning: overflow encountered in exp\nRuntimeWarning: invalid value encountered in divide"
    )
    if dtype == "float64":
        assert column(page, 2) == ("9.99954600e−01", "4.53978686e−05", "2.06106005e−09")
    assert page.columns.columns[2].total == "Σ = 1"
    click(page, "labSoftmaxRepair")
    assert page.state.constant == -1010
    assert column(page, 1) == column(page, 2)
    assert not find(page, QLabel, "labSoftmaxWarning").isVisible()
    formula = find(page, SoftmaxFormula, "labSoftmaxNaiveFormula").fraction
    assert formula is not None
    assert formula.top.endswith("− 1010")
    assert not find(page, QPushButton, "labSoftmaxRepair").isEnabled()
    for _ in range(window.undo.count()):
        window.undo.undo()
    assert page.state == Bench()


def test_nan_is_red_on_screen(page: SoftmaxPage) -> None:
    click(page, "labSoftmaxBreak")
    image = page.columns.grab().toImage()
    wrong = page.columns.theme.wrong
    colours = {
        image.pixelColor(x, y).name() for x in range(image.width()) for y in range(0, image.height(), 2)
    }
    assert wrong in colours


@pytest.mark.parametrize("dtype", DTYPES)
def test_to_the_edge_and_one_step_beyond(page: SoftmaxPage, dtype: str) -> None:
    click(page, f"labSoftmax{dtype.title()}Tab")
    click(page, "labSoftmaxEdge")
    edge = page.state.scores[2]
    assert edge == pytest.approx(limit(dtype), rel=1e-3)
    assert page.state.scores[:2] == (0.3, 2.9)
    assert not page.columns.columns[1].wrong
    click(page, "labSoftmaxBeyond")
    beyond = page.state.scores[2]
    assert np.dtype(dtype).type(beyond) == np.nextafter(np.dtype(dtype).type(edge), np.inf, dtype=dtype)
    assert page.columns.columns[1].wrong
    assert not page.columns.columns[2].wrong
    limits = find(page, QLabel, "labSoftmaxLimits").text()
    for number in ("11.08", "88.72", "709.78"):  # 11.09 is 11.09375 in float16: too much
        assert number in limits


def test_what_float16_cannot_hold_is_said(page: SoftmaxPage) -> None:
    type_into(page.bars, 0, "70000")
    click(page, "labSoftmaxFloat16Tab")
    assert "65504" in find(page, QLabel, "labSoftmaxStatus").text()
    assert page.columns.columns[2].wrong
    assert not find(page, QPushButton, "labSoftmaxRepair").isEnabled()
    click(page, "labSoftmaxFloat32Tab")
    assert column(page, 2) == ("1.", "0.", "0.")


# Leave it out


def test_without_softmax_the_class_stays_and_the_time_is_measured(
    page: SoftmaxPage, window: MainWindow, qtbot: QtBot
) -> None:
    click(page, "labSoftmaxWithout")
    assert page.state.without
    says = find(page, QLabel, "labSoftmaxWithoutSays")
    qtbot.waitUntil(lambda: "µs" in says.text(), timeout=20_000)
    assert "class 2 either way" in says.text()
    assert "100 of 100 classes the same" in says.text()
    times = find(page, TimeBars, "labSoftmaxTimes")
    timing = page.stopwatch.timing
    assert times.isVisible()
    assert timing is not None
    assert times.accessibleName() == (
        f"with softmax: {timing.with_softmax:.1f} µs; without softmax: {timing.without:.1f} µs"
    )
    assert timing.without < timing.with_softmax
    assert column(page, 1) == ("", "", "✓")
    assert not find(page, SoftmaxFormula, "labSoftmaxNaiveFormula").isVisible()
    window.undo.undo()
    assert not page.state.without
    assert find(page, SoftmaxFormula, "labSoftmaxNaiveFormula").isVisible()


# Kept


def test_what_was_set_is_there_again(make_window: MakeWindow, tmp_path: Path, qtbot: QtBot) -> None:
    window = make_window()
    page = softmax_page(window, qtbot)
    click(page, "labSoftmaxFloat32Tab")
    type_into(page.bars, 1, "-12.5")
    state = page.state
    window.close()
    again = softmax_page(make_window(), qtbot)
    assert again.state == state
    assert again.bars.scale.low < -12.5


@pytest.mark.parametrize(
    "work",
    [
        {"scores": [1]},
        {"scores": [1, float("nan")]},
        {"scores": ["1", 2]},
        {"scores": 3},
        {"scores": [1] * 11},
        {"scores": [10**400, 1]},
        {"constant": float("inf")},
        {"constant": True},
        {"temperature": 0},
        {"temperature": 1e9},
        {"temperature": []},
        {"dtype": "int8"},
        {"dtype": ["float16"]},
        {"without": 1},
    ],
)
def test_damaged_settings_are_left_out(work: dict[str, Any]) -> None:
    assert bench_from(work) == Bench()


@given(
    scores=SCORES,
    constant=st.floats(allow_nan=False, allow_infinity=False),
    temperature=st.floats(0.1, 10),
    dtype=st.sampled_from(DTYPES),
    without=st.booleans(),
)
def test_settings_come_back_from_json_and_anything_finite_is_reckoned(
    scores: list[float], constant: float, temperature: float, dtype: str, without: bool
) -> None:
    bench = Bench(tuple(scores), constant, temperature, dtype, without)
    assert bench_from(json.loads(json.dumps(work_of(bench)))) == bench
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        found = results(bench)
    if found.all_fit:
        y = found.safe.probabilities
        np.testing.assert_allclose(y.astype(np.float64).sum(), 1, atol=10 * float(np.finfo(dtype).eps))


@given(scores=SCORES, dtype=st.sampled_from(DTYPES))
def test_the_edge_survives_and_the_step_beyond_does_not(scores: list[float], dtype: str) -> None:
    bench = Bench(tuple(scores), dtype=dtype)
    assert results(at_edge(bench)).naive.survived
    assert not results(beyond_edge(bench)).naive.survived


@given(SCORES | st.lists(st.floats(1e308, 1.7976931348623157e308), min_size=2, max_size=10))
@example([1.3e308, 1.7976931348623157e308])
@example([1.0, 1.0000000000000002])
@example([5e-324, 0.0])
def test_every_score_lies_on_its_scale(scores: list[float]) -> None:
    scale = scale_of(scores)
    for score in scores:
        assert -1e-9 <= scale.share(score) <= 1 + 1e-9
    assert scale.step > 0
    assert np.isfinite([scale.value(share, 200) for share in (-0.5, 0.0, 0.3, 1.0, 1.5)]).all()


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_a_shown_score_can_be_typed_again(score: float) -> None:
    again = number_from(score_text(score))
    if abs(score) < 1.7e308:
        assert again == pytest.approx(score, rel=1e-5, abs=1e-320)


def test_numpy_text_prints_what_is_shown(page: SoftmaxPage, window: MainWindow) -> None:
    for bench in (
        Bench(),
        Bench(BREAKING, constant=-1000.0, temperature=2.0),
        Bench(BREAKING, dtype="float32"),
        Bench((11.0, 12.0), dtype="float16"),
    ):
        page.desk.take(bench)
        said = io.StringIO()
        with contextlib.redirect_stdout(said), warnings.catch_warnings():
            warnings.simplefilter("ignore")
            exec(page.numpy(), {})
        lines = said.getvalue().replace("-", "−").splitlines()
        assert lines[0].strip("[]").split() == list(column(page, 1))
        assert lines[1].strip("[]").split() == list(column(page, 2))
        assert page.columns.columns[2].total_tip.endswith(lines[2].replace("−", "-"))
    page.desk.take(Bench(without=True))
    said = io.StringIO()
    with contextlib.redirect_stdout(said):
        exec(page.numpy(), {})
    assert said.getvalue() == "2\n"


def test_numbers_and_a_picture_of_it(page: SoftmaxPage) -> None:
    click(page, "labSoftmaxBreak")
    head, *rows = page.csv().splitlines()
    assert head.startswith("class,score")
    assert len(rows) == 3
    cells = rows[1].split(",")
    assert cells[:4] == ["1", "1000.0", "1000.0", "nan"]
    assert float(cells[4]) == float(results(page.state).safe.probabilities[1])
    size = page.picture_size().toSize()
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill(0xFF00FF)
    with QPainter(image) as painter:
        page.paint_picture(painter)
    assert image.pixelColor(2, 2).name() == page.bars.theme.card
    colours = {
        image.pixelColor(x, y).name() for x in range(0, size.width(), 2) for y in range(0, size.height(), 2)
    }
    assert page.bars.theme.wrong in colours


@pytest.mark.parametrize("count", [2, 3, 10])
def test_the_page_is_filled_however_many_classes_there_are(page: SoftmaxPage, count: int) -> None:
    page.desk.take(Bench(tuple(float(k) for k in range(count))))
    QApplication.processEvents()
    assert page.height() - page.sliders.geometry().bottom() < page.height() / 8
    assert page.height() - page.explained.beyond.geometry().bottom() - page.explained.y() < page.height() / 8
    assert page.explained.status.height() >= page.explained.status.heightForWidth(page.explained.width())


def test_the_small_form_shows_what_matters_and_clips_nothing(page: SoftmaxPage, window: MainWindow) -> None:
    window.arrange("arrangeAllAction")
    QApplication.processEvents()
    assert not page.explained.isVisible()
    click(page, "labSoftmaxBreak")
    line = find(page, QLabel, "labSoftmaxLine")
    assert line.isVisible()
    assert "overflow encountered in exp" in line.text()
    for widget in (page.bars, page.columns, page.sliders, line, page.top):
        assert page.rect().contains(widget.geometry())
    assert page.minimumSizeHint().width() <= QSize(400, 0).width()


def test_every_float_type_can_be_chosen() -> None:
    assert tuple(each.name for each in FLOATS) == DTYPES
