"""The activation curves as a learner meets them: in the real window, with mouse, wheel and keys."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox, QLabel, QPushButton, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from core.activations import ACTIVATIONS
from gui.main_window import MainWindow
from gui.panels.activation_curves.curves_page import CurvesPage
from gui.panels.activation_curves.live_formula import LiveFormula
from gui.panels.activation_curves.model import KEYS, Curves
from gui.panels.activation_curves.panel import ActivationCurves
from gui.panels.activation_curves.plot import CurvesPlot
from gui.panels.activation_curves.styles import STYLES
from gui.theme import DARK, LIGHT
from gui.widgets.number_field import NumberField

MakeWindow = Callable[..., MainWindow]
Found = TypeVar("Found", bound=QWidget)
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def panel(window: MainWindow, qtbot: QtBot) -> CurvesPage:
    return curves(window, qtbot)


def curves(window: MainWindow, qtbot: QtBot) -> CurvesPage:
    """The page with the curves, alone in the window, laid out."""
    window.arrange("arrangeActivationsAction")
    panel = window.docks["activationCurvesDock"].ensure_panel()
    assert isinstance(panel, ActivationCurves)
    page = panel.page("curves")
    assert isinstance(page, CurvesPage)
    qtbot.waitUntil(lambda: page.width() > 1000)
    return page


def find(panel: QWidget, kind: type[Found], name: str) -> Found:
    found = panel.findChild(kind, name)
    assert found is not None, name
    return found


def tick(panel: CurvesPage, key: str) -> None:
    QTest.mouseClick(find(panel, QCheckBox, f"curve_{key}"), LEFT, NONE, QPoint(8, 10))


def point(plot: CurvesPlot, x: float, y: float) -> QPoint:
    frame = plot.frame()
    return QPoint(round(frame.column(x)), round(frame.row(y)))


def drag(plot: CurvesPlot, start: QPoint, *stops: QPoint) -> None:
    QTest.mousePress(plot.viewport(), LEFT, NONE, start)
    for stop in stops:
        QTest.mouseMove(plot.viewport(), stop)
    QTest.mouseRelease(plot.viewport(), LEFT, NONE, stops[-1])


def wheel(plot: CurvesPlot, where: QPoint, notches: int) -> None:
    viewport, place = plot.viewport(), QPointF(where)
    event = QWheelEvent(
        place,
        viewport.mapToGlobal(place),
        QPoint(),
        QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        NONE,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(viewport, event)


def seen_colours(plot: CurvesPlot) -> set[str]:
    """The colours of the pixels that the plot shows, as #rrggbb."""
    image = plot.grab().toImage().convertToFormat(plot.grab().toImage().Format.Format_RGB888)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    pixels = rows[:, : 3 * image.width()].reshape(-1, 3)
    return {"#{:02x}{:02x}{:02x}".format(*pixel) for pixel in np.unique(pixels, axis=0)}


def test_any_functions_can_be_shown_together_and_undone(panel: CurvesPage, window: MainWindow) -> None:
    assert panel.state == Curves()
    plot = find(panel, CurvesPlot, "activationPlot")
    for key in KEYS:
        if key not in panel.state.shown:
            tick(panel, key)
    assert panel.state.shown == KEYS
    assert panel.state.focus == "softmax"
    colours = seen_colours(plot)
    assert all(STYLES[key].colour(LIGHT).name() in colours for key in KEYS if key != "identity")
    assert window.undo.undoText() == "show Softmax (x, 0)"
    for _ in range(7):
        window.undo.undo()
    assert panel.state == Curves()
    assert not find(panel, QCheckBox, "curve_gelu").isChecked()
    assert STYLES["gelu"].colour(LIGHT).name() not in seen_colours(plot)
    window.undo.redo()
    assert panel.state.shown == ("step", "sigmoid", "tanh")
    assert find(panel, QCheckBox, "curve_tanh").isChecked()


