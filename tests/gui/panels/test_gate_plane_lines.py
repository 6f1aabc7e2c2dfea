"""The arrow of a line, and the frame in which the plane is seen: laws, without a widget."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF

from core.lines import length_of, sum_at
from core.regions import Line
from gui.panels.gate_designer.frame import Frame, ticks
from gui.panels.gate_designer.line_moves import arrow_of, length_from_shown, pulled, shown_length

numbers = st.floats(-3, 3).map(lambda number: round(number, 3))


@given(st.floats(0.05, 140))
def test_the_length_of_an_arrow_can_be_read_back(length: float) -> None:
    assert length_from_shown(shown_length(length)) == pytest.approx(length, rel=1e-6)


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
