"""A scribble that takes long to draw again: the window lives, the pen goes on, and nothing is lost."""

from collections.abc import Callable

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core.digits import prepare
from gui.main_window import MainWindow
from gui.panels.digit_pad import drawing, sheet
from gui.panels.digit_pad.drawing import Drawing
from gui.panels.digit_pad.model import PadState, Point, Stroke, point
from gui.theme import LIGHT, ink_map
from tests.gui.panels.test_digit_pad import ONE, SEVEN, Hand

MakeWindow = Callable[..., MainWindow]
SIDE = 500


def scribble(count: int, shift: float = 0.0, *, erase: bool = False, pressed: bool = False) -> Stroke:
    """Up and down across the whole pad, wandering to the right."""
    places = ((0.05 + 0.9 * ((0.047 * k + shift) % 1), 0.1 if k % 2 else 0.9, k) for k in range(count))
    widths = (0.03 + 0.002 * (k % 11) if pressed else 0.03 for k in range(count))
    return Stroke(tuple(point(x, y, w) for (x, y, _), w in zip(places, widths, strict=True)), erase)


MANY = tuple(
    scribble(30, 0.07 * k, erase=k % 4 == 3, pressed=k % 2 == 0) for k in range(30)
)  # with erasers between, and pens that are pressed


@pytest.fixture
def slowly(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing that takes long is drawn at once, on the fastest machine."""
    monkeypatch.setattr(drawing, "_AT_ONCE", 0.0)


def shown(strokes: tuple[Stroke, ...], side: int = SIDE) -> Drawing:
    """These strokes, drawn at this size and no other."""
    fresh = Drawing()
    fresh.set_screen(side, 1.0, ink_map(LIGHT))
    fresh.show(strokes)
    finish(fresh)
    return fresh


def finish(unfinished: Drawing) -> None:
    while not unfinished.is_ready:
        unfinished.go_on(0.0)


def inks(of: Drawing) -> tuple[NDArray[np.uint8], NDArray[np.uint8]]:
    return of.screen.pixels, of.network.pixels


def same(a: Drawing, b: Drawing) -> bool:
    return all(np.array_equal(x, y) for x, y in zip(inks(a), inks(b), strict=True))


def alike(a: NDArray[np.uint8], b: NDArray[np.uint8]) -> float:
    """The mean difference, of 255."""
    return float(np.abs(a.astype(float) - b).mean())


def draw(on: Drawing, places: tuple[Point, ...], *, erase: bool = False) -> None:
    on.begin(places[0], erase=erase)
    for place in places[1:]:
        on.extend(place)
    on.finish()


@pytest.mark.parametrize("strokes", [(scribble(300),), MANY], ids=["one", "many"])
def test_after_any_change_of_size_the_picture_is_the_one_that_is_drawn_at_that_size(
    slowly: None, strokes: tuple[Stroke, ...]
) -> None:
    ours = shown(strokes, 300)
    network = ours.network.pixels.copy()
    for side in (620, 610, 90, SIDE):  # each before the one before is done
        ours.set_screen(side, 1.0, ink_map(LIGHT))
        assert not ours.screen.is_ready
        assert ours.screen.pixels.shape == (side, side)
        ours.go_on(0.0)
        assert np.array_equal(ours.network.pixels, network)
    finish(ours)
    assert same(ours, shown(strokes))


@pytest.mark.parametrize("before", [60, 300, 900])
def test_until_it_is_drawn_the_old_picture_stands_in_at_the_new_size(slowly: None, before: int) -> None:
    ours = shown(MANY, before)
    ours.set_screen(SIDE, 1.0, ink_map(LIGHT))
    stand_in = ours.screen.pixels.copy()
    assert not ours.is_ready
    finish(ours)
    assert 0 < alike(stand_in, ours.screen.pixels) < 8


def test_a_stroke_begun_while_it_is_drawn_again_is_seen_and_not_lost(slowly: None) -> None:
    ours = shown(MANY, 300)
    ours.set_screen(SIDE, 1.0, ink_map(LIGHT))
    first, eraser, last = scribble(4, 0.3), scribble(9, 0.5, erase=True), scribble(8, 0.5)
    for stroke in (first, eraser, last):
        before = ours.screen.pixels.copy()
        draw(ours, stroke.points, erase=stroke.erase)
        assert not np.array_equal(ours.screen.pixels, before)
        assert not ours.is_ready
        ours.go_on(0.0)
    finish(ours)
    assert ours.strokes == (*MANY, first, eraser, last)
    theirs = shown(MANY)
    for stroke in (first, eraser, last):
        draw(theirs, stroke.points, erase=stroke.erase)
    assert same(ours, theirs)


def test_a_stroke_in_progress_goes_on_through_a_change_of_size(slowly: None) -> None:
    ours, theirs = shown(MANY, 300), shown(MANY)
    places = scribble(60, 0.2).points
    for on in (ours, theirs):
        on.begin(places[0], erase=False)
    for k, place in enumerate(places[1:]):
        if k == 20:
            ours.set_screen(SIDE, 1.0, ink_map(LIGHT))
        for on in (ours, theirs):
            on.extend(place)
        ours.go_on(0.0)
    for on in (ours, theirs):
        on.finish()
    assert not ours.is_ready
    finish(ours)
    assert same(ours, theirs)


def test_undo_redo_and_clear_while_it_is_drawn_again(slowly: None) -> None:
    ours = shown(MANY, 300)
    ours.set_screen(SIDE, 1.0, ink_map(LIGHT))
    ours.go_on(0.0)
    for count in (29, 28, 30, 12, 13):
        ours.show(MANY[:count])
        ours.go_on(0.0)
    finish(ours)
    assert same(ours, shown(MANY[:13]))
    ours.show(MANY)
    assert not ours.is_ready
    ours.show(())
    assert ours.is_ready
    assert ours.is_blank
    assert not any(ink.any() for ink in inks(ours))


def test_after_a_change_of_size_the_last_strokes_are_taken_back_without_drawing(
    monkeypatch: pytest.MonkeyPatch, slowly: None
) -> None:
    ours = shown(MANY, 300)
    ours.set_screen(SIDE, 1.0, ink_map(LIGHT))
    finish(ours)

    def must_not(*_: object) -> None:
        raise AssertionError("drawn again")

    monkeypatch.setattr(sheet, "marks_of", must_not)
    for count in (29, 28, 27, 26, 30):
        ours.show(MANY[:count])
        assert ours.is_ready


def test_an_eraser_that_ends_before_the_drawing_is_known_is_kept(slowly: None) -> None:
    ours = Drawing()
    ours.show(MANY)
    assert not ours.network.is_ready
    eraser = scribble(3, 0.4, erase=True)
    draw(ours, eraser.points, erase=True)
    finish(ours)
    assert ours.strokes == (*MANY, eraser)


# The same with the hand


@pytest.fixture
def hand(window: MainWindow, slowly: None) -> Hand:
    window.set_theme("light")
    window.arrange("arrangeDrawAction")
    return Hand(window)


def put_on_the_pad(hand: Hand, qtbot: QtBot, strokes: tuple[Stroke, ...]) -> None:
    hand.pad.restore({"strokes": [{"erase": s.erase, "points": [[*p] for p in s.points]} for s in strokes]})
    settle(hand, qtbot)


def settle(hand: Hand, qtbot: QtBot) -> None:
    QTest.qWait(20)  # the layout, the first paint
    qtbot.waitUntil(lambda: hand.canvas._drawing.is_ready, timeout=20_000)


def resize(hand: Hand, by: int) -> None:
    """Make the window smaller, and paint it once."""
    hand.window.resize(hand.window.width() - by, hand.window.height() - by)
    hand.window.layout().activate()
    hand.canvas.grab()


def is_right(hand: Hand) -> bool:
    """What is seen and what the network sees is what these strokes look like."""
    ours = hand.canvas._drawing
    theirs = shown(hand.strokes, ours.screen.side)
    return all(alike(a, b) < 0.5 for a, b in zip(inks(ours), inks(theirs), strict=True)) and np.array_equal(
        hand.session.drawn_digit, prepare(ours.network.pixels)
    )


def test_a_hand_draws_undoes_and_clears_while_the_pad_is_drawn_again(hand: Hand, qtbot: QtBot) -> None:
    put_on_the_pad(hand, qtbot, MANY)
    resize(hand, 40)
    assert not hand.canvas._drawing.is_ready
    before = hand.session.drawn_digit
    hand.press(SEVEN[0])
    hand.move(SEVEN[1])
    resize(hand, 40)
    hand.move(SEVEN[2])
    QTest.qWait(5)
    hand.move(SEVEN[3])
    hand.release(SEVEN[4])
    assert len(hand.strokes) == 31
    assert not np.array_equal(hand.session.drawn_digit, before)
    settle(hand, qtbot)
    assert is_right(hand)

    resize(hand, -30)
    hand.window.undo.undo()
    resize(hand, 10)
    assert hand.strokes == MANY
    settle(hand, qtbot)
    assert is_right(hand)
    assert np.array_equal(hand.session.drawn_digit, before)

    resize(hand, 10)
    hand.click("undoStrokeButton")
    hand.click("clearDigitButton")
    assert hand.canvas._drawing.is_ready
    assert hand.session.drawn_digit is None
    hand.draw(ONE)
    hand.window.undo.undo()
    hand.window.undo.undo()
    settle(hand, qtbot)
    assert len(hand.strokes) == 29
    assert is_right(hand)


def test_the_answer_is_that_of_before_until_the_new_one_is_known(hand: Hand, qtbot: QtBot) -> None:
    hand.draw(SEVEN)
    before = hand.session.drawn_prediction
    shows: list[bool] = []  # at each change of what the network sees: is it the new drawing?
    hand.session.drawn_digit_changed.connect(
        lambda: shows.append(np.array_equal(hand.session.drawn_digit, prepare(hand.canvas.bitmap)))
    )
    hand.pad._apply_state(PadState(MANY))
    assert not hand.canvas._drawing.network.is_ready
    hand.press(ONE[0])
    hand.move(ONE[1])
    assert shows == []
    assert hand.session.drawn_prediction is before
    hand.release(ONE[2])
    qtbot.waitUntil(lambda: bool(shows), timeout=20_000)
    settle(hand, qtbot)
    assert shows == [True]
    assert len(hand.strokes) == 31
    assert is_right(hand)


def test_a_window_that_is_closed_while_the_pad_is_drawn_again_lets_nothing_run(
    make_window: MakeWindow, qtbot: QtBot, slowly: None
) -> None:
    hand = Hand(make_window())
    hand.window.arrange("arrangeDrawAction")
    put_on_the_pad(hand, qtbot, MANY)
    resize(hand, 60)
    (timer,) = hand.canvas.findChildren(QTimer)
    assert timer.isActive()
    hand.window.close()
    assert not timer.isActive()


def test_a_pad_that_is_hidden_while_it_is_drawn_again_goes_on_when_it_is_seen(
    hand: Hand, qtbot: QtBot
) -> None:
    put_on_the_pad(hand, qtbot, MANY)
    resize(hand, 60)
    hand.window.arrange("arrangeGatesAction")
    QTest.qWait(50)
    assert not hand.canvas._drawing.is_ready
    hand.window.arrange("arrangeDrawAction")
    settle(hand, qtbot)
    assert is_right(hand)


def test_a_pad_of_any_size_and_in_any_place_ends_as_it_should(hand: Hand, qtbot: QtBot) -> None:
    put_on_the_pad(hand, qtbot, MANY)
    dock = hand.window.docks["digitPadDock"]
    dock.setFloating(True)
    for side in (300, 900, 1300, 500):
        dock.resize(side * 2, side)
        hand.canvas.grab()
        hand.draw(SEVEN)
    hand.window.set_language("ko")
    hand.window.reset_layout()
    hand.window.set_theme("dark")
    settle(hand, qtbot)
    assert len(hand.strokes) == 34
    assert hand.canvas._drawing.screen.side == round(hand.canvas.width() * hand.canvas.devicePixelRatioF())
    assert is_right(hand)
