import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.optimize import nnls
from scipy.spatial import ConvexHull, QhullError

from core.hulls import nearest_points, nearest_to_zero, outline
from core.shapes import Array

SEEDS = st.integers(0, 2**32 - 1)


def clouds(seed: int, kind: str) -> Array:
    """A cloud of points in 1 to 4 dimensions: free, on a coarse grid, or all on one line."""
    rng = np.random.default_rng(seed)
    count, n = rng.integers(1, 25), rng.integers(1, 5)
    if kind == "grid":
        return rng.integers(-3, 4, (count, n)).astype(np.float64)
    if kind == "line":
        return rng.integers(-3, 4, (count, 1)) * rng.standard_normal((1, n)) + rng.standard_normal((1, n))
    return rng.standard_normal((count, n)) * 10.0 ** rng.integers(-6, 6) + rng.standard_normal((1, n))


KINDS = pytest.mark.parametrize("kind", ["free", "grid", "line"])


@pytest.mark.parametrize(
    ("points", "shares"),
    [
        ([[3, 4]], [1]),
        ([[1, 1], [-1, 1]], [0.5, 0.5]),
        ([[1, 1], [3, 1]], [1, 0]),
        ([[2, 0], [0, 2], [2, 2]], [0.5, 0.5, 0]),
        ([[-1, 0], [2, 0]], [2 / 3, 1 / 3]),
        ([[1, 2], [1, 2], [1, -2]], [0.5, 0, 0.5]),
        ([[0, 0], [1, 0]], [1, 0]),
    ],
)
def test_by_hand(points: list[list[float]], shares: list[float]) -> None:
    np.testing.assert_allclose(nearest_to_zero(np.array(points, np.float64)), shares, atol=1e-15)


@KINDS
@given(SEEDS)
def test_shares_are_shares_and_no_point_lies_further_towards_zero(kind: str, seed: int) -> None:
    points = clouds(seed, kind)
    shares = nearest_to_zero(points)
    assert (shares >= 0).all()
    assert shares.sum() == pytest.approx(1, abs=1e-12)
    x = shares @ points
    # Exactly then x is the nearest: whatever lies in the hull lies on the far side of x.
    assert (points @ x).min() >= x @ x - 1e-12 * (points**2).sum(axis=1).max()


@KINDS
@given(SEEDS)
def test_as_near_as_least_squares_without_negative_shares(kind: str, seed: int) -> None:
    points = clouds(seed, kind)
    size = np.abs(points).max() or 1.0
    # min |Pᵀs|² with s ≥ 0; a heavy extra row makes the shares sum to 1
    heavy = 1e4
    s, _ = nnls(
        np.vstack([points.T / size, np.full((1, len(points)), heavy)]),
        np.append(np.zeros(points.shape[1]), heavy),
    )
    theirs = np.linalg.norm((s / s.sum()) @ points) / size
    ours = np.linalg.norm(nearest_to_zero(points) @ points) / size
    assert ours == pytest.approx(theirs, abs=1e-6)


@KINDS
@given(SEEDS)
def test_nearest_points_of_two_clouds(kind: str, seed: int) -> None:
    points = clouds(seed, kind)
    cut = max(1, len(points) // 3)
    P, Q = points[:cut], points[cut:]
    if len(Q) == 0:
        Q = points + 1.0
    of_p, of_q = nearest_points(P, Q)
    for shares, cloud in ((of_p, P), (of_q, Q)):
        assert shares.shape == (len(cloud),)
        assert (shares >= 0).all()
        assert shares.sum() == pytest.approx(1, abs=1e-12)
    p, q = of_p @ P, of_q @ Q
    slack = 1e-11 * (np.abs(P).max() + np.abs(Q).max()) ** 2
    assert ((P - p) @ (p - q)).min() >= -slack
    assert ((Q - q) @ (q - p)).min() >= -slack


def test_the_gap_between_two_squares() -> None:
    square = np.array([[0.0, 0], [1, 0], [0, 1], [1, 1]])
    other = square + np.array([3, 0.5])
    of_p, of_q = nearest_points(other, square)
    p, q = of_p @ other, of_q @ square
    np.testing.assert_allclose(p - q, [2, 0], atol=1e-15)


@pytest.mark.parametrize(
    ("points", "corners"),
    [
        ([[0, 0], [1, 0], [0, 1], [1, 1]], [[0, 0], [1, 0], [1, 1], [0, 1]]),
        ([[0, 0], [1, 0], [0, 1], [1, 1], [0.5, 0.5], [0.5, 0]], [[0, 0], [1, 0], [1, 1], [0, 1]]),
        ([[1, 1], [0, 0], [2, 2]], [[0, 0], [2, 2]]),
        ([[1, 1], [1, 1]], [[1, 1]]),
        (np.empty((0, 2)), np.empty((0, 2))),
    ],
)
def test_the_outline_by_hand(points: list[list[float]], corners: list[list[float]]) -> None:
    np.testing.assert_array_equal(outline(np.array(points, np.float64)), corners)


@given(SEEDS, st.booleans())
def test_the_outline_is_that_of_others(seed: int, coarse: bool) -> None:
    rng = np.random.default_rng(seed)
    points = rng.integers(-4, 5, (12, 2)) / 2 if coarse else rng.standard_normal((12, 2))
    corners = outline(points)
    try:
        theirs = points[ConvexHull(points).vertices]  # (C, 2) against the clock as well
    except QhullError:  # all on one line
        assert len(corners) <= 2
        return
    begin = (theirs == corners[0]).all(axis=1).argmax()
    np.testing.assert_array_equal(corners, np.roll(theirs, -begin, axis=0))
