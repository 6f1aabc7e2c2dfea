"""The learner's own functions: typed, seen, added, changed, removed, and used in the network."""

from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from core.expression import parse
from gui.main_window import MainWindow
from gui.panels.activation_curves.curves_page import CurvesPage
from gui.panels.activation_curves.function_editor import FunctionEditor
from gui.panels.activation_curves.panel import ActivationCurves
from gui.panels.activation_curves.typed import EXAMPLES, read_typed
from gui.session import MOST_FUNCTIONS
from gui.widgets.formula import Formula

MakeWindow = Callable[..., MainWindow]
LEFT = Qt.MouseButton.LeftButton
MISH = "x * tanh(log(1 + exp(x)))"
SMOOTH_STEP = "1 / (1 + exp(-4 * x))"


def page_of(window: MainWindow) -> CurvesPage:
    panel = window.docks["activationCurvesDock"].ensure_panel()
    assert isinstance(panel, ActivationCurves)
    page = panel.page("curves")
    assert isinstance(page, CurvesPage)
    return page


@pytest.fixture
def page(window: MainWindow, qtbot: QtBot) -> CurvesPage:
    """The curves alone in the window, laid out."""
    window.arrange("arrangeActivationsAction")
    window.activateWindow()
    page = page_of(window)
    qtbot.waitUntil(lambda: page.width() > 1000)
    return page


def editor_of(page: QWidget) -> FunctionEditor:
    found = page.findChild(FunctionEditor)
    assert found is not None
    return found


@pytest.fixture
def editor(page: CurvesPage) -> FunctionEditor:
    return editor_of(page)


def write(editor: FunctionEditor, text: str) -> None:
    """Click into the line, clear it, and type."""
    line = editor.field.line
    QTest.mouseClick(line, LEFT)
    line.selectAll()
    QTest.keyClick(line, Qt.Key.Key_Delete)
    QTest.keyClicks(line, text)
    QApplication.processEvents()


def enter(editor: FunctionEditor) -> None:
    QTest.keyClick(editor.field.line, Qt.Key.Key_Return)
    QApplication.processEvents()