def test_dragging_the_probe_reads_the_curves_and_is_undone_at_once(
    panel: CurvesPage, window: MainWindow
) -> None:
    plot = find(panel, CurvesPlot, "activationPlot")
    drag(plot, point(plot, 1.2, 0.4), point(plot, 2, 0.4), point(plot, 4, 0.4), point(plot, -3, 0.4))
    x = panel.state.probe
    assert x == pytest.approx(-3, abs=0.03)
    sigmoid = ACTIVATIONS["sigmoid"]
    h, slope = float(sigmoid(np.array(x))), float(sigmoid.derivative(np.array(x)))
    shown = find(panel, QLabel, "value_sigmoid")
    assert shown.text() == f"{h:.3f}"
    QApplication.sendEvent(shown, QHelpEvent(QEvent.Type.ToolTip, QPoint(2, 2), QPoint(2, 2)))
    assert repr(h) in shown.toolTip()  # every digit, on hover
    QToolTip.hideText()
    assert find(panel, QLabel, "slope_sigmoid").text() == f"{slope:.3f}"
    assert find(panel, QLabel, "value_step").text() == "0.000"
    assert find(panel, NumberField, "probeSpin").value() == x
    formula = find(panel, LiveFormula, "valueFormula")
    assert rf"\mathbf{{{h:.3f}}}" in formula.latex
    assert formula.accessibleName().endswith(f"= {h:.3f}")
    assert window.undo.count() == 1
    window.undo.undo()
    assert panel.state.probe == 1.2
    assert find(panel, QLabel, "slope_sigmoid").text() == "0.178"
    drag(plot, point(plot, 1.2, 0.4), point(plot, 2, 0.4))
    drag(plot, point(plot, 2, 0.4), point(plot, 3, 0.4))
    assert window.undo.count() == 2  # two drags are two edits


def test_a_click_moves_the_probe_and_picks_the_curve_under_it(panel: CurvesPage, window: MainWindow) -> None:
    plot = find(panel, CurvesPlot, "activationPlot")
    QTest.mouseClick(plot.viewport(), LEFT, NONE, point(plot, 4, 1.0))
    assert panel.state.probe == pytest.approx(4, abs=0.03)
    assert panel.state.focus == "step"
    assert "cannot learn" in find(panel, QLabel, "soWhatLabel").text()
    QTest.mouseClick(plot.viewport(), LEFT, NONE, point(plot, 0.01, 0.5))
    assert panel.state.probe == 0  # it snaps to 0
    assert panel.state.focus == "sigmoid"
    assert find(panel, QLabel, "soWhatLabel").text().startswith("25 %")
    QTest.mouseClick(panel.table, LEFT, NONE, panel.table.rows["step"].value.geometry().center())
    assert panel.state.focus == "step"  # by its row, too


def test_wheel_and_drag_move_the_view_and_a_double_click_brings_it_back(
    panel: CurvesPage, window: MainWindow
) -> None:
    plot, reset = find(panel, CurvesPlot, "activationPlot"), find(panel, QPushButton, "curvesResetButton")
    home = plot.seen()
    assert (home.x0, home.x1) == (-6, 6)
    assert not reset.isEnabled()
    where = point(plot, 3, 0.5)
    wheel(plot, where, 5)
    assert plot.seen().x1 - plot.seen().x0 < 6
    assert (point(plot, 3, 0.5) - where).manhattanLength() <= 3  # what was under the mouse still is
    before = plot.seen()
    drag(plot, where, where + QPoint(50, 0), where + QPoint(100, 0))
    assert plot.seen().x0 < before.x0
    assert window.undo.count() == 0  # looking is no edit
    QTest.mouseClick(reset, LEFT)
    assert plot.seen() == home
    wheel(plot, where, -3)
    QTest.mouseClick(plot.viewport(), LEFT, NONE, where)
    QTest.mouseDClick(plot.viewport(), LEFT, NONE, where)
    assert plot.seen() == home
    assert panel.state.probe == 1.2  # the first click of the two meant nothing
    assert window.undo.count() == 0
    wheel(plot, where, -1000)
    assert plot.seen().x1 <= 100
    wheel(plot, where, 1000)
    assert plot.seen().x1 - plot.seen().x0 >= 0.0499


