"""Variations are of the same form as what they vary, never the same twice, and the same from a seed."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from core.strokes import rasterise
from tools.variations import draw, draw_variation, vary_images, vary_strokes

SEVEN = [np.array([[0.0, 0.0], [0.6, 0.0], [0.2, 1.0]])]
seeds = st.integers(0, 2**32 - 1)


def _sevens(count: int) -> NDArray[np.uint8]:
    placed = [(stroke * 20 + (8, 4)) / 28 for stroke in SEVEN]
    return np.stack([rasterise(placed, 0.1, 28)] * count)


@given(seeds)
def test_images_stay_images(seed: int) -> None:
    images = _sevens(3)
    varied = vary_images(images, np.random.default_rng(seed))
    assert varied.shape == images.shape
    assert varied.dtype == np.uint8
    assert varied.max() > 100
    assert not np.array_equal(varied[0], varied[1])


def test_images_stay_where_they_were_on_average() -> None:
    images = _sevens(400)
    mean = vary_images(images, np.random.default_rng(1)).mean(axis=0)
    for axis in (0, 1):
        before, after = (
            float(picture.sum(axis=1 - axis) @ np.arange(28)) / float(picture.sum())
            for picture in (images[0].astype(float), mean)
        )
        assert abs(before - after) < 0.3


@given(seeds)
def test_strokes_are_from_0_to_1_again(seed: int) -> None:
    varied = vary_strokes(SEVEN, np.random.default_rng(seed))
    points = np.concatenate(varied)
    assert [stroke.shape for stroke in varied] == [(3, 2)]
    assert np.allclose(points.min(axis=0), 0)
    assert np.isclose(points.max(), 1)


def test_a_varied_stroke_is_still_that_stroke() -> None:
    """Normal numbers have no bounds, so this is said of most: nine of ten points stay near."""
    away = [
        np.abs(vary_strokes(SEVEN, np.random.default_rng(seed))[0] - SEVEN[0]).max() for seed in range(200)
    ]
    assert np.quantile(away, 0.9) < 0.6
    assert np.quantile(away, 0.1) > 0.05


def test_the_same_seed_the_same_pictures() -> None:
    images = _sevens(5)
    generators = [np.random.default_rng(seed) for seed in (3, 3, 4)]
    for made in (
        [vary_images(images, rng) for rng in generators],
        [draw_variation(SEVEN, rng) for rng in generators],
        [draw(SEVEN, 0.075, 112, rng) for rng in generators],
    ):
        assert np.array_equal(made[0], made[1])
        assert not np.array_equal(made[0], made[2])


def test_a_drawing_is_prepared_as_the_pad_prepares_it() -> None:
    picture = draw(SEVEN, 0.075, 280, np.random.default_rng(0))
    rows = np.flatnonzero(picture.any(axis=1))
    assert picture.shape == (28, 28)
    assert picture.dtype == np.uint8
    assert rows[-1] - rows[0] + 1 == 20
