"""Stacked layers and gradients through depth: in the real window, with mouse, wheel and keys."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from core.functions import typed_key
from gui.main_window import MainWindow
from gui.panels.activation_curves.depth_model import flow, on_the_way_back, verdict
from gui.panels.activation_curves.depth_picks import DepthPick
from gui.panels.activation_curves.depth_plot import DepthPlot, lanes, rows_of
from gui.panels.activation_curves.depth_table import DepthTable
from gui.panels.activation_curves.layers_chips import LayerChips
from gui.panels.activation_curves.layers_functions import FunctionChoice
from gui.panels.activation_curves.layers_looks import frame_in, segments
from gui.panels.activation_curves.layers_model import Layers, bent, layers_from, way, work_of
from gui.panels.activation_curves.layers_page import LayersPage
from gui.panels.activation_curves.layers_plot import StackPlot
from gui.panels.activation_curves.panel import ActivationCurves
from gui.panels.activation_curves.view import View
from gui.widgets.choice import Choice
from gui.widgets.number_field import NumberField
from gui.widgets.picture_file import image_of
from gui.widgets.value_slider import ValueSlider
from tests.gui.hands import drag, turn_wheel

MakeWindow = Callable[..., MainWindow]
Found = TypeVar("Found", bound=QWidget)
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def page(window: MainWindow, qtbot: QtBot) -> LayersPage:
    return layers(window, qtbot)


def layers(window: MainWindow, qtbot: QtBot) -> LayersPage:
    """The page, alone in the window, laid out, with its gradients worked out."""
    window.arrange("arrangeActivationsAction")
    panel = window.docks["activationCurvesDock"].ensure_panel()
    assert isinstance(panel, ActivationCurves)
    panel.show_page("layers")
    page = panel.page("layers")
    assert isinstance(page, LayersPage)
    qtbot.waitUntil(lambda: page.width() > 1000)
    worked_out(page, qtbot)
    return page


def worked_out(page: LayersPage, qtbot: QtBot) -> None:
    """Wait until the gradients that are shown are those that are wanted."""
    qtbot.waitUntil(lambda: page.gradients.is_done, timeout=20_000)
    assert set(page.gradients.flows) == set(page.state.shown)


def find(page: QWidget, kind: type[Found], name: str) -> Found:
    found = page.findChild(kind, name)
    assert found is not None, name
    return found


def text(page: QWidget, name: str) -> str:
    return find(page, QLabel, name).text()


def choose(page: QWidget, key: str) -> None:
    """Go to a function in the list with the keys."""
    choice = find(page, FunctionChoice, "labStackFunction")
    choice.setFocus()
    way_down = choice.findData(key) - choice.currentIndex()
    for _ in range(abs(way_down)):
        QTest.keyClick(choice, Qt.Key.Key_Down if way_down > 0 else Qt.Key.Key_Up)
    assert choice.currentData() == key


def type_in(page: QWidget, name: str, what: str) -> None:
    field = find(page, NumberField, name)
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, what)
    QTest.keyClick(field, Qt.Key.Key_Return)


# Stacked layers


def test_straight_layers_are_one_line_with_its_numbers_put_in(page: LayersPage) -> None:
    assert "y = 0.5³·x = 0.125·x" in text(page, "labStackEquation")
    assert text(page, "labStackGap") == "Greatest gap: 0"
    type_in(page, "labStackWeightSpin", "-2")
    assert "y = (−2)³·x = −8·x" in text(page, "labStackEquation")
    type_in(page, "labStackBiasSpin", "1")
    # -2·(-2·(-2x + 1) + 1) + 1 = -8x + 3
    assert "y = (−2)³·x + 3 = −8·x + 3" in text(page, "labStackEquation")
    assert "(-2.0)" in find(page, QLabel, "labStackEquation").toolTip().replace("−", "-")
    assert text(page, "labStackGap") == "Greatest gap: 0"
    assert "3 settings" in text(page, "labStackSentence")  # it counts what was tried


def test_no_weights_make_straight_layers_part(page: LayersPage, window: MainWindow) -> None:
    button = find(page, QPushButton, "labStackRandomButton")
    slider = find(page, ValueSlider, "labStackCountSlider")
    rolls = []
    for count in (10, 7, 2):
        type_in(page, "labStackCountSpin", str(count))
        QTest.mouseClick(button, LEFT)
        rolls.append(page.state.weights)
        assert slider.value() == page.state.count == count
        assert len(set(page.state.weights)) > 1
        assert text(page, "labStackGap") == "Greatest gap: 0"
    window.undo.undo()
    assert page.state.weights == rolls[1]
    assert page.state.count == 2
    assert bent(page.state).lies_on_line


def test_a_typed_line_is_known_as_one_and_a_bend_parts_them(page: LayersPage, window: MainWindow) -> None:
    line, curve = typed_key("2*x+1"), typed_key("x*x/4")
    window.session.set_functions((line, curve))
    choose(page, line)
    # every layer does 2·(x/2) + 1 = x + 1
    assert "= 1·x + 3" in text(page, "labStackEquation")
    assert text(page, "labStackGap") == "Greatest gap: 0"
    choose(page, curve)
    assert text(page, "labStackEquation").startswith("<b>Without h:")
    shown = bent(page.state)
    assert "Greatest gap: 0.5 at x = −4" in text(page, "labStackGap")
    assert shown.gap == np.abs(shown.stack.output - shown.lines[-1]).max()
    assert "They part by" in text(page, "labStackSentence")
    window.session.set_functions(())  # taken away, but still chosen
    assert find(page, FunctionChoice, "labStackFunction").currentData() == curve
    window.undo.undo()
    window.undo.undo()
    assert page.state == Layers()


def test_a_bend_that_no_sum_meets_is_told(page: LayersPage) -> None:
    choose(page, "relu")
    assert "They part" in text(page, "labStackSentence")
    type_in(page, "labStackBiasSpin", "5")
    assert text(page, "labStackGap") == "Greatest gap: 0"
    assert "ReLU is straight itself" in text(page, "labStackSentence")
    type_in(page, "labStackBiasSpin", "-50")
    assert "nothing of x is left" in text(page, "labStackSentence")


def test_all_layers_or_a_single_one_by_slider_wheel_and_keys(page: LayersPage, window: MainWindow) -> None:
    chips = find(page, LayerChips, "labLayerChips")
    weight = find(page, ValueSlider, "labStackWeightSlider")
    turn_wheel(weight, 2)
    assert set(page.state.weights) == {0.7}
    QTest.mouseClick(chips, LEFT, pos=chips.chip(2).center().toPoint())
    assert page.state.chosen == 2
    assert page.stack.weight.label.text() == "w₂"
    drag(
        weight, QPointF(weight.width() * 0.5, 8), QPointF(weight.width() * 0.7, 8), QPointF(weight.width(), 8)
    )
    assert page.state.weights[:3] == (0.7, 3.0, 0.7)
    assert "0.7·3·0.7·x = 1.47·x" in text(page, "labStackEquation")
    assert window.undo.count() == 2  # the wheel, and the drag
    chips.setFocus()
    QTest.keyClick(chips, Qt.Key.Key_Right)
    assert page.state.chosen == 3
    bias = find(page, ValueSlider, "labStackBiasSlider")
    bias.setFocus()
    QTest.keyClick(bias, Qt.Key.Key_Left)
    assert page.state.biases[:3] == (0, 0, -0.1)
    QTest.keyClick(chips, Qt.Key.Key_Home)
    assert page.state.chosen == 0
    assert "mean" in weight.toolTip()
    assert window.undo.count() == 3
    for _ in range(3):
        window.undo.undo()
    assert page.state.weights == Layers().weights


def test_fewer_layers_forget_nothing(page: LayersPage) -> None:
    chips = find(page, LayerChips, "labLayerChips")
    QTest.mouseClick(chips, LEFT, pos=chips.chip(3).center().toPoint())
    type_in(page, "labStackWeightSpin", "2.5")
    type_in(page, "labStackCountSpin", "2")
    assert page.state.chosen == 0  # the third is not there to be set
    type_in(page, "labStackCountSpin", "10")
    assert page.state.count == 10
    assert page.state.weights[2] == 2.5


def test_the_probe_goes_through_all_layers(page: LayersPage, window: MainWindow) -> None:
    choose(page, "tanh")
    plot = find(page, StackPlot, "labStackPlot")
    frame = plot.frame()
    drag(plot, *(QPointF(frame.column(x), 60) for x in (1.0, 2.0, -3.0)))
    assert page.state.probe == pytest.approx(-3, abs=0.03)
    found = way(page.state)
    signal = page.state.probe
    for a, z in zip(found.sums, found.signals, strict=True):
        assert a == 0.5 * signal
        signal = float(np.tanh(a))
        assert z == pytest.approx(signal)
    assert text(page, "labStackSteps").startswith("x = −3")
    assert "z₃ = −0.2" in text(page, "labStackSteps")
    plot.setFocus()
    QTest.keyClick(plot, Qt.Key.Key_Home)
    QTest.keyClick(plot, Qt.Key.Key_Right)
    assert page.state.probe == -3.9
    chips = find(page, LayerChips, "labLayerChips")
    QTest.mouseClick(chips, LEFT, pos=chips.chip(2).center().toPoint())
    assert text(page, "labStackSteps").startswith("a₂ = w₂·z₁ + b₂ = 0.5·(−0.96)")


@pytest.mark.parametrize("text_", ["1e308*x", "exp(exp(x))", "1/x", "log(-1)", "x^9", "1e-300*x"])
def test_numbers_beyond_all_floats_are_borne(page: LayersPage, window: MainWindow, text_: str) -> None:
    key = typed_key(text_)
    window.session.set_functions((key,))
    choose(page, key)
    type_in(page, "labStackCountSpin", "10")
    for weight in ("100", "1", "-0.001", "0"):
        type_in(page, "labStackWeightSpin", weight)
        assert text(page, "labStackSentence")
        assert text(page, "labStackGap")
        assert not page.grab().isNull()


# Gradients through depth


def test_what_is_left_is_counted_for_each_function(page: LayersPage) -> None:
    table = find(page, DepthTable, "labDepthTable")
    assert list(table.cells()) == ["sigmoid", "tanh", "relu"]
    left, factor, below, dead, _, word = table.cells()["sigmoid"]
    found = verdict(flow("sigmoid", 50, "xavier", 1))
    assert left == f"{found.left:.2e}".replace("e-", "e−")
    assert factor == "0.23"
    assert found.below == 10
    assert (below, dead, word) == ("after 10", "0", "▼ vanishes")
    assert table.cells()["tanh"][2::3] == ("never", "● lives")
    assert table.cells()["relu"][3].endswith("%")
    sentence = text(page, "labDepthSentence")
    assert "The slope of Sigmoid is at most 0.25" in sentence
    assert "after 10 layers" in sentence
    assert f"Of ReLU, {100 * verdict(flow('relu', 50, 'xavier', 1)).dead:.1f} %" in sentence


def test_functions_scale_depth_and_seed_are_chosen_and_undone(
    page: LayersPage, window: MainWindow, qtbot: QtBot
) -> None:
    table = find(page, DepthTable, "labDepthTable")
    for key in ("gelu", "tanh"):
        QTest.mouseClick(find(page, DepthPick, f"labDepth_{key}"), LEFT)
    assert page.state.shown == ("sigmoid", "relu", "gelu")
    scale = find(page, Choice, "labDepthScale")
    scale.setFocus()
    QTest.keyClick(scale, Qt.Key.Key_Down)
    assert page.state.scale == "he"
    QTest.mouseClick(find(page, QPushButton, "labDepthRollButton"), LEFT)
    assert page.state.seed == 2
    slider = find(page, ValueSlider, "labDepthCountSlider")
    width = slider.width()
    drag(slider, *(QPointF(width * share, 8) for share in (0.9, 0.6, 0.2)))
    depth = page.state.depth
    assert depth == pytest.approx(10, abs=2)
    worked_out(page, qtbot)
    assert list(table.cells()) == ["sigmoid", "relu", "gelu"]
    assert table.cells()["relu"][5] == "● lives"
    assert window.undo.count() == 5
    for _ in range(5):
        window.undo.undo()
    worked_out(page, qtbot)
    assert page.state == Layers()
    assert table.cells()["sigmoid"][2] == "after 10"


def test_a_layer_that_is_pointed_at_is_lit_in_all(page: LayersPage, qtbot: QtBot) -> None:
    plot, table = find(page, DepthPlot, "labDepthPlot"), find(page, DepthTable, "labDepthTable")
    frame = plot.frame()
    QTest.mouseMove(plot, QPoint(round(frame.column(20)), 100))
    for key, cells in table.cells().items():
        size = on_the_way_back(flow(key, 50, "xavier", 1))[20]
        assert float(cells[0].replace("−", "-")) == pytest.approx(size, rel=0.01)
    plot.setFocus()
    QTest.keyClick(plot, Qt.Key.Key_Right)
    back = on_the_way_back(flow("sigmoid", 50, "xavier", 1))
    left, factor, slope, *_ = table.cells()["sigmoid"]
    assert float(left.replace("−", "-")) == pytest.approx(back[21], rel=0.01)
    assert float(factor) == pytest.approx(back[21] / back[20], rel=0.01)
    assert 0.2 < float(slope) <= 0.25  # times a spread of 1: that is why
    assert "layer 30" in table.about(QPointF(40, 30))
    turn_wheel(find(page, ValueSlider, "labDepthCountSlider"), -45)
    worked_out(page, qtbot)
    assert "layer 1:" in table.about(QPointF(40, 30))  # of five layers, the deepest
    QTest.keyClick(plot, Qt.Key.Key_Escape)
    turn_wheel(find(page, ValueSlider, "labDepthCountSlider"), 45)
    worked_out(page, qtbot)
    assert table.cells()["sigmoid"][5] == "▼ vanishes"


def test_zeros_and_infinities_stand_at_the_edge(page: LayersPage, qtbot: QtBot) -> None:
    QTest.mouseClick(find(page, DepthPick, "labDepth_step"), LEFT)
    worked_out(page, qtbot)
    plot, table = find(page, DepthPlot, "labDepthPlot"), find(page, DepthTable, "labDepthTable")
    assert lanes(page.gradients.flows) == (True, "")
    frame = plot.frame()
    bottom = frame.top + frame.height
    rows = rows_of(frame, on_the_way_back(page.gradients.flows["step"]))
    assert all(row > bottom for row in rows[1:])
    assert max(rows) < plot.height()
    assert table.cells()["step"][0] == "0"
    assert table.cells()["step"][5] == "∅ is 0"
    assert "nothing gets through it" in text(page, "labDepthSentence")
    above = rows_of(frame, np.array([1.0, np.inf, np.nan]))
    assert above[0] == pytest.approx(float(frame.row(0.0)))
    assert above[1] == above[2] < frame.top


def test_a_function_without_values_is_not_said_to_explode(
    page: LayersPage, window: MainWindow, qtbot: QtBot
) -> None:
    own, steep = typed_key("log(x)"), typed_key("x^9")
    window.session.set_functions((own, steep))
    page.restore({"shown": [own, steep, "sigmoid"]})
    worked_out(page, qtbot)
    table = find(page, DepthTable, "labDepthTable")
    assert table.cells()[own] == ("nan", "nan", "–", "0", table.cells()[own][4], "✕ no number")
    assert table.cells()[steep][5] == "▲ explodes"
    assert "nan" in lanes(page.gradients.flows)[1]
    sentence = text(page, "labDepthSentence")
    assert "log(x): some sums land where there is no value" in sentence
    assert "Through log(x) it grows" not in sentence
    assert verdict(flow(steep, 50, "1", 1)).word == "explodes"  # NaN at the end of the floats


def test_own_functions_are_offered_and_many_fit(page: LayersPage, window: MainWindow, qtbot: QtBot) -> None:
    own = tuple(typed_key(f"x*{k}/10") for k in range(1, 13))
    window.session.set_functions(own)
    mine = find(page, DepthPick, f"labDepth_{own[-1]}")
    QTest.mouseClick(mine, LEFT)
    for key in ("step", "gelu", "softplus", "identity", "leaky_relu", own[-2]):
        QTest.mouseClick(find(page, DepthPick, f"labDepth_{key}"), LEFT)
    worked_out(page, qtbot)
    assert len(page.state.shown) == 10
    assert own[-1] in page.gradients.flows
    other = find(page, DepthPick, f"labDepth_{own[-3]}")
    assert not other.isEnabled()  # ten are enough
    for box in page.gradients.picks.boxes.values():
        assert page.rect().contains(box.rect().translated(box.mapTo(page, QPoint(0, 0))))
    table = find(page, DepthTable, "labDepthTable")
    assert page.rect().contains(table.rect().translated(table.mapTo(page, QPoint(0, 0))))
    assert find(page, DepthPlot, "labDepthPlot").height() >= 110


# The room, languages, and what is kept


def test_the_small_form_shows_one_half(window: MainWindow, qtbot: QtBot) -> None:
    page = layers(window, qtbot)
    window.arrange("arrangeAllAction")
    qtbot.waitUntil(lambda: 0 < page.width() < 900)
    plot, depth = find(page, StackPlot, "labStackPlot"), find(page, DepthPlot, "labDepthPlot")
    assert plot.isVisible()
    assert not depth.isVisible()
    chance = find(page, QPushButton, "labStackRandomButton")
    before = page.state
    QTest.mouseClick(chance, LEFT)
    assert page.state.weights != before.weights
    assert (chance.text(), chance.accessibleName()) == ("↻", "Random")
    QTest.mouseClick(page.halves.buttons["depth"], LEFT)
    assert depth.isVisible()
    assert not plot.isVisible()
    for name in (
        "labDepthRollButton",
        "labDepthCountSlider",
        "labDepthScale",
        "labDepthPlot",
        "labDepthSentence",
    ):
        widget = find(page, QWidget, name)
        assert widget.isVisible(), name
        assert page.rect().contains(widget.rect().translated(widget.mapTo(page, QPoint(0, 0)))), name
    window.arrange("arrangeActivationsAction")
    qtbot.waitUntil(lambda: page.width() > 1000)
    assert plot.isVisible()
    assert depth.isVisible()
    assert chance.text() == "Random"


def test_language_and_theme_change_live(page: LayersPage, window: MainWindow) -> None:
    before = page.grab().toImage()
    window.set_theme("dark")
    assert page.grab().toImage() != before
    window.set_language("ko")
    window.set_language("en")
    window.set_theme("light")
    assert "y = 0.125·x" in text(page, "labStackSentence")


def test_all_is_there_again_after_a_restart(make_window: MakeWindow, qtbot: QtBot, tmp_path: Path) -> None:
    first = make_window()
    page = layers(first, qtbot)
    QTest.mouseClick(find(page, QPushButton, "labStackRandomButton"), LEFT)
    choose(page, "relu")
    type_in(page, "labStackCountSpin", "6")
    QTest.mouseClick(find(page, DepthPick, "labDepth_gelu"), LEFT)
    type_in(page, "labDepthCountSpin", "12")
    state = page.state
    first.close()
    page = layers(make_window(), qtbot)
    assert page.state == state
    assert find(page, NumberField, "labDepthCountSpin").value() == 12


@pytest.mark.parametrize(
    "damaged",
    [
        {"function": "softmax"},
        {"function": "typed:import os"},
        {"count": 0},
        {"count": 3.5},
        {"weights": [1, 2]},
        {"weights": ["a"] * 10},
        {"biases": None},
        {"chosen": 11},
        {"chosen": True},
        {"probe": "left"},
        {"shown": 7},
        {"scale": []},
        {"depth": 51},
        {"seed": -1},
        {"seed": 10**30},
        {"half": {}},
    ],
)
def test_damaged_values_are_left_out(damaged: dict[str, Any]) -> None:
    assert layers_from(damaged) == Layers()
    assert layers_from({**work_of(Layers(count=5)), **damaged}).count in (3, 5)
    json.dumps(work_of(layers_from(damaged)))


def test_what_is_shown_is_kept_in_part() -> None:
    kept = layers_from({"shown": ["relu", "nonsense", "softmax", None, "relu", typed_key("x*x")]})
    assert kept.shown == ("relu", typed_key("x*x"))
    assert layers_from({"shown": []}).shown == ()


def test_numpy_runs_as_pasted_and_gives_what_is_shown(page: LayersPage, window: MainWindow) -> None:
    mine = typed_key("x * tanh(log(1 + exp(x)))")
    for state in (
        Layers(depth=6),
        Layers(function=mine, weights=(1.2,) * 10, biases=(-0.3,) * 10, shown=(mine, "gelu"), depth=3),
        Layers(function=typed_key("2*x+1"), shown=(), count=4),
        Layers(function="relu", shown=("leaky_relu", "step"), scale="he", depth=4, seed=9),
        Layers(shown=(typed_key("2*x+1"), typed_key("max(x, 0)"), typed_key("1/x")), scale="1"),
        Layers(shown=(typed_key("x*1e-300"), typed_key("tan(x)")), scale="1"),  # whose squares are no floats
        Layers(function=typed_key("log(x)"), shown=(typed_key("sqrt(x)"), typed_key("1/x")), depth=2),
    ):
        page.restore(work_of(state))
        names: dict[str, Any] = {}
        with np.errstate(all="ignore"):  # where there is no value, NumPy would say so
            exec(page.numpy(), names)
        shown = bent(state)
        np.testing.assert_allclose(names["z"], shown.stack.output, rtol=1e-12)
        np.testing.assert_allclose(names["line"], shown.lines[-1], rtol=1e-12, atol=1e-12)
        for key, sizes in zip(state.shown, names.get("gradients", []), strict=True):
            expected = on_the_way_back(flow(key, state.depth, state.scale, state.seed))
            np.testing.assert_allclose(sizes, expected, rtol=1e-6)


def test_chips_do_not_join_a_curve_across_a_gap() -> None:
    frame = frame_in(QRectF(0, 0, 100, 100), View(0, 3, -1, 1), (0, 0, 0, 0))
    x = np.arange(5.0)
    assert len(segments(frame, x, np.zeros(5)).instances()) == 4
    assert len(segments(frame, x, np.array([0, 0, np.nan, 0, 0])).instances()) == 2


def test_csv_and_picture(page: LayersPage) -> None:
    page.restore(work_of(Layers(function="tanh", depth=4)))
    names, *rows = csv.reader(io.StringIO(page.csv()))
    assert names == ["x", "z1", "z2", "z3", "line", "layers_back", "sigmoid", "tanh", "relu"]
    columns = dict(zip(names, zip(*rows, strict=True), strict=True))  # as many cells in every line
    shown = bent(page.state)
    np.testing.assert_array_equal(np.array(columns["z3"], dtype=float), shown.stack.output)
    gradients = [float(cell) for cell in columns["tanh"] if cell]
    assert gradients == on_the_way_back(flow("tanh", 4, "xavier", 1)).tolist()
    assert columns["layers_back"][:6] == ("0", "1", "2", "3", "4", "")
    image = image_of(page.picture_size(), page.paint_picture)
    assert len({image.pixel(x, 400) for x in range(0, image.width(), 3)}) > 5
