"""What moving, turning and pulling does to a line: laws, without a widget."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF

from core.circuit import Source, Unit, Wire
from core.perceptron import truth_table
from core.regions import Line
from gui.panels.gate_designer.frame import Frame, ticks
from gui.panels.gate_designer.line_moves import (
    Point,
    arrow_of,
    length_from_shown,
    length_of,
    numbers_through,
    pulled,
    shown_length,
    sum_at,
    turned,
)
from gui.panels.gate_designer.plane_overlay import outline

numbers = st.floats(-3, 3).map(lambda number: round(number, 3))
places = st.tuples(st.floats(-0.5, 1.5), st.floats(-0.5, 1.5))


@given(st.floats(0.05, 140))
def test_the_length_of_an_arrow_can_be_read_back(length: float) -> None:
    assert length_from_shown(shown_length(length)) == pytest.approx(length, rel=1e-6)


@given(numbers, numbers, numbers, places, places)
def test_turning_keeps_the_length(
    first: float, second: float, constant: float, one: Point, two: Point
) -> None:
    line = Line(first, second, constant)
    weights = turned(line, (0.0, 0.0), one, two)
    assert math.hypot(*weights) == pytest.approx(length_of(line), abs=1e-9)


@given(numbers, numbers, numbers)
def test_an_arrow_lies_inside_and_points_to_where_it_fires(
    first: float, second: float, constant: float
) -> None:
    line = Line(first, second, constant)
    arrow = arrow_of(line, (-0.5, 1.5), (-0.5, 1.5)) if length_of(line) > 0.01 else None
    if arrow is None:
        return
    assert abs(sum_at(line, arrow.foot)) < 1e-6
    assert sum_at(line, arrow.tip) > 0
    assert all(-0.5 <= number <= 1.5 for number in (*arrow.foot, *arrow.tip))
    back = pulled(arrow.foot, arrow.tip, arrow.scale)
    assert back is not None
    if length_of(line) > 0.06:
        assert back == pytest.approx((first, second), abs=1e-5)


@given(numbers, numbers, numbers, places)
def test_the_line_goes_through_the_point(first: float, second: float, bias: float, point: Point) -> None:
    x, y = point
    x1, x2 = Source("x1"), Source("x2")
    unit = Unit("a", "a", (Wire(x1, 0.5), Wire(x2, 0.5)), bias)
    found = numbers_through(unit, Line(0.5, 0.5, bias), (x1, x2), (first, second), (x, y))
    total = found.weights[0] * x + found.weights[1] * y + found.bias
    assert abs(total) <= 0.0006
    assert found.weights == pytest.approx((first, second), abs=0.0006)


@given(st.floats(0.1, 20), st.integers(100, 900))
def test_ticks_are_apart_and_inside(reach: float, pixels: int) -> None:
    found = ticks(-reach, reach, pixels)
    assert 0 in found
    assert all(-reach <= number <= reach for number in found)
    if len(found) > 1:
        assert (found[1] - found[0]) * pixels / (2 * reach) >= 39


def test_places_and_points_belong_together() -> None:
    frame = Frame(28, 8, 300, 300, -0.5, 1.5, -0.5, 1.5)
    assert frame.point(frame.place(0.25, 1.25)) == pytest.approx((0.25, 1.25))
    x, y = frame.pixels(2.0)
    assert (len(x), len(y)) == (600, 600)
    assert x[0] < x[-1]
    assert y[0] > y[-1]
    assert frame.point(QPointF(28.25, 8.25)) == pytest.approx((x[0], y[0]))


def test_several_wires_of_one_input_share_the_change() -> None:
    x1, x2 = Source("x1"), Source("x2")
    doubled = Unit("a", "a", (Wire(x1, 0.2), Wire(x2, 0.5), Wire(x1, 0.4)), -0.7)
    numbers = numbers_through(doubled, Line(0.6, 0.5, -0.7), (x1, x2), (1.0, 0.5), (0.5, 0.0))
    assert numbers.weights == (0.4, 0.5, 0.6)
    assert numbers.bias == -0.5
    held = Unit("a", "a", (Wire(x1, 0.5), Wire(Source("x3"), 0.3)), -0.7)
    numbers = numbers_through(held, Line(0.5, 0.0, -0.4), (x1, x2), (1.0, 1.0), (0.5, 0.5))
    assert numbers.weights == (1.0, 0.3)  # x₂ is not wired
    assert numbers.bias == -0.8  # 1·0.5 + 0.3 − 0.8 = 0


def test_outline_of_points() -> None:
    corners = truth_table(2)
    assert len(outline(corners)) == 4
    assert len(outline(np.vstack([corners, [[0.5, 0.5], [0.5, 0.0]]]))) == 4
    assert len(outline(corners[:2])) == 2
