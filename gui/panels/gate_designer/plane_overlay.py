"""What learning draws over the plane: why there is a line or none, the earlier lines, the corner at hand."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from core.perceptron import MeetingHulls, SeparatingLine
from core.regions import Line
from core.shapes import Array
from gui.panels.gate_designer.frame import Frame
from gui.panels.gate_designer.line_moves import length_of
from gui.theme import Theme

MOST_TRAIL = 24  # earlier lines that are shown


@dataclass(frozen=True, eq=False)
class Overlay:
    """points: (M, 2) examples in the plane; targets: (M,), 0 or 1. trail: the oldest line first."""

    proof: MeetingHulls | SeparatingLine | None = None
    points: Array | None = None
    targets: Array | None = None
    trail: tuple[Line, ...] = ()
    marked: int | None = None


def paint_trail(painter: QPainter, frame: Frame, theme: Theme, trail: Sequence[Line]) -> None:
    """The lines of before, the older the fainter."""
    recent = trail[-MOST_TRAIL:]
    for age, line in enumerate(reversed(recent)):
        ends = frame.ends(line)
        if ends is not None:
            colour = QColor(theme.muted)
            colour.setAlphaF(0.7 * (1 - age / (len(recent) + 1)))
            painter.setPen(QPen(colour, 1.4))
            painter.drawLine(frame.place(*ends[0]), frame.place(*ends[1]))


def paint_proof(painter: QPainter, frame: Frame, theme: Theme, shown: Overlay, axes: tuple[int, int]) -> None:
    """The hulls of the ones and of the zeros; where they meet ◆, or the band that is free between them."""
    if shown.proof is None or shown.points is None or shown.targets is None:
        return
    if isinstance(shown.proof, SeparatingLine):
        _paint_band(painter, frame, theme, shown.proof, axes)
    for target, colour in ((0, theme.negative), (1, theme.positive)):
        _paint_hull(painter, frame, shown.points[shown.targets == target], QColor(colour), dashed=target == 0)
    if isinstance(shown.proof, SeparatingLine):
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(theme.accent), 2, Qt.PenStyle.DashLine))
        for place in shown.proof.support:
            painter.drawEllipse(frame.place(*shown.points[place]), 19, 19)
        return
    middle = frame.place(*_in_plane(np.array(shown.proof.point), axes))
    painter.setPen(QPen(QColor(theme.card), 1.5))
    painter.setBrush(QColor(theme.ink))
    painter.drawPolygon(QPolygonF([middle + QPointF(*way) for way in ((0, -9), (9, 0), (0, 9), (-9, 0))]))


def in_plane(points: Array, axes: tuple[int, int]) -> Array:
    """Examples with a number for each input → (M, 2), the two of the plane."""
    points = np.asarray(points, dtype=np.float64)
    return np.array([_in_plane(point, axes) for point in points]).reshape(-1, 2)


def _in_plane(point: Array, axes: tuple[int, int]) -> tuple[float, float]:
    """The two coordinates of the plane; with one input alone the second is 0."""
    if point.size == 1:
        return float(point[0]), 0.0
    first, second = axes if max(axes) < point.size else (0, 1)
    return float(point[first]), float(point[second])


def _paint_hull(painter: QPainter, frame: Frame, points: Array, colour: QColor, *, dashed: bool) -> None:
    """The outline of all that lies between some points: nothing, a stroke, or a polygon."""
    corners = outline(points)
    if len(corners) < 2:
        return
    painter.setPen(QPen(colour, 2.4, Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine))
    inside = QColor(colour)
    inside.setAlphaF(0.12)
    painter.setBrush(inside)
    painter.drawPolygon(QPolygonF([frame.place(*corner) for corner in corners]))


def outline(points: Array) -> Array:
    """The corners of the convex hull of some points in the plane, against the clock: (C, 2).

    Go through the points from left to right, then back, and drop each that lies on the inner side.
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


def _paint_band(
    painter: QPainter, frame: Frame, theme: Theme, proof: SeparatingLine, axes: tuple[int, int]
) -> None:
    """What lies nearer to the line than any example: between the sums -1 and 1."""
    weights, bias = _in_plane(np.array(proof.perceptron.weights), axes), proof.perceptron.bias
    if len(proof.perceptron.weights) == 1:
        weights = weights[0], 0.0
    line = Line(*weights, bias)
    length = length_of(line)
    if length == 0:
        return
    middle = frame.ends(line)
    colour = QColor(theme.accent)
    if middle is not None:
        painter.save()
        painter.setClipRect(frame.area)
        colour.setAlphaF(0.16)
        painter.setPen(QPen(colour, 2 * proof.margin * frame.unit))
        start, end = frame.place(*middle[0]), frame.place(*middle[1])
        painter.drawLine(start - (end - start), end + (end - start))
        painter.restore()
    colour.setAlphaF(1.0)
    painter.setPen(QPen(colour, 1.4, Qt.PenStyle.DashLine))
    for side in (-1.0, 1.0):
        edge = frame.ends(Line(*weights, bias + side))
        if edge is not None:
            painter.drawLine(frame.place(*edge[0]), frame.place(*edge[1]))
