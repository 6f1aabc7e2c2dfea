"""Pulling a pen to where its ink covers a picture: the slopes are right, and a lost pen finds its way."""

import numpy as np
import pytest

from core.data.handwriting import POINTS, curve
from core.shapes import Array
from tools.pull import Movements, ink, line_basis, nearest, pull, slopes


def a_movement(rng: np.random.Generator, count: int = 3) -> Array:
    """A loose S in the middle of the picture. (count, 16, 2)"""
    t = np.linspace(0, 1, POINTS)
    s = np.stack([14 + 5 * np.sin(2 * np.pi * t), 5 + 18 * t], axis=1)
    return s + rng.normal(0, 0.4, (count, POINTS, 2))


def ink_of(movements: Movements, edge: float = 0.3) -> Array:
    line, down = movements.line()
    return ink(nearest(line.astype(np.float32), down)[0], movements.radius.astype(np.float32), edge)


@pytest.mark.parametrize("strokes", [(16,), (10, 6)])
def test_the_line_is_the_curve_of_each_stroke(strokes: tuple[int, ...]) -> None:
    points = a_movement(np.random.default_rng(0))
    line, down = Movements(points, np.full(3, 1.5), strokes).line()
    expected = np.concatenate([curve(part) for part in np.split(points[0], np.cumsum(strokes)[:-1])])
    np.testing.assert_allclose(line[0], expected, rtol=1e-5)
    assert (~down).sum() == len(strokes) - 1


def test_the_slopes_agree_with_finite_differences() -> None:
    rng = np.random.default_rng(1)
    images = ink_of(Movements(a_movement(rng), np.full(3, 1.5), (16,)))
    basis, down = line_basis((16,))
    line, radius, h = (basis @ a_movement(rng)).astype(np.float32), np.full(3, 1.3, np.float32), 0.01
    _, d_line, d_radius = slopes(images, line, down, radius, 1.0)

    def error(line: Array, radius: Array) -> Array:
        return slopes(images, line, down, radius, 1.0)[0].astype(np.float64)

    np.testing.assert_allclose(
        d_radius, (error(line, radius + h) - error(line, radius - h)) / (2 * h), rtol=0.01
    )
    for point in (0, 7, 18, len(line[0]) - 1):
        for axis in (0, 1):
            moved = np.zeros_like(line)
            moved[:, point, axis] = h
            numeric = (error(line + moved, radius) - error(line - moved, radius)) / (2 * h)
            np.testing.assert_allclose(d_line[:, point, axis], numeric, rtol=0.05, atol=0.05)


def test_a_pen_that_started_elsewhere_is_pulled_to_the_ink() -> None:
    rng = np.random.default_rng(2)
    images = ink_of(Movements(a_movement(rng), np.full(3, 1.7), (16,)))
    start = Movements(a_movement(rng) + np.array([1.5, -1.0]), np.full(3, 1.0), (16,))
    before = ((ink_of(start) - images) ** 2).sum(axis=(1, 2)) / (images**2).sum(axis=(1, 2))
    found, left = pull(images, start, np.zeros((3, 2 * POINTS, 1)))
    assert before.min() > 0.4
    assert left.max() < 0.03
    np.testing.assert_allclose(found.radius, 1.7, atol=0.2)
