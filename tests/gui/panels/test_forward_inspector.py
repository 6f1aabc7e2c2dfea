"""The inspector as a person uses it: stepping, choosing, pointing, and following a pen."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from core.data.digit_set import DigitSet
from core.functions import activation_of
from core.network import random_network
from gui import opening
from gui.main_window import MainWindow
from gui.panels.forward_inspector.grid import BatchGrid
from gui.panels.forward_inspector.matrix import MatrixView
from gui.panels.forward_inspector.overview import OverviewStrip
from gui.panels.forward_inspector.panel import ForwardInspector
from gui.session import OpenData, OpenNetwork
from gui.widgets.bars import ProbabilityBars
from gui.widgets.formula import Formula
from gui.widgets.picture import Picture
from tests.gui.hands import turn_wheel

MakeWindow = Callable[..., MainWindow]
LEFT = Qt.MouseButton.LeftButton
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support grabbing the keyboard")


def find(window: MainWindow, name: str, kind: type = QWidget) -> QWidget:
    panel = window.docks["forwardInspectorDock"].panel
    found = panel.findChild(kind, name)
    assert found is not None, f"there is no {name}"
    return found


def text(window: MainWindow, name: str) -> str:
    return find(window, name, QLabel).text()


def click(window: MainWindow, name: str) -> None:
    QTest.mouseClick(find(window, name), LEFT)


def press(key: Qt.Key) -> None:
    """A key, to whatever has the focus."""
    widget = QApplication.focusWidget()
    assert widget is not None
    QTest.keyClick(widget, key)


def panel_of(window: MainWindow) -> ForwardInspector:
    panel = window.docks["forwardInspectorDock"].panel
    assert isinstance(panel, ForwardInspector)
    return panel


@pytest.fixture
def forward(window: MainWindow, qtbot: QtBot) -> MainWindow:
    """The window with the inspector alone in it."""
    window.arrange("arrangeForwardAction")
    window.activateWindow()
    qtbot.waitUntil(lambda: panel_of(window).width() > 900)
    return window


def digit(place: int = 0) -> np.ndarray:
    """Something drawn: a short stroke that moves with `place`."""
    picture = np.zeros((28, 28), dtype=np.float32)
    picture[6:22, 10 + place % 8] = 1
    return picture


# Stepping


@pytest.mark.xdisplay
def test_the_keyboard_steps_to_the_end_and_back(forward: MainWindow) -> None:
    click(forward, "stepForwardButton")
    assert forward.session.step_index == 1
    for _ in range(6):
        press(Qt.Key.Key_Right)
    assert forward.session.step_index == 5
    assert text(forward, "stepCounter") == "6 / 6"
    assert not find(forward, "stepForwardButton").isEnabled()
    for _ in range(6):
        press(Qt.Key.Key_Left)
    assert forward.session.step_index == 0
    assert not find(forward, "stepBackButton").isEnabled()
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Up)
    assert forward.session.sample_index == 1


def test_every_step_says_its_formula_shapes_and_code(forward: MainWindow) -> None:
    formula = find(forward, "stepFormula", Formula)
    seen = []
    for _ in range(6):
        seen.append((formula.latex.partition(" = ")[0], find(forward, "stepShapes").accessibleName()))
        click(forward, "stepForwardButton")
    assert seen == [
        ("a_{1}", "(100, 784) · (784, 50) + (50,) → (100, 50)"),
        ("z_{1}", "(100, 50) → (100, 50)"),
        ("a_{2}", "(100, 50) · (50, 100) + (100,) → (100, 100)"),
        ("z_{2}", "(100, 100) → (100, 100)"),
        ("a_{3}", "(100, 100) · (100, 10) + (10,) → (100, 10)"),
        ("y", "(100, 10) → (100, 10)"),
    ]
    forward.session.select_step(0)
    assert "a1&nbsp;=&nbsp;np.dot(x,&nbsp;W1)&nbsp;+&nbsp;b1" in text(forward, "codeLine")
    assert "784 pixels" in text(forward, "stepSentence")


def test_a_click_on_a_block_goes_to_its_step(forward: MainWindow) -> None:
    strip = find(forward, "overviewStrip", OverviewStrip)
    for name, step in (("z2", 3), ("W3", 4), ("y", 5), ("x", 0)):
        QTest.mouseClick(strip, LEFT, pos=strip.place_of(name).center().toPoint())
        assert forward.session.step_index == step
    QTest.mouseClick(strip, LEFT, pos=QPoint(strip.width() // 2, 3))
    assert forward.session.step_index == 0


@pytest.mark.parametrize("name", ["a1", "W3"])
def test_the_shapes_of_other_steps_can_be_read_too(forward: MainWindow, name: str) -> None:
    """The pictures of other steps fade, their words do not: 4.5 : 1, with room for soft edges of letters."""
    strip = find(forward, "overviewStrip", OverviewStrip)
    forward.session.select_step(0)
    below = strip.place_of(name).toRect().adjusted(-20, 0, 20, 0)
    words = QRect(below.left(), below.bottom() + 4, below.width(), 30)
    image = forward.grab(words.translated(strip.mapTo(forward, QPoint(0, 0)))).toImage()
    greens = [image.pixelColor(x, y).greenF() for x in range(words.width()) for y in range(words.height())]
    assert max(greens) == 1  # the card
    assert min(greens) < 0.5


# Choosing


@pytest.mark.xdisplay
def test_an_image_is_chosen_in_the_grid_by_mouse_and_keys(forward: MainWindow) -> None:
    grid = find(forward, "batchGrid", BatchGrid)
    QTest.mouseClick(grid, LEFT, pos=grid.cell_rect(23).center().toPoint())
    assert forward.session.sample_index == 23
    labels = forward.session.batch.labels
    assert f"Label <b>{labels[23]}</b>" in text(forward, "chosenWords")
    assert "Image 23" in text(forward, "chosenWords")
    press(Qt.Key.Key_Right)
    assert forward.session.step_index == 1, "a click leaves the arrow keys to the steps"
    grid.setFocus(Qt.FocusReason.TabFocusReason)
    for key, index in (
        (Qt.Key.Key_Right, 24),
        (Qt.Key.Key_Down, 34),
        (Qt.Key.Key_Left, 33),
        (Qt.Key.Key_Up, 23),
    ):
        press(key)
        assert forward.session.sample_index == index
    assert "Image 23" in grid.accessibleName()
    bars = find(forward, "chosenBars", ProbabilityBars)
    assert np.array_equal(bars.values, forward.session.trace.output[23])


def test_a_number_is_read_under_the_mouse_and_its_row_chosen(forward: MainWindow) -> None:
    picture = find(forward, "matrixPicture", Picture)
    QTest.mouseMove(picture, picture.cell_rect(17, 3).center())
    value = forward.session.trace.steps[0].output[17, 3]
    title, note = text(forward, "matrixTitle"), text(forward, "matrixNote")
    assert "a1[" in title
    assert f"{value:.3f}".replace("-", "−") in title
    assert str(value).replace("-", "−") in note
    assert "image 17, neuron 3" in note
    QTest.mouseClick(picture, LEFT, pos=picture.cell_rect(42, 3).center())
    assert forward.session.sample_index == 42
    QTest.mouseMove(picture, QPoint(-30, -30))
    find(forward, "matrixView", MatrixView).picture.hovered.emit(-1, -1)
    assert "float32 · 20.0 kB" in text(forward, "matrixNote")


def test_numbers_are_read_by_keyboard_alone(forward: MainWindow) -> None:
    matrix = find(forward, "matrixView", MatrixView)
    matrix.setFocus(Qt.FocusReason.TabFocusReason)
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Down)
    assert forward.session.sample_index == 1
    assert "image 1, neuron 1" in text(forward, "matrixNote")
    assert forward.session.step_index == 0


def test_tab_reaches_every_button(forward: MainWindow) -> None:
    find(forward, "stepForwardButton").setFocus()
    seen = set()
    for _ in range(30):
        press(Qt.Key.Key_Tab)
        seen.add(QApplication.focusWidget().objectName())
    assert {"stepForwardButton", "nextBatchButton", "batchGrid", "useMnistButton", "matrixView"} <= seen


# The batch


def test_the_batch_goes_on_by_a_hundred_and_says_how_many_are_right(forward: MainWindow) -> None:
    assert text(forward, "batchRange") == "0–99 of 1,000"
    assert not find(forward, "prevBatchButton").isEnabled()
    right = int((forward.session.trace.output.argmax(1) == forward.session.batch.labels).sum())
    assert text(forward, "batchAccuracy") == f"Accuracy {right / 100:.2f} ({right} of 100)"
    click(forward, "nextBatchButton")
    assert forward.session.batch.first == 100
    assert text(forward, "batchRange") == "100–199 of 1,000"
    find(forward, "prevBatchButton").setFocus()
    press(Qt.Key.Key_Space)
    assert forward.session.batch.first == 0
    press(Qt.Key.Key_Right)
    assert forward.session.step_index == 1, "the panel keeps the focus of a button that went off"


def test_a_short_last_batch_is_shown_as_it_is(forward: MainWindow) -> None:
    digits = forward.session.dataset
    some = DigitSet(digits.images[:107], digits.labels[:107])
    forward.session.set_data(OpenData(some, "folder", "somewhere"))
    click(forward, "nextBatchButton")
    assert text(forward, "batchRange") == "100–106 of 107"
    assert not find(forward, "nextBatchButton").isEnabled()
    assert not find(forward, "useMnistButton").isVisible(), "this data is not made up"
    grid = find(forward, "batchGrid", BatchGrid)
    QTest.mouseClick(grid, LEFT, pos=grid.cell_rect(8).center().toPoint())
    assert forward.session.sample_index == 0, "there is no image there"
    forward.grab()


def test_made_up_digits_say_so_and_offer_the_real_ones(
    forward: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    digits = forward.session.dataset
    monkeypatch.setattr(opening, "fetch_mnist", lambda folder, report, cancel: OpenData(digits, "mnist"))
    assert text(forward, "madeUpNote") == "These digits are made up."
    click(forward, "useMnistButton")
    qtbot.waitUntil(lambda: forward.session.open_data.kind == "mnist")
    assert not find(forward, "madeUpNote").isVisible()
    forward.undo.undo()
    assert find(forward, "madeUpNote").isVisible()


# The drawn digit


def test_a_drawn_digit_is_a_batch_of_one_and_is_followed(forward: MainWindow) -> None:
    session = forward.session
    session.select_sample(50)
    session.set_drawn_digit(digit())
    assert len(session.batch) == 100, "drawing alone changes nothing here"
    session.show_drawn_digit()
    bars = find(forward, "chosenBars", ProbabilityBars)
    for place in range(3):
        session.set_drawn_digit(digit(place))
        assert np.array_equal(bars.values, session.drawn_prediction)
    assert "No label" in text(forward, "chosenWords")
    assert text(forward, "batchRange") == "your drawing"
    assert not find(forward, "batchGrid").isVisible()
    for step in range(6):
        session.select_step(step)
        forward.grab()
    assert "(1, 10) → (1, 10)" in find(forward, "stepShapes").accessibleName()
    click(forward, "backToDataButton")
    assert len(session.batch) == 100
    assert find(forward, "batchGrid").isVisible()
    assert not find(forward, "backToDataButton").isVisible()


def test_a_cleared_drawing_gives_way_to_the_data(forward: MainWindow) -> None:
    forward.session.set_drawn_digit(digit())
    forward.session.show_drawn_digit()
    forward.session.set_drawn_digit(None)
    assert len(forward.session.batch) == 100
    assert find(forward, "batchGrid").isVisible()


def test_what_happened_while_the_panel_was_away_is_shown_when_it_comes_back(forward: MainWindow) -> None:
    forward.arrange("arrangeDrawAction")
    forward.session.set_drawn_digit(digit())
    forward.session.show_drawn_digit()
    forward.session.select_step(5)
    forward.arrange("arrangeForwardAction")
    assert text(forward, "stepCounter") == "6 / 6"
    assert text(forward, "batchRange") == "your drawing"


# Other networks


@pytest.mark.parametrize(
    ("sizes", "hidden", "output"),
    [
        ((784, 10), "sigmoid", "softmax"),
        ((784, 30, 10), "tanh", "identity"),
        ((784, *[20] * 9, 10), "relu", "softmax"),
        ((784, 3, 10), "gelu", "sigmoid"),
        ((784, 400, 7, 10), "leaky_relu", "softmax"),
        ((784, 12, 10), "step", "softmax"),
    ],
)
def test_any_network_of_a_learner_can_be_stepped(
    forward: MainWindow, sizes: tuple[int, ...], hidden: str, output: str
) -> None:
    network = random_network(sizes, np.random.default_rng(0), hidden, output)
    forward.session.set_network(OpenNetwork(network, "own", "own.npz"))
    steps = len(forward.session.trace.steps)
    for size in ((1280, 800), (760, 420)):
        forward.resize(*size)
        for step in range(steps):
            forward.session.select_step(step)
            assert text(forward, "stepCounter") == f"{step + 1} / {steps}"
            assert not forward.grab().isNull()
    heading = text(forward, "barsHeading")
    assert ("not a probability" in heading) == (output != "softmax")


def test_a_network_whose_sums_overflow_is_shown_without_a_word_of_warning(forward: MainWindow) -> None:
    network = random_network((784, 20, 10), np.random.default_rng(0), "relu", "identity")
    layers = [
        layer.with_parameters({key: value * np.float32(1e30) for key, value in layer.parameters.items()})
        for layer in network.layers
    ]
    with np.errstate(all="ignore"):
        forward.session.set_network(OpenNetwork(type(network)(tuple(layers)), "huge", "huge.npz"))
    for step in range(4):
        forward.session.select_step(step)
        assert not forward.grab().isNull()


# Another activation between the layers


def choice(window: MainWindow) -> QComboBox:
    found = find(window, "hiddenActivationChoice", QComboBox)
    assert isinstance(found, QComboBox)
    return found


def choose(window: MainWindow, name: str) -> None:
    """Open the list with the mouse, go to the entry that begins so, and take it."""
    box = choice(window)
    QTest.mouseClick(box, LEFT)
    entries = box.view()
    row = next(row for row in range(box.count()) if box.itemText(row).startswith(name))
    QTest.keyClick(entries, Qt.Key.Key_Home)
    for _ in range(row):
        QTest.keyClick(entries, Qt.Key.Key_Down)
    QTest.keyClick(entries, Qt.Key.Key_Return)


def names(window: MainWindow) -> list[str]:
    network = window.session.network
    assert network is not None
    return [layer.name for layer in network.layers if layer.name != "affine"]


def test_another_activation_is_chosen_and_everything_follows(forward: MainWindow) -> None:
    session = forward.session
    session.set_drawn_digit(digit())
    assert not choice(forward).isVisible()
    session.select_step(1)
    assert choice(forward).isVisible()
    assert choice(forward).currentText() == "Sigmoid · as opened"
    assert not find(forward, "hiddenActivationBackButton").isVisible()
    before, accuracy = session.trace, text(forward, "batchAccuracy")
    drawn = session.drawn_prediction
    choose(forward, "ReLU")
    assert names(forward) == ["relu", "sigmoid", "softmax"]
    assert before is not None
    assert session.trace is not None
    assert np.array_equal(session.trace.steps[1].output, np.maximum(before.steps[1].input, 0))
    assert text(forward, "batchAccuracy") != accuracy
    assert session.drawn_prediction is not None
    assert drawn is not None
    assert not np.array_equal(session.drawn_prediction, drawn)
    assert choice(forward).currentText() == "ReLU"
    assert forward.undo.undoText() == "use ReLU in layer 1"
    assert "changed" in forward.top_bar.model_button.text()
    assert "Layer 1: ReLU instead of Sigmoid" in forward.top_bar.model_button.toolTip()
    forward.undo.undo()
    assert names(forward) == ["sigmoid", "sigmoid", "softmax"]
    assert text(forward, "batchAccuracy") == accuracy
    assert "changed" not in forward.top_bar.model_button.text()
    forward.undo.redo()
    QTest.mouseClick(find(forward, "hiddenActivationBackButton"), LEFT)
    assert names(forward) == ["sigmoid", "sigmoid", "softmax"]
    assert choice(forward).hasFocus()
    assert not find(forward, "hiddenActivationBackButton").isVisible()
    forward.undo.undo()
    assert names(forward) == ["relu", "sigmoid", "softmax"]


def test_the_name_over_the_arrow_is_that_of_the_new_function(forward: MainWindow) -> None:
    session, strip = forward.session, find(forward, "overviewStrip", OverviewStrip)
    session.select_step(1)
    choose(forward, "Identity")
    before = strip.grab().toImage()
    opened = session.open_network
    assert opened is not None
    session.set_network(opened.with_activation(1, activation_of("typed:x")))  # the same numbers, called h
    assert strip.grab().toImage() != before


def test_functions_of_ones_own_are_offered_as_long_as_they_are_there_or_in_use(forward: MainWindow) -> None:
    session = forward.session
    session.select_step(3)
    session.set_functions(("typed:sin(x)", "typed:x^2"))
    offered = [choice(forward).itemText(row) for row in range(choice(forward).count())]
    assert offered[-2:] == ["sin(x)", "x^2"]
    assert not any("oftmax" in each for each in offered)
    choose(forward, "sin(x)")
    assert names(forward) == ["sigmoid", "typed:sin(x)", "softmax"]
    session.set_functions(())
    assert choice(forward).currentText() == "sin(x)"
    assert choice(forward).findText("x^2") < 0


def test_an_activation_is_chosen_by_keyboard_alone(forward: MainWindow) -> None:
    forward.session.select_step(1)
    choice(forward).setFocus()
    press(Qt.Key.Key_Down)
    assert names(forward)[0] == "tanh"
    press(Qt.Key.Key_Up)
    assert names(forward)[0] == "sigmoid"
    press(Qt.Key.Key_Right)  # left and right still step
    assert forward.session.step_index == 2
    assert not choice(forward).isVisible()
    press(Qt.Key.Key_Right)
    assert forward.session.step_index == 3


def test_the_wheel_over_the_list_changes_nothing_by_chance(forward: MainWindow) -> None:
    forward.session.select_step(1)
    panel_of(forward).setFocus()
    turn_wheel(choice(forward), -2)
    assert names(forward)[0] == "sigmoid"


def test_what_was_put_in_is_there_after_a_restart_and_another_network_has_its_own(
    make_window: MakeWindow, qtbot: QtBot
) -> None:
    first = make_window()
    first.session.set_functions(("typed:sin(x)",))
    opened = first.session.open_network
    assert opened is not None
    first.session.set_network(opened.with_activation(3, activation_of("typed:sin(x)")))
    first.close()
    second = make_window()
    assert names(second) == ["sigmoid", "typed:sin(x)", "softmax"]
    assert second.session.functions == ("typed:sin(x)",)
    assert "changed" in second.top_bar.model_button.text()
    relu = next(path for path in opening.shipped_networks() if "relu" in path.name)
    second.loader.open_weights(relu)
    qtbot.waitUntil(lambda: names(second)[0] == "relu", timeout=10_000)
    assert names(second) == ["relu", "relu", "softmax"]
    second.undo.undo()
    assert names(second) == ["sigmoid", "typed:sin(x)", "softmax"]


@pytest.mark.parametrize(
    "kept",
    [
        {
            "hidden": {"1": "typed:2x", "3": "relu", "5": "relu", "x": 3},
            "functions": ["typed:x*x", 3, "typed:("],
        },
        {
            "hidden": {"1": "softmax", "3": "relu"},
            "functions": ["typed:(x * x)", "typed:x*x", "sigmoid", None],
        },
        {"hidden": {"1": 7, "3": "relu", "0": "relu"}, "functions": ["typed:x * x"]},
    ],
)
def test_what_is_damaged_in_what_was_kept_is_left_out(
    make_window: MakeWindow, tmp_path: Path, kept: dict[str, object]
) -> None:
    folder = tmp_path / "profile"
    first = make_window(folder)
    first.close()
    work = first.settings.load_work()
    work["session"] |= kept
    first.settings.save_work(work)
    second = make_window(folder)
    assert names(second) == ["sigmoid", "relu", "softmax"]
    assert second.session.functions == ("typed:x * x",)


def test_the_shipped_network_does_not_get_what_was_put_into_one_that_is_gone(
    make_window: MakeWindow, tmp_path: Path
) -> None:
    folder = tmp_path / "profile"
    first = make_window(folder)
    first.close()
    work = first.settings.load_work()
    work["session"] |= {"weights": str(tmp_path / "gone.npz"), "hidden": {"1": "relu"}}
    first.settings.save_work(work)
    assert names(make_window(folder)) == ["sigmoid", "sigmoid", "softmax"]


def test_layers_with_no_bend_between_them_are_said_to_be_one(forward: MainWindow) -> None:
    forward.session.select_step(3)
    choose(forward, "Identity")
    assert "no more than one" in text(forward, "stepSentence")


@pytest.mark.parametrize("kept", [[], "relu", 3, None, {"1": []}])
def test_a_list_that_is_none_is_left_out(make_window: MakeWindow, tmp_path: Path, kept: object) -> None:
    folder = tmp_path / "profile"
    first = make_window(folder)
    first.close()
    work = first.settings.load_work()
    work["session"] |= {"hidden": kept, "functions": kept}
    first.settings.save_work(work)
    second = make_window(folder)
    assert names(second) == ["sigmoid", "sigmoid", "softmax"]
    assert second.session.functions == ()


def test_a_function_without_values_is_shown_as_no_number(window: MainWindow, qtbot: QtBot) -> None:
    session = window.session
    session.set_drawn_digit(digit())
    opened = session.open_network
    assert opened is not None
    for text_of_function in ("log(x)", "0 / 0", "exp(exp(exp(x)))", "1 / (x - x)"):
        session.set_network(opened.with_activation(1, activation_of(f"typed:{text_of_function}")))
        for step in range(6):
            session.select_step(step)
            assert not window.grab().isNull()
    session.set_network(opened.with_activation(1, activation_of("typed:0 / 0")))
    window.arrange("arrangeForwardAction")
    qtbot.waitUntil(lambda: panel_of(window).width() > 900)
    session.select_step(1)
    assert "no number anywhere" in text(window, "matrixNote")
    assert "no number" in text(window, "chosenWords")
    assert "wrong" in text(window, "chosenWords")
    assert text(window, "batchAccuracy") == "Accuracy 0.00 (0 of 100)"
    pad = window.docks["digitPadDock"].ensure_panel()
    answer = pad.findChild(QWidget, "padAnswer")
    assert answer is not None
    assert answer.accessibleName().startswith("No number")


@pytest.mark.parametrize("language", ["en", "ko"])
def test_the_choice_fits_into_the_small_panel(window: MainWindow, language: str) -> None:
    window.set_language(language)
    session = window.session
    session.set_functions(("typed:x * tanh(log(1 + exp(x)))",))
    session.select_step(1)
    opened = session.open_network
    assert opened is not None
    session.set_network(opened.with_activation(1, activation_of(session.functions[0])))
    window.arrange("arrangeAllAction")
    QApplication.processEvents()
    panel = panel_of(window)
    right = 0
    for name in ("stepForwardButton", "stepFormula", "hiddenActivationChoice", "hiddenActivationBackButton"):
        widget = find(window, name)
        place = QRect(widget.mapTo(panel, QPoint(0, 0)), widget.size())
        assert place.left() >= right
        assert panel.rect().contains(place)
        right = place.right()
    shapes = find(window, "stepShapes", QLabel)
    assert shapes.width() >= shapes.sizeHint().width()


# Language, theme, sizes, restarts


def test_language_and_theme_change_with_the_panel_open(forward: MainWindow) -> None:
    before = forward.grab().toImage()
    forward.set_theme("dark")
    dark = forward.grab().toImage()
    assert before != dark
    forward.set_language("ko")
    assert text(forward, "batchRange") == "0–99 / 1,000"
    assert "정답" in text(forward, "chosenWords")
    assert "편향" in text(forward, "stepSentence")
    forward.set_language("en")
    forward.set_theme("light")
    assert "Label" in text(forward, "chosenWords")


@pytest.mark.parametrize("language", ["en", "ko"])
def test_nothing_is_clipped_or_overlaps_in_either_arrangement(window: MainWindow, language: str) -> None:
    window.set_language(language)
    for key in ("arrangeAllAction", "arrangeForwardAction"):
        window.arrange(key)
        QApplication.processEvents()
        panel = panel_of(window)
        assert window.size().width() == 1280
        assert not panel.findChildren(QScrollArea)
        seen: list[tuple[QWidget, QRect]] = []
        for widget in panel.findChildren(QWidget):
            if not widget.isVisible() or not isinstance(
                widget, QAbstractButton | QLabel | Picture | BatchGrid
            ):
                continue
            if widget.width() == 0 or widget.height() == 0:
                continue
            place = QRect(widget.mapTo(panel, QPoint(0, 0)), widget.size())
            assert panel.rect().contains(place), f"{widget.objectName()} at {place} leaves {panel.rect()}"
            for other, taken in seen:
                assert not place.intersects(taken), f"{widget.objectName()} lies on {other.objectName()}"
            seen.append((widget, place))
        assert len(seen) > 12


def test_everything_that_is_operated_has_a_name(forward: MainWindow) -> None:
    for button in panel_of(forward).findChildren(QAbstractButton):
        assert button.objectName()
        assert button.text() or button.accessibleName()


def test_the_step_and_the_image_are_there_again_after_a_restart(
    make_window: MakeWindow, qtbot: QtBot
) -> None:
    first = make_window()
    first.session.select_batch(200)
    first.session.select_sample(31)
    first.session.select_step(3)
    first.close()
    second = make_window()
    qtbot.waitUntil(lambda: text(second, "stepCounter") == "4 / 6")
    assert "Image 31" in text(second, "chosenWords")
    assert text(second, "batchRange") == "200–299 of 1,000"
    panel_of(second).restore({"anything": [1, {}], "step": "no"})


def test_without_a_network_the_panel_says_what_to_do(forward: MainWindow) -> None:
    opened = forward.session.open_network
    forward.session.set_network(None)
    assert find(forward, "emptyInspector").isVisible()
    assert "File menu" in text(forward, "emptyInspector")
    assert not find(forward, "matrixView").isVisible()
    panel_of(forward).setFocus()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Down, Qt.Key.Key_Up):
        press(key)
    forward.set_language("ko")
    forward.set_theme("dark")
    forward.session.set_network(opened)
    assert not find(forward, "emptyInspector").isVisible()
    assert find(forward, "matrixView").isVisible()


def test_keys_before_anything_is_loaded_do_no_harm(
    make_window: MakeWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window = make_window(tmp_path / "new", wait=False)
    assert window.session.trace is None
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down):
        event = QKeyEvent(QKeyEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(panel_of(window), event)
    qtbot.waitUntil(lambda: text(window, "stepCounter") == "1 / 6", timeout=20_000)
