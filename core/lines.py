"""The line of a perceptron in the plane of two inputs: to measure from it, to turn it, to lead it elsewhere.

core.regions says which line a perceptron has. Here it goes the other way round: from the line that is
wanted back to weights and bias.

Source: Deep Learning from Scratch, section 2.4.1.
"""

import math
from collections.abc import Sequence
from typing import NamedTuple

from core.circuit import Source, Unit
from core.errors import ValueRangeError
from core.regions import Line

Point = tuple[float, float]


class Numbers(NamedTuple):
    """All that a perceptron has, in the order of its wires."""

    weights: tuple[float, ...]
    bias: float


def sum_at(line: Line, point: Point) -> float:
    """The sum of the perceptron at a point of the plane: 0 on the line, above 0 where it fires.

    first·x + second·y + constant
    """
    return line.first * point[0] + line.second * point[1] + line.constant


def length_of(line: Line) -> float:
    """|w| = √(first² + second²), how steeply the sum grows away from the line. 0: there is no line."""
    return math.hypot(line.first, line.second)


def foot_of(line: Line, point: Point) -> Point:
    """The point of the line that is nearest to this one: the foot of the perpendicular.

    p - (sum at p) / |w|² · w

    Raises ValueRangeError where there is no line.
    """
    length = length_of(line)
    if length == 0:
        raise ValueRangeError("line", got=line, expected="weights other than 0")
    way = sum_at(line, point) / length**2
    return point[0] - way * line.first, point[1] - way * line.second


def turned_by(line: Line, angle: float) -> tuple[float, float]:
    """The weights when the line is turned by an angle in radians, against the clock; |w| stays the same.

    w₁' = cos α · w₁ - sin α · w₂,   w₂' = sin α · w₁ + cos α · w₂
    """
    cosine, sine = math.cos(angle), math.sin(angle)
    return cosine * line.first - sine * line.second, sine * line.first + cosine * line.second


def turned(line: Line, pivot: Point, before: Point, after: Point) -> tuple[float, float]:
    """The weights when a point of the line is pulled around another one, the pivot, from here to there."""
    angle = math.atan2(after[1] - pivot[1], after[0] - pivot[0]) - math.atan2(
        before[1] - pivot[1], before[0] - pivot[0]
    )
    return turned_by(line, angle)


def numbers_through(
    unit: Unit,
    line: Line,
    axes: Sequence[Source | None],
    weights: tuple[float, float],
    point: Point,
    decimals: int = 3,
) -> Numbers:
    """The numbers of a perceptron whose line in the plane has these weights and goes through this point.

    On the line the sum is 0, so that the bias follows from the point: b = -(w₁·x + w₂·y), less what the
    inputs bring that are held.

    line: where it is now. axes: the two inputs of the plane (None for the second where there is but one);
    wires from other signals keep their weights. Where several wires bring one input, they share the change
    equally; an input that is not wired keeps its weight of 0. decimals: to which everything is rounded,
    first the weights, so that the line goes through the point with the weights that are left.
    """
    found = list(unit.weights)
    totals = [0.0, 0.0]
    for axis, (source, before, wanted) in enumerate(
        zip(axes, (line.first, line.second), weights, strict=True)
    ):
        wires = [k for k, wire in enumerate(unit.wires) if wire.source == source]
        for k in wires:
            if wanted != before:
                found[k] = _rounded(found[k] + (wanted - before) / len(wires), decimals)
            totals[axis] += found[k]
    constant = -(totals[0] * point[0] + totals[1] * point[1])
    return Numbers(tuple(found), _rounded(unit.bias + constant - line.constant, decimals))


def _rounded(number: float, decimals: int) -> float:
    return round(number, decimals) + 0.0  # + 0.0 makes 0.0 of -0.0
