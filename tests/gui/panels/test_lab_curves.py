"""The curves as a bench: one neuron under the hand, functions of one's own, and signals of the network."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLabel, QMainWindow, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from core.activations import ACTIVATIONS
from core.functions import typed_key
from core.landing import landing
from core.network import random_network
from core.neuron import Neuron, gap
from gui.main_window import MainWindow
from gui.panels.activation_curves.curves_page import CurvesPage
from gui.panels.activation_curves.model import KEYS, Curves
from gui.panels.activation_curves.panel import ActivationCurves
from gui.panels.activation_curves.plot import CurvesPlot
from gui.panels.activation_curves.readings import curve, places, read, value
from gui.panels.activation_curves.spots import DIFFERENT, SAME
from gui.session import OpenNetwork
from gui.theme import LIGHT
from gui.widgets.formula import Formula
from gui.widgets.number_field import NumberField
from gui.widgets.text import number_text
from gui.widgets.value_slider import ValueSlider
from tests.gui.hands import turn_wheel

Found = TypeVar("Found", bound=QWidget)
MakeWindow = Callable[..., MainWindow]
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
MISH = typed_key("x * tanh(log(1 + exp(x)))")


def curves(window: MainWindow, qtbot: QtBot) -> CurvesPage:
    """The page with the curves, alone in the window, laid out."""
    window.arrange("arrangeActivationsAction")
    panel = window.docks["activationCurvesDock"].ensure_panel()
    assert isinstance(panel, ActivationCurves)
    page = panel.page("curves")
    assert isinstance(page, CurvesPage)
    qtbot.waitUntil(lambda: page.width() > 1000)
    return page


@pytest.fixture
def page(window: MainWindow, qtbot: QtBot) -> CurvesPage:
    return curves(window, qtbot)


def point(plot: CurvesPlot, x: float, y: float) -> QPoint:
    frame = plot.frame()
    return QPoint(round(frame.column(x)), round(frame.row(y)))


def drag(plot: CurvesPlot, start: QPoint, *stops: QPoint, shift: bool = False) -> None:
    """Real drags hold Shift down all the way: QTest's moves cannot say so, so it is pressed as a key."""
    held = SHIFT if shift else NONE
    QTest.mousePress(plot.viewport(), LEFT, held, start)
    for stop in stops:
        move(plot.viewport(), stop, held)
    QTest.mouseRelease(plot.viewport(), LEFT, held, stops[-1])


def move(widget: QWidget, stop: QPoint, held: Qt.KeyboardModifier) -> None:

    place = QPointF(stop)
    event = QMouseEvent(
        QEvent.Type.MouseMove, place, widget.mapToGlobal(place), LEFT, LEFT, held
    )  # fmt: skip
    QApplication.sendEvent(widget, event)


def find(page: QWidget, kind: type[Found], name: str) -> Found:
    found = page.findChild(kind, name)
    assert found is not None, name
    return found


def type_number(field: NumberField, text: str) -> None:
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)


# One neuron


def test_w_and_b_by_slider_wheel_and_typing(page: CurvesPage, window: MainWindow) -> None:
    weight, bias = (find(page, ValueSlider, f"neuron{name}Slider") for name in ("Weight", "Bias"))
    turn_wheel(weight, 5)
    assert page.state.neuron == Neuron(1.5, 0.0)
    bias.setFocus()
    for _ in range(3):
        QTest.keyClick(bias, Qt.Key.Key_Left)
    assert page.state.neuron == Neuron(1.5, -0.3)
    type_number(find(page, NumberField, "neuronWeightField"), "-12.5")
    assert page.state.neuron == Neuron(-12.5, -0.3)
    assert weight.value() == -125
    assert find(page, QLabel, "neuronFormula").text().endswith("h(−12.5·x − 0.3)")
    assert window.undo.undoText() == "change w"
    while window.undo.canUndo():
        window.undo.undo()
    assert page.state == Curves()
    assert (weight.value(), bias.value()) == (10, 0)
    window.undo.redo()
    assert page.state.neuron.weight == 1.5
    QTest.mouseClick(find(page, QPushButton, "neuronResetButton"), LEFT)
    assert page.state.neuron.changes_nothing


