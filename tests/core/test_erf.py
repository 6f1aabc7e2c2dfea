import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import special

from core.erf import erf

FLOATS = st.floats(-1e4, 1e4)


def test_hand_worked_values() -> None:
    # Abramowitz and Stegun, table 7.1
    x = np.array([0.0, 0.5, 1.0, 2.0])
    np.testing.assert_allclose(erf(x), [0, 0.5204998778, 0.8427007929, 0.9953222650], atol=5e-11)


def test_as_exact_as_scipy_across_all_three_pieces_and_their_seams() -> None:
    seams = [np.nextafter(end, side) for end in (0.46875, 4.0, 27.0) for side in (-np.inf, np.inf)]
    x = np.concatenate([np.linspace(-30, 30, 60_001), seams, [0.46875, 4.0, 27.0]])
    np.testing.assert_allclose(erf(x), special.erf(x), rtol=1e-15, atol=0)


def test_small_numbers_keep_their_digits() -> None:
    x = np.logspace(-300, -1, 200)
    np.testing.assert_allclose(erf(x), special.erf(x), rtol=1e-15, atol=0)


@given(FLOATS)
def test_odd_and_within_one(x: float) -> None:
    y = float(erf(np.array(x)))
    assert float(erf(np.array(-x))) == -y
    assert abs(y) <= 1
    assert y == pytest.approx(math.erf(x), abs=1e-15)


@given(FLOATS, FLOATS)
def test_never_falls(x: float, y: float) -> None:
    low, high = sorted((x, y))
    assert erf(np.array(low)) <= erf(np.array(high)) + 2e-16


@pytest.mark.parametrize("dtype", [np.float16, np.float32, np.float64])
@pytest.mark.parametrize("shape", [(), (0,), (3,), (2, 0), (2, 3)])
def test_shape_and_dtype_stay(dtype: type, shape: tuple[int, ...]) -> None:
    y = erf(np.ones(shape, dtype))
    assert y.shape == shape
    assert y.dtype == dtype


def test_integers_become_float64() -> None:
    y = erf(np.array([-1, 0, 1]))
    assert y.dtype == np.float64
    np.testing.assert_allclose(y, [-0.8427007929497149, 0, 0.8427007929497149], rtol=1e-15)


def test_infinity_is_the_end() -> None:
    np.testing.assert_array_equal(erf(np.array([-np.inf, np.inf])), [-1, 1])
