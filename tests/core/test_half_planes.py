"""Half-planes: what is cut stays whole, and inside a cell nobody changes his mind."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import ShapeError
from core.half_planes import cells, cut
from core.perceptron import AND, NAND, OR, XOR, Perceptron
from core.shapes import Array

SQUARE = np.array([(-0.5, -0.5), (1.5, -0.5), (1.5, 1.5), (-0.5, 1.5)])
numbers = st.integers(-200, 200).map(lambda hundredths: hundredths / 100)
perceptrons = st.builds(lambda w1, w2, b: Perceptron((w1, w2), b), numbers, numbers, numbers)


def area(polygon: Array) -> float:
    """The shoelace formula."""
    x, y = polygon.T
    return float(np.sum(x * np.roll(y, -1) - y * np.roll(x, -1)) / 2)


def test_and_cuts_off_the_upper_right_corner() -> None:
    found = cut(SQUARE, AND)  # 0.5·x₁ + 0.5·x₂ = 0.7: from (1.5, -0.1) to (-0.1, 1.5)
    assert np.allclose(found.line, [(1.5, -0.1), (-0.1, 1.5)])
    assert np.allclose(found.fires, [(1.5, -0.1), (1.5, 1.5), (-0.1, 1.5)])
    assert area(found.fires) == pytest.approx(1.6**2 / 2)
    assert area(found.quiet) == pytest.approx(4 - 1.6**2 / 2)


def test_nand_has_the_same_line_and_the_other_side() -> None:
    one, other = cut(SQUARE, AND), cut(SQUARE, NAND)
    assert np.allclose(one.line, other.line)
    assert np.allclose(one.fires, other.quiet)


@pytest.mark.parametrize(("bias", "fires"), [(0.3, True), (0.0, False), (-0.3, False)])
def test_without_weights_there_is_no_line(bias: float, fires: bool) -> None:
    found = cut(SQUARE, Perceptron((0.0, 0.0), bias))
    assert found.line.shape == (0, 2)
    assert np.array_equal(found.fires if fires else found.quiet, SQUARE)
    assert (found.quiet if fires else found.fires).shape == (0, 2)


def test_a_line_that_passes_by_leaves_the_polygon_whole() -> None:
    found = cut(SQUARE, Perceptron((1.0, 1.0), -9.0))
    assert np.array_equal(found.quiet, SQUARE)
    assert len(found.fires) == len(found.line) == 0


def test_a_line_along_an_edge_cuts_nothing_off() -> None:
    found = cut(SQUARE, Perceptron((1.0, 0.0), 0.5))  # x₁ = -0.5
    assert np.array_equal(found.fires, SQUARE)
    assert len(found.quiet) == 0
    assert np.allclose(found.line, [(-0.5, -0.5), (-0.5, 1.5)])


def test_the_band_of_xor() -> None:
    found = cells(SQUARE, XOR.hidden)
    outputs = [int(XOR.output(cell.mean(axis=0))) for cell in found]
    assert sorted(outputs) == [0, 0, 1]
    band = found[outputs.index(1)]
    # all but the corner above NAND's line and the one below OR's
    assert area(band) == pytest.approx(4 - 1.6**2 / 2 - 1.4**2 / 2)


def test_the_same_line_twice_cuts_once() -> None:
    assert len(cells(SQUARE, (AND, NAND))) == 2
    assert len(cells(SQUARE, (OR, OR))) == 2


@given(perceptrons)
def test_the_parts_are_the_whole(perceptron: Perceptron) -> None:
    found = cut(SQUARE, perceptron)
    assert sum(area(part) for part in (found.fires, found.quiet) if len(part)) == pytest.approx(4)
    assert len(found.line) in (0, 2)
    assert np.all(np.abs(perceptron.sum(found.line)) < 1e-9)


@given(perceptrons, perceptrons, st.lists(st.floats(0.01, 1), min_size=9, max_size=9))
def test_inside_a_cell_all_agree(one: Perceptron, two: Perceptron, random: list[float]) -> None:
    found = cells(SQUARE, (one, two))
    assert len(found) <= 4
    assert sum(map(area, found)) == pytest.approx(4)
    for cell in found:
        if area(cell) < 1e-6:
            continue  # a sliver, in which rounding decides
        shares = np.array(random[: len(cell)])
        inside = shares @ cell / shares.sum()  # a weighted mean of the corners lies inside
        for perceptron in (one, two):
            assert perceptron.output(inside) == perceptron.output(cell.mean(axis=0))


def test_three_inputs_are_no_plane() -> None:
    with pytest.raises(ShapeError) as caught:
        cut(SQUARE, Perceptron((1.0, 1.0, 1.0), 0.0))
    assert caught.value.got == (4, 2)
    with pytest.raises(ShapeError):
        cut(np.zeros((4, 3)), AND)