def test_a_curve_dragged_sideways_follows_the_mouse_and_changes_b(
    page: CurvesPage, window: MainWindow
) -> None:
    plot = page.plot
    start, end = point(plot, -1.0, 0.269), point(plot, 2.0, 0.6)
    drag(plot, start, point(plot, 0.5, 0.3), end)
    neuron = page.state.neuron
    assert neuron.weight == 1
    assert neuron.bias == pytest.approx(-3, abs=0.03)
    x = plot.frame().x_at(end.x())
    grabbed = value("sigmoid", np.array([plot.frame().x_at(start.x())]))
    np.testing.assert_allclose(value("sigmoid", np.array([x]), neuron), grabbed, atol=1e-3)
    assert page.state.probe == 1.2  # a drag is no click
    assert window.undo.count() == 1
    window.undo.undo()
    assert page.state == Curves()


def test_with_shift_the_curve_becomes_steeper_around_its_threshold(page: CurvesPage) -> None:
    plot = page.plot
    drag(plot, point(plot, -3.0, 0.047), point(plot, -2.0, 0.1), point(plot, -1.0, 0.1), shift=True)
    assert page.state.neuron.weight == pytest.approx(3, abs=0.1)
    assert page.state.neuron.bias == pytest.approx(0, abs=1e-6)


def test_the_end_of_the_tangent_turns_the_curve_around_the_probe(page: CurvesPage) -> None:
    plot = page.plot
    reading = read("sigmoid", 1.2)
    x0, y0, x1, y1 = plot.frame().tangent(1.2, reading.value, reading.slope, 84)
    start = QPoint(round(x1), round(y1))
    drag(plot, start, start - QPoint(20, 20), start - QPoint(40, 40))
    turned = page.state.neuron
    assert turned.weight > 1.5
    after = read("sigmoid", 1.2, turned)
    assert after.value == pytest.approx(reading.value, abs=1e-3)
    x0, y0, x1, y1 = plot.frame().tangent(1.2, after.value, after.slope, 84)
    wanted = start - QPoint(40, 40)
    cross = (wanted.x() - x0) * (y1 - y0) - (wanted.y() - y0) * (x1 - x0)
    assert abs(cross) / 168 < 3  # px: the tangent goes through the mouse


def test_dragging_another_curve_explains_it(page: CurvesPage) -> None:
    plot = page.plot
    drag(plot, point(plot, 4.0, 1.0), point(plot, 4.5, 1.0), point(plot, 5.0, 1.0))
    assert page.state.focus == "step"
    assert page.state.neuron.bias == pytest.approx(-1, abs=0.03)


def test_the_cursor_and_the_hint_say_what_can_be_dragged(page: CurvesPage) -> None:
    plot, hint = page.plot, find(page, QLabel, "curvesHint")
    QTest.mouseMove(plot.viewport(), point(plot, -3.0, 0.6))
    assert plot.viewport().cursor().shape() == Qt.CursorShape.CrossCursor
    QTest.mouseMove(plot.viewport(), point(plot, -1.0, 0.269))
    assert plot.viewport().cursor().shape() == Qt.CursorShape.OpenHandCursor
    assert "sideways" in hint.text()
    QTest.mouseMove(plot.viewport(), point(plot, 1.2, 0.2))
    assert plot.viewport().cursor().shape() == Qt.CursorShape.SizeHorCursor


def test_every_reading_is_that_of_the_neuron(page: CurvesPage) -> None:
    type_number(find(page, NumberField, "neuronWeightField"), "2")
    type_number(find(page, NumberField, "neuronBiasField"), "-3")
    a = 2 * 1.2 - 3
    h = float(ACTIVATIONS["sigmoid"](np.array(a)))
    assert find(page, QLabel, "value_sigmoid").text() == f"{h:.3f}"
    assert find(page, QLabel, "slope_sigmoid").text() == f"{2 * h * (1 - h):.3f}"
    assert find(page, QLabel, "sumWorkingLabel").text() == "a = w·x + b = 2 · 1.20 − 3 = −0.600"
    assert find(page, QLabel, "chainWorkingLabel").text() == "w · h′(a) = 2 · 0.229 = <b>0.458</b>"
    formula = page.widgets.large.detail.formula
    assert formula.latex == r"\sigma({-}0.60) = \frac{1}{1 + e^{0.60}} = \mathbf{0.354}"