def test_the_keyboard_alone_does_it_all(panel: CurvesPage, window: MainWindow) -> None:
    plot = find(panel, CurvesPlot, "activationPlot")
    plot.setFocus()
    for _ in range(3):
        QTest.keyClick(plot, Qt.Key.Key_Right)
    assert panel.state.probe == 1.5
    QTest.keyClick(plot, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert panel.state.probe == 0.5
    assert window.undo.count() == 1
    QTest.keyClick(plot, Qt.Key.Key_Down)
    assert panel.state.focus == "step"
    QTest.keyClick(plot, Qt.Key.Key_Plus)
    assert plot.seen().x1 < 6
    for _ in range(12):
        QTest.keyClick(plot, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert plot.seen().contains_x(panel.state.probe)  # the view comes after
    QTest.keyClick(plot, Qt.Key.Key_Home)
    assert (plot.seen().x0, plot.seen().x1) == (-6, 6)
    toggle = find(panel, QPushButton, "curvesDerivativeToggle")
    QTest.keyClick(plot, Qt.Key.Key_D)
    assert not panel.state.derivatives
    assert not toggle.isChecked()
    box = find(panel, QCheckBox, "curve_relu")
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Space)
    assert panel.state.shown == ("step", "sigmoid", "relu")
    buttons: list[QAbstractButton] = [find(panel, QCheckBox, f"curve_{key}") for key in KEYS]
    buttons += [toggle, find(panel, QPushButton, "curvesResetButton")]
    assert all(button.text() for button in buttons)
    assert plot.focusPolicy() & Qt.FocusPolicy.TabFocus
    assert all(button.focusPolicy() & Qt.FocusPolicy.TabFocus for button in buttons)


def test_typing_a_place(panel: CurvesPage, window: MainWindow) -> None:
    field = find(panel, NumberField, "probeSpin")
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "-2.5d")  # the d is neither a digit nor, here, the key for derivatives
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert panel.state.probe == -2.5
    assert panel.state.derivatives
    assert field.text() == "−2.50"  # as the formulas write it
    field.stepUp()  # from the real minus sign on
    assert panel.state.probe == -2.4
    tick(panel, "relu")
    assert "Dead" in find(panel, QLabel, "soWhatLabel").text()
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "-9999")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert panel.state.probe >= -100
    assert find(panel, CurvesPlot, "activationPlot").seen().contains_x(panel.state.probe)


def test_nothing_shown_says_what_to_do(panel: CurvesPage, window: MainWindow) -> None:
    tick(panel, "step")
    tick(panel, "sigmoid")
    assert panel.state.shown == ()
    assert find(panel, QLabel, "soWhatLabel").text() == "Tick a function to see its curve."
    window.arrange("arrangeAllAction")
    assert find(panel, QLabel, "probeSentence").text() == "Tick a function to see its curve."
    plot = find(panel, CurvesPlot, "activationPlot")
    QTest.keyClick(plot, Qt.Key.Key_Down)
    QTest.mouseClick(plot.viewport(), LEFT, NONE, point(plot, 3, 0.5))
    assert panel.state.focus == ""


def test_formulas_are_set_and_say_range_and_source(panel: CurvesPage, qtbot: QtBot) -> None:
    formula = find(panel, LiveFormula, "valueFormula")
    assert formula.latex == r"\sigma(1.20) = \frac{1}{1 + e^{{-}1.20}} = \mathbf{0.769}"
    assert formula.accessibleName() == "σ(1.20) = 1 / (1 + e−1.2) = 1 / (1 + 0.301) = 0.769"
    qtbot.waitUntil(lambda: formula.is_set, timeout=20_000)  # set by the worker
    about = find(panel, QCheckBox, "curve_sigmoid").toolTip()
    assert "0 to 1" in about
    assert "3.2.4" in about
    tick(panel, "softmax")
    assert "exactly on sigmoid" in find(panel, QCheckBox, "curve_softmax").toolTip()
    assert find(panel, QLabel, "value_softmax").text() == find(panel, QLabel, "value_sigmoid").text()


