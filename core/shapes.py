"""Shapes: the first thing to check, and the first thing to say when something does not fit."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.errors import ShapeError

Array = NDArray[Any]  # any floating dtype: what goes in as float32 comes out as float32
Labels = NDArray[np.integer[Any]]


def check_shape(name: str, array: Array, expected: tuple[int | str, ...]) -> None:
    """Check that `array` has the shape `expected`; a string there is an axis of any size.

    check_shape("x", x, ("N", 784)) accepts (1, 784) and (100, 784).

    Raises ShapeError, which names both shapes.
    """
    got = array.shape
    if len(got) != len(expected):
        raise ShapeError(name, got=got, expected=expected)
    for size, want in zip(got, expected, strict=True):
        if size != want and not isinstance(want, str):
            raise ShapeError(name, got=got, expected=expected)