def test_the_ghost_of_the_untouched_curve_stays(page: CurvesPage) -> None:
    """Far from the moved curve there is some ink at the place of the untouched one."""
    plot = page.plot
    where = point(plot, -0.5, 0.378)
    type_number(find(page, NumberField, "neuronBiasField"), "-4")
    image = plot.grab().toImage()
    around = [image.pixelColor(where + QPoint(0, dy)) for dy in range(-3, 4)]
    theme_colour = QColor("#11766a")
    assert any(pixel.green() - pixel.red() > 20 for pixel in around)  # a light sigmoid green
    assert all(pixel != theme_colour for pixel in around)


# Step and sigmoid


def test_steeper_brings_step_and_sigmoid_together(page: CurvesPage, window: MainWindow) -> None:
    label = find(page, QLabel, "gapLabel")
    assert "1.39" in label.text()
    assert "5.89" in label.text()
    type_number(find(page, NumberField, "neuronBiasField"), "2")
    QTest.mouseClick(find(page, QPushButton, "steeperButton"), LEFT)
    assert page.state.neuron == Neuron(12.0, 24.0)  # the threshold is where it was
    assert f"{gap(page.state.neuron).area:.3f}" == "0.116"
    assert "0.116" in label.text()
    type_number(find(page, NumberField, "neuronWeightField"), "0")
    assert "level" in label.text()
    window.undo.undo()
    QTest.mouseClick(find(page, QCheckBox, "curve_step"), LEFT, NONE, QPoint(8, 10))
    assert not label.isVisible()


@pytest.mark.parametrize("spot", [*SAME, *DIFFERENT])
def test_what_the_book_says_lights_its_place_in_the_plot(page: CurvesPage, spot: str) -> None:
    line = find(page, QPushButton, f"spot_{spot}")
    before = page.plot.grab().toImage()
    QTest.mouseClick(line, LEFT)
    assert line.isChecked()
    lit = page.plot.grab().toImage()
    assert lit != before
    QTest.mouseClick(line, LEFT)
    line.clearFocus()
    page.plot.light("")
    assert page.plot.grab().toImage() == before


def test_pointing_or_going_there_with_the_keys_is_enough(page: CurvesPage) -> None:
    lit: list[str] = []
    page.widgets.large.comparison.lit.connect(lit.append)
    find(page, QPushButton, "spot_sudden").setFocus()
    assert lit[-1] == "sudden"
    QTest.keyClick(find(page, QPushButton, "spot_sudden"), Qt.Key.Key_Tab)
    assert lit[-1] == "real"


def test_a_place_out_of_sight_is_brought_into_it(page: CurvesPage) -> None:
    type_number(find(page, NumberField, "neuronBiasField"), "-40")
    QTest.mouseClick(find(page, QPushButton, "spot_sudden"), LEFT)
    assert page.plot.seen().contains_x(40.0)


# Flat parts


def test_flat_parts_are_shaded_on_request(page: CurvesPage, window: MainWindow) -> None:
    plot = page.plot
    where = point(plot, -3.0, 0.5)

    def tinted() -> bool:
        pixel = plot.grab().toImage().pixelColor(where)
        return bool(pixel.blue() > pixel.red() + 5)

    QTest.mouseClick(find(page, QCheckBox, "curve_relu"), LEFT, NONE, QPoint(8, 10))
    assert not tinted()
    QTest.keyClick(plot, Qt.Key.Key_F)
    assert page.state.shaded
    assert find(page, QPushButton, "curvesShadingToggle").isChecked()
    assert tinted()  # ReLU is dead there
    page.focus_on("sigmoid")
    assert not tinted()  # and sigmoid is not even saturated
    window.undo.undo()
    assert not page.state.shaded


# Functions of one's own


