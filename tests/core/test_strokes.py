"""The rasteriser: hand-worked pixels, areas, and laws that drawing has to keep."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.errors import ShapeError, ValueRangeError
from core.shapes import Array
from core.strokes import rasterise

units = st.floats(0, 1)
points = st.tuples(units, units)
strokes = st.lists(st.lists(points, min_size=1, max_size=5), min_size=1, max_size=4)
widths = st.floats(0.03, 0.3)
sides = st.integers(1, 40)


def test_nothing_drawn_is_black() -> None:
    nothings: list[list[Array]] = [[], [np.array([])], [np.empty((0, 2))]]
    for nothing in nothings:
        bitmap = rasterise(nothing, 0.1, 12)
        assert bitmap.shape == (12, 12)
        assert bitmap.dtype == np.uint8
        assert not bitmap.any()


def test_a_line_between_two_rows_of_pixels_inks_both() -> None:
    # 10 pixels, a pen 2 pixels wide, along y = 5, the edge between rows 4 and 5
    bitmap = rasterise([[(0.0, 0.5), (1.0, 0.5)]], 0.2, 10)
    assert (bitmap[4:6] == 255).all()
    assert not bitmap[:4].any()
    assert not bitmap[6:].any()


def test_a_line_along_the_middle_of_a_row_inks_half_of_its_neighbours() -> None:
    bitmap = rasterise([[(0.0, 0.55), (1.0, 0.55)]], 0.2, 10)
    assert (bitmap[5] == 255).all()
    assert (bitmap[[4, 6]] == 128).all()
    assert not bitmap[[0, 1, 2, 3, 7, 8, 9]].any()


def test_a_pen_thinner_than_a_pixel_inks_its_share_of_it() -> None:
    bitmap = rasterise([[(0.0, 0.55), (1.0, 0.55)]], 0.05, 10)
    assert (bitmap[5] == 128).all()
    assert not np.delete(bitmap, 5, axis=0).any()


def test_the_first_coordinate_points_right_the_second_down() -> None:
    bitmap = rasterise([[(0.85, 0.15)]], 0.1, 10)
    assert np.argwhere(bitmap == bitmap.max()).tolist() == [[1, 8]]


def test_a_stroke_of_one_point_is_a_round_dot() -> None:
    bitmap = rasterise([[(0.5, 0.5)]], 0.5, 80)
    assert bitmap.sum() / 255 == pytest.approx(np.pi * 20**2, rel=0.002)
    for same in (bitmap[::-1], bitmap[:, ::-1], bitmap.T):
        assert np.array_equal(bitmap, same)


@given(start=points, end=points, width=st.floats(0.1, 0.3))
def test_a_segment_has_round_ends_and_the_right_area(
    start: tuple[float, float], end: tuple[float, float], width: float
) -> None:
    inside = [0.2 + 0.6 * np.array(point) for point in (start, end)]  # so that the frame cuts nothing off
    side = 100
    bitmap = rasterise([inside], width, side)
    length, radius = float(np.hypot(*(inside[1] - inside[0]))) * side, width * side / 2
    area = 2 * radius * length + np.pi * radius**2
    assert bitmap.sum() / 255 == pytest.approx(area, rel=0.02)


@settings(max_examples=10)
@given(strokes, st.floats(0.1, 0.3))
def test_every_pixel_is_as_bright_as_many_small_ones_say(
    drawn: list[list[tuple[float, float]]], width: float
) -> None:
    side, finer = 24, 4
    fine = _under_the_pen(drawn, width, side * finer)
    share = fine.reshape(side, finer, side, finer).mean(axis=(1, 3))
    difference = np.abs(rasterise(drawn, width, side) / 255 - share)
    # Where the pen's edge crosses a pixel at a slant or in a corner, the two ways of counting differ.
    assert difference.mean() < 0.03
    assert difference.max() < 0.5


def _under_the_pen(drawn: list[list[tuple[float, float]]], width: float, side: int) -> Array:
    """Which pixels have their middle under the pen, which is put down at many places: the slow way."""
    y, x = (np.indices((side, side)) + 0.5) / side
    covered = np.zeros((side, side), dtype=bool)
    for stroke in drawn:
        for start, end in zip(stroke, stroke[1:] or stroke, strict=False):
            for s in np.linspace(0, 1, 60):
                middle = (1 - s) * np.array(start) + s * np.array(end)
                covered |= (x - middle[0]) ** 2 + (y - middle[1]) ** 2 <= (width / 2) ** 2
    return covered


@given(strokes, widths, sides)
def test_the_way_back_inks_the_same(drawn: list[list[tuple[float, float]]], width: float, side: int) -> None:
    backward = [stroke[::-1] for stroke in drawn[::-1]]
    _assert_alike(rasterise(drawn, width, side), rasterise(backward, width, side))


@given(strokes, widths, sides)
def test_strokes_together_are_the_brightest_of_each(
    drawn: list[list[tuple[float, float]]], width: float, side: int
) -> None:
    each = np.max([rasterise([stroke], width, side) for stroke in drawn], axis=0)
    assert np.array_equal(rasterise(drawn, width, side), each)


@given(points, points, widths, sides)
def test_a_point_on_the_way_changes_nothing(
    start: tuple[float, float], end: tuple[float, float], width: float, side: int
) -> None:
    halfway = ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2)
    _assert_alike(rasterise([[start, end]], width, side), rasterise([[start, halfway, end]], width, side))


@given(strokes, widths, sides)
def test_mirrored_strokes_make_a_mirrored_bitmap(
    drawn: list[list[tuple[float, float]]], width: float, side: int
) -> None:
    swapped = [[(y, x) for x, y in stroke] for stroke in drawn]
    _assert_alike(rasterise(swapped, width, side), rasterise(drawn, width, side).T)


def test_what_lies_outside_is_cut_off() -> None:
    across = rasterise([[(-3.0, 0.5), (4.0, 0.5)]], 0.2, 10)
    assert np.array_equal(across, rasterise([[(0.0, 0.5), (1.0, 0.5)]], 0.2, 10))
    assert not rasterise([[(2.0, 2.0), (3.0, 2.0)], [(-1.0, 0.5)]], 0.2, 10).any()


@pytest.mark.parametrize("width", [0.0, -0.1, float("nan"), float("inf")])
def test_a_width_that_cannot_be(width: float) -> None:
    with pytest.raises(ValueRangeError) as raised:
        rasterise([[(0.5, 0.5)]], width, 10)
    assert raised.value.name == "width"


def test_a_side_that_cannot_be() -> None:
    with pytest.raises(ValueRangeError) as raised:
        rasterise([[(0.5, 0.5)]], 0.1, 0)
    assert raised.value.name == "side"


def test_points_of_the_wrong_shape() -> None:
    with pytest.raises(ShapeError) as raised:
        rasterise([np.zeros((4, 3))], 0.1, 10)
    assert raised.value.got == (4, 3)


@pytest.mark.parametrize("bad", [float("nan"), float("inf")])
def test_a_point_that_is_nowhere(bad: float) -> None:
    with pytest.raises(ValueRangeError) as raised:
        rasterise([[(0.5, bad)]], 0.1, 10)
    assert raised.value.name == "stroke"


def _assert_alike(one: Array, other: Array) -> None:
    """The same but for rounding to whole levels of grey."""
    assert np.abs(one.astype(int) - other.astype(int)).max() <= 1
