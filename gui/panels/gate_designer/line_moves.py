"""How the line of a perceptron is taken hold of: by handles near its ends, and by the arrow of its weights.

All lengths and places are those of the plane, in which the inputs go from 0 to 1.
"""

import math
from typing import NamedTuple

from core.lines import Point, foot_of, length_of, sum_at
from core.regions import Line, ends_in

LEAST_LENGTH = 0.05  # of weights that are pulled at: shorter ones would leave no line to take hold of
MOST_LENGTH = 140.0
INWARDS = 0.1  # how far from the ends of what is seen of a line its handles are, as a part of that
SHORTEST = 0.25  # of a line that has handles
EDGE = 0.04  # that an arrow keeps from the border
SHOWN = 0.36  # of an arrow for weights of length 1
LEAST_SHOWN = 0.06  # of an arrow: a shorter one could not be told from the line
SAME_PLACE = 0.004  # so far from its line the foot of an arrow may be, from rounding


class Arrow(NamedTuple):
    """How the weights are drawn: upright on the line, towards the side that fires.

    scale: 1, or less where the arrow is shortened so as not to leave the plane.
    """

    foot: Point
    tip: Point
    scale: float


def handles_of(ends: tuple[Point, Point]) -> tuple[Point, Point] | None:
    """Two points near the ends by which a line is turned; None where too little of it is seen."""
    (x0, y0), (x1, y1) = ends
    if math.hypot(x1 - x0, y1 - y0) < SHORTEST:
        return None
    dx, dy = INWARDS * (x1 - x0), INWARDS * (y1 - y0)
    return (x0 + dx, y0 + dy), (x1 - dx, y1 - dy)


def arrow_of(line: Line, x: Point, y: Point, anchor: Point | None = None) -> Arrow | None:
    """The arrow for the weights of a line inside a rectangle; None where there is no room for it.

    It stands where it was taken last, if the line still goes through there, else on the point of the
    line that is nearest to the middle. x, y: from the lower to the upper side of the rectangle.
    """
    ends = ends_in(line, x, y)
    if ends is None:
        return None
    length = length_of(line)
    if anchor is not None and abs(sum_at(line, anchor)) <= SAME_PLACE * length:
        foot = anchor
    else:
        foot = foot_of(line, (sum(x) / 2, sum(y) / 2))
        if not all(least <= at <= most for at, (least, most) in zip(foot, (x, y), strict=True)):
            foot = (ends[0][0] + ends[1][0]) / 2, (ends[0][1] + ends[1][1]) / 2
    shown = shown_length(length)
    way = line.first / length * shown, line.second / length * shown
    scale = 1.0
    for at, step, (least, most) in zip(foot, way, (x, y), strict=True):
        room = (most - EDGE - at) if step > 0 else (at - least - EDGE)
        if abs(step) > 1e-12:
            scale = min(scale, room / abs(step))
    if scale * shown < LEAST_SHOWN:
        return None
    return Arrow(foot, (foot[0] + scale * way[0], foot[1] + scale * way[1]), scale)


def shown_length(length: float) -> float:
    """How long an arrow for weights of this length is drawn, in the plane.

    In proportion as long as |w| is at most 1, then slower and slower: never twice as long as for 1.
    """
    return SHOWN * (length if length <= 1 else 2 - 1 / length)


def length_from_shown(shown: float) -> float:
    """The |w| whose arrow is so long: `shown_length` backwards."""
    share = shown / SHOWN
    length = share if share <= 1 else 1 / max(2 - share, 1 / MOST_LENGTH)
    return min(max(length, LEAST_LENGTH), MOST_LENGTH)


def pulled(foot: Point, tip: Point, scale: float) -> tuple[float, float] | None:
    """The weights when the tip of the arrow is here; None at its foot, where it has no direction.

    scale: how much shorter than usual the arrow is drawn.
    """
    dx, dy = tip[0] - foot[0], tip[1] - foot[1]
    shown = math.hypot(dx, dy)
    if shown < 1e-6:
        return None
    factor = length_from_shown(shown / scale) / shown
    return dx * factor, dy * factor
