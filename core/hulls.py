"""Where two clouds of points come closest to each other, each with all that lies between its points.

The convex hull of a cloud is every weighted mean of its points (weights of 0 or more that sum to 1;
here they are called shares). In the plane it is what a rubber band around the points encloses: the
rubber band itself is its `outline`.
"""

import math

import numpy as np

from core.shapes import Array

TINY = 1e-14  # a share, or a part of the greatest length squared, that is no more than rounding error


def nearest_points(P: Array, Q: Array) -> tuple[Array, Array]:
    """The point of the hull of P and the point of the hull of Q that are closest to each other.

    Every difference of a point of P and a point of Q is a point of a third cloud, and the hull of
    that holds the differences of all points of the two hulls. The one nearest to 0 is wanted.

    P: (A, n), Q: (B, n). Returns p (A,) and q (B,), the shares of the points: the two closest points
    themselves are p @ P and q @ Q.
    """
    differences = (P[:, None, :] - Q[None, :, :]).reshape(-1, P.shape[1])  # (A·B, n)
    shares = nearest_to_zero(differences).reshape(len(P), len(Q))  # (A, B)
    return shares.sum(axis=1), shares.sum(axis=0)


def nearest_to_zero(points: Array) -> Array:
    """The point of the hull of `points` that is nearest to 0, as shares of the points.

    It lies in the middle of a few corners. They are gathered one by one: from the nearest point
    known so far, x, look for the point that lies furthest towards 0; if none lies further than x
    itself, x is the answer.

    points: (M, n). Returns (M,) shares: 0 or more, summing to 1.
    Source: Wolfe, Finding the nearest point in a polytope (1976).
    """
    sizes = (points**2).sum(axis=1)  # (M,)
    corners, shares = [int(sizes.argmin())], np.ones(1)
    length = math.inf  # squared, as all lengths here
    while True:
        x = shares @ points[corners]  # (n,)
        towards_zero = points @ x  # (M,) the smaller, the further
        best = int(towards_zero.argmin())
        gain = x @ x - towards_zero[best]
        if gain <= TINY * sizes.max() or x @ x >= length:
            break
        length = float(x @ x)
        corners, shares = _mix([*corners, best], np.append(shares, 0.0), points)
    result = np.zeros(len(points))
    result[corners] = shares
    return result


def _mix(corners: list[int], shares: Array, points: Array) -> tuple[list[int], Array]:
    """Move to the point nearest to 0 between the corners, leaving out corners that are not needed.

    The nearest point of the whole flat (line, plane, …) through the corners may lie outside of
    them. Then go towards it as far as the edge, drop the corner that lost its share, and try again.
    """
    while True:
        wanted = _nearest_of_flat(points[corners])  # (m,)
        if (wanted > 0).all():
            return corners, wanted
        losing = np.flatnonzero(wanted <= 0)
        ways = shares[losing] / np.maximum(shares[losing] - wanted[losing], TINY)  # 0 is here, 1 is there
        shares = shares + ways.min() * (wanted - shares)
        kept = shares > TINY
        kept[losing[ways.argmin()]] = False
        corners, shares = [corner for corner, keep in zip(corners, kept, strict=True) if keep], shares[kept]


def _nearest_of_flat(corners: Array) -> Array:
    """The point nearest to 0 of the flat through the corners, as shares that may be negative.

    Seen from the first corner c, every point of the flat is c + s·E, where the rows of E lead from
    there to the other corners; the s that makes it shortest is a problem of least squares.

    corners: (m, n). Returns (m,), summing to 1.
    """
    E = corners[1:] - corners[0]  # (m - 1, n)
    s = np.linalg.lstsq(E.T, -corners[0], rcond=None)[0]  # (m - 1,)
    shares = np.append(1 - s.sum(), s)
    return np.where(np.abs(shares) <= TINY, 0.0, shares)


def outline(points: Array) -> Array:
    """The corners of the convex hull of some points in the plane, against the clock.

    Go through the points from left to right, then back, and drop each that lies on the inner side.

    points: (M, 2). Returns (C, 2): no point twice, and none between two others; up to two where all of
    them lie on one line.
    Source: Andrew, Another efficient algorithm for convex hulls in two dimensions (1979).
    """
    ordered = np.unique(points, axis=0)
    if len(ordered) < 3:
        return ordered
    halves = []
    for way in (ordered, ordered[::-1]):
        half: list[Array] = []
        for point in way:
            while len(half) > 1 and _turn(half[-2], half[-1], point) <= 0:
                half.pop()
            half.append(point)
        halves += half[:-1]
    return np.array(halves)


def _turn(a: Array, b: Array, c: Array) -> float:
    """Above 0 where the way from a over b to c turns to the left."""
    return float((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]))
