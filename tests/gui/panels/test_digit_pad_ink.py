"""The pad's ink: the network has to be given what it was trained on, and the eye what was drawn."""

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtGui import QColor

from core.strokes import rasterise
from gui.panels.digit_pad.drawing import BITMAP_SIDE, Drawing
from gui.panels.digit_pad.ink import Ink, marks_of
from gui.panels.digit_pad.model import Point, Stroke, point
from gui.theme import DARK, LIGHT, ink_map

TWO_PI = 2 * np.pi


def stroke_of(xy: NDArray[np.float64], width: float = 0.075, *, erase: bool = False) -> Stroke:
    return Stroke(tuple(point(x, y, width) for x, y in xy.tolist()), erase)


def circle(steps: int, radius: float = 0.3) -> NDArray[np.float64]:
    t = np.linspace(0, TWO_PI, steps)
    return np.stack([0.5 + radius * np.cos(t), 0.5 + radius * np.sin(t)], axis=1)


def drawn(*strokes: Stroke, side: int = BITMAP_SIDE) -> NDArray[np.uint8]:
    ink = Ink(side)
    for stroke in strokes:
        for mark in marks_of(stroke):
            ink.add(mark)
    return ink.pixels


def draw_live(drawing: Drawing, stroke: Stroke) -> None:
    drawing.begin(stroke.points[0], erase=stroke.erase)
    for p in stroke.points[1:]:
        drawing.extend(p)
    drawing.finish()


def difference(a: NDArray[np.uint8], b: NDArray[np.uint8]) -> float:
    """The mean difference, as a share of the ink."""
    return float(np.abs(a.astype(float) - b).sum() / b.astype(float).sum())


SHAPES = {
    "dot": np.array([[0.4, 0.6]]),
    "line": np.array([[0.2, 0.3], [0.8, 0.75]]),
    "corner": np.array([[0.2, 0.2], [0.8, 0.2], [0.3, 0.9]]),
    "circle": circle(40),
    "outside": np.array([[0.5, 0.5], [1.2, 0.5], [1.2, 1.2], [0.5, 0.8]]),
}


@pytest.mark.parametrize("width", [0.03, 0.075, 0.15])
@pytest.mark.parametrize("shape", SHAPES)
def test_the_pad_draws_what_the_network_was_trained_on(shape: str, width: float) -> None:
    ours = drawn(stroke_of(SHAPES[shape], width))
    theirs = rasterise([SHAPES[shape]], width, BITMAP_SIDE)
    assert difference(ours, theirs) < 0.04


def test_people_s_strokes_are_drawn_as_in_training(shared_data: Path) -> None:
    """The rounding of gentle turns must not make of a hand's digit another one than training saw."""
    from tools.pen_digits import place, read

    rng = np.random.default_rng(1)
    digits = read(shared_data / "pen-digits" / "train.unipen.gz")
    differences = []
    for k in rng.choice(len(digits), 40, replace=False):
        strokes = place(digits[k].strokes, rng)
        ours = drawn(*(stroke_of(np.asarray(stroke)) for stroke in strokes))
        differences.append(difference(ours, rasterise(strokes, 0.075, BITMAP_SIDE)))
    assert np.mean(differences) < 0.02
    assert max(differences) < 0.04


def test_drawing_bit_by_bit_gives_the_same_as_drawing_at_once() -> None:
    strokes = (stroke_of(circle(60)), stroke_of(SHAPES["corner"], 0.1), stroke_of(SHAPES["line"], erase=True))
    drawing = Drawing()
    for stroke in strokes:
        draw_live(drawing, stroke)
    again = Drawing()
    again.show(drawing.strokes)
    assert len(drawing.strokes) == 3
    assert difference(drawing.bitmap(), again.bitmap()) < 0.005


