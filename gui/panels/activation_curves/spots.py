"""What the book says that step and sigmoid share and what not, and where in the plot each is seen.

Source: Deep Learning from Scratch, sections 3.2.5 and 3.2.6.
"""

import math

import numpy as np
from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from core.activations import sigmoid
from core.neuron import Neuron, gap
from gui.panels.activation_curves.ground import area_of
from gui.panels.activation_curves.view import Frame
from gui.theme import Theme

translate = QCoreApplication.translate

SAME = ("small", "large", "between", "bent")
DIFFERENT = ("sudden", "real")
_EDGE = math.log(19)  # sums beyond it give less than 0.05 or more than 0.95
_END = 6.0  # and there sigmoid has nearly reached its limit
_THICK = 10.0  # px


def words(spot: str) -> str:
    return {
        "small": translate("activation_curves", "a small sum gives nearly 0"),
        "large": translate("activation_curves", "a large sum gives nearly 1"),
        "between": translate("activation_curves", "always between 0 and 1"),
        "bent": translate("activation_curves", "neither is a straight line"),
        "sudden": translate("activation_curves", "step jumps, sigmoid rises smoothly"),
        "real": translate("activation_curves", "step knows 0 and 1, sigmoid all between"),
    }[spot]


def place_of(spot: str, neuron: Neuron) -> float:
    """x where it is seen best; NaN where the neuron has w = 0."""
    return neuron.place_of({"small": -_END, "large": _END}.get(spot, 0.0))


def paint_spot(painter: QPainter, frame: Frame, neuron: Neuron, spot: str, theme: Theme) -> None:
    """Light the place. With w = 0 nothing of it is to be seen."""
    if not neuron.weight:
        return
    light = QColor(theme.accent)
    light.setAlphaF(0.22)
    painter.setPen(QPen(QColor(theme.accent), 1.5))
    painter.setBrush(light)
    if spot in ("small", "large"):
        painter.drawRoundedRect(_end_of_curves(frame, neuron, spot), 4, 4)
    elif spot == "between":
        top, bottom = float(frame.row(1.0)), float(frame.row(0.0))
        painter.drawRect(QRectF(frame.left, top, frame.width, bottom - top))
    elif spot == "bent":
        _paint_straight_line(painter, frame, neuron)
    elif spot == "sudden":
        reach = gap(neuron).width / 2
        left, right = (float(frame.column(neuron.threshold + side * reach)) for side in (-1, 1))
        top, bottom = float(frame.row(1.0)) - _THICK, float(frame.row(0.0)) + _THICK
        painter.drawRoundedRect(QRectF(left, top, right - left, bottom - top), 4, 4)
    else:
        _paint_values(painter, frame, neuron, theme)


def _end_of_curves(frame: Frame, neuron: Neuron, spot: str) -> QRectF:
    """Around the piece where both are nearly at their limit, up to the edge of the plot."""
    area, sign = area_of(frame), 1 if spot == "large" else -1
    inner = float(frame.column(neuron.place_of(sign * _EDGE)))
    outer = area.right() if sign * neuron.weight > 0 else area.left()
    row = float(frame.row(1.0 if spot == "large" else 0.0))
    left, right = sorted((min(max(inner, area.left()), area.right()), outer))
    return QRectF(left, row - _THICK, right - left, 2 * _THICK)


def _paint_straight_line(painter: QPainter, frame: Frame, neuron: Neuron) -> None:
    """A straight line that climbs as far as both do: neither of them goes along it."""
    ends = [
        QPointF(float(frame.column(neuron.place_of(a))), float(frame.row(y)))
        for a, y in ((-_END, 0.0), (_END, 1.0))
    ]
    pen = QPen(painter.pen().color(), 3)
    pen.setStyle(Qt.PenStyle.DashLine)
    painter.setPen(pen)
    painter.drawLine(*ends)


def _paint_values(painter: QPainter, frame: Frame, neuron: Neuron, theme: Theme) -> None:
    """At the same nine places: the heights of step, which are two, and those of sigmoid, which are nine."""
    sums = np.linspace(-4.0, 4.0, 9)
    painter.setPen(QPen(QColor(theme.card), 1.2))
    painter.setBrush(QColor(theme.accent))
    for a, y in zip(sums, sigmoid(sums), strict=True):
        column = float(frame.column(neuron.place_of(float(a))))
        painter.drawEllipse(QPointF(column, float(frame.row(y))), 5, 5)
        row = float(frame.row(1.0 if a > 0 else 0.0))
        painter.drawRect(QRectF(column - 4, row - 4, 8, 8))