def paste(editor: FunctionEditor, text: str) -> None:
    QApplication.clipboard().setText(text)
    line = editor.field.line
    QTest.mouseClick(line, LEFT)
    line.selectAll()
    QTest.keyClick(line, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    QApplication.processEvents()


def add(editor: FunctionEditor, *texts: str) -> None:
    for text in texts:
        write(editor, text)
        enter(editor)


# Typing


@pytest.mark.xdisplay
def test_a_typed_function_is_seen_at_once_and_plotted_by_enter(
    window: MainWindow, page: CurvesPage, editor: FunctionEditor, qtbot: QtBot
) -> None:
    assert not editor.body.isVisible()
    write(editor, MISH)
    assert editor.body.isVisible()
    places = editor.preview.places
    assert editor.preview.value is not None
    assert editor.preview.slope is not None
    assert np.allclose(editor.preview.value, places * np.tanh(np.logaddexp(0, places)))
    formula = editor.findChild(Formula, "labFunctionFormula")
    assert formula is not None
    assert formula.latex == f"h(x) = {parse(MISH).latex}"
    assert formula.isVisible()
    steps = window.undo.count()
    enter(editor)
    key = f"typed:{MISH}"
    assert window.session.functions == (key,)
    assert key in page.state.shown
    assert page.state.focus == key
    assert editor.field.text == ""
    assert window.undo.count() == steps + 1
    assert window.undo.undoText().startswith("add x * tanh")
    window.undo.undo()
    assert window.session.functions == ()
    assert page.state.shown == ("step", "sigmoid")
    window.undo.redo()
    assert window.session.functions == (key,)
    assert page.state.focus == key


def test_adding_what_is_there_shows_it(window: MainWindow, page: CurvesPage, editor: FunctionEditor) -> None:
    add(editor, "x^2", "sin(x)")
    page.table.ticked.emit("typed:x^2", False)
    assert "typed:x^2" not in page.state.shown
    write(editor, "(x ^ 2)")
    assert editor.add_button.text() == "Show"
    assert "yours already" in editor.words.text()
    QTest.mouseClick(editor.add_button, LEFT)
    assert window.session.functions == ("typed:x^2", "typed:sin(x)")
    assert "typed:x^2" in page.state.shown
    assert page.state.focus == "typed:x^2"


def test_twelve_are_enough(window: MainWindow, editor: FunctionEditor) -> None:
    add(editor, *(f"{number} * x" for number in range(MOST_FUNCTIONS + 2)))
    functions = window.session.functions
    assert len(functions) == MOST_FUNCTIONS == 12
    assert editor.field.text == "13 * x"  # nothing that was typed is lost
    assert "There are 12 of your own" in editor.words.text()
    add(editor, "5 * x")  # which is there, and is only shown
    assert window.session.functions == functions
    editor.take_up(functions[0])  # to change one makes it no more than twelve
    add(editor, "x^3")
    assert window.session.functions == ("typed:x^3", *functions[1:])


def test_one_is_changed_in_its_place_and_removed(
    window: MainWindow, page: CurvesPage, editor: FunctionEditor
) -> None:
    add(editor, "x^2", "sin(x)")
    assert editor.offers.own_button.text() == "Your own (2)"
    editor.offers.own_menu.actions()[0].trigger()
    line = editor.field.line
    assert line.text() == "x^2"
    assert line.hasFocus()
    QTest.keyClick(line, Qt.Key.Key_Backspace)
    QTest.keyClicks(line, "4")
    assert editor.add_button.text() == "Change"
    enter(editor)
    assert window.session.functions == ("typed:x^4", "typed:sin(x)")
    assert window.undo.undoText() == "change x^2"
    assert "typed:x^4" in page.state.shown
    assert "typed:x^2" not in page.state.shown
    editor.offers.own_menu.actions()[1].trigger()
    assert editor.remove_button.isVisible()
    QTest.mouseClick(editor.remove_button, LEFT)
    assert window.session.functions == ("typed:x^4",)
    assert "typed:sin(x)" not in page.state.shown
    window.undo.undo()
    window.undo.undo()
    assert window.session.functions == ("typed:x^2", "typed:sin(x)")
    assert {"typed:x^2", "typed:sin(x)"} <= set(page.state.shown)
    assert not editor.remove_button.isVisible()


def test_what_is_removed_by_an_undo_is_no_longer_changed(window: MainWindow, editor: FunctionEditor) -> None:
    add(editor, "x^2")
    editor.take_up("typed:x^2")
    window.undo.undo()
    assert editor.add_button.text() == "Add"
    assert not editor.remove_button.isVisible()
    enter(editor)
    assert window.session.functions == ("typed:x^2",)


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_is_one_click_away_and_works_everywhere(editor: FunctionEditor, name: str) -> None:
    QTest.mouseClick(editor.field.line, LEFT)
    QApplication.processEvents()
    QTest.mouseClick(editor.offers.examples[name], LEFT)
    assert editor.field.text == EXAMPLES[name]
    assert editor.field.line.hasFocus()
    assert editor.preview.value is not None
    far = parse(EXAMPLES[name]).value_and_slope(np.array([-1e4, -100.0, 0.0, 100.0, 1e4]))
    assert np.isfinite(far).all()


def test_it_is_done_by_keyboard_alone(window: MainWindow, editor: FunctionEditor) -> None:
    editor.field.setFocus()
    QApplication.processEvents()
    seen = []
    for _ in range(9):
        widget = QApplication.focusWidget()
        assert widget is not None
        seen.append(widget.objectName())
        QTest.keyClick(widget, Qt.Key.Key_Tab)
        QApplication.processEvents()
    assert seen[:3] == ["labFunctionLine", "labAddFunctionButton", "labExample0Button"]
    assert len(set(seen)) == 9
    example = editor.offers.examples["Mish"]
    example.setFocus()
    QTest.keyClick(example, Qt.Key.Key_Space)
    enter(editor)
    assert window.session.functions == (f"typed:{MISH}",)


def test_the_keys_of_the_page_are_letters_in_the_line(page: CurvesPage, editor: FunctionEditor) -> None:
    before = page.state
    write(editor, "abs(floor(x)) + erf(x) / 2 - step(x) * max(x, 0)")
    assert editor.field.text == "abs(floor(x)) + erf(x) / 2 - step(x) * max(x, 0)"
    assert page.state == before


def test_escape_clears_the_line_and_then_leaves_it(page: CurvesPage, editor: FunctionEditor) -> None:
    write(editor, "x +")
    QTest.keyClick(editor.field.line, Qt.Key.Key_Escape)
    assert editor.field.text == ""
    QTest.keyClick(editor.field.line, Qt.Key.Key_Escape)
    QApplication.processEvents()
    assert not editor.field.line.hasFocus()
    assert not editor.body.isVisible()


# Mistakes


@pytest.mark.parametrize(
    ("text", "position", "said"),
    [
        ("", 0, "Type a function of x"),
        ("import os", 0, "“import” at place 1 is not known"),
        ("().__class__", 1, "closes nothing"),
        ("x * tnh(x)", 4, "did you mean tanh?"),
        ("2x", 1, "to multiply, write “*”"),
        ("(x + 1", 0, "still open"),
        ("１２ * 😀 + x", 5, "cannot stand there"),
        ("(" * 10_000, 6000, "6000 letters are the most"),
        ("+".join(["x"] * 500), 200, "200 numbers, names and signs"),
        ("x\n+ y", 4, "“y”"),
        ("x\x00", 1, "cannot stand there"),
        ("__import__('os').system('ls')", 0, "not known"),
        ("<b>x</b>", 0, "“<” at place 1"),
    ],
)
def test_a_mistake_is_pointed_at_and_added_nowhere(
    window: MainWindow, editor: FunctionEditor, text: str, position: int, said: str
) -> None:
    paste(editor, text)
    enter(editor)
    assert window.session.functions == ()
    assert said in editor.words.text()
    assert editor.words.textFormat() == Qt.TextFormat.PlainText
    assert editor.field.line.accessibleDescription() == editor.words.text()
    assert editor.preview.value is None
    error = read_typed(editor.field.text).error
    assert error is not None
    assert error.position == position
    assert not window.grab().isNull()


@pytest.mark.parametrize(
    "text", ["9**9**9", "１２", "log(-1)", "log(x)", "1 / x", "0 / 0", "exp(exp(exp(x)))"]
)
def test_what_has_no_value_or_one_beyond_all_is_no_mistake(
    window: MainWindow, page: CurvesPage, editor: FunctionEditor, text: str
) -> None:
    paste(editor, text)
    assert editor.field.caret() is None
    known = np.isfinite(parse(text)(editor.preview.places))
    words = editor.words.text()
    assert ("no value anywhere" in words) == (not known.any())
    assert ("has a gap" in words) == (known.any() and not known.all())
    enter(editor)
    assert len(window.session.functions) == 1
    assert page.state.focus == window.session.functions[0]
    assert not window.grab().isNull()


@pytest.mark.parametrize(
    ("text", "position"),
    [
        ("foo(x) + 1", 0),
        ("x * tnh(x)", 4),
        ("１２ * tnh(x)", 5),
        ("x + 😀 + x", 4),
        ("😀", 0),
        ("iii + WWW", 0),
        ("x + " * 45 + "foo + x", 180),
    ],
)
@pytest.mark.parametrize("family", ["mono", "proportional"])
def test_the_caret_stands_under_the_letter(
    editor: FunctionEditor, text: str, position: int, family: str
) -> None:
    line = editor.field.line
    if family == "proportional":
        line.setFont(QApplication.font())
    paste(editor, text)
    line.setCursorPosition(len(text[:position].encode("utf-16-le")) // 2)  # a long text scrolls there
    tip = editor.field.caret()
    assert tip is not None
    place = line.mapFrom(editor.field, tip.toPoint())
    half = line.middle_of(position) - line.cursorRect().x() - 5  # to the middle of the letter
    before = line.cursorPositionAt(QPoint(round(place.x() - half / 2), 10))
    assert len(line.text().encode("utf-16-le")[: 2 * before].decode("utf-16-le")) == position
    assert abs(tip.x() - line.x() - line.middle_of(position)) < 1


def test_a_letter_out_of_sight_is_pointed_to_at_the_edge_and_enter_goes_there(editor: FunctionEditor) -> None:
    paste(editor, "foo(x)" + " + x" * 60)
    line = editor.field.line
    tip = editor.field.caret()
    assert tip is not None
    assert line.middle_of(0) < 0
    assert tip.x() > line.x()
    enter(editor)
    assert line.cursorPosition() == 0
    tip = editor.field.caret()
    assert tip is not None
    assert abs(tip.x() - line.x() - line.middle_of(0)) < 1


@pytest.mark.parametrize(
    ("text", "unfinished"),
    [
        ("x *", True),
        ("(x + 1", True),
        ("ta", True),
        ("1 + si", True),
        ("sin", True),
        ("", True),
        ("sin(", True),
        ("tb", False),
        ("x * ta + 1", False),
        ("2x", False),
        (")", False),
    ],
)
def test_nobody_is_told_off_before_they_have_finished(
    editor: FunctionEditor, text: str, unfinished: bool
) -> None:
    assert read_typed(text).is_unfinished == unfinished
    write(editor, text)
    quiet = editor.words.styleSheet()
    enter(editor)
    assert (editor.words.styleSheet() != quiet) == unfinished  # who presses Enter wants to know


# Everywhere else


def choose_in_inspector(window: MainWindow, text: str) -> None:
    panel = window.docks["forwardInspectorDock"].ensure_panel()
    box = panel.findChild(QComboBox, "hiddenActivationChoice")
    assert box is not None
    QTest.mouseClick(box, LEFT)
    entries = box.view()
    QTest.keyClick(entries, Qt.Key.Key_Home)
    for _ in range(box.findText(text)):
        QTest.keyClick(entries, Qt.Key.Key_Down)
    QTest.keyClick(entries, Qt.Key.Key_Return)


@pytest.mark.qt_log_ignore("This plugin does not support grabbing the keyboard")
def test_type_a_function_and_use_it_in_the_network_and_have_it_again_after_a_restart(
    make_window: MakeWindow, qtbot: QtBot
) -> None:
    window = make_window()
    window.arrange("arrangeActivationsAction")
    qtbot.waitUntil(lambda: page_of(window).width() > 1000)
    add(editor_of(page_of(window)), SMOOTH_STEP)
    key = f"typed:{SMOOTH_STEP}"
    assert key in page_of(window).state.shown
    window.arrange("arrangeForwardAction")
    QApplication.processEvents()
    session = window.session
    session.select_step(1)
    before = session.trace
    assert before is not None
    choose_in_inspector(window, SMOOTH_STEP)
    after = session.trace
    assert after is not None
    assert after.steps[1].layer.name == key
    with np.errstate(all="ignore"):
        steep = 1 / (1 + np.exp(-4 * before.steps[0].output.astype(float)))
    assert np.allclose(after.steps[1].output, steep, atol=1e-6)
    assert not np.array_equal(after.output, before.output)
    window.undo.undo()
    assert session.trace is not None
    assert np.array_equal(session.trace.output, before.output)
    window.undo.undo()
    assert session.functions == ()
    assert page_of(window).state.shown == ("step", "sigmoid")
    window.undo.redo()
    window.undo.redo()
    window.close()
    again = make_window()
    assert again.session.functions == (key,)
    assert key in page_of(again).state.shown
    assert again.session.trace is not None
    assert again.session.trace.steps[1].layer.name == key
    assert np.array_equal(again.session.trace.output, after.output)


def test_language_and_theme_change_while_something_is_typed(
    window: MainWindow, editor: FunctionEditor
) -> None:
    write(editor, "x * tnh(x)")
    for language in ("ko", "en"):
        window.set_language(language)
        window.set_theme("dark" if language == "ko" else "light")
        assert editor.field.text == "x * tnh(x)"
        assert editor.field.caret() is not None
        assert not window.grab().isNull()
    for name, kind in (("labFunctionWords", QLabel), ("labAddFunctionButton", QPushButton)):
        assert editor.findChild(kind, name).text()


@pytest.mark.parametrize("language", ["en", "ko"])
def test_nothing_in_the_editor_lies_on_anything_else(
    window: MainWindow, page: CurvesPage, editor: FunctionEditor, language: str
) -> None:
    window.set_language(language)
    add(editor, "x^2")
    for text in (MISH, "x * tnh(x)", "().__class__", "x^2"):
        write(editor, text)
        QApplication.processEvents()
        parts = [part for part in editor.findChildren(QWidget) if part.isVisible() and part.objectName()]
        for part in parts:
            place = part.rect().translated(part.mapTo(editor, QPoint(0, 0)))
            assert editor.rect().contains(place), part.objectName()
            for other in parts:
                if part is not other and not (part.isAncestorOf(other) or other.isAncestorOf(part)):
                    taken = other.rect().translated(other.mapTo(editor, QPoint(0, 0)))
                    assert not place.intersects(taken), (part.objectName(), other.objectName())
        assert page.plot.height() > 200