def test_language_and_theme_change_live(panel: CurvesPage, window: MainWindow) -> None:
    plot = find(panel, CurvesPlot, "activationPlot")
    window.set_language("ko")
    window.set_theme("dark")
    assert find(panel, QCheckBox, "curve_sigmoid").text() == "시그모이드"
    assert "오차" in find(panel, QLabel, "soWhatLabel").text()
    colours = seen_colours(plot)
    assert STYLES["sigmoid"].colour(DARK).name() in colours
    assert STYLES["sigmoid"].colour(LIGHT).name() not in colours
    assert DARK.card in colours
    window.set_theme("light")
    window.set_language("en")
    assert find(panel, QCheckBox, "curve_sigmoid").text() == "Sigmoid"
    assert STYLES["sigmoid"].colour(LIGHT).name() in seen_colours(plot)


def test_the_small_form_fits_beside_the_other_panels(window: MainWindow, qtbot: QtBot) -> None:
    window.arrange("arrangeAllAction")
    panel = window.docks["activationCurvesDock"].ensure_panel()
    assert isinstance(panel, ActivationCurves)
    qtbot.waitUntil(lambda: 0 < panel.width() < 900)
    assert (window.width(), window.height()) == (1280, 800)
    for kind, name in (
        (QWidget, "activationPlot"),
        (QCheckBox, "curve_softmax"),
        (QWidget, "probeSpin"),
        (QPushButton, "curvesDerivativeToggle"),
        (QPushButton, "curvesResetButton"),
        (QLabel, "probeReadout"),
        (QLabel, "probeSentence"),
    ):
        widget = find(panel, kind, name)
        assert widget.isVisible(), name
        area = widget.rect().translated(widget.mapTo(panel, QPoint(0, 0)))
        assert panel.rect().contains(area), name
        if kind in (QCheckBox, QPushButton):
            assert widget.width() >= widget.sizeHint().width(), name
    readout = find(panel, QLabel, "probeReadout")
    assert readout.text() == "Sigmoid  h = 0.769  h′ = 0.178"
    assert repr(float(ACTIVATIONS["sigmoid"](np.array(1.2)))) in readout.toolTip()
    assert panel.findChild(LiveFormula, "valueFormula") is None  # nor are cards made that nobody sees
    plot = find(panel, CurvesPlot, "activationPlot")
    QTest.mouseClick(plot.viewport(), LEFT, NONE, point(plot, 5, 0.5))
    assert "hardly learn" in find(panel, QLabel, "probeSentence").text()
    window.arrange("arrangeActivationsAction")
    qtbot.waitUntil(lambda: find(panel, LiveFormula, "valueFormula").isVisible())
    assert not find(panel, QLabel, "probeSentence").isVisible()


def test_everything_is_there_again_after_a_restart(
    make_window: MakeWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    first = make_window()
    panel = curves(first, qtbot)
    tick(panel, "gelu")
    plot = find(panel, CurvesPlot, "activationPlot")
    QTest.mouseClick(plot.viewport(), LEFT, NONE, point(plot, -2, 0.4))
    QTest.mouseClick(find(panel, QPushButton, "curvesDerivativeToggle"), LEFT)
    wheel(plot, point(plot, 0, 0.5), 2)
    state, seen = panel.state, plot.seen()
    assert not state.derivatives
    first.close()

    second = make_window()
    panel = curves(second, qtbot)
    assert panel.state == state
    assert find(panel, CurvesPlot, "activationPlot").seen() == seen
    assert find(panel, QCheckBox, "curve_gelu").isChecked()
    assert not find(panel, QPushButton, "curvesDerivativeToggle").isChecked()
    assert find(panel, NumberField, "probeSpin").value() == state.probe
    second.close()

    kept = tmp_path / "profile" / "work.json"
    work = json.loads(kept.read_text(encoding="utf-8"))
    broken = {"shown": ["nonsense", 7, None, "typed:("], "probe": "left", "focus": [], "view": {}}
    work["activation_curves"] = {"page": 7, "curves": broken}
    kept.write_text(json.dumps(work), encoding="utf-8")
    panel = curves(make_window(), qtbot)
    assert panel.state == Curves((), "")
