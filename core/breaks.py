"""The curve of a function as points to be joined: where it jumps, has a pole or no value, it is broken.

A plot joins points with straight lines. For tan(x) that would draw a line from +infinity to -infinity at
every pole, for floor(x) a staircase with walls. So where the curve rises much more than in the steps
beside, the way is cut down again and again to where most of the rise is. If its two
ends come together after all, the curve is only steep; if they do not, the pen has to be lifted there.
"""

from collections.abc import Callable

import numpy as np

from core.shapes import Array

Function = Callable[[Array], Array]

_PARTS = np.linspace(0, 1, 17)  # the edges of 16 parts
_CUTS = 12  # to one of 16 parts each: then the ends are as close as floats can be
_SLACK = 2.0  # a curve may rise by so many times what it does in the flatter of the steps beside
_LEAST = 1e-3  # of the height of the curve: smaller jumps are not looked into
_CLOSED = 0.1  # of a rise is left when the ends come together
_MOST = 400  # suspicious places are looked into; in a thicket of more nothing can be seen anyway


def broken_curve(function: Function, x: Array) -> tuple[Array, Array]:
    """x and y of the curve, with a NaN in y wherever the line is to be broken.

    x: (P,) increasing. Returns two of (Q,), Q ≥ P: at both sides of each break stand the last point
    before and the first after it, as near as floats allow.
    """
    with np.errstate(all="ignore"):
        y = np.where(np.isfinite(found := function(x)), found, np.nan)
        suspects = np.flatnonzero(_suspicious(y))[:_MOST]
        if suspects.size == 0:
            return x, y
        left, right, y_left, y_right = _narrowed(function, x, y, suspects)
        rise, before = np.abs(y_right - y_left), np.abs(y[suspects + 1] - y[suspects])
        breaks = np.flatnonzero(~(rise < _CLOSED * before))  # also where one end has no value
    middle = (left + right) / 2
    more_x = np.stack([left, middle, right], axis=1)[breaks].ravel()
    more_y = np.stack([y_left, np.full(len(left), np.nan), y_right], axis=1)[breaks].ravel()
    at = np.repeat(suspects[breaks] + 1, 3)
    return np.insert(x, at, more_x), np.insert(y, at, more_y)


def _suspicious(y: Array) -> Array:
    """(P - 1,) whether there may be a break between each point and the next."""
    finite, rise = np.isfinite(y), np.diff(y)
    if len(rise) < 2 or not finite.any():
        return np.zeros(len(rise), dtype=bool)
    beside = np.nan_to_num(np.concatenate([rise[1:2], rise, rise[-2:-1]]))  # at the ends there is one only
    before, after = beside[:-2], beside[2:]  # (P - 1,) what the curve rises in the steps beside each
    least = _LEAST * min(float(np.nanmax(np.abs(y))), 1.0)
    size = np.abs(rise)
    too_much = size > _SLACK * np.minimum(np.abs(before), np.abs(after)) + least
    # as tan does: all the way up, then down at once
    turns = (size > least) & (rise * before < 0) & (rise * after < 0)
    return (finite[:-1] != finite[1:]) | too_much | turns


def _narrowed(function: Function, x: Array, y: Array, at: Array) -> tuple[Array, Array, Array, Array]:
    """The ways from the points `at` to the next ones, cut down to where most of the rise is.

    Returns left and right, and the values there, NaN where there is none. (S,) each.
    """
    left, right = x[at], x[at + 1]
    y_left, y_right = y[at], y[at + 1]
    rows, whole = np.arange(len(at)), np.abs(y_right - y_left)  # (S,) each
    for _ in range(_CUTS):
        points = left[:, None] + (right - left)[:, None] * _PARTS  # (S, 17)
        points[:, -1] = right
        found = function(points)
        values = np.where(np.isfinite(found), found, np.nan)
        values[:, 0], values[:, -1] = y_left, y_right
        part = _rises(values).argmax(axis=1)  # (S,)
        left, right = points[rows, part], points[rows, part + 1]
        y_left, y_right = values[rows, part], values[rows, part + 1]
        if (np.abs(y_right - y_left) < _CLOSED * whole).all():
            break  # they are only steep
    return left, right, y_left, y_right


def _rises(y: Array) -> Array:
    """(S, 17) → (S, 16) from each to the next. The edge of a gap counts most, its inside least."""
    there = np.isfinite(y)
    edge = there[:, :-1] != there[:, 1:]
    return np.where(edge, np.inf, np.nan_to_num(np.abs(np.diff(y)), nan=-1.0))
