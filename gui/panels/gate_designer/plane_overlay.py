"""What learning draws over the plane: why there is a line or none, the earlier lines, the corner at hand."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from core.hulls import outline
from core.lines import length_of
from core.perceptron import MeetingHulls, SeparatingLine
from core.regions import Line
from core.shapes import Array
from gui.panels.gate_designer.frame import Frame
from gui.theme import Theme

MOST_TRAIL = 24  # earlier lines that are shown
NEAR = 1e-9  # numbers that differ by less are the same but for rounding


@dataclass(frozen=True, eq=False)
class Overlay:
    """points: (M, n) examples, a number for each input; targets: (M,). trail: the oldest line first."""

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


@dataclass(frozen=True)
class Slice:
    """The plane among all inputs: the two that lie along its axes, and what all of them are set to."""

    axes: tuple[int, int]
    states: tuple[int, ...]

    def point(self, numbers: Sequence[float]) -> tuple[float, float]:
        """The two numbers of the plane out of one for each input; with one input alone the second is 0."""
        if len(numbers) == 1:
            return float(numbers[0]), 0.0
        first, second = self._places(len(numbers))
        return float(numbers[first]), float(numbers[second])

    def rest(self, numbers: Sequence[float]) -> list[tuple[float, int]]:
        """The other numbers, each with the state of its input."""
        places = self._places(len(numbers))
        return [(each, self.states[k]) for k, each in enumerate(numbers) if k not in places]

    def contains(self, numbers: Sequence[float]) -> bool:
        """Does this example lie in the plane, and not before or behind it?"""
        return all(abs(each - state) < NEAR for each, state in self.rest(numbers))

    def _places(self, count: int) -> tuple[int, int]:
        if count != len(self.states) or count < 2:
            return 0, 1
        return self.axes


def paint_proof(painter: QPainter, frame: Frame, theme: Theme, shown: Overlay, cut: Slice) -> None:
    """The hulls of the ones and of the zeros; where they meet ◆, or the band that is free between them.

    With more than two inputs only what lies in the plane is seen of them.
    """
    if shown.proof is None or shown.points is None or shown.targets is None:
        return
    here = [k for k, example in enumerate(shown.points) if cut.contains(example)]
    points = {k: cut.point(shown.points[k]) for k in here}
    if isinstance(shown.proof, SeparatingLine):
        _paint_band(painter, frame, theme, shown.proof, cut)
    for target, colour in ((0, theme.negative), (1, theme.positive)):
        chosen = [points[k] for k in here if shown.targets[k] == target]
        _paint_hull(painter, frame, np.array(chosen).reshape(-1, 2), QColor(colour), dashed=target == 0)
    if isinstance(shown.proof, SeparatingLine):
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(theme.accent), 2, Qt.PenStyle.DashLine))
        for k in shown.proof.support:
            if k in points:
                painter.drawEllipse(frame.place(*points[k]), 19, 19)
    elif cut.contains(shown.proof.point):
        middle = frame.place(*cut.point(shown.proof.point))
        painter.setPen(QPen(QColor(theme.card), 1.5))
        painter.setBrush(QColor(theme.ink))
        painter.drawPolygon(QPolygonF([middle + QPointF(*way) for way in ((0, -9), (9, 0), (0, 9), (-9, 0))]))


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


def _paint_band(painter: QPainter, frame: Frame, theme: Theme, proof: SeparatingLine, cut: Slice) -> None:
    """What lies nearer to the line than any example: between the sums -1 and 1."""
    perceptron = proof.perceptron
    weights = cut.point(perceptron.weights)
    constant = perceptron.bias + sum(weight * state for weight, state in cut.rest(perceptron.weights))
    line = Line(*weights, constant)
    length = length_of(line)
    if length == 0:
        return
    middle = frame.ends(line)
    colour = QColor(theme.accent)
    if middle is not None:
        colour.setAlphaF(0.16)
        painter.setPen(QPen(colour, 2 * frame.unit / length))
        start, end = frame.place(*middle[0]), frame.place(*middle[1])
        painter.drawLine(start - (end - start), end + (end - start))
    colour.setAlphaF(1.0)
    painter.setPen(QPen(colour, 1.4, Qt.PenStyle.DashLine))
    for side in (-1.0, 1.0):
        edge = frame.ends(Line(*weights, constant + side))
        if edge is not None:
            painter.drawLine(frame.place(*edge[0]), frame.place(*edge[1]))