def test_typed_functions_are_shown_read_and_leave_when_they_are_removed(
    page: CurvesPage, window: MainWindow
) -> None:
    window.session.set_functions((MISH,))
    box = find(page, QCheckBox, f"curve_{MISH}")
    QTest.mouseClick(box, LEFT, NONE, QPoint(8, 10))
    assert page.state.shown == ("step", "sigmoid", MISH)
    assert page.state.focus == MISH
    expected = 1.2 * np.tanh(np.log(1 + np.exp(1.2)))
    assert find(page, QLabel, f"value_{MISH}").text() == f"{expected:.3f}"
    assert "1.2" in page.widgets.large.detail.formula.latex
    window.session.set_functions(())
    assert page.state.shown == ("step", "sigmoid")
    assert page.state.focus == "sigmoid"
    assert MISH not in page.table.rows
    window.session.set_functions((MISH,))
    assert page.state.focus == MISH  # as an undo of the removal would bring it back


def test_without_a_value_it_says_so(page: CurvesPage, window: MainWindow) -> None:
    key = typed_key("log(x)")
    window.session.set_functions((key,))
    QTest.mouseClick(find(page, QCheckBox, f"curve_{key}"), LEFT, NONE, QPoint(8, 10))
    type_number(find(page, NumberField, "probeSpin"), "-2")
    assert find(page, QLabel, f"value_{key}").text() == "–"
    assert "no value here" in page.widgets.large.detail.formula.accessibleName()
    assert "nan" in find(page, QLabel, "soWhatLabel").text()
    assert page.plot.grab().toImage().width() > 0


def test_no_line_crosses_a_pole(page: CurvesPage, window: MainWindow) -> None:
    key = typed_key("tan(x)")
    window.session.set_functions((key,))
    for each in ("step", "sigmoid"):
        QTest.mouseClick(find(page, QCheckBox, f"curve_{each}"), LEFT, NONE, QPoint(8, 10))
    QTest.mouseClick(find(page, QCheckBox, f"curve_{key}"), LEFT, NONE, QPoint(8, 10))
    _, y = curve(key, places(-6, 6, 2001), derivative=False)
    assert np.isnan(y).sum() == 4
    rises = np.diff(y)
    assert (rises[np.isfinite(rises)] > 0).all()  # tan only ever climbs


def test_ten_typed_functions_fit_beside_the_plot(page: CurvesPage, window: MainWindow) -> None:
    window.session.set_functions(tuple(typed_key(f"x + {k}") for k in range(10)))
    QApplication.processEvents()
    for name in ("neuronWeightSlider", "neuronBiasField", "signalsChoice"):
        widget = find(page, QWidget, name)
        area = widget.rect().translated(widget.mapTo(page, QPoint(0, 0)))
        assert page.rect().contains(area), name


# Where real signals land


def test_signals_of_the_chosen_layer_are_counted(page: CurvesPage, window: MainWindow) -> None:
    trace = window.session.trace
    assert trace is not None
    choice = find(page, QComboBox, "signalsChoice")
    assert [choice.itemText(k) for k in range(choice.count())] == ["none", "a₁ (50 units)", "a₂ (100 units)"]
    found = landing(ACTIVATIONS["sigmoid"], trace.steps[1].input)
    assert find(page, QLabel, "landing_left").text() == f"<b>{100 * found.share_low:.1f} %</b>"
    choice.setFocus()
    QTest.keyClick(choice, Qt.Key.Key_Down)
    assert page.state.layer == 2
    found = landing(ACTIVATIONS["sigmoid"], trace.steps[3].input)
    assert repr(found.share_high) in find(page, QLabel, "landing_right").toolTip()
    assert window.undo.undoText() == "choose the signals"
    QTest.mouseClick(find(page, QCheckBox, "curve_relu"), LEFT, NONE, QPoint(8, 10))
    found = landing(ACTIVATIONS["relu"], trace.steps[3].input)
    assert find(page, QLabel, "landing_dead").text() == f"<b>{int(found.dead.sum())}</b> / 100"
    choice.setFocus()
    QTest.keyClick(choice, Qt.Key.Key_Home)
    assert page.state.layer == 0
    assert not find(page, QLabel, "landing_dead").isVisible()