def test_edges_stay_smooth_where_a_slow_pen_passes_many_times() -> None:
    """Between black and white there is one row of grey on either side, however many points there were."""
    slow = stroke_of(np.stack([np.linspace(0.2, 0.8, 240), np.full(240, 0.5)], axis=1))
    column = drawn(slow)[:, BITMAP_SIDE // 2].astype(int)
    fast = drawn(stroke_of(np.array([[0.2, 0.5], [0.8, 0.5]])))[:, BITMAP_SIDE // 2].astype(int)
    assert 0 < fast[fast < 255].max() < 255
    assert np.abs(column - fast).max() <= 8


def test_the_end_of_a_stroke_in_progress_is_seen_by_the_network() -> None:
    drawing = Drawing()
    drawing.begin(Point(0.2, 0.5, 0.075), erase=False)
    assert drawing.bitmap()[140, 56] == 255
    drawing.extend(Point(0.6, 0.5, 0.075))
    assert drawing.bitmap()[140, 168] == 255
    assert drawing.bitmap()[140, 250] == 0


def test_an_eraser_takes_ink_away_and_one_that_finds_none_leaves_no_trace() -> None:
    drawing = Drawing()
    draw_live(drawing, stroke_of(SHAPES["line"]))
    draw_live(drawing, stroke_of(np.array([[0.9, 0.1], [0.95, 0.1]]), erase=True))
    assert len(drawing.strokes) == 1
    draw_live(drawing, stroke_of(SHAPES["line"], 0.15, erase=True))
    assert len(drawing.strokes) == 2
    assert drawing.is_blank
    assert not drawing.bitmap().any()


def test_strokes_that_are_taken_away_while_the_pen_is_down_leave_the_new_one() -> None:
    drawing = Drawing()
    draw_live(drawing, stroke_of(SHAPES["circle"]))
    line = stroke_of(SHAPES["line"])
    drawing.begin(line.points[0], erase=False)
    drawing.extend(line.points[1])
    drawing.show(())
    assert difference(drawing.bitmap(), drawn(line)) < 0.005
    assert drawing.finish() == line
    assert drawing.strokes == (line,)


def test_a_finer_screen_shows_finer_edges_of_the_same_drawing() -> None:
    """Twice as many pixels are drawn anew, not enlarged: a slanted edge has no pairs of equal pixels."""
    drawing = Drawing()
    draw_live(drawing, stroke_of(SHAPES["line"]))
    drawing.set_screen(300, 1.0, ink_map(LIGHT))
    coarse = drawing.screen.pixels.copy()
    drawing.set_screen(600, 2.0, ink_map(LIGHT))
    fine = drawing.screen.pixels
    assert drawing.screen.image.deviceIndependentSize().toTuple() == (300, 300)
    enlarged = coarse.repeat(2, axis=0).repeat(2, axis=1)
    assert 0.005 < difference(fine, enlarged) < 0.05
    halved = fine.reshape(300, 2, 300, 2).mean(axis=(1, 3))
    assert difference(halved.astype(np.uint8), coarse) < 0.01


def test_colours_are_those_of_the_theme_and_change_without_drawing_again() -> None:
    ink = Ink(40)
    (dot,) = marks_of(stroke_of(np.array([[0.5, 0.5]]), 0.15))
    ink.add(dot)
    for theme in (LIGHT, DARK):
        ink.set_colours(ink_map(theme))
        assert ink.image.pixelColor(20, 20) == QColor(theme.ink)
        assert ink.image.pixelColor(1, 1) == QColor(theme.card)


def test_ink_that_was_kept_is_what_would_be_drawn() -> None:
    drawing = Drawing()
    drawing.set_screen(300, 1.0, ink_map(LIGHT))
    strokes = [stroke_of(circle(40)), stroke_of(SHAPES["line"], erase=True), stroke_of(SHAPES["corner"])]
    for stroke in strokes:
        draw_live(drawing, stroke)
    for count in (2, 1, 0, 3, 1):
        drawing.show(tuple(strokes[:count]))
        again = Drawing()
        again.set_screen(300, 1.0, ink_map(LIGHT))
        again.show(tuple(strokes[:count]))
        for ours, fresh in ((drawing.screen, again.screen), (drawing.network, again.network)):
            assert np.abs(ours.pixels.astype(int) - fresh.pixels).max() <= 40
            assert count == 0 or difference(ours.pixels, fresh.pixels) < 0.01


def test_undoing_a_long_scribble_draws_nothing_again(monkeypatch: pytest.MonkeyPatch) -> None:
    drawing = Drawing()
    draw_live(drawing, stroke_of(SHAPES["line"]))
    draw_live(drawing, stroke_of(circle(500)))

    def must_not(*_: object) -> None:
        raise AssertionError("drawn again")

    monkeypatch.setattr(Ink, "add", must_not)
    both = drawing.strokes
    drawing.show(both[:1])
    drawing.show(both)
    assert drawing.strokes == both
