"""Preparing a drawing: the frame, the box, the centre of mass, and MNIST as the measure of it."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp
from numpy.typing import NDArray

from core.data import mnist
from core.data.digit_set import DigitSet
from core.digits import BOX, MIDDLE, SIDE, crop_to_ink, prepare
from core.errors import ShapeError, ValueRangeError
from core.files.weights import load_network
from core.network import Network
from core.shapes import Array
from core.strokes import rasterise

bitmaps = hnp.arrays(np.uint8, hnp.array_shapes(min_dims=2, max_dims=2, max_side=60))
inked = bitmaps.filter(lambda bitmap: bool(bitmap.any()))


@pytest.fixture(scope="module")
def test_set(shared_data: Path) -> DigitSet:
    return mnist.load(shared_data / "mnist", "test")


@pytest.fixture(scope="module")
def book(shared_data: Path) -> Network:
    return load_network(shared_data / "book" / "sample_weight.pkl")


@pytest.mark.parametrize("shape", [(1, 1), (28, 28), (900, 1200), (3, 1), (0, 0), (0, 5)])
def test_where_there_is_no_ink_there_is_no_digit(shape: tuple[int, int]) -> None:
    assert prepare(np.zeros(shape, np.uint8)) is None


@pytest.mark.parametrize("shape", [(1, 1), (28, 28), (280, 280), (1200, 900), (2, 77)])
def test_a_single_pixel_fills_the_box_in_the_middle(shape: tuple[int, int]) -> None:
    bitmap = np.zeros(shape, np.uint8)
    bitmap[shape[0] // 2, shape[1] // 3] = 255
    picture = _prepared(bitmap)
    expected = np.zeros((SIDE, SIDE), np.float32)
    expected[4:24, 4:24] = 1
    assert np.allclose(picture, expected, atol=1e-6)


@pytest.mark.parametrize("shape", [(40, 40), (1200, 900), (900, 1200), (31, 500)])
def test_a_drawing_of_any_size_comes_out_the_same(shape: tuple[int, int]) -> None:
    bitmap = np.zeros(shape, np.uint8)
    step = min(shape) // 10
    bitmap[step : 9 * step, 2 * step : 4 * step] = 255  # a bar of 8 by 2
    picture = _prepared(bitmap)
    expected = np.zeros((SIDE, SIDE), np.float32)
    expected[4:24, 12:17] = 1  # 20 by 5, its middle half a pixel from that of pixel 14
    assert np.allclose(picture, expected, atol=1e-5)


def test_half_the_ink_is_half_as_bright() -> None:
    bitmap = np.full((30, 30), 255, np.uint8)
    bitmap[:, 15:] = 51
    picture = _prepared(bitmap)
    assert np.unique(picture.round(5)).tolist() == pytest.approx([0, 0.2, 1])


@pytest.mark.parametrize("shape", [(28,), (1, 28, 28), ()])
def test_a_bitmap_has_two_axes(shape: tuple[int, ...]) -> None:
    with pytest.raises(ShapeError) as raised:
        prepare(np.ones(shape, np.uint8))
    assert raised.value.got == shape
    assert raised.value.expected == ("H", "W")


@pytest.mark.parametrize("kind", [np.float32, np.float64, np.int64, np.bool_])
def test_a_bitmap_is_of_bytes(kind: type[np.generic]) -> None:
    with pytest.raises(ValueRangeError) as raised:
        prepare(np.ones((28, 28), kind))  # type: ignore[arg-type]
    assert raised.value.got == np.dtype(kind).name
    assert raised.value.expected == "uint8"


@given(inked)
def test_the_picture_is_28_by_28_float32_from_0_to_1(bitmap: NDArray[np.uint8]) -> None:
    picture = _prepared(bitmap)
    assert picture.shape == (SIDE, SIDE)
    assert picture.dtype == np.float32
    assert picture.min() >= 0
    assert picture.max() <= 1


@given(inked)
def test_the_longer_side_is_20_pixels_and_all_of_it_is_inside(bitmap: NDArray[np.uint8]) -> None:
    cropped = crop_to_ink(bitmap)
    assert cropped is not None
    inside = crop_to_ink((_prepared(bitmap) > 1e-7).astype(np.uint8))
    assert inside is not None
    assert max(inside.shape) == BOX
    scale = BOX / max(cropped.shape)
    # No ink was lost: shrinking and growing spread it over another area, and nothing else.
    total = float(_prepared(bitmap).sum())
    assert total == pytest.approx(float(cropped.sum()) / 255 * scale**2, rel=1e-3)


@given(inked)
def test_the_centre_of_mass_is_at_14_14_unless_the_frame_is_in_the_way(bitmap: NDArray[np.uint8]) -> None:
    picture = _prepared(bitmap).astype(float)
    for axis in (0, 1):
        mass = picture.sum(axis=1 - axis)
        middle = float(mass @ np.arange(SIDE)) / float(mass.sum())
        ink = np.flatnonzero(mass > 1e-7)
        at_frame = ink[0] == 0 or ink[-1] == SIDE - 1
        assert at_frame or abs(middle - MIDDLE) <= 0.5 + 2e-5


@given(inked, st.tuples(*[st.integers(0, 30)] * 4))
def test_where_on_the_canvas_it_was_drawn_changes_nothing(
    bitmap: NDArray[np.uint8], margins: tuple[int, int, int, int]
) -> None:
    top, bottom, left, right = margins
    moved = np.pad(bitmap, ((top, bottom), (left, right)))
    assert np.array_equal(_prepared(moved), _prepared(bitmap))


@given(inked)
def test_the_layout_in_memory_changes_nothing(bitmap: NDArray[np.uint8]) -> None:
    wide = np.zeros((bitmap.shape[0] * 2, bitmap.shape[1] * 3), np.uint8)
    wide[::2, ::3] = bitmap
    for same in (wide[::2, ::3], np.asfortranarray(bitmap), bitmap[::-1].copy()[::-1]):
        assert np.allclose(_prepared(same), _prepared(bitmap), atol=1e-6)


@given(inked)
def test_the_bitmap_itself_stays_as_it_was(bitmap: NDArray[np.uint8]) -> None:
    before = bitmap.copy()
    bitmap.flags.writeable = False
    prepare(bitmap)
    assert np.array_equal(bitmap, before)


@given(inked, st.integers(2, 5))
def test_a_drawing_enlarged_is_the_same_drawing(bitmap: NDArray[np.uint8], times: int) -> None:
    large = bitmap.repeat(times, axis=0).repeat(times, axis=1)
    assert np.allclose(_prepared(large), _prepared(bitmap), atol=1e-5)


def test_how_fine_the_canvas_is_hardly_matters() -> None:
    strokes = [[(0.3, 0.2), (0.7, 0.25), (0.4, 0.8)]]
    fine, coarse = (_prepared(rasterise(strokes, 0.075, side)) for side in (280, 112))
    assert np.abs(fine - coarse).mean() < 0.01


def test_mnist_comes_out_as_it_went_in(test_set: DigitSet) -> None:
    prepared = _prepare_all(test_set.images)
    same = (np.rint(prepared * 255) == test_set.images).all(axis=(1, 2))
    assert same.sum() >= 9997  # three images have their centre of mass half-way between two pixels


def test_a_digit_moved_by_4_pixels_is_read_as_well_as_one_that_was_not(
    test_set: DigitSet, book: Network
) -> None:
    wide = np.pad(test_set.images, ((0, 0), (4, 4), (4, 4)))  # (N, 36, 36), so that no ink falls off
    moved = wide[:, 4:-4, :-8]  # 4 to the right
    assert _accuracy(book, test_set.images / np.float32(255), test_set.labels) == pytest.approx(0.9352)
    assert _accuracy(book, moved / np.float32(255), test_set.labels) == pytest.approx(0.2493, abs=5e-4)
    assert _accuracy(book, _prepare_all(np.roll(wide, 4, axis=2)), test_set.labels) == pytest.approx(0.9352)


def _prepared(bitmap: NDArray[np.uint8]) -> NDArray[np.float32]:
    picture = prepare(bitmap)
    assert picture is not None
    return picture


def _prepare_all(images: NDArray[np.uint8]) -> NDArray[np.float32]:
    return np.array([_prepared(image) for image in images])


def _accuracy(network: Network, images: Array, labels: NDArray[np.uint8]) -> float:
    y = network.predict(images.reshape(-1, SIDE * SIDE))
    return float((y.argmax(axis=1) == labels).mean())