def test_the_neuron_moves_where_they_land(page: CurvesPage, window: MainWindow) -> None:
    trace = window.session.trace
    assert trace is not None
    type_number(find(page, NumberField, "neuronWeightField"), "5")
    found = landing(ACTIVATIONS["sigmoid"], 5.0 * trace.steps[1].input)
    assert repr(found.share_low) in find(page, QLabel, "landing_left").toolTip()


def test_they_follow_the_batch_and_the_network(page: CurvesPage, window: MainWindow, qtbot: QtBot) -> None:
    before = find(page, QLabel, "landing_left").toolTip()
    window.session.select_batch(200)
    assert find(page, QLabel, "landing_left").toolTip() != before
    rng = np.random.default_rng(0)
    wide = random_network((784, 300, 10), rng)
    window.session.set_network(OpenNetwork(wide, "wide", ""))
    qtbot.waitUntil(lambda: find(page, QLabel, "landing_dead").text().endswith("/ 300"))  # by a worker
    trace = window.session.trace
    assert trace is not None
    assert trace.steps[1].input.size > 20_000
    window.session.set_network(None)
    assert not find(page, QLabel, "landing_dead").isVisible()


def test_a_layer_that_the_network_does_not_have_is_named(page: CurvesPage, window: MainWindow) -> None:
    choice = find(page, QComboBox, "signalsChoice")
    choice.setFocus()
    QTest.keyClick(choice, Qt.Key.Key_End)
    window.session.set_network(OpenNetwork(random_network((784, 20, 10), np.random.default_rng(0)), "n", ""))
    assert choice.currentText() == "a₂ (not in this network)"
    assert page.state.layer == 2


# Keeping


def test_everything_comes_back_after_a_restart(make_window: MakeWindow, qtbot: QtBot, tmp_path: Path) -> None:
    first = make_window()
    page = curves(first, qtbot)
    turn_wheel(find(page, ValueSlider, "neuronWeightSlider"), 7)
    QTest.mouseClick(find(page, QPushButton, "curvesShadingToggle"), LEFT)
    choice = find(page, QComboBox, "signalsChoice")
    choice.setFocus()
    QTest.keyClick(choice, Qt.Key.Key_End)
    state = page.state
    assert (state.neuron.weight, state.shaded, state.layer) == (1.7, True, 2)
    first.close()
    second = make_window()
    page = curves(second, qtbot)
    assert page.state == state
    assert find(page, NumberField, "neuronWeightField").value() == 1.7
    second.close()
    kept = tmp_path / "profile" / "work.json"
    work = json.loads(kept.read_text(encoding="utf-8"))
    work["activation_curves"]["curves"].update(neuron=["a", 1], shaded=3, layer=1e400)
    kept.write_text(json.dumps(work), encoding="utf-8")
    page = curves(make_window(), qtbot)
    assert page.state == Curves()


def test_the_numbers_and_the_numpy_are_what_is_plotted(
    page: CurvesPage, window: MainWindow, capsys: pytest.CaptureFixture[str]
) -> None:
    window.session.set_functions((MISH,))
    for key in (*KEYS[2:], MISH):
        QTest.mouseClick(find(page, QCheckBox, f"curve_{key}"), LEFT, NONE, QPoint(8, 10))
    type_number(find(page, NumberField, "neuronWeightField"), "2")
    rows = list(csv.DictReader(io.StringIO(page.csv())))
    assert len(rows) == 601
    x = np.array([float(row["x"]) for row in rows])
    names: dict[str, object] = {}
    exec(page.numpy(), names)
    printed = capsys.readouterr().out
    np.testing.assert_array_equal(names["x"], x)
    for key in page.state.shown:
        name = "h" if key == MISH else key
        exact = value(key, x, page.state.neuron)
        assert [float(row[name]) for row in rows] == exact.tolist()  # every digit
        np.testing.assert_allclose(names[f"y_{name}"], exact, rtol=1e-9, atol=1e-12)
        slopes = np.array([float(row[f"{name}_slope"]) for row in rows])
        np.testing.assert_allclose(names[f"slope_{name}"], slopes, rtol=1e-4, atol=1e-6)
        assert name in printed


