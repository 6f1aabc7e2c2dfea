"""The pad in the real window, with the real mouse, pen and keys."""

import json
from collections.abc import Callable
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QInputDevice, QMouseEvent, QPointingDevice, QTabletEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QSlider, QWidget

from core.digits import prepare
from gui.main_window import MainWindow
from gui.panels.digit_pad.answer import AnswerView
from gui.panels.digit_pad.model import PEN_WIDTH, Stroke
from gui.panels.digit_pad.panel import DigitPad
from gui.theme import DARK, LIGHT

MakeWindow = Callable[..., MainWindow]
LEFT, RIGHT, NONE = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton, Qt.MouseButton.NoButton
NO_KEYS = Qt.KeyboardModifier.NoModifier

SEVEN = [(0.25, 0.2), (0.5, 0.2), (0.75, 0.2), (0.62, 0.5), (0.5, 0.85)]
ONE = [(0.5, 0.15), (0.5, 0.4), (0.5, 0.85)]


class Hand:
    """A hand at the pad of a window."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window
        self.session = window.session
        panel = window.docks["digitPadDock"].ensure_panel()
        assert isinstance(panel, DigitPad)
        self.pad = panel
        self.canvas = panel.canvas

    def button(self, name: str) -> QAbstractButton:
        return self.pad.findChild(QAbstractButton, name)

    def click(self, name: str) -> None:
        QTest.mouseClick(self.button(name), LEFT)

    def at(self, place: tuple[float, float]) -> QPoint:
        side = self.canvas.width()
        return QPoint(round(place[0] * side), round(place[1] * side))

    def press(self, place: tuple[float, float], button: Qt.MouseButton = LEFT) -> None:
        QTest.mousePress(self.canvas, button, NO_KEYS, self.at(place))

    def move(self, place: tuple[float, float], buttons: Qt.MouseButton = LEFT) -> None:
        """A move with these buttons held, also outside of the canvas, where the real mouse can go, too."""
        where = QPointF(self.at(place))
        event = QMouseEvent(
            QEvent.Type.MouseMove, where, self.canvas.mapToGlobal(where), NONE, buttons, NO_KEYS
        )
        QApplication.sendEvent(self.canvas, event)

    def release(self, place: tuple[float, float], button: Qt.MouseButton = LEFT) -> None:
        QTest.mouseRelease(self.canvas, button, NO_KEYS, self.at(place))

    def draw(self, way: list[tuple[float, float]]) -> None:
        self.press(way[0])
        for place in way[1:]:
            self.move(place)
        self.release(way[-1])

    def tablet(
        self,
        kind: QEvent.Type,
        place: tuple[float, float],
        pressure: float,
        *,
        eraser: bool = False,
        held: Qt.MouseButton = LEFT,
    ) -> bool:
        end = QPointingDevice.PointerType.Eraser if eraser else QPointingDevice.PointerType.Pen
        device = QPointingDevice(
            "pen", 1, QInputDevice.DeviceType.Stylus, end, QInputDevice.Capability.Pressure, 1, 1
        )
        where = QPointF(self.at(place))
        button = NONE if kind == QEvent.Type.TabletMove else LEFT
        event = QTabletEvent(
            kind,
            device,
            where,
            self.canvas.mapToGlobal(where),
            pressure,
            0,
            0,
            0,
            0,
            0,
            NO_KEYS,
            button,
            held,
        )
        QApplication.sendEvent(self.canvas, event)
        return event.isAccepted()

    @property
    def strokes(self) -> tuple[Stroke, ...]:
        return self.canvas.strokes

    @property
    def sentence(self) -> str:
        return self.pad.findChild(AnswerView).sentence

    def ink(self) -> float:
        """How much of the canvas is ink, as the screen shows it."""
        image = self.canvas.grab().toImage()
        side, ink = image.width(), QColor(LIGHT.ink)
        inner = range(8, side - 8, 4)
        return float(np.mean([image.pixelColor(x, y) == ink for x in inner for y in inner]))


@pytest.fixture
def hand(window: MainWindow) -> Hand:
    window.set_theme("light")
    window.arrange("arrangeDrawAction")
    return Hand(window)


def test_the_empty_pad_says_what_to_do_and_a_stroke_is_read_while_it_is_drawn(hand: Hand) -> None:
    session = hand.session
    assert session.drawn_prediction is None
    assert hand.sentence == "Nothing is drawn yet"
    assert not hand.button("showInInspectorButton").isEnabled()
    assert hand.ink() == 0
    strays = [widget for widget in QApplication.topLevelWidgets() if widget.objectName() == "cardTitle"]
    assert not strays  # a part that is not laid out yet is no window of its own
    hand.press(SEVEN[0])
    seen = [session.drawn_prediction]
    for place in SEVEN[1:]:
        hand.move(place)
        seen.append(session.drawn_prediction)
    assert all(y is not None and y.sum() == pytest.approx(1, abs=1e-4) for y in seen)
    assert not np.array_equal(seen[0], seen[-1])
    hand.release(SEVEN[-1])
    assert int(session.drawn_prediction.argmax()) == 7
    assert np.array_equal(session.drawn_digit, prepare(hand.canvas.bitmap))
    assert session.drawn_digit.shape == (28, 28)
    assert "%" in hand.sentence
    assert hand.button("showInInspectorButton").isEnabled()
    assert hand.ink() > 0.02


def test_every_edit_can_be_undone_and_done_again(hand: Hand) -> None:
    undo = hand.window.undo
    hand.draw(SEVEN)
    hand.draw(ONE)
    assert len(hand.strokes) == 2
    both = hand.session.drawn_prediction
    hand.click("undoStrokeButton")
    assert len(hand.strokes) == 1
    hand.click("clearDigitButton")
    assert hand.strokes == ()
    assert hand.session.drawn_digit is None
    assert hand.session.drawn_prediction is None
    assert hand.sentence == "Nothing is drawn yet"
    assert not hand.button("clearDigitButton").isEnabled()
    QTest.keyClick(hand.canvas, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert len(hand.strokes) == 1
    undo.undo()
    assert np.allclose(hand.session.drawn_prediction, both, atol=1e-3)
    undo.undo()
    undo.undo()
    assert hand.strokes == ()
    undo.redo()
    assert len(hand.strokes) == 1
    assert undo.redoText() == "draw a stroke"
    assert int(hand.session.drawn_prediction.argmax()) == 7


def test_the_eraser_takes_ink_away_until_nothing_is_drawn(hand: Hand) -> None:
    hand.click("eraseButton")
    hand.draw(ONE)
    assert hand.window.undo.count() == 0  # there was nothing to erase
    QTest.keyClick(hand.canvas, Qt.Key.Key_E)
    assert not hand.button("eraseButton").isChecked()
    hand.draw(ONE)
    before = hand.session.drawn_prediction
    hand.pad.findChild(QSlider, "penWidthSlider").setValue(150)
    QTest.keyClick(hand.canvas, Qt.Key.Key_E)
    hand.draw([(0.2, 0.3), (0.8, 0.3)])
    assert hand.session.drawn_digit is not None
    assert not np.array_equal(hand.session.drawn_prediction, before)
    hand.draw([(0.5, 0.0), (0.5, 0.5), (0.5, 1.0)])
    assert hand.session.drawn_digit is None
    assert hand.sentence == "Nothing is drawn yet"
    assert hand.window.undo.undoText() == "erase"
    hand.window.undo.undo()
    assert hand.session.drawn_digit is not None


def test_however_a_stroke_ends_it_is_there_once(hand: Hand) -> None:
    """Outside, with the wrong button, by Escape, by a lost release, by the window going away."""

    def begin() -> None:
        hand.press((0.2, 0.2))
        hand.move((0.3, 0.6))

    def count() -> int:
        assert hand.window.undo.count() == len(hand.strokes)
        return len(hand.strokes)

    begin()
    hand.move((1.4, 0.6))
    QApplication.sendEvent(hand.canvas, QEvent(QEvent.Type.Leave))
    hand.move((0.8, 0.8))
    hand.release((1.5, 0.9))
    assert count() == 1
    assert max(p.x for p in hand.strokes[0].points) <= 1.25
    assert hand.strokes[0].points[-2][:2] == pytest.approx((0.8, 0.8), abs=0.01)

    begin()
    hand.press((0.3, 0.6), RIGHT)
    hand.release((0.3, 0.6), RIGHT)
    assert count() == 1  # it goes on
    hand.move((0.5, 0.8))
    hand.release((0.5, 0.8))
    assert count() == 2

    begin()
    QTest.keyClick(hand.canvas, Qt.Key.Key_Escape)
    assert count() == 3
    hand.move((0.9, 0.9))
    hand.release((0.9, 0.9))
    assert count() == 3

    begin()
    hand.move((0.9, 0.9), NONE)
    assert count() == 4
    assert len(hand.strokes[3].points) == 2

    begin()
    begin()  # the release was lost altogether
    hand.release((0.3, 0.6))
    assert count() == 6

    begin()
    hand.window.arrange("arrangeGatesAction")
    assert count() == 7
    hand.window.arrange("arrangeDrawAction")
    hand.release((0.3, 0.6))
    assert count() == 7

    hand.press((0.2, 0.2), RIGHT)
    hand.move((0.3, 0.6), RIGHT)
    hand.release((0.3, 0.6), RIGHT)
    assert count() == 7


def test_two_quick_strokes_are_two_though_the_second_press_is_a_double_click(hand: Hand) -> None:
    hand.draw([(0.3, 0.3), (0.3, 0.7)])
    where = QPointF(hand.at((0.7, 0.3)))
    QApplication.sendEvent(
        hand.canvas,
        QMouseEvent(
            QEvent.Type.MouseButtonDblClick, where, hand.canvas.mapToGlobal(where), LEFT, LEFT, NO_KEYS
        ),
    )
    hand.move((0.7, 0.8))
    hand.release((0.7, 0.8))
    assert len(hand.strokes) == 2
    assert len(hand.strokes[-1].points) == 2


def test_undo_while_the_pen_is_down_loses_neither_the_stroke_nor_the_way_back(hand: Hand) -> None:
    hand.draw(SEVEN)
    hand.press(ONE[0])
    hand.move(ONE[1])
    hand.window.undo.undo()
    hand.move(ONE[2])
    hand.release(ONE[2])
    assert [len(stroke.points) for stroke in hand.strokes] == [3]
    assert int(hand.session.drawn_prediction.argmax()) == 1
    hand.window.undo.undo()
    assert hand.strokes == ()


def test_a_pen_draws_wider_when_pressed_and_its_other_end_erases(hand: Hand) -> None:
    press, move, release = QEvent.Type.TabletPress, QEvent.Type.TabletMove, QEvent.Type.TabletRelease
    assert hand.tablet(move, (0.1, 0.1), 0.0, held=NONE)  # hovering
    assert hand.strokes == ()
    assert hand.tablet(press, (0.2, 0.5), 0.1)
    hand.press((0.9, 0.9))  # some systems send the mouse along
    for k in range(1, 7):
        assert hand.tablet(move, (0.2 + 0.1 * k, 0.5), 0.1 + 0.15 * k)
        hand.move((0.9, 0.9))
    assert hand.session.drawn_prediction is not None
    hand.tablet(release, (0.8, 0.5), 0.0, held=NONE)
    hand.release((0.9, 0.9))
    (stroke,) = hand.strokes
    widths = [p.width for p in stroke.points]
    assert widths == sorted(widths)
    assert widths[-1] > 2 * widths[0]
    rows = np.count_nonzero(hand.canvas.bitmap, axis=0)  # ink in each column
    assert rows[210] > rows[70] > 0

    hand.tablet(press, (0.5, 0.3), 1.0, eraser=True)
    hand.tablet(move, (0.5, 0.7), 1.0, eraser=True)
    hand.tablet(move, (0.6, 0.9), 0.0, eraser=True, held=NONE)  # the release was lost
    assert [stroke.erase for stroke in hand.strokes] == [False, True]
    assert len(hand.strokes[1].points) == 2
    assert hand.canvas.bitmap[140, 140] == 0


def test_the_keyboard_alone_draws_a_digit(hand: Hand) -> None:
    canvas = hand.canvas
    canvas.setFocus(Qt.FocusReason.TabFocusReason)
    for _ in range(15):
        QTest.keyClick(canvas, Qt.Key.Key_Up)
    QTest.keyClick(canvas, Qt.Key.Key_Space)
    for _ in range(30):
        QTest.keyClick(canvas, Qt.Key.Key_Down)
    assert hand.session.drawn_prediction is not None
    QTest.keyClick(canvas, Qt.Key.Key_Space)
    (stroke,) = hand.strokes
    assert (stroke.points[0].y, stroke.points[-1].y) == pytest.approx((0.2, 0.8))
    assert int(hand.session.drawn_prediction.argmax()) == 1
    QTest.keyClick(canvas, Qt.Key.Key_PageUp)
    QTest.keyClick(canvas, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(canvas, Qt.Key.Key_Space)
    QTest.keyClick(canvas, Qt.Key.Key_End)
    QTest.keyClick(canvas, Qt.Key.Key_Tab)  # leaving the canvas takes the pen up
    start, end = hand.strokes[1].points
    assert (start.x, start.y) == pytest.approx((0.525, 0.78))
    assert (end.x, end.y) == pytest.approx((0.505, 0.80))
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_C)  # any part of the pad hears it
    assert hand.strokes == ()


def test_every_control_is_reached_by_tab_and_has_a_name(hand: Hand) -> None:
    hand.draw(ONE)
    hand.canvas.setFocus()
    reached = []
    for _ in range(12):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        if not hand.pad.isAncestorOf(focused):
            break
        reached.append(focused.objectName())
        assert focused.accessibleName() or focused.text()
    assert reached == [
        "undoStrokeButton",
        "eraseButton",
        "clearDigitButton",
        "penWidthSlider",
        "showInInspectorButton",
    ]


def test_the_width_of_the_pen_by_keys_and_wheel_is_one_edit(hand: Hand) -> None:
    slider = hand.pad.findChild(QSlider, "penWidthSlider")
    assert slider.value() == round(PEN_WIDTH * 1000)
    QTest.keyClick(slider, Qt.Key.Key_Right)
    QTest.keyClick(slider, Qt.Key.Key_Right)
    where = QPointF(hand.at((0.5, 0.5)))
    wheel = QWheelEvent(
        where,
        hand.canvas.mapToGlobal(where),
        QPoint(),
        QPoint(0, 240),
        NONE,
        NO_KEYS,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(hand.canvas, wheel)
    assert slider.value() == 95
    hand.draw(ONE)
    assert {p.width for p in hand.strokes[0].points} == {0.095}
    hand.window.undo.undo()
    hand.window.undo.undo()
    assert slider.value() == 75
    assert hand.canvas.pen_width == PEN_WIDTH
    assert hand.window.undo.count() == 2


def test_the_drawing_follows_through_the_network_while_it_is_drawn(hand: Hand) -> None:
    session = hand.session
    hand.draw(SEVEN)
    hand.click("showInInspectorButton")
    assert session.batch.is_drawn
    assert session.trace.input.shape == (1, 784)
    following = hand.pad.findChild(QWidget, "padFollowing")
    assert "Ctrl+4" in following.text()
    before = session.trace.output
    hand.press((0.3, 0.5))
    hand.move((0.7, 0.5))
    assert not np.array_equal(session.trace.output, before)
    assert np.array_equal(session.trace.output[0], session.drawn_prediction)
    hand.release((0.7, 0.5))
    hand.click("clearDigitButton")
    assert not session.batch.is_drawn
    assert following.text() == ""


def test_an_answer_that_is_not_sure_says_so_and_names_both(hand: Hand) -> None:
    answer = hand.pad.findChild(AnswerView)
    prediction = np.full(10, 0.02, np.float32)
    prediction[[3, 8]] = 0.43, 0.41
    answer.show_prediction(prediction, is_drawn=True)
    assert answer.sentence == "Not sure: 3 with 43.0 %, or 8 with 41.0 %"
    assert answer.digit == "3?"
    answer.show_prediction(None, is_drawn=True)
    assert answer.sentence == "Waiting for a network"


def test_strokes_survive_a_restart_and_damage_does_not(make_window: MakeWindow, tmp_path: Path) -> None:
    first = Hand(make_window())
    first.draw(SEVEN)
    first.pad.findChild(QSlider, "penWidthSlider").setValue(100)
    strokes, prediction = first.strokes, first.session.drawn_prediction
    first.window.close()

    second = Hand(make_window())
    assert second.strokes == strokes
    assert second.canvas.pen_width == 0.1
    assert np.allclose(second.session.drawn_prediction, prediction, atol=1e-3)
    assert second.window.undo.count() == 0
    second.window.close()

    kept = tmp_path / "profile" / "work.json"
    work = json.loads(kept.read_text(encoding="utf-8"))
    work["digit_pad"]["strokes"].append({"points": [["here", "there", 1]]})
    work["digit_pad"]["pen_width"] = -5
    kept.write_text(json.dumps(work), encoding="utf-8")
    third = Hand(make_window())
    assert third.strokes == strokes
    assert third.canvas.pen_width == 0.03


def test_the_ink_stays_sharp_and_in_its_place_when_the_window_changes(hand: Hand) -> None:
    hand.draw(SEVEN)
    large, ink = hand.canvas.width(), hand.ink()
    prediction = hand.session.drawn_prediction
    hand.window.arrange("arrangeAllAction")
    QTest.qWait(50)
    assert hand.canvas.width() < large / 1.5
    assert hand.canvas.width() == hand.canvas.height()
    assert hand.ink() == pytest.approx(ink, abs=0.01)
    assert np.array_equal(hand.session.drawn_prediction, prediction)
    screen = hand.canvas._drawing.screen
    assert screen.side == round(hand.canvas.width() * hand.canvas.devicePixelRatioF())


def test_language_and_theme_change_at_once(hand: Hand) -> None:
    hand.draw(ONE)
    english = hand.sentence, hand.button("eraseButton").text()
    hand.window.set_language("ko")
    assert hand.sentence != english[0]
    assert hand.button("eraseButton").text() == "지우개"
    hand.window.set_theme("dark")
    middle = hand.at((0.5, 0.5))
    image = hand.canvas.grab().toImage()
    assert image.pixelColor(middle) == QColor(DARK.ink)
    assert image.pixelColor(hand.at((0.1, 0.5))) == QColor(DARK.card)
    hand.window.set_language("en")
    assert (hand.sentence, hand.button("eraseButton").text()) == english


@pytest.mark.parametrize("arrangement", ["arrangeAllAction", "arrangeDrawAction"])
@pytest.mark.parametrize("language", ["en", "ko"])
def test_nothing_overlaps_and_nothing_is_cut_off(window: MainWindow, arrangement: str, language: str) -> None:
    window.set_language(language)
    window.arrange(arrangement)
    QTest.qWait(50)
    hand = Hand(window)
    hand.draw(SEVEN)
    hand.session.show_drawn_digit()
    QTest.qWait(20)
    parts = [
        part
        for part in hand.pad.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
        if part.isVisible()
    ]
    assert len(parts) >= 8
    for part in parts:
        assert hand.pad.rect().contains(part.geometry()), part.objectName()
    for a, b in combinations(parts, 2):
        assert not a.geometry().intersects(b.geometry()), (a.objectName(), b.objectName())
    for button in hand.pad.findChildren(QAbstractButton):
        assert button.width() >= button.sizeHint().width(), button.objectName()
    assert (window.width(), window.height()) == (1280, 800)
