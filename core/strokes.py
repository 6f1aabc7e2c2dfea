"""From pen strokes to a bitmap: every pixel is as bright as the pen covers it.

A stroke is a line through the points where the pen was. A round pen dragged along it inks all that
lies within half a pen's width of the line, which makes round ends and round corners by itself.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike, NDArray

from core.errors import ValueRangeError
from core.shapes import Array, check_shape


def rasterise(strokes: Sequence[ArrayLike], width: float, side: int) -> NDArray[np.uint8]:
    """Draw strokes with a round pen on a square canvas, with smooth edges.

    ink = how much of one pixel's breadth, measured across the line, the pen covers
        = min(r, d + 1/2) - max(-r, d - 1/2), held between 0 and 1

    where d is the pixel's distance from the nearest line and r half the pen's width, both in pixels.

    strokes: each (K, 2) points (x, y) in units of the canvas side: (0, 0) is the top left corner,
    (1, 1) the bottom right one. A stroke of a single point is a dot; what lies outside is cut off.
    width: of the pen, in the same units, above 0. side: of the bitmap, in pixels, 1 or more.
    Returns (side, side) uint8, ink 255 on black 0.
    Raises ValueRangeError for a width, side or point that cannot be, ShapeError for points that are
    not (K, 2).
    """
    if not (np.isfinite(width) and width > 0):
        raise ValueRangeError("width", got=width, expected="> 0")
    if side < 1:
        raise ValueRangeError("side", got=side, expected=">= 1")
    radius = width * side / 2
    starts, ends = _segments(strokes, side)  # (S, 2) each
    # Only pixels that the pen can reach are looked at: a segment is small, the canvas is not.
    low = np.clip(np.minimum(starts, ends) - radius - 1, 0, side).astype(int)
    high = np.clip(np.maximum(starts, ends) + radius + 2, 0, side).astype(int)
    centres = np.arange(side) + 0.5  # (side,) where the pixels' middles lie
    squared = np.full((side, side), np.inf)  # (side, side) squared distance from the nearest line
    for start, end, (left, top), (right, bottom) in zip(starts, ends, low, high, strict=True):
        near = squared[top:bottom, left:right]
        np.minimum(
            near, _squared_distance(centres[left:right], centres[top:bottom, None], start, end), out=near
        )
    d = np.sqrt(squared)
    ink = np.minimum(radius, d + 0.5) - np.maximum(-radius, d - 0.5)
    return np.rint(255 * np.clip(ink, 0, 1)).astype(np.uint8)


def _segments(strokes: Sequence[ArrayLike], side: int) -> tuple[Array, Array]:
    """Where the straight pieces of all strokes start and end, (S, 2) each, in pixels.

    A dot is a piece that ends where it starts.
    """
    starts, ends = [np.empty((0, 2))], [np.empty((0, 2))]
    for stroke in strokes:
        points = np.asarray(stroke, dtype=np.float64)
        if points.size == 0:
            continue
        check_shape("stroke", points, ("K", 2))
        if not np.isfinite(points).all():
            raise ValueRangeError("stroke", got="not finite", expected="finite")
        starts.append(points[:-1] if len(points) > 1 else points)
        ends.append(points[1:] if len(points) > 1 else points)
    return np.concatenate(starts) * side, np.concatenate(ends) * side


def _squared_distance(x: Array, y: Array, start: Array, end: Array) -> Array:
    """How far points lie from a segment, squared.

    The nearest point of the segment is start + s·(end - start), where s is how far along the
    segment the point falls, held between 0 and 1.

    x: (w,), y: (h, 1). Returns (h, w).
    """
    (dx, dy), (x, y) = end - start, (x - start[0], y - start[1])
    length_squared = dx * dx + dy * dy
    if length_squared == 0:
        return x * x + y * y
    s = np.minimum(np.maximum((x * dx + y * dy) / length_squared, 0), 1)  # (h, w)
    return (x - s * dx) ** 2 + (y - s * dy) ** 2