def test_the_picture_is_what_is_seen(page: CurvesPage) -> None:
    size = page.picture_size().toSize()
    image = QImage(size, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    page.paint_picture(painter)
    painter.end()
    assert image.pixelColor(1, 1).name() == LIGHT.card
    where = point(page.plot, -2.0, 0.119)
    around = {image.pixelColor(where + QPoint(0, dy)).name() for dy in range(-3, 4)}
    assert "#11766a" in around


# While things are dragged


def test_new_numbers_ask_nobody_for_another_size(page: CurvesPage, window: MainWindow, qtbot: QtBot) -> None:
    """Else the whole window is laid out anew with every move of the mouse."""
    window.session.set_functions((MISH,))
    for key in (*KEYS, MISH):
        if key not in page.state.shown:
            QTest.mouseClick(find(page, QCheckBox, f"curve_{key}"), LEFT, NONE, QPoint(8, 10))
    type_number(find(page, NumberField, "neuronWeightField"), "2")
    qtbot.wait(50)
    asked: list[str] = []

    class Listener(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.LayoutRequest and isinstance(watched, QMainWindow):
                asked.append(watched.objectName())
            return False

    listener = Listener()
    window.installEventFilter(listener)
    slider = find(page, ValueSlider, "neuronWeightSlider")
    for _ in range(8):
        turn_wheel(slider, 3)
        turn_wheel(find(page, ValueSlider, "neuronBiasSlider"), 1)
        QTest.keyClick(page.plot, Qt.Key.Key_Right)
        QApplication.processEvents()
    assert page.state.neuron.weight > 3
    assert len(asked) < 5  # of 24 moves: what the rest of the window may do meanwhile


# Rarely seen places


def test_sums_without_a_value_are_counted(page: CurvesPage, window: MainWindow) -> None:
    key, number = typed_key("log(x)"), find(page, QLabel, "landing_missing")
    assert not number.isVisible()
    window.session.set_functions((key,))
    QTest.mouseClick(find(page, QCheckBox, f"curve_{key}"), LEFT, NONE, QPoint(8, 10))
    trace = window.session.trace
    assert trace is not None
    assert number.isVisible()
    assert repr(float((trace.steps[1].input < 0).mean())) in number.toolTip()


def test_a_level_curve_falls_by_nothing(page: CurvesPage) -> None:
    type_number(find(page, NumberField, "neuronWeightField"), "-3")
    assert find(page, QLabel, "slope_step").text() == "0.000"  # and not −0.000


def test_as_steep_as_a_hundred(page: CurvesPage) -> None:
    """That can be typed; the slider stands at its end meanwhile."""
    type_number(find(page, NumberField, "neuronWeightField"), "100")
    type_number(find(page, NumberField, "neuronBiasField"), "-250")
    assert page.state.neuron == Neuron(100.0, -250.0)
    assert find(page, ValueSlider, "neuronWeightSlider").value() == 200
    QTest.mouseClick(find(page, QPushButton, "steeperButton"), LEFT)
    assert page.state.neuron == Neuron(12.0, -30.0)


def test_every_shown_function_says_its_formula_with_the_number_put_in(page: CurvesPage) -> None:
    """Those that there is no room for are a turn of the wheel away, and they follow the probe meanwhile."""
    for key in KEYS:
        check = page.findChild(QCheckBox, f"curve_{key}")
        assert check is not None
        if not check.isChecked():
            QTest.mouseClick(check, LEFT, NONE, QPoint(8, 10))
    field = page.findChild(NumberField, "probeSpin")
    assert field is not None
    field.setValue(0.5)
    large = page.widgets.large
    briefs, seen = large.briefs, {page.state.focus: large.detail.formula.accessibleName()}
    for _ in range(4 * len(KEYS)):
        for key in KEYS:
            brief = briefs.findChild(QWidget, f"brief_{key}")
            if brief is not None and not brief.visibleRegion().isEmpty():
                seen[key] = brief.findChildren(Formula)[0].accessibleName()
        turn_wheel(briefs.viewport(), -1)
    assert set(seen) == set(KEYS)
    for key, said in seen.items():
        shown = number_text(read(key, 0.5, Neuron()).value)
        assert shown in said, key
        assert "0.5" in said, key
