"""The pad's values: strokes, the line through their points, answers, and what is kept of them."""

import json
import math
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gui.panels.digit_pad.model import (
    MARGIN,
    MAX_POINTS,
    PEN_WIDTH,
    THICKEST_PEN,
    THINNEST_PEN,
    PadState,
    Point,
    Stroke,
    from_work,
    has_moved,
    last_piece,
    percent_text,
    pieces,
    point,
    pressed_width,
    read_answer,
    settled_piece,
    to_work,
)

coordinates = st.floats(-0.2, 1.2)
widths = st.floats(THINNEST_PEN, THICKEST_PEN)
points = st.builds(point, coordinates, coordinates, widths)
strokes = st.builds(Stroke, st.lists(points, min_size=1, max_size=8).map(tuple), st.booleans())
states = st.builds(
    lambda found, width: PadState(tuple(found)).with_pen_width(width), st.lists(strokes, max_size=5), widths
)
json_values = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(["strokes", "points", "erase", "pen_width", "x"]), inner, max_size=4
        )
    ),
    max_leaves=20,
)


def dot(x: float = 0.5) -> Stroke:
    return Stroke((point(x, 0.5, 0.075),))


def test_edits_give_a_new_state_and_leave_the_old_one() -> None:
    empty = PadState()
    drawn = empty.with_stroke(dot(0.1)).with_stroke(dot(0.2))
    assert [stroke.points[0].x for stroke in drawn.strokes] == [0.1, 0.2]
    assert drawn.without_last_stroke().strokes == (dot(0.1),)
    assert drawn.cleared() == empty
    assert empty.strokes == ()


@pytest.mark.parametrize(("asked", "got"), [(0.1, 0.1), (0.0, THINNEST_PEN), (9.0, THICKEST_PEN)])
def test_the_pen_is_held_between_its_limits(asked: float, got: float) -> None:
    assert PadState().with_pen_width(asked).pen_width == got


def test_pressure_makes_the_pen_wider() -> None:
    assert pressed_width(0.075, 0.5) == pytest.approx(0.075)
    assert pressed_width(0.075, 0.0) < pressed_width(0.075, 0.3) < pressed_width(0.075, 1.0)
    assert pressed_width(0.075, 7.0) == pressed_width(0.075, 1.0)


def test_a_point_far_outside_is_held_near_the_canvas() -> None:
    assert point(-40.0, 1e9, 0.075) == Point(-MARGIN, 1 + MARGIN, 0.075)


def test_a_pen_that_trembles_has_not_moved() -> None:
    here = Point(0.5, 0.5, 0.075)
    assert not has_moved(here, Point(0.501, 0.5, 0.075))
    assert has_moved(here, Point(0.504, 0.5, 0.075))
    assert has_moved(here, Point(0.5, 0.5, 0.085))  # pressed harder in the same place


def test_one_point_is_a_dot_and_two_are_a_straight_line() -> None:
    a, b = Point(0.2, 0.3, 0.05), Point(0.6, 0.3, 0.05)
    assert [(p.start, p.end) for p in pieces((a,))] == [((0.2, 0.3), (0.2, 0.3))]
    assert [(p.start, p.end) for p in pieces((a, b))] == [((0.2, 0.3), (0.6, 0.3))]


def test_a_gentle_turn_is_rounded_and_a_sharp_one_stays_a_corner() -> None:
    before, here = Point(0.1, 0.5, 0.05), Point(0.3, 0.5, 0.05)
    gentle, sharp = Point(0.5, 0.6, 0.05), Point(0.3, 0.7, 0.05)
    assert settled_piece((before, here, gentle), 1).curved
    assert not settled_piece((before, here, sharp), 1).curved
    assert settled_piece((before, here, sharp), 1).via == (0.3, 0.5)


@given(strokes)
def test_the_line_has_no_gaps_and_ends_where_the_pen_was(stroke: Stroke) -> None:
    line = list(pieces(stroke.points))
    first, last = stroke.points[0], stroke.points[-1]
    assert line[0].start == (first.x, first.y)
    assert line[-1].end == (last.x, last.y)
    assert all(a.end == b.start for a, b in pairwise(line))
    assert line[-1] == last_piece(stroke.points)


def test_the_answer_and_the_one_after_it() -> None:
    prediction = np.array([0.01, 0.0, 0.07, 0.86, 0, 0.03, 0, 0, 0.03, 0], np.float32)
    answer = read_answer(prediction)
    assert (answer.best, answer.second, answer.is_sure) == (3, 2, True)
    assert percent_text(answer.best_probability) == "86.0"
    assert percent_text(0.99999) == "99.9"  # certainty is not for sale
    assert not read_answer(np.full(10, 0.1, np.float32)).is_sure


@given(states)
def test_what_is_kept_comes_back_exactly(state: PadState) -> None:
    assert from_work(json.loads(json.dumps(to_work(state)))) == state


@given(st.dictionaries(st.sampled_from(["strokes", "pen_width"]), json_values, max_size=2))
def test_damaged_work_never_raises_and_never_gives_what_cannot_be(work: dict[str, object]) -> None:
    state = from_work(work)
    assert THINNEST_PEN <= state.pen_width <= THICKEST_PEN
    for stroke in state.strokes:
        assert stroke.points
        assert all(math.isfinite(value) for p in stroke.points for value in p)


def test_what_is_damaged_is_left_out_and_the_rest_is_kept() -> None:
    good = [0.1, 0.2, 0.075]
    work = {
        "pen_width": True,
        "strokes": [
            {"points": [good, [0.1, "x", 0.075], [0.1, 0.2], [math.nan, 0, 0.075], good]},
            {"points": []},
            {"points": "abc"},
            "abc",
            {"erase": "yes", "points": [[50, -50, 9]]},
        ],
    }
    state = from_work(work)
    assert state.pen_width == PEN_WIDTH
    assert [len(stroke.points) for stroke in state.strokes] == [2, 1]
    assert state.strokes[1] == Stroke((point(50, -50, 9),), erase=False)
    assert state.strokes[1].points[0].width <= 2 * THICKEST_PEN


def test_an_endless_scribble_is_kept_up_to_a_bound() -> None:
    long = Stroke(tuple(point(k / 9000, 0.5, 0.075) for k in range(9000)))
    state = PadState((dot(), long, long))
    kept = to_work(state)
    assert sum(len(stroke["points"]) for stroke in kept["strokes"]) <= MAX_POINTS
    assert from_work(kept).strokes[-2:] == (long, long)
    assert len(from_work({"strokes": kept["strokes"] * 3}).strokes) < 9
