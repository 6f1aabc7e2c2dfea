"""A set of digits: images and labels that fit each other."""

import numpy as np
import pytest

from core.data.digit_set import DigitSet
from core.errors import ShapeError, ValueRangeError


def images(count: int) -> np.ndarray[tuple[int, ...], np.dtype[np.uint8]]:
    return np.random.default_rng(1).integers(0, 256, (count, 28, 28)).astype(np.uint8)


def test_as_a_network_takes_them() -> None:
    digits = DigitSet(images(5), np.arange(5, dtype=np.uint8))
    assert len(digits) == 5
    x = digits.inputs(1, 3)
    assert (x.shape, x.dtype) == ((2, 784), np.float32)
    np.testing.assert_array_equal(x[0], digits.images[1].ravel() / np.float32(255))
    assert digits.inputs().shape == (5, 784)
    assert digits.inputs(3).shape == (2, 784)
    assert digits.inputs(3, 100).shape == (2, 784)


def test_white_is_one_and_black_is_zero() -> None:
    digits = DigitSet(
        np.stack([np.zeros((28, 28), np.uint8), np.full((28, 28), 255, np.uint8)]), np.zeros(2, np.uint8)
    )
    np.testing.assert_array_equal(np.unique(digits.inputs()), [0, 1])


def test_no_digits_at_all() -> None:
    digits = DigitSet(images(0), np.zeros(0, np.uint8))
    assert digits.inputs().shape == (0, 784)


@pytest.mark.parametrize(
    ("shape", "labels", "name"),
    [
        ((3, 28, 27), 3, "images"),
        ((3, 784), 3, "images"),
        ((28, 28), 28, "images"),
        ((3, 28, 28), 2, "labels"),
    ],
)
def test_shapes_that_do_not_fit_are_named(shape: tuple[int, ...], labels: int, name: str) -> None:
    with pytest.raises(ShapeError) as info:
        DigitSet(np.zeros(shape, np.uint8), np.zeros(labels, np.uint8))
    assert info.value.name == name


def test_other_types_are_named() -> None:
    with pytest.raises(ValueRangeError) as info:
        DigitSet(np.zeros((2, 28, 28), np.float32), np.zeros(2, np.uint8))  # type: ignore[arg-type]
    assert (info.value.name, info.value.got) == ("images", "float32")
    with pytest.raises(ValueRangeError) as info:
        DigitSet(images(2), np.zeros(2, np.int64))  # type: ignore[arg-type]
    assert (info.value.name, info.value.got) == ("labels", "int64")
