import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import ShapeError
from core.shapes import check_shape

SHAPES = st.lists(st.integers(0, 4), max_size=4).map(tuple)


@pytest.mark.parametrize(
    ("shape", "expected"),
    [
        ((100, 784), ("N", 784)),
        ((1, 784), ("N", 784)),
        ((0, 784), ("N", 784)),
        ((784, 50), ("D", "M")),
        ((), ()),
        ((3,), (3,)),
    ],
)
def test_a_shape_that_fits(shape: tuple[int, ...], expected: tuple[int | str, ...]) -> None:
    check_shape("x", np.empty(shape), expected)


@pytest.mark.parametrize(
    ("shape", "expected"),
    [
        ((100, 783), ("N", 784)),
        ((784,), ("N", 784)),
        ((1, 28, 28), ("N", 784)),
        ((), ("N",)),
        ((3,), ()),
    ],
)
def test_a_shape_that_does_not_fit_is_named(shape: tuple[int, ...], expected: tuple[int | str, ...]) -> None:
    with pytest.raises(ShapeError) as caught:
        check_shape("x", np.empty(shape), expected)
    assert (caught.value.name, caught.value.got, caught.value.expected) == ("x", shape, expected)


@given(shape=SHAPES, expected=SHAPES)
def test_without_free_axes_only_equal_shapes_fit(shape: tuple[int, ...], expected: tuple[int, ...]) -> None:
    if shape == expected:
        check_shape("x", np.empty(shape), expected)
    else:
        with pytest.raises(ShapeError):
            check_shape("x", np.empty(shape), expected)


@given(shape=SHAPES, other=SHAPES)
def test_with_free_axes_only_their_number_matters(shape: tuple[int, ...], other: tuple[int, ...]) -> None:
    free = tuple("abcd"[: len(other)])
    if len(shape) == len(other):
        check_shape("x", np.empty(shape), free)
    else:
        with pytest.raises(ShapeError):
            check_shape("x", np.empty(shape), free)
